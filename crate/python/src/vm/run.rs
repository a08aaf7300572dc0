//! The run loop: one `match` over the instructions of the top frame.
//!
//! The outer loop loads a frame, the inner one runs it until another frame
//! comes on top or the frame ends. The place in the code is a local of the
//! inner loop and is written back before anything that may look at it: calls,
//! polls and errors. Rare and large instructions are in `slow.rs`.

use std::rc::Rc;

use super::Vm;
use super::call::Called;
use super::frame::{Frame, Outcome, Return};
use super::small_int::{floor_divide, int_binary, int_compare, modulo, multiply};
use super::make::NO_SLOT;
use super::fast::{Step, binary_fast, truth_fast};
use crate::code::{BinOp, CmpOp, Op, UnaryOp};
use crate::error::{Res, Unwind};
use crate::object::{Args, Object, Sym};
use crate::value::Value;

/// What an instruction that may push a frame led to.
pub(super) enum Flow {
    Next,
    /// Another frame is on top, or this one goes on elsewhere.
    Reload,
}

impl Vm {
    /// Runs until the frames above `floor` are gone.
    ///
    /// # Errors
    /// What was not handled above the floor.
    pub(super) fn run(&mut self, floor: usize) -> Res<Outcome> {
        let temps = self.temps.len();
        if self.limits.collect_often {
            self.collect_garbage();
        }
        loop {
            match self.run_frames(floor, temps) {
                Ok(AGAIN) => {}
                Ok(value) => return Ok(Outcome::Done(value)),
                Err(Unwind::Raise(exc)) => {
                    let again = std::mem::replace(&mut self.reraising, false);
                    self.unwind(exc, floor, again)?;
                }
                Err(Unwind::Suspend(request)) => return Ok(Outcome::Suspended(request)),
                Err(halt @ Unwind::Halt(_)) => {
                    self.drop_frames(floor);
                    return Err(halt);
                }
            }
        }
    }

    /// Runs the top frame and those that come on top of it, with the stack of
    /// registers in a local variable: its place and length then stay in registers
    /// of the processor. Whatever else needs the stack gets it back for a while.
    ///
    /// Comes back with [`AGAIN`] after each poll: a browser begins with code that
    /// it made quickly, and takes its better code only where a function is called anew.
    #[inline(never)]
    fn run_frames(&mut self, floor: usize, temps: usize) -> Res {
        let mut stack = std::mem::take(&mut self.stack);
        let result = self.run_frames_on(&mut stack, floor, temps);
        if !stack.is_empty() {
            self.stack = stack;
        }
        result
    }

