//! `except*`: each clause takes its part of what was raised, and what is left at the end is raised again.
//!
//! ```text
//! handler:  rest = exc, raised = []
//! clause:   found, match, rest = split(rest, types); if found: run the body, with what it raises put into `raised`
//! end:      left = finish(exc, raised, rest); raise it again unless it is None
//! ```
//! `split` and `finish` are Python functions of the library.

use ruff_python_ast::{self as ast, Stmt};

use super::compiler::Compiler;
use super::control::Block;
use super::error::{Compiled, SyntaxError, range_span, span_of};
use crate::code::{Op, Reg, Special};
use crate::span::Span;

/// What a handler of `except*` keeps in registers.
#[derive(Clone, Copy)]
struct Caught {
    rest: Reg,
    raised: Reg,
}

impl<'a> Compiler<'a> {
    pub fn try_except_star(&mut self, node: &'a ast::StmtTry) -> Compiled {
        let span = span_of(node);
        let guard = self.guard(span)?;
        let (handler, exc) = (guard.handler, guard.exc);
        let entry = self.unit.handler_flow();
        self.push_block(Block::Try(guard), span)?;
        self.body(&node.body)?;
        self.pop_block();
        self.body(&node.orelse)?;
        let done = self.unit.label();
        self.unit.goto(done, span);
        self.unit.place_with(handler, entry);
        self.emit(Op::PushHandled { exc }, span);
        self.push_block(Block::Handled, span)?;
        let rest = self.unit.temps(2, span)?;
        let caught = Caught { rest, raised: rest + 1 };
        self.emit(Op::Move { dst: rest, src: exc }, span);
        self.emit(Op::BuildList { dst: caught.raised, base: caught.raised, count: 0 }, span);
        for handler in &node.handlers {
            let ast::ExceptHandler::ExceptHandler(clause) = handler;
            self.star_clause(clause, caught)?;
        }
        let left = self.call_helper(Special::FinishGroup, [exc, caught.raised, rest], span)?;
        let nothing = self.unit.label();
        self.unit.jump(Op::JumpIfNone { src: left, offset: 0 }, nothing, span);
        self.pop_block();
        self.unit.end(Op::Reraise { exc: left }, span);
        self.unit.place(nothing);
        self.emit(Op::PopHandled, span);
        self.unit.place(done);
        Ok(())
    }

    /// Calls a function of the library; its answer in a register.
    fn call_helper<const N: usize>(&mut self, helper: Special, args: [Reg; N], span: Span) -> Compiled<Reg> {
        let base = self.unit.temps(1 + N, span)?;
        self.emit(Op::LoadSpecial { special: helper, dst: base, obj: base }, span);
        for (place, src) in args.into_iter().enumerate() {
            self.emit(Op::Move { dst: base + 1 + place as Reg, src }, span);
        }
        self.emit(Op::Call { dst: base, base, count: N as u16 }, span);
        Ok(base)
    }

    fn star_clause(&mut self, clause: &'a ast::ExceptHandlerExceptHandler, caught: Caught) -> Compiled {
        let span = range_span(clause.range);
        refuse_leaving(&clause.body)?;
        let mark = self.unit.next;
        self.enter_call(span)?;
        let Some(types) = &clause.type_ else { return SyntaxError::fail("expected one or more exception types", span) };
        let types = self.operand(types)?;
        let answer = self.call_helper(Special::SplitGroup, [caught.rest, types], span)?;
        self.leave_call();
        let parts = self.unit.temps(3, span)?;
        self.emit(Op::Unpack { src: answer, base: parts, count: 3 }, span);
        let (found, matched) = (parts, parts + 1);
        self.emit(Op::Move { dst: caught.rest, src: parts + 2 }, span);
        let next = self.unit.label();
        self.unit.jump(Op::JumpIfFalse { src: found, offset: 0 }, next, span);
        let guard = self.guard(span)?;
        let (handler, inner) = (guard.handler, guard.exc);
        let entry = self.unit.handler_flow();
        self.push_block(Block::Try(guard), span)?;
        self.emit(Op::PushHandled { exc: matched }, span);
        self.push_block(Block::Handled, span)?;
        match &clause.name {
            None => self.body(&clause.body)?,
            Some(name) => self.named_clause(clause, name, matched, span)?,
        }
        self.pop_block();
        self.emit(Op::PopHandled, span);
        self.pop_block();
        self.unit.goto(next, span);
        self.unit.place_with(handler, entry);
        self.emit(Op::ListAppend { list: caught.raised, src: inner }, span);
        self.unit.place(next);
        self.unit.next = mark;
        Ok(())
    }
}

/// The clause must come to its end: other clauses may still have work to do.
fn refuse_leaving(body: &[Stmt]) -> Compiled {
    let text = "'break', 'continue' and 'return' cannot appear in an except* block";
    for statement in body {
        match statement {
            Stmt::Return(_) | Stmt::Break(_) | Stmt::Continue(_) => return SyntaxError::fail(text, span_of(statement)),
            Stmt::If(node) => {
                refuse_leaving(&node.body)?;
                node.elif_else_clauses.iter().try_for_each(|clause| refuse_leaving(&clause.body))?;
            }
            Stmt::With(node) => refuse_leaving(&node.body)?,
            Stmt::Try(node) => {
                [&node.body, &node.orelse, &node.finalbody].into_iter().try_for_each(|part| refuse_leaving(part))?;
                for ast::ExceptHandler::ExceptHandler(handler) in &node.handlers {
                    refuse_leaving(&handler.body)?;
                }
            }
            _ => {}
        }
    }
    Ok(())
}
