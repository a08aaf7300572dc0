//! Python: source to bytecode to a virtual machine, with values, builtins and a standard library.

pub mod code;
pub mod compile;
pub mod span;
