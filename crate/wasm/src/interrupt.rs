//! The byte that stops a run.
//!
//! The page stores 1 in it through the shared memory and the machine reads it
//! at back-edges and calls; the page clears it before the next run.

use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, LazyLock};

/// Lives as long as the module, so its address never changes.
static STOP: LazyLock<Arc<AtomicU8>> = LazyLock::new(Arc::default);

/// The byte itself.
pub fn flag() -> Arc<AtomicU8> {
    STOP.clone()
}

/// Where the byte lies in the module's memory.
pub fn address() -> usize {
    STOP.as_ptr().addr()
}

/// Ends the run from inside, as when a thread of the pool broke.
pub fn request() {
    STOP.store(1, Ordering::Relaxed);
}
