//! A picture stays where it is when the program is edited.

mod common;

use std::collections::{HashMap, HashSet};

use taskyard_layout::{
    Direction, NodeKind, Options, PictureGraph, PictureNode, Shape, ShapeKind, Style, draw, redraw,
};

/// Most that kept shapes may move on average, in widths of a node.
const MOST_MOVED: f64 = 1.0;

#[test]
fn what_did_not_change_does_not_move() {
    for graph in [
        common::tree(16),
        common::weighted_mean(8),
        common::random(60, 2, 20, 2),
    ] {
        let options = Options::default();
        let (first, memory) = redraw(&graph, &options, None).expect("sound graph");
        let (again, _) = redraw(&graph, &options, memory.as_ref()).expect("sound graph");
        assert_eq!(first, again);
        assert_eq!(first, draw(&graph, &options).expect("sound graph"));
    }
}

/// Ids of the shapes before an edit that are gone after it.
fn lost(before: &PictureGraph, after: &PictureGraph) -> Vec<String> {
    let options = Options::default();
    let (first, memory) = redraw(before, &options, None).expect("sound graph");
    let (then, _) = redraw(after, &options, memory.as_ref()).expect("sound graph");
    let kept: HashSet<&str> = then.shapes.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(kept.len(), then.shapes.len(), "names are unique");
    let ids = first.shapes.iter().map(|s| s.id.clone());
    ids.filter(|id| !kept.contains(id.as_str())).collect()
}

#[test]
fn names_outlive_edits() {
    let none: [String; 0] = [];
    assert_eq!(lost(&common::map(16), &common::map(17)), none);
    assert_eq!(lost(&common::tree(8), &common::tree(16)), none);
    assert_eq!(lost(&common::linear(5), &common::linear(6)), none);
    assert_eq!(
        lost(&common::weighted_mean(4), &common::weighted_mean(5)),
        none
    );
    let mut renamed = common::tree(8);
    for node in renamed.nodes.iter_mut().filter(|node| node.label == "inc") {
        node.label = "increment".into();
    }
    assert_eq!(lost(&common::tree(8), &renamed), none);
}

/// How an edit moves what was there before.
#[derive(Debug)]
struct Moves {
    /// Mean and greatest distance of kept shapes, in widths of a node, seen by
    /// a view that follows `Picture::shift`.
    mean: f64,
    most: f64,
    /// Pairs that stand side by side before and after, in opposite orders.
    flips: usize,
}

fn moves(before: &PictureGraph, after: &PictureGraph, options: &Options) -> Moves {
    let (first, memory) = redraw(before, options, None).expect("sound graph");
    let (then, _) = redraw(after, options, memory.as_ref()).expect("sound graph");
    let now: HashMap<&str, &Shape> = then.shapes.iter().map(|s| (s.id.as_str(), s)).collect();
    let units = first.shapes.iter().filter(|s| s.kind != ShapeKind::Box);
    let kept: Vec<(&Shape, &Shape)> = units
        .filter_map(|s| Some((s, *now.get(s.id.as_str())?)))
        .collect();
    let width = kept.iter().map(|(s, _)| s.width).sum::<f64>() / kept.len() as f64;
    let distances: Vec<f64> = kept
        .iter()
        .map(|(a, b)| (b.x - a.x - then.shift.0).hypot(b.y - a.y - then.shift.1) / width)
        .collect();
    let mut flips = 0;
    for (i, (a0, a1)) in kept.iter().enumerate() {
        for (b0, b1) in &kept[i + 1..] {
            let beside = (a0.y - b0.y).abs() < 1.0 && (a1.y - b1.y).abs() < 1.0;
            flips += usize::from(beside && (a0.x < b0.x) != (a1.x < b1.x));
        }
    }
    Moves {
        mean: distances.iter().sum::<f64>() / distances.len() as f64,
        most: distances.iter().copied().fold(0.0, f64::max),
        flips,
    }
}

/// One more task that needs the last one.
fn consumed(graph: &PictureGraph) -> PictureGraph {
    let mut graph = graph.clone();
    let last = graph.nodes.len() as u32 - 1;
    graph.nodes.push(PictureNode {
        label: "show".into(),
        box_label: String::new(),
        kind: NodeKind::Task,
        deps: vec![last],
    });
    graph.outputs = vec![last + 1];
    graph
}

/// One more argument of the last task.
fn fed(graph: &PictureGraph) -> PictureGraph {
    let mut graph = graph.clone();
    let last = graph.nodes.len() - 1;
    let mut end = graph.nodes.pop().expect("graphs have tasks");
    graph.nodes.push(PictureNode {
        label: "extra".into(),
        box_label: String::new(),
        kind: NodeKind::Task,
        deps: vec![],
    });
    end.deps.push(last as u32);
    graph.nodes.push(end);
    graph.outputs = vec![last as u32 + 1];
    graph
}

fn edits() -> Vec<(String, PictureGraph, PictureGraph)> {
    let mut edits = vec![
        ("map16, a leaf".to_owned(), common::map(16), common::map(17)),
        (
            "tree16, a leaf".to_owned(),
            common::tree(16),
            common::tree(17),
        ),
        (
            "tree16, a level".to_owned(),
            common::tree(16),
            common::tree(32),
        ),
        (
            "tree64, a level".to_owned(),
            common::tree(64),
            common::tree(128),
        ),
        (
            "linear12, a step".to_owned(),
            common::linear(12),
            common::linear(13),
        ),
        (
            "wmean8, a value".to_owned(),
            common::weighted_mean(8),
            common::weighted_mean(9),
        ),
        (
            "wmean16, a value".to_owned(),
            common::weighted_mean(16),
            common::weighted_mean(17),
        ),
        (
            "independent20, one more".to_owned(),
            common::independent(20),
            common::independent(21),
        ),
        (
            "shuffle8x4, a reducer".to_owned(),
            common::shuffle(8, 4),
            common::shuffle(8, 5),
        ),
        (
            "shuffle8x4, a mapper".to_owned(),
            common::shuffle(8, 4),
            common::shuffle(9, 4),
        ),
    ];
    let graphs = [
        ("tree16", common::tree(16)),
        ("wmean16", common::weighted_mean(16)),
        ("xxT4", common::x_plus_transpose(4)),
        ("xxT8", common::x_plus_transpose(8)),
        ("butterfly8", common::butterfly(8)),
        ("blelloch16", common::blelloch(16)),
        ("shuffle16x8", common::shuffle(16, 8)),
        ("random60", common::random(60, 2, 20, 2)),
        ("random200", common::random(200, 2, 60, 3)),
    ];
    for (name, graph) in graphs {
        edits.push((
            format!("{name}, a consumer"),
            graph.clone(),
            consumed(&graph),
        ));
        edits.push((format!("{name}, an argument"), graph.clone(), fed(&graph)));
    }
    edits
}

#[test]
fn edits_move_little_and_flip_nothing() {
    let mut failures = Vec::new();
    for (name, before, after) in edits() {
        for style in [Style::Dask, Style::Clear] {
            let options = Options::new(style, Direction::BottomToTop);
            let moves = moves(&before, &after, &options);
            println!(
                "{name:<26} {style:?}: mean {:.2}, most {:.2}, flips {}",
                moves.mean, moves.most, moves.flips
            );
            if moves.mean >= MOST_MOVED || moves.flips > 0 {
                failures.push(format!("{name} {style:?}: {moves:?}"));
            }
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}
