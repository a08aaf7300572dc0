//! `**` and `pow`.

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{One, Zero};

use super::integer;
use super::number::Num;
use crate::error::Res;
use crate::object::{Type, sym};
use crate::text::float_ops;
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    /// `a ** b` of two numbers.
    pub(super) fn number_power(&mut self, a: Value, b: Value) -> Res<Option<Value>> {
        let (Some(x), Some(y)) = (self.number(a), self.number(b)) else { return Ok(None) };
        if let (Num::Int(x), Num::Int(y @ 0..)) = (x, y)
            && let Some(result) = u32::try_from(y).ok().and_then(|y| x.checked_pow(y))
        {
            return Ok(Some(self.int(result)));
        }
        if let (Some(x), Some(y)) = (x.integer(), y.integer())
            && y.sign() != Sign::Minus
        {
            let result = integer::power(&x, &y);
            let result = self.checked(result)?;
            self.tick(integer::cost(result.bits(), result.bits()) / 64)?;
            return Ok(Some(self.big(result)));
        }
        let result = match (x.float(), y.float()) {
            (Err(error), _) | (_, Err(error)) => Err(error),
            (Ok(Some(x)), Ok(Some(y))) if x < 0.0 && x.is_finite() && y.is_finite() && y.floor() != y => {
                super::complex::power((x, 0.0), (y, 0.0))
            }
            (Ok(Some(x)), Ok(Some(y))) => {
                let result = float_ops::power(x, y);
                return Ok(Some(Value::float(self.checked(result)?)));
            }
            _ => x.complex().and_then(|x| super::complex::power(x, y.complex()?)),
        };
        let (re, im) = self.checked(result)?;
        Ok(Some(self.complex(re, im)))
    }

    /// `pow(base, exponent, modulus)`
    ///
    /// # Errors
    /// `TypeError` unless all are integers, `ValueError` when there is no such power.
    pub fn power_mod(&mut self, base: Value, exponent: Value, modulus: Value) -> Res {
        if modulus.is_none() {
            return self.binary(crate::code::BinOp::Pow, base, exponent);
        }
        if let Some(result) = self.call_if_own(base, sym::POW, &[exponent, modulus])? {
            return Ok(result);
        }
        let (Some(x), Some(y), Some(m)) = (self.as_big(base), self.as_big(exponent), self.as_big(modulus)) else {
            let numbers = [base, exponent, modulus].iter().all(|&v| self.number(v).is_some());
            if numbers {
                return Err(self.type_error("pow() 3rd argument not allowed unless all arguments are integers"));
            }
            let (a, b, c) = (self.type_name(base), self.type_name(exponent), self.type_name(modulus));
            return Err(self.type_error(format!("unsupported operand type(s) for ** or pow(): '{a}', '{b}', '{c}'")));
        };
        if m.is_zero() {
            return Err(self.value_error("pow() 3rd argument cannot be 0"));
        }
        let words = m.bits() / 64 + 1;
        self.tick(words.saturating_mul(words).saturating_mul(y.bits()) / 256)?;
        let steps = words.saturating_mul(words).saturating_mul(y.bits());
        if steps > 1 << 34 {
            return Err(self.error(Type::MemoryError, "a power of integers this large takes too long here"));
        }
        match modular_power(&x, &y, &m) {
            Some(result) => Ok(self.big(result)),
            None => Err(self.value_error("base is not invertible for the given modulus")),
        }
    }
}

/// `x ** y % m` with the sign of `m`; `None` when `y` is negative and `x` has no inverse.
fn modular_power(x: &BigInt, y: &BigInt, m: &BigInt) -> Option<BigInt> {
    let size = BigInt::from(m.magnitude().clone());
    let result = if y.sign() == Sign::Minus {
        let found = x.mod_floor(&size).extended_gcd(&size);
        if !found.gcd.is_one() {
            return None;
        }
        found.x.mod_floor(&size).modpow(&-y, &size)
    } else {
        x.mod_floor(&size).modpow(y, &size)
    };
    Some(result.mod_floor(m))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modular_powers_take_the_sign_of_the_modulus() {
        let power = |x: i64, y: i64, m: i64| modular_power(&x.into(), &y.into(), &m.into());
        assert_eq!(power(2, 10, 1000), Some(24.into()));
        assert_eq!(power(3, -1, 7), Some(5.into()));
        assert_eq!(power(2, -1, 4), None);
        assert_eq!(power(2, 3, -5), Some((-2).into()));
        assert_eq!(power(5, 3, 1), Some(0.into()));
    }
}
