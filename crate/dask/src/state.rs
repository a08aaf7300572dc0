//! What the dask modules keep in a machine.

use taskyard_python::error::Res;
use taskyard_python::value::Ref;
use taskyard_python::vm::Vm;

use crate::collection::Probe;

/// The native classes. They live as long as the machine.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Classes {
    pub layer: Ref,
    pub delayed: Ref,
    pub leaf: Ref,
    pub attr: Ref,
    pub high_level: Ref,
    pub task: Ref,
    pub data_node: Ref,
    pub alias: Ref,
    pub list: Ref,
    pub dict: Ref,
    pub task_ref: Ref,
    pub callback: Ref,
    /// Holds the values of the configuration in a class attribute.
    pub config_set: Ref,
    pub config: Ref,
}

#[derive(Default)]
pub(crate) struct DaskState {
    pub classes: Option<Classes>,
    /// Collections of other modules.
    pub probes: Vec<Probe>,
    /// Tokens given so far.
    pub tokens: u64,
    /// Tells apart the tokens of different tasks.
    pub scope: u64,
}

/// The classes, made when the module was not imported yet: a function that
/// travelled to another machine comes without its module.
///
/// # Errors
/// When the import fails.
pub(crate) fn classes(vm: &mut Vm) -> Res<Classes> {
    if let Some(classes) = vm.extension_ref::<DaskState>().and_then(|state| state.classes) {
        return Ok(classes);
    }
    vm.import("dask")?;
    match vm.extension_ref::<DaskState>().and_then(|state| state.classes) {
        Some(classes) => Ok(classes),
        None => Err(vm.type_error("the dask modules are not there")),
    }
}
