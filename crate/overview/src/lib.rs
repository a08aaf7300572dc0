//! The overview of a task graph: what lines of the program made it, as a
//! picture of a few boxes in nested frames.
//!
//! ```text
//!  tasks, source --layer--> layers, steps --model--> boxes, frames
//!                --place (dagre)--> places --settle, compact--> picture
//! ```
//!
//! Pure data in and out. The page loads this apart from the engine, the first
//! time that an overview is opened.

#[cfg(test)]
extern crate self as taskyard_overview;

mod compact;
mod curve;
mod input;
mod layer;
mod model;
mod parts;
mod picture;
mod place;
mod settle;
mod statement;

#[cfg(test)]
#[path = "../tests/common/mod.rs"]
mod testing;

pub use input::{Direction, Input, Task, TaskKind};
pub use picture::{Frame, FrameKind, LayerBox, LayerKind, Line, Overview};

use compact::compact;
use curve::smooth;
use layer::{Layers, coarse_layers, layers};
use model::{Model, model};
use place::{Places, Rect, is_small, place};
use settle::settle;
use statement::{Statements, statements};
use taskyard_layout::{shorten, text_em};

const LABEL_FONT_PX: f64 = 13.0;
const DETAIL_FONT_PX: f64 = 11.0;
const TITLE_FONT_PX: f64 = 11.0;
const MIN_BOX_WIDTH_PX: f64 = 96.0;
const MAX_BOX_WIDTH_PX: f64 = 220.0;
/// Width that a frame gets for its title at most.
const MAX_TITLE_PX: f64 = 300.0;
/// Free space beside the text of boxes and titles, both sides together.
const PADDING_PX: f64 = 24.0;
/// Height of a box with one line of text and with two.
const LOW_BOX_PX: f64 = 34.0;
const HIGH_BOX_PX: f64 = 48.0;
/// Free space around the picture.
const MARGIN_PX: f64 = 16.0;

const BY_STATEMENT: &str = "Many lines of the program make tasks: each box is one of them.";
const BY_BLOCK: &str = "Many lines of the program make tasks: each box is a statement with all that is under it.";
const TOO_MANY: &str = "So many lines of the program make tasks that an overview would not be one.";
const CYCLE: &str = "The graph has a cycle: a task needs its own result.";

/// Draws the overview of a graph. Never fails: what cannot be drawn is an empty
/// picture and a notice.
#[must_use]
pub fn overview(input: &Input<'_>) -> Overview {
    let statements = statements(input.source);
    match layers(input, &statements) {
        Some(layers) => drawn(input, &statements, layers),
        None => empty(Some(CYCLE)),
    }
}

fn empty(notice: Option<&str>) -> Overview {
    let (width, height) = (0.0, 0.0);
    let notice = notice.map(str::to_owned);
    Overview { width, height, frames: Vec::new(), boxes: Vec::new(), lines: Vec::new(), notice }
}

/// The finest picture that is small enough.
fn drawn(input: &Input<'_>, statements: &Statements, fine: Layers) -> Overview {
    let fits = |layers: &Layers| is_small(layers.steps.count, layers.steps.edges(input.tasks).len());
    let picture = |layers: &Layers, notice| finished(&model(input, statements, layers), input.direction, notice);
    if fits(&fine) {
        return picture(&fine, None);
    }
    let without_steps = Layers { steps: fine.parts.clone(), ..fine };
    if fits(&without_steps) {
        return picture(&without_steps, None);
    }
    let by_statement = coarse_layers(input.tasks, |task| statements.of_line(task.line));
    if let Some(layers) = by_statement.filter(fits) {
        return picture(&layers, Some(BY_STATEMENT));
    }
    let by_block = coarse_layers(input.tasks, |task| Some(statements.outermost(statements.of_line(task.line)?)));
    match by_block.filter(fits) {
        Some(layers) => picture(&layers, Some(BY_BLOCK)),
        None => empty(Some(TOO_MANY)),
    }
}

