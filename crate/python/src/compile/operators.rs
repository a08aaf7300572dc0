//! Binary and unary operators, comparisons, and tests that jump.

use ruff_python_ast::{self as ast, Expr, Operator};

use super::compiler::Compiler;
use super::constants::{constant, fold_step, small_int, truth};
use super::error::{Compiled, span_of};
use super::unit::Label;
use crate::code::{BinOp, CmpOp, Const, Op, Reg, UnaryOp};
use crate::span::Span;

/// The leftmost operand of a chain of binary operators and the steps from it
/// outwards: chains of thousands of terms must not recurse.
pub(super) fn left_spine(expr: &Expr) -> (&Expr, Vec<&ast::ExprBinOp>) {
    let mut steps = Vec::new();
    let mut first = expr;
    while let Expr::BinOp(node) = first {
        steps.push(node);
        first = &node.left;
    }
    steps.reverse();
    (first, steps)
}

pub(super) fn bin_op(op: Operator) -> BinOp {
    match op {
        Operator::Add => BinOp::Add,
        Operator::Sub => BinOp::Sub,
        Operator::Mult => BinOp::Mul,
        Operator::MatMult => BinOp::MatMul,
        Operator::Div => BinOp::TrueDiv,
        Operator::Mod => BinOp::Mod,
        Operator::Pow => BinOp::Pow,
        Operator::LShift => BinOp::LShift,
        Operator::RShift => BinOp::RShift,
        Operator::BitOr => BinOp::Or,
        Operator::BitXor => BinOp::Xor,
        Operator::BitAnd => BinOp::And,
        Operator::FloorDiv => BinOp::FloorDiv,
    }
}

fn with_int(op: Operator, dst: Reg, a: Reg, value: i16) -> Option<Op> {
    Some(match op {
        Operator::Add => Op::AddInt { dst, a, value },
        Operator::Sub => Op::SubInt { dst, a, value },
        Operator::Mult => Op::MulInt { dst, a, value },
        Operator::FloorDiv => Op::FloorDivInt { dst, a, value },
        Operator::Mod => Op::ModInt { dst, a, value },
        _ => return None,
    })
}

fn with_registers(op: Operator, dst: Reg, a: Reg, b: Reg) -> Op {
    match op {
        Operator::Add => Op::Add { dst, a, b },
        Operator::Sub => Op::Sub { dst, a, b },
        Operator::Mult => Op::Mul { dst, a, b },
        _ => Op::Binary { op: bin_op(op), dst, a, b },
    }
}

/// The left operand of the next step of a chain.
enum Left<'a> {
    Expr(&'a Expr),
    Reg(Reg),
}

impl<'a> Compiler<'a> {
    pub fn binary(&mut self, expr: &'a Expr, dst: Reg) -> Compiled {
        let (first, steps) = left_spine(expr);
        // The beginning of a chain may be constant: `2 * 3.14 * r`.
        let mut folded = None;
        let mut done = 0;
        for step in &steps {
            let Some(value) = fold_step(folded.as_ref(), first, step) else { break };
            folded = Some(value);
            done += 1;
        }
        let mark = self.unit.next;
        let mut left = Left::Expr(first);
        if let Some(value) = folded {
            if done == steps.len() {
                return self.load_const(&value, dst, span_of(expr));
            }
            let reg = self.unit.temp(span_of(expr))?;
            self.load_const(&value, reg, span_of(expr))?;
            left = Left::Reg(reg);
        }
        let steps = steps.get(done..).unwrap_or_default();
        let last = steps.len().saturating_sub(1);
        for (index, step) in steps.iter().enumerate() {
            let target = (index == last).then_some(dst);
            left = Left::Reg(self.binary_step(left, step, mark, target)?);
        }
        Ok(())
    }

    fn binary_step(
        &mut self,
        left: Left<'a>,
        step: &'a ast::ExprBinOp,
        mark: Reg,
        target: Option<Reg>,
    ) -> Compiled<Reg> {
        let span = span_of(step);
        let small = small_int(&step.right).filter(|_| with_int(step.op, 0, 0, 0).is_some());
        let result = |c: &mut Self| {
            c.unit.next = mark;
            target.map_or_else(|| c.unit.temp(span), Ok)
        };
        let a = match left {
            Left::Expr(expr) => self.operand(expr)?,
            Left::Reg(reg) => reg,
        };
        let b = if small.is_some() { 0 } else { self.operand(&step.right)? };
        let dst = result(self)?;
        let op = small.and_then(|value| with_int(step.op, dst, a, value));
        self.emit(op.unwrap_or_else(|| with_registers(step.op, dst, a, b)), span);
        Ok(dst)
    }

    pub fn unary(&mut self, node: &'a ast::ExprUnaryOp, dst: Reg) -> Compiled {
        let op = match node.op {
            ast::UnaryOp::Invert => UnaryOp::Invert,
            ast::UnaryOp::Not => UnaryOp::Not,
            ast::UnaryOp::UAdd => UnaryOp::Pos,
            ast::UnaryOp::USub => UnaryOp::Neg,
        };
        let src = self.operand(&node.operand)?;
        self.emit(Op::Unary { op, dst, src }, span_of(node));
        Ok(())
    }

