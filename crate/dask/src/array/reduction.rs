//! Reductions as trees: each block alone, then up to four results together until one is left.

use taskyard_ndarray::DType;
use taskyard_python::error::{Res, Unwind};
use taskyard_python::object::{Args, NativeFn};
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use super::blocks_of;
use super::data::{Blocks, block_key, each_index, new_blocks};
use super::layer::{LayerBuilder, Piece, int_tuple, name_value, named};
use super::reduce_block as block;
use crate::numpy::convert::{axes_of, dtype_argument, flag, refuse};
use crate::numpy::error::raise_class;
use crate::numpy::make;
use crate::numpy::state::classes;

/// How many blocks meet in one task, as in Dask's configuration.
const SPLIT_EVERY: i64 = 4;

/// The names and functions of one reduction.
pub(super) struct Kind {
    pub chunk: &'static str,
    pub combine: &'static str,
    pub aggregate: &'static str,
    pub chunk_block: NativeFn,
    pub combine_block: NativeFn,
    pub aggregate_block: NativeFn,
}

macro_rules! simple {
    ($chunk:literal, $combine:literal, $aggregate:literal, $op:ident) => {
        Kind {
            chunk: $chunk,
            combine: $combine,
            aggregate: $aggregate,
            chunk_block: |vm, args| block::chunk(vm, args, taskyard_ndarray::Reduction::$op),
            combine_block: |vm, args| block::joined(vm, args, taskyard_ndarray::Reduction::$op),
            aggregate_block: |vm, args| block::joined(vm, args, taskyard_ndarray::Reduction::$op),
        }
    };
}

const SUM: Kind = simple!("sum", "sum-partial", "sum-aggregate", Sum);
const PROD: Kind = simple!("prod", "prod-partial", "prod-aggregate", Prod);
const ANY: Kind = simple!("any", "any-partial", "any-aggregate", Any);
const ALL: Kind = simple!("all", "all-partial", "all-aggregate", All);
const MAX: Kind = simple!("chunk_max", "chunk_max-partial", "max-aggregate", Max);
const MIN: Kind = simple!("chunk_min", "chunk_min-partial", "min-aggregate", Min);
/// What `@` ends in.
pub(super) const CHUNK_SUM: Kind = simple!("chunk_sum", "_chunk_sum-partial", "_chunk_sum-aggregate", Sum);

const MEAN: Kind = Kind {
    chunk: "mean_chunk",
    combine: "mean_combine-partial",
    aggregate: "mean_agg-aggregate",
    chunk_block: block::mean_chunk,
    combine_block: block::mean_combine,
    aggregate_block: block::mean_aggregate,
};

const VAR: Kind = Kind {
    chunk: "var",
    combine: "var-partial",
    aggregate: "var-aggregate",
    chunk_block: block::moment_chunk,
    combine_block: block::moment_combine,
    aggregate_block: block::moment_aggregate,
};

const ARGMAX: Kind = Kind {
    chunk: "arg-reduce",
    combine: "arg_combine-partial",
    aggregate: "arg_agg-aggregate",
    chunk_block: |vm, args| block::arg_chunk(vm, args, true),
    combine_block: |vm, args| block::arg_combine(vm, args, true),
    aggregate_block: |vm, args| block::arg_aggregate(vm, args, true),
};

const ARGMIN: Kind = Kind {
    chunk: "arg-reduce",
    combine: "arg_combine-partial",
    aggregate: "arg_agg-aggregate",
    chunk_block: |vm, args| block::arg_chunk(vm, args, false),
    combine_block: |vm, args| block::arg_combine(vm, args, false),
    aggregate_block: |vm, args| block::arg_aggregate(vm, args, false),
};

/// Methods, which are functions of the module too.
pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("sum", |vm, args| typed(vm, args, "sum", &SUM, DType::Int64)),
    ("prod", |vm, args| typed(vm, args, "prod", &PROD, DType::Int64)),
    ("mean", |vm, args| typed(vm, args, "mean", &MEAN, DType::Float64)),
    ("max", |vm, args| untyped(vm, args, "max", &MAX, None)),
    ("min", |vm, args| untyped(vm, args, "min", &MIN, None)),
    ("any", |vm, args| untyped(vm, args, "any", &ANY, Some(DType::Bool))),
    ("all", |vm, args| untyped(vm, args, "all", &ALL, Some(DType::Bool))),
    ("argmax", |vm, args| arg_reduction(vm, args, "argmax", &ARGMAX)),
    ("argmin", |vm, args| arg_reduction(vm, args, "argmin", &ARGMIN)),
    ("var", |vm, args| spread(vm, args, "var")),
    ("std", |vm, args| spread(vm, args, "std")),
];

