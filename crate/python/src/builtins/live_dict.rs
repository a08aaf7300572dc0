//! `obj.__dict__` and `globals()`: a dict that writes through to the attributes it shows.
//!
//! Attributes lie in slots, not in a dict. What a program gets is a dict of what they are now, of a class whose writing
//! methods change the object as well, so that `self.__dict__.update(a=1)` and `obj.__dict__["a"] = 1` do what they say.
//! Attributes set later by other ways are seen when `__dict__` is asked for again.

use super::support::method_between;
use crate::error::{Res, Unwind};
use crate::object::{Args, Object, Payload, Sym, Type, sym};
use crate::value::{Ref, Value};
use crate::vm::{ClassSpec, Vm};

/// The hidden attribute that holds the object.
const OWNER: &str = "<owner>";
/// Under which the class is remembered.
const CLASS: &str = "<live dict>";

pub(super) fn install(vm: &mut Vm) {
    let class = vm.define_class(ClassSpec {
        name: "dict",
        module: "builtins",
        bases: &[Ref::of(Type::Dict)],
        constructor: None,
        methods: &[
            ("__setitem__", setitem),
            ("__delitem__", delitem),
            ("update", update),
            ("setdefault", setdefault),
            ("pop", pop),
            ("popitem", popitem),
            ("clear", clear),
            ("__ior__", update_in_place),
        ],
        getters: &[],
    });
    vm.remember_class(CLASS, class);
    vm.add_getter(Ref::of(Type::Object), "__dict__", get_dict, Some(set_dict));
}

/// The attributes of a module or an instance as a dict that writes through.
pub(super) fn live_dict(vm: &mut Vm, owner: Ref) -> Value {
    let attributes: Vec<(Sym, Value)> = match vm.heap.get(owner) {
        Object::Instance(instance) => {
            vm.shapes.names(instance.shape).iter().copied().zip(instance.slots.iter().copied()).collect()
        }
        Object::Module(namespace) => namespace.iter().collect(),
        _ => Vec::new(),
    };
    let dict = vm.dict_of_symbols(attributes);
    let Some(class) = vm.known_class(CLASS) else {
        return dict;
    };
    let view = vm.new_instance(class, Payload::Value(dict));
    let name = vm.names.intern(OWNER);
    if let Some(view) = view.as_ref() {
        put_slot(vm, view, name, Value::object(owner));
    }
    view
}

/// Sets an attribute slot without looking at descriptors, as a write to a dict does.
fn put_slot(vm: &mut Vm, object: Ref, name: Sym, value: Value) {
    if let Object::Instance(instance) = vm.heap.get_mut_internal(object) {
        match vm.shapes.slot(instance.shape, name) {
            Some(slot) => {
                if let Some(slot) = instance.slots.get_mut(slot as usize) {
                    *slot = value;
                }
            }
            None => {
                instance.shape = vm.shapes.with(instance.shape, name);
                instance.slots.push(value);
                vm.heap.grew(size_of::<Value>());
            }
        }
    }
}

/// The object whose attributes a dict shows, when it shows any.
pub(super) fn owner_of(vm: &Vm, dict: Value) -> Option<Ref> {
    if Some(vm.type_of(dict)) != vm.known_class(CLASS) {
        return None;
    }
    let Some(Object::Instance(instance)) = vm.heap.object(dict) else { return None };
    let slot = vm.shapes.slot(instance.shape, vm.names.find(OWNER)?)?;
    instance.slots.get(slot as usize).and_then(|owner| owner.as_ref())
}

fn get_dict(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("__dict__", args)?;
    match (receiver.as_ref(), vm.heap.object(receiver)) {
        (Some(_), Some(Object::Instance(instance))) if vm.class_ref(instance.class).slots.is_some() => {
            Err(vm.attribute_error(receiver, sym::DICT))
        }
        (Some(owner), Some(Object::Instance(_))) => Ok(live_dict(vm, owner)),
        (_, Some(Object::Function(function))) => {
            let attributes = function.attrs.iter().flat_map(|attributes| attributes.iter()).collect();
            Ok(vm.dict_of_symbols(attributes))
        }
        _ => Err(vm.attribute_error(receiver, sym::DICT)),
    }
}

fn set_dict(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [value]) = vm.method("__dict__", args)?;
    let Some(source) = vm.dict_ref(value) else {
        let name = vm.type_name(value);
        return Err(vm.type_error(format!("__dict__ must be set to a dictionary, not a '{name}'")));
    };
    let items = vm.dict_items(source);
    let (Some(owner), Some(Object::Instance(_))) = (receiver.as_ref(), vm.heap.object(receiver)) else {
        return Err(vm.attribute_error(receiver, sym::DICT));
    };
    let root = vm.class_ref(vm.type_of(receiver)).root_shape;
    if let Object::Instance(instance) = vm.heap.get_mut(owner)? {
        instance.slots.clear();
        instance.shape = root;
    }
    for (key, value) in items {
        let name = attribute_key(vm, key)?;
        put_slot(vm, owner, name, value);
    }
    Ok(Value::NONE)
}

