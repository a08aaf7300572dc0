//! `property`, `staticmethod` and `classmethod`.

use super::support::{has_own_init, wrap, wrong_receiver};
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
            ("__delete__", property_delete),
            ("__init__", property_init),
        ],
    );
    vm.add_getter(property, "fget", |vm, args| Ok(parts(vm, "fget", args)?[0]), None);
    vm.add_getter(property, "fset", |vm, args| Ok(parts(vm, "fset", args)?[1]), None);
    vm.add_getter(property, "fdel", |vm, args| Ok(parts(vm, "fdel", args)?[2]), None);
    vm.add_getter(property, "__isabstractmethod__", is_abstract, None);
    vm.set_constructor(Ref::of(Type::StaticMethod), |vm, class, args| {
        let [function] = vm.exact("staticmethod", args)?;
        let made = vm.alloc(Object::Descriptor(Box::new(Descriptor::StaticMethod(function))));
        Ok(wrap(vm, class, Type::StaticMethod, made))
    });
    vm.set_constructor(Ref::of(Type::ClassMethod), |vm, class, args| {
        let [function] = vm.exact("classmethod", args)?;
        let made = vm.alloc(Object::Descriptor(Box::new(Descriptor::ClassMethod(function))));
        Ok(wrap(vm, class, Type::ClassMethod, made))
    });
}

fn construct_property(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    // A class with an `__init__` of its own takes its arguments there, and brings us ours.
    let own_init = has_own_init(vm, class, Type::Property);
    let parts = if own_init { [Value::NONE; 4] } else { arguments(vm, args)? };
    let plain = make(vm, parts);
    Ok(wrap(vm, class, Type::Property, plain))
}

/// `property.__init__`: fills a property again.
fn property_init(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = vm.split_receiver("property.__init__", args)?;
    let [get, set, delete, doc] = arguments(vm, &rest)?;
    if let Some(r) = vm.plain(receiver).as_ref()
        && let Object::Descriptor(descriptor) = vm.heap.get_mut(r)?
    {
        **descriptor = Descriptor::Property { get, set, delete, doc };
    }
    Ok(Value::NONE)
}

fn is_abstract(vm: &mut Vm, args: &Args<'_>) -> Res {
    let parts = parts(vm, "__isabstractmethod__", args)?;
    let name = vm.names.intern("__isabstractmethod__");
    for part in parts.into_iter().take(3) {
        if let Some(mark) = vm.find_attr(part, name)?
            && vm.truthy(mark)?
        {
            return Ok(Value::TRUE);
        }
    }
    Ok(Value::FALSE)
}

fn arguments(vm: &mut Vm, args: &Args<'_>) -> Res<[Value; 4]> {
    let [get, set, delete, doc] = vm.bind("property", args, ["fget", "fset", "fdel", "doc"], 0)?;
    let [get, set, delete] = [get, set, delete].map(|part| part.unwrap_or(Value::NONE));
    let doc = match doc {
        Some(doc) => doc,
        None if get.is_none() => Value::NONE,
        None => vm.find_attr(get, sym::DOC)?.unwrap_or(Value::NONE),
    };
    Ok([get, set, delete, doc])
}

fn make(vm: &mut Vm, [get, set, delete, doc]: [Value; 4]) -> Value {
    vm.alloc(Object::Descriptor(Box::new(Descriptor::Property { get, set, delete, doc })))
}

/// fget, fset, fdel, doc
fn of_receiver(vm: &mut Vm, fname: &str, receiver: Value) -> Res<[Value; 4]> {
    if let Some(Object::Descriptor(descriptor)) = vm.heap.object(vm.plain(receiver))
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
    let class = vm.type_of(receiver);
    if class == Ref::of(Type::Property) {
        return Ok(make(vm, parts));
    }
    vm.call(Value::object(class), &parts)
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
        Some(&object) if !object.is_none() && get.is_none() => {
            let class = vm.type_of(object);
            Err(vm.no_getter(receiver, object, class))
        }
        Some(&object) if !object.is_none() => vm.call(get, &[object]),
        _ => Ok(receiver),
    }
}

/// `function.__get__(object, class)`: what reading the attribute through the object gives.
pub(super) fn bind(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = super::support::method_between(vm, "__get__", args, 1, 2)?;
    let receiver = match vm.heap.object(vm.plain(receiver)) {
        Some(Object::Descriptor(_)) => vm.plain(receiver),
        _ => receiver,
    };
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

fn property_delete(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [object]) = vm.method("property.__delete__", args)?;
    let [_, _, delete, _] = of_receiver(vm, "__delete__", receiver)?;
    if delete.is_none() {
        return Err(vm.error(Type::AttributeError, "property has no deleter"));
    }
    vm.call(delete, &[object])
}
