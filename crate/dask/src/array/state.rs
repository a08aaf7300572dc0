//! The class of arrays in a machine.

use taskyard_python::error::Res;
use taskyard_python::value::Ref;
use taskyard_python::vm::Vm;

#[derive(Default)]
pub(crate) struct ArrayState {
    pub class: Option<Ref>,
    pub block_view: Option<Ref>,
    pub grid: Option<Ref>,
}

/// The class `dask.array.Array`, made now when the module was not imported yet.
pub(crate) fn array_class(vm: &mut Vm) -> Res<Ref> {
    let known = |vm: &Vm| vm.extension_ref::<ArrayState>().and_then(|state| state.class);
    if let Some(class) = known(vm) {
        return Ok(class);
    }
    vm.import("dask.array")?;
    match known(vm) {
        Some(class) => Ok(class),
        None => Err(vm.type_error("dask.array is not there")),
    }
}
