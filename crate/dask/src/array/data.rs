//! What lies in an array of Dask: its name, its chunks and the layer of tasks
//! that make its blocks.

use std::any::Any;
use std::sync::Arc;

use taskyard_graph::Key;
use taskyard_ndarray::DType;
use taskyard_python::error::Res;
use taskyard_python::object::{Native, Payload, PortableNative};
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use super::state::array_class;

/// The size of a chunk that only running the tasks tells (Dask's `nan`).
pub(crate) const UNKNOWN: i64 = -1;

/// Blocks of one array at most; each is a task and more.
const MAX_BLOCKS: usize = 1 << 20;
/// Bytes of a task in the graph, roughly.
const TASK_BYTES: usize = 400;

/// An array. Key `(name, i, j)` is its block in row i and column j.
#[derive(Debug, Clone)]
pub(crate) struct Blocks {
    pub name: Arc<str>,
    /// The sizes of the chunks along each axis.
    pub chunks: Vec<Vec<i64>>,
    pub dtype: DType,
    pub layer: Value,
}

impl Blocks {
    pub fn ndim(&self) -> usize {
        self.chunks.len()
    }

    /// The size of each axis, `UNKNOWN` where a chunk is.
    pub fn shape(&self) -> Vec<i64> {
        self.chunks.iter().map(|sizes| total(sizes)).collect()
    }

    pub fn numblocks(&self) -> Vec<usize> {
        self.chunks.iter().map(Vec::len).collect()
    }

    pub fn npartitions(&self) -> usize {
        self.chunks.iter().map(Vec::len).product()
    }

    /// The key of a block.
    pub fn key(&self, index: &[usize]) -> Key {
        block_key(&self.name, index)
    }

    /// All keys, row by row.
    pub fn keys(&self) -> Vec<Key> {
        each_index(&self.numblocks()).iter().map(|index| self.key(index)).collect()
    }

    pub fn has_unknown(&self) -> bool {
        self.chunks.iter().flatten().any(|&size| size == UNKNOWN)
    }
}

/// The sum of sizes, unknown when one is.
pub(crate) fn total(sizes: &[i64]) -> i64 {
    if sizes.contains(&UNKNOWN) { UNKNOWN } else { sizes.iter().sum() }
}

/// `(name, i, j)`
pub(crate) fn block_key(name: &Arc<str>, index: &[usize]) -> Key {
    let mut items = Vec::with_capacity(index.len() + 1);
    items.push(Key::Str(name.clone()));
    items.extend(index.iter().map(|&i| Key::Int(i as i64)));
    Key::tuple(items)
}

/// All places in a grid, row by row; the one place of a grid without axes.
pub(crate) fn each_index(counts: &[usize]) -> Vec<Vec<usize>> {
    let mut found = vec![Vec::with_capacity(counts.len())];
    for &count in counts {
        let mut next = Vec::with_capacity(found.len() * count);
        for start in &found {
            for i in 0..count {
                let mut index = start.clone();
                index.push(i);
                next.push(index);
            }
        }
        found = next;
    }
    found
}

/// Stops before a graph of too many blocks is made.
pub(crate) fn check_blocks(vm: &mut Vm, counts: &[usize]) -> Res<()> {
    let blocks = counts.iter().fold(1usize, |all, &count| all.saturating_mul(count));
    if blocks > MAX_BLOCKS {
        return Err(vm.value_error(format!(
            "An array of {blocks} blocks is too much for this page: at most {MAX_BLOCKS}. Make the chunks larger."
        )));
    }
    vm.check_alloc(blocks.saturating_mul(TASK_BYTES))
}

/// The array as an object.
pub(crate) fn new_blocks(vm: &mut Vm, blocks: Blocks) -> Res {
    let class = array_class(vm)?;
    Ok(vm.new_instance(class, Payload::Native(Box::new(blocks))))
}

impl Native for Blocks {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.layer);
    }

    fn size(&self) -> usize {
        96 + self.chunks.iter().map(|sizes| sizes.len() * 8 + 24).sum::<usize>()
    }

    fn portable(&self, children: &mut Vec<Value>) -> Option<Arc<dyn PortableNative>> {
        children.push(self.layer);
        Some(Arc::new(PortableBlocks { name: self.name.clone(), chunks: self.chunks.clone(), dtype: self.dtype }))
    }
}

#[derive(Debug)]
struct PortableBlocks {
    name: Arc<str>,
    chunks: Vec<Vec<i64>>,
    dtype: DType,
}

impl PortableNative for PortableBlocks {
    fn restore(&self, children: &[Value]) -> Box<dyn Native> {
        Box::new(Blocks {
            name: self.name.clone(),
            chunks: self.chunks.clone(),
            dtype: self.dtype,
            layer: children.first().copied().unwrap_or(Value::NONE),
        })
    }

    fn size(&self) -> usize {
        96
    }
}
