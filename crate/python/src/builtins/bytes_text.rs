//! Methods of `bytes` and `bytearray` that read them as ASCII text: case, kinds of characters, padding, translation.

use super::bytes::{argument, byte, data, like, receiver_data};
use super::support::{method_between, wrong_receiver};
use crate::error::Res;
use crate::object::{Args, NativeFn, Type};
use crate::text::slice::amount;
use crate::value::Value;
use crate::vm::Vm;

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("upper", |vm, args| change(vm, "upper", args, <[u8]>::to_ascii_uppercase)),
    ("lower", |vm, args| change(vm, "lower", args, <[u8]>::to_ascii_lowercase)),
    ("title", |vm, args| change(vm, "title", args, title)),
    ("capitalize", |vm, args| change(vm, "capitalize", args, capitalize)),
    ("swapcase", |vm, args| change(vm, "swapcase", args, swapcase)),
    ("isalpha", |vm, args| all(vm, "isalpha", args, u8::is_ascii_alphabetic)),
    ("isdigit", |vm, args| all(vm, "isdigit", args, u8::is_ascii_digit)),
    ("isalnum", |vm, args| all(vm, "isalnum", args, u8::is_ascii_alphanumeric)),
    ("isspace", |vm, args| all(vm, "isspace", args, |byte| is_space(*byte))),
    ("isascii", |vm, args| test(vm, "isascii", args, <[u8]>::is_ascii)),
    ("isupper", |vm, args| test(vm, "isupper", args, |bytes| one_case(bytes, u8::is_ascii_uppercase))),
    ("islower", |vm, args| test(vm, "islower", args, |bytes| one_case(bytes, u8::is_ascii_lowercase))),
    ("istitle", |vm, args| test(vm, "istitle", args, |bytes| bytes.iter().any(u8::is_ascii_alphabetic) && title(bytes) == bytes)),
    ("center", |vm, args| pad(vm, "center", args)),
    ("ljust", |vm, args| pad(vm, "ljust", args)),
    ("rjust", |vm, args| pad(vm, "rjust", args)),
    ("zfill", zfill),
    ("expandtabs", expandtabs),
    ("translate", translate),
];

/// White space as `bytes` sees it.
pub(super) fn is_space(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == b'\x0b'
}

fn change(vm: &mut Vm, name: &str, args: &Args<'_>, function: fn(&[u8]) -> Vec<u8>) -> Res {
    let (receiver, bytes) = alone(vm, name, args)?;
    Ok(like(vm, receiver, function(&bytes)))
}

fn test(vm: &mut Vm, name: &str, args: &Args<'_>, function: fn(&[u8]) -> bool) -> Res {
    let (_, bytes) = alone(vm, name, args)?;
    Ok(Value::bool(function(&bytes)))
}

fn all(vm: &mut Vm, name: &str, args: &Args<'_>, function: fn(&u8) -> bool) -> Res {
    let (_, bytes) = alone(vm, name, args)?;
    Ok(Value::bool(!bytes.is_empty() && bytes.iter().all(function)))
}

/// The receiver of a method without arguments, and its bytes.
fn alone(vm: &mut Vm, name: &str, args: &Args<'_>) -> Res<(Value, Vec<u8>)> {
    let (receiver, rest) = vm.split_receiver(name, args)?;
    let [] = vm.exact(&full_name(vm, receiver, name), &rest)?;
    let bytes = receiver_data(vm, name, receiver)?;
    Ok((receiver, bytes))
}

/// `bytes.upper`, `bytearray.upper`
fn full_name(vm: &Vm, receiver: Value, name: &str) -> String {
    let owner = if vm.builtin(receiver) == Type::ByteArray { "bytearray" } else { "bytes" };
    format!("{owner}.{name}")
}

fn title(bytes: &[u8]) -> Vec<u8> {
    let mut inside = false;
    let shape = |byte: &u8| {
        let cased = if inside { byte.to_ascii_lowercase() } else { byte.to_ascii_uppercase() };
        inside = byte.is_ascii_alphabetic();
        cased
    };
    bytes.iter().map(shape).collect()
}

fn capitalize(bytes: &[u8]) -> Vec<u8> {
    let mut out = bytes.to_ascii_lowercase();
    if let Some(first) = out.first_mut() {
        first.make_ascii_uppercase();
    }
    out
}

fn swapcase(bytes: &[u8]) -> Vec<u8> {
    let swap = |byte: &u8| if byte.is_ascii_lowercase() { byte.to_ascii_uppercase() } else { byte.to_ascii_lowercase() };
    bytes.iter().map(swap).collect()
}

/// Whether there are letters, all of one case.
fn one_case(bytes: &[u8], case: fn(&u8) -> bool) -> bool {
    let mut letters = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(case)
}

