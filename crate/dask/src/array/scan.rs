//! Running sums: each block alone, then what came before is added from block to block.

use taskyard_ndarray::{Accumulation, BinaryOp, DType, Index, NdArray, Value as Plain, accumulate, binary, full};
use taskyard_graph::Key;
use taskyard_python::error::Res;
use taskyard_python::object::{Args, NativeFn};
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use super::blocks_of;
use super::data::{Blocks, block_key, each_index, new_blocks};
use super::layer::{LayerBuilder, Piece, int_tuple, name_value, named};
use super::reduction::check_axis;
use super::reshape::raveled;
use crate::numpy::convert::{array_of, dtype_argument, dtype_of, refuse, shape_of};
use super::unsupported;
use crate::numpy::error::OrRaise;
use crate::numpy::make;

/// One kind of running totals.
struct Kind {
    name: &'static str,
    block: NativeFn,
    merge: NativeFn,
    start: i64,
}

const SUM: Kind = Kind {
    name: "cumsum",
    block: |vm, args| scan_block(vm, args, Accumulation::Sum),
    merge: |vm, args| merge_block(vm, args, BinaryOp::Add),
    start: 0,
};

const PROD: Kind = Kind {
    name: "cumprod",
    block: |vm, args| scan_block(vm, args, Accumulation::Prod),
    merge: |vm, args| merge_block(vm, args, BinaryOp::Multiply),
    start: 1,
};

/// Methods, which are functions of the module too.
pub(super) const FUNCTIONS: &[(&str, NativeFn)] =
    &[("cumsum", |vm, args| running(vm, args, &SUM)), ("cumprod", |vm, args| running(vm, args, &PROD))];

fn running(vm: &mut Vm, args: &Args<'_>, kind: &Kind) -> Res {
    let [value, axis, dtype, out, method] = vm.bind(kind.name, args, ["x", "axis", "dtype", "out", "*method"], 1)?;
    refuse(vm, kind.name, "out", out)?;
    if method.is_some_and(|method| vm.as_str(method) != Some("sequential")) {
        return Err(unsupported(vm, "a running sum with another method than 'sequential'"));
    }
    let mut value = value.unwrap_or(Value::NONE);
    let axis = match axis {
        Some(axis) if !axis.is_none() => vm.to_index(axis)?,
        _ => {
            value = raveled(vm, value)?;
            0
        }
    };
    let blocks = blocks_of(vm, value)?;
    let axis = check_axis(vm, axis, blocks.ndim())?;
    let own = if blocks.dtype.is_float() { blocks.dtype } else { DType::Int64 };
    let dtype = dtype_argument(vm, dtype)?.unwrap_or(own);
    let alone = each_alone(vm, &blocks, kind, axis, dtype)?;
    let result = chained(vm, &alone, kind, axis)?;
    new_blocks(vm, result)
}

/// Each block summed without those before it.
fn each_alone(vm: &mut Vm, blocks: &Blocks, kind: &Kind, axis: usize, dtype: DType) -> Res<Blocks> {
    let function = vm.native_fn(kind.name, kind.block);
    let (axis, code) = (vm.int(axis as i64), make::new_dtype(vm, dtype)?);
    let content = [function, name_value(vm, blocks), axis, code];
    let name = named(vm, kind.name, &content)?;
    let mut layer = LayerBuilder::new(name);
    layer.needs(blocks);
    for index in each_index(&blocks.numblocks()) {
        let args = [Piece::Block(blocks.key(&index)), Piece::Value(axis), Piece::Value(code)];
        let key = block_key(&layer.name, &index);
        layer.task(key, function, &args, &[]);
    }
    layer.finish(vm, blocks.chunks.clone(), dtype)
}

