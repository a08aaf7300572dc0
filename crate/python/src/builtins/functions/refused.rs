//! Functions of Python that cannot work here: each says so, and what to do instead.

use super::Table;
use crate::error::Res;
use crate::object::{Args, Type};
use crate::value::Value;
use crate::vm::Vm;

pub(super) const TABLE: Table = &[
    ("input", |vm, _| {
        refuse(
            vm,
            "input() is not supported here: there is nobody to type while the program runs; assign the value to a variable instead",
        )
    }),
    ("open", |vm, _| {
        refuse(
            vm,
            "open() is not supported here: a program in a browser tab has no files; put the data into the program instead",
        )
    }),
    ("breakpoint", |vm, _| refuse(vm, "breakpoint() is not supported here; use print() instead")),
    ("memoryview", |vm, _| refuse(vm, "memoryview() is not supported here; use bytes or bytearray instead")),
    ("help", |vm, _| refuse(vm, "help() is not supported here")),
    ("exit", leave),
    ("quit", leave),
    ("__import__", import),
];

fn refuse(vm: &mut Vm, text: &str) -> Res {
    Err(vm.error(Type::NotImplementedError, text))
}

/// `exit(code)`
fn leave(vm: &mut Vm, args: &Args<'_>) -> Res {
    vm.no_keywords("exit", args)?;
    let exception = vm.call(Value::class(Type::SystemExit), args.pos)?;
    Err(vm.raise_value(exception))
}

/// `__import__(name)`: the top package, as the statement binds it.
fn import(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [name, _, _, names, _] = vm.bind("__import__", args, ["name", "globals", "locals", "fromlist", "level"], 1)?;
    let name = crate::builtins::support::str_argument(vm, "__import__() argument 1 ", name.unwrap_or(Value::NONE))?;
    let module = vm.import(&name)?;
    let leaf = match names {
        Some(names) => vm.truthy(names)?,
        None => false,
    };
    match name.split_once('.') {
        Some((top, _)) if !leaf => vm.import(top).map(Value::object),
        _ => Ok(Value::object(module)),
    }
}