    /// `a and b or c` as a value. Nothing goes to a variable before the end.
    pub fn bool_op(&mut self, node: &'a ast::ExprBoolOp, dst: Reg) -> Compiled {
        let span = span_of(node);
        let work = if self.unit.is_variable(dst) { self.unit.temp(span)? } else { dst };
        let done = self.unit.label();
        let last = node.values.len().saturating_sub(1);
        for (index, value) in node.values.iter().enumerate() {
            self.expr(value, work)?;
            if index < last {
                let op = match node.op {
                    ast::BoolOp::And => Op::JumpIfFalse { src: work, offset: 0 },
                    ast::BoolOp::Or => Op::JumpIfTrue { src: work, offset: 0 },
                };
                self.unit.jump(op, done, span_of(value));
            }
        }
        self.unit.place(done);
        self.copy(dst, work, span);
        Ok(())
    }

    /// `a < b <= c` as a value.
    pub fn compare(&mut self, node: &'a ast::ExprCompare, dst: Reg) -> Compiled {
        let span = span_of(node);
        let count = node.ops.len();
        if let ([op], [right]) = (&*node.ops, &*node.comparators) {
            return self.compare_pair(*op, &node.left, right, dst, span);
        }
        let work = if self.unit.is_variable(dst) { self.unit.temp(span)? } else { dst };
        let done = self.unit.label();
        let mut left = self.operand(&node.left)?;
        for (index, (op, right)) in node.ops.iter().zip(&*node.comparators).enumerate() {
            let right = self.operand(right)?;
            self.compare_registers(*op, left, right, work, span)?;
            if index + 1 < count {
                self.unit.jump(Op::JumpIfFalse { src: work, offset: 0 }, done, span);
            }
            left = right;
        }
        self.unit.place(done);
        self.copy(dst, work, span);
        Ok(())
    }

    fn compare_pair(
        &mut self,
        op: ast::CmpOp,
        left: &'a Expr,
        right: &'a Expr,
        dst: Reg,
        span: Span,
    ) -> Compiled {
        let a = self.operand(left)?;
        let b = self.membership_operand(op, right)?;
        self.compare_registers(op, a, b, dst, span)
    }

    /// `x in [1, 2]` and `x in {1, 2}` test a constant, as in CPython.
    fn membership_operand(&mut self, op: ast::CmpOp, right: &'a Expr) -> Compiled<Reg> {
        let membership = matches!(op, ast::CmpOp::In | ast::CmpOp::NotIn);
        let value = match right {
            Expr::List(list) if membership => {
                list.elts.iter().map(constant).collect::<Option<Vec<_>>>().map(tuple_const)
            }
            Expr::Set(set) if membership => set
                .elts
                .iter()
                .map(constant)
                .collect::<Option<Vec<_>>>()
                .map(|items| Const::FrozenSet(items.into())),
            _ => None,
        };
        match value {
            Some(value) => {
                let reg = self.unit.temp(span_of(right))?;
                self.load_const(&value, reg, span_of(right))?;
                Ok(reg)
            }
            None => self.operand(right),
        }
    }

    fn compare_registers(
        &mut self,
        op: ast::CmpOp,
        a: Reg,
        b: Reg,
        dst: Reg,
        span: Span,
    ) -> Compiled {
        let op = match op {
            ast::CmpOp::Is => Op::Is { dst, a, b },
            ast::CmpOp::IsNot => Op::IsNot { dst, a, b },
            ast::CmpOp::In => Op::In { dst, a, b },
            ast::CmpOp::NotIn => Op::NotIn { dst, a, b },
            _ => {
                let Some(op) = order(op) else { return Ok(()) };
                Op::Compare { op, dst, a, b }
            }
        };
        self.emit(op, span);
        Ok(())
    }

    // ---- tests that jump --------------------------------------------------

    /// Jumps to `target` when the truth of `expr` is `when`, else goes on.
    pub fn jump_if(&mut self, expr: &'a Expr, when: bool, target: Label) -> Compiled {
        self.enter_call(span_of(expr))?;
        let mark = self.unit.next;
        let done = self.jump_if_inner(expr, when, target);
        self.unit.next = mark;
        self.leave_call();
        done
    }

    fn jump_if_inner(&mut self, expr: &'a Expr, when: bool, target: Label) -> Compiled {
        let span = span_of(expr);
        if let Some(truth) = truth(expr) {
            if truth == when {
                self.unit.goto(target, span);
            }
            return Ok(());
        }
        match expr {
            Expr::UnaryOp(node) if node.op == ast::UnaryOp::Not => {
                self.jump_if(&node.operand, !when, target)
            }
            Expr::BoolOp(node) => self.jump_if_any(node, when, target),
            Expr::Compare(node) if jumps(node) => self.jump_if_compare(node, when, target),
            _ => {
                let src = self.operand(expr)?;
                let op = if when {
                    Op::JumpIfTrue { src, offset: 0 }
                } else {
                    Op::JumpIfFalse { src, offset: 0 }
                };
                self.unit.jump(op, target, span);
                Ok(())
            }
        }
    }