/// An axis from 0 on.
pub(super) fn check_axis(vm: &mut Vm, axis: i64, ndim: usize) -> Res<usize> {
    let ndim = ndim as i64;
    let at = if axis < 0 { axis + ndim } else { axis };
    match usize::try_from(at) {
        Ok(at) if (at as i64) < ndim => Ok(at),
        _ => Err(axis_error(vm, axis, ndim)),
    }
}

fn axis_error(vm: &mut Vm, axis: i64, ndim: i64) -> Unwind {
    let text = format!("Axis {axis} is out of bounds for array of dimension {ndim}");
    match classes(vm) {
        Ok(classes) => raise_class(vm, classes.axis_error, &text),
        Err(unwind) => unwind,
    }
}

fn checked_axes(vm: &mut Vm, axis: Option<Value>, ndim: usize) -> Res<Vec<usize>> {
    match axes_of(vm, axis)? {
        None => Ok((0..ndim).collect()),
        Some(axes) => axes.into_iter().map(|axis| check_axis(vm, axis, ndim)).collect(),
    }
}

/// `sum`, `prod`, `mean`: with a dtype in which they compute.
fn typed(vm: &mut Vm, args: &Args<'_>, name: &str, kind: &Kind, least: DType) -> Res {
    let names = ["a", "axis", "dtype", "keepdims", "split_every", "out"];
    let [value, axis, dtype, keepdims, split, out] = vm.bind(name, args, names, 1)?;
    refuse(vm, name, "out", out)?;
    let blocks = blocks_of(vm, value.unwrap_or(Value::NONE))?;
    let own = if blocks.dtype.is_float() { blocks.dtype } else { least };
    let dtype = dtype_argument(vm, dtype)?.unwrap_or(own);
    let axes = checked_axes(vm, axis, blocks.ndim())?;
    let plan = Plan { axes, keepdims: flag(vm, keepdims)?, dtype, split, extra: None };
    let result = reduce(vm, &blocks, kind, &plan)?;
    new_blocks(vm, result)
}

fn untyped(vm: &mut Vm, args: &Args<'_>, name: &str, kind: &Kind, dtype: Option<DType>) -> Res {
    let [value, axis, keepdims, split, out] = vm.bind(name, args, ["a", "axis", "keepdims", "split_every", "out"], 1)?;
    refuse(vm, name, "out", out)?;
    let blocks = blocks_of(vm, value.unwrap_or(Value::NONE))?;
    let axes = checked_axes(vm, axis, blocks.ndim())?;
    let dtype = dtype.unwrap_or(blocks.dtype);
    let plan = Plan { axes, keepdims: flag(vm, keepdims)?, dtype, split, extra: None };
    let result = reduce(vm, &blocks, kind, &plan)?;
    new_blocks(vm, result)
}

fn arg_reduction(vm: &mut Vm, args: &Args<'_>, name: &str, kind: &Kind) -> Res {
    let [value, axis, keepdims, split, out] = vm.bind(name, args, ["a", "axis", "keepdims", "split_every", "out"], 1)?;
    refuse(vm, name, "out", out)?;
    let blocks = blocks_of(vm, value.unwrap_or(Value::NONE))?;
    let axes = checked_axes(vm, axis, blocks.ndim())?;
    if axes.len() > 1 && axis.is_some_and(|axis| !axis.is_none()) {
        return Err(vm.type_error("axis must be either `None` or int, got '(0, 1)'"));
    }
    if blocks.has_unknown() {
        let text = "Arg-reductions do not work with arrays of unknown chunksizes. At some point this may be extended.";
        return Err(vm.value_error(text));
    }
    let plan = Plan { axes, keepdims: flag(vm, keepdims)?, dtype: DType::Int64, split, extra: None };
    let result = reduce(vm, &blocks, kind, &plan)?;
    new_blocks(vm, result)
}

