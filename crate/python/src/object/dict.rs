//! `dict`: insertion-ordered hash table. Comparing keys may run Python code,
//! so a look-up is a [`Probe`] that the machine drives step by step.

use crate::value::Value;

const EMPTY: u32 = u32::MAX;
const DELETED: u32 = u32::MAX - 1;

#[derive(Debug, Clone, Copy)]
struct Entry {
    hash: u64,
    key: Value,
    value: Value,
}

/// An insertion-ordered hash table. Deleted entries have an unbound key.
#[derive(Debug, Clone, Default)]
pub struct Dict {
    entries: Vec<Entry>,
    /// Open addressing, a power of two long; positions in `entries`.
    table: Vec<u32>,
    live: usize,
    /// Changes whenever keys are added or removed: iterators compare it.
    version: u32,
}

/// A look-up under way: yields the entries with the wanted hash.
#[derive(Debug, Clone, Copy)]
pub struct Probe {
    hash: u64,
    position: usize,
    left: usize,
}

impl Dict {
    #[must_use]
    pub fn with_capacity(count: usize) -> Self {
        let mut dict = Self::default();
        dict.entries.reserve(count);
        if count > 0 {
            dict.rebuild((count * 2).next_power_of_two().max(8));
        }
        dict
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.live
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.live == 0
    }

    #[must_use]
    pub fn version(&self) -> u32 {
        self.version
    }

    #[must_use]
    pub fn size(&self) -> usize {
        self.entries.capacity() * 24 + self.table.capacity() * 4 + 64
    }

    /// Begins to look for keys with this hash.
    #[inline]
    #[must_use]
    pub fn probe(&self, hash: u64) -> Probe {
        Probe { hash, position: spread(hash), left: self.table.len() }
    }

    /// The next entry with the same hash: its index and its key.
    #[inline]
    pub fn next_candidate(&self, probe: &mut Probe) -> Option<(usize, Value)> {
        let mask = self.table.len().wrapping_sub(1);
        while probe.left > 0 {
            let place = self.table[probe.position & mask];
            probe.position = probe.position.wrapping_add(1);
            probe.left -= 1;
            if place == EMPTY {
                return None;
            }
            if place != DELETED {
                let entry = &self.entries[place as usize];
                if entry.hash == probe.hash {
                    return Some((place as usize, entry.key));
                }
            }
        }
        None
    }

    /// The index of a key compared by identity only (symbols, small ints,
    /// interned strings): callers that need equality use a probe.
    #[must_use]
    pub fn value_at(&self, index: usize) -> Value {
        self.entries[index].value
    }

    #[must_use]
    pub fn key_at(&self, index: usize) -> Value {
        self.entries[index].key
    }

    pub fn set_value_at(&mut self, index: usize, value: Value) {
        self.entries[index].value = value;
    }

    /// Adds a key that is not there yet.
    pub fn push_new(&mut self, hash: u64, key: Value, value: Value) {
        if (self.entries.len() + 1) * 3 > self.table.len() * 2 {
            self.compact();
            let wanted = ((self.live + 1) * 3).next_power_of_two().max(8);
            self.rebuild(wanted);
        }
        let place = self.entries.len() as u32;
        self.entries.push(Entry { hash, key, value });
        self.link(hash, place);
        self.live += 1;
        self.version = self.version.wrapping_add(1);
    }

    /// Removes the entry at an index and returns its key and value.
    pub fn remove_at(&mut self, index: usize) -> (Value, Value) {
        let entry = self.entries[index];
        let mask = self.table.len().wrapping_sub(1);
        let mut position = spread(entry.hash);
        loop {
            let place = &mut self.table[position & mask];
            if *place == index as u32 {
                *place = DELETED;
                break;
            }
            if *place == EMPTY {
                break;
            }
            position = position.wrapping_add(1);
        }
        self.entries[index].key = Value::UNBOUND;
        self.entries[index].value = Value::UNBOUND;
        self.live -= 1;
        self.version = self.version.wrapping_add(1);
        while self.entries.last().is_some_and(|last| last.key.is_unbound()) {
            self.entries.pop();
        }
        (entry.key, entry.value)
    }

