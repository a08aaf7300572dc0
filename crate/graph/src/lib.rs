//! Task graphs: keys, tasks, order, cull, critical path, work and span.
//!
//! A graph is built from keys ([`GraphBuilder`]), in any order, and then
//! resolved into numbers ([`TaskGraph`]), on which everything else works:
//!
//! ```text
//! insert(key, deps), merge -> GraphBuilder -> resolve(outputs) -> TaskGraph -> order, cull, cost, text
//! ```
//!
//! Nothing here knows Python, threads or time, and nothing depends on the
//! order of a hash map: the same graph gives the same answer everywhere.

#![cfg_attr(
    not(test),
    deny(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)
)]

mod cost;
mod cull;
mod cycle;
mod graph;
mod key;
mod key_text;
mod order;
mod split;
mod text;

pub use cost::{Cost, cost};
pub use cull::{cull, needed};
pub use cycle::Cycle;
pub use graph::{GraphBuilder, MissingKey, Node, TaskGraph, TaskId, TaskKind};
pub use key::Key;
pub use order::{MAX_EAGER_USERS, order};
pub use split::{box_label, key_split};
pub use text::canonical_text;
