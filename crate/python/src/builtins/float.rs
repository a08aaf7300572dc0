//! `float`.

use super::support::{add_class_methods, class_argument, wrap, wrong_receiver};
use crate::error::Res;
use crate::object::{Args, Object, Type, sym};
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
    if let Some(Object::Bytes(bytes)) = vm.heap.object(vm.plain(value)) {
        let text = String::from_utf8_lossy(bytes).into_owned();
        return float_repr::parse(&text).map_err(|e| vm.from_text(e));
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
        Some(f) => Ok(wrap(vm, class, Type::Float, Value::float(f))),
        None => Err(vm.value_error("invalid hexadecimal floating-point string")),
    }
}

/// `-0x1.8p+3`; at most 13 digits after the point, as `hex` writes them.
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
            let (mantissa, exponent) = body.split_once('p').unwrap_or((body, "0"));
            let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
            let digits = [whole, fraction].concat();
            const MAX_EXACT_DIGITS: usize = 14;
            if digits.is_empty() || digits.trim_start_matches('0').len() > MAX_EXACT_DIGITS {
                return None;
            }
            let bits = u64::from_str_radix(digits.trim_start_matches('0'), 16)
                .ok()
                .or_else(|| digits.bytes().all(|b| b == b'0').then_some(0))?;
            let exponent: i32 = exponent.parse().ok()?;
            scale(bits as f64, exponent.checked_sub(i32::try_from(fraction.len()).ok()?.checked_mul(4)?)?)
        }
    };
    Some(if negative { -magnitude } else { magnitude })
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