    pub fn clear(&mut self) {
        self.entries.clear();
        self.table.clear();
        self.live = 0;
        self.version = self.version.wrapping_add(1);
    }

    /// The first live entry at or after an index: its index, key and value.
    #[must_use]
    pub fn entry_from(&self, index: usize) -> Option<(usize, Value, Value)> {
        let rest = self.entries.get(index..)?;
        let (offset, entry) = rest.iter().enumerate().find(|(_, entry)| !entry.key.is_unbound())?;
        Some((index + offset, entry.key, entry.value))
    }

    /// The last live entry before an index.
    #[must_use]
    pub fn entry_before(&self, index: usize) -> Option<(usize, Value, Value)> {
        let rest = &self.entries[..index.min(self.entries.len())];
        let (place, entry) = rest.iter().enumerate().rev().find(|(_, entry)| !entry.key.is_unbound())?;
        Some((place, entry.key, entry.value))
    }

    /// Live keys and values in order of insertion.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Value, Value)> + '_ {
        self.entries.iter().filter(|entry| !entry.key.is_unbound()).map(|entry| (entry.key, entry.value))
    }

    /// Live hashes, keys and values in order of insertion.
    pub fn iter_hashed(&self) -> impl Iterator<Item = (u64, Value, Value)> + '_ {
        self.entries.iter().filter(|entry| !entry.key.is_unbound()).map(|e| (e.hash, e.key, e.value))
    }

    pub fn trace(&self, visit: &mut dyn FnMut(Value)) {
        for entry in &self.entries {
            visit(entry.key);
            visit(entry.value);
        }
    }

    fn link(&mut self, hash: u64, place: u32) {
        let mask = self.table.len().wrapping_sub(1);
        let mut position = spread(hash);
        while self.table[position & mask] < DELETED {
            position = position.wrapping_add(1);
        }
        self.table[position & mask] = place;
    }

    fn compact(&mut self) {
        if self.live < self.entries.len() {
            self.entries.retain(|entry| !entry.key.is_unbound());
        }
    }

    fn rebuild(&mut self, size: usize) {
        self.table.clear();
        self.table.resize(size, EMPTY);
        for index in 0..self.entries.len() {
            if !self.entries[index].key.is_unbound() {
                self.link(self.entries[index].hash, index as u32);
            }
        }
    }
}

/// Spreads a hash over the table, since small integers hash to themselves.
#[inline]
fn spread(hash: u64) -> usize {
    (hash.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn int(i: i64) -> Value {
        Value::small_int_wrapping(i)
    }

    fn find(dict: &Dict, key: i64) -> Option<usize> {
        let mut probe = dict.probe(key as u64);
        while let Some((index, candidate)) = dict.next_candidate(&mut probe) {
            if candidate == int(key) {
                return Some(index);
            }
        }
        None
    }

    #[test]
    fn keeps_order_and_finds() {
        let mut dict = Dict::default();
        for i in 0..1000 {
            dict.push_new(i as u64, int(i), int(-i));
        }
        for i in (0..1000).step_by(2) {
            let index = find(&dict, i).unwrap();
            assert_eq!(dict.remove_at(index), (int(i), int(-i)));
        }
        assert_eq!(dict.len(), 500);
        for i in 1000..1200 {
            dict.push_new(i as u64, int(i), int(0));
        }
        assert!(find(&dict, 4).is_none());
        assert_eq!(dict.value_at(find(&dict, 501).unwrap()), int(-501));
        let keys: Vec<_> = dict.iter().map(|(key, _)| key.as_small_int().unwrap()).collect();
        assert!(keys.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(keys.len(), 700);
    }
}
