//! Values and calls in a few letters, for pictures. Looks at the machine
//! without running anything in it, so it costs little whatever is told.

use taskyard_ndarray::{array_str, scalar_str};
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use crate::name::own_name;
use crate::numpy::data::{Base, View};
use crate::numpy::make::{read_array, read_scalar};
use crate::task::{Arg, CallArg, TaskSpec};

/// Letters of a value, and of each argument of a call.
const MAX_VALUE: usize = 40;
const MAX_ARGUMENT: usize = 16;
/// Arguments that are written; the others are an ellipsis.
const MAX_ARGUMENTS: usize = 4;
/// Arrays of one axis up to this size are written out.
const MAX_WRITTEN: usize = 6;

/// A value in at most 40 letters: `12`, `[1, 2, 3]`, `(4, 4) float64`.
#[must_use]
pub fn short_text(vm: &Vm, value: Value) -> String {
    vm.short_text(value, MAX_VALUE, &array_text)
}

/// An array by its shape and dtype, a short one by its elements; a numpy scalar by its value.
fn array_text(vm: &Vm, value: Value) -> Option<String> {
    let Some(view) = vm.payload::<View>(value) else {
        return read_scalar(vm, value).map(|scalar| scalar_str(&scalar));
    };
    let shape = &view.layout.shape;
    let dtype = vm.payload::<Base>(view.base)?.array.dtype();
    if shape.len() == 1 && shape.iter().all(|&size| size <= MAX_WRITTEN) && dtype.itemsize() <= MAX_VALUE {
        return read_array(vm, value).map(|array| array_str(&array));
    }
    let sizes: Vec<String> = shape.iter().map(usize::to_string).collect();
    let comma = if sizes.len() == 1 { "," } else { "" };
    Some(format!("({}{comma}) {}", sizes.join(", "), dtype.code()))
}

/// What a task calls, with its plain arguments: `measure(3)`, `add(…, 1)`.
/// Nothing for a task that calls nothing, or only with results of other tasks.
#[must_use]
pub fn short_call(vm: &Vm, spec: &TaskSpec) -> Option<String> {
    let Arg::Call(call) = &*spec.tree else { return None };
    let plain = |arg: &Arg| !matches!(arg, Arg::Input(_));
    if !call.args.iter().any(plain) && !call.kwargs.iter().any(|(_, arg)| plain(arg)) {
        return None;
    }
    let text = |arg: &Arg| argument(vm, spec, arg);
    let named = call.kwargs.iter().map(|(name, arg)| format!("{name}={}", text(arg)));
    let mut args: Vec<String> = call.args.iter().map(text).chain(named).take(MAX_ARGUMENTS + 1).collect();
    if args.len() > MAX_ARGUMENTS {
        args.truncate(MAX_ARGUMENTS);
        args.push("…".to_owned());
    }
    Some(format!("{}({})", function_name(vm, spec, call)?, args.join(", ")))
}

fn function_name(vm: &Vm, spec: &TaskSpec, call: &CallArg) -> Option<String> {
    let Arg::Literal(place) = call.function else { return None };
    let name = own_name(vm, *spec.literals.get(place as usize)?)?;
    Some(name.chars().take(MAX_VALUE).collect())
}

fn argument(vm: &Vm, spec: &TaskSpec, arg: &Arg) -> String {
    match arg {
        Arg::Literal(place) => {
            let value = spec.literals.get(*place as usize).copied().unwrap_or(Value::NONE);
            vm.short_text(value, MAX_ARGUMENT, &array_text)
        }
        Arg::Input(_) | Arg::Call(_) => "…".to_owned(),
        Arg::List(_) => "[…]".to_owned(),
        Arg::Tuple(_) => "(…)".to_owned(),
        Arg::Set(_) | Arg::Dict(_) => "{…}".to_owned(),
        Arg::Slice(_) => "…:…".to_owned(),
    }
}
