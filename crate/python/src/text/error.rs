//! The error of the text functions: which Python exception to raise and CPython's own words for it.

use std::fmt;

/// The longest text, in bytes, that a single operation may build; beyond it the operation fails instead of the tab.
pub const MAX_TEXT_BYTES: usize = 1 << 26;

/// The Python exception a [`FormatError`] stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// `ValueError`
    Value,
    /// `TypeError`
    Type,
    /// `OverflowError`
    Overflow,
    /// `IndexError`
    Index,
    /// `KeyError`
    Key,
    /// `ZeroDivisionError`
    ZeroDivision,
    /// `MemoryError`: a text beyond [`MAX_TEXT_BYTES`]
    Memory,
}

/// An exception to raise, without a place: the virtual machine adds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormatError {
    /// The exception's type.
    pub kind: ErrorKind,
    /// The exception's text, as CPython 3.11 words it.
    pub message: String,
}

impl FormatError {
    /// An error of any kind.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        FormatError { kind, message: message.into() }
    }

    /// A `ValueError`.
    pub fn value(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Value, message)
    }

    /// A `TypeError`.
    pub fn type_error(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Type, message)
    }

    /// An `OverflowError`.
    pub fn overflow(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Overflow, message)
    }

    /// A `ZeroDivisionError`.
    pub fn zero_division(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::ZeroDivision, message)
    }
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for FormatError {}

/// Fails if a text of `bytes` would be longer than [`MAX_TEXT_BYTES`]; `None` stands for an overflowed product.
pub(super) fn check_length(bytes: Option<usize>) -> Result<(), FormatError> {
    match bytes {
        Some(bytes) if bytes <= MAX_TEXT_BYTES => Ok(()),
        _ => Err(FormatError::new(
            ErrorKind::Memory,
            format!("a text may have at most {MAX_TEXT_BYTES} bytes here; build it in smaller pieces"),
        )),
    }
}
