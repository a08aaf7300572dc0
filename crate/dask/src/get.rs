//! `dask.get` and the `get` of other schedulers: runs a graph written as a dict.

use taskyard_graph::{GraphBuilder, Key, TaskGraph};
use taskyard_python::error::{Res, Unwind};
use taskyard_python::object::{Args, Type, sym};
use taskyard_python::value::{Ref, Value};
use taskyard_python::vm::Vm;

use crate::callbacks;
use crate::key::key_of;
use crate::legacy::{dict_of, nodes_of};
use crate::node::NodeDef;
use crate::options::{check_drawing, keyword};
use crate::request::{CallKind, CallRequest, FaultGraph, RunOptions, suspend, suspend_fault};
use crate::task::TaskSpec;
use crate::task_object::mapping;

/// What is wanted, nested as the program has written it.
#[derive(Debug)]
enum Want {
    Key(Value, Option<Key>),
    All(Vec<Want>),
}

/// `get_sync(dsk, keys)`
///
/// # Errors
/// The request to the host, or the error of a wrong call.
pub(crate) fn get_sync(vm: &mut Vm, args: &Args<'_>) -> Res {
    get(vm, "get_sync", "keys", Some("sync"), args)
}

/// `dask.threaded.get(dsk, keys)`
///
/// # Errors
/// As `get_sync`.
pub(crate) fn get_threaded(vm: &mut Vm, args: &Args<'_>) -> Res {
    get(vm, "get", "keys", Some("threads"), args)
}

/// `dask.multiprocessing.get(dsk, keys)`
///
/// # Errors
/// As `get_sync`.
pub(crate) fn get_processes(vm: &mut Vm, args: &Args<'_>) -> Res {
    get(vm, "get", "keys", Some("processes"), args)
}

/// `dask.core.get(dsk, out)`, which looks at the keys before it runs anything.
///
/// # Errors
/// As `get_sync`.
pub(crate) fn get_core(vm: &mut Vm, args: &Args<'_>) -> Res {
    get(vm, "get", "out", None, args)
}

fn get(vm: &mut Vm, name: &str, second: &str, scheduler: Option<&str>, args: &Args<'_>) -> Res {
    let (graph, wanted) = bind(vm, name, second, args)?;
    let dict = match dict_of(vm, graph)? {
        Some(dict) => dict,
        None => {
            let graph = vm.call_method(graph, sym::DASK_GRAPH, &[])?;
            match dict_of(vm, graph)? {
                Some(dict) => dict,
                None => return Err(vm.type_error("a graph must be a mapping")),
            }
        }
    };
    let begun = wants(vm, wanted).and_then(|want| Ok((want, nodes_of(vm, dict)?)));
    let (want, nodes) = match begun {
        Ok(begun) => begun,
        Err(error) => return Err(suspend_fault(CallKind::Get, error, FaultGraph::Empty)),
    };
    let graph = match graph_of_nodes(&nodes, &want) {
        Ok(graph) => graph,
        Err(key) => {
            let error = vm.value_error(format!("Missing dependency {key}"));
            return Err(suspend_fault(CallKind::Get, error, FaultGraph::Empty));
        }
    };
    if scheduler.is_none()
        && let Err(error) = check_keys(vm, dict, wanted)
    {
        return Err(suspend_fault(CallKind::Get, error, FaultGraph::Known(graph)));
    }
    if let Err(cycle) = graph.topological() {
        let error = vm.error(Type::RuntimeError, cycle.to_string());
        return Err(suspend_fault(CallKind::Get, error, FaultGraph::Cyclic));
    }
    let callbacks = callbacks::active(vm)?;
    let callback_graph = if callbacks.is_empty() { None } else { Some(mapping(vm, nodes.iter())?) };
    let num_workers = keyword(vm, args.kw, "num_workers").and_then(|n| usize::try_from(vm.as_i64(n)?).ok());
    let outputs: Vec<Key> =
        graph.outputs().iter().filter_map(|id| graph.node(*id)).map(|node| node.key.clone()).collect();
    Err(suspend(CallRequest {
        call: CallKind::Get,
        graph: Ok(graph),
        options: RunOptions { scheduler: scheduler.map(Into::into), num_workers },
        callbacks,
        callback_graph,
        finish: Box::new(move |vm, values| {
            let results = outputs.into_iter().zip(values).collect();
            nested(vm, &want, &results)
        }),
    }))
}

