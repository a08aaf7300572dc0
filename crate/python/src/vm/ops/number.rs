//! Numbers as Rust sees them: one view on small, wide and big integers, booleans, floats and complex numbers.

use std::borrow::Cow;

use num_bigint::BigInt;

use crate::object::{Object, Payload};
use crate::text::{FormatError, float_ops};
use crate::value::{Unpacked, Value};
use crate::vm::Vm;

/// A number; big integers stay where they are.
#[derive(Debug, Clone, Copy)]
pub(super) enum Num<'a> {
    Int(i64),
    /// Beyond 64 bits.
    Wide(i128),
    Big(&'a BigInt),
    Float(f64),
    Complex(f64, f64),
}

impl<'a> Num<'a> {
    /// The integer, when it is one.
    pub fn integer(self) -> Option<Cow<'a, BigInt>> {
        match self {
            Num::Int(i) => Some(Cow::Owned(BigInt::from(i))),
            Num::Wide(n) => Some(Cow::Owned(BigInt::from(n))),
            Num::Big(n) => Some(Cow::Borrowed(n)),
            Num::Float(_) | Num::Complex(..) => None,
        }
    }

    /// As a float; a complex number has none.
    pub fn float(self) -> Result<Option<f64>, FormatError> {
        match self {
            Num::Int(i) => Ok(Some(i as f64)),
            Num::Wide(n) => Ok(Some(n as f64)),
            Num::Big(n) => float_ops::int_to_float(n).map(Some),
            Num::Float(f) => Ok(Some(f)),
            Num::Complex(..) => Ok(None),
        }
    }

    pub fn complex(self) -> Result<(f64, f64), FormatError> {
        match self {
            Num::Complex(re, im) => Ok((re, im)),
            real => Ok((real.float()?.unwrap_or(0.0), 0.0)),
        }
    }

    pub fn is_integer(self) -> bool {
        matches!(self, Num::Int(_) | Num::Wide(_) | Num::Big(_))
    }

    /// Bits of an integer's magnitude.
    pub fn bits(self) -> u64 {
        match self {
            Num::Int(i) => u64::from(64 - i.unsigned_abs().leading_zeros()),
            Num::Wide(n) => u64::from(128 - n.unsigned_abs().leading_zeros()),
            Num::Big(n) => n.bits(),
            Num::Float(_) | Num::Complex(..) => 64,
        }
    }
}

impl Vm {
    /// The number behind a value, also for subclasses of the number types.
    #[inline]
    pub(super) fn number(&self, value: Value) -> Option<Num<'_>> {
        match value.unpack() {
            Unpacked::Int(i) => Some(Num::Int(i)),
            Unpacked::Float(f) => Some(Num::Float(f)),
            Unpacked::Bool(b) => Some(Num::Int(i64::from(b))),
            Unpacked::Ref(r) => match self.heap.get(r) {
                Object::Wide(n) => Some(n.as_i64().map_or_else(|| Num::Wide(n.get()), Num::Int)),
                Object::Big(n) => Some(Num::Big(n)),
                Object::Complex(re, im) => Some(Num::Complex(*re, *im)),
                Object::Instance(instance) => match instance.payload {
                    // The payload is a plain value, so this does not go deeper.
                    Payload::Value(inner) => self.number(inner),
                    _ => None,
                },
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether a value is an `int` or `bool`, or an instance of a subclass.
    pub(super) fn is_int(&self, value: Value) -> bool {
        self.number(value).is_some_and(Num::is_integer)
    }
}
