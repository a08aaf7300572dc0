//! Graphs written as dicts: what is a task, a reference or a plain value.
//!
//! A tuple with a function in front is a task. A string, number or tuple that
//! is a key is a reference, at any depth of lists, tuples, sets and tasks, but
//! not inside dicts. All else is itself.

use rustc_hash::FxHashSet;
use taskyard_graph::Key;
use taskyard_python::error::Res;
use taskyard_python::object::{Object, Type, sym};
use taskyard_python::value::{Ref, Unpacked, Value};
use taskyard_python::vm::Vm;

use crate::delayed::{Found, namedtuple_items};
use crate::high_level::HighLevel;
use crate::key::{key_from, key_of};
use crate::node::{Form, Layer, NodeDef, new_layer};
use crate::task::Arg;
use crate::task_object::TaskObject;
use crate::tree::TreeBuilder;

/// The dict behind a graph: a dict itself, a graph of layers, or a copy of
/// another mapping; `None` when the value is no mapping.
///
/// # Errors
/// What reading a mapping of the program raises.
pub(crate) fn dict_of(vm: &mut Vm, graph: Value) -> Res<Option<Ref>> {
    if let Some(high_level) = vm.payload::<HighLevel>(graph) {
        let dict = high_level.dict;
        return Ok(vm.dict_ref(dict));
    }
    if let Some(dict) = vm.dict_ref(graph) {
        return Ok(Some(dict));
    }
    if !matches!(vm.heap.object(graph), Some(Object::Instance(_)))
        || vm.special(graph, sym::GETITEM).is_none()
        || vm.special(graph, sym::KEYS).is_none()
    {
        return Ok(None);
    }
    let dict = vm.new_dict();
    vm.dict_update(dict, graph)?;
    Ok(Some(dict))
}

/// All nodes of a dict graph, in its order.
///
/// # Errors
/// `TypeError` for keys of other types; `RecursionError` for deep tasks.
pub(crate) fn nodes_of(vm: &mut Vm, dict: Ref) -> Res<Vec<NodeDef>> {
    let pairs = vm.dict_items(dict);
    let mut keys = Vec::with_capacity(pairs.len());
    for (key, _) in &pairs {
        keys.push(key_from(vm, *key)?);
    }
    let mut converter = Converter { keys: keys.iter().cloned().collect(), tree: TreeBuilder::default() };
    let mut nodes = Vec::with_capacity(pairs.len());
    for (key, (_, value)) in keys.into_iter().zip(pairs) {
        nodes.extend(converter.node(vm, key, value)?);
    }
    let line = vm.program_line();
    nodes.iter_mut().for_each(|node| node.made_at(line));
    Ok(nodes)
}

/// A layer with a whole dict graph.
///
/// # Errors
/// As `nodes_of`; `TypeError` when the graph is no mapping.
pub(crate) fn layer_of(vm: &mut Vm, graph: Value, name: &Key) -> Res {
    let Some(dict) = dict_of(vm, graph)? else {
        let name = vm.type_name(graph);
        return Err(vm.type_error(format!("a graph must be a mapping, not '{name}'")));
    };
    let nodes = nodes_of(vm, dict)?;
    new_layer(vm, Layer::plain(name.clone(), nodes))
}

struct Converter {
    keys: FxHashSet<Key>,
    tree: TreeBuilder,
}

impl Converter {
    /// `None` for a key that is only a name for itself.
    fn node(&mut self, vm: &mut Vm, key: Key, value: Value) -> Res<Option<NodeDef>> {
        if let Some(task) = vm.payload::<TaskObject>(value) {
            return Ok(Some(NodeDef { key, ..task.0.clone() }));
        }
        self.tree = TreeBuilder::default();
        let root = match self.convert(vm, value)? {
            Found::Plain(value) => return Ok(Some(NodeDef::data(key, value, Form::Converted))),
            Found::Tree(root) => root,
        };
        let mut node = NodeDef::task(key, std::mem::take(&mut self.tree).finish(root));
        node.form = Form::Converted;
        let itself = node.kind == taskyard_graph::TaskKind::Alias && node.deps.first() == Some(&node.key);
        Ok(Some(node).filter(|_| !itself))
    }

    fn convert(&mut self, vm: &mut Vm, value: Value) -> Res<Found> {
        if let Some(key) = self.reference(vm, value) {
            return Ok(Found::Tree(self.tree.input(&key)));
        }
        if value.as_ref().is_none() {
            return Ok(Found::Plain(value));
        }
        vm.enter()?;
        let found = self.container(vm, value);
        vm.leave();
        found
    }

    /// The key that a value refers to. A task is none, even if it is a key.
    fn reference(&self, vm: &Vm, value: Value) -> Option<Key> {
        let may_refer = match value.unpack() {
            Unpacked::Int(_) | Unpacked::Float(_) | Unpacked::Bool(_) => true,
            Unpacked::Ref(_) => match vm.heap.object(vm.plain(value))? {
                Object::Str(_) | Object::Wide(_) => true,
                Object::Tuple(items) => !items.first().is_some_and(|first| vm.is_callable(*first)),
                _ => false,
            },
            _ => false,
        };
        if !may_refer {
            return None;
        }
        key_of(vm, value).filter(|key| self.keys.contains(key))
    }

