//! Runs a program for the page: its graphs, tasks and texts are told while it goes on.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use taskyard_graph::TaskId;
use taskyard_python::compile::compile;
use taskyard_python::error::{Halt, Res, Unwind};
use taskyard_python::span::Source;
use taskyard_python::value::Value;
use taskyard_python::vm::{Limits, SleepMode, Vm};
use taskyard_sched as sched;

use crate::compute::{self, Audience, ComputeOptions, Told};
use crate::data::{
    CallKind, CallTotals, GraphData, RunEvent, RunOptions, RunResult, SleepKind, TraceEvent, TraceKind,
};
use crate::environment::{Environment, Listener, Threads};
use crate::local::{self, Step};
use crate::session::{
    self, Computation, Conductor, Driven, FailedTask, Program, Site, failed_task, remember_failure,
};
use crate::{diagnostic, picture};

static NEXT_RUN: AtomicU64 = AtomicU64::new(1);

/// The least time between two batches of printed text.
const PRINT_EVERY_US: f64 = 16_000.0;

/// A number for each run of this program.
pub(crate) fn next_run() -> u64 {
    NEXT_RUN.fetch_add(1, Ordering::Relaxed)
}

/// Tells the listener, with printed text gathered for a while.
struct Teller {
    listener: Box<dyn Listener>,
    text: String,
    told_us: f64,
    now_us: fn() -> f64,
}

impl Teller {
    fn print(&mut self, text: &str) {
        self.text.push_str(text);
        if (self.now_us)() - self.told_us > PRINT_EVERY_US {
            self.flush();
        }
    }

    fn flush(&mut self) {
        self.told_us = (self.now_us)();
        if !self.text.is_empty() {
            let text = std::mem::take(&mut self.text);
            self.listener.hear(RunEvent::Output { text });
        }
    }

    fn tell(&mut self, event: RunEvent) {
        self.flush();
        self.listener.hear(event);
    }
}

type SharedTeller = Rc<RefCell<Teller>>;

/// The news of one compute.
struct CallAudience {
    teller: SharedTeller,
    call: u32,
    /// When the compute began, since the run began.
    offset_us: f64,
}

fn trace_kind(kind: sched::TraceKind) -> TraceKind {
    match kind {
        sched::TraceKind::Ready => TraceKind::Ready,
        sched::TraceKind::Start => TraceKind::Start,
        sched::TraceKind::End => TraceKind::End,
        sched::TraceKind::Failed => TraceKind::Failed,
        sched::TraceKind::Release => TraceKind::Release,
        sched::TraceKind::Home => TraceKind::Home,
    }
}

impl Audience for CallAudience {
    fn print(&mut self, text: &str) {
        self.teller.borrow_mut().print(text);
    }

    fn trace(&mut self, events: Vec<Told>) {
        let events: Vec<TraceEvent> = events
            .into_iter()
            .map(|(event, value)| TraceEvent {
                call: self.call,
                task: event.task.0,
                kind: trace_kind(event.kind),
                worker: event.worker,
                time_us: self.offset_us + event.time_us,
                bytes: event.bytes as f64,
                value,
            })
            .collect();
        if !events.is_empty() {
            self.teller.borrow_mut().tell(RunEvent::Trace { events });
        }
    }
}

struct Runner {
    options: ComputeOptions,
    teller: SharedTeller,
    began_us: f64,
    /// For each call met: its number among the computes.
    calls: Vec<Option<u32>>,
    computes: u32,
    totals: Vec<CallTotals>,
    failed: FailedTask,
}

impl Runner {
    fn since_began(&self) -> f64 {
        (self.options.environment.now_us)() - self.began_us
    }

