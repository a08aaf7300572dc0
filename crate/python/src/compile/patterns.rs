//! `match`: patterns as tests that jump.
//!
//! What no instruction does is asked of builtins whose names no program can
//! write: see the constants. Captured names are bound after the whole pattern
//! has matched, as in CPython.

use ruff_python_ast::{self as ast, Pattern, Singleton};

use super::compiler::Compiler;
use super::error::{Compiled, SyntaxError, range_span, span_of};
use super::unit::Label;
use crate::code::{CmpOp, Const, Op, Reg};
use crate::span::Span;

/// `(subject, shortest, exact) -> bool`: a sequence that is no text, with at
/// least `shortest` items, or with just so many when `exact` is true.
pub const MATCH_SEQUENCE: &str = "$match_sequence";
/// `(subject, keys) -> tuple of values or None`: a mapping with all the keys.
pub const MATCH_MAPPING: &str = "$match_mapping";
/// `(subject, keys) -> dict`: the items of a mapping but for these keys.
pub const MATCH_REST: &str = "$match_rest";
/// `(subject, class, positional count, keyword names) -> tuple or None`.
pub const MATCH_CLASS: &str = "$match_class";

/// A name that a pattern binds, and where its value waits.
type Captures<'a> = Vec<(&'a ast::Identifier, Reg)>;

impl<'a> Compiler<'a> {
    pub fn match_statement(&mut self, node: &'a ast::StmtMatch) -> Compiled {
        let subject = self.value(&node.subject)?;
        let done = self.unit.label();
        let mark = self.unit.next;
        for (index, case) in node.cases.iter().enumerate() {
            let next = self.unit.label();
            let last = index + 1 == node.cases.len();
            if case.guard.is_none() && !last {
                self.check_reachable(&case.pattern)?;
            }
            let mut captures = Captures::new();
            self.pattern(&case.pattern, subject, next, &mut captures)?;
            for (name, reg) in captures {
                self.store_name(name, reg, range_span(name.range))?;
            }
            self.unit.next = mark;
            if let Some(guard) = &case.guard {
                self.jump_if(guard, false, next)?;
            }
            self.body(&case.body)?;
            self.unit.goto(done, range_span(case.range));
            self.unit.place(next);
        }
        self.unit.place(done);
        Ok(())
    }

    fn check_reachable(&self, pattern: &Pattern) -> Compiled {
        let mut pattern = pattern;
        while let Pattern::MatchAs(node) = pattern {
            match (&node.pattern, &node.name) {
                (Some(inner), _) => pattern = inner,
                (None, Some(name)) => {
                    let message =
                        format!("name capture '{name}' makes remaining patterns unreachable");
                    return SyntaxError::fail(message, span_of(node));
                }
                (None, None) => {
                    let message = "wildcard makes remaining patterns unreachable";
                    return SyntaxError::fail(message, span_of(node));
                }
            }
        }
        Ok(())
    }

    fn pattern(
        &mut self,
        pattern: &'a Pattern,
        subject: Reg,
        fail: Label,
        captures: &mut Captures<'a>,
    ) -> Compiled {
        let span = span_of(pattern);
        self.enter_call(span)?;
        match pattern {
            Pattern::MatchValue(node) => {
                let b = self.unit.temp(span)?;
                self.expr(&node.value, b)?;
                self.emit(Op::Compare { op: CmpOp::Eq, dst: b, a: subject, b }, span);
                self.unit.jump(Op::JumpIfFalse { src: b, offset: 0 }, fail, span);
            }
            Pattern::MatchSingleton(node) => self.singleton(node.value, subject, fail, span)?,
            Pattern::MatchSequence(node) => {
                self.sequence_pattern(&node.patterns, subject, fail, captures, span)?;
            }
            Pattern::MatchMapping(node) => self.mapping_pattern(node, subject, fail, captures)?,
            Pattern::MatchClass(node) => self.class_pattern(node, subject, fail, captures)?,
            Pattern::MatchStar(_) => {}
            Pattern::MatchAs(node) => {
                if let Some(inner) = &node.pattern {
                    self.pattern(inner, subject, fail, captures)?;
                }
                if let Some(name) = &node.name {
                    self.capture(name, subject, captures)?;
                }
            }
            Pattern::MatchOr(node) => self.or_pattern(node, subject, fail, captures)?,
        }
        self.leave_call();
        Ok(())
    }

