//! Classes: the order of bases, the `class` statement, and making instances.

use std::sync::Arc;

use super::Vm;
use crate::error::{Res, Unwind};
use crate::object::{Args, Class, ClassFlags, Descriptor, Namespace, Object, Payload, Sym, Type, sym};
use crate::value::{Ref, Value};

/// The most specific builtin type whose data the instances carry.
fn layout_of(vm: &Vm, bases: &[Ref]) -> Type {
    bases.iter().map(|&base| vm.class_ref(base).layout).find(|&ty| ty != Type::Object).unwrap_or(Type::Object)
}

/// The linear order of bases by C3 (Barrett et al. 1996); `None` when there is none.
fn linearise(lists: &[Vec<Ref>]) -> Option<Vec<Ref>> {
    let mut lists: Vec<&[Ref]> = lists.iter().map(Vec::as_slice).collect();
    let mut order = Vec::new();
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Some(order);
        }
        let next = lists.iter().map(|list| list[0]).find(|head| lists.iter().all(|list| !list[1..].contains(head)))?;
        order.push(next);
        for list in &mut lists {
            if list[0] == next {
                *list = &list[1..];
            }
        }
    }
}

impl Vm {
    /// A class without attributes; its line of bases must be possible.
    pub(super) fn make_class(&mut self, name: &str, module: &str, bases: &[Ref], builtin: bool) -> Ref {
        let meta = bases.first().map_or(Ref::of(Type::Type), |&base| self.class_ref(base).meta);
        let line = self.line_of_bases(bases).unwrap_or_else(|| bases.to_vec());
        let layout = layout_of(self, bases);
        let constructor = line.iter().find_map(|&base| self.class_ref(base).constructor);
        let class = Class {
            meta,
            name: name.into(),
            qualname: name.into(),
            module: module.into(),
            bases: bases.into(),
            mro: Box::new([]),
            attrs: Namespace::default(),
            layout,
            constructor,
            flags: ClassFlags::default(),
            root_shape: crate::object::ShapeId(0),
            builtin,
            final_class: false,
            serial: self.class_epoch,
            slots: None,
        };
        self.class_epoch = self.class_epoch.wrapping_add(1);
        let r = self.alloc_ref(Object::Class(Box::new(class)));
        let root_shape = self.shapes.root(r);
        if let Object::Class(class) = self.heap.get_mut_internal(r) {
            class.root_shape = root_shape;
            class.mro = std::iter::once(r).chain(line).collect();
        }
        if builtin {
            self.builtin_classes.push(r);
        }
        self.refresh_flags(r);
        r
    }

    /// A class that was made on another machine, without its attributes.
    pub(crate) fn adopt_class(&mut self, name: &str, qualname: &Arc<str>, module: &str, bases: &[Ref]) -> Ref {
        let class = self.make_class(name, module, bases, false);
        if let Object::Class(target) = self.heap.get_mut_internal(class) {
            target.qualname = qualname.clone();
        }
        class
    }

    fn line_of_bases(&self, bases: &[Ref]) -> Option<Vec<Ref>> {
        let mut lists: Vec<Vec<Ref>> = bases.iter().map(|&base| self.class_ref(base).mro.to_vec()).collect();
        lists.push(bases.to_vec());
        linearise(&lists)
    }

    /// What must be known anew when an attribute of a class changed.
    pub(super) fn class_changed(&mut self, class: Ref, name: Sym) {
        self.class_epoch = self.class_epoch.wrapping_add(1);
        if matches!(name, sym::GETATTRIBUTE | sym::SETATTR | sym::INIT | sym::NEW) {
            self.refresh_flags(class);
        }
        if name == sym::CALL && self.is_subclass(class, Ref::of(Type::Type)) {
            self.refresh_made_by(class);
        }
    }

