//! `iter`, and walking an iterable from Rust.

use super::{Method, TICK_EVERY};
use crate::error::{Res, Unwind};
use crate::object::{DictViewKind, Iter, Object, Type, sym};
use crate::value::{Ref, Value};
use crate::vm::Vm;

impl Vm {
    /// `iter(value)`
    ///
    /// # Errors
    /// `TypeError` when it is not iterable, or what `__iter__` raises.
    pub fn iter(&mut self, value: Value) -> Res {
        if self.has_methods(value) {
            return self.instance_iter(value);
        }
        let Some(r) = value.as_ref() else { return Err(self.not_iterable(value)) };
        let iter = match self.heap.get(r) {
            Object::Iter(_) | Object::Generator(_) => return Ok(value),
            Object::List(_) => Iter::List { list: r, index: 0 },
            Object::Tuple(_) => Iter::Tuple { tuple: r, index: 0 },
            Object::Str(s) => Iter::Str { text: s.shared(), offset: 0 },
            Object::Bytes(bytes) => Iter::Bytes { bytes: bytes.clone(), index: 0 },
            Object::ByteArray(_) => Iter::Sequence { object: value, index: 0 },
            Object::Range(range) => Iter::Range { next: range.start, step: range.step, left: range.len() },
            Object::Dict(dict) => Iter::Dict { dict: r, index: 0, len: dict.len(), kind: DictViewKind::Keys },
            Object::DictView(kind, dict) => {
                Iter::Dict { dict: *dict, index: 0, len: self.dict_len(*dict), kind: *kind }
            }
            Object::Set(set) | Object::FrozenSet(set) => Iter::Set { set: r, place: 0, len: set.len() },
            _ => return Err(self.not_iterable(value)),
        };
        Ok(self.iterator(iter))
    }

    fn instance_iter(&mut self, value: Value) -> Res {
        match self.own_method(value, sym::ITER) {
            Method::Own(found) => {
                let iter = self.call_own(found, value, sym::ITER, &[])?;
                if self.is_iterator(iter) {
                    return Ok(iter);
                }
                let name = self.type_name(iter);
                return Err(self.type_error(format!("iter() returned non-iterator of type '{name}'")));
            }
            Method::Refused => return Err(self.not_iterable(value)),
            Method::Builtin => {}
        }
        let plain = self.plain(value);
        if plain != value {
            // An object that derives from `map` or its like is its own iterator.
            if let Some(Object::Iter(_)) = self.heap.object(plain) {
                return Ok(value);
            }
            return self.iter(plain);
        }
        if let Method::Own(_) = self.own_method(value, sym::GETITEM) {
            return Ok(self.iterator(Iter::Sequence { object: value, index: 0 }));
        }
        Err(self.not_iterable(value))
    }

    fn not_iterable(&mut self, value: Value) -> Unwind {
        self.object_error(value, "is not iterable")
    }

    /// Whether `next` works on a value.
    #[must_use]
    pub fn is_iterator(&self, value: Value) -> bool {
        match self.heap.object(value) {
            Some(Object::Iter(_) | Object::Generator(_)) => true,
            Some(Object::Instance(_) | Object::Class(_)) => self.special(value, sym::NEXT).is_some(),
            _ => false,
        }
    }

    /// Whether `iter` works on a value, as far as one can tell without calling.
    #[must_use]
    pub fn is_iterable(&self, value: Value) -> bool {
        match self.heap.object(self.plain(value)) {
            Some(
                Object::Iter(_)
                | Object::Generator(_)
                | Object::List(_)
                | Object::Tuple(_)
                | Object::Str(_)
                | Object::Bytes(_)
                | Object::ByteArray(_)
                | Object::Range(_)
                | Object::Dict(_)
                | Object::DictView(..)
                | Object::Set(_)
                | Object::FrozenSet(_),
            ) => true,
            Some(Object::Instance(_) | Object::Class(_)) => {
                let defines = |name| self.special(value, name).is_some_and(|method| !method.is_none());
                defines(sym::ITER) || (self.special(value, sym::ITER).is_none() && defines(sym::GETITEM))
            }
            _ => false,
        }
    }

    /// Whether [`Vm::collect`] runs no Python code for this value.
    pub(super) fn is_cheap_to_collect(&self, value: Value) -> bool {
        matches!(
            self.heap.object(value),
            Some(
                Object::List(_)
                    | Object::Tuple(_)
                    | Object::Str(_)
                    | Object::Bytes(_)
                    | Object::Range(_)
                    | Object::Dict(_)
                    | Object::DictView(..)
                    | Object::Set(_)
                    | Object::FrozenSet(_)
            )
        )
    }

