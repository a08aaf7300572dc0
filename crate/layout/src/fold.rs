//! Folding: graphs that are too large to be read task by task.
//!
//! Tasks of equal prefix and depth, which is what one layer of a collection
//! is, become one stack, `inc × 640`; few of them stay as they are. Where that
//! still leaves too much, as in a chain of thousands of sums, whole bands of
//! neighbouring depths become one stack each. Depth only grows along edges, so
//! neither way makes a cycle, however many stacks are open.

use std::collections::HashMap;

use crate::graph::PictureGraph;
use crate::picture::OpenStack;

/// Fewer tasks of one layer than this are not folded.
const MIN_STACK: usize = 8;
/// Most units, and most lines between them, with all stacks closed.
const MAX_UNITS: usize = 240;
const MAX_UNIT_LINES: usize = 900;
/// Most bands.
const MAX_BANDS: u32 = 40;
/// Prefixes that are written out in the label of a band.
const MAX_NAMED_PREFIXES: usize = 2;

/// What one unit of the picture stands for.
#[derive(Debug, PartialEq)]
pub(crate) enum Content {
    Task(u32),
    Stack {
        /// Its first task, in program order.
        first: u32,
        label: String,
        /// Unique, and steady over edits.
        name: String,
        count: u32,
    },
}

impl Content {
    /// The first task it stands for.
    pub(crate) fn task(&self) -> u32 {
        match *self {
            Self::Task(v) => v,
            Self::Stack { first, .. } => first,
        }
    }
}

/// A graph of units, in the order of their first tasks.
#[derive(Debug)]
pub(crate) struct Folded {
    pub units: Vec<Content>,
    pub edges: Vec<(u32, u32)>,
    /// How many dependencies each edge stands for.
    pub counts: Vec<u32>,
    pub outputs: Vec<u32>,
    /// The unit of each task.
    pub unit_of: Vec<u32>,
    pub open: Vec<OpenStack>,
}

/// Folds a graph; the stacks named in `open` are left task by task.
pub(crate) fn fold(
    graph: &PictureGraph,
    edges: &[(u32, u32)],
    topo: &[u32],
    open: &[String],
) -> Folded {
    let depths = depths(graph.nodes.len(), edges, topo);
    let layers = Layers::by_depth(graph, &depths);
    let closed = layers.fold(graph, edges, &[]);
    if closed.units.len() <= MAX_UNITS && closed.edges.len() <= MAX_UNIT_LINES {
        return if open.is_empty() {
            closed
        } else {
            layers.fold(graph, edges, open)
        };
    }
    Layers::by_bands(graph, &depths).fold(graph, edges, open)
}

/// Tasks that may be drawn as one shape.
struct Layer {
    first: u32,
    count: usize,
    label: String,
    name: String,
}

/// A partition of the tasks, in the order of first tasks.
struct Layers {
    layers: Vec<Layer>,
    layer_of: Vec<u32>,
}

impl Layers {
    /// Layers by prefix and depth.
    fn by_depth(graph: &PictureGraph, depths: &[u32]) -> Self {
        let mut ids: HashMap<(u32, &str), u32> = HashMap::new();
        let mut numbers: HashMap<&str, u32> = HashMap::new();
        let mut layers: Vec<Layer> = Vec::new();
        let mut layer_of = Vec::with_capacity(depths.len());
        for (v, (node, &depth)) in (0u32..).zip(graph.nodes.iter().zip(depths)) {
            let label = node.label.as_str();
            let layer = *ids.entry((depth, label)).or_insert_with(|| {
                let number = numbers.entry(label).or_insert(0);
                layers.push(Layer {
                    first: v,
                    count: 0,
                    label: String::new(),
                    name: format!("{label}×#{number}"),
                });
                *number += 1;
                layers.len() as u32 - 1
            });
            layers[layer as usize].count += 1;
            layer_of.push(layer);
        }
        for layer in &mut layers {
            layer.label = counted(&graph.nodes[layer.first as usize].label, layer.count);
        }
        Self { layers, layer_of }
    }