    fn jump_if_any(&mut self, node: &'a ast::ExprBoolOp, when: bool, target: Label) -> Compiled {
        // Which truth of an operand decides the whole.
        let decides = node.op == ast::BoolOp::Or;
        let Some((last, before)) = node.values.split_last() else { return Ok(()) };
        if decides == when {
            for value in &node.values {
                self.jump_if(value, when, target)?;
            }
            return Ok(());
        }
        let over = self.unit.label();
        for value in before {
            self.jump_if(value, decides, over)?;
        }
        self.jump_if(last, when, target)?;
        self.unit.place(over);
        Ok(())
    }

    fn jump_if_compare(
        &mut self,
        node: &'a ast::ExprCompare,
        when: bool,
        target: Label,
    ) -> Compiled {
        let span = span_of(node);
        let over = self.unit.label();
        let unless = if when { over } else { target };
        let mut left = self.operand(&node.left)?;
        for (index, (op, right)) in node.ops.iter().zip(&*node.comparators).enumerate() {
            let more = index + 1 < node.ops.len();
            left = self.jump_unless(*op, left, right, more, unless, span)?;
        }
        if when {
            self.unit.goto(target, span);
        }
        self.unit.place(over);
        Ok(())
    }

    /// One comparison of a test; returns the register of its right operand.
    fn jump_unless(
        &mut self,
        op: ast::CmpOp,
        a: Reg,
        right: &'a Expr,
        more: bool,
        unless: Label,
        span: Span,
    ) -> Compiled<Reg> {
        if let (Some(value), Some(op), false) = (small_int(right), order(op), more) {
            self.unit.jump(unless_int(op, a, value), unless, span);
            return Ok(a);
        }
        if matches!(right, Expr::NoneLiteral(_)) && !more {
            if op == ast::CmpOp::IsNot {
                self.unit.jump(Op::JumpIfNone { src: a, offset: 0 }, unless, span);
                return Ok(a);
            }
            if op == ast::CmpOp::Is {
                let is_none = self.unit.label();
                self.unit.jump(Op::JumpIfNone { src: a, offset: 0 }, is_none, span);
                self.unit.goto(unless, span);
                self.unit.place(is_none);
                return Ok(a);
            }
        }
        let b = self.membership_operand(op, right)?;
        match order(op) {
            Some(op) => self.unit.jump(unless_registers(op, a, b), unless, span),
            None => {
                let src = self.unit.temp(span)?;
                self.compare_registers(op, a, b, src, span)?;
                self.unit.jump(Op::JumpIfFalse { src, offset: 0 }, unless, span);
            }
        }
        Ok(b)
    }
}

fn tuple_const(items: Vec<Const>) -> Const {
    Const::Tuple(items.into())
}

/// Tests with `is` and `in` alone gain nothing by a jump of their own.
fn jumps(node: &ast::ExprCompare) -> bool {
    let none = matches!(&*node.comparators, [Expr::NoneLiteral(_)]);
    let ordered = node.ops.iter().any(|&op| order(op).is_some());
    ordered || (none && matches!(&*node.ops, [ast::CmpOp::Is | ast::CmpOp::IsNot]))
}

fn order(op: ast::CmpOp) -> Option<CmpOp> {
    Some(match op {
        ast::CmpOp::Lt => CmpOp::Lt,
        ast::CmpOp::LtE => CmpOp::Le,
        ast::CmpOp::Eq => CmpOp::Eq,
        ast::CmpOp::NotEq => CmpOp::Ne,
        ast::CmpOp::Gt => CmpOp::Gt,
        ast::CmpOp::GtE => CmpOp::Ge,
        _ => return None,
    })
}

fn unless_registers(op: CmpOp, a: Reg, b: Reg) -> Op {
    let offset = 0;
    match op {
        CmpOp::Lt => Op::JumpUnlessLt { a, b, offset },
        CmpOp::Le => Op::JumpUnlessLe { a, b, offset },
        CmpOp::Eq => Op::JumpUnlessEq { a, b, offset },
        CmpOp::Ne => Op::JumpUnlessNe { a, b, offset },
        CmpOp::Gt => Op::JumpUnlessGt { a, b, offset },
        CmpOp::Ge => Op::JumpUnlessGe { a, b, offset },
    }
}

fn unless_int(op: CmpOp, a: Reg, value: i16) -> Op {
    let offset = 0;
    match op {
        CmpOp::Lt => Op::JumpUnlessLtInt { a, value, offset },
        CmpOp::Le => Op::JumpUnlessLeInt { a, value, offset },
        CmpOp::Eq => Op::JumpUnlessEqInt { a, value, offset },
        CmpOp::Ne => Op::JumpUnlessNeInt { a, value, offset },
        CmpOp::Gt => Op::JumpUnlessGtInt { a, value, offset },
        CmpOp::Ge => Op::JumpUnlessGeInt { a, value, offset },
    }
}
