//! One run of a program in the machine of the main program, with somebody who
//! answers its calls to `compute`, `get`, `visualize` and `persist`.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use taskyard_dask::{CallKind as Call, CallRequest, FaultGraph, request_of};
use taskyard_dask::TaskSpec;
use taskyard_graph::{TaskGraph, TaskId};
use taskyard_python::code::Code;
use taskyard_python::error::{Res, Unwind};
use taskyard_python::object::Type;
use taskyard_python::value::Value;
use taskyard_python::vm::{LineRequest, Limits, Outcome, Vm};

use crate::callbacks::Callbacks;
use crate::data::{CallKind, GraphData};
use crate::environment::{Asker, Environment, MachineWorld, Printer};
use crate::{local, picture};

/// Names of Dask's scheduler that runs one task after the other in the main program.
const SYNCHRONOUS: &[&str] = &["synchronous", "sync", "single-threaded"];
/// Longest name of a picture, in characters.
const MAX_NAME: usize = 48;

/// Where a call stands in the program.
#[derive(Debug, Clone, Default)]
pub(crate) struct Site {
    /// The text of the call, shortened.
    pub name: String,
    /// 1-based; 0 when unknown.
    pub line: u32,
}

impl Site {
    fn of(vm: &Vm) -> Self {
        let Some(at) = vm.call_site() else { return Self::default() };
        let text = at.source.text.get(at.span.start as usize..at.span.end as usize).unwrap_or("");
        let line = text.lines().next().unwrap_or("").trim();
        let name = if line.chars().count() > MAX_NAME {
            line.chars().take(MAX_NAME - 1).chain(['…']).collect()
        } else {
            line.to_owned()
        };
        Self { name, line: at.line }
    }
}

/// What a conductor is asked to run.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Computation<'a> {
    pub graph: &'a TaskGraph<TaskSpec>,
    pub callbacks: &'a Callbacks,
    /// The program asked for the synchronous scheduler.
    pub synchronous: bool,
}

/// Answers the calls of a program.
pub(crate) trait Conductor {
    /// A call was met; its graph, as it is drawn. Returns what later news of it are called.
    fn meet(&mut self, vm: &mut Vm, call: CallKind, site: Site, graph: GraphData) -> usize;
    /// Runs the outputs of a graph.
    fn compute(&mut self, vm: &mut Vm, index: usize, computation: &Computation<'_>) -> Res<Vec<Value>>;
    /// What the call returned or raised.
    fn returned(&mut self, vm: &mut Vm, index: usize, call: CallKind, result: &Res);
}

/// The exception of a failed task and its key, for the diagnostic.
pub(crate) type FailedTask = Rc<RefCell<Option<(Value, String)>>>;

/// Remembers which task an exception came from, and keeps the exception.
pub(crate) fn remember_failure(vm: &mut Vm, failed: &FailedTask, graph: &TaskGraph<TaskSpec>, id: TaskId, exc: Value) {
    vm.pin(exc);
    *failed.borrow_mut() = Some((exc, local::key_text(graph, id)));
}

/// The key of the task that an exception came from.
pub(crate) fn failed_task(failed: &FailedTask, unwind: &Unwind) -> Option<String> {
    match (unwind, &*failed.borrow()) {
        (Unwind::Raise(exc), Some((known, key))) if exc == known => Some(key.clone()),
        _ => None,
    }
}

struct Session<C> {
    conductor: RefCell<C>,
    /// A call is being answered: calls inside it are not met.
    busy: Cell<bool>,
}

pub(crate) fn call_kind(call: Call) -> CallKind {
    match call {
        Call::Compute => CallKind::Compute,
        Call::Get => CallKind::Get,
        Call::Visualize => CallKind::Visualize,
        Call::Persist => CallKind::Persist,
    }
}

impl<C: Conductor> Session<C> {
    fn answer(&self, vm: &mut Vm, request: Box<dyn Any>) -> Res {
        if request.is::<LineRequest>() {
            return Err(LineRequest::refuse(vm));
        }
        if self.busy.replace(true) {
            return local::answer_quietly(vm, request);
        }
        let result = match request_of(request) {
            Ok(request) => conduct(&mut *self.conductor.borrow_mut(), vm, *request),
            Err(_) => Err(vm.error(Type::RuntimeError, "this request is not known here")),
        };
        self.busy.set(false);
        result
    }
}

fn conduct<C: Conductor>(conductor: &mut C, vm: &mut Vm, request: CallRequest) -> Res {
    let call = call_kind(request.call);
    let site = Site::of(vm);
    let graph = match request.graph {
        Ok(graph) => graph,
        Err(fault) => {
            let data = match &fault.graph {
                FaultGraph::Known(graph) => picture::graph_data(vm, graph),
                FaultGraph::Empty => picture::empty_graph(false),
                FaultGraph::Cyclic => picture::empty_graph(true),
            };
            let index = conductor.meet(vm, call, site, data);
            let result = Err(Unwind::Raise(fault.error));
            conductor.returned(vm, index, call, &result);
            return result;
        }
    };
    let data = picture::graph_data(vm, &graph);
    let index = conductor.meet(vm, call, site, data);
    let result = if call == CallKind::Visualize {
        Ok(Value::NONE)
    } else {
        let callbacks = Callbacks::new(vm, request.callbacks, request.callback_graph);
        let synchronous = request.options.scheduler.as_deref().is_some_and(|name| SYNCHRONOUS.contains(&name));
        let computation = Computation { graph: &graph, callbacks: &callbacks, synchronous };
        conductor.compute(vm, index, &computation).and_then(|values| (request.finish)(vm, values))
    };
    if let Ok(value) = &result {
        vm.keep(*value);
    }
    conductor.returned(vm, index, call, &result);
    result
}

/// A machine for the main program.
pub(crate) fn machine(limits: Limits, environment: &Environment, printer: Printer, asker: Asker) -> Vm {
    let world = MachineWorld::new(environment.clone(), printer, asker, limits.sleep);
    let mut vm = Vm::new(limits, Box::new(world));
    taskyard_dask::install(&mut vm);
    vm
}

/// A program that has begun to run, with its conductor.
pub(crate) struct Program<C> {
    session: Rc<Session<C>>,
}

/// How far a program has come.
pub(crate) enum Driven {
    Ended,
    /// It waits for a line; go on with `Program::answer`.
    Asks,
}

impl<C: Conductor + 'static> Program<C> {
    pub(crate) fn new(vm: &mut Vm, conductor: C) -> Self {
        let session = Rc::new(Session { conductor: RefCell::new(conductor), busy: Cell::new(false) });
        let inner = session.clone();
        vm.set_host(Rc::new(move |vm, request| inner.answer(vm, request)));
        Self { session }
    }