    fn compute_at_home(&mut self, vm: &mut Vm, call: u32, computation: &Computation<'_>) -> Res<Vec<Value>> {
        let workers = self.options.workers;
        let (teller, began_us, now) = (self.teller.clone(), self.began_us, self.options.environment.now_us);
        let mut starts: Vec<(TaskId, f64, f64)> = Vec::new();
        let mut failed = None;
        let begin = self.since_began();
        let result = local::compute(vm, computation.graph, computation.callbacks, &mut |vm, id, step| {
            let time_us = now() - began_us;
            let mut value = None;
            let kind = match step {
                Step::Start => {
                    starts.push((id, time_us, time_us));
                    TraceKind::Start
                }
                Step::Known(_) => return,
                Step::End(result) => {
                    value = picture::told(vm, id, result);
                    if let Some(last) = starts.last_mut() {
                        last.2 = time_us;
                    }
                    TraceKind::End
                }
                Step::Failed => {
                    failed = Some(id);
                    TraceKind::Failed
                }
            };
            let event = TraceEvent { call, task: id.0, kind, worker: workers, time_us, bytes: 0.0, value };
            teller.borrow_mut().tell(RunEvent::Trace { events: vec![event] });
        });
        if let (Err(Unwind::Raise(exc)), Some(id)) = (&result, failed) {
            remember_failure(vm, &self.failed, computation.graph, id, *exc);
        }
        let work_us: f64 = starts.iter().map(|(_, start, end)| end - start).sum();
        let wall_us = self.since_began() - begin;
        self.totals.push(CallTotals {
            call,
            tasks: starts.len() as u32,
            workers: 1,
            wall_us,
            work_us,
            longest_path_us: longest_path(computation, &starts),
            parallelism: if wall_us > 0.0 { work_us / wall_us } else { 0.0 },
            home: starts.len() as u32,
        });
        result
    }
}

/// The longest chain of durations among tasks that ran one after the other.
fn longest_path(computation: &Computation<'_>, runs: &[(TaskId, f64, f64)]) -> f64 {
    let mut ends = vec![0.0f64; computation.graph.len()];
    let mut longest = 0.0f64;
    for (id, start, end) in runs {
        let deps = computation.graph.deps(*id).iter().map(|dep| ends[dep.index()]);
        ends[id.index()] = deps.fold(0.0, f64::max) + (end - start);
        longest = longest.max(ends[id.index()]);
    }
    longest
}

impl Conductor for Runner {
    fn meet(&mut self, _vm: &mut Vm, call: CallKind, site: Site, graph: GraphData) -> usize {
        let number = (call != CallKind::Visualize && !graph.cyclic).then(|| {
            self.computes += 1;
            self.computes - 1
        });
        let picture = picture::picture(site.name, call, site.line, graph);
        self.teller.borrow_mut().tell(RunEvent::Graph { call: number, picture: Box::new(picture) });
        self.calls.push(number);
        self.calls.len() - 1
    }

    fn compute(&mut self, vm: &mut Vm, index: usize, computation: &Computation<'_>) -> Res<Vec<Value>> {
        let call = self.calls.get(index).copied().flatten().unwrap_or(0);
        if computation.synchronous || !computation.callbacks.is_empty() {
            return self.compute_at_home(vm, call, computation);
        }
        let mut audience = CallAudience { teller: self.teller.clone(), call, offset_us: self.since_began() };
        let computed = compute::compute(vm, computation.graph, &self.options, &mut audience);
        if let (Err(Unwind::Raise(exc)), Some(id)) = (&computed.result, computed.failed) {
            remember_failure(vm, &self.failed, computation.graph, id, *exc);
        }
        let totals = computed.totals;
        self.totals.push(CallTotals {
            call,
            tasks: totals.tasks,
            workers: totals.workers,
            wall_us: totals.wall_us,
            work_us: totals.work_us,
            longest_path_us: totals.longest_path_us,
            parallelism: totals.parallelism,
            home: totals.home,
        });
        computed.result
    }

    fn returned(&mut self, _vm: &mut Vm, _index: usize, _call: CallKind, _result: &Res) {}
}

/// A run that waits for a line.
pub struct Run {
    vm: Vm,
    program: Program<Runner>,
    teller: SharedTeller,
    failed: FailedTask,
    began_us: f64,
    now_us: fn() -> f64,
}

