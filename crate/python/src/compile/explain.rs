//! Why a text cannot be parsed, in CPython's words.

use ruff_python_ast::{Mod, PythonVersion};
use ruff_python_parser::Parsed;

use super::error::{SyntaxError, range_span};
use crate::span::Source;

/// The Python whose errors we speak.
pub(super) const TARGET: PythonVersion = PythonVersion::PY311;

/// The error that CPython would report, if any.
pub(super) fn first_error(_source: &Source, parsed: &Parsed<Mod>) -> Option<SyntaxError> {
    let error = parsed.errors().first()?;
    Some(SyntaxError::new(error.error.to_string(), range_span(error.location)))
}
