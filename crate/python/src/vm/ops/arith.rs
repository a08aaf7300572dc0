//! Binary and unary operators: fast paths, numbers, and who may answer otherwise.

use super::Method;
use super::dispatch::{operator_text, unary_method};
use super::integer::{self, Answer};
use super::number::Num;
use crate::code::{BinOp, UnaryOp};
use crate::error::{Res, Unwind};
use crate::object::Object;
use crate::text::{FormatError, float_ops};
use crate::value::Value;
use crate::vm::Vm;

/// Below so many bits big arithmetic is not worth counting.
const COUNTED_BITS: u64 = 1 << 13;

impl Vm {
    /// `a op b`
    ///
    /// # Errors
    /// What the operator raises.
    #[inline]
    pub fn binary(&mut self, op: BinOp, a: Value, b: Value) -> Res {
        if let Some(result) = fast_binary(op, a, b) {
            return Ok(result);
        }
        if let Some(result) = self.wide_binary(op, a, b) {
            return Ok(result);
        }
        self.binary_slow(op, a, b, false)
    }

    /// `a op b` of plain integers of up to 128 bits, when the result is one too.
    #[inline]
    pub(super) fn wide_binary(&mut self, op: BinOp, a: Value, b: Value) -> Option<Value> {
        // `True & False` is a bool.
        if a.as_bool().is_some() && b.as_bool().is_some() {
            return None;
        }
        let (x, y) = (self.plain_wide(a)?, self.plain_wide(b)?);
        integer::wide(op, x, y).map(|n| self.wide(n))
    }

    /// An `int` of up to 128 bits or a `bool`, not of another subclass.
    #[inline]
    fn plain_wide(&self, value: Value) -> Option<i128> {
        if let Some(i) = value.as_small_int() {
            return Some(i128::from(i));
        }
        if let Some(b) = value.as_bool() {
            return Some(i128::from(b));
        }
        match self.heap.object(value)? {
            Object::Wide(n) => Some(n.get()),
            _ => None,
        }
    }

    /// `a op b`; `inplace` only changes the words of errors.
    pub(super) fn binary_slow(&mut self, op: BinOp, a: Value, b: Value, inplace: bool) -> Res {
        if self.has_methods(a) || self.has_methods(b) {
            return self.binary_methods(op, a, b, inplace);
        }
        if let Some(result) = self.builtin_binary(op, a, b)? {
            return Ok(result);
        }
        if let Some(result) = self.builtin_sequence_op(op, a, b, inplace)? {
            return Ok(result);
        }
        Err(self.unsupported_binary(op, a, b, inplace))
    }

    /// What the builtin types make of `a op b`, instances counting as what they carry; concatenation and repetition
    /// come later, because the right operand may answer first.
    pub(super) fn builtin_binary(&mut self, op: BinOp, a: Value, b: Value) -> Res<Option<Value>> {
        if self.number(a).is_some() && self.number(b).is_some() {
            return self.number_binary(op, a, b);
        }
        match op {
            BinOp::Mod => self.percent_operator(a, b),
            BinOp::Or | BinOp::And | BinOp::Xor | BinOp::Sub => self.set_operator(op, a, b),
            _ => Ok(None),
        }
    }

    /// `a op b` of two numbers.
    fn number_binary(&mut self, op: BinOp, a: Value, b: Value) -> Res<Option<Value>> {
        if let (Some(x), Some(y)) = (a.as_bool(), b.as_bool()) {
            match op {
                BinOp::And => return Ok(Some(Value::bool(x & y))),
                BinOp::Or => return Ok(Some(Value::bool(x | y))),
                BinOp::Xor => return Ok(Some(Value::bool(x ^ y))),
                _ => {}
            }
        }
        if op == BinOp::MatMul {
            return Ok(None);
        }
        if op == BinOp::Pow {
            return self.number_power(a, b);
        }
        let (Some(x), Some(y)) = (self.number(a), self.number(b)) else { return Ok(None) };
        match (x, y) {
            (Num::Int(x), Num::Int(y)) => {
                let result = self.checked(integer::small(op, x, y))?;
                match result {
                    Some(answer) => Ok(Some(self.answer(answer))),
                    None => self.big_binary(op, a, b).map(Some),
                }
            }
            (Num::Complex(..), _) | (_, Num::Complex(..)) => {
                let result = x.complex().and_then(|x| super::complex::binary(op, x, y.complex()?));
                let result = self.checked(result)?;
                Ok(result.map(|(re, im)| self.complex(re, im)))
            }
            (Num::Float(_), _) | (_, Num::Float(_)) => {
                let result = float_of(x).and_then(|x| float_binary(op, x, float_of(y)?));
                Ok(self.checked(result)?.map(Value::float))
            }
            _ => self.big_binary(op, a, b).map(Some),
        }
    }

