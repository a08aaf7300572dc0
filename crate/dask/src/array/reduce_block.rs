//! What the tasks of reductions do with blocks.
//!
//! A first task gets `(block, axes, dtype, (start, shape))`, one further up the
//! tree `(results row by row, counts along each axis, axes, keepdims, dtype, ddof)`.

use taskyard_ndarray::{BinaryOp, DType, Index, NdArray, Reduction, Value as Plain, binary, full, reduce, reshape};
use taskyard_python::error::Res;
use taskyard_python::object::Args;
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use super::rechunk::assemble;
use crate::numpy::convert::{array_of, dtype_of, shape_of};
use crate::numpy::error::OrRaise;
use crate::numpy::make;

/// The arguments of a first task.
struct First {
    block: NdArray,
    axes: Vec<i64>,
    dtype: DType,
    start: Vec<i64>,
    shape: Vec<i64>,
}

fn first(vm: &mut Vm, args: &Args<'_>) -> Res<First> {
    let [block, axes, dtype, place] = vm.exact("reduce", args)?;
    let block = array_of(vm, block)?;
    let (axes, dtype) = (shape_of(vm, axes)?, dtype_of(vm, dtype)?.unwrap_or(block.dtype()));
    let parts = vm.unpack(place, 2)?;
    let (start, shape) = (shape_of(vm, parts[0])?, shape_of(vm, parts[1])?);
    Ok(First { block, axes, dtype, start, shape })
}

/// The arguments of a task further up.
struct Further {
    results: Vec<Value>,
    counts: Vec<usize>,
    axes: Vec<i64>,
    keepdims: bool,
    dtype: DType,
    ddof: f64,
}

fn further(vm: &mut Vm, args: &Args<'_>) -> Res<Further> {
    let [results, counts, axes, keepdims, dtype, extra] = vm.exact("reduce", args)?;
    let results = vm.collect(results)?;
    let counts = shape_of(vm, counts)?.into_iter().map(|n| usize::try_from(n).unwrap_or(0)).collect();
    let (axes, keepdims) = (shape_of(vm, axes)?, vm.truthy(keepdims)?);
    let dtype = dtype_of(vm, dtype)?.unwrap_or(DType::Float64);
    let ddof = if extra.is_none() { 0.0 } else { vm.to_f64(extra)? };
    Ok(Further { results, counts, axes, keepdims, dtype, ddof })
}

impl Further {
    /// The parts at one place of all results, joined.
    fn part(&self, vm: &mut Vm, place: Option<usize>) -> Res<NdArray> {
        let mut arrays = Vec::with_capacity(self.results.len());
        for &result in &self.results {
            let value = match place {
                Some(place) => vm.tuple_items(result).and_then(|items| items.get(place).copied()).unwrap_or(result),
                None => result,
            };
            arrays.push(array_of(vm, value)?);
        }
        assemble(arrays, &self.counts).or_raise(vm)
    }

    fn sum(&self, array: &NdArray, keepdims: bool) -> taskyard_ndarray::Result<NdArray> {
        reduce(array, Reduction::Sum, Some(&self.axes), keepdims)
    }
}

/// Operations that are the same on blocks and on results.
fn folded(array: &NdArray, what: Reduction, axes: &[i64], keepdims: bool, dtype: DType) -> taskyard_ndarray::Result<NdArray> {
    let wide = match what {
        Reduction::Sum | Reduction::Prod => array.astype(dtype)?,
        _ => array.clone(),
    };
    reduce(&wide, what, Some(axes), keepdims)
}

pub(super) fn chunk(vm: &mut Vm, args: &Args<'_>, what: Reduction) -> Res {
    let first = first(vm, args)?;
    // An empty block has no largest element, but others may have one.
    if matches!(what, Reduction::Max | Reduction::Min) && first.block.size() == 0 && first.block.ndim() > 0 {
        return make::new_array(vm, first.block);
    }
    let result = folded(&first.block, what, &first.axes, true, first.dtype).or_raise(vm)?;
    make::result(vm, result)
}

pub(super) fn joined(vm: &mut Vm, args: &Args<'_>, what: Reduction) -> Res {
    let further = further(vm, args)?;
    let array = further.part(vm, None)?;
    let result = folded(&array, what, &further.axes, further.keepdims, further.dtype).or_raise(vm)?;
    make::result(vm, result)
}

