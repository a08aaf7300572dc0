//! Functions that make arrays.

use taskyard_ndarray::{DType, NdArray, Value as Plain, arange, check_shape, eye, full, linspace};
use taskyard_python::error::Res;
use taskyard_python::object::{Args, NativeFn};
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use super::convert::{Side, array_from, array_of, dtype_argument, needed_side, refuse, shape_of};
use super::error::{OrRaise, unsupported};
use super::make;

pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("array", |vm, args| {
        let names = ["object", "dtype", "*copy", "*ndmin", "*order"];
        let [value, dtype, copy, ndmin, order] = vm.bind("array", args, names, 1)?;
        let _ = copy;
        refuse(vm, "array", "ndmin", ndmin)?;
        refuse(vm, "array", "order", order)?;
        converted(vm, value, dtype)
    }),
    ("asarray", |vm, args| {
        let [value, dtype] = vm.bind("asarray", args, ["a", "dtype"], 1)?;
        let array = value.filter(|&value| make::is_array(vm, value));
        match (array, dtype_argument(vm, dtype)?) {
            (Some(array), None) => Ok(array),
            _ => converted(vm, value, dtype),
        }
    }),
    ("arange", |vm, args| {
        let array = arange_of(vm, args)?;
        make::new_array(vm, array)
    }),
    ("linspace", |vm, args| {
        let names = ["start", "stop", "num", "endpoint", "retstep", "dtype"];
        let [start, stop, count, endpoint, retstep, dtype] = vm.bind("linspace", args, names, 2)?;
        refuse(vm, "linspace", "retstep", retstep)?;
        let (start, stop) = (vm.to_f64(start.unwrap_or(Value::NONE))?, vm.to_f64(stop.unwrap_or(Value::NONE))?);
        let count = count.map_or(Ok(50), |count| vm.to_index(count))?;
        let endpoint = endpoint.map_or(Ok(true), |endpoint| vm.truthy(endpoint))?;
        check_room(vm, &[count], DType::Float64)?;
        let mut array = linspace(start, stop, count, endpoint).or_raise(vm)?;
        if let Some(dtype) = dtype_argument(vm, dtype)? {
            array = array.astype(dtype).or_raise(vm)?;
        }
        make::new_array(vm, array)
    }),
    ("zeros", |vm, args| filled_with(vm, args, "zeros", &Plain::Int(0))),
    ("ones", |vm, args| filled_with(vm, args, "ones", &Plain::Int(1))),
    ("empty", |vm, args| filled_with(vm, args, "empty", &Plain::Int(0))),
    ("full", |vm, args| {
        let [shape, value, dtype] = vm.bind("full", args, ["shape", "fill_value", "dtype"], 2)?;
        let shape = shape_of(vm, shape.unwrap_or(Value::NONE))?;
        let dtype = dtype_argument(vm, dtype)?;
        filled(vm, &shape, value.unwrap_or(Value::NONE), dtype)
    }),
    ("zeros_like", |vm, args| filled_like(vm, args, "zeros_like", &Plain::Int(0))),
    ("ones_like", |vm, args| filled_like(vm, args, "ones_like", &Plain::Int(1))),
    ("empty_like", |vm, args| filled_like(vm, args, "empty_like", &Plain::Int(0))),
    ("full_like", |vm, args| {
        let [array, value, dtype] = vm.bind("full_like", args, ["a", "fill_value", "dtype"], 2)?;
        let array = array_of(vm, array.unwrap_or(Value::NONE))?;
        let dtype = dtype_argument(vm, dtype)?.unwrap_or(array.dtype());
        filled(vm, &signed(array.shape()), value.unwrap_or(Value::NONE), Some(dtype))
    }),
    ("eye", |vm, args| {
        let [rows, columns, k, dtype] = vm.bind("eye", args, ["N", "M", "k", "dtype"], 1)?;
        let rows = vm.to_index(rows.unwrap_or(Value::NONE))?;
        let columns = match columns {
            Some(columns) if !columns.is_none() => vm.to_index(columns)?,
            _ => rows,
        };
        let k = k.map_or(Ok(0), |k| vm.to_index(k))?;
        unit(vm, rows, columns, k, dtype)
    }),
    ("identity", |vm, args| {
        let [n, dtype] = vm.bind("identity", args, ["n", "dtype"], 1)?;
        let n = vm.to_index(n.unwrap_or(Value::NONE))?;
        unit(vm, n, n, 0, dtype)
    }),
    ("diag", |vm, args| {
        let [array] = vm.bind("diag", args, ["v"], 1)?;
        let array = array_of(vm, array.unwrap_or(Value::NONE))?;
        diagonal(vm, &array)
    }),
];

fn signed(shape: &[usize]) -> Vec<i64> {
    shape.iter().map(|&n| i64::try_from(n).unwrap_or(i64::MAX)).collect()
}

/// Stops before making what the heap has no room for.
fn check_room(vm: &mut Vm, shape: &[i64], dtype: DType) -> Res<()> {
    let sizes = check_shape(shape, dtype).or_raise(vm)?;
    vm.check_alloc(sizes.iter().product::<usize>().saturating_mul(8))
}

