//! `set` and `frozenset`: look-ups and changes by equality, which may run Python code between two steps of a probe.

use crate::error::Res;
use crate::object::{Object, SetTable};
use crate::value::{Ref, Value};
use crate::vm::Vm;

impl Vm {
    /// Adds a key; whether it is new.
    ///
    /// # Errors
    /// `TypeError` for an unhashable key, what comparing raises, and `Halt` on shared sets.
    pub fn set_add(&mut self, set: Ref, key: Value) -> Res<bool> {
        let hash = self.hash(key)?;
        self.set_add_hashed(set, hash, key)
    }

    /// Whether a key is in the set; a set as key counts as the frozenset of its elements.
    ///
    /// # Errors
    /// `TypeError` for an unhashable key, and what comparing raises.
    pub fn set_has(&mut self, set: Ref, key: Value) -> Res<bool> {
        let hash = self.set_key_hash(key)?;
        Ok(self.set_find(set, hash, key)?.is_some())
    }

    /// Removes a key; whether it was there.
    ///
    /// # Errors
    /// As [`Vm::set_has`], and `Halt` on shared sets.
    pub fn set_discard(&mut self, set: Ref, key: Value) -> Res<bool> {
        let hash = self.set_key_hash(key)?;
        self.set_discard_hashed(set, hash, key)
    }

    fn set_key_hash(&mut self, key: Value) -> Res<u64> {
        match self.set_ref(key) {
            Some(set) if matches!(self.heap.get(set), Object::Set(_)) => Ok(self.frozen_hash(set)),
            _ => self.hash(key),
        }
    }

    /// Removes and returns the first element in table order.
    ///
    /// # Errors
    /// `Halt` on shared sets.
    pub fn set_pop(&mut self, set: Ref) -> Res<Option<Value>> {
        let Some((place, _)) = self.set_table(set).and_then(|table| table.key_from(0)) else { return Ok(None) };
        Ok(self.set_table_mut(set)?.map(|table| table.remove_at(place)))
    }

    /// Empties the set.
    ///
    /// # Errors
    /// `Halt` on shared sets.
    pub fn set_clear(&mut self, set: Ref) -> Res<()> {
        if let Some(table) = self.set_table_mut(set)? {
            table.clear();
        }
        Ok(())
    }

    /// Adds every element of an iterable.
    ///
    /// # Errors
    /// What iterating, hashing and comparing raise.
    pub fn set_update(&mut self, set: Ref, iterable: Value) -> Res<()> {
        if let Some(other) = self.set_ref(iterable) {
            return self.set_insert_all(set, other);
        }
        self.for_each(iterable, &mut |vm, item| vm.set_add(set, item).map(|_| true))
    }

    /// The set of an iterable's elements; a set is returned as it is.
    ///
    /// # Errors
    /// As [`Vm::set_update`].
    pub fn set_from(&mut self, iterable: Value) -> Res<Ref> {
        if let Some(set) = self.set_ref(iterable) {
            return Ok(set);
        }
        let set = self.new_set(false);
        self.set_update(set, iterable)?;
        Ok(set)
    }

    /// Elements in table order.
    #[must_use]
    pub fn set_items(&self, set: Ref) -> Vec<Value> {
        self.set_table(set).map_or_else(Vec::new, |table| table.iter().collect())
    }

    /// The table of a set or frozenset.
    #[must_use]
    pub fn set_table(&self, set: Ref) -> Option<&SetTable> {
        match self.heap.get(set) {
            Object::Set(table) | Object::FrozenSet(table) => Some(table),
            _ => None,
        }
    }

    #[must_use]
    pub fn set_len(&self, set: Ref) -> usize {
        self.set_table(set).map_or(0, SetTable::len)
    }

    pub(super) fn set_table_mut(&mut self, set: Ref) -> Res<Option<&mut SetTable>> {
        Ok(match self.heap.get_mut(set)? {
            Object::Set(table) | Object::FrozenSet(table) => Some(table),
            _ => None,
        })
    }

    pub(super) fn set_hashed(&self, set: Ref) -> Vec<(u64, Value)> {
        self.set_table(set).map_or_else(Vec::new, |table| table.iter_hashed().collect())
    }

    pub(super) fn set_add_hashed(&mut self, set: Ref, hash: u64, key: Value) -> Res<bool> {
        if self.set_find(set, hash, key)?.is_some() {
            return Ok(false);
        }
        let Some(table) = self.set_table_mut(set)? else { return Ok(false) };
        let before = table.size();
        table.push_new(hash, key);
        let grown = table.size().saturating_sub(before);
        self.container_grew(grown)?;
        Ok(true)
    }

    pub(super) fn set_discard_hashed(&mut self, set: Ref, hash: u64, key: Value) -> Res<bool> {
        let found = self.set_find(set, hash, key)?;
        let Some(table) = self.set_table_mut(set)? else { return Ok(false) };
        Ok(found.is_some_and(|place| {
            table.remove_at(place);
            true
        }))
    }

    /// The place of a key.
    pub(super) fn set_find(&mut self, set: Ref, hash: u64, key: Value) -> Res<Option<usize>> {
        if let Some(found) = self.quick_set_place(set, hash, key) {
            return Ok(found);
        }
        'again: loop {
            let Some(table) = self.set_table(set) else { return Ok(None) };
            let version = table.version();
            let mut probe = table.probe(hash);
            loop {
                let Some(table) = self.set_table(set) else { return Ok(None) };
                let Some((place, candidate)) = table.next_candidate(&mut probe) else { return Ok(None) };
                if candidate == key {
                    return Ok(Some(place));
                }
                let equal = match self.same_key(candidate, key) {
                    Some(equal) => equal,
                    None => {
                        let equal = self.eq(candidate, key)?;
                        if self.set_table(set).is_none_or(|table| table.version() != version) {
                            continue 'again;
                        }
                        equal
                    }
                };
                if equal {
                    return Ok(Some(place));
                }
            }
        }
    }
}
