//! The one clock of the module.
//!
//! `std::time::Instant` panics in the browser. Every worker counts
//! `performance.now()` from its own start, so the start is added: then times
//! of different threads can be compared, to about a quarter of a microsecond.

use wasm_bindgen::JsCast;
use web_sys::{Performance, WorkerGlobalScope};

const US_PER_MS: f64 = 1000.0;

thread_local! {
    /// This thread's clock and the moment it counts from, in milliseconds.
    static CLOCK: Option<(Performance, f64)> = performance().map(|clock| {
        let origin_ms = clock.time_origin();
        (clock, origin_ms)
    });
}

fn performance() -> Option<Performance> {
    js_sys::global().dyn_into::<WorkerGlobalScope>().ok()?.performance()
}

/// Microseconds since 1970, the same count in every thread; 0 outside workers.
pub fn now_us() -> f64 {
    CLOCK.with(|clock| match clock {
        Some((clock, origin_ms)) => (origin_ms + clock.now()) * US_PER_MS,
        None => 0.0,
    })
}
