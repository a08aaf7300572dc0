//! `bytes`, `bytearray`, and the encodings between them and `str`.

use std::fmt::Write as _;

use super::support::{add_class_methods, class_argument, has_own_init, method_arguments, method_between, search_range, wrap, wrong_receiver};
use crate::error::{Res, Unwind};
use crate::object::{Args, NativeFn, Object, Type, sym};
use crate::value::{Ref, Value};
use crate::vm::Vm;

pub(super) fn install(vm: &mut Vm) {
    let (bytes, array) = (Ref::of(Type::Bytes), Ref::of(Type::ByteArray));
    vm.set_constructor(bytes, construct);
    vm.set_constructor(array, construct_array);
    for class in [bytes, array] {
        vm.add_methods(class, METHODS);
        add_class_methods(vm, class, &[("fromhex", fromhex)]);
    }
    vm.add_methods(
        array,
        &[("__init__", init), ("append", append), ("extend", extend), ("pop", pop), ("clear", clear)],
    );
}

const METHODS: &[(&str, NativeFn)] = &[
    ("decode", decode),
    ("hex", hex),
    ("find", find),
    ("rfind", rfind),
    ("index", index),
    ("count", count),
    ("startswith", startswith),
    ("endswith", endswith),
    ("replace", replace),
    ("split", split),
    ("join", join),
    ("strip", strip),
    ("lstrip", lstrip),
    ("rstrip", rstrip),
    ("upper", |vm, args| change(vm, "bytes.upper", args, <[u8]>::to_ascii_uppercase)),
    ("lower", |vm, args| change(vm, "bytes.lower", args, <[u8]>::to_ascii_lowercase)),
    ("copy", |vm, args| change(vm, "bytearray.copy", args, <[u8]>::to_vec)),
];

fn construct(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    if let [only] = *args.pos
        && class == Ref::of(Type::Bytes)
        && args.kw.is_empty()
        && vm.type_of(only) == class
    {
        return Ok(only);
    }
    let bytes = initial(vm, "bytes", args)?;
    let plain = vm.bytes(bytes);
    Ok(wrap(vm, class, Type::Bytes, plain))
}

fn construct_array(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    let own = has_own_init(vm, class, Type::ByteArray);
    let bytes = if own { Vec::new() } else { initial(vm, "bytearray", args)? };
    let plain = vm.alloc(Object::ByteArray(bytes));
    Ok(wrap(vm, class, Type::ByteArray, plain))
}

fn init(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = vm.split_receiver("bytearray.__init__", args)?;
    let bytes = initial(vm, "bytearray", &rest)?;
    *array_mut(vm, "__init__", receiver)? = bytes;
    Ok(Value::NONE)
}

/// What `bytes(...)` accepts: nothing, a size, text with an encoding, bytes, or numbers.
fn initial(vm: &mut Vm, fname: &str, args: &Args<'_>) -> Res<Vec<u8>> {
    let [source, encoding, errors] = vm.bind(fname, args, ["source", "encoding", "errors"], 0)?;
    let Some(source) = source else { return Ok(Vec::new()) };
    if let Some(text) = vm.as_arc_str(source) {
        if encoding.is_none() {
            return Err(vm.type_error("string argument without an encoding"));
        }
        return encode_text(vm, &text, encoding, errors);
    }
    if encoding.is_some() || errors.is_some() {
        return Err(vm.type_error("encoding without a string argument"));
    }
    if vm.as_big(source).is_some() {
        let size = vm.to_index(source)?;
        let Ok(size) = usize::try_from(size) else { return Err(vm.value_error("negative count")) };
        vm.check_alloc(size)?;
        return Ok(vec![0; size]);
    }
    if let Some(result) = vm.call_special(source, sym::BYTES, &[]) {
        let result = result?;
        return bytes_like(vm, result);
    }
    if !super::iterators::is_iterable(vm, source) {
        let name = vm.type_name(source);
        return Err(vm.type_error(format!("cannot convert '{name}' object to bytes")));
    }
    bytes_like(vm, source)
}

/// Bytes, a bytearray, or an iterable of numbers below 256.
pub(super) fn bytes_like(vm: &mut Vm, value: Value) -> Res<Vec<u8>> {
    if let Some(bytes) = data(vm, value) {
        return Ok(bytes);
    }
    let mut bytes = Vec::new();
    vm.for_each(value, &mut |vm, item| {
        bytes.push(byte(vm, item, "bytes must be in range(0, 256)")?);
        Ok(true)
    })?;
    Ok(bytes)
}

fn byte(vm: &mut Vm, item: Value, complaint: &str) -> Res<u8> {
    let n = vm.to_index(item)?;
    u8::try_from(n).map_err(|_| vm.value_error(complaint))
}

