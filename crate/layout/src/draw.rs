//! The way in: from a graph to a picture.

use crate::engine;
use crate::fold::{Content, Folded, fold};
use crate::graph::{LayoutError, PictureGraph, PictureNode, topological_order};
use crate::identity::{name_nodes, value_id};
use crate::matching::{Likeness, mixed};
use crate::memory::Memory;
use crate::path::curve;
use crate::picture::{Edge, Picture, Shape, ShapeKind};
use crate::place::Problem;
use crate::route::{At, Routed, route};
use crate::unit::{Unit, clear_unit, dask_unit, stack_unit};

/// Largest graph that is accepted at all.
pub const MAX_NODES: usize = 500_000;
pub const MAX_EDGES: usize = 2_000_000;
/// Most tasks, and most edges, that are drawn one by one unless the reader
/// unfolds them: beyond, shapes are too small to be read.
pub const FOLD_NODES: usize = 300;
pub const FOLD_EDGES: usize = 1_500;
/// Most shapes, and most lines, that are drawn however much is unfolded.
pub const MAX_SHAPES: usize = 25_000;
pub const MAX_LINES: usize = 60_000;

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
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    pub style: Style,
    pub direction: Direction,
    /// Stacks that are drawn task by task, by their `Shape::id`.
    pub open: Vec<String>,
    /// Draws every task by itself, up to [`MAX_SHAPES`] and [`MAX_LINES`].
    pub unfold: bool,
}

impl Options {
    /// Draws in a style and a direction, folded as usual.
    pub fn new(style: Style, direction: Direction) -> Self {
        Self {
            style,
            direction,
            ..Self::default()
        }
    }
}

impl Direction {
    /// Whether lines run up or down.
    pub fn is_upright(self) -> bool {
        matches!(self, Self::BottomToTop | Self::TopToBottom)
    }
}

/// Draws a graph. The same graph and options always give the same picture.
///
/// # Errors
/// [`LayoutError`] when an index is out of range, when a node needs itself, or
/// when the graph is larger than [`MAX_NODES`] or [`MAX_EDGES`].
pub fn draw(graph: &PictureGraph, options: &Options) -> Result<Picture, LayoutError> {
    redraw(graph, options, None).map(|(picture, _)| picture)
}

/// Draws a graph after an edit: what was in the picture before keeps its name
/// and moves little. Also what to remember of the picture; nothing of an empty
/// one. The same graph, options and memory always give the same picture.
///
/// # Errors
/// As [`draw`].
pub fn redraw(
    graph: &PictureGraph,
    options: &Options,
    before: Option<&Memory>,
) -> Result<(Picture, Option<Memory>), LayoutError> {
    let nodes = graph.nodes.len();
    let deps: usize = graph.nodes.iter().map(|n| n.deps.len()).sum();
    if nodes > MAX_NODES || deps > MAX_EDGES {
        return Err(LayoutError::TooLarge { nodes, edges: deps });
    }
    let edges = graph.edges()?;
    let topo = topological_order(nodes, &edges)?;
    if nodes == 0 {
        return Ok((Picture::default(), None));
    }
    let large = nodes > FOLD_NODES || edges.len() > FOLD_EDGES;
    if !large || options.unfold {
        let scene = Scene::of_tasks(graph, &edges, options);
        if let Some((mut picture, memory)) = scene.draw(topo.clone(), options, before) {
            picture.folds = large;
            return Ok((picture, Some(memory)));
        }
    }
    Ok(draw_folded(graph, &edges, &topo, options, before))
}

fn draw_folded(
    graph: &PictureGraph,
    edges: &[(u32, u32)],
    topo: &[u32],
    options: &Options,
    before: Option<&Memory>,
) -> (Picture, Option<Memory>) {
    let attempts: [&[String]; 2] = [&options.open, &[]];
    for open in attempts {
        let folded = fold(graph, edges, topo, open);
        let Ok(topo) = topological_order(folded.units.len(), &folded.edges) else {
            continue;
        };
        let opened = folded.open.clone();
        let scene = Scene::of_units(graph, folded, options);
        let Some((mut picture, memory)) = scene.draw(topo, options, before) else {
            continue;
        };
        picture.folds = true;
        picture.open = opened;
        if options.unfold || open.len() < options.open.len() {
            picture.notice = Some(format!(
                "All {} tasks together have more shapes or lines than can be drawn; open single stacks instead.",
                graph.nodes.len()
            ));
        }
        return (picture, Some(memory));
    }
    let picture = Picture {
        notice: Some("The graph has more lines than can be drawn.".to_owned()),
        ..Picture::default()
    };
    (picture, None)
}

