//! The boundary to JavaScript.
//!
//! The only crate that knows JavaScript, and nobody depends on it. What it
//! exports is what `web/engine/glue.ts` expects: a function body decodes, calls
//! the engine, encodes. The engine runs in workers only: one without threads
//! that previews, and one that runs programs and owns the thread pool.
//!
//! Natively only the allocator is there, so that it can be tested in seconds.

pub mod alloc;

#[cfg(target_arch = "wasm32")]
mod ask;
#[cfg(target_arch = "wasm32")]
mod clock;
#[cfg(target_arch = "wasm32")]
mod engine_bridge;
#[cfg(target_arch = "wasm32")]
mod exports;
#[cfg(target_arch = "wasm32")]
mod interrupt;
#[cfg(target_arch = "wasm32")]
mod panic;

#[cfg(target_arch = "wasm32")]
pub use clock::now_us;
#[cfg(target_arch = "wasm32")]
pub use exports::{answer, draw, init_thread_pool, interrupt_address, preview, run, write_picture};

/// The allocator of the whole module; natively the system's own is better.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: alloc::ThreadCaching = alloc::ThreadCaching;
