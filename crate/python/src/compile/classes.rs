//! Classes.
//!
//! `class C(B, k=v): ...` calls the builtin of `LoadBuildClass` with the body
//! function, the name, the bases and the keywords. The body runs with its
//! namespace dict in a register and stores `__module__`, `__qualname__` and
//! `__doc__` first, as in CPython.
//!
//! When a method uses `super()` or `__class__`, the body makes a cell for
//! `__class__`, its methods capture it, and *the body returns that cell*: the
//! builtin puts the finished class into it. Without such a method the body
//! returns None.

use std::sync::Arc;

use ruff_python_ast as ast;

use super::compiler::Compiler;
use super::error::{Compiled, span_of};
use super::functions::docstring;
use super::scope::ScopeId;
use super::unit::Slot;
use crate::code::{Code, CodeKind, FunctionTemplate, Op, Reg, Signature};
use crate::span::Span;

impl<'a> Compiler<'a> {
    pub fn class_def(&mut self, node: &'a ast::StmtClassDef) -> Compiled {
        let span = self.definition_span(&node.name, "class", span_of(node).end);
        if node.type_params.is_some() {
            return self.refuse("a type parameter list", span);
        }
        let first = self.decorators(&node.decorator_list)?;
        let base = self.unit.temp(span)?;
        self.emit(Op::LoadBuildClass { dst: base }, span);
        self.class_call(node, base, span)?;
        self.decorate(&node.decorator_list, first)?;
        let made = if node.decorator_list.is_empty() { base } else { first };
        self.store_name(&node.name, made, span)
    }

    fn class_call(&mut self, node: &'a ast::StmtClassDef, base: Reg, span: Span) -> Compiled {
        if let Some(arguments) = &node.arguments {
            self.check_keywords(arguments)?;
        }
        let starred = node.arguments.as_deref().filter(|a| super::calls::has_stars(a));
        if let Some(arguments) = starred {
            self.unit.temps(2, span)?;
            let body = self.unit.temps(2, span)?;
            self.class_body(node, body, span)?;
            self.load_str(&node.name, body + 1, span)?;
            self.call_star(base, &[body, body + 1], arguments, base, span)?;
            self.unit.next = base + 1;
            return Ok(());
        }
        let body = self.unit.temps(2, span)?;
        self.class_body(node, body, span)?;
        self.load_str(&node.name, body + 1, span)?;
        let mut count = 2;
        let mut names = Vec::new();
        if let Some(arguments) = &node.arguments {
            self.row(&arguments.args, span)?;
            for keyword in &arguments.keywords {
                let reg = self.unit.temp(span)?;
                self.expr(&keyword.value, reg)?;
                names.extend(keyword.arg.as_ref().map(|name| self.scopes.intern(name)));
            }
            count += (arguments.args.len() + names.len()) as u16;
        }
        if names.is_empty() {
            self.emit(Op::Call { dst: base, base, count }, span);
        } else {
            self.emit(Op::CallKw { dst: base, base, count }, span);
            let a = self.unit.keyword_list(names, span)?;
            self.emit(Op::Extra { a, b: 0, c: 0 }, span);
        }
        self.unit.next = base + 1;
        Ok(())
    }

    fn class_body(&mut self, node: &'a ast::StmtClassDef, dst: Reg, span: Span) -> Compiled {
        let Some(scope) = self.scopes.of(node) else { return Ok(()) };
        let base = self.unit.next;
        let closure = self.closure_cells(scope, span)?;
        self.open_unit(CodeKind::Class, scope, node.name.as_str().into(), span);
        let code = self.class_code(node, scope, span)?;
        let template = FunctionTemplate {
            code: Arc::new(code),
            defaults: 0,
            keyword_defaults: Box::new([]),
            closure,
            annotations: false,
        };
        let index = self.unit.function_id(template, span)?;
        self.emit(Op::MakeFunction { dst, index, base }, span);
        self.unit.next = base;
        Ok(())
    }

    fn class_code(
        &mut self,
        node: &'a ast::StmtClassDef,
        scope: ScopeId,
        span: Span,
    ) -> Compiled<Code> {
        self.layout(Signature::default())?;
        let ns = self.unit.temp(span)?;
        self.unit.namespace = ns;
        self.emit(Op::LoadNamespace { dst: ns }, span);
        let cell = if self.scopes.list[scope].class_cell {
            let reg = self.unit.temp(span)?;
            self.emit(Op::MakeCell { reg }, span);
            self.unit.slots.insert("__class__".into(), Slot::Cell(reg));
            Some(reg)
        } else {
            None
        };
        self.unit.variables = self.unit.next;
        self.class_prologue(node, scope, span)?;
        self.body(&node.body)?;
        match cell {
            Some(src) => self.emit(Op::Return { src }, span),
            None => self.emit(Op::ReturnNone, span),
        }
        self.close_unit()
    }

    fn class_prologue(
        &mut self,
        node: &'a ast::StmtClassDef,
        scope: ScopeId,
        span: Span,
    ) -> Compiled {
        let reg = self.unit.temp(span)?;
        let module = self.scopes.intern("__name__");
        let (dst, ns) = (reg, self.unit.namespace);
        let name = self.unit.name_id(&module, span)?;
        self.emit(Op::LoadName { dst, ns, name }, span);
        self.set_special("__module__", reg, span)?;
        let qualname = self.unit.qualname.clone();
        self.load_str(&qualname, reg, span)?;
        self.set_special("__qualname__", reg, span)?;
        self.unit.doc = docstring(&node.body);
        if let Some(doc) = self.unit.doc.clone() {
            self.load_str(&doc, reg, span)?;
            self.set_special("__doc__", reg, span)?;
        }
        if self.scopes.list[scope].annotations {
            self.emit(Op::BuildDict { dst: reg, base: reg, count: 0 }, span);
            self.set_special("__annotations__", reg, span)?;
            self.unit.slots.entry("__annotations__".into()).or_insert(Slot::Namespace);
        }
        self.unit.next = reg;
        Ok(())
    }

    fn set_special(&mut self, name: &str, src: Reg, span: Span) -> Compiled {
        let name = self.scopes.intern(name);
        let ns = self.unit.namespace;
        let name = self.unit.name_id(&name, span)?;
        self.emit(Op::StoreName { ns, src, name }, span);
        Ok(())
    }
}
