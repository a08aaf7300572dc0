//! Functions that make arrays.

use taskyard_ndarray::{DType, Index, NdArray, Value as Plain, arange, eye, full, linspace};
use taskyard_python::error::{Res, Unwind};
use taskyard_python::object::{Args, NativeFn, Type};
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use super::chunks::normalize;
use super::data::{Blocks, each_index, new_blocks};
use super::layer::{LayerBuilder, Piece, chunks_value, int_tuple, named, sizes_value};
use crate::numpy::convert::{array_from, array_of, dtype_argument, dtype_of, needed_side, shape_of};
use super::unsupported;
use crate::numpy::error::OrRaise;
use crate::numpy::make;

pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("ones", |vm, args| uniform(vm, args, "ones", Some(Plain::Int(1)))),
    ("zeros", |vm, args| uniform(vm, args, "zeros", Some(Plain::Int(0)))),
    ("empty", |vm, args| uniform(vm, args, "empty", Some(Plain::Int(0)))),
    ("full", |vm, args| uniform(vm, args, "full", None)),
    ("arange", |vm, args| arange_blocks(vm, args).map_err(|unwind| of_backend(vm, unwind, "arange"))),
    ("linspace", linspace_blocks),
    ("eye", eye_blocks),
    ("from_array", |vm, args| {
        let names = ["x", "chunks", "name", "lock", "asarray", "fancy", "getitem", "meta", "inline_array"];
        let [value, chunks, name, ..] = vm.bind("from_array", args, names, 1)?;
        let value = value.unwrap_or(Value::NONE);
        if super::is_dask_array(vm, value) {
            let text = "Array is already a dask array. Use 'asarray' or 'rechunk' instead.";
            return Err(vm.value_error(text));
        }
        let array = array_of(vm, value)?;
        let blocks = from_array(vm, array, chunks, name)?;
        new_blocks(vm, blocks)
    }),
    ("asarray", as_blocks),
    ("asanyarray", as_blocks),
    ("array", as_blocks),
];

fn as_blocks(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value, dtype] = vm.bind("asarray", args, ["a", "dtype"], 1)?;
    let value = value.unwrap_or(Value::NONE);
    if super::is_dask_array(vm, value) {
        return Ok(value);
    }
    let dtype = dtype_argument(vm, dtype)?;
    let array = array_from(vm, value, dtype)?;
    let blocks = from_numpy(vm, array)?;
    new_blocks(vm, blocks)
}

/// An array of numpy in one block, as operations with it make it.
pub(crate) fn from_numpy(vm: &mut Vm, array: NdArray) -> Res<Blocks> {
    from_array(vm, array, None, None)
}

fn from_array(vm: &mut Vm, array: NdArray, chunks: Option<Value>, name: Option<Value>) -> Res<Blocks> {
    let shape: Vec<i64> = array.shape().iter().map(|&n| n as i64).collect();
    let chunks = match chunks {
        Some(chunks) => normalize(vm, chunks, &shape, array.dtype())?,
        None => shape.iter().map(|&size| vec![size]).collect(),
    };
    let name = match name.filter(|name| vm.as_str(*name).is_some()) {
        Some(name) => vm.to_str(name)?,
        None => {
            let content = [make::new_array(vm, array.clone())?, chunks_value(vm, &chunks)];
            named(vm, "array", &content)?
        }
    };
    let mut layer = LayerBuilder::new(name);
    let starts: Vec<Vec<i64>> = chunks.iter().map(|sizes| super::chunks::ends(sizes)).collect();
    let counts: Vec<usize> = chunks.iter().map(Vec::len).collect();
    for index in each_index(&counts) {
        let window: Vec<Index> = index
            .iter()
            .enumerate()
            .map(|(axis, &at)| {
                let stop = starts[axis][at];
                Index::Slice { start: Some(stop - chunks[axis][at]), stop: Some(stop), step: None }
            })
            .collect();
        let block = if window.is_empty() { Ok(array.clone()) } else { array.get(&window) };
        let block = block.or_raise(vm)?;
        let value = make::new_array(vm, block)?;
        layer.data(super::data::block_key(&layer.name, &index), value);
    }
    layer.finish(vm, chunks, array.dtype())
}

