//! Integers beyond those that a value holds itself, up to 128 bits.
//!
//! Hashes and generators of random numbers work with 64 bits and products of
//! them; kept in the slot of the heap they need no memory of their own.

/// An integer of up to 128 bits in two words, so that objects need no alignment of 16 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Wide {
    low: u64,
    high: i64,
}

impl Wide {
    #[inline]
    #[must_use]
    pub const fn new(n: i128) -> Self {
        Self { low: n as u64, high: (n >> 64) as i64 }
    }

    #[inline]
    #[must_use]
    pub const fn get(self) -> i128 {
        (self.high as i128) << 64 | self.low as i128
    }

    /// The same integer when it fits 64 bits.
    #[inline]
    #[must_use]
    pub const fn as_i64(self) -> Option<i64> {
        let low = self.low as i64;
        if low >> 63 == self.high { Some(low) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_every_integer() {
        for n in [0, 1, -1, i128::MIN, i128::MAX, i128::from(i64::MAX), i128::from(i64::MIN), 1 << 64, -(1 << 64)] {
            assert_eq!(Wide::new(n).get(), n);
            assert_eq!(Wide::new(n).as_i64(), i64::try_from(n).ok());
        }
    }
}
