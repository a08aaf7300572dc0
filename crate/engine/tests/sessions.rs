//! What a learner sees of a run and of a preview.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use taskyard_engine::data::{CallKind, Look, RunEvent, RunOptions, RunResult, SleepKind, TraceEvent, TraceKind};
use taskyard_engine::{Album, Asked, Environment, PreviewLimits, Threads, preview, run};

fn environment() -> Environment {
    Environment {
        now_us: || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0.0, |since| since.as_secs_f64() * 1e6),
        sleep_us: |us| std::thread::sleep(Duration::from_secs_f64(us / 1e6)),
        ask_line: || Asked::End,
        interrupt: Arc::new(AtomicU8::new(0)),
        seed: 3,
    }
}

struct Seen {
    result: RunResult,
    output: String,
    events: Vec<TraceEvent>,
    graphs: usize,
}

fn run_with(environment: &Environment, text: &str, workers: u32) -> Seen {
    let threads = if workers > 1 {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(workers as usize).build().expect("the threads start");
        Threads::Rayon(Some(Arc::new(pool)))
    } else {
        Threads::None
    };
    let heard = Rc::new(RefCell::new((String::new(), Vec::new(), 0)));
    let ear = heard.clone();
    let options = RunOptions { workers, sleep: SleepKind::Real };
    let result = run(
        text,
        &options,
        threads,
        environment,
        Box::new(move |event| match event {
            RunEvent::Output { text } => ear.borrow_mut().0.push_str(&text),
            RunEvent::Trace { events } => ear.borrow_mut().1.extend(events),
            RunEvent::Graph { .. } => ear.borrow_mut().2 += 1,
        }),
    );
    let (output, events, graphs) = heard.take();
    Seen { result, output, events, graphs }
}

fn seen(text: &str, workers: u32) -> Seen {
    run_with(&environment(), text, workers)
}

/// Runs with 1, 2 and 4 workers: the output must be the same.
fn check_output(text: &str, expected: &str) {
    for workers in [1, 2, 4] {
        let seen = seen(text, workers);
        let error = seen.result.error.map(|error| error.text);
        assert_eq!(seen.output, expected, "with {workers} workers; error: {error:?}");
    }
}

#[test]
fn two_workers_run_tasks_at_the_same_time() {
    let text = "
import dask, time
@dask.delayed
def wait(n):
    time.sleep(0.05)
    return n
print(dask.compute(*[wait(i) for i in range(4)]))
";
    let seen = seen(text, 2);
    assert_eq!(seen.output, "(0, 1, 2, 3)\n");
    let span = |task: u32| {
        let at = |kind| seen.events.iter().find(|e| e.task == task && e.kind == kind).expect("the event is there");
        let (start, end) = (at(TraceKind::Start), at(TraceKind::End));
        (start.worker, start.time_us, end.time_us)
    };
    let spans: Vec<_> = (0..4).map(span).collect();
    let overlap = spans.iter().any(|a| spans.iter().any(|b| a.0 != b.0 && a.1 < b.2 && b.1 < a.2));
    assert!(overlap, "two tasks on different workers overlap: {spans:?}");
    assert_eq!(seen.result.totals[0].tasks, 4);
    assert_eq!(seen.graphs, 1);
}

#[test]
fn a_task_that_writes_shared_state_runs_at_home() {
    let text = "
import dask
calls = []
counter = {'n': 0}
@dask.delayed
def note(n):
    calls.append(n)
    counter['n'] += n
    return n * 2
@dask.delayed
def pure(n):
    return n + len('abc')
total = dask.delayed(sum)([note(i) for i in range(5)] + [pure(i) for i in range(5)])
print(total.compute(), calls, counter)
";
    check_output(text, "45 [0, 1, 2, 3, 4] {'n': 10}\n");
    let seen = seen(text, 2);
    assert_eq!(seen.result.totals[0].home, 5);
    assert!(seen.events.iter().any(|event| event.kind == TraceKind::Home));
}

#[test]
fn globals_closures_and_attributes_are_shared_too() {
    let text = "
import dask
total = 0
class Store:
    def __init__(self): self.items = []
    def add(self, x):
        self.items.append(x)
        return x
store = Store()
def make():
    seen = []
    def inner(x):
        nonlocal_list = seen
        nonlocal_list.append(x)
        return len(seen)
    return inner, seen
inner, seen = make()
def bump(x):
    global total
    total += x
    return total
tasks = [dask.delayed(store.add)(1), dask.delayed(inner)(2), dask.delayed(bump)(3)]
print(dask.compute(*tasks), store.items, seen, total)
";
    check_output(text, "(1, 1, 3) [1] [2] 3\n");
}

