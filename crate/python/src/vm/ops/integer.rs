//! Arithmetic of `int`: 64 bits where they do, any size where not, with a bound on the size of results so that
//! `10 ** 10 ** 8` fails at once instead of filling the tab.

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{One, ToPrimitive, Zero};

use crate::code::BinOp;
use crate::text::{ErrorKind, FormatError, float_ops};

/// Most bits of an integer that an operation makes: 2.5 million decimal digits.
pub(super) const MAX_INT_BITS: u64 = 1 << 23;
/// Most steps (of 64 by 64 bits) that one division may take; division is quadratic.
const MAX_DIVISION_STEPS: u64 = 1 << 29;

/// The result of an operation on integers.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Answer {
    Int(i64),
    Big(BigInt),
    Float(f64),
}

/// The error of a result that would be too large.
pub(super) fn too_large(bits: u64) -> FormatError {
    let digits = bits.saturating_mul(30_103) / 100_000;
    let most = MAX_INT_BITS * 30_103 / 100_000;
    FormatError::new(
        ErrorKind::Memory,
        format!("the result would have about {digits} digits; an integer may have at most {most} here"),
    )
}

/// Fails when an integer of so many bits may not be made.
pub(super) fn check_bits(bits: u64) -> Result<(), FormatError> {
    if bits > MAX_INT_BITS { Err(too_large(bits)) } else { Ok(()) }
}

fn negative_shift() -> FormatError {
    FormatError::value("negative shift count")
}

fn zero_divisor(op: BinOp) -> FormatError {
    FormatError::zero_division(match op {
        BinOp::TrueDiv => "division by zero",
        BinOp::Mod => "integer modulo by zero",
        _ => "integer division or modulo by zero",
    })
}

/// `x // y`, rounded down; `None` on overflow. `y` is not zero.
pub(super) fn floor_div(x: i64, y: i64) -> Option<i64> {
    let quotient = x.checked_div(y)?;
    Some(if x % y != 0 && (x < 0) != (y < 0) { quotient - 1 } else { quotient })
}

/// `x % y`, with the sign of `y`, which is not zero.
pub(super) fn floor_mod(x: i64, y: i64) -> i64 {
    let rest = x.wrapping_rem(y);
    if rest != 0 && (rest < 0) != (y < 0) { rest + y } else { rest }
}

/// An operation on 64-bit integers; `None` when the result needs more bits.
pub(super) fn small(op: BinOp, x: i64, y: i64) -> Result<Option<Answer>, FormatError> {
    let int = match op {
        BinOp::Add => x.checked_add(y),
        BinOp::Sub => x.checked_sub(y),
        BinOp::Mul => x.checked_mul(y),
        BinOp::TrueDiv | BinOp::FloorDiv | BinOp::Mod if y == 0 => return Err(zero_divisor(op)),
        BinOp::TrueDiv => return true_div(x, y).map(|f| Some(Answer::Float(f))),
        BinOp::FloorDiv => floor_div(x, y),
        BinOp::Mod => Some(floor_mod(x, y)),
        BinOp::LShift | BinOp::RShift if y < 0 => return Err(negative_shift()),
        BinOp::LShift => {
            if x == 0 {
                Some(0)
            } else {
                u32::try_from(y).ok().filter(|&y| y < 63 && (x << y) >> y == x).map(|y| x << y)
            }
        }
        BinOp::RShift => Some(x >> y.min(63)),
        BinOp::And => Some(x & y),
        BinOp::Or => Some(x | y),
        BinOp::Xor => Some(x ^ y),
        BinOp::Pow | BinOp::MatMul => None,
    };
    Ok(int.map(Answer::Int))
}

