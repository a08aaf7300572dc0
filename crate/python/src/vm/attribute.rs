//! Attributes: Python's order of looking them up, binding, and the caches of
//! attribute instructions.

use std::rc::Rc;
use std::sync::Arc;

use super::Vm;
use crate::error::{Res, Unwind};
use crate::object::{CodeInstance, Descriptor, Instance, Object, Payload, SiteCache, Sym, Type, sym};
use crate::value::{Ref, Value};

impl Vm {
    /// An attribute of a class along its line of bases, unbound.
    #[must_use]
    pub fn lookup(&self, class: Ref, name: Sym) -> Option<Value> {
        self.class_ref(class).mro.iter().find_map(|&base| self.class_ref(base).attrs.get(name))
    }

    /// The special method of a value's type, unbound.
    #[must_use]
    pub fn special(&self, value: Value, name: Sym) -> Option<Value> {
        self.lookup(self.type_of(value), name)
    }

    /// Calls a special method of a value's type; `None` when it has none.
    pub fn call_special(&mut self, value: Value, name: Sym, args: &[Value]) -> Option<Res> {
        let method = self.special(value, name)?;
        if method.is_none() {
            return None;
        }
        let class = self.type_of(value);
        if self.is_plain_method(method) {
            let mut all = Vec::with_capacity(args.len() + 1);
            all.push(value);
            all.extend_from_slice(args);
            return Some(self.call(method, &all));
        }
        Some(self.bind_attr(method, value, class).and_then(|bound| self.call(bound, args)))
    }

    /// Whether binding it only puts the receiver in front.
    fn is_plain_method(&self, attr: Value) -> bool {
        match self.heap.object(attr) {
            Some(Object::Function(_)) => true,
            Some(Object::NativeFunction(native)) => native.method_of.is_some(),
            _ => false,
        }
    }

    /// What an attribute found in a class becomes when read through `object`.
    ///
    /// # Errors
    /// What a property or `__get__` raises.
    pub fn bind_attr(&mut self, attr: Value, object: Value, class: Ref) -> Res {
        match self.heap.object(attr) {
            Some(Object::Function(_)) => Ok(self.bound(object, attr)),
            Some(Object::NativeFunction(native)) if native.method_of.is_some() => Ok(self.bound(object, attr)),
            Some(Object::Descriptor(descriptor)) => match **descriptor {
                Descriptor::StaticMethod(function) => Ok(function),
                Descriptor::ClassMethod(function) => Ok(self.bound(Value::object(class), function)),
                Descriptor::Property { get, .. } if get.is_none() => {
                    Err(self.no_getter(attr, object, class))
                }
                Descriptor::Property { get, .. } => self.call(get, &[object]),
            },
            Some(Object::Instance(instance)) => {
                let kind = instance.class;
                match self.lookup(kind, sym::GET) {
                    Some(get) => self.call(get, &[attr, object, Value::object(class)]),
                    None => Ok(attr),
                }
            }
            _ => Ok(attr),
        }
    }

    /// The error of reading a property that has no getter.
    pub(crate) fn no_getter(&mut self, property: Value, object: Value, class: Ref) -> Unwind {
        let class = if self.as_class(object).is_some() { class } else { self.type_of(object) };
        let line = self.class_ref(class).mro.clone();
        let name = line.iter().find_map(|&base| {
            self.class_ref(base).attrs.iter().find(|&(_, value)| value == property).map(|(name, _)| name)
        });
        let name = name.map_or_else(String::new, |name| format!(" '{}'", self.names.text(name)));
        let owner = self.class_ref(class).qualname.clone();
        self.error(Type::AttributeError, format!("property{name} of '{owner}' object has no getter"))
    }

    /// Whether a class attribute goes before an instance attribute of the same name.
    fn is_data_descriptor(&self, attr: Value) -> bool {
        match self.heap.object(attr) {
            Some(Object::Descriptor(descriptor)) => matches!(**descriptor, Descriptor::Property { .. }),
            Some(Object::Instance(instance)) => self.lookup(instance.class, sym::SET).is_some(),
            _ => false,
        }
    }

    fn instance_slot(&self, instance: &Instance, name: Sym) -> Option<Value> {
        let slot = self.shapes.slot(instance.shape, name)?;
        instance.slots.get(slot as usize).copied()
    }

