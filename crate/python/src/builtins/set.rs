//! `set` and `frozenset`.

use super::support::{has_own_init, wrap, wrong_receiver};
use crate::code::BinOp;
use crate::error::Res;
use crate::object::{Args, Object, Type};
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
        vm.set_update(set, source)?;
    }
    Ok(())
}

fn init(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = vm.split_receiver("set.__init__", args)?;
    let set = set_receiver(vm, "__init__", receiver)?;
    vm.set_clear(set)?;
    fill(vm, set, "set", &rest)?;
    Ok(Value::NONE)
}

fn set_receiver(vm: &mut Vm, fname: &str, receiver: Value) -> Res<Ref> {
    match vm.set_ref(receiver) {
        Some(set) => Ok(set),
        None => Err(wrong_receiver(vm, Type::Set, fname, receiver)),
    }
}

fn is_frozen(vm: &Vm, set: Ref) -> bool {
    matches!(vm.heap.get(set), Object::FrozenSet(_))
}

fn copy(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("set.copy", args)?;
    let set = set_receiver(vm, "copy", receiver)?;
    let frozen = is_frozen(vm, set);
    if frozen && vm.plain(receiver) == receiver {
        return Ok(receiver);
    }
    Ok(Value::object(vm.set_copy(set, frozen)))
}

/// The receiver and any number of iterables.
fn many<'a>(vm: &mut Vm, fname: &str, args: &Args<'a>) -> Res<(Ref, &'a [Value])> {
    let (receiver, rest) = vm.split_receiver(fname, args)?;
    vm.no_keywords(fname, &rest)?;
    Ok((set_receiver(vm, fname, receiver)?, rest.pos))
}

/// The receiver and one iterable as a set.
fn pair(vm: &mut Vm, fname: &str, args: &Args<'_>) -> Res<(Ref, Ref)> {
    let (receiver, [other]) = vm.method(fname, args)?;
    let set = set_receiver(vm, fname, receiver)?;
    Ok((set, vm.set_from(other)?))
}

/// Combines a set with each iterable in turn.
fn fold(vm: &mut Vm, op: BinOp, set: Ref, others: &[Value]) -> Res<Ref> {
    let frozen = is_frozen(vm, set);
    let mut result = vm.set_copy(set, frozen);
    for &other in others {
        let other = vm.set_from(other)?;
        result = vm.set_combine(op, result, other, frozen)?;
    }
    Ok(result)
}

fn union(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (set, others) = many(vm, "set.union", args)?;
    let frozen = is_frozen(vm, set);
    let result = vm.set_copy(set, frozen);
    for &other in others {
        vm.set_update(result, other)?;
    }
    Ok(Value::object(result))
}

fn update(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (set, others) = many(vm, "set.update", args)?;
    for &other in others {
        vm.set_update(set, other)?;
    }
    Ok(Value::NONE)
}

fn intersection(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (set, others) = many(vm, "set.intersection", args)?;
    fold(vm, BinOp::And, set, others).map(Value::object)
}

fn intersection_update(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (set, others) = many(vm, "set.intersection_update", args)?;
    let result = fold(vm, BinOp::And, set, others)?;
    vm.set_combine_into(BinOp::And, set, result)?;
    Ok(Value::NONE)
}

fn difference(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (set, others) = many(vm, "set.difference", args)?;
    fold(vm, BinOp::Sub, set, others).map(Value::object)
}

fn difference_update(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (set, others) = many(vm, "set.difference_update", args)?;
    for &other in others {
        let other = vm.set_from(other)?;
        vm.set_combine_into(BinOp::Sub, set, other)?;
    }
    Ok(Value::NONE)
}

fn symmetric_difference(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (set, other) = pair(vm, "set.symmetric_difference", args)?;
    let frozen = is_frozen(vm, set);
    vm.set_combine(BinOp::Xor, set, other, frozen).map(Value::object)
}

fn symmetric_difference_update(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (set, other) = pair(vm, "set.symmetric_difference_update", args)?;
    vm.set_combine_into(BinOp::Xor, set, other)?;
    Ok(Value::NONE)
}

fn issubset(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (set, other) = pair(vm, "set.issubset", args)?;
    vm.is_subset(set, other).map(Value::bool)
}

fn issuperset(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (set, other) = pair(vm, "set.issuperset", args)?;
    vm.is_subset(other, set).map(Value::bool)
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
    match vm.set_pop(set)? {
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
    vm.set_clear(set)?;
    Ok(Value::NONE)
}
