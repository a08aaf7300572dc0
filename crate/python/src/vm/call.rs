//! Calls: arguments to registers, and frames.

use std::sync::Arc;

use super::Vm;
use super::frame::{Frame, Outcome, Return};
use crate::code::Code;
use crate::error::{Res, Unwind};
use crate::object::{Args, CodeInstance, Object, Sym, Type, sym};
use crate::value::{Ref, Value};

/// Arguments of natives that fit here need no allocation.
const INLINE_ARGS: usize = 4;

/// What a call instruction led to.
pub(super) enum Called {
    /// A frame was pushed: go on there.
    Entered,
    Done(Value),
}

impl Vm {
    /// Where the registers of the top frame end.
    #[inline]
    pub(super) fn stack_top(&self) -> usize {
        let Some(frame) = self.frames.last() else { return 0 };
        frame.base as usize + self.code_of(frame).map_or(0, |code| code.registers as usize)
    }

    #[inline]
    pub(super) fn ensure_stack(&mut self, top: usize) {
        if self.stack.len() < top {
            self.grow_stack(top);
        }
    }

    #[cold]
    #[inline(never)]
    fn grow_stack(&mut self, top: usize) {
        let size = top.max(self.stack.len() * 2);
        self.stack.resize(size, Value::UNBOUND);
    }

    #[inline(always)]
    pub(super) fn push_frame(&mut self, frame: Frame) -> Res<()> {
        if self.frames.len() >= self.limits.recursion {
            return Err(self.too_deep());
        }
        self.frames.push(frame);
        Ok(())
    }

    #[cold]
    #[inline(never)]
    fn too_deep(&mut self) -> Unwind {
        self.error(Type::RecursionError, "maximum recursion depth exceeded")
    }

    /// Begins to run a module. Go on with `go`.
    ///
    /// # Errors
    /// `RecursionError`, never at the start.
    pub fn start(&mut self, code: &Arc<Code>, module: Ref) -> Res<()> {
        let code = self.instance_of(code, module);
        let base = self.stack_top();
        self.enter_code(&code, module, base, 0, Return::Boundary, Value::NONE)
    }

    /// Runs what was started until it ends or asks the host for something.
    ///
    /// # Errors
    /// The exception that ended it, or a halt.
    pub fn go(&mut self) -> Res<Outcome> {
        // Nothing native runs outside of this, so nothing native holds values.
        self.temps.clear();
        let result = self.run(0);
        if let Ok(Outcome::Suspended(_)) = result {
            self.suspended_dst = self.pending_dst;
        }
        result
    }

    /// Goes on with the answer to the request that `go` or `resume` returned.
    ///
    /// # Errors
    /// The exception that ended it, or a halt.
    pub fn resume(&mut self, answer: Res) -> Res<Outcome> {
        match answer {
            Ok(value) => {
                let dst = self.suspended_dst;
                self.stack[dst] = value;
            }
            Err(Unwind::Raise(exc)) => self.unwind(exc, 0, false)?,
            Err(other) => {
                self.drop_frames(0);
                return Err(other);
            }
        }
        self.go()
    }

    /// Runs a module to its end, with the host answering at once.
    ///
    /// # Errors
    /// The exception that ended it, or a halt.
    pub fn run_module(&mut self, code: &Arc<Code>, module: Ref) -> Res {
        let instance = self.instance_of(code, module);
        let base = self.stack_top();
        let floor = self.frames.len();
        self.enter_code(&instance, module, base, 0, Return::Boundary, Value::NONE)?;
        self.run_to_end(floor)
    }

    pub(super) fn run_to_end(&mut self, floor: usize) -> Res {
        let mut outcome = self.run(floor)?;
        loop {
            match outcome {
                Outcome::Done(value) => {
                    self.keep(value);
                    return Ok(value);
                }
                Outcome::Suspended(request) => {
                    let dst = self.pending_dst;
                    match self.ask_host(request) {
                        Ok(value) => self.stack[dst] = value,
                        Err(Unwind::Raise(exc)) => self.unwind(exc, floor, false)?,
                        Err(other) => {
                            self.drop_frames(floor);
                            return Err(other);
                        }
                    }
                    outcome = self.run(floor)?;
                }
            }
        }
    }

    /// Lets the host answer a request while native code waits.
    pub(super) fn ask_host(&mut self, request: Box<dyn std::any::Any>) -> Res {
        match self.host.clone() {
            Some(host) => host(self, request),
            None => Err(self.error(Type::RuntimeError, "nothing can be computed here")),
        }
    }

