//! Builds the layer of an array: one task after the other.

use std::sync::Arc;

use taskyard_graph::Key;
use taskyard_ndarray::DType;
use taskyard_python::error::Res;
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use super::data::Blocks;
use crate::node::{Form, Layer, NodeDef, new_layer};
use crate::task::Arg;
use crate::token::tokenize;
use crate::tree::TreeBuilder;

/// An argument of a block's task.
#[derive(Debug, Clone)]
pub(crate) enum Piece {
    /// The result of another task
    Block(Key),
    /// A plain value
    Value(Value),
    List(Vec<Piece>),
}

/// The tasks of one array.
#[derive(Debug)]
pub(crate) struct LayerBuilder {
    pub name: Arc<str>,
    nodes: Vec<NodeDef>,
    parts: Vec<Value>,
}

impl LayerBuilder {
    pub fn new(name: impl Into<Arc<str>>) -> Self {
        Self { name: name.into(), nodes: Vec::new(), parts: Vec::new() }
    }

    /// Another array that the tasks need.
    pub fn needs(&mut self, blocks: &Blocks) {
        if !self.parts.contains(&blocks.layer) {
            self.parts.push(blocks.layer);
        }
    }

    /// A call.
    pub fn task(&mut self, key: Key, function: Value, args: &[Piece], kwargs: &[(Arc<str>, Value)]) {
        let mut tree = TreeBuilder::default();
        let function = tree.literal(function);
        let args = args.iter().map(|piece| place(&mut tree, piece)).collect();
        let kwargs = kwargs.iter().map(|(name, value)| (name.clone(), tree.literal(*value))).collect();
        self.nodes.push(NodeDef::task(key, tree.finish(Arg::call(function, args, kwargs))));
    }

    /// Another name for a key.
    pub fn alias(&mut self, key: Key, target: &Key) {
        let mut tree = TreeBuilder::default();
        let root = tree.input(target);
        self.nodes.push(NodeDef::task(key, tree.finish(root)));
    }

    /// A plain value.
    pub fn data(&mut self, key: Key, value: Value) {
        self.nodes.push(NodeDef::data(key, value, Form::Raw));
    }

    /// The array whose blocks the tasks make.
    pub fn finish(self, vm: &mut Vm, chunks: Vec<Vec<i64>>, dtype: DType) -> Res<Blocks> {
        let name = self.name.clone();
        let layer = new_layer(vm, Layer::new(Key::Str(self.name), self.nodes, self.parts))?;
        Ok(Blocks { name, chunks, dtype, layer })
    }
}

/// Numbers the values and keys of an argument; lists nest at most a few levels.
fn place(tree: &mut TreeBuilder, piece: &Piece) -> Arg {
    match piece {
        Piece::Block(key) => tree.input(key),
        Piece::Value(value) => tree.literal(*value),
        Piece::List(items) => Arg::List(items.iter().map(|item| place(tree, item)).collect()),
    }
}

/// `prefix-` and the token of what makes the array.
pub(crate) fn named(vm: &mut Vm, prefix: &str, content: &[Value]) -> Res<String> {
    let token = tokenize(vm, content)?;
    Ok(format!("{prefix}-{token}"))
}

/// The name of an array as content of a token.
pub(crate) fn name_value(vm: &mut Vm, blocks: &Blocks) -> Value {
    vm.shared_str(blocks.name.clone())
}

/// A tuple of integers.
pub(crate) fn int_tuple(vm: &mut Vm, items: &[i64]) -> Value {
    let items = items.iter().map(|&i| vm.int(i)).collect();
    vm.tuple(items)
}

/// Chunks as Python has them; unknown sizes are `nan`.
pub(crate) fn chunks_value(vm: &mut Vm, chunks: &[Vec<i64>]) -> Value {
    let axes = chunks.iter().map(|sizes| sizes_value(vm, sizes)).collect();
    vm.tuple(axes)
}

/// Sizes as a tuple.
pub(crate) fn sizes_value(vm: &mut Vm, sizes: &[i64]) -> Value {
    let items = sizes
        .iter()
        .map(|&size| if size == super::data::UNKNOWN { Value::float(f64::NAN) } else { vm.int(size) })
        .collect();
    vm.tuple(items)
}
