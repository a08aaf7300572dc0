//! Errors with the class and the exact text that numpy raises, so that the interpreter only has to wrap them.

use std::fmt;

use crate::dtype::DType;

/// The Python exception class an error becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ErrorKind {
    /// `ValueError`
    Value,
    /// `TypeError`
    Type,
    /// `IndexError`
    Index,
    /// `ZeroDivisionError`
    ZeroDivision,
    /// `MemoryError`
    Memory,
    /// `OverflowError`
    Overflow,
    /// `numpy.exceptions.AxisError`, a subclass of both `ValueError` and `IndexError`
    Axis,
    /// `numpy._core._exceptions.UFuncTypeError`, a subclass of `TypeError`
    UFuncType,
    /// Something numpy can do and this crate cannot; the message names it
    Unsupported,
}

impl ErrorKind {
    /// The name of the class as a traceback shows it.
    pub fn class_name(self) -> &'static str {
        match self {
            Self::Value => "ValueError",
            Self::Type => "TypeError",
            Self::Index => "IndexError",
            Self::ZeroDivision => "ZeroDivisionError",
            Self::Memory => "MemoryError",
            Self::Overflow => "OverflowError",
            Self::Axis => "AxisError",
            Self::UFuncType => "UFuncTypeError",
            Self::Unsupported => "NotImplementedError",
        }
    }
}

/// What went wrong, without a place: the caller knows the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArrayError {
    pub kind: ErrorKind,
    pub message: String,
}

/// The result of every fallible array operation.
pub type Result<T> = std::result::Result<T, ArrayError>;

impl fmt::Display for ArrayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.kind.class_name(), self.message)
    }
}

impl std::error::Error for ArrayError {}

impl ArrayError {
    /// An error of `kind` with numpy's text.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into() }
    }

    pub(crate) fn value(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Value, message)
    }

    pub(crate) fn index(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Index, message)
    }

    pub(crate) fn type_error(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Type, message)
    }

    pub(crate) fn unsupported(what: impl fmt::Display) -> Self {
        Self::new(ErrorKind::Unsupported, format!("{what} is not supported in taskyard's numpy"))
    }

    pub(crate) fn axis(axis: i64, ndim: usize) -> Self {
        Self::new(ErrorKind::Axis, format!("axis {axis} is out of bounds for array of dimension {ndim}"))
    }

    pub(crate) fn broadcast(shapes: &[&[usize]]) -> Self {
        let list: String = shapes.iter().map(|s| format!("{} ", shape_text(s))).collect();
        Self::value(format!("operands could not be broadcast together with shapes {list}"))
    }

    /// A ufunc that has no loop for these dtypes at all, such as adding text to numbers.
    pub(crate) fn no_loop(ufunc: &str, left: DType, right: DType) -> Self {
        Self::new(
            ErrorKind::UFuncType,
            format!(
                "ufunc '{ufunc}' did not contain a loop with signature matching types (dtype('{}'), dtype('{}')) -> None",
                left.code(),
                right.code()
            ),
        )
    }

    /// As [`ArrayError::no_loop`] for one operand, where numpy names the class of the dtype.
    pub(crate) fn no_unary_loop(ufunc: &str, dtype: DType) -> Self {
        Self::new(
            ErrorKind::UFuncType,
            format!(
                "ufunc '{ufunc}' did not contain a loop with signature matching types <class 'numpy.dtypes.{}'> -> None",
                dtype.class_name()
            ),
        )
    }

    /// A ufunc that has loops, but none these dtypes can be cast to safely, such as `~1.5`.
    pub(crate) fn not_supported_for_input(ufunc: &str) -> Self {
        Self::type_error(format!(
            "ufunc '{ufunc}' not supported for the input types, and the inputs could not be safely coerced \
             to any supported types according to the casting rule ''safe''"
        ))
    }
}

/// A shape as numpy writes it inside messages: `(2,)`, `(2,3)`, `()`.
pub(crate) fn shape_text(shape: &[usize]) -> String {
    let signed: Vec<i64> = shape.iter().map(|&n| n as i64).collect();
    signed_shape_text(&signed)
}

/// As [`shape_text`], where negative sizes are unknown: leading ones vanish, others are `newaxis`.
pub(crate) fn signed_shape_text(shape: &[i64]) -> String {
    let known = shape.iter().skip_while(|&&n| n < 0);
    let words: Vec<String> =
        known.map(|&n| if n < 0 { "newaxis".to_owned() } else { n.to_string() }).collect();
    let comma = if shape.len() == 1 && words.len() == 1 { "," } else { "" };
    format!("({}{comma})", words.join(","))
}

/// A shape as Python writes a tuple: `(2,)`, `(2, 3)`, `()`.
pub(crate) fn tuple_text(shape: &[usize]) -> String {
    let words: Vec<String> = shape.iter().map(usize::to_string).collect();
    let comma = if shape.len() == 1 { "," } else { "" };
    format!("({}{comma})", words.join(", "))
}
