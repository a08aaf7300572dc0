//! Questions about one character, answered as `unicodedata` of CPython 3.11 would.

use super::unicode_tables as tables;

/// Whether `c` lies in a table of boundaries at each of which membership flips.
fn contains(table: &[u32], c: char) -> bool {
    table.partition_point(|bound| *bound <= c as u32) % 2 == 1
}

/// `str.isprintable` of one character.
pub(super) fn is_printable(c: char) -> bool {
    if c.is_ascii() { (' '..='~').contains(&c) } else { !contains(tables::UNPRINTABLE, c) }
}

/// `str.isspace` of one character; unlike Rust's notion it includes U+001C to U+001F.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}

/// `str.isalpha` of one character.
pub(super) fn is_alphabetic(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { contains(tables::ALPHABETIC, c) }
}

/// The value of a decimal digit of any script, as `unicodedata.decimal`.
pub(crate) fn decimal_value(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    let count = tables::DECIMAL.partition_point(|bound| *bound <= c as u32);
    if count % 2 == 0 {
        return None;
    }
    let start = tables::DECIMAL.get(count - 1)?;
    Some((c as u32 - start) % 10)
}

/// `str.isdigit` of one character.
pub(super) fn is_digit(c: char) -> bool {
    decimal_value(c).is_some() || contains(tables::DIGIT_ONLY, c)
}

/// `str.isnumeric` of one character.
pub(super) fn is_numeric(c: char) -> bool {
    is_digit(c) || contains(tables::NUMERIC_ONLY, c)
}

/// Whether an identifier may start with `c`.
pub(super) fn is_identifier_start(c: char) -> bool {
    is_alphabetic(c) != contains(tables::IDENTIFIER_START_DIFFERS, c)
}

/// Whether an identifier may go on with `c`.
pub(super) fn is_identifier_continue(c: char) -> bool {
    is_identifier_start(c) || contains(tables::IDENTIFIER_CONTINUE_EXTRA, c)
}

/// Category Lt.
pub(super) fn is_titlecase(c: char) -> bool {
    contains(tables::TITLECASE, c)
}

/// Whether `c` has case at all: upper, lower or title.
pub(super) fn is_cased(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase() || is_titlecase(c)
}

/// Whether the final sigma rule looks past `c`. The standard library knows the property but does not tell; it
/// applies it when it lowers a sigma, so we ask it to lower one after `c`, behind a letter and behind a digit.
pub(super) fn is_case_ignorable(c: char) -> bool {
    let is_final = |before: char| [before, c, 'Σ'].iter().collect::<String>().to_lowercase().ends_with('ς');
    is_final('A') && !is_final('0')
}

fn lookup(table: &'static [(char, &'static str)], c: char) -> Option<&'static str> {
    let index = table.binary_search_by_key(&c, |(key, _)| *key).ok()?;
    table.get(index).map(|(_, mapped)| *mapped)
}

/// Appends the title case of `c`.
pub(super) fn push_titlecase(out: &mut String, c: char) {
    match c {
        '\u{10d0}'..='\u{10fa}' | '\u{10fd}'..='\u{10ff}' => out.push(c),
        _ if c.is_ascii() => out.push(c.to_ascii_uppercase()),
        _ => match lookup(tables::TITLECASE_MAP, c) {
            Some(mapped) => out.push_str(mapped),
            None => out.extend(c.to_uppercase()),
        },
    }
}

/// Appends the case folding of `c`.
pub(super) fn push_casefold(out: &mut String, c: char) {
    match c {
        '\u{13a0}'..='\u{13f5}' => out.push(c),
        '\u{13f8}'..='\u{13fd}' | '\u{ab70}'..='\u{abbf}' => out.extend(c.to_uppercase()),
        _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
        _ => match lookup(tables::CASEFOLD_MAP, c) {
            Some(mapped) => out.push_str(mapped),
            None => out.extend(c.to_lowercase()),
        },
    }
}