    fn big_binary(&mut self, op: BinOp, a: Value, b: Value) -> Res {
        let bits = |n: Option<Num<'_>>| n.map_or(0, Num::bits);
        let (x_bits, y_bits) = (bits(self.number(a)), bits(self.number(b)));
        if x_bits.min(y_bits) > COUNTED_BITS && matches!(op, BinOp::Mul | BinOp::FloorDiv | BinOp::Mod) {
            self.tick(integer::cost(x_bits, y_bits))?;
        }
        let x = self.number(a).and_then(Num::integer);
        let y = self.number(b).and_then(Num::integer);
        let result = match (x, y) {
            (Some(x), Some(y)) => integer::big(op, &x, &y),
            _ => Err(FormatError::type_error("an integer is required")),
        };
        let answer = self.checked(result)?;
        Ok(self.answer(answer))
    }

    pub(super) fn answer(&mut self, answer: Answer) -> Value {
        match answer {
            Answer::Int(i) => self.int(i),
            Answer::Big(n) => self.big(n),
            Answer::Float(f) => Value::float(f),
        }
    }

    /// `op a`
    ///
    /// # Errors
    /// `TypeError`, or what a special method raises.
    pub fn unary(&mut self, op: UnaryOp, a: Value) -> Res {
        if op == UnaryOp::Not {
            return Ok(Value::bool(!self.truthy(a)?));
        }
        if let (UnaryOp::Neg, Some(f)) = (op, a.as_float()) {
            return Ok(Value::float(-f));
        }
        let (method, text) = unary_method(op);
        match self.own_method(a, method) {
            Method::Own(found) => return self.call_own(found, a, method, &[]),
            Method::Refused => return Err(self.unsupported_unary(text, a)),
            Method::Builtin => {}
        }
        let result = match (op, self.number(a)) {
            (UnaryOp::Neg, Some(Num::Int(i))) => i.checked_neg().map_or_else(|| Answer::Big(-num_bigint::BigInt::from(i)), Answer::Int),
            (UnaryOp::Pos, Some(Num::Int(i))) => Answer::Int(i),
            (UnaryOp::Invert, Some(Num::Int(i))) => Answer::Int(!i),
            (UnaryOp::Neg, Some(Num::Wide(n))) => Answer::Big(-num_bigint::BigInt::from(n)),
            (UnaryOp::Pos, Some(Num::Wide(n))) => return Ok(self.wide(n)),
            (UnaryOp::Invert, Some(Num::Wide(n))) => return Ok(self.wide(!n)),
            (UnaryOp::Neg, Some(Num::Big(n))) => Answer::Big(-n),
            (UnaryOp::Pos, Some(Num::Big(n))) => Answer::Big(n.clone()),
            (UnaryOp::Invert, Some(Num::Big(n))) => Answer::Big(-n - 1),
            (UnaryOp::Neg, Some(Num::Float(f))) => Answer::Float(-f),
            (UnaryOp::Pos, Some(Num::Float(f))) => Answer::Float(f),
            (UnaryOp::Neg, Some(Num::Complex(re, im))) => return Ok(self.complex(-re, -im)),
            (UnaryOp::Pos, Some(Num::Complex(re, im))) => return Ok(self.complex(re, im)),
            _ => return Err(self.unsupported_unary(text, a)),
        };
        Ok(self.answer(result))
    }

