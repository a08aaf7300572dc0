//! What Dask calls functions.

use std::sync::Arc;

use taskyard_python::error::Res;
use taskyard_python::object::{Object, sym};
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

/// Names in keys are cut to this many characters.
const MAX_NAME_CHARS: usize = 50;
/// Partials of partials are followed at most this far.
const MAX_PARTIALS: usize = 100;

/// Dask's `funcname`: the name of a function in keys and in reprs of tasks.
///
/// # Errors
/// What attributes of the function raise.
pub fn funcname(vm: &mut Vm, function: Value) -> Res<String> {
    Ok(short_name(vm, function)?.to_string())
}

/// The same, shared with the function where that is possible.
pub(crate) fn short_name(vm: &mut Vm, function: Value) -> Res<Arc<str>> {
    let mut function = function;
    let inner = vm.names.intern("func");
    for _ in 0..MAX_PARTIALS {
        if own_name(vm, function).is_some() || &*vm.class_name(function) != "partial" {
            break;
        }
        match vm.find_attr(function, inner)? {
            Some(next) => function = next,
            None => break,
        }
    }
    let name = match own_name(vm, function) {
        Some(name) => name,
        None => match vm.find_attr(function, sym::NAME)? {
            Some(name) if vm.as_str(name).is_some() => vm.to_str(name)?.into(),
            _ => vm.to_str(function)?.into(),
        },
    };
    if &*name == "<lambda>" {
        return Ok("lambda".into());
    }
    if name.len() <= MAX_NAME_CHARS {
        return Ok(name);
    }
    Ok(name.chars().take(MAX_NAME_CHARS).collect::<String>().into())
}

/// `__name__` of a plain function, without looking it up.
pub(crate) fn own_name(vm: &Vm, function: Value) -> Option<Arc<str>> {
    match vm.heap.object(function)? {
        Object::Function(function) => Some(function.name.clone()),
        Object::NativeFunction(native) => Some(native.name.clone()),
        _ => None,
    }
}

/// The start of the key of `delayed(object)`.
///
/// # Errors
/// What `__name__` raises.
pub(crate) fn object_name(vm: &mut Vm, object: Value) -> Res<String> {
    match vm.find_attr(object, sym::NAME)? {
        Some(name) => vm.to_str(name),
        None => Ok(vm.class_name(object).to_string()),
    }
}
