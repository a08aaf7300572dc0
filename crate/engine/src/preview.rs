//! Runs a program within a budget while it is typed, to see its graphs.
//!
//! Sleeping costs nothing, small graphs are computed, and what does not parse
//! is left out from the first broken statement on.

use std::sync::Arc;

use taskyard_python::compile::compile_recovering;
use taskyard_python::error::{Halt, Res, Unwind};
use taskyard_python::object::Object;
use taskyard_python::span::Source;
use taskyard_python::value::Value;
use taskyard_python::vm::{Asked, Limits, SleepMode, Vm};

use crate::data::{CallKind, GraphData, Picture, Preview};
use crate::environment::{Asker, Environment, Output, gather};
use crate::local::{self, Step};
use crate::session::{self, Computation, Conductor, FailedTask, Site, failed_task, remember_failure};
use crate::{diagnostic, picture};

/// What a preview may cost.
#[derive(Debug, Clone)]
pub struct PreviewLimits {
    /// Back-edges and calls.
    pub steps: u64,
    pub time_us: f64,
    pub heap_bytes: usize,
    pub output_bytes: usize,
    /// Graphs with more tasks are drawn, not computed.
    pub computed_tasks: usize,
    /// Pictures kept of one program; later calls are not drawn.
    pub pictures: usize,
}

impl Default for PreviewLimits {
    fn default() -> Self {
        Self {
            steps: 5_000_000,
            time_us: 150_000.0,
            heap_bytes: 128 << 20,
            output_bytes: 64 << 10,
            computed_tasks: 2_000,
            pictures: 30,
        }
    }
}

/// The name of the limit that ends a preview which computes too much.
const TOO_LARGE: &str = "The graph is large: press Run to compute it.";

struct Previewer {
    limits: PreviewLimits,
    pictures: Vec<(CallKind, Site, GraphData)>,
    /// Calls met, kept or not.
    met: usize,
    failed: FailedTask,
}

impl Conductor for Previewer {
    fn meet(&mut self, _vm: &mut Vm, call: CallKind, site: Site, graph: GraphData) -> usize {
        if self.pictures.len() < self.limits.pictures {
            self.pictures.push((call, site, graph));
        }
        self.met += 1;
        self.met - 1
    }

    fn compute(&mut self, vm: &mut Vm, index: usize, computation: &Computation<'_>) -> Res<Vec<Value>> {
        if computation.graph.len() > self.limits.computed_tasks {
            return Err(Unwind::Halt(Halt::Limit(TOO_LARGE.to_owned())));
        }
        let mut failed = None;
        let mut shown = self.pictures.get_mut(index).map(|(_, _, graph)| graph);
        let result = local::compute(vm, computation.graph, computation.callbacks, &mut |vm, id, step| match step {
            Step::Failed => failed = Some(id),
            Step::Start => {}
            Step::End(value) | Step::Known(value) => {
                if let Some(task) = shown.as_mut().and_then(|graph| graph.tasks.get_mut(id.index())) {
                    task.value = picture::told(vm, id, value);
                }
            }
        });
        if let (Err(Unwind::Raise(exc)), Some(id)) = (&result, failed) {
            remember_failure(vm, &self.failed, computation.graph, id, *exc);
        }
        result
    }

    fn returned(&mut self, _vm: &mut Vm, _index: usize, _call: CallKind, _result: &Res) {}
}

