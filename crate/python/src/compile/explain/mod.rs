//! Why a text cannot be parsed, in CPython's words.
//!
//! The parser says where it stopped. CPython's order of precedence is then
//! followed: errors of the tokenizer (anywhere in the text), a bracket that was
//! never closed, and the rules that its grammar has for common mistakes.

mod fields;
mod rules;
mod strings;
mod targets;
mod tokens;

use ruff_python_ast::{Mod, PythonVersion};
use ruff_python_parser::{
    ParseError, ParseErrorType, Parsed, UnsupportedSyntaxError, UnsupportedSyntaxErrorKind,
};

use super::error::{SyntaxError, range_span};
use crate::span::{Source, Span};
use rules::Failure;
use tokens::{Kind, Tokens};

/// The Python whose errors we speak.
pub(super) const TARGET: PythonVersion = PythonVersion::PY311;

/// The error that CPython would report, if any.
pub(super) fn first_error(source: &Source, parsed: &Parsed<Mod>) -> Option<SyntaxError> {
    let unsupported = parsed.unsupported_syntax_errors().iter().find(refused);
    let in_string = |error: &&ParseError| matches!(error.error, ParseErrorType::FStringError(_));
    let first = parsed.errors().first();
    // Of an f-string the outer error says more than that of its field.
    let outer = parsed.errors().iter().find(in_string);
    let broken = match (first, outer) {
        (Some(first), Some(outer)) if outer.location.start() <= first.location.start() => Some(outer),
        _ => first,
    };
    match (broken, unsupported) {
        (None, None) => None,
        (Some(error), Some(other)) if other.range.start() < error.location.start() => {
            Some(explain_version(source, other))
        }
        (Some(error), _) => Some(explain(source, error)),
        (None, Some(other)) => Some(explain_version(source, other)),
    }
}

/// Newer syntax is refused, but f-strings may nest quotes as in Python 3.12.
fn refused(error: &&UnsupportedSyntaxError) -> bool {
    !matches!(error.kind, UnsupportedSyntaxErrorKind::Pep701FString(_))
}

fn explain_version(source: &Source, error: &UnsupportedSyntaxError) -> SyntaxError {
    if let Some(found) = tokens::tokenize(source).error {
        return found;
    }
    let message = match error.kind {
        UnsupportedSyntaxErrorKind::UnparenthesizedExceptionTypes => {
            "multiple exception types must be parenthesized"
        }
        // The parser keeps the kinds to itself, but names them in its text.
        UnsupportedSyntaxErrorKind::UnpackingInComprehension(_)
            if error.to_string().contains("dictionary") =>
        {
            "dict unpacking cannot be used in dict comprehension"
        }
        UnsupportedSyntaxErrorKind::UnpackingInComprehension(_) => {
            "iterable unpacking cannot be used in comprehension"
        }
        UnsupportedSyntaxErrorKind::ParenthesizedKeywordArgumentName => {
            "expression cannot contain assignment, perhaps you meant \"==\"?"
        }
        UnsupportedSyntaxErrorKind::TypeParameterList
        | UnsupportedSyntaxErrorKind::TypeParamDefault => {
            "a type parameter list is not supported here"
        }
        UnsupportedSyntaxErrorKind::TypeAliasStatement => "a 'type' statement is not supported here",
        UnsupportedSyntaxErrorKind::TemplateStrings => "a template string is not supported here",
        _ => "invalid syntax",
    };
    SyntaxError::new(message, range_span(error.range))
}

fn explain(source: &Source, error: &ParseError) -> SyntaxError {
    let tokens = tokens::tokenize(source);
    let place = range_span(error.location);
    if let Some(found) = strings::explain(source, &error.error, place) {
        return found;
    }
    let at = failing_token(&tokens, place.start);
    let failure = Failure { source, tokens: &tokens, at, error: &error.error, place };
    let before = |other: &SyntaxError| other.span.start <= failure.token().span.start;
    if let Some(found) = tokens.error.as_ref().filter(|found| before(found)) {
        return found.clone();
    }
    if failure.kind() == Kind::Indent {
        let line = source.line(failure.token().span.end);
        let start = source.line_start(line);
        return SyntaxError::indentation("unexpected indent", Span::new(start, failure.token().span.end));
    }
    if let Some(found) = &tokens.error {
        return found.clone();
    }
    unclosed(&failure).unwrap_or_else(|| rules::explain(&failure))
}

/// The first token that ends after the place where the parser stopped.
fn failing_token(tokens: &Tokens, start: u32) -> usize {
    let ends_before = |token: &tokens::Token| {
        token.span.end <= start && !(token.span.start == start && token.kind != Kind::Dedent)
    };
    let found = tokens.list.partition_point(ends_before);
    found.min(tokens.list.len().saturating_sub(1))
}

/// A bracket that is open at the end of the text.
fn unclosed(failure: &Failure<'_>) -> Option<SyntaxError> {
    let &(bracket, start) = failure.tokens.open.last()?;
    let line = failure.source.line(start);
    let stopped = failure.source.line(failure.token().span.start);
    let at_end = failure.kind() == Kind::End;
    let text = format!("'{bracket}' was never closed");
    (at_end || stopped > line).then(|| SyntaxError::new(text, Span::new(start, start + 1)))
}
