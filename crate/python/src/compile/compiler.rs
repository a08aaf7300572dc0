//! The state of a compilation: the code being built, those around it, and the
//! bounds on native recursion and on work.

use std::sync::Arc;

use ruff_python_ast::{Expr, Stmt};

use super::error::{Compiled, SyntaxError, span_of};
use super::limits::{MAX_DEPTH, MAX_INSTRUCTIONS};
use super::magics::Timings;
use super::scope::{Place, ScopeId, Scopes};
use super::unit::{Slot, Unit};
use crate::code::{Code, CodeKind, Op, Reg, Signature};
use crate::span::{Source, Span};

/// Calls of the compiler inside each other: each syntax level takes few.
const MAX_CALLS: usize = 3 * MAX_DEPTH;

pub(super) struct Compiler<'a> {
    pub source: &'a Arc<Source>,
    pub scopes: Scopes,
    pub timings: &'a Timings,
    pub unit: Unit<'a>,
    outer: Vec<Unit<'a>>,
    /// Compile functions that wait on the native stack.
    calls: usize,
    /// Statements and expressions compiled so far, copies included.
    work: usize,
    /// `from __future__ import annotations`: annotations stay texts.
    pub text_annotations: bool,
    /// Up to where imports from `__future__` may stand.
    pub future_end: u32,
}

impl<'a> Compiler<'a> {
    pub fn new(source: &'a Arc<Source>, scopes: Scopes, timings: &'a Timings) -> Self {
        let name: Arc<str> = "<module>".into();
        let span = Span::new(0, 0);
        Self {
            source,
            scopes,
            timings,
            unit: Unit::new(CodeKind::Module, 0, name.clone(), name, span),
            outer: Vec::new(),
            calls: 0,
            work: 0,
            text_annotations: false,
            future_end: 0,
        }
    }

    /// Enters a compile function that may call itself; `leave` must follow.
    pub fn enter_call(&mut self, span: Span) -> Compiled {
        self.work += 1;
        if self.work > MAX_INSTRUCTIONS {
            return SyntaxError::fail("the program compiles to too many instructions", span);
        }
        if self.calls >= MAX_CALLS {
            return SyntaxError::fail("expression or block nested too deeply", span);
        }
        self.calls += 1;
        Ok(())
    }

    pub fn leave_call(&mut self) {
        self.calls -= 1;
    }

    pub fn emit(&mut self, op: Op, span: Span) {
        self.unit.emit(op, span);
    }

    pub fn line(&self, offset: u32) -> u32 {
        self.source.line(offset)
    }

