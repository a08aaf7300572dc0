//! The state machine together with the values: what every pool shares.
//!
//! Values and instructions about values (release, alias) are the same for all
//! pools, so pools only see tasks to launch and errands for the coordinator.

use std::collections::VecDeque;

use taskyard_graph::TaskId;

use crate::plan::NodeKind;
use crate::pool::{RunEnd, RunReport};
use crate::scheduler::{Event, Instruction, Scheduler};
use crate::trace::TraceEvent;
use crate::work::{Coordinator, Outcome};

/// A task for a worker.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Launch {
    pub task: TaskId,
    pub worker: u32,
}

/// A task for the main program.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Errand {
    Home(TaskId),
    Data(TaskId),
}

pub(crate) struct Core<V, E> {
    pub scheduler: Scheduler,
    pub launches: VecDeque<Launch>,
    pub errands: VecDeque<Errand>,
    /// Running tasks are to be asked to give up; taken by who asks them.
    pub cancel: bool,
    pub finished: bool,
    /// Released values, to be dropped where nobody waits for it.
    pub trash: Vec<V>,
    values: Vec<Option<V>>,
    failure: Option<(TaskId, E)>,
    /// What does not hold, when invariants are checked. It ends the run here and
    /// becomes a panic where no thread waits.
    violation: Option<String>,
    bytes: fn(&V) -> usize,
    instructions: Vec<Instruction>,
    aliases: Vec<Event>,
}

impl<V: Clone, E> Core<V, E> {
    pub fn new(scheduler: Scheduler, bytes: fn(&V) -> usize) -> Self {
        let values = scheduler.plan.tasks().iter().map(|_| None).collect();
        Self {
            scheduler,
            launches: VecDeque::new(),
            errands: VecDeque::new(),
            cancel: false,
            finished: false,
            trash: Vec::new(),
            values,
            failure: None,
            violation: None,
            bytes,
            instructions: Vec::new(),
            aliases: Vec::new(),
        }
    }

    /// Handles an event, and the aliases that follow from it.
    pub fn apply(&mut self, event: Event, now_us: f64) {
        let mut next = Some(event);
        while let Some(event) = next {
            let mut instructions = std::mem::take(&mut self.instructions);
            self.scheduler.handle_into(event, now_us, &mut instructions);
            self.check_invariants(event);
            for instruction in instructions.drain(..) {
                self.follow(instruction);
            }
            self.instructions = instructions;
            next = self.aliases.pop();
        }
    }

    fn check_invariants(&mut self, event: Event) {
        if !self.scheduler.options.validate || self.violation.is_some() {
            return;
        }
        let ignored = self.scheduler.ignored_events();
        let found = match self.scheduler.validate() {
            Ok(()) if ignored > 0 => Err("the event makes no sense".to_owned()),
            found => found,
        };
        if let Err(reason) = found {
            self.violation = Some(format!("after {event:?}: {reason}"));
            self.finished = true;
        }
    }

    fn follow(&mut self, instruction: Instruction) {
        match instruction {
            Instruction::Execute { task, worker } => {
                self.launches.push_back(Launch { task, worker });
            }
            Instruction::ExecuteHome { task } => self.errands.push_back(Errand::Home(task)),
            Instruction::Resolve { task } => match self.alias_of(task) {
                Some(value) => {
                    let bytes = (self.bytes)(&value);
                    self.store(task, value);
                    self.aliases.push(Event::Done { task, bytes });
                }
                None => self.errands.push_back(Errand::Data(task)),
            },
            Instruction::Release { task } => {
                let value = self.values.get_mut(task.index()).and_then(Option::take);
                self.trash.extend(value);
            }
            Instruction::Cancel => self.cancel = true,
            Instruction::Finish => self.finished = true,
        }
    }

    fn alias_of(&self, task: TaskId) -> Option<V> {
        let plan = &self.scheduler.plan;
        match (plan.kind(task), plan.deps(task)) {
            (NodeKind::Alias, [dep]) => self.values.get(dep.index()).cloned().flatten(),
            _ => None,
        }
    }