/// What is drawn: tasks or stacks of tasks, in program order.
struct Scene {
    /// The first task that each unit stands for, and how many.
    tasks: Vec<(u32, u32)>,
    names: Vec<String>,
    /// What each unit is, for finding it again after an edit.
    classes: Vec<u64>,
    units: Vec<Unit>,
    edges: Vec<(u32, u32)>,
    /// How many dependencies each edge stands for.
    counts: Vec<u32>,
    outputs: Vec<u32>,
    /// The unit of each task of the graph.
    unit_of: Vec<u32>,
}

impl Scene {
    fn of_tasks(graph: &PictureGraph, edges: &[(u32, u32)], options: &Options) -> Self {
        let nodes = graph.nodes.len() as u32;
        Self {
            tasks: (0..nodes).map(|v| (v, 1)).collect(),
            names: name_nodes(graph),
            classes: graph.nodes.iter().map(class_of).collect(),
            units: (0..nodes).map(|v| task_unit(graph, v, options)).collect(),
            edges: edges.to_vec(),
            counts: vec![1; edges.len()],
            outputs: graph.outputs.clone(),
            unit_of: (0..nodes).collect(),
        }
    }

    fn of_units(graph: &PictureGraph, folded: Folded, options: &Options) -> Self {
        let mut names = name_nodes(graph);
        let mut scene = Self {
            tasks: Vec::with_capacity(folded.units.len()),
            names: Vec::with_capacity(folded.units.len()),
            classes: Vec::with_capacity(folded.units.len()),
            units: Vec::with_capacity(folded.units.len()),
            edges: folded.edges,
            counts: folded.counts,
            outputs: folded.outputs,
            unit_of: folded.unit_of,
        };
        for content in folded.units {
            let first = content.task();
            let (name, class, unit, count) = match content {
                Content::Task(v) => (
                    std::mem::take(&mut names[v as usize]),
                    class_of(&graph.nodes[v as usize]),
                    task_unit(graph, v, options),
                    1,
                ),
                Content::Stack {
                    label, name, count, ..
                } => {
                    let class = digest(name.as_bytes());
                    let unit = stack_unit(&label, options.direction.is_upright());
                    (name, class, unit, count)
                }
            };
            scene.tasks.push((first, count));
            scene.classes.push(class);
            scene.names.push(name);
            scene.units.push(unit);
        }
        scene
    }

