//! The pieces of which graphs of collections consist.
//!
//! A collection does not own a whole graph: it owns its own tasks and points to
//! the collections that they need. So building n tasks takes n steps, and the
//! graph is put together only when something asks for it.

use std::any::Any;
use std::sync::Arc;

use taskyard_graph::{Key, TaskKind};
use taskyard_python::error::Res;
use taskyard_python::object::{Native, Payload, PortableNative};
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use crate::state::classes;
use crate::task::{Arg, TaskSpec};

/// How a node is shown when a program prints the graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A `Task`, `DataNode`, `Alias` or container that refers by `TaskRef`.
    Spec,
    /// The same from a dict graph: it refers by `Alias`.
    Converted,
    /// A tuple with a function in front, as in dict graphs.
    Tuple,
    /// The plain value itself.
    Raw,
}

/// One task with the keys that it needs.
#[derive(Debug, Clone)]
pub struct NodeDef {
    pub key: Key,
    pub kind: TaskKind,
    /// Each once; `Arg::Input` counts them.
    pub deps: Arc<[Key]>,
    pub spec: TaskSpec,
    pub form: Form,
}

impl NodeDef {
    /// A plain value under a key.
    #[must_use]
    pub fn data(key: Key, value: Value, form: Form) -> Self {
        let spec = TaskSpec { tree: Arc::new(Arg::Literal(0)), literals: vec![value], line: 0 };
        Self { key, kind: TaskKind::Data, deps: Arc::new([]), spec, form }
    }

    /// A task, whose kind follows from its tree.
    #[must_use]
    pub fn task(key: Key, (spec, deps): (TaskSpec, Arc<[Key]>)) -> Self {
        let kind = match *spec.tree {
            Arg::Literal(_) => TaskKind::Data,
            Arg::Input(_) => TaskKind::Alias,
            _ => TaskKind::Task,
        };
        Self { key, kind, deps, spec, form: Form::Spec }
    }

    /// Notes the line that makes the node, unless it has one.
    pub(crate) fn made_at(&mut self, line: u32) {
        if self.spec.line == 0 {
            self.spec.line = line;
        }
    }

    pub(crate) fn push_children(&self, children: &mut Vec<Value>) -> PortableNode {
        children.extend_from_slice(&self.spec.literals);
        PortableNode {
            key: self.key.clone(),
            kind: self.kind,
            deps: self.deps.clone(),
            tree: self.spec.tree.clone(),
            literals: self.spec.literals.len(),
            line: self.spec.line,
            form: self.form,
        }
    }

    pub(crate) fn trace(&self, visit: &mut dyn FnMut(Value)) {
        self.spec.literals.iter().copied().for_each(visit);
    }
}

/// A node on its way between machines.
#[derive(Debug, Clone)]
pub(crate) struct PortableNode {
    key: Key,
    kind: TaskKind,
    deps: Arc<[Key]>,
    tree: Arc<Arg>,
    literals: usize,
    line: u32,
    form: Form,
}

impl PortableNode {
    /// The node with its plain values, which are taken from the front of `children`.
    pub fn restore(&self, children: &mut &[Value]) -> NodeDef {
        let literals = take(children, self.literals);
        NodeDef {
            key: self.key.clone(),
            kind: self.kind,
            deps: self.deps.clone(),
            spec: TaskSpec { tree: self.tree.clone(), literals, line: self.line },
            form: self.form,
        }
    }
}

/// The first `count` values, which are removed from the slice.
pub(crate) fn take(children: &mut &[Value], count: usize) -> Vec<Value> {
    let (front, back) = children.split_at(count.min(children.len()));
    *children = back;
    front.to_vec()
}

/// Something that a node needs: a `Delayed` or a `Layer` instance.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    pub value: Value,
    /// Found inside a container: Dask then keeps only what its key needs, as
    /// one layer.
    pub nested: bool,
}

/// Tasks of one operation on an array or bag, and the layers that they need.
#[derive(Debug)]
pub struct Layer {
    pub name: Key,
    pub nodes: Vec<NodeDef>,
    /// Other layers, or `Delayed` objects.
    pub parts: Vec<Value>,
    /// Programs see it as a plain dict, not as a graph of layers.
    pub(crate) plain: bool,
}

impl Layer {
    #[must_use]
    pub fn new(name: Key, nodes: Vec<NodeDef>, parts: Vec<Value>) -> Self {
        Self { name, nodes, parts, plain: false }
    }

    /// A finished graph, which is only a dict.
    pub(crate) fn plain(name: Key, nodes: Vec<NodeDef>) -> Self {
        Self { name, nodes, parts: Vec::new(), plain: true }
    }
}

/// Puts a layer into the heap, as a part for collections. The line that runs is
/// that of its tasks, unless they were made before.
///
/// # Errors
/// When the dask modules cannot be made.
pub fn new_layer(vm: &mut Vm, mut layer: Layer) -> Res {
    let line = vm.program_line();
    layer.nodes.iter_mut().for_each(|node| node.made_at(line));
    let class = classes(vm)?.layer;
    Ok(vm.new_instance(class, Payload::Native(Box::new(layer))))
}

impl Native for Layer {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        self.nodes.iter().for_each(|node| node.trace(visit));
        self.parts.iter().copied().for_each(visit);
    }

    fn size(&self) -> usize {
        128 + self.nodes.len() * 160 + self.parts.len() * 8
    }

    fn portable(&self, children: &mut Vec<Value>) -> Option<Arc<dyn PortableNative>> {
        children.extend_from_slice(&self.parts);
        let nodes = self.nodes.iter().map(|node| node.push_children(children)).collect();
        Some(Arc::new(PortableLayer { name: self.name.clone(), nodes, parts: self.parts.len(), plain: self.plain }))
    }
}

#[derive(Debug)]
struct PortableLayer {
    name: Key,
    nodes: Vec<PortableNode>,
    parts: usize,
    plain: bool,
}

impl PortableNative for PortableLayer {
    fn restore(&self, mut children: &[Value]) -> Box<dyn Native> {
        let parts = take(&mut children, self.parts);
        let nodes = self.nodes.iter().map(|node| node.restore(&mut children)).collect();
        Box::new(Layer { name: self.name.clone(), nodes, parts, plain: self.plain })
    }

    fn size(&self) -> usize {
        128 + self.nodes.len() * 160
    }
}