fn pad(vm: &mut Vm, name: &str, args: &Args<'_>) -> Res {
    let (receiver, rest) = method_between(vm, name, args, 1, 2)?;
    let bytes = receiver_data(vm, name, receiver)?;
    let width = rest.first().map_or(Ok(0), |&width| vm.to_index(width))?;
    let fill = match rest.get(1) {
        None => b' ',
        Some(&fill) => match data(vm, fill).as_deref() {
            Some(&[fill]) => fill,
            _ => {
                let actual = vm.type_name(fill);
                let text = format!("{name}() argument 2 must be a byte string of length 1, not {actual}");
                return Err(vm.type_error(text));
            }
        },
    };
    let missing = amount(width).saturating_sub(bytes.len());
    vm.check_alloc(missing)?;
    let left = match name {
        "ljust" => 0,
        "rjust" => missing,
        // Of an odd rest the larger half goes left if the width is odd, as for texts.
        _ => (missing / 2 + (missing & usize::from(width & 1 == 1))).min(missing),
    };
    let mut out = vec![fill; left];
    out.extend(bytes);
    out.resize(out.len() + missing - left, fill);
    Ok(like(vm, receiver, out))
}

fn zfill(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = vm.split_receiver("zfill", args)?;
    let [width] = vm.exact(&full_name(vm, receiver, "zfill"), &rest)?;
    let bytes = receiver_data(vm, "zfill", receiver)?;
    let missing = amount(vm.to_index(width)?).saturating_sub(bytes.len());
    vm.check_alloc(missing)?;
    let sign = usize::from(bytes.first().is_some_and(|first| matches!(first, b'+' | b'-')));
    let (sign, digits) = bytes.split_at(sign);
    let out = [sign, &vec![b'0'; missing], digits].concat();
    Ok(like(vm, receiver, out))
}

fn expandtabs(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [size]) = vm.bind_method("expandtabs", args, ["tabsize"], 0)?;
    let bytes = receiver_data(vm, "expandtabs", receiver)?;
    let size = amount(size.map_or(Ok(8), |size| vm.to_index(size))?);
    let (mut out, mut column) = (Vec::with_capacity(bytes.len()), 0_usize);
    for byte in bytes {
        match byte {
            b'\t' if size == 0 => {}
            b'\t' => {
                let count = size - column % size;
                vm.check_alloc(out.len().saturating_add(count))?;
                out.resize(out.len() + count, b' ');
                column = column.saturating_add(count);
            }
            _ => {
                column = if matches!(byte, b'\n' | b'\r') { 0 } else { column + 1 };
                out.push(byte);
            }
        }
    }
    Ok(like(vm, receiver, out))
}

/// How many bytes a table of `translate` has.
const TABLE_BYTES: usize = 256;

fn translate(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [table, delete]) = vm.bind_method("translate", args, ["/table", "delete"], 1)?;
    let bytes = receiver_data(vm, "translate", receiver)?;
    let table = match table.filter(|table| !table.is_none()) {
        None => None,
        Some(table) => {
            let table = argument(vm, table)?;
            if table.len() != TABLE_BYTES {
                return Err(vm.value_error("translation table must be 256 characters long"));
            }
            Some(table)
        }
    };
    let delete = delete.map_or(Ok(Vec::new()), |delete| argument(vm, delete))?;
    let kept = bytes.into_iter().filter(|byte| !delete.contains(byte));
    let out = kept.map(|byte| table.as_ref().map_or(byte, |table| table[usize::from(byte)])).collect();
    Ok(like(vm, receiver, out))
}

/// `bytes.maketrans(from, to)`
pub(super) fn maketrans(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [from, to] = vm.exact("maketrans", args)?;
    let (from, to) = (argument(vm, from)?, argument(vm, to)?);
    if from.len() != to.len() {
        return Err(vm.value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=u8::MAX).collect();
    for (from, to) in from.into_iter().zip(to) {
        table[usize::from(from)] = to;
    }
    Ok(vm.bytes(table))
}

/// `bytearray.insert(place, byte)`
pub(super) fn insert(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = method_between(vm, "insert", args, 2, 2)?;
    let &[place, item] = rest else { return Ok(Value::NONE) };
    let place = vm.to_index(place)?;
    let item = byte(vm, item, "byte must be in range(0, 256)")?;
    let bytes = super::bytes::array_mut(vm, "insert", receiver)?;
    let place = if place < 0 { bytes.len().saturating_sub(amount(-place)) } else { amount(place).min(bytes.len()) };
    bytes.insert(place, item);
    vm.heap.grew(1);
    Ok(Value::NONE)
}

/// `bytearray.remove(byte)`
pub(super) fn remove(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [item]) = vm.method("bytearray.remove", args)?;
    let item = byte(vm, item, "byte must be in range(0, 256)")?;
    let bytes = super::bytes::array_mut(vm, "remove", receiver)?;
    match bytes.iter().position(|&byte| byte == item) {
        Some(place) => {
            bytes.remove(place);
            Ok(Value::NONE)
        }
        None => Err(vm.value_error("value not found in bytearray")),
    }
}

/// `bytearray.reverse()`
pub(super) fn reverse(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("bytearray.reverse", args)?;
    super::bytes::array_mut(vm, "reverse", receiver)?.reverse();
    Ok(Value::NONE)
}

/// `bytearray.copy()`
pub(super) fn copy(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("bytearray.copy", args)?;
    if vm.builtin(receiver) != Type::ByteArray {
        return Err(wrong_receiver(vm, Type::ByteArray, "copy", receiver));
    }
    let bytes = receiver_data(vm, "copy", receiver)?;
    Ok(like(vm, receiver, bytes))
}
