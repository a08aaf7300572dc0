//! `math`: real functions and whole-number functions, with C's special cases in Python's words.

mod special;

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::support::{Table, add_functions};
use crate::code::BinOp;
use crate::error::Res;
use crate::object::{Args, Type, sym};
use crate::text::float_ops;
use crate::value::{Ref, Value};
use crate::vm::Vm;

/// Largest argument of `factorial`: beyond, the number would fill the heap.
const MAX_FACTORIAL: i64 = 200_000;

macro_rules! real {
    ($name:literal, $function:expr) => {
        ($name, |vm, args| real(vm, concat!("math.", $name), args, $function))
    };
}

macro_rules! real2 {
    ($name:literal, $function:expr) => {
        ($name, |vm, args| {
            let [x, y] = vm.exact($name, args)?;
            let (x, y) = (vm.to_f64(x)?, vm.to_f64(y)?);
            let function: fn(f64, f64) -> f64 = $function;
            checked2(vm, function(x, y), x, y)
        })
    };
}

const FUNCTIONS: Table = &[
    real!("acos", f64::acos),
    real!("acosh", acosh),
    real!("asin", f64::asin),
    real!("asinh", asinh),
    real!("atan", f64::atan),
    real!("atanh", atanh),
    real!("cbrt", f64::cbrt),
    real!("cos", f64::cos),
    real!("cosh", f64::cosh),
    real!("exp", f64::exp),
    real!("exp2", f64::exp2),
    real!("expm1", f64::exp_m1),
    real!("fabs", f64::abs),
    real!("sin", f64::sin),
    real!("sinh", f64::sinh),
    real!("sqrt", f64::sqrt),
    real!("tan", f64::tan),
    real!("tanh", f64::tanh),
    ("degrees", |vm, args| turned(vm, "math.degrees", args, 180.0 / std::f64::consts::PI)),
    ("radians", |vm, args| turned(vm, "math.radians", args, std::f64::consts::PI / 180.0)),
    real!("erf", special::erf),
    real!("erfc", special::erfc),
    real2!("atan2", f64::atan2),
    real2!("copysign", f64::copysign),
    real2!("fmod", |x, y| x % y),
    real2!("remainder", remainder),
    real2!("nextafter", next_after),
    ("gamma", |vm, args| {
        let [x] = vm.exact("math.gamma", args)?;
        let x = vm.to_f64(x)?;
        if x == f64::NEG_INFINITY || (x <= 0.0 && x == x.floor()) {
            return Err(vm.value_error("math domain error"));
        }
        checked(vm, special::gamma(x), x)
    }),
    ("lgamma", |vm, args| {
        let [x] = vm.exact("math.lgamma", args)?;
        let x = vm.to_f64(x)?;
        if x.is_infinite() {
            return Ok(Value::float(f64::INFINITY));
        }
        if x <= 0.0 && x == x.floor() {
            return Err(vm.value_error("math domain error"));
        }
        checked(vm, special::ln_gamma(x), x)
    }),
    ("pow", |vm, args| {
        let [x, y] = vm.exact("pow", args)?;
        let (x, y) = (vm.to_f64(x)?, vm.to_f64(y)?);
        let result = x.powf(y);
        if (x == 0.0 && y < 0.0) && y.is_finite() {
            return Err(vm.value_error("math domain error"));
        }
        checked2(vm, result, x, y)
    }),
    ("log", log),
    ("log2", |vm, args| {
        let [x] = vm.exact("math.log2", args)?;
        logarithm(vm, x, f64::log2).map(Value::float)
    }),
    ("log10", |vm, args| {
        let [x] = vm.exact("math.log10", args)?;
        logarithm(vm, x, f64::log10).map(Value::float)
    }),
    ("log1p", |vm, args| {
        let [x] = vm.exact("math.log1p", args)?;
        let x = vm.to_f64(x)?;
        if x <= -1.0 {
            return Err(vm.value_error("math domain error"));
        }
        Ok(Value::float(x.ln_1p()))
    }),
    ("isnan", |vm, args| predicate(vm, "math.isnan", args, f64::is_nan)),
    ("isinf", |vm, args| predicate(vm, "math.isinf", args, f64::is_infinite)),
    ("isfinite", |vm, args| predicate(vm, "math.isfinite", args, f64::is_finite)),
    ("isclose", isclose),
    ("floor", |vm, args| round_to(vm, "math.floor", args, sym::FLOOR, f64::floor)),
    ("ceil", |vm, args| round_to(vm, "math.ceil", args, sym::CEIL, f64::ceil)),
    ("trunc", trunc),
    ("frexp", |vm, args| {
        let [x] = vm.exact("math.frexp", args)?;
        let (mantissa, exponent) = frexp(vm.to_f64(x)?);
        Ok(vm.tuple(vec![Value::float(mantissa), Value::small_int_wrapping(exponent)]))
    }),
    ("ldexp", ldexp),
    ("modf", |vm, args| {
        let [x] = vm.exact("math.modf", args)?;
        let x = vm.to_f64(x)?;
        let fraction = if x.is_infinite() { 0.0_f64.copysign(x) } else { x.fract().copysign(x) };
        Ok(vm.tuple(vec![Value::float(fraction), Value::float(x.trunc())]))
    }),
    ("ulp", |vm, args| {
        let [x] = vm.exact("math.ulp", args)?;
        Ok(Value::float(ulp(vm.to_f64(x)?)))
    }),
    ("hypot", hypot),
    ("dist", dist),
    ("fsum", fsum),
    ("prod", prod),
    ("factorial", factorial),
    ("comb", comb),
    ("perm", perm),
    ("gcd", |vm, args| fold_integers(vm, "gcd", args, BigInt::zero(), |a, b| a.gcd(b))),
    ("lcm", |vm, args| fold_integers(vm, "lcm", args, BigInt::one(), |a, b| a.lcm(b).abs())),
    ("isqrt", |vm, args| {
        let [n] = vm.exact("math.isqrt", args)?;
        let n = vm.to_big_index(n)?;
        if n.is_negative() {
            return Err(vm.value_error("isqrt() argument must be nonnegative"));
        }
        Ok(vm.big(n.sqrt()))
    }),
];

