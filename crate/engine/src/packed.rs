//! A preview as it crosses to the page after every key: the same data as
//! [`Preview`] in a fifth of the text.
//!
//! A graph of 200 tasks has the same words some hundred times, and a program
//! has the same tasks in several pictures. Here each word is written once and
//! the rest are rows of whole numbers, lengths in tenths of a pixel, which is
//! as fine as [`Layout`] knows them:
//!
//! ```text
//! keys    "add-1f", "inc-2e", ...        of all tasks of all pictures
//! makes   (inc, task, line 5), ...       what tasks have in common
//! calls, values                      of tasks that have any
//! graphs  rows: key, make, call, value (from 1, 0 for none), number of deps, deps...
//! layout  forms: (circle, "inc", 44 x 44), ...; rows of shapes: form, task, x, y;
//!         rows of edges: from, to, count, number of points, points...
//! ```
//!
//! `web/engine/packed.ts` reads it.

use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::data::{CallKind, Diagnostic, Edge, GraphData, Layout, OpenStack, Preview, Shape, ShapeKind, TaskKind, ValueData};

/// [`Preview`], packed.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PackedPreview<'a> {
    keys: Vec<&'a str>,
    makes: Vec<Make<'a>>,
    calls: Vec<&'a str>,
    values: Vec<&'a ValueData>,
    /// Graphs that several pictures show are here once.
    graphs: Vec<PackedGraph<'a>>,
    pictures: Vec<PackedPicture<'a>>,
    shown: Option<u32>,
    output: &'a str,
    last: &'a Option<String>,
    error: &'a Option<Diagnostic>,
    notice: &'a Option<String>,
    asks: bool,
    steps: f64,
    elapsed_us: f64,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
struct Make<'a> {
    prefix: &'a str,
    kind: TaskKind,
    line: u32,
}

#[derive(Debug, Serialize)]
struct PackedGraph<'a> {
    rows: Vec<u32>,
    /// Labels of boxes; empty when all are.
    boxes: Vec<&'a str>,
    outputs: &'a [u32],
    cyclic: bool,
    figure: &'a str,
}

#[derive(Debug, Serialize)]
struct PackedPicture<'a> {
    name: &'a str,
    call: CallKind,
    line: u32,
    /// Index in `graphs`.
    graph: u32,
    layout: Option<PackedLayout<'a>>,
}

/// [`Layout`], packed.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PackedLayout<'a> {
    width: f64,
    height: f64,
    forms: Vec<Form<'a>>,
    ids: Vec<&'a str>,
    shapes: Vec<i32>,
    edges: Vec<i32>,
    shape_of: &'a [u32],
    folds: bool,
    shift: (f64, f64),
    open: &'a [OpenStack],
    notice: &'a Option<String>,
}

/// What shapes of one label have in common.
#[derive(Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Form<'a> {
    kind: ShapeKind,
    label: &'a str,
    lines: &'a [String],
    font_px: f64,
    width: f64,
    height: f64,
    count: u32,
}

impl<'a> PackedPreview<'a> {
    /// Packs a preview.
    #[must_use]
    pub fn of(preview: &'a Preview) -> Self {
        let mut words = Words::default();
        let mut shown_by: Vec<&GraphData> = Vec::new();
        let mut graphs = Vec::new();
        let mut pictures = Vec::with_capacity(preview.pictures.len());
        for picture in &preview.pictures {
            let known = shown_by.iter().position(|&graph| *graph == picture.graph);
            let graph = known.unwrap_or_else(|| {
                shown_by.push(&picture.graph);
                graphs.push(words.graph(&picture.graph));
                graphs.len() - 1
            });
            pictures.push(PackedPicture {
                name: &picture.name,
                call: picture.call,
                line: picture.line,
                graph: graph as u32,
                layout: picture.layout.as_ref().map(PackedLayout::of),
            });
        }
        Self {
            keys: words.keys.listed,
            makes: words.makes.listed,
            calls: words.calls.listed,
            values: words.values.listed,
            graphs,
            pictures,
            shown: preview.shown,
            output: &preview.output,
            last: &preview.last,
            error: &preview.error,
            notice: &preview.notice,
            asks: preview.asks,
            steps: preview.steps,
            elapsed_us: preview.elapsed_us,
        }
    }
}