/// Dask says which function of its numpy backend failed.
fn of_backend(vm: &mut Vm, unwind: Unwind, function: &str) -> Unwind {
    let Unwind::Raise(error) = unwind else { return unwind };
    let ty = [Type::ValueError, Type::TypeError, Type::ZeroDivisionError]
        .into_iter()
        .find(|&ty| vm.type_of(error) == taskyard_python::value::Ref::of(ty));
    match (ty, vm.to_str(error)) {
        (Some(ty), Ok(text)) => vm.error(
            ty,
            format!(
                "An error occurred while calling the {function} method registered to the numpy backend.\n\
                 Original Message: {text}"
            ),
        ),
        (_, Err(other)) => other,
        (None, Ok(_)) => Unwind::Raise(error),
    }
}

/// Splits keyword arguments that only Dask has from the others.
fn uniform(vm: &mut Vm, args: &Args<'_>, function: &'static str, fill: Option<Plain>) -> Res {
    let (shape, fill_value, chunks, dtype, name) = if fill.is_some() {
        let [shape, dtype, chunks, name] = vm.bind(function, args, ["shape", "dtype", "*chunks", "*name"], 1)?;
        (shape, None, chunks, dtype, name)
    } else {
        let names = ["shape", "fill_value", "dtype", "*chunks", "*name"];
        let [shape, value, dtype, chunks, name] = vm.bind(function, args, names, 2)?;
        (shape, value, chunks, dtype, name)
    };
    let shape = shape_of(vm, shape.unwrap_or(Value::NONE))?;
    let dtype = dtype_argument(vm, dtype)?;
    let (fill, dtype) = match (fill, fill_value) {
        (Some(fill), _) => (fill, dtype.unwrap_or(DType::Float64)),
        (None, value) => {
            let array = needed_side(vm, value.unwrap_or(Value::NONE))?.into_array();
            let Ok(fill) = array.item() else {
                let name = vm.type_name(value.unwrap_or(Value::NONE));
                return Err(vm.value_error(format!("fill_value must be scalar. Received {name} instead.")));
            };
            (fill, dtype.unwrap_or(array.dtype()))
        }
    };
    let made = uniform_blocks(vm, function, &shape, &fill, dtype, chunks, name);
    let blocks = made.map_err(|unwind| of_backend(vm, unwind, "wrap_func_shape_as_first_arg"))?;
    new_blocks(vm, blocks)
}

fn uniform_blocks(
    vm: &mut Vm,
    function: &str,
    shape: &[i64],
    fill: &Plain,
    dtype: DType,
    chunks: Option<Value>,
    name: Option<Value>,
) -> Res<Blocks> {
    if shape.iter().any(|&n| n < 0) {
        return Err(vm.value_error("negative dimensions are not allowed"));
    }
    let auto = vm.str("auto");
    let chunks = normalize(vm, chunks.unwrap_or(auto), shape, dtype)?;
    let prefix = format!("{function}_like");
    let fill = make::python_value(vm, fill);
    let code = make::new_dtype(vm, dtype)?;
    let name = match name.filter(|name| vm.as_str(*name).is_some()) {
        Some(name) => vm.to_str(name)?,
        None => {
            let content = [sizes_value(vm, shape), chunks_value(vm, &chunks), fill, code];
            named(vm, &prefix, &content)?
        }
    };
    let block = vm.native_fn(&prefix, fill_block);
    let mut layer = LayerBuilder::new(name);
    let counts: Vec<usize> = chunks.iter().map(Vec::len).collect();
    for index in each_index(&counts) {
        let sizes: Vec<i64> = index.iter().zip(&chunks).map(|(&at, sizes)| sizes[at]).collect();
        let sizes = int_tuple(vm, &sizes);
        let args = [Piece::Value(sizes), Piece::Value(fill), Piece::Value(code)];
        layer.task(super::data::block_key(&layer.name, &index), block, &args, &[]);
    }
    layer.finish(vm, chunks, dtype)
}

/// A block of equal elements: `(shape, value, dtype)`.
fn fill_block(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [shape, value, dtype] = vm.exact("full", args)?;
    let shape = shape_of(vm, shape)?;
    let value = needed_side(vm, value)?.into_array().item().or_raise(vm)?;
    let dtype = dtype_of(vm, dtype)?;
    let array = full(&shape, &value, dtype).or_raise(vm)?;
    make::new_array(vm, array)
}

