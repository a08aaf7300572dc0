//! The way in: from a graph to a picture.

use crate::coarse::{self, Coarse};
use crate::engine;
use crate::graph::{LayoutError, NodeKind, PictureGraph, topological_order};
use crate::identity::{edge_id, name_nodes, value_id};
use crate::picture::{Edge, Picture, Shape, ShapeKind};
use crate::place::{Placement, Problem};
use crate::route::{At, Routed, route};
use crate::unit::{Unit, clear_unit, dask_unit, label_unit};

/// Largest graph that is accepted at all.
pub const MAX_NODES: usize = 500_000;
pub const MAX_EDGES: usize = 2_000_000;
/// Most shapes, and most lines, that are drawn one by one. Beyond, tasks are
/// drawn in groups.
pub const MAX_SHAPES: usize = 2_000;
pub const MAX_LINES: usize = 6_000;

/// What the shapes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// A circle for each task and a box for each value, as Dask draws them.
    #[default]
    Dask,
    /// One rounded label for each task.
    Clear,
}

/// Where the flow goes, from what is needed to what needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// Inputs at the bottom, as in Dask.
    #[default]
    BottomToTop,
    TopToBottom,
    LeftToRight,
    RightToLeft,
}

/// How to draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    pub style: Style,
    pub direction: Direction,
}

impl Direction {
    fn upright(self) -> bool {
        matches!(self, Self::BottomToTop | Self::TopToBottom)
    }
}

/// Draws a graph. The same graph and options always give the same picture.
///
/// # Errors
/// [`LayoutError`] when an index is out of range, when a node needs itself, or
/// when the graph is larger than [`MAX_NODES`] or [`MAX_EDGES`].
pub fn draw(graph: &PictureGraph, options: &Options) -> Result<Picture, LayoutError> {
    let nodes = graph.nodes.len();
    let deps: usize = graph.nodes.iter().map(|n| n.deps.len()).sum();
    if nodes > MAX_NODES || deps > MAX_EDGES {
        return Err(LayoutError::TooLarge { nodes, edges: deps });
    }
    let edges = graph.edges()?;
    let topo = topological_order(nodes, &edges)?;
    if nodes == 0 {
        return Ok(Picture::default());
    }
    let shapes: usize = graph
        .nodes
        .iter()
        .map(|n| shape_count(n.kind, options.style))
        .sum();
    if shapes <= MAX_SHAPES && edges.len() <= MAX_LINES {
        let units = graph.nodes.iter().map(|node| match options.style {
            Style::Dask => dask_unit(node, options.direction.upright()),
            Style::Clear => clear_unit(node, options.direction.upright()),
        });
        let scene = Scene {
            tasks: (0..nodes as u32).collect(),
            names: name_nodes(graph),
            units: units.collect(),
            edges: edges.clone(),
            outputs: graph.outputs.clone(),
        };
        if let Some(picture) = draw_scene(scene, &topo, options.direction) {
            return Ok(picture);
        }
    }
    Ok(draw_coarse(graph, &edges, &topo, options.direction))
}

fn shape_count(kind: NodeKind, style: Style) -> usize {
    if style == Style::Dask && kind != NodeKind::Data {
        2
    } else {
        1
    }
}

/// What is drawn: whole tasks or groups of tasks, in program order.
struct Scene {
    /// The task each unit stands for.
    tasks: Vec<u32>,
    names: Vec<String>,
    units: Vec<Unit>,
    edges: Vec<(u32, u32)>,
    outputs: Vec<u32>,
}

