//! The `is...` methods: questions about all characters of a text, false for an empty one unless said otherwise.

use crate::text::unicode;

fn all(text: &str, accepts: impl Fn(char) -> bool) -> bool {
    !text.is_empty() && text.chars().all(accepts)
}

/// `text.isalpha()`.
pub fn is_alpha(text: &str) -> bool {
    all(text, unicode::is_alphabetic)
}

/// `text.isdecimal()`.
pub fn is_decimal(text: &str) -> bool {
    all(text, |c| unicode::decimal_value(c).is_some())
}

/// `text.isdigit()`.
pub fn is_digit(text: &str) -> bool {
    all(text, unicode::is_digit)
}

/// `text.isnumeric()`.
pub fn is_numeric(text: &str) -> bool {
    all(text, unicode::is_numeric)
}

/// `text.isalnum()`.
pub fn is_alnum(text: &str) -> bool {
    all(text, |c| unicode::is_alphabetic(c) || unicode::is_numeric(c))
}

/// `text.isspace()`.
pub fn is_space(text: &str) -> bool {
    all(text, unicode::is_space)
}

/// `text.isprintable()`; true for the empty text.
pub fn is_printable(text: &str) -> bool {
    text.chars().all(unicode::is_printable)
}

/// `text.isidentifier()`.
pub fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(unicode::is_identifier_start) && chars.all(unicode::is_identifier_continue)
}

/// `text.islower()`: something has case and nothing is upper or title case.
pub fn is_lower(text: &str) -> bool {
    text.chars().any(char::is_lowercase) && !text.chars().any(|c| c.is_uppercase() || unicode::is_titlecase(c))
}

/// `text.isupper()`: something has case and nothing is lower or title case.
pub fn is_upper(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(|c| c.is_lowercase() || unicode::is_titlecase(c))
}

/// `text.istitle()`: capitals exactly where words begin, and at least one.
pub fn is_title(text: &str) -> bool {
    let mut inside_word = false;
    let mut found = false;
    for c in text.chars() {
        let is_capital = c.is_uppercase() || unicode::is_titlecase(c);
        if is_capital == inside_word && (is_capital || c.is_lowercase()) {
            return false;
        }
        inside_word = is_capital || c.is_lowercase();
        found |= inside_word;
    }
    found
}
