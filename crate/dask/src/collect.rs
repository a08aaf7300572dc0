//! Puts the pieces of collections together into one graph.

use rustc_hash::FxHashSet;
use taskyard_graph::{GraphBuilder, Key, MissingKey, TaskGraph, TaskKind};
use taskyard_python::error::Res;
use taskyard_python::value::{Ref, Value};
use taskyard_python::vm::Vm;

use crate::delayed::{self, Delayed};
use crate::node::{Form, Layer, NodeDef, Part};
use crate::task::TaskSpec;

/// The graph of some parts with wanted keys.
///
/// # Errors
/// The key that is needed but defined nowhere.
pub fn graph_of(vm: &Vm, parts: &[Part], outputs: &[Key]) -> Result<TaskGraph<TaskSpec>, MissingKey> {
    let mut builder = GraphBuilder::new();
    each_node(vm, parts, &mut |node| {
        builder.insert(node.key.clone(), node.kind, node.deps.to_vec(), node.spec.clone());
    });
    builder.resolve(outputs)
}

/// Visits all nodes of some parts, each part once, those that need others first.
pub(crate) fn each_node(vm: &Vm, parts: &[Part], visit: &mut dyn FnMut(&NodeDef)) {
    let mut seen: FxHashSet<Ref> = FxHashSet::default();
    let mut stack: Vec<Value> = parts.iter().rev().map(|part| part.value).collect();
    while let Some(value) = stack.pop() {
        if !value.as_ref().is_some_and(|r| seen.insert(r)) {
            continue;
        }
        if let Some(delayed) = vm.payload::<Delayed>(value) {
            if let Some(node) = delayed::own_node(vm, delayed) {
                visit(&node);
            }
            stack.extend(delayed.part_values().rev());
        } else if let Some(layer) = vm.payload::<Layer>(value) {
            layer.nodes.iter().for_each(&mut *visit);
            stack.extend(layer.parts.iter().rev());
        }
    }
}

/// Only the nodes that `keys` need, those that need others first.
pub(crate) fn culled_nodes(vm: &Vm, parts: &[Part], keys: &[Key]) -> Vec<NodeDef> {
    let mut builder: GraphBuilder<(TaskKind, NodeDef)> = GraphBuilder::new();
    each_node(vm, parts, &mut |node| {
        builder.insert(node.key.clone(), node.kind, node.deps.to_vec(), (node.kind, node.clone()));
    });
    let Ok(graph) = builder.resolve(keys) else { return Vec::new() };
    let needed = taskyard_graph::needed(&graph, graph.outputs());
    let nodes = graph.nodes().iter().zip(needed).filter(|(_, needed)| *needed);
    nodes.map(|(node, _)| node.payload.1.clone()).collect()
}

/// A layer with only what a key needs, for a part whose graph holds more.
pub(crate) fn culled_layer(vm: &mut Vm, part: Value, key: &Key) -> Res {
    let nodes = culled_nodes(vm, &[Part { value: part, nested: false }], std::slice::from_ref(key));
    crate::node::new_layer(vm, Layer::new(key.clone(), nodes, Vec::new()))
}

/// A part as one layer of data: what `persist` leaves.
pub(crate) fn data_layer(vm: &mut Vm, name: Key, keys: &[Key], values: &[Value]) -> Res {
    let pairs = keys.iter().zip(values);
    let nodes = pairs.map(|(key, value)| NodeDef::data(key.clone(), *value, Form::Raw)).collect();
    crate::node::new_layer(vm, Layer::plain(name, nodes))
}
