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
    /// Its place among the codes of the machine.
    pub id: u32,
    /// How many arguments a call without keywords must give so that they are in
    /// place already; `NOT_SIMPLE` when arguments need work or no frame is entered.
    pub simple_args: u32,
    /// Registers of a frame.
    pub registers: u32,
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

impl CodeInstance {
    /// No number of arguments.
    pub const NOT_SIMPLE: u32 = u32::MAX;

    /// The `simple_args` of a code.
    #[must_use]
    pub fn simple_args_of(code: &Code) -> u32 {
        let signature = &code.signature;
        let simple = signature.keyword_only == 0
            && signature.star.is_none()
            && signature.star_star.is_none()
            && !code.generator;
        if simple { u32::from(signature.positional) } else { Self::NOT_SIMPLE }
    }
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

/// A generator object.
#[derive(Debug)]
pub struct Generator {
    pub name: Arc<str>,
    pub qualname: Arc<str>,
    pub started: bool,
    /// Its frame lies on the stack of frames; what `frame` holds is out of date.
    pub running: bool,
    /// Where it waits, before it starts or at a `yield`; `None` when it has ended.
    pub frame: Option<Box<SavedFrame>>,
}

impl Generator {
    /// The frame of a generator that waits.
    #[must_use]
    pub fn suspended(&self) -> Option<&SavedFrame> {
        if self.running { None } else { self.frame.as_deref() }
    }

    pub fn finish(&mut self) {
        self.running = false;
        self.frame = None;
    }

    pub fn trace(&self, visit: &mut dyn FnMut(Value)) {
        if let Some(frame) = self.suspended() {
            visit(Value::object(frame.function));
            frame.registers.iter().copied().for_each(&mut *visit);
            frame.handled.iter().copied().for_each(visit);
        }
    }
}