pub(super) fn install(vm: &mut Vm) {
    vm.register_module("math", build);
}

fn build(vm: &mut Vm, module: Ref) -> Res<()> {
    add_functions(vm, module, FUNCTIONS);
    let constants = [
        ("pi", std::f64::consts::PI),
        ("e", std::f64::consts::E),
        ("tau", std::f64::consts::TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ];
    for (name, value) in constants {
        vm.module_set(module, name, Value::float(value));
    }
    Ok(())
}

fn real(vm: &mut Vm, name: &str, args: &Args<'_>, function: fn(f64) -> f64) -> Res {
    let [x] = vm.exact(name, args)?;
    let x = vm.to_f64(x)?;
    checked(vm, function(x), x)
}

/// No number from a number is a domain error, infinity from a finite number a range error.
fn checked(vm: &mut Vm, result: f64, x: f64) -> Res {
    checked2(vm, result, x, x)
}

fn checked2(vm: &mut Vm, result: f64, x: f64, y: f64) -> Res {
    if result.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(vm.value_error("math domain error"));
    }
    if result.is_infinite() && x.is_finite() && y.is_finite() {
        return Err(vm.error(Type::OverflowError, "math range error"));
    }
    Ok(Value::float(result))
}

fn predicate(vm: &mut Vm, name: &str, args: &Args<'_>, function: fn(f64) -> bool) -> Res {
    let [x] = vm.exact(name, args)?;
    Ok(Value::bool(function(vm.to_f64(x)?)))
}