    fn container(&mut self, vm: &mut Vm, value: Value) -> Res<Found> {
        if let Some(task) = vm.payload::<TaskObject>(value) {
            let node = task.0.clone();
            return Ok(Found::Tree(self.tree.graft(&node.spec.tree, &node.spec.literals, &node.deps)));
        }
        let Some(r) = value.as_ref() else { return Ok(Found::Plain(value)) };
        match vm.heap.get(r) {
            Object::Tuple(items) => {
                let items = items.to_vec();
                match items.split_first() {
                    Some((&function, args)) if vm.is_callable(function) => self.call(vm, function, args),
                    _ => match self.items(vm, &items)? {
                        Ok(trees) => Ok(Found::Tree(Arg::Tuple(trees))),
                        Err(items) => Ok(Found::Plain(vm.tuple(items))),
                    },
                }
            }
            Object::List(items) => {
                let items = items.clone();
                match self.items(vm, &items)? {
                    Ok(trees) => Ok(Found::Tree(Arg::List(trees))),
                    Err(items) => Ok(Found::Plain(vm.list(items))),
                }
            }
            Object::Set(_) => {
                let items = vm.set_items(r);
                match self.items(vm, &items)? {
                    Ok(trees) => Ok(Found::Tree(Arg::Set(trees))),
                    Err(_) => Ok(Found::Plain(Value::object(vm.set_copy(r, false)))),
                }
            }
            Object::FrozenSet(_) => {
                let items = vm.set_items(r);
                self.remade(vm, value, &items)
            }
            Object::Instance(_) => self.instance(vm, value),
            _ => Ok(Found::Plain(value)),
        }
    }

    /// The trees of items, or, when none refers to anything, the items alone.
    fn items(&mut self, vm: &mut Vm, items: &[Value]) -> Res<Result<Vec<Arg>, Vec<Value>>> {
        let mut found = Vec::with_capacity(items.len());
        let mut plain = Vec::with_capacity(items.len());
        for &item in items {
            let item = self.convert(vm, item)?;
            if let Found::Plain(value) = item {
                plain.push(value);
            }
            found.push(item);
        }
        if plain.len() == items.len() {
            return Ok(Err(plain));
        }
        let arg = |found| match found {
            Found::Plain(value) => self.tree.literal(value),
            Found::Tree(arg) => arg,
        };
        Ok(Ok(found.into_iter().map(arg).collect()))
    }

    fn call(&mut self, vm: &mut Vm, function: Value, args: &[Value]) -> Res<Found> {
        let function = self.tree.literal(function);
        let mut trees = Vec::with_capacity(args.len());
        for &arg in args {
            let tree = match vm.dict_ref(arg) {
                Some(dict) => self.dict(vm, dict),
                None => match self.convert(vm, arg)? {
                    Found::Plain(value) => self.tree.literal(value),
                    Found::Tree(tree) => tree,
                },
            };
            trees.push(tree);
        }
        Ok(Found::Tree(Arg::call(function, trees, Vec::new())))
    }

    /// A dict is made anew for each run of its task; nothing in it refers.
    fn dict(&mut self, vm: &Vm, dict: Ref) -> Arg {
        let pairs = vm.dict_items(dict);
        let literal = |(key, value)| (self.tree.literal(key), self.tree.literal(value));
        Arg::Dict(pairs.into_iter().map(literal).collect())
    }

    /// A container whose class makes it from its items.
    fn remade(&mut self, vm: &mut Vm, value: Value, items: &[Value]) -> Res<Found> {
        let class = Value::object(vm.type_of(value));
        Ok(match self.items(vm, items)? {
            Err(_) => Found::Plain(value),
            Ok(trees) => {
                let class = self.tree.literal(class);
                Found::Tree(Arg::call(class, vec![Arg::Tuple(trees)], Vec::new()))
            }
        })
    }

    fn instance(&mut self, vm: &mut Vm, value: Value) -> Res<Found> {
        if let Some(items) = namedtuple_items(vm, value) {
            let class = self.tree.literal(Value::object(vm.type_of(value)));
            let trees = match self.items(vm, &items)? {
                Ok(trees) => trees,
                Err(items) => items.into_iter().map(|item| self.tree.literal(item)).collect(),
            };
            return Ok(Found::Tree(Arg::call(class, trees, Vec::new())));
        }
        let items = match vm.builtin(value) {
            Type::List | Type::Tuple => vm.list_items(value).or_else(|| vm.tuple_items(value)).map(<[Value]>::to_vec),
            Type::Set | Type::FrozenSet => vm.set_ref(value).map(|set| vm.set_items(set)),
            _ => None,
        };
        match items {
            Some(items) => self.remade(vm, value, &items),
            None => Ok(Found::Plain(value)),
        }
    }
}
