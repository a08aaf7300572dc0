//! Reductions and running sums, as methods and as functions: `a.sum(axis=0)`
//! and `np.sum(a, axis=0)` are one native function each.

use taskyard_ndarray::{Accumulation, NdArray, Reduction, accumulate, reduce};
use taskyard_python::error::Res;
use taskyard_python::object::{Args, NativeFn};
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use super::convert::{array_of, axes_of, axis_of, dtype_argument, flag, refuse};
use super::error::OrRaise;
use super::make;

/// Methods of arrays and scalars that are functions of the same name too.
pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("sum", |vm, args| total(vm, args, "sum", Reduction::Sum)),
    ("prod", |vm, args| total(vm, args, "prod", Reduction::Prod)),
    ("mean", |vm, args| total(vm, args, "mean", Reduction::Mean)),
    ("std", |vm, args| spread(vm, args, "std")),
    ("var", |vm, args| spread(vm, args, "var")),
    ("min", |vm, args| extreme(vm, args, "min", Reduction::Min)),
    ("max", |vm, args| extreme(vm, args, "max", Reduction::Max)),
    ("argmin", |vm, args| extreme(vm, args, "argmin", Reduction::ArgMin)),
    ("argmax", |vm, args| extreme(vm, args, "argmax", Reduction::ArgMax)),
    ("any", |vm, args| extreme(vm, args, "any", Reduction::Any)),
    ("all", |vm, args| extreme(vm, args, "all", Reduction::All)),
    ("cumsum", |vm, args| running(vm, args, "cumsum", Accumulation::Sum)),
    ("cumprod", |vm, args| running(vm, args, "cumprod", Accumulation::Prod)),
];

/// What is only a function.
pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("amin", |vm, args| extreme(vm, args, "amin", Reduction::Min)),
    ("amax", |vm, args| extreme(vm, args, "amax", Reduction::Max)),
    ("count_nonzero", |vm, args| {
        let [array, axis, keepdims] = vm.bind("count_nonzero", args, ["a", "axis", "*keepdims"], 1)?;
        finish(vm, array, axis, keepdims, Reduction::CountNonzero)
    }),
];

fn target(vm: &mut Vm, value: Option<Value>) -> Res<NdArray> {
    array_of(vm, value.unwrap_or(Value::NONE))
}

fn finish(vm: &mut Vm, array: Option<Value>, axis: Option<Value>, keepdims: Option<Value>, what: Reduction) -> Res {
    let array = target(vm, array)?;
    reduced(vm, &array, axis, keepdims, what)
}

fn reduced(vm: &mut Vm, array: &NdArray, axis: Option<Value>, keepdims: Option<Value>, what: Reduction) -> Res {
    let axes = axes_of(vm, axis)?;
    let keepdims = flag(vm, keepdims)?;
    let result = reduce(array, what, axes.as_deref(), keepdims).or_raise(vm)?;
    make::result(vm, result)
}

fn total(vm: &mut Vm, args: &Args<'_>, name: &str, what: Reduction) -> Res {
    let names = ["a", "axis", "dtype", "out", "keepdims", "initial", "where"];
    let [array, axis, dtype, out, keepdims, initial, chosen] = vm.bind(name, args, names, 1)?;
    for (argument, value) in [("out", out), ("initial", initial), ("where", chosen)] {
        refuse(vm, name, argument, value)?;
    }
    let mut array = target(vm, array)?;
    if let Some(dtype) = dtype_argument(vm, dtype)? {
        array = array.astype(dtype).or_raise(vm)?;
    }
    reduced(vm, &array, axis, keepdims, what)
}

fn spread(vm: &mut Vm, args: &Args<'_>, name: &str) -> Res {
    let names = ["a", "axis", "dtype", "out", "ddof", "keepdims"];
    let [array, axis, dtype, out, ddof, keepdims] = vm.bind(name, args, names, 1)?;
    refuse(vm, name, "out", out)?;
    let ddof = ddof.map_or(Ok(0.0), |ddof| vm.to_f64(ddof))?;
    let mut array = target(vm, array)?;
    if let Some(dtype) = dtype_argument(vm, dtype)? {
        array = array.astype(dtype).or_raise(vm)?;
    }
    let what = if name == "std" { Reduction::Std { ddof } } else { Reduction::Var { ddof } };
    reduced(vm, &array, axis, keepdims, what)
}

fn extreme(vm: &mut Vm, args: &Args<'_>, name: &str, what: Reduction) -> Res {
    let [array, axis, out, keepdims, initial, chosen] =
        vm.bind(name, args, ["a", "axis", "out", "keepdims", "*initial", "*where"], 1)?;
    for (argument, value) in [("out", out), ("initial", initial), ("where", chosen)] {
        refuse(vm, name, argument, value)?;
    }
    finish(vm, array, axis, keepdims, what)
}

fn running(vm: &mut Vm, args: &Args<'_>, name: &str, what: Accumulation) -> Res {
    let [array, axis, dtype, out] = vm.bind(name, args, ["a", "axis", "dtype", "out"], 1)?;
    refuse(vm, name, "out", out)?;
    let mut array = target(vm, array)?;
    if let Some(dtype) = dtype_argument(vm, dtype)? {
        array = array.astype(dtype).or_raise(vm)?;
    }
    let axis = axis_of(vm, axis)?;
    let result = accumulate(&array, what, axis).or_raise(vm)?;
    make::new_array(vm, result)
}
