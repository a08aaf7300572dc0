//! The world of a program outside of a browser.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicU8;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use taskyard_engine::{Asked, Environment, Threads};

use crate::options::{Options, PoolKind};

/// Microseconds since the Unix epoch.
pub fn now_us() -> f64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0.0, |since| since.as_secs_f64() * 1e6)
}

fn sleep_us(us: f64) {
    std::thread::sleep(Duration::from_secs_f64((us / 1e6).max(0.0)));
}

/// A line of standard input.
fn ask_line() -> Asked {
    let mut line = String::new();
    match std::io::stdin().read_line(&mut line) {
        Ok(read) if read > 0 => {
            let text = line.strip_suffix('\n').unwrap_or(&line);
            Asked::Line(text.strip_suffix('\r').unwrap_or(text).to_owned())
        }
        _ => Asked::End,
    }
}

pub fn environment(options: &Options) -> Environment {
    Environment { now_us, sleep_us, ask_line, interrupt: Arc::new(AtomicU8::new(0)), seed: options.seed }
}

/// The pool that the options ask for.
pub fn threads(options: &Options) -> Result<Threads, String> {
    match options.pool {
        PoolKind::Inline => Ok(Threads::None),
        PoolKind::Simulated => Ok(Threads::Simulated(options.seed)),
        PoolKind::Threads => rayon::ThreadPoolBuilder::new()
            .num_threads(options.workers.max(1) as usize)
            .build()
            .map(|pool| Threads::Rayon(Some(Arc::new(pool))))
            .map_err(|error| format!("the threads did not start: {error}")),
    }
}

/// The text of a program.
pub fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}
