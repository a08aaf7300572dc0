//! Indexing: integers, slices, `None`, `...`, lists and masks.

use std::collections::BTreeMap;

use taskyard_ndarray::{DType, NdArray};
use taskyard_python::error::{Res, Unwind};
use taskyard_python::object::{Args, Object};
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use super::blockwise::elemwise_typed;
use super::chunks::{ends, shape_text};
use super::data::{Blocks, UNKNOWN, block_key, each_index, new_blocks};
use super::layer::{LayerBuilder, Piece, name_value, named};
use super::reshape::raveled;
use super::take::take;
use crate::numpy::convert::array_of;
use super::unsupported;
use crate::numpy::error::OrRaise;
use crate::numpy::make;

/// One item of an index in canonical form.
#[derive(Debug, Clone, PartialEq)]
enum Item {
    Int(i64),
    Slice(Cut),
    New,
    /// Places along an axis
    List(Vec<i64>),
}

/// A slice in canonical form: bounds that change nothing are left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Cut {
    start: Option<i64>,
    stop: Option<i64>,
    step: Option<i64>,
}

impl Cut {
    const ALL: Self = Self { start: None, stop: None, step: None };

    fn value(self, vm: &mut Vm) -> Value {
        let parts = [self.start, self.stop, self.step].map(|part| part.map_or(Value::NONE, |part| vm.int(part)));
        vm.slice(parts[0], parts[1], parts[2])
    }
}

/// `block[index]`
pub(super) fn getitem_block(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [block, index] = vm.exact("getitem", args)?;
    if make::is_array(vm, block) {
        return vm.get_item(block, index);
    }
    // A block without axes is a numpy scalar.
    let array = array_of(vm, block)?;
    let index = crate::numpy::items::index_of(vm, index)?;
    let found = array.get(&index).or_raise(vm)?;
    make::result(vm, found)
}

/// `x[key]`
pub(super) fn get_item(vm: &mut Vm, value: Value, key: Value) -> Res {
    let blocks = super::blocks_of(vm, value)?;
    let items = vm.tuple_items(key).map_or_else(|| vec![key], <[Value]>::to_vec);
    if let Some(result) = masked(vm, value, &blocks, &items)? {
        return Ok(result);
    }
    let index = canonical(vm, &blocks, &items)?;
    if index.iter().all(|item| *item == Item::Slice(Cut::ALL)) {
        return Ok(value);
    }
    let result = sliced(vm, &blocks, &index, "getitem")?;
    new_blocks(vm, result)
}

/// `x[mask]` with a mask of the shape of `x`, of Dask or of numpy.
fn masked(vm: &mut Vm, value: Value, blocks: &Blocks, items: &[Value]) -> Res<Option<Value>> {
    let of_dask = |vm: &Vm, item: Value| vm.payload::<Blocks>(item).cloned();
    if !items.iter().any(|&item| of_dask(vm, item).is_some()) {
        let shape = blocks.shape();
        let same = |array: &NdArray| {
            array.dtype() == DType::Bool && array.shape().iter().map(|&n| n as i64).eq(shape.iter().copied())
        };
        let Some(&first) = items.first() else { return Ok(None) };
        match make::read_array(vm, first) {
            Some(array) if items.len() == 1 && array.ndim() > 1 && same(&array) => {
                let mask = super::create::from_numpy(vm, array)?;
                let mask = new_blocks(vm, mask)?;
                return masked(vm, value, blocks, &[mask]);
            }
            _ => return Ok(None),
        }
    }
    let (&[item], true) = (items, items.len() == 1) else {
        if items.iter().filter(|item| !item.is_none() && **item != Value::ELLIPSIS).count() > blocks.ndim() {
            return Err(vm.index_error("Too many indices for array"));
        }
        return Err(unsupported(vm, "a dask array inside an index with other parts"));
    };
    let Some(mask) = of_dask(vm, item) else { return Ok(None) };
    if mask.dtype != DType::Bool {
        return Err(unsupported(vm, "a dask array of integers as an index"));
    }
    if mask.ndim() != blocks.ndim() {
        return Err(unsupported(vm, "a mask with other axes than its array"));
    }
    let (value, item) = if blocks.ndim() > 1 { (raveled(vm, value)?, raveled(vm, item)?) } else { (value, item) };
    let function = vm.native_fn("getitem", getitem_block);
    let mut picked = elemwise_typed(vm, "getitem", function, &[value, item], Some(blocks.dtype))?;
    for sizes in &mut picked.chunks {
        sizes.fill(UNKNOWN);
    }
    let content = [name_value(vm, &picked), item];
    let name = named(vm, "getitem", &content)?;
    let mut layer = LayerBuilder::new(name);
    layer.needs(&picked);
    for index in each_index(&picked.numblocks()) {
        layer.alias(block_key(&layer.name, &index), &picked.key(&index));
    }
    let result = layer.finish(vm, picked.chunks, blocks.dtype)?;
    new_blocks(vm, result).map(Some)
}

