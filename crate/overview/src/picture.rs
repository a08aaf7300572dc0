//! What the page draws: frames, boxes in them and lines between the boxes.
//! Lengths are CSS pixels, x goes to the right and y down; lines of the program
//! are 1-based.

use serde::Serialize;

macro_rules! data {
    ($($(#[$meta:meta])* pub struct $name:ident { $($(#[$fmeta:meta])* pub $field:ident : $ty:ty,)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Serialize)]
        #[cfg_attr(feature = "ts", derive(tsify::Tsify))]
        #[serde(rename_all = "camelCase")]
        pub struct $name { $($(#[$fmeta])* pub $field: $ty,)* }
    )*};
}

macro_rules! words {
    ($($(#[$meta:meta])* pub enum $name:ident { $($(#[$vmeta:meta])* $variant:ident,)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
        #[cfg_attr(feature = "ts", derive(tsify::Tsify))]
        #[serde(rename_all = "camelCase")]
        pub enum $name { $($(#[$vmeta])* $variant,)* }
    )*};
}

data! {
    /// A frame around boxes and other frames.
    pub struct Frame {
        /// Unique in its picture.
        pub id: String,
        pub kind: FrameKind,
        /// Shortened to the width.
        pub title: String,
        /// The title as it is.
        pub text: String,
        /// 0 when unknown, both.
        pub first_line: u32,
        pub last_line: u32,
        /// The frame around it, which comes before it.
        pub frame: Option<u32>,
        /// Centre.
        pub x: f64,
        pub y: f64,
        pub width: f64,
        pub height: f64,
    }

    /// Some tasks of one layer.
    pub struct LayerBox {
        /// Unique in its picture, and the same while the program is edited elsewhere.
        pub id: String,
        pub kind: LayerKind,
        /// The prefix of the keys and the number of tasks, shortened to the width.
        pub label: String,
        /// A second line of text; may be empty.
        pub detail: String,
        /// Ids of the tasks, in order.
        pub tasks: Vec<u32>,
        /// 0 when unknown, both.
        pub first_line: u32,
        pub last_line: u32,
        /// The innermost frame around it.
        pub frame: Option<u32>,
        /// Centre.
        pub x: f64,
        pub y: f64,
        pub width: f64,
        pub height: f64,
    }

    /// A line from the box that is needed to the box that needs it.
    pub struct Line {
        pub from: u32,
        pub to: u32,
        /// How often a task of one needs a task of the other.
        pub count: u32,
        /// x and y of a smooth line from border to border: its first point, then
        /// two control points and an end for each piece.
        pub curve: Vec<f64>,
    }

    /// An overview.
    pub struct Overview {
        pub width: f64,
        pub height: f64,
        pub frames: Vec<Frame>,
        pub boxes: Vec<LayerBox>,
        pub lines: Vec<Line>,
        /// Why the picture is coarser than usual, as a sentence for the reader.
        pub notice: Option<String>,
    }
}

words! {
    pub enum FrameKind {
        /// A loop or function.
        Block,
        /// A statement.
        Statement,
        /// A layer with its steps.
        Layer,
    }

    pub enum LayerKind {
        /// Delayed calls.
        Delayed,
        /// Blocks of arrays.
        Array,
        /// Tasks of a dict.
        Dict,
        /// Plain values.
        Data,
    }
}