/// The formulas of C's library, which Python's results come from.
fn acosh(x: f64) -> f64 {
    const LARGE: f64 = 268_435_456.0;
    if x < 1.0 {
        f64::NAN
    } else if x >= LARGE {
        x.ln() + std::f64::consts::LN_2
    } else if x > 2.0 {
        (2.0 * x - 1.0 / (x + (x * x - 1.0).sqrt())).ln()
    } else {
        let t = x - 1.0;
        (t + (2.0 * t + t * t).sqrt()).ln_1p()
    }
}

fn asinh(x: f64) -> f64 {
    const LARGE: f64 = 268_435_456.0;
    const SMALL: f64 = 3.725_290_298_461_914e-9;
    let a = x.abs();
    if !x.is_finite() || a < SMALL {
        return x;
    }
    let result = if a > LARGE {
        a.ln() + std::f64::consts::LN_2
    } else if a > 2.0 {
        (2.0 * a + 1.0 / ((a * a + 1.0).sqrt() + a)).ln()
    } else {
        let t = a * a;
        (a + t / (1.0 + (t + 1.0).sqrt())).ln_1p()
    };
    result.copysign(x)
}

fn atanh(x: f64) -> f64 {
    const SMALL: f64 = 3.725_290_298_461_914e-9;
    let a = x.abs();
    if a >= 1.0 {
        return f64::NAN;
    }
    let result = if a < SMALL {
        a
    } else if a < 0.5 {
        let t = a + a;
        0.5 * (t + t * a / (1.0 - a)).ln_1p()
    } else {
        0.5 * ((a + a) / (1.0 - a)).ln_1p()
    };
    result.copysign(x)
}

/// IEEE remainder: the quotient rounded to the nearest, ties to even.
fn remainder(x: f64, y: f64) -> f64 {
    if y.is_infinite() && x.is_finite() {
        return x;
    }
    if !x.is_finite() || y == 0.0 || y.is_nan() {
        return f64::NAN;
    }
    let (a, b) = (x.abs(), y.abs());
    let m = a % b;
    let c = b - m;
    let r = if m < c {
        m
    } else if m > c {
        -c
    } else {
        m - 2.0 * ((0.5 * (a - m)) % b)
    };
    1.0_f64.copysign(x) * r
}

fn next_after(x: f64, y: f64) -> f64 {
    if x.is_nan() || y.is_nan() {
        f64::NAN
    } else if x == y {
        y
    } else if y > x {
        x.next_up()
    } else {
        x.next_down()
    }
}

fn ulp(x: f64) -> f64 {
    if x.is_nan() || x.is_infinite() {
        return x.abs();
    }
    let x = x.abs();
    let above = x.next_up();
    if above.is_infinite() { x - x.next_down() } else { above - x }
}

fn frexp(x: f64) -> (f64, i64) {
    if x == 0.0 || !x.is_finite() {
        return (x, 0);
    }
    const SHIFT: f64 = 18_014_398_509_481_984.0;
    let (scaled, extra) = if x.abs() < f64::MIN_POSITIVE { (x * SHIFT, -54) } else { (x, 0) };
    let bits = scaled.to_bits();
    let exponent = (bits >> 52 & 0x7FF) as i64 - 1022;
    (f64::from_bits(bits & !(0x7FF << 52) | 1022 << 52), exponent + extra)
}

fn ldexp(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [x, exponent] = vm.exact("ldexp", args)?;
    let x = vm.to_f64(x)?;
    let Some(exponent) = vm.as_big(exponent) else {
        return Err(vm.type_error("Expected an int as second argument to ldexp."));
    };
    if x == 0.0 || !x.is_finite() {
        return Ok(Value::float(x));
    }
    let mut left = exponent.to_i64().unwrap_or(if exponent.is_negative() { -5000 } else { 5000 }).clamp(-5000, 5000);
    let (mantissa, base) = frexp(x);
    left += base;
    if left > 1024 {
        return Err(vm.error(Type::OverflowError, "math range error"));
    }
    // One rounding only: scale into the normal range exactly, then once more.
    let power = |n: i64| f64::from_bits(((n + 1023) as u64) << 52);
    let result = if left > -1021 {
        mantissa * 2.0 * power(left - 1)
    } else {
        let low = left.max(-1100);
        mantissa * power(-1021) * if low < -2043 { 0.0 } else { power(low + 1021) }
    };
    Ok(Value::float(result))
}

