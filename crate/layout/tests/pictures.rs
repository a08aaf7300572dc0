//! The pictures of the lessons, as SVG and graphviz text.

mod common;

use taskyard_layout::{
    Direction, Options, PictureGraph, Style, SvgOptions, count_crossings, draw, to_dot, to_svg,
};

fn svg(graph: &PictureGraph, style: Style, direction: Direction) -> String {
    to_svg(
        &draw(graph, &Options::new(style, direction)).expect("sound graph"),
        &SvgOptions::default(),
    )
}

#[test]
fn tree_reduce() {
    let graph = common::tree(8);
    insta::assert_snapshot!(
        "tree8.dask",
        svg(&graph, Style::Dask, Direction::BottomToTop)
    );
    insta::assert_snapshot!(
        "tree8.clear",
        svg(&graph, Style::Clear, Direction::LeftToRight)
    );
}

#[test]
fn weighted_mean() {
    let graph = common::weighted_mean(4);
    insta::assert_snapshot!(
        "wmean4.dask",
        svg(&graph, Style::Dask, Direction::BottomToTop)
    );
    let dot = to_dot(&common::weighted_mean(2), &Options::default()).expect("sound graph");
    insta::assert_snapshot!("wmean2.dot", dot);
}

#[test]
fn x_plus_transpose() {
    let graph = common::x_plus_transpose(3);
    insta::assert_snapshot!(
        "xxT3.dask",
        svg(&graph, Style::Dask, Direction::BottomToTop)
    );
}

#[test]
fn map() {
    let graph = common::map(16);
    insta::assert_snapshot!(
        "map16.dask",
        svg(&graph, Style::Dask, Direction::BottomToTop)
    );
}

#[test]
fn a_tree_is_symmetric_and_even() {
    for n in [8, 64] {
        let picture = draw(&common::tree(n), &Options::default()).expect("sound graph");
        let middle = picture.width / 2.0;
        let mut leaves: Vec<f64> = picture
            .shapes
            .iter()
            .filter(|s| s.label == "inc")
            .map(|s| s.x)
            .collect();
        for x in &leaves {
            assert!(
                leaves
                    .iter()
                    .any(|other| (middle - x - (other - middle)).abs() < 0.1)
            );
        }
        let before = leaves.clone();
        leaves.sort_by(f64::total_cmp);
        assert_eq!(before, leaves, "the order of the program is kept");
        let steps: Vec<f64> = leaves.windows(2).map(|w| w[1] - w[0]).collect();
        assert!(
            steps.iter().all(|step| (step - steps[0]).abs() < 0.1),
            "{steps:?}"
        );
    }
}

#[test]
fn arguments_stand_from_left_to_right() {
    for n in [5, 60] {
        let graph = common::linear(n);
        let options = Options {
            style: Style::Clear,
            ..Options::default()
        };
        let picture = draw(&graph, &options).expect("sound graph");
        let x = |task: u32| picture.shapes[task as usize].x;
        for node in graph.nodes.iter().filter(|node| node.deps.len() == 2) {
            assert!(x(node.deps[0]) < x(node.deps[1]), "{:?}", node.deps);
        }
    }
}

#[test]
fn lines_cross_as_little_as_in_graphviz() {
    // Where graphviz's `dot` stands: 3, 15, 0 and 0 crossings.
    let check = |graph: &PictureGraph, most: usize| {
        let options = Options {
            style: Style::Clear,
            ..Options::default()
        };
        let crossings = count_crossings(&draw(graph, &options).expect("sound graph"));
        assert!(crossings <= most, "{crossings} > {most}");
    };
    check(&common::weighted_mean(4), 3);
    check(&common::weighted_mean(16), 15);
    check(&common::tree(64), 0);
    check(&common::linear(64), 0);
}
