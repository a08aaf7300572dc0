//! Encodings between `str` and `bytes`: UTF-8, ASCII and Latin-1.

use std::fmt::Write as _;

use crate::error::Res;
use crate::object::Type;
use crate::value::Value;
use crate::vm::Vm;

#[derive(Clone, Copy, PartialEq)]
enum Encoding {
    Utf8,
    Ascii,
    Latin1,
}

fn encoding_of(vm: &mut Vm, name: Option<Value>) -> Res<Encoding> {
    let Some(name) = name else {
        return Ok(Encoding::Utf8);
    };
    let Some(text) = vm.as_arc_str(name) else {
        let name = vm.type_name(name);
        return Err(vm.type_error(format!("encode() argument 'encoding' must be str, not {name}")));
    };
    match text.to_ascii_lowercase().replace(['_', ' '], "-").as_str() {
        "utf-8" | "utf8" | "u8" => Ok(Encoding::Utf8),
        "ascii" | "us-ascii" => Ok(Encoding::Ascii),
        "latin-1" | "latin1" | "iso-8859-1" | "l1" => Ok(Encoding::Latin1),
        _ => Err(vm.error(Type::LookupError, format!("unknown encoding: {text}"))),
    }
}

fn error_mode(vm: &mut Vm, errors: Option<Value>) -> String {
    errors.and_then(|errors| vm.as_str(errors)).unwrap_or("strict").to_string()
}

/// `text.encode(encoding, errors)`
pub(super) fn encode_text(vm: &mut Vm, text: &str, encoding: Option<Value>, errors: Option<Value>) -> Res<Vec<u8>> {
    let encoding = encoding_of(vm, encoding)?;
    let mode = error_mode(vm, errors);
    let limit = match encoding {
        Encoding::Utf8 => return Ok(text.as_bytes().to_vec()),
        Encoding::Ascii => 128,
        Encoding::Latin1 => 256,
    };
    let mut out = Vec::with_capacity(text.len());
    for (place, c) in text.chars().enumerate() {
        let code = u32::from(c);
        match (u8::try_from(code), mode.as_str()) {
            (Ok(byte), _) if code < limit => out.push(byte),
            (_, "ignore") => {}
            (_, "replace") => out.push(b'?'),
            (_, "xmlcharrefreplace") => out.extend(format!("&#{code};").bytes()),
            (_, "backslashreplace") => out.extend(escape(c).bytes()),
            _ => {
                let name = if encoding == Encoding::Ascii { "ascii" } else { "latin-1" };
                let (escaped, place) = (escape(c), place);
                let message = format!(
                    "'{name}' codec can't encode character '{escaped}' in position {place}: ordinal not in range({limit})"
                );
                return Err(vm.error(Type::UnicodeEncodeError, message));
            }
        }
    }
    Ok(out)
}

fn escape(c: char) -> String {
    match u32::from(c) {
        code @ 0..=0xFF => format!("\\x{code:02x}"),
        code @ 0x100..=0xFFFF => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    }
}

/// `bytes.decode(encoding, errors)`
pub(super) fn decode_bytes(vm: &mut Vm, bytes: &[u8], encoding: Option<Value>, errors: Option<Value>) -> Res {
    let encoding = encoding_of(vm, encoding)?;
    let mode = error_mode(vm, errors);
    let text = match encoding {
        Encoding::Utf8 => decode_utf8(vm, bytes, &mode)?,
        Encoding::Latin1 => bytes.iter().map(|&b| char::from(b)).collect(),
        Encoding::Ascii => {
            let mut out = String::with_capacity(bytes.len());
            for (place, &byte) in bytes.iter().enumerate() {
                if byte.is_ascii() {
                    out.push(char::from(byte));
                } else {
                    replace_undecodable(vm, &mut out, &[byte], &mode, || {
                        format!(
                            "'ascii' codec can't decode byte 0x{byte:02x} in position {place}: ordinal not in range(128)"
                        )
                    })?;
                }
            }
            out
        }
    };
    Ok(vm.string(text))
}

fn decode_utf8(vm: &mut Vm, bytes: &[u8], mode: &str) -> Res<String> {
    let mut out = String::with_capacity(bytes.len());
    let mut start = 0;
    for chunk in bytes.utf8_chunks() {
        out.push_str(chunk.valid());
        start += chunk.valid().len();
        let invalid = chunk.invalid();
        if let Some(&first) = invalid.first() {
            let at_end = start + invalid.len() == bytes.len();
            let position = start;
            let count = invalid.len();
            replace_undecodable(vm, &mut out, invalid, mode, || {
                let reason = match first {
                    0x80..=0xC1 | 0xF5..=0xFF => "invalid start byte",
                    _ if at_end => "unexpected end of data",
                    _ => "invalid continuation byte",
                };
                if count == 1 {
                    format!("'utf-8' codec can't decode byte 0x{first:02x} in position {position}: {reason}")
                } else {
                    let last = position + count - 1;
                    format!("'utf-8' codec can't decode bytes in position {position}-{last}: {reason}")
                }
            })?;
            start += invalid.len();
        }
    }
    Ok(out)
}

fn replace_undecodable(
    vm: &mut Vm,
    out: &mut String,
    bytes: &[u8],
    mode: &str,
    message: impl Fn() -> String,
) -> Res<()> {
    match mode {
        "ignore" => {}
        "replace" => out.push(char::REPLACEMENT_CHARACTER),
        "backslashreplace" => {
            for byte in bytes {
                // Writing to a String cannot fail.
                let _ = write!(out, "\\x{byte:02x}");
            }
        }
        _ => return Err(vm.error(Type::UnicodeDecodeError, message())),
    }
    Ok(())
}
