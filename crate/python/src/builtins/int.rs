//! `int` and `bool`.

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{Pow, Signed, Zero};

use super::support::{add_class_methods, class_argument, wrap};
use crate::error::Res;
use crate::object::{Args, Object, Type, sym};
use crate::text::{float_ops, int_text};
use crate::value::{Ref, Value};
use crate::vm::Vm;

pub(super) fn install(vm: &mut Vm) {
    let class = Ref::of(Type::Int);
    vm.set_constructor(class, construct);
    vm.set_constructor(Ref::of(Type::Bool), construct_bool);
    vm.add_methods(
        class,
        &[
            ("bit_length", bit_length),
            ("bit_count", bit_count),
            ("conjugate", own_value),
            ("as_integer_ratio", as_integer_ratio),
            ("to_bytes", to_bytes),
            ("__int__", own_value),
            ("__index__", own_value),
            ("__trunc__", own_value),
            ("__floor__", own_value),
            ("__ceil__", own_value),
            ("__float__", to_float),
            ("__round__", round),
        ],
    );
    add_class_methods(vm, class, &[("from_bytes", from_bytes)]);
    vm.add_getter(class, "real", own_value, None);
    vm.add_getter(class, "numerator", own_value, None);
    vm.add_getter(class, "imag", |vm, _| Ok(vm.int(0)), None);
    vm.add_getter(class, "denominator", |vm, _| Ok(vm.int(1)), None);
}

fn construct_bool(vm: &mut Vm, _class: Ref, args: &Args<'_>) -> Res {
    vm.no_keywords("bool", args)?;
    match *vm.between("bool", args, 0, 1)? {
        [value] => Ok(Value::bool(vm.truthy(value)?)),
        _ => Ok(Value::FALSE),
    }
}

fn construct(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    let [value, base] = vm.bind("int", args, ["/x", "base"], 0)?;
    let plain = match (value, base) {
        (None, None) => vm.int(0),
        (None, Some(_)) => return Err(vm.type_error("int() missing string argument")),
        (Some(value), None) => to_int(vm, value)?,
        (Some(value), Some(base)) => parse_with_base(vm, value, base)?,
    };
    Ok(wrap(vm, class, Type::Int, plain))
}

fn parse_with_base(vm: &mut Vm, value: Value, base: Value) -> Res {
    let base = vm.to_index(base)?;
    let Some(text) = vm.as_arc_str(value) else {
        return match vm.heap.object(vm.plain(value)) {
            Some(Object::Bytes(_) | Object::ByteArray(_)) => parse_bytes(vm, value, base),
            _ => Err(vm.type_error("int() can't convert non-string with explicit base")),
        };
    };
    let n = int_text::parse(&text, base).map_err(|e| vm.from_text(e))?;
    Ok(vm.big(n))
}

/// Bytes are read as ASCII text; a complaint shows them as they are.
fn parse_bytes(vm: &mut Vm, value: Value, base: i64) -> Res {
    let bytes = super::bytes::data(vm, value).unwrap_or_default();
    match std::str::from_utf8(&bytes).ok().filter(|text| text.is_ascii()).map(|text| int_text::parse(text, base)) {
        Some(Ok(n)) => Ok(vm.big(n)),
        _ => {
            let text = crate::text::str_repr::bytes_repr(&bytes);
            Err(vm.value_error(format!("invalid literal for int() with base {base}: {text}")))
        }
    }
}

/// `int(value)`
pub(super) fn to_int(vm: &mut Vm, value: Value) -> Res {
    if value.as_small_int().is_some() {
        return Ok(value);
    }
    if vm.builtin(value) == Type::Object || vm.plain(value) != value {
        // An instance: its own conversion comes before the builtin value inside.
        for name in [sym::INT, sym::INDEX, sym::TRUNC] {
            if let Some(result) = vm.call_special(value, name, &[]) {
                return checked_int(vm, result?, name == sym::INT);
            }
        }
    }
    if let Some(n) = vm.as_big(value) {
        return Ok(vm.big(n));
    }
    if let Some(f) = vm.as_f64_exact(value) {
        return float_to_int(vm, f);
    }
    if let Some(text) = vm.as_arc_str(value) {
        let n = int_text::parse(&text, 10).map_err(|e| vm.from_text(e))?;
        return Ok(vm.big(n));
    }
    match vm.heap.object(vm.plain(value)) {
        Some(Object::Bytes(_) | Object::ByteArray(_)) => parse_bytes(vm, value, 10),
        _ => {
            for name in [sym::INT, sym::INDEX, sym::TRUNC] {
                if let Some(result) = vm.call_special(value, name, &[]) {
                    return checked_int(vm, result?, name == sym::INT);
                }
            }
            let name = vm.type_name(value);
            Err(vm.type_error(format!(
                "int() argument must be a string, a bytes-like object or a real number, not '{name}'"
            )))
        }
    }
}

fn checked_int(vm: &mut Vm, result: Value, from_int: bool) -> Res {
    match vm.as_big(result) {
        Some(n) => Ok(vm.big(n)),
        None => {
            let name = vm.type_name(result);
            let method = if from_int { "__int__" } else { "__index__" };
            Err(vm.type_error(format!("{method} returned non-int (type {name})")))
        }
    }
}

/// A float without its fraction.
pub(super) fn float_to_int(vm: &mut Vm, f: f64) -> Res {
    let n = float_ops::to_int(f).map_err(|e| vm.from_text(e))?;
    Ok(vm.big(n))
}

