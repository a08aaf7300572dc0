//! The state machine alone, with events that come in any order and sense.

#![allow(
    clippy::disallowed_types,
    clippy::disallowed_methods,
    reason = "tests run natively and measure real time"
)]

mod common;

use std::sync::Arc;

use common::{checked, plan_of, task};
use proptest::collection::vec;
use proptest::prelude::*;
use taskyard_sched::{Event, Instruction, NodeKind, Plan, PlanTask, Scheduler, TaskId, TaskState};

fn names(instructions: &[Instruction]) -> Vec<String> {
    let name = |instruction: &Instruction| match instruction {
        Instruction::Execute { task, worker } => format!("execute {} on {worker}", task.0),
        Instruction::ExecuteHome { task } => format!("home {}", task.0),
        Instruction::Resolve { task } => format!("resolve {}", task.0),
        Instruction::Release { task } => format!("release {}", task.0),
        Instruction::Cancel => "cancel".to_owned(),
        Instruction::Finish => "finish".to_owned(),
    };
    instructions.iter().map(name).collect()
}

struct Bench {
    scheduler: Scheduler,
    now_us: f64,
}

impl Bench {
    fn new(plan: Arc<Plan>, workers: u32) -> Self {
        Self { scheduler: Scheduler::new(plan, checked(workers)), now_us: 0.0 }
    }

    fn check(&mut self, event: Event, expect: &[&str]) {
        self.now_us += 1.0;
        let found = self.scheduler.handle(event, self.now_us);
        assert_eq!(names(&found), expect, "after {event:?}");
        self.scheduler.validate().expect("every invariant holds");
    }
}

fn done(task: u32) -> Event {
    Event::Done { task: TaskId(task), bytes: 0 }
}

fn failed(task: u32) -> Event {
    Event::Failed { task: TaskId(task) }
}

fn wrote(task: u32) -> Event {
    Event::WroteShared { task: TaskId(task) }
}

#[test]
fn a_run_of_three_tasks() {
    let mut bench = Bench::new(plan_of(&[&[], &[], &[0, 1]]), 2);
    bench.check(Event::Begin, &["execute 0 on 0", "execute 1 on 1"]);
    bench.check(done(1), &[]);
    assert_eq!(bench.scheduler.state(TaskId(1)), Some(TaskState::Memory));
    assert_eq!(bench.scheduler.state(TaskId(2)), Some(TaskState::Waiting));
    bench.check(done(0), &["execute 2 on 0"]);
    bench.check(done(2), &["release 0", "release 1", "finish"]);
    assert_eq!(bench.scheduler.totals().wall_us, 3.0);
    assert_eq!(bench.scheduler.totals().work_us, 4.0);
    // Late events change nothing.
    bench.check(done(2), &[]);
    assert_eq!(bench.scheduler.ignored_events(), 1);
}

#[test]
fn plain_values_are_asked_for_at_once() {
    let data = PlanTask { kind: NodeKind::Data, ..task(&[], 0) };
    let alias = PlanTask { kind: NodeKind::Alias, ..task(&[0], 1) };
    let plan = Plan::new(vec![data, alias, task(&[1], 2)], vec![TaskId(2)]).expect("a good plan");
    let mut bench = Bench::new(Arc::new(plan), 1);
    bench.check(Event::Begin, &["resolve 0"]);
    bench.check(done(0), &["resolve 1"]);
    bench.check(done(1), &["release 0", "execute 2 on 0"]);
    bench.check(done(2), &["release 1", "finish"]);
}

#[test]
fn earlier_tasks_decide_which_failure_wins() {
    let mut bench = Bench::new(plan_of(&[&[], &[0], &[], &[]]), 2);
    bench.check(Event::Begin, &["execute 0 on 0", "execute 2 on 1"]);
    // Task 1 has a lower rank and may still fail; task 3 has not, and is left out.
    bench.check(failed(2), &[]);
    bench.check(done(0), &["execute 1 on 0"]);
    bench.check(failed(1), &["finish"]);
    assert_eq!(bench.scheduler.failure(), Some(TaskId(1)));
    assert_eq!(bench.scheduler.state(TaskId(3)), Some(TaskState::Ready));
}

#[test]
fn a_decided_failure_calls_off_the_rest() {
    let mut bench = Bench::new(plan_of(&[&[], &[], &[]]), 3);
    bench.check(Event::Begin, &["execute 0 on 0", "execute 1 on 1", "execute 2 on 2"]);
    bench.check(failed(0), &["cancel"]);
    bench.check(done(2), &[]);
    bench.check(Event::Stopped { task: TaskId(1) }, &["finish"]);
    assert_eq!(bench.scheduler.failure(), Some(TaskId(0)));
}