/// How many elements are reduced to each one of the result.
fn counted(block: &NdArray, axes: &[i64]) -> taskyard_ndarray::Result<NdArray> {
    let shape: Vec<i64> = block.shape().iter().map(|&n| n as i64).collect();
    let ones = full(&shape, &Plain::Int(1), Some(DType::Int64))?;
    reduce(&ones, Reduction::Sum, Some(axes), true)
}

fn tuple_of(vm: &mut Vm, arrays: Vec<NdArray>) -> Res {
    let mut items = Vec::with_capacity(arrays.len());
    for array in arrays {
        items.push(make::new_array(vm, array)?);
    }
    Ok(vm.tuple(items))
}

/// `(count, total)`
pub(super) fn mean_chunk(vm: &mut Vm, args: &Args<'_>) -> Res {
    let first = first(vm, args)?;
    let total = folded(&first.block, Reduction::Sum, &first.axes, true, first.dtype).or_raise(vm)?;
    let count = counted(&first.block, &first.axes).or_raise(vm)?;
    tuple_of(vm, vec![count, total])
}

pub(super) fn mean_combine(vm: &mut Vm, args: &Args<'_>) -> Res {
    let further = further(vm, args)?;
    let (count, total) = (further.part(vm, Some(0))?, further.part(vm, Some(1))?);
    let (count, total) = (further.sum(&count, true).or_raise(vm)?, further.sum(&total, true).or_raise(vm)?);
    tuple_of(vm, vec![count, total])
}

pub(super) fn mean_aggregate(vm: &mut Vm, args: &Args<'_>) -> Res {
    let further = further(vm, args)?;
    let (count, total) = (further.part(vm, Some(0))?, further.part(vm, Some(1))?);
    let keepdims = further.keepdims;
    let (count, total) = (further.sum(&count, keepdims).or_raise(vm)?, further.sum(&total, keepdims).or_raise(vm)?);
    let mean = binary(BinaryOp::Divide, &total, &count).and_then(|mean| mean.astype(further.dtype)).or_raise(vm)?;
    make::result(vm, mean)
}

/// `(count, total, sum of squared distances from the mean)`
pub(super) fn moment_chunk(vm: &mut Vm, args: &Args<'_>) -> Res {
    let first = first(vm, args)?;
    let compute = || {
        let block = first.block.astype(first.dtype)?;
        let total = reduce(&block, Reduction::Sum, Some(&first.axes), true)?;
        let count = counted(&block, &first.axes)?;
        let mean = binary(BinaryOp::Divide, &total, &count)?;
        let distance = binary(BinaryOp::Subtract, &block, &mean)?;
        let squares = binary(BinaryOp::Power, &distance, Plain::Int(2))?;
        let spread = reduce(&squares, Reduction::Sum, Some(&first.axes), true)?;
        Ok(vec![count, total, spread])
    };
    let parts = compute().or_raise(vm)?;
    tuple_of(vm, parts)
}

/// Counts, totals and spreads of several blocks as those of one.
fn moments(vm: &mut Vm, further: &Further, keepdims: bool) -> Res<Vec<NdArray>> {
    let counts = further.part(vm, Some(0))?;
    let totals = further.part(vm, Some(1))?;
    let spreads = further.part(vm, Some(2))?;
    let compute = || {
        let (count, total) = (further.sum(&counts, true)?, further.sum(&totals, true)?);
        let mean = binary(BinaryOp::Divide, &total, &count)?;
        let own = binary(BinaryOp::Divide, &totals, &counts)?;
        let distance = binary(BinaryOp::Subtract, &own, &mean)?;
        let squares = binary(BinaryOp::Power, &distance, Plain::Int(2))?;
        let between = binary(BinaryOp::Multiply, &counts, &squares)?;
        let spread = binary(BinaryOp::Add, &further.sum(&spreads, keepdims)?, &further.sum(&between, keepdims)?)?;
        Ok(vec![further.sum(&counts, keepdims)?, further.sum(&totals, keepdims)?, spread])
    };
    compute().or_raise(vm)
}

