//! `slice` objects.

use super::support::{slice_bound, wrong_receiver};
use crate::error::Res;
use crate::object::{Args, Object, Type};
use crate::text;
use crate::value::{Ref, Value};
use crate::vm::Vm;

pub(super) fn install(vm: &mut Vm) {
    let class = Ref::of(Type::Slice);
    vm.set_constructor(class, construct);
    vm.add_methods(class, &[("indices", indices)]);
    vm.add_getter(class, "start", |vm, args| Ok(parts(vm, "start", args)?[0]), None);
    vm.add_getter(class, "stop", |vm, args| Ok(parts(vm, "stop", args)?[1]), None);
    vm.add_getter(class, "step", |vm, args| Ok(parts(vm, "step", args)?[2]), None);
}

fn construct(vm: &mut Vm, _class: Ref, args: &Args<'_>) -> Res {
    vm.no_keywords("slice", args)?;
    match *vm.between("slice", args, 1, 3)? {
        [start, stop] => Ok(vm.slice(start, stop, Value::NONE)),
        [start, stop, step] => Ok(vm.slice(start, stop, step)),
        [stop, ..] => Ok(vm.slice(Value::NONE, stop, Value::NONE)),
        [] => Err(vm.type_error("slice expected at least 1 argument, got 0")),
    }
}

fn parts(vm: &mut Vm, fname: &str, args: &Args<'_>) -> Res<[Value; 3]> {
    let (receiver, []) = vm.method(fname, args)?;
    of_receiver(vm, fname, receiver)
}

fn of_receiver(vm: &mut Vm, fname: &str, receiver: Value) -> Res<[Value; 3]> {
    match vm.heap.object(receiver) {
        Some(Object::Slice(parts)) => Ok(**parts),
        _ => Err(wrong_receiver(vm, Type::Slice, fname, receiver)),
    }
}

fn indices(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [length]) = vm.method("slice.indices", args)?;
    let [start, stop, step] = of_receiver(vm, "slice.indices", receiver)?;
    let length = vm.to_index(length)?;
    let Ok(length) = usize::try_from(length) else {
        return Err(vm.value_error("length should not be negative"));
    };
    let (start, stop, step) = (slice_bound(vm, start)?, slice_bound(vm, stop)?, slice_bound(vm, step)?);
    let range = text::slice::resolve(start, stop, step, length).map_err(|e| vm.from_text(e))?;
    let values = vec![vm.int(range.start), vm.int(range.stop), vm.int(range.step)];
    Ok(vm.tuple(values))
}