    /// # Errors
    /// `AttributeError`, or what a property or `__getattr__` raises.
    pub fn get_attr(&mut self, object: Value, name: Sym) -> Res {
        match self.attr_or_none(object, name)? {
            Some(value) => Ok(value),
            None => Err(self.attribute_error(object, name)),
        }
    }

    /// `getattr(object, name, None)`: an `AttributeError` becomes `None`.
    ///
    /// # Errors
    /// Other errors of properties and `__getattr__`.
    pub fn find_attr(&mut self, object: Value, name: Sym) -> Res<Option<Value>> {
        match self.attr_or_none(object, name) {
            Err(unwind) if self.is_raised(&unwind, Type::AttributeError) => Ok(None),
            other => other,
        }
    }

    fn attr_or_none(&mut self, object: Value, name: Sym) -> Res<Option<Value>> {
        let class = self.type_of(object);
        match self.heap.object(object) {
            Some(Object::Instance(_) | Object::Class(_)) if class != Ref::of(Type::Type) => {
                if let Some(hook) = self.lookup(class, sym::GETATTRIBUTE)
                    && self.function_code(hook).is_some()
                {
                    let text = self.symbol_text(name);
                    return match self.call(hook, &[object, text]) {
                        Ok(value) => Ok(Some(value)),
                        Err(unwind) => self.attr_hook(object, class, name, Some(unwind)),
                    };
                }
                match self.plain_attr(object, name) {
                    Ok(None) => self.attr_hook(object, class, name, None),
                    Err(unwind) if self.is_raised(&unwind, Type::AttributeError) => {
                        self.attr_hook(object, class, name, Some(unwind))
                    }
                    other => other,
                }
            }
            _ => self.plain_attr(object, name),
        }
    }

    /// Asks `__getattr__`, when there is one, after the usual ways failed.
    fn attr_hook(&mut self, object: Value, class: Ref, name: Sym, error: Option<Unwind>) -> Res<Option<Value>> {
        let Some(hook) = self.lookup(class, sym::GETATTR) else {
            return error.map_or(Ok(None), Err);
        };
        let text = self.symbol_text(name);
        self.call(hook, &[object, text]).map(Some)
    }

    /// `object.__getattribute__`: the usual ways, without hooks.
    ///
    /// # Errors
    /// What a property or `__get__` raises.
    pub fn plain_attr(&mut self, object: Value, name: Sym) -> Res<Option<Value>> {
        let class = self.type_of(object);
        match self.heap.object(object) {
            Some(Object::Class(_)) => self.class_attr(object, name),
            Some(Object::Module(namespace)) => match namespace.get(name) {
                Some(value) => Ok(Some(value)),
                None if object == Value::object(self.builtins) => {
                    let text = self.names.text(name).clone();
                    match self.late_builtin(&text)? {
                        Some(value) => Ok(Some(value)),
                        None => self.special_attr(object, name),
                    }
                }
                None => self.special_attr(object, name),
            },
            Some(Object::Super(start, receiver)) => {
                let (start, receiver) = (*start, *receiver);
                self.super_attr(start, receiver, name)
            }
            _ => {
                let found = self.lookup(class, name);
                if let Some(attr) = found
                    && self.is_data_descriptor(attr)
                {
                    return self.bind_attr(attr, object, class).map(Some);
                }
                match self.heap.object(object) {
                    Some(Object::Instance(instance)) => {
                        if let Some(value) = self.instance_slot(instance, name) {
                            return Ok(Some(value));
                        }
                        if name == sym::DOC && !self.class_ref(class).builtin {
                            return Ok(Some(self.class_ref(class).attrs.get(name).unwrap_or(Value::NONE)));
                        }
                    }
                    Some(Object::Function(function)) => {
                        if let Some(value) = function.attrs.as_ref().and_then(|attrs| attrs.get(name)) {
                            return Ok(Some(value));
                        }
                        if let Some(value) = self.special_attr(object, name)? {
                            return Ok(Some(value));
                        }
                    }
                    _ => {}
                }
                match found {
                    Some(attr) if name != sym::CLASS && name != sym::DOC => {
                        self.bind_attr(attr, object, class).map(Some)
                    }
                    _ => self.special_attr(object, name),
                }
            }
        }
    }

