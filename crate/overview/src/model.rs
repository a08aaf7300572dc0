//! Boxes and frames with their texts, before anything has a place.

use std::collections::{BTreeMap, BTreeSet};

use crate::input::{Input, Task, TaskKind, block_key, has_token};
use crate::layer::Layers;
use crate::picture::{FrameKind, LayerKind};
use crate::statement::Statements;

/// Loops and functions that are drawn around a statement, the innermost.
const MAX_BLOCKS: usize = 2;
/// Prefixes that are named in the label of one box.
const MAX_PREFIXES: usize = 3;

/// A box without a place.
#[derive(Debug, Clone)]
pub(crate) struct PlainBox {
    pub id: String,
    pub kind: LayerKind,
    pub label: String,
    pub detail: String,
    pub tasks: Vec<u32>,
    pub lines: (u32, u32),
    pub frame: Option<u32>,
}

/// A frame without a place.
#[derive(Debug, Clone)]
pub(crate) struct PlainFrame {
    pub id: String,
    pub kind: FrameKind,
    pub title: String,
    pub lines: (u32, u32),
    /// A frame of a smaller number.
    pub parent: Option<u32>,
}

/// An overview without places.
#[derive(Debug, Clone, Default)]
pub(crate) struct Model {
    pub boxes: Vec<PlainBox>,
    pub frames: Vec<PlainFrame>,
    /// From, to, how many edges of tasks.
    pub lines: Vec<(u32, u32, u32)>,
}

/// What a frame is around.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Around {
    Block(u32),
    Statement(u32),
    Layer(u32),
}

/// Names boxes and frames, and decides which frames are worth drawing.
pub(crate) fn model(input: &Input<'_>, statements: &Statements, layers: &Layers) -> Model {
    let steps = layers.steps.members();
    let chains: Vec<Vec<Around>> = steps.iter().map(|tasks| chain(input, statements, layers, tasks)).collect();
    let frames = Frames::of(&chains);
    let mut model = Model { lines: layers.steps.edges(input.tasks), ..Model::default() };
    let mut place_of = BTreeMap::new();
    let mut known_frames = Ordinals::default();
    for (around, parent) in frames.in_order(&chains) {
        let (kind, title, lines) = titled(input, statements, layers, around);
        let name = match kind {
            FrameKind::Layer => "layer",
            FrameKind::Statement => "statement",
            FrameKind::Block => "block",
        };
        let parent = parent.and_then(|parent| place_of.get(&parent).copied());
        place_of.insert(around, model.frames.len() as u32);
        model.frames.push(PlainFrame { id: known_frames.id(name), kind, title, lines, parent });
    }
    let mut known = Ordinals::default();
    for (tasks, chain) in steps.into_iter().zip(&chains) {
        let frame = chain.iter().rev().find(|around| frames.drawn.contains(around));
        let frame = frame.and_then(|around| place_of.get(around).copied());
        let in_statement = chain.iter().any(|around| !matches!(around, Around::Block(_)) && frames.drawn.contains(around));
        let members: Vec<&Task> = tasks.iter().filter_map(|&id| input.tasks.get(id as usize)).collect();
        let name = prefixes(&members);
        let lines = lines_of(statements, &members);
        let detail = detail(layers, &tasks, &members, chain, if in_statement { (0, 0) } else { lines });
        let (id, kind) = (known.id(&name), kind_of(&members, input.is_dict));
        model.boxes.push(PlainBox { id, kind, label: counted(&name, tasks.len()), detail, tasks, lines, frame });
    }
    model
}

/// Numbers things of one name, in order.
#[derive(Default)]
struct Ordinals(BTreeMap<String, u32>);

impl Ordinals {
    fn id(&mut self, name: &str) -> String {
        let count = self.0.entry(name.to_owned()).or_insert(0);
        *count += 1;
        format!("{name}#{count}")
    }
}