    fn unsupported_unary(&mut self, text: &str, a: Value) -> Unwind {
        let name = self.type_name(a);
        self.type_error(format!("bad operand type for {text}: '{name}'"))
    }

    /// `abs(a)`
    ///
    /// # Errors
    /// `TypeError`, or what `__abs__` raises.
    pub fn absolute(&mut self, a: Value) -> Res {
        if let Some(result) = self.call_if_own(a, crate::object::sym::ABS, &[])? {
            return Ok(result);
        }
        let result = match self.number(a) {
            Some(Num::Int(i)) => {
                i.checked_abs().map_or_else(|| Answer::Big(num_bigint::BigInt::from(i.unsigned_abs())), Answer::Int)
            }
            Some(Num::Wide(n)) => Answer::Big(n.unsigned_abs().into()),
            Some(Num::Big(n)) => Answer::Big(n.magnitude().clone().into()),
            Some(Num::Float(f)) => Answer::Float(f.abs()),
            Some(Num::Complex(re, im)) => {
                let size = re.hypot(im);
                if size.is_infinite() && re.is_finite() && im.is_finite() {
                    return Err(self.error(crate::object::Type::OverflowError, "absolute value too large"));
                }
                Answer::Float(size)
            }
            None => return Err(self.unsupported_unary("abs()", a)),
        };
        Ok(self.answer(result))
    }

    /// The `TypeError` of an operator that neither operand knows.
    pub(super) fn unsupported_binary(&mut self, op: BinOp, a: Value, b: Value, inplace: bool) -> Unwind {
        let text = operator_text(op);
        let (left, right) = (self.type_name(a), self.type_name(b));
        let text = match (op, inplace) {
            (BinOp::Pow, false) => "** or pow()".to_string(),
            (_, false) => text.to_string(),
            (_, true) => format!("{text}="),
        };
        self.type_error(format!("unsupported operand type(s) for {text}: '{left}' and '{right}'"))
    }
}

/// What needs neither the heap nor a call.
#[inline]
fn fast_binary(op: BinOp, a: Value, b: Value) -> Option<Value> {
    if let (Some(x), Some(y)) = (a.as_small_int(), b.as_small_int()) {
        return match op {
            // Sums of 48-bit integers fit 64 bits.
            BinOp::Add => Value::small_int(x + y),
            BinOp::Sub => Value::small_int(x - y),
            BinOp::Mul => Value::small_int(x.checked_mul(y)?),
            BinOp::FloorDiv if y != 0 => Value::small_int(integer::floor_div(x, y)?),
            BinOp::Mod if y != 0 => Value::small_int(integer::floor_mod(x, y)),
            BinOp::And => Value::small_int(x & y),
            BinOp::Or => Value::small_int(x | y),
            BinOp::Xor => Value::small_int(x ^ y),
            BinOp::TrueDiv if y != 0 => Some(Value::float(x as f64 / y as f64)),
            _ => None,
        };
    }
    let x = a.as_float().or_else(|| a.as_small_int().map(|i| i as f64))?;
    let y = b.as_float().or_else(|| b.as_small_int().map(|i| i as f64))?;
    match op {
        BinOp::Add => Some(Value::float(x + y)),
        BinOp::Sub => Some(Value::float(x - y)),
        BinOp::Mul => Some(Value::float(x * y)),
        BinOp::TrueDiv if y != 0.0 => Some(Value::float(x / y)),
        _ => None,
    }
}

fn float_of(n: Num<'_>) -> Result<f64, FormatError> {
    n.float().map(|f| f.unwrap_or(0.0))
}

/// `x op y` of floats; `None` for operators that floats do not have.
fn float_binary(op: BinOp, x: f64, y: f64) -> Result<Option<f64>, FormatError> {
    Ok(Some(match op {
        BinOp::Add => x + y,
        BinOp::Sub => x - y,
        BinOp::Mul => x * y,
        BinOp::TrueDiv => float_ops::divide(x, y)?,
        BinOp::FloorDiv => float_ops::floor_divide(x, y)?,
        BinOp::Mod => float_ops::modulo(x, y)?,
        BinOp::Pow => float_ops::power(x, y)?,
        _ => return Ok(None),
    }))
}