pub(super) fn moment_combine(vm: &mut Vm, args: &Args<'_>) -> Res {
    let further = further(vm, args)?;
    let parts = moments(vm, &further, true)?;
    tuple_of(vm, parts)
}

pub(super) fn moment_aggregate(vm: &mut Vm, args: &Args<'_>) -> Res {
    let further = further(vm, args)?;
    let parts = moments(vm, &further, further.keepdims)?;
    let [count, _, spread] = &parts[..] else { return Ok(Value::NONE) };
    let free = binary(BinaryOp::Subtract, count, Plain::Float(further.ddof)).or_raise(vm)?;
    let variance = binary(BinaryOp::Divide, spread, &free).and_then(|found| found.astype(further.dtype)).or_raise(vm)?;
    make::result(vm, variance)
}

fn reductions(largest: bool) -> (Reduction, Reduction) {
    if largest { (Reduction::Max, Reduction::ArgMax) } else { (Reduction::Min, Reduction::ArgMin) }
}

/// `(extreme value, its place in the whole array)`
pub(super) fn arg_chunk(vm: &mut Vm, args: &Args<'_>, largest: bool) -> Res {
    let first = first(vm, args)?;
    let (extreme, place) = reductions(largest);
    let whole = first.axes.len() == first.block.ndim();
    let axes = (!whole).then_some(&first.axes[..]);
    let compute = || {
        let values = reduce(&first.block, extreme, axes, true)?;
        let places = reduce(&first.block, place, axes, true)?;
        let places = if whole {
            // The place in the block, as a place in the whole.
            let Some(Plain::Int(mut rest)) = places.value_at(0) else { return Ok(vec![values, places]) };
            let mut flat = 0;
            let mut step = 1;
            for axis in (0..first.shape.len()).rev() {
                let size = first.block.shape()[axis].max(1) as i64;
                flat += (rest % size + first.start[axis]) * step;
                rest /= size;
                step *= first.shape[axis];
            }
            full(&vec![1; first.block.ndim()], &Plain::Int(flat), Some(DType::Int64))?
        } else {
            let axis = first.axes.first().copied().unwrap_or(0) as usize;
            binary(BinaryOp::Add, &places, Plain::Int(first.start[axis]))?
        };
        Ok(vec![values, places])
    };
    let parts = compute().or_raise(vm)?;
    tuple_of(vm, parts)
}

/// The extremes of several results with their places.
fn arg_parts(vm: &mut Vm, further: &Further, largest: bool) -> Res<(NdArray, NdArray)> {
    let (values, places) = (further.part(vm, Some(0))?, further.part(vm, Some(1))?);
    let (extreme, place) = reductions(largest);
    let axes = &further.axes;
    let compute = || {
        if axes.len() == values.ndim() {
            let best = reduce(&values, place, None, false)?;
            let at = match best.value_at(0) {
                Some(Plain::Int(at)) => at,
                _ => 0,
            };
            let value = reduce(&values, extreme, None, true)?;
            let found = taskyard_ndarray::ravel(&places).get(&[Index::Slice { start: Some(at), stop: Some(at + 1), step: None }])?;
            return Ok((value, reshape(&found, &vec![1; values.ndim()])?));
        }
        // For each element of the result the first result with the extreme.
        let best = reduce(&values, extreme, Some(axes), true)?;
        let chosen = binary(BinaryOp::Equal, &values, &best)?;
        let far = full(&[], &Plain::Int(i64::MAX), Some(DType::Int64))?;
        let among = taskyard_ndarray::choose(&chosen, &places, &far)?;
        Ok((best, reduce(&among, Reduction::Min, Some(axes), true)?))
    };
    compute().or_raise(vm)
}

pub(super) fn arg_combine(vm: &mut Vm, args: &Args<'_>, largest: bool) -> Res {
    let further = further(vm, args)?;
    let (values, places) = arg_parts(vm, &further, largest)?;
    tuple_of(vm, vec![values, places])
}

pub(super) fn arg_aggregate(vm: &mut Vm, args: &Args<'_>, largest: bool) -> Res {
    let further = further(vm, args)?;
    let (_, places) = arg_parts(vm, &further, largest)?;
    let places = if further.keepdims {
        places
    } else {
        taskyard_ndarray::squeeze(&places, Some(&further.axes)).or_raise(vm)?
    };
    make::result(vm, places)
}
