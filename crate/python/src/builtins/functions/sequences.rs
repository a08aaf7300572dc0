//! Functions of iterables: len, iter, next, sum, min, max, any, all, sorted.

use super::Table;
use crate::code::{BinOp, CmpOp};
use crate::error::{Res, Unwind};
use crate::object::{Args, Iter, Object, Type, sym};
use crate::value::Value;
use crate::vm::Vm;

pub(super) const TABLE: Table = &[
    ("len", len),
    ("iter", iter),
    ("next", next),
    ("sum", sum),
    ("min", |vm, args| extreme(vm, "min", args, CmpOp::Lt)),
    ("max", |vm, args| extreme(vm, "max", args, CmpOp::Gt)),
    ("any", any),
    ("all", all),
    ("sorted", crate::builtins::list::sorted),
];

fn len(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("len", args)?;
    // A range may be longer than memory.
    if let Some(Object::Range(range)) = vm.heap.object(value) {
        return match i64::try_from(range.len()) {
            Ok(length) => Ok(vm.int(length)),
            Err(_) => Err(vm.error(Type::OverflowError, "Python int too large to convert to C ssize_t")),
        };
    }
    let length = vm.len(value)?;
    Ok(vm.usize(length))
}

fn iter(vm: &mut Vm, args: &Args<'_>) -> Res {
    match *vm.between("iter", args, 1, 2)? {
        [function, sentinel] => {
            if !vm.is_callable(function) {
                return Err(vm.type_error("iter(v, w): v must be callable"));
            }
            Ok(vm.iterator(Iter::Callable { function, sentinel }))
        }
        [value, ..] => vm.iter(value),
        [] => Err(vm.type_error("iter expected at least 1 argument, got 0")),
    }
}

/// Whether `next` works on a value.
fn is_iterator(vm: &mut Vm, value: Value) -> bool {
    matches!(vm.heap.object(value), Some(Object::Iter(_) | Object::Generator(_)))
        || vm.special(value, sym::NEXT).is_some()
}

fn next(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (iterator, default) = match *vm.between("next", args, 1, 2)? {
        [iterator, default] => (iterator, Some(default)),
        [iterator, ..] => (iterator, None),
        [] => return Err(vm.type_error("next expected at least 1 argument, got 0")),
    };
    if !is_iterator(vm, iterator) {
        let name = vm.type_name(iterator);
        return Err(vm.type_error(format!("'{name}' object is not an iterator")));
    }
    match default {
        Some(default) => Ok(vm.next(iterator)?.unwrap_or(default)),
        // Through the method, since only it hands out the value that a generator returned.
        None => match vm.call_special(iterator, sym::NEXT, &[]) {
            Some(result) => result,
            None => Err(vm.stop_iteration(Value::NONE)),
        },
    }
}

fn any(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [items] = vm.exact("any", args)?;
    let mut found = false;
    vm.for_each(items, &mut |vm, item| {
        found = vm.truthy(item)?;
        Ok(!found)
    })?;
    Ok(Value::bool(found))
}

fn all(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [items] = vm.exact("all", args)?;
    let mut all = true;
    vm.for_each(items, &mut |vm, item| {
        all = vm.truthy(item)?;
        Ok(all)
    })?;
    Ok(Value::bool(all))
}

