//! A small host: runs programs, answers their requests one task after the
//! other, and writes down what a record holds.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use taskyard_graph::{TaskGraph, TaskKind, key_split};
use taskyard_python::compile::compile;
use taskyard_python::error::{Res, Unwind};
use taskyard_python::span::Source;
use taskyard_python::value::Value;
use taskyard_python::vm::{Limits, Outcome, Vm, World};

use crate::{CallKind, CallRequest, CallbackSet, FaultGraph, TaskSpec, enter_task, evaluate, key_value, leave_task};

/// What a program printed and asked for.
#[derive(Debug, Default)]
pub struct Run {
    pub stdout: String,
    pub last: Option<String>,
    pub error: Option<Failure>,
    pub calls: Vec<Call>,
}

/// The exception that ended a program.
#[derive(Debug, PartialEq)]
pub struct Failure {
    pub class: String,
    pub message: String,
    /// Of the innermost frame that belongs to the program.
    pub line: Option<u32>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    pub call: &'static str,
    /// `None` for a cycle.
    pub graph: Option<Drawn>,
    pub result: Option<String>,
}

/// A graph as records hold it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawn {
    pub tasks: Vec<Task>,
    pub outputs: Vec<usize>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    pub prefix: String,
    pub kind: &'static str,
    pub deps: Vec<usize>,
}

struct TestWorld(Rc<RefCell<String>>);

impl World for TestWorld {
    fn now_us(&self) -> f64 {
        0.0
    }

    fn sleep_us(&mut self, _us: f64) {}

    fn print(&mut self, text: &str) {
        self.0.borrow_mut().push_str(text);
    }

    fn seed(&self) -> u64 {
        7
    }
}

/// What the host of a machine keeps.
#[derive(Debug, Default)]
struct Recorder {
    calls: Vec<Call>,
    /// Calls that run at the moment: those inside of tasks are not recorded.
    running: usize,
}

/// A machine with the dask modules. Calls that native code makes (`map` over
/// `compute`, tasks that compute) come to the host, the others through `go`.
pub fn machine(stdout: &Rc<RefCell<String>>) -> Vm {
    let mut vm = Vm::new(Limits::default(), Box::new(TestWorld(stdout.clone())));
    crate::install(&mut vm);
    vm.set_host(Rc::new(|vm, request| {
        let request = crate::request_of(request).map_err(|_| ()).expect("requests are of one kind");
        answer(vm, *request)
    }));
    vm
}

pub fn run(program: &str) -> Run {
    let stdout = Rc::new(RefCell::new(String::new()));
    let mut run = run_in(&mut machine(&stdout), program);
    run.stdout = stdout.borrow().clone();
    run
}

/// Runs a program in a machine that may have run others; what it printed is not in the answer.
pub fn run_in(vm: &mut Vm, program: &str) -> Run {
    let mut run = Run::default();
    let source = Arc::new(Source::new("test.py", program));
    let code = match compile(source.clone()) {
        Ok(code) => code,
        Err(errors) => {
            run.error = errors.first().map(|error| Failure {
                class: "SyntaxError".to_owned(),
                message: error.message.clone(),
                line: Some(source.line(error.span.start)),
            });
            return run;
        }
    };
    let module = vm.main_module();
    let mut outcome = vm.start(&code, module).and_then(|()| vm.go());
    while let Ok(Outcome::Suspended(request)) = outcome {
        let request = crate::request_of(request).map_err(|_| ()).expect("requests are of one kind");
        let answer = answer(vm, *request);
        outcome = vm.resume(answer);
    }
    run.calls = std::mem::take(&mut vm.extension::<Recorder>().calls);
    match outcome {
        Ok(_) => {
            let last = vm.last_value();
            run.last = (!last.is_none()).then(|| vm.repr(last).unwrap_or_default());
        }
        Err(Unwind::Raise(exc)) => {
            let class = vm.type_name(exc).to_string();
            let traceback = vm.traceback(exc);
            let own = traceback.lines.iter().rev().find(|line| &*line.source.name == "test.py");
            run.error = Some(Failure { class, message: traceback.message, line: own.map(|line| line.line) });
        }
        Err(other) => panic!("{other:?}"),
    }
    run
}

