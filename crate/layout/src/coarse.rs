//! Coarser pictures of graphs too large to be drawn task by task.
//!
//! Tasks of equal prefix and depth become one group, `inc × 640`. Where that
//! still leaves too many groups, as in a chain of thousands of sums, whole
//! bands of neighbouring depths become one group each. Depth only grows along
//! edges, so neither way makes a cycle.

use std::collections::HashMap;

use crate::graph::PictureGraph;

/// Most groups and most lines between them, by depth.
const MAX_GROUPS: usize = 240;
const MAX_GROUP_LINES: usize = 900;
/// Most bands.
const MAX_BANDS: u32 = 40;
/// Prefixes that are written out in the label of a band.
const MAX_NAMED_PREFIXES: usize = 2;

/// Tasks that are drawn as one shape.
#[derive(Debug, PartialEq)]
pub(crate) struct Group {
    /// The first task of the group, in program order.
    pub first: u32,
    pub label: String,
    /// Unique, and steady over edits.
    pub name: String,
}

/// A graph of groups, in the order of their first tasks.
#[derive(Debug)]
pub(crate) struct Coarse {
    pub groups: Vec<Group>,
    pub edges: Vec<(u32, u32)>,
    pub outputs: Vec<u32>,
}

/// Groups by prefix and depth; nothing when that is not coarse enough.
pub(crate) fn by_depth(graph: &PictureGraph, edges: &[(u32, u32)], topo: &[u32]) -> Option<Coarse> {
    let depths = depths(graph.nodes.len(), edges, topo);
    let mut ids: HashMap<(u32, &str), u32> = HashMap::new();
    let mut group_of = Vec::with_capacity(depths.len());
    let mut firsts: Vec<u32> = Vec::new();
    let mut counts: Vec<usize> = Vec::new();
    for (v, (node, &depth)) in (0u32..).zip(graph.nodes.iter().zip(&depths)) {
        let group = *ids
            .entry((depth, node.label.as_str()))
            .or_insert(firsts.len() as u32);
        if group as usize == firsts.len() {
            firsts.push(v);
            counts.push(0);
        }
        if firsts.len() > MAX_GROUPS {
            return None;
        }
        counts[group as usize] += 1;
        group_of.push(group);
    }
    let mut numbers: HashMap<&str, u32> = HashMap::new();
    let groups = firsts
        .iter()
        .zip(&counts)
        .map(|(&first, &count)| {
            let label = graph.nodes[first as usize].label.as_str();
            let number = numbers.entry(label).or_insert(0);
            let name = format!("{}×#{number}", label.replace('>', "›"));
            *number += 1;
            Group {
                first,
                label: counted(label, count),
                name,
            }
        })
        .collect();
    let coarse = joined(groups, edges, &group_of, &graph.outputs);
    (coarse.edges.len() <= MAX_GROUP_LINES).then_some(coarse)
}

/// Groups by bands of neighbouring depths; always coarse enough.
pub(crate) fn by_bands(graph: &PictureGraph, edges: &[(u32, u32)], topo: &[u32]) -> Option<Coarse> {
    let depths = depths(graph.nodes.len(), edges, topo);
    let ranks = depths.iter().max()? + 1;
    let height = ranks.div_ceil(MAX_BANDS);
    let mut band_groups: Vec<Option<u32>> = vec![None; ranks.div_ceil(height) as usize];
    let mut members: Vec<Vec<u32>> = Vec::new();
    let mut group_of = Vec::with_capacity(depths.len());
    for (v, &depth) in (0u32..).zip(&depths) {
        let group = *band_groups[(depth / height) as usize].get_or_insert_with(|| {
            members.push(Vec::new());
            members.len() as u32 - 1
        });
        members[group as usize].push(v);
        group_of.push(group);
    }
    let groups = members
        .iter()
        .map(|members| {
            let first = members.first().copied().unwrap_or(0);
            let band = depths[first as usize] / height;
            Group {
                first,
                label: counted(&common_prefixes(graph, members), members.len()),
                name: format!("band×#{band}"),
            }
        })
        .collect();
    Some(joined(groups, edges, &group_of, &graph.outputs))
}

/// The most frequent prefixes of some tasks, with an ellipsis for the others.
fn common_prefixes(graph: &PictureGraph, members: &[u32]) -> String {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for &v in members {
        *counts
            .entry(graph.nodes[v as usize].label.as_str())
            .or_insert(0) += 1;
    }
    let mut sorted: Vec<(&str, usize)> = counts.into_iter().collect();
    sorted.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let named: Vec<&str> = sorted
        .iter()
        .take(MAX_NAMED_PREFIXES)
        .map(|p| p.0)
        .collect();
    let more = if sorted.len() > MAX_NAMED_PREFIXES {
        ", …"
    } else {
        ""
    };
    format!("{}{more}", named.join(", "))
}

fn counted(label: &str, count: usize) -> String {
    // The number comes first where a long label might push it out of sight.
    match (count, label.chars().count()) {
        (1, _) => label.to_owned(),
        (_, ..=12) => format!("{label} × {count}"),
        _ => format!("{count} × {label}"),
    }
}

/// The longest path to each node; sources stand right before their first user.
fn depths(nodes: usize, edges: &[(u32, u32)], topo: &[u32]) -> Vec<u32> {
    let users = crate::graph::Adjacency::new(nodes, edges.iter().copied());
    let mut depths = vec![0u32; nodes];
    let mut is_source = vec![true; nodes];
    for &v in topo {
        for &user in users.of(v) {
            is_source[user as usize] = false;
            depths[user as usize] = depths[user as usize].max(depths[v as usize] + 1);
        }
    }
    for v in (0..nodes).filter(|&v| is_source[v]) {
        let first_user = users.of(v as u32).iter().map(|&u| depths[u as usize]).min();
        depths[v] = first_user.map_or(0, |depth| depth.saturating_sub(1));
    }
    depths
}

/// The lines between groups, without repetitions.
fn joined(groups: Vec<Group>, edges: &[(u32, u32)], group_of: &[u32], outputs: &[u32]) -> Coarse {
    let mut lines: Vec<(u32, u32)> = edges
        .iter()
        .map(|&(a, b)| (group_of[a as usize], group_of[b as usize]))
        .filter(|(a, b)| a != b)
        .collect();
    lines.sort_unstable_by_key(|&(from, to)| (to, from));
    lines.dedup();
    let mut wanted: Vec<u32> = Vec::new();
    let mut seen = vec![false; groups.len()];
    for &output in outputs {
        let group = group_of[output as usize];
        if !std::mem::replace(&mut seen[group as usize], true) {
            wanted.push(group);
        }
    }
    Coarse {
        groups,
        edges: lines,
        outputs: wanted,
    }
}
