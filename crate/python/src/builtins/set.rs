//! `set` and `frozenset`.

use super::support::{has_own_init, wrap, wrong_receiver};
use crate::error::Res;
use crate::object::{Args, Object, SetTable, Type};
use crate::value::{Ref, Value};
use crate::vm::Vm;

pub(super) fn install(vm: &mut Vm) {
    let (set, frozen) = (Ref::of(Type::Set), Ref::of(Type::FrozenSet));
    vm.set_constructor(set, construct);
    vm.set_constructor(frozen, construct_frozen);
    for class in [set, frozen] {
        vm.add_methods(
            class,
            &[
                ("copy", copy),
                ("union", union),
                ("intersection", intersection),
                ("difference", difference),
                ("symmetric_difference", symmetric_difference),
                ("issubset", issubset),
                ("issuperset", issuperset),
                ("isdisjoint", isdisjoint),
            ],
        );
    }
    vm.add_methods(
        set,
        &[
            ("__init__", init),
            ("add", add),
            ("remove", remove),
            ("discard", discard),
            ("pop", pop),
            ("clear", clear),
            ("update", update),
            ("intersection_update", intersection_update),
            ("difference_update", difference_update),
            ("symmetric_difference_update", symmetric_difference_update),
        ],
    );
}

fn construct(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    let set = vm.new_set(false);
    if !has_own_init(vm, class, Type::Set) {
        fill(vm, set, "set", args)?;
    }
    Ok(wrap(vm, class, Type::Set, Value::object(set)))
}

fn construct_frozen(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    if let [source] = *args.pos
        && class == Ref::of(Type::FrozenSet)
        && vm.type_of(source) == class
    {
        return Ok(source);
    }
    let set = vm.new_set(true);
    fill(vm, set, "frozenset", args)?;
    Ok(wrap(vm, class, Type::FrozenSet, Value::object(set)))
}

fn fill(vm: &mut Vm, set: Ref, fname: &str, args: &Args<'_>) -> Res<()> {
    vm.no_keywords(fname, args)?;
    if let [source] = *vm.between(fname, args, 0, 1)? {
        add_all(vm, set, source)?;
    }
    Ok(())
}

fn init(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = vm.split_receiver("set.__init__", args)?;
    let set = set_receiver(vm, "__init__", receiver)?;
    put(vm, set, SetTable::default())?;
    fill(vm, set, "set", &rest)?;
    Ok(Value::NONE)
}

fn set_receiver(vm: &mut Vm, fname: &str, receiver: Value) -> Res<Ref> {
    match vm.set_ref(receiver) {
        Some(set) => Ok(set),
        None => Err(wrong_receiver(vm, Type::Set, fname, receiver)),
    }
}

/// Adds what an iterable gives; a set keeps its table order.
fn add_all(vm: &mut Vm, set: Ref, source: Value) -> Res<()> {
    if vm.set_ref(source) == Some(set) {
        return Ok(());
    }
    if let Some(table) = table_of(vm, source)
        && is_empty(vm, set)
    {
        // CPython copies the places of a table that has nothing deleted; a rebuilt one is the same for us.
        vm.check_alloc(table.size())?;
        return put_internal(vm, set, table);
    }
    vm.for_each(source, &mut |vm, item| vm.set_add(set, item).map(|_| true))
}

fn table_of(vm: &Vm, value: Value) -> Option<SetTable> {
    match vm.heap.get(vm.set_ref(value)?) {
        Object::Set(table) | Object::FrozenSet(table) => Some((**table).clone()),
        _ => None,
    }
}

fn is_empty(vm: &Vm, set: Ref) -> bool {
    match vm.heap.get(set) {
        Object::Set(table) | Object::FrozenSet(table) => table.is_empty(),
        _ => true,
    }
}

fn put(vm: &mut Vm, set: Ref, table: SetTable) -> Res<()> {
    vm.heap.get_mut(set)?;
    put_internal(vm, set, table)
}

