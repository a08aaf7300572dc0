//! `compute`, `persist`, `visualize` and `optimize`, as functions and as
//! methods of collections.

use taskyard_graph::{Key, MissingKey, TaskGraph};
use taskyard_python::error::{Res, Unwind};
use taskyard_python::object::{Args, Sym, Type};
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use crate::callbacks;
use crate::collect::{culled_nodes, data_layer};
use crate::collection::{Collection, graph_of_collections};
use crate::node::{Layer, Part, new_layer};
use crate::options::{check_drawing, flag, run_options};
use crate::pack::Packed;
use crate::request::{CallKind, CallRequest, FaultGraph, Finish, RunOptions, suspend, suspend_fault};
use crate::task::TaskSpec;

/// `dask.compute(*args, traverse=True, ...)`: always a tuple.
///
/// # Errors
/// Always: the request to the host.
pub(crate) fn compute(vm: &mut Vm, args: &Args<'_>) -> Res {
    Err(begin(vm, CallKind::Compute, args, false))
}

/// `dask.persist(*args, ...)`
///
/// # Errors
/// Always: the request to the host.
pub(crate) fn persist(vm: &mut Vm, args: &Args<'_>) -> Res {
    Err(begin(vm, CallKind::Persist, args, false))
}

/// `dask.visualize(*args, ...)`
///
/// # Errors
/// Always: the request to the host.
pub(crate) fn visualize(vm: &mut Vm, args: &Args<'_>) -> Res {
    Err(begin(vm, CallKind::Visualize, args, false))
}

/// `collection.compute(...)`, for any class of collections.
///
/// # Errors
/// Always: the request to the host.
pub fn compute_method(vm: &mut Vm, args: &Args<'_>) -> Res {
    Err(method(vm, CallKind::Compute, args))
}

/// `collection.persist(...)`
///
/// # Errors
/// Always: the request to the host.
pub fn persist_method(vm: &mut Vm, args: &Args<'_>) -> Res {
    Err(method(vm, CallKind::Persist, args))
}

/// `collection.visualize(...)`; the name of a file may come first.
///
/// # Errors
/// Always: the request to the host.
pub fn visualize_method(vm: &mut Vm, args: &Args<'_>) -> Res {
    Err(method(vm, CallKind::Visualize, args))
}

/// Asks the host for the result of a collection from other native code
/// (`int(array)`, `list(bag)`). `after` makes something else of it.
///
/// # Errors
/// Always: the request to the host.
pub fn compute_then(vm: &mut Vm, value: Value, after: fn(&mut Vm, Value) -> Res) -> Unwind {
    let args = Args { pos: &[value], kw: &[] };
    match begin(vm, CallKind::Compute, &args, true) {
        Unwind::Suspend(request) => match request.downcast::<CallRequest>() {
            Ok(mut request) => {
                let finish = std::mem::replace(&mut request.finish, Box::new(|_, _| Ok(Value::NONE)));
                request.finish = Box::new(move |vm, values| {
                    let result = finish(vm, values)?;
                    after(vm, result)
                });
                suspend(*request)
            }
            Err(other) => Unwind::Suspend(other),
        },
        other => other,
    }
}

fn method(vm: &mut Vm, call: CallKind, args: &Args<'_>) -> Unwind {
    // The most that these methods take by position, the receiver included.
    let most = if call == CallKind::Visualize { 4 } else { 1 };
    if args.pos.len() > most {
        let (name, given) = (call.name(), args.pos.len());
        let takes = if most == 1 { "1 positional argument".to_owned() } else { format!("from 1 to {most} positional arguments") };
        let error = vm.type_error(format!("DaskMethodsMixin.{name}() takes {takes} but {given} were given"));
        return suspend_fault(call, error, FaultGraph::Empty);
    }
    let args = Args { pos: args.pos.get(..1).unwrap_or(args.pos), kw: args.kw };
    begin(vm, call, &args, true)
}

/// The request of a call. A `single` call has one argument, is not walked into
/// and gives its only result.
fn begin(vm: &mut Vm, call: CallKind, args: &Args<'_>, single: bool) -> Unwind {
    let packed = flag(vm, args.kw, "traverse", true)
        .and_then(|traverse| Packed::of(vm, args.pos, traverse && !single));
    let packed = match packed {
        Ok(packed) => packed,
        Err(error) => return suspend_fault(call, error, FaultGraph::Empty),
    };
    if packed.collections.is_empty() {
        return nothing_lazy(vm, call, args.pos, single);
    }
    let graph = match graph_of_collections(vm, &packed.collections) {
        Ok(graph) => graph,
        Err(missing) => {
            let error = missing_dependency(vm, &missing);
            return suspend_fault(call, error, FaultGraph::Empty);
        }
    };
    if let Err(cycle) = graph.topological() {
        let error = vm.error(Type::RuntimeError, cycle.to_string());
        return suspend_fault(call, error, FaultGraph::Cyclic);
    }
    let options = match checked_options(vm, call, args.kw) {
        Ok(options) => options,
        Err(error) => return suspend_fault(call, error, FaultGraph::Known(graph)),
    };
    match request(vm, call, packed, graph, options, single) {
        Ok(request) => suspend(request),
        Err(error) => error,
    }
}

