//! `Delayed`: a value that is not there yet.

mod build;
mod call;
mod class;
mod function;
mod operators;
mod walk;

use std::any::Any;
use std::borrow::Cow;
use std::sync::Arc;

use taskyard_graph::Key;
use taskyard_python::error::Res;
use taskyard_python::object::{Native, PortableNative};
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use crate::collection::{Collection, CollectionKind};
use crate::node::{Form, NodeDef, Part, PortableNode, take};
use crate::task::Arg;
use crate::tree::TreeBuilder;

pub use build::{delayed_of, new_delayed};
pub(crate) use class::install;
pub(crate) use function::delayed;
pub(crate) use walk::{Found, Walk, dataclass_fields, namedtuple_items};

/// The data of a `Delayed` object.
#[derive(Debug)]
pub struct Delayed {
    pub key: Key,
    /// How many values it unpacks to.
    pub length: Option<usize>,
    pub source: Source,
    /// The 1-based line of the program that made it; 0 when unknown.
    pub line: u32,
}

/// Where the task of a `Delayed` comes from.
#[derive(Debug)]
pub enum Source {
    /// `delayed(object)`; its node is made when it is asked for.
    Leaf { object: Value, pure: Option<bool>, nout: Option<usize> },
    /// `object.name`
    Attr { object: Value, name: Value },
    /// A task of its own. Repeated: a part was given more than once, which only
    /// shows in the order of layers. Tight: its graph holds nothing that it
    /// does not need.
    Node { node: NodeDef, parts: Vec<Part>, repeated: bool, tight: bool },
    /// One of the tasks of a layer.
    Layer(Value),
}

impl Delayed {
    /// What its own task needs.
    pub(crate) fn parts(&self) -> Cow<'_, [Part]> {
        match &self.source {
            Source::Leaf { .. } => Cow::Borrowed(&[]),
            Source::Attr { object, .. } => Cow::Owned(vec![Part { value: *object, nested: false }]),
            Source::Node { parts, .. } => Cow::Borrowed(parts),
            Source::Layer(layer) => Cow::Owned(vec![Part { value: *layer, nested: false }]),
        }
    }

    pub(crate) fn part_values(&self) -> impl DoubleEndedIterator<Item = Value> {
        let single = match &self.source {
            Source::Attr { object, .. } => Some(*object),
            Source::Layer(layer) => Some(*layer),
            _ => None,
        };
        let several: &[Part] = match &self.source {
            Source::Node { parts, .. } => parts,
            _ => &[],
        };
        single.into_iter().chain(several.iter().map(|part| part.value))
    }
}

/// Whether the graph of a `Delayed` value holds only what it needs. Attributes
/// of attributes are walked, not recursed into.
pub(crate) fn is_tight(vm: &Vm, value: Value) -> bool {
    let mut value = value;
    loop {
        match vm.payload::<Delayed>(value).map(|delayed| &delayed.source) {
            Some(Source::Attr { object, .. }) => value = *object,
            Some(Source::Leaf { .. }) => return true,
            Some(Source::Node { tight, .. }) => return *tight,
            _ => return false,
        }
    }
}

/// The task of a `Delayed` itself, when it is not in a layer.
pub(crate) fn own_node<'a>(vm: &Vm, delayed: &'a Delayed) -> Option<Cow<'a, NodeDef>> {
    match &delayed.source {
        Source::Leaf { object, .. } => {
            let mut node = NodeDef::data(delayed.key.clone(), *object, Form::Spec);
            node.made_at(delayed.line);
            Some(Cow::Owned(node))
        }
        Source::Node { node, .. } => Some(Cow::Borrowed(node)),
        Source::Layer(_) => None,
        Source::Attr { object, name } => {
            let of = &vm.payload::<Delayed>(*object)?.key;
            let mut tree = TreeBuilder::default();
            let function = tree.literal(vm.builtin_value("getattr").unwrap_or(Value::NONE));
            let object = tree.input(of);
            let name = tree.literal(*name);
            let root = Arg::call(function, vec![object, name], Vec::new());
            let mut node = NodeDef::task(delayed.key.clone(), tree.finish(root));
            node.form = Form::Tuple;
            node.made_at(delayed.line);
            Some(Cow::Owned(node))
        }
    }
}

