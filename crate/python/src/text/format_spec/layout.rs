//! Padding and grouping: where sign, digits, separators and fill go.

use super::FormatSpec;
use crate::text::error::{FormatError, check_length};

/// Pads `prefix` (sign and base) and `body` to the width; with alignment `=` the fill goes between them.
pub(super) fn pad(prefix: &str, body: &str, spec: &FormatSpec) -> Result<String, FormatError> {
    let length = prefix.chars().count() + body.chars().count();
    let missing = spec.width.unwrap_or(0).saturating_sub(length);
    check_length(missing.checked_mul(spec.fill.len_utf8()).and_then(|n| n.checked_add(prefix.len() + body.len())))?;
    let (left, between, right) = match spec.align {
        '<' => (0, 0, missing),
        '^' => (missing / 2, 0, missing - missing / 2),
        '=' => (0, missing, 0),
        _ => (missing, 0, 0),
    };
    let fill = |count: usize| spec.fill.to_string().repeat(count);
    Ok([fill(left).as_str(), prefix, &fill(between), body, &fill(right)].concat())
}

/// Puts `separator` between groups of `size` digits, with leading zeros until there are `min_width` characters.
pub(super) fn group(digits: &str, separator: char, size: usize, min_width: usize) -> Result<String, FormatError> {
    check_length(min_width.checked_add(digits.len().saturating_mul(2)))?;
    let mut reversed = String::with_capacity(digits.len() * 4 / 3 + min_width);
    let mut rest = digits.chars().rev();
    let mut remaining = digits.len();
    let mut missing = min_width;
    while remaining > 0 || missing > 0 {
        if !reversed.is_empty() {
            reversed.push(separator);
        }
        let count = size.min(remaining.max(missing).max(1));
        for _ in 0..count {
            reversed.push(rest.next().unwrap_or('0'));
        }
        remaining = remaining.saturating_sub(count);
        missing = missing.saturating_sub(count);
        // The separator counts towards the width, but only if a further group follows.
        if remaining > 0 || missing > 0 {
            missing = missing.saturating_sub(1);
            if remaining == 0 && missing == 0 {
                // The width ends on a separator: one more zero keeps a digit in front of it.
                reversed.push(separator);
                reversed.push('0');
            }
        }
    }
    Ok(reversed.chars().rev().collect())
}
