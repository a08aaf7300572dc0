//! Fills the scopes: a walk over the syntax tree that notes each binding and
//! use, and reports what Python's symbol table would refuse.

use std::sync::Arc;

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{self as ast, Expr, ExprContext, Pattern, Stmt};

use super::error::{Compiled, SyntaxError, span_of};
use super::scope::{ScopeId, ScopeKind, Scopes};
use crate::span::Span;

/// Makes the scopes of a module.
pub(super) fn analyse(body: &[Stmt]) -> Compiled<Scopes> {
    let mut walk = Walk::start(&body);
    walk.visit_body(body);
    walk.finish()
}

/// Makes the scopes of a single expression.
pub(super) fn analyse_expression(body: &Expr) -> Compiled<Scopes> {
    let mut walk = Walk::start(&body);
    walk.visit_expr(body);
    walk.finish()
}

struct Walk {
    scopes: Scopes,
    current: ScopeId,
    /// Inside the iterable of a comprehension, where `:=` is refused.
    iterable: usize,
    error: Option<Box<SyntaxError>>,
}

impl Walk {
    fn start<T>(root: &T) -> Self {
        let mut scopes = Scopes::default();
        let current = scopes.open(root, ScopeKind::Module, None);
        Self { scopes, current, iterable: 0, error: None }
    }

    fn finish(mut self) -> Compiled<Scopes> {
        match self.error {
            Some(error) => Err(error),
            None => self.scopes.resolve().map(|()| self.scopes),
        }
    }

    fn fail(&mut self, message: impl Into<String>, span: Span) {
        if self.error.is_none() {
            self.error = Some(Box::new(SyntaxError::new(message, span)));
        }
    }

    fn kind(&self) -> ScopeKind {
        self.scopes.list[self.current].kind
    }

    fn mangled(&mut self, name: &str) -> Arc<str> {
        let class = self.scopes.list[self.current].class_name.clone();
        self.scopes.mangled(class.as_ref(), name)
    }

    fn bind(&mut self, name: &str) {
        let name = self.mangled(name);
        self.scopes.list[self.current].symbol(&name).bound = true;
    }

    fn unbind(&mut self, name: &str) {
        let name = self.mangled(name);
        let symbol = self.scopes.list[self.current].symbol(&name);
        symbol.bound = true;
        symbol.deleted = true;
    }

    fn use_name(&mut self, name: &str) {
        let stored = self.mangled(name);
        self.scopes.list[self.current].symbol(&stored).used = true;
        let function = !matches!(self.kind(), ScopeKind::Module | ScopeKind::Class);
        if name == "super" && function {
            let class = self.scopes.intern("__class__");
            self.scopes.list[self.current].symbol(&class).used = true;
        }
    }

    fn parameter(&mut self, parameter: &ast::Parameter) {
        let name = self.mangled(&parameter.name);
        let symbol = self.scopes.list[self.current].symbol(&name);
        if symbol.parameter {
            let message = format!("duplicate argument '{name}' in function definition");
            self.fail(message, span_of(parameter));
            return;
        }
        symbol.parameter = true;
        symbol.bound = true;
    }

    /// In register order: positional, keyword-only, `*args`, `**kwargs`.
    fn parameters(&mut self, parameters: &ast::Parameters) {
        let named = parameters.posonlyargs.iter().chain(&parameters.args);
        for item in named.chain(&parameters.kwonlyargs) {
            self.parameter(&item.parameter);
        }
        for rest in parameters.vararg.iter().chain(&parameters.kwarg) {
            self.parameter(rest);
        }
    }

    fn defaults(&mut self, parameters: &ast::Parameters) {
        for default in parameters.iter_non_variadic_params().filter_map(|p| p.default()) {
            self.visit_expr(default);
        }
    }

    fn annotations(&mut self, function: &ast::StmtFunctionDef) {
        let parameters = &function.parameters;
        for annotation in parameters.iter().filter_map(|p| p.annotation()) {
            self.visit_expr(annotation);
        }
        if let Some(returns) = &function.returns {
            self.visit_expr(returns);
        }
    }

    fn function(&mut self, function: &ast::StmtFunctionDef) {
        for decorator in &function.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        self.defaults(&function.parameters);
        self.annotations(function);
        self.bind(&function.name);
        let outer = self.enter(function, ScopeKind::Function);
        self.parameters(&function.parameters);
        self.visit_body(&function.body);
        self.leave(outer);
    }

    fn lambda(&mut self, lambda: &ast::ExprLambda) {
        if let Some(parameters) = &lambda.parameters {
            self.defaults(parameters);
        }
        let outer = self.enter(lambda, ScopeKind::Lambda);
        if let Some(parameters) = &lambda.parameters {
            self.parameters(parameters);
        }
        self.visit_expr(&lambda.body);
        self.leave(outer);
    }

    fn class(&mut self, class: &ast::StmtClassDef) {
        for decorator in &class.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        if let Some(arguments) = &class.arguments {
            self.visit_arguments(arguments);
        }
        self.bind(&class.name);
        let outer = self.enter(class, ScopeKind::Class);
        self.scopes.list[self.current].class_name = Some(class.name.as_str().into());
        self.visit_body(&class.body);
        self.leave(outer);
    }

