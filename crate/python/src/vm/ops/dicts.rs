//! `dict`: look-ups and changes by equality. Texts and small integers, nearly all keys, are compared without a call;
//! other keys may run Python code, after which a look-up starts again if the dict changed.

use crate::error::Res;
use crate::object::{Dict, Object, sym, text_hash};
use crate::value::{Ref, Value};
use crate::vm::Vm;

impl Vm {
    /// `d.get(key)`
    ///
    /// # Errors
    /// `TypeError` for an unhashable key, and what comparing raises.
    #[inline]
    pub fn dict_get(&mut self, dict: Ref, key: Value) -> Res<Option<Value>> {
        let hash = self.hash(key)?;
        let place = self.dict_find(dict, hash, key)?;
        Ok(place.and_then(|place| self.dict_table(dict).map(|table| table.value_at(place))))
    }

    /// `d[key] = value`
    ///
    /// # Errors
    /// As [`Vm::dict_get`], and `Halt` on shared dicts.
    pub fn dict_set(&mut self, dict: Ref, key: Value, value: Value) -> Res<()> {
        let hash = self.hash(key)?;
        self.dict_set_hashed(dict, hash, key, value)
    }

    /// Removes a key and returns its value.
    ///
    /// # Errors
    /// As [`Vm::dict_set`].
    pub fn dict_remove(&mut self, dict: Ref, key: Value) -> Res<Option<Value>> {
        let hash = self.hash(key)?;
        let place = self.dict_find(dict, hash, key)?;
        let Some(table) = self.dict_table_mut(dict)? else { return Ok(None) };
        Ok(place.map(|place| table.remove_at(place).1))
    }

    /// The value of a `str` key.
    #[must_use]
    pub fn dict_get_str(&self, dict: Ref, key: &str) -> Option<Value> {
        let table = self.dict_table(dict)?;
        self.find_text(table, text_hash(key), key).map(|place| table.value_at(place))
    }

    /// Sets the value of a `str` key.
    ///
    /// # Errors
    /// `Halt` on shared dicts.
    pub fn dict_set_str(&mut self, dict: Ref, key: &str, value: Value) -> Res<()> {
        let hash = text_hash(key);
        let known = self.dict_table(dict).and_then(|table| self.find_text(table, hash, key));
        match known {
            Some(place) => {
                if let Some(table) = self.dict_table_mut(dict)? {
                    table.set_value_at(place, value);
                }
                Ok(())
            }
            None => {
                let key = self.str(key);
                self.dict_push(dict, hash, key, value)
            }
        }
    }

    /// Keys and values in order of insertion.
    #[must_use]
    pub fn dict_items(&self, dict: Ref) -> Vec<(Value, Value)> {
        self.dict_table(dict).map_or_else(Vec::new, |table| table.iter().collect())
    }

    #[must_use]
    pub fn dict_keys(&self, dict: Ref) -> Vec<Value> {
        self.dict_table(dict).map_or_else(Vec::new, |table| table.iter().map(|(key, _)| key).collect())
    }

    #[must_use]
    pub fn dict_len(&self, dict: Ref) -> usize {
        self.dict_table(dict).map_or(0, Dict::len)
    }

    /// A copy with the same order.
    pub fn dict_copy(&mut self, dict: Ref) -> Ref {
        let table = self.dict_table(dict).cloned().unwrap_or_default();
        self.alloc_ref(Object::Dict(Box::new(table)))
    }

    /// Empties the dict.
    ///
    /// # Errors
    /// `Halt` on shared dicts.
    pub fn dict_clear(&mut self, dict: Ref) -> Res<()> {
        if let Some(table) = self.dict_table_mut(dict)? {
            table.clear();
        }
        Ok(())
    }

    /// Takes all pairs of another dict.
    ///
    /// # Errors
    /// As [`Vm::dict_set`].
    pub fn dict_merge(&mut self, dict: Ref, other: Ref) -> Res<()> {
        let pairs: Vec<_> = self.dict_table(other).map_or_else(Vec::new, |table| table.iter_hashed().collect());
        for (hash, key, value) in pairs {
            self.dict_set_hashed(dict, hash, key, value)?;
        }
        Ok(())
    }

