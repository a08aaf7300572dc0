//! `tuple`.

use super::support::{method_between, search_range, wrap, wrong_receiver};
use crate::error::Res;
use crate::object::{Args, Type};
use crate::value::{Ref, Value};
use crate::vm::Vm;

pub(super) fn install(vm: &mut Vm) {
    let class = Ref::of(Type::Tuple);
    vm.set_constructor(class, construct);
    vm.add_methods(class, &[("count", count), ("index", index)]);
}

fn construct(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    vm.no_keywords("tuple", args)?;
    let plain = match *vm.between("tuple", args, 0, 1)? {
        [items] if class == Ref::of(Type::Tuple) && vm.type_of(items) == class => return Ok(items),
        [items] => {
            let items = vm.collect(items)?;
            vm.tuple(items)
        }
        _ => vm.tuple(Vec::new()),
    };
    Ok(wrap(vm, class, Type::Tuple, plain))
}

fn items(vm: &mut Vm, fname: &str, receiver: Value) -> Res<Vec<Value>> {
    match vm.tuple_items(receiver) {
        Some(items) => Ok(items.to_vec()),
        None => Err(wrong_receiver(vm, Type::Tuple, fname, receiver)),
    }
}

fn count(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [value]) = vm.method("tuple.count", args)?;
    let mut count = 0;
    for item in items(vm, "tuple.count", receiver)? {
        let mark = vm.kept();
        count += i64::from(vm.eq(item, value)?);
        vm.release(mark, Value::NONE);
    }
    Ok(vm.int(count))
}

fn index(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = method_between(vm, "index", args, 1, 3)?;
    let items = items(vm, "tuple.index", receiver)?;
    let [value, bounds @ ..] = rest else {
        return Ok(Value::NONE);
    };
    let (start, end) = search_range(vm, bounds, items.len())?.unwrap_or((0, 0));
    for (place, &item) in items.iter().enumerate().take(end).skip(start) {
        let mark = vm.kept();
        if vm.eq(item, *value)? {
            return Ok(vm.usize(place));
        }
        vm.release(mark, Value::NONE);
    }
    Err(vm.value_error("tuple.index(x): x not in tuple"))
}
