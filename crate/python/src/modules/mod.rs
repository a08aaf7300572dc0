//! The standard library: each module is registered by name and made at its first import.
//!
//! What is called often or needs the machine is written in Rust; the rest is Python text of our own in `library/`
//! (see `source`), compiled by the machine itself.

mod bisect;
mod collections;
pub mod decimal;
mod functools;
mod hashlib;
mod heapq;
mod itertools;
mod json;
mod math;
mod notebook;
mod operator;
pub mod random;
mod regex;
mod source;
mod support;
mod sys;
mod time;
mod traceback;
pub(crate) mod traceback_object;

pub(crate) use source::{LIBRARY_PREFIX, run_offered};
pub(crate) use sys::replaced_output;

use crate::vm::Vm;

/// Registers every module.
pub fn install(vm: &mut Vm) {
    bisect::install(vm);
    collections::install(vm);
    decimal::install(vm);
    functools::install(vm);
    hashlib::install(vm);
    heapq::install(vm);
    itertools::install(vm);
    json::install(vm);
    math::install(vm);
    notebook::install(vm);
    operator::install(vm);
    random::install(vm);
    regex::install(vm);
    source::install(vm);
    sys::install(vm);
    time::install(vm);
    traceback::install(vm);
    traceback_object::install(vm);
}
