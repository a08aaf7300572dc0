//! One activation of a code.

use std::any::Any;

use crate::value::{Ref, Value};

/// What happens with the value that a frame returns.
#[derive(Debug, Clone, Copy)]
pub(super) enum Return {
    /// It goes to an absolute place of the stack.
    To(u32),
    /// `__init__`: the new object goes there instead, when the value is `None`.
    Init { dst: u32, object: Ref },
    /// The run loop that was entered for this frame returns it.
    Boundary,
    /// A generator driven by `for`: what is yielded goes to `dst`; at the end the
    /// caller goes on at `exhausted`.
    For { generator: Ref, dst: u32, exhausted: u32 },
    /// A generator driven by native code.
    Generator { generator: Ref },
}

/// One activation: plain data, so that calls copy few bytes and count no references.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// The place of the code in `Vm::codes`.
    pub code: u32,
    /// The running function; the module for module code.
    pub function: Ref,
    /// Where the window of registers begins.
    pub base: u32,
    /// The next instruction, written back at calls.
    pub pc: u32,
    pub ret: Return,
    /// Length of the stack of handled exceptions when the frame began.
    pub handled_base: u32,
    /// The namespace dict of a class body.
    pub namespace: Value,
    /// Resumed in a `yield from`: what was sent in goes on to the inner iterator.
    pub delegating: bool,
}

/// Why the machine handed control back.
#[derive(Debug)]
pub enum Outcome {
    /// The code ended; its value.
    Done(Value),
    /// Native code asks the host for something; go on with `Vm::resume`.
    Suspended(Box<dyn Any>),
}

impl Frame {
    /// Visits what the frame keeps alive beside its registers.
    pub fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(Value::object(self.function));
        visit(self.namespace);
        match self.ret {
            Return::To(_) | Return::Boundary => {}
            Return::Init { object, .. } => visit(Value::object(object)),
            Return::For { generator, .. } | Return::Generator { generator } => visit(Value::object(generator)),
        }
    }
}