fn spread(vm: &mut Vm, args: &Args<'_>, name: &'static str) -> Res {
    let names = ["a", "axis", "dtype", "keepdims", "ddof", "split_every", "out"];
    let [value, axis, dtype, keepdims, ddof, split, out] = vm.bind(name, args, names, 1)?;
    refuse(vm, name, "out", out)?;
    let blocks = blocks_of(vm, value.unwrap_or(Value::NONE))?;
    let own = if blocks.dtype.is_float() { blocks.dtype } else { DType::Float64 };
    let dtype = dtype_argument(vm, dtype)?.unwrap_or(own);
    let axes = checked_axes(vm, axis, blocks.ndim())?;
    let ddof = Value::float(ddof.map_or(Ok(0.0), |ddof| vm.to_f64(ddof))?);
    let plan = Plan { axes, keepdims: flag(vm, keepdims)?, dtype, split, extra: Some(ddof) };
    let result = reduce(vm, &blocks, &VAR, &plan)?;
    let result = new_blocks(vm, result)?;
    if name == "var" {
        return Ok(result);
    }
    let function = vm.native_fn("_sqrt", |vm, args| {
        let module = vm.import("numpy")?;
        let name = vm.names.intern("sqrt");
        let sqrt = vm.get_attr(Value::object(module), name)?;
        vm.call_args(sqrt, args)
    });
    let rooted = super::blockwise::elemwise_typed(vm, "_sqrt", function, &[result], Some(dtype))?;
    new_blocks(vm, rooted)
}

/// What is asked of a reduction.
pub(super) struct Plan {
    pub axes: Vec<usize>,
    pub keepdims: bool,
    pub dtype: DType,
    /// `split_every`
    pub split: Option<Value>,
    /// `ddof`
    pub extra: Option<Value>,
}

/// The reduction of an array: one task for each block, then the tree.
pub(super) fn reduce(vm: &mut Vm, blocks: &Blocks, kind: &Kind, plan: &Plan) -> Res<Blocks> {
    let axes: Vec<i64> = plan.axes.iter().map(|&axis| axis as i64).collect();
    let axes = int_tuple(vm, &axes);
    let code = make::new_dtype(vm, plan.dtype)?;
    let splits = splits(vm, plan)?;
    let function = vm.native_fn(kind.chunk, kind.chunk_block);
    // Both kinds of arg-reductions have one name.
    let which = vm.int(i64::from(kind.chunk == "arg-reduce" && std::ptr::fn_addr_eq(kind.chunk_block, ARGMAX.chunk_block)));
    let content = [function, name_value(vm, blocks), axes, code, which];
    let name = named(vm, kind.chunk, &content)?;
    let mut layer = LayerBuilder::new(name);
    layer.needs(blocks);
    let shape = blocks.shape();
    for index in each_index(&blocks.numblocks()) {
        let place = offsets(vm, blocks, &index, &shape);
        let args = [Piece::Block(blocks.key(&index)), Piece::Value(axes), Piece::Value(code), Piece::Value(place)];
        let key = block_key(&layer.name, &index);
        layer.task(key, function, &args, &[]);
    }
    let chunks = (blocks.chunks.iter().enumerate())
        .map(|(axis, sizes)| if plan.axes.contains(&axis) { vec![1; sizes.len()] } else { sizes.clone() })
        .collect();
    let mut current = layer.finish(vm, chunks, plan.dtype)?;
    let depth = depth(&current.numblocks(), &splits);
    for level in 0..depth {
        let last = level + 1 == depth;
        let (prefix, function) = if last {
            (kind.aggregate, kind.aggregate_block)
        } else {
            (kind.combine, kind.combine_block)
        };
        let function = vm.native_fn(prefix, function);
        let extra = plan.extra.unwrap_or(Value::NONE);
        let step = Step { prefix, function, axes, code, keepdims: !last || plan.keepdims, extra, which };
        current = partial_reduce(vm, &current, &splits, &step)?;
    }
    Ok(current)
}

/// Where a block begins, and the shape of the whole: what arg-reductions need.
fn offsets(vm: &mut Vm, blocks: &Blocks, index: &[usize], shape: &[i64]) -> Value {
    let starts: Vec<i64> = index
        .iter()
        .zip(&blocks.chunks)
        .map(|(&at, sizes)| sizes.iter().take(at).filter(|&&size| size >= 0).sum())
        .collect();
    let (starts, shape) = (int_tuple(vm, &starts), int_tuple(vm, shape));
    vm.tuple(vec![starts, shape])
}