/// A `Delayed` as `compute` sees it.
pub(crate) fn as_collection(delayed: &Delayed, value: Value) -> Collection {
    Collection { value, part: value, keys: vec![delayed.key.clone()], name: delayed.key.clone(), kind: &KIND }
}

static KIND: CollectionKind = CollectionKind { finish, rebuild };

fn finish(_vm: &mut Vm, _collection: Value, results: &[Value]) -> Res {
    Ok(results.first().copied().unwrap_or(Value::NONE))
}

fn rebuild(vm: &mut Vm, collection: Value, layer: Value) -> Res {
    let (key, length) = match vm.payload::<Delayed>(collection) {
        Some(delayed) => (delayed.key.clone(), delayed.length),
        None => (Key::None, None),
    };
    new_delayed(vm, key, length, Source::Layer(layer))
}

impl Native for Delayed {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        match &self.source {
            Source::Leaf { object, .. } | Source::Layer(object) => visit(*object),
            Source::Attr { object, name } => {
                visit(*object);
                visit(*name);
            }
            Source::Node { node, parts, .. } => {
                node.trace(visit);
                parts.iter().for_each(|part| visit(part.value));
            }
        }
    }

    fn size(&self) -> usize {
        match &self.source {
            Source::Node { node, parts, .. } => 256 + node.spec.literals.len() * 8 + parts.len() * 48,
            _ => 128,
        }
    }

    fn portable(&self, children: &mut Vec<Value>) -> Option<Arc<dyn PortableNative>> {
        let source = match &self.source {
            Source::Leaf { object, pure, nout } => {
                children.push(*object);
                PortableSource::Leaf { pure: *pure, nout: *nout }
            }
            Source::Attr { object, name } => {
                children.extend([*object, *name]);
                PortableSource::Attr
            }
            Source::Layer(layer) => {
                children.push(*layer);
                PortableSource::Layer
            }
            Source::Node { node, parts, repeated, tight } => {
                children.extend(parts.iter().map(|part| part.value));
                let nested = parts.iter().map(|part| part.nested).collect();
                PortableSource::Node { node: node.push_children(children), nested, repeated: *repeated, tight: *tight }
            }
        };
        Some(Arc::new(PortableDelayed { key: self.key.clone(), length: self.length, source, line: self.line }))
    }
}

#[derive(Debug)]
struct PortableDelayed {
    key: Key,
    length: Option<usize>,
    source: PortableSource,
    line: u32,
}

#[derive(Debug)]
enum PortableSource {
    Leaf { pure: Option<bool>, nout: Option<usize> },
    Attr,
    Layer,
    Node { node: PortableNode, nested: Vec<bool>, repeated: bool, tight: bool },
}

impl PortableNative for PortableDelayed {
    fn restore(&self, mut children: &[Value]) -> Box<dyn Native> {
        let first = children.first().copied().unwrap_or(Value::NONE);
        let source = match &self.source {
            PortableSource::Leaf { pure, nout } => Source::Leaf { object: first, pure: *pure, nout: *nout },
            PortableSource::Attr => {
                Source::Attr { object: first, name: children.get(1).copied().unwrap_or(Value::NONE) }
            }
            PortableSource::Layer => Source::Layer(first),
            PortableSource::Node { node, nested, repeated, tight } => {
                let values = take(&mut children, nested.len());
                let parts = values.into_iter().zip(nested).map(|(value, &nested)| Part { value, nested });
                let parts = parts.collect();
                Source::Node { node: node.restore(&mut children), parts, repeated: *repeated, tight: *tight }
            }
        };
        Box::new(Delayed { key: self.key.clone(), length: self.length, source, line: self.line })
    }

    fn size(&self) -> usize {
        match &self.source {
            PortableSource::Node { nested, .. } => 256 + nested.len() * 16,
            _ => 128,
        }
    }
}