/// Checks an index and brings it into canonical form, one item for each axis.
fn canonical(vm: &mut Vm, blocks: &Blocks, items: &[Value]) -> Res<Vec<Item>> {
    let shape = blocks.shape();
    let named: usize = items.iter().filter(|item| !item.is_none() && **item != Value::ELLIPSIS).count();
    if named > shape.len() {
        return Err(vm.index_error("Too many indices for array"));
    }
    let rest = shape.len() - named;
    let mut found = Vec::new();
    let mut open = true;
    let mut axis = 0;
    for &item in items {
        if item == Value::ELLIPSIS && open {
            found.extend(std::iter::repeat_n(Item::Slice(Cut::ALL), rest));
            axis += rest;
            open = false;
        } else if item.is_none() {
            found.push(Item::New);
        } else if let Some(&size) = shape.get(axis) {
            let place = found.len();
            found.push(canonical_item(vm, item, place, size, &shape)?);
            axis += 1;
        } else {
            return Err(vm.index_error("Too many indices for array"));
        }
    }
    if open {
        found.extend(std::iter::repeat_n(Item::Slice(Cut::ALL), rest));
    }
    Ok(found)
}

fn canonical_item(vm: &mut Vm, item: Value, axis: usize, size: i64, shape: &[i64]) -> Res<Item> {
    if let Some(Object::Slice(parts)) = vm.heap.object(item) {
        let parts = **parts;
        return canonical_slice(vm, parts, size, shape).map(Item::Slice);
    }
    let is_list = vm.list_items(item).is_some() || vm.tuple_items(item).is_some();
    let array = match make::read_array(vm, item) {
        None if is_list => Some(array_of(vm, item)?),
        found => found,
    };
    if let Some(array) = array
        && array.ndim() > 0
    {
        return listed(vm, &array, axis, size).map(Item::List);
    }
    let at = vm.to_index(item)?;
    if size == UNKNOWN {
        return Err(unknown_sizes(vm, shape));
    }
    if at >= size || at < -size {
        return Err(vm.index_error(format!("Index {at} is out of bounds for axis {axis} with size {size}")));
    }
    Ok(Item::Int(if at < 0 { at + size } else { at }))
}

/// The places that a list of integers or a mask of numpy names.
fn listed(vm: &mut Vm, array: &NdArray, axis: usize, size: i64) -> Res<Vec<i64>> {
    if array.dtype() == DType::Bool {
        if array.size() as i64 != size {
            return Err(vm.index_error(format!(
                "Boolean array with size {} is not long enough for axis {axis} with size {size}",
                array.size()
            )));
        }
        let places = taskyard_ndarray::flat_nonzero(array).or_raise(vm)?;
        return Ok(places.into_iter().map(|at| at as i64).collect());
    }
    let mut places = Vec::with_capacity(array.size());
    for at in 0..array.size() {
        match array.value_at(at) {
            Some(taskyard_ndarray::Value::Int(place)) if place < size && place >= -size => {
                places.push(if place < 0 { place + size } else { place });
            }
            Some(taskyard_ndarray::Value::Int(_)) => {
                let text = format!("Index is out of bounds for axis {axis} with size {size}");
                return Err(vm.index_error(text));
            }
            _ => return Err(vm.index_error("arrays used as indices must be of integer (or boolean) type")),
        }
    }
    Ok(places)
}

/// What Dask says of an index into chunks of unknown size.
fn unknown_sizes(vm: &mut Vm, shape: &[i64]) -> Unwind {
    let text = match shape_text(vm, shape) {
        Ok(text) => text,
        Err(unwind) => return unwind,
    };
    vm.value_error(format!(
        "Arrays chunk sizes are unknown: {text}\n\nA possible solution: \
         https://docs.dask.org/en/latest/array-chunks.html#unknown-chunks\nSummary: to compute chunks sizes, use\n\n   \
         x.compute_chunk_sizes()  # for Dask Array `x`\n   ddf.to_dask_array(lengths=True)  # for Dask DataFrame `ddf`"
    ))
}

