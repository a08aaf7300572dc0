//! Programs run through the machine with a small host.

mod behaviour;
pub(crate) mod host;
mod records;
