//! What happened to each task and when: the data of the timeline and of replays.

use taskyard_graph::TaskId;

/// A longer trace is cut; totals stay right. Four events a task.
pub const MAX_TRACE_EVENTS: usize = 400_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TraceKind {
    /// All dependencies are in memory.
    Ready,
    Start,
    /// The result is in memory. A data or alias task has no start.
    End,
    Failed,
    /// The result is no longer needed and was dropped.
    Release,
    /// The task wrote shared state: it runs again in the main program. Also
    /// for a task that goes there directly, because its function is known.
    Home,
}

/// One thing that happened to one task.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TraceEvent {
    pub task: TaskId,
    pub kind: TraceKind,
    /// The lane, from 0; the number of workers is the main program. What no
    /// worker does (becoming ready, plain values) is the main program's.
    pub worker: u32,
    /// Since the run began.
    pub time_us: f64,
    /// Size of the result, for [`TraceKind::End`].
    pub bytes: usize,
}

/// The events of a run, in order of time.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Trace {
    pub events: Vec<TraceEvent>,
    /// Events that did not fit.
    pub dropped: usize,
}

impl Trace {
    pub(crate) fn push(&mut self, event: TraceEvent) {
        if self.events.len() < MAX_TRACE_EVENTS {
            self.events.push(event);
        } else {
            self.dropped += 1;
        }
    }
}

/// Totals of one run.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Totals {
    pub tasks: u32,
    pub workers: u32,
    pub wall_us: f64,
    /// Durations of all tasks that ended; attempts that went home do not count.
    pub work_us: f64,
    /// Longest chain of durations through the plan.
    pub longest_path_us: f64,
    /// Work divided by wall time; 0 when no time passed.
    pub parallelism: f64,
    /// Tasks that ran in the main program because they write shared state.
    pub home: u32,
}
