//! Exceptions: making them, raising them, finding their handler.

use std::sync::Arc;

use super::Vm;
use super::frame::Return;
use crate::error::{Res, Unwind};
use crate::object::{Class, ExceptionData, Object, Payload, Sym, TraceEntry, Type, sym};
use crate::text::{ErrorKind, FormatError};
use crate::value::{Ref, Value};

impl Vm {
    /// A new exception of a class with its arguments.
    pub fn new_exception(&mut self, class: Ref, args: Vec<Value>) -> Value {
        let args = self.tuple(args);
        self.new_instance(class, Payload::Exception(Box::new(ExceptionData::new(args))))
    }

    /// A builtin exception with a text, ready to be returned as an error.
    pub fn error(&mut self, ty: Type, message: impl Into<String>) -> Unwind {
        let text = self.string(message.into());
        Unwind::Raise(self.new_exception(Ref::of(ty), vec![text]))
    }

    pub fn type_error(&mut self, message: impl Into<String>) -> Unwind {
        self.error(Type::TypeError, message)
    }

    pub fn value_error(&mut self, message: impl Into<String>) -> Unwind {
        self.error(Type::ValueError, message)
    }

    pub fn index_error(&mut self, message: impl Into<String>) -> Unwind {
        self.error(Type::IndexError, message)
    }

    pub fn key_error(&mut self, key: Value) -> Unwind {
        Unwind::Raise(self.new_exception(Ref::of(Type::KeyError), vec![key]))
    }

    pub fn stop_iteration(&mut self, value: Value) -> Unwind {
        let args = if value.is_none() { vec![] } else { vec![value] };
        Unwind::Raise(self.new_exception(Ref::of(Type::StopIteration), args))
    }

    /// `'T' object has no attribute 'name'`, with a suggestion when one is near.
    pub fn attribute_error(&mut self, object: Value, name: Sym) -> Unwind {
        let text = self.names.text(name).clone();
        let subject = match self.heap.object(object) {
            Some(Object::Class(_)) => format!("type object '{}'", self.shown_class(object.as_ref().unwrap_or(Ref(0)))),
            Some(Object::Module(_)) => format!("module '{}'", self.module_name(object.as_ref().unwrap_or(Ref(0)))),
            // A method asks its function, and that is what complains.
            Some(Object::BoundMethod(method))
                if matches!(self.heap.object(method.function), Some(Object::Function(_))) =>
            {
                let function = method.function;
                format!("'{}' object", self.type_name(function))
            }
            _ => format!("'{}' object", self.type_name(object)),
        };
        let candidates = self.dir_names(object);
        let near: Vec<&str> = candidates.iter().map(|name| &**name).collect();
        let hint = crate::text::suggest::suggest(&text, &near).map(|near| format!(". Did you mean: '{near}'?"));
        let unwind = self.hinted_error(Type::AttributeError, format!("{subject} has no attribute '{text}'"), hint);
        let text = self.symbol_text(name);
        self.with_part(&unwind, "obj", object);
        self.with_part(&unwind, "name", text);
        unwind
    }

    /// Tells a fresh exception what it is about.
    pub(super) fn with_part(&mut self, unwind: &Unwind, attr: &str, value: Value) {
        if let Unwind::Raise(exc) = unwind {
            let attr = self.names.intern(attr);
            // A fresh exception takes any attribute.
            let _ = self.plain_set_attr(*exc, attr, value);
        }
    }

    /// An error whose text gets a suggestion in tracebacks, but not in `str(error)`.
    pub(super) fn hinted_error(&mut self, ty: Type, message: String, hint: Option<String>) -> Unwind {
        let unwind = self.error(ty, message);
        if let (Some(hint), Unwind::Raise(exc)) = (hint, &unwind)
            && let Some(data) = self.exception_mut(*exc)
        {
            data.hint = Some(hint);
        }
        unwind
    }

    /// The exception that a text function stands for.
    pub fn from_text(&mut self, error: FormatError) -> Unwind {
        let ty = match error.kind {
            ErrorKind::Value => Type::ValueError,
            ErrorKind::Type => Type::TypeError,
            ErrorKind::Overflow => Type::OverflowError,
            ErrorKind::Index => Type::IndexError,
            ErrorKind::Key => Type::KeyError,
            ErrorKind::ZeroDivision => Type::ZeroDivisionError,
            ErrorKind::Memory => Type::MemoryError,
        };
        self.error(ty, error.message)
    }

