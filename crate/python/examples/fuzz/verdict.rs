//! Runs a program on a thread of its own and decides whether the machine survived it.

use std::sync::Mutex;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::machine::{HEAP_BYTES, How, LAST, Ran, STACK_BYTES, run};
use super::memory;
use taskyard_python::text::MAX_TEXT_BYTES;

/// Real bytes that a machine and the one its values travel to may take: the heaps, and texts and copies on their way
/// into them. A single text has a bound of its own.
const MOST_BYTES: usize = HEAP_BYTES * 4 + MAX_TEXT_BYTES * 3;
/// Processor time that is too much for a program with a limit of one second.
const SLOW: Duration = Duration::from_secs(5);
/// The thread cannot be ended: after this the process ends.
const HANGS: Duration = Duration::from_secs(25);
/// Exit code of a worker that met a program without end.
pub const HANG_CODE: i32 = 3;

/// Where the last panic was, and what it said.
static PANIC: Mutex<Option<(String, String)>> = Mutex::new(None);

/// What a program did to the machine.
#[derive(Debug)]
pub enum Find {
    Panic { place: String, text: String },
    Memory { peak: usize, largest: usize },
    Slow { time: Duration },
}

impl Find {
    /// One line without line breaks.
    pub fn title(&self) -> String {
        match self {
            Self::Panic { place, text } => format!("panic at {place}: {text}").replace('\n', " "),
            Self::Memory { peak, largest } => format!("memory: {} MB, at once {} MB", peak >> 20, largest >> 20),
            Self::Slow { time } => format!("slow: {} ms", time.as_millis()),
        }
    }

    /// Finds of the same kind have the same name.
    pub fn name(&self) -> String {
        let word = |text: &str| text.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect::<String>();
        match self {
            Self::Panic { place, .. } => format!("panic-{}", word(place.rsplit_once("src/").map_or(&**place, |(_, rest)| rest))),
            Self::Memory { .. } => "memory".to_owned(),
            Self::Slow { .. } => "slow".to_owned(),
        }
    }
}

/// Remembers panics instead of printing them.
pub fn watch_panics() {
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        let text = info.payload_as_str().unwrap_or_default().to_owned();
        if let Ok(mut panic) = PANIC.lock() {
            *panic = Some((place, text));
        }
    }));
}

/// All the ways to run a program.
pub fn all_ways() -> [How; 4] {
    [(false, false), (false, true), (true, false), (true, true)].map(|(collect_often, travel)| How { collect_often, travel, patient: false })
}

/// Processor time of this process, where the system tells it.
fn processor_time() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/self/stat").ok()?;
    let mut fields = text.rsplit_once(") ")?.1.split(' ').skip(11);
    let user: u64 = fields.next()?.parse().ok()?;
    let system: u64 = fields.next()?.parse().ok()?;
    Some(Duration::from_millis((user + system) * 10))
}

/// Runs a program, and what was wrong with that.
pub fn judge(text: &str, how: How) -> (Option<Find>, Option<Ran>) {
    let start = Instant::now();
    let begun = processor_time();
    let spent = || match (processor_time(), begun) {
        (Some(now), Some(begun)) => now.saturating_sub(begun),
        _ => start.elapsed(),
    };
    let before = memory::mark();
    let (done, wait) = channel();
    let program = text.to_owned();
    let work = move || {
        let ran = run(&program, how);
        let _ = done.send(());
        ran
    };
    let Ok(thread) = thread::Builder::new().stack_size(STACK_BYTES).spawn(work) else { return (None, None) };
    while let Err(RecvTimeoutError::Timeout) = wait.recv_timeout(Duration::from_millis(500)) {
        if spent() > HANGS {
            println!("hangs");
            std::process::exit(HANG_CODE);
        }
    }
    let Ok(ran) = thread.join() else {
        let panic = PANIC.lock().ok().and_then(|mut panic| panic.take());
        let (place, mut text) = panic.unwrap_or_default();
        if let Ok(last) = LAST.lock() {
            text += &format!(" after {last}");
        }
        return (Some(Find::Panic { place, text }), None);
    };
    let peak = memory::peak().saturating_sub(before);
    if peak > MOST_BYTES {
        return (Some(Find::Memory { peak, largest: memory::largest() }), Some(ran));
    }
    if start.elapsed() > SLOW && spent() > SLOW {
        return (Some(Find::Slow { time: spent() }), Some(ran));
    }
    (None, Some(ran))
}
