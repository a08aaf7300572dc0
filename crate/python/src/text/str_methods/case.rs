//! Changes of case, with the final sigma and the special title cases as in CPython.

use crate::text::unicode;

/// `text.upper()`.
pub fn upper(text: &str) -> String {
    text.to_uppercase()
}

/// `text.lower()`.
pub fn lower(text: &str) -> String {
    text.to_lowercase()
}

/// `text.casefold()`.
pub fn casefold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| unicode::push_casefold(&mut out, c));
    out
}

/// Appends the lower case of the character at `at`, whose sigma depends on its neighbours.
fn push_lower(out: &mut String, text: &str, at: usize, c: char) {
    if c != 'Σ' {
        out.extend(c.to_lowercase());
        return;
    }
    let is_cased = |c: Option<char>| c.is_some_and(unicode::is_cased);
    let before = text.get(..at).and_then(|s| s.chars().rev().find(|c| !unicode::is_case_ignorable(*c)));
    let after = text.get(at + c.len_utf8()..).and_then(|s| s.chars().find(|c| !unicode::is_case_ignorable(*c)));
    out.push(if is_cased(before) && !is_cased(after) { 'ς' } else { 'σ' });
}

/// `text.capitalize()`.
pub fn capitalize(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if at == 0 {
            unicode::push_titlecase(&mut out, c);
        } else {
            push_lower(&mut out, text, at, c);
        }
    }
    out
}

/// `text.title()`.
pub fn title(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut inside_word = false;
    for (at, c) in text.char_indices() {
        if inside_word {
            push_lower(&mut out, text, at, c);
        } else {
            unicode::push_titlecase(&mut out, c);
        }
        inside_word = unicode::is_cased(c);
    }
    out
}

/// `text.swapcase()`.
pub fn swapcase(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if c.is_uppercase() {
            push_lower(&mut out, text, at, c);
        } else if c.is_lowercase() {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
    }
    out
}