    fn enter<T>(&mut self, node: &T, kind: ScopeKind) -> (ScopeId, usize) {
        let outer = (self.current, std::mem::take(&mut self.iterable));
        self.current = self.scopes.open(node, kind, Some(self.current));
        outer
    }

    fn leave(&mut self, (current, iterable): (ScopeId, usize)) {
        self.current = current;
        self.iterable = iterable;
    }

    fn comprehension<T>(
        &mut self,
        node: &T,
        kind: &'static str,
        elements: &[&Expr],
        generators: &[ast::Comprehension],
    ) {
        let Some((first, rest)) = generators.split_first() else { return };
        self.iterable += 1;
        self.visit_expr(&first.iter);
        self.iterable -= 1;
        let iterable = self.iterable;
        let outer = self.enter(node, ScopeKind::Comprehension(kind));
        self.iterable = iterable;
        let argument = self.scopes.intern(".0");
        let symbol = self.scopes.list[self.current].symbol(&argument);
        symbol.bound = true;
        symbol.parameter = true;
        self.iteration_target(&first.target);
        first.ifs.iter().for_each(|test| self.visit_expr(test));
        for generator in rest {
            self.iteration_target(&generator.target);
            self.iterable += 1;
            self.visit_expr(&generator.iter);
            self.iterable -= 1;
            generator.ifs.iter().for_each(|test| self.visit_expr(test));
        }
        elements.iter().for_each(|element| self.visit_expr(element));
        self.leave(outer);
    }

    fn iteration_target(&mut self, target: &Expr) {
        let before = self.scopes.list[self.current].names.len();
        self.visit_expr(target);
        let scope = &mut self.scopes.list[self.current];
        for index in before..scope.names.len() {
            let name = scope.names[index].clone();
            let symbol = scope.symbol(&name);
            symbol.iteration = symbol.bound;
        }
    }

    /// `name := value`: inside comprehensions the enclosing function is meant.
    fn walrus(&mut self, named: &ast::ExprNamed) {
        self.visit_expr(&named.value);
        let Expr::Name(target) = &*named.target else { return };
        if self.iterable > 0 {
            let message =
                "assignment expression cannot be used in a comprehension iterable expression";
            self.fail(message, span_of(named));
            return;
        }
        let name = self.mangled(&target.id);
        let mut scope = self.current;
        while let ScopeKind::Comprehension(_) = self.scopes.list[scope].kind {
            if self.scopes.list[scope].symbols.get(&name).is_some_and(|s| s.iteration) {
                let message = format!(
                    "assignment expression cannot rebind comprehension iteration variable '{name}'"
                );
                self.fail(message, span_of(target));
                return;
            }
            let Some(parent) = self.scopes.list[scope].parent else { break };
            scope = parent;
        }
        if scope != self.current && self.scopes.list[scope].kind == ScopeKind::Class {
            let message =
                "assignment expression within a comprehension cannot be used in a class body";
            self.fail(message, span_of(named));
            return;
        }
        self.bind_walrus(scope, &name);
    }

    fn bind_walrus(&mut self, owner: ScopeId, name: &Arc<str>) {
        let symbol = self.scopes.list[owner].symbol(name);
        symbol.bound |= !symbol.nonlocal;
        symbol.walrus = true;
        let global = symbol.global || self.scopes.list[owner].kind == ScopeKind::Module;
        let mut scope = self.current;
        while scope != owner {
            let symbol = self.scopes.list[scope].symbol(name);
            symbol.global |= global;
            symbol.nonlocal |= !global;
            symbol.used = true;
            match self.scopes.list[scope].parent {
                Some(parent) => scope = parent,
                None => return,
            }
        }
    }

    fn yields(&mut self, span: Span) {
        match self.kind() {
            ScopeKind::Comprehension(kind) => self.fail(format!("'yield' inside {kind}"), span),
            ScopeKind::Module | ScopeKind::Class => self.fail("'yield' outside function", span),
            ScopeKind::Function | ScopeKind::Lambda => {
                self.scopes.list[self.current].generator = true;
            }
        }
    }

    fn declare(&mut self, names: &[ast::Identifier], word: &str, span: Span) {
        let outside = word == "nonlocal" && self.kind() == ScopeKind::Module;
        for identifier in names {
            let name = self.mangled(identifier);
            let symbol = self.scopes.list[self.current].symbol(&name).clone();
            let problem = if symbol.parameter {
                format!("name '{name}' is parameter and {word}")
            } else if (word == "nonlocal" && symbol.global) || (word == "global" && symbol.nonlocal)
            {
                format!("name '{name}' is nonlocal and global")
            } else if symbol.annotated {
                format!("annotated name '{name}' can't be {word}")
            } else if symbol.used {
                format!("name '{name}' is used prior to {word} declaration")
            } else if symbol.bound {
                format!("name '{name}' is assigned to before {word} declaration")
            } else if outside {
                "nonlocal declaration not allowed at module level".to_owned()
            } else if word == "global" {
                self.scopes.list[self.current].symbol(&name).global = true;
                continue;
            } else {
                self.scopes.declare_nonlocal(self.current, name, span);
                continue;
            };
            self.fail(problem, span);
            return;
        }
    }

