//! Where tasks run is a parameter: [`run_graph`] and its pools.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use taskyard_graph::TaskId;

use crate::plan::Plan;
use crate::scheduler::{Event, Options, Scheduler};
use crate::trace::{Totals, Trace};
use crate::work::{Coordinator, Outcome, Work, describe_panic};
use crate::{inline, simulate, threads};

/// Microseconds from any fixed moment, the same on all threads.
pub type Clock<'a> = &'a (dyn Fn() -> f64 + Sync);

/// Where tasks run.
#[derive(Clone, Copy)]
pub enum Pool<'a> {
    /// On the calling thread, in order of rank, with one worker.
    Inline,
    /// On the threads of a rayon pool; `None` is the global one. At most as
    /// many workers as it has threads. Called from one of these threads, it
    /// would wait for itself: then everything runs inline.
    Threads(Option<&'a rayon::ThreadPool>),
    /// On the calling thread, in virtual time: a task takes what the function
    /// says, an attempt that goes home nothing. A seed stirs the durations and
    /// the order of what happens at once, to explore interleavings.
    Simulated { seed: Option<u64>, duration_us: &'a dyn Fn(TaskId) -> f64 },
}

/// How a run ended.
#[derive(Debug, Clone, PartialEq)]
pub enum RunEnd<V, E> {
    /// The values of the outputs, in the order of the plan.
    Done(Vec<V>),
    /// The failure that one worker would have met first.
    Failed { task: TaskId, error: E },
    Stopped,
}

/// Everything about a run that ended.
#[derive(Debug, Clone)]
pub struct RunReport<V, E> {
    pub end: RunEnd<V, E>,
    pub trace: Trace,
    pub totals: Totals,
    /// The events for a [`crate::Replay`], if the options keep them.
    pub log: Vec<(Event, f64)>,
}

/// Runs a plan to its end: all done, failed, or stopped by the coordinator.
pub fn run_graph<W: Work, C: Coordinator<W::Value, W::Error>>(
    plan: Arc<Plan>,
    options: Options,
    work: &W,
    coordinator: &mut C,
    pool: Pool<'_>,
    clock: Clock<'_>,
) -> RunReport<W::Value, W::Error> {
    let inline_options = Options { workers: 1, ..options };
    match pool {
        Pool::Inline => {
            inline::run(Scheduler::new(plan, inline_options), work, coordinator, clock)
        }
        Pool::Threads(pool) => match threads::usable_threads(pool) {
            0 => inline::run(Scheduler::new(plan, inline_options), work, coordinator, clock),
            count => {
                let options = Options { workers: options.workers.min(count), ..options };
                threads::run(Scheduler::new(plan, options), work, coordinator, pool, clock)
            }
        },
        Pool::Simulated { seed, duration_us } => {
            simulate::run(Scheduler::new(plan, options), work, coordinator, seed, duration_us)
        }
    }
}

/// Runs a task and measures its value. Where panics unwind, one becomes the
/// failure of its task; elsewhere it ends the program as always.
pub(crate) fn execute_guarded<W: Work>(
    work: &W,
    task: TaskId,
    worker: u32,
    inputs: &[W::Value],
) -> (Outcome<W::Value, W::Error>, usize) {
    let attempt = catch_unwind(AssertUnwindSafe(|| {
        let outcome = work.execute(task, worker, inputs);
        let bytes = match &outcome {
            Outcome::Done(value) => W::bytes(value),
            _ => 0,
        };
        (outcome, bytes)
    }));
    attempt.unwrap_or_else(|payload| {
        (Outcome::Failed(work.panicked(task, describe_panic(payload.as_ref()))), 0)
    })
}
