//! `divmod`: both results of one division.

use num_integer::Integer;

use super::integer;
use super::number::Num;
use crate::error::Res;
use crate::object::sym;
use crate::text::float_ops;
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    /// `divmod(a, b)`
    ///
    /// # Errors
    /// `TypeError`, `ZeroDivisionError`, or what a special method raises.
    pub fn divmod(&mut self, a: Value, b: Value) -> Res {
        for (receiver, method, other) in [(a, sym::DIVMOD, b), (b, sym::RDIVMOD, a)] {
            if let Some(result) = self.call_if_own(receiver, method, &[other])?
                && result != Value::NOT_IMPLEMENTED
            {
                return Ok(result);
            }
        }
        let (x, y) = (self.number(a), self.number(b));
        let pair = match (x, y) {
            (Some(Num::Int(_) | Num::Wide(_) | Num::Big(_)), Some(Num::Int(0))) => {
                return Err(self.error(crate::object::Type::ZeroDivisionError, "integer division or modulo by zero"));
            }
            (Some(Num::Int(x)), Some(Num::Int(y))) if x != i64::MIN => {
                let quotient = integer::floor_div(x, y).unwrap_or(0);
                [self.int(quotient), self.int(integer::floor_mod(x, y))]
            }
            (Some(x), Some(y)) if x.is_integer() && y.is_integer() => match (x.integer(), y.integer()) {
                (Some(x), Some(y)) => {
                    if let Err(error) = integer::check_division(&x, &y) {
                        return Err(self.from_text(error));
                    }
                    let (quotient, rest) = x.div_mod_floor(&y);
                    [self.big(quotient), self.big(rest)]
                }
                _ => return Err(self.no_divmod(a, b)),
            },
            (Some(x), Some(y)) => {
                let pair = match (x.float(), y.float()) {
                    (Err(error), _) | (_, Err(error)) => Err(error),
                    (Ok(Some(x)), Ok(Some(y))) => float_ops::divmod(x, y),
                    _ => return Err(self.no_divmod(a, b)),
                };
                let (quotient, rest) = self.checked(pair)?;
                [Value::float(quotient), Value::float(rest)]
            }
            _ => return Err(self.no_divmod(a, b)),
        };
        Ok(self.tuple(pair.to_vec()))
    }

    fn no_divmod(&mut self, a: Value, b: Value) -> crate::error::Unwind {
        let (left, right) = (self.type_name(a), self.type_name(b));
        self.type_error(format!("unsupported operand type(s) for divmod(): '{left}' and '{right}'"))
    }
}
