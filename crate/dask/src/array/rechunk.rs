//! Other chunks for the same array: blocks are split, and the pieces merged.

use taskyard_graph::Key;
use taskyard_ndarray::NdArray;
use taskyard_python::error::Res;
use taskyard_python::object::Args;
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use super::chunks::{ends, normalize};
use super::data::{Blocks, UNKNOWN, block_key, each_index, new_blocks};
use super::layer::{LayerBuilder, Piece, chunks_value, int_tuple, name_value, named};
use super::slice::getitem_block;
use crate::numpy::convert::{array_of, shape_of};
use crate::numpy::error::OrRaise;
use crate::numpy::make;

/// Above this many times the blocks before and after, Dask takes a step between.
const THRESHOLD: usize = 4;

/// A part of an old block: its number along the axis, and the bounds inside it.
type Part = (usize, i64, i64);

/// `x.rechunk(chunks)`
pub(super) fn rechunk(vm: &mut Vm, args: &Args<'_>) -> Res {
    let names = ["x", "chunks", "threshold", "block_size_limit", "balance", "method"];
    let [value, chunks, _, _, balance, _] = vm.bind("rechunk", args, names, 1)?;
    if crate::numpy::convert::flag(vm, balance)? {
        crate::numpy::convert::refuse(vm, "rechunk", "balance", balance)?;
    }
    let value = value.unwrap_or(Value::NONE);
    let blocks = super::blocks_of(vm, value)?;
    let shape = blocks.shape();
    if !shape.is_empty() && shape.iter().all(|&n| n == 0) {
        return Ok(value);
    }
    let auto = vm.str("auto");
    let chunks = filled(vm, &blocks, chunks.unwrap_or(auto))?;
    let wanted = normalize(vm, chunks, &shape, blocks.dtype)?;
    if wanted == blocks.chunks {
        return Ok(value);
    }
    let result = rechunk_to(vm, &blocks, &wanted)?;
    new_blocks(vm, result)
}

/// Chunks where axes that are left out keep theirs.
fn filled(vm: &mut Vm, blocks: &Blocks, chunks: Value) -> Res {
    let own = |vm: &mut Vm, axis: usize| super::layer::sizes_value(vm, &blocks.chunks[axis]);
    if let Some(dict) = vm.dict_ref(chunks) {
        let mut found: Vec<Value> = Vec::with_capacity(blocks.ndim());
        for axis in 0..blocks.ndim() {
            found.push(own(vm, axis));
        }
        for (axis, value) in vm.dict_items(dict) {
            let axis = vm.to_index(axis)?;
            let axis = super::reduction::check_axis(vm, axis, blocks.ndim())?;
            if !value.is_none() {
                found[axis] = value;
            }
        }
        return Ok(vm.tuple(found));
    }
    let items = vm.tuple_items(chunks).or_else(|| vm.list_items(chunks)).map(<[Value]>::to_vec);
    let Some(items) = items else { return Ok(chunks) };
    let mut found = Vec::with_capacity(items.len());
    for (axis, item) in items.into_iter().enumerate().take(blocks.ndim()) {
        found.push(if item.is_none() { own(vm, axis) } else { item });
    }
    Ok(vm.tuple(found))
}

/// The array in other chunks of the same totals.
pub(crate) fn rechunk_to(vm: &mut Vm, blocks: &Blocks, chunks: &[Vec<i64>]) -> Res<Blocks> {
    if blocks.chunks == chunks {
        return Ok(blocks.clone());
    }
    for (old, new) in blocks.chunks.iter().zip(chunks) {
        if old != new && (old.contains(&UNKNOWN) || new.contains(&UNKNOWN)) {
            let text = "Chunks must be unchanging along dimensions with missing values.\n\nA possible solution:\n  \
                        x.compute_chunk_sizes()";
            return Err(vm.value_error(text));
        }
    }
    let mut current = blocks.clone();
    for step in steps(&blocks.chunks, chunks) {
        current = one_step(vm, &current, &step)?;
    }
    Ok(current)
}

/// The chunks to go through. When every old block meets every new one, the axes
/// that lose blocks are merged first.
fn steps(old: &[Vec<i64>], new: &[Vec<i64>]) -> Vec<Vec<Vec<i64>>> {
    let unknown = old.iter().flatten().any(|&size| size == UNKNOWN);
    if new.len() <= 1 || new.iter().any(Vec::is_empty) || unknown {
        return vec![new.to_vec()];
    }
    let count = |chunks: &[Vec<i64>]| chunks.iter().map(Vec::len).product::<usize>();
    let crossed: usize =
        old.iter().zip(new).map(|(a, b)| if a == b { a.len() } else { a.len() + b.len() - 1 }).product();
    if crossed < THRESHOLD * (count(old) + count(new)) {
        return vec![new.to_vec()];
    }
    let merged: Vec<Vec<i64>> =
        old.iter().zip(new).map(|(a, b)| if b.len() <= a.len() { b.clone() } else { a.clone() }).collect();
    if merged == old || merged == new { vec![new.to_vec()] } else { vec![merged, new.to_vec()] }
}

