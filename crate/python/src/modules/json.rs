//! `json`: texts of values and back, with CPython's layout and error messages.

mod decode;
mod encode;

use super::support::add_functions;
use crate::error::Res;
use crate::object::{Args, Type};
use crate::value::{Ref, Value};
use crate::vm::Vm;

pub(super) fn install(vm: &mut Vm) {
    vm.register_module("json", build);
}

fn build(vm: &mut Vm, module: Ref) -> Res<()> {
    add_functions(vm, module, &[("dumps", encode::dumps), ("loads", decode::loads)]);
    vm.module_fn(module, "load", refuse);
    vm.module_fn(module, "dump", refuse);
    super::source::run(vm, module, include_str!("library/json.py"))
}

fn refuse(vm: &mut Vm, _args: &Args<'_>) -> Res {
    let text = "json.load() and json.dump() are not supported here: there are no files; use json.loads() and json.dumps()";
    Err(vm.error(Type::NotImplementedError, text))
}

/// `json.JSONDecodeError` with its place.
fn decode_error(vm: &mut Vm, message: &str, text: Value, place: usize) -> crate::error::Unwind {
    let Some(class) = vm.known_class("json.JSONDecodeError") else { return vm.value_error(message.to_owned()) };
    let (message, place) = (vm.str(message), vm.usize(place));
    match vm.call(Value::object(class), &[message, text, place]) {
        Ok(error) => vm.raise_value(error),
        Err(other) => other,
    }
}