/// A logarithm of a float or of an integer of any size.
fn logarithm(vm: &mut Vm, x: Value, function: fn(f64) -> f64) -> Res<f64> {
    let big = match vm.as_f64_exact(x) {
        Some(_) => None,
        None if vm.as_big(x).is_some() || vm.special(x, sym::FLOAT).is_none() && vm.special(x, sym::INDEX).is_some() => {
            Some(vm.to_big_index(x)?)
        }
        None => None,
    };
    if let Some(n) = big {
        if n.sign() != Sign::Plus {
            return Err(vm.value_error("math domain error"));
        }
        if let Ok(f) = float_ops::int_to_float(&n) {
            return Ok(function(f));
        }
        // Too large for a float: log(m * 2**e) = log(m) + e log(2).
        let bits = i64::try_from(n.bits()).unwrap_or(i64::MAX);
        let shift = bits - 64;
        let top = (n >> shift.unsigned_abs()).to_f64().unwrap_or(f64::INFINITY);
        let mantissa = top / 18_446_744_073_709_551_616.0;
        return Ok(function(mantissa) + function(2.0) * bits as f64);
    }
    let x = vm.to_f64(x)?;
    if x <= 0.0 {
        return Err(vm.value_error("math domain error"));
    }
    Ok(function(x))
}

fn log(vm: &mut Vm, args: &Args<'_>) -> Res {
    let given = vm.between("log", args, 1, 2)?;
    let x = logarithm(vm, given[0], f64::ln)?;
    match given.get(1) {
        None => Ok(Value::float(x)),
        Some(&base) => {
            let base = logarithm(vm, base, f64::ln)?;
            float_ops::divide(x, base).map(Value::float).map_err(|e| vm.from_text(e))
        }
    }
}

fn isclose(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [a, b, relative, absolute] = vm.bind("isclose", args, ["a", "b", "*rel_tol", "*abs_tol"], 2)?;
    let mut number = |value: Option<Value>, default: f64| value.map_or(Ok(default), |value| vm.to_f64(value));
    let (a, b) = (number(a, 0.0)?, number(b, 0.0)?);
    let (relative, absolute) = (number(relative, 1e-9)?, number(absolute, 0.0)?);
    if relative < 0.0 || absolute < 0.0 {
        return Err(vm.value_error("tolerances must be non-negative"));
    }
    if a == b {
        return Ok(Value::TRUE);
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(Value::FALSE);
    }
    let difference = (b - a).abs();
    Ok(Value::bool(difference <= (relative * b).abs() || difference <= (relative * a).abs() || difference <= absolute))
}

fn round_to(vm: &mut Vm, name: &str, args: &Args<'_>, method: crate::object::Sym, function: fn(f64) -> f64) -> Res {
    let [x] = vm.exact(name, args)?;
    if vm.as_f64_exact(x).is_none() {
        if let Some(n) = vm.as_big(x) {
            return Ok(vm.big(n));
        }
        if let Some(result) = vm.call_special(x, method, &[]) {
            return result;
        }
    }
    let x = vm.to_f64(x)?;
    float_ops::to_int(function(x)).map(|n| vm.big(n)).map_err(|e| vm.from_text(e))
}

