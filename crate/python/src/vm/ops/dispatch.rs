//! Special methods of operators: which are asked, in which order.

use super::Method;
use crate::code::{BinOp, UnaryOp};
use crate::error::Res;
use crate::object::{Sym, sym};
use crate::value::Value;
use crate::vm::Vm;

/// `__op__`, `__rop__` and `__iop__` of an operator.
const METHODS: [(Sym, Sym, Sym, &str); 13] = [
    (sym::ADD, sym::RADD, sym::IADD, "+"),
    (sym::SUB, sym::RSUB, sym::ISUB, "-"),
    (sym::MUL, sym::RMUL, sym::IMUL, "*"),
    (sym::MATMUL, sym::RMATMUL, sym::IMATMUL, "@"),
    (sym::TRUEDIV, sym::RTRUEDIV, sym::ITRUEDIV, "/"),
    (sym::FLOORDIV, sym::RFLOORDIV, sym::IFLOORDIV, "//"),
    (sym::MOD, sym::RMOD, sym::IMOD, "%"),
    (sym::POW, sym::RPOW, sym::IPOW, "**"),
    (sym::LSHIFT, sym::RLSHIFT, sym::ILSHIFT, "<<"),
    (sym::RSHIFT, sym::RRSHIFT, sym::IRSHIFT, ">>"),
    (sym::AND, sym::RAND, sym::IAND, "&"),
    (sym::OR, sym::ROR, sym::IOR, "|"),
    (sym::XOR, sym::RXOR, sym::IXOR, "^"),
];

/// How an operator is written.
pub(super) fn operator_text(op: BinOp) -> &'static str {
    METHODS[op as usize].3
}

pub(super) fn reflected_method(op: BinOp) -> Sym {
    METHODS[op as usize].1
}

pub(super) fn inplace_method(op: BinOp) -> Sym {
    METHODS[op as usize].2
}

/// The method of a unary operator, and what errors call it.
pub(super) fn unary_method(op: UnaryOp) -> (Sym, &'static str) {
    match op {
        UnaryOp::Neg => (sym::NEG, "unary -"),
        UnaryOp::Pos => (sym::POS, "unary +"),
        UnaryOp::Invert => (sym::INVERT, "unary ~"),
        UnaryOp::Not => (sym::BOOL, "not"),
    }
}

impl Vm {
    /// `a op b` when at least one is an instance: the left operand's method, then the right one's reflected method; the
    /// other way round when the right class derives from the left one and has a method of its own.
    pub(super) fn binary_methods(&mut self, op: BinOp, a: Value, b: Value, inplace: bool) -> Res {
        let (method, reflected, _, _) = METHODS[op as usize];
        let (left_class, right_class) = (self.type_of(a), self.type_of(b));
        let mut right = Method::Builtin;
        if left_class != right_class {
            right = self.own_method(b, reflected);
            if let Method::Own(found) = right
                && self.is_subclass(right_class, left_class)
                && self.special(a, reflected) != Some(found)
            {
                let result = self.call_own(found, b, reflected, &[a])?;
                if result != Value::NOT_IMPLEMENTED {
                    return Ok(result);
                }
                right = Method::Builtin;
            }
        }
        match self.own_method(a, method) {
            Method::Own(found) => {
                let result = self.call_own(found, a, method, &[b])?;
                if result != Value::NOT_IMPLEMENTED {
                    return Ok(result);
                }
                // A dict or a view on the right has an operator of its own.
                if (self.dict_ref(b).is_some() || self.is_set_view(b))
                    && !self.has_methods(b)
                    && let Some(result) = self.builtin_binary(op, a, b)?
                {
                    return Ok(result);
                }
            }
            Method::Refused => return Err(self.unsupported_binary(op, a, b, inplace)),
            Method::Builtin => {
                if let Some(result) = self.builtin_binary(op, a, b)? {
                    return Ok(result);
                }
            }
        }
        if let Method::Own(found) = right {
            let result = self.call_own(found, b, reflected, &[a])?;
            if result != Value::NOT_IMPLEMENTED {
                return Ok(result);
            }
        }
        if let Some(result) = self.builtin_sequence_op(op, a, b, inplace)? {
            return Ok(result);
        }
        Err(self.unsupported_binary(op, a, b, inplace))
    }
}
