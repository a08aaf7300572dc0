//! What the scheduler asks of its host: how to run a task, and who watches.

use taskyard_graph::TaskId;

use crate::trace::TraceEvent;

/// How an attempt to run a task ended.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome<V, E> {
    Done(V),
    Failed(E),
    /// The task was about to write shared state: its copies are dropped and it
    /// must run again in the main program.
    Home,
    /// It gave up because it was asked to.
    Stopped,
}

/// How tasks run. Called from the threads of the pool, several at once.
pub trait Work: Sync {
    /// A result. Cloning must be cheap: every user of it gets a clone.
    type Value: Clone + Send + Sync;
    type Error: Send;

    /// Runs `task` with the values of its dependencies, in their order, in the
    /// lane `worker`.
    fn execute(
        &self,
        task: TaskId,
        worker: u32,
        inputs: &[Self::Value],
    ) -> Outcome<Self::Value, Self::Error>;

    /// The size of a value, for the trace.
    fn bytes(value: &Self::Value) -> usize;

    /// The error of a task whose code panicked: a defect of the host.
    fn panicked(&self, task: TaskId, message: &str) -> Self::Error;

    /// What still runs is no longer needed: the run failed or was stopped.
    /// Running tasks should soon answer [`Outcome::Stopped`]. Called at most
    /// once, from any thread.
    fn cancel_running(&self) {}
}

/// The main program, which waits for the run. Only its own thread calls it.
pub trait Coordinator<V, E> {
    /// Runs a task that writes shared state. Tasks come here one at a time and
    /// in order of rank; [`Outcome::Home`] makes no sense here and counts as
    /// [`Outcome::Stopped`].
    fn execute_home(&mut self, task: TaskId, inputs: &[V]) -> Outcome<V, E>;

    /// The value of a data task. (An alias passes its input on by itself.)
    fn immediate(&mut self, task: TaskId, inputs: &[V]) -> V;

    /// What happened since the last call. At most about every 16 ms, and at the end.
    fn observe(&mut self, events: &[TraceEvent]);

    /// Whether the learner asked to stop. Asked at least every 20 ms while waiting.
    fn stopped(&self) -> bool;
}

/// The text of a panic, if it has one.
pub(crate) fn describe_panic(payload: &(dyn std::any::Any + Send)) -> &str {
    payload
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("unknown")
}
