//! Generators: frames that wait on the heap.

use super::Vm;
use super::frame::{Frame, Return};
use crate::code::Op;
use crate::error::{Res, Unwind};
use crate::object::{Generator, Object, SavedFrame, Type, sym};
use crate::value::{Ref, Value};

/// What goes into a generator.
#[derive(Debug, Clone, Copy)]
pub enum Resume {
    /// `next` sends `None`.
    Send(Value),
    /// An exception object.
    Throw(Value),
}

/// What comes out of a generator.
#[derive(Debug, Clone, Copy)]
pub enum Resumed {
    Yielded(Value),
    Returned(Value),
}

impl Vm {
    /// A generator whose frame has not started.
    pub(super) fn make_generator(&mut self, function: Ref, registers: Vec<Value>) -> Value {
        let Object::Function(callee) = self.heap.get(function) else { return Value::NONE };
        let (code, name, qualname) = (callee.code.clone(), callee.name.clone(), callee.qualname.clone());
        let frame =
            SavedFrame { code, function, pc: 0, registers, handled: Vec::new(), resume: 0, delegating: false };
        let frame = Some(Box::new(frame));
        self.alloc(Object::Generator(Box::new(Generator { name, qualname, started: false, running: false, frame })))
    }

    /// Puts the frame of a generator on top; `false` when the generator has ended.
    ///
    /// # Errors
    /// `ValueError` when it runs already, `TypeError` for a value sent too early,
    /// `Halt::SharedWrite` when a task captured it.
    pub(super) fn enter_generator(&mut self, r: Ref, ret: Return, base: usize, sent: Value) -> Res<bool> {
        let Object::Generator(generator) = self.heap.get_mut(r)? else { return Ok(false) };
        if generator.running {
            return Err(self.value_error("generator already executing"));
        }
        let Some(saved) = generator.frame.as_deref() else { return Ok(false) };
        let started = generator.started;
        if !started && !sent.is_none() {
            return Err(self.type_error("can't send non-None value to a just-started generator"));
        }
        let handled_base = self.handled.len() as u32;
        let frame = Frame {
            code: saved.code.id,
            function: saved.function,
            base: base as u32,
            pc: saved.pc,
            ret,
            handled_base,
            namespace: Value::NONE,
            delegating: saved.delegating,
        };
        let resume = saved.resume;
        let count = saved.registers.len();
        self.ensure_stack(base + count);
        self.push_frame(frame)?;
        let Object::Generator(generator) = self.heap.get_mut_internal(r) else { return Ok(false) };
        (generator.started, generator.running) = (true, true);
        if let Some(saved) = generator.frame.as_deref_mut() {
            let window = &mut self.stack[base..base + saved.registers.len()];
            for (register, &value) in window.iter_mut().zip(&saved.registers) {
                *register = value;
            }
            if !saved.handled.is_empty() {
                self.handled.append(&mut saved.handled);
            }
        }
        if started {
            self.stack[base + resume as usize] = sent;
        }
        Ok(true)
    }

    /// Takes the top frame off and keeps it in its generator. `resume` is the
    /// register for what is sent in next.
    pub(super) fn leave_generator(&mut self, pc: u32, resume: u16, delegating: bool) -> Option<Return> {
        let frame = self.frames.pop()?;
        let (Return::For { generator, .. } | Return::Generator { generator }) = frame.ret else { return None };
        let Object::Generator(generator) = self.heap.get_mut_internal(generator) else { return None };
        generator.running = false;
        if let Some(saved) = generator.frame.as_deref_mut() {
            let base = frame.base as usize;
            let window = &self.stack[base..base + saved.registers.len()];
            for (&value, register) in window.iter().zip(&mut saved.registers) {
                *register = value;
            }
            if self.handled.len() > frame.handled_base as usize {
                saved.handled.extend(self.handled.drain(frame.handled_base as usize..));
            }
            (saved.pc, saved.resume, saved.delegating) = (pc, resume, delegating);
        }
        Some(frame.ret)
    }

    /// Suspends the top frame, a generator's. A value comes back when native code drives it.
    pub(super) fn yield_value(&mut self, value: Value, pc: u32, resume: u16, delegating: bool) -> Option<Value> {
        match self.leave_generator(pc, resume, delegating) {
            Some(Return::For { dst, .. }) => {
                self.stack[dst as usize] = value;
                None
            }
            _ => {
                self.yielded = true;
                Some(value)
            }
        }
    }

    /// Runs a generator until it yields or returns.
    ///
    /// # Errors
    /// What it raises.
    pub fn resume_generator(&mut self, r: Ref, resume: Resume) -> Res<Resumed> {
        let sent = match resume {
            Resume::Send(value) => value,
            Resume::Throw(exc) => match self.throw_into(r, exc)? {
                Some(result) => return Ok(result),
                None => return self.throw_here(r, exc),
            },
        };
        self.enter()?;
        let result = self.run_generator(r, sent, None);
        self.leave();
        result
    }

    fn throw_here(&mut self, r: Ref, exc: Value) -> Res<Resumed> {
        let waiting = match self.heap.get(r) {
            Object::Generator(generator) if generator.running => {
                return Err(self.value_error("generator already executing"));
            }
            Object::Generator(generator) => generator.started && generator.frame.is_some(),
            _ => false,
        };
        if !waiting {
            self.finish_generator(r);
            return Err(Unwind::Raise(exc));
        }
        self.enter()?;
        let result = self.run_generator(r, Value::NONE, Some(exc));
        self.leave();
        result
    }