#[test]
fn arguments_that_are_results_may_be_changed_freely() {
    let text = "
import dask
@dask.delayed
def make(n): return list(range(n))
@dask.delayed
def grow(items):
    items.append(99)
    return items
print(dask.compute(grow(make(2)), grow(make(3))))
";
    check_output(text, "([0, 1, 99], [0, 1, 2, 99])\n");
    assert_eq!(seen(text, 2).result.totals[0].home, 0);
}

#[test]
fn objects_come_home_to_their_class() {
    let text = "
import dask
class Point:
    def __init__(self, x): self.x = x
    def __eq__(self, other): return self.x == other.x
class Wrong(ValueError):
    pass
@dask.delayed
def make(x): return Point(x)
@dask.delayed
def fail(p):
    raise Wrong('no', p.x)
p = make(3).compute()
print(type(p) is Point, p == Point(3))
try:
    fail(make(4)).compute()
except Wrong as error:
    print(type(error).__name__, error.args)
";
    check_output(text, "True True\nWrong ('no', 4)\n");
}

#[test]
fn a_failing_task_is_named_and_loses_nothing() {
    let text = "
import dask
@dask.delayed
def half(n):
    print('half of', n)
    return 1 / n
print('before')
dask.compute(half(2), half(0, dask_key_name='bad'))
print('never')
";
    for workers in [1, 2] {
        let seen = seen(text, workers);
        let error = seen.result.error.expect("it fails");
        assert_eq!((error.kind.as_str(), error.message.as_str()), ("ZeroDivisionError", "division by zero"));
        assert_eq!(error.task.as_deref(), Some("bad"));
        assert_eq!(error.place.map(|place| place.line), Some(6));
        let lines: Vec<u32> = error.frames.iter().map(|frame| frame.line).collect();
        assert_eq!(lines, [8, 6], "{}", error.text);
        assert!(seen.output.starts_with("before\n") && seen.output.contains("half of 0"), "{}", seen.output);
    }
}

#[test]
fn tasks_print_in_the_order_of_one_worker() {
    let text = "
import dask, time
@dask.delayed
def say(n):
    time.sleep((4 - n) * 0.01)
    print('task', n)
    return n
dask.compute(*[say(i) for i in range(5)])
print('end')
";
    check_output(text, "task 0\ntask 1\ntask 2\ntask 3\ntask 4\nend\n");
}

#[test]
fn a_compute_inside_a_task_or_a_callback_works() {
    let text = "
import dask
@dask.delayed
def inner(x): return x + 1
@dask.delayed
def outer(x): return inner(x).compute() * 10
print(outer(1).compute())
print(sorted([3, 1, 2], key=lambda n: -inner(n).compute()))
print([inner(n).compute() for n in range(3)])
";
    check_output(text, "20\n[3, 2, 1]\n[1, 2, 3]\n");
}

#[test]
fn stop_ends_tasks_and_the_program() {
    for (text, workers) in [
        ("while True: pass", 1),
        ("import dask\n@dask.delayed\ndef spin(n):\n    while True: pass\ndask.compute(spin(1), spin(2))", 2),
        ("import dask, time\n@dask.delayed\ndef nap(n):\n    time.sleep(1000)\ndask.compute(nap(1), nap(2))", 2),
    ] {
        let environment = environment();
        let interrupt = environment.interrupt.clone();
        let stopper = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(50));
            interrupt.store(1, Ordering::Relaxed);
        });
        let seen = run_with(&environment, text, workers);
        stopper.join().expect("it ends");
        assert!(seen.result.stopped, "{text}: {:?}", seen.result.error);
        assert_eq!(seen.result.error.map(|error| error.kind), Some("Interrupted".to_owned()));
    }
}

