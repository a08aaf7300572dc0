//! Arithmetic of `float` where Python differs from the hardware: signs of remainders, correctly rounded decimals,
//! exact comparison with integers of any size.

use std::cmp::Ordering;

use num_bigint::{BigInt, BigUint, Sign};
use num_traits::{One, ToPrimitive, Zero};

use super::error::FormatError;
use super::float_repr;

/// `x / y`.
///
/// # Errors
/// `ZeroDivisionError`.
pub fn divide(x: f64, y: f64) -> Result<f64, FormatError> {
    if y == 0.0 { Err(FormatError::zero_division("float division by zero")) } else { Ok(x / y) }
}

/// Quotient and remainder for a divisor that is not zero.
fn quotient_and_remainder(x: f64, y: f64) -> (f64, f64) {
    let mut remainder = x % y;
    // `x - remainder` is all but an integer multiple of `y`.
    let mut quotient = (x - remainder) / y;
    if remainder != 0.0 {
        if (y < 0.0) != (remainder < 0.0) {
            remainder += y;
            quotient -= 1.0;
        }
    } else {
        remainder = 0.0_f64.copysign(y);
    }
    let floor = if quotient != 0.0 {
        let floor = quotient.floor();
        if quotient - floor > 0.5 { floor + 1.0 } else { floor }
    } else {
        0.0_f64.copysign(x / y)
    };
    (floor, remainder)
}

/// `x // y`.
///
/// # Errors
/// `ZeroDivisionError`.
pub fn floor_divide(x: f64, y: f64) -> Result<f64, FormatError> {
    if y == 0.0 {
        return Err(FormatError::zero_division("float floor division by zero"));
    }
    Ok(quotient_and_remainder(x, y).0)
}

/// `x % y`; the result has the sign of `y`.
///
/// # Errors
/// `ZeroDivisionError`.
pub fn modulo(x: f64, y: f64) -> Result<f64, FormatError> {
    if y == 0.0 {
        return Err(FormatError::zero_division("float modulo"));
    }
    Ok(quotient_and_remainder(x, y).1)
}

/// `divmod(x, y)`.
///
/// # Errors
/// `ZeroDivisionError`.
pub fn divmod(x: f64, y: f64) -> Result<(f64, f64), FormatError> {
    if y == 0.0 {
        return Err(FormatError::zero_division("float divmod()"));
    }
    Ok(quotient_and_remainder(x, y))
}

/// `x ** y`.
///
/// # Errors
/// `ZeroDivisionError` for zero to a negative power, `OverflowError` if finite operands give no finite result, and
/// `ValueError` where Python's result is a complex number, which are not supported.
pub fn power(x: f64, y: f64) -> Result<f64, FormatError> {
    if y == 0.0 || x == 1.0 {
        return Ok(1.0);
    }
    if x == 0.0 && y < 0.0 && y.is_finite() {
        return Err(FormatError::zero_division("0.0 cannot be raised to a negative power"));
    }
    if x.is_finite() && y.is_finite() {
        if x < 0.0 && y.floor() != y {
            return Err(FormatError::value(
                "a negative number to a fractional power is a complex number, and complex numbers are not supported",
            ));
        }
        let result = x.powf(y);
        if result.is_infinite() {
            return Err(FormatError::overflow("(34, 'Numerical result out of range')"));
        }
        return Ok(result);
    }
    if x == 0.0 && y == f64::NEG_INFINITY {
        return Ok(f64::INFINITY);
    }
    if x == -1.0 && y.is_infinite() {
        return Ok(1.0);
    }
    Ok(x.powf(y))
}

/// `round(x, places)`: the double nearest to the exact decimal value, rounded half to even.
///
/// # Errors
/// `OverflowError` if the rounded value is too large.
pub fn round_to_places(x: f64, places: i64) -> Result<f64, FormatError> {
    // Beyond these bounds every double stays itself or becomes zero.
    if !x.is_finite() || places > 323 {
        return Ok(x);
    }
    if places < -308 {
        return Ok(0.0 * x);
    }
    let text = match usize::try_from(places) {
        Ok(places) => format!("{:.*}", places, x),
        Err(_) => round_above_point(x, places.unsigned_abs() as usize),
    };
    let rounded = text.parse::<f64>().unwrap_or(x);
    if rounded.is_infinite() {
        return Err(FormatError::overflow("rounded value too large to represent"));
    }
    Ok(rounded)
}

/// `x` rounded to a multiple of `10^zeros`, as decimal text.
fn round_above_point(x: f64, zeros: usize) -> String {
    let truncated = float_to_int_exact(x.abs().trunc());
    let unit = BigInt::from(10).pow(zeros as u32);
    let quotient: BigInt = &truncated / &unit;
    let rest = &truncated - &quotient * &unit;
    let order = (&rest * 2_u32).cmp(&unit).then(if x.fract() == 0.0 { Ordering::Equal } else { Ordering::Greater });
    let up = order == Ordering::Greater || (order == Ordering::Equal && quotient.bit(0));
    let sign = if x.is_sign_negative() { "-" } else { "" };
    format!("{sign}{}e{zeros}", if up { quotient + 1 } else { quotient })
}