    pub(crate) fn refresh_flags(&mut self, class: Ref) {
        let object = Ref::of(Type::Object);
        let own = |vm: &Self, name| {
            let found = vm.lookup(class, name);
            found.is_some() && found != vm.lookup(object, name)
        };
        let python = |vm: &Self, name| {
            vm.lookup(class, name).is_some_and(|attr| match vm.heap.object(attr) {
                Some(Object::Function(_)) => true,
                Some(Object::Descriptor(descriptor)) => matches!(
                    **descriptor,
                    Descriptor::StaticMethod(function) if vm.function_code(function).is_some()
                ),
                _ => false,
            })
        };
        let flags = ClassFlags {
            has_getattribute: own(self, sym::GETATTRIBUTE),
            has_setattr: own(self, sym::SETATTR),
            has_python_init: python(self, sym::INIT),
            has_python_new: python(self, sym::NEW),
            is_abstract: self.has_abstract(class),
            has_meta_call: self.meta_call(class).is_some(),
        };
        if let Object::Class(class) = self.heap.get_mut_internal(class) {
            class.flags = flags;
        }
    }

    /// `type(name, bases, attrs)` and the end of a `class` statement.
    ///
    /// # Errors
    /// `TypeError` for impossible bases, or what hooks raise.
    pub fn build_type(
        &mut self,
        name: &str,
        module: &str,
        meta: Ref,
        bases: &[Value],
        attrs: Vec<(Value, Value)>,
        keywords: &[(Sym, Value)],
    ) -> Res<Ref> {
        let bases = self.check_bases(name, bases)?;
        let class = self.make_class(name, module, &bases, false);
        if let Object::Class(target) = self.heap.get_mut_internal(class) {
            target.meta = meta;
        }
        self.keep(Value::object(class));
        let mut set_names = Vec::new();
        for (key, value) in attrs {
            let Some(key) = self.symbol_of(key) else { continue };
            let value = match key {
                // These are static or class methods without being marked.
                sym::NEW if self.function_code(value).is_some() => {
                    self.alloc(Object::Descriptor(Box::new(Descriptor::StaticMethod(value))))
                }
                sym::INIT_SUBCLASS | sym::CLASS_GETITEM if self.function_code(value).is_some() => {
                    self.alloc(Object::Descriptor(Box::new(Descriptor::ClassMethod(value))))
                }
                _ => value,
            };
            let text = if matches!(key, sym::QUALNAME | sym::MODULE) { self.as_arc_str(value) } else { None };
            if let Object::Class(target) = self.heap.get_mut_internal(class) {
                match (key, text) {
                    (sym::QUALNAME, Some(text)) => target.qualname = text,
                    (sym::MODULE, Some(text)) => {
                        target.module = text;
                        target.attrs.set(key, value);
                    }
                    (sym::CLASSCELL, _) => self.fill_class_cell(value, class),
                    _ => target.attrs.set(key, value),
                }
            }
            if matches!(self.heap.object(value), Some(Object::Instance(_))) {
                set_names.push((key, value));
            }
        }
        self.restrict_slots(class)?;
        self.hide_hash(class);
        if self.counts_abstract(class) {
            self.note_abstract(class);
        }
        self.class_epoch = self.class_epoch.wrapping_add(1);
        self.refresh_flags(class);
        for (key, value) in set_names {
            let text = self.symbol_text(key);
            if let Some(result) = self.call_special(value, sym::SET_NAME, &[Value::object(class), text])
                && let Err(error) = result
            {
                return Err(self.set_name_failed(error, value, key, class));
            }
        }
        self.init_subclass(class, keywords)?;
        Ok(class)
    }

    /// What `__set_name__` raises becomes the cause of an error that says where.
    fn set_name_failed(&mut self, error: Unwind, value: Value, key: Sym, class: Ref) -> Unwind {
        let Unwind::Raise(cause) = error else { return error };
        let (kind, key) = (self.type_name(value), self.names.text(key).clone());
        let owner = self.class_ref(class).name.clone();
        let text = format!("Error calling __set_name__ on '{kind}' instance '{key}' in '{owner}'");
        let error = self.error(Type::RuntimeError, text);
        if let Unwind::Raise(exc) = error
            && let Some(data) = self.exception_mut(exc)
        {
            (data.cause, data.context, data.suppress_context) = (cause, cause, true);
        }
        error
    }

