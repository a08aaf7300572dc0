//! The engine as the exports see it: plain data in and out.

use std::time::Duration;

use taskyard_engine::data::{Preview, RunEvent, RunOptions, RunResult};
use taskyard_engine::{Environment, PreviewLimits, Threads};

use crate::clock::now_us;
use crate::interrupt;

/// Random numbers that a program does not seed are the same in every run, so
/// that a shared link shows what its author saw.
const SEED: u64 = 1;

fn sleep_us(us: f64) {
    std::thread::sleep(Duration::from_secs_f64((us / 1e6).max(0.0)));
}

fn environment() -> Environment {
    Environment { now_us, sleep_us, interrupt: interrupt::flag(), seed: SEED }
}

/// Draws a program within a budget.
pub fn preview(source: &str) -> Preview {
    taskyard_engine::preview(source, &PreviewLimits::default(), &environment())
}

/// Runs a program until it ends or is interrupted. With one worker there may
/// be no pool at all, so its tasks run on this thread.
pub fn run(source: &str, options: &RunOptions, emit: impl Fn(&RunEvent) + 'static) -> RunResult {
    let threads = if options.workers > 1 { Threads::Rayon(None) } else { Threads::None };
    taskyard_engine::run(source, options, threads, &environment(), Box::new(move |event| emit(&event)))
}
