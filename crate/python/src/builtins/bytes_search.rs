//! Methods of `bytes` and `bytearray` that look for a part, split, join and strip.

use memchr::memmem;

use super::bytes::{argument, byte, data, like, receiver_data};
use super::bytes_text::is_space;
use super::support::{method_arguments, method_between, search_range};
use crate::error::Res;
use crate::object::{Args, NativeFn};
use crate::value::Value;
use crate::vm::Vm;

/// What a short part takes beside its bytes: the object, its header, and its place in the list.
const PART_BYTES: usize = 80;

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("find", find),
    ("rfind", rfind),
    ("index", index),
    ("count", count),
    ("startswith", startswith),
    ("endswith", endswith),
    ("replace", replace),
    ("rindex", rindex),
    ("partition", |vm, args| partition(vm, "partition", args, false)),
    ("rpartition", |vm, args| partition(vm, "rpartition", args, true)),
    ("removeprefix", removeprefix),
    ("removesuffix", removesuffix),
    ("splitlines", splitlines),
    ("split", |vm, args| split(vm, "split", args, false)),
    ("rsplit", |vm, args| split(vm, "rsplit", args, true)),
    ("join", join),
    ("strip", strip),
    ("lstrip", lstrip),
    ("rstrip", rstrip),
];

/// Where a part lies in bytes, in time that grows with the sum of their lengths.
fn position(haystack: &[u8], needle: &[u8], from_end: bool) -> Option<usize> {
    if from_end { memmem::rfind(haystack, needle) } else { memmem::find(haystack, needle) }
}

fn search(vm: &mut Vm, fname: &str, args: &Args<'_>, from_end: bool) -> Res<Option<usize>> {
    let (receiver, rest) = method_arguments(vm, fname, args, 1, 3)?;
    let bytes = receiver_data(vm, fname, receiver)?;
    let [needle, bounds @ ..] = rest else {
        return Ok(None);
    };
    let needle = needle_bytes(vm, *needle)?;
    let Some((start, end)) = search_range(vm, bounds, bytes.len())? else {
        return Ok(None);
    };
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

fn rindex(vm: &mut Vm, args: &Args<'_>) -> Res {
    match search(vm, "rindex", args, true)? {
        Some(place) => Ok(vm.usize(place)),
        None => Err(vm.value_error("subsection not found")),
    }
}

fn partition(vm: &mut Vm, name: &str, args: &Args<'_>, from_end: bool) -> Res {
    let (receiver, [separator]) = vm.method(name, args)?;
    let bytes = receiver_data(vm, name, receiver)?;
    let separator = argument(vm, separator)?;
    if separator.is_empty() {
        return Err(vm.value_error("empty separator"));
    }
    let parts = match position(&bytes, &separator, from_end) {
        Some(at) => [bytes[..at].to_vec(), separator.clone(), bytes[at + separator.len()..].to_vec()],
        None if from_end => [Vec::new(), Vec::new(), bytes],
        None => [bytes, Vec::new(), Vec::new()],
    };
    let items = parts.into_iter().map(|part| like(vm, receiver, part)).collect();
    Ok(vm.tuple(items))
}

fn removeprefix(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [prefix]) = vm.method("removeprefix", args)?;
    let bytes = receiver_data(vm, "removeprefix", receiver)?;
    let prefix = argument(vm, prefix)?;
    let rest = bytes.strip_prefix(&*prefix).unwrap_or(&bytes).to_vec();
    Ok(like(vm, receiver, rest))
}

fn removesuffix(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [suffix]) = vm.method("removesuffix", args)?;
    let bytes = receiver_data(vm, "removesuffix", receiver)?;
    let suffix = argument(vm, suffix)?;
    let rest = bytes.strip_suffix(&*suffix).unwrap_or(&bytes).to_vec();
    Ok(like(vm, receiver, rest))
}

fn splitlines(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [keep]) = vm.bind_method("splitlines", args, ["keepends"], 0)?;
    let bytes = receiver_data(vm, "splitlines", receiver)?;
    let keep = keep.map_or(Ok(false), |keep| vm.truthy(keep))?;
    let (mut lines, mut rest) = (Vec::new(), &bytes[..]);
    while !rest.is_empty() {
        let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        let after = match rest.get(end..) {
            Some([b'\r', b'\n', ..]) => end + 2,
            Some([_, ..]) => end + 1,
            _ => end,
        };
        lines.push(rest[..if keep { after } else { end }].to_vec());
        rest = &rest[after..];
    }
    let items = lines.into_iter().map(|line| like(vm, receiver, line)).collect();
    Ok(vm.list(items))
}

