//! From a seed to the words that start the generator: CPython's version 2.

use num_bigint::{BigInt, Sign};

use crate::error::Res;
use crate::value::Value;
use crate::vm::Vm;

pub(super) fn key_of_u64(seed: u64) -> Vec<u32> {
    let (low, high) = (seed as u32, (seed >> 32) as u32);
    if high == 0 { vec![low] } else { vec![low, high] }
}

/// The key of a seed; without one it comes from the world.
pub(super) fn key(vm: &mut Vm, seed: Option<Value>) -> Res<Vec<u32>> {
    let Some(seed) = seed else {
        let (seed, steps) = (vm.world.seed(), vm.steps());
        return Ok(key_of_u64(seed ^ steps.wrapping_mul(0x9E37_79B9_7F4A_7C15)));
    };
    if let Some(n) = vm.as_big(seed) {
        return Ok(words(&n));
    }
    let bytes = match vm.as_str(seed) {
        Some(text) => Some(text.as_bytes().to_vec()),
        None => vm.as_bytes(seed).map(<[u8]>::to_vec),
    };
    if let Some(mut bytes) = bytes {
        let digest = sha512(&bytes);
        bytes.extend(digest);
        return Ok(words(&BigInt::from_bytes_be(Sign::Plus, &bytes)));
    }
    if vm.as_f64_exact(seed).is_some() {
        // The hash as an unsigned number.
        let hash = vm.hash(seed)?;
        return Ok(key_of_u64(hash));
    }
    Err(vm.type_error("The only supported seed types are: None,\nint, float, str, bytes, and bytearray."))
}

fn words(n: &BigInt) -> Vec<u32> {
    let (_, digits) = n.to_u32_digits();
    if digits.is_empty() { vec![0] } else { digits }
}

/// The first 64 bits of the fractions of the cube roots of the first 80 primes, and of the square roots of the first
/// eight: computed, since they are what they are.
fn root_bits(prime: u64, cube: bool) -> u64 {
    use num_traits::ToPrimitive;
    let n = BigInt::from(prime);
    let root = if cube { (n << 192_u32).cbrt() } else { (n << 128_u32).sqrt() };
    (root & BigInt::from(u64::MAX)).to_u64().unwrap_or(0)
}

fn primes(count: usize) -> Vec<u64> {
    let mut primes: Vec<u64> = Vec::new();
    let mut candidate = 2;
    while primes.len() < count {
        if primes.iter().all(|p| candidate % p != 0) {
            primes.push(candidate);
        }
        candidate += 1;
    }
    primes
}

/// SHA-512 (FIPS 180-4).
fn sha512(message: &[u8]) -> [u8; 64] {
    let primes = primes(80);
    let constants: Vec<u64> = primes.iter().map(|&p| root_bits(p, true)).collect();
    let mut state: Vec<u64> = primes.iter().take(8).map(|&p| root_bits(p, false)).collect();
    let mut padded = message.to_vec();
    padded.push(0x80);
    while padded.len() % 128 != 112 {
        padded.push(0);
    }
    padded.extend((message.len() as u128 * 8).to_be_bytes());
    for block in padded.chunks_exact(128) {
        compress(&mut state, block, &constants);
    }
    let mut digest = [0; 64];
    for (out, word) in digest.chunks_exact_mut(8).zip(&state) {
        out.copy_from_slice(&word.to_be_bytes());
    }
    digest
}

fn compress(state: &mut [u64], block: &[u8], constants: &[u64]) {
    let mut w: Vec<u64> = block
        .chunks_exact(8)
        .map(|bytes| bytes.iter().fold(0, |word, &byte| word << 8 | u64::from(byte)))
        .collect();
    for i in 16..80 {
        let (a, b) = (w[i - 15], w[i - 2]);
        let s0 = a.rotate_right(1) ^ a.rotate_right(8) ^ a >> 7;
        let s1 = b.rotate_right(19) ^ b.rotate_right(61) ^ b >> 6;
        w.push(w[i - 16].wrapping_add(s0).wrapping_add(w[i - 7]).wrapping_add(s1));
    }
    let mut v: [u64; 8] = [0; 8];
    v.copy_from_slice(&state[..8]);
    for (&k, &word) in constants.iter().zip(&w) {
        let [a, b, c, d, e, f, g, h] = v;
        let s1 = e.rotate_right(14) ^ e.rotate_right(18) ^ e.rotate_right(41);
        let choice = e & f ^ !e & g;
        let t1 = h.wrapping_add(s1).wrapping_add(choice).wrapping_add(k).wrapping_add(word);
        let s0 = a.rotate_right(28) ^ a.rotate_right(34) ^ a.rotate_right(39);
        let majority = a & b ^ a & c ^ b & c;
        v = [t1.wrapping_add(s0.wrapping_add(majority)), a, b, c, d.wrapping_add(t1), e, f, g];
    }
    for (word, add) in state.iter_mut().zip(v) {
        *word = word.wrapping_add(add);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_those_of_the_standard() {
        assert_eq!(sha512(b"abc")[..8], [0xDD, 0xAF, 0x35, 0xA1, 0x93, 0x61, 0x7A, 0xBA]);
        assert_eq!(sha512(b"")[..8], [0xCF, 0x83, 0xE1, 0x35, 0x7E, 0xEF, 0xB8, 0xBD]);
    }
}