    /// Nothing when there are too many shapes, lines or long edges.
    fn draw(
        mut self,
        topo: Vec<u32>,
        options: &Options,
        before: Option<&Memory>,
    ) -> Option<(Picture, Memory)> {
        let shapes: usize = self.units.iter().map(|unit| unit.parts.len()).sum();
        if shapes > MAX_SHAPES || self.edges.len() > MAX_LINES {
            return None;
        }
        let direction = options.direction;
        let problem = Problem {
            breadths: self.units.iter().map(|u| u.breadth).collect(),
            edges: std::mem::take(&mut self.edges),
            outputs: std::mem::take(&mut self.outputs),
        };
        let likeness = Likeness {
            classes: std::mem::take(&mut self.classes),
            edges: problem.edges.clone(),
            topo,
        };
        let stacks: Vec<bool> = self.units.iter().map(Unit::is_stack).collect();
        let recalled = before.map(|memory| memory.recall(&likeness));
        let placement = match (before, &recalled) {
            (Some(memory), Some(_)) if memory.is_of(&likeness, &problem.breadths) => {
                memory.placement.clone()
            }
            (_, recalled) => {
                let first_row_last = direction == Direction::BottomToTop;
                let hints = recalled.as_ref().map(|recalled| &recalled.hints);
                engine::place(&problem, &likeness.topo, first_row_last, hints)?
            }
        };
        if let (Some(memory), Some(recalled)) = (before, &recalled) {
            memory.rename(&mut self.names, &recalled.units, &stacks);
        }
        let routed = route(&self.units, &problem.edges, &placement);
        let turn = Turn {
            direction,
            depth: routed.depth,
        };
        let (width, height) = if direction.is_upright() {
            (routed.breadth, routed.depth)
        } else {
            (routed.depth, routed.breadth)
        };
        let mut picture = Picture {
            width,
            height,
            ..Picture::default()
        };
        let mut ends = Vec::with_capacity(self.units.len());
        let named = self.units.into_iter().zip(&self.names).zip(self.tasks);
        for (v, ((unit, name), task)) in named.enumerate() {
            ends.push(push_unit(
                &mut picture,
                unit,
                name,
                task,
                (&routed, v),
                &turn,
            ));
        }
        let lines = problem.edges.iter().zip(&routed.lines).zip(self.counts);
        for ((&(from, to), line), count) in lines {
            let (from, to) = (ends[from as usize].1, ends[to as usize].0);
            picture.edges.push(turn.edge(from, to, line, count));
        }
        picture.shape_of = self
            .unit_of
            .iter()
            .map(|&unit| ends[unit as usize].0)
            .collect();
        let centre = |&(first, _): &(u32, u32)| {
            let shape = &picture.shapes[first as usize];
            (shape.x, shape.y)
        };
        let centres: Vec<(f64, f64)> = ends.iter().map(centre).collect();
        let same_look =
            |memory: &&Memory| memory.style == options.style && memory.direction == direction;
        if let (Some(memory), Some(recalled)) = (before.filter(same_look), &recalled) {
            picture.shift = memory.shift(&centres, &recalled.units);
        }
        let memory = Memory {
            style: options.style,
            direction,
            likeness,
            names: self.names,
            stacks,
            breadths: problem.breadths,
            placement,
            centres,
        };
        Some((picture, memory))
    }
}

/// A digest of all that is drawn of a node itself.
fn class_of(node: &PictureNode) -> u64 {
    let texts = mixed(
        digest(node.label.as_bytes()),
        digest(node.box_label.as_bytes()),
    );
    mixed(texts, node.kind as u64)
}

fn digest(bytes: &[u8]) -> u64 {
    bytes.iter().fold(bytes.len() as u64, |digest, &byte| {
        (digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

fn task_unit(graph: &PictureGraph, v: u32, options: &Options) -> Unit {
    let node = &graph.nodes[v as usize];
    match options.style {
        Style::Dask => dask_unit(node, options.direction.is_upright()),
        Style::Clear => clear_unit(node, options.direction.is_upright()),
    }
}

/// Adds the shapes of a unit and the lines between them; the indices of its
/// first and its last shape.
fn push_unit(
    picture: &mut Picture,
    unit: Unit,
    name: &str,
    (task, count): (u32, u32),
    (routed, v): (&Routed, usize),
    turn: &Turn,
) -> (u32, u32) {
    let first = picture.shapes.len() as u32;
    for (part, &centre) in unit.parts.into_iter().zip(&routed.centres[v]) {
        let (x, y) = turn.point(centre);
        let id = if part.kind == ShapeKind::Box {
            value_id(name)
        } else {
            name.to_owned()
        };
        picture.shapes.push(Shape {
            id,
            task,
            kind: part.kind,
            label: part.label,
            lines: part.text.lines,
            font_px: part.text.font_px,
            x,
            y,
            width: part.width,
            height: part.height,
            count,
            given: part.given,
        });
    }
    let last = (picture.shapes.len() as u32).saturating_sub(1);
    for (from, line) in (first..last).zip(&routed.links[v]) {
        picture.edges.push(turn.edge(from, from + 1, line, 1));
    }
    (first, last)
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

    fn edge(&self, from: u32, to: u32, line: &[At], count: u32) -> Edge {
        let points: Vec<(f64, f64)> = line.iter().map(|&at| self.point(at)).collect();
        let curve = curve(&points);
        Edge {
            from,
            to,
            points,
            curve,
            count,
        }
    }
}
