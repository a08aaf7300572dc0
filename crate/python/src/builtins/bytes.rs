//! `bytes` and `bytearray`. Searching and splitting are in `bytes_search`, encodings in `encoding`.

use super::support::{add_class_methods, class_argument, has_own_init, method_between, wrap, wrong_receiver};
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
        vm.add_methods(class, super::bytes_search::METHODS);
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
    let Some(source) = source else {
        return Ok(Vec::new());
    };
    if let Some(text) = vm.as_arc_str(source) {
        if encoding.is_none() {
            return Err(vm.type_error("string argument without an encoding"));
        }
        return super::encoding::encode_text(vm, &text, encoding, errors);
    }
    if encoding.is_some() || errors.is_some() {
        return Err(vm.type_error("encoding without a string argument"));
    }
    if vm.as_big(source).is_some() {
        let size = vm.to_index(source)?;
        let Ok(size) = usize::try_from(size) else {
            return Err(vm.value_error("negative count"));
        };
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

pub(super) fn byte(vm: &mut Vm, item: Value, complaint: &str) -> Res<u8> {
    let n = vm.to_index(item)?;
    u8::try_from(n).map_err(|_| vm.value_error(complaint))
}

pub(super) fn data(vm: &Vm, value: Value) -> Option<Vec<u8>> {
    match vm.heap.object(vm.plain(value))? {
        Object::Bytes(bytes) => Some(bytes.to_vec()),
        Object::ByteArray(bytes) => Some(bytes.clone()),
        _ => None,
    }
}

pub(super) fn receiver_data(vm: &mut Vm, fname: &str, receiver: Value) -> Res<Vec<u8>> {
    match data(vm, receiver) {
        Some(bytes) => Ok(bytes),
        None => Err(wrong_receiver(vm, Type::Bytes, fname, receiver)),
    }
}

pub(super) fn argument(vm: &mut Vm, value: Value) -> Res<Vec<u8>> {
    match data(vm, value) {
        Some(bytes) => Ok(bytes),
        None => {
            let name = vm.type_name(value);
            Err(vm.type_error(format!("a bytes-like object is required, not '{name}'")))
        }
    }
}

/// Bytes of the receiver's type.
pub(super) fn like(vm: &mut Vm, receiver: Value, bytes: Vec<u8>) -> Value {
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

fn decode(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [encoding, errors]) = vm.bind_method("decode", args, ["encoding", "errors"], 0)?;
    let bytes = receiver_data(vm, "decode", receiver)?;
    super::encoding::decode_bytes(vm, &bytes, encoding, errors)
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
        let Some(high) = high.to_digit(16) else {
            return Err(bad(vm, place));
        };
        let (place, low) = digits.next().unwrap_or((text.len(), ' '));
        let Some(low) = low.to_digit(16) else {
            return Err(bad(vm, place));
        };
        bytes.push((high * 16 + low) as u8);
    }
    let array = vm.class_ref(class).layout == Type::ByteArray;
    let (ty, plain) =
        if array { (Type::ByteArray, vm.alloc(Object::ByteArray(bytes))) } else { (Type::Bytes, vm.bytes(bytes)) };
    Ok(wrap(vm, class, ty, plain))
}

fn array_mut<'vm>(vm: &'vm mut Vm, fname: &str, receiver: Value) -> Res<&'vm mut Vec<u8>> {
    let plain = vm.plain(receiver);
    match (plain.as_ref(), vm.heap.object(plain)) {
        (Some(r), Some(Object::ByteArray(_))) => match vm.heap.get_mut(r)? {
            Object::ByteArray(bytes) => Ok(bytes),
            _ => Err(super::support::changed_type()),
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
