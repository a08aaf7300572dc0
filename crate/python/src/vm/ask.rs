//! Asking the person at the keyboard for a line, as `input` does.
//!
//! The world answers at once when it can: it blocks until the line is there.
//! Where it cannot block, the whole machine stops with a [`LineRequest`] and is
//! resumed with the answer, which works only while no native code waits.

use super::Vm;
use crate::error::{Halt, Res, Unwind};
use crate::object::Type;

/// What came of asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// A line without its line break.
    Line(String),
    /// There are no more lines.
    End,
    /// The answer comes later; the machine stops until then.
    Later,
    /// This machine runs tasks, and only the main program may ask.
    Home,
    /// The program is only looked at: nobody is asked.
    Nobody,
}

/// The request that stops a machine until somebody has typed a line.
#[derive(Debug)]
pub struct LineRequest;

impl LineRequest {
    /// The error where native code waits, so that the machine cannot stop.
    pub fn refuse(vm: &mut Vm) -> Unwind {
        vm.error(
            Type::RuntimeError,
            "input() cannot wait here, as this page has no threads. Ask first, in a statement of its own, and use the answer here",
        )
    }
}

impl Vm {
    /// A line from whoever runs the program, as a `str`. Waiting costs no time
    /// of the program.
    ///
    /// # Errors
    /// `EOFError` when there are no more lines; `Halt` when stopped meanwhile,
    /// in a task, and in a preview; `Suspend` when the answer comes later.
    pub fn ask_line(&mut self) -> Res {
        let began_us = self.world.now_us();
        let asked = self.world.ask_line();
        self.forgive(self.world.now_us() - began_us);
        match asked {
            Asked::Later => Err(Unwind::Suspend(Box::new(LineRequest))),
            Asked::Home => Err(Unwind::Halt(Halt::SharedWrite)),
            Asked::Nobody => Err(Unwind::Halt(Halt::Unanswered)),
            Asked::Line(line) => self.read_line(Some(line)),
            Asked::End => self.read_line(None),
        }
    }

    /// What `input` returns for a line, or for the end of all lines.
    ///
    /// # Errors
    /// As `ask_line`.
    pub fn read_line(&mut self, line: Option<String>) -> Res {
        self.tick(0)?;
        match line {
            Some(line) => Ok(self.string(line)),
            None => Err(self.error(Type::EOFError, "EOF when reading a line")),
        }
    }

    /// Adds to the time that the program may take.
    pub fn forgive(&mut self, us: f64) {
        self.deadline_us += us.max(0.0);
    }
}
