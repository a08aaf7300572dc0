//! One session of Taskyard: preview a program, run it, record it. Plain data in and out.
//!
//! ```text
//! preview  text -> machine (budget, virtual sleep) -> pictures, output, error
//! run      text -> machine -> request (graph) -> scheduler -> workers' machines -> answer -> ... -> result
//! record   the same, gathered into one conformance record
//! ```

mod album;
mod callbacks;
mod compute;
pub mod data;
mod diagnostic;
mod environment;
mod hints;
mod local;
mod normalise;
mod packed;
mod picture;
mod preview;
mod record;
mod run;
mod session;
mod value;
mod worker;

pub use album::Album;
pub use environment::{Environment, Listener, Threads};
pub use packed::{PackedLayout, PackedPreview};
pub use picture::{dot, svg};
pub use preview::{PreviewLimits, preview};
pub use record::{RecordOptions, record};
pub use run::{Progress, Run, run, start};
pub use taskyard_layout::Theme;
pub use taskyard_python::vm::Asked;
