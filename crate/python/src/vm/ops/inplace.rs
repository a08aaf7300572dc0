//! `a op= b`: `__iadd__` and friends, and the builtin types that change in place.

use crate::text::slice::amount;
use super::Method;
use super::dispatch::{inplace_method, reflected_method};
use crate::code::BinOp;
use crate::error::Res;
use crate::object::Object;
use crate::value::{Ref, Value};
use crate::vm::Vm;

impl Vm {
    /// `a op= b`; the value that `a` is bound to afterwards.
    ///
    /// # Errors
    /// What the operator raises.
    pub fn inplace(&mut self, op: BinOp, a: Value, b: Value) -> Res {
        if a.as_ref().is_none() {
            return self.inplace_binary(op, a, b);
        }
        if let Some(result) = self.wide_binary(op, a, b) {
            return Ok(result);
        }
        let method = inplace_method(op);
        if let Method::Own(found) = self.own_method(a, method) {
            let result = self.call_own(found, a, method, &[b])?;
            if result != Value::NOT_IMPLEMENTED {
                return Ok(result);
            }
            return self.binary_slow(op, a, b, true);
        }
        if matches!(op, BinOp::Add | BinOp::Mul)
            && let Some(result) = self.reflected_first(op, a, b)?
        {
            return Ok(result);
        }
        if self.inplace_builtin(op, a, b)? {
            return Ok(a);
        }
        self.inplace_binary(op, a, b)
    }

    /// `list += array`: sequences change in place only when the other operand
    /// does not know better.
    fn reflected_first(&mut self, op: BinOp, a: Value, b: Value) -> Res<Option<Value>> {
        if !matches!(self.heap.object(self.plain(a)), Some(Object::List(_) | Object::ByteArray(_))) {
            return Ok(None);
        }
        let method = reflected_method(op);
        let Method::Own(found) = self.own_method(b, method) else { return Ok(None) };
        let result = self.call_own(found, b, method, &[a])?;
        Ok((result != Value::NOT_IMPLEMENTED).then_some(result))
    }

    fn inplace_binary(&mut self, op: BinOp, a: Value, b: Value) -> Res {
        match (a.as_small_int(), b.as_small_int()) {
            (Some(_), Some(_)) => self.binary(op, a, b),
            _ => self.binary_slow(op, a, b, true),
        }
    }

    /// Changes a builtin container; whether it did.
    fn inplace_builtin(&mut self, op: BinOp, a: Value, b: Value) -> Res<bool> {
        let Some(target) = self.plain(a).as_ref() else { return Ok(false) };
        match (op, self.heap.get(target)) {
            (BinOp::Add, Object::List(_)) => {
                self.list_extend(target, b)?;
                Ok(true)
            }
            (BinOp::Mul, Object::List(_) | Object::ByteArray(_)) if self.is_int(b) => {
                let times = self.to_index(b)?;
                self.repeat_inplace(target, amount(times))?;
                Ok(true)
            }
            (BinOp::Add, Object::ByteArray(_)) => {
                let Some(more) = self.as_bytes(b).map(<[u8]>::to_vec) else { return Ok(false) };
                self.check_alloc(more.len())?;
                if let Object::ByteArray(bytes) = self.heap.get_mut(target)? {
                    bytes.extend_from_slice(&more);
                }
                self.heap.grew(more.len());
                Ok(true)
            }
            (BinOp::Or | BinOp::And | BinOp::Sub | BinOp::Xor, Object::Set(_)) => {
                let Some(other) = self.set_ref(b) else { return Ok(false) };
                self.set_combine_into(op, target, other)?;
                Ok(true)
            }
            (BinOp::Or, Object::Dict(_)) => {
                self.dict_update(target, b)?;
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    fn repeat_inplace(&mut self, target: Ref, times: usize) -> Res<()> {
        let size = match self.heap.get(target) {
            Object::List(items) => items.len() * 8,
            Object::ByteArray(bytes) => bytes.len(),
            _ => 0,
        };
        let grown = size.saturating_mul(times.saturating_sub(1));
        self.check_alloc(grown)?;
        match self.heap.get_mut(target)? {
            Object::List(items) => *items = items.repeat(times),
            Object::ByteArray(bytes) => *bytes = bytes.repeat(times),
            _ => {}
        }
        self.heap.grew(grown);
        Ok(())
    }

    /// `list.extend(iterable)`; elements read before an error stay.
    ///
    /// # Errors
    /// What iterating raises, `Halt` on shared lists.
    pub fn list_extend(&mut self, list: Ref, iterable: Value) -> Res<()> {
        if self.is_cheap_to_collect(iterable) {
            let more = self.collect(iterable)?;
            self.check_alloc(more.len() * 8)?;
            let grown = more.len() * 8;
            if let Object::List(items) = self.heap.get_mut(list)? {
                items.extend(more);
            }
            self.heap.grew(grown);
            return Ok(());
        }
        self.for_each(iterable, &mut |vm, item| vm.list_push(list, item).map(|()| true))
    }

    /// `list.append(item)`
    ///
    /// # Errors
    /// `Halt` on shared lists, `MemoryError`.
    #[inline]
    pub fn list_push(&mut self, list: Ref, item: Value) -> Res<()> {
        let Object::List(items) = self.heap.get_mut(list)? else { return Ok(()) };
        if items.len() < items.capacity() {
            items.push(item);
            return Ok(());
        }
        let before = items.capacity();
        items.push(item);
        let grown = (items.capacity() - before) * 8;
        self.container_grew(grown)
    }
}