fn trunc(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [x] = vm.exact("math.trunc", args)?;
    if let Some(f) = vm.as_f64_exact(x) {
        return float_ops::to_int(f.trunc()).map(|n| vm.big(n)).map_err(|e| vm.from_text(e));
    }
    if let Some(n) = vm.as_big(x) {
        return Ok(vm.big(n));
    }
    match vm.call_special(x, sym::TRUNC, &[]) {
        Some(result) => result,
        None => {
            let name = vm.type_name(x);
            Err(vm.type_error(format!("type {name} doesn't define __trunc__ method")))
        }
    }
}

/// An angle in another unit; one too large becomes infinite, which is no error.
fn turned(vm: &mut Vm, name: &str, args: &Args<'_>, factor: f64) -> Res {
    let [x] = vm.exact(name, args)?;
    Ok(Value::float(vm.to_f64(x)? * factor))
}

/// The square root of a sum of squares, scaled by the largest and summed without loss.
fn vector_length(parts: &[f64]) -> f64 {
    let largest = parts.iter().fold(0.0_f64, |largest, part| largest.max(part.abs()));
    if parts.iter().any(|part| part.is_infinite()) {
        return f64::INFINITY;
    }
    if parts.iter().any(|part| part.is_nan()) {
        return f64::NAN;
    }
    if largest == 0.0 || parts.len() <= 1 {
        return largest;
    }
    let (_, exponent) = frexp(largest);
    if exponent < -1023 {
        // Subnormal: scale up first, exactly.
        let scaled: Vec<f64> = parts.iter().map(|part| part / f64::MIN_POSITIVE).collect();
        return f64::MIN_POSITIVE * vector_length(&scaled);
    }
    if exponent > 1022 {
        let scaled: Vec<f64> = parts.iter().map(|part| part / 4.0).collect();
        return vector_length(&scaled) * 4.0;
    }
    let scale = f64::from_bits(((1023 - exponent) as u64) << 52);
    let (mut sum, mut low, mut lower) = (1.0_f64, 0.0_f64, 0.0_f64);
    for part in parts {
        let x = part.abs() * scale;
        let product = x * x;
        let error = x.mul_add(x, -product);
        let next = sum + product;
        low += product - (next - sum);
        sum = next;
        lower += error;
    }
    let root = (sum - 1.0 + (low + lower)).sqrt();
    // One step of Newton with the exact remainder.
    let product = -root * root;
    let error = (-root).mul_add(root, -product);
    let next = sum + product;
    let rest = (next - 1.0) + (low + lower + error + (product - (next - sum)));
    (root + rest / (2.0 * root)) / scale
}

fn hypot(vm: &mut Vm, args: &Args<'_>) -> Res {
    vm.no_keywords("hypot", args)?;
    let parts: Vec<f64> = args.pos.iter().map(|&part| vm.to_f64(part)).collect::<Res<_>>()?;
    Ok(Value::float(vector_length(&parts)))
}

fn dist(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [p, q] = vm.exact("dist", args)?;
    let (p, q) = (vm.collect(p)?, vm.collect(q)?);
    if p.len() != q.len() {
        return Err(vm.value_error("both points must have the same number of dimensions"));
    }
    let parts: Vec<f64> =
        p.into_iter().zip(q).map(|(a, b)| Ok((vm.to_f64(a)? - vm.to_f64(b)?).abs())).collect::<Res<_>>()?;
    Ok(Value::float(vector_length(&parts)))
}

fn fsum(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [iterable] = vm.exact("math.fsum", args)?;
    let mut numbers = Vec::new();
    vm.for_each(iterable, &mut |vm, item| {
        numbers.push(vm.to_f64(item)?);
        Ok(true)
    })?;
    float_ops::fsum(numbers).map(Value::float).map_err(|e| vm.from_text(e))
}

fn prod(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [iterable, start] = vm.bind("prod", args, ["/iterable", "*start"], 1)?;
    let mut product = start.unwrap_or(Value::small_int_wrapping(1));
    let iter = vm.iter(iterable.unwrap_or(Value::NONE))?;
    vm.keep(iter);
    let mark = vm.kept();
    let mut turns = 0;
    while let Some(item) = vm.next(iter)? {
        vm.keep(item);
        product = vm.binary(BinOp::Mul, product, item)?;
        vm.release(mark, product);
        vm.turn(&mut turns)?;
    }
    Ok(product)
}