    /// Runs the program until it ends or asks.
    ///
    /// # Errors
    /// What ended it early.
    pub(crate) fn start(&self, vm: &mut Vm, code: &Arc<Code>) -> Res<Driven> {
        let main = vm.main_module();
        vm.start(code, main)?;
        let outcome = vm.go()?;
        self.drive(vm, outcome)
    }

    /// Goes on with a line, or with the end of all lines.
    ///
    /// # Errors
    /// What ended the program early.
    pub(crate) fn answer(&self, vm: &mut Vm, line: Option<String>) -> Res<Driven> {
        let answer = vm.read_line(line);
        let outcome = vm.resume(answer)?;
        self.drive(vm, outcome)
    }

    fn drive(&self, vm: &mut Vm, mut outcome: Outcome) -> Res<Driven> {
        loop {
            match outcome {
                Outcome::Done(_) => return Ok(Driven::Ended),
                Outcome::Suspended(request) if request.is::<LineRequest>() => return Ok(Driven::Asks),
                Outcome::Suspended(request) => {
                    let answer = self.session.answer(vm, request);
                    outcome = vm.resume(answer)?;
                }
            }
        }
    }

    /// The conductor with what it gathered.
    pub(crate) fn end(self, vm: &mut Vm) -> Option<C> {
        vm.set_host(Rc::new(local::answer_quietly));
        Rc::into_inner(self.session).map(|session| session.conductor.into_inner())
    }
}

/// Runs a program that asks nobody to its end. The conductor comes back with what it gathered.
pub(crate) fn run_program<C: Conductor + 'static>(
    vm: &mut Vm,
    code: &Arc<Code>,
    conductor: C,
) -> (Res<()>, Option<C>) {
    let program = Program::new(vm, conductor);
    let mut driven = program.start(vm, code);
    while let Ok(Driven::Asks) = driven {
        driven = program.answer(vm, None);
    }
    (driven.map(|_| ()), program.end(vm))
}

/// `repr` of the value of the last statement, when it is an expression with a value.
pub(crate) fn last_repr(vm: &mut Vm) -> Option<String> {
    let last = vm.last_value();
    if last.is_none() {
        return None;
    }
    Some(repr_or_excuse(vm, last))
}

/// `repr`, or a text that says that it failed.
pub(crate) fn repr_or_excuse(vm: &mut Vm, value: Value) -> String {
    match vm.repr(value) {
        Ok(text) => text,
        Err(_) => format!("<{} object, repr() failed>", vm.class_name(value)),
    }
}
