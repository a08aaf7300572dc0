//! What holds for the picture of every graph.

mod common;

use std::collections::HashSet;

use proptest::prelude::*;
use taskyard_layout::{
    Direction, Edge, LayoutError, NodeKind, Options, Picture, PictureGraph, PictureNode, Shape,
    ShapeKind, Style, SvgOptions, draw, path_data, redraw, text_em, to_svg,
};

const STYLES: [Style; 2] = [Style::Dask, Style::Clear];
const DIRECTIONS: [Direction; 4] = [
    Direction::BottomToTop,
    Direction::TopToBottom,
    Direction::LeftToRight,
    Direction::RightToLeft,
];
/// Rounding that is not an overlap.
const TOLERANCE_PX: f64 = 0.1;

/// Graphs of up to `most` nodes whose nodes need earlier ones.
fn graphs(most: usize) -> impl Strategy<Value = PictureGraph> {
    let node = (
        0..8usize,
        0..3usize,
        prop::collection::vec(0.0..1.0f64, 0..5),
    );
    prop::collection::vec(node, 1..most).prop_map(|rows| {
        let labels = [
            "inc",
            "add",
            "sum-aggregate",
            "x",
            "<b>&",
            "日本",
            "",
            "ones_like",
        ];
        let boxes = ["", "(0, 1)", "()"];
        let nodes: Vec<PictureNode> = rows
            .into_iter()
            .enumerate()
            .map(|(v, (label, value, deps))| {
                let deps: Vec<u32> = deps.iter().map(|share| (share * v as f64) as u32).collect();
                let deps = if v == 0 { Vec::new() } else { deps };
                let kind = if deps.is_empty() && label == 3 {
                    NodeKind::Data
                } else {
                    NodeKind::Task
                };
                PictureNode {
                    label: labels[label].into(),
                    box_label: boxes[value].into(),
                    kind,
                    deps,
                }
            })
            .collect();
        let outputs = vec![nodes.len() as u32 - 1];
        PictureGraph { nodes, outputs }
    })
}

fn overlap(a: &Shape, b: &Shape) -> bool {
    (a.x - b.x).abs() < (a.width + b.width) / 2.0 - TOLERANCE_PX
        && (a.y - b.y).abs() < (a.height + b.height) / 2.0 - TOLERANCE_PX
}

fn on_border(shape: &Shape, (x, y): (f64, f64)) -> bool {
    let (dx, dy) = ((x - shape.x).abs(), (y - shape.y).abs());
    if shape.kind == ShapeKind::Circle {
        return (dx.hypot(dy) - shape.width / 2.0).abs() < TOLERANCE_PX;
    }
    let (right, bottom) = (shape.width / 2.0, shape.height / 2.0);
    let inside = dx < right + TOLERANCE_PX && dy < bottom + TOLERANCE_PX;
    inside && ((dx - right).abs() < TOLERANCE_PX || (dy - bottom).abs() < TOLERANCE_PX)
}

/// Whether a stretch of a line comes inside a shape, by looking at points on it.
fn runs_through(shape: &Shape, a: (f64, f64), b: (f64, f64)) -> bool {
    let steps = ((b.0 - a.0).hypot(b.1 - a.1) / 3.0).ceil().max(1.0) as u32;
    (0..=steps).any(|i| {
        let share = f64::from(i) / f64::from(steps);
        let (dx, dy) = (
            a.0 + (b.0 - a.0) * share - shape.x,
            a.1 + (b.1 - a.1) * share - shape.y,
        );
        if shape.kind == ShapeKind::Circle {
            dx.hypot(dy) < shape.width / 2.0 - 1.0
        } else {
            dx.abs() < shape.width / 2.0 - 1.0 && dy.abs() < shape.height / 2.0 - 1.0
        }
    })
}

fn check_shapes(picture: &Picture) {
    for shape in &picture.shapes {
        assert!(
            shape.x - shape.width / 2.0 >= 0.0 && shape.y - shape.height / 2.0 >= 0.0,
            "{shape:?}"
        );
        assert!(shape.x + shape.width / 2.0 <= picture.width, "{shape:?}");
        assert!(shape.y + shape.height / 2.0 <= picture.height, "{shape:?}");
    }
    for (i, a) in picture.shapes.iter().enumerate() {
        for b in &picture.shapes[i + 1..] {
            assert!(!overlap(a, b), "{a:?} overlaps {b:?}");
        }
    }
    let ids: HashSet<&str> = picture.shapes.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(ids.len(), picture.shapes.len(), "ids of shapes are unique");
}

fn ends<'a>(picture: &'a Picture, edge: &Edge) -> (&'a Shape, &'a Shape) {
    (
        &picture.shapes[edge.from as usize],
        &picture.shapes[edge.to as usize],
    )
}