    /// Pushes a frame whose arguments are in place already.
    #[inline]
    pub(super) fn enter_code(
        &mut self,
        code: &CodeInstance,
        function: Ref,
        base: usize,
        args: usize,
        ret: Return,
        namespace: Value,
    ) -> Res<()> {
        self.enter_frame((code.id, code.registers), function, base, args, ret, namespace)
    }

    /// The same for a code given by its number and its number of registers.
    #[inline]
    pub(super) fn enter_frame(
        &mut self,
        (code, registers): (u32, u32),
        function: Ref,
        base: usize,
        args: usize,
        ret: Return,
        namespace: Value,
    ) -> Res<()> {
        let top = base + registers as usize;
        self.ensure_stack(top);
        for register in &mut self.stack[base + args..top] {
            *register = Value::UNBOUND;
        }
        let handled_base = self.handled.len() as u32;
        let base = base as u32;
        self.push_frame(Frame { code, function, base, pc: 0, ret, handled_base, namespace, delegating: false })
    }

    /// Ends the top frame. A value comes back when the run loop ends with it.
    #[inline]
    pub(super) fn return_value(&mut self, value: Value, floor: usize) -> Res<Option<Value>> {
        let Some(frame) = self.frames.pop() else { return Ok(Some(value)) };
        if self.handled.len() > frame.handled_base as usize {
            self.handled.truncate(frame.handled_base as usize);
        }
        match frame.ret {
            Return::To(dst) => self.stack[dst as usize] = value,
            Return::Init { dst, object } => {
                if !value.is_none() {
                    return Err(self.init_returned(value));
                }
                self.stack[dst as usize] = Value::object(object);
            }
            Return::Boundary => {
                debug_assert_eq!(self.frames.len(), floor);
                return Ok(Some(value));
            }
            Return::For { generator, exhausted, .. } => {
                self.finish_generator(generator);
                if let Some(caller) = self.frames.last_mut() {
                    caller.pc = exhausted;
                }
            }
            Return::Generator { generator } => {
                self.finish_generator(generator);
                self.yielded = false;
                return Ok(Some(value));
            }
        }
        Ok(None)
    }

    /// Calls anything callable.
    ///
    /// # Errors
    /// What it raises.
    pub fn call(&mut self, callee: Value, args: &[Value]) -> Res {
        self.call_args(callee, &Args { pos: args, kw: &[] })
    }

    /// # Errors
    /// What it raises.
    pub fn call_kw(&mut self, callee: Value, pos: &[Value], kw: &[(Sym, Value)]) -> Res {
        self.call_args(callee, &Args { pos, kw })
    }

    /// `object.name(...)`
    ///
    /// # Errors
    /// `AttributeError`, or what it raises.
    pub fn call_method(&mut self, object: Value, name: Sym, args: &[Value]) -> Res {
        let method = self.get_attr(object, name)?;
        self.call(method, args)
    }

    /// Calls anything callable, with keywords.
    ///
    /// # Errors
    /// What it raises.
    pub fn call_args(&mut self, callee: Value, args: &Args<'_>) -> Res {
        self.enter()?;
        let result = self.call_inner(callee, args);
        self.leave();
        let value = result?;
        self.keep(value);
        Ok(value)
    }

    fn call_inner(&mut self, callee: Value, args: &Args<'_>) -> Res {
        let Some(r) = callee.as_ref() else { return Err(self.not_callable(callee)) };
        match self.heap.get(r) {
            Object::Function(_) => {
                let (base, floor) = (self.stack_top(), self.frames.len());
                // Values in the caller's native code are arguments: keep them.
                args.pos.iter().for_each(|&arg| self.keep(arg));
                args.kw.iter().for_each(|&(_, arg)| self.keep(arg));
                self.keep(callee);
                match self.enter_function(r, args, base, Return::Boundary)? {
                    Called::Done(value) => Ok(value),
                    Called::Entered => self.run_to_end(floor),
                }
            }
            Object::NativeFunction(_) => match self.call_native(r, args) {
                Err(Unwind::Suspend(request)) => self.ask_host(request),
                other => other,
            },
            Object::BoundMethod(method) => {
                let (receiver, function) = (method.receiver, method.function);
                let mut pos = Vec::with_capacity(args.pos.len() + 1);
                pos.push(receiver);
                pos.extend_from_slice(args.pos);
                self.call_inner(function, &Args { pos: &pos, kw: args.kw })
            }
            Object::Class(_) => self.call_class(r, args),
            Object::Descriptor(descriptor) => match **descriptor {
                crate::object::Descriptor::StaticMethod(function) => self.call_inner(function, args),
                _ => Err(self.not_callable(callee)),
            },
            _ => match self.special(callee, sym::CALL) {
                Some(method) => {
                    let class = self.type_of(callee);
                    let bound = self.bind_attr(method, callee, class)?;
                    self.call_inner(bound, args)
                }
                None => Err(self.not_callable(callee)),
            },
        }
    }