    /// `d.update(source)`: a mapping, or an iterable of pairs.
    ///
    /// # Errors
    /// `TypeError` and `ValueError` for other sources, and what iterating raises.
    pub fn dict_update(&mut self, dict: Ref, source: Value) -> Res<()> {
        if !self.has_methods(source) || self.is_plain_dict(source) {
            if let Some(other) = self.dict_ref(source) {
                return self.dict_merge(dict, other);
            }
        } else if let Some(keys) = self.find_attr(source, sym::KEYS)? {
            let keys = self.call(keys, &[])?;
            return self.for_each(keys, &mut |vm, key| {
                let value = vm.get_item(source, key)?;
                vm.dict_set(dict, key, value).map(|()| true)
            });
        }
        let mut index = 0_usize;
        self.for_each(source, &mut |vm, pair| {
            vm.dict_update_pair(dict, index, pair)?;
            index += 1;
            Ok(true)
        })
    }

    fn dict_update_pair(&mut self, dict: Ref, index: usize, pair: Value) -> Res<()> {
        if !self.is_iterable(pair) {
            return Err(self.type_error(format!(
                "cannot convert dictionary update sequence element #{index} to a sequence"
            )));
        }
        let items = self.collect(pair)?;
        match items[..] {
            [key, value] => self.dict_set(dict, key, value),
            _ => {
                let count = items.len();
                Err(self.value_error(format!(
                    "dictionary update sequence element #{index} has length {count}; 2 is required"
                )))
            }
        }
    }

    /// Whether a value is a dict whose keys and items nobody overrode.
    fn is_plain_dict(&mut self, value: Value) -> bool {
        self.dict_ref(value).is_some()
            && [sym::ITER, sym::GETITEM, sym::KEYS]
                .into_iter()
                .all(|name| !matches!(self.own_method(value, name), super::Method::Own(_)))
    }

    /// The table of a dict.
    #[inline]
    #[must_use]
    pub fn dict_table(&self, dict: Ref) -> Option<&Dict> {
        match self.heap.get(dict) {
            Object::Dict(table) => Some(table),
            _ => None,
        }
    }

    pub(super) fn dict_table_mut(&mut self, dict: Ref) -> Res<Option<&mut Dict>> {
        Ok(match self.heap.get_mut(dict)? {
            Object::Dict(table) => Some(table),
            _ => None,
        })
    }

    pub(super) fn dict_set_hashed(&mut self, dict: Ref, hash: u64, key: Value, value: Value) -> Res<()> {
        match self.dict_find(dict, hash, key)? {
            Some(place) => {
                if let Some(table) = self.dict_table_mut(dict)? {
                    table.set_value_at(place, value);
                }
                Ok(())
            }
            None => self.dict_push(dict, hash, key, value),
        }
    }

    fn dict_push(&mut self, dict: Ref, hash: u64, key: Value, value: Value) -> Res<()> {
        let Some(table) = self.dict_table_mut(dict)? else { return Ok(()) };
        let before = table.size();
        table.push_new(hash, key, value);
        let grown = table.size() - before.min(table.size());
        self.container_grew(grown)
    }

    /// Counts what a container grew by, and asks the limit when it was much.
    pub(super) fn container_grew(&mut self, bytes: usize) -> Res<()> {
        if bytes > 0 {
            self.heap.grew(bytes);
            self.check_alloc(bytes)?;
        }
        Ok(())
    }

    fn find_text(&self, table: &Dict, hash: u64, text: &str) -> Option<usize> {
        let mut probe = table.probe(hash);
        while let Some((place, candidate)) = table.next_candidate(&mut probe) {
            if self.as_str(candidate) == Some(text) {
                return Some(place);
            }
        }
        None
    }

    /// The place of a key.
    pub(super) fn dict_find(&mut self, dict: Ref, hash: u64, key: Value) -> Res<Option<usize>> {
        if let Some(found) = self.dict_table(dict).and_then(|table| self.quick_dict_place(table, hash, key)) {
            return Ok(found);
        }
        'again: loop {
            let Some(table) = self.dict_table(dict) else { return Ok(None) };
            let version = table.version();
            let mut probe = table.probe(hash);
            loop {
                let Some(table) = self.dict_table(dict) else { return Ok(None) };
                let Some((place, candidate)) = table.next_candidate(&mut probe) else { return Ok(None) };
                if candidate == key {
                    return Ok(Some(place));
                }
                let equal = match self.same_key(candidate, key) {
                    Some(equal) => equal,
                    None => {
                        let equal = self.eq(candidate, key)?;
                        if self.dict_table(dict).is_none_or(|table| table.version() != version) {
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
