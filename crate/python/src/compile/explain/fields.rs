//! Errors in the replacement fields of f-strings, in CPython 3.11's words.
//!
//! There an f-string ends at the first quote like its own, and its fields are
//! read character by character before their expressions are parsed.

use crate::compile::error::SyntaxError;
use crate::compile::{CompileOptions, SourceKind, compile_with};
use crate::span::{Source, Span};

/// What is wrong with the f-strings on the line of a place where the parser stopped.
pub(super) fn explain(source: &Source, place: Span) -> Option<SyntaxError> {
    let line = source.line(place.start);
    let start = source.line_start(line);
    let text = source.line_text(line);
    let mut at = 0;
    while let Some(found) = next_string(text, at) {
        let Literal { open, close, formatted } = found;
        let span = Span::new(start + open as u32, start + close as u32);
        if span.start > place.end {
            return None;
        }
        let body = text.get(open..close)?;
        if formatted && let Err(message) = read_body(body) {
            return Some(SyntaxError::new(message, span));
        }
        at = close + 1;
    }
    None
}

/// The inside of a text literal on a line.
struct Literal {
    open: usize,
    close: usize,
    formatted: bool,
}

/// The next literal in single quotes that ends on the line; those in triple quotes are passed by.
fn next_string(text: &str, from: usize) -> Option<Literal> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        match *bytes.get(at)? {
            b'#' => return None,
            quote @ (b'"' | b'\'') => {
                let triple = bytes.get(at + 1) == Some(&quote) && bytes.get(at + 2) == Some(&quote);
                let open = at + if triple { 3 } else { 1 };
                let mut close = open;
                loop {
                    match *bytes.get(close)? {
                        b'\\' => close += 1,
                        byte if byte == quote && !triple => break,
                        byte if byte == quote && bytes.get(close..close + 3) == Some(&[quote; 3]) => break,
                        _ => {}
                    }
                    close += 1;
                }
                if triple {
                    at = close + 3;
                    continue;
                }
                let word = text.get(..at)?;
                let start = word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
                let formatted = matches!(text.get(start..at)?.to_ascii_lowercase().as_str(), "f" | "fr" | "rf");
                return Some(Literal { open, close, formatted });
            }
            _ => at += 1,
        }
    }
}

/// How deep fields may lie in the formats of others.
const MAX_DEPTH: usize = 1;

const EXPECTING: &str = "f-string: expecting '}'";

type Checked<T = ()> = Result<T, String>;

/// Reads the texts and the fields of an f-string.
fn read_body(body: &str) -> Checked {
    let bytes = body.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let doubled = bytes.get(at + 1) == Some(&byte);
        match byte {
            b'{' | b'}' if doubled => at += 2,
            b'{' => at = read_field(body, at + 1, 0)?,
            b'}' => return Err("f-string: single '}' is not allowed".to_owned()),
            _ => at += 1,
        }
    }
    Ok(())
}

/// Reads the field whose text starts at `start`; the place behind its bracket.
fn read_field(body: &str, start: usize, depth: usize) -> Checked<usize> {
    if depth > MAX_DEPTH {
        return Err("f-string: expressions nested too deeply".to_owned());
    }
    let bytes = body.as_bytes();
    let mut at = expression_end(body, start)?;
    let expression = body.get(start..at).unwrap_or("");
    let Some(&end) = bytes.get(at) else { return Err(EXPECTING.to_owned()) };
    check_expression(expression, end)?;
    let skip_blanks = |mut at: usize| {
        while bytes.get(at).is_some_and(|byte| byte.is_ascii_whitespace()) {
            at += 1;
        }
        at
    };
    if bytes.get(at) == Some(&b'=') {
        at = skip_blanks(at + 1);
    }
    if bytes.get(at) == Some(&b'!') {
        let conversion = bytes.get(at + 1);
        let closed = matches!(bytes.get(at + 2), Some(b':' | b'}'));
        if conversion.is_none() || !closed && !matches!(conversion, Some(b'}' | b':')) {
            return Err(EXPECTING.to_owned());
        }
        if !matches!(conversion, Some(b's' | b'r' | b'a')) {
            return Err("f-string: invalid conversion character: expected 's', 'r', or 'a'".to_owned());
        }
        at += 2;
    }
    if bytes.get(at) == Some(&b':') {
        at += 1;
        loop {
            match bytes.get(at) {
                Some(b'{') => at = read_field(body, at + 1, depth + 1)?,
                Some(b'}') | None => break,
                Some(_) => at += 1,
            }
        }
    }
    if bytes.get(at) == Some(&b'}') { Ok(at + 1) } else { Err(EXPECTING.to_owned()) }
}

/// Where the expression of a field ends.
fn expression_end(body: &str, start: usize) -> Checked<usize> {
    let bytes = body.as_bytes();
    let (mut at, mut open, mut quote) = (start, Vec::new(), None);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' => return Err("f-string expression part cannot include a backslash".to_owned()),
            _ if quote == Some(byte) => quote = None,
            _ if quote.is_some() => {}
            b'"' | b'\'' => quote = Some(byte),
            b'(' | b'[' | b'{' => open.push(byte),
            b'#' => return Err("f-string expression part cannot include '#'".to_owned()),
            b'!' | b'=' | b'<' | b'>' if open.is_empty() => {
                if bytes.get(at + 1) == Some(&b'=') {
                    at += 1;
                } else if matches!(byte, b'!' | b'=') {
                    break;
                }
            }
            b':' | b'}' if open.is_empty() => break,
            b')' | b']' | b'}' => close(open.pop(), byte)?,
            _ => {}
        }
        at += 1;
    }
    match (quote, open.last()) {
        (Some(_), _) => Err("f-string: unterminated string".to_owned()),
        (None, Some(&bracket)) => Err(format!("f-string: unmatched '{}'", char::from(bracket))),
        (None, None) => Ok(at),
    }
}

fn close(open: Option<u8>, byte: u8) -> Checked {
    let close = char::from(byte);
    match (open, byte) {
        (Some(b'('), b')') | (Some(b'['), b']') | (Some(b'{'), b'}') => Ok(()),
        (None, _) => Err(format!("f-string: unmatched '{close}'")),
        (Some(open), _) => {
            let open = char::from(open);
            Err(format!("f-string: closing parenthesis '{close}' does not match opening parenthesis '{open}'"))
        }
    }
}

fn check_expression(expression: &str, end: u8) -> Checked {
    if expression.trim().is_empty() {
        return Err(match end {
            b'!' | b':' | b'=' => format!("f-string: expression required before '{}'", char::from(end)),
            _ => "f-string: empty expression not allowed".to_owned(),
        });
    }
    let inner = Source::new("<fstring>", &format!("({expression})"));
    match compile_with(inner.into(), CompileOptions { kind: SourceKind::Eval }) {
        Ok(_) => Ok(()),
        Err(errors) => {
            let message = errors.into_iter().next().map_or_else(|| "invalid syntax".to_owned(), |error| error.message);
            // Only the parser's complaints are about the f-string; those of the compiler come later.
            let outside = ["'yield' outside function", "'await' outside function"];
            match message.as_str() {
                text if outside.contains(&text) => Ok(()),
                text if text.starts_with("f-string") => Err(message),
                _ => Err(format!("f-string: {message}")),
            }
        }
    }
}
