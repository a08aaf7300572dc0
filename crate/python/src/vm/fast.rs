//! The usual ways of instructions, for the run loop: they look at values and the
//! heap, never at the stack, and never run Python code. What they decline goes
//! the general way.

use super::Vm;
use super::make::NO_SLOT;
use super::small_int::int_binary;
use crate::code::BinOp;
use crate::error::Res;
use crate::object::{CodeInstance, Iter, Object};
use crate::value::Value;

/// Operators on two small integers or two floats.
#[inline]
pub(super) fn binary_fast(op: BinOp, a: Value, b: Value) -> Option<Value> {
    if let (Some(x), Some(y)) = (a.as_small_int(), b.as_small_int()) {
        return int_binary(op, x, y);
    }
    let (x, y) = (a.as_float()?, b.as_float()?);
    match op {
        BinOp::Add => Some(Value::float(x + y)),
        BinOp::Sub => Some(Value::float(x - y)),
        BinOp::Mul => Some(Value::float(x * y)),
        BinOp::TrueDiv if y != 0.0 => Some(Value::float(x / y)),
        _ => None,
    }
}

/// The truth of constants and small integers.
#[inline]
pub(super) fn truth_fast(value: Value) -> Option<bool> {
    value.as_bool().or_else(|| value.as_small_int().map(|i| i != 0)).or_else(|| value.is_none().then_some(false))
}

impl Vm {
    /// `list[int]`, `tuple[int]` with an index inside, `dict[key]` with a simple key that is there.
    #[inline(always)]
    pub(in crate::vm) fn item_fast(&self, object: Value, key: Value) -> Option<Value> {
        let items: &[Value] = match self.heap.object(object)? {
            Object::List(items) => items,
            Object::Tuple(items) => items,
            Object::Dict(dict) => return self.quick_dict_value(dict, key),
            _ => return None,
        };
        let index = key.as_small_int()?;
        let index = if index < 0 { index + items.len() as i64 } else { index };
        items.get(usize::try_from(index).ok()?).copied()
    }

    /// One step of the iterators that loops use most.
    #[inline]
    pub(super) fn step_fast(&mut self, iterator: Value) -> Step {
        let Some(r) = iterator.as_ref() else { return Step::Other };
        let (list, index) = match self.heap.get_mut_internal(r) {
            Object::Iter(iter) => match &mut **iter {
                Iter::Range { next, step, left } => {
                    if *left == 0 {
                        return Step::End;
                    }
                    *left -= 1;
                    let value = *next;
                    *next = next.wrapping_add(*step);
                    return match Value::small_int(value) {
                        Some(value) => Step::Value(value),
                        None => Step::Value(self.int(value)),
                    };
                }
                Iter::List { list, index } => {
                    *index += 1;
                    (*list, *index - 1)
                }
                _ => return Step::Other,
            },
            Object::Generator(_) => return Step::Generator(r),
            _ => return Step::Other,
        };
        if let Object::List(items) = self.heap.get(list)
            && let Some(&value) = items.get(index)
        {
            return Step::Value(value);
        }
        if let Object::Iter(iter) = self.heap.get_mut_internal(r) {
            **iter = Iter::Exhausted(crate::object::Type::ListIterator);
        }
        Step::End
    }

    /// Whether two values are the same object. Equal numbers in the value itself are.
    #[inline]
    pub fn identical(&self, a: Value, b: Value) -> bool {
        a == b
    }

    /// A builtin that the module does not hide; unbound when that is not known yet.
    /// The module's own slot was looked at just before.
    #[inline]
    pub(super) fn builtin_global(&self, slot: u32, code: &CodeInstance, name: u16) -> Value {
        let builtin_slot = code.global_slots[name as usize].get().1;
        match self.heap.get(self.builtins) {
            Object::Module(builtins) if slot != NO_SLOT && builtin_slot != NO_SLOT => builtins.slot_value(builtin_slot),
            _ => Value::UNBOUND,
        }
    }

    /// `list.append(item)` when there is room; whether it was done.
    ///
    /// # Errors
    /// `Halt::SharedWrite`.
    #[inline]
    pub(super) fn append_fast(&mut self, function: Value, list: Value, item: Value) -> Res<bool> {
        if function != self.list_append {
            return Ok(false);
        }
        let Some(r) = list.as_ref() else { return Ok(false) };
        if !matches!(self.heap.get(r), Object::List(_)) {
            return Ok(false);
        }
        let Object::List(items) = self.heap.get_mut(r)? else { return Ok(false) };
        if items.len() == items.capacity() {
            return Ok(false);
        }
        items.push(item);
        Ok(true)
    }

    /// `dict.get(key)` and `dict.get(key, default)` of a simple key.
    #[inline]
    pub(super) fn get_fast(&self, function: Value, dict: Value, key: Value, default: Value) -> Option<Value> {
        if function != self.dict_get {
            return None;
        }
        let Object::Dict(dict) = self.heap.object(dict)? else { return None };
        self.quick_dict_get(dict, key, default)
    }

    /// `list[int] = value` with an index inside, `dict[key] = value` of a simple key
    /// that is there; whether it was done.
    ///
    /// # Errors
    /// `Halt::SharedWrite`.
    #[inline]
    pub(in crate::vm) fn set_item_fast(&mut self, object: Value, key: Value, value: Value) -> Res<bool> {
        let Some(r) = object.as_ref() else { return Ok(false) };
        if let Object::Dict(dict) = self.heap.get(r) {
            let Some(place) = self.quick_dict_key(dict, key) else { return Ok(false) };
            if let Object::Dict(dict) = self.heap.get_mut(r)? {
                dict.set_value_at(place, value);
            }
            return Ok(true);
        }
        let Some(index) = key.as_small_int() else { return Ok(false) };
        if !matches!(self.heap.get(r), Object::List(_)) {
            return Ok(false);
        }
        let Object::List(items) = self.heap.get_mut(r)? else { return Ok(false) };
        let index = if index < 0 { index + items.len() as i64 } else { index };
        let Some(slot) = usize::try_from(index).ok().and_then(|index| items.get_mut(index)) else { return Ok(false) };
        *slot = value;
        Ok(true)
    }
}

/// What the next step of an iterator gave.
pub(super) enum Step {
    Value(Value),
    End,
    Generator(crate::value::Ref),
    /// Not one of the fast kinds.
    Other,
}
