//! The plain data of a graph, and a graph as the layout sees it.

use std::hash::Hasher;

use taskyard_dask::{Arg, TaskSpec, short_call, short_text};
use taskyard_graph::{TaskGraph, TaskId, TaskKind as Kind, box_label, key_split};
use taskyard_layout::{
    Edge as DrawnEdge, NodeKind, Options, Picture as Drawing, PictureGraph, PictureNode, Shape as DrawnShape,
    ShapeKind as DrawnKind, SvgOptions, Theme, draw, to_dot, to_svg,
};

use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use crate::data::{
    CallKind, Direction, GraphData, Layout, Look, Picture, ShapeKind, Style, TaskData, TaskKind, ValueData,
};

/// Tasks of a graph whose values and calls are told; the others are seldom looked at.
const MAX_TOLD: u32 = 2_000;

/// A value in a few letters, for the first tasks of a graph.
pub(crate) fn told(vm: &Vm, task: TaskId, value: Value) -> Option<ValueData> {
    (task.0 < MAX_TOLD).then(|| ValueData { text: short_text(vm, value), kind: vm.class_name(value).to_string() })
}

/// The plain data of a graph.
pub(crate) fn graph_data(vm: &Vm, graph: &TaskGraph<TaskSpec>) -> GraphData {
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
            call: if id < MAX_TOLD { short_call(vm, &node.payload) } else { None },
            value: given(&node.payload).filter(|_| node.kind == Kind::Data).and_then(|value| told(vm, TaskId(id), value)),
        })
        .collect();
    let outputs: Vec<u32> = graph.outputs().iter().map(|id| id.0).collect();
    let figure = figure(&tasks, &outputs);
    GraphData { tasks, outputs, cyclic: false, figure }
}

/// The value of an entry that is a plain value.
fn given(spec: &TaskSpec) -> Option<Value> {
    match *spec.tree {
        Arg::Literal(place) => spec.literals.get(place as usize).copied(),
        _ => None,
    }
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

/// A picture as SVG text, as it is laid out; in the clear look with its values.
///
/// # Errors
/// Why it cannot be drawn.
pub fn svg(picture: &Picture, look: &Look, theme: Theme) -> Result<String, String> {
    let drawing = match &picture.layout {
        Some(layout) => drawing_of(layout, &picture.graph),
        None => draw(&picture_graph(&picture.graph), &options(look)).map_err(|e| e.to_string())?,
    };
    let text = |task: &TaskData| task.value.as_ref().map(|value| value.text.clone());
    let values: Vec<Option<String>> = picture.graph.tasks.iter().map(text).collect();
    Ok(to_svg(&drawing, &SvgOptions { theme, ground: theme == Theme::Dark, values: &values }))
}

/// A layout as it was drawn.
fn drawing_of(layout: &Layout, graph: &GraphData) -> Drawing {
    let shapes = layout.shapes.iter().map(|shape| DrawnShape {
        id: shape.id.clone(),
        task: shape.task,
        kind: match shape.kind {
            ShapeKind::Circle => DrawnKind::Circle,
            ShapeKind::Box => DrawnKind::Box,
            ShapeKind::Label => DrawnKind::Label,
            ShapeKind::Stack => DrawnKind::Stack,
        },
        label: shape.label.clone(),
        lines: shape.lines.clone(),
        font_px: shape.font_px,
        x: shape.x,
        y: shape.y,
        width: shape.width,
        height: shape.height,
        count: shape.count,
        given: graph.tasks.get(shape.task as usize).is_some_and(|task| task.kind == TaskKind::Data),
    });
    let edges = layout.edges.iter().map(|edge| {
        let curve: Vec<(f64, f64)> = edge.curve.chunks_exact(2).map(|at| (at[0], at[1])).collect();
        DrawnEdge { from: edge.from, to: edge.to, points: Vec::new(), curve, count: edge.count }
    });
    Drawing {
        width: layout.width,
        height: layout.height,
        shapes: shapes.collect(),
        edges: edges.collect(),
        notice: layout.notice.clone(),
        ..Drawing::default()
    }
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
