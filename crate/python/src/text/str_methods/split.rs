//! Splitting and stripping. All parts borrow from the text.

use crate::text::error::FormatError;
use crate::text::unicode::is_space;

/// A `maxsplit` as a count; `None` or negative is without limit.
fn limit_of(maxsplit: Option<i64>) -> usize {
    maxsplit.and_then(|n| usize::try_from(n).ok()).unwrap_or(usize::MAX)
}

/// `text.split(None, maxsplit)`: runs of white space separate, no part is empty.
pub fn split_whitespace(text: &str, maxsplit: Option<i64>) -> Vec<&str> {
    let limit = limit_of(maxsplit);
    let mut parts = Vec::new();
    let mut rest = text.trim_start_matches(is_space);
    while !rest.is_empty() {
        let end = rest.find(is_space).filter(|_| parts.len() < limit);
        let Some((part, tail)) = end.and_then(|at| rest.split_at_checked(at)) else {
            // The last part keeps all white space that follows, as no split is left for it.
            parts.push(rest);
            break;
        };
        parts.push(part);
        rest = tail.trim_start_matches(is_space);
    }
    parts
}

/// `text.rsplit(None, maxsplit)`.
pub fn rsplit_whitespace(text: &str, maxsplit: Option<i64>) -> Vec<&str> {
    let limit = limit_of(maxsplit);
    let mut parts = Vec::new();
    let mut rest = text.trim_end_matches(is_space);
    while !rest.is_empty() {
        let last = rest.char_indices().rev().find(|(_, c)| is_space(*c)).filter(|_| parts.len() < limit);
        let Some((head, part)) = last.and_then(|(at, c)| Some((rest.get(..at)?, rest.get(at + c.len_utf8()..)?))) else {
            parts.push(rest);
            break;
        };
        parts.push(part);
        rest = head.trim_end_matches(is_space);
    }
    parts.reverse();
    parts
}

fn check_separator(separator: &str) -> Result<(), FormatError> {
    if separator.is_empty() { Err(FormatError::value("empty separator")) } else { Ok(()) }
}

/// `text.split(separator, maxsplit)`.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn split<'a>(text: &'a str, separator: &str, maxsplit: Option<i64>) -> Result<Vec<&'a str>, FormatError> {
    check_separator(separator)?;
    Ok(text.splitn(limit_of(maxsplit).saturating_add(1), separator).collect())
}

/// `text.rsplit(separator, maxsplit)`.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn rsplit<'a>(text: &'a str, separator: &str, maxsplit: Option<i64>) -> Result<Vec<&'a str>, FormatError> {
    check_separator(separator)?;
    let mut parts: Vec<&str> = text.rsplitn(limit_of(maxsplit).saturating_add(1), separator).collect();
    parts.reverse();
    Ok(parts)
}

/// `text.partition(separator)`.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn partition<'a>(text: &'a str, separator: &'a str) -> Result<(&'a str, &'a str, &'a str), FormatError> {
    check_separator(separator)?;
    Ok(text.split_once(separator).map_or((text, "", ""), |(head, tail)| (head, separator, tail)))
}

/// `text.rpartition(separator)`.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn rpartition<'a>(text: &'a str, separator: &'a str) -> Result<(&'a str, &'a str, &'a str), FormatError> {
    check_separator(separator)?;
    Ok(text.rsplit_once(separator).map_or(("", "", text), |(head, tail)| (head, separator, tail)))
}

/// `text.splitlines(keepends)`: all line boundaries Python knows, `\r\n` as one.
pub fn splitlines(text: &str, keepends: bool) -> Vec<&str> {
    let is_boundary =
        |c: char| matches!(c, '\n'..='\r' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let mut lines = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(is_boundary).unwrap_or(rest.len());
        let (line, tail) = rest.split_at(end);
        let width = if tail.starts_with("\r\n") { 2 } else { tail.chars().next().map_or(0, char::len_utf8) };
        lines.push(if keepends { rest.get(..end + width).unwrap_or(line) } else { line });
        rest = tail.get(width..).unwrap_or("");
    }
    lines
}

/// `text.lstrip(chars)`; without characters white space.
pub fn lstrip<'a>(text: &'a str, chars: Option<&str>) -> &'a str {
    match chars {
        Some(chars) => text.trim_start_matches(|c| chars.contains(c)),
        None => text.trim_start_matches(is_space),
    }
}

/// `text.rstrip(chars)`; without characters white space.
pub fn rstrip<'a>(text: &'a str, chars: Option<&str>) -> &'a str {
    match chars {
        Some(chars) => text.trim_end_matches(|c| chars.contains(c)),
        None => text.trim_end_matches(is_space),
    }
}

/// `text.strip(chars)`; without characters white space.
pub fn strip<'a>(text: &'a str, chars: Option<&str>) -> &'a str {
    rstrip(lstrip(text, chars), chars)
}
