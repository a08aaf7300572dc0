//! Comprehensions and generator expressions: functions of their own, called
//! at once with the iterator over the first iterable as the only argument.

use std::sync::Arc;

use ruff_python_ast::{self as ast, Expr};

use super::compiler::Compiler;
use super::error::{Compiled, SyntaxError, span_of};
use super::scope::ScopeId;
use crate::code::{Code, CodeKind, FunctionTemplate, Op, Reg, Signature};
use crate::span::Span;

/// What happens to each element.
#[derive(Clone, Copy)]
enum Element<'a> {
    List(&'a Expr),
    Set(&'a Expr),
    Dict(&'a Expr, &'a Expr),
    Yield(&'a Expr),
}

impl<'a> Compiler<'a> {
    pub fn comprehension(&mut self, expr: &'a Expr, dst: Reg) -> Compiled {
        let (scope, element, generators) = match expr {
            Expr::ListComp(c) => (self.scopes.of(c), Element::List(&c.elt), &c.generators),
            Expr::SetComp(c) => (self.scopes.of(c), Element::Set(&c.elt), &c.generators),
            Expr::Generator(c) => (self.scopes.of(c), Element::Yield(&c.elt), &c.generators),
            Expr::DictComp(c) => {
                let Some(key) = &c.key else {
                    let message = "dict unpacking cannot be used in dict comprehension";
                    return SyntaxError::fail(message, span_of(expr));
                };
                (self.scopes.of(c), Element::Dict(key, &c.value), &c.generators)
            }
            _ => return Ok(()),
        };
        let (Some(scope), Some(first)) = (scope, generators.first()) else { return Ok(()) };
        let span = self.comprehension_span(expr);
        if generators.iter().any(|generator| generator.is_async) {
            return self.refuse("an asynchronous comprehension", span);
        }
        let base = self.unit.temps(2, span)?;
        let cells = self.unit.next;
        let closure = self.closure_cells(scope, span)?;
        let code = self.comprehension_code(scope, element, generators, span)?;
        let template = FunctionTemplate {
            code: Arc::new(code),
            defaults: 0,
            keyword_defaults: Box::new([]),
            closure,
            annotations: false,
        };
        let index = self.unit.function_id(template, span)?;
        self.emit(Op::MakeFunction { dst: base, index, base: cells }, span);
        self.unit.next = cells;
        let src = self.object(&first.iter, base + 1)?;
        self.emit(Op::GetIter { dst: base + 1, src }, span);
        self.emit(Op::Call { dst, base, count: 1 }, span);
        Ok(())
    }

    /// A generator expression that is the only argument of a call takes the
    /// call's parentheses as its own.
    fn comprehension_span(&self, expr: &Expr) -> Span {
        let span = span_of(expr);
        let wider = Span::new(span.start.saturating_sub(1), span.end + 1);
        let bare = matches!(expr, Expr::Generator(node) if !node.parenthesized);
        if bare && self.text(wider).starts_with('(') && self.text(wider).ends_with(')') {
            return wider;
        }
        span
    }

    fn comprehension_code(
        &mut self,
        scope: ScopeId,
        element: Element<'a>,
        generators: &'a [ast::Comprehension],
        span: Span,
    ) -> Compiled<Code> {
        let (kind, name) = match element {
            Element::List(_) => (CodeKind::Comprehension, "<listcomp>"),
            Element::Set(_) => (CodeKind::Comprehension, "<setcomp>"),
            Element::Dict(..) => (CodeKind::Comprehension, "<dictcomp>"),
            Element::Yield(_) => (CodeKind::Generator, "<genexpr>"),
        };
        self.open_unit(kind, scope, name.into(), span);
        let names: Box<[Arc<str>]> = Box::new([".0".into()]);
        self.layout(Signature { names, positional: 1, ..Signature::default() })?;
        self.unit.generator = matches!(element, Element::Yield(_));
        let result = self.unit.temp(span)?;
        let (dst, base, count) = (result, result, 0);
        match element {
            Element::List(_) => self.emit(Op::BuildList { dst, base, count }, span),
            Element::Set(_) => self.emit(Op::BuildSet { dst, base, count }, span),
            Element::Dict(..) => self.emit(Op::BuildDict { dst, base, count }, span),
            Element::Yield(_) => {}
        }
        self.comprehension_loop(element, generators, Some(0), result)?;
        match element {
            Element::Yield(_) => self.emit(Op::ReturnNone, span),
            _ => self.emit(Op::Return { src: result }, span),
        }
        self.close_unit()
    }

    fn comprehension_loop(
        &mut self,
        element: Element<'a>,
        generators: &'a [ast::Comprehension],
        ready: Option<Reg>,
        result: Reg,
    ) -> Compiled {
        let Some((generator, rest)) = generators.split_first() else {
            return self.comprehension_element(element, result);
        };
        // As in CPython, every step of a comprehension is at its beginning.
        let span = self.unit.span;
        self.enter_call(span)?;
        let mark = self.unit.next;
        let iter = match ready {
            Some(reg) => reg,
            None => {
                let iter = self.unit.temp(span)?;
                let src = self.object(&generator.iter, iter)?;
                self.emit(Op::GetIter { dst: iter, src }, span);
                iter
            }
        };
        let (done, skip) = (self.unit.label(), self.unit.label());
        let again = self.unit.place_loop();
        self.for_iter(iter, &generator.target, done, span)?;
        for test in &generator.ifs {
            self.jump_if(test, false, skip)?;
        }
        self.comprehension_loop(element, rest, None, result)?;
        self.unit.place(skip);
        self.unit.goto_back(again, span);
        self.unit.place(done);
        self.unit.next = mark;
        self.leave_call();
        Ok(())
    }

    fn comprehension_element(&mut self, element: Element<'a>, result: Reg) -> Compiled {
        let mark = self.unit.next;
        let span = self.unit.span;
        match element {
            Element::List(value) => {
                self.no_star(value)?;
                let src = self.operand(value)?;
                self.emit(Op::ListAppend { list: result, src }, span);
            }
            Element::Set(value) => {
                self.no_star(value)?;
                let src = self.operand(value)?;
                self.emit(Op::SetAdd { set: result, src }, span);
            }
            Element::Dict(key, value) => {
                let key = self.operand(key)?;
                let src = self.operand(value)?;
                self.emit(Op::DictInsert { dict: result, key, src }, span);
            }
            Element::Yield(value) => {
                self.no_star(value)?;
                let src = self.operand(value)?;
                self.emit(Op::Yield { dst: result, src }, span);
            }
        }
        self.unit.next = mark;
        Ok(())
    }

    fn no_star(&self, value: &Expr) -> Compiled {
        if value.is_starred_expr() {
            let message = "iterable unpacking cannot be used in comprehension";
            return SyntaxError::fail(message, span_of(value));
        }
        Ok(())
    }
}
