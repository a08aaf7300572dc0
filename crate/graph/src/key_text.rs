//! Keys as Python writes them: `str(key)` and `repr(key)`.
//!
//! Error messages, console output and pictures quote keys, and must quote them
//! exactly as CPython does.

use std::fmt::{self, Write};

use crate::key::Key;

impl fmt::Display for Key {
    /// Python's `str(key)`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Str(text) => out.write_str(text),
            other => write_repr(other, out, 0),
        }
    }
}

/// Deeper tuples are cut to `(...)`: a key must not overflow the stack.
const MAX_TEXT_DEPTH: usize = 64;

impl Key {
    /// Python's `repr(key)`.
    pub fn repr(&self) -> String {
        let mut text = String::new();
        // Writing to a String cannot fail.
        let _ = write_repr(self, &mut text, 0);
        text
    }
}

fn write_repr(key: &Key, out: &mut impl Write, depth: usize) -> fmt::Result {
    match key {
        Key::None => out.write_str("None"),
        Key::Bool(true) => out.write_str("True"),
        Key::Bool(false) => out.write_str("False"),
        Key::Int(value) => write!(out, "{value}"),
        Key::Float(value) => write_float(*value, out),
        Key::Str(text) => write_str(text, out),
        Key::Bytes(bytes) => write_bytes(bytes, out),
        Key::Tuple(_) if depth >= MAX_TEXT_DEPTH => out.write_str("(...)"),
        Key::Tuple(items) => {
            out.write_char('(')?;
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.write_str(", ")?;
                }
                write_repr(item, out, depth + 1)?;
            }
            out.write_str(if items.len() == 1 { ",)" } else { ")" })
        }
    }
}

/// Shortest digits that read back equal; an exponent outside 1e-4..1e16.
fn write_float(value: f64, out: &mut impl Write) -> fmt::Result {
    if value.is_nan() {
        return out.write_str("nan");
    }
    if value.is_infinite() {
        return out.write_str(if value > 0.0 { "inf" } else { "-inf" });
    }
    let scientific = format!("{value:e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let power: i32 = exponent.parse().unwrap_or(0);
    if value == 0.0 || (-4..16).contains(&power) {
        // `{:?}` keeps the `.0` of whole numbers, but turns to exponents earlier.
        let text = format!("{value}");
        let dot = if text.contains('.') { "" } else { ".0" };
        return write!(out, "{text}{dot}");
    }
    let sign = if power < 0 { '-' } else { '+' };
    write!(out, "{mantissa}e{sign}{:02}", power.abs())
}

fn quote_for(has_single: bool, has_double: bool) -> char {
    if has_single && !has_double { '"' } else { '\'' }
}

fn write_str(text: &str, out: &mut impl Write) -> fmt::Result {
    let quote = quote_for(text.contains('\''), text.contains('"'));
    out.write_char(quote)?;
    for letter in text.chars() {
        match letter {
            '\\' => out.write_str("\\\\")?,
            '\n' => out.write_str("\\n")?,
            '\r' => out.write_str("\\r")?,
            '\t' => out.write_str("\\t")?,
            _ if letter == quote => write!(out, "\\{letter}")?,
            ' '..='~' => out.write_char(letter)?,
            _ if is_printable(letter) => out.write_char(letter)?,
            _ => write_escaped(letter, out)?,
        }
    }
    out.write_char(quote)
}

fn write_escaped(letter: char, out: &mut impl Write) -> fmt::Result {
    match u32::from(letter) {
        code @ 0..=0xff => write!(out, "\\x{code:02x}"),
        code @ 0x100..=0xffff => write!(out, "\\u{code:04x}"),
        code => write!(out, "\\U{code:08x}"),
    }
}

/// Rust's tables of printable characters stand in for Python's. A mark that
/// combines is printable after a letter, so one is put before it.
fn is_printable(letter: char) -> bool {
    if letter.is_control() || (letter.is_whitespace() && letter != ' ') {
        return false;
    }
    String::from_iter(['a', letter]).escape_debug().count() == 2
}

fn write_bytes(bytes: &[u8], out: &mut impl Write) -> fmt::Result {
    let quote = quote_for(bytes.contains(&b'\''), bytes.contains(&b'"'));
    write!(out, "b{quote}")?;
    for &byte in bytes {
        match byte {
            b'\\' => out.write_str("\\\\")?,
            b'\n' => out.write_str("\\n")?,
            b'\r' => out.write_str("\\r")?,
            b'\t' => out.write_str("\\t")?,
            _ if char::from(byte) == quote => write!(out, "\\{quote}")?,
            b' '..=b'~' => out.write_char(char::from(byte))?,
            _ => write!(out, "\\x{byte:02x}")?,
        }
    }
    out.write_char(quote)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    #[test]
    fn reprs_are_pythons() {
        let table: Vec<(Key, &str)> = vec![
            (Key::from("x"), "'x'"),
            (Key::from("it's"), "\"it's\""),
            (Key::from("'\""), "'\\'\"'"),
            (Key::from("a\n\t\\\u{7f}\u{e9}\u{200b}"), "'a\\n\\t\\\\\\x7f\u{e9}\\u200b'"),
            (Key::from("e\u{301}"), "'e\u{301}'"),
            (Key::from("\u{a0}\u{1f600}"), "'\\xa0\u{1f600}'"),
            (Key::Float(1.0), "1.0"),
            (Key::Float(-0.0), "-0.0"),
            (Key::Float(0.1), "0.1"),
            (Key::Float(1e16), "1e+16"),
            (Key::Float(123_456_789_012_345_680.0), "1.2345678901234568e+17"),
            (Key::Float(1e15), "1000000000000000.0"),
            (Key::Float(0.0001), "0.0001"),
            (Key::Float(0.00001), "1e-05"),
            (Key::Float(1.5e300), "1.5e+300"),
            (Key::Float(f64::NEG_INFINITY), "-inf"),
            (Key::Float(f64::NAN), "nan"),
            (Key::Bool(true), "True"),
            (Key::None, "None"),
            (Key::Bytes(Arc::from(*b"a\x00'")), "b\"a\\x00'\""),
            (Key::tuple([]), "()"),
            (Key::tuple([Key::Int(1)]), "(1,)"),
            (Key::tuple([Key::from("x"), Key::Int(0), Key::Int(-1)]), "('x', 0, -1)"),
        ];
        for (key, expected) in table {
            assert_eq!(key.repr(), expected);
        }
    }

    #[test]
    fn only_a_bare_text_shows_without_quotes() {
        assert_eq!(Key::from("it's").to_string(), "it's");
        assert_eq!(Key::tuple([Key::from("x")]).to_string(), "('x',)");
        assert_eq!(Key::Int(3).to_string(), "3");
    }

    #[test]
    fn a_key_nested_without_end_is_cut() {
        let mut key = Key::Int(1);
        for _ in 0..200 {
            key = Key::tuple([key]);
        }
        assert!(key.repr().contains("(...)"));
    }
}
