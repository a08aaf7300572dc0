//! Scopes: which names each function, class and comprehension binds and uses,
//! and where each name therefore lives.
//!
//! `walk.rs` fills the scopes from the syntax tree; `resolve` then decides, in
//! Python's way, between locals, cells, free variables and globals.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::error::{Compiled, SyntaxError};
use crate::span::Span;

pub(super) type ScopeId = usize;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ScopeKind {
    Module,
    Class,
    Function,
    Lambda,
    Comprehension(&'static str),
}

/// Where a name lives in a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// A register.
    Local,
    /// A register that holds a cell, because inner functions capture it.
    Cell,
    /// A cell of an enclosing function.
    Free,
    Global,
    /// The namespace dict of a class body.
    Namespace,
}

/// What a scope says about one name.
#[derive(Debug, Default, Clone)]
pub(super) struct Symbol {
    pub bound: bool,
    pub used: bool,
    pub parameter: bool,
    pub global: bool,
    pub nonlocal: bool,
    pub annotated: bool,
    /// Bound by `:=`, so that an operand may change under way.
    pub walrus: bool,
    /// Made unbound by `del` or by the end of an `except ... as`.
    pub deleted: bool,
    /// The variable of a comprehension's `for`.
    pub iteration: bool,
    pub captured: bool,
    pub place: Option<Place>,
}

#[derive(Debug)]
pub(super) struct Scope {
    pub kind: ScopeKind,
    pub parent: Option<ScopeId>,
    /// In order of first appearance, parameters first.
    pub names: Vec<Arc<str>>,
    pub symbols: FxHashMap<Arc<str>, Symbol>,
    pub free: Vec<Arc<str>>,
    pub generator: bool,
    pub annotations: bool,
    /// A class whose methods need the cell `__class__`.
    pub class_cell: bool,
    /// The class whose private names are mangled here.
    pub class_name: Option<Arc<str>>,
    nonlocals: Vec<(Arc<str>, Span)>,
}

impl Scope {
    pub fn symbol(&mut self, name: &Arc<str>) -> &mut Symbol {
        if !self.symbols.contains_key(name) {
            self.names.push(name.clone());
        }
        self.symbols.entry(name.clone()).or_default()
    }

    pub fn place(&self, name: &str) -> Place {
        self.symbols.get(name).and_then(|symbol| symbol.place).unwrap_or(Place::Global)
    }

    fn function_like(&self) -> bool {
        !matches!(self.kind, ScopeKind::Module | ScopeKind::Class)
    }
}

/// All scopes of a program, found again by the address of their node.
#[derive(Debug, Default)]
pub(super) struct Scopes {
    pub list: Vec<Scope>,
    by_node: FxHashMap<usize, ScopeId>,
    interned: FxHashMap<String, Arc<str>>,
}

impl Scopes {
    pub fn intern(&mut self, name: &str) -> Arc<str> {
        if let Some(found) = self.interned.get(name) {
            return found.clone();
        }
        let shared: Arc<str> = name.into();
        self.interned.insert(name.to_owned(), shared.clone());
        shared
    }

    /// The name as it is stored: `__x` inside class `C` is `_C__x`.
    pub fn mangled(&mut self, class: Option<&Arc<str>>, name: &str) -> Arc<str> {
        let private = name.starts_with("__") && !name.ends_with("__") && !name.contains('.');
        if let (true, Some(class)) = (private, class) {
            let stem = class.trim_start_matches('_');
            if !stem.is_empty() {
                return self.intern(&format!("_{stem}{name}"));
            }
        }
        self.intern(name)
    }

    pub fn open<T>(&mut self, node: &T, kind: ScopeKind, parent: Option<ScopeId>) -> ScopeId {
        let class_name = parent.and_then(|parent| self.list[parent].class_name.clone());
        self.list.push(Scope {
            kind,
            parent,
            names: Vec::new(),
            symbols: FxHashMap::default(),
            free: Vec::new(),
            generator: false,
            annotations: false,
            class_cell: false,
            class_name,
            nonlocals: Vec::new(),
        });
        let id = self.list.len() - 1;
        self.by_node.insert(address(node), id);
        id
    }

