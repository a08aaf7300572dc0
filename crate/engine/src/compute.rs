//! Runs a graph on a pool: tasks travel to workers, results come back, what
//! writes shared state runs in the main program.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;
use taskyard_dask::{Arg, TaskSpec, enter_task, evaluate, leave_task};
use taskyard_graph::{TaskGraph, TaskId, needed, order};
use taskyard_python::error::{Halt, Res, Unwind};
use taskyard_python::object::Type;
use taskyard_python::portable::Parcel;
use taskyard_python::{decimal_state, random_state};
use taskyard_python::value::{Ref, Value};
use taskyard_python::vm::{SleepMode, Vm};
use taskyard_sched::{
    Coordinator, NodeKind, Options, Outcome, Plan, PlanTask, Pool, RunEnd, Totals, TraceEvent, TraceKind, Work,
    run_graph,
};

use crate::data::ValueData;
use crate::environment::{Environment, Threads};
use crate::picture;
use crate::value::{TaskError, TaskValue};
use crate::worker::{self, ComputeSettings, PortableTask};

static NEXT_COMPUTE: AtomicU64 = AtomicU64::new(1);

/// How long a task takes in virtual time.
const SIMULATED_TASK_US: f64 = 1000.0;

/// How to run a graph.
#[derive(Debug, Clone)]
pub(crate) struct ComputeOptions {
    pub environment: Environment,
    pub threads: Threads,
    pub workers: u32,
    pub sleep: SleepMode,
    pub run: u64,
}

/// What the session does with news of a run.
pub(crate) trait Audience {
    /// Text that a task printed, in the order of one worker.
    fn print(&mut self, text: &str);
    /// Trace events with the ids of the whole graph.
    fn trace(&mut self, events: Vec<Told>);
}

/// An event, and the result that it is about.
pub(crate) type Told = (TraceEvent, Option<ValueData>);

/// The end of a compute.
pub(crate) struct Computed {
    /// Values of the outputs, or the error.
    pub result: Res<Vec<Value>>,
    /// The task that failed.
    pub failed: Option<TaskId>,
    pub totals: Totals,
}

/// Runs what the outputs of a graph need. The graph has no cycle.
pub(crate) fn compute(
    vm: &mut Vm,
    graph: &TaskGraph<TaskSpec>,
    options: &ComputeOptions,
    audience: &mut dyn Audience,
) -> Computed {
    let part = match Part::new(graph) {
        Ok(part) => part,
        Err(text) => {
            let result = Err(vm.error(Type::RuntimeError, text));
            return Computed { result, failed: None, totals: Totals::default() };
        }
    };
    let settings = ComputeSettings {
        environment: options.environment.clone(),
        cancel: Arc::new(AtomicU8::new(0)),
        sleep: options.sleep,
        run: options.run,
        compute: NEXT_COMPUTE.fetch_add(1, Ordering::Relaxed),
        random_locked: random_state::is_seeded(vm),
        decimal_context: decimal_state::context(vm),
    };
    let work = PoolWork { tasks: part.pack(vm, graph), settings, mail: Mutex::default(), told: Mutex::default(), part: &part };
    let pins = vm.pins();
    let mut home = Home {
        vm,
        graph,
        part: &part,
        mail: &work.mail,
        told: &work.told,
        results: FxHashMap::default(),
        audience,
        values: Vec::new(),
        printed: BTreeMap::new(),
        done: vec![false; part.plan.len()],
        next_rank: 0,
        environment: options.environment.clone(),
    };
    let pool = match &options.threads {
        Threads::None => Pool::Inline,
        Threads::Rayon(pool) => Pool::Threads(pool.as_deref()),
        Threads::Simulated(seed) => Pool::Simulated { seed: Some(*seed), duration_us: &|_| SIMULATED_TASK_US },
    };
    let now = options.environment.now_us;
    let report =
        run_graph(part.plan.clone(), Options::new(options.workers), &work, &mut home, pool, &move || now());
    let (result, failed) = home.conclude(report.end);
    if matches!(options.threads, Threads::None | Threads::Simulated(_)) {
        worker::forget_machine();
    }
    let totals = report.totals;
    if let Ok(values) = &result {
        values.iter().for_each(|&value| vm.keep(value));
    }
    vm.unpin(pins);
    Computed { result, failed, totals }
}

/// The part of a graph that runs, with the ids of the whole one.
struct Part {
    plan: Arc<Plan>,
    /// The id in the whole graph of each task of the plan.
    ids: Vec<TaskId>,
}

