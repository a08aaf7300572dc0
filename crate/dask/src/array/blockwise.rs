//! Operations that make each block from the blocks at the same place of other arrays.

use std::sync::Arc;

use taskyard_ndarray::{DType, NdArray, Value as Plain, full};
use taskyard_python::error::Res;
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use super::chunks::{common, shape_text};
use super::create::from_numpy;
use super::data::{Blocks, UNKNOWN, check_blocks, each_index};
use super::layer::{LayerBuilder, Piece, name_value, named};
use super::rechunk::rechunk_to;
use crate::numpy::error::OrRaise;
use crate::numpy::make;

/// An argument: an array with a label for each of its axes, or a plain value.
#[derive(Debug, Clone)]
pub(crate) enum Operand {
    Blocks(Blocks, Vec<usize>),
    Value(Value),
}

/// What happens to each block.
pub(crate) struct Blockwise<'a> {
    pub function: Value,
    pub prefix: &'a str,
    /// Labels of the axes of the result.
    pub out: Vec<usize>,
    pub operands: Vec<Operand>,
    pub kwargs: Vec<(Arc<str>, Value)>,
    /// Labels whose chunks have size one in the result.
    pub ones: Vec<usize>,
    pub dtype: DType,
    /// Arrays with different chunks are rechunked first.
    pub align: bool,
}

/// The array that a blockwise operation makes.
pub(crate) fn blockwise(vm: &mut Vm, mut operation: Blockwise<'_>) -> Res<Blocks> {
    let labels =
        if operation.align { unify(vm, &mut operation.operands)? } else { longest(&operation.operands) };
    let size_of = |label: usize| labels.iter().find(|(known, _)| *known == label).map(|(_, sizes)| sizes.clone());
    let chunks: Vec<Vec<i64>> = operation
        .out
        .iter()
        .map(|&label| {
            let sizes = size_of(label).unwrap_or_default();
            if operation.ones.contains(&label) { vec![1; sizes.len()] } else { sizes }
        })
        .collect();
    let name = token_name(vm, &operation)?;
    let mut layer = LayerBuilder::new(name);
    let counts: Vec<usize> = chunks.iter().map(Vec::len).collect();
    check_blocks(vm, &counts)?;
    for operand in &operation.operands {
        if let Operand::Blocks(blocks, _) = operand {
            layer.needs(blocks);
        }
    }
    for index in each_index(&counts) {
        let args: Vec<Piece> = operation
            .operands
            .iter()
            .map(|operand| match operand {
                Operand::Value(value) => Piece::Value(*value),
                Operand::Blocks(blocks, axes) => {
                    let place: Vec<usize> = axes
                        .iter()
                        .zip(&blocks.chunks)
                        .map(|(label, sizes)| {
                            let at = operation.out.iter().position(|out| out == label);
                            // An axis with one chunk is repeated along the result.
                            if sizes.len() == 1 { 0 } else { at.map_or(0, |at| index[at]) }
                        })
                        .collect();
                    Piece::Block(blocks.key(&place))
                }
            })
            .collect();
        let key = super::data::block_key(&layer.name, &index);
        layer.task(key, operation.function, &args, &operation.kwargs);
    }
    layer.finish(vm, chunks, operation.dtype)
}

fn token_name(vm: &mut Vm, operation: &Blockwise<'_>) -> Res<String> {
    let mut content = vec![operation.function];
    for operand in &operation.operands {
        match operand {
            Operand::Value(value) => content.push(*value),
            Operand::Blocks(blocks, axes) => {
                content.push(name_value(vm, blocks));
                let axes: Vec<i64> = axes.iter().map(|&axis| axis as i64).collect();
                content.push(super::layer::int_tuple(vm, &axes));
            }
        }
    }
    for (name, value) in &operation.kwargs {
        content.push(vm.shared_str(name.clone()));
        content.push(*value);
    }
    content.push(vm.string(operation.dtype.code()));
    named(vm, operation.prefix, &content)
}

/// The chunks of each label where there are most of them.
fn longest(operands: &[Operand]) -> Vec<(usize, Vec<i64>)> {
    let mut labels: Vec<(usize, Vec<i64>)> = Vec::new();
    for operand in operands {
        let Operand::Blocks(blocks, axes) = operand else { continue };
        for (&label, sizes) in axes.iter().zip(&blocks.chunks) {
            match labels.iter_mut().find(|(known, _)| *known == label) {
                Some((_, found)) if found.len() < sizes.len() => found.clone_from(sizes),
                Some(_) => {}
                None => labels.push((label, sizes.clone())),
            }
        }
    }
    labels
}

