//! Products of blocked arrays: `@`, `dot`, `tensordot`.

use taskyard_ndarray::{Index, matmul, tensordot};
use taskyard_python::error::Res;
use taskyard_python::object::{Args, NativeFn};
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use super::blockwise::{Blockwise, Operand, blockwise};
use super::data::{Blocks, each_index, new_blocks};
use super::layer::{LayerBuilder, Piece, int_tuple, name_value, named};
use super::reduction::{CHUNK_SUM, Plan, reduce};
use super::slice::get_item;
use super::{blocks_of, lazy};
use crate::numpy::convert::{array_of, shape_of};
use crate::numpy::error::OrRaise;
use crate::numpy::make;

pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("dot", |vm, args| {
        let [a, b] = vm.bind("dot", args, ["a", "b"], 2)?;
        let (a, b) = (lazy(vm, a.unwrap_or(Value::NONE))?, lazy(vm, b.unwrap_or(Value::NONE))?);
        dot(vm, a, b)
    }),
    ("matmul", |vm, args| {
        let [a, b] = vm.bind("matmul", args, ["a", "b"], 2)?;
        product(vm, a.unwrap_or(Value::NONE), b.unwrap_or(Value::NONE))
    }),
    ("tensordot", |vm, args| {
        let [a, b, axes] = vm.bind("tensordot", args, ["lhs", "rhs", "axes"], 2)?;
        let (a, b) = (lazy(vm, a.unwrap_or(Value::NONE))?, lazy(vm, b.unwrap_or(Value::NONE))?);
        let ndim = blocks_of(vm, a)?.ndim() as i64;
        let pair = axes.and_then(|axes| vm.tuple_items(axes).or_else(|| vm.list_items(axes)).map(<[Value]>::to_vec));
        let (left, right) = match pair.as_deref() {
            Some(&[left, right]) => (shape_of(vm, left)?, shape_of(vm, right)?),
            _ => {
                let count = axes.map_or(Ok(2), |axes| vm.to_index(axes))?;
                ((ndim - count..ndim).collect(), (0..count).collect())
            }
        };
        contracted(vm, a, b, &left, &right)
    }),
];

/// `x.dot(y)`
pub(super) fn dot_method(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (a, [b]) = vm.method("dot", args)?;
    let b = lazy(vm, b)?;
    dot(vm, a, b)
}

fn dot(vm: &mut Vm, a: Value, b: Value) -> Res {
    let (left, right) = (blocks_of(vm, a)?.ndim() as i64, blocks_of(vm, b)?.ndim() as i64);
    contracted(vm, a, b, &[left - 1], &[right - 2])
}

fn contracted(vm: &mut Vm, a: Value, b: Value, left: &[i64], right: &[i64]) -> Res {
    let (a, b) = (blocks_of(vm, a)?, blocks_of(vm, b)?);
    // As Python's negative places: `-1` of a vector's `ndim - 2` is its only axis.
    let axis = |vm: &mut Vm, axis: i64, ndim: usize| {
        let at = usize::try_from(if axis < 0 { axis + ndim as i64 } else { axis }).ok().filter(|&at| at < ndim);
        at.ok_or_else(|| vm.index_error("list index out of range"))
    };
    let mut a_labels: Vec<usize> = (0..a.ndim()).collect();
    let mut b_labels: Vec<usize> = (a.ndim()..a.ndim() + b.ndim()).collect();
    let mut out: Vec<usize> = a_labels.iter().chain(&b_labels).copied().collect();
    let (mut ones, mut axes, mut b_axes) = (Vec::new(), Vec::new(), Vec::new());
    for (&l, &r) in left.iter().zip(right) {
        let (l, r) = (axis(vm, l, a.ndim())?, axis(vm, r, b.ndim())?);
        out.retain(|&label| label != b_labels[r]);
        b_labels[r] = a_labels[l];
        ones.push(a_labels[l]);
        axes.push(l as i64);
        b_axes.push(r as i64);
    }
    let dtype = a.dtype.promote(b.dtype);
    let function = vm.native_fn("_tensordot", tensordot_block);
    let (l, r) = (int_tuple(vm, &axes), int_tuple(vm, &b_axes));
    let pair = vm.tuple(vec![l, r]);
    a_labels.truncate(a.ndim());
    let operation = Blockwise {
        function,
        prefix: "tensordot",
        out,
        operands: vec![Operand::Blocks(a, a_labels), Operand::Blocks(b, b_labels)],
        kwargs: vec![("axes".into(), pair)],
        ones,
        dtype,
        align: true,
    };
    let products = blockwise(vm, operation)?;
    let products = new_blocks(vm, products)?;
    let (sum, axis) = (vm.names.intern("sum"), int_tuple(vm, &axes));
    let method = vm.get_attr(products, sum)?;
    let keyword = vm.names.intern("axis");
    vm.call_kw(method, &[], &[(keyword, axis)])
}