/// All that could be drawn around some tasks, outermost first. Around tasks of
/// several statements there is only what is around all of these.
fn chain(input: &Input<'_>, statements: &Statements, layers: &Layers, tasks: &[u32]) -> Vec<Around> {
    let made_by: BTreeSet<Option<u32>> = tasks
        .iter()
        .filter_map(|&id| input.tasks.get(id as usize))
        .map(|task| statements.of_line(task.line))
        .collect();
    let mut common: Option<Vec<Around>> = None;
    for statement in made_by {
        let mut own: Vec<Around> = Vec::new();
        if let Some(statement) = statement {
            own.push(Around::Statement(statement));
            own.extend(statements.blocks_around(statement).take(MAX_BLOCKS).map(Around::Block));
        }
        own.reverse();
        common = Some(match common {
            None => own,
            Some(known) => known.into_iter().zip(own).take_while(|(a, b)| a == b).map(|(a, _)| a).collect(),
        });
    }
    let mut chain = common.unwrap_or_default();
    if let Some(&first) = tasks.first() {
        chain.push(Around::Layer(layers.parts.part(first)));
    }
    chain
}

/// Which frames are drawn, and which is around which.
struct Frames {
    drawn: BTreeSet<Around>,
}

impl Frames {
    /// A statement is framed around two boxes or more, a layer around its steps,
    /// and a block around two things or more.
    fn of(chains: &[Vec<Around>]) -> Self {
        let mut boxes: BTreeMap<Around, u32> = BTreeMap::new();
        chains.iter().flatten().for_each(|&around| *boxes.entry(around).or_insert(0) += 1);
        let several = |around: &&Around| boxes.get(around).is_some_and(|&count| count > 1);
        let mut drawn: BTreeSet<Around> = chains
            .iter()
            .flatten()
            .filter(|around| !matches!(around, Around::Block(_)))
            .filter(several)
            .copied()
            .collect();
        // From the innermost blocks outwards, so that only frames that stay are counted.
        for level in (0..MAX_BLOCKS).rev() {
            let mut inside: BTreeMap<Around, BTreeSet<(Option<Around>, usize)>> = BTreeMap::new();
            for (place, chain) in chains.iter().enumerate() {
                let Some(&block @ Around::Block(_)) = chain.get(level) else { continue };
                let next = chain.iter().skip(level + 1).find(|around| drawn.contains(around)).copied();
                let alone = if next.is_none() { place } else { 0 };
                inside.entry(block).or_default().insert((next, alone));
            }
            drawn.extend(inside.into_iter().filter(|(_, things)| things.len() > 1).map(|(block, _)| block));
        }
        Self { drawn }
    }

    /// The drawn frames with what is around each, in order of their first box,
    /// outer ones first.
    fn in_order(&self, chains: &[Vec<Around>]) -> Vec<(Around, Option<Around>)> {
        let mut found = Vec::new();
        let mut seen = BTreeSet::new();
        for chain in chains {
            let mut parent = None;
            for &around in chain.iter().filter(|around| self.drawn.contains(around)) {
                if seen.insert(around) {
                    found.push((around, parent));
                }
                parent = Some(around);
            }
        }
        found
    }
}

fn titled(
    input: &Input<'_>,
    statements: &Statements,
    layers: &Layers,
    around: Around,
) -> (FrameKind, String, (u32, u32)) {
    let of_statement = |at: u32| {
        let Some(statement) = statements.get(at) else { return (String::new(), (0, 0)) };
        let lines = (statement.first_line, statement.last_line);
        let text = statement.text.trim_end_matches(':');
        (format!("{}: {text}", line_range(lines)), lines)
    };
    match around {
        Around::Block(at) => {
            let (title, lines) = of_statement(at);
            (FrameKind::Block, title, lines)
        }
        Around::Statement(at) => {
            let (title, lines) = of_statement(at);
            (FrameKind::Statement, title, lines)
        }
        Around::Layer(part) => {
            let in_layer = input.tasks.iter().zip(&layers.parts.of).filter(|(_, of)| **of == part);
            let members: Vec<&Task> = in_layer.map(|(task, _)| task).collect();
            let title = counted(&prefixes(&members), members.len());
            (FrameKind::Layer, title, lines_of(statements, &members))
        }
    }
}

