//! `float`.

use super::support::{add_class_methods, class_argument, wrap, wrong_receiver};
use crate::error::Res;
use crate::object::{Args, Type, sym};
use crate::text::{float_ops, float_repr};
use crate::value::{Ref, Value};
use crate::vm::Vm;

pub(super) fn install(vm: &mut Vm) {
    let class = Ref::of(Type::Float);
    vm.set_constructor(class, construct);
    vm.add_methods(
        class,
        &[
            ("is_integer", is_integer),
            ("as_integer_ratio", as_integer_ratio),
            ("hex", hex),
            ("conjugate", own_value),
            ("__float__", own_value),
            ("__int__", to_int),
            ("__trunc__", to_int),
            ("__floor__", floor),
            ("__ceil__", ceil),
            ("__round__", round),
        ],
    );
    add_class_methods(vm, class, &[("fromhex", from_hex)]);
    vm.add_getter(class, "real", own_value, None);
    vm.add_getter(class, "imag", |_, _| Ok(Value::float(0.0)), None);
}

fn construct(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    vm.no_keywords("float", args)?;
    let f = match *vm.between("float", args, 0, 1)? {
        [value] => to_float(vm, value)?,
        _ => 0.0,
    };
    Ok(wrap(vm, class, Type::Float, Value::float(f)))
}

fn to_float(vm: &mut Vm, value: Value) -> Res<f64> {
    if let Some(f) = value.as_float() {
        return Ok(f);
    }
    if let Some(text) = vm.as_arc_str(value) {
        return float_repr::parse(&text).map_err(|e| vm.from_text(e));
    }
    if let Some(bytes) = super::bytes::data(vm, value) {
        let text = String::from_utf8_lossy(&bytes);
        return match float_repr::parse(&text) {
            Ok(f) => Ok(f),
            Err(_) => {
                let shown = vm.repr(value)?;
                Err(vm.value_error(format!("could not convert string to float: {shown}")))
            }
        };
    }
    if vm.as_f64_exact(value).is_none()
        && vm.as_big(value).is_none()
        && vm.special(value, sym::FLOAT).is_none()
        && vm.special(value, sym::INDEX).is_none()
    {
        let name = vm.type_name(value);
        return Err(vm.type_error(format!("float() argument must be a string or a real number, not '{name}'")));
    }
    vm.to_f64(value)
}

fn number(vm: &mut Vm, fname: &str, args: &Args<'_>) -> Res<f64> {
    let (receiver, []) = vm.method(fname, args)?;
    of_receiver(vm, fname, receiver)
}

fn of_receiver(vm: &mut Vm, fname: &str, receiver: Value) -> Res<f64> {
    match vm.as_f64_exact(receiver) {
        Some(f) => Ok(f),
        None => Err(wrong_receiver(vm, Type::Float, fname, receiver)),
    }
}

fn own_value(vm: &mut Vm, args: &Args<'_>) -> Res {
    number(vm, "float.conjugate", args).map(Value::float)
}

fn is_integer(vm: &mut Vm, args: &Args<'_>) -> Res {
    let f = number(vm, "float.is_integer", args)?;
    Ok(Value::bool(float_ops::is_integer(f)))
}

fn as_integer_ratio(vm: &mut Vm, args: &Args<'_>) -> Res {
    let f = number(vm, "float.as_integer_ratio", args)?;
    let (numerator, denominator) = float_ops::as_integer_ratio(f).map_err(|e| vm.from_text(e))?;
    let parts = vec![vm.big(numerator), vm.big(denominator)];
    Ok(vm.tuple(parts))
}

fn hex(vm: &mut Vm, args: &Args<'_>) -> Res {
    let f = number(vm, "float.hex", args)?;
    Ok(vm.string(float_ops::hex(f)))
}

fn to_int(vm: &mut Vm, args: &Args<'_>) -> Res {
    let f = number(vm, "float.__int__", args)?;
    super::int::float_to_int(vm, f)
}

fn floor(vm: &mut Vm, args: &Args<'_>) -> Res {
    let f = number(vm, "float.__floor__", args)?;
    super::int::float_to_int(vm, f.floor())
}

fn ceil(vm: &mut Vm, args: &Args<'_>) -> Res {
    let f = number(vm, "float.__ceil__", args)?;
    super::int::float_to_int(vm, f.ceil())
}

fn round(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [digits]) = vm.bind_method("round", args, ["/ndigits"], 0)?;
    let f = of_receiver(vm, "float.__round__", receiver)?;
    round_float(vm, f, digits.unwrap_or(Value::NONE))
}

