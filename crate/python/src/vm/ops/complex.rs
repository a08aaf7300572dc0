//! Arithmetic of `complex`.

use crate::code::BinOp;
use crate::text::{FormatError, float_ops};

type Complex = (f64, f64);

/// Integral exponents up to here are computed by multiplication.
const SMALL_EXPONENT: f64 = 100.0;

/// `x op y`; `None` for operators that complex numbers do not have.
pub(super) fn binary(op: BinOp, x: Complex, y: Complex) -> Result<Option<Complex>, FormatError> {
    Ok(Some(match op {
        BinOp::Add => (x.0 + y.0, x.1 + y.1),
        BinOp::Sub => (x.0 - y.0, x.1 - y.1),
        BinOp::Mul => multiply(x, y),
        BinOp::TrueDiv => divide(x, y)?,
        BinOp::Pow => power(x, y)?,
        _ => return Ok(None),
    }))
}

fn multiply(x: Complex, y: Complex) -> Complex {
    (x.0 * y.0 - x.1 * y.1, x.0 * y.1 + x.1 * y.0)
}

/// Scales by the larger part of the divisor, so that squares do not overflow.
fn divide(x: Complex, y: Complex) -> Result<Complex, FormatError> {
    if y == (0.0, 0.0) {
        return Err(FormatError::zero_division("complex division by zero"));
    }
    if y.0.abs() >= y.1.abs() {
        let ratio = y.1 / y.0;
        let scale = y.0 + y.1 * ratio;
        Ok(((x.0 + x.1 * ratio) / scale, (x.1 - x.0 * ratio) / scale))
    } else {
        let ratio = y.0 / y.1;
        let scale = y.0 * ratio + y.1;
        Ok(((x.0 * ratio + x.1) / scale, (x.1 * ratio - x.0) / scale))
    }
}

/// `x ** y`
pub(super) fn power(x: Complex, y: Complex) -> Result<Complex, FormatError> {
    if y == (0.0, 0.0) {
        return Ok((1.0, 0.0));
    }
    if x == (0.0, 0.0) {
        if y.1 != 0.0 || y.0 < 0.0 {
            return Err(FormatError::zero_division("0.0 to a negative or complex power"));
        }
        return Ok((0.0, 0.0));
    }
    let result = if y.1 == 0.0 && float_ops::is_integer(y.0) && y.0.abs() <= SMALL_EXPONENT {
        integral_power(x, y.0 as i32)?
    } else {
        polar_power(x, y)
    };
    if result.0.is_infinite() || result.1.is_infinite() {
        return Err(FormatError::overflow("complex exponentiation"));
    }
    Ok(result)
}

fn integral_power(x: Complex, exponent: i32) -> Result<Complex, FormatError> {
    let mut result = (1.0, 0.0);
    let mut square = x;
    let mut rest = exponent.unsigned_abs();
    while rest > 0 {
        if rest & 1 == 1 {
            result = multiply(result, square);
        }
        rest >>= 1;
        square = multiply(square, square);
    }
    if exponent < 0 { divide((1.0, 0.0), result) } else { Ok(result) }
}

fn polar_power(x: Complex, y: Complex) -> Complex {
    let (size, angle) = (x.0.hypot(x.1), x.1.atan2(x.0));
    let mut length = size.powf(y.0);
    let mut turn = angle * y.0;
    if y.1 != 0.0 {
        length /= (angle * y.1).exp();
        turn += y.1 * size.ln();
    }
    (length * turn.cos(), length * turn.sin())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_are_cpythons() {
        assert_eq!(power((0.0, 1.0), (2.0, 0.0)), Ok((-1.0, 0.0)));
        assert_eq!(power((-8.0, 0.0), (1.0 / 3.0, 0.0)), Ok((1.000_000_000_000_000_2, 1.732_050_807_568_877_2)));
        assert!(power((0.0, 0.0), (-1.0, 0.0)).is_err());
        assert_eq!(divide((1.0, 2.0), (3.0, 4.0)), Ok((0.44, 0.08)));
    }
}
