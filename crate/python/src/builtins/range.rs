//! `range`.

use super::support::wrong_receiver;
use crate::error::Res;
use crate::object::{Args, Object, RangeObject, Type};
use crate::value::{Ref, Value};
use crate::vm::Vm;

pub(super) fn install(vm: &mut Vm) {
    let class = Ref::of(Type::Range);
    vm.set_constructor(class, construct);
    vm.add_methods(class, &[("count", count), ("index", index)]);
    vm.add_getter(class, "start", |vm, args| receiver(vm, "start", args).map(|r| vm.int(r.start)), None);
    vm.add_getter(class, "stop", |vm, args| receiver(vm, "stop", args).map(|r| vm.int(r.stop)), None);
    vm.add_getter(class, "step", |vm, args| receiver(vm, "step", args).map(|r| vm.int(r.step)), None);
}

fn construct(vm: &mut Vm, _class: Ref, args: &Args<'_>) -> Res {
    vm.no_keywords("range", args)?;
    let (start, stop, step) = match *vm.between("range", args, 1, 3)? {
        [start, stop] => (bound(vm, start)?, bound(vm, stop)?, 1),
        [start, stop, step] => (bound(vm, start)?, bound(vm, stop)?, bound(vm, step)?),
        [stop, ..] => (0, bound(vm, stop)?, 1),
        [] => return Err(vm.type_error("range expected at least 1 argument, got 0")),
    };
    if step == 0 {
        return Err(vm.value_error("range() arg 3 must not be zero"));
    }
    Ok(vm.alloc(Object::Range(Box::new(RangeObject { start, stop, step }))))
}

fn bound(vm: &mut Vm, value: Value) -> Res<i64> {
    match value.as_small_int() {
        Some(i) => Ok(i),
        None => vm.to_index(value),
    }
}

fn of_receiver(vm: &mut Vm, fname: &str, receiver: Value) -> Res<RangeObject> {
    match vm.heap.object(receiver) {
        Some(Object::Range(range)) => Ok(**range),
        _ => Err(wrong_receiver(vm, Type::Range, fname, receiver)),
    }
}

fn receiver(vm: &mut Vm, fname: &str, args: &Args<'_>) -> Res<RangeObject> {
    let (receiver, []) = vm.method(fname, args)?;
    of_receiver(vm, fname, receiver)
}

/// The place of a number in a range.
fn position(vm: &mut Vm, range: RangeObject, value: Value) -> Option<u64> {
    let n = match vm.as_i64(value) {
        Some(n) => n,
        None => {
            let f = vm.as_f64_exact(value)?;
            let n = f as i64;
            if n as f64 != f {
                return None;
            }
            n
        }
    };
    let offset = i128::from(n) - i128::from(range.start);
    let step = i128::from(range.step);
    let place = offset / step;
    (offset % step == 0 && place >= 0 && place < i128::from(range.len())).then_some(place as u64)
}

fn count(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [value]) = vm.method("range.count", args)?;
    let range = of_receiver(vm, "range.count", receiver)?;
    let found = position(vm, range, value).is_some();
    Ok(vm.int(i64::from(found)))
}

fn index(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [value]) = vm.method("range.index", args)?;
    let range = of_receiver(vm, "range.index", receiver)?;
    match position(vm, range, value) {
        Some(place) => Ok(vm.big(place.into())),
        None if vm.as_big(value).is_some() => {
            let text = vm.repr(value)?;
            Err(vm.value_error(format!("{text} is not in range")))
        }
        None => Err(vm.value_error("sequence.index(x): x not in sequence")),
    }
}