/// `round(f, digits)`: an integer without digits, else a float.
pub(super) fn round_float(vm: &mut Vm, f: f64, digits: Value) -> Res {
    if digits.is_none() {
        let n = float_ops::round_to_int(f).map_err(|e| vm.from_text(e))?;
        return Ok(vm.big(n));
    }
    let digits = vm.to_big_index(digits)?;
    let rounded = float_ops::round_to_places(f, super::support::saturate(&digits)).map_err(|e| vm.from_text(e))?;
    Ok(Value::float(rounded))
}

fn from_hex(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (class, rest) = class_argument(vm, "float.fromhex", args)?;
    let [text] = vm.exact("float.fromhex", &rest)?;
    let Some(text) = vm.as_arc_str(text) else {
        return Err(vm.type_error("bad argument type for built-in operation"));
    };
    match parse_hex(text.trim()) {
        Some(f) if f.is_infinite() && !text.trim().trim_start_matches(['+', '-']).starts_with(['i', 'I']) => {
            Err(vm.error(Type::OverflowError, "hexadecimal value too large to represent as a float"))
        }
        Some(f) => Ok(wrap(vm, class, Type::Float, Value::float(f))),
        None => Err(vm.value_error("invalid hexadecimal floating-point string")),
    }
}

/// `-0x1.8p+3`; infinite when it is too large.
fn parse_hex(text: &str) -> Option<f64> {
    let (negative, rest) = match text.strip_prefix(['-', '+']) {
        Some(rest) => (text.starts_with('-'), rest),
        None => (false, text),
    };
    let lower = rest.to_ascii_lowercase();
    let magnitude = match lower.as_str() {
        "inf" | "infinity" => f64::INFINITY,
        "nan" => f64::NAN,
        _ => {
            let body = lower.strip_prefix("0x").unwrap_or(&lower);
            let (mantissa, exponent) = body.split_once('p').map_or((body, None), |(body, after)| (body, Some(after)));
            let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
            let digits = [whole, fraction].concat();
            if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
                return None;
            }
            let exponent = exponent.map_or(Some(0), binary_exponent)?;
            hex_value(&digits, exponent - 4 * i64::try_from(fraction.len()).ok()?)
        }
    };
    Some(if negative { -magnitude } else { magnitude })
}

/// An exponent in decimal digits; those beyond any float are all the same.
fn binary_exponent(text: &str) -> Option<i64> {
    const BEYOND: i64 = 1 << 40;
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let size = digits.parse::<i64>().map_or(BEYOND, |n| n.min(BEYOND));
    Some(if text.starts_with('-') { -size } else { size })
}

/// `digits * 2**exponent`, rounded once to the nearest float.
fn hex_value(digits: &str, exponent: i64) -> f64 {
    /// More bits than a float has, with room for one that stands for all that follow.
    const LEADING: usize = 15;
    let digits = digits.trim_start_matches('0');
    let (leading, rest) = digits.split_at(digits.len().min(LEADING));
    let sticky = u64::from(rest.bytes().any(|b| b != b'0'));
    let bits = u64::from_str_radix(leading, 16).unwrap_or(0) << 1 | sticky;
    let exponent = exponent + 4 * rest.len() as i64 - 1;
    if bits == 0 {
        return 0.0;
    }
    let top = 63 - i64::from(bits.leading_zeros()) + exponent;
    // Below the normal numbers fewer bits are left, and they are cut off by hand.
    let lost = f64::MIN_EXP as i64 - f64::MANTISSA_DIGITS as i64 - exponent;
    if top >= f64::MIN_EXP as i64 - 1 || lost <= 0 {
        return scale(bits as f64, exponent.clamp(-4000, 4000) as i32);
    }
    if lost > 64 {
        return 0.0;
    }
    let (wide, half) = (u128::from(bits), 1_u128 << (lost - 1));
    let (kept, left) = (wide >> lost, wide & (2 * half - 1));
    let up = left > half || (left == half && kept & 1 == 1);
    f64::from_bits(kept as u64 + u64::from(up))
}

/// `f * 2**exponent` in two exact steps, so that subnormal results round once.
fn scale(f: f64, exponent: i32) -> f64 {
    const STEP: i32 = 1000;
    let mut f = f;
    let mut left = exponent.clamp(-3 * STEP, 3 * STEP);
    while left > STEP {
        f *= 2f64.powi(STEP);
        left -= STEP;
    }
    while left < -STEP {
        f *= 2f64.powi(-STEP);
        left += STEP;
    }
    f * 2f64.powi(left)
}