    fn run_generator(&mut self, r: Ref, sent: Value, thrown: Option<Value>) -> Res<Resumed> {
        let floor = self.frames.len();
        let base = self.stack_top();
        if !self.enter_generator(r, Return::Generator { generator: r }, base, sent)? {
            return Ok(Resumed::Returned(Value::NONE));
        }
        if let Some(exc) = thrown {
            if let Some(frame) = self.frames.last_mut() {
                if frame.delegating {
                    frame.pc += 1;
                }
                frame.delegating = false;
            }
            self.unwind(exc, floor, false)?;
        }
        self.yielded = false;
        let value = self.run_to_end(floor)?;
        self.keep(value);
        let yielded = std::mem::replace(&mut self.yielded, false);
        Ok(if yielded { Resumed::Yielded(value) } else { Resumed::Returned(value) })
    }

    /// Throws into the iterator that a generator delegates to, when there is one.
    fn throw_into(&mut self, r: Ref, exc: Value) -> Res<Option<Resumed>> {
        let Object::Generator(generator) = self.heap.get(r) else { return Ok(None) };
        let Some(saved) = generator.suspended() else { return Ok(None) };
        let Some(Op::YieldFrom { dst, iter }) = saved.code.code.ops.get(saved.pc as usize).copied() else {
            return Ok(None);
        };
        if !saved.delegating {
            return Ok(None);
        }
        let inner = saved.registers[iter as usize];
        if self.is_type(exc, Type::GeneratorExit) {
            // The inner one is closed first; then the outer one is, at its `yield from`.
            return match self.close_inner(inner) {
                Ok(()) => Ok(None),
                Err(Unwind::Raise(raised)) => self.throw_here(r, raised).map(Some),
                Err(other) => Err(other),
            };
        }
        let Some(thrown) = self.throw_inner(inner, exc) else { return Ok(None) };
        match thrown {
            Ok(Resumed::Yielded(value)) => Ok(Some(Resumed::Yielded(value))),
            Ok(Resumed::Returned(value)) => {
                if let Object::Generator(generator) = self.heap.get_mut_internal(r)
                    && let Some(saved) = generator.frame.as_deref_mut()
                {
                    saved.delegating = false;
                    saved.pc += 1;
                    saved.resume = dst;
                }
                self.resume_generator(r, Resume::Send(value)).map(Some)
            }
            Err(Unwind::Raise(raised)) => self.throw_here(r, raised).map(Some),
            Err(other) => Err(other),
        }
    }

    /// Throws into what a generator delegates to; `None` when that takes no exceptions.
    fn throw_inner(&mut self, inner: Value, exc: Value) -> Option<Res<Resumed>> {
        if let (Some(Object::Generator(_)), Some(r)) = (self.heap.object(inner), inner.as_ref()) {
            return Some(self.resume_generator(r, Resume::Throw(exc)));
        }
        let throw = self.names.intern("throw");
        let method = match self.find_attr(inner, throw) {
            Ok(method) => method?,
            Err(error) => return Some(Err(error)),
        };
        let step = self.call(method, &[exc]).map(Some);
        Some(self.delegated(step))
    }

    fn close_inner(&mut self, inner: Value) -> Res<()> {
        if let (Some(Object::Generator(_)), Some(r)) = (self.heap.object(inner), inner.as_ref()) {
            return self.close_generator(r);
        }
        let close = self.names.intern("close");
        match self.find_attr(inner, close)? {
            Some(method) => self.call(method, &[]).map(|_| ()),
            None => Ok(()),
        }
    }

    /// `generator.close()`
    ///
    /// # Errors
    /// What the generator raises instead of ending.
    pub fn close_generator(&mut self, r: Ref) -> Res<()> {
        let exit = self.new_exception(Ref::of(Type::GeneratorExit), vec![]);
        match self.resume_generator(r, Resume::Throw(exit)) {
            Ok(Resumed::Yielded(_)) => Err(self.error(Type::RuntimeError, "generator ignored GeneratorExit")),
            Ok(Resumed::Returned(_)) => Ok(()),
            Err(unwind)
                if self.is_raised(&unwind, Type::GeneratorExit) || self.is_raised(&unwind, Type::StopIteration) =>
            {
                Ok(())
            }
            Err(other) => Err(other),
        }
    }

    /// One step of `yield from`: hands a value to the inner iterator.
    pub(super) fn delegate(&mut self, iter: Value, sent: Value) -> Res<Resumed> {
        if let (Some(Object::Generator(_)), Some(r)) = (self.heap.object(iter), iter.as_ref()) {
            return self.resume_generator(r, Resume::Send(sent));
        }
        let step = if sent.is_none() {
            match self.heap.object(iter) {
                // Asked directly, so that the value of its `StopIteration` is not lost.
                Some(Object::Instance(_)) => match self.call_special(iter, sym::NEXT, &[]) {
                    Some(result) => result.map(Some),
                    None => self.next(iter),
                },
                _ => self.next(iter),
            }
        } else {
            let send = self.names.intern("send");
            self.call_method(iter, send, &[sent]).map(Some)
        };
        self.delegated(step)
    }

    /// What a step of the inner iterator means for the generator that waits for it.
    fn delegated(&mut self, step: Res<Option<Value>>) -> Res<Resumed> {
        match step {
            Ok(Some(value)) => Ok(Resumed::Yielded(value)),
            Ok(None) => Ok(Resumed::Returned(Value::NONE)),
            Err(unwind) if self.is_raised(&unwind, Type::StopIteration) => {
                let exc = self.exception_of(&unwind).unwrap_or(Value::NONE);
                let value = self.find_attr(exc, sym::VALUE)?.unwrap_or(Value::NONE);
                Ok(Resumed::Returned(value))
            }
            Err(other) => Err(other),
        }
    }
}