fn converted(vm: &mut Vm, value: Option<Value>, dtype: Option<Value>) -> Res {
    let dtype = dtype_argument(vm, dtype)?;
    let value = value.unwrap_or(Value::NONE);
    let array = match (make::read(vm, value), dtype) {
        (Some(array), None) => array,
        (Some(array), Some(dtype)) => array.astype(dtype).or_raise(vm)?,
        (None, dtype) => array_from(vm, value, dtype)?,
    };
    make::new_array(vm, array)
}

/// A number of Python's own; numpy's numbers count as such here.
fn number(vm: &mut Vm, value: Value) -> Res<Plain> {
    let array = needed_side(vm, value)?.into_array();
    match array.item() {
        Ok(Plain::Str(_)) | Err(_) => Err(unsupported(vm, "a bound of arange() that is no number")),
        Ok(value) => Ok(value),
    }
}

/// `np.arange(start, stop, step, dtype)`
pub(crate) fn arange_of(vm: &mut Vm, args: &Args<'_>) -> Res<NdArray> {
    let [start, stop, step, dtype] = vm.bind("arange", args, ["start", "stop", "step", "dtype"], 0)?;
    let (start, stop) = match (start, stop) {
        (Some(only), None) => (None, only),
        (start, Some(stop)) if stop.is_none() && start.is_some() => (None, start.unwrap_or(stop)),
        (start, Some(stop)) => (start, stop),
        (None, None) => return Err(vm.type_error("arange() requires stop to be specified.")),
    };
    let start = start.map_or(Ok(Plain::Int(0)), |start| number(vm, start))?;
    let stop = number(vm, stop)?;
    let step = match step {
        Some(step) if !step.is_none() => number(vm, step)?,
        _ => Plain::Int(1),
    };
    let dtype = dtype_argument(vm, dtype)?;
    arange(&start, &stop, &step, dtype).or_raise(vm)
}

fn filled_with(vm: &mut Vm, args: &Args<'_>, name: &str, value: &Plain) -> Res {
    let [shape, dtype, order] = vm.bind(name, args, ["shape", "dtype", "order"], 1)?;
    refuse(vm, name, "order", order)?;
    let shape = shape_of(vm, shape.unwrap_or(Value::NONE))?;
    let dtype = dtype_argument(vm, dtype)?.unwrap_or(DType::Float64);
    check_room(vm, &shape, dtype)?;
    let array = full(&shape, value, Some(dtype)).or_raise(vm)?;
    make::new_array(vm, array)
}

fn filled_like(vm: &mut Vm, args: &Args<'_>, name: &str, value: &Plain) -> Res {
    let [array, dtype] = vm.bind(name, args, ["a", "dtype"], 1)?;
    let array = array_of(vm, array.unwrap_or(Value::NONE))?;
    let dtype = dtype_argument(vm, dtype)?.unwrap_or(array.dtype());
    let array = full(&signed(array.shape()), value, Some(dtype)).or_raise(vm)?;
    make::new_array(vm, array)
}

/// `np.full`: one value, or an array that is repeated to the shape.
fn filled(vm: &mut Vm, shape: &[i64], value: Value, dtype: Option<DType>) -> Res {
    let value = needed_side(vm, value)?;
    let kind = match &value {
        Side::Array(array) => array.dtype(),
        Side::Python(value) => value.default_dtype(),
    };
    check_room(vm, shape, dtype.unwrap_or(kind))?;
    let array = match value {
        Side::Python(value) => full(shape, &value, dtype).or_raise(vm)?,
        Side::Array(array) => {
            let sizes = check_shape(shape, kind).or_raise(vm)?;
            let wide = taskyard_ndarray::broadcast_to(&array, &sizes).or_raise(vm)?;
            wide.astype(dtype.unwrap_or(kind)).or_raise(vm)?
        }
    };
    make::new_array(vm, array)
}

fn unit(vm: &mut Vm, rows: i64, columns: i64, k: i64, dtype: Option<Value>) -> Res {
    let dtype = dtype_argument(vm, dtype)?.unwrap_or(DType::Float64);
    check_room(vm, &[rows, columns], dtype)?;
    let array = eye(rows, columns, k, dtype).or_raise(vm)?;
    make::new_array(vm, array)
}

/// `np.diag`: a matrix from its diagonal, or the diagonal of a matrix.
fn diagonal(vm: &mut Vm, array: &NdArray) -> Res {
    let places = |n: usize, width: usize| (0..n).map(move |i| (i * width + i) as i64);
    let result = match *array.shape() {
        [n] => {
            let size = n as i64;
            check_room(vm, &[size, size], array.dtype())?;
            let mut flat = full(&[size * size], &Plain::Int(0), Some(array.dtype())).or_raise(vm)?;
            let index = taskyard_ndarray::Index::Array(NdArray::from_ints(places(n, n).collect()));
            flat.set(&[index], array).or_raise(vm)?;
            taskyard_ndarray::reshape(&flat, &[size, size]).or_raise(vm)?
        }
        [rows, columns] => {
            let index = NdArray::from_ints(places(rows.min(columns), columns).collect());
            taskyard_ndarray::ravel(array).get(&[taskyard_ndarray::Index::Array(index)]).or_raise(vm)?
        }
        _ => return Err(vm.value_error("Input must be 1- or 2-d.")),
    };
    make::new_array(vm, result)
}
