//! The answer is the same in every pool, whatever the interleaving.

#![allow(
    clippy::disallowed_types,
    clippy::disallowed_methods,
    reason = "tests run natively and measure real time"
)]

mod common;

use std::sync::Arc;

use common::{Case, Deed, Seen, mix, run};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use taskyard_sched::{
    NodeKind, Plan, PlanTask, Pool, Replay, RunEnd, TaskId, TraceEvent, TraceKind, simulate,
    SimulateOptions,
};

/// Chances in 256 of the deeds of a task.
#[derive(Debug, Clone, Copy)]
struct Chances {
    shared: u8,
    fails: u8,
}

fn cases(chances: Chances) -> impl Strategy<Value = Case> {
    let raw = (vec(any::<Index>(), 0..4), any::<u8>(), any::<u8>(), 0u32..20);
    vec(raw, 1..30).prop_map(move |raw| {
        let mut deeds = Vec::new();
        let mut tasks = Vec::new();
        for (at, (picks, kind, deed, priority)) in raw.iter().enumerate() {
            let mut deps: Vec<TaskId> = match at {
                0 => vec![],
                _ => picks.iter().map(|pick| TaskId(pick.index(at) as u32)).collect(),
            };
            let kind = match (kind % 4, deps.is_empty()) {
                (0, true) => NodeKind::Data,
                (0, false) => {
                    deps.truncate(1);
                    NodeKind::Alias
                }
                _ => NodeKind::Task,
            };
            let fails = u16::from(chances.fails);
            let shared = u16::from(chances.shared);
            let deed = match u16::from(*deed) {
                roll if roll < fails / 2 => Deed::Fails,
                roll if roll < fails => Deed::SharedFails,
                roll if roll < fails + shared => Deed::Shared,
                _ => Deed::Pure,
            };
            // Functions are told apart by what they do, as code is.
            let function = (priority % 3 > 0).then_some(deed as u64);
            deeds.push(deed);
            tasks.push(PlanTask { deps, priority: *priority, function, kind });
        }
        let last = TaskId(tasks.len() as u32 - 1);
        let middle = TaskId(tasks.len() as u32 / 2);
        let plan = Plan::new(tasks, vec![last, middle, last]).expect("a good plan");
        Case { plan: Arc::new(plan), deeds }
    })
}

/// What one worker computes, by a plain loop over the ranks.
fn expected(case: &Case) -> (RunEnd<u64, String>, Vec<u32>) {
    let mut values = vec![0u64; case.plan.len()];
    let mut written = Vec::new();
    for &task in case.plan.by_rank() {
        let inputs: Vec<u64> = case.plan.deps(task).iter().map(|dep| values[dep.index()]).collect();
        let deed = case.deeds[task.index()];
        let error = |text: &str| RunEnd::Failed { task, error: format!("task {} {text}", task.0) };
        values[task.index()] = match (case.plan.kind(task), deed) {
            (NodeKind::Alias, _) => inputs[0],
            (NodeKind::Data, _) | (_, Deed::Pure) => mix(task, &inputs),
            (_, Deed::Shared) => {
                written.push(task.0);
                mix(task, &inputs) ^ written.len() as u64
            }
            (_, Deed::SharedFails) => {
                written.push(task.0);
                return (error("failed at home"), written);
            }
            (_, Deed::Fails) => return (error("failed"), written),
            (_, Deed::Panics) => return (error("panicked"), written),
        };
    }
    let outputs = case.plan.outputs().iter().map(|id| values[id.index()]).collect();
    (RunEnd::Done(outputs), written)
}

fn check(case: &Case, seen: &Seen, expect: &(RunEnd<u64, String>, Vec<u32>)) {
    assert_eq!(seen.report.end, expect.0);
    assert_eq!(seen.written, expect.1);
    assert_eq!(seen.observed, seen.report.trace.events, "the main program saw everything");
    check_trace(&case.plan, &seen.report.trace.events, seen.report.totals.workers);
    let replay = Replay {
        plan: Arc::clone(&case.plan),
        options: common::checked(seen.report.totals.workers),
        events: seen.report.log.clone(),
    };
    let (_, scheduler) = replay.run().expect("every invariant holds");
    assert!(scheduler.is_finished());
    assert_eq!(scheduler.trace(), &seen.report.trace);
    assert_eq!(scheduler.totals(), seen.report.totals);
}