    pub fn text(&self, span: Span) -> &'a str {
        self.source.text.get(span.start as usize..span.end as usize).unwrap_or("")
    }

    pub fn mangled(&mut self, name: &str) -> Arc<str> {
        let class = self.scopes.list[self.unit.scope].class_name.clone();
        self.scopes.mangled(class.as_ref(), name)
    }

    // ---- units ----------------------------------------------------------

    /// Starts the code of an inner scope.
    pub fn open_unit(&mut self, kind: CodeKind, scope: ScopeId, name: Arc<str>, span: Span) {
        let qualname = self.qualified(&name);
        let unit = Unit::new(kind, scope, name, qualname, span);
        self.outer.push(std::mem::replace(&mut self.unit, unit));
    }

    /// Finishes the code of an inner scope and returns to the one around it.
    pub fn close_unit(&mut self) -> Compiled<Code> {
        let Some(outer) = self.outer.pop() else {
            return SyntaxError::fail("code without surroundings", self.unit.span);
        };
        let inner = std::mem::replace(&mut self.unit, outer);
        self.unit.globals.extend(inner.globals.iter().cloned());
        let free = self.scopes.list[inner.scope].free.clone();
        inner.finish(self.source.clone(), free.into())
    }

    /// Finishes the outermost code.
    pub fn close_module(self) -> Compiled<Code> {
        self.unit.finish(self.source.clone(), Box::new([]))
    }

    fn qualified(&mut self, name: &Arc<str>) -> Arc<str> {
        let stored = self.mangled(name);
        let place = self.scopes.list[self.unit.scope].symbols.get(&stored);
        if self.unit.kind == CodeKind::Module || place.is_some_and(|symbol| symbol.global) {
            return name.clone();
        }
        let outer = &self.unit.qualname;
        match self.unit.kind {
            CodeKind::Class => format!("{outer}.{name}").into(),
            _ => format!("{outer}.<locals>.{name}").into(),
        }
    }

    /// Gives every variable of the scope its register: parameters first, then
    /// other locals, then the cells of the closure; and makes the cells.
    pub fn layout(&mut self, signature: Signature) -> Compiled {
        let span = self.unit.span;
        let scope = &self.scopes.list[self.unit.scope];
        let parameters = signature.names.len()
            + usize::from(signature.star.is_some())
            + usize::from(signature.star_star.is_some());
        let mut cells = Vec::new();
        let mut count = 0usize;
        for name in &scope.names {
            let reg = count as Reg;
            let slot = match scope.place(name) {
                Place::Local => Slot::Local(reg),
                Place::Cell => {
                    cells.push(reg);
                    Slot::Cell(reg)
                }
                Place::Global => {
                    self.unit.slots.insert(name.clone(), Slot::Global);
                    continue;
                }
                Place::Namespace => {
                    self.unit.slots.insert(name.clone(), Slot::Namespace);
                    continue;
                }
                Place::Free => continue,
            };
            if scope.symbols.get(name).is_some_and(|symbol| symbol.deleted) {
                self.unit.deletable.push(reg);
            }
            self.unit.slots.insert(name.clone(), slot);
            if count >= parameters {
                self.unit.local_names.push(name.clone());
            }
            count += 1;
            if count > usize::from(Reg::MAX) / 2 {
                return SyntaxError::fail("too many local variables", span);
            }
        }
        let free = scope.free.clone();
        let generator = scope.generator;
        self.unit.temps(count + free.len(), span)?;
        self.unit.variables = self.unit.next;
        self.unit.signature = signature;
        self.unit.generator |= generator;
        self.unit.flow = super::flow::Flow::entry(parameters as Reg, self.unit.variables);
        for reg in cells {
            self.emit(Op::MakeCell { reg }, span);
        }
        for (index, name) in free.iter().enumerate() {
            let dst = (count + index) as Reg;
            self.emit(Op::LoadClosure { dst, index: index as u16 }, span);
            self.unit.slots.insert(name.clone(), Slot::Cell(dst));
        }
        Ok(())
    }

    // ---- recursion --------------------------------------------------------

    pub fn body(&mut self, body: &'a [Stmt]) -> Compiled {
        for statement in body {
            self.stmt(statement)?;
        }
        Ok(())
    }

    /// Computes an expression into `dst`, which changes only at the very end
    /// when it is the register of a variable.
    pub fn expr(&mut self, expr: &'a Expr, dst: Reg) -> Compiled {
        self.enter_call(span_of(expr))?;
        let mark = self.unit.next;
        let done = self.expr_inner(expr, dst);
        self.unit.next = mark;
        self.leave_call();
        done
    }

    /// The value of an expression in a fresh temporary.
    pub fn value(&mut self, expr: &'a Expr) -> Compiled<Reg> {
        let reg = self.unit.temp(span_of(expr))?;
        self.expr(expr, reg)?;
        Ok(reg)
    }

    /// Where the value of an expression can be read: the register of a plain
    /// local, or a fresh temporary.
    pub fn operand(&mut self, expr: &'a Expr) -> Compiled<Reg> {
        match self.steady_local(expr)? {
            Some(reg) => Ok(reg),
            None => self.value(expr),
        }
    }
}
