//! The boundary to JavaScript of the overview.
//!
//! It is a module of its own, without threads, because few visits open an
//! overview and the placing of nested frames is a lot of code: the page loads
//! this the first time that it is needed. What it exports is what
//! `web/overview/module.ts` expects. Natively nothing is here.

#[cfg(target_arch = "wasm32")]
mod exports;

#[cfg(target_arch = "wasm32")]
pub use exports::overview;
