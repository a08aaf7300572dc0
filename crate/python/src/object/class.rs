//! Classes and their instances.

use std::sync::Arc;

use super::{Constructor, ExceptionData, Namespace, Native, ShapeId, Sym, Type};
use crate::value::{Ref, Value};

/// What a class or one of its bases defines, known once and asked often.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ClassFlags {
    /// `__getattribute__` other than that of `object`.
    pub has_getattribute: bool,
    /// `__setattr__` other than that of `object`.
    pub has_setattr: bool,
    /// `__init__` written in Python.
    pub has_python_init: bool,
    /// `__new__` written in Python.
    pub has_python_new: bool,
    /// Abstract methods: no instances.
    pub is_abstract: bool,
    /// Its metaclass brings a `__call__` of its own.
    pub has_meta_call: bool,
}

/// A class object.
#[derive(Debug)]
pub struct Class {
    /// The class of the class: `type` for nearly all.
    pub meta: Ref,
    pub name: Arc<str>,
    pub qualname: Arc<str>,
    /// The name of the module, `builtins` for builtin classes.
    pub module: Arc<str>,
    pub bases: Box<[Ref]>,
    /// Linearised by C3, the class itself first.
    pub mro: Box<[Ref]>,
    pub attrs: Namespace,
    /// The builtin type whose data the instances carry; `Object` for none.
    pub layout: Type,
    /// Set for builtin and extension classes, inherited by their subclasses.
    pub constructor: Option<Constructor>,
    pub flags: ClassFlags,
    /// The shape of a fresh instance.
    pub root_shape: ShapeId,
    /// Attributes of builtin and extension classes cannot be changed.
    pub builtin: bool,
    /// Whether a class may derive from it (`bool` may not).
    pub final_class: bool,
    /// Grows from class to class: the order of their making.
    pub serial: u32,
    /// `__slots__` of the class and its bases: the only attributes of its
    /// instances. `None` when they take any.
    pub slots: Option<Box<[Sym]>>,
}

impl Class {
    pub fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(Value::object(self.meta));
        self.bases.iter().chain(&self.mro).for_each(|&class| visit(Value::object(class)));
        self.attrs.trace(visit);
    }
}

/// The data behind an instance beside its attributes.
#[derive(Debug)]
pub enum Payload {
    None,
    /// Instance of a subclass of a builtin value type: the value itself
    /// (a list, dict, int, str, tuple, ...).
    Value(Value),
    Exception(Box<ExceptionData>),
    Native(Box<dyn Native>),
}

/// An instance of a class that is not a plain builtin value.
#[derive(Debug)]
pub struct Instance {
    pub class: Ref,
    pub shape: ShapeId,
    /// Attribute values in the order of the shape.
    pub slots: Vec<Value>,
    pub payload: Payload,
}

impl Instance {
    pub fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(Value::object(self.class));
        self.slots.iter().copied().for_each(&mut *visit);
        match &self.payload {
            Payload::None => {}
            Payload::Value(value) => visit(*value),
            Payload::Exception(data) => data.trace(visit),
            Payload::Native(native) => native.trace(visit),
        }
    }

    #[must_use]
    pub fn size(&self) -> usize {
        let payload = match &self.payload {
            Payload::None | Payload::Value(_) => 0,
            Payload::Exception(_) => 128,
            Payload::Native(native) => native.size(),
        };
        64 + self.slots.capacity() * 8 + payload
    }
}