/// Brings all arrays to common chunks, and gives the chunks of each label.
fn unify(vm: &mut Vm, operands: &mut [Operand]) -> Res<Vec<(usize, Vec<i64>)>> {
    let mut labels: Vec<(usize, Vec<Vec<i64>>)> = Vec::new();
    for operand in operands.iter() {
        let Operand::Blocks(blocks, axes) = operand else { continue };
        for (&label, sizes) in axes.iter().zip(&blocks.chunks) {
            match labels.iter_mut().find(|(known, _)| *known == label) {
                Some((_, found)) => found.push(sizes.clone()),
                None => labels.push((label, vec![sizes.clone()])),
            }
        }
    }
    let mut unified = Vec::with_capacity(labels.len());
    for (label, mut found) in labels {
        let same = found.windows(2).all(|pair| pair[0] == pair[1]);
        if !same {
            // Axes of size one are repeated, whatever the others are.
            let wide: Vec<Vec<i64>> = found.iter().filter(|sizes| ***sizes != [1]).cloned().collect();
            if !wide.is_empty() {
                found = wide;
            }
        }
        let sizes = if same { found.into_iter().next().unwrap_or_default() } else { common(vm, &found)? };
        unified.push((label, sizes));
    }
    for operand in operands.iter_mut() {
        let Operand::Blocks(blocks, axes) = operand else { continue };
        let wanted: Vec<Vec<i64>> = axes
            .iter()
            .zip(&blocks.chunks)
            .map(|(label, sizes)| {
                let target = unified.iter().find(|(known, _)| known == label).map(|(_, sizes)| sizes);
                match target {
                    Some(target) if *sizes != [1] => target.clone(),
                    _ => sizes.clone(),
                }
            })
            .collect();
        if wanted != blocks.chunks {
            *blocks = rechunk_to(vm, blocks, &wanted)?;
        }
    }
    Ok(unified)
}

/// An operation element by element, broadcast as in numpy.
pub(crate) fn elemwise(vm: &mut Vm, prefix: &str, function: Value, args: &[Value]) -> Res<Blocks> {
    elemwise_typed(vm, prefix, function, args, None)
}

/// The same where the dtype is known.
pub(crate) fn elemwise_typed(
    vm: &mut Vm,
    prefix: &str,
    function: Value,
    args: &[Value],
    dtype: Option<DType>,
) -> Res<Blocks> {
    let mut operands = Vec::with_capacity(args.len());
    for &arg in args {
        operands.push(operand(vm, arg)?);
    }
    let ndim = check_broadcast(vm, &operands)?;
    let dtype = match dtype {
        Some(dtype) => dtype,
        None => inferred(vm, function, &operands)?,
    };
    // Labels count from the last axis.
    let out = (0..ndim).rev().collect();
    blockwise(vm, Blockwise { function, prefix, out, operands, kwargs: Vec::new(), ones: Vec::new(), dtype, align: true })
}

/// An argument of an elementwise function.
fn operand(vm: &mut Vm, arg: Value) -> Res<Operand> {
    if let Some(blocks) = vm.payload::<Blocks>(arg).cloned() {
        let labels = (0..blocks.ndim()).rev().collect();
        return Ok(Operand::Blocks(blocks, labels));
    }
    let is_list = vm.list_items(arg).is_some() || vm.tuple_items(arg).is_some();
    let array = match make::read_array(vm, arg) {
        None if is_list => Some(crate::numpy::convert::array_of(vm, arg)?),
        found => found,
    };
    match array {
        Some(array) if array.ndim() > 0 => {
            let blocks = from_numpy(vm, array)?;
            let labels = (0..blocks.ndim()).rev().collect();
            Ok(Operand::Blocks(blocks, labels))
        }
        _ => Ok(Operand::Value(arg)),
    }
}

/// The number of axes of the result.
fn check_broadcast(vm: &mut Vm, operands: &[Operand]) -> Res<usize> {
    let shapes: Vec<Vec<i64>> = operands
        .iter()
        .map(|operand| match operand {
            Operand::Blocks(blocks, _) => blocks.shape(),
            Operand::Value(_) => Vec::new(),
        })
        .collect();
    let ndim = shapes.iter().map(Vec::len).max().unwrap_or(0);
    for back in 1..=ndim {
        let sizes = shapes.iter().filter_map(|shape| shape.len().checked_sub(back).map(|at| shape[at]));
        let mut wide: Option<i64> = None;
        for size in sizes.filter(|&size| size != 1 && size != UNKNOWN) {
            if wide.is_some_and(|wide| wide != size) {
                let texts = shapes.iter().map(|shape| shape_text(vm, shape)).collect::<Res<Vec<_>>>()?;
                let text = format!("operands could not be broadcast together with shapes {}", texts.join(" "));
                return Err(vm.value_error(text));
            }
            wide = Some(size);
        }
    }
    Ok(ndim)
}

/// The dtype that a function gives, found by calling it with arrays of one element.
fn inferred(vm: &mut Vm, function: Value, operands: &[Operand]) -> Res<DType> {
    let mut args = Vec::with_capacity(operands.len());
    for operand in operands {
        args.push(match operand {
            Operand::Blocks(blocks, _) => {
                let sample = sample(vm, blocks.ndim().max(1), blocks.dtype)?;
                make::new_array(vm, sample)?
            }
            Operand::Value(value) => *value,
        });
    }
    let result = vm.call(function, &args)?;
    dtype_of_result(vm, result)
}

/// An array of one element.
pub(crate) fn sample(vm: &mut Vm, ndim: usize, dtype: DType) -> Res<NdArray> {
    let value = if dtype.is_str() { Plain::Str("1".into()) } else { Plain::Int(1) };
    full(&vec![1; ndim], &value, Some(dtype)).or_raise(vm)
}

/// The dtype of what a function returned.
pub(crate) fn dtype_of_result(vm: &mut Vm, result: Value) -> Res<DType> {
    Ok(crate::numpy::convert::array_of(vm, result)?.dtype())
}
