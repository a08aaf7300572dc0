//! Modules: all are built in, made at their first import.

use std::sync::Arc;

use super::Vm;
use crate::error::{Res, Unwind};
use crate::object::{Namespace, Object, Sym, Type, sym};
use crate::value::{Ref, Value};

/// Fills a new module.
pub type ModuleBuild = fn(&mut Vm, Ref) -> Res<()>;

impl Vm {
    /// Offers a module; `build` fills it at its first import.
    pub fn register_module(&mut self, name: &'static str, build: ModuleBuild) {
        self.builders.insert(name.into(), build);
    }

    /// Offers a module as Python text; it is run at its first import. Builtin modules go before it.
    pub fn offer_module(&mut self, name: &str, text: &str) {
        self.offered.insert(name.into(), text.into());
    }

    /// The names of all modules that a program may import, sorted.
    #[must_use]
    pub fn offered_modules(&self) -> Vec<&str> {
        let imported = self.modules.iter().map(|(name, _)| &**self.names.text(*name));
        let offered = self.builders.keys().chain(self.offered.keys()).map(|name| &**name);
        let mut names: Vec<&str> = offered.chain(imported).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    pub(super) fn new_module(&mut self, name: Sym) -> Ref {
        let module = self.alloc_ref(Object::Module(Box::<Namespace>::default()));
        let text = self.symbol_text(name);
        if let Object::Module(namespace) = self.heap.get_mut_internal(module) {
            namespace.set(sym::NAME, text);
            namespace.set(sym::DOC, Value::NONE);
        }
        self.modules.push((name, module));
        module
    }

    /// `module.__name__`
    #[must_use]
    pub fn module_name(&self, module: Ref) -> Arc<str> {
        let known = self.modules.iter().find(|(_, r)| *r == module);
        if let Some((name, _)) = known {
            return self.names.text(*name).clone();
        }
        // The globals of `exec` may bring a name of their own.
        match self.heap.get(module) {
            Object::Module(namespace) => namespace.get(sym::NAME).and_then(|name| self.as_arc_str(name)),
            _ => None,
        }
        .unwrap_or_else(|| "builtins".into())
    }

    /// A module that was imported already.
    #[must_use]
    pub fn imported(&self, name: &str) -> Option<Ref> {
        let name = self.names.find(name)?;
        self.modules.iter().find(|(known, _)| *known == name).map(|(_, module)| *module)
    }

    /// The names of the modules that were imported, in their order.
    #[must_use]
    pub fn imported_names(&self) -> Vec<Sym> {
        self.modules.iter().map(|(name, _)| *name).collect()
    }

    /// A module by its full name, made when this is its first import.
    ///
    /// # Errors
    /// `ModuleNotFoundError`, with a hint where there is one.
    pub fn import(&mut self, name: &str) -> Res<Ref> {
        let sym = self.names.intern(name);
        if let Some((_, module)) = self.modules.iter().find(|(known, _)| *known == sym) {
            return Ok(*module);
        }
        let parent = match name.rsplit_once('.') {
            Some((parent, leaf)) => Some((self.import(parent)?, leaf)),
            None => None,
        };
        let build = self.builders.get(name).copied();
        let offered = self.offered.get(name).cloned();
        if build.is_none() && offered.is_none() {
            return Err(self.module_missing(name, parent.is_some()));
        }
        let module = self.new_module(sym);
        let built = match (build, offered) {
            (Some(build), _) => build(self, module),
            (None, Some(text)) => crate::modules::run_offered(self, module, &text),
            (None, None) => Ok(()),
        };
        if let Err(error) = built {
            self.modules.retain(|(known, _)| *known != sym);
            return Err(error);
        }
        if let Some((parent, leaf)) = parent {
            self.module_set(parent, leaf, Value::object(module));
        }
        Ok(module)
    }

    fn module_missing(&mut self, name: &str, inside: bool) -> Unwind {
        let parent = name.rsplit_once('.').map(|(parent, _)| parent.to_owned());
        let text = match parent {
            Some(parent) if inside && !self.is_package(&parent) => {
                format!("No module named '{name}'; '{parent}' is not a package")
            }
            _ => format!("No module named '{name}'"),
        };
        let names = self.builders.keys().map(|name| &**name);
        let mut known: Vec<&str> = names.filter(|name| !name.starts_with('_')).collect();
        known.sort_unstable();
        let hint = super::instead::hint(name, &known);
        let unwind = self.error(Type::ModuleNotFoundError, text);
        let missing = self.str(name);
        self.with_part(&unwind, "name", missing);
        if let Unwind::Raise(exc) = &unwind
            && let Some(data) = self.exception_mut(*exc)
        {
            data.advice = Some(hint);
        }
        unwind
    }

    fn is_package(&self, name: &str) -> bool {
        let prefix = format!("{name}.");
        self.builders.keys().any(|known| known.starts_with(&prefix))
    }

    /// `import a.b`: the leaf `a.b` or the top package `a`.
    pub(super) fn import_op(&mut self, name: Sym, leaf: bool) -> Res {
        let text = self.names.text(name).clone();
        let module = self.import(&text)?;
        if leaf {
            return Ok(Value::object(module));
        }
        let top = text.split('.').next().unwrap_or(&text);
        self.import(top).map(Value::object)
    }

    /// `from module import name`.
    pub(super) fn import_from(&mut self, module: Value, name: Sym) -> Res {
        if let Some(value) = self.find_attr(module, name)? {
            return Ok(value);
        }
        let owner = module.as_ref().map_or_else(|| "?".into(), |module| self.module_name(module));
        let text = self.names.text(name).clone();
        let full = format!("{owner}.{text}");
        if self.builders.contains_key(&*full) {
            return self.import(&full).map(Value::object);
        }
        let names = self.dir_names(module);
        let near: Vec<&str> = names.iter().map(|name| &**name).filter(|name| !name.starts_with('_')).collect();
        let advice = crate::text::suggest::suggest(&text, &near).map(|near| format!("Did you mean '{near}'?"));
        let unwind =
            self.error(Type::ImportError, format!("cannot import name '{text}' from '{owner}' (unknown location)"));
        let owner = self.shared_str(owner);
        self.with_part(&unwind, "name", owner);
        if let (Some(advice), Unwind::Raise(exc)) = (advice, &unwind)
            && let Some(data) = self.exception_mut(*exc)
        {
            data.advice = Some(advice);
        }
        Err(unwind)
    }

    /// What a module offers: the names in its `__all__`, or all that do not begin with `_`.
    fn public_names(&mut self, module: Value) -> Res<Vec<(Sym, Value)>> {
        let all = self.names.intern("__all__");
        if let Some(listed) = self.find_attr(module, all)? {
            let names: Vec<Sym> = self.collect(listed)?.into_iter().filter_map(|name| self.symbol_of(name)).collect();
            return names.into_iter().map(|name| Ok((name, self.get_attr(module, name)?))).collect();
        }
        let Some(Object::Module(namespace)) = self.heap.object(module) else { return Ok(Vec::new()) };
        Ok(namespace.iter().filter(|(name, _)| !self.names.text(*name).starts_with('_')).collect())
    }

    /// `from module import *` into a namespace.
    pub(super) fn import_star(&mut self, module: Value, into: Ref) -> Res<()> {
        for (name, value) in self.public_names(module)? {
            if let Object::Module(target) = self.heap.get_mut(into)? {
                target.set(name, value);
            }
        }
        Ok(())
    }
}
