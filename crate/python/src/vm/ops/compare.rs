//! `<`, `<=`, `==`, `!=`, `>`, `>=`: numbers and texts at once, containers element by element, instances by their
//! methods.

use std::cmp::Ordering;

use super::Method;
use super::number::Num;
use crate::code::CmpOp;
use crate::error::{Res, Unwind};
use crate::object::{Object, Sym, sym};
use crate::text::float_ops;
use crate::value::Value;
use crate::vm::Vm;

/// The method of a comparison, how it is written, and the comparison with the operands exchanged.
const METHODS: [(Sym, &str, CmpOp); 6] = [
    (sym::LT, "<", CmpOp::Gt),
    (sym::LE, "<=", CmpOp::Ge),
    (sym::EQ, "==", CmpOp::Eq),
    (sym::NE, "!=", CmpOp::Ne),
    (sym::GT, ">", CmpOp::Lt),
    (sym::GE, ">=", CmpOp::Le),
];

/// Whether an ordering satisfies a comparison; incomparable floats satisfy only `!=`.
#[inline]
pub(super) fn holds(op: CmpOp, ordering: Option<Ordering>) -> bool {
    match op {
        CmpOp::Lt => ordering == Some(Ordering::Less),
        CmpOp::Le => matches!(ordering, Some(Ordering::Less | Ordering::Equal)),
        CmpOp::Eq => ordering == Some(Ordering::Equal),
        CmpOp::Ne => ordering != Some(Ordering::Equal),
        CmpOp::Gt => ordering == Some(Ordering::Greater),
        CmpOp::Ge => matches!(ordering, Some(Ordering::Greater | Ordering::Equal)),
    }
}

/// How two numbers compare; `None` when one is not a number.
fn compare_numbers(x: Num<'_>, y: Num<'_>) -> Option<Ordering> {
    match (x, y) {
        (Num::Int(x), Num::Int(y)) => Some(x.cmp(&y)),
        (Num::Float(x), Num::Float(y)) => x.partial_cmp(&y),
        (Num::Big(x), Num::Big(y)) => Some(x.cmp(y)),
        (Num::Wide(x), Num::Wide(y)) => Some(x.cmp(&y)),
        (Num::Int(x), Num::Wide(y)) => Some(i128::from(x).cmp(&y)),
        (Num::Wide(x), Num::Int(y)) => Some(x.cmp(&i128::from(y))),
        (Num::Int(_) | Num::Wide(_), Num::Big(y)) => Some(0.cmp(&sign(y))),
        (Num::Big(x), Num::Int(_) | Num::Wide(_)) => Some(sign(x).cmp(&0)),
        (Num::Wide(x), Num::Float(y)) => float_ops::compare_float_int(y, &x.into()).map(Ordering::reverse),
        (Num::Float(x), Num::Wide(y)) => float_ops::compare_float_int(x, &y.into()),
        (Num::Int(x), Num::Float(y)) => compare_float_int(y, x).map(Ordering::reverse),
        (Num::Float(x), Num::Int(y)) => compare_float_int(x, y),
        (Num::Big(x), Num::Float(y)) => float_ops::compare_float_int(y, x).map(Ordering::reverse),
        (Num::Float(x), Num::Big(y)) => float_ops::compare_float_int(x, y),
        (Num::Complex(..), _) | (_, Num::Complex(..)) => {
            let (x, y) = (x.complex().ok()?, y.complex().ok()?);
            (x == y).then_some(Ordering::Equal)
        }
    }
}

/// -1 or 1: a big integer is never 0, and lies beyond all 128-bit ones.
fn sign(n: &num_bigint::BigInt) -> i32 {
    if n.sign() == num_bigint::Sign::Minus { -1 } else { 1 }
}

/// Exact for every pair; integers up to 2^53 compare as floats.
fn compare_float_int(x: f64, y: i64) -> Option<Ordering> {
    const EXACT: u64 = 1 << 53;
    if y.unsigned_abs() <= EXACT { x.partial_cmp(&(y as f64)) } else { float_ops::compare_float_int(x, &y.into()) }
}

