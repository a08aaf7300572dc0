//! Results of tasks: copies for other machines, or values of the main program.

use std::sync::Arc;

use taskyard_python::error::Halt;
use taskyard_python::portable::Parcel;

/// The result of a task.
#[derive(Debug, Clone)]
pub(crate) enum TaskValue {
    /// Made on a worker: each user gets a copy of its own.
    Portable(Arc<Parcel>),
    /// A value of the main program, by its number there, with a copy for
    /// workers when it can travel.
    Home { index: u32, parcel: Option<Arc<Parcel>> },
}

impl TaskValue {
    pub(crate) fn bytes(&self) -> usize {
        match self {
            Self::Portable(parcel) | Self::Home { parcel: Some(parcel), .. } => parcel.bytes(),
            Self::Home { parcel: None, .. } => 0,
        }
    }
}

/// Why a task has no result.
#[derive(Debug, Clone)]
pub(crate) enum TaskError {
    /// An exception, with the output before it already handed over.
    Raised(Arc<Parcel>),
    /// The exception is a value of the main program.
    RaisedAtHome(u32),
    Halted(Halt),
    /// A defect of the machine itself.
    Broken(String),
}
