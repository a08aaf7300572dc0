//! Tasks as objects of the program: what the values of `__dask_graph__()` are.

use std::any::Any;
use std::sync::Arc;

use taskyard_graph::{Key, TaskKind};
use taskyard_python::error::Res;
use taskyard_python::object::{Args, Native, NativeFn, Payload, PortableNative, Type};
use taskyard_python::value::{Ref, Value};
use taskyard_python::vm::{ClassSpec, Vm};

use crate::key::key_value;
use crate::node::{Form, NodeDef, PortableNode};
use crate::state::classes;
use crate::task::{Arg, TaskSpec, evaluate};
use crate::task_text::task_repr;

/// The data of `Task`, `DataNode`, `Alias`, `List` and `Dict` objects.
#[derive(Debug)]
pub(crate) struct TaskObject(pub NodeDef);

/// The data of a `TaskRef`.
#[derive(Debug, Clone)]
struct Reference(Key);

const MODULE: &str = "dask._task_spec";

/// The classes of this file.
pub(crate) struct TaskClasses {
    pub task: Ref,
    pub data_node: Ref,
    pub alias: Ref,
    pub list: Ref,
    pub dict: Ref,
    pub task_ref: Ref,
}

/// Makes the classes.
pub(crate) fn install(vm: &mut Vm) -> TaskClasses {
    let node = class(vm, "GraphNode", &[], &[("__repr__", repr), ("__call__", run)], &[
        ("key", key),
        ("dependencies", dependencies),
    ]);
    let task = class(vm, "Task", &[node], &[], &[("func", func), ("args", args), ("kwargs", kwargs)]);
    TaskClasses {
        task,
        data_node: class(vm, "DataNode", &[node], &[], &[("value", value)]),
        alias: class(vm, "Alias", &[node], &[], &[("target", target)]),
        list: class(vm, "List", &[task], &[], &[]),
        dict: class(vm, "Dict", &[task], &[], &[]),
        task_ref: class(vm, "TaskRef", &[], &[("__repr__", reference_repr)], &[("key", reference_key)]),
    }
}

