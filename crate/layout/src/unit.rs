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

/// Size of the text where there is room for it.
pub(crate) const FONT_PX: f64 = 12.0;
/// Size below which text in a circle is shortened instead of shrunk.
pub(crate) const MIN_FONT_PX: f64 = 8.5;
/// Smallest text for which a larger circle is not yet used.
const GOOD_FONT_PX: f64 = 10.0;
/// Width of a usual letter and of a wide one, in shares of the text size.
const LETTER_EM: f64 = 0.61;
const WIDE_LETTER_EM: f64 = 1.05;
/// First of the scripts whose letters are wide.
const WIDE_FROM: char = '\u{1100}';

/// Circles come in few sizes, so that ranks look even.
const CIRCLES_PX: [f64; 3] = [44.0, 52.0, 60.0];
/// Share of a circle's diameter that one line of text may take.
pub(crate) const CIRCLE_ROOM: f64 = 0.88;
const BOX_HEIGHT_PX: f64 = 22.0;
const MIN_BOX_WIDTH_PX: f64 = 26.0;
const MAX_BOX_WIDTH_PX: f64 = 120.0;
const LABEL_HEIGHT_PX: f64 = 30.0;
/// Higher than a label, for the sheets that show behind the first.
const STACK_HEIGHT_PX: f64 = 40.0;
const MIN_LABEL_WIDTH_PX: f64 = 44.0;
const MAX_LABEL_WIDTH_PX: f64 = 180.0;
/// Free space beside the text of boxes and labels, both sides together.
const BOX_PADDING_PX: f64 = 10.0;
const LABEL_PADDING_PX: f64 = 20.0;
/// Space between a circle and its box, enough for an arrow.
const VALUE_GAP_PX: f64 = 18.0;

/// One shape of a unit.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Part {
    pub kind: ShapeKind,
    pub label: String,
    pub width: f64,
    pub height: f64,
    /// Extents across and along the flow.
    pub breadth: f64,
    pub depth: f64,
    /// Centre, from where the unit begins along the flow.
    pub centre: f64,
}

/// The shapes of one node, first to last along the flow; never empty.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Unit {
    pub parts: Vec<Part>,
    pub breadth: f64,
    pub depth: f64,
}

/// What Dask draws: a circle and the box of its value, or a box alone.
pub(crate) fn dask_unit(node: &PictureNode, upright: bool) -> Unit {
    let value = fitted_box(&node.box_label);
    match node.kind {
        NodeKind::Data => stack(vec![value], upright),
        NodeKind::Task | NodeKind::Alias => stack(vec![circle(&node.label), value], upright),
    }
}

/// One rounded label for the whole node.
pub(crate) fn clear_unit(node: &PictureNode, upright: bool) -> Unit {
    let text = if node.box_label.is_empty() {
        node.label.clone()
    } else {
        format!("{} {}", node.label, node.box_label)
    };
    label_unit(&text, upright)
}

/// One rounded label.
fn label_unit(text: &str, upright: bool) -> Unit {
    stack(
        vec![label(ShapeKind::Label, text, LABEL_HEIGHT_PX)],
        upright,
    )
}

/// The label of a stack of tasks.
pub(crate) fn stack_unit(text: &str, upright: bool) -> Unit {
    stack(
        vec![label(ShapeKind::Stack, text, STACK_HEIGHT_PX)],
        upright,
    )
}

fn label(kind: ShapeKind, text: &str, height: f64) -> Sized {
    let label = shorten(text, (MAX_LABEL_WIDTH_PX - LABEL_PADDING_PX) / FONT_PX);
    let width = (text_em(&label) * FONT_PX + LABEL_PADDING_PX)
        .ceil()
        .max(MIN_LABEL_WIDTH_PX);
    (kind, label, width, height)
}

type Sized = (ShapeKind, String, f64, f64);

fn circle(label: &str) -> Sized {
    let em = text_em(label);
    let largest = CIRCLES_PX[CIRCLES_PX.len() - 1];
    let size = CIRCLES_PX
        .into_iter()
        .find(|size| em * GOOD_FONT_PX <= size * CIRCLE_ROOM)
        .unwrap_or(largest);
    let label = shorten(label, size * CIRCLE_ROOM / MIN_FONT_PX);
    (ShapeKind::Circle, label, size, size)
}

fn fitted_box(label: &str) -> Sized {
    let label = shorten(label, (MAX_BOX_WIDTH_PX - BOX_PADDING_PX) / FONT_PX);
    let width = (text_em(&label) * FONT_PX + BOX_PADDING_PX)
        .ceil()
        .max(MIN_BOX_WIDTH_PX);
    (ShapeKind::Box, label, width, BOX_HEIGHT_PX)
}

fn stack(shapes: Vec<Sized>, upright: bool) -> Unit {
    let mut parts = Vec::with_capacity(shapes.len());
    let mut at = 0.0;
    let mut total: f64 = 0.0;
    for (kind, label, width, height) in shapes {
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
            width,
            height,
            breadth,
            depth,
            centre: at + depth / 2.0,
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

fn letter_em(letter: char) -> f64 {
    if letter >= WIDE_FROM && letter != '…' {
        WIDE_LETTER_EM
    } else {
        LETTER_EM
    }
}

/// Estimated width of a text, in shares of its size.
pub(crate) fn text_em(text: &str) -> f64 {
    text.chars().map(letter_em).sum()
}

/// Cuts a text to a width, the last letter then being an ellipsis. Control
/// characters, which cannot be drawn, become spaces.
fn shorten(text: &str, room_em: f64) -> String {
    let shown = |c: char| if c.is_control() { ' ' } else { c };
    let mut em = 0.0;
    let mut fits = String::new();
    for letter in text.chars().map(shown) {
        em += letter_em(letter);
        if em > room_em {
            let mut kept = text_em(&fits);
            while kept + LETTER_EM > room_em {
                match fits.pop() {
                    Some(last) => kept -= letter_em(last),
                    None => break,
                }
            }
            fits.push('…');
            return fits;
        }
        fits.push(letter);
    }
    fits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_to_the_room() {
        let check = |text, letters: f64, expect: &str| {
            assert_eq!(shorten(text, letters * LETTER_EM + 1e-6), expect);
        };
        check("inc", 3.0, "inc");
        check("increment", 4.0, "inc…");
        check("two\nlines", 9.0, "two lines");
        check("", 0.0, "");
        check("日本語日本語", 6.0, "日本…");
    }

    #[test]
    fn circles_grow_with_their_label_within_limits() {
        let size = |label| circle(label).2;
        assert_eq!(size("inc"), 44.0);
        assert_eq!(size("ones_like"), 60.0);
        let (_, label, size, _) = circle("sum-aggregate");
        assert!(size == 60.0 && label.ends_with('…'), "{label}");
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
