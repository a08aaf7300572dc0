//! Encodings between `str` and `bytes`: UTF-8, ASCII and Latin-1.

use std::fmt::Write as _;

use crate::error::{Res, Unwind};
use crate::object::Type;
use crate::value::Value;
use crate::vm::Vm;

#[derive(Clone, Copy, PartialEq)]
enum Encoding {
    Utf8,
    Ascii,
    Latin1,
}

fn encoding_of(vm: &mut Vm, function: &str, name: Option<Value>) -> Res<Encoding> {
    let Some(name) = name else {
        return Ok(Encoding::Utf8);
    };
    let Some(text) = vm.as_arc_str(name) else {
        let name = vm.type_name(name);
        return Err(vm.type_error(format!("{function}() argument 'encoding' must be str, not {name}")));
    };
    match text.to_ascii_lowercase().replace(['_', ' '], "-").as_str() {
        "utf-8" | "utf8" | "u8" => Ok(Encoding::Utf8),
        "ascii" | "us-ascii" => Ok(Encoding::Ascii),
        "latin-1" | "latin1" | "iso-8859-1" | "l1" => Ok(Encoding::Latin1),
        _ => Err(vm.error(Type::LookupError, format!("unknown encoding: {text}"))),
    }
}

fn error_mode(vm: &mut Vm, function: &str, errors: Option<Value>) -> Res<String> {
    let Some(errors) = errors else { return Ok("strict".to_owned()) };
    match vm.as_str(errors) {
        Some(mode) => Ok(mode.to_owned()),
        None => {
            let name = vm.type_name(errors);
            Err(vm.type_error(format!("{function}() argument 'errors' must be str, not {name}")))
        }
    }
}

/// Where a codec failed and why, as its exception tells it.
struct Trouble<'a> {
    codec: &'a str,
    start: usize,
    end: usize,
    reason: String,
}

/// Raises with the message and the attributes that such an exception has.
fn codec_error(vm: &mut Vm, ty: Type, object: Value, message: String, trouble: &Trouble<'_>) -> Unwind {
    let unwind = vm.error(ty, message);
    let Some(exception) = vm.exception_of(&unwind) else { return unwind };
    let facts = [
        ("encoding", vm.str(trouble.codec)),
        ("object", object),
        ("start", vm.usize(trouble.start)),
        ("end", vm.usize(trouble.end)),
        ("reason", vm.str(&trouble.reason)),
    ];
    for (name, value) in facts {
        let name = vm.names.intern(name);
        if let Err(other) = vm.set_attr(exception, name, value) {
            return other;
        }
    }
    unwind
}

/// The error for a way to treat errors that is not known.
fn unknown_mode(vm: &mut Vm, mode: &str) -> Option<Unwind> {
    let known = ["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace"].contains(&mode);
    (!known).then(|| vm.error(Type::LookupError, format!("unknown error handler name '{mode}'")))
}

/// `text.encode(encoding, errors)`
pub(super) fn encode_text(
    vm: &mut Vm,
    function: &str,
    text: &str,
    encoding: Option<Value>,
    errors: Option<Value>,
) -> Res<Vec<u8>> {
    let encoding = encoding_of(vm, function, encoding)?;
    let mode = error_mode(vm, function, errors)?;
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
            _ => return Err(unencodable(vm, text, place, limit, &mode)),
        }
    }
    Ok(out)
}

/// The error for the characters from `start` on that an encoding of `limit` codes does not have.
fn unencodable(vm: &mut Vm, text: &str, start: usize, limit: u32, mode: &str) -> Unwind {
    if let Some(error) = unknown_mode(vm, mode) {
        return error;
    }
    let codec = if limit == 128 { "ascii" } else { "latin-1" };
    let foreign: Vec<char> = text.chars().skip(start).take_while(|&c| u32::from(c) >= limit).collect();
    let reason = format!("ordinal not in range({limit})");
    let end = start + foreign.len();
    let message = match foreign[..] {
        [c] => format!("'{codec}' codec can't encode character '{}' in position {start}: {reason}", escape(c)),
        _ => format!("'{codec}' codec can't encode characters in position {start}-{}: {reason}", end - 1),
    };
    let object = vm.str(text);
    codec_error(vm, Type::UnicodeEncodeError, object, message, &Trouble { codec, start, end, reason })
}

fn escape(c: char) -> String {
    match u32::from(c) {
        code @ 0..=0xFF => format!("\\x{code:02x}"),
        code @ 0x100..=0xFFFF => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    }
}

/// `bytes.decode(encoding, errors)`
pub(super) fn decode_bytes(
    vm: &mut Vm,
    function: &str,
    bytes: &[u8],
    encoding: Option<Value>,
    errors: Option<Value>,
) -> Res {
    let encoding = encoding_of(vm, function, encoding)?;
    let mode = error_mode(vm, function, errors)?;
    let text = match encoding {
        Encoding::Utf8 => decode_utf8(vm, bytes, &mode)?,
        Encoding::Latin1 => bytes.iter().map(|&b| char::from(b)).collect(),
        Encoding::Ascii => {
            let mut out = String::with_capacity(bytes.len());
            for (place, &byte) in bytes.iter().enumerate() {
                if byte.is_ascii() {
                    out.push(char::from(byte));
                } else {
                    let reason = "ordinal not in range(128)".to_owned();
                    let trouble = Trouble { codec: "ascii", start: place, end: place + 1, reason };
                    replace_undecodable(vm, &mut out, bytes, &mode, &trouble)?;
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
            let reason = match first {
                0x80..=0xC1 | 0xF5..=0xFF => "invalid start byte",
                _ if at_end => "unexpected end of data",
                _ => "invalid continuation byte",
            };
            let trouble = Trouble { codec: "utf-8", start, end: start + invalid.len(), reason: reason.to_owned() };
            replace_undecodable(vm, &mut out, bytes, mode, &trouble)?;
            start += invalid.len();
        }
    }
    Ok(out)
}

fn replace_undecodable(vm: &mut Vm, out: &mut String, all: &[u8], mode: &str, trouble: &Trouble<'_>) -> Res<()> {
    let Trouble { codec, start, end, ref reason } = *trouble;
    let bytes = all.get(start..end).unwrap_or_default();
    match mode {
        "ignore" => {}
        "replace" => out.push(char::REPLACEMENT_CHARACTER),
        "backslashreplace" => {
            for byte in bytes {
                // Writing to a String cannot fail.
                let _ = write!(out, "\\x{byte:02x}");
            }
        }
        _ => {
            if let Some(error) = unknown_mode(vm, mode) {
                return Err(error);
            }
            let message = match *bytes {
                [byte] => format!("'{codec}' codec can't decode byte 0x{byte:02x} in position {start}: {reason}"),
                _ => format!("'{codec}' codec can't decode bytes in position {start}-{}: {reason}", end - 1),
            };
            let object = vm.bytes(all.to_vec());
            return Err(codec_error(vm, Type::UnicodeDecodeError, object, message, trouble));
        }
    }
    Ok(())
}