/// An operation on integers of up to 128 bits with an integer result; `None` when it
/// needs more bits, is an error, or is seldom asked for.
#[inline]
pub(super) fn wide(op: BinOp, x: i128, y: i128) -> Option<i128> {
    match op {
        BinOp::Add => x.checked_add(y),
        BinOp::Sub => x.checked_sub(y),
        BinOp::Mul => match (i64::try_from(x), i64::try_from(y)) {
            // Factors of 64 bits need no check.
            (Ok(x), Ok(y)) => Some(i128::from(x) * i128::from(y)),
            _ => x.checked_mul(y),
        },
        BinOp::FloorDiv | BinOp::Mod => match (i64::try_from(x), i64::try_from(y)) {
            (Ok(x), Ok(y)) if y != 0 => match op {
                BinOp::Mod => Some(i128::from(floor_mod(x, y))),
                _ => floor_div(x, y).map(i128::from),
            },
            // Both not negative: rounding down is what the division does.
            _ if x >= 0 && y > 0 => Some(if op == BinOp::Mod { x % y } else { x / y }),
            _ => None,
        },
        BinOp::LShift if (0..127).contains(&y) => {
            let shifted = x << y;
            (shifted >> y == x).then_some(shifted)
        }
        BinOp::RShift if y >= 0 => Some(x >> y.min(127)),
        BinOp::And => Some(x & y),
        BinOp::Or => Some(x | y),
        BinOp::Xor => Some(x ^ y),
        _ => None,
    }
}

/// Integers up to 2^53 divide exactly as floats do.
fn true_div(x: i64, y: i64) -> Result<f64, FormatError> {
    const EXACT: u64 = 1 << 53;
    if x.unsigned_abs() <= EXACT && y.unsigned_abs() <= EXACT {
        return Ok(x as f64 / y as f64);
    }
    float_ops::int_true_divide(&BigInt::from(x), &BigInt::from(y))
}

/// An operation on integers of any size.
pub(super) fn big(op: BinOp, x: &BigInt, y: &BigInt) -> Result<Answer, FormatError> {
    let result = match op {
        BinOp::Add => x + y,
        BinOp::Sub => x - y,
        BinOp::Mul => {
            check_bits(x.bits() + y.bits())?;
            x * y
        }
        BinOp::TrueDiv => return float_ops::int_true_divide(x, y).map(Answer::Float),
        BinOp::FloorDiv | BinOp::Mod => {
            if y.is_zero() {
                return Err(zero_divisor(op));
            }
            check_division(x, y)?;
            if op == BinOp::Mod { x.mod_floor(y) } else { x.div_floor(y) }
        }
        BinOp::LShift => return left_shift(x, y).map(Answer::Big),
        BinOp::RShift => return right_shift(x, y).map(Answer::Big),
        BinOp::And => x & y,
        BinOp::Or => x | y,
        BinOp::Xor => x ^ y,
        BinOp::Pow | BinOp::MatMul => return Err(FormatError::type_error("not an operation on integers")),
    };
    Ok(Answer::Big(result))
}

/// Fails when a division would take too long to be stopped.
pub(super) fn check_division(x: &BigInt, y: &BigInt) -> Result<(), FormatError> {
    let (x_words, y_words) = (x.bits() / 64 + 1, y.bits() / 64 + 1);
    let steps = x_words.saturating_sub(y_words).saturating_mul(y_words);
    if steps > MAX_DIVISION_STEPS {
        return Err(FormatError::new(
            ErrorKind::Memory,
            format!("dividing integers of {} and {} bits takes too long here", x.bits(), y.bits()),
        ));
    }
    Ok(())
}

fn left_shift(x: &BigInt, by: &BigInt) -> Result<BigInt, FormatError> {
    if by.sign() == Sign::Minus {
        return Err(negative_shift());
    }
    if x.is_zero() {
        return Ok(BigInt::ZERO);
    }
    let Some(by) = by.to_u64() else { return Err(FormatError::overflow("too many digits in integer")) };
    check_bits(x.bits().saturating_add(by))?;
    Ok(x << by)
}

fn right_shift(x: &BigInt, by: &BigInt) -> Result<BigInt, FormatError> {
    if by.sign() == Sign::Minus {
        return Err(negative_shift());
    }
    Ok(match by.to_u64() {
        Some(by) if by <= x.bits() => x >> by,
        _ if x.sign() == Sign::Minus => -BigInt::one(),
        _ => BigInt::ZERO,
    })
}

