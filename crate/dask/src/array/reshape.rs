//! Other shapes: chunks are changed first so that each new block comes from one old one.

use taskyard_ndarray::reshape as reshape_array;
use taskyard_python::error::Res;
use taskyard_python::object::{Args, Type};
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use super::blocks_of;
use super::chunks::shape_text;
use super::data::{Blocks, UNKNOWN, block_key, each_index, new_blocks};
use super::layer::{LayerBuilder, Piece, int_tuple, name_value, named};
use super::rechunk::rechunk_to;
use crate::numpy::convert::{array_of, shape_of};
use crate::numpy::error::OrRaise;
use crate::numpy::make;

/// Dask's own text, with its line ends.
const UNSUPPORTED: &str = "
Dask's reshape only supports operations that merge or split existing dimensions
evenly. For example:

>>> x = da.ones((6, 5, 4), chunks=(3, 2, 2))
>>> x.reshape((3, 2, 5, 4))  # supported, splits 6 into 3 & 2
>>> x.reshape((30, 4))       # supported, merges 6 & 5 into 30
>>> x.reshape((4, 5, 6))     # unsupported, existing dimensions split unevenly

To work around this you may call reshape in multiple passes, or (if your data
is small enough) call ``compute`` first and handle reshaping in ``numpy``
directly.
";

/// `x.reshape(*shape)`
pub(super) fn reshape_method(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (value, rest) = vm.split_receiver("reshape", args)?;
    let shape = match *rest.pos {
        [shape] => shape_of(vm, shape)?,
        _ => rest.pos.iter().map(|&size| vm.to_index(size)).collect::<Res<_>>()?,
    };
    reshaped(vm, value, &shape)
}

/// `da.reshape(x, shape)`
pub(super) fn reshape_function(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value, shape] = vm.bind("reshape", args, ["x", "shape"], 2)?;
    let shape = shape_of(vm, shape.unwrap_or(Value::NONE))?;
    reshaped(vm, value.unwrap_or(Value::NONE), &shape)
}

/// `x.ravel()`
pub(super) fn ravel(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("ravel", args)?;
    raveled(vm, value)
}

pub(super) fn raveled(vm: &mut Vm, value: Value) -> Res {
    reshaped(vm, value, &[-1])
}

/// The array in another shape.
pub(super) fn reshaped(vm: &mut Vm, value: Value, shape: &[i64]) -> Res {
    let blocks = blocks_of(vm, value)?;
    let open = shape.iter().filter(|&&n| n == -1).count();
    if open > 1 {
        return Err(vm.value_error("can only specify one unknown dimension"));
    }
    if open == 1 && shape.len() == 1 && blocks.ndim() == 1 {
        return Ok(value);
    }
    let own = blocks.shape();
    if own.contains(&UNKNOWN) {
        let text = shape_text(vm, &own)?;
        return Err(vm.value_error(format!(
            "Array chunk size or shape is unknown. shape: {text}\n\nPossible solution with x.compute_chunk_sizes()"
        )));
    }
    let size: i64 = own.iter().product();
    let known: i64 = shape.iter().filter(|&&n| n != -1).product();
    let rest = if open == 1 && known > 0 && size % known == 0 { size / known } else { -1 };
    let shape: Vec<i64> = shape.iter().map(|&n| if n == -1 { rest } else { n }).collect();
    if shape.iter().product::<i64>() != size || shape.iter().any(|&n| n < 0) {
        return Err(vm.value_error("total size of new array must be unchanged"));
    }
    if own == shape {
        return Ok(value);
    }
    let sizes = int_tuple(vm, &shape);
    let content = [name_value(vm, &blocks), sizes];
    let name = named(vm, "reshape", &content)?;
    let (source, chunks) = if blocks.npartitions() == 1 {
        (blocks.clone(), shape.iter().map(|&n| vec![n]).collect())
    } else {
        let Some((inside, outside)) = matching(&own, &shape, &blocks.chunks) else {
            return Err(vm.error(Type::NotImplementedError, UNSUPPORTED));
        };
        (rechunk_to(vm, &blocks, &inside)?, outside)
    };
    let result = relabelled(vm, &source, chunks, name)?;
    new_blocks(vm, result)
}

