//! Calls: plain, of methods, with keywords, with stars, and `super()`.
//!
//! Zero-argument `super()` in a method becomes `super(__class__, first)`: the
//! compiler passes the class from the cell `__class__` and the first parameter.

use std::sync::Arc;

use ruff_python_ast::{self as ast, Expr};

use super::compiler::Compiler;
use super::error::{Compiled, SyntaxError, range_span, span_of};
use super::expressions::MAX_IN_REGISTERS;
use super::unit::Slot;
use crate::code::{Op, Reg};
use crate::span::Span;

/// How the callee was loaded.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Callee {
    Plain,
    Method,
}

impl<'a> Compiler<'a> {
    pub fn call(&mut self, node: &'a ast::ExprCall, dst: Reg) -> Compiled {
        let span = self.call_span(node);
        let base = self.call_base(dst, span)?;
        self.check_keywords(&node.arguments)?;
        if has_stars(&node.arguments) {
            self.expr(&node.func, base)?;
            let list = self.unit.temps(2, span)?;
            debug_assert_eq!(list, base + 1);
            return self.call_star(base, &[], &node.arguments, dst, span);
        }
        if self.is_bare_super(node) {
            return self.call_super(node, base, dst);
        }
        let callee = match &*node.func {
            Expr::Attribute(method) => {
                self.load_method(method, base)?;
                self.unit.temp(span)?;
                Callee::Method
            }
            func => {
                self.expr(func, base)?;
                Callee::Plain
            }
        };
        self.row(&node.arguments.args, span)?;
        let names = self.keyword_values(&node.arguments)?;
        let count = (node.arguments.args.len() + names.len()) as u16;
        self.finish_call(callee, base, count, names, dst, span)
    }

    /// The register of the callee: `dst` itself when arguments can follow it.
    fn call_base(&mut self, dst: Reg, span: Span) -> Compiled<Reg> {
        if !self.unit.is_variable(dst) && dst + 1 == self.unit.next {
            return Ok(dst);
        }
        self.unit.temp(span)
    }

    /// Where a call is: from the method's name on when that is on a later line.
    fn call_span(&self, node: &ast::ExprCall) -> Span {
        let whole = span_of(node);
        match &*node.func {
            Expr::Attribute(method) => {
                Span::new(self.attribute_span(method).start, whole.end)
            }
            _ => whole,
        }
    }

    fn load_method(&mut self, method: &'a ast::ExprAttribute, base: Reg) -> Compiled {
        let span = self.attribute_span(method);
        let obj = match self.steady_local(&method.value)? {
            Some(reg) => reg,
            None => {
                self.expr(&method.value, base)?;
                base
            }
        };
        let name = self.mangled(&method.attr);
        let site = self.unit.site(name, span)?;
        self.emit(Op::LoadMethod { dst: base, obj, site }, span);
        Ok(())
    }

    /// Keyword arguments into registers in a row; returns their names.
    fn keyword_values(&mut self, arguments: &'a ast::Arguments) -> Compiled<Vec<Arc<str>>> {
        let mut names = Vec::with_capacity(arguments.keywords.len());
        for keyword in &arguments.keywords {
            let reg = self.unit.temp(span_of(keyword))?;
            self.expr(&keyword.value, reg)?;
            names.extend(keyword.arg.as_ref().map(|name| self.scopes.intern(name)));
        }
        Ok(names)
    }

    fn finish_call(
        &mut self,
        callee: Callee,
        base: Reg,
        count: u16,
        names: Vec<Arc<str>>,
        dst: Reg,
        span: Span,
    ) -> Compiled {
        let plain = names.is_empty();
        self.emit(
            match callee {
                Callee::Plain if plain => Op::Call { dst, base, count },
                Callee::Plain => Op::CallKw { dst, base, count },
                Callee::Method if plain => Op::CallMethod { dst, base, count },
                Callee::Method => Op::CallMethodKw { dst, base, count },
            },
            span,
        );
        if !plain {
            let a = self.unit.keyword_list(names, span)?;
            self.emit(Op::Extra { a, b: 0, c: 0 }, span);
        }
        Ok(())
    }

