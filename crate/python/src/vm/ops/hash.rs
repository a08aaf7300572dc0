//! `hash`: equal values have equal hashes, and numbers CPython's own, since they decide the order of sets.

use super::Method;
use super::number::Num;
use crate::error::{Res, Unwind};
use crate::object::{DictViewKind, Object, sym};
use crate::text::hash as hashes;
use crate::value::{Ref, Unpacked, Value};
use crate::vm::Vm;

/// The hashes of constants without a value of their own.
const NONE_HASH: u64 = 0x00FC_A864_2058;
const NOT_IMPLEMENTED_HASH: u64 = 0x00FC_A864_2060;
const ELLIPSIS_HASH: u64 = 0x00FC_A864_2068;

/// The hash of an integer of up to 128 bits.
fn wide_hash(n: i128) -> i64 {
    i64::try_from(n).map_or_else(|_| hashes::hash_int(&n.into()), hashes::hash_i64)
}

impl Vm {
    /// `hash(value)`
    ///
    /// # Errors
    /// `TypeError` for unhashable values, or what `__hash__` raises.
    #[inline]
    pub fn hash(&mut self, value: Value) -> Res<u64> {
        if let Some(i) = value.as_small_int() {
            // Below the modulus of 2^61 - 1 an integer is its own hash.
            return Ok(if i == -1 { -2_i64 as u64 } else { i as u64 });
        }
        if let Some(Object::Str(s)) = self.heap.object(value) {
            return Ok(s.hash());
        }
        self.hash_slow(value)
    }

    fn hash_slow(&mut self, value: Value) -> Res<u64> {
        let r = match value.unpack() {
            Unpacked::Int(i) => return Ok(hashes::hash_i64(i) as u64),
            Unpacked::Float(f) => return Ok(hashes::hash_float(f) as u64),
            Unpacked::Bool(b) => return Ok(u64::from(b)),
            Unpacked::None | Unpacked::Unbound => return Ok(NONE_HASH),
            Unpacked::NotImplemented => return Ok(NOT_IMPLEMENTED_HASH),
            Unpacked::Ellipsis => return Ok(ELLIPSIS_HASH),
            Unpacked::Ref(r) => r,
        };
        match self.heap.get(r) {
            Object::Str(s) => Ok(s.hash()),
            Object::Wide(n) => Ok(wide_hash(n.get()) as u64),
            Object::Big(n) => Ok(hashes::hash_int(n) as u64),
            Object::Complex(re, im) => Ok(complex_hash(*re, *im)),
            Object::Bytes(bytes) => Ok(hashes::hash_bytes(bytes) as u64),
            Object::Tuple(items) => {
                let items = items.to_vec();
                self.deeper(|vm| vm.items_hash(&items))
            }
            Object::FrozenSet(_) => Ok(self.frozen_hash(r)),
            Object::Range(range) => {
                let range = **range;
                let length = self.int(range.len() as i64);
                let start = self.int(range.start);
                let step = self.int(range.step);
                let parts = match range.len() {
                    0 => [length, Value::NONE, Value::NONE],
                    1 => [length, start, Value::NONE],
                    _ => [length, start, step],
                };
                self.items_hash(&parts)
            }
            Object::BoundMethod(method) => {
                let (receiver, function) = (method.receiver, method.function);
                Ok(identity_hash(receiver) ^ identity_hash(function).rotate_left(7))
            }
            Object::List(_)
            | Object::Dict(_)
            | Object::Set(_)
            | Object::ByteArray(_)
            | Object::Slice(_)
            | Object::DictView(DictViewKind::Keys | DictViewKind::Items, _) => Err(self.unhashable(value)),
            Object::Instance(_) => self.instance_hash(value),
            Object::Class(_) if self.has_methods(value) => self.instance_hash(value),
            _ => Ok(identity_hash(value)),
        }
    }

    fn instance_hash(&mut self, value: Value) -> Res<u64> {
        match self.own_method(value, sym::HASH) {
            Method::Refused => Err(self.unhashable(value)),
            Method::Own(found) => {
                let result = self.call_own(found, value, sym::HASH, &[])?;
                let hash = match self.number(result) {
                    Some(Num::Int(i)) => i,
                    Some(Num::Wide(n)) => wide_hash(n),
                    Some(Num::Big(n)) => hashes::hash_int(n),
                    _ => return Err(self.type_error("__hash__ method should return an integer")),
                };
                Ok(if hash == -1 { -2_i64 as u64 } else { hash as u64 })
            }
            Method::Builtin => {
                let plain = self.plain(value);
                if plain == value {
                    return Ok(identity_hash(value));
                }
                match self.heap.object(plain) {
                    Some(Object::List(_) | Object::Dict(_) | Object::Set(_) | Object::ByteArray(_)) => {
                        Err(self.unhashable(value))
                    }
                    _ => self.hash(plain),
                }
            }
        }
    }

    /// `hash(tuple)`
    fn items_hash(&mut self, items: &[Value]) -> Res<u64> {
        let mut parts = Vec::with_capacity(items.len());
        for &item in items {
            parts.push(self.hash(item)? as i64);
        }
        Ok(hashes::hash_tuple(&parts) as u64)
    }

    /// The hash of a frozenset of these elements.
    pub(super) fn frozen_hash(&self, set: Ref) -> u64 {
        let parts = self.set_hashed(set);
        hashes::hash_frozenset(parts.into_iter().map(|(hash, _)| hash as i64)) as u64
    }

    /// `object.__hash__`
    #[must_use]
    pub fn identity_hash(&self, value: Value) -> u64 {
        identity_hash(value)
    }

    fn unhashable(&mut self, value: Value) -> Unwind {
        let name = self.type_name(value);
        self.type_error(format!("unhashable type: '{name}'"))
    }
}

/// The hash of what is equal only to itself. The factor keeps neighbours in the heap apart.
pub(super) fn identity_hash(value: Value) -> u64 {
    match value.as_ref() {
        Some(Ref(place)) => u64::from(place) * 3 + 7,
        None => value.identity() >> 4,
    }
}

/// `hash(complex)`: the hash of the real part when there is no other.
fn complex_hash(re: f64, im: f64) -> u64 {
    const IMAGINARY: i64 = 1_000_003;
    let hash = hashes::hash_float(re).wrapping_add(IMAGINARY.wrapping_mul(hashes::hash_float(im)));
    if hash == -1 { -2_i64 as u64 } else { hash as u64 }
}
