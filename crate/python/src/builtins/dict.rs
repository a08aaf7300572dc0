//! `dict`.

use super::support::{add_class_methods, class_argument, dict_receiver, has_own_init, method_between, wrap};
use crate::error::{Res, Unwind};
use crate::object::{Args, DictViewKind, Iter, Object, Type, sym};
use crate::value::{Ref, Value};
use crate::vm::Vm;

pub(super) fn install(vm: &mut Vm) {
    let class = Ref::of(Type::Dict);
    vm.set_constructor(class, construct);
    vm.add_methods(
        class,
        &[
            ("__init__", init),
            ("get", get),
            ("setdefault", setdefault),
            ("pop", pop),
            ("popitem", popitem),
            ("keys", keys),
            ("values", values),
            ("items", items),
            ("update", update),
            ("clear", clear),
            ("copy", copy),
            ("__getitem__", getitem),
            ("__reversed__", reversed),
        ],
    );
    add_class_methods(vm, class, &[("fromkeys", fromkeys)]);
}

fn construct(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    let dict = vm.new_dict();
    if !has_own_init(vm, class, Type::Dict) {
        fill(vm, dict, "dict", args)?;
    }
    Ok(wrap(vm, class, Type::Dict, Value::object(dict)))
}

fn init(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = vm.split_receiver("dict.__init__", args)?;
    let dict = dict_receiver(vm, "__init__", receiver)?;
    fill(vm, dict, "dict", &rest)?;
    Ok(Value::NONE)
}

/// What `dict(...)`, `update(...)` accept: a mapping or pairs, then keywords.
pub(super) fn fill(vm: &mut Vm, dict: Ref, fname: &str, args: &Args<'_>) -> Res<()> {
    let positional = Args { pos: args.pos, kw: &[] };
    if let [source] = *vm.between(fname, &positional, 0, 1)? {
        vm.dict_update(dict, source)?;
    }
    for &(name, value) in args.kw {
        let key = vm.symbol_text(name);
        vm.dict_set(dict, key, value)?;
    }
    Ok(())
}

fn get(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = method_between(vm, "get", args, 1, 2)?;
    let dict = dict_receiver(vm, "get", receiver)?;
    let [key, default @ ..] = rest else {
        return Ok(Value::NONE);
    };
    let found = vm.dict_get(dict, *key)?;
    Ok(found.or(default.first().copied()).unwrap_or(Value::NONE))
}

fn setdefault(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = method_between(vm, "setdefault", args, 1, 2)?;
    let dict = dict_receiver(vm, "setdefault", receiver)?;
    let [key, default @ ..] = rest else {
        return Ok(Value::NONE);
    };
    if let Some(found) = vm.dict_get(dict, *key)? {
        return Ok(found);
    }
    let value = default.first().copied().unwrap_or(Value::NONE);
    vm.dict_set(dict, *key, value)?;
    Ok(value)
}

fn pop(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = method_between(vm, "pop", args, 1, 2)?;
    let dict = dict_receiver(vm, "pop", receiver)?;
    let [key, default @ ..] = rest else {
        return Ok(Value::NONE);
    };
    match vm.dict_remove(dict, *key)?.or(default.first().copied()) {
        Some(value) => {
            vm.keep(value);
            Ok(value)
        }
        None => Err(vm.key_error(*key)),
    }
}

fn popitem(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("dict.popitem", args)?;
    let dict = dict_receiver(vm, "popitem", receiver)?;
    let last = match vm.heap.get_mut(dict)? {
        Object::Dict(table) => table.entry_before(usize::MAX).map(|(place, ..)| table.remove_at(place)),
        _ => None,
    };
    match last {
        Some((key, value)) => Ok(vm.tuple(vec![key, value])),
        None => {
            let text = vm.str("popitem(): dictionary is empty");
            Err(vm.key_error(text))
        }
    }
}

fn view(vm: &mut Vm, fname: &str, args: &Args<'_>, kind: DictViewKind) -> Res {
    let (receiver, []) = vm.method(fname, args)?;
    let dict = dict_receiver(vm, fname, receiver)?;
    Ok(vm.alloc(Object::DictView(kind, dict)))
}

fn keys(vm: &mut Vm, args: &Args<'_>) -> Res {
    view(vm, "dict.keys", args, DictViewKind::Keys)
}

fn values(vm: &mut Vm, args: &Args<'_>) -> Res {
    view(vm, "dict.values", args, DictViewKind::Values)
}

fn items(vm: &mut Vm, args: &Args<'_>) -> Res {
    view(vm, "dict.items", args, DictViewKind::Items)
}

fn update(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = vm.split_receiver("dict.update", args)?;
    let dict = dict_receiver(vm, "update", receiver)?;
    fill(vm, dict, "update", &rest)?;
    Ok(Value::NONE)
}

fn clear(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("dict.clear", args)?;
    let dict = dict_receiver(vm, "clear", receiver)?;
    vm.dict_clear(dict)?;
    Ok(Value::NONE)
}

fn copy(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("dict.copy", args)?;
    let dict = dict_receiver(vm, "copy", receiver)?;
    Ok(Value::object(vm.dict_copy(dict)))
}

/// `dict[key]`, with `__missing__` for subclasses.
fn getitem(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [key]) = vm.method("dict.__getitem__", args)?;
    let dict = dict_receiver(vm, "__getitem__", receiver)?;
    match vm.dict_get(dict, key)? {
        Some(value) => Ok(value),
        None => missing(vm, receiver, key),
    }
}

fn missing(vm: &mut Vm, receiver: Value, key: Value) -> Res {
    if vm.plain(receiver) != receiver
        && let Some(result) = vm.call_special(receiver, sym::MISSING, &[key])
    {
        return result;
    }
    let error: Unwind = vm.key_error(key);
    Err(error)
}

fn reversed(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("dict.__reversed__", args)?;
    let dict = dict_receiver(vm, "__reversed__", receiver)?;
    Ok(reversed_iterator(vm, dict, DictViewKind::Keys))
}

/// Walks a dict from its last entry.
pub(super) fn reversed_iterator(vm: &mut Vm, dict: Ref, kind: DictViewKind) -> Value {
    let len = match vm.heap.get(dict) {
        Object::Dict(table) => table.len(),
        _ => 0,
    };
    vm.iterator(Iter::DictReversed { dict, index: usize::MAX, len, kind })
}

fn fromkeys(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (class, rest) = class_argument(vm, "dict.fromkeys", args)?;
    let (keys, value) = match *vm.between("fromkeys", &rest, 1, 2)? {
        [keys, value] => (keys, value),
        [keys, ..] => (keys, Value::NONE),
        [] => return Ok(Value::NONE),
    };
    if class == Ref::of(Type::Dict) {
        let dict = vm.new_dict();
        vm.for_each(keys, &mut |vm, key| vm.dict_set(dict, key, value).map(|()| true))?;
        return Ok(Value::object(dict));
    }
    let target = vm.call(Value::object(class), &[])?;
    vm.for_each(keys, &mut |vm, key| vm.set_item(target, key, value).map(|()| true))?;
    Ok(target)
}
