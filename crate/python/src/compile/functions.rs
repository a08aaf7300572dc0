//! Functions and lambdas: the code inside, and the instruction that makes the
//! function from it with its defaults, closure and annotations.

use std::sync::Arc;

use ruff_python_ast::{self as ast, Expr, Stmt};

use super::compiler::Compiler;
use super::error::{Compiled, SyntaxError, range_span, span_of};
use super::unit::Slot;
use crate::code::{Code, CodeKind, FunctionTemplate, Op, Reg, Signature};
use crate::span::Span;

/// The body of a function or of a lambda.
#[derive(Clone, Copy)]
enum Body<'a> {
    Statements(&'a [Stmt]),
    Expression(&'a Expr),
}

impl<'a> Compiler<'a> {
    pub fn function_def(&mut self, node: &'a ast::StmtFunctionDef) -> Compiled {
        let span = self.definition_span(&node.name, "def", span_of(node).end);
        if node.is_async {
            return self.refuse("'async def'", span);
        }
        if node.type_params.is_some() {
            return self.refuse("a type parameter list", span);
        }
        let target = self.local_target_of(&node.name).filter(|_| node.decorator_list.is_empty());
        let first = self.decorators(&node.decorator_list)?;
        let dst = match target {
            Some(reg) => reg,
            None => self.unit.temp(span)?,
        };
        self.function_value(node, dst, span)?;
        self.decorate(&node.decorator_list, first)?;
        let made = if node.decorator_list.is_empty() { dst } else { first };
        self.store_name(&node.name, made, span)
    }

    fn local_target_of(&mut self, name: &str) -> Option<Reg> {
        let name = self.mangled(name);
        match self.slot(&name) {
            Slot::Local(reg) => Some(reg),
            _ => None,
        }
    }

    /// From the keyword of a definition to its end, without decorators.
    pub fn definition_span(&self, name: &ast::Identifier, keyword: &str, end: u32) -> Span {
        let at = range_span(name.range).start;
        let before = self.source.text.get(..at as usize).unwrap_or("");
        let start = before.rfind(keyword).map_or(at, |start| start as u32);
        Span::new(start, end)
    }

    /// The values of decorators, in registers in a row; returns the first.
    pub fn decorators(&mut self, decorators: &'a [ast::Decorator]) -> Compiled<Reg> {
        let first = self.unit.next;
        for decorator in decorators {
            self.value(&decorator.expression)?;
        }
        Ok(first)
    }

    /// Applies decorators to the value in the register after them.
    pub fn decorate(&mut self, decorators: &'a [ast::Decorator], first: Reg) -> Compiled {
        for (base, decorator) in (first..).zip(decorators).rev_pairs() {
            let span = span_of(&decorator.expression);
            self.emit(Op::Call { dst: base, base, count: 1 }, span);
        }
        Ok(())
    }

    fn function_value(
        &mut self,
        node: &'a ast::StmtFunctionDef,
        dst: Reg,
        span: Span,
    ) -> Compiled {
        let annotated = node.returns.is_some()
            || node.parameters.iter().any(|parameter| parameter.annotation().is_some());
        let Some(scope) = self.scopes.of(node) else { return Ok(()) };
        let base = self.unit.next;
        let (defaults, keyword_defaults) = self.default_values(Some(&node.parameters))?;
        let closure = self.closure_cells(scope, span)?;
        if annotated {
            self.annotation_dict(node, span)?;
        }
        self.open_unit(CodeKind::Function, scope, node.name.as_str().into(), span);
        let code =
            self.function_code(Some(&node.parameters), Body::Statements(&node.body))?;
        let template = FunctionTemplate {
            code: Arc::new(code),
            defaults,
            keyword_defaults,
            closure,
            annotations: annotated,
        };
        let index = self.unit.function_id(template, span)?;
        self.emit(Op::MakeFunction { dst, index, base }, span);
        self.unit.next = base;
        Ok(())
    }

    pub fn lambda(&mut self, node: &'a ast::ExprLambda, dst: Reg) -> Compiled {
        let span = span_of(node);
        let Some(scope) = self.scopes.of(node) else { return Ok(()) };
        let parameters = node.parameters.as_deref();
        let base = self.unit.next;
        let (defaults, keyword_defaults) = self.default_values(parameters)?;
        let closure = self.closure_cells(scope, span)?;
        self.open_unit(CodeKind::Lambda, scope, "<lambda>".into(), span);
        let code = self.function_code(parameters, Body::Expression(&node.body))?;
        let template = FunctionTemplate {
            code: Arc::new(code),
            defaults,
            keyword_defaults,
            closure,
            annotations: false,
        };
        let index = self.unit.function_id(template, span)?;
        self.emit(Op::MakeFunction { dst, index, base }, span);
        Ok(())
    }

    /// Default values into registers in a row: how many positional ones, and
    /// the names of the keyword-only ones.
    fn default_values(
        &mut self,
        parameters: Option<&'a ast::Parameters>,
    ) -> Compiled<(u16, Box<[Arc<str>]>)> {
        let Some(parameters) = parameters else { return Ok((0, Box::new([]))) };
        let mut count = 0;
        for parameter in parameters.posonlyargs.iter().chain(&parameters.args) {
            if let Some(default) = &parameter.default {
                self.value(default)?;
                count += 1;
            } else if count > 0 {
                let place = range_span(parameter.range);
                return SyntaxError::fail("non-default argument follows default argument", place);
            }
        }
        let mut names = Vec::new();
        for parameter in &parameters.kwonlyargs {
            if let Some(default) = &parameter.default {
                self.value(default)?;
                names.push(self.mangled(&parameter.parameter.name));
            }
        }
        Ok((count, names.into()))
    }

    /// The cells that an inner scope captures, into registers in a row.
    pub fn closure_cells(&mut self, scope: super::scope::ScopeId, span: Span) -> Compiled<u16> {
        let free = self.scopes.list[scope].free.clone();
        for name in &free {
            let dst = self.unit.temp(span)?;
            if let Slot::Cell(src) = self.slot(name) {
                self.emit(Op::Move { dst, src }, span);
            }
        }
        Ok(free.len() as u16)
    }

    fn annotation_dict(&mut self, node: &'a ast::StmtFunctionDef, span: Span) -> Compiled {
        let dict = self.unit.temp(span)?;
        self.emit(Op::BuildDict { dst: dict, base: dict, count: 0 }, span);
        let parameters = &node.parameters;
        let named = parameters.posonlyargs.iter().chain(&parameters.args).map(|p| &p.parameter);
        let all = named
            .chain(parameters.vararg.as_deref())
            .chain(parameters.kwonlyargs.iter().map(|p| &p.parameter))
            .chain(parameters.kwarg.as_deref());
        let pairs = all.filter_map(|p| p.annotation.as_deref().map(|a| (p.name.as_str(), a)));
        let pairs = pairs.chain(node.returns.as_deref().map(|returns| ("return", returns)));
        for (name, annotation) in pairs {
            let key = self.unit.temps(2, span)?;
            let name = self.mangled(name);
            self.load_str(&name, key, span)?;
            self.annotation(annotation, key + 1)?;
            self.emit(Op::DictInsert { dict, key, src: key + 1 }, span);
            self.unit.next = key;
        }
        Ok(())
    }

    /// The code of a function whose unit is open.
    fn function_code(
        &mut self,
        parameters: Option<&'a ast::Parameters>,
        body: Body<'a>,
    ) -> Compiled<Code> {
        let signature = self.signature(parameters);
        self.layout(signature)?;
        match body {
            Body::Statements(body) => {
                self.unit.doc = docstring(body);
                self.body(body)?;
                let end = body.last().map_or(self.unit.span, |last| {
                    let at = span_of(last).end;
                    Span::new(at, at)
                });
                self.emit(Op::ReturnNone, end);
            }
            Body::Expression(value) => {
                let src = self.operand(value)?;
                self.emit(Op::Return { src }, span_of(value));
            }
        }
        self.close_unit()
    }

    fn signature(&mut self, parameters: Option<&'a ast::Parameters>) -> Signature {
        let Some(parameters) = parameters else { return Signature::default() };
        let positional = parameters.posonlyargs.iter().chain(&parameters.args);
        let named = positional.chain(&parameters.kwonlyargs);
        let names: Vec<Arc<str>> = named.map(|p| self.mangled(&p.parameter.name)).collect();
        let positional_only = parameters.posonlyargs.len() as u16;
        Signature {
            names: names.into(),
            positional_only,
            positional: positional_only + parameters.args.len() as u16,
            keyword_only: parameters.kwonlyargs.len() as u16,
            star: parameters.vararg.as_ref().map(|p| self.mangled(&p.name)),
            star_star: parameters.kwarg.as_ref().map(|p| self.mangled(&p.name)),
        }
    }
}

/// The text that a body starts with.
pub(super) fn docstring(body: &[Stmt]) -> Option<Arc<str>> {
    match body.first() {
        Some(Stmt::Expr(first)) => match &*first.value {
            Expr::StringLiteral(text) => Some(text.value.to_str().into()),
            _ => None,
        },
        _ => None,
    }
}

/// Pairs of a register and what belongs to it, the last one first.
trait RevPairs: Iterator + Sized {
    fn rev_pairs(self) -> std::iter::Rev<std::vec::IntoIter<Self::Item>> {
        self.collect::<Vec<_>>().into_iter().rev()
    }
}

impl<I: Iterator> RevPairs for I {}
