//! Calls the callbacks of a program around its tasks, in the order of one worker.

use taskyard_dask::{CallbackSet, callback_key};
use taskyard_graph::Key;
use taskyard_python::error::Res;
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

/// The active callbacks of one call.
#[derive(Debug, Clone)]
pub(crate) struct Callbacks {
    sets: Vec<CallbackSet>,
    /// The mapping that they get as `dsk`.
    graph: Value,
    /// An empty dict: the state of the scheduler is not Python's here.
    state: Value,
}

/// Callbacks hear of no worker: the main program runs the tasks.
const WORKER_ID: Value = Value::NONE;

impl Callbacks {
    /// No callbacks.
    pub(crate) fn none() -> Self {
        Self { sets: Vec::new(), graph: Value::NONE, state: Value::NONE }
    }

    pub(crate) fn new(vm: &mut Vm, sets: Vec<CallbackSet>, graph: Option<Value>) -> Self {
        if sets.is_empty() {
            return Self::none();
        }
        let state = Value::object(vm.new_dict());
        vm.pin(state);
        Self { sets, graph: graph.unwrap_or(Value::NONE), state }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.sets.is_empty()
    }

    fn each(&self, vm: &mut Vm, pick: impl Fn(&CallbackSet) -> Option<Value>, args: &[Value]) -> Res<()> {
        for function in self.sets.iter().filter_map(pick) {
            vm.call(function, args)?;
        }
        Ok(())
    }

    pub(crate) fn start(&self, vm: &mut Vm) -> Res<()> {
        self.each(vm, |set| set.start, &[self.graph])?;
        self.each(vm, |set| set.start_state, &[self.graph, self.state])
    }

    pub(crate) fn pretask(&self, vm: &mut Vm, key: &Key) -> Res<()> {
        if self.is_empty() {
            return Ok(());
        }
        let key = callback_key(vm, key);
        self.each(vm, |set| set.pretask, &[key, self.graph, self.state])
    }

    pub(crate) fn posttask(&self, vm: &mut Vm, key: &Key, result: Value) -> Res<()> {
        if self.is_empty() {
            return Ok(());
        }
        let key = callback_key(vm, key);
        self.each(vm, |set| set.posttask, &[key, result, self.graph, self.state, WORKER_ID])
    }

    pub(crate) fn finish(&self, vm: &mut Vm, errored: bool) -> Res<()> {
        self.each(vm, |set| set.finish, &[self.graph, self.state, Value::bool(errored)])
    }
}