    fn not_callable(&mut self, callee: Value) -> Unwind {
        let name = self.type_name(callee);
        self.type_error(format!("'{name}' object is not callable"))
    }

    /// Whether a value can be called.
    #[must_use]
    pub fn is_callable(&self, value: Value) -> bool {
        match self.heap.object(value) {
            Some(
                Object::Function(_) | Object::NativeFunction(_) | Object::BoundMethod(_) | Object::Class(_),
            ) => true,
            Some(_) => self.special(value, sym::CALL).is_some(),
            None => false,
        }
    }

    #[inline]
    fn call_native(&mut self, r: Ref, args: &Args<'_>) -> Res {
        let Object::NativeFunction(native) = self.heap.get(r) else {
            return Err(self.not_callable(Value::object(r)));
        };
        let (function, data) = (native.function, native.data);
        let outer = std::mem::replace(&mut self.native_data, data);
        let result = function(self, args);
        self.native_data = outer;
        result
    }

    /// Enters a Python function with arguments that are not in place.
    fn enter_function(&mut self, r: Ref, args: &Args<'_>, base: usize, ret: Return) -> Res<Called> {
        let Object::Function(function) = self.heap.get(r) else { return Err(self.not_callable(Value::object(r))) };
        let code = function.code.clone();
        if args.kw.is_empty() && code.simple_args as usize == args.pos.len() {
            self.ensure_stack(base + args.pos.len());
            for (register, &value) in self.stack[base..].iter_mut().zip(args.pos) {
                *register = value;
            }
            self.enter_code(&code, r, base, args.pos.len(), ret, Value::NONE)?;
            return Ok(Called::Entered);
        }
        let bound = self.bind_python(r, &code, args)?;
        if code.code.generator {
            let mut registers = bound;
            registers.resize(code.code.registers as usize, Value::UNBOUND);
            return Ok(Called::Done(self.make_generator(r, registers)));
        }
        self.ensure_stack(base + bound.len());
        self.stack[base..base + bound.len()].copy_from_slice(&bound);
        self.enter_code(&code, r, base, bound.len(), ret, Value::NONE)?;
        Ok(Called::Entered)
    }

    /// Runs the body of a class with its namespace.
    pub(super) fn call_class_body(&mut self, body: Value, namespace: Value) -> Res {
        let (Some(r), Some(Object::Function(function))) = (body.as_ref(), self.heap.object(body)) else {
            return Err(self.not_callable(body));
        };
        let code = function.code.clone();
        let (base, floor) = (self.stack_top(), self.frames.len());
        self.keep(body);
        self.enter()?;
        let entered = self.enter_code(&code, r, base, 0, Return::Boundary, namespace);
        let result = entered.and_then(|()| self.run_to_end(floor));
        self.leave();
        result
    }

