//! Arithmetic of integers that lie in the value itself: the fast ways of the run loop.
//! `None` sends the instruction the general way.

use crate::code::{BinOp, CmpOp};
use crate::value::Value;

/// The product when it surely fits 64 bits.
#[inline]
pub(super) fn multiply(x: i64, y: i64) -> Option<i64> {
    // Two 32-bit factors need no check; `checked_mul` is a library call in wasm.
    if i32::try_from(x).is_ok() && i32::try_from(y).is_ok() { Some(x * y) } else { x.checked_mul(y) }
}

#[inline]
pub(super) fn floor_divide(x: i64, y: i64) -> Option<i64> {
    if y == 0 {
        return None;
    }
    let quotient = x / y;
    Some(if x % y != 0 && (x < 0) != (y < 0) { quotient - 1 } else { quotient })
}

#[inline]
pub(super) fn modulo(x: i64, y: i64) -> Option<i64> {
    if y == 0 {
        return None;
    }
    let rest = x % y;
    Some(if rest != 0 && (rest < 0) != (y < 0) { rest + y } else { rest })
}

#[inline]
pub(super) fn int_binary(op: BinOp, x: i64, y: i64) -> Option<Value> {
    let value = match op {
        BinOp::Add => Some(x + y),
        BinOp::Sub => Some(x - y),
        BinOp::Mul => multiply(x, y),
        BinOp::FloorDiv => floor_divide(x, y),
        BinOp::Mod => modulo(x, y),
        BinOp::And => Some(x & y),
        BinOp::Or => Some(x | y),
        BinOp::Xor => Some(x ^ y),
        BinOp::RShift if (0..64).contains(&y) => Some(x >> y),
        BinOp::LShift if (0..16).contains(&y) => Some(x << y),
        _ => None,
    };
    value.and_then(Value::small_int)
}

#[inline]
pub(super) fn int_compare(op: CmpOp, x: i64, y: i64) -> bool {
    match op {
        CmpOp::Lt => x < y,
        CmpOp::Le => x <= y,
        CmpOp::Eq => x == y,
        CmpOp::Ne => x != y,
        CmpOp::Gt => x > y,
        CmpOp::Ge => x >= y,
    }
}
