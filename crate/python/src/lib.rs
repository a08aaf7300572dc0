//! Python: source to bytecode to a virtual machine, with values, builtins and a standard library.
//!
//! ```text
//! Source -> compile -> Code -> Vm (heap, frames, ops) -> Outcome
//!                                 |
//!                                 +- builtins, modules: what Rust offers to Python
//!                                 +- portable: values on their way between machines
//! ```
//! Knows no Dask, no threads and no JavaScript: extensions come in through `Vm::define_class`,
//! `Vm::register_module` and `Vm::set_host`.

mod builtins;
pub mod code;
pub mod compile;
pub mod error;
pub mod heap;
mod modules;
pub mod object;
pub mod portable;
pub mod span;
pub mod text;
pub mod value;
pub mod vm;

pub use modules::decimal as decimal_state;
pub use modules::random as random_state;
