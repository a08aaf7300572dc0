//! Statements: the dispatch, and those that need no file of their own.

use ruff_python_ast::{self as ast, Expr, Stmt};

use super::compiler::Compiler;
use super::constants::constant;
use super::error::{Compiled, SyntaxError, range_span, span_of};
use super::scope::ScopeKind;
use crate::code::{Op, Reg};
use crate::span::Span;

impl<'a> Compiler<'a> {
    pub fn stmt(&mut self, statement: &'a Stmt) -> Compiled {
        self.enter_call(span_of(statement))?;
        let mark = self.unit.next;
        let done = self.stmt_inner(statement);
        self.unit.next = mark;
        self.leave_call();
        done
    }

    fn stmt_inner(&mut self, statement: &'a Stmt) -> Compiled {
        let span = span_of(statement);
        match statement {
            Stmt::Expr(node) => match constant(&node.value) {
                Some(_) => Ok(()),
                None => self.value(&node.value).map(|_| ()),
            },
            Stmt::Assign(node) => self.assign(node),
            Stmt::AugAssign(node) => self.augmented(node),
            Stmt::AnnAssign(node) => self.annotated(node),
            Stmt::If(node) if self.is_timed(node) => self.timed(node, false),
            Stmt::If(node) => self.if_statement(node),
            Stmt::For(node) => self.for_loop(node),
            Stmt::While(node) => self.while_loop(node),
            Stmt::Break(_) => self.break_loop(span),
            Stmt::Continue(_) => self.continue_loop(span),
            Stmt::Return(node) => self.return_statement(node),
            Stmt::FunctionDef(node) => self.function_def(node),
            Stmt::ClassDef(node) => self.class_def(node),
            Stmt::Try(node) => self.try_statement(node),
            Stmt::With(node) => self.with_statement(node),
            Stmt::Raise(node) => self.raise(node),
            Stmt::Assert(node) => self.assert(node),
            Stmt::Delete(node) => node.targets.iter().try_for_each(|target| self.delete(target)),
            Stmt::Import(node) => self.import(node),
            Stmt::ImportFrom(node) => self.import_from(node),
            Stmt::Match(node) => self.match_statement(node),
            Stmt::Pass(_) | Stmt::Global(_) | Stmt::Nonlocal(_) => Ok(()),
            Stmt::TypeAlias(_) => self.refuse("a 'type' statement", span),
            Stmt::IpyEscapeCommand(_) => self.refuse("a shell command", span),
        }
    }

    // ---- branches and loops -------------------------------------------------

    fn if_statement(&mut self, node: &'a ast::StmtIf) -> Compiled {
        let done = self.unit.label();
        let mut next = self.unit.label();
        self.jump_if(&node.test, false, next)?;
        self.body(&node.body)?;
        for clause in &node.elif_else_clauses {
            self.unit.goto(done, range_span(clause.range));
            self.unit.place(next);
            next = self.unit.label();
            if let Some(test) = &clause.test {
                self.jump_if(test, false, next)?;
            }
            self.body(&clause.body)?;
        }
        self.unit.place(next);
        self.unit.place(done);
        Ok(())
    }

    fn while_loop(&mut self, node: &'a ast::StmtWhile) -> Compiled {
        let span = span_of(node);
        let (exit, otherwise) = (self.unit.label(), self.unit.label());
        let again = self.unit.place_loop();
        self.push_block(super::control::Block::Loop { exit, again }, span)?;
        self.jump_if(&node.test, false, otherwise)?;
        self.body(&node.body)?;
        self.unit.goto_back(again, span);
        self.pop_block();
        self.unit.place(otherwise);
        self.body(&node.orelse)?;
        self.unit.place(exit);
        Ok(())
    }

    fn for_loop(&mut self, node: &'a ast::StmtFor) -> Compiled {
        let span = span_of(node);
        if node.is_async {
            return self.refuse("'async for'", span);
        }
        let iter = self.unit.temp(span)?;
        let src = self.object(&node.iter, iter)?;
        self.emit(Op::GetIter { dst: iter, src }, span);
        let (exit, otherwise) = (self.unit.label(), self.unit.label());
        let again = self.unit.place_loop();
        self.push_block(super::control::Block::Loop { exit, again }, span)?;
        self.for_iter(iter, &node.target, otherwise, span)?;
        self.body(&node.body)?;
        self.unit.goto_back(again, span);
        self.pop_block();
        self.unit.place(otherwise);
        self.body(&node.orelse)?;
        self.unit.place(exit);
        Ok(())
    }

    /// The head of a loop: the next value into the target, or out.
    pub fn for_iter(
        &mut self,
        iter: Reg,
        target: &'a Expr,
        done: super::unit::Label,
        span: Span,
    ) -> Compiled {
        if let Some(dst) = self.local_target(target) {
            self.unit.jump(Op::ForIter { iter, dst, offset: 0 }, done, span);
            self.unit.flow.bind(dst);
            return Ok(());
        }
        let dst = self.unit.temp(span)?;
        self.unit.jump(Op::ForIter { iter, dst, offset: 0 }, done, span);
        self.store(target, dst)?;
        self.unit.next = dst;
        Ok(())
    }