fn canonical_slice(vm: &mut Vm, parts: [Value; 3], size: i64, shape: &[i64]) -> Res<Cut> {
    if size == UNKNOWN {
        if parts.iter().all(|part| part.is_none()) {
            return Ok(Cut::ALL);
        }
        return Err(unknown_sizes(vm, shape));
    }
    let range = vm.slice_range_of(parts, size.max(0))?;
    let step = range.step;
    let (mut start, mut stop) = (Some(range.start), Some(range.stop));
    if step > 0 {
        if let (Some(from), Some(to)) = (start, stop)
            && to < from
        {
            stop = Some(from);
        }
        start = start.filter(|&from| from != 0);
        stop = stop.filter(|&to| to < size);
        Ok(Cut { start, stop, step: (step != 1).then_some(step) })
    } else {
        start = start.filter(|&from| from < size - 1);
        stop = stop.filter(|&to| to >= 0);
        Ok(Cut { start, stop, step: Some(step) })
    }
}

/// Which blocks of one axis a slice meets, and what it takes of each. `size` is
/// the size of the axis.
fn along(cut: Cut, sizes: &[i64], size: i64) -> BTreeMap<usize, Cut> {
    if cut == Cut::ALL {
        return (0..sizes.len()).map(|at| (at, Cut::ALL)).collect();
    }
    let step = cut.step.unwrap_or(1);
    let mut found = if step > 0 { forwards(cut, step, sizes, size) } else { backwards(cut, step, sizes, size) };
    for (at, piece) in &mut found {
        if *piece == (Cut { start: Some(0), stop: Some(sizes[*at]), step: Some(1) }) {
            *piece = Cut::ALL;
        }
    }
    if found.is_empty() {
        found.insert(0, Cut { start: Some(0), stop: Some(0), step: Some(1) });
    }
    found
}

/// The blocks of a slice with a positive step. As in Dask, a block between the
/// bounds counts even when the step passes over it.
fn forwards(cut: Cut, step: i64, sizes: &[i64], size: i64) -> BTreeMap<usize, Cut> {
    let (mut start, mut stop) = (cut.start.unwrap_or(0), cut.stop.unwrap_or(size));
    let block_ends = ends(sizes);
    let first = block_ends.iter().filter(|&&end| end <= start).count();
    let last = (block_ends.iter().filter(|&&end| end < stop).count() + 1).min(sizes.len());
    let before = first.checked_sub(1).and_then(|at| block_ends.get(at)).copied().unwrap_or(0);
    start -= before;
    stop -= before;
    let mut found = BTreeMap::new();
    for (at, &length) in sizes.iter().enumerate().take(last).skip(first) {
        if start < length && stop > 0 {
            found.insert(at, Cut { start: Some(start), stop: Some(stop.min(length)), step: Some(step) });
            start = (start - length).rem_euclid(step);
        } else {
            start -= length;
        }
        stop -= length;
    }
    found
}

/// The blocks of a slice with a negative step, with bounds counted from the end
/// of each, so that "before the first" can be written.
fn backwards(cut: Cut, step: i64, sizes: &[i64], size: i64) -> BTreeMap<usize, Cut> {
    let (from, to) = (cut.start.unwrap_or(size - 1), cut.stop.unwrap_or(-1));
    let mut found = BTreeMap::new();
    for (at, (&end, &length)) in ends(sizes).iter().zip(sizes).enumerate() {
        // The first place of the slice that lies before the end of this block.
        let skip = if from < end { 0 } else { (from - end) / -step + 1 };
        let (first, last) = (from + skip * step, to.max(end - length - 1));
        if first > last {
            found.insert(at, Cut { start: Some(first - end), stop: Some(last - end), step: Some(step) });
        }
    }
    found
}

/// How many elements a piece takes of a block.
fn taken(cut: Cut, length: i64) -> i64 {
    let step = cut.step.unwrap_or(1);
    if step > 0 {
        let (from, to) = (cut.start.unwrap_or(0), cut.stop.unwrap_or(length));
        ((to - from) + step - 1).max(0) / step
    } else {
        let (from, to) = (cut.start.unwrap_or(-1), cut.stop.unwrap_or(-length - 1));
        ((from - to) - step - 1).max(0) / -step
    }
}

/// What an index takes along one axis of the array.
enum Axis {
    /// One block, without the axis in the result
    One(usize, i64),
    /// Blocks and the pieces of them; in reverse order for a negative step
    Several(Vec<(usize, Cut)>, bool),
}

