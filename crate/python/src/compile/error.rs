//! Syntax errors as learners meet them: Python's class, Python's words, a place.

use std::fmt;

use ruff_text_size::{Ranged, TextRange};

use crate::span::Span;

/// Which exception Python would raise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SyntaxErrorClass {
    SyntaxError,
    IndentationError,
    TabError,
}

impl SyntaxErrorClass {
    /// The name of the exception class.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::SyntaxError => "SyntaxError",
            Self::IndentationError => "IndentationError",
            Self::TabError => "TabError",
        }
    }
}

/// Why a text is no program, in CPython 3.11's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    pub class: SyntaxErrorClass,
    pub message: String,
    pub span: Span,
}

impl SyntaxError {
    pub(super) fn new(message: impl Into<String>, span: Span) -> Self {
        Self { class: SyntaxErrorClass::SyntaxError, message: message.into(), span }
    }

    pub(super) fn indentation(message: impl Into<String>, span: Span) -> Self {
        Self { class: SyntaxErrorClass::IndentationError, message: message.into(), span }
    }

    /// The error as the result of a compile function.
    pub(super) fn fail<T>(message: impl Into<String>, span: Span) -> Compiled<T> {
        Err(Box::new(Self::new(message, span)))
    }
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.class.name(), self.message)
    }
}

/// What compile functions return; boxed, so that frames stay small.
pub(super) type Compiled<T = ()> = Result<T, Box<SyntaxError>>;

/// The place of a node.
pub(super) fn span_of(node: &impl Ranged) -> Span {
    range_span(node.range())
}

pub(super) fn range_span(range: TextRange) -> Span {
    Span::new(range.start().to_u32(), range.end().to_u32())
}
