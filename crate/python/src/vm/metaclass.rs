//! Metaclasses: the class of a class, what it brings to the class as an object, and the `class` statement, which asks
//! it for a namespace and then calls it.

use std::sync::Arc;

use super::Vm;
use crate::error::Res;
use crate::object::{Args, Object, Sym, Type, sym};
use crate::value::{Ref, Value};

impl Vm {
    /// An attribute that the metaclass of a class brings beyond those of `type`.
    pub(crate) fn own_meta_attr(&self, meta: Ref, name: Sym) -> Option<Value> {
        let plain = Ref::of(Type::Type);
        if meta == plain {
            return None;
        }
        self.lookup(meta, name).filter(|&found| self.lookup(plain, name) != Some(found))
    }

    /// What calling a class means, when its metaclass says otherwise than `type`.
    pub(super) fn meta_call(&self, class: Ref) -> Option<Value> {
        self.own_meta_attr(self.class_ref(class).meta, sym::CALL)
    }

    /// The classes of a metaclass look anew at what calling them means.
    pub(super) fn refresh_made_by(&mut self, meta: Ref) {
        let made: Vec<Ref> = self
            .heap
            .iter()
            .filter(|(_, object)| matches!(object, Object::Class(class) if self.is_subclass(class.meta, meta)))
            .map(|(r, _)| r)
            .collect();
        made.into_iter().for_each(|class| self.refresh_flags(class));
    }

    /// `class(...)`: what its metaclass says, else an instance.
    ///
    /// # Errors
    /// What the metaclass, `__new__` or `__init__` raises.
    pub(super) fn call_class(&mut self, class: Ref, args: &Args<'_>) -> Res {
        if !self.class_ref(class).flags.has_meta_call {
            return self.construct(class, args);
        }
        let Some(hook) = self.meta_call(class) else { return self.construct(class, args) };
        let meta = self.class_ref(class).meta;
        let bound = self.bind_attr(hook, Value::object(class), meta)?;
        self.call_args(bound, args)
    }

    /// The most derived of a metaclass and those of the bases.
    ///
    /// # Errors
    /// `TypeError` when neither derives from the other.
    pub fn winning_metaclass(&mut self, asked: Ref, bases: &[Value]) -> Res<Ref> {
        let mut winner = asked;
        for &base in bases {
            let Some(base) = self.as_class(base) else { continue };
            let meta = self.class_ref(base).meta;
            if self.is_subclass(meta, winner) {
                winner = meta;
            } else if !self.is_subclass(winner, meta) {
                return Err(self.type_error(
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the \
                     metaclasses of all its bases",
                ));
            }
        }
        Ok(winner)
    }

    /// The builtin behind the `class` statement: the body function, the name,
    /// the bases, and keywords.
    pub(super) fn build_class(vm: &mut Self, args: &Args<'_>) -> Res {
        let [body, name, given @ ..] = args.pos else {
            return Err(vm.type_error("__build_class__: not enough arguments"));
        };
        let mut keywords = args.kw.to_vec();
        let place = keywords.iter().position(|(key, _)| *key == sym::METACLASS);
        let asked = place.map_or(Value::class(Type::Type), |place| keywords.remove(place).1);
        let module = match vm.heap.object(*body) {
            Some(Object::Function(function)) => function.module,
            _ => return Err(vm.type_error("__build_class__: func must be a function")),
        };
        let bases = vm.real_bases(given)?;
        let meta = match vm.as_class(asked) {
            Some(meta) if vm.is_subclass(meta, Ref::of(Type::Type)) => Value::object(vm.winning_metaclass(meta, &bases)?),
            _ => asked,
        };
        let base_tuple = vm.tuple(bases.clone());
        let namespace = vm.prepare_namespace(meta, *name, base_tuple, &keywords)?;
        let module_name = vm.module_name(module);
        let cell = vm.call_class_body(*body, namespace)?;
        if matches!(vm.heap.object(cell), Some(Object::Cell(_))) {
            vm.namespace_set(namespace, sym::CLASSCELL, cell)?;
        }
        if bases != given {
            let given = vm.tuple(given.to_vec());
            vm.namespace_set(namespace, sym::ORIG_BASES, given)?;
        }
        if meta == Value::class(Type::Type)
            && let Some(dict) = vm.dict_ref(namespace)
        {
            let name = vm.as_arc_str(*name).unwrap_or_else(|| "?".into());
            let attrs = vm.dict_items(dict);
            let class = vm.build_type(&name, &module_name, Ref::of(Type::Type), &bases, attrs, &keywords)?;
            return Ok(Value::object(class));
        }
        vm.call_kw(meta, &[*name, base_tuple, namespace], &keywords)
    }

    /// The mapping that takes what the class body defines: of `__prepare__`, else a dict.
    fn prepare_namespace(&mut self, meta: Value, name: Value, bases: Value, keywords: &[(Sym, Value)]) -> Res {
        if meta == Value::class(Type::Type) {
            return Ok(Value::object(self.new_dict()));
        }
        let Some(prepare) = self.find_attr(meta, sym::PREPARE)? else { return Ok(Value::object(self.new_dict())) };
        let namespace = self.call_kw(prepare, &[name, bases], keywords)?;
        if self.dict_ref(namespace).is_some() || self.special(namespace, sym::GETITEM).is_some() {
            return Ok(namespace);
        }
        let what = self.type_name(namespace);
        let owner: Arc<str> = match self.as_class(meta) {
            Some(class) => self.class_ref(class).name.clone(),
            None => "<metaclass>".into(),
        };
        Err(self.type_error(format!("{owner}.__prepare__() must return a mapping, not {what}")))
    }

    /// Whether a namespace is a dict without methods of its own.
    pub(super) fn plain_namespace(&self, namespace: Value) -> Option<Ref> {
        let r = namespace.as_ref()?;
        matches!(self.heap.get(r), Object::Dict(_)).then_some(r)
    }

    /// Sets a name in the namespace of a class body.
    pub(super) fn namespace_set(&mut self, namespace: Value, name: Sym, value: Value) -> Res<()> {
        let key = self.symbol_text(name);
        match self.plain_namespace(namespace) {
            Some(dict) => self.dict_set(dict, key, value),
            None => self.set_item(namespace, key, value),
        }
    }

    /// A name of the namespace of a class body.
    pub(super) fn namespace_get(&mut self, namespace: Value, name: Sym) -> Res<Option<Value>> {
        let key = self.symbol_text(name);
        if let Some(dict) = self.plain_namespace(namespace) {
            return self.dict_get(dict, key);
        }
        if namespace.is_none() {
            return Ok(None);
        }
        match self.get_item(namespace, key) {
            Err(unwind) if self.is_raised(&unwind, Type::KeyError) => Ok(None),
            other => other.map(Some),
        }
    }

    /// Deletes a name of the namespace of a class body; whether it was there.
    pub(super) fn namespace_delete(&mut self, namespace: Value, name: Sym) -> Res<bool> {
        let key = self.symbol_text(name);
        if let Some(dict) = self.plain_namespace(namespace) {
            return self.dict_remove(dict, key).map(|removed| removed.is_some());
        }
        match self.del_item(namespace, key) {
            Err(unwind) if self.is_raised(&unwind, Type::KeyError) => Ok(false),
            other => other.map(|()| true),
        }
    }

    /// Makes `super()` and `__class__` in the methods of a new class mean that class.
    pub(super) fn fill_class_cell(&mut self, cell: Value, class: Ref) {
        if let Some(r) = cell.as_ref()
            && let Object::Cell(inside) = self.heap.get_mut_internal(r)
        {
            *inside = Value::object(class);
        }
    }
}
