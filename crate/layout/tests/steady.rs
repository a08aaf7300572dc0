//! A picture stays where it is when the program is edited.

mod common;

use std::collections::HashSet;

use taskyard_layout::{Options, PictureGraph, draw, redraw};

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