fn number(vm: &mut Vm, value: Value) -> Res<Plain> {
    match needed_side(vm, value)?.into_array().item() {
        Ok(Plain::Str(_)) | Err(_) => Err(unsupported(vm, "a bound of arange() that is no number")),
        Ok(value) => Ok(value),
    }
}

fn arange_blocks(vm: &mut Vm, args: &Args<'_>) -> Res {
    let names = ["/start", "stop", "step", "*chunks", "*like", "*dtype"];
    let [start, stop, step, chunks, _, dtype] = vm.bind("arange", args, names, 0)?;
    let (start, stop) = match (start, stop.filter(|stop| !stop.is_none())) {
        (Some(only), None) => (Plain::Int(0), number(vm, only)?),
        (start, Some(stop)) => {
            (start.map_or(Ok(Plain::Int(0)), |start| number(vm, start))?, number(vm, stop)?)
        }
        (None, None) => return Err(vm.type_error("arange() requires stop to be specified.")),
    };
    let step = step.map_or(Ok(Plain::Int(1)), |step| number(vm, step))?;
    let dtype = dtype_argument(vm, dtype)?;
    let whole = arange(&start, &stop, &step, dtype).or_raise(vm)?;
    let (size, dtype) = (whole.size() as i64, whole.dtype());
    let auto = vm.str("auto");
    let chunks = normalize(vm, chunks.unwrap_or(auto), &[size], dtype)?;
    let code = make::new_dtype(vm, dtype)?;
    let (start, step) = (make::python_value(vm, &start), make::python_value(vm, &step));
    let stop = make::python_value(vm, &stop);
    let content = [start, stop, step, chunks_value(vm, &chunks), code];
    let name = named(vm, "arange", &content)?;
    let mut layer = LayerBuilder::new(name);
    let block = vm.native_fn("arange", arange_block);
    let mut done = 0;
    for (at, &size) in chunks.first().into_iter().flatten().enumerate() {
        let from = place(vm, start, step, done)?;
        let to = place(vm, start, step, done + size)?;
        let size_value = vm.int(size);
        let args = [from, to, step, size_value, code].map(Piece::Value);
        layer.task(super::data::block_key(&layer.name, &[at]), block, &args, &[]);
        done += size;
    }
    let blocks = layer.finish(vm, chunks, dtype)?;
    new_blocks(vm, blocks)
}

/// `start + count * step`
fn place(vm: &mut Vm, start: Value, step: Value, count: i64) -> Res {
    let count = vm.int(count);
    let way = vm.binary(taskyard_python::code::BinOp::Mul, count, step)?;
    vm.binary(taskyard_python::code::BinOp::Add, start, way)
}

/// A block of a range: `(start, stop, step, size, dtype)`. The rounding of the
/// bounds may make one element too many.
fn arange_block(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [start, stop, step, size, dtype] = vm.exact("arange", args)?;
    let (start, stop, step) = (number(vm, start)?, number(vm, stop)?, number(vm, step)?);
    let (size, dtype) = (vm.to_index(size)?, dtype_of(vm, dtype)?);
    let array = arange(&start, &stop, &step, dtype).or_raise(vm)?;
    let cut = array.get(&[Index::Slice { start: None, stop: Some(size), step: None }]).or_raise(vm)?;
    make::new_array(vm, cut)
}

