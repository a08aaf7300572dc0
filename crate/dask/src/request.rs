//! What the dask modules ask of the host: to compute, draw or keep a graph.
//!
//! A native function cannot run tasks itself, since they may run on other
//! machines. It returns `Unwind::Suspend` with a [`CallRequest`]; the host
//! records and draws the graph, runs what is wanted and resumes the machine
//! with what `finish` makes of the results. All values in a request are kept
//! alive by the waiting machine.

use std::sync::Arc;

use taskyard_graph::{Key, TaskGraph};
use taskyard_python::error::{Res, Unwind};
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use crate::task::TaskSpec;

/// Which function was called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallKind {
    Compute,
    Get,
    Visualize,
    Persist,
}

impl CallKind {
    /// The word in records.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Compute => "compute",
            Self::Get => "get",
            Self::Visualize => "visualize",
            Self::Persist => "persist",
        }
    }
}

/// What is known of the graph of a call that cannot run.
#[derive(Debug)]
pub enum FaultGraph {
    /// It failed before anything lazy was found.
    Empty,
    /// The keys lead back to each other.
    Cyclic,
    Known(TaskGraph<TaskSpec>),
}

/// A call that is recorded and then raises.
#[derive(Debug)]
pub struct GraphFault {
    /// The exception object.
    pub error: Value,
    pub graph: FaultGraph,
}

/// Options of the call that the host may heed.
#[derive(Debug, Clone, Default)]
pub struct RunOptions {
    /// A name that Dask knows, in lower case; absent for the default.
    pub scheduler: Option<Arc<str>>,
    pub num_workers: Option<usize>,
}

/// The functions of one active callback; absent ones are not called.
#[derive(Debug, Clone, Copy, Default)]
pub struct CallbackSet {
    /// `start(dsk)`
    pub start: Option<Value>,
    /// `start_state(dsk, state)`
    pub start_state: Option<Value>,
    /// `pretask(key, dsk, state)`, for each task that is no plain value
    pub pretask: Option<Value>,
    /// `posttask(key, result, dsk, state, worker_id)`
    pub posttask: Option<Value>,
    /// `finish(dsk, state, errored)`
    pub finish: Option<Value>,
}

/// Makes what the call returns from the values of the outputs in their order.
pub type Finish = Box<dyn FnOnce(&mut Vm, Vec<Value>) -> Res>;

/// One call.
pub struct CallRequest {
    pub call: CallKind,
    /// The graph with its wanted outputs; empty when nothing was lazy.
    pub graph: Result<TaskGraph<TaskSpec>, GraphFault>,
    pub options: RunOptions,
    /// Only for the outermost call: calls inside of tasks pass none on.
    pub callbacks: Vec<CallbackSet>,
    /// The mapping that callbacks get; there when there are callbacks.
    pub callback_graph: Option<Value>,
    /// Not called for `Visualize`, which returns `None`.
    pub finish: Finish,
}

impl std::fmt::Debug for CallRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CallRequest").field("call", &self.call).field("options", &self.options).finish_non_exhaustive()
    }
}

/// Stops the machine for a request.
pub(crate) fn suspend(request: CallRequest) -> Unwind {
    Unwind::Suspend(Box::new(request))
}

/// Stops the machine for a call that fails with this error, so that the host
/// records it first. What is no exception passes through.
pub(crate) fn suspend_fault(call: CallKind, error: Unwind, graph: FaultGraph) -> Unwind {
    let Unwind::Raise(error) = error else { return error };
    suspend(CallRequest {
        call,
        graph: Err(GraphFault { error, graph }),
        options: RunOptions::default(),
        callbacks: Vec::new(),
        callback_graph: None,
        finish: Box::new(|_, _| Ok(Value::NONE)),
    })
}

/// The request that a suspended machine handed out.
///
/// # Errors
/// The box as it was, when it holds something else.
pub fn request_of(request: Box<dyn std::any::Any>) -> Result<Box<CallRequest>, Box<dyn std::any::Any>> {
    request.downcast()
}

/// A key as the value that callbacks get.
pub fn callback_key(vm: &mut Vm, key: &Key) -> Value {
    crate::key::key_value(vm, key)
}
