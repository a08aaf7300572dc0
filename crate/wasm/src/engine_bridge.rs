//! The engine as the exports see it: plain data in and out.

use std::cell::RefCell;
use std::time::Duration;

use taskyard_engine::data::{GraphData, Layout, Look, Preview, RunEvent, RunOptions};
use taskyard_engine::{Album, Environment, PreviewLimits, Progress, Threads};

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

thread_local! {
    /// What was drawn before, so that little moves.
    static ALBUM: RefCell<Album> = RefCell::default();
}

/// Looks at a program within a budget, and draws the picture called `picked` or else the preview's choice.
pub fn preview(source: &str, answers: Vec<String>, look: &Look, picked: Option<&str>, fresh: bool) -> Preview {
    let began_us = now_us();
    let mut preview = taskyard_engine::preview(source, answers, &PreviewLimits::default(), &environment());
    ALBUM.with_borrow_mut(|album| {
        if fresh {
            album.clear();
        }
        album.show(&mut preview, look, picked);
    });
    preview.elapsed_us = now_us() - began_us;
    preview
}

/// Draws a graph, after the last one of that name.
pub fn draw(name: &str, graph: &GraphData, look: &Look) -> Layout {
    ALBUM.with_borrow_mut(|album| album.draw(name, graph, look))
}

/// Runs a program until it ends, is interrupted, or waits for a line. With one worker there may
/// be no pool at all, so its tasks run on this thread.
pub fn run(source: &str, options: &RunOptions, emit: impl Fn(&RunEvent) + 'static) -> Progress {
    let threads = if options.workers > 1 { Threads::Rayon(None) } else { Threads::None };
    taskyard_engine::start(source, options, threads, &environment(), Box::new(move |event| emit(&event)))
}
