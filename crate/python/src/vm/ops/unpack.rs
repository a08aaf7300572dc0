//! `a, b = value` and `a, *b, c = value`.

use crate::error::{Res, Unwind};
use crate::object::{Object, Type};
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    /// Exactly `count` values.
    ///
    /// # Errors
    /// `ValueError` for another number of values, `TypeError` when the value is not iterable.
    pub fn unpack(&mut self, value: Value, count: usize) -> Res<Vec<Value>> {
        let items = match self.heap.object(value) {
            Some(Object::Tuple(items)) => Some(&items[..]),
            Some(Object::List(items)) => Some(&items[..]),
            _ => None,
        };
        if let Some(items) = items {
            if items.len() == count {
                return Ok(items.to_vec());
            }
            let given = items.len();
            return Err(if given < count { self.not_enough(count, given, false) } else { self.too_many_values(count) });
        }
        let iter = self.unpack_iter(value)?;
        let mut items = Vec::with_capacity(count);
        while items.len() < count {
            match self.next(iter)? {
                Some(item) => items.push(item),
                None => return Err(self.not_enough(count, items.len(), false)),
            }
        }
        if self.next(iter)?.is_some() {
            return Err(self.too_many_values(count));
        }
        Ok(items)
    }

    /// `before` values, a list of what is between, and `after` values.
    ///
    /// # Errors
    /// As [`Vm::unpack`].
    pub fn unpack_star(&mut self, value: Value, before: usize, after: usize) -> Res<Vec<Value>> {
        let iter = self.unpack_iter(value)?;
        let mut items = self.collect(iter)?;
        let least = before + after;
        if items.len() < least {
            let given = items.len();
            return Err(self.not_enough(least, given, true));
        }
        let tail = items.split_off(items.len() - after);
        let middle = items.split_off(before);
        let middle = self.list(middle);
        items.push(middle);
        items.extend(tail);
        Ok(items)
    }

    fn unpack_iter(&mut self, value: Value) -> Res {
        match self.iter(value) {
            Err(error) if self.is_raised(&error, Type::TypeError) && !self.is_iterable(value) => {
                let name = self.type_name(value);
                Err(self.type_error(format!("cannot unpack non-iterable {name} object")))
            }
            other => other,
        }
    }

    fn not_enough(&mut self, wanted: usize, given: usize, star: bool) -> Unwind {
        let least = if star { "at least " } else { "" };
        self.value_error(format!("not enough values to unpack (expected {least}{wanted}, got {given})"))
    }

    fn too_many_values(&mut self, wanted: usize) -> Unwind {
        self.value_error(format!("too many values to unpack (expected {wanted})"))
    }
}