/// Each thing once, in the order in which they came.
struct Listed<T> {
    listed: Vec<T>,
    places: FxHashMap<T, u32>,
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self { listed: Vec::new(), places: FxHashMap::default() }
    }
}

impl<T: Clone + Eq + std::hash::Hash> Listed<T> {
    fn place(&mut self, thing: T) -> u32 {
        let next = self.listed.len() as u32;
        let listed = &mut self.listed;
        *self.places.entry(thing).or_insert_with_key(|thing| {
            listed.push(thing.clone());
            next
        })
    }
}

#[derive(Default)]
struct Words<'a> {
    keys: Listed<&'a str>,
    makes: Listed<Make<'a>>,
    calls: Listed<&'a str>,
    values: Listed<&'a ValueData>,
}

impl<'a> Words<'a> {
    fn graph(&mut self, graph: &'a GraphData) -> PackedGraph<'a> {
        let mut rows = Vec::with_capacity(graph.tasks.len() * 7);
        for task in &graph.tasks {
            let make = Make { prefix: &task.prefix, kind: task.kind, line: task.line };
            let call = task.call.as_deref().map_or(0, |call| self.calls.place(call) + 1);
            let value = task.value.as_ref().map_or(0, |value| self.values.place(value) + 1);
            rows.extend([self.keys.place(&task.key), self.makes.place(make), call, value, task.deps.len() as u32]);
            rows.extend(&task.deps);
        }
        let labelled = graph.tasks.iter().any(|task| !task.box_label.is_empty());
        let boxes = if labelled { graph.tasks.iter().map(|task| task.box_label.as_str()).collect() } else { Vec::new() };
        PackedGraph { rows, boxes, outputs: &graph.outputs, cyclic: graph.cyclic, figure: &graph.figure }
    }
}

impl<'a> PackedLayout<'a> {
    /// Packs a layout.
    #[must_use]
    pub fn of(layout: &'a Layout) -> Self {
        let mut forms: Vec<Form<'a>> = Vec::new();
        let mut form_of: FxHashMap<(&str, ShapeKind, u32), Vec<u32>> = FxHashMap::default();
        let mut shapes = Vec::with_capacity(layout.shapes.len() * 4);
        for shape in &layout.shapes {
            let form = form(shape);
            let alike = form_of.entry((form.label, form.kind, form.count)).or_default();
            let known = alike.iter().copied().find(|&place| forms.get(place as usize) == Some(&form));
            let place = known.unwrap_or_else(|| {
                let place = forms.len() as u32;
                alike.push(place);
                forms.push(form);
                place
            });
            shapes.extend([place as i32, shape.task as i32, tenths(shape.x), tenths(shape.y)]);
        }
        let mut edges = Vec::with_capacity(layout.edges.len() * 8);
        for edge in &layout.edges {
            push_edge(&mut edges, edge);
        }
        Self {
            width: layout.width,
            height: layout.height,
            forms,
            ids: layout.shapes.iter().map(|shape| shape.id.as_str()).collect(),
            shapes,
            edges,
            shape_of: &layout.shape_of,
            folds: layout.folds,
            shift: layout.shift,
            open: &layout.open,
            notice: &layout.notice,
        }
    }
}

fn form(shape: &Shape) -> Form<'_> {
    Form {
        kind: shape.kind,
        label: &shape.label,
        lines: &shape.lines,
        font_px: shape.font_px,
        width: shape.width,
        height: shape.height,
        count: shape.count,
    }
}

fn tenths(px: f64) -> i32 {
    (px * 10.0).round() as i32
}

/// A straight line is its two ends: its control points lie at the thirds.
fn push_edge(edges: &mut Vec<i32>, edge: &Edge) {
    let curve: Vec<i32> = edge.curve.iter().copied().map(tenths).collect();
    edges.extend([edge.from as i32, edge.to as i32, edge.count as i32]);
    if let [x0, y0, x1, y1, x2, y2, x3, y3] = curve[..] {
        let near = |a: i32, b: i32, c: i32, d: i32| (3 * (b - a) - (d - a)).abs() <= 3 && (3 * (d - c) - (d - a)).abs() <= 3;
        if near(x0, x1, x2, x3) && near(y0, y1, y2, y3) {
            edges.extend([2, x0, y0, x3, y3]);
            return;
        }
    }
    edges.push((curve.len() / 2) as i32);
    edges.extend(curve);
}
