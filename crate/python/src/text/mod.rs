//! Text and numbers as CPython 3.11 writes, reads and computes them: everything here is a pure function of plain Rust
//! values, so that it is tested against tables that `python3` itself produced and the virtual machine only drives it.

pub mod error;
pub mod float_ops;
pub mod float_repr;
pub mod format_spec;
pub mod hash;
pub mod int_text;
pub mod percent;
pub mod slice;
pub mod str_format;
pub mod str_methods;
pub mod str_repr;
pub mod suggest;
mod unicode;
mod unicode_tables;

pub use error::{ErrorKind, FormatError, MAX_TEXT_BYTES};
pub(crate) use unicode::decimal_value;

#[cfg(test)]
mod any_input_tests;
