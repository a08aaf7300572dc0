//! The methods of `deque`.

use crate::text::slice::amount;
use super::deque::{Deque, as_list, change, data, mutated};
use crate::code::CmpOp;
use crate::error::Res;
use crate::modules::support::instance;
use crate::object::{Args, NativeFn};
use crate::value::Value;
use crate::vm::Vm;

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("append", |vm, args| {
        let (deque, [item]) = vm.method("append", args)?;
        change(vm, "append", deque)?.push_back(item);
        vm.heap.grew(8);
        Ok(Value::NONE)
    }),
    ("appendleft", |vm, args| {
        let (deque, [item]) = vm.method("appendleft", args)?;
        change(vm, "appendleft", deque)?.push_front(item);
        vm.heap.grew(8);
        Ok(Value::NONE)
    }),
    ("pop", |vm, args| {
        let (deque, []) = vm.method("pop", args)?;
        let data = change(vm, "pop", deque)?;
        data.version += 1;
        match data.items.pop_back() {
            Some(item) => Ok(item),
            None => Err(vm.index_error("pop from an empty deque")),
        }
    }),
    ("popleft", |vm, args| {
        let (deque, []) = vm.method("popleft", args)?;
        let data = change(vm, "popleft", deque)?;
        data.version += 1;
        match data.items.pop_front() {
            Some(item) => Ok(item),
            None => Err(vm.index_error("pop from an empty deque")),
        }
    }),
    ("extend", |vm, args| extend(vm, args, "extend", Deque::push_back)),
    ("extendleft", |vm, args| extend(vm, args, "extendleft", Deque::push_front)),
    ("__iadd__", |vm, args| {
        extend(vm, args, "__iadd__", Deque::push_back)?;
        Ok(args.pos[0])
    }),
    ("clear", |vm, args| {
        let (deque, []) = vm.method("clear", args)?;
        let data = change(vm, "clear", deque)?;
        data.version += 1;
        data.items.clear();
        Ok(Value::NONE)
    }),
    ("copy", |vm, args| copy(vm, args, "copy")),
    ("__copy__", |vm, args| copy(vm, args, "__copy__")),
    ("rotate", rotate),
    ("reverse", |vm, args| {
        let (deque, []) = vm.method("reverse", args)?;
        let data = change(vm, "reverse", deque)?;
        data.version += 1;
        data.items.make_contiguous().reverse();
        Ok(Value::NONE)
    }),
    ("count", |vm, args| {
        let (deque, [item]) = vm.method("count", args)?;
        let mut count = 0;
        let mut place = 0;
        while let Some(candidate) = at(vm, "count", deque, place)? {
            count += i64::from(vm.eq(candidate, item)?);
            place += 1;
        }
        Ok(vm.int(count))
    }),
    ("index", index),
    ("insert", insert),
    ("remove", remove),
    ("__len__", |vm, args| {
        let (deque, []) = vm.method("__len__", args)?;
        let length = data(vm, "__len__", deque)?.items.len();
        Ok(vm.usize(length))
    }),
    ("__bool__", |vm, args| {
        let (deque, []) = vm.method("__bool__", args)?;
        Ok(Value::bool(!data(vm, "__bool__", deque)?.items.is_empty()))
    }),
    ("__contains__", |vm, args| {
        let (deque, [item]) = vm.method("__contains__", args)?;
        Ok(Value::bool(find(vm, "__contains__", deque, item, 0, usize::MAX)?.is_some()))
    }),
    ("__getitem__", |vm, args| {
        let (deque, [key]) = vm.method("__getitem__", args)?;
        let place = place_of(vm, "__getitem__", deque, key)?;
        Ok(data(vm, "__getitem__", deque)?.items[place])
    }),
    ("__setitem__", |vm, args| {
        let (deque, [key, value]) = vm.method("__setitem__", args)?;
        let place = place_of(vm, "__setitem__", deque, key)?;
        change(vm, "__setitem__", deque)?.items[place] = value;
        Ok(Value::NONE)
    }),
    ("__delitem__", |vm, args| {
        let (deque, [key]) = vm.method("__delitem__", args)?;
        let place = place_of(vm, "__delitem__", deque, key)?;
        let data = change(vm, "__delitem__", deque)?;
        data.version += 1;
        data.items.remove(place);
        Ok(Value::NONE)
    }),
    ("__add__", |vm, args| {
        let (deque, [other]) = vm.method("__add__", args)?;
        let Some(right) = vm.payload::<Deque>(other).cloned() else {
            let name = vm.type_name(other);
            return Err(vm.type_error(format!("can only concatenate deque (not \"{name}\") to deque")));
        };
        let mut sum = data(vm, "__add__", deque)?.clone();
        right.items.into_iter().for_each(|item| sum.push_back(item));
        let class = vm.type_of(deque);
        Ok(instance(vm, class, sum))
    }),
    ("__mul__", multiply),
    ("__rmul__", multiply),
    ("__repr__", repr),
];

fn at(vm: &mut Vm, method: &str, deque: Value, place: usize) -> Res<Option<Value>> {
    Ok(data(vm, method, deque)?.items.get(place).copied())
}

fn extend(vm: &mut Vm, args: &Args<'_>, name: &str, push: fn(&mut Deque, Value)) -> Res {
    let (deque, [iterable]) = vm.method(name, args)?;
    data(vm, name, deque)?;
    let source = if iterable == deque { as_list(vm, name, deque)? } else { iterable };
    vm.for_each(source, &mut |vm, item| {
        push(change(vm, name, deque)?, item);
        vm.heap.grew(8);
        Ok(true)
    })?;
    Ok(Value::NONE)
}

