//! Errors of the kernels as Python exceptions.

use taskyard_ndarray::{ArrayError, ErrorKind};
use taskyard_python::error::{Res, Unwind};
use taskyard_python::object::Type;
use taskyard_python::text::suggest::suggest;
use taskyard_python::value::{Ref, Value};
use taskyard_python::vm::Vm;

use super::state::classes;

/// The exception that an error of a kernel stands for.
pub(crate) fn raise(vm: &mut Vm, error: ArrayError) -> Unwind {
    let ty = match error.kind {
        ErrorKind::Value => Type::ValueError,
        ErrorKind::Type => Type::TypeError,
        ErrorKind::Index => Type::IndexError,
        ErrorKind::ZeroDivision => Type::ZeroDivisionError,
        ErrorKind::Memory => Type::MemoryError,
        ErrorKind::Overflow => Type::OverflowError,
        ErrorKind::Unsupported => Type::NotImplementedError,
        ErrorKind::Axis | ErrorKind::UFuncType => return raise_own(vm, &error),
    };
    vm.error(ty, error.message)
}

fn raise_own(vm: &mut Vm, error: &ArrayError) -> Unwind {
    let classes = match classes(vm) {
        Ok(classes) => classes,
        Err(unwind) => return unwind,
    };
    let class = if error.kind == ErrorKind::Axis { classes.axis_error } else { classes.ufunc_error };
    raise_class(vm, class, &error.message)
}

/// An exception of a class with a text.
pub(crate) fn raise_class(vm: &mut Vm, class: Ref, message: &str) -> Unwind {
    let text = vm.str(message);
    Unwind::Raise(vm.new_exception(class, vec![text]))
}

/// Turns errors of kernels into exceptions.
pub(crate) trait OrRaise<T> {
    fn or_raise(self, vm: &mut Vm) -> Res<T>;
}

impl<T> OrRaise<T> for taskyard_ndarray::Result<T> {
    fn or_raise(self, vm: &mut Vm) -> Res<T> {
        self.map_err(|error| raise(vm, error))
    }
}

/// Something of numpy or dask.array that is not there, by its name.
pub(crate) fn unsupported(vm: &mut Vm, what: &str) -> Unwind {
    vm.error(Type::NotImplementedError, format!("{what} is not supported in taskyard's numpy"))
}

/// `AttributeError` for a class that C code names with its module, with what
/// Python suggests.
pub(crate) fn missing_attribute(vm: &mut Vm, object: Value, class_name: &str, name: &str) -> Unwind {
    let candidates = vm.dir_names(object);
    let near: Vec<&str> = candidates.iter().map(|name| &**name).collect();
    let hint = suggest(name, &near).map(|near| format!(". Did you mean: '{near}'?"));
    let unwind = vm.error(Type::AttributeError, format!("'{class_name}' object has no attribute '{name}'"));
    if let (Some(hint), Unwind::Raise(exc)) = (hint, &unwind)
        && let Some(data) = vm.exception_mut(*exc)
    {
        data.hint = Some(hint);
    }
    unwind
}
