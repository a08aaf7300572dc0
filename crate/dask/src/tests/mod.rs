//! Programs run through the machine with a small host.

mod behaviour;
mod host;
mod records;