fn check_edge(picture: &Picture, edge: &Edge) {
    let (from, to) = ends(picture, edge);
    assert!(edge.points.len() >= 2);
    assert!(on_border(from, edge.points[0]), "{edge:?} leaves {from:?}");
    assert!(
        on_border(to, edge.points[edge.points.len() - 1]),
        "{edge:?} arrives at {to:?}"
    );
    for &(x, y) in &edge.points {
        assert!((0.0..=picture.width).contains(&x) && (0.0..=picture.height).contains(&y));
    }
    for pair in edge.points.windows(2) {
        for shape in &picture.shapes {
            assert!(
                !runs_through(shape, pair[0], pair[1]),
                "{edge:?} runs through {shape:?}"
            );
        }
    }
}

fn check_picture(graph: &PictureGraph, picture: &Picture, direction: Direction) {
    check_shapes(picture);
    for edge in &picture.edges {
        check_edge(picture, edge);
        let (from, to) = ends(picture, edge);
        let forward = match direction {
            Direction::BottomToTop => to.y < from.y,
            Direction::TopToBottom => to.y > from.y,
            Direction::LeftToRight => to.x > from.x,
            Direction::RightToLeft => to.x < from.x,
        };
        assert!(forward, "{edge:?} follows the flow");
    }
    let joined: HashSet<(u32, u32)> = picture.edges.iter().map(|e| (e.from, e.to)).collect();
    assert_eq!(
        joined.len(),
        picture.edges.len(),
        "every line is drawn once"
    );
    let tasks: HashSet<u32> = picture.shapes.iter().map(|s| s.task).collect();
    assert_eq!(tasks.len(), graph.nodes.len(), "every task is drawn");
    let drawn: HashSet<(u32, u32)> = picture
        .edges
        .iter()
        .map(|e| ends(picture, e))
        .map(|(from, to)| (from.task, to.task))
        .filter(|(from, to)| from != to)
        .collect();
    let needed: HashSet<(u32, u32)> = (0u32..)
        .zip(&graph.nodes)
        .flat_map(|(v, node)| node.deps.iter().map(move |&d| (d, v)))
        .collect();
    assert_eq!(drawn, needed, "the lines are the dependencies");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn small_pictures_are_sound(graph in graphs(24), style in 0..2usize, direction in 0..4usize) {
        let options = Options::new(STYLES[style], DIRECTIONS[direction]);
        let picture = draw(&graph, &options).expect("sound graph");
        check_picture(&graph, &picture, options.direction);
        prop_assert_eq!(&picture, &draw(&graph, &options).expect("sound graph"));
    }

    #[test]
    fn large_pictures_are_sound(graph in graphs(130), style in 0..2usize, direction in 0..4usize) {
        let options = Options::new(STYLES[style], DIRECTIONS[direction]);
        let picture = draw(&graph, &options).expect("sound graph");
        check_picture(&graph, &picture, options.direction);
        prop_assert_eq!(&picture, &draw(&graph, &options).expect("sound graph"));
    }

    #[test]
    fn any_indices_give_a_picture_or_an_error(
        deps in prop::collection::vec(prop::collection::vec(0..12u32, 0..4), 0..10),
        output in 0..12u32,
    ) {
        let n = deps.len() as u32;
        let bad = output >= n || deps.iter().flatten().any(|&d| d >= n);
        let nodes = deps
            .into_iter()
            .map(|deps| PictureNode {
                label: "f".into(),
                box_label: String::new(),
                kind: NodeKind::Task,
                deps,
            })
            .collect();
        let graph = PictureGraph { nodes, outputs: vec![output] };
        match draw(&graph, &Options::default()) {
            Ok(picture) => check_picture(&graph, &picture, Direction::BottomToTop),
            Err(LayoutError::UnknownNode { index }) => prop_assert!(bad && index >= n),
            Err(LayoutError::Cycle { node }) => prop_assert!(node < n),
            Err(LayoutError::TooLarge { .. }) => prop_assert!(false, "ten tasks are not too large"),
        }
    }

    #[test]
    fn any_graph_may_follow_any_other(
        first in graphs(40),
        then in graphs(40),
        looks in (0..2usize, 0..4usize, 0..2usize, 0..4usize),
    ) {
        let before = Options::new(STYLES[looks.0], DIRECTIONS[looks.1]);
        let options = Options::new(STYLES[looks.2], DIRECTIONS[looks.3]);
        let (_, memory) = redraw(&first, &before, None).expect("sound graph");
        let (picture, memory) = redraw(&then, &options, memory.as_ref()).expect("sound graph");
        check_picture(&then, &picture, options.direction);
        let (again, _) = redraw(&then, &options, memory.as_ref()).expect("sound graph");
        prop_assert_eq!(again.shapes, picture.shapes, "what stays the same stays where it is");
    }

    #[test]
    fn the_svg_of_any_label_is_well_formed(label in ".{0,60}", value in ".{0,60}", style in 0..2usize) {
        let mut graph = common::map(1);
        graph.nodes[1].label = format!("</text><script>'{label}");
        graph.nodes[0].label.clone_from(&label);
        graph.nodes[0].box_label.clone_from(&value);
        let options = Options::new(STYLES[style], Direction::BottomToTop);
        let values = [Some(label), Some(value)];
        let written = SvgOptions { values: &values, ..SvgOptions::default() };
        let picture = draw(&graph, &options).expect("sound graph");
        let svg = to_svg(&picture, &written);
        let tree = roxmltree::Document::parse(&svg).expect("well-formed");
        let texts = tree.descendants().filter(|node| node.has_tag_name("text"));
        let labelled = texts.filter(|text| text.text().is_some_and(|text| !text.is_empty())).count();
        prop_assert!(labelled >= 1);
        prop_assert!(!tree.descendants().any(|node| node.has_tag_name("script")));
    }

    #[test]
    fn any_label_is_written_inside_its_shape(label in ".{0,40}|[a-z]{1,9}([_-][a-zA-Z]{1,12}){0,6}|[日本語가나🎈λé]{1,20}") {
        let mut graph = common::map(1);
        graph.nodes[0].label.clone_from(&label);
        graph.nodes[1].box_label = label;
        for style in STYLES {
            let picture = draw(&graph, &Options::new(style, Direction::BottomToTop)).expect("sound graph");
            for shape in &picture.shapes {
                check_text(shape);
            }
        }
    }
}

