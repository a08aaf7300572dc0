//! `deque`: a list with two ends and perhaps a greatest length.

use std::collections::VecDeque;
use std::sync::Arc;

use super::deque_methods::{METHODS, compare};
use crate::code::CmpOp;
use crate::error::{Res, Unwind};
use crate::modules::support::{given, instance, rebuilt, rebuilt_iter, receiver};
use crate::object::{Args, Native, NativeIter, PortableIter, PortableNative, Type};
use crate::value::{Ref, Value};
use crate::vm::{ClassSpec, Vm};

#[derive(Debug, Clone, Default)]
pub(super) struct Deque {
    pub items: VecDeque<Value>,
    pub max: Option<usize>,
    /// Changes with every change of length or order: iterators notice.
    pub version: u64,
}

impl Deque {
    pub fn push_back(&mut self, value: Value) {
        self.version += 1;
        if self.max == Some(0) {
            return;
        }
        if self.max == Some(self.items.len()) {
            self.items.pop_front();
        }
        self.items.push_back(value);
    }

    pub fn push_front(&mut self, value: Value) {
        self.version += 1;
        if self.max == Some(0) {
            return;
        }
        if self.max == Some(self.items.len()) {
            self.items.pop_back();
        }
        self.items.push_front(value);
    }
}

impl Native for Deque {
    fn as_any(&self) -> &dyn std::any::Any {
        self
    }
    fn as_any_mut(&mut self) -> &mut dyn std::any::Any {
        self
    }
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        self.items.iter().copied().for_each(visit);
    }
    fn size(&self) -> usize {
        self.items.len() * 8 + 48
    }
    fn portable(&self, children: &mut Vec<Value>) -> Option<Arc<dyn PortableNative>> {
        children.extend(&self.items);
        rebuilt(self.max, |&max, children| Self { items: children.iter().copied().collect(), max, version: 0 })
    }
}

pub(super) fn build(vm: &mut Vm, module: Ref) {
    let class = vm.define_class(ClassSpec {
        name: "deque",
        module: "collections",
        bases: &[],
        constructor: Some(construct),
        methods: METHODS,
        getters: &[("maxlen", |vm, args| {
            let (deque, []) = vm.method("maxlen", args)?;
            let max = data(vm, "maxlen", deque)?.max;
            Ok(max.map_or(Value::NONE, |max| vm.usize(max)))
        })],
    });
    vm.add_methods(
        class,
        &[
            ("__iter__", |vm, args| {
                let (deque, []) = vm.method("__iter__", args)?;
                iterate(vm, deque, false)
            }),
            ("__reversed__", |vm, args| {
                let (deque, []) = vm.method("__reversed__", args)?;
                iterate(vm, deque, true)
            }),
            ("__eq__", |vm, args| compare(vm, args, CmpOp::Eq)),
            ("__ne__", |vm, args| compare(vm, args, CmpOp::Ne)),
            ("__lt__", |vm, args| compare(vm, args, CmpOp::Lt)),
            ("__le__", |vm, args| compare(vm, args, CmpOp::Le)),
            ("__gt__", |vm, args| compare(vm, args, CmpOp::Gt)),
            ("__ge__", |vm, args| compare(vm, args, CmpOp::Ge)),
        ],
    );
    vm.set_class_attr(class, "__hash__", Value::NONE);
    vm.module_set(module, "deque", Value::object(class));
}

fn construct(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    // A subclass may take its own arguments in `__init__`.
    let [iterable, max] = vm.bind("deque", args, ["iterable", "maxlen"], 0)?;
    let max = match given(max) {
        None => None,
        Some(max) => {
            let Some(max) = vm.as_i64(max) else { return Err(vm.type_error("an integer is required")) };
            match usize::try_from(max) {
                Ok(max) => Some(max),
                Err(_) => return Err(vm.value_error("maxlen must be non-negative")),
            }
        }
    };
    let deque = instance(vm, class, Deque { max, ..Deque::default() });
    if let Some(iterable) = iterable {
        vm.for_each(iterable, &mut |vm, item| {
            change(vm, "deque", deque)?.push_back(item);
            vm.heap.grew(8);
            Ok(true)
        })?;
    }
    Ok(deque)
}

pub(super) fn data<'v>(vm: &'v mut Vm, method: &str, deque: Value) -> Res<&'v Deque> {
    receiver(vm, "collections.deque", method, deque)
}

/// The data for writing.
pub(super) fn change<'v>(vm: &'v mut Vm, method: &str, deque: Value) -> Res<&'v mut Deque> {
    data(vm, method, deque)?;
    match vm.payload_mut(deque)? {
        Some(data) => Ok(data),
        None => unreachable!("checked above"),
    }
}

/// `deque_iterator`, by index.
#[derive(Debug)]
struct DequeIter {
    deque: Value,
    index: usize,
    version: u64,
    reversed: bool,
}

fn iterate(vm: &mut Vm, deque: Value, reversed: bool) -> Res {
    let version = data(vm, "__iter__", deque)?.version;
    Ok(vm.native_iter(Box::new(DequeIter { deque, index: 0, version, reversed })))
}

impl NativeIter for DequeIter {
    fn type_name(&self) -> &'static str {
        if self.reversed { "_collections._deque_reverse_iterator" } else { "_collections._deque_iterator" }
    }

    fn next(&mut self, vm: &mut Vm) -> Res<Option<Value>> {
        let Some(deque) = vm.payload::<Deque>(self.deque) else { return Ok(None) };
        let length = deque.items.len();
        let place = if self.reversed { length.checked_sub(self.index + 1) } else { Some(self.index) };
        if deque.version != self.version && self.index < length {
            return Err(mutated(vm));
        }
        let item = place.and_then(|place| deque.items.get(place)).copied();
        self.index += usize::from(item.is_some());
        Ok(item)
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.deque);
    }

    fn portable(&self, children: &mut Vec<Value>) -> Option<Arc<dyn PortableIter>> {
        children.push(self.deque);
        // A deque begins with version 0 on the other machine.
        rebuilt_iter((self.index, self.reversed), |&(index, reversed), children| Self {
            deque: children.first().copied().unwrap_or(Value::NONE),
            index,
            version: 0,
            reversed,
        })
    }
}

pub(super) fn mutated(vm: &mut Vm) -> Unwind {
    vm.error(Type::RuntimeError, "deque mutated during iteration")
}

/// The items as a list value: what comparison and `repr` work on.
pub(super) fn as_list(vm: &mut Vm, method: &str, deque: Value) -> Res {
    let items: Vec<Value> = data(vm, method, deque)?.items.iter().copied().collect();
    Ok(vm.list(items))
}