    /// The call instructions: `count` arguments from the absolute place `first`
    /// on, the last ones named by `keywords`. The place before `first` is free.
    #[inline]
    pub(super) fn call_op(
        &mut self,
        ret: Return,
        callee: Value,
        first: usize,
        count: usize,
        keywords: Option<&[Sym]>,
    ) -> Res<Called> {
        let Some(r) = callee.as_ref() else { return Err(self.not_callable(callee)) };
        match self.heap.get(r) {
            Object::Function(function) => {
                let code = &function.code;
                if keywords.is_none() && code.simple_args as usize == count {
                    let code = (code.id, code.registers);
                    self.enter_frame(code, r, first, count, ret, Value::NONE)?;
                    return Ok(Called::Entered);
                }
                self.call_packed(ret, callee, first, count, keywords)
            }
            Object::NativeFunction(_) if keywords.is_none() && count <= INLINE_ARGS => {
                let buffer = self.inline_args(first, count);
                self.native_op(ret, r, &Args { pos: &buffer[..count], kw: &[] })
            }
            Object::BoundMethod(method) => {
                let (receiver, function) = (method.receiver, method.function);
                // There is one free place before the arguments, so only one receiver fits.
                if !matches!(self.heap.object(function), Some(Object::Function(_) | Object::NativeFunction(_))) {
                    return self.call_packed(ret, callee, first, count, keywords);
                }
                self.stack[first - 1] = receiver;
                self.call_op(ret, function, first - 1, count + 1, keywords)
            }
            Object::Class(class) => {
                let flags = class.flags;
                let inline = flags.has_python_init
                    && !flags.has_python_new
                    && !flags.is_abstract
                    && !flags.has_meta_call
                    && class.constructor.is_none();
                if !inline {
                    return self.call_packed(ret, callee, first, count, keywords);
                }
                let (Return::To(dst), Some(init)) = (ret, self.lookup(r, sym::INIT)) else {
                    return self.call_packed(ret, callee, first, count, keywords);
                };
                if self.function_code(init).is_none_or(|code| code.code.generator) {
                    return self.call_packed(ret, callee, first, count, keywords);
                }
                let object = self.new_instance(r, crate::object::Payload::None);
                self.stack[first - 1] = object;
                let Some(object) = object.as_ref() else { return Ok(Called::Done(object)) };
                self.call_op(Return::Init { dst, object }, init, first - 1, count + 1, keywords)
            }
            Object::Instance(_) => {
                let Some(method) = self.special(callee, sym::CALL) else { return Err(self.not_callable(callee)) };
                if self.function_code(method).is_none() {
                    return self.call_packed(ret, callee, first, count, keywords);
                }
                self.stack[first - 1] = callee;
                self.call_op(ret, method, first - 1, count + 1, keywords)
            }
            _ => self.call_packed(ret, callee, first, count, keywords),
        }
    }

    /// Calls a native function from the run loop, which knows where the answer
    /// to a request goes.
    #[inline]
    fn native_op(&mut self, ret: Return, r: Ref, args: &Args<'_>) -> Res<Called> {
        let result = self.call_native(r, args);
        if let (Err(Unwind::Suspend(_)), Return::To(dst)) = (&result, ret) {
            self.pending_dst = dst as usize;
        }
        result.map(Called::Done)
    }

    /// Few arguments, copied out of the registers.
    #[inline]
    fn inline_args(&self, first: usize, count: usize) -> [Value; INLINE_ARGS] {
        let mut buffer = [Value::UNBOUND; INLINE_ARGS];
        // A loop: a copy of a length that is not known is a slow call in wasm.
        for (place, &value) in buffer.iter_mut().zip(&self.stack[first..first + count]) {
            *place = value;
        }
        buffer
    }

    /// The same with the arguments copied out of the registers.
    fn call_packed(
        &mut self,
        ret: Return,
        callee: Value,
        first: usize,
        count: usize,
        keywords: Option<&[Sym]>,
    ) -> Res<Called> {
        let named = keywords.map_or(0, <[Sym]>::len);
        let plain = count - named;
        if named == 0 && plain <= INLINE_ARGS {
            let buffer = self.inline_args(first, plain);
            return self.call_unpacked(ret, callee, &Args { pos: &buffer[..plain], kw: &[] }, first);
        }
        let pos = self.stack[first..first + plain].to_vec();
        let kw: Vec<(Sym, Value)> = keywords
            .unwrap_or(&[])
            .iter()
            .copied()
            .zip(self.stack[first + plain..first + count].iter().copied())
            .collect();
        self.call_unpacked(ret, callee, &Args { pos: &pos, kw: &kw }, first)
    }

    /// A call from the run loop with arguments in hand; a new frame begins at `base`.
    pub(super) fn call_unpacked(&mut self, ret: Return, callee: Value, args: &Args<'_>, base: usize) -> Res<Called> {
        let Some(r) = callee.as_ref() else { return Err(self.not_callable(callee)) };
        match self.heap.get(r) {
            Object::Function(_) => self.enter_function(r, args, base, ret),
            Object::NativeFunction(_) => self.native_op(ret, r, args),
            Object::BoundMethod(method) => {
                let (receiver, function) = (method.receiver, method.function);
                let mut pos = Vec::with_capacity(args.pos.len() + 1);
                pos.push(receiver);
                pos.extend_from_slice(args.pos);
                self.call_unpacked(ret, function, &Args { pos: &pos, kw: args.kw }, base)
            }
            Object::Instance(_) => {
                let Some(method) = self.special(callee, sym::CALL) else { return Err(self.not_callable(callee)) };
                let class = self.type_of(callee);
                let bound = self.bind_attr(method, callee, class)?;
                self.call_unpacked(ret, bound, args, base)
            }
            _ => self.call_args(callee, args).map(Called::Done),
        }
    }
}
