//! The `dask` package as modules of the machine.

use taskyard_graph::Key;
use taskyard_python::error::Res;
use taskyard_python::object::{Args, Object, Type};
use taskyard_python::value::{Ref, Value};
use taskyard_python::vm::Vm;

use crate::collection::collection_of;
use crate::key::{key_of, key_value};
use crate::node::Layer;
use crate::state::{Classes, DaskState, classes};
use crate::{callbacks, compute, config, delayed, get, high_level, legacy, name, task_object, token};

const VERSION: &str = "2026.8.0";

/// Modules that `import dask` makes as well, as Dask's own does.
const IMPORTED: &[&str] = &[
    "dask._task_spec",
    "dask.base",
    "dask.callbacks",
    "dask.config",
    "dask.core",
    "dask.delayed",
    "dask.highlevelgraph",
    "dask.local",
    "dask.multiprocessing",
    "dask.optimization",
    "dask.threaded",
    "dask.utils",
];

/// Offers the dask modules to a machine.
pub(crate) fn register(vm: &mut Vm) {
    vm.register_module("dask", build_dask);
    vm.register_module("dask._task_spec", build_task_spec);
    vm.register_module("dask.base", build_base);
    vm.register_module("dask.callbacks", build_callbacks);
    vm.register_module("dask.config", config::build);
    vm.register_module("dask.core", build_core);
    vm.register_module("dask.delayed", build_delayed);
    vm.register_module("dask.diagnostics", build_diagnostics);
    vm.register_module("dask.dot", build_dot);
    vm.register_module("dask.highlevelgraph", build_high_level);
    vm.register_module("dask.local", build_local);
    vm.register_module("dask.multiprocessing", build_multiprocessing);
    vm.register_module("dask.optimization", build_optimization);
    vm.register_module("dask.threaded", build_threaded);
    vm.register_module("dask.utils", build_utils);
}

/// Makes all native classes, once for each machine.
fn make_classes(vm: &mut Vm) -> Res<()> {
    let [delayed, leaf, attr] = delayed::install(vm);
    let layer = define_layer(vm);
    let high_level = high_level::install(vm);
    let tasks = task_object::install(vm);
    let callback = callbacks::install(vm);
    let (config_set, config) = config::install(vm);
    vm.extension::<DaskState>().classes = Some(Classes {
        layer,
        delayed,
        leaf,
        attr,
        high_level,
        task: tasks.task,
        data_node: tasks.data_node,
        alias: tasks.alias,
        list: tasks.list,
        dict: tasks.dict,
        task_ref: tasks.task_ref,
        callback,
        config_set,
        config,
    });
    Ok(())
}

/// The class of layers: programs never see its instances.
fn define_layer(vm: &mut Vm) -> Ref {
    vm.define_class(taskyard_python::vm::ClassSpec {
        name: "Layer",
        module: "dask.highlevelgraph",
        bases: &[],
        constructor: None,
        methods: &[],
        getters: &[],
    })
}

fn build_dask(vm: &mut Vm, module: Ref) -> Res<()> {
    make_classes(vm)?;
    for name in IMPORTED {
        vm.import(name)?;
    }
    let version = vm.str(VERSION);
    vm.module_set(module, "__version__", version);
    vm.module_fn(module, "annotate", annotate);
    share(vm, module, "dask.base", &["compute", "persist", "visualize", "optimize", "is_dask_collection"])?;
    share(vm, module, "dask.core", &["istask"])?;
    // Last, over the module of the same name.
    share(vm, module, "dask.delayed", &["delayed"])?;
    let local = vm.import("dask.local")?;
    let get_sync = vm.names.intern("get_sync");
    let get = vm.get_attr(Value::object(local), get_sync)?;
    vm.module_set(module, "get", get);
    Ok(())
}

/// Takes names over from another module, so that they are the same objects.
fn share(vm: &mut Vm, module: Ref, from: &str, names: &[&str]) -> Res<()> {
    let source = vm.import(from)?;
    for name in names {
        let sym = vm.names.intern(name);
        let value = vm.get_attr(Value::object(source), sym)?;
        vm.module_set(module, name, value);
    }
    Ok(())
}

fn build_task_spec(vm: &mut Vm, module: Ref) -> Res<()> {
    let classes = classes(vm)?;
    for (name, class) in [
        ("Task", classes.task),
        ("DataNode", classes.data_node),
        ("Alias", classes.alias),
        ("List", classes.list),
        ("Dict", classes.dict),
        ("TaskRef", classes.task_ref),
    ] {
        vm.module_set(module, name, Value::object(class));
    }
    Ok(())
}

fn build_base(vm: &mut Vm, module: Ref) -> Res<()> {
    vm.module_fn(module, "compute", compute::compute);
    vm.module_fn(module, "persist", compute::persist);
    vm.module_fn(module, "visualize", compute::visualize);
    vm.module_fn(module, "optimize", compute::optimize);
    vm.module_fn(module, "is_dask_collection", is_dask_collection);
    vm.module_fn(module, "tokenize", tokenize);
    Ok(())
}

fn build_callbacks(vm: &mut Vm, module: Ref) -> Res<()> {
    let class = classes(vm)?.callback;
    vm.module_set(module, "Callback", Value::object(class));
    Ok(())
}

fn build_core(vm: &mut Vm, module: Ref) -> Res<()> {
    vm.module_fn(module, "get", get::get_core);
    vm.module_fn(module, "istask", is_task);
    vm.module_fn(module, "flatten", flatten);
    Ok(())
}