/// Each block in its new shape, in the same order.
fn relabelled(vm: &mut Vm, source: &Blocks, chunks: Vec<Vec<i64>>, name: String) -> Res<Blocks> {
    let function = vm.native_fn("reshape", reshape_block);
    let mut layer = LayerBuilder::new(name);
    layer.needs(source);
    let counts: Vec<usize> = chunks.iter().map(Vec::len).collect();
    let targets = each_index(&counts);
    for (old, new) in each_index(&source.numblocks()).iter().zip(targets) {
        let sizes: Vec<i64> = new.iter().zip(&chunks).map(|(&at, sizes)| sizes[at]).collect();
        let sizes = int_tuple(vm, &sizes);
        let key = block_key(&layer.name, &new);
        layer.task(key, function, &[Piece::Block(source.key(old)), Piece::Value(sizes)], &[]);
    }
    layer.finish(vm, chunks, source.dtype)
}

/// `(block, shape)`
fn reshape_block(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [block, shape] = vm.exact("reshape", args)?;
    let (array, shape) = (array_of(vm, block)?, shape_of(vm, shape)?);
    let result = reshape_array(&array, &shape).or_raise(vm)?;
    make::new_array(vm, result)
}

type Chunks = Vec<Vec<i64>>;

/// Chunks of the old and of the new shape whose blocks correspond, found from
/// the last axes to the first; `None` where axes are split unevenly.
fn matching(inshape: &[i64], outshape: &[i64], inchunks: &[Vec<i64>]) -> Option<(Chunks, Chunks)> {
    let mut inside: Chunks = vec![Vec::new(); inshape.len()];
    let mut outside: Chunks = vec![Vec::new(); outshape.len()];
    // One more than the axis that is next.
    let (mut i, mut o) = (inshape.len(), outshape.len());
    while i > 0 || o > 0 {
        let din = i.checked_sub(1).map_or(1, |at| inshape[at]);
        let dout = o.checked_sub(1).map_or(1, |at| outshape[at]);
        if i > 0 && o > 0 && din == dout {
            inside[i - 1].clone_from(&inchunks[i - 1]);
            outside[o - 1].clone_from(&inchunks[i - 1]);
            (i, o) = (i - 1, o - 1);
        } else if i > 0 && din == 1 {
            inside[i - 1] = vec![1];
            i -= 1;
        } else if o > 0 && dout == 1 {
            outside[o - 1] = vec![1];
            o -= 1;
        } else if i == 0 || o == 0 {
            return None;
        } else if din < dout {
            let left = merged_axes(inshape, i - 1, dout)?;
            outside[o - 1] = merge(inshape, inchunks, &mut inside, left, i - 1);
            (i, o) = (left, o - 1);
        } else {
            let left = merged_axes(outshape, o - 1, din)?;
            inside[i - 1] = split(outshape, inchunks, &mut outside, left, o - 1, i - 1);
            (i, o) = (i - 1, left);
        }
    }
    Some((inside, outside))
}

/// The first of the axes up to `last` whose sizes multiply to `size`.
fn merged_axes(shape: &[i64], last: usize, size: i64) -> Option<usize> {
    let mut product = shape[last];
    let mut left = last;
    while product < size && left > 0 {
        left -= 1;
        product *= shape[left];
    }
    (product == size).then_some(left)
}

/// Several old axes become one: all but the first become whole chunks.
fn merge(shape: &[i64], inchunks: &[Vec<i64>], inside: &mut Chunks, left: usize, last: usize) -> Vec<i64> {
    if (0..last).all(|axis| inchunks[axis].len() as i64 == shape[axis]) {
        inside[..=last].clone_from_slice(&inchunks[..=last]);
        let times: usize = inchunks[left..last].iter().map(Vec::len).product();
        return inchunks[last].repeat(times);
    }
    for axis in left + 1..=last {
        inside[axis] = vec![shape[axis]];
    }
    let pieces: usize = inchunks[left + 1..=last].iter().map(Vec::len).product();
    inside[left] = expanded(&inchunks[left], pieces as i64);
    smooth(inside, left, last, largest(inchunks, left, last));
    products(inside, left, last)
}