    fn class_attr(&mut self, object: Value, name: Sym) -> Res<Option<Value>> {
        let Some(class) = object.as_ref() else { return Ok(None) };
        if name == sym::DOC && !self.class_ref(class).builtin {
            // A docstring is not inherited.
            return Ok(Some(self.class_ref(class).attrs.get(name).unwrap_or(Value::NONE)));
        }
        let meta = self.class_ref(class).meta;
        if let Some(attr) = self.own_meta_attr(meta, name)
            && self.is_data_descriptor(attr)
        {
            return self.bind_attr(attr, object, meta).map(Some);
        }
        let hidden = matches!(name, sym::NAME | sym::QUALNAME | sym::DICT | sym::MRO | sym::BASES | sym::CLASS);
        // A class without a text of its own does not show that of its base.
        let found = if name == sym::DOC { self.class_ref(class).attrs.get(name) } else { self.lookup(class, name) };
        if !hidden && let Some(attr) = found {
            return match self.heap.object(attr) {
                Some(Object::Descriptor(descriptor)) => match **descriptor {
                    Descriptor::StaticMethod(function) => Ok(Some(function)),
                    Descriptor::ClassMethod(function) => Ok(Some(self.bound(object, function))),
                    Descriptor::Property { .. } => Ok(Some(attr)),
                },
                Some(Object::Instance(instance)) => match self.lookup(instance.class, sym::GET) {
                    Some(get) => self.call(get, &[attr, Value::NONE, object]).map(Some),
                    None => Ok(Some(attr)),
                },
                _ => Ok(Some(attr)),
            };
        }
        if let Some(attr) = self.own_meta_attr(meta, name) {
            return self.bind_attr(attr, object, meta).map(Some);
        }
        if let Some(value) = self.special_attr(object, name)? {
            return Ok(Some(value));
        }
        match self.lookup(meta, name) {
            Some(attr) => self.bind_attr(attr, object, meta).map(Some),
            None => Ok(None),
        }
    }

    fn super_attr(&mut self, start: Ref, receiver: Value, name: Sym) -> Res<Option<Value>> {
        if name == sym::CLASS {
            return Ok(Some(Value::class(Type::Super)));
        }
        // For a class method the receiver is a class, and its own line of bases counts.
        let class = match self.as_class(receiver) {
            Some(class) if self.is_subclass(class, start) => class,
            _ => self.type_of(receiver),
        };
        let line = self.class_ref(class).mro.clone();
        let after = line.iter().position(|&c| c == start).map_or(0, |place| place + 1);
        for &base in &line[after..] {
            if let Some(attr) = self.class_ref(base).attrs.get(name) {
                if self.as_class(receiver) == Some(class) {
                    return match self.heap.object(attr) {
                        Some(Object::Function(_)) => Ok(Some(attr)),
                        Some(Object::NativeFunction(_)) => Ok(Some(attr)),
                        _ => self.bind_attr(attr, receiver, class).map(Some),
                    };
                }
                return self.bind_attr(attr, receiver, class).map(Some);
            }
        }
        self.special_attr(receiver, name)
    }

    /// # Errors
    /// `AttributeError`, `Halt::SharedWrite`, or what a property or `__setattr__` raises.
    pub fn set_attr(&mut self, object: Value, name: Sym, value: Value) -> Res<()> {
        let class = self.type_of(object);
        if class != Ref::of(Type::Type)
            && let Some(Object::Instance(_) | Object::Class(_)) = self.heap.object(object)
            && let Some(hook) = self.lookup(class, sym::SETATTR)
            && Some(hook) != self.lookup(Ref::of(Type::Object), sym::SETATTR)
        {
            let text = self.symbol_text(name);
            return self.call(hook, &[object, text, value]).map(|_| ());
        }
        self.plain_set_attr(object, name, value)
    }