    fn capture(
        &mut self,
        name: &'a ast::Identifier,
        reg: Reg,
        captures: &mut Captures<'a>,
    ) -> Compiled {
        if captures.iter().any(|(known, _)| known.id == name.id) {
            let message = format!("multiple assignments to name '{}' in pattern", name.id);
            return SyntaxError::fail(message, range_span(name.range));
        }
        captures.push((name, reg));
        Ok(())
    }

    fn singleton(&mut self, value: Singleton, a: Reg, fail: Label, span: Span) -> Compiled {
        let dst = self.unit.temp(span)?;
        self.emit(
            match value {
                Singleton::None => Op::None { dst },
                Singleton::True => Op::True { dst },
                Singleton::False => Op::False { dst },
            },
            span,
        );
        self.emit(Op::Is { dst, a, b: dst }, span);
        self.unit.jump(Op::JumpIfFalse { src: dst, offset: 0 }, fail, span);
        self.unit.next = dst;
        Ok(())
    }

    /// Calls a helper with values that stand after `base` already.
    fn helper(&mut self, name: &str, base: Reg, count: u16, span: Span) -> Compiled {
        // The helpers are builtins, so no global is carried along for them.
        let name = self.scopes.intern(name);
        let name = self.unit.name_id(&name, span)?;
        self.emit(Op::LoadGlobal { dst: base, name }, span);
        self.emit(Op::Call { dst: base, base, count }, span);
        Ok(())
    }

    fn sequence_pattern(
        &mut self,
        patterns: &'a [Pattern],
        subject: Reg,
        fail: Label,
        captures: &mut Captures<'a>,
        span: Span,
    ) -> Compiled {
        let star = patterns.iter().position(Pattern::is_match_star);
        let stars = patterns.iter().filter(|p| p.is_match_star()).count();
        if stars > 1 {
            let message = "multiple starred expressions in sequence pattern";
            return SyntaxError::fail(message, span);
        }
        let base = self.unit.temps(4, span)?;
        self.emit(Op::Move { dst: base + 1, src: subject }, span);
        let shortest = (patterns.len() - stars) as i64;
        self.load_const(&Const::Int(shortest), base + 2, span)?;
        self.load_const(&Const::Bool(star.is_none()), base + 3, span)?;
        self.helper(MATCH_SEQUENCE, base, 3, span)?;
        self.unit.jump(Op::JumpIfFalse { src: base, offset: 0 }, fail, span);
        self.unit.next = base;
        let items = self.unit.temps(patterns.len(), span)?;
        match star {
            None => {
                let count = patterns.len() as u16;
                self.emit(Op::Unpack { src: subject, base: items, count }, span);
            }
            Some(before) => {
                let after = patterns.len() - before - 1;
                if before > 255 || after > 255 {
                    let message = "too many expressions in star-unpacking sequence pattern";
                    return SyntaxError::fail(message, span);
                }
                let counts = before as u16 | (after as u16) << 8;
                self.emit(Op::UnpackStar { src: subject, base: items, counts }, span);
            }
        }
        for (reg, pattern) in (items..).zip(patterns) {
            match pattern {
                Pattern::MatchStar(star) => {
                    if let Some(name) = &star.name {
                        self.capture(name, reg, captures)?;
                    }
                }
                _ => self.pattern(pattern, reg, fail, captures)?,
            }
        }
        Ok(())
    }

    fn mapping_pattern(
        &mut self,
        node: &'a ast::PatternMatchMapping,
        subject: Reg,
        fail: Label,
        captures: &mut Captures<'a>,
    ) -> Compiled {
        let span = span_of(node);
        let keys = self.unit.temp(span)?;
        let row = self.row(&node.keys, span)?;
        let count = node.keys.len() as u16;
        self.emit(Op::BuildTuple { dst: keys, base: row, count }, span);
        self.unit.next = keys + 1;
        let base = self.unit.temps(3, span)?;
        self.emit(Op::Move { dst: base + 1, src: subject }, span);
        self.emit(Op::Move { dst: base + 2, src: keys }, span);
        self.helper(MATCH_MAPPING, base, 2, span)?;
        self.unit.jump(Op::JumpIfNone { src: base, offset: 0 }, fail, span);
        let items = self.unit.temps(node.patterns.len(), span)?;
        let count = node.patterns.len() as u16;
        self.emit(Op::Unpack { src: base, base: items, count }, span);
        for (reg, pattern) in (items..).zip(&node.patterns) {
            self.pattern(pattern, reg, fail, captures)?;
        }
        if let Some(rest) = &node.rest {
            let base = self.unit.temps(3, span)?;
            self.emit(Op::Move { dst: base + 1, src: subject }, span);
            self.emit(Op::Move { dst: base + 2, src: keys }, span);
            self.helper(MATCH_REST, base, 2, span)?;
            self.capture(rest, base, captures)?;
        }
        Ok(())
    }

