//! Failure, home, stop and panic with real threads and real time.

#![allow(
    clippy::disallowed_types,
    clippy::disallowed_methods,
    reason = "tests run natively and measure real time"
)]

mod common;

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use common::{Case, Deed, Doer, Main, checked, clock, plan_of, run};
use taskyard_sched::{
    Coordinator, Outcome, Plan, PlanTask, Pool, RunEnd, TaskId, TraceEvent, TraceKind, run_graph,
};

/// The longest a stop may take.
const STOP_LIMIT: Duration = Duration::from_millis(300);

fn threads(count: usize) -> rayon::ThreadPool {
    rayon::ThreadPoolBuilder::new().num_threads(count).build().expect("threads")
}

#[test]
fn a_stop_ends_running_tasks_soon() {
    let plan = plan_of(&[&[], &[], &[], &[0, 1, 2]]);
    let doer = Doer { takes: Duration::from_secs(60), ..Doer::new(vec![Deed::Pure; 4]) };
    let pool = threads(2);
    let mut main = Main::new(&doer.deeds);
    let begin = Instant::now();
    main.stop = Box::new(move || begin.elapsed() > Duration::from_millis(50));
    let pool = Pool::Threads(Some(&pool));
    let report = run_graph(plan, checked(2), &doer, &mut main, pool, &clock());
    assert!(begin.elapsed() < STOP_LIMIT + Duration::from_millis(50), "{:?}", begin.elapsed());
    assert_eq!(report.end, RunEnd::Stopped);
    assert_eq!(doer.executed.load(Ordering::Relaxed), 2);
    // Asked often enough while waiting: every 20 ms at the latest.
    assert!(main.asked.get() >= 3, "asked {} times", main.asked.get());
}

#[test]
fn a_stop_is_heard_between_inline_tasks() {
    let plan = plan_of(&[&[], &[0], &[1], &[2]]);
    let doer = Arc::new(Doer::new(vec![Deed::Pure; 4]));
    let mut main = Main::new(&doer.deeds);
    let watched = Arc::clone(&doer);
    main.stop = Box::new(move || watched.executed.load(Ordering::Relaxed) == 2);
    let report = run_graph(plan, checked(1), &*doer, &mut main, Pool::Inline, &clock());
    assert_eq!(report.end, RunEnd::Stopped);
    assert_eq!(doer.executed.load(Ordering::Relaxed), 2);
}

#[test]
fn a_panic_becomes_the_failure_of_its_task() {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let deeds = vec![Deed::Pure, Deed::Panics, Deed::Pure];
    let case = Case { plan: plan_of(&[&[], &[0], &[1]]), deeds };
    let pool = threads(2);
    for pool in [Pool::Inline, Pool::Threads(Some(&pool))] {
        let seen = run(&case, 2, pool);
        let error = "task 1 panicked".to_owned();
        assert_eq!(seen.report.end, RunEnd::Failed { task: TaskId(1), error });
    }
    std::panic::set_hook(hook);
}

#[test]
fn a_failure_calls_off_what_runs_after_it() {
    // The failure has the lowest rank; the other task would take a minute.
    struct Uneven(Doer);
    impl taskyard_sched::Work for Uneven {
        type Value = u64;
        type Error = String;
        fn execute(&self, task: TaskId, worker: u32, inputs: &[u64]) -> Outcome<u64, String> {
            if task == TaskId(0) {
                std::thread::sleep(Duration::from_millis(20));
                return Outcome::Failed("first".to_owned());
            }
            self.0.execute(task, worker, inputs)
        }
        fn bytes(value: &u64) -> usize {
            Doer::bytes(value)
        }
        fn panicked(&self, task: TaskId, message: &str) -> String {
            self.0.panicked(task, message)
        }
        fn cancel_running(&self) {
            self.0.cancel_running();
        }
    }
    let plan = plan_of(&[&[], &[], &[]]);
    let doer = Doer { takes: Duration::from_secs(60), ..Doer::new(vec![Deed::Pure; 3]) };
    let work = Uneven(doer);
    let pool = threads(2);
    let mut main = Main::new(&[]);
    let begin = Instant::now();
    let pool = Pool::Threads(Some(&pool));
    let report = run_graph(plan, checked(2), &work, &mut main, pool, &clock());
    assert!(begin.elapsed() < STOP_LIMIT, "{:?}", begin.elapsed());
    assert_eq!(report.end, RunEnd::Failed { task: TaskId(0), error: "first".to_owned() });
}

