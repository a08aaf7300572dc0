//! `object[key]`.

use super::Method;
use crate::error::{Res, Unwind};
use crate::object::{Object, RangeObject, sym};
use crate::text::slice;
use crate::value::Value;
use crate::vm::Vm;

/// What errors call an index into a sequence, and an index beyond its end.
pub(super) struct Words {
    pub kind: &'static str,
    pub range: &'static str,
}

pub(super) const LIST: Words = Words { kind: "list", range: "list" };
const TUPLE: Words = Words { kind: "tuple", range: "tuple" };
const BYTES: Words = Words { kind: "byte", range: "" };
pub(super) const BYTE_ARRAY: Words = Words { kind: "bytearray", range: "bytearray" };
const RANGE: Words = Words { kind: "range", range: "range object" };

impl Vm {
    /// `object[key]`
    ///
    /// # Errors
    /// `TypeError`, `IndexError`, `KeyError`, or what a special method raises.
    #[inline]
    pub fn get_item(&mut self, object: Value, key: Value) -> Res {
        match self.item_fast(object, key) {
            Some(item) => Ok(item),
            None => self.get_item_slow(object, key),
        }
    }

    /// The same when [`Vm::item_fast`] declined.
    pub(in crate::vm) fn get_item_slow(&mut self, object: Value, key: Value) -> Res {
        match self.own_method(object, sym::GETITEM) {
            Method::Own(found) => return self.call_own(found, object, sym::GETITEM, &[key]),
            Method::Refused => return Err(self.object_error(object, "is not subscriptable")),
            Method::Builtin => {}
        }
        self.builtin_get_item(object, key)
    }

    /// `object[key]` as the builtin types do it, instances counting as what they carry.
    ///
    /// # Errors
    /// As [`Vm::get_item`].
    pub fn builtin_get_item(&mut self, object: Value, key: Value) -> Res {
        let plain = self.plain(object);
        let Some(r) = plain.as_ref() else { return Err(self.object_error(object, "is not subscriptable")) };
        match self.heap.get(r) {
            Object::Dict(_) => match self.dict_get(r, key)? {
                Some(value) => Ok(value),
                None => self.missing(object, key),
            },
            Object::List(_) => self.list_item(plain, key),
            Object::Tuple(_) => self.tuple_item(plain, key),
            Object::Str(_) => self.text_item(plain, key),
            Object::Bytes(_) | Object::ByteArray(_) => self.bytes_item(plain, key),
            Object::Range(range) => {
                let range = **range;
                self.range_item(range, key)
            }
            Object::Class(_) => self.class_item(object, key),
            _ => Err(self.object_error(object, "is not subscriptable")),
        }
    }

    /// A key that is not in a dict: `__missing__` of a subclass, else `KeyError`.
    fn missing(&mut self, object: Value, key: Value) -> Res {
        match self.call_if_own(object, sym::MISSING, &[key])? {
            Some(result) => Ok(result),
            None => Err(self.key_error(key)),
        }
    }

    /// Whether a key is a slice.
    pub(super) fn as_slice(&self, key: Value) -> Option<[Value; 3]> {
        match self.heap.object(key)? {
            Object::Slice(parts) => Some(**parts),
            _ => None,
        }
    }

    /// A key as an index into a sequence of this length.
    pub(super) fn sequence_place(&mut self, words: &Words, key: Value, length: usize, suffix: &str) -> Res<usize> {
        let index = self.sequence_index_value(words, key)?;
        match slice::index(index, length) {
            Some(place) => Ok(place),
            None => {
                let blank = if words.range.is_empty() { "" } else { " " };
                Err(self.index_error(format!("{}{blank}{suffix}index out of range", words.range)))
            }
        }
    }

    fn sequence_index_value(&mut self, words: &Words, key: Value) -> Res<i64> {
        if let Some(index) = key.as_small_int() {
            return Ok(index);
        }
        if !self.is_int(key) && !matches!(self.own_method(key, sym::INDEX), Method::Own(_)) {
            return Err(self.wrong_index(words, key));
        }
        let index = self.to_index(key);
        match index {
            Err(error) if self.is_raised(&error, crate::object::Type::OverflowError) => {
                if words.kind == RANGE.kind {
                    return Err(self.index_error("range object index out of range"));
                }
                let name = self.type_name(key);
                Err(self.index_error(format!("cannot fit '{name}' into an index-sized integer")))
            }
            other => other,
        }
    }

    fn wrong_index(&mut self, words: &Words, key: Value) -> Unwind {
        let name = self.type_name(key);
        self.type_error(format!("{} indices must be integers or slices, not {name}", words.kind))
    }