/// `dask.dot.dot_graph(dsk)`: draws a dict graph, without wanted keys.
///
/// # Errors
/// The request to the host, or the error of a wrong call.
pub(crate) fn draw(vm: &mut Vm, args: &Args<'_>) -> Res {
    let Some(&graph) = args.pos.first() else {
        return Err(vm.type_error("dot_graph() missing 1 required positional argument: 'dsk'"));
    };
    check_drawing(vm, args.kw)?;
    let Some(dict) = dict_of(vm, graph)? else { return Err(vm.type_error("a graph must be a mapping")) };
    let nodes = nodes_of(vm, dict)?;
    let graph = match graph_of_nodes(&nodes, &Want::All(Vec::new())) {
        Ok(graph) => graph,
        Err(key) => return Err(vm.value_error(format!("Missing dependency {key}"))),
    };
    if let Err(cycle) = graph.topological() {
        let error = vm.error(Type::RuntimeError, cycle.to_string());
        return Err(suspend_fault(CallKind::Visualize, error, FaultGraph::Cyclic));
    }
    Err(suspend(CallRequest {
        call: CallKind::Visualize,
        graph: Ok(graph),
        options: RunOptions::default(),
        callbacks: Vec::new(),
        callback_graph: None,
        finish: Box::new(|_, _| Ok(Value::NONE)),
    }))
}

fn bind(vm: &mut Vm, name: &str, second: &str, args: &Args<'_>) -> Res<(Value, Value)> {
    let named = |vm: &Vm, wanted: &[&str]| {
        args.kw.iter().find(|(name, _)| wanted.contains(&&**vm.names.text(*name))).map(|(_, value)| *value)
    };
    let graph = args.pos.first().copied().or_else(|| named(vm, &["dsk"]));
    let wanted = args.pos.get(1).copied().or_else(|| named(vm, &[second]));
    let missing: Vec<String> = [("dsk", graph), (second, wanted)]
        .iter()
        .filter(|(_, value)| value.is_none())
        .map(|(name, _)| format!("'{name}'"))
        .collect();
    match (graph, wanted) {
        (Some(graph), Some(wanted)) => Ok((graph, wanted)),
        _ => {
            let plural = if missing.len() == 1 { "" } else { "s" };
            let (count, names) = (missing.len(), missing.join(" and "));
            Err(vm.type_error(format!("{name}() missing {count} required positional argument{plural}: {names}")))
        }
    }
}

fn wants(vm: &mut Vm, wanted: Value) -> Res<Want> {
    if let Some(items) = vm.list_items(wanted).map(<[Value]>::to_vec) {
        vm.enter()?;
        let all: Res<Vec<Want>> = items.into_iter().map(|item| wants(vm, item)).collect();
        vm.leave();
        return all.map(Want::All);
    }
    // Also finds what cannot be a key.
    vm.hash(wanted)?;
    Ok(Want::Key(wanted, key_of(vm, wanted)))
}

/// All keys that are wanted, in order.
fn flat_keys(want: &Want, keys: &mut Vec<Key>) {
    match want {
        Want::Key(_, key) => keys.extend(key.clone()),
        Want::All(all) => all.iter().for_each(|want| flat_keys(want, keys)),
    }
}

/// The whole graph; wanted keys that it does not have are left to `nested`.
fn graph_of_nodes(nodes: &[NodeDef], want: &Want) -> Result<TaskGraph<TaskSpec>, Key> {
    let mut builder = GraphBuilder::new();
    for node in nodes {
        builder.insert(node.key.clone(), node.kind, node.deps.to_vec(), node.spec.clone());
    }
    let mut keys = Vec::new();
    flat_keys(want, &mut keys);
    keys.retain(|key| builder.contains(key));
    builder.resolve(&keys).map_err(|missing| missing.key)
}

type Results = rustc_hash::FxHashMap<Key, Value>;

/// Results in tuples nested like the lists of the request.
fn nested(vm: &mut Vm, want: &Want, results: &Results) -> Res {
    match want {
        Want::Key(value, key) => match key.as_ref().and_then(|key| results.get(key)) {
            Some(result) => Ok(*result),
            None => Err(vm.key_error(*value)),
        },
        Want::All(all) => {
            let items: Res<Vec<Value>> = all.iter().map(|want| nested(vm, want, results)).collect();
            let items = items?;
            Ok(vm.tuple(items))
        }
    }
}

/// The check of `dask.core.get`: a tuple counts as several keys there.
fn check_keys(vm: &mut Vm, dict: Ref, wanted: Value) -> Res<()> {
    let mut stack = vec![wanted];
    if vm.as_str(wanted).is_none() {
        stack = vm.collect(wanted)?;
        stack.reverse();
    }
    while let Some(key) = stack.pop() {
        if let Some(items) = vm.list_items(key) {
            stack.extend(items.iter().rev());
            continue;
        }
        if vm.dict_get(dict, key)?.is_none() {
            let shown = vm.to_str(key)?;
            let text = vm.string(format!("{shown} is not a key in the graph"));
            let error: Unwind = vm.key_error(text);
            return Err(error);
        }
    }
    Ok(())
}
