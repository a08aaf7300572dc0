//! `defaultdict`: a dict that makes missing values. Its factory is an attribute of the instance.

use crate::error::Res;
use crate::object::{Args, Payload};
use crate::value::{Ref, Value};
use crate::vm::{ClassSpec, Vm};

const FACTORY: &str = "default_factory";

pub(super) fn build(vm: &mut Vm, module: Ref) {
    let class = vm.define_class(ClassSpec {
        name: "defaultdict",
        module: "collections",
        bases: &[Ref::of(crate::object::Type::Dict)],
        constructor: Some(construct),
        methods: &[
            ("__missing__", missing),
            ("__repr__", repr),
            ("copy", copy),
            ("__copy__", copy),
            ("__or__", or),
            ("__ior__", ior),
        ],
        getters: &[],
    });
    vm.set_class_attr(class, FACTORY, Value::NONE);
    vm.module_set(module, "defaultdict", Value::object(class));
}

fn construct(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    let (factory, rest) = match args.pos.split_first() {
        Some((&factory, rest)) => (factory, rest),
        None => (Value::NONE, args.pos),
    };
    if !factory.is_none() && !vm.is_callable(factory) {
        return Err(vm.type_error("first argument must be callable or None"));
    }
    if rest.len() > 1 {
        return Err(vm.type_error(format!("dict expected at most 1 argument, got {}", rest.len())));
    }
    let dict = vm.new_dict();
    let object = vm.new_instance(class, Payload::Value(Value::object(dict)));
    set_factory(vm, object, factory)?;
    if let Some(&source) = rest.first() {
        vm.dict_update(dict, source)?;
    }
    for &(name, value) in args.kw {
        let key = vm.symbol_text(name);
        vm.dict_set(dict, key, value)?;
    }
    Ok(object)
}

fn set_factory(vm: &mut Vm, object: Value, factory: Value) -> Res<()> {
    let name = vm.names.intern(FACTORY);
    vm.plain_set_attr(object, name, factory)
}

fn factory_of(vm: &mut Vm, object: Value) -> Res {
    let name = vm.names.intern(FACTORY);
    vm.get_attr(object, name)
}

fn missing(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (object, [key]) = vm.method("__missing__", args)?;
    let factory = factory_of(vm, object)?;
    if factory.is_none() {
        return Err(vm.key_error(key));
    }
    let value = vm.call(factory, &[])?;
    vm.set_item(object, key, value)?;
    Ok(value)
}

fn repr(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (object, []) = vm.method("__repr__", args)?;
    let factory = factory_of(vm, object)?;
    let factory = vm.repr(factory)?;
    let plain = vm.plain(object);
    let items = vm.repr(plain)?;
    let name = vm.class_name(object);
    Ok(vm.string(format!("{name}({factory}, {items})")))
}

/// A new one of the same class with the same factory and the same items.
fn duplicate(vm: &mut Vm, object: Value) -> Res<(Value, Ref)> {
    let Some(dict) = vm.dict_ref(object) else { return Err(vm.type_error("expected a defaultdict")) };
    let factory = factory_of(vm, object)?;
    let dict = vm.dict_copy(dict);
    let class = vm.type_of(object);
    let copy = vm.new_instance(class, Payload::Value(Value::object(dict)));
    set_factory(vm, copy, factory)?;
    Ok((copy, dict))
}

fn copy(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (object, []) = vm.method("copy", args)?;
    duplicate(vm, object).map(|(copy, _)| copy)
}

fn or(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (object, [other]) = vm.method("__or__", args)?;
    let Some(other) = vm.dict_ref(other) else { return Ok(Value::NOT_IMPLEMENTED) };
    let (copy, dict) = duplicate(vm, object)?;
    vm.dict_merge(dict, other)?;
    Ok(copy)
}

fn ior(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (object, [other]) = vm.method("__ior__", args)?;
    let update = vm.names.intern("update");
    vm.call_method(object, update, &[other])?;
    Ok(object)
}