/// The corners of every line lie in the shape, at the width of the widest face.
fn check_text(shape: &Shape) {
    let middle = (shape.lines.len().max(1) - 1) as f64 / 2.0;
    for (i, line) in (0..).zip(&shape.lines) {
        assert!(shape.font_px >= 7.5, "{shape:?}");
        let right = text_em(line) * shape.font_px / 2.0;
        let bottom = (1.1 * (f64::from(i) - middle).abs() + 0.36) * shape.font_px;
        if shape.kind == ShapeKind::Circle {
            assert!(right.hypot(bottom) < shape.width / 2.0, "{shape:?}");
        } else {
            assert!(
                right < shape.width / 2.0 && bottom < shape.height / 2.0,
                "{shape:?}"
            );
        }
    }
}

#[test]
fn lesson_graphs_are_sound() {
    let graphs = [
        common::tree(16),
        common::linear(20),
        common::weighted_mean(16),
        common::x_plus_transpose(4),
        common::map(40),
        common::independent(70),
        common::shuffle(16, 8),
        common::blelloch(16),
        common::butterfly(8),
    ];
    for graph in graphs {
        for style in STYLES {
            let options = Options::new(style, Direction::BottomToTop);
            let picture = draw(&graph, &options).expect("sound graph");
            check_picture(&graph, &picture, options.direction);
        }
    }
}

#[test]
fn large_graphs_fold_into_stacks() {
    let graphs = [
        (common::tree(3_000), "inc × 3000"),
        (common::linear(3_000), "add"),
        (common::shuffle(100, 100), "count × 100"),
        (common::random(5_000, 3, 400, 7), "add"),
    ];
    for (graph, label) in graphs {
        let picture = draw(&graph, &Options::default()).expect("sound graph");
        assert!(picture.folds && picture.open.is_empty() && picture.notice.is_none());
        assert!(picture.shapes.len() <= 240);
        assert!(
            picture.shapes.iter().any(|s| s.label.contains(label)),
            "{label}"
        );
        check_shapes(&picture);
        check_folded(&graph, &picture);
    }
}

/// Every task is in exactly one unit, and every dependency in one line.
fn check_folded(graph: &PictureGraph, picture: &Picture) {
    let units = |s: &&Shape| s.kind != ShapeKind::Box;
    let tasks: u32 = picture.shapes.iter().filter(units).map(|s| s.count).sum();
    assert_eq!(tasks as usize, graph.nodes.len());
    assert_eq!(picture.shape_of.len(), graph.nodes.len());
    let task_of = |end: u32| picture.shapes[end as usize].task;
    let lines: u32 = picture
        .edges
        .iter()
        .filter(|e| task_of(e.from) != task_of(e.to))
        .map(|e| e.count)
        .sum();
    let between = |v: usize, d: u32| picture.shape_of[v] != picture.shape_of[d as usize];
    let needed: HashSet<(usize, u32)> = (0..)
        .zip(&graph.nodes)
        .flat_map(|(v, node)| node.deps.iter().map(move |&d| (v, d)))
        .filter(|&(v, d)| between(v, d))
        .collect();
    assert_eq!(lines as usize, needed.len());
}