/// How many blocks along each reduced axis meet.
fn splits(vm: &mut Vm, plan: &Plan) -> Res<Vec<(usize, usize)>> {
    let mut split = plan.split.filter(|split| !split.is_none());
    if split.is_none() {
        split = crate::config::value(vm, "split_every")?.filter(|split| !split.is_none());
    }
    if let Some(dict) = split.and_then(|split| vm.dict_ref(split)) {
        let mut found = Vec::with_capacity(plan.axes.len());
        for &axis in &plan.axes {
            let key = vm.int(axis as i64);
            let count = match vm.dict_get(dict, key)? {
                Some(count) => vm.to_index(count)?,
                None => 2,
            };
            found.push((axis, usize::try_from(count).unwrap_or(1).max(1)));
        }
        return Ok(found);
    }
    let count = match split {
        Some(split) => match vm.as_i64(split) {
            Some(0) => SPLIT_EVERY,
            Some(count) => count,
            None => return Err(vm.value_error("split_every must be a int or a dict")),
        },
        None => SPLIT_EVERY,
    };
    let root = (count as f64).powf(1.0 / plan.axes.len().max(1) as f64) as i64;
    let each = usize::try_from(root.max(2)).unwrap_or(2);
    Ok(plan.axes.iter().map(|&axis| (axis, each)).collect())
}

/// How many levels the tree has.
fn depth(counts: &[usize], splits: &[(usize, usize)]) -> usize {
    let mut depth = 1;
    for &(axis, split) in splits {
        let count = counts.get(axis).copied().unwrap_or(1);
        if split > 1 && count > 0 {
            depth = depth.max(((count as f64).ln() / (split as f64).ln()).ceil() as usize);
        }
    }
    depth
}

struct Step {
    prefix: &'static str,
    function: Value,
    axes: Value,
    code: Value,
    keepdims: bool,
    extra: Value,
    which: Value,
}

/// One level of the tree.
fn partial_reduce(vm: &mut Vm, blocks: &Blocks, splits: &[(usize, usize)], step: &Step) -> Res<Blocks> {
    let split_of = |axis: usize| splits.iter().find(|(known, _)| *known == axis).map_or(1, |&(_, split)| split);
    let split_values: Vec<i64> = splits.iter().map(|&(_, split)| split as i64).collect();
    let split_values = int_tuple(vm, &split_values);
    let keepdims = Value::bool(step.keepdims);
    let content = [step.function, name_value(vm, blocks), split_values, keepdims, step.code, step.extra, step.which];
    let name = named(vm, step.prefix, &content)?;
    let groups: Vec<usize> =
        blocks.numblocks().iter().enumerate().map(|(axis, count)| count.div_ceil(split_of(axis))).collect();
    let reduced = |axis: usize| splits.iter().any(|(known, _)| *known == axis);
    let mut layer = LayerBuilder::new(name);
    layer.needs(blocks);
    for place in each_index(&groups) {
        let ranges: Vec<(usize, usize)> = place
            .iter()
            .enumerate()
            .map(|(axis, &at)| {
                let (from, count) = (at * split_of(axis), blocks.chunks[axis].len());
                (from, (from + split_of(axis)).min(count) - from)
            })
            .collect();
        let counts: Vec<usize> = ranges.iter().map(|&(_, count)| count).collect();
        let inputs = each_index(&counts)
            .into_iter()
            .map(|inner| {
                let index: Vec<usize> = inner.iter().zip(&ranges).map(|(&at, &(from, _))| from + at).collect();
                Piece::Block(blocks.key(&index))
            })
            .collect();
        let counts: Vec<i64> = counts.iter().map(|&count| count as i64).collect();
        let counts = int_tuple(vm, &counts);
        let target: Vec<usize> = place
            .iter()
            .enumerate()
            .filter(|&(axis, _)| step.keepdims || !reduced(axis))
            .map(|(_, &at)| at)
            .collect();
        let args = [
            Piece::List(inputs),
            Piece::Value(counts),
            Piece::Value(step.axes),
            Piece::Value(keepdims),
            Piece::Value(step.code),
            Piece::Value(step.extra),
        ];
        let key = block_key(&layer.name, &target);
        layer.task(key, step.function, &args, &[]);
    }
    let chunks = (blocks.chunks.iter().zip(&groups).enumerate())
        .filter(|&(axis, _)| step.keepdims || !reduced(axis))
        .map(|(axis, (sizes, &groups))| if reduced(axis) { vec![1; groups] } else { sizes.clone() })
        .collect();
    layer.finish(vm, chunks, blocks.dtype)
}
