//! Errors inside string literals: escapes, bytes, f-strings.

use ruff_python_parser::{InterpolatedStringErrorType, LexicalErrorType, ParseErrorType};

use crate::compile::error::SyntaxError;
use crate::span::{Source, Span};

pub(super) fn explain(source: &Source, error: &ParseErrorType, place: Span) -> Option<SyntaxError> {
    if let Some(found) = super::fields::explain(source, place) {
        return Some(found);
    }
    let message = match error {
        ParseErrorType::FStringError(kind)
        | ParseErrorType::Lexical(LexicalErrorType::FStringError(kind)) => {
            return f_string(kind, place);
        }
        ParseErrorType::Lexical(LexicalErrorType::InvalidByteLiteral) => {
            "bytes can only contain ASCII literal characters".to_owned()
        }
        ParseErrorType::Lexical(
            LexicalErrorType::UnicodeError
            | LexicalErrorType::MissingUnicodeLbrace
            | LexicalErrorType::MissingUnicodeRbrace,
        ) => return Some(escape(source, place)),
        _ => return None,
    };
    Some(SyntaxError::new(message, place))
}

fn f_string(kind: &InterpolatedStringErrorType, place: Span) -> Option<SyntaxError> {
    use InterpolatedStringErrorType as Kind;
    let message = match kind {
        Kind::UnclosedLbrace | Kind::NewlineInFormatSpec => "f-string: expecting '}'",
        Kind::SingleRbrace => "f-string: single '}' is not allowed",
        Kind::InvalidConversionFlag | Kind::ConversionFlagNotImmediatelyAfterExclamation => {
            "f-string: invalid conversion character: expected 's', 'r', or 'a'"
        }
        Kind::LambdaWithoutParentheses => "f-string: invalid syntax",
        Kind::UnterminatedString | Kind::UnterminatedTripleQuotedString => return None,
    };
    Some(SyntaxError::new(message, place))
}

/// A broken escape, in the words of the codec, which counts from the first
/// character of the literal.
fn escape(source: &Source, place: Span) -> SyntaxError {
    let line_start = source.line_start(source.line(place.start)) as usize;
    let mut end = (place.end as usize + 1).min(source.text.len());
    while !source.text.is_char_boundary(end) {
        end += 1;
    }
    let before = source.text.get(line_start..end).unwrap_or("");
    // The parser points at the escape or just behind it.
    let Some(at) = before.rfind('\\') else {
        return SyntaxError::new("(unicode error) invalid escape sequence", place);
    };
    let offset = before[..at].rfind(['"', '\'']).map_or(at, |quote| at - quote - 1);
    let body = source.text.get(line_start + at + 1..).unwrap_or("");
    let opening = before[..at].rfind(['"', '\'']).map_or("", |quote| &before[..quote]);
    if opening.trim_end_matches(['r', 'R']).ends_with(['b', 'B']) {
        return SyntaxError::new(format!("(value error) invalid \\x escape at position {offset}"), place);
    }
    let hex = |count: usize| {
        body.chars().skip(1).take(count).take_while(char::is_ascii_hexdigit).count()
    };
    let (reason, length) = match body.chars().next() {
        Some('x') => ("truncated \\xXX escape", 2 + hex(2)),
        Some('u') => ("truncated \\uXXXX escape", 2 + hex(4)),
        Some('U') if hex(8) == 8 => ("illegal Unicode character", 10),
        Some('U') => ("truncated \\UXXXXXXXX escape", 2 + hex(8)),
        _ => match body.find('}') {
            Some(end) if body.starts_with("N{") => ("unknown Unicode character name", end + 2),
            _ => ("malformed \\N character escape", 2),
        },
    };
    let last = offset + length - 1;
    let message = format!(
        "(unicode error) 'unicodeescape' codec can't decode bytes in position {offset}-{last}: {reason}"
    );
    SyntaxError::new(message, place)
}
