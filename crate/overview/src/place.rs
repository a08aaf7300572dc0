//! The only file that knows the crate `dagre`, a port of dagre.js: it places
//! boxes within frames (a compound graph) and draws the lines between them.
//!
//! The crate wants care, and all of it is taken here: both ends of every edge
//! and every parent are declared before they are named, sizes are finite and
//! positive, names are ours and short (one of the crate's own would not end),
//! every call has a graph of its own, the graph has no cycle and is small,
//! and of sweeps with equal crossings the first is kept, because the last
//! mirrors the order of the program. On a few graphs with frames in frames it
//! gives two nodes one place in the order and then loses one of them; such a
//! graph is placed again with fewer levels of frames.

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

/// How many levels of frames the crate is told of: all, then fewer.
const NESTINGS: [usize; 3] = [usize::MAX, 1, 0];

/// A rectangle; `x` and `y` are its centre.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Rect {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// Where everything of a model lies, in its order. The frames get their places
/// later, from what is in them.
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
    NESTINGS.into_iter().find_map(|levels| attempt(model, sizes, direction, levels))
}

/// Places a model with so many levels of frames; nothing when a box was lost.
fn attempt(model: &Model, sizes: &[(f64, f64)], direction: Direction, levels: usize) -> Option<Places> {
    let mut graph: Graph<NodeLabel, EdgeLabel> =
        Graph::with_options(GraphOptions { directed: true, multigraph: true, compound: true });
    let told = told_frames(model, levels);
    for (place, _) in told.iter().enumerate().filter(|(_, told)| **told) {
        graph.set_node(frame_name(place), Some(NodeLabel::default()));
    }
    for (place, &(width, height)) in sizes.iter().enumerate().take(model.boxes.len()) {
        graph.set_node(box_name(place), Some(NodeLabel { width, height, ..NodeLabel::default() }));
    }
    for (place, frame) in model.frames.iter().enumerate() {
        if let Some(parent) = frame.parent.filter(|_| told.get(place) == Some(&true)) {
            graph.set_parent(&frame_name(place), Some(&frame_name(parent as usize)));
        }
    }
    for (place, plain) in model.boxes.iter().enumerate() {
        let around = |&frame: &u32| model.frames.get(frame as usize).and_then(|frame| frame.parent);
        let mut frames = std::iter::successors(plain.frame, around);
        if let Some(frame) = frames.find(|&frame| told.get(frame as usize) == Some(&true)) {
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

/// Which frames have less than `levels` frames around them.
fn told_frames(model: &Model, levels: usize) -> Vec<bool> {
    let mut depths: Vec<usize> = Vec::with_capacity(model.frames.len());
    for frame in &model.frames {
        let around = frame.parent.and_then(|parent| depths.get(parent as usize));
        depths.push(around.map_or(0, |depth| depth + 1));
    }
    depths.into_iter().map(|depth| depth < levels).collect()
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
    let frames = vec![Rect::default(); model.frames.len()];
    let line = |(name, &(from, to, _)): (usize, &(u32, u32, u32))| {
        let label = graph.edge(&box_name(from as usize), &box_name(to as usize), Some(&name.to_string()))?;
        Some(label.points.iter().map(|point| (point.x, point.y)).collect())
    };
    let lines = model.lines.iter().enumerate().map(line).collect::<Option<_>>()?;
    Some(Places { boxes, frames, lines })
}