/// Times rise, lanes hold one task at a time, tasks start after their inputs end.
fn check_trace(plan: &Plan, events: &[TraceEvent], workers: u32) {
    let mut lanes = vec![None; workers as usize + 1];
    let mut ended = vec![false; plan.len()];
    let mut released = vec![false; plan.len()];
    let mut last_us = 0.0;
    for event in events {
        assert!(event.time_us >= last_us);
        last_us = event.time_us;
        let lane = &mut lanes[event.worker as usize];
        match event.kind {
            TraceKind::Ready => {
                assert!(plan.deps(event.task).iter().all(|dep| ended[dep.index()]));
            }
            TraceKind::Start => {
                assert_eq!(lane.replace(event.task), None);
                assert!(plan.deps(event.task).iter().all(|dep| {
                    ended[dep.index()] && !released[dep.index()]
                }));
            }
            TraceKind::End => {
                if plan.kind(event.task) == NodeKind::Task {
                    assert_eq!(lane.take(), Some(event.task));
                }
                ended[event.task.index()] = true;
            }
            TraceKind::Failed => assert_eq!(lane.take(), Some(event.task)),
            // Known functions go home without having started.
            TraceKind::Home if event.worker == workers => {}
            TraceKind::Home => assert_eq!(lane.take(), Some(event.task)),
            TraceKind::Release => released[event.task.index()] = true,
        }
    }
}

fn check_everywhere(case: &Case, pools: &[rayon::ThreadPool]) {
    let expect = expected(case);
    check(case, &run(case, 4, Pool::Inline), &expect);
    for pool in pools {
        check(case, &run(case, 4, Pool::Threads(Some(pool))), &expect);
    }
    let duration_us = |task: TaskId| f64::from(task.0 % 5);
    for workers in 1..4 {
        for seed in [None, Some(1), Some(2), Some(u64::from(workers) << 40)] {
            let pool = Pool::Simulated { seed, duration_us: &duration_us };
            check(case, &run(case, workers, pool), &expect);
        }
    }
}

fn pools() -> Vec<rayon::ThreadPool> {
    [1, 2, 4]
        .map(|threads| {
            rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads")
        })
        .into()
}

fn check_many(chances: Chances, count: u32) {
    let pools = pools();
    let config = ProptestConfig { cases: count, failure_persistence: None, ..Default::default() };
    proptest!(config, |(case in cases(chances))| {
        check_everywhere(&case, &pools);
    });
}

#[test]
fn pure_graphs_have_one_answer() {
    check_many(Chances { shared: 0, fails: 0 }, 100);
}

#[test]
fn shared_writes_happen_in_one_order() {
    check_many(Chances { shared: 90, fails: 0 }, 200);
}

#[test]
fn the_same_failure_wins() {
    check_many(Chances { shared: 40, fails: 40 }, 200);
}

#[test]
fn what_if_is_computed_from_durations() {
    // Two increments of 1 s and 2 s, then a sum of 1 s.
    let plan = common::plan_of(&[&[], &[], &[0, 1]]);
    let durations_us = [1e6, 2e6, 1e6];
    let ask = |workers, home: &[bool]| {
        let options = SimulateOptions { workers, durations_us: &durations_us, home };
        simulate(Arc::clone(&plan), &options).totals
    };
    let one = ask(1, &[]);
    assert_eq!((one.wall_us, one.work_us, one.parallelism), (4e6, 4e6, 1.0));
    let two = ask(2, &[]);
    assert_eq!((two.wall_us, two.longest_path_us, two.parallelism), (3e6, 3e6, 4.0 / 3.0));
    assert_eq!(ask(8, &[]).wall_us, 3e6);
    let home = ask(8, &[true, true, false]);
    assert_eq!((home.wall_us, home.home), (4e6, 2));
}

#[test]
fn an_empty_plan_ends_at_once() {
    let case = Case { plan: common::plan_of(&[]), deeds: vec![] };
    check_everywhere(&case, &pools());
}

#[test]
fn long_chains_of_aliases_need_no_stack() {
    let mut tasks = vec![PlanTask { kind: NodeKind::Data, ..common::task(&[], 0) }];
    for at in 1..50_000 {
        tasks.push(PlanTask { kind: NodeKind::Alias, ..common::task(&[at - 1], at) });
    }
    let plan = Plan::new(tasks, vec![TaskId(49_999)]).expect("a good plan");
    let doer = common::Doer::new(vec![]);
    let mut main = common::Main::new(&[]);
    let report = taskyard_sched::run_graph(
        Arc::new(plan),
        taskyard_sched::Options::new(2),
        &doer,
        &mut main,
        Pool::Inline,
        &|| 0.0,
    );
    assert_eq!(report.end, RunEnd::Done(vec![mix(TaskId(0), &[])]));
    assert_eq!(report.totals.work_us, 0.0);
}
