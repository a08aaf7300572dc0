//! The texts Dask draws for a key: the prefix in the circle and the index in
//! the box.

use crate::key::Key;

const OTHER: &str = "Other";
const DATA: &str = "data";
/// Length in hex digits of a token that Dask hides as `data`.
const TOKEN_LENGTH: usize = 32;
/// A word of this length that starts like a hex number is taken for a token.
const SHORT_TOKEN_LENGTH: usize = 8;

/// Dask's `key_split`: the part of a key that names what the task does.
///
/// The first word and the following words that are letters only, joined by
/// hyphens. A word of eight letters that begins with `a` to `f` ends it too:
/// Dask takes it for a token.
pub fn key_split(key: &Key) -> String {
    let mut key = key;
    // A loop, because a tuple may nest as deep as a learner likes.
    loop {
        return match key {
            Key::Tuple(items) => match items.first() {
                Some(first) => {
                    key = first;
                    continue;
                }
                None => OTHER.to_owned(),
            },
            Key::Str(text) => split_text(text).unwrap_or_else(|| OTHER.to_owned()),
            Key::Bytes(bytes) => std::str::from_utf8(bytes)
                .ok()
                .and_then(split_text)
                .unwrap_or_else(|| OTHER.to_owned()),
            _ => OTHER.to_owned(),
        };
    }
}

fn split_text(text: &str) -> Option<String> {
    let mut words = text.split('-');
    let first = words.next()?;
    let mut result = if is_letter(first.chars().next()?) {
        first.to_owned()
    } else {
        let head = first.split(',').next().unwrap_or(first);
        head.trim_matches(['_', '\'', '(', ')', '"']).to_owned()
    };
    for word in words {
        if !is_word(word) {
            break;
        }
        result.push('-');
        result.push_str(word);
    }
    if is_token(&result) {
        return Some(DATA.to_owned());
    }
    if result.chars().next()? != '<' {
        return Some(result);
    }
    let name = result.trim_matches(['<', '>']).split_whitespace().next()?;
    Some(name.rsplit('.').next().unwrap_or(name).to_owned())
}

fn is_word(word: &str) -> bool {
    let letters_only = !word.is_empty() && word.chars().all(is_letter);
    let token_like = word.starts_with(|letter| matches!(letter, 'a'..='f'))
        && word.chars().count() == SHORT_TOKEN_LENGTH;
    letters_only && !token_like
}

/// Python's `isalpha`: the letters alone, while Rust's alphabetic characters
/// include number letters and marks (most are escaped at the start of a text;
/// spacing marks, as in Devanagari, are not and count as letters here).
fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphabetic()
        || (letter.is_alphabetic() && !letter.is_numeric() && letter.escape_debug().count() == 1)
}

fn is_token(text: &str) -> bool {
    text.len() == TOKEN_LENGTH && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// The text Dask writes in the box of a value: the block index of a tuple key,
/// nothing for other keys.
pub fn box_label(key: &Key) -> String {
    match key {
        Key::Tuple(items) => match items.as_ref() {
            [_, only] => only.to_string(),
            [_, rest @ ..] => Key::tuple(rest).to_string(),
            [] => "()".to_owned(),
        },
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    #[test]
    fn boxes_show_the_block_index() {
        let x = Key::from("x-12");
        let table = [
            (Key::from("x"), ""),
            (Key::Int(4), ""),
            (Key::tuple([x.clone()]), "()"),
            (Key::tuple([x.clone(), Key::Int(0)]), "0"),
            (Key::tuple([x.clone(), Key::from("a")]), "a"),
            (Key::tuple([x.clone(), Key::Int(0), Key::Int(1)]), "(0, 1)"),
            (Key::tuple([x, Key::from("a"), Key::Float(1.0)]), "('a', 1.0)"),
        ];
        for (key, expected) in table {
            assert_eq!(box_label(&key), expected);
        }
    }

    #[test]
    fn spacing_marks_count_as_letters() {
        // fixme: Dask says `x`, because Python's letters leave all marks out.
        assert_eq!(key_split(&Key::from("x-\u{939}\u{93f}")), "x-\u{939}\u{93f}");
    }

    #[test]
    fn prefixes_of_other_keys() {
        assert_eq!(key_split(&Key::Int(5)), "Other");
        assert_eq!(key_split(&Key::None), "Other");
        assert_eq!(key_split(&Key::tuple([])), "Other");
        assert_eq!(key_split(&Key::Bytes(Arc::from(*b"hello-world-1"))), "hello-world");
        let nested = Key::tuple([Key::tuple([Key::from("x-2")]), Key::Int(1)]);
        assert_eq!(key_split(&nested), "x");
    }
}
