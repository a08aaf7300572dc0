//! Names to values in order of first definition: the attributes of a module or
//! a class. A slot keeps its number for ever, so that code can hold it.

use rustc_hash::FxHashMap;

use super::Sym;
use crate::value::Value;

/// Ordered names with values; a deleted name keeps an unbound slot.
#[derive(Debug, Default)]
pub struct Namespace {
    names: Vec<Sym>,
    values: Vec<Value>,
    slots: FxHashMap<Sym, u32>,
}

impl Namespace {
    /// The slot of a name, made (unbound) when there is none.
    pub fn slot(&mut self, name: Sym) -> u32 {
        *self.slots.entry(name).or_insert_with(|| {
            self.names.push(name);
            self.values.push(Value::UNBOUND);
            self.names.len() as u32 - 1
        })
    }

    #[must_use]
    pub fn get(&self, name: Sym) -> Option<Value> {
        let slot = *self.slots.get(&name)?;
        self.values.get(slot as usize).copied().filter(|value| !value.is_unbound())
    }

    pub fn set(&mut self, name: Sym, value: Value) {
        let slot = self.slot(name) as usize;
        self.values[slot] = value;
    }

    /// Removes a name; `None` when it had no value.
    pub fn remove(&mut self, name: Sym) -> Option<Value> {
        let slot = *self.slots.get(&name)? as usize;
        let old = std::mem::replace(&mut self.values[slot], Value::UNBOUND);
        (!old.is_unbound()).then_some(old)
    }

    /// The value in a slot; unbound when deleted or not yet defined.
    #[inline]
    #[must_use]
    pub fn slot_value(&self, slot: u32) -> Value {
        self.values[slot as usize]
    }

    #[inline]
    pub fn set_slot(&mut self, slot: u32, value: Value) {
        self.values[slot as usize] = value;
    }

    /// Bound names and values in order of definition.
    pub fn iter(&self) -> impl Iterator<Item = (Sym, Value)> + '_ {
        self.names.iter().copied().zip(self.values.iter().copied()).filter(|(_, value)| !value.is_unbound())
    }

    pub fn trace(&self, visit: &mut dyn FnMut(Value)) {
        self.values.iter().copied().for_each(visit);
    }
}
