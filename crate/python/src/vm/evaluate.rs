//! Code made while the program runs: `eval` and `exec`, and the names that the calling function sees.

use std::sync::Arc;

use super::Vm;
use super::frame::Return;
use crate::code::{Code, CodeKind};
use crate::error::Res;
use crate::object::{Namespace, Object, Sym};
use crate::value::{Ref, Value};

/// What `locals()` is where a program asks for it.
#[derive(Debug, Clone)]
pub enum Locals {
    /// In a module: its globals.
    Globals,
    /// In a class body, or in code that got a dict of its own.
    Dict(Value),
    /// In a function: its variables that have a value.
    Variables(Vec<(Arc<str>, Value)>),
}

impl Vm {
    /// The module whose globals the running code sees.
    #[must_use]
    pub fn current_module(&self) -> Ref {
        self.frames.last().and_then(|frame| self.code_of(frame)).map_or(self.main, |code| code.module.get())
    }

    /// How many positional parameters the running function has.
    #[must_use]
    pub fn current_parameters(&self) -> usize {
        let code = self.frames.last().and_then(|frame| self.code_of(frame));
        code.map_or(0, |code| usize::from(code.code.signature.positional))
    }

    /// The names that the running code may call its own.
    #[must_use]
    pub fn current_locals(&self) -> Locals {
        let Some(frame) = self.frames.last() else { return Locals::Globals };
        if !frame.namespace.is_none() {
            return Locals::Dict(frame.namespace);
        }
        let Some(instance) = self.code_of(frame) else { return Locals::Globals };
        let code = &instance.code;
        if code.kind == CodeKind::Module {
            return Locals::Globals;
        }
        let signature = &code.signature;
        let parameters = signature.names.iter().chain(&signature.star).chain(&signature.star_star);
        let registers = self.stack.get(frame.base as usize..).unwrap_or_default();
        let (mut plain, mut captured) = (Vec::new(), Vec::new());
        for (name, &value) in parameters.chain(code.local_names.iter()).zip(registers) {
            match self.heap.object(value) {
                Some(Object::Cell(inside)) => captured.push((name.clone(), *inside)),
                _ => plain.push((name.clone(), value)),
            }
        }
        if let Object::Function(function) = self.heap.get(frame.function) {
            for (name, &cell) in code.free_names.iter().zip(&function.closure) {
                if let Some(Object::Cell(inside)) = self.heap.object(cell) {
                    captured.push((name.clone(), *inside));
                }
            }
        }
        plain.append(&mut captured);
        // The variable of a comprehension has a name that no program can write.
        plain.retain(|(name, value)| !value.is_unbound() && !name.starts_with('.'));
        Locals::Variables(plain)
    }

    /// A module that nobody can import, with these names.
    pub fn hidden_module(&mut self, names: Vec<(Sym, Value)>) -> Ref {
        let mut namespace = Namespace::default();
        for (name, value) in names {
            namespace.set(name, value);
        }
        self.alloc_ref(Object::Module(Box::new(namespace)))
    }

    /// Runs the code of `eval` or `exec`: its globals are the module's; names
    /// that it assigns go to `namespace`, when that is a dict.
    ///
    /// # Errors
    /// The exception that ended it, or a halt.
    pub fn run_text(&mut self, code: &Arc<Code>, module: Ref, namespace: Value) -> Res {
        self.enter()?;
        let instance = self.instance_of(code, module);
        let (base, floor) = (self.stack_top(), self.frames.len());
        let entered = self.enter_code(&instance, module, base, 0, Return::Boundary, namespace);
        let result = entered.and_then(|()| self.run_to_end(floor));
        self.leave();
        self.forget_code(code);
        result
    }

    /// Functions keep what they need of their code themselves.
    fn forget_code(&mut self, code: &Arc<Code>) {
        self.code_instances.remove(&(Arc::as_ptr(code) as usize));
        for template in &code.functions {
            self.forget_code(&template.code);
        }
    }
}
