//! Look-ups of keys whose hash and equality need no call: small integers and
//! texts. What meets another kind of key on its way is left to the general ways.

use crate::object::{Dict, Object, StrObject};
use crate::value::{Ref, Value};
use crate::vm::Vm;

impl Vm {
    /// The hash of a small integer or a text.
    #[inline]
    pub(super) fn quick_hash(&self, key: Value) -> Option<u64> {
        if let Some(i) = key.as_small_int() {
            // Below the modulus of Python's hashes the number is its own hash; -1 is taken.
            return Some(if i == -1 { -2_i64 } else { i } as u64);
        }
        match self.heap.object(key)? {
            Object::Str(text) => Some(text.hash()),
            _ => None,
        }
    }

    /// The place of a key in a table, given its candidates; the outer `None`
    /// when comparing needs a call.
    #[inline]
    fn quick_place(
        &self,
        key: Value,
        mut next: impl FnMut() -> Option<(usize, Value)>,
    ) -> Option<Option<usize>> {
        while let Some((place, candidate)) = next() {
            if candidate == key || self.same_key(candidate, key)? {
                return Some(Some(place));
            }
        }
        Some(None)
    }

    /// Where a dict has a key; the outer `None` when comparing needs a call.
    #[inline]
    pub(super) fn quick_dict_place(&self, dict: &Dict, hash: u64, key: Value) -> Option<Option<usize>> {
        let mut probe = dict.probe(hash);
        self.quick_place(key, || dict.next_candidate(&mut probe))
    }

    /// The same for a set.
    #[inline]
    pub(super) fn quick_set_place(&self, set: Ref, hash: u64, key: Value) -> Option<Option<usize>> {
        let (Object::Set(table) | Object::FrozenSet(table)) = self.heap.get(set) else { return None };
        let mut probe = table.probe(hash);
        self.quick_place(key, || table.next_candidate(&mut probe))
    }

    /// `item in container` for dicts and sets.
    #[inline]
    pub(in crate::vm) fn contains_fast(&self, container: Value, item: Value) -> Option<bool> {
        let r = container.as_ref()?;
        match self.heap.get(r) {
            Object::Dict(dict) => Some(self.quick_dict_place(dict, self.quick_hash(item)?, item)?.is_some()),
            Object::Set(_) | Object::FrozenSet(_) => {
                Some(self.quick_set_place(r, self.quick_hash(item)?, item)?.is_some())
            }
            _ => None,
        }
    }

    /// The place of a simple key that is there.
    #[inline(never)]
    pub(in crate::vm) fn quick_dict_key(&self, dict: &Dict, key: Value) -> Option<usize> {
        self.quick_dict_place(dict, self.quick_hash(key)?, key)?
    }

    /// `dict[key]` of a key that is there.
    #[inline]
    pub(in crate::vm) fn quick_dict_value(&self, dict: &Dict, key: Value) -> Option<Value> {
        self.quick_dict_key(dict, key).map(|place| dict.value_at(place))
    }

    /// `dict.get(key, default)`
    #[inline(never)]
    pub(in crate::vm) fn quick_dict_get(&self, dict: &Dict, key: Value, default: Value) -> Option<Value> {
        let place = self.quick_dict_place(dict, self.quick_hash(key)?, key)?;
        Some(place.map_or(default, |place| dict.value_at(place)))
    }

    /// Whether two keys that are not identical are equal, when that needs no call.
    #[inline]
    pub(super) fn same_key(&self, a: Value, b: Value) -> Option<bool> {
        match (self.heap.object(a), self.heap.object(b)) {
            (Some(Object::Str(x)), Some(Object::Str(y))) => Some(StrObject::as_str(x) == y.as_str()),
            (None, None) if a.as_small_int().is_some() && b.as_small_int().is_some() => Some(false),
            (Some(Object::Str(_)), None) | (None, Some(Object::Str(_))) => Some(false),
            _ => None,
        }
    }
}
