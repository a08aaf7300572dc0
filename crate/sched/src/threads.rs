//! The pool of threads: rayon carries tasks out, a lock guards the state machine.
//!
//! A thread that ends a task takes the lock once: it reports the end, is told
//! what comes next, runs the first of it itself and hands the rest to the pool.
//! The coordinator is woken only for errands and at the end; in between it looks
//! up every few milliseconds to show the trace and to see whether to stop. So a
//! long task in the main program does not hold the workers up.
//!
//! No deadline is computed anywhere, because there is no `Instant` in a browser.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rayon::{Scope, ThreadPool};
use taskyard_graph::TaskId;

use crate::POLL_MS;
use crate::run_core::{Core, Errand, Launch, Observer, run_errand};
use crate::pool::{Clock, RunReport, execute_guarded};
use crate::scheduler::{Event, Scheduler};
use crate::trace::TraceEvent;
use crate::work::{Coordinator, Outcome, Work};

/// The threads that can serve the calling thread; none if it is one of them.
pub(crate) fn usable_threads(pool: Option<&ThreadPool>) -> u32 {
    // Counting first: where threads cannot be had, rayon then makes the calling
    // thread its only one.
    let count = pool.map_or_else(rayon::current_num_threads, ThreadPool::current_num_threads);
    let index = pool.map_or_else(rayon::current_thread_index, ThreadPool::current_thread_index);
    match index {
        Some(_) => 0,
        None => u32::try_from(count).unwrap_or(u32::MAX),
    }
}

struct Shared<'a, W: Work> {
    core: Mutex<Core<W::Value, W::Error>>,
    wake: Condvar,
    work: &'a W,
    clock: Clock<'a>,
}

type Guard<'a, W> = MutexGuard<'a, Core<<W as Work>::Value, <W as Work>::Error>>;

impl<W: Work> Shared<'_, W> {
    fn lock(&self) -> Guard<'_, W> {
        // A panic under the lock is a defect that validation reports; the values
        // are still whole.
        self.core.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Unlocks, then does what is better done without the lock.
    fn unlock(&self, mut core: Guard<'_, W>) {
        let trash = std::mem::take(&mut core.trash);
        let cancel = std::mem::take(&mut core.cancel);
        let wake = core.finished || !core.errands.is_empty();
        drop(core);
        if wake {
            self.wake.notify_one();
        }
        if cancel {
            self.work.cancel_running();
        }
        drop(trash);
    }
}

pub(crate) fn run<W: Work, C: Coordinator<W::Value, W::Error>>(
    scheduler: Scheduler,
    work: &W,
    coordinator: &mut C,
    pool: Option<&ThreadPool>,
    clock: Clock<'_>,
) -> RunReport<W::Value, W::Error> {
    let core = Mutex::new(Core::new(scheduler, W::bytes));
    let shared = Shared { core, wake: Condvar::new(), work, clock };
    let mut observer = Observer::new(clock());
    match pool {
        Some(pool) => pool.in_place_scope(|scope| {
            coordinate(&shared, scope, coordinator, &mut observer);
        }),
        None => rayon::in_place_scope(|scope| {
            coordinate(&shared, scope, coordinator, &mut observer);
        }),
    }
    let core = shared.core.into_inner().unwrap_or_else(PoisonError::into_inner);
    coordinator.observe(&observer.rest(&core.scheduler.trace().events, clock()));
    core.into_report()
}

fn spawn_all<'s, W: Work>(shared: &'s Shared<'s, W>, scope: &Scope<'s>, launches: Vec<Launch>) {
    for launch in launches {
        scope.spawn(move |scope| run_lane(shared, scope, launch));
    }
}

