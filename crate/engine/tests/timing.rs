//! `%%time` and `%time` in runs and previews.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};

use taskyard_engine::data::{RunEvent, RunOptions, RunResult, SleepKind};
use taskyard_engine::{Asked, Environment, PreviewLimits, Threads, preview, run};

/// A clock that only sleeping moves.
static SLEPT_US: AtomicU64 = AtomicU64::new(0);

fn environment() -> Environment {
    Environment {
        now_us: || SLEPT_US.load(Ordering::Relaxed) as f64,
        sleep_us: |us| {
            SLEPT_US.fetch_add(us as u64, Ordering::Relaxed);
        },
        ask_line: || Asked::End,
        interrupt: Arc::new(AtomicU8::new(0)),
        seed: 3,
    }
}

fn ran(text: &str) -> (RunResult, String) {
    let heard = Rc::new(RefCell::new(String::new()));
    let ear = heard.clone();
    let listener = Box::new(move |event: RunEvent| {
        if let RunEvent::Output { text } = event {
            ear.borrow_mut().push_str(&text);
        }
    });
    let options = RunOptions { workers: 1, sleep: SleepKind::Virtual };
    let result = run(text, &options, Threads::None, &environment(), listener);
    (result, heard.take())
}

const WHOLE: &str = "%%time
import time
import dask

@dask.delayed
def nap(x):
    time.sleep(1)
    return x

time.sleep(0.25)
%time time.sleep(0.0123)
nap(7).compute()
";

#[test]
fn the_program_and_its_lines_are_timed() {
    let (result, printed) = ran(WHOLE);
    assert_eq!(result.error, None);
    assert_eq!(result.last.as_deref(), Some("7"));
    assert_eq!(printed, "Wall time: 12.3 ms\nWall time: 262 ms\n");
}

#[test]
fn the_value_of_a_timed_expression_is_kept() {
    let (result, printed) = ran("def f():\n    %time y = 2\n    return y\n\n%time f() + 40\n");
    assert_eq!(result.last.as_deref(), Some("42"));
    assert_eq!(printed, "Wall time: 0 µs\nWall time: 0 µs\n");
}

#[test]
fn an_error_keeps_its_place_and_prints_no_time() {
    let (result, printed) = ran("%%time\nx = 1\n%time y = x / 0\n");
    let error = result.error.expect("it fails");
    let place = error.place.expect("it has a place");
    assert_eq!((place.line, place.column, place.end_column), (3, 10, 15));
    assert!(error.text.contains("    %time y = x / 0\n"), "{}", error.text);
    assert_eq!(printed, "");
}

#[test]
fn a_preview_draws_and_shows_no_times() {
    let seen = preview(WHOLE, Vec::new(), &PreviewLimits::default(), &environment());
    assert_eq!((seen.error, seen.pictures.len()), (None, 1));
    assert_eq!((&*seen.output, seen.last.as_deref()), ("", Some("7")));
}
