//! A picture stays where it is when the program is edited.

mod common;

use std::collections::HashSet;

use taskyard_layout::{Options, PictureGraph, ShapeKind, draw, redraw};

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

/// Folded, with one stack open, unfolded and folded again: each drawn after
/// the one before, as a reader goes about it.
#[test]
fn stacks_keep_the_names_that_open_them() {
    let graph = common::map(400);
    let folded = Options::default();
    let (first, memory) = redraw(&graph, &folded, None).expect("sound graph");
    let stacks: Vec<&str> = first
        .shapes
        .iter()
        .filter(|shape| shape.kind == ShapeKind::Stack)
        .map(|shape| shape.id.as_str())
        .collect();
    assert!(stacks.len() > 1, "several stacks to be told apart");
    let mut memory = memory;
    for name in &stacks {
        let open = Options {
            open: vec![(*name).to_owned()],
            ..folded.clone()
        };
        let (opened, next) = redraw(&graph, &open, memory.as_ref()).expect("sound graph");
        assert_eq!(opened.open.len(), 1, "{name} opens");
        assert!(opened.shapes.len() > 400);
        memory = next;
    }
    let all = Options {
        unfold: true,
        ..folded.clone()
    };
    let (unfolded, memory) = redraw(&graph, &all, memory.as_ref()).expect("sound graph");
    assert!(unfolded.shapes.iter().all(|s| s.kind != ShapeKind::Stack));
    let (again, _) = redraw(&graph, &folded, memory.as_ref()).expect("sound graph");
    let names: Vec<&str> = again.shapes.iter().map(|s| s.id.as_str()).collect();
    assert!(stacks.iter().all(|name| names.contains(name)));
}
