//! Methods of generators.

use super::support::{method_between, wrong_receiver};
use crate::error::{Res, Unwind};
use crate::object::{Args, Object, Type};
use crate::value::{Ref, Value};
use crate::vm::{Resume, Resumed, Vm};

pub(super) fn install(vm: &mut Vm) {
    let class = Ref::of(Type::Generator);
    vm.add_methods(class, &[("send", send), ("throw", throw), ("close", close)]);
    vm.add_getter(class, "gi_running", is_running, None);
}

fn generator(vm: &mut Vm, fname: &str, receiver: Value) -> Res<Ref> {
    match (receiver.as_ref(), vm.heap.object(receiver)) {
        (Some(r), Some(Object::Generator(_))) => Ok(r),
        _ => Err(wrong_receiver(vm, Type::Generator, fname, receiver)),
    }
}

/// Runs a generator to its next `yield`; its end is a `StopIteration`.
pub(super) fn resume(vm: &mut Vm, generator: Ref, resume: Resume) -> Res {
    match vm.resume_generator(generator, resume)? {
        Resumed::Yielded(value) => Ok(value),
        Resumed::Returned(value) => Err(vm.stop_iteration(value)),
    }
}

fn send(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [value]) = vm.method("generator.send", args)?;
    let generator = generator(vm, "send", receiver)?;
    resume(vm, generator, Resume::Send(value))
}

fn throw(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = method_between(vm, "throw", args, 1, 3)?;
    let generator = generator(vm, "throw", receiver)?;
    let exception = match *rest {
        [class, value, ..] if !value.is_none() && vm.exception_data(value).is_none() => vm.call(class, &[value])?,
        [_, value, ..] if !value.is_none() => value,
        [class, ..] => class,
        [] => Value::NONE,
    };
    match vm.raise_value(exception) {
        Unwind::Raise(exception) => resume(vm, generator, Resume::Throw(exception)),
        other => Err(other),
    }
}

fn close(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("generator.close", args)?;
    let generator = generator(vm, "close", receiver)?;
    vm.close_generator(generator)?;
    Ok(Value::NONE)
}

fn is_running(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("generator.gi_running", args)?;
    let running = matches!(
        vm.heap.object(receiver),
        Some(Object::Generator(generator)) if generator.running
    );
    Ok(Value::bool(running))
}