impl Vm {
    /// `a op b`; instances may answer with any value.
    ///
    /// # Errors
    /// `TypeError`, or what a special method raises.
    #[inline]
    pub fn compare(&mut self, op: CmpOp, a: Value, b: Value) -> Res {
        if let (Some(x), Some(y)) = (a.as_small_int(), b.as_small_int()) {
            return Ok(Value::bool(holds(op, Some(x.cmp(&y)))));
        }
        if let (Some(x), Some(y)) = (a.as_float(), b.as_float()) {
            return Ok(Value::bool(holds(op, x.partial_cmp(&y))));
        }
        self.compare_slow(op, a, b)
    }

    fn compare_slow(&mut self, op: CmpOp, a: Value, b: Value) -> Res {
        if self.has_methods(a) || self.has_methods(b) {
            return self.compare_methods(op, a, b);
        }
        match self.compare_builtin(op, a, b)? {
            Some(result) => Ok(result),
            None => self.compare_default(op, a, b),
        }
    }

    /// `a == b`, where identical values are equal: the equality of containers and look-ups.
    ///
    /// # Errors
    /// What a special method raises.
    #[inline]
    pub fn eq(&mut self, a: Value, b: Value) -> Res<bool> {
        if a == b {
            return Ok(true);
        }
        if a.as_small_int().is_some() && b.as_small_int().is_some() {
            return Ok(false);
        }
        let result = self.compare(CmpOp::Eq, a, b)?;
        self.truthy(result)
    }

    /// `a < b` as sorting asks it.
    ///
    /// # Errors
    /// `TypeError`, or what a special method raises.
    #[inline]
    pub fn lt(&mut self, a: Value, b: Value) -> Res<bool> {
        let result = self.compare(CmpOp::Lt, a, b)?;
        self.truthy(result)
    }

    /// What is left when nobody knows better: identity, or an error.
    fn compare_default(&mut self, op: CmpOp, a: Value, b: Value) -> Res {
        match op {
            CmpOp::Eq => Ok(Value::bool(a == b)),
            CmpOp::Ne => Ok(Value::bool(a != b)),
            _ => Err(self.not_comparable(op, a, b)),
        }
    }

    fn not_comparable(&mut self, op: CmpOp, a: Value, b: Value) -> Unwind {
        let (left, right) = (self.type_name(a), self.type_name(b));
        let text = METHODS[op as usize].1;
        self.type_error(format!("'{text}' not supported between instances of '{left}' and '{right}'"))
    }

    /// Comparison when at least one is an instance: methods of the left operand, then the exchanged ones of the right;
    /// the other way round when the right class derives from the left one.
    fn compare_methods(&mut self, op: CmpOp, a: Value, b: Value) -> Res {
        let swapped = METHODS[op as usize].2;
        let (left, right) = (self.type_of(a), self.type_of(b));
        let right_first = left != right && self.is_subclass(right, left);
        if right_first && let Some(result) = self.compare_own(swapped, b, a)? {
            return Ok(result);
        }
        if let Some(result) = self.compare_own(op, a, b)? {
            return Ok(result);
        }
        if !right_first && let Some(result) = self.compare_own(swapped, b, a)? {
            return Ok(result);
        }
        match self.compare_builtin(op, a, b)? {
            Some(result) => Ok(result),
            None => self.compare_default(op, a, b),
        }
    }

    /// The instance's own answer; `!=` is the opposite of `==` when only that is defined.
    fn compare_own(&mut self, op: CmpOp, a: Value, b: Value) -> Res<Option<Value>> {
        let name = METHODS[op as usize].0;
        match self.own_method(a, name) {
            Method::Own(found) => {
                let result = self.call_own(found, a, name, &[b])?;
                Ok((result != Value::NOT_IMPLEMENTED).then_some(result))
            }
            Method::Builtin if op == CmpOp::Ne => {
                let Method::Own(found) = self.own_method(a, sym::EQ) else { return Ok(None) };
                let result = self.call_own(found, a, sym::EQ, &[b])?;
                if result == Value::NOT_IMPLEMENTED {
                    return Ok(None);
                }
                Ok(Some(Value::bool(!self.truthy(result)?)))
            }
            Method::Builtin | Method::Refused => Ok(None),
        }
    }

