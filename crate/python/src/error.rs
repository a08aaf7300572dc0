//! How running code stops early: a Python exception, or something that no
//! `except` may catch.

use std::any::Any;

use crate::value::Value;

/// The result of anything that may raise.
pub type Res<T = Value> = Result<T, Unwind>;

/// Why running code stopped early.
#[derive(Debug)]
pub enum Unwind {
    /// An exception object.
    Raise(Value),
    /// Not an exception of the program: it passes every handler.
    Halt(Halt),
    /// A native function asks the host for something (`compute`); the machine
    /// stops and is resumed with the answer.
    Suspend(Box<dyn Any>),
}

/// Why a machine gave up on a program.
#[derive(Debug, Clone, PartialEq)]
pub enum Halt {
    /// The learner pressed Stop.
    Interrupted,
    /// A limit was reached; the text says which and what to do.
    Limit(String),
    /// A task wrote an object that other tasks or the main program see.
    SharedWrite,
    /// A program that is only previewed asks for a line.
    Unanswered,
}