#[test]
fn a_preview_draws_what_there_is() {
    let limits = PreviewLimits::default();
    let check = |text: &str| preview(text, Vec::new(), &limits, &environment());
    let header = "import dask\ninc = dask.delayed(lambda x: x + 1)\n";

    let drawn = check(&format!("{header}y = inc(inc(1))\ny.compute()"));
    let shown = &drawn.pictures[drawn.shown.expect("a picture is shown") as usize];
    assert_eq!((shown.name.as_str(), shown.line, shown.call), ("y.compute()", 4, CallKind::Compute));
    assert_eq!(shown.graph.tasks.len(), 2);
    assert_eq!(drawn.last.as_deref(), Some("3"));
    let mut drawn = drawn.clone();
    Album::default().show(&mut drawn, &Look::default(), Some("no such picture"));
    let layout = drawn.pictures[0].layout.as_ref().expect("the picture is drawn");
    assert_eq!((layout.shapes.len(), layout.edges.len(), &layout.shape_of[..]), (4, 3, &[0, 2][..]));

    let mut album = Album::default();
    let mut ids = |text: &str| {
        let mut drawn = check(&format!("{header}{text}"));
        album.show(&mut drawn, &Look::default(), None);
        let layout = drawn.pictures.iter().find_map(|picture| picture.layout.clone()).expect("the picture is drawn");
        layout.shapes.iter().map(|shape| shape.id.clone()).collect::<Vec<_>>()
    };
    let before = ids("a, b = inc(1), inc(2)\nt = inc([a, b])");
    ids("a, b = inc(1), inc(2)\nt = inc([a])\nhalf_ty");
    let after = ids("a, b, c = inc(1), inc(2), inc(3)\nt = inc([a, b, c])");
    assert!(before.iter().all(|id| after.contains(id)), "{before:?} {after:?}");

    let variable = check(&format!("{header}y = inc(inc(1))"));
    let shown = &variable.pictures[variable.shown.expect("the variable is shown") as usize];
    assert_eq!((shown.name.as_str(), shown.line, shown.call), ("y", 3, CallKind::Variable));

    let broken = check(&format!("{header}y = inc(inc(1))\nz = inc(("));
    assert_eq!(broken.error.as_ref().map(|error| error.kind.as_str()), Some("SyntaxError"));
    assert_eq!(broken.pictures.last().map(|picture| picture.graph.tasks.len()), Some(2));

    let endless = check(&format!("{header}y = inc(1)\nwhile True: pass"));
    assert!(endless.notice.is_some() && endless.error.is_none());
    assert_eq!(endless.pictures.last().map(|picture| picture.name.as_str()), Some("y"));

    let slow = check("import time\ntime.sleep(100)\nprint('awake')");
    assert_eq!(slow.output, "awake\n");
}

#[test]
fn a_preview_survives_what_learners_type() {
    for text in [
        "def f(n): return f(n + 1)\nf(0)",
        "10**10**8",
        "[0] * 10**12",
        "while True: print('x' * 1000)",
        "x = (",
        "import dask\nd = {'a': (sum, 'b'), 'b': (sum, 'a')}\ndask.get(d, 'a')",
        "import dask\ndask.get({}, 'missing')",
    ] {
        let drawn = preview(text, Vec::new(), &PreviewLimits::default(), &environment());
        assert!(drawn.error.is_some() || drawn.notice.is_some(), "{text}");
    }
}

#[test]
fn a_compute_inside_a_generator_works() {
    let text = "
import dask
inc = dask.delayed(lambda x: x + 1)
print(sum(inc(n).compute() for n in range(3)))
def each():
    for n in range(2):
        yield inc(n).compute()
print(list(each()))
";
    check_output(text, "6\n[1, 2]\n");
}

#[test]
fn classes_of_the_library_travel() {
    let text = "
import dask
from collections import namedtuple, Counter, defaultdict, deque
from dataclasses import dataclass
from enum import Enum
from functools import partial
Point = namedtuple('Point', 'x y')
class Color(Enum):
    RED = 1
@dataclass
class Box:
    side: int
    tags: list
@dask.delayed
def make(n): return Point(n, n + 1), Box(n, ['a']), Counter('aab'), deque([1, 2]), Color.RED
@dask.delayed
def use(made):
    point, box, counter, queue, color = made
    return point._replace(x=9), box.side, counter.most_common(1), queue.pop(), color is Color.RED
print(use(make(3)).compute())
print(dask.delayed(partial(max, 3))(2).compute())
";
    check_output(text, "(Point(x=9, y=4), 3, [('a', 2)], 2, True)\n3\n");
}

#[test]
fn results_are_told_in_a_few_letters() {
    let text = "
import dask
class Secret:
    def __repr__(self):
        raise SystemError('nobody may call this')
@dask.delayed
def measure(site):
    return [site] * 1000
@dask.delayed
def hide(x):
    return Secret()
graph = {'x': 5, 'y': 'x'}
dask.get(graph, 'y')
hide(measure(3)).compute()
";
    let expect = "[3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,…";
    for workers in [1, 2] {
        let seen = seen(text, workers);
        assert_eq!(seen.result.error.map(|error| error.text), None);
        let mut told: Vec<String> =
            seen.events.iter().filter_map(|event| event.value.as_ref()).map(|value| value.text.clone()).collect();
        told.sort();
        assert_eq!(told, ["Secret(…)", expect]);
    }
    let preview = preview(text, Vec::new(), &PreviewLimits::default(), &environment());
    let told = |place: usize| -> Vec<(Option<String>, Option<String>)> {
        let tasks = preview.pictures[place].graph.tasks.iter();
        tasks.map(|task| (task.call.clone(), task.value.as_ref().map(|value| value.text.clone()))).collect()
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(told(0), [(None, some("5")), (None, some("5"))]);
    let mut second = told(1);
    second.sort();
    assert_eq!(second, [(None, some("Secret(…)")), (some("measure(3)"), some(expect))]);
}
