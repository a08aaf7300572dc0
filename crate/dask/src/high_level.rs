//! `HighLevelGraph`: the graph of a collection as a program sees it, a mapping
//! made of layers.

use std::any::Any;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use taskyard_graph::Key;
use taskyard_python::error::Res;
use taskyard_python::object::{Args, Native, Payload, PortableNative};
use taskyard_python::value::{Ref, Value};
use taskyard_python::vm::{ClassSpec, Vm};

use crate::collect::culled_nodes;
use crate::collection::collection_of;
use crate::delayed::{Delayed, Source, own_node};
use crate::key::key_value;
use crate::node::{Layer, NodeDef, Part};
use crate::state::classes;
use crate::task_object::mapping;

/// The data of a `HighLevelGraph`: dicts of the program.
#[derive(Debug, Clone)]
pub(crate) struct HighLevel {
    /// key -> task
    pub dict: Value,
    /// name -> dict of key -> task
    pub layers: Value,
    /// name -> set of names
    pub dependencies: Value,
    /// Tasks in all layers; one in two layers counts twice, as in Dask.
    pub length: usize,
}

/// One layer while the graph is put together.
#[derive(Debug)]
struct LayerView {
    name: Key,
    nodes: Vec<NodeDef>,
    needs: Vec<Key>,
}

/// `collection.__dask_graph__()`: layers, or a plain dict after `persist` and
/// `optimize`.
///
/// # Errors
/// `TypeError` when the value is no collection.
pub fn graph_value(vm: &mut Vm, value: Value) -> Res {
    let Some(collection) = collection_of(vm, value) else {
        return Err(vm.type_error("a Dask collection is needed"));
    };
    if let Some(layer) = plain_layer(vm, collection.part) {
        let nodes: Vec<NodeDef> = vm.payload::<Layer>(layer).map_or_else(Vec::new, |layer| layer.nodes.clone());
        return mapping(vm, nodes.iter());
    }
    let views = layer_views(vm, collection.part);
    high_level(vm, &views)
}

fn plain_layer(vm: &Vm, part: Value) -> Option<Value> {
    let layer = match vm.payload::<Delayed>(part).map(|delayed| &delayed.source) {
        Some(Source::Layer(layer)) => *layer,
        Some(_) => return None,
        None => part,
    };
    vm.payload::<Layer>(layer).is_some_and(|layer| layer.plain).then_some(layer)
}

fn high_level(vm: &mut Vm, views: &[LayerView]) -> Res {
    let class = classes(vm)?.high_level;
    let mut seen: FxHashSet<&Key> = FxHashSet::default();
    let all: Vec<&NodeDef> =
        views.iter().flat_map(|view| &view.nodes).filter(|node| seen.insert(&node.key)).collect();
    let dict = mapping(vm, all.iter().copied())?;
    let (layers, dependencies) = (vm.new_dict(), vm.new_dict());
    for view in views {
        let name = key_value(vm, &view.name);
        let layer = mapping(vm, view.nodes.iter())?;
        vm.dict_set(layers, name, layer)?;
        let needs = vm.new_set(false);
        for need in &view.needs {
            let need = key_value(vm, need);
            vm.set_add(needs, need)?;
        }
        vm.dict_set(dependencies, name, Value::object(needs))?;
    }
    let length = views.iter().map(|view| view.nodes.len()).sum();
    let (layers, dependencies) = (Value::object(layers), Value::object(dependencies));
    let data = HighLevel { dict, layers, dependencies, length };
    Ok(vm.new_instance(class, Payload::Native(Box::new(data))))
}

enum Step {
    Visit(Part),
    /// Comes after the only part that it needs.
    Emit(Value),
}

#[derive(Default)]
struct Views {
    views: Vec<LayerView>,
    places: FxHashMap<Key, usize>,
}

impl Views {
    /// A layer of a known name takes its place.
    fn put(&mut self, view: LayerView) {
        match self.places.get(&view.name).and_then(|&place| self.views.get_mut(place)) {
            Some(known) => *known = view,
            None => {
                self.places.insert(view.name.clone(), self.views.len());
                self.views.push(view);
            }
        }
    }
}