    /// `object.__setattr__`.
    ///
    /// # Errors
    /// `AttributeError`, `Halt::SharedWrite`, or what a property raises.
    pub fn plain_set_attr(&mut self, object: Value, name: Sym, value: Value) -> Res<()> {
        let class = self.type_of(object);
        let Some(r) = object.as_ref() else { return Err(self.cannot_set(object, class, name)) };
        if class == Ref::of(Type::Object) {
            return Err(self.attribute_error(object, name));
        }
        let found = if matches!(self.heap.get(r), Object::Class(_)) {
            self.own_meta_attr(class, name)
        } else {
            self.lookup(class, name)
        };
        if let Some(attr) = found
            && self.is_data_descriptor(attr)
        {
            return self.descriptor_set(attr, object, class, name, value);
        }
        if self.special_set_attr(object, name, value)? {
            return Ok(());
        }
        if self.class_ref(class).slots.as_ref().is_some_and(|slots| !slots.contains(&name)) {
            return Err(self.slots_error(object, class, name));
        }
        match self.heap.get_mut(r)? {
            Object::Instance(instance) => {
                match self.shapes.slot(instance.shape, name) {
                    Some(slot) => instance.slots[slot as usize] = value,
                    None => {
                        instance.shape = self.shapes.with(instance.shape, name);
                        instance.slots.push(value);
                        self.heap.grew(8);
                    }
                }
                Ok(())
            }
            Object::Function(function) => {
                function.attrs.get_or_insert_default().set(name, value);
                Ok(())
            }
            Object::Module(namespace) => {
                namespace.set(name, value);
                Ok(())
            }
            Object::Class(target) if target.builtin => {
                let (target, text) = (target.name.clone(), self.names.text(name).clone());
                Err(self.type_error(format!("cannot set '{text}' attribute of immutable type '{target}'")))
            }
            Object::Class(target) => {
                target.attrs.set(name, value);
                self.class_changed(r, name);
                Ok(())
            }
            _ => Err(self.cannot_set(object, class, name)),
        }
    }

    /// Values of builtin types take no attributes; those of their class are only read.
    fn cannot_set(&mut self, object: Value, class: Ref, name: Sym) -> Unwind {
        match self.lookup(class, name) {
            Some(attr) if self.is_data_descriptor(attr) => {
                let text = self.no_setter(class, name);
                self.error(Type::AttributeError, text)
            }
            _ => self.slots_error(object, class, name),
        }
    }

    /// An attribute that `__slots__` does not name.
    fn slots_error(&mut self, object: Value, class: Ref, name: Sym) -> Unwind {
        if self.lookup(class, name).is_none() {
            return self.attribute_error(object, name);
        }
        let (text, owner) = (self.names.text(name).clone(), self.class_ref(class).name.clone());
        self.error(Type::AttributeError, format!("'{owner}' object attribute '{text}' is read-only"))
    }

    /// The text of the error for a property that cannot be set.
    fn no_setter(&self, class: Ref, name: Sym) -> String {
        let text = self.names.text(name);
        let mro = &self.class_ref(class).mro;
        let owner = mro.iter().find(|&&base| self.class_ref(base).attrs.get(name).is_some()).copied().unwrap_or(class);
        if [Type::Slice, Type::Range, Type::Complex].map(Ref::of).contains(&owner) {
            return "readonly attribute".to_owned();
        }
        if [Type::Int, Type::Float].map(Ref::of).contains(&owner) {
            let owner = &self.class_ref(class).name;
            return format!("attribute '{text}' of '{owner}' objects is not writable");
        }
        let shown = self.shown_class(owner);
        if *shown == *self.class_ref(owner).name {
            let owner = &self.class_ref(class).qualname;
            return format!("property '{text}' of '{owner}' object has no setter");
        }
        format!("attribute '{text}' of '{shown}' objects is not writable")
    }

    fn descriptor_set(&mut self, attr: Value, object: Value, class: Ref, name: Sym, value: Value) -> Res<()> {
        match self.heap.object(attr) {
            Some(Object::Descriptor(descriptor)) => {
                let Descriptor::Property { set, .. } = **descriptor else { return Ok(()) };
                if set.is_none() {
                    let text = self.no_setter(class, name);
                    return Err(self.error(Type::AttributeError, text));
                }
                self.call(set, &[object, value]).map(|_| ())
            }
            _ => match self.call_special(attr, sym::SET, &[object, value]) {
                Some(result) => result.map(|_| ()),
                None => Ok(()),
            },
        }
    }

    /// # Errors
    /// `AttributeError`, `Halt::SharedWrite`, or what a deleter or `__delattr__` raises.
    pub fn del_attr(&mut self, object: Value, name: Sym) -> Res<()> {
        let class = self.type_of(object);
        if class != Ref::of(Type::Type)
            && let Some(Object::Instance(_) | Object::Class(_)) = self.heap.object(object)
            && let Some(hook) = self.lookup(class, sym::DELATTR)
            && Some(hook) != self.lookup(Ref::of(Type::Object), sym::DELATTR)
        {
            let text = self.symbol_text(name);
            return self.call(hook, &[object, text]).map(|_| ());
        }
        self.plain_del_attr(object, name)
    }

