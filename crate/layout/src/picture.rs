//! What a picture is made of: shapes and lines in pixels, x to the right and y
//! down.

/// The form of a shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ShapeKind {
    /// A call, as Dask draws it.
    Circle,
    /// A value, as Dask draws it.
    Box,
    /// A whole task as one rounded label.
    Label,
    /// Several tasks of one layer, as a stack with their number.
    Stack,
}

/// One shape; `x` and `y` are its centre.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// Unique in its picture and steady over edits: made from the prefix and
    /// the surroundings of the task, never from its token.
    pub id: String,
    /// Index of the node in the graph; of a stack its first.
    pub task: u32,
    pub kind: ShapeKind,
    /// The whole text; empty for most values.
    pub label: String,
    /// The text as it is written: in lines that fit, cut where they must be.
    pub lines: Vec<String>,
    pub font_px: f64,
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    /// How many nodes it stands for.
    pub count: u32,
    /// A value that is there from the start: nothing computes it.
    pub given: bool,
}

/// A line from the shape that is needed to the shape that needs it.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// Indices of both ends in `Picture::shapes`.
    pub from: u32,
    pub to: u32,
    /// At least two points, from border to border, in the direction of the flow.
    pub points: Vec<(f64, f64)>,
    /// The same line as it is drawn, smooth: its first point, then two control
    /// points and an end for each cubic Bézier piece.
    pub curve: Vec<(f64, f64)>,
    /// How many dependencies it stands for.
    pub count: u32,
}

/// A stack whose tasks are drawn one by one, because the reader opened it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenStack {
    /// What [`crate::Options::open`] calls it: the `Shape::id` it has when closed.
    pub id: String,
    pub label: String,
    pub count: u32,
}

/// Where everything of a graph is drawn.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Picture {
    pub width: f64,
    pub height: f64,
    pub shapes: Vec<Shape>,
    pub edges: Vec<Edge>,
    /// For each node of the graph, the index of the first shape that shows it.
    pub shape_of: Vec<u32>,
    /// Some tasks are folded into stacks, or would be if they were not opened.
    pub folds: bool,
    /// How far most of what was in the picture before has moved since, in
    /// pixels: a view that moves by as much leaves it at rest.
    pub shift: (f64, f64),
    /// Stacks that are open.
    pub open: Vec<OpenStack>,
    /// Why less is drawn than was asked for, as a sentence for the reader.
    pub notice: Option<String>,
}
