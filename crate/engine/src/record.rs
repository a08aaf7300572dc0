//! The conformance record of a program: everything that it printed, drew and
//! returned, with what differs from run to run taken out.

use std::rc::Rc;
use std::sync::Arc;

use taskyard_python::compile::compile;
use taskyard_python::error::{Res, Unwind};
use taskyard_python::span::Source;
use taskyard_python::value::Value;
use taskyard_python::vm::{Limits, SleepMode, Vm};

use crate::compute::{self, Audience, ComputeOptions, Told};
use crate::data::{CallKind, GraphData, Record, RecordedCall, RecordedError, RecordedTask, TaskData};
use crate::environment::{Environment, Output, Threads, gather};
use crate::normalise::normalise;
use crate::session::{self, Computation, Conductor, FailedTask, Site, remember_failure};
use crate::{diagnostic, local};

/// How to record.
#[derive(Debug, Clone)]
pub struct RecordOptions {
    pub workers: u32,
    pub threads: Threads,
}

struct Recorder {
    options: ComputeOptions,
    output: Output,
    calls: Vec<RecordedCall>,
    failed: FailedTask,
}

struct Printed(Output);

impl Audience for Printed {
    fn print(&mut self, text: &str) {
        self.0.borrow_mut().push_str(text);
    }

    fn trace(&mut self, _events: Vec<Told>) {}
}

impl Conductor for Recorder {
    fn meet(&mut self, _vm: &mut Vm, call: CallKind, _site: Site, graph: GraphData) -> usize {
        let (tasks, outputs) =
            if graph.cyclic { (None, None) } else { (Some(graph.tasks.into_iter().map(recorded).collect()), Some(graph.outputs)) };
        self.calls.push(RecordedCall { call, tasks, outputs, result: None });
        self.calls.len() - 1
    }

    fn compute(&mut self, vm: &mut Vm, _index: usize, computation: &Computation<'_>) -> Res<Vec<Value>> {
        let graph = computation.graph;
        if computation.synchronous || !computation.callbacks.is_empty() {
            return local::compute(vm, graph, computation.callbacks, &mut |_, _, _| {});
        }
        let computed = compute::compute(vm, graph, &self.options, &mut Printed(self.output.clone()));
        if let (Err(Unwind::Raise(exc)), Some(id)) = (&computed.result, computed.failed) {
            remember_failure(vm, &self.failed, graph, id, *exc);
        }
        computed.result
    }

    fn returned(&mut self, vm: &mut Vm, index: usize, call: CallKind, result: &Res) {
        if let (CallKind::Compute | CallKind::Get, Ok(value)) = (call, result) {
            let text = session::repr_or_excuse(vm, *value);
            if let Some(entry) = self.calls.get_mut(index) {
                entry.result = Some(normalise(&text));
            }
        }
    }
}

/// Runs a program and records it. `name` is the file name without folders.
#[must_use]
pub fn record(name: &str, text: &str, options: &RecordOptions, environment: &Environment) -> Record {
    let source = Arc::new(Source::new(diagnostic::PROGRAM, text));
    let mut record =
        Record { program: name.to_owned(), stdout: String::new(), last: None, error: None, graphs: Vec::new() };
    let code = match compile(source.clone()) {
        Ok(code) => code,
        Err(errors) => {
            record.error = errors.first().map(|error| RecordedError {
                kind: error.class.name().to_owned(),
                message: normalise(&error.message),
                line: Some(source.line(error.span.start)),
            });
            return record;
        }
    };
    let output = Output::default();
    let limits = Limits { interrupt: Some(environment.interrupt.clone()), ..Limits::default() };
    let mut vm = session::machine(limits, environment, gather(&output), Box::new(environment.ask_line));
    let recorder = Recorder {
        options: ComputeOptions {
            environment: environment.clone(),
            threads: options.threads.clone(),
            workers: options.workers,
            sleep: SleepMode::Real,
            run: crate::run::next_run(),
        },
        output: output.clone(),
        calls: Vec::new(),
        failed: Rc::default(),
    };
    let (result, recorder) = session::run_program(&mut vm, &code, recorder);
    match result {
        Ok(()) => record.last = session::last_repr(&mut vm).map(|text| normalise(&text)),
        Err(unwind) => {
            record.error = diagnostic::of_unwind(&mut vm, &unwind, None).map(|error| RecordedError {
                kind: error.kind.rsplit('.').next().unwrap_or_default().to_owned(),
                message: normalise(bare_message(&error.kind, &error.message)),
                line: error.place.map(|place| place.line),
            });
        }
    }
    record.stdout = normalise(&output.borrow());
    record.graphs = recorder.map(|recorder| recorder.calls).unwrap_or_default();
    record
}

/// A task without what only our pictures need.
fn recorded(task: TaskData) -> RecordedTask {
    let TaskData { id, key, prefix, kind, box_label, deps, line: _, call: _, value: _ } = task;
    RecordedTask { id, key, prefix, kind, box_label, deps }
}

/// The message of an exception; that of a syntax error without its place in a text of `exec`.
fn bare_message<'a>(kind: &str, message: &'a str) -> &'a str {
    match message.rfind(" (") {
        Some(at) if matches!(kind, "SyntaxError" | "IndentationError" | "TabError") && message.ends_with(')') => {
            &message[..at]
        }
        _ => message,
    }
}