/// The product of `low..=high` by halves, which keeps the factors of one size.
fn product(low: u64, high: u64) -> BigInt {
    if low > high {
        return BigInt::one();
    }
    if high - low < 8 {
        return (low..=high).fold(BigInt::one(), |product, n| product * n);
    }
    let middle = low + (high - low) / 2;
    product(low, middle) * product(middle + 1, high)
}

fn factorial(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [n] = vm.exact("math.factorial", args)?;
    let n = vm.to_big_index(n)?;
    if n.is_negative() {
        return Err(vm.value_error("factorial() not defined for negative values"));
    }
    match n.to_u64().filter(|&n| n <= MAX_FACTORIAL as u64) {
        Some(n) => Ok(vm.big(product(1, n))),
        None => Err(vm.error(Type::OverflowError, format!("factorial() argument should not exceed {MAX_FACTORIAL}"))),
    }
}

fn count_argument(vm: &mut Vm, name: &str, value: Value) -> Res<BigInt> {
    let n = vm.to_big_index(value)?;
    if n.is_negative() {
        return Err(vm.value_error(format!("{name} must be a non-negative integer")));
    }
    Ok(n)
}

fn falling(vm: &mut Vm, n: &BigInt, k: u64) -> Res<BigInt> {
    if k > MAX_FACTORIAL as u64 {
        return Err(vm.error(Type::OverflowError, format!("k must not exceed {MAX_FACTORIAL}")));
    }
    match n.to_u64() {
        Some(n) => Ok(product(n - k + 1, n)),
        None => {
            let bits = n.bits().saturating_mul(k);
            vm.check_alloc(usize::try_from(bits / 8).unwrap_or(usize::MAX))?;
            vm.tick(bits / 64)?;
            Ok(falling_product(n, 0, k))
        }
    }
}

/// `(n - low) * ... * (n - high + 1)` by halves.
fn falling_product(n: &BigInt, low: u64, high: u64) -> BigInt {
    if high - low < 8 {
        return (low..high).fold(BigInt::one(), |product, i| product * (n - i));
    }
    let middle = low + (high - low) / 2;
    falling_product(n, low, middle) * falling_product(n, middle, high)
}

fn comb(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [n, k] = vm.exact("comb", args)?;
    let (n, k) = (count_argument(vm, "n", n)?, count_argument(vm, "k", k)?);
    if k > n {
        return Ok(Value::small_int_wrapping(0));
    }
    let k = k.clone().min(&n - &k);
    let k = k.to_u64().unwrap_or(u64::MAX);
    let top = falling(vm, &n, k)?;
    Ok(vm.big(top / product(1, k)))
}

fn perm(vm: &mut Vm, args: &Args<'_>) -> Res {
    let given = vm.between("perm", args, 1, 2)?;
    let n = count_argument(vm, "n", given[0])?;
    let k = match given.get(1) {
        Some(k) if !k.is_none() => count_argument(vm, "k", *k)?,
        _ => n.clone(),
    };
    if k > n {
        return Ok(Value::small_int_wrapping(0));
    }
    let result = falling(vm, &n, k.to_u64().unwrap_or(u64::MAX))?;
    Ok(vm.big(result))
}

fn fold_integers(
    vm: &mut Vm,
    name: &str,
    args: &Args<'_>,
    start: BigInt,
    combine: fn(&BigInt, &BigInt) -> BigInt,
) -> Res {
    vm.no_keywords(name, args)?;
    let mut result = start;
    for &n in args.pos {
        let n = vm.to_big_index(n)?;
        result = combine(&result, &n);
    }
    Ok(vm.big(result.abs()))
}