/// The integer a finite integral double is.
fn float_to_int_exact(x: f64) -> BigInt {
    let (mantissa, exponent) = decompose(x);
    let magnitude = if exponent >= 0 { BigInt::from(mantissa) << exponent } else { BigInt::from(mantissa) >> -exponent };
    if x < 0.0 { -magnitude } else { magnitude }
}

/// Mantissa and exponent of the magnitude of a finite double: `mantissa * 2^exponent`.
fn decompose(x: f64) -> (u64, i64) {
    let bits = x.to_bits();
    let biased = ((bits >> 52) & 0x7ff) as i64;
    let fraction = bits & ((1 << 52) - 1);
    if biased == 0 { (fraction, -1074) } else { (fraction | (1 << 52), biased - 1075) }
}

fn check_convertible(x: f64) -> Result<(), FormatError> {
    if x.is_nan() {
        return Err(FormatError::value("cannot convert float NaN to integer"));
    }
    if x.is_infinite() {
        return Err(FormatError::overflow("cannot convert float infinity to integer"));
    }
    Ok(())
}

/// `round(x)`: half to even.
///
/// # Errors
/// `OverflowError` for an infinity, `ValueError` for `nan`.
pub fn round_to_int(x: f64) -> Result<BigInt, FormatError> {
    check_convertible(x)?;
    Ok(float_to_int_exact(x.round_ties_even()))
}

/// `int(x)`: towards zero. `math.floor` and `math.ceil` are this of `x.floor()` and `x.ceil()`.
///
/// # Errors
/// `OverflowError` for an infinity, `ValueError` for `nan`.
pub fn to_int(x: f64) -> Result<BigInt, FormatError> {
    check_convertible(x)?;
    Ok(float_to_int_exact(x.trunc()))
}

/// `x.is_integer()`.
pub fn is_integer(x: f64) -> bool {
    x.is_finite() && x.trunc() == x
}

/// `x.as_integer_ratio()`, in lowest terms.
///
/// # Errors
/// `OverflowError` for an infinity, `ValueError` for `nan`.
pub fn as_integer_ratio(x: f64) -> Result<(BigInt, BigInt), FormatError> {
    if x.is_nan() {
        return Err(FormatError::value("cannot convert NaN to integer ratio"));
    }
    if x.is_infinite() {
        return Err(FormatError::overflow("cannot convert Infinity to integer ratio"));
    }
    let (mantissa, exponent) = decompose(x);
    if mantissa == 0 {
        return Ok((BigInt::zero(), BigInt::one()));
    }
    let odd = mantissa >> mantissa.trailing_zeros();
    let exponent = exponent + i64::from(mantissa.trailing_zeros());
    let numerator = BigInt::from(odd) << exponent.max(0);
    let numerator = if x < 0.0 { -numerator } else { numerator };
    Ok((numerator, BigInt::one() << (-exponent).max(0)))
}

/// `x.hex()`.
pub fn hex(x: f64) -> String {
    if !x.is_finite() {
        return float_repr::repr(x);
    }
    let sign = if x.is_sign_negative() { "-" } else { "" };
    if x == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let bits = x.to_bits();
    let biased = ((bits >> 52) & 0x7ff) as i64;
    let fraction = bits & ((1 << 52) - 1);
    let (lead, exponent) = if biased == 0 { (0, -1022) } else { (1, biased - 1023) };
    format!("{sign}0x{lead}.{fraction:013x}p{exponent:+}")
}

/// How a float compares with an integer, exactly; `None` for `nan`.
pub fn compare_float_int(x: f64, n: &BigInt) -> Option<Ordering> {
    if x.is_nan() {
        return None;
    }
    if x.is_infinite() {
        return Some(if x > 0.0 { Ordering::Greater } else { Ordering::Less });
    }
    let whole = float_to_int_exact(x.trunc());
    let fraction = x.fract();
    Some(whole.cmp(n).then_with(|| fraction.partial_cmp(&0.0).unwrap_or(Ordering::Equal)))
}

/// `float(n)`, rounded half to even.
///
/// # Errors
/// `OverflowError`.
pub fn int_to_float(n: &BigInt) -> Result<f64, FormatError> {
    ratio(n.magnitude(), &BigUint::one())
        .map(|x| if n.sign() == Sign::Minus { -x } else { x })
        .ok_or_else(|| FormatError::overflow("int too large to convert to float"))
}

