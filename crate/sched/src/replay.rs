//! A run as its list of events: a bug report that can be run again.

use std::fmt;
use std::sync::Arc;

use crate::plan::Plan;
use crate::scheduler::{Event, Instruction, Options, Scheduler};

/// A plan, the options and what happened, with times.
#[derive(Debug, Clone)]
pub struct Replay {
    pub plan: Arc<Plan>,
    pub options: Options,
    pub events: Vec<(Event, f64)>,
}

/// The first event after which something did not hold.
#[derive(Debug, Clone, PartialEq)]
pub struct ReplayError {
    pub at: usize,
    pub event: Event,
    pub reason: String,
}

impl fmt::Display for ReplayError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "after event {} ({:?}): {}", self.at, self.event, self.reason)
    }
}

impl std::error::Error for ReplayError {}

impl Replay {
    /// Gives the events to a new scheduler, checking every invariant after
    /// each; returns the instructions of each event and the scheduler.
    pub fn run(&self) -> Result<(Vec<Vec<Instruction>>, Scheduler), ReplayError> {
        let mut scheduler = Scheduler::new(Arc::clone(&self.plan), self.options);
        let mut instructions = Vec::with_capacity(self.events.len());
        for (at, &(event, time_us)) in self.events.iter().enumerate() {
            instructions.push(scheduler.handle(event, time_us));
            scheduler.validate().map_err(|reason| ReplayError { at, event, reason })?;
        }
        Ok((instructions, scheduler))
    }
}