    /// `object.__delattr__`.
    ///
    /// # Errors
    /// `AttributeError`, `Halt::SharedWrite`, or what a deleter raises.
    pub fn plain_del_attr(&mut self, object: Value, name: Sym) -> Res<()> {
        let class = self.type_of(object);
        let Some(r) = object.as_ref() else { return Err(self.attribute_error(object, name)) };
        if let Some(attr) = self.lookup(class, name)
            && let Some(Object::Descriptor(descriptor)) = self.heap.object(attr)
            && let Descriptor::Property { delete, .. } = **descriptor
        {
            if delete.is_none() {
                let (text, owner) = (self.names.text(name).clone(), self.class_ref(class).qualname.clone());
                let text = format!("property '{text}' of '{owner}' object has no deleter");
                return Err(self.error(Type::AttributeError, text));
            }
            return self.call(delete, &[object]).map(|_| ());
        }
        if let Some(attr) = self.lookup(class, name)
            && matches!(self.heap.object(attr), Some(Object::Instance(_)))
            && let Some(result) = self.call_special(attr, sym::DELETE, &[object])
        {
            return result.map(|_| ());
        }
        let root = self.class_ref(class).root_shape;
        let removed = match self.heap.get_mut(r)? {
            Object::Instance(instance) => match self.shapes.slot(instance.shape, name) {
                Some(slot) => {
                    instance.slots.remove(slot as usize);
                    instance.shape = self.shapes.without(root, instance.shape, name);
                    true
                }
                None => false,
            },
            Object::Function(function) => function.attrs.as_mut().and_then(|attrs| attrs.remove(name)).is_some(),
            Object::Module(namespace) => namespace.remove(name).is_some(),
            Object::Class(target) if !target.builtin => target.attrs.remove(name).is_some(),
            _ => false,
        };
        if !removed {
            return Err(self.attribute_error(object, name));
        }
        if self.as_class(object).is_some() {
            self.class_changed(r, name);
        }
        Ok(())
    }

    /// `obj.name` as the cache of the instruction knows it.
    #[inline]
    pub(super) fn cached_attr(&self, object: Value, code: &CodeInstance, site: u16) -> Option<Value> {
        let Some(Object::Instance(instance)) = self.heap.object(object) else { return None };
        match code.site_caches[site as usize].get() {
            SiteCache::Slot { shape, slot, epoch } if instance.shape == shape && epoch == self.class_epoch => {
                instance.slots.get(slot as usize).copied()
            }
            _ => None,
        }
    }

    /// `obj.name` the general way; fills the cache of the instruction.
    #[inline(never)]
    pub(super) fn load_attr(&mut self, object: Value, code: &Rc<CodeInstance>, site: u16) -> Res {
        let name = code.site_names[site as usize];
        if let Some(Object::Instance(instance)) = self.heap.object(object) {
            let (class, shape) = (instance.class, instance.shape);
            let plain = !self.class_ref(class).flags.has_getattribute
                && !self.lookup(class, name).is_some_and(|attr| self.is_data_descriptor(attr));
            if plain && let Some(slot) = self.shapes.slot(shape, name) {
                code.site_caches[site as usize].set(SiteCache::Slot { shape, slot, epoch: self.class_epoch });
            }
        }
        self.get_attr(object, name)
    }

