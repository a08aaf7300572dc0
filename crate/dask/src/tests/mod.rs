//! Programs run through the machine with a small host.

mod host;
mod records;