fn sum(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [items, start] = vm.bind("sum", args, ["/iterable", "start"], 1)?;
    let start = match start {
        Some(start) => start,
        None => vm.int(0),
    };
    let refusal = match vm.builtin(start) {
        Type::Str => Some("sum() can't sum strings [use ''.join(seq) instead]"),
        Type::Bytes => Some("sum() can't sum bytes [use b''.join(seq) instead]"),
        Type::ByteArray => Some("sum() can't sum bytearray [use b''.join(seq) instead]"),
        _ => None,
    };
    if let Some(text) = refusal {
        return Err(vm.type_error(text));
    }
    let items = items.unwrap_or(Value::NONE);
    let (mut total, done) = sum_plain(vm, items, start);
    let mark = vm.kept();
    vm.keep(total);
    let iterator = vm.iter(items)?;
    if done > 0
        && let Some(r) = iterator.as_ref()
        && let Object::Iter(iter) = vm.heap.get_mut_internal(r)
        && let Iter::List { index, .. } | Iter::Tuple { index, .. } = &mut **iter
    {
        *index = done;
    }
    let mut turns = 0;
    while let Some(item) = vm.next(iterator)? {
        total = vm.binary(BinOp::Add, total, item)?;
        vm.release(mark, total);
        vm.keep(iterator);
        vm.turn(&mut turns)?;
    }
    Ok(total)
}

/// Adds up the items that a list or tuple begins with as long as all are small
/// integers and booleans, or all are floats: the sum, and how many items are in it.
fn sum_plain(vm: &Vm, items: Value, start: Value) -> (Value, usize) {
    let items: &[Value] = match vm.heap.object(items) {
        Some(Object::List(items)) => items,
        Some(Object::Tuple(items)) => items,
        _ => return (start, 0),
    };
    let mut total = start;
    for (done, &item) in items.iter().enumerate() {
        let item = item.as_bool().map_or(item, |b| Value::small_int_wrapping(i64::from(b)));
        let sum = match (total.as_small_int(), item.as_small_int()) {
            (Some(x), Some(y)) => Value::small_int(x + y),
            _ => total.as_float().zip(item.as_float()).map(|(x, y)| Value::float(x + y)),
        };
        match sum {
            Some(sum) => total = sum,
            None => return (total, done),
        }
    }
    (total, items.len())
}

/// `min` and `max`: a later item wins only when it is strictly better.
fn extreme(vm: &mut Vm, name: &str, args: &Args<'_>, better: CmpOp) -> Res {
    let (mut key, mut default) = (None, None);
    for &(keyword, value) in args.kw {
        match keyword {
            sym::KEY => key = Some(value).filter(|key| !key.is_none()),
            sym::DEFAULT => default = Some(value),
            _ => {
                let keyword = vm.names.text(keyword).clone();
                return Err(vm.type_error(format!("'{keyword}' is an invalid keyword argument for {name}()")));
            }
        }
    }
    match *args.pos {
        [] => Err(vm.type_error(format!("{name} expected at least 1 argument, got 0"))),
        [items] => match best(vm, items, key, better)? {
            Some(item) => Ok(item),
            None => default.ok_or(()).map_err(|()| empty(vm, name)),
        },
        _ if default.is_some() => {
            Err(vm.type_error(format!("Cannot specify a default for {name}() with multiple positional arguments")))
        }
        ref several => {
            let items = vm.tuple(several.to_vec());
            Ok(best(vm, items, key, better)?.unwrap_or(Value::NONE))
        }
    }
}

fn empty(vm: &mut Vm, name: &str) -> Unwind {
    vm.value_error(format!("{name}() arg is an empty sequence"))
}

fn best(vm: &mut Vm, items: Value, key: Option<Value>, better: CmpOp) -> Res<Option<Value>> {
    let mut found: Option<(Value, Value)> = None;
    let iterator = vm.iter(items)?;
    let mark = vm.kept();
    let mut turns = 0;
    while let Some(item) = vm.next(iterator)? {
        let by = match key {
            Some(key) => vm.call(key, &[item])?,
            None => item,
        };
        let wins = match found {
            None => true,
            Some((_, best)) => {
                let result = vm.compare(better, by, best)?;
                vm.truthy(result)?
            }
        };
        if wins {
            found = Some((item, by));
        }
        vm.release(mark, Value::NONE);
        if let Some((item, by)) = found {
            vm.keep(item);
            vm.keep(by);
        }
        vm.turn(&mut turns)?;
    }
    Ok(found.map(|(item, _)| item))
}