fn draw_coarse(
    graph: &PictureGraph,
    edges: &[(u32, u32)],
    topo: &[u32],
    direction: Direction,
) -> Picture {
    for coarse in [
        coarse::by_depth(graph, edges, topo),
        coarse::by_bands(graph, edges, topo),
    ] {
        let Some(coarse) = coarse else { continue };
        let Coarse {
            groups,
            edges,
            outputs,
        } = coarse;
        let scene = Scene {
            tasks: groups.iter().map(|g| g.first).collect(),
            names: groups.iter().map(|g| g.name.clone()).collect(),
            units: groups
                .iter()
                .map(|g| label_unit(&g.label, direction.upright()))
                .collect(),
            edges,
            outputs,
        };
        let Ok(topo) = topological_order(scene.units.len(), &scene.edges) else {
            continue;
        };
        let group_count = groups.len();
        if let Some(mut picture) = draw_scene(scene, &topo, direction) {
            picture.notice = Some(format!(
                "The {} tasks are drawn as {group_count} groups, because the graph has more shapes or lines than can be told apart; draw fewer tasks to see each of them.",
                graph.nodes.len()
            ));
            return picture;
        }
    }
    Picture::default()
}

/// Nothing when there are too many long edges.
fn draw_scene(scene: Scene, topo: &[u32], direction: Direction) -> Option<Picture> {
    let problem = Problem {
        breadths: scene.units.iter().map(|u| u.breadth).collect(),
        edges: scene.edges,
        outputs: scene.outputs,
    };
    let first_row_last = direction == Direction::BottomToTop;
    let placement: Placement = engine::place(&problem, topo, first_row_last)?;
    let routed = route(&scene.units, &problem.edges, &placement);
    let turn = Turn {
        direction,
        depth: routed.depth,
    };
    let (width, height) = if direction.upright() {
        (routed.breadth, routed.depth)
    } else {
        (routed.depth, routed.breadth)
    };
    let mut picture = Picture {
        width,
        height,
        ..Picture::default()
    };
    let mut ends = Vec::with_capacity(scene.units.len());
    for (v, unit) in scene.units.into_iter().enumerate() {
        ends.push(push_unit(
            &mut picture,
            unit,
            &scene.names[v],
            scene.tasks[v],
            &routed,
            v,
            &turn,
        ));
    }
    for (&(from, to), line) in problem.edges.iter().zip(&routed.lines) {
        let (from, to) = (&ends[from as usize].1, &ends[to as usize].0);
        picture.edges.push(turn.edge(from, to, line));
    }
    Some(picture)
}

/// Adds the shapes of a unit and the lines between them; the ids of its first
/// and its last shape.
fn push_unit(
    picture: &mut Picture,
    unit: Unit,
    name: &str,
    task: u32,
    routed: &Routed,
    v: usize,
    turn: &Turn,
) -> (String, String) {
    let mut ids: Vec<String> = Vec::with_capacity(unit.parts.len());
    for (part, &centre) in unit.parts.into_iter().zip(&routed.centres[v]) {
        let (x, y) = turn.point(centre);
        let id = if part.kind == ShapeKind::Box {
            value_id(name)
        } else {
            name.to_owned()
        };
        ids.push(id.clone());
        picture.shapes.push(Shape {
            id,
            task,
            kind: part.kind,
            label: part.label,
            x,
            y,
            width: part.width,
            height: part.height,
        });
    }
    for (pair, line) in ids.windows(2).zip(&routed.links[v]) {
        picture.edges.push(turn.edge(&pair[0], &pair[1], line));
    }
    (
        ids.first().cloned().unwrap_or_default(),
        ids.pop().unwrap_or_default(),
    )
}

/// From across and along to x and y.
struct Turn {
    direction: Direction,
    depth: f64,
}

impl Turn {
    fn point(&self, (across, along): At) -> (f64, f64) {
        match self.direction {
            Direction::BottomToTop => (across, self.depth - along),
            Direction::TopToBottom => (across, along),
            Direction::LeftToRight => (along, across),
            Direction::RightToLeft => (self.depth - along, across),
        }
    }

    fn edge(&self, from: &str, to: &str, line: &[At]) -> Edge {
        Edge {
            id: edge_id(from, to),
            from: from.to_owned(),
            to: to.to_owned(),
            points: line.iter().map(|&at| self.point(at)).collect(),
        }
    }
}
