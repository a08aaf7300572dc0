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
}

/// One shape; `x` and `y` are its centre.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// Unique in its picture and steady over edits: made from the prefix and
    /// the surroundings of the task, never from its token.
    pub id: String,
    /// Index of the node in the graph.
    pub task: u32,
    pub kind: ShapeKind,
    /// The text to show, already shortened to fit.
    pub label: String,
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// A line from the shape that is needed to the shape that needs it.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    pub id: String,
    /// `Shape::id` of both ends.
    pub from: String,
    pub to: String,
    /// At least two points, from border to border, in the direction of the flow.
    pub points: Vec<(f64, f64)>,
}

/// Where everything of a graph is drawn.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Picture {
    pub width: f64,
    pub height: f64,
    pub shapes: Vec<Shape>,
    pub edges: Vec<Edge>,
    /// Why the picture is coarser than usual, as a sentence for the reader.
    pub notice: Option<String>,
}