    /// Takes `__slots__` for what it says: other attributes cannot be set.
    fn restrict_slots(&mut self, class: Ref) -> Res<()> {
        let (name, bases) = (self.class_ref(class).name.clone(), self.class_ref(class).bases.clone());
        let Some(own) = self.class_ref(class).attrs.get(sym::SLOTS) else { return Ok(()) };
        let texts = if self.as_str(own).is_some() { vec![own] } else { self.collect(own)? };
        let mut slots = Vec::new();
        for text in texts {
            let Some(text) = self.as_arc_str(text) else {
                let actual = self.type_name(text);
                return Err(self.type_error(format!("__slots__ items must be strings, not '{actual}'")));
            };
            if &*text == "__dict__" {
                return Ok(());
            }
            let private = text.starts_with("__") && !text.ends_with("__");
            let stored = if private { format!("_{}{text}", name.trim_start_matches('_')).into() } else { text.clone() };
            let slot = self.names.intern(&stored);
            if self.class_ref(class).attrs.get(slot).is_some() {
                return Err(self.value_error(format!("'{text}' in __slots__ conflicts with class variable")));
            }
            slots.push(slot);
        }
        for base in bases {
            match &self.class_ref(base).slots {
                Some(inherited) => slots.extend_from_slice(inherited),
                None if Type::at(base.0).is_some_and(|ty| !ty.is_exception()) => {}
                None => return Ok(()),
            }
        }
        if let Object::Class(class) = self.heap.get_mut_internal(class) {
            class.slots = Some(slots.into());
        }
        Ok(())
    }

    /// A class that defines `__eq__` but no `__hash__` is not hashable.
    fn hide_hash(&mut self, class: Ref) {
        if let Object::Class(target) = self.heap.get_mut_internal(class)
            && target.attrs.get(sym::EQ).is_some()
            && target.attrs.get(sym::HASH).is_none()
        {
            target.attrs.set(sym::HASH, Value::NONE);
        }
    }

    fn init_subclass(&mut self, class: Ref, keywords: &[(Sym, Value)]) -> Res<()> {
        let receiver = Value::object(class);
        let line = self.class_ref(class).mro.clone();
        let hook = line.iter().skip(1).find_map(|&base| self.class_ref(base).attrs.get(sym::INIT_SUBCLASS));
        match hook {
            Some(hook) => {
                let bound = self.bind_attr(hook, receiver, class)?;
                self.call_kw(bound, &[], keywords).map(|_| ())
            }
            None if keywords.is_empty() => Ok(()),
            None => {
                let name = self.class_ref(class).name.clone();
                Err(self.type_error(format!("{name}.__init_subclass__() takes no keyword arguments")))
            }
        }
    }

    /// The classes that stand for `list[int]` and its like among the bases.
    pub(super) fn real_bases(&mut self, bases: &[Value]) -> Res<Vec<Value>> {
        let all = self.tuple(bases.to_vec());
        let mut real = Vec::with_capacity(bases.len());
        for &base in bases {
            if self.as_class(base).is_some() {
                real.push(base);
            } else if let Some(origin) = self.generic_origin(base) {
                real.push(origin);
            } else if let Some(result) = self.call_special(base, sym::MRO_ENTRIES, &[all]) {
                let entries = result?;
                match self.tuple_items(entries) {
                    Some(entries) => real.extend_from_slice(entries),
                    None => return Err(self.type_error("__mro_entries__ must return a tuple")),
                }
            } else {
                real.push(base);
            }
        }
        Ok(real)
    }

