//! Operators, comparison, hashing, texts, items and iteration of every kind of value: what instructions and builtin
//! functions share, so that nothing is decided twice.
//!
//! Each operation tries the builtin kinds first, without allocating and without calling. Only an *instance* (of a class
//! written in Python or by an extension) goes through special methods. A special method that a builtin class itself
//! offers (`list.__add__`, seen from a subclass of `list`) is never called from here: such an instance is worked on as
//! the plain value it carries, and those methods in turn may use these operations on plain values.

mod arith;
mod compare;
mod compare_items;
mod complex;
mod contains;
mod dicts;
mod dispatch;
mod divmod;
mod generic;
mod hash;
mod inplace;
mod integer;
mod items;
mod iterate;
mod next;
mod number;
mod percent;
mod power;
mod quick;
mod repr;
mod repr_objects;
mod sequence;
mod setops;
mod sets;
mod short;
mod slices;
mod store;
mod text;
mod truth;
mod unpack;

#[cfg(test)]
mod tests;

use super::Vm;
use crate::error::{Res, Unwind};
use crate::object::{Object, Sym, Type};
use crate::text::FormatError;
use crate::value::{Ref, Value};

/// Long native loops look at the limits this often.
const TICK_EVERY: usize = 4096;

/// What the machine finds when it looks for a special method of an instance.
#[derive(Debug, Clone, Copy)]
enum Method {
    /// Neither the class nor its bases have it beside what `object` and the builtin types offer.
    Builtin,
    /// Set to `None`: the operation is refused.
    Refused,
    /// A function written in Python or by an extension.
    Own(Value),
}

impl Vm {
    /// Whether special methods decide what this value does.
    #[inline]
    fn has_methods(&self, value: Value) -> bool {
        match self.heap.object(value) {
            Some(Object::Instance(_)) => true,
            Some(Object::Class(class)) => class.meta != Ref::of(Type::Type),
            _ => false,
        }
    }

    /// The special method of an instance, or of a class whose metaclass is not `type`.
    fn own_method(&mut self, value: Value, name: Sym) -> Method {
        if !self.has_methods(value) {
            return Method::Builtin;
        }
        let Some(found) = self.special(value, name) else { return Method::Builtin };
        if found.is_none() {
            return Method::Refused;
        }
        match self.heap.object(found) {
            Some(Object::NativeFunction(native))
                if native.method_of.is_some_and(|class| Type::at(class.0).is_some()) =>
            {
                Method::Builtin
            }
            _ => Method::Own(found),
        }
    }

    /// Calls a special method found by [`Vm::own_method`].
    fn call_own(&mut self, method: Value, receiver: Value, name: Sym, args: &[Value]) -> Res {
        let plain_function = match self.heap.object(method) {
            Some(Object::Function(_)) => true,
            Some(Object::NativeFunction(native)) => native.method_of.is_some(),
            _ => false,
        };
        if plain_function {
            return match *args {
                [] => self.call(method, &[receiver]),
                [one] => self.call(method, &[receiver, one]),
                [one, two] => self.call(method, &[receiver, one, two]),
                _ => {
                    let all: Vec<Value> = std::iter::once(receiver).chain(args.iter().copied()).collect();
                    self.call(method, &all)
                }
            };
        }
        match self.call_special(receiver, name, args) {
            Some(result) => result,
            None => self.call(method, args),
        }
    }

    /// Calls the special method of an instance; `None` when only builtin behaviour applies.
    fn call_if_own(&mut self, value: Value, name: Sym, args: &[Value]) -> Res<Option<Value>> {
        match self.own_method(value, name) {
            Method::Own(method) => self.call_own(method, value, name, args).map(Some),
            Method::Builtin | Method::Refused => Ok(None),
        }
    }

    /// Turns the error of a text function into an exception.
    fn checked<T>(&mut self, result: Result<T, FormatError>) -> Res<T> {
        result.map_err(|error| self.from_text(error))
    }

    /// Runs `work` one level deeper on the native stack.
    fn deeper<T>(&mut self, work: impl FnOnce(&mut Self) -> Res<T>) -> Res<T> {
        self.enter()?;
        let result = work(self);
        self.leave();
        result
    }

    /// The `TypeError` of `'X' object ...`.
    fn object_error(&mut self, value: Value, rest: &str) -> Unwind {
        let name = self.type_name(value);
        self.type_error(format!("'{name}' object {rest}"))
    }
}
