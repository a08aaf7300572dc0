//! Functions that join arrays or multiply them as matrices.

use taskyard_ndarray::{NdArray, concatenate, dot, expand_dims, matmul, reshape, stack, tensordot};
use taskyard_python::error::Res;
use taskyard_python::object::{Args, NativeFn};
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use super::convert::{array_of, axis_of, shape_of};
use super::error::OrRaise;
use super::make;

pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("concatenate", |vm, args| {
        let [arrays, axis] = vm.bind("concatenate", args, ["arrays", "axis"], 1)?;
        let arrays = arrays_of(vm, arrays)?;
        let axis = match axis {
            None => Some(0),
            given => axis_of(vm, given)?,
        };
        let result = concatenate(&arrays, axis).or_raise(vm)?;
        make::new_array(vm, result)
    }),
    ("stack", |vm, args| {
        let [arrays, axis] = vm.bind("stack", args, ["arrays", "axis"], 1)?;
        let arrays = arrays_of(vm, arrays)?;
        let axis = axis.map_or(Ok(0), |axis| vm.to_index(axis))?;
        let result = stack(&arrays, axis).or_raise(vm)?;
        make::new_array(vm, result)
    }),
    ("vstack", |vm, args| {
        let [arrays] = vm.bind("vstack", args, ["tup"], 1)?;
        let arrays = arrays_of(vm, arrays)?;
        let rows: taskyard_ndarray::Result<Vec<NdArray>> = arrays.iter().map(as_row).collect();
        let rows = rows.or_raise(vm)?;
        let result = concatenate(&rows, Some(0)).or_raise(vm)?;
        make::new_array(vm, result)
    }),
    ("hstack", |vm, args| {
        let [arrays] = vm.bind("hstack", args, ["tup"], 1)?;
        let arrays = arrays_of(vm, arrays)?;
        let wide: taskyard_ndarray::Result<Vec<NdArray>> =
            arrays.iter().map(|array| if array.ndim() == 0 { reshape(array, &[1]) } else { Ok(array.clone()) }).collect();
        let wide = wide.or_raise(vm)?;
        let axis = i64::from(wide.first().is_some_and(|array| array.ndim() > 1));
        let result = concatenate(&wide, Some(axis)).or_raise(vm)?;
        make::new_array(vm, result)
    }),
    ("dot", dot_product),
    ("matmul", |vm, args| {
        let [a, b] = vm.bind("matmul", args, ["/x1", "/x2"], 2)?;
        let (a, b) = (array_of(vm, a.unwrap_or(Value::NONE))?, array_of(vm, b.unwrap_or(Value::NONE))?);
        let result = matmul(&a, &b).or_raise(vm)?;
        make::result(vm, result)
    }),
    ("tensordot", |vm, args| {
        let [a, b, axes] = vm.bind("tensordot", args, ["a", "b", "axes"], 2)?;
        let (a, b) = (array_of(vm, a.unwrap_or(Value::NONE))?, array_of(vm, b.unwrap_or(Value::NONE))?);
        let (left, right) = match axes.and_then(|axes| vm.tuple_items(axes).or(vm.list_items(axes))) {
            Some(&[left, right]) => (shape_of(vm, left)?, shape_of(vm, right)?),
            _ => {
                let count = axes.map_or(Ok(2), |axes| vm.to_index(axes))?;
                let ndim = a.ndim() as i64;
                ((ndim - count..ndim).collect(), (0..count).collect())
            }
        };
        let result = tensordot(&a, &b, &left, &right).or_raise(vm)?;
        make::result(vm, result)
    }),
];

fn arrays_of(vm: &mut Vm, arrays: Option<Value>) -> Res<Vec<NdArray>> {
    let items = vm.collect(arrays.unwrap_or(Value::NONE))?;
    items.into_iter().map(|item| array_of(vm, item)).collect()
}

/// At least two axes, as `np.vstack` wants.
fn as_row(array: &NdArray) -> taskyard_ndarray::Result<NdArray> {
    match array.ndim() {
        0 => reshape(array, &[1, 1]),
        1 => expand_dims(array, 0),
        _ => Ok(array.clone()),
    }
}

/// `np.dot(a, b)`, `a.dot(b)`
pub(super) fn dot_product(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [a, b] = vm.bind("dot", args, ["a", "b"], 2)?;
    let (a, b) = (array_of(vm, a.unwrap_or(Value::NONE))?, array_of(vm, b.unwrap_or(Value::NONE))?);
    let result = dot(&a, &b).or_raise(vm)?;
    make::result(vm, result)
}
