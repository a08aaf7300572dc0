//! Assignment: to names, attributes, items, and patterns of them; augmented,
//! annotated; and `del`.

use ruff_python_ast::{self as ast, Expr};

use super::compiler::Compiler;
use super::constants::small_int;
use super::error::{Compiled, SyntaxError, span_of};
use super::expressions::MAX_IN_REGISTERS;
use super::operators::bin_op;
use super::scope::ScopeKind;
use crate::code::{BinOp, Op, Reg};
use crate::span::Span;

/// Targets before and after a starred one: each count takes one byte.
const MAX_AROUND_STAR: usize = 255;

impl<'a> Compiler<'a> {
    pub fn assign(&mut self, node: &'a ast::StmtAssign) -> Compiled {
        if let [target] = &*node.targets {
            return self.assign_one(target, &node.value);
        }
        let first = node.targets.first().and_then(|target| self.local_target(target));
        let src = match first {
            Some(reg) => {
                self.expr(&node.value, reg)?;
                reg
            }
            None => self.operand(&node.value)?,
        };
        node.targets.iter().try_for_each(|target| self.store(target, src))
    }

    pub fn assign_one(&mut self, target: &'a Expr, value: &'a Expr) -> Compiled {
        if let Some(reg) = self.local_target(target) {
            self.expr(value, reg)?;
            self.unit.flow.bind(reg);
            return Ok(());
        }
        if let (Some(targets), Expr::Tuple(values)) = (elements(target), value)
            && parallel(targets, &values.elts)
        {
            return self.assign_parallel(targets, &values.elts);
        }
        let src = self.operand(value)?;
        self.store(target, src)
    }

    /// `a, b = b, a` without a tuple: all values first, then all targets.
    fn assign_parallel(&mut self, targets: &'a [Expr], values: &'a [Expr]) -> Compiled {
        let names = targets.iter().all(Expr::is_name_expr);
        let mut sources = Vec::with_capacity(values.len());
        for (index, value) in values.iter().enumerate() {
            let earlier = targets.get(..index).unwrap_or_default();
            let steady = names && !earlier.iter().any(|target| same_name(target, value));
            sources.push(if steady { self.operand(value)? } else { self.value(value)? });
        }
        let pairs = targets.iter().zip(sources);
        pairs.into_iter().try_for_each(|(target, src)| self.store(target, src))
    }

    /// Stores a value into any target.
    pub fn store(&mut self, target: &'a Expr, src: Reg) -> Compiled {
        let span = span_of(target);
        self.enter_call(span)?;
        let mark = self.unit.next;
        let done = self.store_inner(target, src, span);
        self.unit.next = mark;
        self.leave_call();
        done
    }

    fn store_inner(&mut self, target: &'a Expr, src: Reg, span: Span) -> Compiled {
        match target {
            Expr::Name(node) => self.store_name(&node.id, src, span),
            Expr::Attribute(node) => {
                let span = self.attribute_span(node);
                let obj = self.operand(&node.value)?;
                let name = self.mangled(&node.attr);
                let site = self.unit.site(name, span)?;
                self.emit(Op::StoreAttr { obj, src, site }, span);
                Ok(())
            }
            Expr::Subscript(node) => {
                let obj = self.operand(&node.value)?;
                let key = self.operand(&node.slice)?;
                self.emit(Op::SetItem { obj, key, src }, span);
                Ok(())
            }
            Expr::Tuple(node) => self.unpack(&node.elts, src, span),
            Expr::List(node) => self.unpack(&node.elts, src, span),
            Expr::Starred(_) => {
                SyntaxError::fail("starred assignment target must be in a list or tuple", span)
            }
            _ => SyntaxError::fail("cannot assign to expression", span),
        }
    }

