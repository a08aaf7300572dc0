//! Rows and brackets: the elements of an array as lines of limited width, with the middle of long ones left out.

use crate::array::NdArray;
use crate::layout::Layout;
use crate::print::element::Form;
use crate::print::{EDGE_ITEMS, SUMMARY_THRESHOLD};

/// How `str` and `repr` differ.
pub(crate) struct Style {
    /// Between two elements of a row
    pub separator: &'static str,
    /// The column where the outermost bracket stands
    pub indent: usize,
    /// The longest line
    pub width: usize,
}

/// The text of the array in brackets.
pub(crate) fn block(array: &NdArray, style: &Style) -> String {
    if array.size() == 0 {
        return "[]".to_owned();
    }
    let summary = array.size() > SUMMARY_THRESHOLD;
    let shown = shown_layout(array, summary);
    let form = Form::choose(array.buffer(), &shown, array.dtype(), array.ndim() == 0);
    let writer = Writer { array, form, layout: array.layout(), summary, style };
    if array.ndim() == 0 { writer.element(0) } else { writer.axis(0, 0) }
}

/// The positions of the elements that are shown.
fn shown_layout(array: &NdArray, summary: bool) -> Vec<usize> {
    let Layout { shape, strides, .. } = array.layout();
    let mut positions = vec![0usize];
    for (&size, &stride) in shape.iter().zip(&strides) {
        let places: Vec<usize> = shown_places(size, summary).into_iter().flatten().collect();
        positions = positions
            .iter()
            .flat_map(|&from| places.iter().map(move |&place| from + place * stride.unsigned_abs()))
            .collect();
    }
    positions
}

/// The places along one axis, with `None` where some are left out.
fn shown_places(size: usize, summary: bool) -> Vec<Option<usize>> {
    if !summary || size <= 2 * EDGE_ITEMS {
        return (0..size).map(Some).collect();
    }
    let start = (0..EDGE_ITEMS).map(Some);
    start.chain([None]).chain((size - EDGE_ITEMS..size).map(Some)).collect()
}

struct Writer<'a> {
    array: &'a NdArray,
    form: Form,
    layout: Layout,
    summary: bool,
    style: &'a Style,
}

impl Writer<'_> {
    fn element(&self, position: usize) -> String {
        self.array.value_at(position).map_or_else(String::new, |value| self.form.write(&value, self.array.dtype()))
    }

    /// The text of everything below `axis` from `position` on. Goes as deep as there are axes.
    fn axis(&self, axis: usize, position: usize) -> String {
        let (size, stride) = match (self.layout.shape.get(axis), self.layout.strides.get(axis)) {
            (Some(&size), Some(&stride)) => (size, stride.unsigned_abs()),
            _ => return String::new(),
        };
        let axes_left = self.array.ndim() - axis;
        let hanging = " ".repeat(self.style.indent + axis + 1);
        let places = shown_places(size, self.summary);
        if axes_left == 1 {
            let words = places.into_iter().map(|place| match place {
                Some(place) => self.element(position + place * stride),
                None => "...".to_owned(),
            });
            return format!("[{}]", self.row(words, &hanging, axis));
        }
        let blocks: Vec<String> = places
            .into_iter()
            .map(|place| match place {
                Some(place) => self.axis(axis + 1, position + place * stride),
                None => "...".to_owned(),
            })
            .collect();
        let between = format!("{}{}{hanging}", self.style.separator.trim_end(), "\n".repeat(axes_left - 1));
        format!("[{}]", blocks.join(&between))
    }

    /// One innermost row, broken into lines.
    fn row(&self, words: impl Iterator<Item = String>, hanging: &str, axis: usize) -> String {
        // Room for the separator or for the closing brackets at the end of the line.
        let room = self.style.separator.trim_end().len().max(1);
        let width = self.style.width.saturating_sub(axis + room);
        let mut text = String::new();
        let mut line = hanging.to_owned();
        let mut line_length = line.len();
        for (i, word) in words.enumerate() {
            if i > 0 {
                line.push_str(self.style.separator);
                line_length += self.style.separator.len();
            }
            let length = word.chars().count();
            if line_length + length > width && line_length > hanging.len() {
                text.push_str(line.trim_end());
                text.push('\n');
                hanging.clone_into(&mut line);
                line_length = hanging.len();
            }
            line.push_str(&word);
            line_length += length;
        }
        text.push_str(&line);
        text.split_off(hanging.len())
    }
}