    fn list_item(&mut self, list: Value, key: Value) -> Res {
        if let Some(parts) = self.as_slice(key) {
            let range = self.slice_range(parts, list)?;
            self.check_alloc(range.count * 8)?;
            let picked = match self.list_items(list) {
                Some(items) if range.step == 1 => {
                    let start = range.start as usize;
                    items.get(start..start + range.count).map(<[Value]>::to_vec).unwrap_or_default()
                }
                Some(items) => range.indices().filter_map(|i| items.get(i).copied()).collect(),
                None => Vec::new(),
            };
            return Ok(self.list(picked));
        }
        let length = self.builtin_len(list).unwrap_or(0);
        let place = self.sequence_place(&LIST, key, length, "")?;
        // `__index__` may have shortened the list.
        match self.list_items(list).and_then(|items| items.get(place).copied()) {
            Some(item) => Ok(item),
            None => Err(self.index_error("list index out of range")),
        }
    }

    fn tuple_item(&mut self, tuple: Value, key: Value) -> Res {
        if let Some(parts) = self.as_slice(key) {
            let range = self.slice_range(parts, tuple)?;
            self.check_alloc(range.count * 16)?;
            let items = self.tuple_items(tuple).unwrap_or(&[]);
            let picked = range.indices().filter_map(|i| items.get(i).copied()).collect();
            return Ok(self.tuple(picked));
        }
        let length = self.builtin_len(tuple).unwrap_or(0);
        let place = self.sequence_place(&TUPLE, key, length, "")?;
        match self.tuple_items(tuple).and_then(|items| items.get(place).copied()) {
            Some(item) => Ok(item),
            None => Err(self.index_error("tuple index out of range")),
        }
    }

    fn text_item(&mut self, text: Value, key: Value) -> Res {
        if let Some(parts) = self.as_slice(key) {
            let range = self.slice_range(parts, text)?;
            let Some(Object::Str(s)) = self.heap.object(text) else { return Ok(text) };
            let picked: String = if range.step == 1 {
                let start = range.start as usize;
                s.slice(start, start + range.count).to_string()
            } else if s.is_ascii() {
                let bytes = s.as_str().as_bytes();
                range.indices().filter_map(|i| bytes.get(i)).map(|&b| char::from(b)).collect()
            } else {
                let chars: Vec<char> = s.as_str().chars().collect();
                range.indices().filter_map(|i| chars.get(i)).collect()
            };
            return Ok(self.string(picked));
        }
        if !self.is_int(key) && !matches!(self.own_method(key, sym::INDEX), Method::Own(_)) {
            let name = self.type_name(key);
            return Err(self.type_error(format!("string indices must be integers, not '{name}'")));
        }
        let length = self.builtin_len(text).unwrap_or(0);
        let words = Words { kind: "string", range: "string" };
        let place = self.sequence_place(&words, key, length, "")?;
        let Some(Object::Str(s)) = self.heap.object(text) else { return Ok(text) };
        let picked = s.slice(place, place + 1).to_string();
        Ok(self.string(picked))
    }

    fn bytes_item(&mut self, bytes: Value, key: Value) -> Res {
        let mutable = matches!(self.heap.object(bytes), Some(Object::ByteArray(_)));
        if let Some(parts) = self.as_slice(key) {
            let range = self.slice_range(parts, bytes)?;
            let all = self.as_bytes(bytes).unwrap_or(&[]);
            let picked: Vec<u8> = range.indices().filter_map(|i| all.get(i).copied()).collect();
            return Ok(if mutable { self.alloc(Object::ByteArray(picked)) } else { self.bytes(picked) });
        }
        let length = self.builtin_len(bytes).unwrap_or(0);
        let place = self.sequence_place(if mutable { &BYTE_ARRAY } else { &BYTES }, key, length, "")?;
        let byte = self.as_bytes(bytes).and_then(|bytes| bytes.get(place)).copied().unwrap_or(0);
        Ok(Value::small_int_wrapping(i64::from(byte)))
    }

    fn range_item(&mut self, range: RangeObject, key: Value) -> Res {
        let length = i64::try_from(range.len()).unwrap_or(i64::MAX);
        if let Some(parts) = self.as_slice(key) {
            let picked = self.slice_range_of(parts, length)?;
            let at = |index: i64| {
                let value = i128::from(range.start) + i128::from(index) * i128::from(range.step);
                i64::try_from(value).unwrap_or(if value < 0 { i64::MIN } else { i64::MAX })
            };
            let step = range.step.saturating_mul(picked.step);
            let sub = RangeObject { start: at(picked.start), stop: at(picked.stop), step };
            return Ok(self.alloc(Object::Range(Box::new(sub))));
        }
        let index = self.sequence_index_value(&RANGE, key)?;
        let place = if index < 0 { index.saturating_add(length) } else { index };
        match u64::try_from(place) {
            Ok(place) if place < range.len() => Ok(self.int(range.at(place))),
            _ => Err(self.index_error("range object index out of range")),
        }
    }
}
