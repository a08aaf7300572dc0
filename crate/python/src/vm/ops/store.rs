//! `object[key] = value` and `del object[key]`.

use super::Method;
use super::items::{BYTE_ARRAY, LIST};
use crate::error::Res;
use crate::object::{Object, sym};
use crate::value::{Ref, Value};
use crate::vm::Vm;

impl Vm {
    /// `object[key] = value`
    ///
    /// # Errors
    /// `TypeError`, `IndexError`, `Halt` on shared objects, or what a special method raises.
    #[inline]
    pub fn set_item(&mut self, object: Value, key: Value, value: Value) -> Res<()> {
        if self.set_item_fast(object, key, value)? { Ok(()) } else { self.set_item_slow(object, key, value) }
    }

    /// The same when [`Vm::set_item_fast`] declined.
    pub(in crate::vm) fn set_item_slow(&mut self, object: Value, key: Value, value: Value) -> Res<()> {
        match self.own_method(object, sym::SETITEM) {
            Method::Own(found) => return self.call_own(found, object, sym::SETITEM, &[key, value]).map(drop),
            Method::Refused => return Err(self.object_error(object, "does not support item assignment")),
            Method::Builtin => {}
        }
        self.builtin_set_item(object, key, value)
    }

    /// `object[key] = value` as the builtin types do it.
    ///
    /// # Errors
    /// As [`Vm::set_item`].
    pub fn builtin_set_item(&mut self, object: Value, key: Value, value: Value) -> Res<()> {
        let Some(r) = self.plain(object).as_ref() else {
            return Err(self.object_error(object, "does not support item assignment"));
        };
        match self.heap.get(r) {
            Object::Dict(_) => self.dict_set(r, key, value),
            Object::List(_) => match self.as_slice(key) {
                Some(parts) => self.set_list_slice(r, parts, value),
                None => self.set_list_item(r, key, value),
            },
            Object::ByteArray(_) => match self.as_slice(key) {
                Some(parts) => self.set_bytes_slice(r, parts, value),
                None => self.set_byte(r, key, value),
            },
            _ => Err(self.object_error(object, "does not support item assignment")),
        }
    }

    fn set_list_item(&mut self, list: Ref, key: Value, value: Value) -> Res<()> {
        let length = self.builtin_len(Value::object(list)).unwrap_or(0);
        let place = self.sequence_place(&LIST, key, length, "assignment ")?;
        if let Object::List(items) = self.heap.get_mut(list)?
            && let Some(slot) = items.get_mut(place)
        {
            *slot = value;
        }
        Ok(())
    }

    fn set_byte(&mut self, bytes: Ref, key: Value, value: Value) -> Res<()> {
        let length = self.builtin_len(Value::object(bytes)).unwrap_or(0);
        let place = self.sequence_place(&BYTE_ARRAY, key, length, "")?;
        let byte = self.to_byte(value)?;
        if let Object::ByteArray(bytes) = self.heap.get_mut(bytes)?
            && let Some(slot) = bytes.get_mut(place)
        {
            *slot = byte;
        }
        Ok(())
    }

    /// A number from 0 to 255.
    ///
    /// # Errors
    /// `TypeError` and `ValueError` for everything else.
    pub fn to_byte(&mut self, value: Value) -> Res<u8> {
        let index = self.to_index(value)?;
        match u8::try_from(index) {
            Ok(byte) => Ok(byte),
            Err(_) => Err(self.value_error("byte must be in range(0, 256)")),
        }
    }

    /// `del object[key]`
    ///
    /// # Errors
    /// As [`Vm::set_item`], and `KeyError`.
    pub fn del_item(&mut self, object: Value, key: Value) -> Res<()> {
        match self.own_method(object, sym::DELITEM) {
            Method::Own(found) => return self.call_own(found, object, sym::DELITEM, &[key]).map(drop),
            Method::Refused => return Err(self.object_error(object, "doesn't support item deletion")),
            Method::Builtin => {}
        }
        self.builtin_del_item(object, key)
    }

    /// `del object[key]` as the builtin types do it.
    ///
    /// # Errors
    /// As [`Vm::del_item`].
    pub fn builtin_del_item(&mut self, object: Value, key: Value) -> Res<()> {
        let Some(r) = self.plain(object).as_ref() else {
            return Err(self.object_error(object, "does not support item deletion"));
        };
        match self.heap.get(r) {
            Object::Dict(_) => match self.dict_remove(r, key)? {
                Some(_) => Ok(()),
                None => Err(self.key_error(key)),
            },
            Object::List(_) => match self.as_slice(key) {
                Some(parts) => self.del_list_slice(r, parts),
                None => {
                    let length = self.builtin_len(Value::object(r)).unwrap_or(0);
                    let place = self.sequence_place(&LIST, key, length, "assignment ")?;
                    if let Object::List(items) = self.heap.get_mut(r)?
                        && place < items.len()
                    {
                        items.remove(place);
                    }
                    Ok(())
                }
            },
            Object::ByteArray(_) => match self.as_slice(key) {
                Some(parts) => self.del_bytes_slice(r, parts),
                None => {
                    let length = self.builtin_len(Value::object(r)).unwrap_or(0);
                    let place = self.sequence_place(&BYTE_ARRAY, key, length, "")?;
                    if let Object::ByteArray(bytes) = self.heap.get_mut(r)?
                        && place < bytes.len()
                    {
                        bytes.remove(place);
                    }
                    Ok(())
                }
            },
            Object::Instance(_)
            | Object::Str(_)
            | Object::Bytes(_)
            | Object::Tuple(_)
            | Object::Range(_)
            | Object::Set(_)
            | Object::FrozenSet(_)
            | Object::DictView(..) => Err(self.object_error(object, "doesn't support item deletion")),
            _ => Err(self.object_error(object, "does not support item deletion")),
        }
    }
}