fn count(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = method_arguments(vm, "count", args, 1, 3)?;
    let bytes = receiver_data(vm, "count", receiver)?;
    let [needle, bounds @ ..] = rest else {
        return Ok(Value::NONE);
    };
    let needle = needle_bytes(vm, *needle)?;
    let Some((start, end)) = search_range(vm, bounds, bytes.len())? else {
        return Ok(vm.int(0));
    };
    let part = bytes.get(start..end).unwrap_or_default();
    Ok(vm.usize(memmem::find_iter(part, &needle).count()))
}

fn at_edge(vm: &mut Vm, fname: &str, args: &Args<'_>, test: fn(&[u8], &[u8]) -> bool) -> Res {
    let (receiver, rest) = method_arguments(vm, fname, args, 1, 3)?;
    let bytes = receiver_data(vm, fname, receiver)?;
    let [wanted, bounds @ ..] = rest else {
        return Ok(Value::FALSE);
    };
    let options = match vm.tuple_items(*wanted).map(<[Value]>::to_vec) {
        Some(options) => options,
        None if data(vm, *wanted).is_some() => vec![*wanted],
        None => {
            let name = vm.type_name(*wanted);
            return Err(vm.type_error(format!("{fname} first arg must be bytes or a tuple of bytes, not {name}")));
        }
    };
    let Some((start, end)) = search_range(vm, bounds, bytes.len())? else {
        return Ok(Value::FALSE);
    };
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
    let [old, new, limit @ ..] = rest else {
        return Ok(receiver);
    };
    let (old, new) = (argument(vm, *old)?, argument(vm, *new)?);
    let limit = limit.first().map_or(Ok(-1), |&limit| vm.to_index(limit))?;
    let mut left = usize::try_from(limit).unwrap_or(usize::MAX);
    if old.is_empty() {
        vm.check_alloc(new.len().saturating_mul(bytes.len() + 1))?;
        let out = interleave(&bytes, &new, left);
        return Ok(like(vm, receiver, out));
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

/// Puts `new` before the first byte and after each, at most `left` times.
fn interleave(bytes: &[u8], new: &[u8], mut left: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    for &byte in bytes {
        if left > 0 {
            out.extend_from_slice(new);
            left -= 1;
        }
        out.push(byte);
    }
    if left > 0 {
        out.extend_from_slice(new);
    }
    out
}

fn split(vm: &mut Vm, name: &str, args: &Args<'_>, from_end: bool) -> Res {
    let (receiver, [separator, limit]) = vm.bind_method(name, args, ["sep", "maxsplit"], 0)?;
    let bytes = receiver_data(vm, name, receiver)?;
    let limit = limit.map_or(Ok(-1), |limit| vm.to_index(limit))?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let parts = match separator {
        Some(separator) if !separator.is_none() => {
            let separator = argument(vm, separator)?;
            if separator.is_empty() {
                return Err(vm.value_error("empty separator"));
            }
            split_at(&bytes, &separator, limit, from_end)
        }
        _ if from_end => {
            // The same from the other end: all is turned around, before and after.
            let turned: Vec<u8> = bytes.iter().rev().copied().collect();
            let mut parts = split_words(&turned, limit);
            parts.iter_mut().for_each(|part| part.reverse());
            parts.reverse();
            parts
        }
        _ => split_words(&bytes, limit),
    };
    vm.check_alloc(parts.len().saturating_mul(PART_BYTES).saturating_add(bytes.len()))?;
    let items = parts.into_iter().map(|part| like(vm, receiver, part)).collect();
    Ok(vm.list(items))
}

fn split_at(bytes: &[u8], separator: &[u8], mut left: usize, from_end: bool) -> Vec<Vec<u8>> {
    let (mut parts, mut rest) = (Vec::new(), bytes);
    while left > 0
        && let Some(at) = position(rest, separator, from_end)
    {
        let (before, after) = (&rest[..at], &rest[at + separator.len()..]);
        let (part, remaining) = if from_end { (after, before) } else { (before, after) };
        parts.push(part.to_vec());
        rest = remaining;
        left -= 1;
    }
    parts.push(rest.to_vec());
    if from_end {
        parts.reverse();
    }
    parts
}

fn split_words(bytes: &[u8], mut left: usize) -> Vec<Vec<u8>> {
    let word_start = |bytes: &[u8]| bytes.iter().position(|&byte| !is_space(byte)).unwrap_or(bytes.len());
    let mut parts = Vec::new();
    let mut rest = &bytes[word_start(bytes)..];
    while !rest.is_empty() {
        let end = rest.iter().position(|&byte| is_space(byte)).filter(|_| left > 0).unwrap_or(rest.len());
        parts.push(rest[..end].to_vec());
        rest = &rest[end..];
        rest = &rest[word_start(rest)..];
        left = left.saturating_sub(1);
    }
    parts
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