fn data(vm: &Vm, value: Value) -> Option<Vec<u8>> {
    match vm.heap.object(vm.plain(value))? {
        Object::Bytes(bytes) => Some(bytes.to_vec()),
        Object::ByteArray(bytes) => Some(bytes.clone()),
        _ => None,
    }
}

fn receiver_data(vm: &mut Vm, fname: &str, receiver: Value) -> Res<Vec<u8>> {
    match data(vm, receiver) {
        Some(bytes) => Ok(bytes),
        None => Err(wrong_receiver(vm, Type::Bytes, fname, receiver)),
    }
}

fn argument(vm: &mut Vm, value: Value) -> Res<Vec<u8>> {
    match data(vm, value) {
        Some(bytes) => Ok(bytes),
        None => {
            let name = vm.type_name(value);
            Err(vm.type_error(format!("a bytes-like object is required, not '{name}'")))
        }
    }
}

/// Bytes of the receiver's type.
fn like(vm: &mut Vm, receiver: Value, bytes: Vec<u8>) -> Value {
    match vm.builtin(receiver) {
        Type::ByteArray => vm.alloc(Object::ByteArray(bytes)),
        _ => vm.bytes(bytes),
    }
}

fn change(vm: &mut Vm, fname: &str, args: &Args<'_>, function: fn(&[u8]) -> Vec<u8>) -> Res {
    let (receiver, []) = vm.method(fname, args)?;
    let bytes = receiver_data(vm, fname, receiver)?;
    Ok(like(vm, receiver, function(&bytes)))
}

#[derive(Clone, Copy, PartialEq)]
enum Encoding {
    Utf8,
    Ascii,
    Latin1,
}

fn encoding_of(vm: &mut Vm, name: Option<Value>) -> Res<Encoding> {
    let Some(name) = name else { return Ok(Encoding::Utf8) };
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
                        format!("'ascii' codec can't decode byte 0x{byte:02x} in position {place}: ordinal not in range(128)")
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

fn decode(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [encoding, errors]) = vm.bind_method("decode", args, ["encoding", "errors"], 0)?;
    let bytes = receiver_data(vm, "decode", receiver)?;
    decode_bytes(vm, &bytes, encoding, errors)
}

fn hex(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = method_between(vm, "hex", args, 0, 1)?;
    let bytes = receiver_data(vm, "hex", receiver)?;
    let separator = match rest.first() {
        Some(&separator) => super::support::str_argument(vm, "sep ", separator)?,
        None => "".into(),
    };
    let parts: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(vm.string(parts.join(&separator)))
}

fn fromhex(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (class, rest) = class_argument(vm, "bytes.fromhex", args)?;
    let [text] = vm.exact("bytes.fromhex", &rest)?;
    let text = super::support::str_argument(vm, "fromhex() argument ", text)?;
    let mut bytes = Vec::new();
    let mut digits = text.char_indices().filter(|(_, c)| !c.is_ascii_whitespace());
    let bad = |vm: &mut Vm, place: usize| -> Unwind {
        vm.value_error(format!("non-hexadecimal number found in fromhex() arg at position {place}"))
    };
    while let Some((place, high)) = digits.next() {
        let Some(high) = high.to_digit(16) else { return Err(bad(vm, place)) };
        let (place, low) = digits.next().unwrap_or((text.len(), ' '));
        let Some(low) = low.to_digit(16) else { return Err(bad(vm, place)) };
        bytes.push((high * 16 + low) as u8);
    }
    let array = vm.class_ref(class).layout == Type::ByteArray;
    let (ty, plain) = if array {
        (Type::ByteArray, vm.alloc(Object::ByteArray(bytes)))
    } else {
        (Type::Bytes, vm.bytes(bytes))
    };
    Ok(wrap(vm, class, ty, plain))
}

/// Where a part lies in bytes.
fn position(haystack: &[u8], needle: &[u8], from_end: bool) -> Option<usize> {
    if needle.is_empty() {
        return Some(if from_end { haystack.len() } else { 0 });
    }
    let mut windows = haystack.windows(needle.len());
    if from_end { windows.rposition(|part| part == needle) } else { windows.position(|part| part == needle) }
}

fn search(vm: &mut Vm, fname: &str, args: &Args<'_>, from_end: bool) -> Res<Option<usize>> {
    let (receiver, rest) = method_arguments(vm, fname, args, 1, 3)?;
    let bytes = receiver_data(vm, fname, receiver)?;
    let [needle, bounds @ ..] = rest else { return Ok(None) };
    let needle = needle_bytes(vm, *needle)?;
    let Some((start, end)) = search_range(vm, bounds, bytes.len())? else { return Ok(None) };
    Ok(bytes.get(start..end).and_then(|part| position(part, &needle, from_end)).map(|at| at + start))
}