    fn annotated(&mut self, statement: &ast::StmtAnnAssign) {
        if let Expr::Name(target) = &*statement.target {
            let name = self.mangled(&target.id);
            let scope = &mut self.scopes.list[self.current];
            scope.annotations |= statement.simple;
            let symbol = scope.symbol(&name);
            let outer = [(symbol.global, "global"), (symbol.nonlocal, "nonlocal")];
            if statement.simple {
                symbol.annotated = true;
                symbol.bound = true;
            } else {
                symbol.bound |= statement.value.is_some();
            }
            let module = scope.kind == ScopeKind::Module;
            for (declared, word) in outer {
                if declared && statement.simple && !module {
                    let message = format!("annotated name '{name}' can't be {word}");
                    self.fail(message, span_of(statement));
                }
            }
        } else {
            self.visit_expr(&statement.target);
        }
        self.visit_expr(&statement.annotation);
        if let Some(value) = &statement.value {
            self.visit_expr(value);
        }
    }

    fn imported(&mut self, alias: &ast::Alias, whole: bool, span: Span) {
        if alias.name.as_str() == "*" {
            if self.kind() != ScopeKind::Module {
                self.fail("import * only allowed at module level", span);
            }
            return;
        }
        let bound = match &alias.asname {
            Some(name) => name.as_str(),
            None if whole => alias.name.as_str().split('.').next().unwrap_or_default(),
            None => alias.name.as_str(),
        };
        self.bind(bound);
    }
}

impl<'a> Visitor<'a> for Walk {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(function) => self.function(function),
            Stmt::ClassDef(class) => self.class(class),
            Stmt::Global(s) => self.declare(&s.names, "global", span_of(s)),
            Stmt::Nonlocal(s) => self.declare(&s.names, "nonlocal", span_of(s)),
            Stmt::AnnAssign(statement) => self.annotated(statement),
            Stmt::AugAssign(statement) => {
                self.visit_expr(&statement.target);
                self.visit_expr(&statement.value);
            }
            Stmt::For(statement) => {
                self.visit_expr(&statement.target);
                self.visit_expr(&statement.iter);
                self.visit_body(&statement.body);
                self.visit_body(&statement.orelse);
            }
            Stmt::Import(s) => s.names.iter().for_each(|a| self.imported(a, true, span_of(s))),
            Stmt::ImportFrom(s) => {
                s.names.iter().for_each(|a| self.imported(a, false, span_of(s)));
            }
            _ => visitor::walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) => match name.ctx {
                ExprContext::Load => self.use_name(&name.id),
                ExprContext::Store => self.bind(&name.id),
                ExprContext::Del => self.unbind(&name.id),
                ExprContext::Invalid => {}
            },
            Expr::BinOp(_) => {
                let (first, steps) = super::operators::left_spine(expr);
                self.visit_expr(first);
                steps.iter().for_each(|step| self.visit_expr(&step.right));
            }
            Expr::Lambda(lambda) => self.lambda(lambda),
            Expr::Named(named) => self.walrus(named),
            Expr::ListComp(c) => {
                self.comprehension(c, "list comprehension", &[&c.elt], &c.generators);
            }
            Expr::SetComp(c) => {
                self.comprehension(c, "set comprehension", &[&c.elt], &c.generators);
            }
            Expr::Generator(c) => {
                self.comprehension(c, "generator expression", &[&c.elt], &c.generators);
            }
            Expr::DictComp(c) => {
                let elements: Vec<&Expr> = c.key.as_deref().into_iter().chain([&*c.value]).collect();
                self.comprehension(c, "dict comprehension", &elements, &c.generators);
            }
            Expr::Yield(_) | Expr::YieldFrom(_) => {
                self.yields(span_of(expr));
                visitor::walk_expr(self, expr);
            }
            _ => visitor::walk_expr(self, expr),
        }
    }

    fn visit_except_handler(&mut self, handler: &'a ast::ExceptHandler) {
        let ast::ExceptHandler::ExceptHandler(clause) = handler;
        if let Some(kinds) = &clause.type_ {
            self.visit_expr(kinds);
        }
        if let Some(name) = &clause.name {
            self.unbind(name);
        }
        self.visit_body(&clause.body);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let captured = match pattern {
            Pattern::MatchStar(p) => p.name.as_ref(),
            Pattern::MatchMapping(p) => p.rest.as_ref(),
            Pattern::MatchAs(p) => p.name.as_ref(),
            _ => None,
        };
        if let Some(name) = captured {
            self.bind(name);
        }
        visitor::walk_pattern(self, pattern);
    }

    fn visit_annotation(&mut self, expr: &'a Expr) {
        self.visit_expr(expr);
    }
}
