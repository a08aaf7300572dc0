//! `json`: texts of values and back, with CPython's layout and error messages.

mod decode;
mod encode;

use super::support::add_functions;
use crate::error::Res;
use crate::object::Args;
use crate::value::{Ref, Value};
use crate::vm::Vm;

pub(super) fn install(vm: &mut Vm) {
    vm.register_module("json", build);
}

fn build(vm: &mut Vm, module: Ref) -> Res<()> {
    add_functions(vm, module, &[("dumps", encode::dumps), ("loads", decode::loads), ("_scan", decode::scan)]);
    vm.import("json.decoder")?;
    vm.import("json.encoder")?;
    super::source::run(vm, module, include_str!("library/json.py"))
}

/// Says what a call lacks in the words for functions written in Python, which these are in CPython.
fn one_argument(vm: &mut Vm, function: &str, name: &str, args: &Args<'_>) -> Res<()> {
    let by_name = args.kw.iter().any(|&(key, _)| &**vm.names.text(key) == name);
    match args.pos.len() + usize::from(by_name) {
        0 => Err(vm.type_error(format!("{function}() missing 1 required positional argument: '{name}'"))),
        1 => Ok(()),
        n => Err(vm.type_error(format!("{function}() takes 1 positional argument but {n} were given"))),
    }
}

/// `json.decoder.JSONDecodeError` with its place.
fn decode_error(vm: &mut Vm, message: &str, text: Value, place: usize) -> crate::error::Unwind {
    let Some(class) = vm.known_class("json.decoder.JSONDecodeError") else { return vm.value_error(message.to_owned()) };
    let (message, place) = (vm.str(message), vm.usize(place));
    match vm.call(Value::object(class), &[message, text, place]) {
        Ok(error) => vm.raise_value(error),
        Err(other) => other,
    }
}