/// A number stands for one byte.
fn needle_bytes(vm: &mut Vm, needle: Value) -> Res<Vec<u8>> {
    if vm.as_big(needle).is_some() {
        return Ok(vec![byte(vm, needle, "byte must be in range(0, 256)")?]);
    }
    match data(vm, needle) {
        Some(bytes) => Ok(bytes),
        None => {
            let name = vm.type_name(needle);
            Err(vm.type_error(format!("argument should be integer or bytes-like object, not '{name}'")))
        }
    }
}

fn position_value(vm: &mut Vm, found: Option<usize>) -> Value {
    match found {
        Some(place) => vm.usize(place),
        None => vm.int(-1),
    }
}

fn find(vm: &mut Vm, args: &Args<'_>) -> Res {
    let found = search(vm, "find", args, false)?;
    Ok(position_value(vm, found))
}

fn rfind(vm: &mut Vm, args: &Args<'_>) -> Res {
    let found = search(vm, "rfind", args, true)?;
    Ok(position_value(vm, found))
}

fn index(vm: &mut Vm, args: &Args<'_>) -> Res {
    match search(vm, "index", args, false)? {
        Some(place) => Ok(vm.usize(place)),
        None => Err(vm.value_error("subsection not found")),
    }
}

fn count(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = method_arguments(vm, "count", args, 1, 3)?;
    let bytes = receiver_data(vm, "count", receiver)?;
    let [needle, bounds @ ..] = rest else { return Ok(Value::NONE) };
    let needle = needle_bytes(vm, *needle)?;
    let Some((start, end)) = search_range(vm, bounds, bytes.len())? else { return Ok(vm.int(0)) };
    let mut rest = bytes.get(start..end).unwrap_or_default();
    if needle.is_empty() {
        return Ok(vm.usize(rest.len() + 1));
    }
    let mut count = 0;
    while let Some(at) = position(rest, &needle, false) {
        count += 1;
        rest = &rest[at + needle.len()..];
    }
    Ok(vm.int(count))
}

fn at_edge(vm: &mut Vm, fname: &str, args: &Args<'_>, test: fn(&[u8], &[u8]) -> bool) -> Res {
    let (receiver, rest) = method_arguments(vm, fname, args, 1, 3)?;
    let bytes = receiver_data(vm, fname, receiver)?;
    let [wanted, bounds @ ..] = rest else { return Ok(Value::FALSE) };
    let options = match vm.tuple_items(*wanted).map(<[Value]>::to_vec) {
        Some(options) => options,
        None if data(vm, *wanted).is_some() => vec![*wanted],
        None => {
            let name = vm.type_name(*wanted);
            return Err(vm.type_error(format!("{fname} first arg must be bytes or a tuple of bytes, not {name}")));
        }
    };
    let Some((start, end)) = search_range(vm, bounds, bytes.len())? else { return Ok(Value::FALSE) };
    let part = bytes.get(start..end).unwrap_or_default();
    for option in options {
        let option = argument(vm, option)?;
        if test(part, &option) {
            return Ok(Value::TRUE);
        }
    }
    Ok(Value::FALSE)
}

fn startswith(vm: &mut Vm, args: &Args<'_>) -> Res {
    at_edge(vm, "startswith", args, |part, option| part.starts_with(option))
}

fn endswith(vm: &mut Vm, args: &Args<'_>) -> Res {
    at_edge(vm, "endswith", args, |part, option| part.ends_with(option))
}

fn replace(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = method_between(vm, "replace", args, 2, 3)?;
    let bytes = receiver_data(vm, "replace", receiver)?;
    let [old, new, limit @ ..] = rest else { return Ok(receiver) };
    let (old, new) = (argument(vm, *old)?, argument(vm, *new)?);
    let limit = limit.first().map_or(Ok(-1), |&limit| vm.to_index(limit))?;
    let mut left = usize::try_from(limit).unwrap_or(usize::MAX);
    if old.is_empty() {
        return Err(vm.value_error("replacing empty bytes is not supported here"));
    }
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = &bytes[..];
    while left > 0
        && let Some(at) = position(rest, &old, false)
    {
        out.extend_from_slice(&rest[..at]);
        out.extend_from_slice(&new);
        rest = &rest[at + old.len()..];
        left -= 1;
        if out.len() > crate::text::MAX_TEXT_BYTES {
            vm.check_alloc(out.len())?;
        }
    }
    out.extend_from_slice(rest);
    Ok(like(vm, receiver, out))
}

