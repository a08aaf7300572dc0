//! Expressions: the dispatch, and those that need no file of their own.

use std::sync::Arc;

use ruff_python_ast::{self as ast, Expr};

use super::compiler::Compiler;
use super::constants::{constant, small_int};
use super::error::{Compiled, SyntaxError, range_span, span_of};
use crate::code::{Const, Op, Reg};
use crate::span::Span;

/// Displays with more elements are built piece by piece, not in registers.
pub(super) const MAX_IN_REGISTERS: usize = 64;
/// Sets of so many constants are copied from a constant, as in CPython.
const MIN_CONSTANT_SET: usize = 3;

impl<'a> Compiler<'a> {
    pub(super) fn expr_inner(&mut self, expr: &'a Expr, dst: Reg) -> Compiled {
        let span = span_of(expr);
        match expr {
            Expr::Name(node) => self.load_name(&node.id, dst, span),
            Expr::NumberLiteral(node) => self.number_literal(node, dst),
            Expr::StringLiteral(_)
            | Expr::BytesLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::NoneLiteral(_)
            | Expr::EllipsisLiteral(_) => self.literal(expr, dst),
            Expr::BinOp(_) => self.binary(expr, dst),
            Expr::UnaryOp(node) => match constant(expr) {
                Some(value) => self.load_const(&value, dst, span),
                None => self.unary(node, dst),
            },
            Expr::BoolOp(node) => self.bool_op(node, dst),
            Expr::Compare(node) => self.compare(node, dst),
            Expr::Call(node) => self.call(node, dst),
            Expr::Attribute(node) => self.attribute(node, dst),
            Expr::Subscript(node) => self.subscript(node, dst),
            Expr::Slice(node) => self.slice(node, dst),
            Expr::Tuple(node) => self.tuple(node, dst),
            Expr::List(node) => self.list(node, dst),
            Expr::Set(node) => self.set(node, dst),
            Expr::Dict(node) => self.dict(node, dst),
            Expr::If(node) => self.conditional(node, dst),
            Expr::Named(node) => self.named(node, dst),
            Expr::Lambda(node) => self.lambda(node, dst),
            Expr::FString(node) => self.f_string(node, dst),
            Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) | Expr::Generator(_) => {
                self.comprehension(expr, dst)
            }
            Expr::Yield(node) => self.yields(node.value.as_deref(), dst, span),
            Expr::YieldFrom(node) => {
                let iter = self.unit.temp(span)?;
                let src = self.operand(&node.value)?;
                self.emit(Op::GetIter { dst: iter, src }, span);
                self.emit(Op::YieldFrom { dst, iter }, span);
                Ok(())
            }
            Expr::Await(_) => self.refuse("'await'", span),
            Expr::TString(_) => self.refuse("a template string", span),
            Expr::IpyEscapeCommand(_) => self.refuse("a shell command", span),
            Expr::Starred(_) => {
                SyntaxError::fail("can't use starred expression here", span)
            }
        }
    }

    /// An unsupported part of Python, by its name.
    pub fn refuse<T>(&self, what: &str, span: Span) -> Compiled<T> {
        SyntaxError::fail(format!("{what} is not supported here"), span)
    }

    fn literal(&mut self, expr: &'a Expr, dst: Reg) -> Compiled {
        match constant(expr) {
            Some(value) => self.load_const(&value, dst, span_of(expr)),
            None => Ok(()),
        }
    }

    fn yields(&mut self, value: Option<&'a Expr>, dst: Reg, span: Span) -> Compiled {
        let src = match value {
            Some(value) => self.operand(value)?,
            None => {
                let src = self.unit.temp(span)?;
                self.emit(Op::None { dst: src }, span);
                src
            }
        };
        self.emit(Op::Yield { dst, src }, span);
        Ok(())
    }

    // ---- attributes and items ---------------------------------------------

    /// Where an attribute access is: at the attribute itself when the
    /// expression stretches over lines.
    pub fn attribute_span(&self, node: &ast::ExprAttribute) -> Span {
        let span = span_of(node);
        if self.line(span.start) == self.line(span.end) {
            span
        } else {
            range_span(node.attr.range)
        }
    }

    pub fn attribute(&mut self, node: &'a ast::ExprAttribute, dst: Reg) -> Compiled {
        let span = self.attribute_span(node);
        let obj = self.object(&node.value, dst)?;
        let name = self.mangled(&node.attr);
        let site = self.unit.site(name, span)?;
        self.emit(Op::LoadAttr { dst, obj, site }, span);
        Ok(())
    }

    /// An operand that may as well be computed in `dst`.
    pub fn object(&mut self, expr: &'a Expr, dst: Reg) -> Compiled<Reg> {
        if let Some(reg) = self.steady_local(expr)? {
            return Ok(reg);
        }
        if self.unit.is_variable(dst) {
            return self.value(expr);
        }
        self.expr(expr, dst)?;
        Ok(dst)
    }

    fn subscript(&mut self, node: &'a ast::ExprSubscript, dst: Reg) -> Compiled {
        let span = span_of(node);
        let obj = self.object(&node.value, dst)?;
        match small_int(&node.slice) {
            Some(value) => self.emit(Op::GetItemInt { dst, obj, value }, span),
            None => {
                let key = self.operand(&node.slice)?;
                self.emit(Op::GetItem { dst, obj, key }, span);
            }
        }
        Ok(())
    }

    fn slice(&mut self, node: &'a ast::ExprSlice, dst: Reg) -> Compiled {
        let span = span_of(node);
        let base = self.unit.temps(3, span)?;
        for (reg, part) in (base..).zip([&node.lower, &node.upper, &node.step]) {
            match part {
                Some(part) => self.expr(part, reg)?,
                None => self.emit(Op::None { dst: reg }, span),
            }
        }
        self.emit(Op::BuildSlice { dst, base }, span);
        Ok(())
    }

    // ---- displays ---------------------------------------------------------

    fn tuple(&mut self, node: &'a ast::ExprTuple, dst: Reg) -> Compiled {
        let span = span_of(node);
        if let Some(value) = node.elts.iter().map(constant).collect::<Option<Vec<_>>>() {
            return self.load_const(&Const::Tuple(value.into()), dst, span);
        }
        if in_registers(&node.elts) {
            let base = self.row(&node.elts, span)?;
            let count = node.elts.len() as u16;
            self.emit(Op::BuildTuple { dst, base, count }, span);
            return Ok(());
        }
        let list = self.unit.temp(span)?;
        self.list_pieces(&node.elts, list, span)?;
        self.emit(Op::ListToTuple { dst, src: list }, span);
        Ok(())
    }

    fn list(&mut self, node: &'a ast::ExprList, dst: Reg) -> Compiled {
        let span = span_of(node);
        if in_registers(&node.elts) {
            let base = self.row(&node.elts, span)?;
            let count = node.elts.len() as u16;
            self.emit(Op::BuildList { dst, base, count }, span);
            return Ok(());
        }
        let list = self.unit.temp(span)?;
        self.list_pieces(&node.elts, list, span)?;
        self.copy(dst, list, span);
        Ok(())
    }

    /// Elements into registers in a row.
    pub fn row(&mut self, elements: &'a [Expr], span: Span) -> Compiled<Reg> {
        let base = self.unit.next;
        for element in elements {
            let reg = self.unit.temp(span)?;
            self.expr(element, reg)?;
        }
        Ok(base)
    }

    /// A list with any number of elements, starred ones among them.
    pub fn list_pieces(&mut self, elements: &'a [Expr], list: Reg, span: Span) -> Compiled {
        if let Some(values) = elements.iter().map(constant).collect::<Option<Vec<_>>>()
            && !values.is_empty()
        {
            self.emit(Op::BuildList { dst: list, base: list, count: 0 }, span);
            let src = self.unit.temp(span)?;
            self.load_const(&Const::Tuple(values.into()), src, span)?;
            self.emit(Op::ListExtend { list, src }, span);
            self.unit.next = src;
            return Ok(());
        }
        let plain = elements.iter().take_while(|e| !e.is_starred_expr()).count();
        let (first, rest) = elements.split_at(plain.min(MAX_IN_REGISTERS));
        let mark = self.unit.next;
        let base = self.row(first, span)?;
        self.emit(Op::BuildList { dst: list, base, count: first.len() as u16 }, span);
        self.unit.next = mark;
        for element in rest {
            match element {
                Expr::Starred(star) => {
                    let src = self.operand(&star.value)?;
                    self.emit(Op::ListExtend { list, src }, span);
                }
                _ => {
                    let src = self.operand(element)?;
                    self.emit(Op::ListAppend { list, src }, span);
                }
            }
            self.unit.next = mark;
        }
        Ok(())
    }

    fn set(&mut self, node: &'a ast::ExprSet, dst: Reg) -> Compiled {
        let span = span_of(node);
        let constants = node.elts.iter().map(constant).collect::<Option<Vec<_>>>();
        if let Some(items) = constants.filter(|items| items.len() >= MIN_CONSTANT_SET) {
            return self.constant_set(items, dst, span);
        }
        if in_registers(&node.elts) {
            let base = self.row(&node.elts, span)?;
            let count = node.elts.len() as u16;
            self.emit(Op::BuildSet { dst, base, count }, span);
            return Ok(());
        }
        let set = self.unit.temp(span)?;
        self.emit(Op::BuildSet { dst: set, base: set, count: 0 }, span);
        let mark = self.unit.next;
        for element in &node.elts {
            match element {
                Expr::Starred(star) => {
                    let src = self.operand(&star.value)?;
                    self.emit(Op::SetUpdate { set, src }, span);
                }
                _ => {
                    let src = self.operand(element)?;
                    self.emit(Op::SetAdd { set, src }, span);
                }
            }
            self.unit.next = mark;
        }
        self.copy(dst, set, span);
        Ok(())
    }

    /// A set of constants: CPython copies a frozen set of them, which may
    /// iterate in another order than a set that takes them in one by one.
    fn constant_set(&mut self, items: Vec<Const>, dst: Reg, span: Span) -> Compiled {
        let set = self.unit.temps(2, span)?;
        self.emit(Op::BuildSet { dst: set, base: set, count: 0 }, span);
        self.load_const(&Const::FrozenSet(items.into()), set + 1, span)?;
        self.emit(Op::SetUpdate { set, src: set + 1 }, span);
        self.copy(dst, set, span);
        Ok(())
    }

    fn dict(&mut self, node: &'a ast::ExprDict, dst: Reg) -> Compiled {
        let span = span_of(node);
        let plain = node.items.iter().all(|item| item.key.is_some());
        if plain && node.items.len() <= MAX_IN_REGISTERS {
            let base = self.unit.next;
            for item in &node.items {
                let pair = self.unit.temps(2, span)?;
                if let Some(key) = &item.key {
                    self.expr(key, pair)?;
                }
                self.expr(&item.value, pair + 1)?;
            }
            let count = node.items.len() as u16;
            self.emit(Op::BuildDict { dst, base, count }, span);
            return Ok(());
        }
        let dict = self.unit.temp(span)?;
        self.emit(Op::BuildDict { dst: dict, base: dict, count: 0 }, span);
        let mark = self.unit.next;
        for item in &node.items {
            match &item.key {
                Some(key) => {
                    let key = self.operand(key)?;
                    let src = self.operand(&item.value)?;
                    self.emit(Op::DictInsert { dict, key, src }, span);
                }
                None => {
                    let src = self.operand(&item.value)?;
                    self.emit(Op::DictUpdate { dict, src }, span);
                }
            }
            self.unit.next = mark;
        }
        self.copy(dst, dict, span);
        Ok(())
    }

    // ---- the rest -----------------------------------------------------------

    fn conditional(&mut self, node: &'a ast::ExprIf, dst: Reg) -> Compiled {
        let span = span_of(node);
        let (otherwise, done) = (self.unit.label(), self.unit.label());
        self.jump_if(&node.test, false, otherwise)?;
        self.expr(&node.body, dst)?;
        self.unit.goto(done, span);
        self.unit.place(otherwise);
        self.expr(&node.orelse, dst)?;
        self.unit.place(done);
        Ok(())
    }

    fn named(&mut self, node: &'a ast::ExprNamed, dst: Reg) -> Compiled {
        let span = span_of(node);
        let Expr::Name(target) = &*node.target else { return Ok(()) };
        let work = if self.unit.is_variable(dst) { self.unit.temp(span)? } else { dst };
        self.expr(&node.value, work)?;
        self.store_name(&target.id, work, span)?;
        self.copy(dst, work, span);
        Ok(())
    }

    /// Names as constants: keyword names, attribute names of patterns.
    pub fn name_tuple(names: &[Arc<str>]) -> Const {
        Const::Tuple(names.iter().map(|name| Const::Str(name.clone())).collect())
    }
}

fn in_registers(elements: &[Expr]) -> bool {
    let starred = elements.iter().any(Expr::is_starred_expr);
    !starred && elements.len() <= MAX_IN_REGISTERS
}
