//! Functions of Python that cannot work here: each says so, and what to do instead.

use super::Table;
use crate::error::Res;
use crate::object::{Args, Type};
use crate::value::Value;
use crate::vm::Vm;

pub(super) const TABLE: Table = &[
    ("open", open),
    ("breakpoint", |vm, _| refuse(vm, "breakpoint() is not supported here; use print() instead")),
    ("help", |vm, _| refuse(vm, "help() is not supported here")),
    ("exit", leave),
    ("quit", leave),
    ("__import__", import),
];

/// There are no files: none can be found, and none can be written.
fn open(vm: &mut Vm, args: &Args<'_>) -> Res {
    let names = ["file", "mode", "buffering", "encoding", "errors", "newline", "closefd", "opener"];
    let [file, mode, ..] = vm.bind("open", args, names, 1)?;
    let file = file.unwrap_or(Value::NONE);
    let mode = mode.and_then(|mode| vm.as_arc_str(mode)).unwrap_or_else(|| "r".into());
    if mode.contains(['w', 'a', 'x', '+']) {
        return refuse(vm, "open() cannot write here: a program in a browser tab has no files; use print() instead");
    }
    let errno = vm.int(2);
    let text = vm.str("No such file or directory");
    let exception = vm.call(Value::class(Type::FileNotFoundError), &[errno, text, file])?;
    if let Some(data) = vm.exception_mut(exception) {
        data.advice = Some("A program in a browser tab has no files; put the data into the program instead.".to_owned());
    }
    Err(vm.raise_value(exception))
}

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
