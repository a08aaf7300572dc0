//! `concatenate` and `stack`.

use taskyard_ndarray::{DType, NdArray};
use taskyard_python::error::Res;
use taskyard_python::object::{NativeFn, Type};
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use super::chunks::{common, shape_text};
use super::data::{Blocks, UNKNOWN, block_key, each_index, new_blocks};
use super::elementwise::as_type;
use super::layer::{LayerBuilder, Piece, name_value, named};
use super::rechunk::rechunk_to;
use super::reshape::raveled;
use super::slice::getitem_block;
use super::{blocks_of, lazy};
use crate::numpy::error::OrRaise;
use super::unsupported;

pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("concatenate", |vm, args| {
        let names = ["seq", "axis", "allow_unknown_chunksizes"];
        let [seq, axis, unknown] = vm.bind("concatenate", args, names, 1)?;
        crate::numpy::convert::refuse(vm, "concatenate", "allow_unknown_chunksizes", unknown)?;
        let mut seq = arrays(vm, seq)?;
        let axis = match axis {
            Some(axis) if axis.is_none() => {
                for value in &mut seq {
                    *value = raveled(vm, *value)?;
                }
                0
            }
            Some(axis) => vm.to_index(axis)?,
            None => 0,
        };
        concatenate(vm, &seq, axis)
    }),
    ("stack", |vm, args| {
        let names = ["seq", "axis", "allow_unknown_chunksizes"];
        let [seq, axis, unknown] = vm.bind("stack", args, names, 1)?;
        crate::numpy::convert::refuse(vm, "stack", "allow_unknown_chunksizes", unknown)?;
        let seq = arrays(vm, seq)?;
        let axis = axis.map_or(Ok(0), |axis| vm.to_index(axis))?;
        stack(vm, &seq, axis)
    }),
];

fn arrays(vm: &mut Vm, seq: Option<Value>) -> Res<Vec<Value>> {
    let items = vm.collect(seq.unwrap_or(Value::NONE))?;
    items.into_iter().map(|item| lazy(vm, item)).collect()
}

/// All arrays with one dtype.
fn promoted(vm: &mut Vm, values: &[Value]) -> Res<Vec<Blocks>> {
    let mut found = Vec::with_capacity(values.len());
    for &value in values {
        found.push(blocks_of(vm, value)?);
    }
    let dtype = found.iter().map(|blocks| blocks.dtype).reduce(DType::promote).unwrap_or(DType::Float64);
    for (blocks, &value) in found.iter_mut().zip(values) {
        if blocks.dtype != dtype {
            let cast = as_type(vm, value, dtype)?;
            *blocks = blocks_of(vm, cast)?;
        }
    }
    Ok(found)
}

fn empty_like(blocks: &Blocks) -> taskyard_ndarray::Result<NdArray> {
    taskyard_ndarray::full(&vec![0; blocks.ndim()], &taskyard_ndarray::Value::Int(0), Some(DType::Float64))
}

fn concatenate(vm: &mut Vm, values: &[Value], axis: i64) -> Res {
    if values.is_empty() {
        return Err(vm.value_error("Need array(s) to concatenate"));
    }
    let mut found = Vec::with_capacity(values.len());
    for &value in values {
        found.push(blocks_of(vm, value)?);
    }
    // Joining empty arrays finds what numpy says of numbers of axes.
    let empties = found.iter().map(empty_like).collect::<taskyard_ndarray::Result<Vec<_>>>().or_raise(vm)?;
    taskyard_ndarray::concatenate(&empties, Some(axis)).or_raise(vm)?;
    let ndim = found[0].ndim();
    let place = usize::try_from(if axis < 0 { axis + ndim as i64 } else { axis }).unwrap_or(0);
    let mut blocks = promoted(vm, values)?;
    if blocks.iter().any(|blocks| blocks.shape().iter().product::<i64>() != 0) {
        blocks.retain(|blocks| blocks.shape().iter().product::<i64>() != 0);
    }
    if let [only] = &blocks[..] {
        return new_blocks(vm, only.clone());
    }
    if blocks.iter().any(|blocks| blocks.shape().iter().enumerate().any(|(at, &n)| at != place && n == UNKNOWN)) {
        return Err(unsupported(vm, "concatenate() of arrays with chunks of unknown size"));
    }
    align(vm, &mut blocks, Some(place))?;
    let mut chunks = blocks[0].chunks.clone();
    chunks[place] = blocks.iter().flat_map(|blocks| blocks.chunks[place].clone()).collect();
    let mut content: Vec<Value> = blocks.iter().map(|blocks| name_value(vm, blocks)).collect();
    content.push(vm.int(place as i64));
    let name = named(vm, "concatenate", &content)?;
    let mut layer = LayerBuilder::new(name);
    blocks.iter().for_each(|blocks| layer.needs(blocks));
    // Which array, and which of its blocks, lies at each place along the axis.
    let origin: Vec<(usize, usize)> = blocks
        .iter()
        .enumerate()
        .flat_map(|(which, blocks)| (0..blocks.chunks[place].len()).map(move |at| (which, at)))
        .collect();
    let counts: Vec<usize> = chunks.iter().map(Vec::len).collect();
    super::data::check_blocks(vm, &counts)?;
    for index in each_index(&counts) {
        let (which, at) = origin[index[place]];
        let mut source = index.clone();
        source[place] = at;
        layer.alias(block_key(&layer.name, &index), &blocks[which].key(&source));
    }
    let dtype = blocks[0].dtype;
    let result = layer.finish(vm, chunks, dtype)?;
    new_blocks(vm, result)
}