#[test]
fn tasks_go_home_in_order_of_rank() {
    let mut bench = Bench::new(plan_of(&[&[], &[], &[], &[]]), 3);
    bench.check(Event::Begin, &["execute 0 on 0", "execute 1 on 1", "execute 2 on 2"]);
    bench.check(wrote(2), &["execute 3 on 2"]);
    bench.check(wrote(1), &[]);
    bench.check(done(0), &["home 1"]);
    bench.check(done(3), &[]);
    bench.check(done(1), &["home 2"]);
    bench.check(done(2), &["finish"]);
    assert_eq!(bench.scheduler.totals().home, 2);
}

#[test]
fn a_known_function_goes_home_without_trying() {
    let writer = |at| PlanTask { function: Some(1), ..task(&[], at) };
    let plan = Plan::new(vec![writer(0), writer(1), task(&[], 2)], vec![]).expect("a good plan");
    let mut bench = Bench::new(Arc::new(plan), 1);
    bench.check(Event::Begin, &["execute 0 on 0"]);
    bench.check(wrote(0), &["execute 2 on 0", "home 0"]);
    bench.check(done(0), &["release 0", "home 1"]);
    bench.check(done(1), &["release 1"]);
    bench.check(done(2), &["release 2", "finish"]);
}

#[test]
fn a_stop_starts_nothing_more() {
    let mut bench = Bench::new(plan_of(&[&[], &[], &[]]), 1);
    bench.check(Event::Begin, &["execute 0 on 0"]);
    bench.check(Event::Stop, &["cancel"]);
    bench.check(done(0), &["finish"]);
    let mut bench = Bench::new(plan_of(&[&[], &[], &[]]), 1);
    bench.check(Event::Begin, &["execute 0 on 0"]);
    // It gave up although nobody told the scheduler: the learner must have.
    bench.check(Event::Stopped { task: TaskId(0) }, &["finish"]);
    assert!(!bench.scheduler.is_complete());
}

proptest! {
    /// Whatever happens in whatever order, every invariant holds and the run ends.
    #[test]
    fn any_events_keep_the_invariants(
        raw in vec((vec(any::<prop::sample::Index>(), 0..3), 0u8..8, 0u32..9), 1..20),
        workers in 1u32..4,
        dice in vec((any::<prop::sample::Index>(), any::<u8>()), 200),
    ) {
        let tasks: Vec<PlanTask> = raw.iter().enumerate().map(|(at, (picks, kind, priority))| {
            let deps: Vec<TaskId> = match at {
                0 => vec![],
                _ => picks.iter().map(|pick| TaskId(pick.index(at) as u32)).collect(),
            };
            let kind = match (kind, deps.len()) {
                (0, 0) => NodeKind::Data,
                (0, 1) => NodeKind::Alias,
                _ => NodeKind::Task,
            };
            PlanTask { deps, priority: *priority, function: Some(u64::from(*priority)), kind }
        }).collect();
        let last = TaskId(tasks.len() as u32 - 1);
        let count = tasks.len();
        let plan = Arc::new(Plan::new(tasks, vec![last]).expect("a good plan"));
        let mut scheduler = Scheduler::new(plan, checked(workers));
        let mut going: Vec<(TaskId, bool)> = Vec::new();
        let mut event = Event::Begin;
        let mut finishes = 0;
        for (pick, roll) in dice.iter().cycle().take(5_000) {
            let instructions = scheduler.handle(event, 0.0);
            if let Err(reason) = scheduler.validate() {
                return Err(TestCaseError::fail(format!("after {event:?}: {reason}")));
            }
            for instruction in instructions {
                match instruction {
                    Instruction::Execute { task, .. } | Instruction::ExecuteHome { task } => {
                        going.push((task, true));
                    }
                    Instruction::Resolve { task } => going.push((task, false)),
                    Instruction::Finish => finishes += 1,
                    Instruction::Release { .. } | Instruction::Cancel => {}
                }
            }
            if going.is_empty() {
                break;
            }
            let task = TaskId(pick.index(count) as u32);
            event = match roll {
                // Nonsense about any task is harmless, unless it runs.
                0..20 if !going.iter().any(|(other, _)| *other == task) => {
                    Event::Done { task, bytes: 1 }
                }
                20..22 => Event::Stop,
                _ => {
                    let (task, runs) = going.swap_remove(pick.index(going.len()));
                    match roll {
                        22..40 if runs => Event::Failed { task },
                        40..100 if runs => Event::WroteShared { task },
                        100..104 if runs => Event::Stopped { task },
                        _ => Event::Done { task, bytes: 1 },
                    }
                }
            };
        }
        prop_assert!(scheduler.is_finished());
        prop_assert_eq!(finishes, 1);
    }
}