    /// Layers by bands of neighbouring depths.
    fn by_bands(graph: &PictureGraph, depths: &[u32]) -> Self {
        let ranks = depths.iter().max().map_or(1, |&most| most + 1);
        let height = ranks.div_ceil(MAX_BANDS);
        let mut ids: Vec<Option<u32>> = vec![None; ranks.div_ceil(height) as usize];
        let mut members: Vec<Vec<u32>> = Vec::new();
        let mut layer_of = Vec::with_capacity(depths.len());
        for (v, &depth) in (0u32..).zip(depths) {
            let layer = *ids[(depth / height) as usize].get_or_insert_with(|| {
                members.push(Vec::new());
                members.len() as u32 - 1
            });
            members[layer as usize].push(v);
            layer_of.push(layer);
        }
        let layers = members
            .iter()
            .map(|members| {
                let first = members.first().copied().unwrap_or(0);
                Layer {
                    first,
                    count: members.len(),
                    label: counted(&common_prefixes(graph, members), members.len()),
                    name: format!("band×#{}", depths[first as usize] / height),
                }
            })
            .collect();
        Self { layers, layer_of }
    }

    fn fold(&self, graph: &PictureGraph, edges: &[(u32, u32)], open: &[String]) -> Folded {
        let is_open = |layer: &Layer| open.contains(&layer.name);
        let stacked: Vec<bool> = self
            .layers
            .iter()
            .map(|layer| layer.count >= MIN_STACK && !is_open(layer))
            .collect();
        let mut stack_units: Vec<Option<u32>> = vec![None; self.layers.len()];
        let mut units: Vec<Content> = Vec::new();
        let mut unit_of = Vec::with_capacity(self.layer_of.len());
        for (v, &layer) in (0u32..).zip(&self.layer_of) {
            let layer = layer as usize;
            if let (true, Some(unit)) = (stacked[layer], stack_units[layer]) {
                unit_of.push(unit);
                continue;
            }
            let unit = units.len() as u32;
            unit_of.push(unit);
            if !stacked[layer] {
                units.push(Content::Task(v));
                continue;
            }
            stack_units[layer] = Some(unit);
            let Layer {
                first,
                count,
                label,
                name,
            } = &self.layers[layer];
            units.push(Content::Stack {
                first: *first,
                label: label.clone(),
                name: name.clone(),
                count: *count as u32,
            });
        }
        let (edges, counts) = joined(edges, &unit_of);
        let opened = self
            .layers
            .iter()
            .filter(|layer| layer.count >= MIN_STACK && is_open(layer))
            .map(|layer| OpenStack {
                id: layer.name.clone(),
                label: layer.label.clone(),
                count: layer.count as u32,
            })
            .collect();
        let outputs = wanted(&graph.outputs, &unit_of, units.len());
        Folded {
            units,
            edges,
            counts,
            outputs,
            unit_of,
            open: opened,
        }
    }
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
    match label.chars().count() {
        ..=12 => format!("{label} × {count}"),
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

/// The lines between units, each once, and how many edges each stands for.
fn joined(edges: &[(u32, u32)], unit_of: &[u32]) -> (Vec<(u32, u32)>, Vec<u32>) {
    let mut all: Vec<(u32, u32)> = edges
        .iter()
        .map(|&(a, b)| (unit_of[a as usize], unit_of[b as usize]))
        .filter(|(a, b)| a != b)
        .collect();
    // Stable, so that the arguments of a task keep their order.
    all.sort_by_key(|&(_, to)| to);
    let mut lines: Vec<(u32, u32)> = Vec::new();
    let mut counts: Vec<u32> = Vec::new();
    let mut place_of: HashMap<(u32, u32), usize> = HashMap::new();
    for line in all {
        let place = *place_of.entry(line).or_insert(lines.len());
        if place == lines.len() {
            lines.push(line);
            counts.push(0);
        }
        counts[place] += 1;
    }
    (lines, counts)
}

/// The units of the outputs, each once.
fn wanted(outputs: &[u32], unit_of: &[u32], units: usize) -> Vec<u32> {
    let mut seen = vec![false; units];
    let all = outputs.iter().map(|&output| unit_of[output as usize]);
    all.filter(|&unit| !std::mem::replace(&mut seen[unit as usize], true))
        .collect()
}