/// Common chunks along all axes except one.
fn align(vm: &mut Vm, blocks: &mut [Blocks], except: Option<usize>) -> Res<()> {
    let ndim = blocks.first().map_or(0, Blocks::ndim);
    let mut wanted = Vec::with_capacity(ndim);
    for axis in 0..ndim {
        if Some(axis) == except {
            wanted.push(None);
            continue;
        }
        let all: Vec<Vec<i64>> = blocks.iter().map(|blocks| blocks.chunks[axis].clone()).collect();
        let shapes: Vec<i64> = all.iter().map(|sizes| super::data::total(sizes)).collect();
        if shapes.windows(2).any(|pair| pair[0] != pair[1]) {
            let text = vm.str("Shapes do not align: %s");
            let list = blocks.iter().map(|blocks| super::layer::sizes_value(vm, &blocks.shape())).collect();
            let list = vm.list(list);
            let error = vm.new_exception(taskyard_python::value::Ref::of(Type::ValueError), vec![text, list]);
            return Err(taskyard_python::error::Unwind::Raise(error));
        }
        let same = all.windows(2).all(|pair| pair[0] == pair[1]);
        wanted.push(Some(if same { all[0].clone() } else { common(vm, &all)? }));
    }
    for blocks in blocks.iter_mut() {
        let chunks: Vec<Vec<i64>> = wanted
            .iter()
            .zip(&blocks.chunks)
            .map(|(wanted, own)| wanted.clone().unwrap_or_else(|| own.clone()))
            .collect();
        if chunks != blocks.chunks {
            *blocks = rechunk_to(vm, blocks, &chunks)?;
        }
    }
    Ok(())
}

fn stack(vm: &mut Vm, values: &[Value], axis: i64) -> Res {
    if values.is_empty() {
        return Err(vm.value_error("Need array(s) to stack"));
    }
    let mut shapes = Vec::with_capacity(values.len());
    for &value in values {
        shapes.push(blocks_of(vm, value)?.shape());
    }
    if let Some(other) = shapes.iter().position(|shape| *shape != shapes[0]) {
        let (first, second) = (shape_text(vm, &shapes[0])?, shape_text(vm, &shapes[other])?);
        return Err(vm.value_error(format!(
            "Stacked arrays must have the same shape. The first array had shape {first}, while array {} has shape \
             {second}.",
            other + 1
        )));
    }
    let ndim = shapes[0].len();
    let empty = taskyard_ndarray::full(&vec![0; ndim], &taskyard_ndarray::Value::Int(0), None).or_raise(vm)?;
    taskyard_ndarray::stack(&[empty], axis).or_raise(vm)?;
    let place = usize::try_from(if axis < 0 { axis + ndim as i64 + 1 } else { axis }).unwrap_or(0);
    let mut blocks = promoted(vm, values)?;
    align(vm, &mut blocks, None)?;
    let mut chunks = blocks[0].chunks.clone();
    chunks.insert(place, vec![1; blocks.len()]);
    let mut content: Vec<Value> = blocks.iter().map(|blocks| name_value(vm, blocks)).collect();
    content.push(vm.int(place as i64));
    let name = named(vm, "stack", &content)?;
    let mut layer = LayerBuilder::new(name);
    blocks.iter().for_each(|blocks| layer.needs(blocks));
    let function = vm.native_fn("getitem", getitem_block);
    let all = vm.slice(Value::NONE, Value::NONE, Value::NONE);
    let mut window = vec![all; ndim];
    window.insert(place, Value::NONE);
    let window = vm.tuple(window);
    let counts: Vec<usize> = chunks.iter().map(Vec::len).collect();
    super::data::check_blocks(vm, &counts)?;
    for index in each_index(&counts) {
        let mut source = index.clone();
        let which = source.remove(place);
        let key = block_key(&layer.name, &index);
        layer.task(key, function, &[Piece::Block(blocks[which].key(&source)), Piece::Value(window)], &[]);
    }
    let dtype = blocks[0].dtype;
    let result = layer.finish(vm, chunks, dtype)?;
    new_blocks(vm, result)
}
