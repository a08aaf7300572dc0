//! From a task graph to what the page draws.

use taskyard_dask::TaskSpec;
use taskyard_graph::{TaskGraph, TaskKind as Kind, box_label, key_split};
use taskyard_layout::{
    NodeKind, Options, Picture as Drawing, PictureGraph, PictureNode, ShapeKind as DrawnKind, Style, draw,
    to_dot, to_svg,
};

use crate::data::{CallKind, Edge, GraphData, Layout, Picture, Shape, ShapeKind, TaskData, TaskKind};

/// The plain data of a graph.
pub(crate) fn graph_data(graph: &TaskGraph<TaskSpec>) -> GraphData {
    let tasks = graph
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
    GraphData { tasks, outputs: graph.outputs().iter().map(|id| id.0).collect(), cyclic: false }
}

/// What is recorded and drawn of a graph that has a cycle or could not be built.
pub(crate) fn empty_graph(cyclic: bool) -> GraphData {
    GraphData { tasks: Vec::new(), outputs: Vec::new(), cyclic }
}

fn picture_graph(graph: &GraphData) -> PictureGraph {
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

fn layout(drawing: Drawing) -> Layout {
    Layout {
        width: drawing.width,
        height: drawing.height,
        shapes: drawing
            .shapes
            .into_iter()
            .map(|shape| Shape {
                id: shape.id,
                task: shape.task,
                kind: match shape.kind {
                    DrawnKind::Circle => ShapeKind::Circle,
                    DrawnKind::Box => ShapeKind::Box,
                    DrawnKind::Label => ShapeKind::Label,
                },
                label: shape.label,
                x: shape.x,
                y: shape.y,
                width: shape.width,
                height: shape.height,
            })
            .collect(),
        edges: drawing
            .edges
            .into_iter()
            .map(|edge| Edge { id: edge.id, from: edge.from, to: edge.to, points: edge.points })
            .collect(),
    }
}

/// Draws a graph in one style; a graph that cannot be drawn is an empty layout and a notice.
fn drawn(graph: &PictureGraph, style: Style) -> (Layout, Option<String>) {
    let options = Options { style, ..Options::default() };
    match draw(graph, &options) {
        Ok(mut drawing) => {
            let notice = drawing.notice.take();
            (layout(drawing), notice)
        }
        Err(error) => (layout(Drawing::default()), Some(sentence(&error.to_string()))),
    }
}

fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => format!("{}{}.", first.to_uppercase(), chars.as_str()),
        None => String::new(),
    }
}

/// A graph with its places, in both styles.
pub(crate) fn picture(name: String, call: CallKind, line: u32, graph: GraphData) -> Picture {
    if graph.cyclic {
        let notice = Some("The graph has a cycle: a task needs its own result.".to_owned());
        let (dask, clear) = (layout(Drawing::default()), layout(Drawing::default()));
        return Picture { name, call, line, graph, dask, clear, notice };
    }
    let nodes = picture_graph(&graph);
    let (dask, notice) = drawn(&nodes, Style::Dask);
    let (clear, other) = drawn(&nodes, Style::Clear);
    Picture { name, call, line, graph, dask, clear, notice: notice.or(other) }
}

/// A graph as SVG text, as Dask draws it.
///
/// # Errors
/// Why it cannot be drawn.
pub fn svg(graph: &GraphData) -> Result<String, String> {
    draw(&picture_graph(graph), &Options::default()).map(|drawing| to_svg(&drawing)).map_err(|e| e.to_string())
}

/// A graph in the language of graphviz.
///
/// # Errors
/// Why it cannot be written.
pub fn dot(graph: &GraphData) -> Result<String, String> {
    to_dot(&picture_graph(graph), &Options::default()).map_err(|e| e.to_string())
}