/// `(a, b, axes=(left, right))`, with axes of size one where the product was taken.
fn tensordot_block(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [a, b, axes] = vm.bind("_tensordot", args, ["a", "b", "axes"], 3)?;
    let (a, b) = (array_of(vm, a.unwrap_or(Value::NONE))?, array_of(vm, b.unwrap_or(Value::NONE))?);
    let pair = vm.unpack(axes.unwrap_or(Value::NONE), 2)?;
    let (left, right) = (shape_of(vm, pair[0])?, shape_of(vm, pair[1])?);
    let product = tensordot(&a, &b, &left, &right).or_raise(vm)?;
    let mut places = left;
    places.sort_unstable();
    let mut wide = product;
    for place in places {
        wide = taskyard_ndarray::expand_dims(&wide, place).or_raise(vm)?;
    }
    make::new_array(vm, wide)
}

/// `a @ b`
pub(super) fn product(vm: &mut Vm, a: Value, b: Value) -> Res {
    let (a, b) = (lazy(vm, a)?, lazy(vm, b)?);
    let (a_ndim, b_ndim) = (blocks_of(vm, a)?.ndim(), blocks_of(vm, b)?.ndim());
    if a_ndim == 0 || b_ndim == 0 {
        return Err(vm.value_error("`matmul` does not support scalars."));
    }
    let all = vm.slice(Value::NONE, Value::NONE, Value::NONE);
    let row = vm.tuple(vec![Value::NONE, all]);
    let column = vm.tuple(vec![all, Value::NONE]);
    let mut left = if a_ndim == 1 { get_item(vm, a, row)? } else { a };
    let mut right = if b_ndim == 1 { get_item(vm, b, column)? } else { b };
    let (l, r) = (a_ndim.max(2), b_ndim.max(2));
    if l < r {
        let news = vm.tuple(vec![Value::NONE; r - l]);
        left = get_item(vm, left, news)?;
    } else if r < l {
        let news = vm.tuple(vec![Value::NONE; l - r]);
        right = get_item(vm, right, news)?;
    }
    let (left, right) = (blocks_of(vm, left)?, blocks_of(vm, right)?);
    let ndim = left.ndim();
    let l_labels: Vec<usize> = (0..ndim).collect();
    let mut r_labels: Vec<usize> = (0..ndim - 2).collect();
    r_labels.extend([ndim - 1, ndim]);
    let dtype = left.dtype.promote(right.dtype);
    let operation = Blockwise {
        function: vm.native_fn("_matmul", matmul_block),
        prefix: "matmul",
        out: (0..=ndim).collect(),
        operands: vec![Operand::Blocks(left, l_labels), Operand::Blocks(right, r_labels)],
        kwargs: Vec::new(),
        ones: vec![ndim - 1],
        dtype,
        align: true,
    };
    let products = blockwise(vm, operation)?;
    let plan = Plan { axes: vec![ndim - 1], keepdims: false, dtype, split: None, extra: None };
    let mut result = reduce(vm, &products, &CHUNK_SUM, &plan)?;
    if a_ndim == 1 {
        let axis = result.ndim() - 2;
        result = squeezed(vm, &result, &[axis])?;
    }
    if b_ndim == 1 {
        let axis = result.ndim() - 1;
        result = squeezed(vm, &result, &[axis])?;
    }
    new_blocks(vm, result)
}

/// `(a, b)`, with an axis of size one for the blocks that are to be added.
fn matmul_block(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [a, b] = vm.exact("_matmul", args)?;
    let (a, b) = (array_of(vm, a)?, array_of(vm, b)?);
    let product = matmul(&a, &b).or_raise(vm)?;
    let wide = taskyard_ndarray::expand_dims(&product, -2).or_raise(vm)?;
    make::new_array(vm, wide)
}

/// `x.squeeze(axis)`: an index, and for an array without axes left one task more.
pub(super) fn squeezed(vm: &mut Vm, blocks: &Blocks, axes: &[usize]) -> Res<Blocks> {
    let all = vm.slice(Value::NONE, Value::NONE, Value::NONE);
    let zero = vm.int(0);
    let last = axes.len() == blocks.ndim();
    // With one axis left, the array itself is squeezed block by block.
    let index: Vec<Value> = (0..blocks.ndim()).map(|axis| if axes.contains(&axis) { zero } else { all }).collect();
    if !last {
        let index = vm.tuple(index);
        let value = new_blocks(vm, blocks.clone())?;
        let value = get_item(vm, value, index)?;
        return blocks_of(vm, value);
    }
    let content = [name_value(vm, blocks)];
    let name = named(vm, "squeeze", &content)?;
    let mut layer = LayerBuilder::new(name);
    layer.needs(blocks);
    let function = vm.native_fn("squeeze", squeeze_block);
    for index in each_index(&blocks.numblocks()) {
        let key = super::data::block_key(&layer.name, &[]);
        layer.task(key, function, &[Piece::Block(blocks.key(&index))], &[]);
    }
    layer.finish(vm, Vec::new(), blocks.dtype)
}

fn squeeze_block(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [block] = vm.exact("squeeze", args)?;
    let array = array_of(vm, block)?;
    let zeros = vec![Index::Int(0); array.ndim()];
    let squeezed = if zeros.is_empty() { Ok(array) } else { array.get(&zeros) };
    let squeezed = squeezed.or_raise(vm)?;
    make::new_array(vm, squeezed)
}
