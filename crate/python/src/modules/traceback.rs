//! `traceback`: the text of an exception, as the machine itself shows it.

use super::support::add_functions;
use crate::error::Res;
use crate::object::Args;
use crate::value::Ref;
use crate::vm::Vm;

pub(super) fn install(vm: &mut Vm) {
    vm.register_module("traceback", build);
}

fn build(vm: &mut Vm, module: Ref) -> Res<()> {
    add_functions(vm, module, &[("_text", text)]);
    super::source::run(vm, module, include_str!("library/traceback.py"))
}

/// `_text(exception)`: what would be shown if nobody handled it.
fn text(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [exception] = vm.exact("_text", args)?;
    if vm.exception_data(exception).is_none() {
        return Err(vm.type_error("Exception expected for value"));
    }
    let text = vm.traceback(exception).text;
    Ok(vm.string(text))
}