fn put_internal(vm: &mut Vm, set: Ref, table: SetTable) -> Res<()> {
    if vm.heap.is_shared(set) {
        vm.heap.get_mut(set)?;
    }
    vm.heap.grew(table.size());
    if let Object::Set(old) | Object::FrozenSet(old) = vm.heap.get_mut_internal(set) {
        **old = table;
    }
    Ok(())
}

/// The items of a set in table order.
fn items(vm: &Vm, set: Ref) -> Vec<Value> {
    match vm.heap.get(set) {
        Object::Set(table) | Object::FrozenSet(table) => table.iter().collect(),
        _ => Vec::new(),
    }
}

fn is_frozen(vm: &Vm, set: Ref) -> bool {
    matches!(vm.heap.get(set), Object::FrozenSet(_))
}

/// A set to look things up in: the value itself or one made from an iterable.
fn as_set(vm: &mut Vm, value: Value) -> Res<Ref> {
    if let Some(set) = vm.set_ref(value) {
        return Ok(set);
    }
    let set = vm.new_set(false);
    add_all(vm, set, value)?;
    Ok(set)
}

fn copy_of(vm: &mut Vm, set: Ref) -> Res<Ref> {
    let copy = vm.new_set(is_frozen(vm, set));
    add_all(vm, copy, Value::object(set))?;
    Ok(copy)
}

fn copy(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("set.copy", args)?;
    let set = set_receiver(vm, "copy", receiver)?;
    if is_frozen(vm, set) && vm.plain(receiver) == receiver {
        return Ok(receiver);
    }
    copy_of(vm, set).map(Value::object)
}

/// The receiver and any number of iterables.
fn many<'a>(vm: &mut Vm, fname: &str, args: &Args<'a>) -> Res<(Ref, &'a [Value])> {
    let (receiver, rest) = vm.split_receiver(fname, args)?;
    vm.no_keywords(fname, &rest)?;
    Ok((set_receiver(vm, fname, receiver)?, rest.pos))
}

fn union(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (set, others) = many(vm, "set.union", args)?;
    let result = copy_of(vm, set)?;
    for &other in others {
        add_all(vm, result, other)?;
    }
    Ok(Value::object(result))
}

fn update(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (set, others) = many(vm, "set.update", args)?;
    for &other in others {
        add_all(vm, set, other)?;
    }
    Ok(Value::NONE)
}

/// What of `other` is in `set`, of the same kind as `set`. As in CPython the smaller of two sets is walked.
fn intersect(vm: &mut Vm, set: Ref, other: Value) -> Res<Ref> {
    let result = vm.new_set(is_frozen(vm, set));
    if let Some(other_set) = vm.set_ref(other) {
        let (mut small, mut large) = (items(vm, other_set), set);
        let own = items(vm, set);
        if small.len() > own.len() {
            (small, large) = (own, other_set);
        }
        for item in small {
            if vm.set_has(large, item)? {
                vm.set_add(result, item)?;
            }
        }
        return Ok(result);
    }
    vm.for_each(other, &mut |vm, item| {
        if vm.set_has(set, item)? {
            vm.set_add(result, item)?;
        }
        Ok(true)
    })?;
    Ok(result)
}

fn intersect_all(vm: &mut Vm, set: Ref, others: &[Value]) -> Res<Ref> {
    let mut result = copy_of(vm, set)?;
    for &other in others {
        result = intersect(vm, result, other)?;
    }
    Ok(result)
}

fn intersection(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (set, others) = many(vm, "set.intersection", args)?;
    intersect_all(vm, set, others).map(Value::object)
}

fn intersection_update(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (set, others) = many(vm, "set.intersection_update", args)?;
    let result = intersect_all(vm, set, others)?;
    replace_with(vm, set, result)
}

fn replace_with(vm: &mut Vm, set: Ref, result: Ref) -> Res {
    let table = table_of(vm, Value::object(result)).unwrap_or_default();
    put(vm, set, table)?;
    Ok(Value::NONE)
}

fn subtract(vm: &mut Vm, set: Ref, other: Value) -> Res<()> {
    if vm.set_ref(other) == Some(set) {
        return put(vm, set, SetTable::default());
    }
    vm.for_each(other, &mut |vm, item| vm.set_discard(set, item).map(|_| true))
}

