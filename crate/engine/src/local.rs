//! Runs a graph in the main program's own machine, task by task: for previews,
//! for programs with callbacks, for the synchronous scheduler, and for a
//! compute inside a task.

use std::any::Any;

use taskyard_dask::{CallKind, request_of};
use taskyard_dask::{TaskSpec, enter_task, evaluate, leave_task};
use taskyard_graph::{Key, TaskGraph, TaskId, TaskKind, needed, order};
use taskyard_python::error::{Res, Unwind};
use taskyard_python::object::Type;
use taskyard_python::value::Value;
use taskyard_python::vm::{LineRequest, Vm};

use crate::callbacks::Callbacks;

/// What is told of each task of a local run.
pub(crate) enum Step {
    Start,
    /// With the result.
    End(Value),
    /// An alias has its value, which takes no time.
    Known(Value),
    Failed,
}

/// Hears of each task: the task and what happened to it.
pub(crate) type Hear<'a> = &'a mut dyn FnMut(&mut Vm, TaskId, Step);

/// Values of the outputs of a graph, in their order. The graph has no cycle.
///
/// # Errors
/// What a task raises; `hear` was told of it before.
pub(crate) fn compute(
    vm: &mut Vm,
    graph: &TaskGraph<TaskSpec>,
    callbacks: &Callbacks,
    hear: Hear<'_>,
) -> Res<Vec<Value>> {
    let priorities = match order(graph) {
        Ok(priorities) => priorities,
        Err(cycle) => return Err(vm.error(Type::RuntimeError, cycle.to_string())),
    };
    let wanted = needed(graph, graph.outputs());
    let mut ids: Vec<TaskId> = graph.ids().filter(|id| wanted.get(id.index()).copied().unwrap_or(false)).collect();
    ids.sort_by_key(|id| priorities.get(id.index()).copied().unwrap_or(u32::MAX));
    let mut values = vec![Value::UNBOUND; graph.len()];
    let mark = vm.pins();
    let result = callbacks
        .start(vm)
        .and_then(|()| run_in_order(vm, graph, callbacks, hear, &ids, &mut values));
    let finished = match &result {
        Err(Unwind::Halt(_) | Unwind::Suspend(_)) => Ok(()),
        Err(Unwind::Raise(exc)) => {
            vm.keep(*exc);
            callbacks.finish(vm, true)
        }
        Ok(()) => callbacks.finish(vm, false),
    };
    vm.unpin(mark);
    result.and(finished)?;
    let outputs: Vec<Value> = graph.outputs().iter().map(|id| values[id.index()]).collect();
    outputs.iter().for_each(|&value| vm.keep(value));
    Ok(outputs)
}

fn run_in_order(
    vm: &mut Vm,
    graph: &TaskGraph<TaskSpec>,
    callbacks: &Callbacks,
    hear: Hear<'_>,
    ids: &[TaskId],
    values: &mut [Value],
) -> Res<()> {
    for &id in ids {
        let Some(node) = graph.node(id) else { continue };
        let inputs: Vec<Value> = node.deps.iter().map(|dep| values[dep.index()]).collect();
        let kept = vm.kept();
        if node.kind != TaskKind::Data {
            callbacks.pretask(vm, &node.key)?;
        }
        if node.kind == TaskKind::Task {
            hear(vm, id, Step::Start);
        }
        let scope = enter_task(vm, &node.key);
        let result = evaluate(vm, &node.payload.tree, &node.payload.literals, &inputs);
        leave_task(vm, scope);
        let value = match result {
            Ok(value) => value,
            Err(unwind) => {
                hear(vm, id, Step::Failed);
                return Err(unwind);
            }
        };
        vm.pin(value);
        values[id.index()] = value;
        vm.release(kept, Value::NONE);
        match node.kind {
            TaskKind::Task => hear(vm, id, Step::End(value)),
            TaskKind::Alias => hear(vm, id, Step::Known(value)),
            TaskKind::Data => {}
        }
        if node.kind != TaskKind::Data {
            callbacks.posttask(vm, &node.key, value)?;
        }
    }
    Ok(())
}

/// Answers a request inside a task: computes here, draws and records nothing.
///
/// # Errors
/// What the call raises.
pub(crate) fn answer_quietly(vm: &mut Vm, request: Box<dyn Any>) -> Res {
    if request.is::<LineRequest>() {
        return Err(LineRequest::refuse(vm));
    }
    let request = match request_of(request) {
        Ok(request) => *request,
        Err(_) => return Err(vm.error(Type::RuntimeError, "this request is not known here")),
    };
    let graph = match request.graph {
        Ok(graph) => graph,
        Err(fault) => return Err(Unwind::Raise(fault.error)),
    };
    if request.call == CallKind::Visualize {
        return Ok(Value::NONE);
    }
    let values = compute(vm, &graph, &Callbacks::none(), &mut |_, _, _| {})?;
    (request.finish)(vm, values)
}

/// The text of a key as Python's `str(key)`.
pub(crate) fn key_text(graph: &TaskGraph<TaskSpec>, id: TaskId) -> String {
    graph.node(id).map(|node| &node.key).map(Key::to_string).unwrap_or_default()
}