    /// What the builtin types say, instances counting as what they carry; `None` when they say nothing.
    ///
    /// # Errors
    /// What comparing elements raises.
    pub fn compare_builtin(&mut self, op: CmpOp, a: Value, b: Value) -> Res<Option<Value>> {
        if let (Some(x), Some(y)) = (self.number(a), self.number(b)) {
            let complex = matches!(x, Num::Complex(..)) || matches!(y, Num::Complex(..));
            if complex && !matches!(op, CmpOp::Eq | CmpOp::Ne) {
                return Ok(None);
            }
            return Ok(Some(Value::bool(holds(op, compare_numbers(x, y)))));
        }
        let (a, b) = (self.plain(a), self.plain(b));
        let (Some(x), Some(y)) = (self.heap.object(a), self.heap.object(b)) else { return Ok(None) };
        let equality = matches!(op, CmpOp::Eq | CmpOp::Ne);
        let result = match (x, y) {
            (Object::Str(x), Object::Str(y)) => match op {
                CmpOp::Eq => x.as_str() == y.as_str(),
                CmpOp::Ne => x.as_str() != y.as_str(),
                // The order of UTF-8 bytes is that of code points.
                _ => holds(op, Some(x.as_str().cmp(y.as_str()))),
            },
            (Object::List(_), Object::List(_)) | (Object::Tuple(_), Object::Tuple(_)) => {
                return self.deeper(|vm| vm.compare_sequences(op, a, b)).map(Some);
            }
            (Object::Bytes(_) | Object::ByteArray(_), Object::Bytes(_) | Object::ByteArray(_)) => {
                holds(op, Some(self.as_bytes(a).cmp(&self.as_bytes(b))))
            }
            (Object::Dict(_), Object::Dict(_)) if equality => {
                let (Some(x), Some(y)) = (self.dict_ref(a), self.dict_ref(b)) else { return Ok(None) };
                let equal = self.deeper(|vm| vm.dicts_equal(x, y))?;
                equal == (op == CmpOp::Eq)
            }
            (Object::Range(x), Object::Range(y)) if equality => {
                let (x, y) = (**x, **y);
                let equal = x.len() == y.len()
                    && (x.is_empty() || (x.start == y.start && (x.len() == 1 || x.step == y.step)));
                equal == (op == CmpOp::Eq)
            }
            (Object::Slice(x), Object::Slice(y)) => {
                let (x, y) = (x.to_vec(), y.to_vec());
                return self.deeper(|vm| vm.compare_items(op, &x, &y)).map(Some);
            }
            (Object::BoundMethod(x), Object::BoundMethod(y)) if equality => {
                let equal = x.receiver == y.receiver && x.function == y.function;
                equal == (op == CmpOp::Eq)
            }
            _ => return self.compare_sets(op, a, b),
        };
        Ok(Some(Value::bool(result)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_compare_exactly() {
        let big = num_bigint::BigInt::from(1_u64 << 63) * 4;
        let limit = 9_007_199_254_740_993_i64;
        let table = [
            (Num::Int(limit), Num::Float(9_007_199_254_740_992.0), Some(Ordering::Greater)),
            (Num::Float(9_007_199_254_740_992.0), Num::Int(limit), Some(Ordering::Less)),
            (Num::Int(1), Num::Float(f64::NAN), None),
            (Num::Big(&big), Num::Float(f64::INFINITY), Some(Ordering::Less)),
            (Num::Int(i64::MAX), Num::Big(&big), Some(Ordering::Less)),
            (Num::Complex(1.0, 0.0), Num::Int(1), Some(Ordering::Equal)),
            (Num::Complex(1.0, 1.0), Num::Int(1), None),
        ];
        for (x, y, expect) in table {
            assert_eq!(compare_numbers(x, y), expect, "{x:?} {y:?}");
        }
    }
}
