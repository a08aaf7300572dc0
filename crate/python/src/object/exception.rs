//! What an exception object carries beside its attributes.

use std::sync::Arc;

use crate::code::Code;
use crate::value::Value;

/// One line of a traceback: where in a code the exception passed.
#[derive(Debug, Clone)]
pub struct TraceEntry {
    pub code: Arc<Code>,
    /// Index of the instruction.
    pub pc: u32,
}

/// Arguments, traceback and links of an exception.
#[derive(Debug)]
pub struct ExceptionData {
    /// The tuple `args`.
    pub args: Value,
    /// Innermost frame first, as they were passed.
    pub trace: Vec<TraceEntry>,
    pub cause: Value,
    pub context: Value,
    pub suppress_context: bool,
    /// What a traceback adds to the text: `. Did you mean: 'x'?`
    pub hint: Option<String>,
    /// What to try, for the learner; not part of Python's text.
    pub advice: Option<String>,
    /// Texts of `add_note`.
    pub notes: Vec<Arc<str>>,
}

impl ExceptionData {
    #[must_use]
    pub fn new(args: Value) -> Self {
        Self {
            args,
            trace: Vec::new(),
            cause: Value::NONE,
            context: Value::NONE,
            suppress_context: false,
            hint: None,
            advice: None,
            notes: Vec::new(),
        }
    }

    pub fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.args);
        visit(self.cause);
        visit(self.context);
    }
}