    #[expect(clippy::too_many_lines, reason = "one arm for each instruction; a call for each would cost a third")]
    #[inline(always)]
    fn run_frames_on(&mut self, stack: &mut Vec<Value>, floor: usize, temps: usize) -> Res {
        'frames: loop {
            let Some(frame) = self.frames.last() else { return Ok(Value::NONE) };
            let base = frame.base as usize;
            let mut pc = frame.pc as usize;
            let Some(code) = self.code_of(frame).cloned() else { return Ok(Value::NONE) };
            let ops: &[Op] = &code.code.ops;

            macro_rules! reg {
                ($r:expr) => {
                    stack[base + $r as usize]
                };
            }
            // Writes the place back, so that tracebacks and callees see it.
            macro_rules! save {
                () => {
                    if let Some(frame) = self.frames.last_mut() {
                        frame.pc = pc as u32;
                    }
                };
            }
            // What may fail, but needs no stack.
            macro_rules! check {
                ($e:expr) => {
                    match $e {
                        Ok(value) => value,
                        Err(unwind) => {
                            save!();
                            return Err(unwind);
                        }
                    }
                };
            }
            // What needs the stack.
            macro_rules! with_stack {
                ($e:expr) => {{
                    std::mem::swap(&mut self.stack, stack);
                    let result = $e;
                    std::mem::swap(&mut self.stack, stack);
                    result
                }};
            }
            // What may call Python code.
            macro_rules! slow {
                ($e:expr) => {{
                    save!();
                    with_stack!($e)?
                }};
            }
            macro_rules! truth {
                ($value:expr) => {
                    match truth_fast($value) {
                        Some(truth) => truth,
                        None => slow!(self.truthy($value)),
                    }
                };
            }
            // The absolute place of a register.
            macro_rules! place {
                ($r:expr) => {
                    base as u32 + u32::from($r)
                };
            }
            macro_rules! jump {
                ($offset:expr) => {
                    pc = (pc as isize + $offset as isize) as usize
                };
            }
            macro_rules! poll {
                () => {
                    if self.fuel == 0 {
                        slow!(self.poll(temps));
                        // The instruction comes once more, with fuel.
                        if self.fuel > 0 {
                            pc -= 1;
                            save!();
                            return Ok(AGAIN);
                        }
                    } else {
                        self.fuel -= 1;
                    }
                };
            }
            // The usual call: a Python function with its arguments in place.
            macro_rules! enter_simple {
                ($function:expr, $first:expr, $count:expr, $dst:expr) => {
                    if let Some(r) = $function.as_ref()
                        && let Object::Function(function) = self.heap.get(r)
                        && function.code.simple_args as usize == $count
                    {
                        let (code, top) = (function.code.id, $first + function.code.registers as usize);
                        if stack.len() < top {
                            with_stack!(self.ensure_stack(top));
                        }
                        for register in &mut stack[$first + $count..top] {
                            *register = Value::UNBOUND;
                        }
                        let frame = Frame {
                            code,
                            function: r,
                            base: $first as u32,
                            pc: 0,
                            ret: Return::To(place!($dst)),
                            handled_base: self.handled.len() as u32,
                            namespace: Value::NONE,
                            delegating: false,
                        };
                        self.push_frame(frame)?;
                        continue 'frames;
                    }
                };
            }
            // The end of the frame, with its value.
            macro_rules! leave {
                ($value:expr) => {{
                    if let Some(&Frame { ret: Return::To(dst), handled_base, .. }) = self.frames.last() {
                        let value = $value;
                        self.frames.pop();
                        if self.handled.len() > handled_base as usize {
                            self.handled.truncate(handled_base as usize);
                        }
                        stack[dst as usize] = value;
                        continue 'frames;
                    }
                    save!();
                    if let Some(done) = with_stack!(self.return_value($value, floor))? {
                        return Ok(done);
                    }
                    continue 'frames;
                }};
            }
            macro_rules! called {
                ($called:expr, $dst:expr) => {
                    match $called {
                        Called::Entered => continue 'frames,
                        Called::Done(value) => reg!($dst) = value,
                    }
                };
            }
            macro_rules! call_other {
                ($function:expr, $first:expr, $count:expr, $dst:expr, $names:expr) => {{
                    let ret = Return::To(place!($dst));
                    called!(with_stack!(self.call_op(ret, $function, $first, $count, $names))?, $dst)
                }};
            }
            macro_rules! arith {
                ($dst:expr, $a:expr, $b:expr, $op:expr, $ints:expr, $floats:expr) => {{
                    let (a, b) = (reg!($a), reg!($b));
                    let fast = match (a.as_small_int(), b.as_small_int()) {
                        (Some(x), Some(y)) => $ints(x, y).and_then(Value::small_int),
                        _ => match (a.as_float(), b.as_float()) {
                            (Some(x), Some(y)) => Some(Value::float($floats(x, y))),
                            _ => None,
                        },
                    };
                    reg!($dst) = match fast {
                        Some(value) => value,
                        None => slow!(self.binary($op, a, b)),
                    };
                }};
            }
            macro_rules! arith_int {
                ($dst:expr, $a:expr, $value:expr, $op:expr, $ints:expr) => {{
                    let a = reg!($a);
                    let fast = a.as_small_int().and_then(|x| $ints(x, i64::from($value))).and_then(Value::small_int);
                    reg!($dst) = match fast {
                        Some(value) => value,
                        None => slow!(self.binary($op, a, Value::small_int_wrapping(i64::from($value)))),
                    };
                }};
            }
            macro_rules! jump_unless {
                ($a:expr, $b:expr, $offset:expr, $op:expr, $cmp:tt) => {{
                    let (a, b) = ($a, $b);
                    let holds = match (a.as_small_int(), b.as_small_int()) {
                        (Some(x), Some(y)) => x $cmp y,
                        _ => match (a.as_float(), b.as_float()) {
                            (Some(x), Some(y)) => x $cmp y,
                            _ => slow!(self.compare_truth($op, a, b)),
                        },
                    };
                    if !holds {
                        jump!($offset);
                    }
                }};
            }
            macro_rules! jump_unless_int {
                ($a:expr, $value:expr, $offset:expr, $op:expr, $cmp:tt) => {
                    jump_unless!(reg!($a), Value::small_int_wrapping(i64::from($value)), $offset, $op, $cmp)
                };
            }

            loop {
                let op = ops[pc];
                pc += 1;
                match op {
                    Op::Extra { .. } => {}
                    Op::Const { dst, index } => reg!(dst) = code.consts[index as usize],
                    Op::Int { dst, value } => reg!(dst) = Value::small_int_wrapping(i64::from(value)),
                    Op::None { dst } => reg!(dst) = Value::NONE,
                    Op::True { dst } => reg!(dst) = Value::TRUE,
                    Op::False { dst } => reg!(dst) = Value::FALSE,
                    Op::Move { dst, src } => reg!(dst) = reg!(src),
                    Op::Unbind { reg } => reg!(reg) = Value::UNBOUND,
                    Op::CheckBound { reg, name } => {
                        if reg!(reg).is_unbound() {
                            save!();
                            return Err(with_stack!(self.unbound_local(&code, name)));
                        }
                    }

                    Op::LoadGlobal { dst, name } => {
                        let slot = code.global_slots[name as usize].get().0;
                        let mut value = Value::UNBOUND;
                        if slot != NO_SLOT
                            && let Object::Module(namespace) = self.heap.get(code.module.get())
                        {
                            value = namespace.slot_value(slot);
                        }
                        if value.is_unbound() {
                            value = self.builtin_global(slot, &code, name);
                        }
                        if value.is_unbound() {
                            value = slow!(self.load_global_slow(&code, name));
                        }
                        reg!(dst) = value;
                    }
                    Op::StoreGlobal { src, name } => {
                        let value = reg!(src);
                        check!(self.store_global(&code, name, value));
                    }
                    Op::MakeCell { reg } => {
                        let value = reg!(reg);
                        reg!(reg) = self.alloc(Object::Cell(value));
                    }
                    Op::LoadClosure { dst, index } => {
                        let function = self.frames.last().map(|frame| frame.function);
                        if let Some(r) = function
                            && let Object::Function(function) = self.heap.get(r)
                        {
                            reg!(dst) = function.closure[index as usize];
                        }
                    }
                    Op::LoadCell { dst, cell, name } => {
                        let value = match self.heap.object(reg!(cell)) {
                            Some(Object::Cell(value)) => *value,
                            _ => Value::UNBOUND,
                        };
                        if value.is_unbound() {
                            save!();
                            return Err(with_stack!(self.unbound_cell(&code, name)));
                        }
                        reg!(dst) = value;
                    }
                    Op::StoreCell { cell, src } => {
                        let value = reg!(src);
                        if let Some(r) = reg!(cell).as_ref()
                            && let Object::Cell(inside) = check!(self.heap.get_mut(r))
                        {
                            *inside = value;
                        }
                    }

                    Op::Add { dst, a, b } => arith!(dst, a, b, BinOp::Add, |x: i64, y| Some(x + y), |x: f64, y| x + y),
                    Op::Sub { dst, a, b } => arith!(dst, a, b, BinOp::Sub, |x: i64, y| Some(x - y), |x: f64, y| x - y),
                    Op::Mul { dst, a, b } => arith!(dst, a, b, BinOp::Mul, multiply, |x: f64, y| x * y),
                    Op::AddInt { dst, a, value } => arith_int!(dst, a, value, BinOp::Add, |x: i64, y| Some(x + y)),
                    Op::SubInt { dst, a, value } => arith_int!(dst, a, value, BinOp::Sub, |x: i64, y| Some(x - y)),
                    Op::MulInt { dst, a, value } => arith_int!(dst, a, value, BinOp::Mul, multiply),
                    Op::FloorDivInt { dst, a, value } => arith_int!(dst, a, value, BinOp::FloorDiv, floor_divide),
                    Op::ModInt { dst, a, value } => arith_int!(dst, a, value, BinOp::Mod, modulo),
                    Op::Binary { op, dst, a, b } => {
                        let (x, y) = (reg!(a), reg!(b));
                        reg!(dst) = match binary_fast(op, x, y) {
                            Some(value) => value,
                            None => slow!(self.binary(op, x, y)),
                        };
                    }
                    Op::InPlaceAdd { dst, a, b } => {
                        let (a, b) = (reg!(a), reg!(b));
                        let fast = match (a.as_small_int(), b.as_small_int()) {
                            (Some(x), Some(y)) => Value::small_int(x + y),
                            _ => match (a.as_float(), b.as_float()) {
                                (Some(x), Some(y)) => Some(Value::float(x + y)),
                                _ => None,
                            },
                        };
                        reg!(dst) = match fast {
                            Some(value) => value,
                            None => slow!(self.inplace(BinOp::Add, a, b)),
                        };
                    }
                    Op::InPlace { op, dst, a, b } => {
                        let (x, y) = (reg!(a), reg!(b));
                        reg!(dst) = match binary_fast(op, x, y) {
                            Some(value) => value,
                            None => slow!(self.inplace(op, x, y)),
                        };
                    }
                    Op::InPlaceInt { op, dst, a, value } => {
                        let (x, y) = (reg!(a), i64::from(value));
                        reg!(dst) = match x.as_small_int().and_then(|x| int_binary(op, x, y)) {
                            Some(value) => value,
                            None => slow!(self.inplace(op, x, Value::small_int_wrapping(y))),
                        };
                    }
                    Op::Unary { op, dst, src } => {
                        let value = reg!(src);
                        reg!(dst) = match (op, value) {
                            (UnaryOp::Not, _) => Value::bool(!truth!(value)),
                            _ => slow!(self.unary(op, value)),
                        };
                    }
                    Op::Compare { op, dst, a, b } => {
                        let (x, y) = (reg!(a), reg!(b));
                        reg!(dst) = match (x.as_small_int(), y.as_small_int()) {
                            (Some(x), Some(y)) => Value::bool(int_compare(op, x, y)),
                            _ => slow!(self.compare(op, x, y)),
                        };
                    }
                    Op::Is { dst, a, b } => {
                        let same = self.identical(reg!(a), reg!(b));
                        reg!(dst) = Value::bool(same);
                    }
                    Op::IsNot { dst, a, b } => {
                        let same = self.identical(reg!(a), reg!(b));
                        reg!(dst) = Value::bool(!same);
                    }
                    Op::In { dst, a, b } => {
                        let (item, container) = (reg!(a), reg!(b));
                        let found = match self.contains_fast(container, item) {
                            Some(found) => found,
                            None => slow!(self.contains(container, item)),
                        };
                        reg!(dst) = Value::bool(found);
                    }
                    Op::NotIn { dst, a, b } => {
                        let (item, container) = (reg!(a), reg!(b));
                        let found = match self.contains_fast(container, item) {
                            Some(found) => found,
                            None => slow!(self.contains(container, item)),
                        };
                        reg!(dst) = Value::bool(!found);
                    }

                    Op::Jump { offset } => jump!(offset),
                    Op::Loop { offset } => {
                        jump!(offset);
                        if self.fuel == 0 {
                            slow!(self.poll(temps));
                            return Ok(AGAIN);
                        }
                        self.fuel -= 1;
                    }
                    Op::JumpIfTrue { src, offset } => {
                        let value = reg!(src);
                        if value == Value::TRUE || (value != Value::FALSE && truth!(value)) {
                            jump!(offset);
                        }
                    }
                    Op::JumpIfFalse { src, offset } => {
                        let value = reg!(src);
                        if value == Value::FALSE || (value != Value::TRUE && !truth!(value)) {
                            jump!(offset);
                        }
                    }
                    Op::JumpIfNone { src, offset } => {
                        if reg!(src).is_none() {
                            jump!(offset);
                        }
                    }
                    Op::JumpUnlessLt { a, b, offset } => jump_unless!(reg!(a), reg!(b), offset, CmpOp::Lt, <),
                    Op::JumpUnlessLe { a, b, offset } => jump_unless!(reg!(a), reg!(b), offset, CmpOp::Le, <=),
                    Op::JumpUnlessEq { a, b, offset } => jump_unless!(reg!(a), reg!(b), offset, CmpOp::Eq, ==),
                    Op::JumpUnlessNe { a, b, offset } => jump_unless!(reg!(a), reg!(b), offset, CmpOp::Ne, !=),
                    Op::JumpUnlessGt { a, b, offset } => jump_unless!(reg!(a), reg!(b), offset, CmpOp::Gt, >),
                    Op::JumpUnlessGe { a, b, offset } => jump_unless!(reg!(a), reg!(b), offset, CmpOp::Ge, >=),
                    Op::JumpUnlessLtInt { a, value, offset } => jump_unless_int!(a, value, offset, CmpOp::Lt, <),
                    Op::JumpUnlessLeInt { a, value, offset } => jump_unless_int!(a, value, offset, CmpOp::Le, <=),
                    Op::JumpUnlessEqInt { a, value, offset } => jump_unless_int!(a, value, offset, CmpOp::Eq, ==),
                    Op::JumpUnlessNeInt { a, value, offset } => jump_unless_int!(a, value, offset, CmpOp::Ne, !=),
                    Op::JumpUnlessGtInt { a, value, offset } => jump_unless_int!(a, value, offset, CmpOp::Gt, >),
                    Op::JumpUnlessGeInt { a, value, offset } => jump_unless_int!(a, value, offset, CmpOp::Ge, >=),

                    Op::LoadAttr { dst, obj, site } => {
                        let object = reg!(obj);
                        reg!(dst) = match self.cached_attr(object, &code, site) {
                            Some(value) => value,
                            None => slow!(self.load_attr(object, &code, site)),
                        };
                    }
                    Op::StoreAttr { obj, src, site } => {
                        let (object, value) = (reg!(obj), reg!(src));
                        if !check!(self.store_cached_attr(object, value, &code, site)) {
                            slow!(self.store_attr(object, value, &code, site));
                        }
                    }
                    Op::LoadMethod { dst, obj, site } => {
                        let object = reg!(obj);
                        let (function, with_receiver) = match self.cached_method(object, &code, site) {
                            Some(function) => (function, true),
                            None => slow!(self.load_method(object, &code, site)),
                        };
                        reg!(dst) = function;
                        reg!(dst + 1) = if with_receiver { object } else { Value::UNBOUND };
                    }
                    Op::GetItem { dst, obj, key } => {
                        let (object, key) = (reg!(obj), reg!(key));
                        reg!(dst) = match self.item_fast(object, key) {
                            Some(value) => value,
                            None => slow!(self.get_item_slow(object, key)),
                        };
                    }
                    Op::GetItemInt { dst, obj, value } => {
                        let (object, key) = (reg!(obj), Value::small_int_wrapping(i64::from(value)));
                        reg!(dst) = match self.item_fast(object, key) {
                            Some(value) => value,
                            None => slow!(self.get_item_slow(object, key)),
                        };
                    }
                    Op::SetItem { obj, key, src } => {
                        let (object, key, value) = (reg!(obj), reg!(key), reg!(src));
                        if !check!(self.set_item_fast(object, key, value)) {
                            slow!(self.set_item_slow(object, key, value));
                        }
                    }

                    Op::BuildList { dst, base: first, count } => {
                        let first = base + first as usize;
                        let items = &stack[first..first + count as usize];
                        reg!(dst) = self.list(items.to_vec());
                    }
                    Op::BuildTuple { dst, base: first, count } => {
                        let first = base + first as usize;
                        let items = &stack[first..first + count as usize];
                        reg!(dst) = self.alloc(Object::Tuple(items.into()));
                    }
                    Op::ListAppend { list, src } => {
                        let value = reg!(src);
                        if let Some(r) = reg!(list).as_ref()
                            && let Object::List(items) = self.heap.get_mut_internal(r)
                        {
                            items.push(value);
                            self.heap.grew(8);
                        }
                    }

                    Op::Format { conversion, dst, src, spec } => {
                        let value = reg!(src);
                        reg!(dst) = slow!(self.format_piece(conversion, value, spec, base));
                    }
                    Op::BuildString { dst, base: first, count } => {
                        reg!(dst) = slow!(self.join_pieces(base + first as usize, count as usize));
                    }

                    Op::GetIter { dst, src } => {
                        let value = reg!(src);
                        reg!(dst) = slow!(self.iter(value));
                    }
                    Op::ForIter { iter, dst, offset } => {
                        let iterator = reg!(iter);
                        match self.step_fast(iterator) {
                            Step::Value(value) => reg!(dst) = value,
                            Step::End => jump!(offset),
                            Step::Generator(generator) => {
                                let exhausted = pc as u32 + u32::from(offset);
                                let ret = Return::For { generator, dst: place!(dst), exhausted };
                                let top = base + code.registers as usize;
                                if slow!(self.enter_generator(generator, ret, top, Value::NONE)) {
                                    continue 'frames;
                                }
                                jump!(offset);
                            }
                            Step::Other => match slow!(self.next(iterator)) {
                                Some(value) => reg!(dst) = value,
                                None => jump!(offset),
                            },
                        }
                    }

                    Op::Call { dst, base: callee, count } => {
                        poll!();
                        save!();
                        let first = base + callee as usize + 1;
                        let function = reg!(callee);
                        enter_simple!(function, first, count as usize, dst);
                        call_other!(function, first, count as usize, dst, None);
                    }
                    Op::CallMethod { dst, base: callee, count } => {
                        poll!();
                        save!();
                        let function = reg!(callee);
                        if count == 1 && check!(self.append_fast(function, reg!(callee + 1), reg!(callee + 2))) {
                            reg!(dst) = Value::NONE;
                            continue;
                        }
                        if let 1 | 2 = count {
                            let default = if count == 2 { reg!(callee + 3) } else { Value::NONE };
                            if let Some(value) = self.get_fast(function, reg!(callee + 1), reg!(callee + 2), default) {
                                reg!(dst) = value;
                                continue;
                            }
                        }
                        let plain = reg!(callee + 1).is_unbound();
                        let (first, count) = if plain {
                            (base + callee as usize + 2, count as usize)
                        } else {
                            (base + callee as usize + 1, count as usize + 1)
                        };
                        enter_simple!(function, first, count, dst);
                        call_other!(function, first, count, dst, None);
                    }
                    Op::CallKw { dst, base: callee, count } => {
                        poll!();
                        let keywords = extra(ops, pc);
                        pc += 1;
                        save!();
                        let first = base + callee as usize + 1;
                        let names: &[Sym] = &code.keywords[keywords];
                        let function = reg!(callee);
                        call_other!(function, first, count as usize, dst, Some(names));
                    }
                    Op::CallMethodKw { dst, base: callee, count } => {
                        poll!();
                        let keywords = extra(ops, pc);
                        pc += 1;
                        save!();
                        let function = reg!(callee);
                        let plain = reg!(callee + 1).is_unbound();
                        let (first, count) = if plain {
                            (base + callee as usize + 2, count as usize)
                        } else {
                            (base + callee as usize + 1, count as usize + 1)
                        };
                        let names: &[Sym] = &code.keywords[keywords];
                        call_other!(function, first, count, dst, Some(names));
                    }
                    Op::CallStar { dst, base: callee } => {
                        poll!();
                        save!();
                        let (function, list, dict) = (reg!(callee), reg!(callee + 1), reg!(callee + 2));
                        let (pos, kw) = with_stack!(self.star_arguments(function, list, dict))?;
                        let args = Args { pos: &pos, kw: &kw };
                        let ret = Return::To(place!(dst));
                        let first = base + callee as usize + 1;
                        called!(with_stack!(self.call_unpacked(ret, function, &args, first))?, dst);
                    }
                    Op::Return { src } => {
                        let value = reg!(src);
                        leave!(value)
                    }
                    Op::ReturnNone => {
                        leave!(Value::NONE)
                    }
                    Op::Yield { dst, src } => {
                        let value = reg!(src);
                        if let Some(done) = with_stack!(self.yield_value(value, pc as u32, dst, false)) {
                            return Ok(done);
                        }
                        continue 'frames;
                    }
                    other => {
                        save!();
                        match with_stack!(self.slow_op(other, &code, base))? {
                            Flow::Next => {}
                            Flow::Reload => {
                                if let Some(done) = self.handed_out.take() {
                                    return Ok(done);
                                }
                                continue 'frames;
                            }
                        }
                    }
                }
            }
        }
    }

    #[inline(never)]
    fn compare_truth(&mut self, op: CmpOp, a: Value, b: Value) -> Res<bool> {
        let value = self.compare(op, a, b)?;
        self.truthy(value)
    }
}

/// What `run_frames` returns when it wants to be called again; no value of a program.
const AGAIN: Value = Value::UNBOUND;

/// The operand of the `Extra` that follows.
fn extra(ops: &[Op], pc: usize) -> usize {
    match ops.get(pc) {
        Some(Op::Extra { a, .. }) => *a as usize,
        _ => 0,
    }
}

/// For `slow_op`: the code of the frame that runs.
pub(super) type FrameCode = Rc<crate::object::CodeInstance>;