fn class(
    vm: &mut Vm,
    name: &str,
    bases: &[Ref],
    methods: &[(&'static str, NativeFn)],
    getters: &[(&'static str, NativeFn)],
) -> Ref {
    vm.define_class(ClassSpec { name, module: MODULE, bases, constructor: Some(refuse), methods, getters })
}

fn refuse(vm: &mut Vm, class: Ref, _args: &Args<'_>) -> Res {
    let name = vm.class_ref(class).name.clone();
    let text = format!("{name} objects are not made by programs here: write the task as a tuple");
    Err(vm.error(Type::NotImplementedError, text))
}

/// A dict of keys and tasks.
///
/// # Errors
/// When the dask modules cannot be made.
pub(crate) fn mapping<'a>(vm: &mut Vm, nodes: impl Iterator<Item = &'a NodeDef>) -> Res {
    let dict = vm.new_dict();
    for node in nodes {
        let key = key_value(vm, &node.key);
        let value = node_value(vm, node)?;
        vm.dict_set(dict, key, value)?;
    }
    Ok(Value::object(dict))
}

/// A node as a value of a graph.
fn node_value(vm: &mut Vm, node: &NodeDef) -> Res {
    match (node.form, &*node.spec.tree) {
        (Form::Raw, Arg::Literal(_)) => Ok(node.spec.literals.first().copied().unwrap_or(Value::NONE)),
        (Form::Tuple, Arg::Call(call)) => {
            let mut items = vec![argument(vm, node, &call.function)?];
            for arg in &call.args {
                items.push(match arg {
                    Arg::Input(place) => match node.deps.get(*place as usize).cloned() {
                        Some(key) => key_value(vm, &key),
                        None => Value::NONE,
                    },
                    other => argument(vm, node, other)?,
                });
            }
            Ok(vm.tuple(items))
        }
        _ => object(vm, node.clone()),
    }
}

fn object(vm: &mut Vm, node: NodeDef) -> Res {
    let classes = classes(vm)?;
    let class = match (node.kind, &*node.spec.tree) {
        (TaskKind::Data, _) => classes.data_node,
        (TaskKind::Alias, _) => classes.alias,
        (TaskKind::Task, Arg::List(_)) if node.form == Form::Spec => classes.list,
        (TaskKind::Task, Arg::Dict(_)) => classes.dict,
        (TaskKind::Task, _) => classes.task,
    };
    Ok(vm.new_instance(class, Payload::Native(Box::new(TaskObject(node)))))
}

/// A part of a task as a value.
fn argument(vm: &mut Vm, node: &NodeDef, arg: &Arg) -> Res {
    match arg {
        Arg::Literal(place) => Ok(node.spec.literals.get(*place as usize).copied().unwrap_or(Value::NONE)),
        Arg::Input(place) => {
            let key = node.deps.get(*place as usize).cloned().unwrap_or(Key::None);
            let class = classes(vm)?.task_ref;
            Ok(vm.new_instance(class, Payload::Native(Box::new(Reference(key)))))
        }
        other => {
            let spec = TaskSpec { tree: Arc::new(other.clone()), literals: node.spec.literals.clone(), line: node.spec.line };
            let form = if node.form == Form::Converted { Form::Converted } else { Form::Spec };
            object(vm, NodeDef { key: Key::None, kind: TaskKind::Task, deps: node.deps.clone(), spec, form })
        }
    }
}

fn node(vm: &mut Vm, value: Value) -> Res<NodeDef> {
    match vm.payload::<TaskObject>(value) {
        Some(task) => Ok(task.0.clone()),
        None => Err(vm.type_error("a task of a graph is needed")),
    }
}

fn repr(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("__repr__", args)?;
    let node = node(vm, value)?;
    let text = task_repr(vm, &node)?;
    Ok(vm.string(text))
}

fn key(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("key", args)?;
    let key = node(vm, value)?.key;
    Ok(key_value(vm, &key))
}

fn dependencies(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("dependencies", args)?;
    let node = node(vm, value)?;
    let set = vm.new_set(true);
    let mut used = Vec::new();
    inputs(&node.spec.tree, &mut used);
    used.sort_unstable();
    used.dedup();
    for place in used {
        if let Some(key) = node.deps.get(place as usize) {
            let key = key_value(vm, key);
            vm.set_add(set, key)?;
        }
    }
    Ok(Value::object(set))
}

/// The inputs that a tree uses.
fn inputs(arg: &Arg, used: &mut Vec<u32>) {
    match arg {
        Arg::Literal(_) => {}
        Arg::Input(place) => used.push(*place),
        Arg::List(items) | Arg::Tuple(items) | Arg::Set(items) => items.iter().for_each(|item| inputs(item, used)),
        Arg::Dict(pairs) => pairs.iter().for_each(|(key, value)| {
            inputs(key, used);
            inputs(value, used);
        }),
        Arg::Slice(parts) => parts.iter().for_each(|part| inputs(part, used)),
        Arg::Call(call) => {
            inputs(&call.function, used);
            call.args.iter().for_each(|arg| inputs(arg, used));
            call.kwargs.iter().for_each(|(_, arg)| inputs(arg, used));
        }
    }
}

fn func(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("func", args)?;
    let node = node(vm, value)?;
    Ok(match &*node.spec.tree {
        Arg::Call(call) => argument(vm, &node, &call.function)?,
        Arg::List(_) => Value::class(Type::List),
        Arg::Tuple(_) => Value::class(Type::Tuple),
        Arg::Set(_) => Value::class(Type::Set),
        Arg::Dict(_) => Value::class(Type::Dict),
        Arg::Slice(_) => Value::class(Type::Slice),
        Arg::Literal(_) | Arg::Input(_) => Value::NONE,
    })
}

fn args(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("args", args)?;
    let node = node(vm, value)?;
    let flat: Vec<&Arg> = match &*node.spec.tree {
        Arg::Call(call) => call.args.iter().collect(),
        Arg::List(items) | Arg::Tuple(items) | Arg::Set(items) => items.iter().collect(),
        Arg::Dict(pairs) => pairs.iter().flat_map(|(key, value)| [key, value]).collect(),
        Arg::Slice(parts) => parts.iter().collect(),
        Arg::Literal(_) | Arg::Input(_) => Vec::new(),
    };
    let mut items = Vec::with_capacity(flat.len());
    for arg in flat {
        items.push(argument(vm, &node, arg)?);
    }
    Ok(vm.tuple(items))
}

fn kwargs(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("kwargs", args)?;
    let node = node(vm, value)?;
    let dict = vm.new_dict();
    if let Arg::Call(call) = &*node.spec.tree {
        for (name, arg) in &call.kwargs {
            let value = argument(vm, &node, arg)?;
            vm.dict_set_str(dict, name, value)?;
        }
    }
    Ok(Value::object(dict))
}

fn value(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("value", args)?;
    let node = node(vm, value)?;
    argument(vm, &node, &node.spec.tree)
}

fn target(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("target", args)?;
    let node = node(vm, value)?;
    let key = node.deps.first().cloned().unwrap_or(Key::None);
    Ok(key_value(vm, &key))
}

/// `task(values)`: runs it with the results of its dependencies.
fn run(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (value, [values]) = vm.bind_method("__call__", args, ["values"], 0)?;
    let node = node(vm, value)?;
    let mut results = Vec::with_capacity(node.deps.len());
    for key in node.deps.iter() {
        let key = key_value(vm, key);
        let dict = values.and_then(|values| vm.dict_ref(values));
        let found = match dict {
            Some(dict) => vm.dict_get(dict, key)?,
            None => None,
        };
        match found {
            Some(result) => results.push(result),
            None => {
                let shown = vm.repr(key)?;
                let text = format!("Not enough arguments provided: missing keys {{{shown}}}");
                return Err(vm.error(Type::RuntimeError, text));
            }
        }
    }
    evaluate(vm, &node.spec.tree, &node.spec.literals, &results)
}

fn reference(vm: &mut Vm, value: Value) -> Res<Key> {
    match vm.payload::<Reference>(value) {
        Some(reference) => Ok(reference.0.clone()),
        None => Err(vm.type_error("a TaskRef is needed")),
    }
}

fn reference_repr(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("__repr__", args)?;
    let key = reference(vm, value)?;
    Ok(vm.string(format!("TaskRef({})", key.repr())))
}

fn reference_key(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("key", args)?;
    let key = reference(vm, value)?;
    Ok(key_value(vm, &key))
}

impl Native for TaskObject {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        self.0.trace(visit);
    }

    fn size(&self) -> usize {
        160 + self.0.spec.literals.len() * 8
    }

    fn portable(&self, children: &mut Vec<Value>) -> Option<Arc<dyn PortableNative>> {
        Some(Arc::new(PortableTask(self.0.push_children(children))))
    }
}

#[derive(Debug)]
struct PortableTask(PortableNode);

impl PortableNative for PortableTask {
    fn restore(&self, mut children: &[Value]) -> Box<dyn Native> {
        Box::new(TaskObject(self.0.restore(&mut children)))
    }

    fn size(&self) -> usize {
        160
    }
}

impl Native for Reference {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }

    fn trace(&self, _visit: &mut dyn FnMut(Value)) {}

    fn size(&self) -> usize {
        32
    }

    fn portable(&self, _children: &mut Vec<Value>) -> Option<Arc<dyn PortableNative>> {
        Some(Arc::new(self.clone()))
    }
}

impl PortableNative for Reference {
    fn restore(&self, _children: &[Value]) -> Box<dyn Native> {
        Box::new(self.clone())
    }

    fn size(&self) -> usize {
        32
    }
}
