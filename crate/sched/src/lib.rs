//! The scheduler: a state machine, its pools, and the trace of a run.
