//! Methods that fill a text up to a width, counted in code points.

use crate::text::slice::amount;
use crate::text::error::{FormatError, check_length};

fn missing(text: &str, width: i64) -> usize {
    amount(width).saturating_sub(text.chars().count())
}

fn surround(text: &str, left: usize, right: usize, fill: char) -> Result<String, FormatError> {
    let added = left.checked_add(right).and_then(|n| n.checked_mul(fill.len_utf8()));
    check_length(added.and_then(|n| n.checked_add(text.len())))?;
    let fill = fill.to_string();
    Ok([&fill.repeat(left), text, &fill.repeat(right)].concat())
}

/// `text.center(width, fill)`: of an odd rest the larger half goes left if the width is odd, as in CPython.
///
/// # Errors
/// `MemoryError` beyond [`crate::text::MAX_TEXT_BYTES`].
pub fn center(text: &str, width: i64, fill: char) -> Result<String, FormatError> {
    let missing = missing(text, width);
    let left = missing / 2 + (missing & usize::from(width & 1 == 1));
    let left = left.min(missing);
    surround(text, left, missing - left, fill)
}

/// `text.ljust(width, fill)`.
///
/// # Errors
/// `MemoryError` beyond [`crate::text::MAX_TEXT_BYTES`].
pub fn ljust(text: &str, width: i64, fill: char) -> Result<String, FormatError> {
    surround(text, 0, missing(text, width), fill)
}

/// `text.rjust(width, fill)`.
///
/// # Errors
/// `MemoryError` beyond [`crate::text::MAX_TEXT_BYTES`].
pub fn rjust(text: &str, width: i64, fill: char) -> Result<String, FormatError> {
    surround(text, missing(text, width), 0, fill)
}

/// `text.zfill(width)`: zeros go behind a sign.
///
/// # Errors
/// `MemoryError` beyond [`crate::text::MAX_TEXT_BYTES`].
pub fn zfill(text: &str, width: i64) -> Result<String, FormatError> {
    let sign_width = usize::from(text.starts_with(['+', '-']));
    let (sign, digits) = text.split_at(sign_width);
    Ok(format!("{sign}{}", surround(digits, missing(text, width), 0, '0')?))
}

/// `text.expandtabs(size)`.
///
/// # Errors
/// `MemoryError` beyond [`crate::text::MAX_TEXT_BYTES`].
pub fn expandtabs(text: &str, size: i64) -> Result<String, FormatError> {
    let size = amount(size);
    let mut out = String::with_capacity(text.len());
    let mut column = 0_usize;
    for c in text.chars() {
        match c {
            '\t' if size == 0 => {}
            '\t' => {
                let count = size - column % size;
                check_length(out.len().checked_add(count))?;
                out.extend(std::iter::repeat_n(' ', count));
                column = column.saturating_add(count);
            }
            _ => {
                column = if matches!(c, '\n' | '\r') { 0 } else { column + 1 };
                out.push(c);
            }
        }
    }
    Ok(out)
}
