//! Functions, bound methods, descriptors and generators.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use super::{Namespace, ShapeId, Sym};
use crate::code::Code;
use crate::value::{Ref, Value};

/// What an attribute instruction remembers of its last look-up.
#[derive(Debug, Clone, Copy)]
pub enum SiteCache {
    Empty,
    /// Instances of this shape keep the attribute in this slot, while no class changes.
    Slot { shape: ShapeId, slot: u32, epoch: u32 },
    /// Instances of this shape find this plain function in their class, valid
    /// while the class epoch of the machine is the same.
    Method { shape: ShapeId, epoch: u32, function: Value },
    /// Storing the attribute on this shape appends a slot and leads to `next`.
    Append { shape: ShapeId, next: ShapeId, epoch: u32 },
    /// Objects of this builtin class find this native method.
    BuiltinMethod { class: Ref, function: Value },
}

/// A `Code` made ready for one machine: constants as values, names interned,
/// and the caches of its instructions.
#[derive(Debug)]
pub struct CodeInstance {
    pub code: Arc<Code>,
    pub consts: Box<[Value]>,
    pub names: Box<[Sym]>,
    pub site_names: Box<[Sym]>,
    pub site_caches: Box<[Cell<SiteCache>]>,
    /// Keyword names of calls.
    pub keywords: Box<[Box<[Sym]>]>,
    /// Interned parameter names in register order (see `Signature`).
    pub parameters: Box<[Sym]>,
    /// For each of `names`: its slots in the module's namespace and in the
    /// builtins, `u32::MAX` when not known yet.
    pub global_slots: Box<[Cell<(u32, u32)>]>,
    /// The module whose globals `global_slots` are about.
    pub module: Cell<Ref>,
}

/// A Python function.
#[derive(Debug)]
pub struct Function {
    pub code: Rc<CodeInstance>,
    pub name: Arc<str>,
    pub qualname: Arc<str>,
    /// Of the last positional parameters.
    pub defaults: Vec<Value>,
    pub keyword_defaults: Vec<(Sym, Value)>,
    pub closure: Box<[Value]>,
    /// The module whose globals it sees.
    pub module: Ref,
    pub annotations: Value,
    pub doc: Value,
    /// Attributes set on the function.
    pub attrs: Option<Box<Namespace>>,
}

impl Function {
    pub fn trace(&self, visit: &mut dyn FnMut(Value)) {
        self.defaults.iter().copied().for_each(&mut *visit);
        self.keyword_defaults.iter().for_each(|(_, value)| visit(*value));
        self.closure.iter().copied().for_each(&mut *visit);
        self.code.consts.iter().copied().for_each(&mut *visit);
        visit(Value::object(self.module));
        visit(self.annotations);
        visit(self.doc);
        if let Some(attrs) = &self.attrs {
            attrs.trace(visit);
        }
    }
}

/// `obj.method`, bound.
#[derive(Debug, Clone, Copy)]
pub struct BoundMethod {
    pub receiver: Value,
    pub function: Value,
}

/// The builtin descriptors. Unset parts are `None`.
#[derive(Debug)]
pub enum Descriptor {
    Property { get: Value, set: Value, delete: Value, doc: Value },
    StaticMethod(Value),
    ClassMethod(Value),
}

impl Descriptor {
    pub fn trace(&self, visit: &mut dyn FnMut(Value)) {
        match self {
            Self::Property { get, set, delete, doc } => [*get, *set, *delete, *doc].into_iter().for_each(visit),
            Self::StaticMethod(function) | Self::ClassMethod(function) => visit(*function),
        }
    }
}

/// A frame that waits in a generator.
#[derive(Debug)]
pub struct SavedFrame {
    pub code: Rc<CodeInstance>,
    pub function: Ref,
    pub pc: u32,
    pub registers: Vec<Value>,
    pub handled: Vec<Value>,
    /// The register that takes the value sent in.
    pub resume: u16,
    /// It waits in a `yield from`; `pc` is that instruction.
    pub delegating: bool,
}

#[derive(Debug)]
pub enum GeneratorState {
    /// Not started, or suspended at a `yield`.
    Suspended(SavedFrame),
    Running,
    Finished,
}

/// A generator object.
#[derive(Debug)]
pub struct Generator {
    pub name: Arc<str>,
    pub qualname: Arc<str>,
    pub started: bool,
    pub state: GeneratorState,
}

impl Generator {
    pub fn trace(&self, visit: &mut dyn FnMut(Value)) {
        if let GeneratorState::Suspended(frame) = &self.state {
            visit(Value::object(frame.function));
            frame.registers.iter().copied().for_each(&mut *visit);
            frame.handled.iter().copied().for_each(visit);
        }
    }
}
