//! Names for nodes that outlive edits, so that a page can move a node instead
//! of replacing it.
//!
//! A name is the prefix, the label of the value, the distinct prefixes the node
//! needs, and a number among the nodes that agree in all that, in program
//! order: `add(inc)#2`. Nothing in it depends on a token, on how many
//! dependencies there are or on anything further away, so one more leaf in a
//! map, one more argument of a sum or one more step below keeps every other
//! name but those of the direct consumers of the new prefix.

use std::collections::HashMap;

use crate::graph::PictureGraph;

/// Longest list of prefixes that is written out.
const MAX_NEEDS_CHARS: usize = 48;

/// A unique name for each node, in the order of the nodes. Every name ends in
/// `#` and digits.
pub(crate) fn name_nodes(graph: &PictureGraph) -> Vec<String> {
    let mut counts: HashMap<String, u32> = HashMap::new();
    graph
        .nodes
        .iter()
        .map(|node| {
            let mut needs: Vec<&str> = node
                .deps
                .iter()
                .filter_map(|&d| graph.nodes.get(d as usize))
                .map(|d| d.label.as_str())
                .collect();
            needs.sort_unstable();
            needs.dedup();
            let mut class = node.label.clone();
            if !node.box_label.is_empty() {
                class.push_str(&format!("[{}]", node.box_label));
            }
            if !needs.is_empty() {
                class.push_str(&format!("({})", shorten_needs(&needs.join(","))));
            }
            let count = counts.entry(class.clone()).or_insert(0);
            let name = format!("{class}#{count}");
            *count += 1;
            name
        })
        .collect()
}

/// Cuts a long list after `MAX_NEEDS_CHARS`; the number behind the name tells
/// apart what the cut makes equal.
fn shorten_needs(needs: &str) -> String {
    needs.chars().take(MAX_NEEDS_CHARS).collect()
}

/// The name of the box that stands for the value of a task.
pub(crate) fn value_id(name: &str) -> String {
    format!("{name}:value")
}