fn difference(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (set, others) = many(vm, "set.difference", args)?;
    // Rebuilt item by item, so that the order is that of a set filled with what is left.
    let excluded: Vec<Ref> = others.iter().map(|&other| as_set(vm, other)).collect::<Res<_>>()?;
    let result = vm.new_set(is_frozen(vm, set));
    'items: for item in items(vm, set) {
        for &other in &excluded {
            if vm.set_has(other, item)? {
                continue 'items;
            }
        }
        vm.set_add(result, item)?;
    }
    Ok(Value::object(result))
}

fn difference_update(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (set, others) = many(vm, "set.difference_update", args)?;
    for &other in others {
        subtract(vm, set, other)?;
    }
    Ok(Value::NONE)
}

/// Adds what is missing and removes what is there.
fn toggle(vm: &mut Vm, set: Ref, other: Value) -> Res<()> {
    let other = as_set(vm, other)?;
    for item in items(vm, other) {
        if !vm.set_discard(set, item)? {
            vm.set_add(set, item)?;
        }
    }
    Ok(())
}

fn symmetric_difference(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [other]) = vm.method("set.symmetric_difference", args)?;
    let set = set_receiver(vm, "symmetric_difference", receiver)?;
    // CPython starts from the other set and toggles the items of this one.
    let result = vm.new_set(is_frozen(vm, set));
    add_all(vm, result, other)?;
    toggle(vm, result, Value::object(set))?;
    Ok(Value::object(result))
}

fn symmetric_difference_update(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [other]) = vm.method("set.symmetric_difference_update", args)?;
    let set = set_receiver(vm, "symmetric_difference_update", receiver)?;
    toggle(vm, set, other)?;
    Ok(Value::NONE)
}

fn is_within(vm: &mut Vm, small: Ref, large: Ref) -> Res<bool> {
    for item in items(vm, small) {
        if !vm.set_has(large, item)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn issubset(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [other]) = vm.method("set.issubset", args)?;
    let set = set_receiver(vm, "issubset", receiver)?;
    let other = as_set(vm, other)?;
    is_within(vm, set, other).map(Value::bool)
}

fn issuperset(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [other]) = vm.method("set.issuperset", args)?;
    let set = set_receiver(vm, "issuperset", receiver)?;
    let other = as_set(vm, other)?;
    is_within(vm, other, set).map(Value::bool)
}

fn isdisjoint(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [other]) = vm.method("set.isdisjoint", args)?;
    let set = set_receiver(vm, "isdisjoint", receiver)?;
    let mut disjoint = true;
    vm.for_each(other, &mut |vm, item| {
        disjoint = !vm.set_has(set, item)?;
        Ok(disjoint)
    })?;
    Ok(Value::bool(disjoint))
}

fn add(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [item]) = vm.method("set.add", args)?;
    let set = set_receiver(vm, "add", receiver)?;
    vm.set_add(set, item)?;
    Ok(Value::NONE)
}

fn remove(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [item]) = vm.method("set.remove", args)?;
    let set = set_receiver(vm, "remove", receiver)?;
    if vm.set_discard(set, item)? { Ok(Value::NONE) } else { Err(vm.key_error(item)) }
}

fn discard(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [item]) = vm.method("set.discard", args)?;
    let set = set_receiver(vm, "discard", receiver)?;
    vm.set_discard(set, item)?;
    Ok(Value::NONE)
}

fn pop(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("set.pop", args)?;
    let set = set_receiver(vm, "pop", receiver)?;
    let item = match vm.heap.get_mut(set)? {
        Object::Set(table) => table.key_from(0).map(|(place, _)| table.remove_at(place)),
        _ => None,
    };
    match item {
        Some(item) => {
            vm.keep(item);
            Ok(item)
        }
        None => {
            let text = vm.str("pop from an empty set");
            Err(vm.key_error(text))
        }
    }
}

fn clear(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("set.clear", args)?;
    let set = set_receiver(vm, "clear", receiver)?;
    put(vm, set, SetTable::default())?;
    Ok(Value::NONE)
}