impl Part {
    fn new(graph: &TaskGraph<TaskSpec>) -> Result<Self, String> {
        let priorities = order(graph).map_err(|cycle| cycle.to_string())?;
        let keep = needed(graph, graph.outputs());
        let ids: Vec<TaskId> = graph.ids().filter(|id| keep.get(id.index()).copied().unwrap_or(false)).collect();
        let mut places = vec![TaskId(0); graph.len()];
        for (place, id) in ids.iter().enumerate() {
            places[id.index()] = TaskId::from(place);
        }
        let mut functions = FxHashMap::default();
        let tasks = ids
            .iter()
            .filter_map(|&id| {
                let node = graph.node(id)?;
                Some(PlanTask {
                    deps: node.deps.iter().map(|dep| places[dep.index()]).collect(),
                    priority: priorities.get(id.index()).copied().unwrap_or(id.0),
                    function: function_of(&node.payload).map(|r| {
                        let next = functions.len() as u64;
                        *functions.entry(r).or_insert(next)
                    }),
                    kind: match node.kind {
                        taskyard_graph::TaskKind::Task => NodeKind::Task,
                        taskyard_graph::TaskKind::Data => NodeKind::Data,
                        taskyard_graph::TaskKind::Alias => NodeKind::Alias,
                    },
                })
            })
            .collect();
        let outputs = graph.outputs().iter().map(|id| places[id.index()]).collect();
        let plan = Plan::new(tasks, outputs).map_err(|error| error.to_string())?;
        Ok(Self { plan: Arc::new(plan), ids })
    }

    fn whole(&self, id: TaskId) -> TaskId {
        self.ids.get(id.index()).copied().unwrap_or(id)
    }

    /// All tasks for other machines; `None` for what cannot travel.
    fn pack(&self, vm: &mut Vm, graph: &TaskGraph<TaskSpec>) -> Vec<Option<PortableTask>> {
        let mut functions = FxHashMap::default();
        self.ids
            .iter()
            .map(|&id| {
                let node = graph.node(id)?;
                if node.kind != taskyard_graph::TaskKind::Task {
                    return None;
                }
                let spec = &node.payload;
                let function = match function_of(spec) {
                    Some(r) => Some(
                        functions
                            .entry(r)
                            .or_insert_with(|| Parcel::pack(vm, Value::object(r)).ok().map(Arc::new))
                            .clone()?,
                    ),
                    None => None,
                };
                let rest = &spec.literals[usize::from(function.is_some())..];
                let literals = if rest.is_empty() {
                    None
                } else {
                    let mark = vm.kept();
                    let tuple = vm.tuple(rest.to_vec());
                    let parcel = Parcel::pack(vm, tuple);
                    vm.release(mark, Value::NONE);
                    Some(Arc::new(parcel.ok()?))
                };
                Some(PortableTask { tree: spec.tree.clone(), key: node.key.clone(), function, literals })
            })
            .collect()
    }
}

/// The function of a call, when it is an object: literal 0.
fn function_of(spec: &TaskSpec) -> Option<Ref> {
    match &*spec.tree {
        Arg::Call(call) if call.function == Arg::Literal(0) => {
            spec.literals.first().and_then(|value| value.as_ref())
        }
        _ => None,
    }
}

/// The side of the pool.
struct PoolWork<'a> {
    tasks: Vec<Option<PortableTask>>,
    settings: ComputeSettings,
    /// What tasks printed, by rank.
    mail: Mutex<Vec<(u32, String)>>,
    /// Results of tasks in a few letters.
    told: Mutex<Vec<(TaskId, ValueData)>>,
    part: &'a Part,
}

impl Work for PoolWork<'_> {
    type Value = TaskValue;
    type Error = TaskError;

    fn execute(&self, id: TaskId, _worker: u32, inputs: &[TaskValue]) -> Outcome<TaskValue, TaskError> {
        let Some(Some(task)) = self.tasks.get(id.index()) else { return Outcome::Home };
        let (outcome, told, printed) = worker::execute(&self.settings, task, self.part.whole(id), inputs);
        if let Some(told) = told {
            self.told.lock().unwrap_or_else(PoisonError::into_inner).push((id, told));
        }
        if !printed.is_empty() && matches!(outcome, Outcome::Done(_) | Outcome::Failed(_)) {
            self.mail.lock().unwrap_or_else(PoisonError::into_inner).push((self.part.plan.rank(id), printed));
        }
        outcome
    }

    fn bytes(value: &TaskValue) -> usize {
        value.bytes()
    }

    fn panicked(&self, _task: TaskId, message: &str) -> TaskError {
        // The machine of this thread may be half way through something.
        worker::forget_machine();
        TaskError::Broken(format!("the machine of a worker broke: {message}"))
    }

    fn cancel_running(&self) {
        self.settings.cancel.store(1, Ordering::Relaxed);
    }
}

/// The side of the main program.
struct Home<'a> {
    vm: &'a mut Vm,
    graph: &'a TaskGraph<TaskSpec>,
    part: &'a Part,
    mail: &'a Mutex<Vec<(u32, String)>>,
    told: &'a Mutex<Vec<(TaskId, ValueData)>>,
    /// Results whose end is not told yet.
    results: FxHashMap<TaskId, ValueData>,
    audience: &'a mut dyn Audience,
    /// Values of the main program by their number; pinned.
    values: Vec<Value>,
    /// Printed text that waits for tasks of lower rank.
    printed: BTreeMap<u32, String>,
    done: Vec<bool>,
    /// All tasks below this rank are done and their text is out.
    next_rank: u32,
    environment: Environment,
}