    pub(super) fn check_keywords(&self, arguments: &ast::Arguments) -> Compiled {
        for (index, keyword) in arguments.keywords.iter().enumerate() {
            let Some(name) = &keyword.arg else { continue };
            let before = arguments.keywords.iter().take(index);
            if before.filter_map(|k| k.arg.as_ref()).any(|other| other.id == name.id) {
                let message = format!("keyword argument repeated: {}", name.id);
                return SyntaxError::fail(message, range_span(keyword.range));
            }
        }
        Ok(())
    }

    /// A call of the function in `base` with starred or very many arguments;
    /// the values of `first` come before all others. The two registers after
    /// `base` are the list and the dict of the call.
    pub fn call_star(
        &mut self,
        base: Reg,
        first: &[Reg],
        arguments: &'a ast::Arguments,
        dst: Reg,
        span: Span,
    ) -> Compiled {
        let (list, dict) = (base + 1, base + 2);
        if first.is_empty() {
            // The call itself goes through a single iterable, and names the function if it is none.
            match &*arguments.args {
                [Expr::Starred(only)] => self.expr(&only.value, list)?,
                args => self.list_pieces(args, list, span)?,
            }
        } else {
            self.emit(Op::BuildList { dst: list, base: list, count: 0 }, span);
            for &src in first {
                self.emit(Op::ListAppend { list, src }, span);
            }
            if !arguments.args.is_empty() {
                let rest = self.unit.temp(span)?;
                self.list_pieces(&arguments.args, rest, span)?;
                self.emit(Op::ListExtend { list, src: rest }, span);
            }
        }
        if arguments.keywords.is_empty() {
            self.emit(Op::None { dst: dict }, span);
        } else {
            self.keyword_dict(base, dict, arguments, span)?;
        }
        self.emit(Op::CallStar { dst, base }, span);
        Ok(())
    }

    fn keyword_dict(
        &mut self,
        callee: Reg,
        dict: Reg,
        arguments: &'a ast::Arguments,
        span: Span,
    ) -> Compiled {
        self.emit(Op::BuildDict { dst: dict, base: dict, count: 0 }, span);
        let mut merged = false;
        let mark = self.unit.next;
        for keyword in &arguments.keywords {
            match &keyword.arg {
                Some(name) => {
                    let key = self.unit.temps(2, span)?;
                    self.load_str(name, key, span)?;
                    self.expr(&keyword.value, key + 1)?;
                    if merged {
                        // The name may be in a mapping before it: then an error.
                        let src = self.unit.temp(span)?;
                        self.emit(Op::BuildDict { dst: src, base: key, count: 1 }, span);
                        self.emit(Op::DictMerge { dict, src, callee }, span);
                    } else {
                        self.emit(Op::DictInsert { dict, key, src: key + 1 }, span);
                    }
                }
                None => {
                    merged = true;
                    let src = self.operand(&keyword.value)?;
                    self.emit(Op::DictMerge { dict, src, callee }, span);
                }
            }
            self.unit.next = mark;
        }
        Ok(())
    }

    // ---- super --------------------------------------------------------------

    fn is_bare_super(&self, node: &ast::ExprCall) -> bool {
        let Expr::Name(name) = &*node.func else { return false };
        name.id.as_str() == "super"
            && node.arguments.is_empty()
            && self.slot("super") == Slot::Global
            && self.unit.slots.contains_key("__class__")
    }

    fn call_super(&mut self, node: &'a ast::ExprCall, base: Reg, dst: Reg) -> Compiled {
        let span = span_of(node);
        self.expr(&node.func, base)?;
        let signature = &self.unit.signature;
        let first = signature.names.first().filter(|_| signature.positional > 0).cloned();
        let mut count = 0;
        if let Some(first) = first {
            let class = self.scopes.intern("__class__");
            let arguments = self.unit.temps(2, span)?;
            self.load_stored(&class, arguments, span)?;
            self.load_stored(&first, arguments + 1, span)?;
            count = 2;
        }
        self.emit(Op::Call { dst, base, count }, span);
        Ok(())
    }
}

/// Whether the arguments cannot simply stand in registers.
pub(super) fn has_stars(arguments: &ast::Arguments) -> bool {
    arguments.args.iter().any(Expr::is_starred_expr)
        || arguments.keywords.iter().any(|keyword| keyword.arg.is_none())
        || arguments.len() > MAX_IN_REGISTERS
}
