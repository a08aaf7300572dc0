//! The only file that knows the crate `dagre`, a port of dagre.js: it places
//! boxes within frames (a compound graph) and draws the lines between them.
//!
//! The crate wants care, and all of it is taken here: both ends of every edge
//! and every parent are declared before they are named, sizes are finite and
//! positive, names are ours and short (one of the crate's own would not end),
//! every call has a graph of its own, the graph has no cycle and is small,
//! and of sweeps with equal crossings the first is kept, because the last
//! mirrors the order of the program.

use dagre_rs::graph::{Graph, GraphOptions};
use dagre_rs::{EdgeLabel, LayoutOptions, NodeLabel, RankDir, Ranker};

use crate::input::Direction;
use crate::model::Model;

/// Largest graph that is handed over: the crate recurses along paths and takes
/// more than a second beyond.
pub(crate) const MAX_BOXES: usize = 64;
pub(crate) const MAX_LINES: usize = 160;

const BOX_SEPARATION_PX: f64 = 28.0;
const LINE_SEPARATION_PX: f64 = 14.0;
/// Half of it lies between a frame and what is in it, so a title has room.
const RANK_SEPARATION_PX: f64 = 52.0;

/// A rectangle; `x` and `y` are its centre.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Rect {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// Where everything of a model lies, in its order.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Places {
    pub boxes: Vec<Rect>,
    pub frames: Vec<Rect>,
    pub lines: Vec<Vec<(f64, f64)>>,
}

/// Whether the crate is asked for a graph of this size.
pub(crate) fn is_small(boxes: usize, lines: usize) -> bool {
    boxes <= MAX_BOXES && lines <= MAX_LINES
}

fn box_name(place: usize) -> String {
    format!("b{place}")
}

fn frame_name(place: usize) -> String {
    format!("f{place}")
}

/// Places a model; nothing when it is not small or has no box.
pub(crate) fn place(model: &Model, sizes: &[(f64, f64)], direction: Direction) -> Option<Places> {
    let sound = sizes.iter().all(|(w, h)| w.is_finite() && h.is_finite() && *w > 0.0 && *h > 0.0);
    if model.boxes.is_empty() || !sound || !is_small(model.boxes.len(), model.lines.len()) {
        return None;
    }
    let mut graph: Graph<NodeLabel, EdgeLabel> =
        Graph::with_options(GraphOptions { directed: true, multigraph: true, compound: true });
    for place in 0..model.frames.len() {
        graph.set_node(frame_name(place), Some(NodeLabel::default()));
    }
    for (place, &(width, height)) in sizes.iter().enumerate().take(model.boxes.len()) {
        graph.set_node(box_name(place), Some(NodeLabel { width, height, ..NodeLabel::default() }));
    }
    for (place, frame) in model.frames.iter().enumerate() {
        if let Some(parent) = frame.parent {
            graph.set_parent(&frame_name(place), Some(&frame_name(parent as usize)));
        }
    }
    for (place, plain) in model.boxes.iter().enumerate() {
        if let Some(frame) = plain.frame {
            graph.set_parent(&box_name(place), Some(&frame_name(frame as usize)));
        }
    }
    for (name, &(from, to, _)) in model.lines.iter().enumerate() {
        let label = EdgeLabel { label_offset: 0.0, ..EdgeLabel::default() };
        graph.set_edge(box_name(from as usize), box_name(to as usize), Some(label), Some(&name.to_string()));
    }
    dagre_rs::layout(&mut graph, Some(options(direction)));
    read(&graph, model)
}

/// Frames make the network simplex the fastest ranker: a tight tree takes ten
/// times as long.
fn options(direction: Direction) -> LayoutOptions {
    LayoutOptions {
        rankdir: match direction {
            Direction::BottomToTop => RankDir::BT,
            Direction::TopToBottom => RankDir::TB,
            Direction::LeftToRight => RankDir::LR,
            Direction::RightToLeft => RankDir::RL,
        },
        nodesep: BOX_SEPARATION_PX,
        edgesep: LINE_SEPARATION_PX,
        ranksep: RANK_SEPARATION_PX,
        ranker: Ranker::NetworkSimplex,
        tie_keep_first: true,
        ..LayoutOptions::default()
    }
}

fn read(graph: &Graph<NodeLabel, EdgeLabel>, model: &Model) -> Option<Places> {
    let rect = |name: String| {
        let label = graph.node(&name)?;
        Some(Rect { x: label.x?, y: label.y?, width: label.width, height: label.height })
    };
    let boxes = (0..model.boxes.len()).map(|place| rect(box_name(place))).collect::<Option<_>>()?;
    let frames = (0..model.frames.len()).map(|place| rect(frame_name(place))).collect::<Option<_>>()?;
    let line = |(name, &(from, to, _)): (usize, &(u32, u32, u32))| {
        let label = graph.edge(&box_name(from as usize), &box_name(to as usize), Some(&name.to_string()))?;
        Some(label.points.iter().map(|point| (point.x, point.y)).collect())
    };
    let lines = model.lines.iter().enumerate().map(line).collect::<Option<_>>()?;
    Some(Places { boxes, frames, lines })
}
