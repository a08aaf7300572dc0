//! `set` and `frozenset`: open addressing with CPython's probe order and
//! growth, so that sets of small integers iterate as CPython's do.

use crate::value::Value;

/// How many neighbours are tried before jumping (`LINEAR_PROBES`).
const LINEAR_PROBES: usize = 9;

/// A place of the table. Free: unbound key, hash 0. Deleted: unbound key, hash 1.
#[derive(Debug, Clone, Copy)]
struct Place {
    hash: u64,
    key: Value,
}

const FREE: Place = Place { hash: 0, key: Value::UNBOUND };
const DELETED: Place = Place { hash: 1, key: Value::UNBOUND };

/// A hash set whose look-ups are driven by the machine.
#[derive(Debug, Clone)]
pub struct SetTable {
    places: Vec<Place>,
    used: usize,
    /// Live and deleted places.
    fill: usize,
    version: u32,
}

impl Default for SetTable {
    fn default() -> Self {
        Self { places: vec![FREE; 8], used: 0, fill: 0, version: 0 }
    }
}

/// A look-up under way.
#[derive(Debug, Clone, Copy)]
pub struct SetProbe {
    hash: u64,
    perturb: u64,
    index: usize,
    near: usize,
    left: usize,
}

impl SetTable {
    #[must_use]
    pub fn len(&self) -> usize {
        self.used
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    #[must_use]
    pub fn version(&self) -> u32 {
        self.version
    }

    #[must_use]
    pub fn size(&self) -> usize {
        self.places.capacity() * 16 + 32
    }

    #[must_use]
    pub fn probe(&self, hash: u64) -> SetProbe {
        let index = hash as usize & self.mask();
        SetProbe { hash, perturb: hash, index, near: 0, left: self.places.len() * 2 + 64 }
    }

    /// The next key with the same hash: its place and the key.
    pub fn next_candidate(&self, probe: &mut SetProbe) -> Option<(usize, Value)> {
        loop {
            let place = probe.index + probe.near;
            let found = self.places[place];
            if found.key.is_unbound() && found.hash == 0 {
                return None;
            }
            self.step(probe);
            probe.left -= 1;
            if !found.key.is_unbound() && found.hash == probe.hash {
                return Some((place, found.key));
            }
            if probe.left == 0 {
                return None;
            }
        }
    }

    /// Adds a key that is not there yet.
    pub fn push_new(&mut self, hash: u64, key: Value) {
        self.insert_clean(hash, key);
        self.used += 1;
        self.version = self.version.wrapping_add(1);
        if self.fill * 5 >= self.mask() * 3 {
            let wanted = if self.used > 50_000 { self.used * 2 } else { self.used * 4 };
            self.resize(wanted);
        }
    }

    pub fn remove_at(&mut self, place: usize) -> Value {
        let key = self.places[place].key;
        self.places[place] = DELETED;
        self.used -= 1;
        self.version = self.version.wrapping_add(1);
        key
    }

    pub fn clear(&mut self) {
        *self = Self { version: self.version.wrapping_add(1), ..Self::default() };
    }

    /// The first key at or after a place.
    #[must_use]
    pub fn key_from(&self, place: usize) -> Option<(usize, Value)> {
        let rest = self.places.get(place..)?;
        let (offset, found) = rest.iter().enumerate().find(|(_, found)| !found.key.is_unbound())?;
        Some((place + offset, found.key))
    }

    pub fn iter(&self) -> impl Iterator<Item = Value> + '_ {
        self.places.iter().map(|place| place.key).filter(|key| !key.is_unbound())
    }

    /// Hashes and keys in table order.
    pub fn iter_hashed(&self) -> impl Iterator<Item = (u64, Value)> + '_ {
        self.places.iter().filter(|place| !place.key.is_unbound()).map(|place| (place.hash, place.key))
    }

    pub fn trace(&self, visit: &mut dyn FnMut(Value)) {
        self.iter().for_each(visit);
    }

    /// A copy laid out as CPython lays it out: dense, in the order of the table.
    #[must_use]
    pub fn copied(&self) -> Self {
        let mut copy = Self::default();
        copy.make_room_for(self);
        if copy.places.len() == self.places.len() && self.fill == self.used {
            return self.clone();
        }
        for (hash, key) in self.iter_hashed() {
            copy.insert_clean(hash, key);
            copy.used += 1;
        }
        copy
    }

    /// Grows as CPython does before a set takes in all keys of another one.
    pub fn make_room_for(&mut self, other: &Self) {
        if other.used > 0 && (self.fill + other.used) * 5 >= self.mask() * 3 {
            self.resize((self.used + other.used) * 2);
        }
    }

    fn mask(&self) -> usize {
        self.places.len() - 1
    }

    /// Advances as CPython's `set_lookkey`: neighbours first, then a jump.
    fn step(&self, probe: &mut SetProbe) {
        let mask = self.mask();
        let limit = if probe.index + LINEAR_PROBES <= mask { LINEAR_PROBES } else { 0 };
        if probe.near < limit {
            probe.near += 1;
        } else {
            probe.near = 0;
            probe.perturb >>= 5;
            probe.index = (probe.index.wrapping_mul(5).wrapping_add(1).wrapping_add(probe.perturb as usize)) & mask;
        }
    }

    fn insert_clean(&mut self, hash: u64, key: Value) {
        let mut probe = self.probe(hash);
        loop {
            let place = probe.index + probe.near;
            if self.places[place].key.is_unbound() {
                if self.places[place].hash == 0 {
                    self.fill += 1;
                }
                self.places[place] = Place { hash, key };
                return;
            }
            self.step(&mut probe);
        }
    }

    fn resize(&mut self, wanted: usize) {
        let mut size = 8;
        while size <= wanted {
            size <<= 1;
        }
        let old = std::mem::replace(&mut self.places, vec![FREE; size]);
        self.fill = 0;
        for place in old {
            if !place.key.is_unbound() {
                self.insert_clean(place.hash, place.key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(items: &[i64]) -> Vec<i64> {
        let mut set = SetTable::default();
        for &i in items {
            set.push_new(i as u64, Value::small_int_wrapping(i));
        }
        set.iter().map(|key| key.as_small_int().unwrap()).collect()
    }

    #[test]
    fn small_integers_iterate_as_in_cpython() {
        assert_eq!(order(&[3, 1, 2]), [1, 2, 3]);
        assert_eq!(order(&[8, 0, 16]), [8, 0, 16]);
        assert_eq!(order(&[5, 40, 3, 19, 12]), [3, 5, 40, 12, 19]);
        let many: Vec<i64> = (0..100).rev().collect();
        assert_eq!(order(&many), (0..100).collect::<Vec<_>>());
    }

    #[test]
    fn finds_and_removes() {
        let mut set = SetTable::default();
        for i in 0..500 {
            set.push_new(i * 7, Value::small_int_wrapping(i as i64));
        }
        let mut probe = set.probe(21);
        let (place, key) = set.next_candidate(&mut probe).unwrap();
        assert_eq!(key.as_small_int(), Some(3));
        set.remove_at(place);
        assert!(set.next_candidate(&mut set.probe(21).clone()).is_none());
        assert_eq!(set.len(), 499);
    }
}
