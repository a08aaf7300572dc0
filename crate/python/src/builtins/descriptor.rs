//! `property`, `staticmethod` and `classmethod`.

use super::support::wrong_receiver;
use crate::error::Res;
use crate::object::{Args, Descriptor, Object, Type, sym};
use crate::value::{Ref, Value};
use crate::vm::Vm;

pub(super) fn install(vm: &mut Vm) {
    let property = Ref::of(Type::Property);
    vm.set_constructor(property, construct_property);
    vm.add_methods(
        property,
        &[
            ("getter", getter),
            ("setter", setter),
            ("deleter", deleter),
            ("__get__", property_get),
            ("__set__", property_set),
        ],
    );
    vm.add_getter(property, "fget", |vm, args| Ok(parts(vm, "fget", args)?[0]), None);
    vm.add_getter(property, "fset", |vm, args| Ok(parts(vm, "fset", args)?[1]), None);
    vm.add_getter(property, "fdel", |vm, args| Ok(parts(vm, "fdel", args)?[2]), None);
    vm.set_constructor(Ref::of(Type::StaticMethod), |vm, _, args| {
        let [function] = vm.exact("staticmethod", args)?;
        Ok(vm.alloc(Object::Descriptor(Box::new(Descriptor::StaticMethod(function)))))
    });
    vm.set_constructor(Ref::of(Type::ClassMethod), |vm, _, args| {
        let [function] = vm.exact("classmethod", args)?;
        Ok(vm.alloc(Object::Descriptor(Box::new(Descriptor::ClassMethod(function)))))
    });
}

fn construct_property(vm: &mut Vm, _class: Ref, args: &Args<'_>) -> Res {
    let [get, set, delete, doc] = vm.bind("property", args, ["fget", "fset", "fdel", "doc"], 0)?;
    let [get, set, delete] = [get, set, delete].map(|part| part.unwrap_or(Value::NONE));
    let doc = match doc {
        Some(doc) => doc,
        None if get.is_none() => Value::NONE,
        None => vm.find_attr(get, sym::DOC)?.unwrap_or(Value::NONE),
    };
    Ok(make(vm, [get, set, delete, doc]))
}

fn make(vm: &mut Vm, [get, set, delete, doc]: [Value; 4]) -> Value {
    vm.alloc(Object::Descriptor(Box::new(Descriptor::Property { get, set, delete, doc })))
}

/// fget, fset, fdel, doc
fn of_receiver(vm: &mut Vm, fname: &str, receiver: Value) -> Res<[Value; 4]> {
    if let Some(Object::Descriptor(descriptor)) = vm.heap.object(receiver)
        && let Descriptor::Property { get, set, delete, doc } = **descriptor
    {
        return Ok([get, set, delete, doc]);
    }
    Err(wrong_receiver(vm, Type::Property, fname, receiver))
}

fn parts(vm: &mut Vm, fname: &str, args: &Args<'_>) -> Res<[Value; 4]> {
    let (receiver, []) = vm.method(fname, args)?;
    of_receiver(vm, fname, receiver)
}

/// A copy with one part replaced.
fn with_part(vm: &mut Vm, fname: &str, args: &Args<'_>, place: usize) -> Res {
    let (receiver, [function]) = vm.method(fname, args)?;
    let mut parts = of_receiver(vm, fname, receiver)?;
    if let Some(part) = parts.get_mut(place) {
        *part = function;
    }
    Ok(make(vm, parts))
}

fn getter(vm: &mut Vm, args: &Args<'_>) -> Res {
    with_part(vm, "property.getter", args, 0)
}

fn setter(vm: &mut Vm, args: &Args<'_>) -> Res {
    with_part(vm, "property.setter", args, 1)
}

fn deleter(vm: &mut Vm, args: &Args<'_>) -> Res {
    with_part(vm, "property.deleter", args, 2)
}

fn property_get(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = vm.split_receiver("property.__get__", args)?;
    let [get, ..] = of_receiver(vm, "__get__", receiver)?;
    match rest.pos.first() {
        Some(&object) if !object.is_none() => vm.call(get, &[object]),
        _ => Ok(receiver),
    }
}

/// `function.__get__(object, class)`: what reading the attribute through the object gives.
pub(super) fn bind(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = super::support::method_between(vm, "__get__", args, 1, 2)?;
    let [object, class @ ..] = rest else {
        return Ok(receiver);
    };
    let class = match class.first().and_then(|&class| vm.as_class(class)) {
        Some(class) => class,
        None => vm.type_of(*object),
    };
    let function = vm.special(receiver, sym::CALL).is_some();
    if object.is_none() && function {
        return Ok(receiver);
    }
    vm.bind_attr(receiver, *object, class)
}

fn property_set(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [object, value]) = vm.method("property.__set__", args)?;
    let [_, set, ..] = of_receiver(vm, "__set__", receiver)?;
    if set.is_none() {
        return Err(vm.error(Type::AttributeError, "property has no setter"));
    }
    vm.call(set, &[object, value])
}
