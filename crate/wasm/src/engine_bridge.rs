//! The engine as the exports see it: plain data in and out.

use std::time::Duration;

use taskyard_engine::data::{Preview, RunEvent, RunOptions};
use taskyard_engine::{Environment, PreviewLimits, Progress, Threads};

use crate::clock::now_us;
use crate::{ask, interrupt};

/// Random numbers that a program does not seed are the same in every run, so
/// that a shared link shows what its author saw.
const SEED: u64 = 1;

fn sleep_us(us: f64) {
    std::thread::sleep(Duration::from_secs_f64((us / 1e6).max(0.0)));
}

fn environment() -> Environment {
    Environment { now_us, sleep_us, ask_line: ask::line, interrupt: interrupt::flag(), seed: SEED }
}

/// Draws a program within a budget.
pub fn preview(source: &str, answers: Vec<String>) -> Preview {
    taskyard_engine::preview(source, answers, &PreviewLimits::default(), &environment())
}

/// Runs a program until it ends, is interrupted, or waits for a line. With one worker there may
/// be no pool at all, so its tasks run on this thread.
pub fn run(source: &str, options: &RunOptions, emit: impl Fn(&RunEvent) + 'static) -> Progress {
    let threads = if options.workers > 1 { Threads::Rayon(None) } else { Threads::None };
    taskyard_engine::start(source, options, threads, &environment(), Box::new(move |event| emit(&event)))
}
