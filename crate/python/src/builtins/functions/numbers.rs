//! Functions of numbers: abs, round, pow, divmod, bin, hex, oct, chr, ord, hash, id.

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::Table;
use crate::error::Res;
use crate::object::{Args, Object, Type, sym};
use crate::text::int_text;
use crate::value::Value;
use crate::vm::Vm;

pub(super) const TABLE: Table = &[
    ("abs", abs),
    ("bin", |vm, args| in_base(vm, "bin", args, int_text::to_bin)),
    ("hex", |vm, args| in_base(vm, "hex", args, int_text::to_hex)),
    ("oct", |vm, args| in_base(vm, "oct", args, int_text::to_oct)),
    ("chr", chr),
    ("ord", ord),
    ("divmod", divmod),
    ("pow", pow),
    ("round", round),
    ("hash", hash),
    ("id", id),
];

fn abs(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("abs", args)?;
    vm.absolute(value)
}

fn in_base(vm: &mut Vm, name: &str, args: &Args<'_>, write: fn(&BigInt) -> String) -> Res {
    let [value] = vm.exact(name, args)?;
    let n = vm.to_big_index(value)?;
    Ok(vm.string(write(&n)))
}

fn chr(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [code] = vm.exact("chr", args)?;
    let code = vm.to_big_index(code)?;
    if code.to_i32().is_none() {
        return Err(vm.error(Type::OverflowError, "Python int too large to convert to C int"));
    }
    const SURROGATES: std::ops::RangeInclusive<u32> = 0xD800..=0xDFFF;
    match code.to_u32() {
        Some(code) if SURROGATES.contains(&code) => {
            Err(vm.value_error(format!("chr({code:#x}): surrogates are not supported here")))
        }
        code => match code.and_then(char::from_u32) {
            Some(c) => Ok(vm.str(c.encode_utf8(&mut [0; 4]))),
            None => Err(vm.value_error("chr() arg not in range(0x110000)")),
        },
    }
}

fn ord(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("ord", args)?;
    let (code, length) = match vm.heap.object(vm.plain(value)) {
        Some(Object::Str(text)) => (text.as_str().chars().next().map(u32::from), text.char_len()),
        Some(Object::Bytes(bytes)) => (bytes.first().copied().map(u32::from), bytes.len()),
        Some(Object::ByteArray(bytes)) => (bytes.first().copied().map(u32::from), bytes.len()),
        _ => {
            let name = vm.type_name(value);
            return Err(vm.type_error(format!("ord() expected string of length 1, but {name} found")));
        }
    };
    match code {
        Some(code) if length == 1 => Ok(vm.int(i64::from(code))),
        _ => Err(vm.type_error(format!("ord() expected a character, but string of length {length} found"))),
    }
}

fn divmod(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [a, b] = vm.exact("divmod", args)?;
    vm.divmod(a, b)
}

fn pow(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [base, exponent, modulus] = vm.bind("pow", args, ["base", "exp", "mod"], 2)?;
    let [base, exponent] = [base, exponent].map(|value| value.unwrap_or(Value::NONE));
    vm.power_mod(base, exponent, modulus.unwrap_or(Value::NONE))
}

fn round(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [number, digits] = vm.bind("round", args, ["number", "ndigits"], 1)?;
    let (number, digits) = (number.unwrap_or(Value::NONE), digits.filter(|digits| !digits.is_none()));
    if let Some(f) = number.as_float() {
        return crate::builtins::float::round_float(vm, f, digits.unwrap_or(Value::NONE));
    }
    if vm.as_big(number).is_some() && vm.plain(number) == number {
        return crate::builtins::int::round_int(vm, number, digits.unwrap_or(Value::NONE));
    }
    let given: Vec<Value> = digits.into_iter().collect();
    match vm.call_special(number, sym::ROUND, &given) {
        Some(result) => result,
        None => {
            let name = vm.type_name(number);
            Err(vm.type_error(format!("type {name} doesn't define __round__ method")))
        }
    }
}

fn hash(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("hash", args)?;
    let hash = vm.hash(value)?;
    Ok(crate::builtins::support::hash_value(vm, hash))
}

fn id(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("id", args)?;
    let address = vm.address(value);
    Ok(vm.big(address.into()))
}
