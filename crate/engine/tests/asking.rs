//! `input` in runs: where the world answers at once, and where the program has
//! to wait outside of the machine.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use taskyard_engine::data::{RunEvent, RunOptions, RunResult, SleepKind};
use taskyard_engine::{Asked, Environment, PreviewLimits, Progress, Threads, preview, run, start};

thread_local! {
    static LINES: RefCell<VecDeque<&'static str>> = RefCell::default();
}

fn next_line() -> Asked {
    LINES.with_borrow_mut(|lines| lines.pop_front().map_or(Asked::End, |line| Asked::Line(line.to_owned())))
}

fn environment(ask_line: fn() -> Asked) -> Environment {
    Environment { now_us: || 0.0, sleep_us: |_| {}, ask_line, interrupt: Arc::new(AtomicU8::new(0)), seed: 3 }
}

const OPTIONS: RunOptions = RunOptions { workers: 2, sleep: SleepKind::Virtual };

fn listener(heard: &Rc<RefCell<String>>) -> Box<dyn taskyard_engine::Listener> {
    let heard = heard.clone();
    Box::new(move |event: RunEvent| {
        if let RunEvent::Output { text } = event {
            heard.borrow_mut().push_str(&text);
        }
    })
}

fn threads() -> Threads {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build().expect("the threads start");
    Threads::Rayon(Some(Arc::new(pool)))
}

/// Runs with answers at once; the result and what was printed.
fn answered(text: &str, lines: &[&'static str], threads: Threads) -> (RunResult, String) {
    LINES.with_borrow_mut(|waiting| *waiting = lines.iter().copied().collect());
    let heard = Rc::default();
    let result = run(text, &OPTIONS, threads, &environment(next_line), listener(&heard));
    (result, heard.take())
}

/// Runs with answers that come later.
fn waited(text: &str, lines: &[&str]) -> (RunResult, String) {
    let heard = Rc::default();
    let later = environment(|| Asked::Later);
    let mut progress = start(text, &OPTIONS, Threads::None, &later, listener(&heard));
    let mut lines = lines.iter();
    loop {
        match progress {
            Progress::Ended(result) => return (*result, heard.take()),
            Progress::Asks(run) => progress = run.answer(lines.next().map(|line| (*line).to_owned())),
        }
    }
}

const GREETING: &str = "
def ask(what):
    return input(what + '? ')

numbers = [int(ask('number')) for _ in range(2)]
print()
name = ask('name')
print(sum(numbers), repr(name))
";

#[test]
fn lines_come_at_once_or_later_to_the_same_end() {
    let expected = "number? number? \nname? 7 ''\n";
    let (result, printed) = answered(GREETING, &["3", "4", ""], threads());
    assert_eq!((result.error, &*printed), (None, expected));
    let (result, printed) = waited(GREETING, &["3", "4", ""]);
    assert_eq!((result.error, &*printed), (None, expected));
}

#[test]
fn the_lines_of_standard_input_come_later_too() {
    let text = "import sys\nprint([sys.stdin.readline()])\nfor line in sys.stdin:\n    print([line])\n    break\nprint([sys.stdin.read()])\n";
    let expected = "['a\\n']\n['b\\n']\n['c\\nd\\n']\n";
    assert_eq!(waited(text, &["a", "b", "c", "d"]).1, expected);
    assert_eq!(answered(text, &["a", "b", "c", "d"], Threads::None).1, expected);
}

#[test]
fn the_end_of_all_lines_can_be_caught() {
    let text = "while True:\n    try:\n        print(input())\n    except EOFError as error:\n        print(error)\n        break\n";
    let expected = "one\nEOF when reading a line\n";
    assert_eq!(answered(text, &["one"], Threads::None).1, expected);
    assert_eq!(waited(text, &["one"]).1, expected);
}

const TASKS: &str = "
import dask

@dask.delayed
def ask(i):
    return int(input(f'{i}? '))

print(dask.compute([ask(i) for i in range(3)]))
";

#[test]
fn a_task_that_asks_runs_in_the_main_program() {
    for threads in [threads(), Threads::None, Threads::Simulated(5)] {
        let (result, printed) = answered(TASKS, &["5", "6", "7"], threads);
        assert_eq!(result.error, None);
        assert_eq!(result.totals[0].home, 3);
        assert_eq!(printed, "0? 1? 2? ([5, 6, 7],)\n");
    }
}

#[test]
fn where_the_machine_cannot_stop_an_error_says_so() {
    for text in [TASKS, "print(sum(int(input()) for _ in range(2)))"] {
        let (result, _) = waited(text, &["1"]);
        let error = result.error.expect("it is refused");
        assert_eq!(error.kind, "RuntimeError");
        assert!(error.message.starts_with("input() cannot wait here"), "{}", error.message);
    }
}

#[test]
fn a_generator_that_reads_lines_works_with_answers_at_once() {
    let (result, printed) = answered("print(sum(int(input()) for _ in range(2)))", &["1", "2"], Threads::None);
    assert_eq!((result.error, &*printed), (None, "3\n"));
}

thread_local! {
    static STOP: Arc<AtomicU8> = Arc::default();
}

#[test]
fn a_stop_while_waiting_ends_the_run() {
    let stopping = || {
        STOP.with(|stop| stop.store(1, Ordering::Relaxed));
        Asked::End
    };
    let mut environment = environment(stopping);
    environment.interrupt = STOP.with(Clone::clone);
    let text = "try:\n    input()\nexcept EOFError:\n    print('no')\n";
    let heard = Rc::default();
    let result = run(text, &OPTIONS, Threads::None, &environment, listener(&heard));
    assert!(result.stopped);
    assert_eq!(heard.take(), "");
}

#[test]
fn a_preview_stops_quietly_where_the_program_asks() {
    let text = "import dask\nx = dask.delayed(abs)(-1)\nn = int(input('n? '))\ny = dask.delayed(sum)([x] * n)\n";
    let seen = preview(text, Vec::new(), &PreviewLimits::default(), &environment(next_line));
    assert_eq!(seen.error, None);
    assert!(seen.asks);
    assert_eq!(seen.notice.as_deref(), Some("Line 3 asks for input: press Run to answer it."));
    assert_eq!(seen.pictures.len(), 1);
}

#[test]
fn a_preview_goes_on_with_the_answers_of_the_last_run() {
    let text = "import dask\nn = int(input('n? '))\nx = dask.delayed(sum)([dask.delayed(abs)(i) for i in range(n)])\ninput()\n";
    let seen = preview(text, vec!["4".to_owned()], &PreviewLimits::default(), &environment(next_line));
    assert_eq!((seen.error, seen.asks, &*seen.output), (None, true, "n? 4\n"));
    assert_eq!(seen.pictures[0].graph.tasks.len(), 5);
}