/// `a / b` of integers, correctly rounded even if neither fits a float.
///
/// # Errors
/// `ZeroDivisionError`, `OverflowError`.
pub fn int_true_divide(a: &BigInt, b: &BigInt) -> Result<f64, FormatError> {
    if b.is_zero() {
        return Err(FormatError::zero_division("division by zero"));
    }
    let negative = (a.sign() == Sign::Minus) != (b.sign() == Sign::Minus);
    ratio(a.magnitude(), b.magnitude())
        .map(|x| if negative { -x } else { x })
        .ok_or_else(|| FormatError::overflow("integer division result too large for a float"))
}

/// `a / b` rounded half to even; `None` on overflow. `b` is not zero.
fn ratio(a: &BigUint, b: &BigUint) -> Option<f64> {
    if a.is_zero() {
        return Some(0.0);
    }
    let (a_bits, b_bits) = (i64::try_from(a.bits()).ok()?, i64::try_from(b.bits()).ok()?);
    let magnitude = a_bits - b_bits;
    if magnitude > 1025 {
        return None;
    }
    if magnitude < -1080 {
        return Some(0.0);
    }
    // The quotient keeps 55 or 56 bits, or fewer for a subnormal result so that it is rounded only once.
    let shift = (55 - magnitude).min(1076);
    let (numerator, denominator) =
        if shift >= 0 { (a << shift, b.clone()) } else { (a.clone(), b << shift.unsigned_abs()) };
    let quotient = &numerator / &denominator;
    let sticky = &quotient * &denominator != numerator;
    let mantissa = quotient.to_u64()?;
    let extra = (i64::from(64 - mantissa.leading_zeros()) - 53).max(shift - 1074).max(0);
    let kept = mantissa >> extra;
    let rest = mantissa & ((1 << extra) - 1);
    let half = if extra == 0 { 0 } else { 1_u64 << (extra - 1) };
    let up = match rest.cmp(&half) {
        _ if extra == 0 => false,
        Ordering::Greater => true,
        Ordering::Equal => sticky || kept & 1 == 1,
        Ordering::Less => false,
    };
    let value = scale((kept + u64::from(up)) as f64, extra - shift);
    value.is_finite().then_some(value)
}

/// `x * 2^exponent`, where the result is exact or overflows.
fn scale(x: f64, exponent: i64) -> f64 {
    let half = exponent / 2;
    let power = |e: i64| f64::from_bits(((e.clamp(-1022, 1023) + 1023) as u64) << 52);
    x * power(half) * power(exponent - half)
}

/// `math.fsum`: Shewchuk's exact sum of non-overlapping partial sums, rounded once.
///
/// # Errors
/// `OverflowError` if a partial sum overflows, `ValueError` for infinities of both signs.
pub fn fsum(values: impl IntoIterator<Item = f64>) -> Result<f64, FormatError> {
    let mut partials: Vec<f64> = Vec::new();
    let (mut special_sum, mut infinity_sum) = (0.0_f64, 0.0_f64);
    for value in values {
        let mut x = value;
        let mut kept = 0;
        for index in 0..partials.len() {
            let mut y = partials.get(index).copied().unwrap_or(0.0);
            if x.abs() < y.abs() {
                std::mem::swap(&mut x, &mut y);
            }
            let high = x + y;
            let low = y - (high - x);
            if low != 0.0 {
                if let Some(slot) = partials.get_mut(kept) {
                    *slot = low;
                }
                kept += 1;
            }
            x = high;
        }
        partials.truncate(kept);
        if x == 0.0 {
            continue;
        }
        if x.is_finite() {
            partials.push(x);
            continue;
        }
        if value.is_finite() {
            return Err(FormatError::overflow("intermediate overflow in fsum"));
        }
        if value.is_infinite() {
            infinity_sum += value;
        }
        special_sum += value;
        partials.clear();
    }
    if special_sum != 0.0 {
        if infinity_sum.is_nan() {
            return Err(FormatError::value("-inf + inf in fsum"));
        }
        return Ok(special_sum);
    }
    Ok(round_partials(&partials))
}

/// The sum of non-overlapping partials in ascending order of magnitude, rounded half to even.
fn round_partials(partials: &[f64]) -> f64 {
    let mut rest = partials.iter().rev().copied();
    let Some(mut high) = rest.next() else { return 0.0 };
    let mut low = 0.0;
    for y in rest.by_ref() {
        let x = high;
        high = x + y;
        low = y - (high - x);
        if low != 0.0 {
            break;
        }
    }
    // A tie was rounded without sight of the partials below: they decide it.
    if let Some(next) = rest.next()
        && ((low < 0.0 && next < 0.0) || (low > 0.0 && next > 0.0))
    {
        let y = low * 2.0;
        let x = high + y;
        if y == x - high {
            high = x;
        }
    }
    high
}

#[cfg(test)]
#[path = "float_ops_tests.rs"]
mod tests;