/// The layers in Dask's order: a layer of one need stands behind it, a layer of
/// several before them.
fn layer_views(vm: &Vm, part: Value) -> Vec<LayerView> {
    let mut result = Views::default();
    let mut seen: FxHashSet<(Ref, bool)> = FxHashSet::default();
    let mut steps = vec![Step::Visit(Part { value: part, nested: false })];
    while let Some(step) = steps.pop() {
        let part = match step {
            Step::Emit(value) => {
                result.views_of(vm, value);
                continue;
            }
            Step::Visit(part) => part,
        };
        if !part.value.as_ref().is_some_and(|r| seen.insert((r, part.nested))) {
            continue;
        }
        if part.nested {
            if let Some(name) = part_name(vm, part.value) {
                let nodes = culled_nodes(vm, &[part], std::slice::from_ref(&name));
                result.put(LayerView { name, nodes, needs: Vec::new() });
            }
            continue;
        }
        let parts = parts_of(vm, part.value);
        match parts.as_slice() {
            [only] if plain_layer(vm, only.value).is_none() && !is_repeated(vm, part.value) => {
                steps.push(Step::Emit(part.value));
                steps.push(Step::Visit(*only));
            }
            _ => {
                result.views_of(vm, part.value);
                steps.extend(parts.into_iter().rev().map(Step::Visit));
            }
        }
    }
    result.views
}

impl Views {
    /// The layer that a part itself is.
    fn views_of(&mut self, vm: &Vm, value: Value) {
        let needs: Vec<Key> = parts_of(vm, value).iter().filter_map(|part| part_name(vm, part.value)).collect();
        if let Some(delayed) = vm.payload::<Delayed>(value) {
            if let Some(node) = own_node(vm, delayed) {
                self.put(LayerView { name: delayed.key.clone(), nodes: vec![node.into_owned()], needs });
            }
        } else if let Some(layer) = vm.payload::<Layer>(value) {
            self.put(LayerView { name: layer.name.clone(), nodes: layer.nodes.clone(), needs });
        }
    }
}

/// Whether its only part was given several times: then it counts as several.
fn is_repeated(vm: &Vm, value: Value) -> bool {
    let source = vm.payload::<Delayed>(value).map(|delayed| &delayed.source);
    matches!(source, Some(Source::Node { repeated: true, .. }))
}

fn parts_of(vm: &Vm, value: Value) -> Vec<Part> {
    if let Some(delayed) = vm.payload::<Delayed>(value) {
        return delayed.parts().into_owned();
    }
    let parts = vm.payload::<Layer>(value).map_or(&[][..], |layer| &layer.parts);
    parts.iter().map(|&value| Part { value, nested: false }).collect()
}

fn part_name(vm: &Vm, value: Value) -> Option<Key> {
    if let Some(delayed) = vm.payload::<Delayed>(value) {
        return Some(delayed.key.clone());
    }
    vm.payload::<Layer>(value).map(|layer| layer.name.clone())
}

/// Makes the class.
pub(crate) fn install(vm: &mut Vm) -> Ref {
    vm.define_class(ClassSpec {
        name: "HighLevelGraph",
        module: "dask.highlevelgraph",
        bases: &[],
        constructor: None,
        methods: &[
            ("keys", keys),
            ("values", values),
            ("items", items),
            ("get", get),
            ("to_dict", to_dict),
            ("__getitem__", get_item),
            ("__contains__", contains),
            ("__iter__", iterate),
            ("__len__", length),
            ("__repr__", repr),
        ],
        getters: &[("layers", layers), ("dependencies", dependencies)],
    })
}

fn data(vm: &mut Vm, value: Value) -> Res<HighLevel> {
    match vm.payload::<HighLevel>(value) {
        Some(data) => Ok(data.clone()),
        None => Err(vm.type_error("a HighLevelGraph is needed")),
    }
}

/// Calls a method of the dict in place of the graph.
fn delegate(vm: &mut Vm, method: &str, args: &Args<'_>) -> Res {
    let (value, rest) = vm.split_receiver(method, args)?;
    let dict = data(vm, value)?.dict;
    let method = vm.names.intern(method);
    let method = vm.get_attr(dict, method)?;
    vm.call_args(method, &rest)
}