    fn unpack(&mut self, targets: &'a [Expr], src: Reg, span: Span) -> Compiled {
        let mut stars = targets.iter().enumerate().filter(|(_, e)| e.is_starred_expr());
        let star = stars.next().map(|(index, _)| index);
        if stars.next().is_some() {
            return SyntaxError::fail("multiple starred expressions in assignment", span);
        }
        if star.is_none()
            && let Some(base) = self.consecutive_locals(targets)
        {
            self.emit(Op::Unpack { src, base, count: targets.len() as u16 }, span);
            (base..).zip(targets).for_each(|(reg, _)| self.unit.flow.bind(reg));
            return Ok(());
        }
        let base = self.unit.temps(targets.len(), span)?;
        match star {
            None => self.emit(Op::Unpack { src, base, count: targets.len() as u16 }, span),
            Some(before) => {
                let after = targets.len() - before - 1;
                if before > MAX_AROUND_STAR || after > MAX_AROUND_STAR {
                    let message = "too many expressions in star-unpacking assignment";
                    return SyntaxError::fail(message, span);
                }
                let counts = before as u16 | (after as u16) << 8;
                self.emit(Op::UnpackStar { src, base, counts }, span);
            }
        }
        for (reg, target) in (base..).zip(targets) {
            match target {
                Expr::Starred(star) => self.store(&star.value, reg)?,
                _ => self.store(target, reg)?,
            }
        }
        Ok(())
    }

    /// The first register when all targets are locals in a row.
    fn consecutive_locals(&mut self, targets: &[Expr]) -> Option<Reg> {
        let base = self.local_target(targets.first()?)?;
        let mut regs = (base..).zip(targets);
        regs.all(|(reg, target)| self.local_target(target) == Some(reg)).then_some(base)
    }

    // ---- augmented ----------------------------------------------------------

    pub fn augmented(&mut self, node: &'a ast::StmtAugAssign) -> Compiled {
        let span = span_of(node);
        match &*node.target {
            Expr::Name(name) => {
                let at = span_of(name);
                if let Some(reg) = self.local_target(&node.target) {
                    let src = self.steady_local(&node.target)?;
                    if src.is_some() {
                        return self.in_place(node, reg, reg, span);
                    }
                    let a = self.unit.temp(span)?;
                    self.load_name(&name.id, a, at)?;
                    self.in_place(node, a, reg, span)?;
                    self.unit.flow.bind(reg);
                    return Ok(());
                }
                let a = self.unit.temp(span)?;
                self.load_name(&name.id, a, at)?;
                self.in_place(node, a, a, span)?;
                self.store_name(&name.id, a, at)
            }
            Expr::Attribute(target) => {
                let at = self.attribute_span(target);
                let obj = self.operand(&target.value)?;
                let name = self.mangled(&target.attr);
                let a = self.unit.temp(span)?;
                let site = self.unit.site(name.clone(), at)?;
                self.emit(Op::LoadAttr { dst: a, obj, site }, at);
                self.in_place(node, a, a, span)?;
                let site = self.unit.site(name, at)?;
                self.emit(Op::StoreAttr { obj, src: a, site }, at);
                Ok(())
            }
            Expr::Subscript(target) => {
                let at = span_of(target);
                let obj = self.operand(&target.value)?;
                let key = self.operand(&target.slice)?;
                let a = self.unit.temp(span)?;
                self.emit(Op::GetItem { dst: a, obj, key }, at);
                self.in_place(node, a, a, span)?;
                self.emit(Op::SetItem { obj, key, src: a }, at);
                Ok(())
            }
            target => SyntaxError::fail(
                "illegal expression for augmented assignment",
                span_of(target),
            ),
        }
    }

    /// `dst = a op= value`
    fn in_place(&mut self, node: &'a ast::StmtAugAssign, a: Reg, dst: Reg, span: Span) -> Compiled {
        let op = bin_op(node.op);
        if let Some(value) = small_int(&node.value) {
            self.emit(Op::InPlaceInt { op, dst, a, value }, span);
            return Ok(());
        }
        let b = self.operand(&node.value)?;
        let op = if op == BinOp::Add { Op::InPlaceAdd { dst, a, b } } else { Op::InPlace { op, dst, a, b } };
        self.emit(op, span);
        Ok(())
    }