/// Draws a program. Never fails: errors are in the preview. `answers` are the
/// lines that were typed in its last run; where they end, the preview ends.
#[must_use]
pub fn preview(text: &str, answers: Vec<String>, limits: &PreviewLimits, environment: &Environment) -> Preview {
    let began_us = (environment.now_us)();
    let source = Arc::new(Source::new(diagnostic::PROGRAM, text));
    let (code, errors) = compile_recovering(source.clone());
    let output = Output::default();
    let machine_limits = Limits {
        steps: limits.steps,
        time_us: limits.time_us,
        heap_bytes: limits.heap_bytes,
        output_bytes: limits.output_bytes,
        sleep: SleepMode::Virtual,
        preview: true,
        ..Limits::default()
    };
    let mut vm = session::machine(machine_limits, environment, gather(&output), known_answers(answers, &output));
    let failed = FailedTask::default();
    let previewer = Previewer { limits: limits.clone(), pictures: Vec::new(), met: 0, failed: failed.clone() };
    let (result, previewer) = session::run_program(&mut vm, &code, previewer);
    let steps = vm.steps() as f64;
    let (mut error, mut notice, mut last) = (diagnostic::of_syntax(&source, &errors), None, None);
    let asks = matches!(result, Err(Unwind::Halt(Halt::Unanswered)));
    match result {
        Ok(()) if errors.is_empty() => last = session::last_repr(&mut vm),
        Ok(()) => {}
        Err(Unwind::Halt(Halt::Limit(_) | Halt::Interrupted)) => {
            notice = Some("The preview stopped early; press Run for the whole program.".to_owned());
        }
        Err(Unwind::Halt(Halt::Unanswered)) => {
            let line = vm.halted_at().map_or(0, |at| at.line);
            notice = Some(format!("Line {line} asks for input: press Run to answer it."));
        }
        Err(unwind) => {
            let task = failed_task(&failed, &unwind);
            error = error.or_else(|| diagnostic::of_unwind(&mut vm, &unwind, task));
        }
    }
    let met = previewer.map(|previewer| previewer.pictures).unwrap_or_default();
    let called = met.len();
    let mut pictures: Vec<Picture> =
        met.into_iter().map(|(call, site, graph)| picture::picture(site.name, call, site.line, graph)).collect();
    // Calls come first; with none of them the last variable is shown.
    pictures.extend(variables(&mut vm, &source, limits.pictures));
    let shown = if called > 0 { called.checked_sub(1) } else { pictures.len().checked_sub(1) };
    let output = output.borrow().clone();
    Preview {
        pictures,
        shown: shown.map(|place| place as u32),
        output,
        last,
        error,
        notice,
        asks,
        steps,
        elapsed_us: (environment.now_us)() - began_us,
    }
}

/// Answers with lines that are known, and shows them as a terminal does.
fn known_answers(answers: Vec<String>, output: &Output) -> Asker {
    let output = output.clone();
    let mut answers = answers.into_iter();
    Box::new(move || match answers.next() {
        Some(line) => {
            output.borrow_mut().push_str(&format!("{line}\n"));
            Asked::Line(line)
        }
        None => Asked::Nobody,
    })
}

/// Pictures of the module-level variables that hold collections.
fn variables(vm: &mut Vm, source: &Source, most: usize) -> Vec<Picture> {
    let main = vm.main_module();
    let Object::Module(namespace) = vm.heap.get(main) else { return Vec::new() };
    let named: Vec<(String, Value)> =
        namespace.iter().map(|(name, value)| (vm.names.text(name).to_string(), value)).collect();
    let mut pictures = Vec::new();
    // The machine may have used up its budget; drawing has one of its own.
    vm.restart_limits();
    for (name, value) in named {
        if pictures.len() >= most || name.starts_with('_') {
            continue;
        }
        if let Some(graph) = taskyard_dask::collection_at(vm, value) {
            let line = line_of_assignment(source, &name);
            pictures.push(picture::picture(name, CallKind::Variable, line, picture::graph_data(vm, &graph)));
        }
    }
    pictures
}

/// The last line that begins with `name =`; 0 when there is none.
fn line_of_assignment(source: &Source, name: &str) -> u32 {
    let assigns = |line: &str| {
        line.strip_prefix(name).map(str::trim_start).is_some_and(|rest| rest.starts_with('=') && !rest.starts_with("=="))
    };
    let lines = source.text.lines().zip(1u32..);
    lines.filter(|(line, _)| assigns(line)).map(|(_, number)| number).last().unwrap_or(0)
}