/// Runs a task and then, one after the other, tasks that its end allowed.
fn run_lane<'s, W: Work>(shared: &'s Shared<'s, W>, scope: &Scope<'s>, first: Launch) {
    let mut core = shared.lock();
    let mut next = begin_one(&mut core, Some(first), (shared.clock)());
    let launches: Vec<Launch> = core.launches.drain(..).collect();
    shared.unlock(core);
    spawn_all(shared, scope, launches);
    while let Some((Launch { task, worker }, inputs)) = next {
        let (outcome, bytes) = execute_guarded(shared.work, task, worker, &inputs);
        drop(inputs);
        let now_us = (shared.clock)();
        let mut core = shared.lock();
        core.complete(task, outcome, bytes, now_us);
        next = begin_one(&mut core, None, now_us);
        let launches: Vec<Launch> = core.launches.drain(..).collect();
        shared.unlock(core);
        spawn_all(shared, scope, launches);
    }
}

/// Begins `first`, or the next task to launch that is still needed.
fn begin_one<V: Clone, E>(
    core: &mut Core<V, E>,
    first: Option<Launch>,
    now_us: f64,
) -> Option<(Launch, Vec<V>)> {
    let mut candidate = first.or_else(|| core.launches.pop_front());
    while let Some(launch) = candidate {
        if let Some(inputs) = core.start(launch.task, now_us) {
            return Some((launch, inputs));
        }
        candidate = core.launches.pop_front();
    }
    None
}

/// The coordinator's loop: errands, trace, stop, until the run is over.
fn coordinate<'s, W: Work, C: Coordinator<W::Value, W::Error>>(
    shared: &'s Shared<'s, W>,
    scope: &Scope<'s>,
    coordinator: &mut C,
    observer: &mut Observer,
) {
    let clock = shared.clock;
    let mut stop_given = false;
    let mut core = shared.lock();
    core.apply(Event::Begin, clock());
    loop {
        let launches: Vec<Launch> = core.launches.drain(..).collect();
        let errand = core.errands.pop_front();
        let finished = core.finished;
        let events = observer.due(&core.scheduler.trace().events, clock());
        shared.unlock(core);
        spawn_all(shared, scope, launches);
        show(coordinator, &events);
        if finished {
            return;
        }
        if !stop_given && coordinator.stopped() {
            stop_given = true;
            core = shared.lock();
            core.apply(Event::Stop, clock());
            // The errand is not lost: a stopped run still answers it.
            if let Some(errand) = errand {
                core.errands.push_front(errand);
            }
            continue;
        }
        core = match errand {
            Some(errand) => run_errand_unlocked(shared, coordinator, errand),
            None => wait(shared),
        };
    }
}

fn show<V, E, C: Coordinator<V, E>>(coordinator: &mut C, events: &[TraceEvent]) {
    if !events.is_empty() {
        coordinator.observe(events);
    }
}

/// Waits until there is something to do, or a few milliseconds.
fn wait<'s, W: Work>(shared: &'s Shared<'s, W>) -> Guard<'s, W> {
    let core = shared.lock();
    if core.finished || !core.errands.is_empty() || !core.launches.is_empty() {
        return core;
    }
    let waited = shared.wake.wait_timeout(core, Duration::from_millis(POLL_MS));
    waited.unwrap_or_else(PoisonError::into_inner).0
}

fn run_errand_unlocked<'s, W: Work, C: Coordinator<W::Value, W::Error>>(
    shared: &'s Shared<'s, W>,
    coordinator: &mut C,
    errand: Errand,
) -> Guard<'s, W> {
    let clock = shared.clock;
    let mut core = shared.lock();
    let (task, inputs): (TaskId, Option<Vec<W::Value>>) = match errand {
        Errand::Data(task) => (task, Some(core.inputs(task))),
        Errand::Home(task) => (task, core.start(task, clock())),
    };
    let Some(inputs) = inputs else { return core };
    shared.unlock(core);
    let outcome = run_errand(coordinator, errand, &inputs);
    drop(inputs);
    let bytes = match &outcome {
        Outcome::Done(value) => W::bytes(value),
        _ => 0,
    };
    let mut core = shared.lock();
    core.complete(task, outcome, bytes, clock());
    core
}
