//! The machine of a worker thread, and what it remembers between tasks.
//!
//! Each thread keeps one machine for as long as a run lasts. What tasks
//! capture (functions, data, all that hangs on them) is unpacked once a
//! machine and is marked there: a task that writes it goes home.

use std::cell::RefCell;
use std::hash::{BuildHasher, BuildHasherDefault};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::AtomicU8;

use rustc_hash::{FxHashMap, FxHasher};
use taskyard_dask::{Arg, enter_task, evaluate, leave_task};
use taskyard_graph::{Key, TaskId};
use taskyard_python::error::{Halt, Unwind};
use taskyard_python::portable::Parcel;
use taskyard_python::{decimal_state, random_state};
use taskyard_python::value::Value;
use taskyard_python::vm::{Asked, Limits, SleepMode, Vm};
use taskyard_sched::Outcome;

use crate::data::ValueData;
use crate::environment::{Environment, MachineWorld, Output, gather};
use crate::{local, picture};
use crate::value::{TaskError, TaskValue};

/// What all tasks of one compute share.
#[derive(Debug)]
pub(crate) struct ComputeSettings {
    pub environment: Environment,
    /// Set when what still runs is no longer needed.
    pub cancel: Arc<AtomicU8>,
    pub sleep: SleepMode,
    /// Number of the run, unique in the program.
    pub run: u64,
    /// Number of the compute, unique in the program.
    pub compute: u64,
    /// The main program seeded the random numbers: drawing is a shared write.
    pub random_locked: bool,
    /// How decimals are rounded in the main program, when it uses them.
    pub decimal_context: Option<Arc<Parcel>>,
}

/// A task ready for any machine.
#[derive(Debug)]
pub(crate) struct PortableTask {
    pub tree: Arc<Arg>,
    pub key: Key,
    /// The first literal, the function of a call, packed once for all its tasks.
    pub function: Option<Arc<Parcel>>,
    /// A tuple of the other literals; absent when there are none.
    pub literals: Option<Arc<Parcel>>,
}

struct Worker {
    run: u64,
    compute: u64,
    vm: Vm,
    output: Output,
    /// Captured values by the address of their parcel, which is kept alive.
    captured: FxHashMap<usize, (Arc<Parcel>, Value)>,
    pins: usize,
}

thread_local! {
    static WORKER: RefCell<Option<Worker>> = const { RefCell::new(None) };
}

/// Drops this thread's machine.
pub(crate) fn forget_machine() {
    WORKER.with(|slot| slot.borrow_mut().take());
}

/// How a task ended, its result in a few letters, and the text it printed.
type Ending = (Outcome<TaskValue, TaskError>, Option<ValueData>, String);

/// Runs a task on this thread; `id` is its place in the whole graph.
pub(crate) fn execute(settings: &ComputeSettings, task: &PortableTask, id: TaskId, inputs: &[TaskValue]) -> Ending {
    WORKER.with(|slot| {
        let mut slot = slot.borrow_mut();
        if slot.as_ref().is_none_or(|worker| worker.run != settings.run) {
            *slot = Some(Worker::new(settings));
        }
        match slot.as_mut() {
            Some(worker) => worker.execute(settings, task, id, inputs),
            None => (Outcome::Stopped, None, String::new()),
        }
    })
}

/// A number for the random stream of a task: from the run's seed and the key.
fn task_seed(seed: u64, key: &Key) -> u64 {
    BuildHasherDefault::<FxHasher>::default().hash_one((seed, key.repr()))
}

impl Worker {
    fn new(settings: &ComputeSettings) -> Self {
        let output = Output::default();
        let environment = settings.environment.clone();
        // There is one keyboard, and it belongs to the main program.
        let world = MachineWorld::new(environment, gather(&output), Box::new(|| Asked::Home), settings.sleep);
        let limits = Limits {
            interrupt: Some(settings.environment.interrupt.clone()),
            sleep: settings.sleep,
            ..Limits::default()
        };
        let mut vm = Vm::new(limits, Box::new(world));
        taskyard_dask::install(&mut vm);
        vm.set_host(Rc::new(local::answer_quietly));
        Self { run: settings.run, compute: settings.compute, pins: vm.pins(), vm, output, captured: FxHashMap::default() }
    }

