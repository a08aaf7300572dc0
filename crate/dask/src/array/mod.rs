//! The module `dask.array`: arrays in blocks, each block a task.

use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

/// Whether a value is an array of Dask.
pub(crate) fn is_dask_array(vm: &Vm, value: Value) -> bool {
    crate::collection::collection_of(vm, value).is_some() && &*vm.type_name(value) == "Array"
}