fn keys(vm: &mut Vm, args: &Args<'_>) -> Res {
    delegate(vm, "keys", args)
}

fn values(vm: &mut Vm, args: &Args<'_>) -> Res {
    delegate(vm, "values", args)
}

fn items(vm: &mut Vm, args: &Args<'_>) -> Res {
    delegate(vm, "items", args)
}

fn get(vm: &mut Vm, args: &Args<'_>) -> Res {
    delegate(vm, "get", args)
}

fn to_dict(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("to_dict", args)?;
    let dict = data(vm, value)?.dict;
    match vm.dict_ref(dict) {
        Some(dict) => Ok(Value::object(vm.dict_copy(dict))),
        None => Ok(dict),
    }
}

fn get_item(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value, key] = vm.exact("__getitem__", args)?;
    let dict = data(vm, value)?.dict;
    vm.get_item(dict, key)
}

fn contains(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value, key] = vm.exact("__contains__", args)?;
    let dict = data(vm, value)?.dict;
    vm.contains(dict, key).map(Value::bool)
}

fn iterate(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("__iter__", args)?;
    let dict = data(vm, value)?.dict;
    vm.iter(dict)
}

fn length(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("__len__", args)?;
    let length = data(vm, value)?.length;
    Ok(vm.usize(length))
}

fn layers(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("layers", args)?;
    Ok(data(vm, value)?.layers)
}

fn dependencies(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("dependencies", args)?;
    Ok(data(vm, value)?.dependencies)
}

fn repr(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("__repr__", args)?;
    let data = data(vm, value)?;
    let names = needs_first(vm, &data)?;
    let address = vm.address(value);
    let mut text = format!(
        "HighLevelGraph with {} layers.\n<dask.highlevelgraph.HighLevelGraph object at {address:#x}>\n",
        names.len()
    );
    for (place, name) in names.into_iter().enumerate() {
        text.push_str(&format!(" {place}. {}\n", vm.to_str(name)?));
    }
    Ok(vm.string(text))
}

/// The names of the layers, each after those that it needs.
fn needs_first(vm: &mut Vm, data: &HighLevel) -> Res<Vec<Value>> {
    let Some(dependencies) = vm.dict_ref(data.dependencies) else { return Ok(Vec::new()) };
    let (done, begun) = (vm.new_set(false), vm.new_set(false));
    let mut sorted = Vec::new();
    let mut stack: Vec<Value> = vm.dict_keys(dependencies);
    stack.reverse();
    while let Some(&name) = stack.last() {
        if vm.set_has(begun, name)? {
            stack.pop();
            if vm.set_add(done, name)? {
                sorted.push(name);
            }
            continue;
        }
        vm.set_add(begun, name)?;
        let needs = vm.dict_get(dependencies, name)?;
        for need in needs.and_then(|needs| vm.set_ref(needs)).map_or_else(Vec::new, |needs| vm.set_items(needs)) {
            if vm.dict_get(dependencies, need)?.is_some() && !vm.set_has(begun, need)? {
                stack.push(need);
            }
        }
    }
    Ok(sorted)
}

impl Native for HighLevel {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        [self.dict, self.layers, self.dependencies].into_iter().for_each(visit);
    }

    fn size(&self) -> usize {
        64
    }

    fn portable(&self, children: &mut Vec<Value>) -> Option<Arc<dyn PortableNative>> {
        children.extend([self.dict, self.layers, self.dependencies]);
        Some(Arc::new(PortableHighLevel(self.length)))
    }
}

#[derive(Debug)]
struct PortableHighLevel(usize);

impl PortableNative for PortableHighLevel {
    fn restore(&self, children: &[Value]) -> Box<dyn Native> {
        let at = |place: usize| children.get(place).copied().unwrap_or(Value::NONE);
        Box::new(HighLevel { dict: at(0), layers: at(1), dependencies: at(2), length: self.0 })
    }

    fn size(&self) -> usize {
        64
    }
}