    pub fn of<T>(&self, node: &T) -> Option<ScopeId> {
        self.by_node.get(&address(node)).copied()
    }

    pub fn declare_nonlocal(&mut self, scope: ScopeId, name: Arc<str>, span: Span) {
        self.list[scope].symbol(&name).nonlocal = true;
        self.list[scope].nonlocals.push((name, span));
    }

    /// Decides where each name lives. Parents come before children in `list`.
    pub fn resolve(&mut self) -> Compiled {
        for id in 0..self.list.len() {
            for (name, span) in std::mem::take(&mut self.list[id].nonlocals) {
                if self.provider(id, &name).is_none() {
                    return SyntaxError::fail(
                        format!("no binding for nonlocal '{name}' found"),
                        span,
                    );
                }
            }
            for index in 0..self.list[id].names.len() {
                let name = self.list[id].names[index].clone();
                let place = self.decide(id, &name);
                self.list[id].symbol(&name).place = Some(place);
            }
        }
        self.promote_cells();
        Ok(())
    }

    /// Lets the outermost names live in a namespace, but for those declared `global`.
    pub fn use_namespace(&mut self) {
        let Some(scope) = self.list.first_mut() else { return };
        for symbol in scope.symbols.values_mut().filter(|symbol| !symbol.global) {
            symbol.place = Some(Place::Namespace);
        }
    }

    fn decide(&mut self, id: ScopeId, name: &Arc<str>) -> Place {
        let scope = &self.list[id];
        let symbol = scope.symbols.get(name).cloned().unwrap_or_default();
        if symbol.global || scope.kind == ScopeKind::Module {
            return Place::Global;
        }
        if symbol.bound && !symbol.nonlocal {
            return if scope.kind == ScopeKind::Class { Place::Namespace } else { Place::Local };
        }
        match self.provider(id, name) {
            Some(owner) => {
                self.capture(id, owner, name);
                Place::Free
            }
            None if self.list[id].kind == ScopeKind::Class => Place::Namespace,
            None => Place::Global,
        }
    }

    /// The enclosing scope whose variable `name` is meant.
    fn provider(&self, id: ScopeId, name: &str) -> Option<ScopeId> {
        let mut current = self.list[id].parent;
        while let Some(at) = current {
            let scope = &self.list[at];
            if scope.kind == ScopeKind::Class && name == "__class__" {
                return Some(at);
            }
            if scope.function_like()
                && let Some(symbol) = scope.symbols.get(name)
            {
                if symbol.global {
                    return None;
                }
                if symbol.bound && !symbol.nonlocal {
                    return Some(at);
                }
            }
            current = scope.parent;
        }
        None
    }

    /// Notes that `id` and all scopes up to `owner` pass the variable on.
    fn capture(&mut self, id: ScopeId, owner: ScopeId, name: &Arc<str>) {
        if self.list[owner].kind == ScopeKind::Class {
            self.list[owner].class_cell = true;
        } else {
            self.list[owner].symbol(name).captured = true;
        }
        let mut current = id;
        while current != owner {
            let scope = &mut self.list[current];
            if !scope.free.contains(name) {
                scope.free.push(name.clone());
            }
            match scope.parent {
                Some(parent) => current = parent,
                None => return,
            }
        }
    }

    fn promote_cells(&mut self) {
        for scope in &mut self.list {
            for symbol in scope.symbols.values_mut() {
                if symbol.captured && symbol.place == Some(Place::Local) {
                    symbol.place = Some(Place::Cell);
                }
            }
        }
    }
}

fn address<T>(node: &T) -> usize {
    std::ptr::from_ref(node) as usize
}
