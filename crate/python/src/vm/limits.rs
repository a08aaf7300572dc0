//! What a machine may use, and what it asks of the world around it.

use std::sync::Arc;
use std::sync::atomic::AtomicU8;

use super::Asked;

/// The limits of one machine. Each has a text that says what to do.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Back-edges and calls; `u64::MAX` for no limit.
    pub steps: u64,
    /// Microseconds since the machine was made; infinite for no limit.
    pub time_us: f64,
    /// Bytes in the heap.
    pub heap_bytes: usize,
    /// Python frames.
    pub recursion: usize,
    /// Bytes printed.
    pub output_bytes: usize,
    /// Non-zero: the learner pressed Stop.
    pub interrupt: Option<Arc<AtomicU8>>,
    /// Non-zero: what this machine computes is no longer needed.
    pub cancel: Option<Arc<AtomicU8>>,
    pub sleep: SleepMode,
    /// The program is only looked at while it is typed: times say nothing.
    pub preview: bool,
    /// Collects garbage at every poll: slow, for tests that look for values
    /// which native code forgot to keep.
    pub collect_often: bool,
}

/// CPython's own default.
pub const RECURSION_LIMIT: usize = 1000;
/// Bytes that a program may print: more than a person reads, less than a tab holds.
pub const OUTPUT_LIMIT_BYTES: usize = 1 << 20;
/// Bytes of heap of one machine: a few of them share the memory of a tab.
pub const HEAP_LIMIT_BYTES: usize = 256 << 20;

impl Default for Limits {
    fn default() -> Self {
        Self {
            steps: u64::MAX,
            time_us: f64::INFINITY,
            heap_bytes: HEAP_LIMIT_BYTES,
            recursion: RECURSION_LIMIT,
            output_bytes: OUTPUT_LIMIT_BYTES,
            interrupt: None,
            cancel: None,
            sleep: SleepMode::Real,
            preview: false,
            collect_often: false,
        }
    }
}

/// What `time.sleep` does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SleepMode {
    /// Waits, and can be interrupted.
    Real,
    /// Only moves the clock of the machine on.
    Virtual,
}

/// The world around a machine.
pub trait World {
    /// Microseconds since the Unix epoch.
    fn now_us(&self) -> f64;
    /// Waits; the machine calls it in short pieces and looks at the interrupt between.
    fn sleep_us(&mut self, us: f64);
    /// Takes printed text.
    fn print(&mut self, text: &str);
    /// Takes text for standard error.
    fn print_error(&mut self, _text: &str) {}
    /// Asks whoever runs the program for a line; what was printed so far is to be seen.
    fn ask_line(&mut self) -> Asked {
        Asked::End
    }
    /// The seed of everything random that the program does not seed.
    fn seed(&self) -> u64;
}
