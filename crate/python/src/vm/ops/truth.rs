//! Truth and length.

use super::Method;
use super::number::Num;
use crate::error::Res;
use crate::object::{Object, sym};
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    /// `bool(value)`
    ///
    /// # Errors
    /// What `__bool__` or `__len__` raise.
    #[inline]
    pub fn truthy(&mut self, value: Value) -> Res<bool> {
        match value {
            Value::TRUE => Ok(true),
            Value::FALSE | Value::NONE => Ok(false),
            _ => self.truthy_slow(value),
        }
    }

    fn truthy_slow(&mut self, value: Value) -> Res<bool> {
        if let Some(i) = value.as_small_int() {
            return Ok(i != 0);
        }
        if self.has_methods(value) {
            return self.instance_truth(value);
        }
        if let Some(number) = self.number(value) {
            return Ok(match number {
                Num::Int(i) => i != 0,
                Num::Float(f) => f != 0.0,
                Num::Complex(re, im) => re != 0.0 || im != 0.0,
                Num::Wide(_) | Num::Big(_) => true,
            });
        }
        Ok(self.builtin_len(value).is_none_or(|length| length > 0))
    }

    fn instance_truth(&mut self, value: Value) -> Res<bool> {
        if let Method::Own(found) = self.own_method(value, sym::BOOL) {
            let result = self.call_own(found, value, sym::BOOL, &[])?;
            return match result.as_bool() {
                Some(truth) => Ok(truth),
                None => {
                    let name = self.type_name(result);
                    Err(self.type_error(format!("__bool__ should return bool, returned {name}")))
                }
            };
        }
        if let Method::Own(_) = self.own_method(value, sym::LEN) {
            return Ok(self.len(value)? > 0);
        }
        let plain = self.plain(value);
        if plain == value { Ok(true) } else { self.truthy(plain) }
    }

    /// `len(value)`
    ///
    /// # Errors
    /// `TypeError` without a length, or what `__len__` raises.
    pub fn len(&mut self, value: Value) -> Res<usize> {
        if let Method::Own(found) = self.own_method(value, sym::LEN) {
            let result = self.call_own(found, value, sym::LEN, &[])?;
            let length = self.to_index(result)?;
            return match usize::try_from(length) {
                Ok(length) => Ok(length),
                Err(_) => Err(self.value_error("__len__() should return >= 0")),
            };
        }
        match self.builtin_len(value) {
            Some(length) => Ok(length),
            None => {
                let name = self.type_name(value);
                Err(self.type_error(format!("object of type '{name}' has no len()")))
            }
        }
    }

    /// The length of a builtin container, or of what an instance carries.
    #[must_use]
    pub fn builtin_len(&self, value: Value) -> Option<usize> {
        Some(match self.heap.object(self.plain(value))? {
            Object::Str(s) => s.char_len(),
            Object::List(items) => items.len(),
            Object::Tuple(items) => items.len(),
            Object::Dict(dict) => dict.len(),
            Object::Set(set) | Object::FrozenSet(set) => set.len(),
            Object::Bytes(bytes) => bytes.len(),
            Object::ByteArray(bytes) => bytes.len(),
            Object::Range(range) => usize::try_from(range.len()).unwrap_or(usize::MAX),
            Object::DictView(_, dict) => self.dict_len(*dict),
            _ => return None,
        })
    }
}
