//! The pool in virtual time: for exploring interleavings, and for "what if".
//!
//! A task is executed when it starts, and ends when its duration has passed on
//! the virtual clock. Nothing here waits.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::sync::Arc;

use taskyard_graph::TaskId;

use crate::run_core::{Core, Errand, run_errand};
use crate::plan::Plan;
use crate::pool::{Pool, RunReport, execute_guarded, run_graph};
use crate::scheduler::{Event, Options, Scheduler};
use crate::trace::{Totals, Trace, TraceEvent};
use crate::work::{Coordinator, Outcome, Work};

/// An attempt whose end lies ahead. The least is the next to end.
struct Ending<V, E> {
    time_us: f64,
    /// Decides between endings of one time.
    tie: u64,
    task: TaskId,
    outcome: Outcome<V, E>,
    bytes: usize,
}

impl<V, E> Ord for Ending<V, E> {
    /// Reversed, because the heap gives the greatest.
    fn cmp(&self, other: &Self) -> Ordering {
        other.time_us.total_cmp(&self.time_us).then(other.tie.cmp(&self.tie))
    }
}

impl<V, E> PartialOrd for Ending<V, E> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<V, E> PartialEq for Ending<V, E> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl<V, E> Eq for Ending<V, E> {}

/// Small reproducible randomness (SplitMix64); without a seed it only counts.
struct Dice {
    state: u64,
    seeded: bool,
}

impl Dice {
    fn new(seed: Option<u64>) -> Self {
        Self { state: seed.unwrap_or(0), seeded: seed.is_some() }
    }

    fn next(&mut self) -> u64 {
        if !self.seeded {
            self.state += 1;
            return self.state;
        }
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.state;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// Between 0 and 3, in quarters, so that times still meet; 1 without a seed.
    fn stretch(&mut self) -> f64 {
        if self.seeded { f64::from((self.next() % 13) as u32) / 4.0 } else { 1.0 }
    }
}

struct Simulator<'a, W: Work, C> {
    core: Core<W::Value, W::Error>,
    work: &'a W,
    coordinator: &'a mut C,
    endings: BinaryHeap<Ending<W::Value, W::Error>>,
    dice: Dice,
    duration_us: &'a dyn Fn(TaskId) -> f64,
    now_us: f64,
}

pub(crate) fn run<W: Work, C: Coordinator<W::Value, W::Error>>(
    scheduler: Scheduler,
    work: &W,
    coordinator: &mut C,
    seed: Option<u64>,
    duration_us: &dyn Fn(TaskId) -> f64,
) -> RunReport<W::Value, W::Error> {
    let mut simulator = Simulator {
        core: Core::new(scheduler, W::bytes),
        work,
        coordinator,
        endings: BinaryHeap::new(),
        dice: Dice::new(seed),
        duration_us,
        now_us: 0.0,
    };
    simulator.core.apply(Event::Begin, 0.0);
    let mut stop_given = false;
    while !simulator.core.finished {
        if !stop_given && simulator.coordinator.stopped() {
            stop_given = true;
            simulator.core.apply(Event::Stop, simulator.now_us);
        }
        if !simulator.step() {
            debug_assert!(simulator.core.finished, "the simulation has nothing to do");
            break;
        }
    }
    let Simulator { core, coordinator, .. } = simulator;
    coordinator.observe(&core.scheduler.trace().events);
    core.into_report()
}

impl<W: Work, C: Coordinator<W::Value, W::Error>> Simulator<'_, W, C> {
    /// Does one thing; false if there is nothing to do.
    fn step(&mut self) -> bool {
        if let Some(errand) = self.core.errands.pop_front() {
            self.run_errand(errand);
        } else if let Some(launch) = self.core.launches.pop_front() {
            if let Some(inputs) = self.core.start(launch.task, self.now_us) {
                let (outcome, bytes) =
                    execute_guarded(self.work, launch.task, launch.worker, &inputs);
                self.end_later(launch.task, outcome, bytes);
            }
        } else if let Some(ending) = self.endings.pop() {
            self.now_us = ending.time_us;
            self.core.complete(ending.task, ending.outcome, ending.bytes, self.now_us);
        } else {
            return false;
        }
        if std::mem::take(&mut self.core.cancel) {
            self.work.cancel_running();
        }
        self.core.trash.clear();
        true
    }

    fn run_errand(&mut self, errand: Errand) {
        let (task, inputs) = match errand {
            Errand::Data(task) => (task, Some(self.core.inputs(task))),
            Errand::Home(task) => (task, self.core.start(task, self.now_us)),
        };
        let Some(inputs) = inputs else { return };
        let outcome = run_errand(self.coordinator, errand, &inputs);
        let bytes = match &outcome {
            Outcome::Done(value) => W::bytes(value),
            _ => 0,
        };
        match errand {
            Errand::Data(_) => self.core.complete(task, outcome, bytes, self.now_us),
            Errand::Home(_) => self.end_later(task, outcome, bytes),
        }
    }

    fn end_later(&mut self, task: TaskId, outcome: Outcome<W::Value, W::Error>, bytes: usize) {
        let takes_us = match outcome {
            Outcome::Home => 0.0,
            _ => (self.duration_us)(task).max(0.0) * self.dice.stretch(),
        };
        let tie = self.dice.next();
        let time_us = self.now_us + takes_us;
        self.endings.push(Ending { time_us, tie, task, outcome, bytes });
    }
}

/// What [`simulate`] is asked.
#[derive(Debug, Clone, Copy)]
pub struct SimulateOptions<'a> {
    pub workers: u32,
    /// One a task; missing ones take no time.
    pub durations_us: &'a [f64],
    /// Tasks that are known to write shared state; missing ones do not.
    pub home: &'a [bool],
}

/// A run that did not happen.
#[derive(Debug, Clone, PartialEq)]
pub struct Simulation {
    pub trace: Trace,
    pub totals: Totals,
}

/// What the run of a plan would look like with so many workers, if its tasks
/// took what they took: no task is executed.
pub fn simulate(plan: Arc<Plan>, options: &SimulateOptions<'_>) -> Simulation {
    let recorded = Recorded { home: options.home };
    let duration_us = |task: TaskId| options.durations_us.get(task.index()).copied().unwrap_or(0.0);
    let pool = Pool::Simulated { seed: None, duration_us: &duration_us };
    let run_options = Options::new(options.workers);
    let report = run_graph(plan, run_options, &recorded, &mut NoProgram, pool, &|| 0.0);
    Simulation { trace: report.trace, totals: report.totals }
}

/// Work that is only remembered.
struct Recorded<'a> {
    home: &'a [bool],
}

impl Work for Recorded<'_> {
    type Value = ();
    type Error = ();

    fn execute(&self, task: TaskId, _worker: u32, _inputs: &[()]) -> Outcome<(), ()> {
        match self.home.get(task.index()) {
            Some(true) => Outcome::Home,
            _ => Outcome::Done(()),
        }
    }

    fn bytes((): &()) -> usize {
        0
    }

    fn panicked(&self, _task: TaskId, _message: &str) {}
}

struct NoProgram;

impl Coordinator<(), ()> for NoProgram {
    fn execute_home(&mut self, _task: TaskId, _inputs: &[()]) -> Outcome<(), ()> {
        Outcome::Done(())
    }

    fn immediate(&mut self, _task: TaskId, _inputs: &[()]) {}

    fn observe(&mut self, _events: &[TraceEvent]) {}

    fn stopped(&self) -> bool {
        false
    }
}
