//! `item in container`.

use super::Method;
use crate::error::Res;
use crate::object::{DictViewKind, Object, RangeObject, sym};
use crate::value::{Ref, Value};
use crate::vm::Vm;

impl Vm {
    /// `item in container`
    ///
    /// # Errors
    /// `TypeError` when the container is none, and what comparing raises.
    pub fn contains(&mut self, container: Value, item: Value) -> Res<bool> {
        match self.own_method(container, sym::CONTAINS) {
            Method::Own(found) => {
                let result = self.call_own(found, container, sym::CONTAINS, &[item])?;
                return self.truthy(result);
            }
            Method::Refused => return Err(self.object_error(container, "is not a container")),
            Method::Builtin => {}
        }
        if let Method::Own(_) = self.own_method(container, sym::ITER) {
            return self.contains_by_iteration(container, item);
        }
        let plain = self.plain(container);
        let Some(r) = plain.as_ref() else { return self.contains_by_iteration(container, item) };
        match self.heap.get(r) {
            Object::Dict(_) => Ok(self.dict_get(r, item)?.is_some()),
            Object::Set(_) | Object::FrozenSet(_) => self.set_has(r, item),
            Object::List(_) | Object::Tuple(_) => self.sequence_index(plain, item).map(|found| found.is_some()),
            Object::Str(_) => self.contains_text(plain, item),
            Object::Bytes(_) | Object::ByteArray(_) => self.contains_bytes(plain, item),
            Object::Range(range) => {
                let range = **range;
                self.range_has(range, item)
            }
            Object::DictView(kind, dict) => {
                let (kind, dict) = (*kind, *dict);
                self.contains_in_view(kind, dict, container, item)
            }
            _ => self.contains_by_iteration(container, item),
        }
    }

    /// Where an item is in a plain list or tuple.
    ///
    /// # Errors
    /// What comparing raises.
    pub fn sequence_index(&mut self, sequence: Value, item: Value) -> Res<Option<usize>> {
        let mut index = 0;
        loop {
            let candidate = match self.heap.object(sequence) {
                Some(Object::List(items)) => items.get(index),
                Some(Object::Tuple(items)) => items.get(index),
                _ => None,
            };
            let Some(&candidate) = candidate else { return Ok(None) };
            if self.eq(candidate, item)? {
                return Ok(Some(index));
            }
            index += 1;
            if index.is_multiple_of(super::TICK_EVERY) {
                self.tick(super::TICK_EVERY as u64)?;
            }
        }
    }

    fn contains_text(&mut self, text: Value, item: Value) -> Res<bool> {
        match (self.as_str(text), self.as_str(item)) {
            (Some(text), Some(item)) => Ok(text.contains(item)),
            _ => {
                let name = self.type_name(item);
                Err(self.type_error(format!("'in <string>' requires string as left operand, not {name}")))
            }
        }
    }

    fn contains_bytes(&mut self, bytes: Value, item: Value) -> Res<bool> {
        if let (Some(bytes), Some(item)) = (self.as_bytes(bytes), self.as_bytes(item)) {
            return Ok(memchr::memmem::find(bytes, item).is_some());
        }
        if !self.is_int(item) && !matches!(self.own_method(item, sym::INDEX), Method::Own(_)) {
            let name = self.type_name(item);
            return Err(self.type_error(format!("a bytes-like object is required, not '{name}'")));
        }
        let index = self.to_big_index(item)?;
        match u8::try_from(&index).ok() {
            Some(byte) => Ok(self.as_bytes(bytes).is_some_and(|bytes| bytes.contains(&byte))),
            None => Err(self.value_error("byte must be in range(0, 256)")),
        }
    }

    /// `item in range`: by arithmetic for integers and whole floats, else by comparing.
    fn range_has(&mut self, range: RangeObject, item: Value) -> Res<bool> {
        let wanted = match (self.as_i64(item), self.as_f64_exact(item)) {
            (Some(i), _) => i,
            (None, Some(f)) if f.fract() == 0.0 && f.abs() < 9e18 => f as i64,
            _ if self.number(item).is_some() => return Ok(false),
            _ if self.has_methods(item) => {
                let sequence = self.alloc(Object::Range(Box::new(range)));
                return self.contains_by_iteration(sequence, item);
            }
            _ => return Ok(false),
        };
        Ok(range_position(range, wanted).is_some())
    }

    fn contains_in_view(&mut self, kind: DictViewKind, dict: Ref, view: Value, item: Value) -> Res<bool> {
        match kind {
            DictViewKind::Keys => Ok(self.dict_get(dict, item)?.is_some()),
            DictViewKind::Values => self.contains_by_iteration(view, item),
            DictViewKind::Items => {
                let Some(&[key, value]) = self.tuple_items(item) else { return Ok(false) };
                match self.dict_get(dict, key)? {
                    Some(found) => self.eq(found, value),
                    None => Ok(false),
                }
            }
        }
    }

    fn contains_by_iteration(&mut self, container: Value, item: Value) -> Res<bool> {
        if !self.is_iterable(container) {
            let name = self.type_name(container);
            return Err(self.type_error(format!("argument of type '{name}' is not iterable")));
        }
        let mut found = false;
        self.for_each(container, &mut |vm, candidate| {
            found = vm.eq(candidate, item)?;
            Ok(!found)
        })?;
        Ok(found)
    }
}

/// The index of a number in a range.
pub(super) fn range_position(range: RangeObject, wanted: i64) -> Option<u64> {
    let distance = i128::from(wanted) - i128::from(range.start);
    let step = i128::from(range.step);
    if distance % step != 0 {
        return None;
    }
    u64::try_from(distance / step).ok().filter(|&index| index < range.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_find_their_numbers() {
        let range = RangeObject { start: 10, stop: -5, step: -3 };
        let found: Vec<_> = (-10..15).filter_map(|i| range_position(range, i)).collect();
        assert_eq!(found, [4, 3, 2, 1, 0]);
        assert_eq!(range_position(RangeObject { start: i64::MIN, stop: i64::MAX, step: 1 }, 0), Some(1 << 63));
    }
}
