//! Loading, storing and deleting names.

use std::sync::Arc;

use ruff_python_ast::Expr;

use super::compiler::Compiler;
use super::error::{Compiled, span_of};
use super::unit::Slot;
use crate::code::{Op, Reg};
use crate::span::Span;

impl<'a> Compiler<'a> {
    pub fn slot(&self, name: &str) -> Slot {
        self.unit.slots.get(name).copied().unwrap_or(Slot::Global)
    }

    fn global(&mut self, name: &Arc<str>, span: Span) -> Compiled<u16> {
        self.unit.globals.insert(name.clone());
        self.unit.name_id(name, span)
    }

    /// The register of a plain local that no operand can change under way.
    pub fn steady_local(&mut self, expr: &'a Expr) -> Compiled<Option<Reg>> {
        let Expr::Name(node) = expr else { return Ok(None) };
        let name = self.mangled(&node.id);
        let Slot::Local(reg) = self.slot(&name) else { return Ok(None) };
        let symbols = &self.scopes.list[self.unit.scope].symbols;
        if symbols.get(&name).is_some_and(|symbol| symbol.walrus) {
            return Ok(None);
        }
        self.check_bound(reg, &name, span_of(node))?;
        Ok(Some(reg))
    }

    /// The register of a local name, to compute into.
    pub fn local_target(&mut self, target: &Expr) -> Option<Reg> {
        let Expr::Name(node) = target else { return None };
        let name = self.mangled(&node.id);
        match self.slot(&name) {
            Slot::Local(reg) => Some(reg),
            _ => None,
        }
    }

    fn check_bound(&mut self, reg: Reg, name: &Arc<str>, span: Span) -> Compiled {
        if !self.unit.flow.is_bound(reg) {
            let name = self.unit.name_id(name, span)?;
            self.emit(Op::CheckBound { reg, name }, span);
            self.unit.flow.bind(reg);
        }
        Ok(())
    }

    pub fn load_name(&mut self, source_name: &str, dst: Reg, span: Span) -> Compiled {
        let name = self.mangled(source_name);
        self.load_stored(&name, dst, span)
    }

    /// Loads a name that is mangled already.
    pub fn load_stored(&mut self, name: &Arc<str>, dst: Reg, span: Span) -> Compiled {
        match self.slot(name) {
            Slot::Local(reg) => {
                self.check_bound(reg, name, span)?;
                self.copy(dst, reg, span);
            }
            Slot::Cell(cell) => {
                let name = self.unit.name_id(name, span)?;
                self.emit(Op::LoadCell { dst, cell, name }, span);
            }
            Slot::Global => {
                let name = self.global(name, span)?;
                self.emit(Op::LoadGlobal { dst, name }, span);
            }
            Slot::Namespace => {
                let ns = self.unit.namespace;
                let name = self.global(name, span)?;
                self.emit(Op::LoadName { dst, ns, name }, span);
            }
        }
        Ok(())
    }

    pub fn store_name(&mut self, source_name: &str, src: Reg, span: Span) -> Compiled {
        let name = self.mangled(source_name);
        self.store_stored(&name, src, span)
    }

    /// Stores into a name that is mangled already.
    pub fn store_stored(&mut self, name: &Arc<str>, src: Reg, span: Span) -> Compiled {
        match self.slot(name) {
            Slot::Local(reg) => {
                self.copy(reg, src, span);
                self.unit.flow.bind(reg);
            }
            Slot::Cell(cell) => self.emit(Op::StoreCell { cell, src }, span),
            Slot::Global => {
                let name = self.global(name, span)?;
                self.emit(Op::StoreGlobal { src, name }, span);
            }
            Slot::Namespace => {
                let ns = self.unit.namespace;
                let name = self.unit.name_id(name, span)?;
                self.emit(Op::StoreName { ns, src, name }, span);
            }
        }
        Ok(())
    }

    pub fn delete_name(&mut self, source_name: &str, span: Span) -> Compiled {
        let name = self.mangled(source_name);
        match self.slot(&name) {
            Slot::Local(reg) => {
                self.check_bound(reg, &name, span)?;
                self.emit(Op::Unbind { reg }, span);
                self.unit.flow.unbind(reg);
            }
            Slot::Cell(cell) => {
                let name = self.unit.name_id(&name, span)?;
                self.emit(Op::DeleteCell { cell, name }, span);
            }
            Slot::Global => {
                let name = self.global(&name, span)?;
                self.emit(Op::DeleteGlobal { name }, span);
            }
            Slot::Namespace => {
                let ns = self.unit.namespace;
                let name = self.unit.name_id(&name, span)?;
                self.emit(Op::DeleteName { ns, name }, span);
            }
        }
        Ok(())
    }

    /// Removes the name of `except ... as name`, which the body may have
    /// deleted itself.
    pub fn forget_name(&mut self, source_name: &str, span: Span) -> Compiled {
        let name = self.mangled(source_name);
        if let Slot::Local(reg) = self.slot(&name) {
            self.emit(Op::Unbind { reg }, span);
            self.unit.flow.unbind(reg);
            return Ok(());
        }
        let none = self.unit.temp(span)?;
        self.emit(Op::None { dst: none }, span);
        self.store_stored(&name, none, span)?;
        self.unit.next = none;
        self.delete_name(source_name, span)
    }

    pub fn copy(&mut self, dst: Reg, src: Reg, span: Span) {
        if dst != src {
            self.emit(Op::Move { dst, src }, span);
        }
    }
}
