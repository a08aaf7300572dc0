//! Comparing containers. Comparing elements may run Python code that changes the containers, so every step looks at
//! them anew.

use std::cmp::Ordering;

use super::TICK_EVERY;
use super::compare::holds;
use crate::code::CmpOp;
use crate::error::Res;
use crate::object::Object;
use crate::value::{Ref, Value};
use crate::vm::Vm;

impl Vm {
    fn item_at(&self, sequence: Value, index: usize) -> Option<Value> {
        match self.heap.object(sequence)? {
            Object::List(items) => items.get(index).copied(),
            Object::Tuple(items) => items.get(index).copied(),
            _ => None,
        }
    }

    fn items_len(&self, sequence: Value) -> usize {
        match self.heap.object(sequence) {
            Some(Object::List(items)) => items.len(),
            Some(Object::Tuple(items)) => items.len(),
            _ => 0,
        }
    }

    /// Two plain lists or two plain tuples: the first elements that differ decide.
    pub(super) fn compare_sequences(&mut self, op: CmpOp, a: Value, b: Value) -> Res {
        let lengths = (self.items_len(a), self.items_len(b));
        if lengths.0 != lengths.1 && matches!(op, CmpOp::Eq | CmpOp::Ne) {
            return Ok(Value::bool(op == CmpOp::Ne));
        }
        let mut index = 0;
        let mark = self.kept();
        while let (Some(x), Some(y)) = (self.item_at(a, index), self.item_at(b, index)) {
            // A method may drop them from their containers while they are compared.
            self.keep(x);
            self.keep(y);
            if !self.eq(x, y)? {
                return match op {
                    CmpOp::Eq => Ok(Value::FALSE),
                    CmpOp::Ne => Ok(Value::TRUE),
                    _ => self.compare(op, x, y),
                };
            }
            self.release(mark, Value::NONE);
            index += 1;
            if index % TICK_EVERY == 0 {
                self.tick(TICK_EVERY as u64)?;
            }
        }
        Ok(Value::bool(holds(op, Some(self.items_len(a).cmp(&self.items_len(b))))))
    }

    /// The same for values that nobody else holds.
    pub(super) fn compare_items(&mut self, op: CmpOp, a: &[Value], b: &[Value]) -> Res {
        for (&x, &y) in a.iter().zip(b) {
            if !self.eq(x, y)? {
                return self.compare(op, x, y);
            }
        }
        Ok(Value::bool(holds(op, Some(a.len().cmp(&b.len())))))
    }

    pub(super) fn dicts_equal(&mut self, a: Ref, b: Ref) -> Res<bool> {
        if self.dict_len(a) != self.dict_len(b) {
            return Ok(false);
        }
        let pairs: Vec<_> = self.dict_table(a).map_or_else(Vec::new, |table| table.iter_hashed().collect());
        self.temps.extend(pairs.iter().flat_map(|&(_, key, value)| [key, value]).filter(|v| v.as_ref().is_some()));
        for (hash, key, value) in pairs {
            let Some(place) = self.dict_find(b, hash, key)? else { return Ok(false) };
            let Some(other) = self.dict_table(b).map(|table| table.value_at(place)) else { return Ok(false) };
            if !self.eq(value, other)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Sets and the views that behave like sets; the order is inclusion.
    pub(super) fn compare_sets(&mut self, op: CmpOp, a: Value, b: Value) -> Res<Option<Value>> {
        let is_set = |vm: &Self, value| vm.set_ref(value).is_some() || vm.is_set_view(value);
        if !is_set(self, a) || !is_set(self, b) {
            return Ok(None);
        }
        let (x, y) = (self.set_from(a)?, self.set_from(b)?);
        let (x_len, y_len) = (self.set_len(x), self.set_len(y));
        let result = match op {
            CmpOp::Eq => x_len == y_len && self.is_subset(x, y)?,
            CmpOp::Ne => x_len != y_len || !self.is_subset(x, y)?,
            CmpOp::Le => self.is_subset(x, y)?,
            CmpOp::Lt => x_len < y_len && self.is_subset(x, y)?,
            CmpOp::Ge => self.is_subset(y, x)?,
            CmpOp::Gt => x_len > y_len && self.is_subset(y, x)?,
        };
        Ok(Some(Value::bool(result)))
    }

    /// Whether every element of `a` is in `b`.
    ///
    /// # Errors
    /// What comparing the elements raises.
    pub fn is_subset(&mut self, a: Ref, b: Ref) -> Res<bool> {
        if self.set_len(a).cmp(&self.set_len(b)) == Ordering::Greater {
            return Ok(false);
        }
        for (hash, key) in self.set_hashed(a) {
            if self.set_find(b, hash, key)?.is_none() {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
