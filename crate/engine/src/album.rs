//! Pictures of graphs: the layout of the one that is shown, and of others when
//! they are asked for.

use std::collections::BTreeMap;

use taskyard_layout::{Memory, Picture as Drawing, ShapeKind as DrawnKind, redraw};

use crate::data::{Edge, GraphData, Layout, Look, OpenStack, Picture, Preview, Shape, ShapeKind};
use crate::picture;

/// Pictures remembered; a program with more of them loses the oldest in the
/// order of their names.
const MAX_MEMORIES: usize = 40;

/// Draws pictures, and remembers them, so that little moves when the program
/// is edited.
#[derive(Debug, Default)]
pub struct Album {
    memories: BTreeMap<String, Memory>,
}

impl Album {
    /// Draws the picture that a preview shows: the one called `picked`, or else
    /// the preview's own choice.
    pub fn show(&mut self, preview: &mut Preview, look: &Look, picked: Option<&str>) {
        let names = view_names(&preview.pictures);
        let picked = picked.and_then(|name| names.iter().position(|known| known == name));
        let shown = picked.or(preview.shown.map(|place| place as usize));
        if let Some(place) = shown.filter(|&place| place < names.len()) {
            let picture = &mut preview.pictures[place];
            let (layout, memory) = self.drawn(&names[place], &picture.graph, look);
            picture.layout = Some(layout);
            // Half-typed programs draw less than there was and will be again.
            if preview.error.as_ref().is_none_or(|error| error.task.is_some()) {
                self.remember(&names[place], memory);
            }
        }
    }

    /// Draws a graph, after the last one of that name. One that cannot be drawn is an empty layout with a notice.
    pub fn draw(&mut self, name: &str, graph: &GraphData, look: &Look) -> Layout {
        let (layout, memory) = self.drawn(name, graph, look);
        self.remember(name, memory);
        layout
    }

    fn drawn(&self, name: &str, graph: &GraphData, look: &Look) -> (Layout, Option<Memory>) {
        if graph.cyclic {
            return (excuse("The graph has a cycle: a task needs its own result."), None);
        }
        let before = self.memories.get(name);
        match redraw(&picture::picture_graph(graph), &picture::options(look), before) {
            Ok((drawing, memory)) => (layout(drawing), memory),
            Err(error) => (excuse(&sentence(&error.to_string())), None),
        }
    }

    fn remember(&mut self, name: &str, memory: Option<Memory>) {
        if let Some(memory) = memory {
            self.memories.insert(name.to_owned(), memory);
        }
        if self.memories.len() > MAX_MEMORIES {
            self.memories.pop_first();
        }
    }

    /// Forgets everything: another program begins.
    pub fn clear(&mut self) {
        self.memories.clear();
    }
}

/// What the page calls the pictures of a program: by name, and which one of that name.
fn view_names(pictures: &[Picture]) -> Vec<String> {
    let number = |place: usize| pictures[..=place].iter().filter(|other| other.name == pictures[place].name).count();
    (0..pictures.len()).map(|place| format!("{}#{}", pictures[place].name, number(place))).collect()
}

fn excuse(notice: &str) -> Layout {
    Layout { notice: Some(notice.to_owned()), ..layout(Drawing::default()) }
}

fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => format!("{}{}.", first.to_uppercase(), chars.as_str()),
        None => String::new(),
    }
}

/// Tenths of a pixel are as fine as anybody sees.
fn px(length: f64) -> f64 {
    (length * 10.0).round() / 10.0
}

fn layout(drawing: Drawing) -> Layout {
    Layout {
        width: px(drawing.width),
        height: px(drawing.height),
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
                    DrawnKind::Stack => ShapeKind::Stack,
                },
                label: shape.label,
                lines: shape.lines,
                font_px: shape.font_px,
                x: px(shape.x),
                y: px(shape.y),
                width: px(shape.width),
                height: px(shape.height),
                count: shape.count,
            })
            .collect(),
        edges: drawing
            .edges
            .into_iter()
            .map(|edge| Edge {
                from: edge.from,
                to: edge.to,
                curve: edge.curve.iter().flat_map(|&(x, y)| [px(x), px(y)]).collect(),
                count: edge.count,
            })
            .collect(),
        shape_of: drawing.shape_of,
        folds: drawing.folds,
        shift: (px(drawing.shift.0), px(drawing.shift.1)),
        open: drawing
            .open
            .into_iter()
            .map(|stack| OpenStack { id: stack.id, label: stack.label, count: stack.count })
            .collect(),
        notice: drawing.notice,
    }
}