fn nothing_lazy(vm: &mut Vm, call: CallKind, args: &[Value], single: bool) -> Unwind {
    if call == CallKind::Visualize {
        let error = vm.value_error("No collections provided");
        return suspend_fault(call, error, FaultGraph::Empty);
    }
    let result = if single { args.first().copied().unwrap_or(Value::NONE) } else { vm.tuple(args.to_vec()) };
    suspend(CallRequest {
        call,
        graph: Ok(empty_graph()),
        options: RunOptions::default(),
        callbacks: Vec::new(),
        callback_graph: None,
        finish: Box::new(move |_, _| Ok(result)),
    })
}

fn checked_options(vm: &mut Vm, call: CallKind, kw: &[(Sym, Value)]) -> Res<RunOptions> {
    if call == CallKind::Visualize {
        check_drawing(vm, kw)?;
        return Ok(RunOptions::default());
    }
    run_options(vm, kw)
}

fn request(
    vm: &mut Vm,
    call: CallKind,
    packed: Packed,
    graph: TaskGraph<TaskSpec>,
    options: RunOptions,
    single: bool,
) -> Res<CallRequest> {
    let callbacks = if call == CallKind::Visualize { Vec::new() } else { callbacks::active(vm)? };
    let callback_graph = match callbacks.is_empty() {
        true => None,
        false => {
            let (parts, keys) = parts_and_keys(&packed.collections);
            let nodes = culled_nodes(vm, &parts, &keys);
            Some(crate::task_object::mapping(vm, nodes.iter())?)
        }
    };
    let outputs: Vec<Key> =
        graph.outputs().iter().filter_map(|id| graph.node(*id)).map(|node| node.key.clone()).collect();
    let keep = call == CallKind::Persist;
    let finish: Finish = Box::new(move |vm, values| {
        let results = results(vm, &packed.collections, &outputs, &values, keep)?;
        if single {
            return Ok(results.first().copied().unwrap_or(Value::NONE));
        }
        packed.repack(vm, &results)
    });
    Ok(CallRequest { call, graph: Ok(graph), options, callbacks, callback_graph, finish })
}

fn parts_and_keys(collections: &[Collection]) -> (Vec<Part>, Vec<Key>) {
    let parts = collections.iter().map(|c| Part { value: c.part, nested: false }).collect();
    let keys = collections.iter().flat_map(|c| c.keys.iter().cloned()).collect();
    (parts, keys)
}

/// One result for each collection from the values of all outputs.
fn results(
    vm: &mut Vm,
    collections: &[Collection],
    outputs: &[Key],
    values: &[Value],
    keep: bool,
) -> Res<Vec<Value>> {
    let by_key: rustc_hash::FxHashMap<&Key, Value> = outputs.iter().zip(values.iter().copied()).collect();
    let mut results = Vec::with_capacity(collections.len());
    for collection in collections {
        let own: Vec<Value> =
            collection.keys.iter().map(|key| by_key.get(key).copied().unwrap_or(Value::NONE)).collect();
        let result = if keep {
            let layer = data_layer(vm, collection.name.clone(), &collection.keys, &own)?;
            (collection.kind.rebuild)(vm, collection.value, layer)?
        } else {
            (collection.kind.finish)(vm, collection.value, &own)?
        };
        results.push(result);
    }
    Ok(results)
}

fn missing_dependency(vm: &mut Vm, missing: &MissingKey) -> Unwind {
    let user = missing.user.as_ref().map_or_else(String::new, |user| format!(" for dependents {{{}}}", user.repr()));
    vm.value_error(format!("Missing dependency {}{user}", missing.key))
}

fn empty_graph() -> TaskGraph<TaskSpec> {
    match taskyard_graph::GraphBuilder::new().resolve(&[]) {
        Ok(graph) => graph,
        Err(_) => unreachable!("nothing is wanted of an empty graph"),
    }
}

/// `dask.optimize(*args)`: the same collections on one merged graph without
/// what they do not need.
///
/// # Errors
/// What walking the arguments raises.
pub(crate) fn optimize(vm: &mut Vm, args: &Args<'_>) -> Res {
    let traverse = flag(vm, args.kw, "traverse", true)?;
    let packed = Packed::of(vm, args.pos, traverse)?;
    let Some(first) = packed.collections.first() else { return Ok(vm.tuple(args.pos.to_vec())) };
    let name = first.name.clone();
    let (parts, keys) = parts_and_keys(&packed.collections);
    let nodes = culled_nodes(vm, &parts, &keys);
    let layer = new_layer(vm, Layer::plain(name, nodes))?;
    let mut results = Vec::with_capacity(packed.collections.len());
    for collection in &packed.collections {
        results.push((collection.kind.rebuild)(vm, collection.value, layer)?);
    }
    packed.repack(vm, &results)
}
