//! From a seed to the words that start the generator: CPython's version 2.

use num_bigint::{BigInt, Sign};
use sha2::{Digest, Sha512};

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
        let digest = Sha512::digest(&bytes);
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