    fn execute(&mut self, settings: &ComputeSettings, task: &PortableTask, id: TaskId, inputs: &[TaskValue]) -> Ending {
        self.begin(settings, task);
        let mark = self.vm.kept();
        let mut told = None;
        let outcome = match self.run(settings, task, inputs) {
            Ok(value) => match Parcel::pack(&mut self.vm, value) {
                Ok(parcel) => {
                    told = picture::told(&self.vm, id, value);
                    Outcome::Done(TaskValue::Portable(Arc::new(parcel)))
                }
                // What cannot travel is made again where it is wanted.
                Err(_) => Outcome::Home,
            },
            Err(unwind) => self.failed(unwind),
        };
        self.vm.release(mark, Value::NONE);
        (outcome, told, std::mem::take(&mut *self.output.borrow_mut()))
    }

    fn begin(&mut self, settings: &ComputeSettings, task: &PortableTask) {
        if self.compute != settings.compute {
            self.compute = settings.compute;
            self.captured.clear();
            self.vm.unpin(self.pins);
        }
        self.vm.limits.cancel = Some(settings.cancel.clone());
        self.vm.restart_limits();
        self.output.borrow_mut().clear();
        random_state::start_task(&mut self.vm, task_seed(settings.environment.seed, &task.key));
        random_state::lock(&mut self.vm, settings.random_locked);
    }

    fn run(&mut self, settings: &ComputeSettings, task: &PortableTask, inputs: &[TaskValue]) -> Result<Value, Unwind> {
        decimal_state::start_task(&mut self.vm, settings.decimal_context.clone())?;
        let mut literals = Vec::new();
        if let Some(function) = &task.function {
            literals.push(self.captured(function)?);
        }
        if let Some(rest) = &task.literals {
            let rest = rest.unpack(&mut self.vm, true)?;
            self.vm.keep(rest);
            literals.extend_from_slice(self.vm.tuple_items(rest).unwrap_or_default());
        }
        let mut values = Vec::with_capacity(inputs.len());
        for input in inputs {
            let value = match input {
                TaskValue::Portable(parcel) => parcel.unpack(&mut self.vm, false)?,
                TaskValue::Home { parcel: Some(parcel), .. } => self.captured(parcel)?,
                TaskValue::Home { parcel: None, .. } => return Err(Unwind::Halt(Halt::SharedWrite)),
            };
            self.vm.keep(value);
            values.push(value);
        }
        let scope = enter_task(&mut self.vm, &task.key);
        let result = evaluate(&mut self.vm, &task.tree, &literals, &values);
        leave_task(&mut self.vm, scope);
        result
    }

    /// A value of the main program, unpacked once a machine.
    fn captured(&mut self, parcel: &Arc<Parcel>) -> Result<Value, Unwind> {
        let address = Arc::as_ptr(parcel) as usize;
        if let Some((_, value)) = self.captured.get(&address) {
            return Ok(*value);
        }
        let value = parcel.unpack(&mut self.vm, true)?;
        self.vm.pin(value);
        self.captured.insert(address, (parcel.clone(), value));
        Ok(value)
    }

    fn failed(&mut self, unwind: Unwind) -> Outcome<TaskValue, TaskError> {
        match unwind {
            Unwind::Halt(Halt::SharedWrite) => {
                self.output.borrow_mut().clear();
                Outcome::Home
            }
            Unwind::Halt(Halt::Interrupted) => Outcome::Stopped,
            Unwind::Halt(halt) => Outcome::Failed(TaskError::Halted(halt)),
            Unwind::Raise(exc) => match Parcel::pack(&mut self.vm, exc) {
                Ok(parcel) => Outcome::Failed(TaskError::Raised(Arc::new(parcel))),
                Err(error) => Outcome::Failed(TaskError::Broken(error.to_string())),
            },
            Unwind::Suspend(_) => Outcome::Failed(TaskError::Broken("a task waited for the host".into())),
        }
    }
}