#[test]
fn a_stack_opens_and_everything_unfolds() {
    let graph = common::tree(400);
    let closed = draw(&graph, &Options::default()).expect("sound graph");
    let stack = closed
        .shapes
        .iter()
        .find(|s| s.label == "add × 25")
        .expect("a stack");
    let options = Options {
        open: vec![stack.id.clone(), "no such stack".into()],
        ..Options::default()
    };
    let open = draw(&graph, &options).expect("sound graph");
    assert_eq!(open.open.len(), 1);
    assert_eq!(
        (open.open[0].label.as_str(), open.open[0].count),
        ("add × 25", 25)
    );
    assert!(open.shapes.iter().all(|s| s.id != stack.id));
    check_folded(&graph, &open);
    check_shapes(&open);
    let unfold = Options {
        unfold: true,
        ..Options::default()
    };
    let whole = draw(&graph, &unfold).expect("sound graph");
    assert!(whole.folds && whole.shapes.iter().all(|s| s.count == 1));
    check_folded(&graph, &whole);
    let large = draw(&common::shuffle(300, 300), &unfold).expect("sound graph");
    assert!(large.notice.is_some() && large.folds);
}

#[test]
fn graphs_that_can_not_be_drawn_are_refused_with_a_reason() {
    let mut cyclic = common::tree(2);
    cyclic.nodes[0].deps.push(2);
    let error = draw(&cyclic, &Options::default()).expect_err("cyclic");
    assert!(
        matches!(error, LayoutError::Cycle { node: 0 | 2 }),
        "{error}"
    );
    let mut dangling = common::tree(2);
    dangling.nodes[0].deps.push(9);
    let error = draw(&dangling, &Options::default()).expect_err("dangling");
    assert_eq!(error, LayoutError::UnknownNode { index: 9 });
    assert_eq!(
        draw(&PictureGraph::default(), &Options::default()),
        Ok(Picture::default())
    );
}

#[test]
fn paths_do_not_swing_out_beyond_their_points() {
    let picture = draw(&common::weighted_mean(16), &Options::default()).expect("sound graph");
    for edge in &picture.edges {
        let xs = edge.points.iter().map(|p| p.0);
        let (low, high) = xs.fold((f64::MAX, f64::MIN), |(l, h), x| (l.min(x), h.max(x)));
        let path = path_data(&edge.curve).replace(['M', 'L', 'C'], " ");
        let numbers: Vec<f64> = path
            .split_whitespace()
            .filter_map(|n| n.parse().ok())
            .collect();
        for x in numbers.iter().step_by(2) {
            assert!(*x > low - 0.1 && *x < high + 0.1, "{path}");
        }
    }
}

/// `n` tasks of which each needs the ones that `deps` names.
fn made(n: u32, deps: impl Fn(u32) -> Vec<u32>) -> PictureGraph {
    let node = |v| PictureNode {
        label: "step".into(),
        box_label: String::new(),
        kind: NodeKind::Task,
        deps: deps(v),
    };
    PictureGraph {
        nodes: (0..n).map(node).collect(),
        outputs: vec![n - 1],
    }
}

#[test]
fn huge_graphs_are_drawn() {
    let before = |v: u32, times: usize| vec![v.saturating_sub(1); times * usize::from(v > 0)];
    let all_if = |n: u32, is: bool| if is { (0..n).collect() } else { vec![] };
    let graphs = [
        ("a chain", made(100_000, |v| before(v, 1))),
        ("a star", made(50_001, |v| all_if(v, v == 50_000))),
        ("a fan", made(50_001, |v| vec![0; usize::from(v > 0)])),
        ("parts", made(100_000, |_| vec![])),
        ("all to all", made(1_400, |v| all_if(700, v >= 700))),
        ("repetitions", made(2_000, |v| before(v, 9))),
    ];
    for (name, graph) in graphs {
        for unfold in [false, true] {
            let options = Options {
                unfold,
                ..Options::default()
            };
            let (picture, memory) = redraw(&graph, &options, None).expect(name);
            assert_eq!(picture.shape_of.len(), graph.nodes.len(), "{name}");
            let (again, _) = redraw(&graph, &options, memory.as_ref()).expect(name);
            assert_eq!(again.shapes, picture.shapes, "{name}");
        }
    }
}

#[test]
fn a_task_that_needs_itself_is_refused_by_name() {
    let mut graph = common::tree(4);
    graph.nodes[5].deps.push(5);
    let error = draw(&graph, &Options::default()).expect_err("a loop");
    assert_eq!(error, LayoutError::Cycle { node: 5 });
}