/// For each new chunk along one axis the parts of old ones that make it up.
fn parts(old: &[i64], new: &[i64]) -> Vec<Vec<Part>> {
    if old == new {
        return old.iter().enumerate().map(|(at, &size)| vec![(at, 0, size)]).collect();
    }
    let old_ends = ends(old);
    let mut found = Vec::with_capacity(new.len());
    let mut start = 0;
    for end in ends(new) {
        let mut pieces = Vec::new();
        for (at, (&old_end, &size)) in old_ends.iter().zip(old).enumerate() {
            let old_start = old_end - size;
            let (from, to) = (start.max(old_start), end.min(old_end));
            if from < to {
                pieces.push((at, from - old_start, to - old_start));
            }
        }
        if pieces.is_empty() {
            pieces.push((0, 0, 0));
        }
        found.push(pieces);
        start = end;
    }
    found
}

fn one_step(vm: &mut Vm, blocks: &Blocks, chunks: &[Vec<i64>]) -> Res<Blocks> {
    let counts: Vec<usize> = chunks.iter().map(Vec::len).collect();
    super::data::check_blocks(vm, &counts)?;
    let content = [name_value(vm, blocks), chunks_value(vm, chunks)];
    let merge_name = named(vm, "rechunk-merge", &content)?;
    let split_name: std::sync::Arc<str> = named(vm, "rechunk-split", &content)?.into();
    let axes: Vec<Vec<Vec<Part>>> = blocks.chunks.iter().zip(chunks).map(|(old, new)| parts(old, new)).collect();
    let mut layer = LayerBuilder::new(merge_name);
    layer.needs(blocks);
    let (cut, join) = (vm.native_fn("getitem", getitem_block), vm.native_fn("concatenate_shaped", assemble_block));
    let mut splits = 0;
    for index in each_index(&counts) {
        let along: Vec<&Vec<Part>> = index.iter().zip(&axes).map(|(&at, axis)| &axis[at]).collect();
        let grid: Vec<usize> = along.iter().map(|pieces| pieces.len()).collect();
        let mut inputs = Vec::new();
        for place in each_index(&grid) {
            let pieces: Vec<Part> = place.iter().zip(&along).map(|(&at, pieces)| pieces[at]).collect();
            let old: Vec<usize> = pieces.iter().map(|piece| piece.0).collect();
            let whole = pieces.iter().enumerate().all(|(axis, &(at, from, to))| {
                let size = blocks.chunks[axis][at];
                size == UNKNOWN || (from == 0 && to == size)
            });
            // Whole blocks use up a number too.
            let name = Key::tuple([Key::Str(split_name.clone()), Key::Int(splits)]);
            splits += 1;
            if whole {
                inputs.push(blocks.key(&old));
                continue;
            }
            let window = window(vm, &pieces);
            layer.task(name.clone(), cut, &[Piece::Block(blocks.key(&old)), Piece::Value(window)], &[]);
            inputs.push(name);
        }
        let key = block_key(&layer.name, &index);
        match &inputs[..] {
            [only] => layer.alias(key, only),
            _ => {
                let grid: Vec<i64> = grid.iter().map(|&n| n as i64).collect();
                let grid = int_tuple(vm, &grid);
                let list = Piece::List(inputs.into_iter().map(Piece::Block).collect());
                layer.task(key, join, &[list, Piece::Value(grid)], &[]);
            }
        }
    }
    layer.finish(vm, chunks.to_vec(), blocks.dtype)
}

fn window(vm: &mut Vm, pieces: &[Part]) -> Value {
    let slices = pieces
        .iter()
        .map(|&(_, from, to)| {
            let (from, to) = (vm.int(from), vm.int(to));
            vm.slice(from, to, Value::NONE)
        })
        .collect();
    vm.tuple(slices)
}

/// Joins blocks that lie in a grid: `(list row by row, counts)`.
pub(super) fn assemble_block(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [list, counts] = vm.exact("concatenate_shaped", args)?;
    let counts: Vec<usize> =
        shape_of(vm, counts)?.into_iter().map(|n| usize::try_from(n).unwrap_or(0)).collect();
    let items = vm.collect(list)?;
    let arrays = items.into_iter().map(|item| array_of(vm, item)).collect::<Res<Vec<NdArray>>>()?;
    let array = assemble(arrays, &counts).or_raise(vm)?;
    make::new_array(vm, array)
}

/// One array from blocks in a grid, given row by row. The grid may have fewer
/// axes than the blocks.
pub(crate) fn assemble(mut blocks: Vec<NdArray>, counts: &[usize]) -> taskyard_ndarray::Result<NdArray> {
    for (axis, &count) in counts.iter().enumerate().rev() {
        if count <= 1 {
            continue;
        }
        let rows = blocks.chunks(count).map(|row| taskyard_ndarray::concatenate(row, Some(axis as i64)));
        blocks = rows.collect::<taskyard_ndarray::Result<_>>()?;
    }
    match blocks.into_iter().next() {
        Some(only) => Ok(only),
        None => Ok(NdArray::from_floats(Vec::new())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_old_chunks_make_up_new_ones() {
        assert_eq!(parts(&[4, 4, 4], &[6, 6]), [vec![(0, 0, 4), (1, 0, 2)], vec![(1, 2, 4), (2, 0, 4)]]);
        assert_eq!(parts(&[2, 2], &[2, 2]), [vec![(0, 0, 2)], vec![(1, 0, 2)]]);
    }

    #[test]
    fn a_step_between_comes_only_for_large_changes() {
        let rows = |n: usize| vec![vec![1; n], vec![n as i64]];
        let columns = |n: usize| vec![vec![n as i64], vec![1; n]];
        assert_eq!(steps(&rows(4), &columns(4)).len(), 1);
        assert_eq!(steps(&rows(8), &columns(8)), [vec![vec![8], vec![8]], columns(8)]);
    }
}
