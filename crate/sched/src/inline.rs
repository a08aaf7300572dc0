//! The pool without threads: everything on the calling thread, by rank.
//!
//! It is the reference that other pools must agree with, and what runs where a
//! page has no threads.

use crate::run_core::{Core, Observer, run_errand};
use crate::run_core::Errand;
use crate::pool::{Clock, RunReport, execute_guarded};
use crate::scheduler::{Event, Scheduler};
use crate::work::{Coordinator, Outcome, Work};

pub(crate) fn run<W: Work, C: Coordinator<W::Value, W::Error>>(
    scheduler: Scheduler,
    work: &W,
    coordinator: &mut C,
    clock: Clock<'_>,
) -> RunReport<W::Value, W::Error> {
    let mut core = Core::new(scheduler, W::bytes);
    let mut observer = Observer::new(clock());
    let mut stop_given = false;
    core.apply(Event::Begin, clock());
    while !core.finished {
        if !stop_given && coordinator.stopped() {
            stop_given = true;
            core.apply(Event::Stop, clock());
        }
        // Errands first: a home task has the lowest rank of all that is left.
        if let Some(errand) = core.errands.pop_front() {
            run_errand_here::<W, C>(&mut core, coordinator, errand, clock);
        } else if let Some(launch) = core.launches.pop_front() {
            if let Some(inputs) = core.start(launch.task, clock()) {
                let (outcome, bytes) = execute_guarded(work, launch.task, launch.worker, &inputs);
                drop(inputs);
                core.complete(launch.task, outcome, bytes, clock());
            }
        } else if !core.finished {
            // Nothing runs and nothing can: the state machine would have said so.
            debug_assert!(false, "the inline pool has nothing to do");
            break;
        }
        if std::mem::take(&mut core.cancel) {
            work.cancel_running();
        }
        core.trash.clear();
        let events = observer.due(&core.scheduler.trace().events, clock());
        if !events.is_empty() {
            coordinator.observe(&events);
        }
    }
    coordinator.observe(&observer.rest(&core.scheduler.trace().events, clock()));
    core.into_report()
}

fn run_errand_here<W: Work, C: Coordinator<W::Value, W::Error>>(
    core: &mut Core<W::Value, W::Error>,
    coordinator: &mut C,
    errand: Errand,
    clock: Clock<'_>,
) {
    let (task, inputs) = match errand {
        Errand::Data(task) => (task, Some(core.inputs(task))),
        Errand::Home(task) => (task, core.start(task, clock())),
    };
    let Some(inputs) = inputs else { return };
    let outcome = run_errand(coordinator, errand, &inputs);
    drop(inputs);
    let bytes = match &outcome {
        Outcome::Done(value) => W::bytes(value),
        _ => 0,
    };
    core.complete(task, outcome, bytes, clock());
}
