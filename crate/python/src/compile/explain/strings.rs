//! Errors inside string literals: escapes, bytes, f-strings.

use ruff_python_parser::{InterpolatedStringErrorType, LexicalErrorType, ParseErrorType};

use crate::compile::error::SyntaxError;
use crate::span::{Source, Span};

pub(super) fn explain(source: &Source, error: &ParseErrorType, place: Span) -> Option<SyntaxError> {
    let message = match error {
        ParseErrorType::FStringError(kind)
        | ParseErrorType::Lexical(LexicalErrorType::FStringError(kind)) => {
            return f_string(source, kind, place);
        }
        ParseErrorType::Lexical(LexicalErrorType::InvalidByteLiteral) => {
            "bytes can only contain ASCII literal characters".to_owned()
        }
        ParseErrorType::Lexical(
            LexicalErrorType::UnicodeError
            | LexicalErrorType::MissingUnicodeLbrace
            | LexicalErrorType::MissingUnicodeRbrace,
        ) => return Some(escape(source, place)),
        _ => return in_field(source, error, place),
    };
    Some(SyntaxError::new(message, place))
}

fn f_string(
    source: &Source,
    kind: &InterpolatedStringErrorType,
    place: Span,
) -> Option<SyntaxError> {
    use InterpolatedStringErrorType as Kind;
    let message = match kind {
        Kind::UnclosedLbrace | Kind::NewlineInFormatSpec => {
            return in_field_text(source, place)
                .or_else(|| Some(SyntaxError::new("f-string: expecting '}'", place)));
        }
        Kind::SingleRbrace => "f-string: single '}' is not allowed",
        Kind::InvalidConversionFlag | Kind::ConversionFlagNotImmediatelyAfterExclamation => {
            "f-string: invalid conversion character: expected 's', 'r', or 'a'"
        }
        Kind::LambdaWithoutParentheses => "f-string: invalid syntax",
        Kind::UnterminatedString | Kind::UnterminatedTripleQuotedString => {
            return opened_field(source, place)
                .then(|| SyntaxError::new("f-string: expecting '}'", place));
        }
    };
    Some(SyntaxError::new(message, place))
}

/// An error of the expression in a field of an f-string.
fn in_field(source: &Source, error: &ParseErrorType, place: Span) -> Option<SyntaxError> {
    if matches!(error, ParseErrorType::Lexical(_)) {
        return None;
    }
    in_field_text(source, place).or_else(|| {
        let before = source.text.get(..place.start as usize)?;
        let just_opened = before.ends_with("f\"{") || before.ends_with("f'{");
        (just_opened && opened_field(source, place))
            .then(|| SyntaxError::new("f-string: expecting '}'", place))
    })
}

fn in_field_text(source: &Source, place: Span) -> Option<SyntaxError> {
    let (start, field) = field_around(source, place)?;
    let span = Span::new(start, start + field.len() as u32);
    let expression = field.split(['!', ':']).next().unwrap_or(field);
    if expression.trim().is_empty() {
        return Some(SyntaxError::new("f-string: empty expression not allowed", span));
    }
    let inner = Source::new("<fstring>", &format!("({field})"));
    let options = crate::compile::CompileOptions { kind: crate::compile::SourceKind::Eval };
    let message = match crate::compile::compile_with(inner.into(), options) {
        Err(errors) => errors.into_iter().next()?.message,
        Ok(_) => return None,
    };
    let message = if message.starts_with("f-string: ") { message } else { format!("f-string: {message}") };
    Some(SyntaxError::new(message, span))
}

/// The text of the replacement field around a place, when the place is in an
/// f-string on one line.
fn field_around(source: &Source, place: Span) -> Option<(u32, &str)> {
    let line = source.line(place.start);
    let start = source.line_start(line);
    let text = source.line_text(line);
    let mut string: Option<(char, bool)> = None;
    let mut open: Option<usize> = None;
    let mut previous = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match (string, c) {
            (None, '#') => return None,
            (None, '"' | '\'') => string = Some((c, matches!(previous, 'f' | 'F'))),
            (Some((quote, _)), _) if c == quote => {
                if let Some(open) = open
                    && (start + open as u32..=start + at as u32).contains(&place.start)
                {
                    return None;
                }
                (string, open) = (None, None);
            }
            (Some(_), '\\') => {
                chars.next();
            }
            (Some((_, true)), '{') => {
                if open.is_none() && chars.peek().is_some_and(|(_, next)| *next == '{') {
                    chars.next();
                } else {
                    open = Some(at + 1);
                }
            }
            (Some((_, true)), '}') => {
                if let Some(open) = open.take() {
                    let from = start + open as u32;
                    if (from..=start + at as u32).contains(&place.start) {
                        return text.get(open..at).map(|field| (from, field));
                    }
                }
            }
            _ => {}
        }
        previous = c;
    }
    None
}

/// Whether an f-string on this line has a field that is not closed.
fn opened_field(source: &Source, place: Span) -> bool {
    let text = source.line_text(source.line(place.start));
    let opened = text.matches('{').count();
    opened > text.matches('}').count()
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