fn build_delayed(vm: &mut Vm, module: Ref) -> Res<()> {
    let classes = classes(vm)?;
    vm.module_fn(module, "delayed", delayed::delayed);
    vm.module_set(module, "Delayed", Value::object(classes.delayed));
    vm.module_set(module, "DelayedLeaf", Value::object(classes.leaf));
    vm.module_set(module, "DelayedAttr", Value::object(classes.attr));
    Ok(())
}

fn build_diagnostics(vm: &mut Vm, module: Ref) -> Res<()> {
    vm.import("dask")?;
    let bar = callbacks::install_progress_bar(vm);
    vm.module_set(module, "ProgressBar", Value::object(bar));
    share(vm, module, "dask.callbacks", &["Callback"])?;
    for name in ["Profiler", "ResourceProfiler", "CacheProfiler"] {
        vm.module_fn(module, name, callbacks::refused);
    }
    vm.module_fn(module, "visualize", callbacks::refused);
    Ok(())
}

fn build_dot(vm: &mut Vm, module: Ref) -> Res<()> {
    vm.module_fn(module, "dot_graph", get::draw);
    vm.module_fn(module, "cytoscape_graph", get::draw);
    Ok(())
}

fn build_high_level(vm: &mut Vm, module: Ref) -> Res<()> {
    let class = classes(vm)?.high_level;
    vm.module_set(module, "HighLevelGraph", Value::object(class));
    Ok(())
}

fn build_local(vm: &mut Vm, module: Ref) -> Res<()> {
    vm.module_fn(module, "get_sync", get::get_sync);
    Ok(())
}

fn build_multiprocessing(vm: &mut Vm, module: Ref) -> Res<()> {
    vm.module_fn(module, "get", get::get_processes);
    Ok(())
}

fn build_threaded(vm: &mut Vm, module: Ref) -> Res<()> {
    vm.module_fn(module, "get", get::get_threaded);
    Ok(())
}

fn build_optimization(vm: &mut Vm, module: Ref) -> Res<()> {
    vm.module_fn(module, "cull", cull);
    Ok(())
}

fn build_utils(vm: &mut Vm, module: Ref) -> Res<()> {
    vm.module_fn(module, "key_split", key_split);
    vm.module_fn(module, "funcname", funcname);
    Ok(())
}

fn is_dask_collection(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("is_dask_collection", args)?;
    Ok(Value::bool(collection_of(vm, value).is_some()))
}

fn tokenize(vm: &mut Vm, args: &Args<'_>) -> Res {
    let mut content = args.pos.to_vec();
    if !args.kw.is_empty() {
        content.push(vm.dict_of_symbols(args.kw.to_vec()));
    }
    let token = token::tokenize(vm, &content)?;
    Ok(vm.string(token))
}

/// `istask(x)`: a tuple with a function in front, or a task of a graph.
fn is_task(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("istask", args)?;
    let tuple = match vm.heap.object(value) {
        Some(Object::Tuple(items)) => items.first().is_some_and(|first| vm.is_callable(*first)),
        _ => false,
    };
    let node = vm.payload::<task_object::TaskObject>(value);
    let task = node.is_some_and(|task| task.0.kind != taskyard_graph::TaskKind::Data);
    Ok(Value::bool(tuple || task))
}

/// `flatten(nested lists)` as a list iterator.
fn flatten(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("flatten", args)?;
    let mut flat = Vec::new();
    let mut stack = vec![value];
    if vm.as_str(value).is_none() {
        stack = vm.collect(value)?;
        stack.reverse();
    }
    while let Some(item) = stack.pop() {
        match vm.list_items(item) {
            Some(items) => stack.extend(items.iter().rev()),
            None => flat.push(item),
        }
        vm.tick(1)?;
    }
    let list = vm.list(flat);
    vm.iter(list)
}

fn key_split(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("key_split", args)?;
    let prefix = key_of(vm, value).map_or_else(|| "Other".to_owned(), |key| taskyard_graph::key_split(&key));
    Ok(vm.string(prefix))
}

fn funcname(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("funcname", args)?;
    let name = name::short_name(vm, value)?;
    Ok(vm.shared_str(name))
}

/// `cull(dsk, keys)`: the part of a dict graph that some keys need, and what
/// each of them depends on.
fn cull(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [graph, keys] = vm.exact("cull", args)?;
    let Some(dict) = legacy::dict_of(vm, graph)? else { return Err(vm.type_error("a graph must be a mapping")) };
    let wanted: Vec<Key> = match vm.list_items(keys) {
        Some(_) => {
            let keys = vm.collect(keys)?;
            keys.into_iter().filter_map(|key| key_of(vm, key)).collect()
        }
        None => key_of(vm, keys).into_iter().collect(),
    };
    let nodes = legacy::nodes_of(vm, dict)?;
    let layer = crate::node::new_layer(vm, Layer::plain(Key::None, nodes))?;
    let part = crate::node::Part { value: layer, nested: false };
    let needed = crate::collect::culled_nodes(vm, &[part], &wanted);
    let (kept, needs) = (vm.new_dict(), vm.new_dict());
    for node in needed {
        let key = key_value(vm, &node.key);
        if let Some(value) = vm.dict_get(dict, key)? {
            vm.dict_set(kept, key, value)?;
        }
        let deps = node.deps.iter().map(|dep| key_value(vm, dep)).collect();
        let deps = vm.list(deps);
        vm.dict_set(needs, key, deps)?;
    }
    Ok(vm.tuple(vec![Value::object(kept), Value::object(needs)]))
}

/// `dask.annotate(...)` says something to schedulers of clusters only.
fn annotate(vm: &mut Vm, _args: &Args<'_>) -> Res {
    let text = "dask.annotate is not supported here: there is one machine, and no priorities or retries.";
    Err(vm.error(Type::NotImplementedError, text))
}