/// `base ** exponent` for an exponent that is not negative.
pub(super) fn power(base: &BigInt, exponent: &BigInt) -> Result<BigInt, FormatError> {
    if exponent.is_zero() || base.is_one() {
        return Ok(BigInt::one());
    }
    if base.is_zero() {
        return Ok(BigInt::ZERO);
    }
    if base.magnitude().is_one() {
        return Ok(if exponent.is_odd() { -BigInt::one() } else { BigInt::one() });
    }
    let bits = (base.bits() - 1).max(1);
    let Some(exponent) = exponent.to_u32() else { return Err(too_large(u64::MAX)) };
    check_bits(bits.saturating_mul(u64::from(exponent)))?;
    Ok(base.pow(exponent))
}

/// How many steps of the limits a multiplication or division of so many bits counts.
pub(super) fn cost(x_bits: u64, y_bits: u64) -> u64 {
    let (x, y) = (x_bits / 64 + 1, y_bits / 64 + 1);
    x.saturating_mul(y) / 64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(op: BinOp, x: i64, y: i64, expect: i64) {
        assert_eq!(small(op, x, y).ok().flatten(), Some(Answer::Int(expect)), "{op:?} {x} {y}");
        assert_eq!(big(op, &x.into(), &y.into()), Ok(Answer::Big(expect.into())), "{op:?} {x} {y}");
    }

    #[test]
    fn division_rounds_down() {
        for (x, y, quotient, rest) in [(7, 2, 3, 1), (-7, 2, -4, 1), (7, -2, -4, -1), (-7, -2, 3, -1), (6, -3, -2, 0)] {
            check(BinOp::FloorDiv, x, y, quotient);
            check(BinOp::Mod, x, y, rest);
        }
        assert_eq!(small(BinOp::FloorDiv, i64::MIN, -1), Ok(None));
        assert_eq!(small(BinOp::Mod, i64::MIN, -1), Ok(Some(Answer::Int(0))));
    }

    #[test]
    fn shifts_grow_and_end() {
        check(BinOp::LShift, 3, 4, 48);
        check(BinOp::RShift, -5, 1, -3);
        check(BinOp::RShift, -5, 400, -1);
        check(BinOp::RShift, 5, 400, 0);
        assert_eq!(small(BinOp::LShift, 1, 63), Ok(None));
        assert!(small(BinOp::LShift, 1, -1).is_err());
        let error = big(BinOp::LShift, &BigInt::one(), &BigInt::from(1_u64 << 40)).map_err(|e| e.kind);
        assert_eq!(error, Err(ErrorKind::Memory));
    }

    #[test]
    fn wide_answers_are_those_of_big_integers() {
        let numbers = [0, 1, -1, 7, -7, 63, 64, 127, 1 << 48, -(1 << 63), 1 << 63, (1 << 64) - 1, i128::MAX, i128::MIN];
        let ops = [BinOp::Add, BinOp::Sub, BinOp::Mul, BinOp::FloorDiv, BinOp::Mod, BinOp::LShift, BinOp::RShift];
        for op in ops.into_iter().chain([BinOp::And, BinOp::Or, BinOp::Xor]) {
            for (x, y) in numbers.into_iter().flat_map(|x| numbers.map(|y| (x, y))) {
                if let Some(n) = wide(op, x, y) {
                    assert_eq!(big(op, &x.into(), &y.into()), Ok(Answer::Big(n.into())), "{op:?} {x} {y}");
                }
            }
        }
    }

    #[test]
    fn powers_are_bounded() {
        assert_eq!(power(&BigInt::from(-2), &BigInt::from(5)), Ok(BigInt::from(-32)));
        assert_eq!(power(&BigInt::from(-1), &BigInt::from(u64::MAX)), Ok(BigInt::from(-1)));
        let error = power(&BigInt::from(10), &BigInt::from(100_000_000)).map_err(|e| e.message);
        assert_eq!(
            error,
            Err("the result would have about 90309000 digits; an integer may have at most 2525222 here".to_string())
        );
    }
}