    /// `obj.name = value` as the cache of the instruction knows it; whether it was done.
    ///
    /// # Errors
    /// `Halt::SharedWrite`.
    #[inline]
    pub(super) fn store_cached_attr(&mut self, object: Value, value: Value, code: &CodeInstance, site: u16) -> Res<bool> {
        let Some(r) = object.as_ref() else { return Ok(false) };
        let Object::Instance(instance) = self.heap.get(r) else { return Ok(false) };
        match code.site_caches[site as usize].get() {
            SiteCache::Slot { shape, slot, epoch } if instance.shape == shape && epoch == self.class_epoch => {
                if let Object::Instance(instance) = self.heap.get_mut(r)?
                    && let Some(place) = instance.slots.get_mut(slot as usize)
                {
                    *place = value;
                }
                Ok(true)
            }
            SiteCache::Append { shape, next, epoch } if instance.shape == shape && epoch == self.class_epoch => {
                if let Object::Instance(instance) = self.heap.get_mut(r)? {
                    instance.slots.push(value);
                    instance.shape = next;
                }
                self.heap.grew(8);
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    /// `obj.name = value` the general way; fills the cache of the instruction.
    ///
    /// # Errors
    /// As `set_attr`.
    #[inline(never)]
    pub(super) fn store_attr(&mut self, object: Value, value: Value, code: &Rc<CodeInstance>, site: u16) -> Res<()> {
        let name = code.site_names[site as usize];
        let before = match self.heap.object(object) {
            Some(Object::Instance(instance)) => Some((instance.class, instance.shape)),
            _ => None,
        };
        self.set_attr(object, name, value)?;
        let (Some((class, shape)), Some(Object::Instance(instance))) = (before, self.heap.object(object)) else {
            return Ok(());
        };
        let hooked = self.class_ref(class).flags.has_setattr
            || self.lookup(class, name).is_some_and(|attr| self.is_data_descriptor(attr))
            || matches!(instance.payload, Payload::Exception(_));
        if hooked {
            return Ok(());
        }
        let (epoch, next) = (self.class_epoch, instance.shape);
        let cache = &code.site_caches[site as usize];
        if let Some(slot) = self.shapes.slot(shape, name) {
            cache.set(SiteCache::Slot { shape, slot, epoch });
        } else if self.shapes.slot(next, name).is_some() {
            cache.set(SiteCache::Append { shape, next, epoch });
        }
        Ok(())
    }

    /// The method of `obj.name(...)` as the cache of the instruction knows it.
    #[inline]
    pub(super) fn cached_method(&self, object: Value, code: &CodeInstance, site: u16) -> Option<Value> {
        match code.site_caches[site as usize].get() {
            SiteCache::Method { shape, epoch, function } if epoch == self.class_epoch => {
                let Some(Object::Instance(instance)) = self.heap.object(object) else { return None };
                (instance.shape == shape).then_some(function)
            }
            SiteCache::BuiltinMethod { class, function } => (self.type_of(object) == class).then_some(function),
            _ => None,
        }
    }

    /// `obj.name(...)`: the function and whether the receiver goes in front;
    /// fills the cache of the instruction.
    ///
    /// # Errors
    /// As `get_attr`.
    #[inline(never)]
    pub(super) fn load_method(&mut self, object: Value, code: &Rc<CodeInstance>, site: u16) -> Res<(Value, bool)> {
        let name = code.site_names[site as usize];
        let class = self.type_of(object);
        let cache = &code.site_caches[site as usize];
        match self.heap.object(object) {
            Some(Object::Instance(instance)) => {
                let shape = instance.shape;
                if !self.class_ref(class).flags.has_getattribute
                    && self.shapes.slot(shape, name).is_none()
                    && let Some(attr) = self.lookup(class, name)
                    && self.is_plain_method(attr)
                {
                    cache.set(SiteCache::Method { shape, epoch: self.class_epoch, function: attr });
                    return Ok((attr, true));
                }
            }
            Some(Object::Class(_) | Object::Module(_) | Object::Super(..) | Object::Function(_)) => {}
            _ => {
                if let Some(attr) = self.lookup(class, name)
                    && self.is_plain_method(attr)
                {
                    cache.set(SiteCache::BuiltinMethod { class, function: attr });
                    return Ok((attr, true));
                }
            }
        }
        Ok((self.get_attr(object, name)?, false))
    }

    /// Names of attributes, for `dir` and for suggestions; sorted, each once.
    #[must_use]
    pub fn dir_names(&self, object: Value) -> Vec<Arc<str>> {
        let mut names: Vec<Sym> = Vec::new();
        let mut add_class = |class: Ref| {
            for &base in &self.class_ref(class).mro {
                names.extend(self.class_ref(base).attrs.iter().map(|(name, _)| name));
            }
        };
        match self.heap.object(object) {
            Some(Object::Class(_)) => add_class(object.as_ref().unwrap_or(Ref(0))),
            Some(Object::Module(_)) => {}
            _ => add_class(self.type_of(object)),
        }
        match self.heap.object(object) {
            Some(Object::Instance(instance)) => names.extend(self.shapes.names(instance.shape)),
            Some(Object::Module(namespace)) => names.extend(namespace.iter().map(|(name, _)| name)),
            Some(Object::Function(function)) => {
                names.extend(function.attrs.iter().flat_map(|attrs| attrs.iter()).map(|(name, _)| name));
            }
            _ => {}
        }
        let mut texts: Vec<Arc<str>> = names.into_iter().map(|name| self.names.text(name).clone()).collect();
        texts.sort();
        texts.dedup();
        texts
    }
}