fn attribute_key(vm: &mut Vm, key: Value) -> Res<Sym> {
    match vm.symbol_of(key) {
        Some(name) => Ok(name),
        None => Err(vm.error(Type::NotImplementedError, "the keys of __dict__ must be strings here")),
    }
}

/// The dict and the object behind a view.
fn parts(vm: &mut Vm, receiver: Value) -> Res<(Ref, Ref)> {
    let name = vm.names.intern(OWNER);
    let owner = vm.find_attr(receiver, name)?.and_then(Value::as_ref);
    match (vm.dict_ref(receiver), owner) {
        (Some(dict), Some(owner)) => Ok((dict, owner)),
        _ => Err(super::support::wrong_receiver(vm, Type::Dict, "__dict__", receiver)),
    }
}

fn store(vm: &mut Vm, (dict, owner): (Ref, Ref), key: Value, value: Value) -> Res<()> {
    let name = attribute_key(vm, key)?;
    // Fails when a task captured the object.
    if let Object::Module(namespace) = vm.heap.get_mut(owner)? {
        namespace.set(name, value);
    } else {
        put_slot(vm, owner, name, value);
    }
    vm.dict_set(dict, key, value)
}

/// Removes a key from both; its value.
fn take(vm: &mut Vm, (dict, owner): (Ref, Ref), key: Value) -> Res<Option<Value>> {
    let Some(value) = vm.dict_remove(dict, key)? else {
        return Ok(None);
    };
    let name = attribute_key(vm, key)?;
    let root = match vm.heap.get(owner) {
        Object::Instance(instance) => vm.class_ref(instance.class).root_shape,
        _ => crate::object::ShapeId(0),
    };
    match vm.heap.get_mut(owner)? {
        Object::Module(namespace) => {
            namespace.remove(name);
        }
        Object::Instance(instance) => {
            if let Some(slot) = vm.shapes.slot(instance.shape, name) {
                instance.slots.remove(slot as usize);
                instance.shape = vm.shapes.without(root, instance.shape, name);
            }
        }
        _ => {}
    }
    vm.keep(value);
    Ok(Some(value))
}

fn setitem(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [key, value]) = vm.method("dict.__setitem__", args)?;
    let parts = parts(vm, receiver)?;
    store(vm, parts, key, value)?;
    Ok(Value::NONE)
}

fn delitem(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [key]) = vm.method("dict.__delitem__", args)?;
    let parts = parts(vm, receiver)?;
    match take(vm, parts, key)? {
        Some(_) => Ok(Value::NONE),
        None => Err(missing(vm, key)),
    }
}

fn missing(vm: &mut Vm, key: Value) -> Unwind {
    vm.key_error(key)
}

/// Collects what `dict.update` accepts, then stores it item by item.
fn update(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = vm.split_receiver("dict.update", args)?;
    let parts = parts(vm, receiver)?;
    let fresh = vm.new_dict();
    super::dict::fill(vm, fresh, "update", &rest)?;
    for (key, value) in vm.dict_items(fresh) {
        store(vm, parts, key, value)?;
    }
    Ok(Value::NONE)
}

fn update_in_place(vm: &mut Vm, args: &Args<'_>) -> Res {
    update(vm, args)?;
    Ok(args.pos.first().copied().unwrap_or(Value::NONE))
}

fn setdefault(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = method_between(vm, "setdefault", args, 1, 2)?;
    let parts = parts(vm, receiver)?;
    let [key, default @ ..] = rest else {
        return Ok(Value::NONE);
    };
    if let Some(found) = vm.dict_get(parts.0, *key)? {
        return Ok(found);
    }
    let value = default.first().copied().unwrap_or(Value::NONE);
    store(vm, parts, *key, value)?;
    Ok(value)
}

fn pop(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = method_between(vm, "pop", args, 1, 2)?;
    let parts = parts(vm, receiver)?;
    let [key, default @ ..] = rest else {
        return Ok(Value::NONE);
    };
    match take(vm, parts, *key)?.or(default.first().copied()) {
        Some(value) => Ok(value),
        None => Err(missing(vm, *key)),
    }
}

fn popitem(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("dict.popitem", args)?;
    let parts = parts(vm, receiver)?;
    match vm.dict_items(parts.0).last().copied() {
        Some((key, value)) => {
            take(vm, parts, key)?;
            Ok(vm.tuple(vec![key, value]))
        }
        None => {
            let text = vm.str("popitem(): dictionary is empty");
            Err(missing(vm, text))
        }
    }
}

fn clear(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("dict.clear", args)?;
    let parts = parts(vm, receiver)?;
    for (key, _) in vm.dict_items(parts.0) {
        take(vm, parts, key)?;
    }
    Ok(Value::NONE)
}