/// One old axis becomes several: all but the first are whole chunks.
fn split(
    shape: &[i64],
    inchunks: &[Vec<i64>],
    outside: &mut Chunks,
    left: usize,
    last: usize,
    axis: usize,
) -> Vec<i64> {
    let width: i64 = shape[left + 1..=last].iter().product();
    let contracted = contracted(&inchunks[axis], width);
    for at in left + 1..=last {
        outside[at] = vec![shape[at]];
    }
    outside[left] = contracted.iter().map(|&size| size / width).collect();
    smooth(outside, left, last, largest(inchunks, axis, axis));
    products(outside, left, last)
}

/// The elements of the largest block along some axes.
fn largest(chunks: &[Vec<i64>], from: usize, to: usize) -> i64 {
    chunks[from..=to].iter().map(|sizes| sizes.iter().copied().max().unwrap_or(1)).product()
}

/// The sizes of all blocks along some axes together.
fn products(chunks: &[Vec<i64>], from: usize, to: usize) -> Vec<i64> {
    let mut found = vec![1];
    for sizes in &chunks[from..=to] {
        found = found.iter().flat_map(|&outer| sizes.iter().map(move |&size| outer * size)).collect();
    }
    found
}

/// Each chunk cut into about so many pieces.
fn expanded(sizes: &[i64], pieces: i64) -> Vec<i64> {
    if pieces == 1 {
        return sizes.to_vec();
    }
    let mut found = Vec::new();
    for &size in sizes {
        let part = (size as f64 / pieces as f64).max(1.0);
        let mut rest = size;
        while rest as f64 >= 2.0 * part {
            found.push(part as i64);
            rest -= part as i64;
        }
        if rest != 0 {
            found.push(rest);
        }
    }
    found
}

/// Chunks moved so that `width` divides each.
fn contracted(sizes: &[i64], width: i64) -> Vec<i64> {
    let mut rest = 0;
    let mut found = Vec::new();
    for &size in sizes {
        let size = size + rest;
        rest = size % width;
        if size - rest > 0 {
            found.push(size - rest);
        }
    }
    found
}

/// Cuts whole axes again, so that no block gets larger than `most`. Axes before
/// the one that is cut have chunks of size one, which keeps the order of elements.
fn smooth(chunks: &mut Chunks, left: usize, last: usize, most: i64) {
    loop {
        let now = largest(chunks, left, last);
        if now == most {
            return;
        }
        let Some(axis) = (left..=last).find(|&axis| chunks[axis].iter().any(|&size| size != 1)) else { return };
        if let [only] = chunks[axis][..] {
            let parts = ((now + most - 1) / most).min(only);
            chunks[axis] = balanced(only, parts);
            if axis < last && chunks[axis].iter().all(|&size| size == 1) {
                continue;
            }
        } else {
            let other = now / chunks[axis].iter().copied().max().unwrap_or(1);
            let cut = |&size: &i64| {
                if size * other <= most { vec![size] } else { balanced(size, (size * other + most - 1) / most) }
            };
            chunks[axis] = chunks[axis].iter().flat_map(cut).collect();
        }
        return;
    }
}

/// A size in so many parts, the smaller ones first.
fn balanced(size: i64, parts: i64) -> Vec<i64> {
    let each = (size + parts - 1) / parts;
    let missing = each * parts - size;
    (0..parts).map(|at| if at < missing { each - 1 } else { each }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_match_as_in_dask() {
        let found = matching(&[12], &[3, 4], &[vec![4, 4, 4]]);
        assert_eq!(found, Some((vec![vec![4, 4, 4]], vec![vec![1, 1, 1], vec![4]])));
        let found = matching(&[3, 4], &[12], &[vec![2, 1], vec![2, 2]]);
        assert_eq!(found, Some((vec![vec![1, 1, 1], vec![4]], vec![vec![4, 4, 4]])));
        assert_eq!(matching(&[6, 5, 4], &[4, 5, 6], &[vec![6], vec![5], vec![4]]), None);
        assert_eq!(expanded(&[7, 4], 3), [2, 2, 3, 1, 1, 2]);
        assert_eq!(contracted(&[2, 2, 8, 4], 4), [4, 8, 4]);
    }
}