    fn return_statement(&mut self, node: &'a ast::StmtReturn) -> Compiled {
        let span = span_of(node);
        let kind = self.scopes.list[self.unit.scope].kind;
        if !matches!(kind, ScopeKind::Function | ScopeKind::Lambda) {
            return SyntaxError::fail("'return' outside function", span);
        }
        let none = |value: &Expr| matches!(value, Expr::NoneLiteral(_));
        let src = match &node.value {
            Some(value) if !none(value) => Some(self.operand(value)?),
            _ => None,
        };
        self.return_from(src, span)
    }

    // ---- raise and assert -----------------------------------------------------

    fn raise(&mut self, node: &'a ast::StmtRaise) -> Compiled {
        let span = span_of(node);
        let Some(exc) = &node.exc else {
            self.unit.end(Op::RaiseAgain, span);
            return Ok(());
        };
        let exc = self.operand(exc)?;
        let op = match &node.cause {
            Some(cause) => Op::RaiseFrom { exc, cause: self.operand(cause)? },
            None => Op::Raise { exc },
        };
        self.unit.end(op, span);
        Ok(())
    }

    fn assert(&mut self, node: &'a ast::StmtAssert) -> Compiled {
        let fine = self.unit.label();
        self.jump_if(&node.test, true, fine)?;
        let src = match &node.msg {
            Some(text) => self.operand(text)?,
            None => Reg::MAX,
        };
        self.unit.end(Op::AssertionFailed { src }, span_of(&*node.test));
        self.unit.place(fine);
        Ok(())
    }

    // ---- imports ----------------------------------------------------------------

    fn import(&mut self, node: &'a ast::StmtImport) -> Compiled {
        let span = span_of(node);
        for alias in &node.names {
            let whole = alias.name.as_str();
            let (bound, leaf) = match &alias.asname {
                Some(name) => (name.as_str(), 1),
                None => (whole.split('.').next().unwrap_or(whole), 0),
            };
            let dst = self.unit.temp(span)?;
            let module = self.scopes.intern(whole);
            let name = self.unit.name_id(&module, span)?;
            self.emit(Op::Import { dst, name, leaf }, span);
            self.store_name(bound, dst, span)?;
            self.unit.next = dst;
        }
        Ok(())
    }

    fn import_from(&mut self, node: &'a ast::StmtImportFrom) -> Compiled {
        let span = span_of(node);
        let path = match (&node.module, node.level) {
            (Some(module), 0) => module.as_str(),
            _ => return self.relative_import(span),
        };
        if path == "__future__" {
            return self.future(node);
        }
        let module = self.unit.temp(span)?;
        let stored = self.scopes.intern(path);
        let name = self.unit.name_id(&stored, span)?;
        self.emit(Op::Import { dst: module, name, leaf: 1 }, span);
        for alias in &node.names {
            if alias.name.as_str() == "*" {
                self.emit(Op::ImportStar { module }, span);
                continue;
            }
            let dst = self.unit.temp(span)?;
            let stored = self.scopes.intern(&alias.name);
            let name = self.unit.name_id(&stored, span)?;
            self.emit(Op::ImportFrom { dst, module, name }, span);
            let bound = alias.asname.as_ref().unwrap_or(&alias.name);
            self.store_name(bound, dst, span)?;
            self.unit.next = dst;
        }
        Ok(())
    }

    /// A program is no package: Python raises this when the line runs.
    fn relative_import(&mut self, span: Span) -> Compiled {
        let base = self.unit.temps(2, span)?;
        self.load_name("ImportError", base, span)?;
        let text = "attempted relative import with no known parent package";
        self.load_str(text, base + 1, span)?;
        self.emit(Op::Call { dst: base, base, count: 1 }, span);
        self.unit.end(Op::Raise { exc: base }, span);
        Ok(())
    }

    fn future(&mut self, node: &'a ast::StmtImportFrom) -> Compiled {
        const KNOWN: [&str; 10] = [
            "nested_scopes",
            "generators",
            "division",
            "absolute_import",
            "with_statement",
            "print_function",
            "unicode_literals",
            "barry_as_FLUFL",
            "generator_stop",
            "annotations",
        ];
        if span_of(node).end > self.future_end {
            let message = "from __future__ imports must occur at the beginning of the file";
            return SyntaxError::fail(message, span_of(node));
        }
        for alias in &node.names {
            let name = alias.name.as_str();
            if name == "braces" {
                return SyntaxError::fail("not a chance", span_of(node));
            }
            if !KNOWN.contains(&name) {
                let message = format!("future feature {name} is not defined");
                return SyntaxError::fail(message, span_of(node));
            }
            self.text_annotations |= name == "annotations";
        }
        Ok(())
    }
}