    fn store(&mut self, task: TaskId, value: V) {
        if let Some(slot) = self.values.get_mut(task.index()) {
            *slot = Some(value);
        }
    }

    /// The values of the dependencies; all are in memory when a task starts.
    pub fn inputs(&self, task: TaskId) -> Vec<V> {
        let deps = self.scheduler.plan.deps(task);
        deps.iter().filter_map(|dep| self.values.get(dep.index()).cloned().flatten()).collect()
    }

    /// Begins a task: its inputs, or nothing if it is no longer needed.
    pub fn start(&mut self, task: TaskId, now_us: f64) -> Option<Vec<V>> {
        if !self.scheduler.is_needed(task) {
            self.apply(Event::Stopped { task }, now_us);
            return None;
        }
        self.apply(Event::Started { task }, now_us);
        Some(self.inputs(task))
    }

    /// Ends an attempt. `bytes` is the size of the value, if there is one.
    pub fn complete(&mut self, task: TaskId, outcome: Outcome<V, E>, bytes: usize, now_us: f64) {
        let event = match outcome {
            Outcome::Done(value) => {
                self.store(task, value);
                Event::Done { task, bytes }
            }
            Outcome::Failed(error) => {
                let rank = |task: TaskId| self.scheduler.plan.rank(task);
                if self.failure.as_ref().is_none_or(|(first, _)| rank(task) < rank(*first)) {
                    self.failure = Some((task, error));
                }
                Event::Failed { task }
            }
            Outcome::Home => Event::WroteShared { task },
            Outcome::Stopped => Event::Stopped { task },
        };
        self.apply(event, now_us);
    }

    /// The end of the run and everything that is known about it.
    pub fn into_report(mut self) -> RunReport<V, E> {
        let violation = self.violation.take();
        assert!(violation.is_none(), "{}", violation.unwrap_or_default());
        let totals = self.scheduler.totals();
        let log = self.scheduler.log().to_vec();
        let trace = self.scheduler.take_trace();
        let complete = self.scheduler.is_complete();
        let plan = &self.scheduler.plan;
        let end = match self.failure {
            Some((task, error)) => RunEnd::Failed { task, error },
            None if complete => {
                let values = &self.values;
                let found = plan.outputs().iter();
                RunEnd::Done(found.filter_map(|id| values.get(id.index()).cloned().flatten()).collect())
            }
            None => RunEnd::Stopped,
        };
        RunReport { end, trace, totals, log }
    }
}

/// Shows the coordinator what is new, not more often than it wants to know.
pub(crate) struct Observer {
    seen: usize,
    last_us: f64,
}

impl Observer {
    pub fn new(now_us: f64) -> Self {
        Self { seen: 0, last_us: now_us }
    }

    /// What is new, if it is time to tell. Copied, so that no lock is held.
    pub fn due(&mut self, events: &[TraceEvent], now_us: f64) -> Vec<TraceEvent> {
        if events.len() == self.seen || now_us - self.last_us < crate::OBSERVE_US {
            return Vec::new();
        }
        self.rest(events, now_us)
    }

    /// All that is new.
    pub fn rest(&mut self, events: &[TraceEvent], now_us: f64) -> Vec<TraceEvent> {
        let new = events.get(self.seen..).unwrap_or(&[]).to_vec();
        self.seen = events.len();
        self.last_us = now_us;
        new
    }
}

/// Runs one errand of the main program.
pub(crate) fn run_errand<V, E, C: Coordinator<V, E>>(
    coordinator: &mut C,
    errand: Errand,
    inputs: &[V],
) -> Outcome<V, E> {
    match errand {
        Errand::Home(task) => coordinator.execute_home(task, inputs),
        Errand::Data(task) => Outcome::Done(coordinator.immediate(task, inputs)),
    }
}