/// The receiver as a number of any size.
fn number(vm: &mut Vm, fname: &str, args: &Args<'_>) -> Res<BigInt> {
    let (receiver, []) = vm.method(fname, args)?;
    of_receiver(vm, fname, receiver)
}

fn of_receiver(vm: &mut Vm, fname: &str, receiver: Value) -> Res<BigInt> {
    match vm.as_big(receiver) {
        Some(n) => Ok(n),
        None => Err(super::support::wrong_receiver(vm, Type::Int, fname, receiver)),
    }
}

fn bit_length(vm: &mut Vm, args: &Args<'_>) -> Res {
    let n = number(vm, "int.bit_length", args)?;
    Ok(vm.big(n.bits().into()))
}

fn bit_count(vm: &mut Vm, args: &Args<'_>) -> Res {
    let n = number(vm, "int.bit_count", args)?;
    let ones: u32 = n.iter_u64_digits().map(u64::count_ones).sum();
    Ok(vm.int(i64::from(ones)))
}

fn own_value(vm: &mut Vm, args: &Args<'_>) -> Res {
    let n = number(vm, "int.conjugate", args)?;
    Ok(vm.big(n))
}

fn to_float(vm: &mut Vm, args: &Args<'_>) -> Res {
    let n = number(vm, "int.__float__", args)?;
    let f = float_ops::int_to_float(&n).map_err(|e| vm.from_text(e))?;
    Ok(Value::float(f))
}

fn as_integer_ratio(vm: &mut Vm, args: &Args<'_>) -> Res {
    let n = number(vm, "int.as_integer_ratio", args)?;
    let (n, one) = (vm.big(n), vm.int(1));
    Ok(vm.tuple(vec![n, one]))
}

fn round(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [digits]) = vm.bind_method("round", args, ["/ndigits"], 0)?;
    of_receiver(vm, "int.__round__", receiver)?;
    round_int(vm, receiver, digits.unwrap_or(Value::NONE))
}

/// `round(n, digits)` of an integer: half to even at the place left of the point.
pub(super) fn round_int(vm: &mut Vm, value: Value, digits: Value) -> Res {
    let n = vm.to_big_index(value)?;
    if digits.is_none() {
        return Ok(vm.big(n));
    }
    let digits = vm.to_index(digits)?;
    if digits >= 0 {
        return Ok(vm.big(n));
    }
    let places = digits.unsigned_abs();
    // More places than the number has digits: nothing is left.
    if places > n.bits() / 3 + 2 {
        return Ok(vm.int(0));
    }
    let unit = BigInt::from(10).pow(places);
    let (quotient, rest) = n.div_mod_floor(&unit);
    let up = match (&rest * 2u8).cmp(&unit) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Equal => quotient.is_odd(),
        std::cmp::Ordering::Greater => true,
    };
    let quotient = if up { quotient + 1u8 } else { quotient };
    Ok(vm.big(quotient * unit))
}

/// Whether a byte order argument says "big".
fn big_endian(vm: &mut Vm, order: Option<Value>) -> Res<bool> {
    let Some(order) = order else { return Ok(true) };
    match vm.as_str(order) {
        Some("big") => Ok(true),
        Some("little") => Ok(false),
        Some(_) => Err(vm.value_error("byteorder must be either 'little' or 'big'")),
        None => {
            let name = vm.type_name(order);
            Err(vm.type_error(format!("byteorder must be str, not {name}")))
        }
    }
}

fn to_bytes(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [length, order, signed]) =
        vm.bind_method("to_bytes", args, ["length", "byteorder", "*signed"], 0)?;
    let n = of_receiver(vm, "int.to_bytes", receiver)?;
    let length = length.map_or(Ok(1), |length| vm.to_index(length))?;
    let Ok(length) = usize::try_from(length) else {
        return Err(vm.value_error("length argument must be non-negative"));
    };
    vm.check_alloc(length)?;
    let big = big_endian(vm, order)?;
    let signed = signed.map_or(Ok(false), |signed| vm.truthy(signed))?;
    if n.is_negative() && !signed {
        return Err(vm.error(Type::OverflowError, "can't convert negative int to unsigned"));
    }
    let mut bytes = if signed { n.to_signed_bytes_le() } else { n.magnitude().to_bytes_le() };
    let filler = if n.is_negative() { 0xFF } else { 0 };
    if n.is_zero() {
        bytes.clear();
    }
    if bytes.len() > length {
        return Err(vm.error(Type::OverflowError, "int too big to convert"));
    }
    bytes.resize(length, filler);
    if big {
        bytes.reverse();
    }
    Ok(vm.bytes(bytes))
}

fn from_bytes(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (class, rest) = class_argument(vm, "int.from_bytes", args)?;
    let [bytes, order, signed] = vm.bind("from_bytes", &rest, ["bytes", "byteorder", "*signed"], 1)?;
    let Some(bytes) = bytes else {
        return Ok(vm.int(0));
    };
    if vm.as_str(bytes).is_some() || !super::iterators::is_iterable(vm, bytes) {
        let name = vm.type_name(bytes);
        return Err(vm.type_error(format!("cannot convert '{name}' object to bytes")));
    }
    let mut bytes = super::bytes::bytes_like(vm, bytes)?;
    if big_endian(vm, order)? {
        bytes.reverse();
    }
    let signed = signed.map_or(Ok(false), |signed| vm.truthy(signed))?;
    let n = if signed { BigInt::from_signed_bytes_le(&bytes) } else { BigInt::from_bytes_le(Sign::Plus, &bytes) };
    let plain = vm.big(n);
    Ok(wrap(vm, class, Type::Int, plain))
}
