//! `+` and `*` of texts, lists, tuples and bytes. They come after the right operand's own methods, as in CPython.

use crate::text::slice::amount;
use super::Method;
use crate::code::BinOp;
use crate::error::{Res, Unwind};
use crate::object::{Object, sym};
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    /// Concatenation and repetition; `None` when neither operand is a sequence.
    pub(super) fn builtin_sequence_op(&mut self, op: BinOp, a: Value, b: Value, inplace: bool) -> Res<Option<Value>> {
        match op {
            BinOp::Add => self.concat(a, b),
            BinOp::Mul => {
                for (sequence, times) in [(a, b), (b, a)] {
                    if self.is_sequence(sequence) {
                        return self.repeat_by(sequence, times).map(Some);
                    }
                }
                Ok(None)
            }
            BinOp::Or if !inplace || self.as_class(a).is_some() => self.union_type(a, b),
            _ => Ok(None),
        }
    }

    fn is_sequence(&self, value: Value) -> bool {
        matches!(
            self.heap.object(self.plain(value)),
            Some(Object::Str(_) | Object::List(_) | Object::Tuple(_) | Object::Bytes(_) | Object::ByteArray(_))
        )
    }

    fn concat(&mut self, a: Value, b: Value) -> Res<Option<Value>> {
        let (left, right) = (self.plain(a), self.plain(b));
        let (Some(x), y) = (self.heap.object(left), self.heap.object(right)) else { return Ok(None) };
        let result = match (x, y) {
            (Object::Str(x), Some(Object::Str(y))) => {
                let (x, y) = (x.shared(), y.shared());
                if y.is_empty() && left == a {
                    return Ok(Some(a));
                }
                self.check_alloc((x.len() + y.len()) * 2)?;
                self.string([&*x, &*y].concat())
            }
            (Object::List(x), Some(Object::List(y))) => {
                let size = (x.len() + y.len()) * 8;
                self.check_alloc(size)?;
                let items = self.joined_items(left, right);
                self.list(items)
            }
            (Object::Tuple(x), Some(Object::Tuple(y))) => {
                let size = (x.len() + y.len()) * 16;
                self.check_alloc(size)?;
                let items = self.joined_items(left, right);
                self.tuple(items)
            }
            (Object::Bytes(_) | Object::ByteArray(_), _) => return self.concat_bytes(a, b).map(Some),
            (Object::Str(_), _) => return Err(self.cannot_concatenate("str", b)),
            (Object::List(_), _) => return Err(self.cannot_concatenate("list", b)),
            (Object::Tuple(_), _) => return Err(self.cannot_concatenate("tuple", b)),
            _ => return Ok(None),
        };
        Ok(Some(result))
    }

    fn cannot_concatenate(&mut self, what: &str, other: Value) -> Unwind {
        let name = self.type_name(other);
        self.type_error(format!("can only concatenate {what} (not \"{name}\") to {what}"))
    }

    fn joined_items(&self, left: Value, right: Value) -> Vec<Value> {
        let items = |value: Value| match self.heap.object(value) {
            Some(Object::List(items)) => &items[..],
            Some(Object::Tuple(items)) => &items[..],
            _ => &[],
        };
        [items(left), items(right)].concat()
    }

    fn concat_bytes(&mut self, a: Value, b: Value) -> Res {
        let (Some(left), Some(right)) = (self.as_bytes(a), self.as_bytes(b)) else {
            let (left, right) = (self.type_name(a), self.type_name(b));
            return Err(self.type_error(format!("can't concat {right} to {left}")));
        };
        let joined = [left, right].concat();
        self.check_alloc(joined.len() * 2)?;
        Ok(match self.heap.object(self.plain(a)) {
            Some(Object::ByteArray(_)) => self.alloc(Object::ByteArray(joined)),
            _ => self.bytes(joined),
        })
    }

    /// The bytes of `bytes` or `bytearray`.
    #[must_use]
    pub fn as_bytes(&self, value: Value) -> Option<&[u8]> {
        match self.heap.object(self.plain(value))? {
            Object::Bytes(bytes) => Some(bytes),
            Object::ByteArray(bytes) => Some(bytes),
            _ => None,
        }
    }

    fn repeat_by(&mut self, sequence: Value, times: Value) -> Res {
        if !self.is_int(times) && !matches!(self.own_method(times, sym::INDEX), Method::Own(_)) {
            let name = self.type_name(times);
            return Err(self.type_error(format!("can't multiply sequence by non-int of type '{name}'")));
        }
        let times = self.to_index(times)?;
        self.repeat(sequence, amount(times))
    }

    /// `sequence * times`
    ///
    /// # Errors
    /// `MemoryError` when the result does not fit.
    pub fn repeat(&mut self, sequence: Value, times: usize) -> Res {
        let plain = self.plain(sequence);
        let bytes = match self.heap.object(plain) {
            Some(Object::Str(s)) => s.as_str().len().saturating_mul(2),
            Some(Object::List(items)) => items.len() * 8,
            Some(Object::Tuple(items)) => items.len() * 16,
            Some(Object::Bytes(bytes)) => bytes.len() * 2,
            Some(Object::ByteArray(bytes)) => bytes.len(),
            _ => return Err(self.object_error(sequence, "can't be repeated")),
        };
        self.check_alloc(bytes.saturating_mul(times))?;
        let object = match self.heap.object(plain) {
            Some(Object::Str(s)) => {
                let text = s.as_str().repeat(times);
                return Ok(self.string(text));
            }
            Some(Object::List(items)) => Object::List(items.repeat(times)),
            Some(Object::Tuple(items)) => Object::Tuple(items.repeat(times).into()),
            Some(Object::Bytes(bytes)) => Object::Bytes(bytes.repeat(times).into()),
            Some(Object::ByteArray(bytes)) => Object::ByteArray(bytes.repeat(times)),
            _ => return Ok(sequence),
        };
        Ok(self.alloc(object))
    }
}