/// An index in canonical form applied to an array.
fn sliced(vm: &mut Vm, blocks: &Blocks, index: &[Item], prefix: &str) -> Res<Blocks> {
    let lists = index.iter().filter(|item| matches!(item, Item::List(_))).count();
    if lists > 1 {
        return Err(vm.error(
            taskyard_python::object::Type::NotImplementedError,
            "Don't yet support nd fancy indexing",
        ));
    }
    if let Some(place) = index.iter().position(|item| matches!(item, Item::List(_))) {
        return listed_axis(vm, blocks, index, place);
    }
    let content = [name_value(vm, blocks), index_value(vm, index)];
    let name = named(vm, prefix, &content)?;
    let mut layer = LayerBuilder::new(name);
    layer.needs(blocks);
    let shape = blocks.shape();
    let mut axes = Vec::with_capacity(blocks.ndim());
    let mut chunks = Vec::new();
    let mut old = blocks.chunks.iter().zip(&shape);
    for item in index {
        if *item != Item::New {
            let Some((sizes, &size)) = old.next() else { continue };
            match item {
                Item::Int(at) => {
                    let block = ends(sizes).iter().position(|&end| *at < end).unwrap_or(0);
                    let begin = ends(sizes)[block] - sizes[block];
                    axes.push(Axis::One(block, at - begin));
                }
                Item::Slice(cut) => {
                    let found: Vec<(usize, Cut)> = along(*cut, sizes, size).into_iter().collect();
                    let back = cut.step.is_some_and(|step| step < 0);
                    let mut new: Vec<i64> = found
                        .iter()
                        .map(|&(at, cut)| if sizes[at] == UNKNOWN { UNKNOWN } else { taken(cut, sizes[at]) })
                        .collect();
                    if back {
                        new.reverse();
                    }
                    chunks.push(new);
                    axes.push(Axis::Several(found, back));
                }
                Item::List(_) | Item::New => {}
            }
        } else {
            chunks.push(vec![1]);
        }
    }
    // Blocks taken as they are get another name, but not under a list or a new axis.
    let renames = prefix == "getitem" && !index.contains(&Item::New);
    fill_layer(vm, &mut layer, blocks, index, &axes, renames);
    layer.finish(vm, chunks, blocks.dtype)
}

/// A list along one axis: what stands beside it is applied first.
fn listed_axis(vm: &mut Vm, blocks: &Blocks, index: &[Item], place: usize) -> Res<Blocks> {
    let Some(Item::List(places)) = index.get(place) else { return Ok(blocks.clone()) };
    let mut rest = index.to_vec();
    rest[place] = Item::Slice(Cut::ALL);
    let plain = rest.iter().all(|item| *item == Item::Slice(Cut::ALL));
    let inner = if plain { blocks.clone() } else { sliced(vm, blocks, &rest, "slice")? };
    let axis = rest.iter().take(place).filter(|item| !matches!(item, Item::Int(_))).count();
    let content = [name_value(vm, blocks), index_value(vm, index)];
    let name = named(vm, "getitem", &content)?;
    take(vm, &inner, places, axis, name)
}

fn fill_layer(vm: &mut Vm, layer: &mut LayerBuilder, blocks: &Blocks, index: &[Item], axes: &[Axis], renames: bool) {
    let function = vm.native_fn("getitem", getitem_block);
    let counts: Vec<usize> = axes
        .iter()
        .map(|axis| match axis {
            Axis::One(..) => 1,
            Axis::Several(found, _) => found.len(),
        })
        .collect();
    for place in each_index(&counts) {
        let mut source = Vec::with_capacity(axes.len());
        let mut target = Vec::new();
        let mut pieces = Vec::new();
        let mut whole = renames;
        let mut along = axes.iter().zip(&place);
        for item in index {
            if *item == Item::New {
                target.push(0);
                pieces.push(Value::NONE);
                continue;
            }
            let Some((axis, &at)) = along.next() else { continue };
            match axis {
                Axis::One(block, inside) => {
                    source.push(*block);
                    pieces.push(vm.int(*inside));
                    whole = false;
                }
                Axis::Several(found, back) => {
                    let (block, cut) = found[at];
                    source.push(block);
                    target.push(if *back { found.len() - 1 - at } else { at });
                    whole &= cut == Cut::ALL;
                    pieces.push(cut.value(vm));
                }
            }
        }
        let (key, source) = (block_key(&layer.name, &target), blocks.key(&source));
        if whole {
            layer.alias(key, &source);
        } else {
            let window = vm.tuple(pieces);
            layer.task(key, function, &[Piece::Block(source), Piece::Value(window)], &[]);
        }
    }
}

/// An index as content of a token.
fn index_value(vm: &mut Vm, index: &[Item]) -> Value {
    let items = index
        .iter()
        .map(|item| match item {
            Item::Int(at) => vm.int(*at),
            Item::Slice(cut) => cut.value(vm),
            Item::New => Value::NONE,
            Item::List(places) => super::layer::int_tuple(vm, places),
        })
        .collect();
    vm.tuple(items)
}