    fn class_pattern(
        &mut self,
        node: &'a ast::PatternMatchClass,
        subject: Reg,
        fail: Label,
        captures: &mut Captures<'a>,
    ) -> Compiled {
        let span = span_of(node);
        let arguments = &node.arguments;
        let mut names = Vec::new();
        for keyword in &arguments.keywords {
            let name = self.mangled(&keyword.attr);
            if names.contains(&name) {
                let message = format!("attribute name repeated in class pattern: {name}");
                return SyntaxError::fail(message, range_span(keyword.range));
            }
            names.push(name);
        }
        let base = self.unit.temps(5, span)?;
        self.emit(Op::Move { dst: base + 1, src: subject }, span);
        self.expr(&node.cls, base + 2)?;
        self.load_const(&Const::Int(arguments.patterns.len() as i64), base + 3, span)?;
        self.load_const(&Self::name_tuple(&names), base + 4, span)?;
        self.helper(MATCH_CLASS, base, 4, span)?;
        self.unit.jump(Op::JumpIfNone { src: base, offset: 0 }, fail, span);
        let keywords = arguments.keywords.iter().map(|keyword| &keyword.pattern);
        let patterns: Vec<&'a Pattern> = arguments.patterns.iter().chain(keywords).collect();
        let items = self.unit.temps(patterns.len(), span)?;
        let count = patterns.len() as u16;
        self.emit(Op::Unpack { src: base, base: items, count }, span);
        for (reg, pattern) in (items..).zip(patterns) {
            self.pattern(pattern, reg, fail, captures)?;
        }
        Ok(())
    }

    /// All alternatives bind the same names, into the same registers.
    fn or_pattern(
        &mut self,
        node: &'a ast::PatternMatchOr,
        subject: Reg,
        fail: Label,
        captures: &mut Captures<'a>,
    ) -> Compiled {
        let span = span_of(node);
        let matched = self.unit.label();
        let mut shared: Option<Captures<'a>> = None;
        for (index, alternative) in node.patterns.iter().enumerate() {
            let next = self.unit.label();
            let mut own = Captures::new();
            if index + 1 < node.patterns.len() {
                self.check_reachable(alternative)?;
            }
            self.pattern(alternative, subject, next, &mut own)?;
            match &shared {
                None => shared = Some(self.reserve_captures(&own, span)?),
                Some(shared) => self.share_captures(shared, &own, span)?,
            }
            self.unit.goto(matched, span);
            self.unit.place(next);
        }
        self.unit.goto(fail, span);
        self.unit.place(matched);
        for (name, reg) in shared.unwrap_or_default() {
            self.capture(name, reg, captures)?;
        }
        Ok(())
    }

    /// Gives the names of the first alternative registers of their own.
    fn reserve_captures(
        &mut self,
        own: &Captures<'a>,
        span: Span,
    ) -> Compiled<Captures<'a>> {
        let base = self.unit.temps(own.len(), span)?;
        let shared: Captures<'a> =
            own.iter().zip(base..).map(|(&(name, _), reg)| (name, reg)).collect();
        self.share_captures(&shared, own, span)?;
        Ok(shared)
    }

    fn share_captures(&mut self, shared: &Captures<'a>, own: &Captures<'a>, span: Span) -> Compiled {
        let same = shared.len() == own.len()
            && shared.iter().all(|(name, _)| own.iter().any(|(other, _)| other.id == name.id));
        if !same {
            return SyntaxError::fail("alternative patterns bind different names", span);
        }
        for &(name, dst) in shared {
            if let Some(&(_, src)) = own.iter().find(|(other, _)| other.id == name.id) {
                self.copy(dst, src, span);
            }
        }
        Ok(())
    }
}
