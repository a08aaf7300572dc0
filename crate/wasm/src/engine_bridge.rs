//! The engine as the exports see it: plain data in and out.

use taskyard_engine::data::{Preview, RunEvent, RunOptions, RunResult};

use crate::clock::now_us;
use crate::interrupt;

/// Draws `source`: so far the engine draws nothing, and says so by no picture.
pub fn preview(source: &str) -> Preview {
    let start_us = now_us();
    Preview {
        pictures: Vec::new(),
        shown: None,
        output: String::new(),
        last: None,
        error: None,
        notice: None,
        steps: source.lines().count() as f64,
        elapsed_us: now_us() - start_us,
    }
}

/// Runs `source` until it ends or is interrupted.
pub fn run(_source: &str, _options: &RunOptions, _emit: &dyn Fn(&RunEvent)) -> RunResult {
    let start_us = now_us();
    RunResult {
        last: None,
        error: None,
        totals: Vec::new(),
        wall_us: now_us() - start_us,
        stopped: interrupt::requested(),
    }
}