    // ---- annotated ----------------------------------------------------------

    pub fn annotated(&mut self, node: &'a ast::StmtAnnAssign) -> Compiled {
        let span = span_of(node);
        if let Some(value) = &node.value {
            self.assign_one(&node.target, value)?;
        }
        let kind = self.scopes.list[self.unit.scope].kind;
        let kept = matches!(kind, ScopeKind::Module | ScopeKind::Class);
        match (&*node.target, kept) {
            (Expr::Name(name), true) if node.simple => {
                let base = self.unit.temps(3, span)?;
                self.annotation(&node.annotation, base)?;
                self.load_name("__annotations__", base + 1, span)?;
                let key = self.mangled(&name.id);
                self.load_str(&key, base + 2, span)?;
                self.emit(Op::SetItem { obj: base + 1, key: base + 2, src: base }, span);
                Ok(())
            }
            (Expr::Name(_), true) => self.value(&node.annotation).map(|_| ()),
            (Expr::Attribute(target), _) if node.value.is_none() => {
                self.value(&target.value).map(|_| ())
            }
            (Expr::Subscript(target), _) if node.value.is_none() => {
                self.value(&target.value)?;
                self.value(&target.slice).map(|_| ())
            }
            _ => Ok(()),
        }
    }

    /// The value of an annotation, or its text under the `annotations` future.
    pub fn annotation(&mut self, annotation: &'a Expr, dst: Reg) -> Compiled {
        if self.text_annotations {
            let span = span_of(annotation);
            return self.load_str(self.text(span), dst, span);
        }
        match annotation {
            Expr::Starred(star) => {
                let list = self.unit.temp(span_of(star))?;
                self.list_pieces(std::slice::from_ref(annotation), list, span_of(star))?;
                self.emit(Op::ListToTuple { dst, src: list }, span_of(star));
                Ok(())
            }
            _ => self.expr(annotation, dst),
        }
    }

    // ---- del ------------------------------------------------------------------

    pub fn delete(&mut self, target: &'a Expr) -> Compiled {
        let span = span_of(target);
        self.enter_call(span)?;
        let mark = self.unit.next;
        match target {
            Expr::Name(node) => self.delete_name(&node.id, span)?,
            Expr::Attribute(node) => {
                let span = self.attribute_span(node);
                let obj = self.operand(&node.value)?;
                let name = self.mangled(&node.attr);
                let site = self.unit.site(name, span)?;
                self.emit(Op::DeleteAttr { obj, site }, span);
            }
            Expr::Subscript(node) => {
                let obj = self.operand(&node.value)?;
                let key = self.operand(&node.slice)?;
                self.emit(Op::DeleteItem { obj, key }, span);
            }
            Expr::Tuple(node) => node.elts.iter().try_for_each(|e| self.delete(e))?,
            Expr::List(node) => node.elts.iter().try_for_each(|e| self.delete(e))?,
            _ => return SyntaxError::fail("cannot delete expression", span),
        }
        self.unit.next = mark;
        self.leave_call();
        Ok(())
    }
}

fn elements(target: &Expr) -> Option<&[Expr]> {
    match target {
        Expr::Tuple(node) => Some(&node.elts),
        Expr::List(node) => Some(&node.elts),
        _ => None,
    }
}

fn parallel(targets: &[Expr], values: &[Expr]) -> bool {
    targets.len() == values.len()
        && targets.len() <= MAX_IN_REGISTERS
        && !targets.iter().chain(values).any(Expr::is_starred_expr)
}

fn same_name(target: &Expr, value: &Expr) -> bool {
    match (target, value) {
        (Expr::Name(target), Expr::Name(value)) => target.id == value.id,
        _ => false,
    }
}
