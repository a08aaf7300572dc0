//! Work whose answer shows every input, and a main program that keeps notes.

#![allow(dead_code, reason = "each test file uses a part")]

use std::cell::Cell;
use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use taskyard_sched::{
    Coordinator, NodeKind, Options, Outcome, Plan, PlanTask, Pool, RunReport, TaskId, TraceEvent,
    Work, run_graph,
};

/// What a task does besides computing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    Pure,
    /// Writes shared state: appends its number to the list of the main program.
    Shared,
    Fails,
    /// Writes shared state, then fails.
    SharedFails,
    Panics,
}

pub struct Doer {
    pub deeds: Vec<Deed>,
    pub cancelled: AtomicBool,
    pub executed: AtomicU32,
    /// Real time that a task takes, in a spin that `cancel_running` ends.
    pub takes: Duration,
}

impl Doer {
    pub fn new(deeds: Vec<Deed>) -> Self {
        Self {
            deeds,
            cancelled: AtomicBool::new(false),
            executed: AtomicU32::new(0),
            takes: Duration::ZERO,
        }
    }
}

/// Mixes the number of a task and its inputs, in order.
pub fn mix(task: TaskId, inputs: &[u64]) -> u64 {
    inputs.iter().fold(u64::from(task.0) + 1, |sum, input| {
        sum.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23) ^ input
    })
}

impl Work for Doer {
    type Value = u64;
    type Error = String;

    fn execute(&self, task: TaskId, _worker: u32, inputs: &[u64]) -> Outcome<u64, String> {
        self.executed.fetch_add(1, Ordering::Relaxed);
        let begin = Instant::now();
        while begin.elapsed() < self.takes {
            if self.cancelled.load(Ordering::Relaxed) {
                return Outcome::Stopped;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        match self.deeds[task.index()] {
            Deed::Pure => Outcome::Done(mix(task, inputs)),
            Deed::Shared | Deed::SharedFails => Outcome::Home,
            Deed::Fails => Outcome::Failed(format!("task {} failed", task.0)),
            Deed::Panics => panic!("task {} panicked", task.0),
        }
    }

    fn bytes(value: &u64) -> usize {
        (*value % 1000) as usize
    }

    fn panicked(&self, _task: TaskId, message: &str) -> String {
        message.to_owned()
    }

    fn cancel_running(&self) {
        assert!(!self.cancelled.swap(true, Ordering::Relaxed), "cancelled twice");
    }
}

pub struct Main<'a> {
    pub deeds: &'a [Deed],
    /// The shared state: tasks that wrote, in order.
    pub written: Vec<u32>,
    pub observed: Vec<TraceEvent>,
    pub stop: Box<dyn Fn() -> bool>,
    pub asked: Cell<u32>,
}

impl<'a> Main<'a> {
    pub fn new(deeds: &'a [Deed]) -> Self {
        Self {
            deeds,
            written: Vec::new(),
            observed: Vec::new(),
            stop: Box::new(|| false),
            asked: Cell::new(0),
        }
    }
}

impl Coordinator<u64, String> for Main<'_> {
    fn execute_home(&mut self, task: TaskId, inputs: &[u64]) -> Outcome<u64, String> {
        match self.deeds[task.index()] {
            Deed::Fails => return Outcome::Failed(format!("task {} failed", task.0)),
            Deed::Panics => return Outcome::Failed(format!("task {} panicked", task.0)),
            Deed::Pure => {}
            Deed::Shared => self.written.push(task.0),
            Deed::SharedFails => {
                self.written.push(task.0);
                return Outcome::Failed(format!("task {} failed at home", task.0));
            }
        }
        // The answer depends on what was written before.
        Outcome::Done(mix(task, inputs) ^ self.written.len() as u64)
    }

    fn immediate(&mut self, task: TaskId, inputs: &[u64]) -> u64 {
        mix(task, inputs)
    }

    fn observe(&mut self, events: &[TraceEvent]) {
        self.observed.extend_from_slice(events);
    }

    fn stopped(&self) -> bool {
        self.asked.set(self.asked.get() + 1);
        (self.stop)()
    }
}

/// A program for the scheduler: a plan and what its tasks do.
#[derive(Debug, Clone)]
pub struct Case {
    pub plan: Arc<Plan>,
    pub deeds: Vec<Deed>,
}

pub fn task(deps: &[u32], priority: u32) -> PlanTask {
    let deps = deps.iter().map(|&dep| TaskId(dep)).collect();
    PlanTask { deps, priority, function: None, kind: NodeKind::Task }
}

/// A plan whose priorities are the ids and whose outputs are the unused tasks.
pub fn plan_of(deps: &[&[u32]]) -> Arc<Plan> {
    let used: HashSet<u32> = deps.iter().flat_map(|deps| deps.iter().copied()).collect();
    let outputs = (0..deps.len() as u32).filter(|id| !used.contains(id)).map(TaskId).collect();
    let tasks = deps.iter().zip(0..).map(|(deps, priority)| task(deps, priority)).collect();
    Arc::new(Plan::new(tasks, outputs).expect("a good plan"))
}

pub fn checked(workers: u32) -> Options {
    Options { workers, keep_log: true, validate: true }
}

/// Microseconds of the machine.
pub fn clock() -> impl Fn() -> f64 + Sync {
    let begin = Instant::now();
    move || begin.elapsed().as_secs_f64() * 1e6
}

/// A run and what the main program saw of it.
pub struct Seen {
    pub report: RunReport<u64, String>,
    pub written: Vec<u32>,
    pub observed: Vec<TraceEvent>,
}

pub fn run(case: &Case, workers: u32, pool: Pool<'_>) -> Seen {
    let doer = Doer::new(case.deeds.clone());
    let mut main = Main::new(&case.deeds);
    let plan = Arc::clone(&case.plan);
    let report = run_graph(plan, checked(workers), &doer, &mut main, pool, &clock());
    Seen { report, written: main.written, observed: main.observed }
}
