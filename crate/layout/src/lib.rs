//! Pictures of task graphs: a graph to places and edge points, SVG and DOT.
//!
//! [`draw`] is the way in. It knows the tasks of a graph only by their label,
//! kind and dependencies, and answers with plain shapes and lines in pixels:
//!
//! ```text
//! PictureGraph -> unit (sizes) -> engine (ranks, orders, places) -> route -> Picture -> SVG
//! ```
//!
//! The same graph always gives the same picture, on every machine.

#[cfg(test)]
mod adapter;
mod crossing;
mod dot;
mod draw;
mod engine;
mod fold;
mod graph;
mod identity;
mod layered;
mod matching;
mod memory;
mod path;
mod picture;
mod place;
mod route;
mod sets;
mod svg;
mod text;
mod unit;

pub use crossing::count_crossings;
pub use dot::to_dot;
pub use draw::{
    Direction, FOLD_EDGES, FOLD_NODES, MAX_EDGES, MAX_LINES, MAX_NODES, MAX_SHAPES, Options, Style,
    draw, redraw,
};
pub use graph::{LayoutError, NodeKind, PictureGraph, PictureNode};
pub use memory::Memory;
pub use path::{arrow_head, path_data};
pub use picture::{Edge, OpenStack, Picture, Shape, ShapeKind};
pub use svg::{SvgOptions, Theme, to_svg};
pub use text::{FONT_FAMILY, shorten, text_em};