    fn check_bases(&mut self, name: &str, bases: &[Value]) -> Res<Vec<Ref>> {
        let mut classes = Vec::with_capacity(bases.len());
        for &base in bases {
            let Some(class) = self.as_class(base) else {
                let what = self.type_name(base);
                return Err(self.type_error(format!(
                    "the bases of class '{name}' must be classes, and '{what}' is an object of another kind"
                )));
            };
            if self.class_ref(class).final_class {
                let what = self.class_ref(class).name.clone();
                if super::install::is_derivable_in_python(class) {
                    let text = format!("a class that derives from '{what}' is not supported here");
                    return Err(self.error(Type::NotImplementedError, text));
                }
                return Err(self.type_error(format!("type '{what}' is not an acceptable base type")));
            }
            if classes.contains(&class) {
                let what = self.class_ref(class).name.clone();
                return Err(self.type_error(format!("duplicate base class {what}")));
            }
            classes.push(class);
        }
        if classes.is_empty() {
            classes.push(Ref::of(Type::Object));
        }
        let mut layouts: Vec<Type> = classes.iter().map(|&c| self.class_ref(c).layout).collect();
        layouts.retain(|&ty| ty != Type::Object);
        layouts.dedup();
        let exceptions = layouts.iter().all(|ty| ty.is_exception());
        if layouts.len() > 1 && !exceptions {
            return Err(self.type_error("multiple bases have instance lay-out conflict"));
        }
        if self.line_of_bases(&classes).is_none() {
            let names: Vec<_> = classes.iter().map(|&c| self.class_ref(c).name.to_string()).collect();
            let text = "Cannot create a consistent method resolution\norder (MRO) for bases ";
            return Err(self.type_error(format!("{text}{}", names.join(", "))));
        }
        Ok(classes)
    }

    /// `class(...)`: makes an instance and initialises it.
    ///
    /// # Errors
    /// What `__new__` or `__init__` raises.
    pub fn construct(&mut self, class: Ref, args: &Args<'_>) -> Res {
        let (flags, constructor) = (self.class_ref(class).flags, self.class_ref(class).constructor);
        if flags.is_abstract {
            return Err(self.abstract_error(class));
        }
        let object = if flags.has_python_new {
            let mut pos = vec![Value::object(class)];
            pos.extend_from_slice(args.pos);
            let new = self.get_attr(Value::object(class), sym::NEW)?;
            let object = self.call_args(new, &Args { pos: &pos, kw: args.kw })?;
            if !self.is_instance(object, class) {
                return Ok(object);
            }
            object
        } else {
            self.construct_native(class, constructor, args, flags.has_python_init)?
        };
        self.keep(object);
        let of_value = class == Ref::of(Type::Type) && args.pos.len() == 1;
        if !of_value {
            let made = self.type_of(object);
            self.initialise(object, made, args)?;
        }
        Ok(object)
    }

    /// The part of making an instance that is `__new__`'s.
    fn construct_native(
        &mut self,
        class: Ref,
        constructor: Option<crate::object::Constructor>,
        args: &Args<'_>,
        python_init: bool,
    ) -> Res {
        match constructor {
            Some(constructor) => {
                let layout = self.class_ref(class).layout;
                // These builtin types take their arguments in `__init__`, not in `__new__`.
                let late = matches!(layout, Type::List | Type::Dict | Type::Set | Type::ByteArray) && python_init;
                let none = Args { pos: &[], kw: &[] };
                let exception = Args { pos: args.pos, kw: &[] };
                let args = if late {
                    &none
                } else if layout.is_exception() && python_init {
                    &exception
                } else {
                    args
                };
                constructor(self, class, args)
            }
            None => {
                let no_init = self.lookup(class, sym::INIT) == self.lookup(Ref::of(Type::Object), sym::INIT);
                if no_init && !(args.pos.is_empty() && args.kw.is_empty()) {
                    let name = self.class_ref(class).name.clone();
                    return Err(self.type_error(format!("{name}() takes no arguments")));
                }
                Ok(self.new_instance(class, Payload::None))
            }
        }
    }

    fn initialise(&mut self, object: Value, class: Ref, args: &Args<'_>) -> Res<()> {
        if !self.class_ref(class).flags.has_python_init {
            return Ok(());
        }
        let Some(init) = self.lookup(class, sym::INIT) else { return Ok(()) };
        let mut pos = vec![object];
        pos.extend_from_slice(args.pos);
        let result = self.call_args(init, &Args { pos: &pos, kw: args.kw })?;
        if result.is_none() { Ok(()) } else { Err(self.init_returned(result)) }
    }

    pub(super) fn init_returned(&mut self, result: Value) -> crate::error::Unwind {
        let what = self.type_name(result);
        self.type_error(format!("__init__() should return None, not '{what}'"))
    }
}