fn line_range((first, last): (u32, u32)) -> String {
    if first == last { format!("line {first}") } else { format!("lines {first}-{last}") }
}

/// The lines of the statements that made some tasks.
fn lines_of(statements: &Statements, tasks: &[&Task]) -> (u32, u32) {
    let known = tasks.iter().filter_map(|task| statements.get(statements.of_line(task.line)?));
    let (mut first, mut last) = (u32::MAX, 0);
    for statement in known {
        first = first.min(statement.first_line);
        last = last.max(statement.last_line);
    }
    if last == 0 { (0, 0) } else { (first, last) }
}

/// The distinct prefixes in order, the first few of them.
fn prefixes(tasks: &[&Task]) -> String {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let distinct: Vec<&str> =
        tasks.iter().map(|task| task.prefix.as_str()).filter(|prefix| seen.insert(prefix)).collect();
    let named = distinct.iter().take(MAX_PREFIXES).copied().collect::<Vec<_>>().join(", ");
    if distinct.len() > MAX_PREFIXES { format!("{named}, …") } else { named }
}

fn counted(name: &str, count: usize) -> String {
    if count == 1 { name.to_owned() } else { format!("{name} × {count}") }
}

fn kind_of(tasks: &[&Task], is_dict: bool) -> LayerKind {
    if tasks.iter().all(|task| block_key(&task.key).is_some_and(|block| has_token(block.name))) {
        return LayerKind::Array;
    }
    if tasks.iter().all(|task| task.kind == TaskKind::Data) {
        return LayerKind::Data;
    }
    if is_dict { LayerKind::Dict } else { LayerKind::Delayed }
}

/// What else there is to say of a box: where it is from, unless a frame says
/// so, and its form.
fn detail(layers: &Layers, ids: &[u32], tasks: &[&Task], chain: &[Around], lines: (u32, u32)) -> String {
    let layer = chain.last().and_then(|around| match around {
        Around::Layer(part) => Some(*part as usize),
        _ => None,
    });
    let rounds = layer.and_then(|layer| layers.rounds.get(layer).copied().flatten());
    let depth = layer.and_then(|layer| layers.depth.get(layer).copied()).unwrap_or(1);
    let whole = layer.is_some_and(|layer| layers.parts.of.iter().filter(|&&of| of as usize == layer).count() == ids.len());
    let form = match (rounds, grid(tasks)) {
        (Some(rounds), _) => Some(format!("{rounds} rounds")),
        (None, Some(grid)) => Some(format!("{grid} blocks")),
        (None, None) if whole && depth > 1 => Some(format!("{depth} deep")),
        _ => None,
    };
    let place = (lines.0 > 0).then(|| line_range(lines));
    place.into_iter().chain(form).collect::<Vec<_>>().join(" · ")
}

/// How many blocks an array has along each axis, when some tasks are just its blocks.
fn grid(tasks: &[&Task]) -> Option<String> {
    let first = block_key(&tasks.first()?.key)?;
    let mut counts = vec![0u32; first.index.len()];
    for task in tasks {
        let block = block_key(&task.key).filter(|block| block.name == first.name)?;
        if block.index.len() != counts.len() {
            return None;
        }
        counts.iter_mut().zip(&block.index).for_each(|(count, &at)| *count = at.saturating_add(1).max(*count));
    }
    let all = counts.iter().try_fold(1u32, |all, &count| all.checked_mul(count))?;
    let shown = counts.iter().map(u32::to_string).collect::<Vec<_>>().join(" × ");
    (tasks.len() > 1 && all as usize == tasks.len()).then_some(shown)
}