    /// What `raise value` raises: an exception, or a class that is called.
    ///
    /// # Errors
    /// `TypeError` when it is neither, or what the class raises.
    pub fn exception_from(&mut self, value: Value) -> Res {
        if self.exception_data(value).is_some() {
            return Ok(value);
        }
        if let Some(class) = self.as_class(value)
            && self.is_subclass(class, Ref::of(Type::BaseException))
        {
            let made = self.call(value, &[])?;
            if self.exception_data(made).is_some() {
                return Ok(made);
            }
        }
        Err(self.type_error("exceptions must derive from BaseException"))
    }

    /// `raise value` from native code.
    pub fn raise_value(&mut self, value: Value) -> Unwind {
        match self.exception_from(value) {
            Ok(exc) => Unwind::Raise(exc),
            Err(other) => other,
        }
    }

    #[must_use]
    pub fn exception_data(&self, value: Value) -> Option<&ExceptionData> {
        match self.heap.object(value)? {
            Object::Instance(instance) => match &instance.payload {
                Payload::Exception(data) => Some(data),
                _ => None,
            },
            _ => None,
        }
    }

    pub fn exception_mut(&mut self, value: Value) -> Option<&mut ExceptionData> {
        match self.heap.get_mut_internal(value.as_ref()?) {
            Object::Instance(instance) => match &mut instance.payload {
                Payload::Exception(data) => Some(data),
                _ => None,
            },
            _ => None,
        }
    }

    #[must_use]
    pub fn exception_of(&self, unwind: &Unwind) -> Option<Value> {
        match unwind {
            Unwind::Raise(exc) => Some(*exc),
            _ => None,
        }
    }

    /// Whether an error is an exception of this class or of one below it.
    #[must_use]
    pub fn is_raised(&self, unwind: &Unwind, ty: Type) -> bool {
        self.exception_of(unwind).is_some_and(|exc| self.is_type(exc, ty))
    }

    /// Whether an exception matches what stands after `except`.
    ///
    /// # Errors
    /// `TypeError` when that is no class of exceptions.
    pub(super) fn exception_matches(&mut self, exc: Value, types: Value) -> Res<bool> {
        if let Some(items) = self.tuple_items(types).map(<[Value]>::to_vec) {
            self.enter()?;
            let mut found = Ok(false);
            for item in items {
                found = self.exception_matches(exc, item);
                if !matches!(found, Ok(false)) {
                    break;
                }
            }
            self.leave();
            return found;
        }
        match self.as_class(types) {
            Some(class) if self.is_subclass(class, Ref::of(Type::BaseException)) => Ok(self.is_instance(exc, class)),
            _ => Err(self.type_error("catching classes that do not inherit from BaseException is not allowed")),
        }
    }

    /// The exception that is being handled.
    #[must_use]
    pub fn handled_exception(&self) -> Option<Value> {
        self.handled.last().copied()
    }

    /// Links an exception that begins to fly to the one being handled.
    fn link_context(&mut self, exc: Value) {
        let Some(&handled) = self.handled.last() else { return };
        if handled == exc || self.context_chain_has(handled, exc) {
            return;
        }
        if let Some(data) = self.exception_mut(exc)
            && data.context.is_none()
        {
            data.context = handled;
        }
    }

    fn context_chain_has(&self, mut from: Value, wanted: Value) -> bool {
        // Bounded, since a program can tie the chain into a ring.
        for _ in 0..1000 {
            let Some(data) = self.exception_data(from) else { return false };
            if data.context == wanted {
                return true;
            }
            from = data.context;
        }
        true
    }