#[test]
fn a_function_that_wrote_shared_state_goes_home_directly() {
    let tasks: Vec<PlanTask> = (0..6)
        .map(|at| PlanTask { function: Some(7), ..common::task(&[], at) })
        .collect();
    let outputs = (0..6).map(TaskId).collect();
    let deeds = vec![Deed::Shared; 6];
    let case = Case { plan: Arc::new(Plan::new(tasks, outputs).expect("a good plan")), deeds };
    let doer = Doer::new(case.deeds.clone());
    let mut main = Main::new(&case.deeds);
    let plan = Arc::clone(&case.plan);
    let report = run_graph(plan, checked(1), &doer, &mut main, Pool::Inline, &clock());
    assert_eq!(main.written, [0, 1, 2, 3, 4, 5]);
    assert_eq!(doer.executed.load(Ordering::Relaxed), 1, "the others knew");
    assert_eq!(report.totals.home, 6);
    let went = report.trace.events.iter().filter(|event| event.kind == TraceKind::Home).count();
    assert_eq!(went, 6);
}

/// A main program whose home task waits for pure tasks behind it.
struct Patient<'a> {
    doer: &'a Doer,
    seen: u32,
}

impl Coordinator<u64, String> for Patient<'_> {
    fn execute_home(&mut self, _task: TaskId, _inputs: &[u64]) -> Outcome<u64, String> {
        let begin = Instant::now();
        while self.doer.executed.load(Ordering::Relaxed) < 20 {
            if begin.elapsed() > Duration::from_secs(20) {
                return Outcome::Failed("the workers wait for the main program".to_owned());
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        self.seen = self.doer.executed.load(Ordering::Relaxed);
        Outcome::Done(0)
    }
    fn immediate(&mut self, _task: TaskId, _inputs: &[u64]) -> u64 {
        0
    }
    fn observe(&mut self, _events: &[TraceEvent]) {}
    fn stopped(&self) -> bool {
        false
    }
}

#[test]
fn workers_go_on_while_the_main_program_runs_a_task() {
    let deps: Vec<&[u32]> = vec![&[]; 20];
    let mut deeds = vec![Deed::Pure; 20];
    deeds[0] = Deed::Shared;
    let doer = Doer::new(deeds);
    let mut patient = Patient { doer: &doer, seen: 0 };
    let pool = threads(2);
    let pool = Pool::Threads(Some(&pool));
    let report = run_graph(plan_of(&deps), checked(2), &doer, &mut patient, pool, &clock());
    assert!(matches!(report.end, RunEnd::Done(_)), "{:?}", report.end);
    assert_eq!(patient.seen, 20);
}

#[test]
fn two_workers_really_work_at_once() {
    let doer = Doer { takes: Duration::from_millis(40), ..Doer::new(vec![Deed::Pure; 6]) };
    let mut main = Main::new(&doer.deeds);
    let pool = threads(2);
    let pool = Pool::Threads(Some(&pool));
    let plan = plan_of(&[&[], &[], &[], &[], &[], &[]]);
    let report = run_graph(plan, checked(2), &doer, &mut main, pool, &clock());
    assert!(report.totals.parallelism > 1.2, "{:?}", report.totals);
    assert!(report.totals.longest_path_us >= 40_000.0);
    assert_eq!((report.totals.workers, report.totals.tasks), (2, 6));
}

#[test]
fn a_thread_of_the_pool_does_not_wait_for_itself() {
    let case = Case { plan: plan_of(&[&[], &[0]]), deeds: vec![Deed::Pure; 2] };
    let pool = threads(1);
    let end = pool.install(|| run(&case, 1, Pool::Threads(Some(&pool))).report.end);
    assert!(matches!(end, RunEnd::Done(_)), "{end:?}");
    let end = pool.install(|| run(&case, 1, Pool::Threads(None)).report.end);
    assert!(matches!(end, RunEnd::Done(_)), "{end:?}");
}

#[test]
fn the_global_pool_serves_too() {
    let case = Case { plan: plan_of(&[&[], &[], &[0, 1]]), deeds: vec![Deed::Pure; 3] };
    let seen = run(&case, 2, Pool::Threads(None));
    assert!(matches!(seen.report.end, RunEnd::Done(_)), "{:?}", seen.report.end);
}
