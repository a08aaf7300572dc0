//! The classes that numpy keeps in a machine.

use taskyard_ndarray::DType;
use taskyard_python::error::Res;
use taskyard_python::value::Ref;
use taskyard_python::vm::Vm;

/// They live as long as the machine.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Classes {
    pub ndarray: Ref,
    pub base: Ref,
    pub dtype: Ref,
    pub bool_: Ref,
    pub int8: Ref,
    pub int16: Ref,
    pub int32: Ref,
    pub int64: Ref,
    pub float32: Ref,
    pub float64: Ref,
    pub str_: Ref,
    pub axis_error: Ref,
    pub ufunc_error: Ref,
    pub refused: Ref,
}

#[derive(Default)]
pub(crate) struct NumpyState {
    pub classes: Option<Classes>,
}

impl Classes {
    /// The class of the scalars of a dtype.
    pub fn scalar(&self, dtype: DType) -> Ref {
        match dtype {
            DType::Bool => self.bool_,
            DType::Int8 => self.int8,
            DType::Int16 => self.int16,
            DType::Int32 => self.int32,
            DType::Int64 => self.int64,
            DType::Float32 => self.float32,
            DType::Float64 => self.float64,
            DType::Str(_) => self.str_,
        }
    }

    /// The dtype whose scalars a class has.
    pub fn dtype_of(&self, class: Ref) -> Option<DType> {
        use DType::{Bool, Float32, Float64, Int8, Int16, Int32, Int64, Str};
        let all = [Bool, Int8, Int16, Int32, Int64, Float32, Float64, Str(0)];
        all.into_iter().find(|&dtype| self.scalar(dtype) == class)
    }
}

/// The classes, made now when numpy was not imported yet.
///
/// # Errors
/// When the import fails.
pub(crate) fn classes(vm: &mut Vm) -> Res<Classes> {
    if let Some(classes) = known_classes(vm) {
        return Ok(classes);
    }
    vm.import("numpy")?;
    match known_classes(vm) {
        Some(classes) => Ok(classes),
        None => Err(vm.type_error("numpy is not there")),
    }
}

/// The classes, when numpy was imported.
pub(crate) fn known_classes(vm: &Vm) -> Option<Classes> {
    vm.extension_ref::<NumpyState>().and_then(|state| state.classes)
}
