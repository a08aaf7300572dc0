//! The scheduler: a state machine, its pools, and the trace of a run.
//!
//! [`Scheduler`] decides and does nothing else: events in, instructions out.
//! A pool carries instructions to where tasks run and brings events back; it is
//! a parameter of [`run_graph`], so the same decisions serve tests, real runs
//! and questions such as "what if there were eight workers?" ([`simulate`]).
//!
//! ```text
//!   Plan ──> Scheduler <── events ──  pool: inline | threads | simulated
//!               └────── instructions ──> Work (any thread), Coordinator (one thread)
//! ```
//!
//! **The answer does not depend on the pool.** Tasks have ranks, the order in
//! which one worker would run them. A task that writes shared state runs in the
//! main program, and only when every task of lower rank is done; a failure
//! wins only when no task of lower rank can fail any more. So the values, the
//! failure and the order of shared writes are those of the inline pool.

#![cfg_attr(
    not(test),
    deny(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)
)]

mod chrome;
mod inline;
mod plan;
mod pool;
mod replay;
mod run_core;
mod scheduler;
mod simulate;
mod threads;
mod trace;
mod validate;
mod work;

pub use chrome::chrome_trace;
pub use plan::{NodeKind, Plan, PlanError, PlanTask};
pub use pool::{Clock, Pool, RunEnd, RunReport, run_graph};
pub use replay::{Replay, ReplayError};
pub use scheduler::{Event, Instruction, Options, Scheduler, TaskState};
pub use simulate::{SimulateOptions, Simulation, simulate};
pub use taskyard_graph::TaskId;
pub use trace::{MAX_TRACE_EVENTS, Totals, Trace, TraceEvent, TraceKind};
pub use work::{Coordinator, Outcome, Work};

/// More workers than this are refused silently: the number is clamped.
pub const MAX_WORKERS: u32 = 256;
/// How often a waiting coordinator asks whether it should stop.
pub const POLL_MS: u64 = 8;
/// The least time between two calls of [`Coordinator::observe`].
pub const OBSERVE_US: f64 = 16_000.0;
