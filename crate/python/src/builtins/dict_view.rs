//! `dict.keys()`, `dict.values()` and `dict.items()`.

use super::support::wrong_receiver;
use crate::error::Res;
use crate::object::{Args, DictViewKind, Object, Type};
use crate::value::{Ref, Value};
use crate::vm::Vm;

pub(super) fn install(vm: &mut Vm) {
    for ty in [Type::DictKeys, Type::DictValues, Type::DictItems] {
        vm.add_methods(Ref::of(ty), &[("__reversed__", reversed)]);
    }
    for ty in [Type::DictKeys, Type::DictItems] {
        vm.add_methods(Ref::of(ty), &[("isdisjoint", isdisjoint)]);
    }
}

/// The kind of a view and its dict.
pub(super) fn parts(vm: &Vm, value: Value) -> Option<(DictViewKind, Ref)> {
    match vm.heap.object(value)? {
        Object::DictView(kind, dict) => Some((*kind, *dict)),
        _ => None,
    }
}

fn reversed(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("dict_keys.__reversed__", args)?;
    match parts(vm, receiver) {
        Some((kind, dict)) => Ok(super::dict::reversed_iterator(vm, dict, kind)),
        None => Err(wrong_receiver(vm, Type::DictKeys, "__reversed__", receiver)),
    }
}

fn isdisjoint(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [other]) = vm.method("dict_keys.isdisjoint", args)?;
    let mut disjoint = true;
    vm.for_each(other, &mut |vm, item| {
        disjoint = !vm.contains(receiver, item)?;
        Ok(disjoint)
    })?;
    Ok(Value::bool(disjoint))
}
