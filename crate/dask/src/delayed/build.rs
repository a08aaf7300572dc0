//! Makes `Delayed` objects.

use taskyard_graph::Key;
use taskyard_python::error::Res;
use taskyard_python::object::Payload;
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use super::{Delayed, Source, Walk};
use crate::node::NodeDef;
use crate::state::classes;
use crate::task::Arg;
use crate::token::{tokenize, unique_token};
use crate::{config, name};

/// A `Delayed` object with this data, made by the line that runs.
///
/// # Errors
/// When the dask modules cannot be made.
pub fn new_delayed(vm: &mut Vm, key: Key, length: Option<usize>, mut source: Source) -> Res {
    let line = vm.program_line();
    if let Source::Node { node, .. } = &mut source {
        node.made_at(line);
    }
    let classes = classes(vm)?;
    let class = match source {
        Source::Leaf { .. } => classes.leaf,
        Source::Attr { .. } => classes.attr,
        Source::Node { .. } | Source::Layer(_) => classes.delayed,
    };
    Ok(vm.new_instance(class, Payload::Native(Box::new(Delayed { key, length, source, line }))))
}

/// A `Delayed` that stands for one key of a layer (`to_delayed` of arrays and bags).
///
/// # Errors
/// When the dask modules cannot be made.
pub fn delayed_of(vm: &mut Vm, layer: Value, key: Key) -> Res {
    new_delayed(vm, key, None, Source::Layer(layer))
}

/// A `Delayed` for the task that a walk of arguments has led to.
pub(crate) fn from_walk(vm: &mut Vm, key: Key, walk: Walk, root: Arg, length: Option<usize>) -> Res {
    let Walk { tree, parts, repeated, .. } = walk;
    let tight = parts.iter().all(|part| part.nested || super::is_tight(vm, part.value));
    let node = NodeDef::task(key.clone(), tree.finish(root));
    new_delayed(vm, key, length, Source::Node { node, parts, repeated, tight })
}

/// What `delayed(object)` was told.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct LeafOptions {
    pub pure: Option<bool>,
    pub nout: Option<usize>,
}

/// A `Delayed` for a plain value.
///
/// # Errors
/// What reading the content raises.
pub(crate) fn leaf(vm: &mut Vm, object: Value, key: Option<Key>, options: LeafOptions) -> Res {
    let LeafOptions { pure, nout } = options;
    let key = match key {
        Some(key) => key,
        None => {
            let prefix = name::object_name(vm, object)?;
            let nout = nout.map_or(Value::NONE, |nout| vm.usize(nout));
            let token = token(vm, pure, &[object, nout])?;
            Key::from(format!("{prefix}-{token}"))
        }
    };
    new_delayed(vm, key, nout, Source::Leaf { object, pure, nout })
}

/// The token of a call: of its content when it is pure.
pub(crate) fn token(vm: &mut Vm, pure: Option<bool>, content: &[Value]) -> Res<String> {
    let pure = match pure {
        Some(pure) => pure,
        None => config::delayed_pure(vm)?,
    };
    if pure { tokenize(vm, content) } else { Ok(unique_token(vm)) }
}
