//! `repr` and `ascii` of texts and bytes: the choice of quotes, the escapes, and reading a bytes literal back. What is
//! printable is decided by the tables of Unicode 14, CPython 3.11's version.

use super::unicode;

fn choose_quote(has_single: bool, has_double: bool) -> char {
    if has_single && !has_double { '"' } else { '\'' }
}

fn push_escaped(out: &mut String, c: char, quote: char, is_plain: impl Fn(char) -> bool) {
    match c {
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        _ if c == quote => {
            out.push('\\');
            out.push(c);
        }
        _ if is_plain(c) => out.push(c),
        _ => {
            let code = c as u32;
            let escape = match code {
                0..=0xff => format!("\\x{code:02x}"),
                0x100..=0xffff => format!("\\u{code:04x}"),
                _ => format!("\\U{code:08x}"),
            };
            out.push_str(&escape);
        }
    }
}

fn quoted(text: &str, is_plain: impl Fn(char) -> bool) -> String {
    let quote = choose_quote(text.contains('\''), text.contains('"'));
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for c in text.chars() {
        push_escaped(&mut out, c, quote, &is_plain);
    }
    out.push(quote);
    out
}

/// Whether `repr` shows `c` as it is.
pub fn is_printable(c: char) -> bool {
    unicode::is_printable(c)
}

/// `repr(text)`.
pub fn repr(text: &str) -> String {
    quoted(text, is_printable)
}

/// `ascii(text)`.
pub fn ascii(text: &str) -> String {
    quoted(text, |c| c.is_ascii() && is_printable(c))
}

/// Escapes the non-ASCII characters of a finished `repr` of any object, which makes it that object's `ascii`.
pub fn escape_non_ascii(repr: &str) -> String {
    let mut out = String::with_capacity(repr.len());
    for c in repr.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            push_escaped(&mut out, c, '\0', |_| false);
        }
    }
    out
}

/// `repr(bytes)`, which is also their `ascii`.
pub fn bytes_repr(bytes: &[u8]) -> String {
    let quote = choose_quote(bytes.contains(&b'\''), bytes.contains(&b'"'));
    let mut out = String::with_capacity(bytes.len() + 3);
    out.push('b');
    out.push(quote);
    for byte in bytes {
        push_escaped(&mut out, char::from(*byte), quote, |c| (' '..='~').contains(&c));
    }
    out.push(quote);
    out
}

/// `repr` of a bytearray, which escapes `'` even between double quotes.
pub fn bytearray_repr(bytes: &[u8]) -> String {
    let text = bytes_repr(bytes);
    if text.starts_with("b\"") { text.replace('\'', "\\'") } else { text }
}

/// The bytes of a literal such as `b'a\x00'`; `None` if `text` is not one. Unknown escapes stay as they are, as in
/// Python.
pub fn parse_bytes(text: &str) -> Option<Vec<u8>> {
    let quoted = text.strip_prefix(['b', 'B'])?;
    let quote = quoted.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
    let inner = quoted.strip_prefix(quote)?.strip_suffix(quote)?;
    let mut out = Vec::with_capacity(inner.len());
    let mut chars = inner.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\\' {
            if c == quote || c == '\n' || !c.is_ascii() {
                return None;
            }
            out.push(u8::try_from(c).ok()?);
            continue;
        }
        let escape = chars.next()?;
        match escape {
            '\n' => {}
            '\\' | '\'' | '"' => out.push(u8::try_from(escape).ok()?),
            'a' => out.push(7),
            'b' => out.push(8),
            't' => out.push(9),
            'n' => out.push(10),
            'v' => out.push(11),
            'f' => out.push(12),
            'r' => out.push(13),
            'x' => {
                let high = chars.next()?.to_digit(16)?;
                let low = chars.next()?.to_digit(16)?;
                out.push(u8::try_from(high * 16 + low).ok()?);
            }
            '0'..='7' => {
                let mut code = escape.to_digit(8)?;
                for _ in 0..2 {
                    let Some(digit) = chars.peek().and_then(|c| c.to_digit(8)) else { break };
                    code = code * 8 + digit;
                    chars.next();
                }
                out.push((code & 0xff) as u8);
            }
            _ => {
                out.push(b'\\');
                out.push(u8::try_from(escape).ok().filter(u8::is_ascii)?);
            }
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reprs_are_pythons() {
        let table: &[(&str, &str, &str)] = include!("testdata/str_repr.in");
        for (text, expect, expect_ascii) in table {
            assert_eq!(repr(text), *expect);
            assert_eq!(ascii(text), *expect_ascii);
            assert_eq!(escape_non_ascii(expect), *expect_ascii);
        }
    }

    #[test]
    fn bytes_round_trip() {
        let all: Vec<u8> = (0..=255).collect();
        for bytes in [all.as_slice(), b"it's", b"\"", b"'\"", b"", b"\\"] {
            assert_eq!(parse_bytes(&bytes_repr(bytes)).as_deref(), Some(bytes));
        }
        assert_eq!(bytes_repr(b"it's\x00\n\xff"), "b\"it's\\x00\\n\\xff\"");
        assert_eq!(parse_bytes("b'\\q\\101\\0'"), Some(b"\\qA\0".to_vec()));
        for bad in ["", "b", "b'", "'a'", "b'a", "b'\\'", "b'\\x1'", "b'é'", "b'a'b'"] {
            assert_eq!(parse_bytes(bad), None, "{bad}");
        }
    }
}