fn answer(vm: &mut Vm, request: CallRequest) -> Res {
    let mut call = Call { call: request.call.name(), graph: None, result: None };
    let nested = vm.extension::<Recorder>().running > 0;
    let place = vm.extension::<Recorder>().calls.len();
    let graph = match request.graph {
        Ok(graph) => graph,
        Err(fault) => {
            call.graph = match &fault.graph {
                FaultGraph::Empty => Some(Drawn::default()),
                FaultGraph::Cyclic => None,
                FaultGraph::Known(graph) => Some(drawn(graph)),
            };
            if !nested {
                vm.extension::<Recorder>().calls.push(call);
            }
            return Err(Unwind::Raise(fault.error));
        }
    };
    if !nested {
        call.graph = Some(drawn(&graph));
        vm.extension::<Recorder>().calls.push(call);
    }
    if request.call == CallKind::Visualize {
        return Ok(Value::NONE);
    }
    let callbacks = if nested { &[][..] } else { &request.callbacks };
    let dsk = request.callback_graph.unwrap_or(Value::NONE);
    vm.extension::<Recorder>().running += 1;
    let values = compute(vm, &graph, callbacks, dsk);
    vm.extension::<Recorder>().running -= 1;
    let result = (request.finish)(vm, values?)?;
    let text = matches!(request.call, CallKind::Compute | CallKind::Get).then(|| vm.repr(result).unwrap_or_default());
    if !nested && let Some(call) = vm.extension::<Recorder>().calls.get_mut(place) {
        call.result = text;
    }
    Ok(result)
}

fn compute(vm: &mut Vm, graph: &TaskGraph<TaskSpec>, callbacks: &[CallbackSet], dsk: Value) -> Res<Vec<Value>> {
    let state = Value::object(vm.new_dict());
    let call_all = |vm: &mut Vm, pick: fn(&CallbackSet) -> Option<Value>, args: &[Value]| -> Res<()> {
        for function in callbacks.iter().filter_map(pick) {
            vm.call(function, args)?;
        }
        Ok(())
    };
    call_all(vm, |c| c.start, &[dsk])?;
    call_all(vm, |c| c.start_state, &[dsk, state])?;
    let result = tasks(vm, graph, &mut |vm, node, result| {
        let key = key_value(vm, &node.key);
        match result {
            None => call_all(vm, |c| c.pretask, &[key, dsk, state]),
            Some(result) => call_all(vm, |c| c.posttask, &[key, result, dsk, state, Value::NONE]),
        }
    });
    call_all(vm, |c| c.finish, &[dsk, state, Value::bool(result.is_err())])?;
    result
}

type Watch<'a> = &'a mut dyn FnMut(&mut Vm, &taskyard_graph::Node<TaskSpec>, Option<Value>) -> Res<()>;

fn tasks(vm: &mut Vm, graph: &TaskGraph<TaskSpec>, watch: Watch<'_>) -> Res<Vec<Value>> {
    let needed = taskyard_graph::needed(graph, graph.outputs());
    let mut results = vec![Value::UNBOUND; graph.len()];
    for id in graph.topological().expect("cycles are found before") {
        let node = graph.node(id).expect("own id");
        if !needed[id.index()] {
            continue;
        }
        let inputs: Vec<Value> = node.deps.iter().map(|dep| results[dep.index()]).collect();
        if node.kind != TaskKind::Data {
            watch(vm, node, None)?;
        }
        let scope = enter_task(vm, &node.key);
        let result = evaluate(vm, &node.payload.tree, &node.payload.literals, &inputs);
        leave_task(vm, scope);
        let result = result?;
        vm.keep(result);
        results[id.index()] = result;
        if node.kind != TaskKind::Data {
            watch(vm, node, Some(result))?;
        }
    }
    Ok(graph.outputs().iter().map(|id| results[id.index()]).collect())
}

pub fn drawn<P>(graph: &TaskGraph<P>) -> Drawn {
    let tasks = graph.nodes().iter().map(|node| Task {
        prefix: key_split(&node.key),
        kind: match node.kind {
            TaskKind::Task => "task",
            TaskKind::Data => "data",
            TaskKind::Alias => "alias",
        },
        deps: node.deps.iter().map(|dep| dep.index()).collect(),
    });
    Drawn { tasks: tasks.collect(), outputs: graph.outputs().iter().map(|id| id.index()).collect() }
}

impl Drawn {
    /// Texts that are equal when the graphs are equal up to the numbers of tasks.
    pub fn colours(&self) -> Vec<String> {
        let mut users = vec![Vec::new(); self.tasks.len()];
        for (id, task) in self.tasks.iter().enumerate() {
            task.deps.iter().for_each(|&dep| users[dep].push(id));
        }
        let mut colours: Vec<String> = self
            .tasks
            .iter()
            .enumerate()
            .map(|(id, task)| {
                let place = self.outputs.iter().position(|&output| output == id);
                format!("{} {} {place:?}", task.prefix, task.kind)
            })
            .collect();
        for _ in 0..self.tasks.len().min(12) {
            let around = |ids: &[usize]| {
                let mut near: Vec<&String> = ids.iter().map(|&id| &colours[id]).collect();
                near.sort();
                near.into_iter().cloned().collect::<Vec<_>>().join("|")
            };
            colours = (0..colours.len())
                .map(|id| {
                    let text = format!("{}({})[{}]", colours[id], around(&self.tasks[id].deps), around(&users[id]));
                    let mut hash = crate::hash::Hash128::new(0);
                    hash.text(&text);
                    format!("{} {:x}", self.tasks[id].prefix, hash.finish())
                })
                .collect();
        }
        colours.sort();
        colours
    }
}
