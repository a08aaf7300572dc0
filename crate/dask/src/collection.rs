//! What counts as a Dask collection, for `Delayed` and for the classes of
//! other modules.
//!
//! ```text
//! a class of collections            what it does
//! its operations                    new_layer(Layer::new(name, nodes, parts)); a node is
//!                                   NodeDef::task(key, TreeBuilder) or NodeDef::data
//! at its first import               register_collection(vm, probe)
//! compute, persist, visualize       methods: compute_method, persist_method, visualize_method
//! __dask_graph__, dask              graph_value(vm, value)
//! to_delayed                        delayed_of(vm, layer, key)
//! int(array), list(bag)             return Err(compute_then(vm, value, after))
//! ```
//! With that its instances are found in arguments of tasks and of `compute`,
//! have tokens (their name) and are drawn when a variable holds them.

use taskyard_graph::{Key, TaskGraph};
use taskyard_python::error::Res;
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use crate::collect::graph_of;
use crate::delayed::{self, Delayed, Source};
use crate::node::Part;
use crate::state::DaskState;
use crate::task::TaskSpec;

/// A lazy value as `compute` and its relatives see it.
#[derive(Debug, Clone)]
pub struct Collection {
    pub value: Value,
    /// Where its graph begins: a `Layer` or `Delayed` instance.
    pub part: Value,
    /// The tasks whose results make it up, in order.
    pub keys: Vec<Key>,
    /// Equal names mean the same collection.
    pub name: Key,
    pub kind: &'static CollectionKind,
}

/// What a class of collections does with results.
#[derive(Debug)]
pub struct CollectionKind {
    /// Makes the result of `compute` from the results of the keys.
    pub finish: fn(&mut Vm, collection: Value, results: &[Value]) -> Res,
    /// The same collection on another graph (a `Layer` with the same keys).
    pub rebuild: fn(&mut Vm, collection: Value, layer: Value) -> Res,
}

/// Tells whether a value is a collection of some class.
pub type Probe = fn(&Vm, Value) -> Option<Collection>;

/// Makes a class of collections known; called once when its module is made.
pub fn register_collection(vm: &mut Vm, probe: Probe) {
    vm.extension::<DaskState>().probes.push(probe);
}

/// The collection that a value is.
#[must_use]
pub fn collection_of(vm: &Vm, value: Value) -> Option<Collection> {
    value.as_ref()?;
    if let Some(delayed) = vm.payload::<Delayed>(value) {
        return Some(delayed::as_collection(delayed, value));
    }
    let state = vm.extension_ref::<DaskState>()?;
    state.probes.iter().find_map(|probe| probe(vm, value))
}

/// The graph of a variable that holds something lazy: a collection, or a list,
/// tuple, set or dict of some. A delayed function alone is no graph.
#[must_use]
pub fn collection_at(vm: &Vm, value: Value) -> Option<TaskGraph<TaskSpec>> {
    let mut found = Vec::new();
    let mut look = |value: Value| {
        if let Some(collection) = collection_of(vm, value)
            && !is_delayed_function(vm, value)
        {
            found.push(collection);
            return true;
        }
        false
    };
    if !look(value) {
        for item in contents(vm, value) {
            if !look(item) {
                contents(vm, item).into_iter().for_each(|inner| {
                    look(inner);
                });
            }
        }
    }
    if found.is_empty() { None } else { graph_of_collections(vm, &found).ok() }
}

/// The items of a plain container.
fn contents(vm: &Vm, value: Value) -> Vec<Value> {
    if let Some(items) = vm.list_items(value).or_else(|| vm.tuple_items(value)) {
        return items.to_vec();
    }
    if let Some(dict) = vm.dict_ref(value) {
        return vm.dict_items(dict).into_iter().map(|(_, value)| value).collect();
    }
    vm.set_ref(value).map_or_else(Vec::new, |set| vm.set_items(set))
}

fn is_delayed_function(vm: &Vm, value: Value) -> bool {
    let source = vm.payload::<Delayed>(value).map(|delayed| &delayed.source);
    matches!(source, Some(Source::Leaf { object, .. }) if vm.is_callable(*object))
}

/// The graph of several collections together, with all their keys as outputs.
///
/// # Errors
/// The key that is needed but defined nowhere.
pub fn graph_of_collections(
    vm: &Vm,
    collections: &[Collection],
) -> Result<TaskGraph<TaskSpec>, taskyard_graph::MissingKey> {
    let parts: Vec<Part> = collections.iter().map(|c| Part { value: c.part, nested: false }).collect();
    let outputs: Vec<Key> = collections.iter().flat_map(|c| c.keys.iter().cloned()).collect();
    graph_of(vm, &parts, &outputs)
}
