//! CPython's hashes of numbers and tuples, so that a set of small integers iterates in the order learners see there;
//! and a fixed hash of texts, because CPython's own differs from run to run.

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

/// The Mersenne prime modulo which numbers are hashed.
const MODULUS: u64 = (1 << 61) - 1;
/// `hash(float("inf"))`.
const INFINITY_HASH: i64 = 314_159;

/// -1 is CPython's mark of an error and never a hash.
fn avoid_minus_one(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

/// `hash(n)`.
pub fn hash_i64(n: i64) -> i64 {
    let rest = (n.unsigned_abs() % MODULUS) as i64;
    avoid_minus_one(if n < 0 { -rest } else { rest })
}

/// `hash(n)`.
pub fn hash_int(n: &BigInt) -> i64 {
    let rest = (n.magnitude() % MODULUS).to_i64().unwrap_or(0);
    avoid_minus_one(if n.sign() == Sign::Minus { -rest } else { rest })
}

/// `hash(x)`: equal to the integer's hash for an integral value. CPython hashes each `nan` by its identity; this gives
/// 0 for all, a caller with identities may do better.
pub fn hash_float(x: f64) -> i64 {
    if x.is_nan() {
        return 0;
    }
    if x.is_infinite() {
        return if x > 0.0 { INFINITY_HASH } else { -INFINITY_HASH };
    }
    let bits = x.to_bits();
    let biased = ((bits >> 52) & 0x7ff) as i64;
    let fraction = bits & ((1 << 52) - 1);
    let (mantissa, exponent) = if biased == 0 { (fraction, -1074) } else { (fraction | (1 << 52), biased - 1075) };
    // 2^61 is 1 modulo the prime, so multiplying by a power of two rotates 61 bits; the mantissa is below 2^53.
    let shift = exponent.rem_euclid(61) as u32;
    let rest = if shift == 0 { mantissa } else { ((mantissa << shift) & MODULUS) | (mantissa >> (61 - shift)) };
    let rest = (rest % MODULUS) as i64;
    avoid_minus_one(if x < 0.0 { -rest } else { rest })
}

/// `hash(tuple)` from its elements' hashes: xxHash's 64-bit round, as CPython uses since 3.8.
pub fn hash_tuple(elements: &[i64]) -> i64 {
    const PRIME_1: u64 = 11_400_714_785_074_694_791;
    const PRIME_2: u64 = 14_029_467_366_897_019_727;
    const PRIME_5: u64 = 2_870_177_450_012_600_261;
    let mut state = PRIME_5;
    for element in elements {
        state = state.wrapping_add((*element as u64).wrapping_mul(PRIME_2));
        state = state.rotate_left(31).wrapping_mul(PRIME_1);
    }
    state = state.wrapping_add(elements.len() as u64 ^ (PRIME_5 ^ 3_527_539));
    if state == u64::MAX { 1_546_275_796 } else { state as i64 }
}

/// `hash(frozenset)` from its elements' hashes, in any order.
pub fn hash_frozenset(elements: impl IntoIterator<Item = i64>) -> i64 {
    let mut hash = 0_u64;
    let mut count = 0_u64;
    for element in elements {
        let element = element as u64;
        hash ^= (element ^ 89_869_747 ^ (element << 16)).wrapping_mul(3_644_798_167);
        count += 1;
    }
    hash ^= count.wrapping_add(1).wrapping_mul(1_927_868_237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923);
    if hash == u64::MAX { 590_923_713 } else { hash as i64 }
}

/// A hash of a text or of bytes, the same in every run and on every machine: FNV-1a, then the finaliser of
/// MurmurHash3, since a hash table looks at the low bits first. The empty text hashes to 0 as in CPython.
pub fn hash_bytes(bytes: &[u8]) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in bytes {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    avoid_minus_one((hash ^ (hash >> 33)) as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_pythons() {
        let ints: &[(&str, i64)] = include!("testdata/hash_int.in");
        for (text, expect) in ints {
            let n: BigInt = text.parse().unwrap();
            assert_eq!(hash_int(&n), *expect, "{text}");
            if let Some(small) = n.to_i64() {
                assert_eq!(hash_i64(small), *expect, "{text}");
            }
        }
        let floats: &[(f64, i64)] = include!("testdata/hash_float.in");
        for (x, expect) in floats {
            assert_eq!(hash_float(*x), *expect, "{x}");
        }
        assert_eq!([hash_float(f64::INFINITY), hash_float(f64::NEG_INFINITY)], [314_159, -314_159]);
    }

    #[test]
    fn collections_are_pythons() {
        let table: &[(&[i64], i64, i64)] = include!("testdata/hash_tuple.in");
        for (elements, tuple, frozen) in table {
            let hashes: Vec<i64> = elements.iter().map(|n| hash_i64(*n)).collect();
            assert_eq!(hash_tuple(&hashes), *tuple, "{elements:?}");
            assert_eq!(hash_frozenset(hashes), *frozen, "{elements:?}");
        }
    }

    #[test]
    fn texts_are_stable() {
        assert_eq!(hash_bytes(b""), 0);
        assert_eq!(hash_bytes(b"a"), hash_bytes("a".as_bytes()));
        assert_ne!(hash_bytes(b"ab"), hash_bytes(b"ba"));
    }
}
