//! An allocator that counts: what a program really takes, beside what the heap of the machine believes.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

static NOW: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);
static LARGEST: AtomicUsize = AtomicUsize::new(0);

/// More than this at once is refused, which ends the process: that is a find.
const MOST_BYTES: usize = 1 << 30;

pub struct Counting;

fn grown(bytes: usize) -> bool {
    let now = NOW.fetch_add(bytes, Relaxed) + bytes;
    PEAK.fetch_max(now, Relaxed);
    LARGEST.fetch_max(bytes, Relaxed);
    now <= MOST_BYTES
}

// SAFETY: every call is passed on to the system's allocator; counting does not touch the memory.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if !grown(layout.size()) {
            return std::ptr::null_mut();
        }
        // SAFETY: as asked by the caller.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Relaxed);
        // SAFETY: as asked by the caller.
        unsafe { System.dealloc(place, layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if size > layout.size() && !grown(size - layout.size()) {
            return std::ptr::null_mut();
        }
        if size < layout.size() {
            NOW.fetch_sub(layout.size() - size, Relaxed);
        }
        // SAFETY: as asked by the caller.
        unsafe { System.realloc(place, layout, size) }
    }
}

/// Begins to look for a peak; the answer is what is in use now.
pub fn mark() -> usize {
    let now = NOW.load(Relaxed);
    PEAK.store(now, Relaxed);
    LARGEST.store(0, Relaxed);
    now
}

/// The most bytes in use since the mark.
pub fn peak() -> usize {
    PEAK.load(Relaxed)
}

/// The largest request since the mark.
pub fn largest() -> usize {
    LARGEST.load(Relaxed)
}
