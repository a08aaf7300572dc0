//! Searching and replacing. Ranges `start..end` are code points already resolved against the length, as
//! [`crate::text::slice::resolve`] gives them; an ASCII text is indexed directly.

use crate::text::error::{FormatError, check_length};

/// The byte offset of a code point; past the end for anything beyond.
fn byte_offset(text: &str, position: usize) -> Option<usize> {
    if text.is_ascii() {
        return (position <= text.len()).then_some(position);
    }
    text.char_indices().map(|(at, _)| at).chain([text.len()]).nth(position)
}

/// How many code points the first `bytes` bytes hold.
fn position_of(text: &str, bytes: usize) -> usize {
    if text.is_ascii() { bytes } else { text.get(..bytes).map_or(0, |s| s.chars().count()) }
}

/// The code points `start..end` and their byte offset; `None` if the range is reversed or starts beyond the end.
fn window(text: &str, start: usize, end: usize) -> Option<(usize, &str)> {
    let from = byte_offset(text, start)?;
    let to = byte_offset(text, end).unwrap_or(text.len());
    Some((from, text.get(from..to)?))
}

/// `text[start:end]`, empty if the range is.
pub fn substring(text: &str, start: usize, end: usize) -> &str {
    window(text, start, end).map_or("", |(_, part)| part)
}

/// `text.find(needle, start, end)`; `None` for -1.
pub fn find(text: &str, needle: &str, start: usize, end: usize) -> Option<usize> {
    let (from, part) = window(text, start, end)?;
    part.find(needle).map(|at| position_of(text, from + at))
}

/// `text.rfind(needle, start, end)`; `None` for -1.
pub fn rfind(text: &str, needle: &str, start: usize, end: usize) -> Option<usize> {
    let (from, part) = window(text, start, end)?;
    part.rfind(needle).map(|at| position_of(text, from + at))
}

/// `text.count(needle, start, end)`: occurrences that do not overlap; the empty needle is found at every boundary.
pub fn count(text: &str, needle: &str, start: usize, end: usize) -> usize {
    window(text, start, end).map_or(0, |(_, part)| part.matches(needle).count())
}

/// `text.replace(old, new, limit)`; `None` or a negative limit replaces all.
///
/// # Errors
/// `MemoryError` beyond [`crate::text::MAX_TEXT_BYTES`].
pub fn replace(text: &str, old: &str, new: &str, limit: Option<i64>) -> Result<String, FormatError> {
    let limit = limit.and_then(|n| usize::try_from(n).ok()).unwrap_or(usize::MAX);
    if new.len() > old.len() {
        let found = text.matches(old).take(limit).count();
        check_length(found.checked_mul(new.len() - old.len()).and_then(|n| n.checked_add(text.len())))?;
    }
    Ok(text.replacen(old, new, limit))
}