/// How far a run has come.
pub enum Progress {
    Ended(Box<RunResult>),
    /// It goes on with [`Run::answer`].
    Asks(Box<Run>),
}

/// Runs a program on a pool until it ends, or asks where nobody can be waited
/// for. Never fails: errors are in the result.
pub fn start(
    text: &str,
    options: &RunOptions,
    threads: Threads,
    environment: &Environment,
    listener: Box<dyn Listener>,
) -> Progress {
    let now_us = environment.now_us;
    let began_us = now_us();
    let source = Arc::new(Source::new(diagnostic::PROGRAM, text));
    let code = match compile(source.clone()) {
        Ok(code) => code,
        Err(errors) => {
            let error = diagnostic::of_syntax(&source, &errors);
            let wall_us = now_us() - began_us;
            let result = RunResult { last: None, error, totals: Vec::new(), wall_us, stopped: false };
            return Progress::Ended(Box::new(result));
        }
    };
    let sleep = match options.sleep {
        SleepKind::Real => SleepMode::Real,
        SleepKind::Virtual => SleepMode::Virtual,
    };
    let teller = Rc::new(RefCell::new(Teller { listener, text: String::new(), told_us: began_us, now_us }));
    let limits = Limits { interrupt: Some(environment.interrupt.clone()), sleep, ..Limits::default() };
    let (printer, before_asking, ask_line) = (teller.clone(), teller.clone(), environment.ask_line);
    let asker = move || {
        before_asking.borrow_mut().flush();
        ask_line()
    };
    let printer = Box::new(move |text: &str| printer.borrow_mut().print(text));
    let mut vm = session::machine(limits, environment, printer, Box::new(asker));
    let failed = FailedTask::default();
    let workers = options.workers.max(1);
    let runner = Runner {
        options: ComputeOptions { environment: environment.clone(), threads, workers, sleep, run: next_run() },
        teller: teller.clone(),
        began_us,
        calls: Vec::new(),
        computes: 0,
        totals: Vec::new(),
        failed: failed.clone(),
    };
    let program = Program::new(&mut vm, runner);
    let driven = program.start(&mut vm, &code);
    Box::new(Run { vm, program, teller, failed, began_us, now_us }).progress(driven)
}

/// Runs a program to its end; whoever cannot be waited for has nothing to say.
pub fn run(
    text: &str,
    options: &RunOptions,
    threads: Threads,
    environment: &Environment,
    listener: Box<dyn Listener>,
) -> RunResult {
    let mut progress = start(text, options, threads, environment, listener);
    loop {
        match progress {
            Progress::Ended(result) => return *result,
            Progress::Asks(run) => progress = run.answer(None),
        }
    }
}

impl Run {
    /// Goes on with a line, or with the end of all lines.
    #[must_use]
    pub fn answer(mut self: Box<Self>, line: Option<String>) -> Progress {
        let driven = self.program.answer(&mut self.vm, line);
        self.progress(driven)
    }

    fn progress(self: Box<Self>, driven: Res<Driven>) -> Progress {
        self.teller.borrow_mut().flush();
        match driven {
            Ok(Driven::Asks) => Progress::Asks(self),
            Ok(Driven::Ended) => Progress::Ended(Box::new(self.end(Ok(())))),
            Err(unwind) => Progress::Ended(Box::new(self.end(Err(unwind)))),
        }
    }

    fn end(self, result: Res<()>) -> RunResult {
        let Self { mut vm, program, failed, began_us, now_us, .. } = self;
        let totals = program.end(&mut vm).map(|runner| runner.totals).unwrap_or_default();
        let (last, error, stopped) = match result {
            Ok(()) => (session::last_repr(&mut vm), None, false),
            Err(unwind) => {
                let stopped = matches!(unwind, Unwind::Halt(Halt::Interrupted));
                let task = failed_task(&failed, &unwind);
                (None, diagnostic::of_unwind(&mut vm, &unwind, task), stopped)
            }
        };
        RunResult { last, error, totals, wall_us: now_us() - began_us, stopped }
    }
}
