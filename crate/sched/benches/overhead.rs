//! What the scheduler itself costs for each task: `cargo bench -p taskyard-sched`.

#![allow(
    clippy::disallowed_types,
    clippy::disallowed_methods,
    reason = "benchmarks run natively and measure real time"
)]

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use taskyard_sched::{
    Coordinator, Event, Instruction, NodeKind, Options, Outcome, Plan, PlanTask, Pool, Scheduler,
    TaskId, TraceEvent, Work, run_graph,
};

const TASKS: u32 = 10_000;
const ROUNDS: u32 = 20;

struct Trivial;

impl Work for Trivial {
    type Value = u64;
    type Error = ();

    fn execute(&self, task: TaskId, _worker: u32, inputs: &[u64]) -> Outcome<u64, ()> {
        Outcome::Done(inputs.iter().sum::<u64>() + u64::from(task.0))
    }

    fn bytes(_value: &u64) -> usize {
        8
    }

    fn panicked(&self, _task: TaskId, _message: &str) {}
}

struct Idle;

impl Coordinator<u64, ()> for Idle {
    fn execute_home(&mut self, _task: TaskId, _inputs: &[u64]) -> Outcome<u64, ()> {
        Outcome::Stopped
    }

    fn immediate(&mut self, _task: TaskId, _inputs: &[u64]) -> u64 {
        0
    }

    fn observe(&mut self, _events: &[TraceEvent]) {}

    fn stopped(&self) -> bool {
        false
    }
}

/// Pairs of neighbours, level by level: a tree over half of the tasks.
fn plan() -> Plan {
    let leaves = TASKS / 2;
    let tasks = (0..TASKS).map(|at| PlanTask {
        deps: match at.checked_sub(leaves) {
            Some(parent) => vec![TaskId(parent * 2), TaskId((parent * 2 + 1).min(at - 1))],
            None => vec![],
        },
        priority: at,
        function: Some(1),
        kind: NodeKind::Task,
    });
    Plan::new(tasks.collect(), vec![TaskId(TASKS - 1)]).expect("a good plan")
}

fn measure(name: &str, mut once: impl FnMut()) {
    let mut best = f64::INFINITY;
    for _ in 0..ROUNDS {
        let begin = Instant::now();
        once();
        best = best.min(begin.elapsed().as_secs_f64());
    }
    println!("{name:<28} {:.3} µs a task", best * 1e6 / f64::from(TASKS));
}

fn main() {
    let plan_once = Arc::new(plan());
    measure("make the plan", || {
        black_box(plan());
    });
    measure("state machine", || {
        let mut scheduler = Scheduler::new(Arc::clone(&plan_once), Options::new(4));
        let mut going: Vec<TaskId> = Vec::new();
        let mut event = Event::Begin;
        let mut instructions = Vec::new();
        loop {
            scheduler.handle_into(event, 0.0, &mut instructions);
            going.extend(instructions.drain(..).filter_map(|instruction| match instruction {
                Instruction::Execute { task, .. } => Some(task),
                _ => None,
            }));
            let Some(task) = going.pop() else { break };
            scheduler.handle_into(Event::Started { task }, 0.0, &mut instructions);
            event = Event::Done { task, bytes: 8 };
        }
        assert!(scheduler.is_finished());
    });
    let begin = Instant::now();
    let clock = move || begin.elapsed().as_secs_f64() * 1e6;
    let run = |pool: Pool<'_>, workers| {
        let options = Options::new(workers);
        let report =
            run_graph(Arc::clone(&plan_once), options, &Trivial, &mut Idle, pool, &clock);
        black_box(report.totals);
    };
    measure("inline", || run(Pool::Inline, 1));
    let threads = rayon::ThreadPoolBuilder::new().num_threads(2).build().expect("threads");
    measure("threads, 2 workers", || run(Pool::Threads(Some(&threads)), 2));
    measure("simulated, 8 workers", || {
        run(Pool::Simulated { seed: None, duration_us: &|_| 1.0 }, 8);
    });
}
