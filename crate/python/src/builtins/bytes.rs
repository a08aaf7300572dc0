//! `bytes` and `bytearray`. Searching and splitting are in `bytes_search`, what reads them as text in `bytes_text`, encodings in `encoding`.

use super::{bytes_search, bytes_text};
use super::support::{add_class_methods, add_static_methods, class_argument, has_own_init, method_between, wrap, wrong_receiver};
use crate::error::{Res, Unwind};
use crate::object::{Args, NativeFn, Object, Type, sym};
use crate::text::slice::amount;
use crate::value::{Ref, Value};
use crate::vm::Vm;

pub(super) fn install(vm: &mut Vm) {
    let (bytes, array) = (Ref::of(Type::Bytes), Ref::of(Type::ByteArray));
    vm.set_constructor(bytes, construct);
    vm.set_constructor(array, construct_array);
    for class in [bytes, array] {
        vm.add_methods(class, METHODS);
        vm.add_methods(class, bytes_search::METHODS);
        vm.add_methods(class, bytes_text::METHODS);
        add_static_methods(vm, class, &[("maketrans", bytes_text::maketrans)]);
        add_class_methods(vm, class, &[("fromhex", fromhex)]);
    }
    vm.add_methods(
        array,
        &[
            ("__init__", init),
            ("append", append),
            ("extend", extend),
            ("pop", pop),
            ("clear", clear),
            ("insert", bytes_text::insert),
            ("remove", bytes_text::remove),
            ("reverse", bytes_text::reverse),
            ("copy", bytes_text::copy),
        ],
    );
}

const METHODS: &[(&str, NativeFn)] = &[
    ("decode", decode),
    ("hex", hex),
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
        return super::encoding::encode_text(vm, fname, &text, encoding, errors);
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
        return Err(vm.type_error(format!("cannot convert '{name}' object to {fname}")));
    }
    if let Some(bytes) = data(vm, source) {
        return Ok(bytes);
    }
    let complaint = if fname == "bytes" { "bytes must be in range(0, 256)" } else { "byte must be in range(0, 256)" };
    numbers(vm, source, complaint)
}

/// Bytes, a bytearray, or an iterable of numbers below 256.
pub(super) fn bytes_like(vm: &mut Vm, value: Value) -> Res<Vec<u8>> {
    if let Some(bytes) = data(vm, value) {
        return Ok(bytes);
    }
    numbers(vm, value, "bytes must be in range(0, 256)")
}

fn numbers(vm: &mut Vm, value: Value, complaint: &str) -> Res<Vec<u8>> {
    let mut bytes = Vec::new();
    vm.for_each(value, &mut |vm, item| {
        bytes.push(byte(vm, item, complaint)?);
        Ok(true)
    })?;
    Ok(bytes)
}

pub(super) fn byte(vm: &mut Vm, item: Value, complaint: &str) -> Res<u8> {
    let n = vm.to_big_index(item)?;
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

fn decode(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [encoding, errors]) = vm.bind_method("decode", args, ["encoding", "errors"], 0)?;
    let bytes = receiver_data(vm, "decode", receiver)?;
    super::encoding::decode_bytes(vm, "decode", &bytes, encoding, errors)
}

/// `hex(sep, bytes_per_sep)`: groups count from the right, those of a negative number from the left.
fn hex(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [separator, group]) = vm.bind_method("hex", args, ["sep", "bytes_per_sep"], 0)?;
    let bytes = receiver_data(vm, "hex", receiver)?;
    let separator = match separator {
        Some(separator) => super::support::str_argument(vm, "sep ", separator)?,
        None => "".into(),
    };
    if separator.len() > 1 {
        return Err(vm.value_error("sep must be length 1."));
    }
    let group = group.map_or(Ok(1), |group| vm.to_index(group))?;
    let size = amount(group.saturating_abs());
    vm.check_alloc(bytes.len().saturating_mul(3))?;
    let mut out = String::with_capacity(bytes.len() * 2);
    for (place, byte) in bytes.iter().enumerate() {
        let before = if group < 0 { place } else { bytes.len() - place };
        if place > 0 && size > 0 && before % size == 0 {
            out.push_str(&separator);
        }
        out.push_str(&format!("{byte:02x}"));
    }
    Ok(vm.string(out))
}

fn fromhex(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (class, rest) = class_argument(vm, "bytes.fromhex", args)?;
    let [text] = vm.exact("bytes.fromhex", &rest)?;
    let text = super::support::str_argument(vm, "fromhex() argument ", text)?;
    let mut bytes = Vec::new();
    // Blanks may stand between bytes, not between the digits of one.
    let mut digits = text.char_indices();
    let bad = |vm: &mut Vm, place: usize| -> Unwind {
        vm.value_error(format!("non-hexadecimal number found in fromhex() arg at position {place}"))
    };
    while let Some((place, high)) = digits.find(|(_, c)| !c.is_ascii_whitespace()) {
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

pub(super) fn array_mut<'vm>(vm: &'vm mut Vm, fname: &str, receiver: Value) -> Res<&'vm mut Vec<u8>> {
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
    if !super::iterators::is_iterable(vm, more) {
        let name = vm.type_name(more);
        return Err(vm.type_error(format!("can't extend bytearray with {name}")));
    }
    let more = match data(vm, more) {
        Some(bytes) => bytes,
        None => numbers(vm, more, "byte must be in range(0, 256)")?,
    };
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
