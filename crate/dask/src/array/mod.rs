//! The module `dask.array`: arrays in blocks, each block a task.
//!
//! An operation makes one layer of tasks (`layer`) with the names and the
//! structure that Dask gives them; the tasks call native functions on arrays of
//! numpy. The files: `data` (what lies in an array), `chunks`, `create`,
//! `blockwise` and `elementwise`, `reduction` and `reduce_block`, `scan`,
//! `slice` and `take`, `rechunk`, `reshape`, `join`, `linalg`, `map_blocks`,
//! `class` (the class `Array`).

mod blockwise;
mod chunks;
mod class;
mod create;
mod data;
mod delayed_grid;
mod elementwise;
mod join;
mod layer;
mod linalg;
mod map_blocks;
mod rechunk;
mod reduce_block;
mod reduction;
mod reshape;
mod scan;
mod slice;
mod state;
mod take;

use taskyard_python::error::{Res, Unwind};
use taskyard_python::object::{NativeFn, Type};
use taskyard_python::value::{Ref, Value};
use taskyard_python::vm::Vm;

use data::{Blocks, new_blocks};

/// Whether a value is an array of Dask.
pub(crate) fn is_dask_array(vm: &Vm, value: Value) -> bool {
    vm.payload::<Blocks>(value).is_some()
}

/// The array that a value is.
fn blocks_of(vm: &mut Vm, value: Value) -> Res<Blocks> {
    match vm.payload::<Blocks>(value).cloned() {
        Some(blocks) => Ok(blocks),
        None => {
            let array = crate::numpy::convert::array_of(vm, value)?;
            create::from_numpy(vm, array)
        }
    }
}

/// Something of `dask.array` that is not there, by its name.
fn unsupported(vm: &mut Vm, what: &str) -> Unwind {
    vm.error(Type::NotImplementedError, format!("{what} is not supported in taskyard's dask.array"))
}

/// The value itself when it is an array of Dask, else an array made of it.
fn lazy(vm: &mut Vm, value: Value) -> Res {
    if is_dask_array(vm, value) {
        return Ok(value);
    }
    let blocks = blocks_of(vm, value)?;
    new_blocks(vm, blocks)
}

/// Parts of `dask.array` that are not there, with what to use instead.
const REFUSED: &[(&str, &str)] = &[
    ("random", "make numbers with the module random and pass them to from_array"),
    ("linalg", "use @ and dot"),
    ("fft", "it is beyond this playground"),
];

/// Offers the module; it is made at its first import.
pub(crate) fn install(vm: &mut Vm) {
    vm.register_module("dask.array", build);
    // Where values that come from another machine look for their classes.
    for name in ["dask.array.core", "dask.array._delayed_grid"] {
        vm.register_module(name, |_, _| Ok(()));
    }
}

fn build(vm: &mut Vm, module: Ref) -> Res<()> {
    vm.import("numpy")?;
    class::define(vm, module);
    elementwise::add_ufuncs(vm, module)?;
    let more: &[(&str, NativeFn)] = &[
        ("map_blocks", map_blocks::map_blocks),
        ("rechunk", rechunk::rechunk),
        ("reshape", reshape::reshape_function),
        ("ravel", reshape::ravel),
        ("transpose", elementwise::transpose),
        ("squeeze", class::squeeze),
        ("compute", crate::compute::compute),
    ];
    let tables = [
        create::FUNCTIONS,
        elementwise::FUNCTIONS,
        reduction::FUNCTIONS,
        scan::FUNCTIONS,
        join::FUNCTIONS,
        linalg::FUNCTIONS,
        more,
    ];
    for (name, function) in tables.into_iter().flatten() {
        vm.module_fn(module, name, *function);
    }
    for &(name, instead) in REFUSED {
        let value = crate::numpy::refused_part(vm, "dask.array", name, instead)?;
        vm.module_set(module, name, value);
    }
    for name in ["pi", "e", "inf", "nan", "newaxis", "int32", "int64", "float32", "float64"] {
        let value = elementwise::numpy_function(vm, name)?;
        vm.module_set(module, name, value);
    }
    Ok(())
}