fn sizes(model: &Model) -> Vec<(f64, f64)> {
    let size = |plain: &model::PlainBox| {
        let text = (text_em(&plain.label) * LABEL_FONT_PX).max(text_em(&plain.detail) * DETAIL_FONT_PX);
        let width = (text + PADDING_PX).ceil().clamp(MIN_BOX_WIDTH_PX, MAX_BOX_WIDTH_PX);
        (width, if plain.detail.is_empty() { LOW_BOX_PX } else { HIGH_BOX_PX })
    };
    model.boxes.iter().map(size).collect()
}

/// A text cut to the room in a box or frame.
fn fitted(text: &str, width: f64, font_px: f64) -> String {
    shorten(text, (width - PADDING_PX) / font_px)
}

/// The picture of a model, moved so that all of it has positive coordinates.
fn finished(model: &Model, direction: Direction, notice: Option<&str>) -> Overview {
    let Some(places) = place(model, &sizes(model), direction) else { return empty(notice) };
    let title_width = |frame: &model::PlainFrame| {
        (text_em(&frame.title) * TITLE_FONT_PX + PADDING_PX).ceil().min(MAX_TITLE_PX)
    };
    let title_widths: Vec<f64> = model.frames.iter().map(title_width).collect();
    let mut places = settle(model, places, &title_widths, direction.is_upright());
    compact(&mut places, direction.is_upright());
    let (left, top, right, bottom) = bounds(&places);
    let (dx, dy) = (MARGIN_PX - left, MARGIN_PX - top);
    let moved = |rect: &Rect| Rect { x: rect.x + dx, y: rect.y + dy, ..*rect };
    let frames = model.frames.iter().zip(&places.frames).map(|(plain, rect)| {
        let Rect { x, y, width, height } = moved(rect);
        Frame {
            id: plain.id.clone(),
            kind: plain.kind,
            title: fitted(&plain.title, width, TITLE_FONT_PX),
            text: plain.title.clone(),
            first_line: plain.lines.0,
            last_line: plain.lines.1,
            frame: plain.parent,
            x,
            y,
            width,
            height,
        }
    });
    let boxes = model.boxes.iter().zip(&places.boxes).map(|(plain, rect)| {
        let Rect { x, y, width, height } = moved(rect);
        LayerBox {
            id: plain.id.clone(),
            kind: plain.kind,
            label: fitted(&plain.label, width, LABEL_FONT_PX),
            detail: fitted(&plain.detail, width, DETAIL_FONT_PX),
            tasks: plain.tasks.clone(),
            first_line: plain.lines.0,
            last_line: plain.lines.1,
            frame: plain.frame,
            x,
            y,
            width,
            height,
        }
    });
    let lines = model.lines.iter().zip(&places.lines).map(|(&(from, to, count), points)| {
        let points: Vec<(f64, f64)> = points.iter().map(|&(x, y)| (x + dx, y + dy)).collect();
        Line { from, to, count, curve: smooth(&points) }
    });
    Overview {
        width: right - left + 2.0 * MARGIN_PX,
        height: bottom - top + 2.0 * MARGIN_PX,
        frames: frames.collect(),
        boxes: boxes.collect(),
        lines: lines.collect(),
        notice: notice.map(str::to_owned),
    }
}

/// Left, top, right and bottom of all that is drawn.
fn bounds(places: &Places) -> (f64, f64, f64, f64) {
    let corners = places.boxes.iter().chain(&places.frames).flat_map(|rect| {
        let (dx, dy) = (rect.width / 2.0, rect.height / 2.0);
        [(rect.x - dx, rect.y - dy), (rect.x + dx, rect.y + dy)]
    });
    let points = places.lines.iter().flatten().copied();
    let none = (f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY);
    corners.chain(points).fold(none, |(left, top, right, bottom), (x, y)| {
        (left.min(x), top.min(y), right.max(x), bottom.max(y))
    })
}