    /// All values of an iterable; they are kept until the running native function returns.
    ///
    /// # Errors
    /// What iterating raises, `MemoryError`.
    pub fn collect(&mut self, value: Value) -> Res<Vec<Value>> {
        let items: Vec<Value> = match self.heap.object(value) {
            Some(Object::List(items)) => items.clone(),
            Some(Object::Tuple(items)) => items.to_vec(),
            Some(Object::Set(set) | Object::FrozenSet(set)) => set.iter().collect(),
            Some(Object::Dict(dict)) => dict.iter().map(|(key, _)| key).collect(),
            Some(Object::Bytes(bytes)) => {
                bytes.iter().map(|&b| Value::small_int_wrapping(i64::from(b))).collect()
            }
            Some(Object::DictView(kind, dict)) => {
                let (kind, dict) = (*kind, *dict);
                return Ok(self.collect_view(kind, dict));
            }
            Some(Object::Range(range)) => {
                let range = **range;
                return self.collect_range(range.start, range.step, range.len());
            }
            _ => return self.collect_slowly(value),
        };
        self.temps.extend(items.iter().filter(|item| item.as_ref().is_some()));
        Ok(items)
    }

    fn collect_view(&mut self, kind: DictViewKind, dict: Ref) -> Vec<Value> {
        let pairs = self.dict_items(dict);
        let items: Vec<Value> = match kind {
            DictViewKind::Keys => pairs.into_iter().map(|(key, _)| key).collect(),
            DictViewKind::Values => pairs.into_iter().map(|(_, value)| value).collect(),
            DictViewKind::Items => pairs.into_iter().map(|(key, value)| self.tuple(vec![key, value])).collect(),
        };
        self.temps.extend(items.iter().filter(|item| item.as_ref().is_some()));
        items
    }

    fn collect_range(&mut self, start: i64, step: i64, count: u64) -> Res<Vec<Value>> {
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        self.check_alloc(count.saturating_mul(8))?;
        let mut items = Vec::with_capacity(count);
        let mut next = start;
        for index in 0..count {
            items.push(self.int(next));
            next = next.wrapping_add(step);
            if index % (TICK_EVERY * 16) == TICK_EVERY * 16 - 1 {
                self.tick(TICK_EVERY as u64)?;
            }
        }
        Ok(items)
    }

    fn collect_slowly(&mut self, value: Value) -> Res<Vec<Value>> {
        let iter = self.iter(value)?;
        let mut items = Vec::with_capacity(self.length_hint(iter).min(TICK_EVERY));
        let mut turns = 0;
        while let Some(item) = self.next(iter)? {
            items.push(item);
            self.turn(&mut turns)?;
            if items.len().is_multiple_of(TICK_EVERY) {
                self.check_alloc(items.len() * 16)?;
            }
        }
        Ok(items)
    }

    /// Calls `visit` with each value until it answers `false`.
    ///
    /// # Errors
    /// What iterating or `visit` raise.
    pub fn for_each(&mut self, value: Value, visit: &mut dyn FnMut(&mut Self, Value) -> Res<bool>) -> Res<()> {
        let iter = self.iter(value)?;
        self.keep(iter);
        let mark = self.kept();
        let mut turns = 0;
        while let Some(item) = self.next(iter)? {
            if !visit(self, item)? {
                return Ok(());
            }
            self.release(mark, Value::NONE);
            self.turn(&mut turns)?;
        }
        Ok(())
    }

    /// How many values an iterable or iterator will give, where that is known; else 0.
    #[must_use]
    pub fn length_hint(&self, value: Value) -> usize {
        let Some(Object::Iter(iter)) = self.heap.object(value) else { return self.builtin_len(value).unwrap_or(0) };
        let rest = |sequence: Ref, index: usize| {
            self.builtin_len(Value::object(sequence)).unwrap_or(0).saturating_sub(index)
        };
        match &**iter {
            Iter::List { list, index } => rest(*list, *index),
            Iter::Tuple { tuple, index } => rest(*tuple, *index),
            Iter::Range { left, .. } => usize::try_from(*left).unwrap_or(usize::MAX),
            Iter::Str { text, offset } => text.len() - offset,
            Iter::Bytes { bytes, index } => bytes.len() - index,
            Iter::ReversedList { index, .. } => *index,
            Iter::Map { iters, .. } | Iter::Zip { iters, .. } => {
                iters.iter().map(|&inner| self.simple_hint(inner)).min().unwrap_or(0)
            }
            Iter::Enumerate { iter, .. } => self.simple_hint(*iter),
            _ => 0,
        }
    }

    /// The hint of an iterator inside another one, without going deeper.
    fn simple_hint(&self, iter: Value) -> usize {
        match self.heap.object(iter) {
            Some(Object::Iter(inner))
                if !matches!(**inner, Iter::Map { .. } | Iter::Zip { .. } | Iter::Enumerate { .. }) =>
            {
                self.length_hint(iter)
            }
            _ => 0,
        }
    }

    /// The type that an iterator has when it is exhausted.
    pub(super) fn iter_kind(&self, iter: Ref) -> Type {
        Type::at(self.type_of(Value::object(iter)).0).unwrap_or(Type::Iterator)
    }
}