impl Home<'_> {
    fn keep(&mut self, task: TaskId, value: Value) -> TaskValue {
        if let Some(told) = picture::told(self.vm, self.part.whole(task), value) {
            self.results.insert(task, told);
        }
        self.vm.pin(value);
        self.values.push(value);
        let parcel = Parcel::pack(self.vm, value).ok().map(Arc::new);
        TaskValue::Home { index: self.values.len() as u32 - 1, parcel }
    }

    /// A result as a value of the main program.
    fn fetch(&mut self, value: &TaskValue) -> Res {
        match value {
            TaskValue::Home { index, .. } => Ok(self.values[*index as usize]),
            TaskValue::Portable(parcel) => {
                let value = parcel.unpack(self.vm, false)?;
                self.vm.pin(value);
                Ok(value)
            }
        }
    }

    fn evaluate(&mut self, id: TaskId, inputs: &[TaskValue]) -> Res {
        let Some(node) = self.graph.node(self.part.whole(id)) else { return Ok(Value::NONE) };
        let (key, tree, literals) = (node.key.clone(), node.payload.tree.clone(), node.payload.literals.clone());
        let mut values = Vec::with_capacity(inputs.len());
        for input in inputs {
            values.push(self.fetch(input)?);
        }
        let scope = enter_task(self.vm, &key);
        let result = evaluate(self.vm, &tree, &literals, &values);
        leave_task(self.vm, scope);
        result
    }

    /// Takes the mail and hands out the text of all tasks below `rank`, and
    /// what follows without a gap of unfinished tasks.
    fn hand_out(&mut self, rank: u32) {
        let mail = std::mem::take(&mut *self.mail.lock().unwrap_or_else(PoisonError::into_inner));
        self.printed.extend(mail);
        while (self.next_rank as usize) < self.done.len()
            && (self.next_rank < rank || self.done[self.next_rank as usize])
        {
            if let Some(text) = self.printed.remove(&self.next_rank) {
                self.audience.print(&text);
            }
            self.next_rank += 1;
        }
    }

    fn conclude(&mut self, end: RunEnd<TaskValue, TaskError>) -> (Res<Vec<Value>>, Option<TaskId>) {
        match end {
            RunEnd::Done(values) => {
                self.hand_out(u32::MAX);
                (values.iter().map(|value| self.fetch(value)).collect(), None)
            }
            RunEnd::Failed { task, error } => {
                self.hand_out(self.part.plan.rank(task).saturating_add(1));
                let unwind = match error {
                    TaskError::Raised(parcel) => match parcel.unpack(self.vm, false) {
                        Ok(exc) => Unwind::Raise(exc),
                        Err(other) => other,
                    },
                    TaskError::RaisedAtHome(index) => Unwind::Raise(self.values[index as usize]),
                    TaskError::Halted(halt) => Unwind::Halt(halt),
                    TaskError::Broken(text) => self.vm.error(Type::SystemError, text),
                };
                if let Unwind::Raise(exc) = &unwind {
                    self.vm.keep(*exc);
                }
                (Err(unwind), Some(self.part.whole(task)))
            }
            RunEnd::Stopped => {
                self.hand_out(0);
                (Err(Unwind::Halt(Halt::Interrupted)), None)
            }
        }
    }
}

impl Coordinator<TaskValue, TaskError> for Home<'_> {
    fn execute_home(&mut self, task: TaskId, inputs: &[TaskValue]) -> Outcome<TaskValue, TaskError> {
        self.hand_out(self.part.plan.rank(task));
        match self.evaluate(task, inputs) {
            Ok(value) => Outcome::Done(self.keep(task, value)),
            Err(Unwind::Raise(exc)) => {
                self.vm.pin(exc);
                self.values.push(exc);
                Outcome::Failed(TaskError::RaisedAtHome(self.values.len() as u32 - 1))
            }
            Err(Unwind::Halt(Halt::Interrupted)) => Outcome::Stopped,
            Err(Unwind::Halt(halt)) => Outcome::Failed(TaskError::Halted(halt)),
            Err(Unwind::Suspend(_)) => Outcome::Failed(TaskError::Broken("a task waited for the host".into())),
        }
    }

    fn immediate(&mut self, task: TaskId, inputs: &[TaskValue]) -> TaskValue {
        match self.evaluate(task, inputs) {
            Ok(value) => self.keep(task, value),
            // A plain value cannot fail; an alias passes its input on.
            Err(_) => inputs.first().cloned().unwrap_or(TaskValue::Home { index: 0, parcel: None }),
        }
    }

    fn observe(&mut self, events: &[TraceEvent]) {
        for event in events {
            if event.kind == TraceKind::End
                && let Some(done) = self.done.get_mut(self.part.plan.rank(event.task) as usize)
            {
                *done = true;
            }
        }
        self.hand_out(0);
        self.results.extend(std::mem::take(&mut *self.told.lock().unwrap_or_else(PoisonError::into_inner)));
        let whole = events.iter().map(|event| {
            let value = if event.kind == TraceKind::End { self.results.remove(&event.task) } else { None };
            (TraceEvent { task: self.part.whole(event.task), ..*event }, value)
        });
        self.audience.trace(whole.collect());
    }

    fn stopped(&self) -> bool {
        self.environment.interrupt.load(Ordering::Relaxed) != 0
    }
}
