//! The byte that stops a run.
//!
//! The page stores 1 in it through the shared memory and the machine reads it
//! at back-edges and calls; the page clears it before the next run.

use std::sync::atomic::{AtomicU8, Ordering};

static STOP: AtomicU8 = AtomicU8::new(0);

/// Where the byte lies in the module's memory.
pub fn address() -> usize {
    STOP.as_ptr().addr()
}

/// Whether the run is to end.
pub fn requested() -> bool {
    STOP.load(Ordering::Relaxed) != 0
}

/// Ends the run from inside, as when a thread of the pool broke.
pub fn request() {
    STOP.store(1, Ordering::Relaxed);
}
