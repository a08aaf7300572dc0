//! Sizes: what is drawn for one node of the graph, before anything has a place.
//!
//! A unit is one or two shapes in a row along the flow. Engines place whole
//! units, so a circle and the box of its value always stand in line:
//!
//! ```text
//!   [ ]    last part: edges to those who need the value begin here
//!    |
//!   ( )    first part: edges from what is needed end here
//! ```

use crate::graph::{NodeKind, PictureNode};
use crate::picture::ShapeKind;
use crate::text::{FONT_PX, Text, cleaned, in_circle, one_line, shorten, text_em};

const BOX_HEIGHT_PX: f64 = 22.0;
const MIN_BOX_WIDTH_PX: f64 = 26.0;
const MAX_BOX_WIDTH_PX: f64 = 120.0;
/// Smaller text in boxes and labels is cut rather than shrunk.
const BOX_FONT_PX: f64 = 12.0;
const LEAST_FONT_PX: f64 = 9.5;
/// A label has room for a second line, the value: it comes with a run, and
/// nothing may move then.
const LABEL_HEIGHT_PX: f64 = 42.0;
/// Higher than a label, for the sheets that show behind the first.
const STACK_HEIGHT_PX: f64 = 40.0;
const MIN_LABEL_WIDTH_PX: f64 = 72.0;
const MAX_LABEL_WIDTH_PX: f64 = 240.0;
/// Free space beside the text of boxes and labels, both sides together.
const BOX_PADDING_PX: f64 = 10.0;
const LABEL_PADDING_PX: f64 = 18.0;
/// As for labels, and the sheets that show behind the first.
const STACK_PADDING_PX: f64 = LABEL_PADDING_PX + 2.0 * SHEET_PX;
/// How far the sheets of a stack lie apart.
pub(crate) const SHEET_PX: f64 = 3.5;
/// Space between a circle and its box, enough for an arrow.
const VALUE_GAP_PX: f64 = 18.0;

/// One shape of a unit.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Part {
    pub kind: ShapeKind,
    /// The whole text, and how it is written.
    pub label: String,
    pub text: Text,
    pub width: f64,
    pub height: f64,
    /// Extents across and along the flow.
    pub breadth: f64,
    pub depth: f64,
    /// Centre, from where the unit begins along the flow.
    pub centre: f64,
    /// Nothing computes it.
    pub given: bool,
}

/// The shapes of one node, first to last along the flow; never empty.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Unit {
    pub parts: Vec<Part>,
    pub breadth: f64,
    pub depth: f64,
}

impl Unit {
    /// Whether it stands for several tasks.
    pub(crate) fn is_stack(&self) -> bool {
        self.parts.iter().any(|part| part.kind == ShapeKind::Stack)
    }
}

/// What Dask draws: a circle and the box of its value, or a box alone.
pub(crate) fn dask_unit(node: &PictureNode, upright: bool) -> Unit {
    let value = fitted_box(&node.box_label);
    match node.kind {
        NodeKind::Data => given(stack(vec![value], upright)),
        NodeKind::Task | NodeKind::Alias => stack(vec![circle(&node.label), value], upright),
    }
}

/// One rounded label for the whole node.
pub(crate) fn clear_unit(node: &PictureNode, upright: bool) -> Unit {
    let unit = stack(vec![label(&node.label, &node.box_label)], upright);
    match node.kind {
        NodeKind::Data => given(unit),
        NodeKind::Task | NodeKind::Alias => unit,
    }
}

fn given(mut unit: Unit) -> Unit {
    unit.parts.iter_mut().for_each(|part| part.given = true);
    unit
}

/// The label of a stack of tasks.
pub(crate) fn stack_unit(text: &str, upright: bool) -> Unit {
    let room = MAX_LABEL_WIDTH_PX - STACK_PADDING_PX;
    let written = one_line(text, room, FONT_PX, LEAST_FONT_PX);
    let width = width_of(&written, STACK_PADDING_PX, MIN_LABEL_WIDTH_PX);
    let shape = (
        ShapeKind::Stack,
        cleaned(text),
        written,
        width,
        STACK_HEIGHT_PX,
    );
    stack(vec![shape], upright)
}

/// Kind, whole text, written text, width and height.
type Sized = (ShapeKind, String, Text, f64, f64);

/// The name of a task, with the index of its chunk behind it.
fn label(name: &str, index: &str) -> Sized {
    let room = MAX_LABEL_WIDTH_PX - LABEL_PADDING_PX;
    let whole = if index.is_empty() {
        name.to_owned()
    } else {
        // The index tells tasks apart, so the name is what is cut.
        let left = room / LEAST_FONT_PX - text_em(index) - text_em(" ");
        format!("{} {index}", shorten(name, left.max(1.0)))
    };
    let written = one_line(&whole, room, FONT_PX, LEAST_FONT_PX);
    let width = width_of(&written, LABEL_PADDING_PX, MIN_LABEL_WIDTH_PX);
    (
        ShapeKind::Label,
        cleaned(&whole),
        written,
        width,
        LABEL_HEIGHT_PX,
    )
}

fn circle(name: &str) -> Sized {
    let (size, text) = in_circle(name);
    (ShapeKind::Circle, cleaned(name), text, size, size)
}

fn fitted_box(label: &str) -> Sized {
    let room = MAX_BOX_WIDTH_PX - BOX_PADDING_PX;
    let written = one_line(label, room, BOX_FONT_PX, LEAST_FONT_PX);
    let width = width_of(&written, BOX_PADDING_PX, MIN_BOX_WIDTH_PX);
    (
        ShapeKind::Box,
        cleaned(label),
        written,
        width,
        BOX_HEIGHT_PX,
    )
}

fn width_of(text: &Text, padding: f64, least: f64) -> f64 {
    let em = text
        .lines
        .iter()
        .map(|line| text_em(line))
        .fold(0.0, f64::max);
    (em * text.font_px + padding).ceil().max(least)
}

fn stack(shapes: Vec<Sized>, upright: bool) -> Unit {
    let mut parts = Vec::with_capacity(shapes.len());
    let mut at = 0.0;
    let mut total: f64 = 0.0;
    for (kind, label, text, width, height) in shapes {
        let (breadth, depth) = if upright {
            (width, height)
        } else {
            (height, width)
        };
        if !parts.is_empty() {
            at += VALUE_GAP_PX;
        }
        parts.push(Part {
            kind,
            label,
            text,
            width,
            height,
            breadth,
            depth,
            centre: at + depth / 2.0,
            given: false,
        });
        at += depth;
        total = total.max(breadth);
    }
    Unit {
        parts,
        breadth: total,
        depth: at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_of_a_chunk_is_never_cut() {
        let name = "a_name_that_is_much_too_long_for_a_label";
        let (_, whole, text, width, _) = label(name, "(0, 1)");
        assert!(
            whole.starts_with("a_name") && whole.ends_with("… (0, 1)"),
            "{whole}"
        );
        assert_eq!(text.lines, [whole]);
        assert!(width <= MAX_LABEL_WIDTH_PX);
    }

    #[test]
    fn parts_of_a_unit_stand_in_line() {
        let node = PictureNode {
            label: "add".into(),
            box_label: "(0, 1)".into(),
            kind: NodeKind::Task,
            deps: vec![],
        };
        let unit = dask_unit(&node, true);
        let (circle, value) = (&unit.parts[0], &unit.parts[1]);
        let gap = value.centre - value.depth / 2.0 - (circle.centre + circle.depth / 2.0);
        assert_eq!(gap, VALUE_GAP_PX);
        assert_eq!(unit.depth, circle.depth + gap + value.depth);
    }
}
