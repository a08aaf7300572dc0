//! Programs run through the machine with a small host.
