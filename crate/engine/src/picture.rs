//! The plain data of a graph, and a graph as the layout sees it.

use std::hash::Hasher;

use taskyard_dask::TaskSpec;
use taskyard_graph::{TaskGraph, TaskKind as Kind, box_label, key_split};
use taskyard_layout::{NodeKind, Options, PictureGraph, PictureNode, draw, to_dot, to_svg, SvgOptions};

use crate::data::{CallKind, Direction, GraphData, Look, Picture, Style, TaskData, TaskKind};

/// The plain data of a graph.
pub(crate) fn graph_data(graph: &TaskGraph<TaskSpec>) -> GraphData {
    let tasks: Vec<TaskData> = graph
        .nodes()
        .iter()
        .zip(0u32..)
        .map(|(node, id)| TaskData {
            id,
            key: node.key.to_string(),
            prefix: key_split(&node.key),
            kind: match node.kind {
                Kind::Task => TaskKind::Task,
                Kind::Data => TaskKind::Data,
                Kind::Alias => TaskKind::Alias,
            },
            box_label: box_label(&node.key),
            deps: node.deps.iter().map(|dep| dep.0).collect(),
            line: node.payload.line,
        })
        .collect();
    let outputs: Vec<u32> = graph.outputs().iter().map(|id| id.0).collect();
    let figure = figure(&tasks, &outputs);
    GraphData { tasks, outputs, cyclic: false, figure }
}

/// What is recorded and drawn of a graph that has a cycle or could not be built.
pub(crate) fn empty_graph(cyclic: bool) -> GraphData {
    GraphData { tasks: Vec::new(), outputs: Vec::new(), cyclic, figure: String::new() }
}

/// A digest of all that a picture depends on.
fn figure(tasks: &[TaskData], outputs: &[u32]) -> String {
    let mut hasher = Fnv(0xcbf2_9ce4_8422_2325);
    for task in tasks {
        for text in [&task.prefix, &task.box_label] {
            hasher.write(text.as_bytes());
            hasher.write_u8(0xff);
        }
        hasher.write_u8(task.kind as u8);
        for &dep in &task.deps {
            hasher.write_u32(dep);
        }
        hasher.write_u32(u32::MAX);
    }
    for &output in outputs {
        hasher.write_u32(output);
    }
    format!("{}-{:016x}", tasks.len(), hasher.finish())
}

/// FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo): the same on every machine.
struct Fnv(u64);

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

/// A graph as the layout sees it.
pub(crate) fn picture_graph(graph: &GraphData) -> PictureGraph {
    let nodes = graph
        .tasks
        .iter()
        .map(|task| PictureNode {
            label: task.prefix.clone(),
            box_label: task.box_label.clone(),
            kind: match task.kind {
                TaskKind::Task => NodeKind::Task,
                TaskKind::Data => NodeKind::Data,
                TaskKind::Alias => NodeKind::Alias,
            },
            deps: task.deps.clone(),
        })
        .collect();
    PictureGraph { nodes, outputs: graph.outputs.clone() }
}

/// The options of the layout for a look.
pub(crate) fn options(look: &Look) -> Options {
    Options {
        style: match look.style {
            Style::Dask => taskyard_layout::Style::Dask,
            Style::Clear => taskyard_layout::Style::Clear,
        },
        direction: match look.direction {
            Direction::BottomToTop => taskyard_layout::Direction::BottomToTop,
            Direction::TopToBottom => taskyard_layout::Direction::TopToBottom,
            Direction::LeftToRight => taskyard_layout::Direction::LeftToRight,
            Direction::RightToLeft => taskyard_layout::Direction::RightToLeft,
        },
        open: look.open.clone(),
        unfold: look.unfold,
    }
}

/// A graph that can be shown, not yet drawn.
pub(crate) fn picture(name: String, call: CallKind, line: u32, graph: GraphData) -> Picture {
    Picture { name, call, line, graph, layout: None }
}

/// A graph as SVG text.
///
/// # Errors
/// Why it cannot be drawn.
pub fn svg(graph: &GraphData, look: &Look) -> Result<String, String> {
    draw(&picture_graph(graph), &options(look)).map(|drawing| to_svg(&drawing, &SvgOptions::default())).map_err(|e| e.to_string())
}

/// A graph in the language of graphviz.
///
/// # Errors
/// Why it cannot be written.
pub fn dot(graph: &GraphData, look: &Look) -> Result<String, String> {
    to_dot(&picture_graph(graph), &options(look)).map_err(|e| e.to_string())
}

impl Default for Look {
    fn default() -> Self {
        Self { style: Style::Dask, direction: Direction::BottomToTop, open: Vec::new(), unfold: false }
    }
}