fn split(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [separator, limit]) = vm.bind_method("split", args, ["sep", "maxsplit"], 0)?;
    let bytes = receiver_data(vm, "split", receiver)?;
    let limit = limit.map_or(Ok(-1), |limit| vm.to_index(limit))?;
    let mut left = usize::try_from(limit).unwrap_or(usize::MAX);
    let mut parts: Vec<Vec<u8>> = Vec::new();
    let mut rest = &bytes[..];
    match separator {
        Some(separator) if !separator.is_none() => {
            let separator = argument(vm, separator)?;
            if separator.is_empty() {
                return Err(vm.value_error("empty separator"));
            }
            while left > 0
                && let Some(at) = position(rest, &separator, false)
            {
                parts.push(rest[..at].to_vec());
                rest = &rest[at + separator.len()..];
                left -= 1;
            }
            parts.push(rest.to_vec());
        }
        _ => {
            rest = rest.trim_ascii_start();
            while !rest.is_empty() {
                let end = rest.iter().position(u8::is_ascii_whitespace).filter(|_| left > 0).unwrap_or(rest.len());
                parts.push(rest[..end].to_vec());
                rest = rest[end..].trim_ascii_start();
                left = left.saturating_sub(1);
            }
        }
    }
    let items = parts.into_iter().map(|part| like(vm, receiver, part)).collect();
    Ok(vm.list(items))
}

fn join(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [parts]) = vm.method("bytes.join", args)?;
    let separator = receiver_data(vm, "join", receiver)?;
    let mut out = Vec::new();
    for (place, item) in vm.collect(parts)?.into_iter().enumerate() {
        let Some(part) = data(vm, item) else {
            let name = vm.type_name(item);
            return Err(vm.type_error(format!("sequence item {place}: expected a bytes-like object, {name} found")));
        };
        if place > 0 {
            out.extend_from_slice(&separator);
        }
        out.extend(part);
        if out.len() > crate::text::MAX_TEXT_BYTES {
            vm.check_alloc(out.len())?;
        }
    }
    Ok(like(vm, receiver, out))
}

fn strip_ends(vm: &mut Vm, fname: &str, args: &Args<'_>, start: bool, end: bool) -> Res {
    let (receiver, rest) = method_between(vm, fname, args, 0, 1)?;
    let bytes = receiver_data(vm, fname, receiver)?;
    let chars = match rest.first() {
        Some(&chars) if !chars.is_none() => argument(vm, chars)?,
        _ => b" \t\n\r\x0b\x0c".to_vec(),
    };
    let mut part = &bytes[..];
    while start
        && let Some((first, rest)) = part.split_first()
        && chars.contains(first)
    {
        part = rest;
    }
    while end
        && let Some((last, rest)) = part.split_last()
        && chars.contains(last)
    {
        part = rest;
    }
    Ok(like(vm, receiver, part.to_vec()))
}

fn strip(vm: &mut Vm, args: &Args<'_>) -> Res {
    strip_ends(vm, "strip", args, true, true)
}

fn lstrip(vm: &mut Vm, args: &Args<'_>) -> Res {
    strip_ends(vm, "lstrip", args, true, false)
}

fn rstrip(vm: &mut Vm, args: &Args<'_>) -> Res {
    strip_ends(vm, "rstrip", args, false, true)
}

fn array_mut<'vm>(vm: &'vm mut Vm, fname: &str, receiver: Value) -> Res<&'vm mut Vec<u8>> {
    let plain = vm.plain(receiver);
    match (plain.as_ref(), vm.heap.object(plain)) {
        (Some(r), Some(Object::ByteArray(_))) => match vm.heap.get_mut(r)? {
            Object::ByteArray(bytes) => Ok(bytes),
            _ => unreachable!("checked above"),
        },
        _ => Err(wrong_receiver(vm, Type::ByteArray, fname, receiver)),
    }
}

fn append(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [item]) = vm.method("bytearray.append", args)?;
    let byte = byte(vm, item, "byte must be in range(0, 256)")?;
    array_mut(vm, "append", receiver)?.push(byte);
    vm.heap.grew(1);
    Ok(Value::NONE)
}

fn extend(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [more]) = vm.method("bytearray.extend", args)?;
    let more = bytes_like(vm, more)?;
    vm.heap.grew(more.len());
    array_mut(vm, "extend", receiver)?.extend(more);
    Ok(Value::NONE)
}

fn pop(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = method_between(vm, "pop", args, 0, 1)?;
    let place = rest.first().map_or(Ok(-1), |&place| vm.to_index(place))?;
    let bytes = array_mut(vm, "pop", receiver)?;
    if bytes.is_empty() {
        return Err(vm.index_error("pop from empty bytearray"));
    }
    match crate::text::slice::index(place, bytes.len()) {
        Some(place) => {
            let byte = bytes.remove(place);
            Ok(vm.int(i64::from(byte)))
        }
        None => Err(vm.index_error("pop index out of range")),
    }
}

fn clear(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("bytearray.clear", args)?;
    array_mut(vm, "clear", receiver)?.clear();
    Ok(Value::NONE)
}