fn copy(vm: &mut Vm, args: &Args<'_>, name: &str) -> Res {
    let (deque, []) = vm.method(name, args)?;
    let copy = data(vm, name, deque)?.clone();
    let class = vm.type_of(deque);
    Ok(instance(vm, class, copy))
}

fn rotate(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (deque, rest) = vm.split_receiver("rotate", args)?;
    let given = vm.between("rotate", &rest, 0, 1)?;
    let steps = given.first().map_or(Ok(1), |&steps| vm.to_index(steps))?;
    let data = change(vm, "rotate", deque)?;
    data.version += 1;
    let length = i64::try_from(data.items.len()).unwrap_or(i64::MAX);
    if length > 0 {
        data.items.rotate_right(usize::try_from(steps.rem_euclid(length)).unwrap_or(0));
    }
    Ok(Value::NONE)
}

/// The first place of an equal item; the deque must not change meanwhile.
fn find(vm: &mut Vm, method: &str, deque: Value, item: Value, start: usize, end: usize) -> Res<Option<usize>> {
    let version = data(vm, method, deque)?.version;
    let mut place = start;
    while place < end
        && let Some(candidate) = at(vm, method, deque, place)?
    {
        let equal = vm.eq(candidate, item)?;
        if data(vm, method, deque)?.version != version {
            return Err(mutated(vm));
        }
        if equal {
            return Ok(Some(place));
        }
        place += 1;
    }
    Ok(None)
}

fn clamp(index: i64, length: usize) -> usize {
    let length = i64::try_from(length).unwrap_or(i64::MAX);
    let index = if index < 0 { index + length } else { index };
    usize::try_from(index.clamp(0, length)).unwrap_or(0)
}

fn index(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (deque, rest) = vm.split_receiver("index", args)?;
    let given = vm.between("index", &rest, 1, 3)?;
    let length = data(vm, "index", deque)?.items.len();
    let start = given.get(1).map_or(Ok(0), |&start| vm.to_index(start))?;
    let end = given.get(2).map_or(Ok(i64::MAX), |&end| vm.to_index(end))?;
    match find(vm, "index", deque, given[0], clamp(start, length), clamp(end, length))? {
        Some(place) => Ok(vm.usize(place)),
        None => {
            let text = vm.repr(given[0])?;
            Err(vm.value_error(format!("{text} is not in deque")))
        }
    }
}

fn insert(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (deque, [index, item]) = vm.method("insert", args)?;
    let index = vm.to_index(index)?;
    let full = {
        let data = data(vm, "insert", deque)?;
        data.max == Some(data.items.len())
    };
    if full {
        return Err(vm.index_error("deque already at its maximum size"));
    }
    let data = change(vm, "insert", deque)?;
    data.version += 1;
    let place = clamp(index, data.items.len());
    data.items.insert(place, item);
    Ok(Value::NONE)
}

fn remove(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (deque, [item]) = vm.method("remove", args)?;
    match find(vm, "remove", deque, item, 0, usize::MAX)? {
        Some(place) => {
            let data = change(vm, "remove", deque)?;
            data.version += 1;
            data.items.remove(place);
            Ok(Value::NONE)
        }
        None => {
            let text = vm.repr(item)?;
            Err(vm.value_error(format!("{text} is not in deque")))
        }
    }
}

fn place_of(vm: &mut Vm, method: &str, deque: Value, key: Value) -> Res<usize> {
    let length = data(vm, method, deque)?.items.len();
    if vm.as_i64(key).is_none() && vm.special(key, crate::object::sym::INDEX).is_none() {
        let name = vm.type_name(key);
        return Err(vm.type_error(format!("sequence index must be integer, not '{name}'")));
    }
    let index = vm.to_index(key)?;
    match crate::text::slice::index(index, length) {
        Some(place) => Ok(place),
        None => Err(vm.index_error("deque index out of range")),
    }
}

fn multiply(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (deque, [times]) = vm.method("__mul__", args)?;
    let times = amount(vm.to_index(times)?);
    let old = data(vm, "__mul__", deque)?.clone();
    vm.check_alloc(old.items.len().saturating_mul(times).saturating_mul(8))?;
    let mut product = Deque { max: old.max, ..Deque::default() };
    let times = if old.items.is_empty() { 0 } else { times };
    for _ in 0..times {
        old.items.iter().for_each(|&item| product.push_back(item));
    }
    let class = vm.type_of(deque);
    Ok(instance(vm, class, product))
}

fn repr(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (deque, []) = vm.method("__repr__", args)?;
    let max = data(vm, "__repr__", deque)?.max;
    let name = vm.class_name(deque);
    let items = as_list(vm, "__repr__", deque)?;
    let items = vm.repr(items)?;
    Ok(vm.string(match max {
        Some(max) => format!("{name}({items}, maxlen={max})"),
        None => format!("{name}({items})"),
    }))
}

pub(super) fn compare(vm: &mut Vm, args: &Args<'_>, op: CmpOp) -> Res {
    let (a, [b]) = vm.method("__eq__", args)?;
    if vm.payload::<Deque>(b).is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (a, b) = (as_list(vm, "__eq__", a)?, as_list(vm, "__eq__", b)?);
    vm.compare(op, a, b)
}
