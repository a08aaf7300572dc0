//! A Python value in 8 bytes: a float, or a NaN that hides a small integer, a
//! constant, or a reference into the heap of its machine.
//!
//! ```text
//! anything below 0xFFF9_0000_0000_0000   a float (NaN is made canonical)
//! 0xFFF9 | 48 bits                        a signed integer
//! 0xFFFA | 32 bits                        a heap reference
//! 0xFFFB | n                              unbound, None, False, True, ...
//! ```
//! A value is a plain copy: it keeps nothing alive. What is not reachable from
//! the roots of the machine is freed at the next collection.

use crate::object::Type;

const INT_TAG: u64 = 0xFFF9;
const REF_TAG: u64 = 0xFFFA;
const CONST_TAG: u64 = 0xFFFB;
const BOXED: u64 = INT_TAG << 48;
const PAYLOAD: u64 = (1 << 48) - 1;

/// The largest integer that a value holds without the heap.
pub const SMALL_INT_MAX: i64 = (1 << 47) - 1;
pub const SMALL_INT_MIN: i64 = -(1 << 47);

/// A place in the heap.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Ref(pub u32);

impl Ref {
    #[must_use]
    pub const fn of(ty: Type) -> Self {
        Self(ty as u32)
    }
}

/// A Python value. `==` is identity (`is`), save that floats are compared by bits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Value(u64);

/// What a value is, without looking into the heap.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Unpacked {
    Float(f64),
    Int(i64),
    Ref(Ref),
    Bool(bool),
    None,
    NotImplemented,
    Ellipsis,
    Unbound,
}

impl Value {
    pub const UNBOUND: Self = Self(CONST_TAG << 48);
    pub const NONE: Self = Self(CONST_TAG << 48 | 1);
    pub const FALSE: Self = Self(CONST_TAG << 48 | 2);
    pub const TRUE: Self = Self(CONST_TAG << 48 | 3);
    pub const NOT_IMPLEMENTED: Self = Self(CONST_TAG << 48 | 4);
    pub const ELLIPSIS: Self = Self(CONST_TAG << 48 | 5);

    #[inline]
    #[must_use]
    pub const fn bool(b: bool) -> Self {
        if b { Self::TRUE } else { Self::FALSE }
    }

    #[inline]
    #[must_use]
    pub fn float(f: f64) -> Self {
        if f.is_nan() { Self(0x7FF8 << 48) } else { Self(f.to_bits()) }
    }

    /// An integer that fits 48 bits; others go to the heap (`Vm::int`).
    #[inline]
    #[must_use]
    pub const fn small_int(i: i64) -> Option<Self> {
        if i >= SMALL_INT_MIN && i <= SMALL_INT_MAX { Some(Self::small_int_wrapping(i)) } else { None }
    }

    /// An integer known to fit 48 bits.
    #[inline]
    #[must_use]
    pub const fn small_int_wrapping(i: i64) -> Self {
        Self(BOXED | (i as u64 & PAYLOAD))
    }

    #[inline]
    #[must_use]
    pub const fn object(r: Ref) -> Self {
        Self(REF_TAG << 48 | r.0 as u64)
    }

    /// The class object of a builtin type.
    #[inline]
    #[must_use]
    pub const fn class(ty: Type) -> Self {
        Self::object(Ref::of(ty))
    }

    #[inline]
    #[must_use]
    pub const fn as_small_int(self) -> Option<i64> {
        if self.0 >> 48 == INT_TAG { Some(((self.0 << 16) as i64) >> 16) } else { None }
    }

    #[inline]
    #[must_use]
    pub fn as_float(self) -> Option<f64> {
        if self.0 < BOXED { Some(f64::from_bits(self.0)) } else { None }
    }

    #[inline]
    #[must_use]
    pub const fn as_ref(self) -> Option<Ref> {
        if self.0 >> 48 == REF_TAG { Some(Ref(self.0 as u32)) } else { None }
    }

    #[inline]
    #[must_use]
    pub fn as_bool(self) -> Option<bool> {
        match self {
            Self::TRUE => Some(true),
            Self::FALSE => Some(false),
            _ => None,
        }
    }

    #[inline]
    #[must_use]
    pub fn is_none(self) -> bool {
        self == Self::NONE
    }

    #[inline]
    #[must_use]
    pub fn is_unbound(self) -> bool {
        self == Self::UNBOUND
    }

    #[must_use]
    pub fn unpack(self) -> Unpacked {
        match self.0 >> 48 {
            INT_TAG => Unpacked::Int(((self.0 << 16) as i64) >> 16),
            REF_TAG => Unpacked::Ref(Ref(self.0 as u32)),
            CONST_TAG => match self {
                Self::NONE => Unpacked::None,
                Self::FALSE => Unpacked::Bool(false),
                Self::TRUE => Unpacked::Bool(true),
                Self::NOT_IMPLEMENTED => Unpacked::NotImplemented,
                Self::ELLIPSIS => Unpacked::Ellipsis,
                _ => Unpacked::Unbound,
            },
            _ => Unpacked::Float(f64::from_bits(self.0)),
        }
    }

    /// A number that differs for different objects: Python's `id`.
    #[must_use]
    pub fn identity(self) -> u64 {
        self.0
    }
}

impl std::fmt::Debug for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.unpack())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packs_and_unpacks() {
        for i in [0, 1, -1, SMALL_INT_MAX, SMALL_INT_MIN, 12345] {
            assert_eq!(Value::small_int(i).and_then(Value::as_small_int), Some(i));
        }
        assert_eq!(Value::small_int(SMALL_INT_MAX + 1), None);
        for f in [0.0, -0.0, 1.5, f64::INFINITY, f64::NEG_INFINITY, f64::MIN_POSITIVE] {
            assert_eq!(Value::float(f).as_float().map(f64::to_bits), Some(f.to_bits()));
        }
        let negative_nan = f64::from_bits(0xFFFB_0000_0000_0001);
        assert!(Value::float(negative_nan).as_float().is_some_and(f64::is_nan));
        assert_eq!(Value::object(Ref(7)).unpack(), Unpacked::Ref(Ref(7)));
        assert_eq!(Value::TRUE.as_bool(), Some(true));
    }
}
