//! `|`, `&`, `-`, `^` of sets, and of the views that behave like sets; `|` of dicts.

use crate::code::BinOp;
use crate::error::Res;
use crate::object::{DictViewKind, Object, SetTable};
use crate::value::{Ref, Value};
use crate::vm::Vm;

impl Vm {
    /// A set operator on builtin values; `None` when the operands are no sets.
    pub(super) fn set_operator(&mut self, op: BinOp, a: Value, b: Value) -> Res<Option<Value>> {
        if let (Some(left), Some(right)) = (self.set_ref(a), self.set_ref(b)) {
            let frozen = matches!(self.heap.get(left), Object::FrozenSet(_));
            return self.set_combine(op, left, right, frozen).map(|set| Some(Value::object(set)));
        }
        if let (BinOp::Or, Some(left), Some(right)) = (op, self.dict_ref(a), self.dict_ref(b)) {
            let merged = self.dict_copy(left);
            self.dict_merge(merged, right)?;
            return Ok(Some(Value::object(merged)));
        }
        if self.is_set_view(a) || self.is_set_view(b) {
            return self.view_operator(op, a, b).map(|set| Some(Value::object(set)));
        }
        Ok(None)
    }

    /// An operator on a view and any iterable: a set of the left side, changed by the right one.
    fn view_operator(&mut self, op: BinOp, a: Value, b: Value) -> Res<Ref> {
        let left = self.set_from(a)?;
        let right = self.set_from(b)?;
        if op == BinOp::And {
            return self.set_combine(op, left, right, false);
        }
        let result = self.set_copy(left, false);
        self.set_combine_into(op, result, right)?;
        Ok(result)
    }

    /// Whether a value is `d.keys()` or `d.items()`.
    pub(super) fn is_set_view(&self, value: Value) -> bool {
        matches!(self.heap.object(value), Some(Object::DictView(DictViewKind::Keys | DictViewKind::Items, _)))
    }

    /// A new set of two: `|`, `&`, `-` or `^`, in CPython's order of insertion.
    ///
    /// # Errors
    /// What comparing the elements raises.
    pub fn set_combine(&mut self, op: BinOp, left: Ref, right: Ref, frozen: bool) -> Res<Ref> {
        let result = match op {
            BinOp::Or => {
                let result = self.set_copy(left, frozen);
                self.set_insert_all(result, right)?;
                return Ok(result);
            }
            BinOp::Xor => {
                let result = self.set_copy(right, frozen);
                for (hash, key) in self.set_hashed(left) {
                    if !self.set_discard_hashed(result, hash, key)? {
                        self.set_add_hashed(result, hash, key)?;
                    }
                }
                return Ok(result);
            }
            // CPython copies and removes when there is little to remove: the order tells.
            BinOp::Sub if self.set_len(left) >> 2 > self.set_len(right) => {
                let result = self.set_copy(left, frozen);
                for (hash, key) in self.set_hashed(right) {
                    self.set_discard_hashed(result, hash, key)?;
                }
                return Ok(result);
            }
            _ => self.new_set(frozen),
        };
        let keep_common = op == BinOp::And;
        let (walked, other) =
            if keep_common && self.set_len(right) <= self.set_len(left) { (right, left) } else { (left, right) };
        for (hash, key) in self.set_hashed(walked) {
            if self.set_find(other, hash, key)?.is_some() == keep_common {
                self.set_add_hashed(result, hash, key)?;
            }
        }
        Ok(result)
    }

    /// A copy of a set.
    pub fn set_copy(&mut self, set: Ref, frozen: bool) -> Ref {
        let table: Box<SetTable> = Box::new(self.set_table(set).map(SetTable::copied).unwrap_or_default());
        self.alloc_ref(if frozen { Object::FrozenSet(table) } else { Object::Set(table) })
    }

    /// Adds all elements of another set.
    pub(super) fn set_insert_all(&mut self, set: Ref, other: Ref) -> Res<()> {
        let Some(incoming) = self.set_table(other) else { return Ok(()) };
        let is_empty = self.set_table(set).is_none_or(|table| table.is_empty() && table.version() == 0);
        let (copy, keys) = (incoming.copied(), incoming.iter_hashed().collect::<Vec<_>>());
        let bytes = copy.size();
        let Some(table) = self.set_table_mut(set)? else { return Ok(()) };
        if is_empty {
            *table = copy;
            return self.container_grew(bytes);
        }
        table.make_room_for(&copy);
        for (hash, key) in keys {
            self.set_add_hashed(set, hash, key)?;
        }
        Ok(())
    }

    /// `set op= other` of a set with a set: changes it in place.
    ///
    /// # Errors
    /// What comparing the elements raises.
    pub fn set_combine_into(&mut self, op: BinOp, set: Ref, other: Ref) -> Res<()> {
        match op {
            BinOp::Or => return self.set_insert_all(set, other),
            BinOp::Sub | BinOp::Xor => {
                for (hash, key) in self.set_hashed(other) {
                    if !self.set_discard_hashed(set, hash, key)? && op == BinOp::Xor {
                        self.set_add_hashed(set, hash, key)?;
                    }
                }
                return Ok(());
            }
            _ => {}
        }
        let result = self.set_combine(op, set, other, false)?;
        let table = self.set_table(result).cloned().unwrap_or_default();
        if let Some(place) = self.set_table_mut(set)? {
            *place = table;
        }
        Ok(())
    }
}