fn chained(vm: &mut Vm, alone: &Blocks, kind: &Kind, axis: usize) -> Res<Blocks> {
    let (axis_value, start) = (vm.int(axis as i64), vm.int(kind.start));
    let content = [name_value(vm, alone), axis_value, start];
    let name = named(vm, kind.name, &content)?;
    let mut layer = LayerBuilder::new(name);
    layer.needs(alone);
    let merge_name = format!("_{}_merge", kind.name);
    let (merge, begin) = (vm.native_fn(&merge_name, kind.merge), vm.native_fn("full_like", start_block));
    let code = make::new_dtype(vm, alone.dtype)?;
    let extra_key = |name: &std::sync::Arc<str>, index: &[usize]| {
        let mut items = vec![Key::Str(name.clone()), Key::from("extra")];
        items.extend(index.iter().map(|&at| Key::Int(at as i64)));
        Key::tuple(items)
    };
    let mut counts = alone.numblocks();
    let along = std::mem::replace(&mut counts[axis], 1);
    for at in 0..along {
        for mut index in each_index(&counts) {
            index[axis] = at;
            let (key, extra) = (block_key(&layer.name, &index), extra_key(&layer.name, &index));
            if at == 0 {
                let sizes: Vec<i64> = index
                    .iter()
                    .enumerate()
                    .map(|(place, &block)| if place == axis { 1 } else { alone.chunks[place][block].max(0) })
                    .collect();
                let sizes = int_tuple(vm, &sizes);
                let args = [Piece::Value(sizes), Piece::Value(start), Piece::Value(code)];
                layer.task(extra, begin, &args, &[]);
                layer.alias(key, &alone.key(&index));
                continue;
            }
            let mut before = index.clone();
            before[axis] = at - 1;
            let last = [
                Piece::Block(extra_key(&layer.name, &before)),
                Piece::Block(alone.key(&before)),
                Piece::Value(axis_value),
            ];
            layer.task(extra.clone(), merge, &last, &[]);
            let whole = [Piece::Block(extra), Piece::Block(alone.key(&index))];
            layer.task(key, merge, &whole, &[]);
        }
    }
    layer.finish(vm, alone.chunks.clone(), alone.dtype)
}

/// `(block, axis, dtype)`
fn scan_block(vm: &mut Vm, args: &Args<'_>, what: Accumulation) -> Res {
    let [block, axis, dtype] = vm.exact("cumsum", args)?;
    let (array, axis) = (array_of(vm, block)?, vm.to_index(axis)?);
    let dtype = dtype_of(vm, dtype)?.unwrap_or(array.dtype());
    let result = array.astype(dtype).and_then(|array| accumulate(&array, what, Some(axis))).or_raise(vm)?;
    make::new_array(vm, result)
}

/// What the first block starts with: `(shape, value, dtype)`.
fn start_block(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [shape, value, dtype] = vm.exact("full_like", args)?;
    let (shape, value, dtype) = (shape_of(vm, shape)?, vm.to_index(value)?, dtype_of(vm, dtype)?);
    let array = full(&shape, &Plain::Int(value), dtype).or_raise(vm)?;
    make::new_array(vm, array)
}

/// `(total before, block)`, or with an axis only the last elements along it.
fn merge_block(vm: &mut Vm, args: &Args<'_>, op: BinaryOp) -> Res {
    let parts = vm.between("merge", args, 2, 3)?.to_vec();
    let (before, mut block) = (array_of(vm, parts[0])?, array_of(vm, parts[1])?);
    if let Some(&axis) = parts.get(2) {
        let axis = usize::try_from(vm.to_index(axis)?).unwrap_or(0);
        block = last_along(&block, axis).or_raise(vm)?;
        if block.size() == 0 {
            return make::new_array(vm, before);
        }
    }
    let sum = binary(op, &before, &block).or_raise(vm)?;
    make::new_array(vm, sum)
}

fn last_along(array: &NdArray, axis: usize) -> taskyard_ndarray::Result<NdArray> {
    let mut index = vec![Index::Slice { start: None, stop: None, step: None }; axis];
    index.push(Index::Slice { start: Some(-1), stop: None, step: None });
    array.get(&index)
}
