//! Places named one by one along an axis: `x[[0, 3, 1]]`.

use taskyard_graph::Key;
use taskyard_ndarray::{Index, NdArray};
use taskyard_python::error::Res;
use taskyard_python::object::Args;
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use super::chunks::ends;
use super::data::{Blocks, UNKNOWN, block_key, each_index};
use super::layer::{LayerBuilder, Piece, int_tuple, named};
use crate::numpy::convert::{array_of, shape_of};
use crate::numpy::error::OrRaise;
use crate::numpy::make;

/// The elements at some places along an axis, in chunks of the average size.
pub(super) fn take(vm: &mut Vm, blocks: &Blocks, places: &[i64], axis: usize, name: String) -> Res<Blocks> {
    let sizes = blocks.chunks[axis].clone();
    if sizes.contains(&UNKNOWN) {
        return Err(vm.value_error("Array chunk size or shape is unknown. "));
    }
    let total: i64 = sizes.iter().sum();
    let mut layer = LayerBuilder::new(name);
    layer.needs(blocks);
    if places.len() as i64 == total && places.iter().enumerate().all(|(at, &place)| at as i64 == place) && total > 0 {
        for index in each_index(&blocks.numblocks()) {
            layer.alias(block_key(&layer.name, &index), &blocks.key(&index));
        }
        return layer.finish(vm, blocks.chunks.clone(), blocks.dtype);
    }
    let average = usize::try_from(total / sizes.len().max(1) as i64).unwrap_or(1).max(1);
    let groups: Vec<&[i64]> = if places.is_empty() { vec![&[]] } else { places.chunks(average).collect() };
    let mut chunks = blocks.chunks.clone();
    chunks[axis] = groups.iter().map(|group| group.len() as i64).collect();
    let mut others = blocks.numblocks();
    others[axis] = 1;
    let mut taking = Taking { layer, axis, known: Vec::new(), splits: 0, split_name: String::new() };
    taking.split_name = taking.layer.name.replacen("getitem", "shuffle-split", 1);
    for (at, group) in groups.iter().enumerate() {
        for other in each_index(&others) {
            taking.block(vm, blocks, &sizes, group, &other, at)?;
        }
    }
    taking.layer.finish(vm, chunks, blocks.dtype)
}

struct Taking {
    layer: LayerBuilder,
    axis: usize,
    /// Data nodes that are there, by their keys.
    known: Vec<Key>,
    splits: i64,
    split_name: String,
}

impl Taking {
    /// One block of the result, from all old blocks that hold its elements.
    fn block(
        &mut self,
        vm: &mut Vm,
        blocks: &Blocks,
        sizes: &[i64],
        group: &[i64],
        other: &[usize],
        at: usize,
    ) -> Res<()> {
        let mut target = other.to_vec();
        target[self.axis] = at;
        let key = block_key(&self.layer.name, &target);
        let borders = ends(sizes);
        let source_of = |place: i64| borders.iter().position(|&end| place < end).unwrap_or(0);
        let mut sorted: Vec<usize> = (0..group.len()).collect();
        sorted.sort_by_key(|&i| group[i]);
        let mut sources: Vec<usize> = sorted.iter().map(|&i| source_of(group[i])).collect();
        sources.dedup();
        let axis = vm.int(self.axis as i64);
        let pick = vm.native_fn("_getitem", take_block);
        let along_axis = self.axis;
        let block_at = |source: usize| {
            let mut index = other.to_vec();
            index[along_axis] = source;
            blocks.key(&index)
        };
        let begin = |source: usize| borders[source] - sizes[source];
        if let [only] = sources[..] {
            let inside: Vec<i64> = group.iter().map(|&place| place - begin(only)).collect();
            let taker = self.data(vm, "shuffle-taker", &inside)?;
            let args = [Piece::Block(block_at(only)), Piece::Block(taker), Piece::Value(axis)];
            self.layer.task(key, pick, &args, &[]);
            return Ok(());
        }
        let mut parts = Vec::with_capacity(sources.len());
        for source in sources {
            let of_source = sorted.iter().filter(|&&i| source_of(group[i]) == source);
            let inside: Vec<i64> = of_source.map(|&i| group[i] - begin(source)).collect();
            let taker = self.data(vm, "shuffle-taker", &inside)?;
            let name = Key::tuple([Key::from(self.split_name.clone()), Key::Int(self.splits)]);
            self.splits += 1;
            let args = [Piece::Block(block_at(source)), Piece::Block(taker), Piece::Value(axis)];
            self.layer.task(name.clone(), pick, &args, &[]);
            parts.push(Piece::Block(name));
        }
        // Where each element of the result lies among the sorted ones.
        let mut order = vec![0; group.len()];
        sorted.iter().enumerate().for_each(|(rank, &i)| order[i] = rank as i64);
        let sorter = self.data(vm, "shuffle-sorter", &order)?;
        let join = vm.native_fn("concatenate_arrays", join_block);
        self.layer.task(key, join, &[Piece::List(parts), Piece::Block(sorter), Piece::Value(axis)], &[]);
        Ok(())
    }

    /// The key of a node that holds places; equal places share one.
    fn data(&mut self, vm: &mut Vm, prefix: &str, places: &[i64]) -> Res<Key> {
        let value = int_tuple(vm, places);
        let axis = vm.int(self.axis as i64);
        let name = named(vm, prefix, &[value, axis])?;
        let key = Key::from(name);
        if !self.known.contains(&key) {
            self.known.push(key.clone());
            self.layer.data(key.clone(), value);
        }
        Ok(key)
    }
}

fn along(vm: &mut Vm, array: &NdArray, places: Value, axis: Value) -> Res {
    let (places, axis) = (shape_of(vm, places)?, vm.to_index(axis)?);
    let mut index = vec![Index::Slice { start: None, stop: None, step: None }; usize::try_from(axis).unwrap_or(0)];
    index.push(Index::Array(NdArray::from_ints(places)));
    let found = array.get(&index).or_raise(vm)?;
    make::new_array(vm, found)
}

/// `(block, places, axis)`
fn take_block(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [block, places, axis] = vm.exact("_getitem", args)?;
    let array = array_of(vm, block)?;
    along(vm, &array, places, axis)
}

/// `(parts, order, axis)`
fn join_block(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [parts, order, axis] = vm.exact("concatenate_arrays", args)?;
    let parts = vm.collect(parts)?;
    let arrays = parts.into_iter().map(|part| array_of(vm, part)).collect::<Res<Vec<_>>>()?;
    let along_axis = vm.to_index(axis)?;
    let array = taskyard_ndarray::concatenate(&arrays, Some(along_axis)).or_raise(vm)?;
    along(vm, &array, order, axis)
}