    /// Unwinds frames down to `floor` (a number of frames that stay) until one
    /// handles the exception. `again` leaves out the traceback entry of the
    /// innermost frame, which is there already.
    ///
    /// # Errors
    /// The exception, when no frame above the floor handles it.
    pub(super) fn unwind(&mut self, mut exc: Value, floor: usize, again: bool) -> Res<()> {
        if !again {
            self.link_context(exc);
        }
        let mut skip_entry = again;
        while self.frames.len() > floor {
            let Some(frame) = self.frames.last() else { break };
            let pc = frame.pc.saturating_sub(1);
            let Some(code) = self.code_of(frame).cloned() else { break };
            if !skip_entry && let Some(data) = self.exception_mut(exc) {
                data.trace.push(TraceEntry { code: code.code.clone(), pc });
            }
            skip_entry = false;
            let handler = code.code.handlers.iter().find(|h| h.start <= pc && pc < h.end).copied();
            if let (Some(handler), Some(frame)) = (handler, self.frames.last_mut()) {
                frame.pc = handler.target;
                let (base, handled) = (frame.base as usize, frame.handled_base as usize + handler.depth as usize);
                self.handled.truncate(handled);
                self.stack[base + handler.exc as usize] = exc;
                return Ok(());
            }
            let Some(frame) = self.frames.pop() else { break };
            self.handled.truncate(frame.handled_base as usize);
            match frame.ret {
                Return::For { generator, .. } => exc = self.generator_failed(generator, exc),
                Return::Generator { generator } => {
                    exc = self.generator_failed(generator, exc);
                    return Err(Unwind::Raise(exc));
                }
                Return::Boundary => return Err(Unwind::Raise(exc)),
                Return::To(_) | Return::Init { .. } => {}
            }
        }
        Err(Unwind::Raise(exc))
    }

    /// Drops all frames above the floor: a halt passes every handler.
    pub(super) fn drop_frames(&mut self, floor: usize) {
        if self.halted_at.is_none()
            && let Some(frame) = self.frames.last()
        {
            self.halted_at = self.trace_entry(frame);
        }
        while self.frames.len() > floor {
            let Some(frame) = self.frames.pop() else { break };
            self.handled.truncate(frame.handled_base as usize);
            if let Return::For { generator, .. } | Return::Generator { generator } = frame.ret {
                self.finish_generator(generator);
            }
        }
    }

    /// Marks a generator as finished by an exception; `StopIteration` becomes `RuntimeError`.
    fn generator_failed(&mut self, generator: Ref, exc: Value) -> Value {
        self.finish_generator(generator);
        if !self.is_type(exc, Type::StopIteration) {
            return exc;
        }
        let Unwind::Raise(error) = self.error(Type::RuntimeError, "generator raised StopIteration") else { return exc };
        if let Some(data) = self.exception_mut(error) {
            data.cause = exc;
            data.context = exc;
            data.suppress_context = true;
        }
        error
    }

    pub(super) fn finish_generator(&mut self, generator: Ref) {
        if let Object::Generator(generator) = self.heap.get_mut_internal(generator) {
            generator.finish();
        }
    }

    /// `raise exc from cause`.
    ///
    /// # Errors
    /// Always: the exception, or a `TypeError` about the cause.
    pub(super) fn raise_from(&mut self, value: Value, cause: Value) -> Unwind {
        let exc = match self.exception_from(value) {
            Ok(exc) => exc,
            Err(other) => return other,
        };
        let cause = if cause.is_none() {
            Value::NONE
        } else {
            match self.exception_from(cause) {
                Ok(cause) => cause,
                Err(Unwind::Raise(_)) => return self.type_error("exception causes must derive from BaseException"),
                Err(other) => return other,
            }
        };
        if let Some(data) = self.exception_mut(exc) {
            data.cause = cause;
            data.suppress_context = true;
        }
        Unwind::Raise(exc)
    }

    /// The constructor of all exception classes: keeps the arguments.
    pub(super) fn construct_exception(vm: &mut Self, class: Ref, args: &crate::object::Args<'_>) -> Res {
        let value = vm.new_exception(class, args.pos.to_vec());
        if vm.is_subclass(class, Ref::of(Type::StopIteration)) {
            let first = args.pos.first().copied().unwrap_or(Value::NONE);
            vm.set_attr(value, sym::VALUE, first)?;
        }
        Ok(value)
    }

    /// The name of the class of an exception as tracebacks show it.
    #[must_use]
    pub fn exception_class_name(&self, exc: Value) -> Arc<str> {
        let class: &Class = self.class_ref(self.type_of(exc));
        match &*class.module {
            "builtins" | "__main__" => class.qualname.clone(),
            module => format!("{module}.{}", class.qualname).into(),
        }
    }
}
