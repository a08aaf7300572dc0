//! `try` and `with`: code that is guarded, and what runs on each way out.
//!
//! A `finally` body is compiled once for the normal way, once for exceptions,
//! and once for each `return`, `break` or `continue` that leaves it.

use ruff_python_ast::{self as ast, Expr, Stmt};

use super::compiler::Compiler;
use super::control::Block;
use super::error::{Compiled, SyntaxError, range_span, span_of};
use super::unit::Label;
use crate::code::{Op, Reg, Special};
use crate::span::Span;

impl<'a> Compiler<'a> {
    pub fn try_statement(&mut self, node: &'a ast::StmtTry) -> Compiled {
        let span = span_of(node);
        if node.finalbody.is_empty() {
            return self.try_except(node);
        }
        let guard = self.guard(span)?;
        let (handler, exc) = (guard.handler, guard.exc);
        let entry = self.unit.handler_flow();
        let body: &'a [Stmt] = &node.finalbody;
        self.push_block(Block::Finally(guard, body), span)?;
        self.try_except(node)?;
        self.pop_block();
        self.body(body)?;
        let done = self.unit.label();
        self.unit.goto(done, span);
        self.unit.place_with(handler, entry);
        self.emit(Op::PushHandled { exc }, span);
        self.push_block(Block::Handled, span)?;
        self.body(body)?;
        self.pop_block();
        self.unit.end(Op::Reraise { exc }, span);
        self.unit.place(done);
        Ok(())
    }

    fn try_except(&mut self, node: &'a ast::StmtTry) -> Compiled {
        if node.is_star {
            return self.try_except_star(node);
        }
        let span = span_of(node);
        if node.handlers.is_empty() {
            self.body(&node.body)?;
            return self.body(&node.orelse);
        }
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
        for (index, handler) in node.handlers.iter().enumerate() {
            let ast::ExceptHandler::ExceptHandler(clause) = handler;
            if clause.type_.is_none() && index + 1 < node.handlers.len() {
                let place = range_span(clause.range);
                return SyntaxError::fail("default 'except:' must be last", place);
            }
            self.except_clause(clause, exc, done)?;
        }
        self.pop_block();
        self.unit.end(Op::Reraise { exc }, span);
        self.unit.place(done);
        Ok(())
    }

    fn except_clause(
        &mut self,
        clause: &'a ast::ExceptHandlerExceptHandler,
        exc: Reg,
        done: Label,
    ) -> Compiled {
        let span = range_span(clause.range);
        let next = self.unit.label();
        let mark = self.unit.next;
        if let Some(types) = &clause.type_ {
            let types = self.operand(types)?;
            let matched = self.unit.temp(span)?;
            self.emit(Op::MatchException { dst: matched, exc, types }, span);
            self.unit.jump(Op::JumpIfFalse { src: matched, offset: 0 }, next, span);
            self.unit.next = mark;
        }
        match &clause.name {
            None => self.body(&clause.body)?,
            Some(name) => self.named_clause(clause, name, exc, span)?,
        }
        self.emit(Op::PopHandled, span);
        self.unit.goto(done, span);
        self.unit.place(next);
        self.unit.next = mark;
        Ok(())
    }

    /// `except E as name`: the name goes when the clause ends, however it ends.
    pub fn named_clause(
        &mut self,
        clause: &'a ast::ExceptHandlerExceptHandler,
        name: &'a ast::Identifier,
        exc: Reg,
        span: Span,
    ) -> Compiled {
        self.store_name(name, exc, span)?;
        let guard = self.guard(span)?;
        let (handler, inner) = (guard.handler, guard.exc);
        let entry = self.unit.handler_flow();
        self.push_block(Block::Named(guard, name.as_str().into()), span)?;
        self.body(&clause.body)?;
        self.pop_block();
        self.forget_name(name, span)?;
        let over = self.unit.label();
        self.unit.goto(over, span);
        self.unit.place_with(handler, entry);
        self.forget_name(name, span)?;
        self.unit.end(Op::Reraise { exc: inner }, span);
        self.unit.place(over);
        Ok(())
    }

    // ---- with -------------------------------------------------------------------

    pub fn with_statement(&mut self, node: &'a ast::StmtWith) -> Compiled {
        if node.is_async {
            return self.refuse("'async with'", span_of(node));
        }
        self.with_items(&node.items, &node.body, span_of(node))
    }

    fn with_items(
        &mut self,
        items: &'a [ast::WithItem],
        body: &'a [Stmt],
        span: Span,
    ) -> Compiled {
        let Some((item, rest)) = items.split_first() else { return self.body(body) };
        self.enter_call(span)?;
        let manager = self.operand(&item.context_expr)?;
        let exit = self.unit.temps(2, span)?;
        let entered = exit + 1;
        self.emit(Op::LoadSpecial { special: Special::Enter, dst: entered, obj: manager }, span);
        self.emit(Op::LoadSpecial { special: Special::Exit, dst: exit, obj: manager }, span);
        self.emit(Op::Call { dst: entered, base: entered, count: 0 }, span);
        let guard = self.guard(span)?;
        let (handler, exc) = (guard.handler, guard.exc);
        let entry = self.unit.handler_flow();
        self.push_block(Block::With(guard, exit, span), span)?;
        if let Some(target) = &item.optional_vars {
            self.store(target, entered)?;
        }
        self.with_items(rest, body, span)?;
        self.pop_block();
        self.call_exit_plain(exit, span)?;
        let done = self.unit.label();
        self.unit.goto(done, span);
        self.unit.place_with(handler, entry);
        self.exceptional_exit(exit, exc, span)?;
        self.unit.place(done);
        self.leave_call();
        Ok(())
    }

    /// `exit(None, None, None)`
    pub fn call_exit_plain(&mut self, exit: Reg, span: Span) -> Compiled {
        let mark = self.unit.next;
        let base = self.unit.temps(4, span)?;
        self.emit(Op::Move { dst: base, src: exit }, span);
        for dst in base + 1..base + 4 {
            self.emit(Op::None { dst }, span);
        }
        self.emit(Op::Call { dst: base, base, count: 3 }, span);
        self.unit.next = mark;
        Ok(())
    }

    /// `exit(type, exception, traceback)`: a true answer ends the exception.
    fn exceptional_exit(&mut self, exit: Reg, exc: Reg, span: Span) -> Compiled {
        self.emit(Op::PushHandled { exc }, span);
        let base = self.unit.temps(4, span)?;
        self.emit(Op::Move { dst: base, src: exit }, span);
        for (dst, attribute) in [(base + 1, "__class__"), (base + 3, "__traceback__")] {
            let name = self.scopes.intern(attribute);
            let site = self.unit.site(name, span)?;
            self.emit(Op::LoadAttr { dst, obj: exc, site }, span);
        }
        self.emit(Op::Move { dst: base + 2, src: exc }, span);
        self.emit(Op::Call { dst: base, base, count: 3 }, span);
        let swallowed = self.unit.label();
        self.unit.jump(Op::JumpIfTrue { src: base, offset: 0 }, swallowed, span);
        self.unit.end(Op::Reraise { exc }, span);
        self.unit.place(swallowed);
        self.emit(Op::PopHandled, span);
        self.unit.next = base;
        Ok(())
    }

    /// The value of an expression statement at the end of a module.
    pub fn keep_last(&mut self, value: &'a Expr) -> Compiled {
        let mark = self.unit.next;
        let src = self.operand(value)?;
        self.emit(Op::SetLast { src }, span_of(value));
        self.unit.next = mark;
        Ok(())
    }
}