fn linspace_blocks(vm: &mut Vm, args: &Args<'_>) -> Res {
    let names = ["start", "stop", "num", "endpoint", "retstep", "chunks", "dtype"];
    let [start, stop, num, endpoint, retstep, chunks, dtype] = vm.bind("linspace", args, names, 2)?;
    crate::numpy::convert::refuse(vm, "linspace", "retstep", retstep)?;
    let (start, stop) = (vm.to_f64(start.unwrap_or(Value::NONE))?, vm.to_f64(stop.unwrap_or(Value::NONE))?);
    let num = num.map_or(Ok(50), |num| vm.to_index(num))?;
    let endpoint = endpoint.map_or(Ok(true), |endpoint| vm.truthy(endpoint))?;
    let dtype = dtype_argument(vm, dtype)?.unwrap_or(DType::Float64);
    let auto = vm.str("auto");
    let chunks = normalize(vm, chunks.unwrap_or(auto), &[num], dtype)?;
    let gaps = if endpoint { num - 1 } else { num };
    let step = (stop - start) / if gaps == 0 { 1.0 } else { gaps as f64 };
    let code = make::new_dtype(vm, dtype)?;
    let content = [
        Value::float(start),
        Value::float(stop),
        vm.int(num),
        Value::bool(endpoint),
        chunks_value(vm, &chunks),
        code,
    ];
    let name = named(vm, "linspace", &content)?;
    let mut layer = LayerBuilder::new(name);
    let block = vm.native_fn("linspace", linspace_block);
    let mut from = start;
    for (at, &size) in chunks.first().into_iter().flatten().enumerate() {
        let to = from + step * (if endpoint { size - 1 } else { size }) as f64;
        let size_value = vm.int(size);
        let args = [Value::float(from), Value::float(to), size_value, Value::bool(endpoint), code].map(Piece::Value);
        layer.task(super::data::block_key(&layer.name, &[at]), block, &args, &[]);
        from += step * size as f64;
    }
    let blocks = layer.finish(vm, chunks, dtype)?;
    new_blocks(vm, blocks)
}

/// `(start, stop, size, endpoint, dtype)`
fn linspace_block(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [start, stop, size, endpoint, dtype] = vm.exact("linspace", args)?;
    let (start, stop, size) = (vm.to_f64(start)?, vm.to_f64(stop)?, vm.to_index(size)?);
    let (endpoint, dtype) = (vm.truthy(endpoint)?, dtype_of(vm, dtype)?.unwrap_or(DType::Float64));
    let array = linspace(start, stop, size, endpoint).or_raise(vm)?.astype(dtype).or_raise(vm)?;
    make::new_array(vm, array)
}

fn eye_blocks(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [rows, chunks, columns, k, dtype] = vm.bind("eye", args, ["N", "chunks", "M", "k", "dtype"], 1)?;
    let rows = vm.to_index(rows.unwrap_or(Value::NONE))?;
    let columns = match columns {
        Some(columns) if !columns.is_none() => vm.to_index(columns)?,
        _ => rows,
    };
    let k = k.map_or(Ok(0), |k| vm.to_index(k))?;
    let dtype = dtype_argument(vm, dtype)?.unwrap_or(DType::Float64);
    let auto = vm.str("auto");
    let chunks = chunks.unwrap_or(auto);
    if vm.as_i64(chunks).is_none() && vm.as_str(chunks).is_none() {
        return Err(vm.value_error("chunks must be an int or string"));
    }
    let chunks = normalize(vm, chunks, &[rows, columns], dtype)?;
    let code = make::new_dtype(vm, dtype)?;
    let content = [vm.int(rows), vm.int(columns), vm.int(k), chunks_value(vm, &chunks), code];
    let name = named(vm, "eye", &content)?;
    let mut layer = LayerBuilder::new(name);
    let block = vm.native_fn("eye", eye_block);
    let starts: Vec<Vec<i64>> = chunks.iter().map(|sizes| super::chunks::ends(sizes)).collect();
    let counts: Vec<usize> = chunks.iter().map(Vec::len).collect();
    for index in each_index(&counts) {
        let [i, j] = [index[0], index[1]];
        let (height, width) = (chunks[0][i], chunks[1][j]);
        let (top, left) = (starts[0][i] - height, starts[1][j] - width);
        let diagonal = vm.int(k + top - left);
        let args = [vm.int(height), vm.int(width), diagonal, code].map(Piece::Value);
        layer.task(super::data::block_key(&layer.name, &index), block, &args, &[]);
    }
    let blocks = layer.finish(vm, chunks, dtype)?;
    new_blocks(vm, blocks)
}

/// `(rows, columns, k, dtype)`
fn eye_block(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [rows, columns, k, dtype] = vm.exact("eye", args)?;
    let (rows, columns, k) = (vm.to_index(rows)?, vm.to_index(columns)?, vm.to_index(k)?);
    let dtype = dtype_of(vm, dtype)?.unwrap_or(DType::Float64);
    let array = eye(rows, columns, k, dtype).or_raise(vm)?;
    make::new_array(vm, array)
}
