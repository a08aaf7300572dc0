//! What extensions use to offer classes, functions and modules.

use super::Vm;
use crate::object::{Constructor, Descriptor, NativeFn, NativeFunction, Object, Type};
use crate::value::{Ref, Value};

/// A getter of a native class: a function of the instance.
pub type Getter = (&'static str, NativeFn);

/// A class written in Rust.
#[derive(Debug, Clone, Copy)]
pub struct ClassSpec<'a> {
    pub name: &'a str,
    pub module: &'a str,
    /// Empty for `object`.
    pub bases: &'a [Ref],
    pub constructor: Option<Constructor>,
    pub methods: &'a [(&'static str, NativeFn)],
    pub getters: &'a [Getter],
}

impl Vm {
    /// The data bound to the native function that runs (see `Vm::native_closure`).
    #[must_use]
    pub fn native_data(&self) -> Value {
        self.native_data
    }

    /// Makes a class in Rust.
    pub fn define_class(&mut self, spec: ClassSpec<'_>) -> Ref {
        let object = [Ref::of(Type::Object)];
        let bases = if spec.bases.is_empty() { &object[..] } else { spec.bases };
        let class = self.make_class(spec.name, spec.module, bases, true);
        if let Some(constructor) = spec.constructor {
            self.set_constructor(class, constructor);
        }
        self.add_methods(class, spec.methods);
        for &(name, getter) in spec.getters {
            self.add_getter(class, name, getter, None);
        }
        self.remember_class(&format!("{}.{}", spec.module, spec.name), class);
        class
    }

    pub fn add_methods(&mut self, class: Ref, methods: &[(&'static str, NativeFn)]) {
        for &(name, function) in methods {
            let native = NativeFunction {
                name: name.into(),
                function,
                method_of: Some(class),
                data: Value::NONE,
                module: None,
                doc: None,
            };
            let value = self.alloc(Object::NativeFunction(Box::new(native)));
            self.set_class_attr(class, name, value);
        }
    }

    pub fn set_constructor(&mut self, class: Ref, constructor: Constructor) {
        if let Object::Class(class) = self.heap.get_mut_internal(class) {
            class.constructor = Some(constructor);
        }
    }

    /// An attribute of instances that a function computes.
    pub fn add_getter(&mut self, class: Ref, name: &str, get: NativeFn, set: Option<NativeFn>) {
        let get = self.native_fn(name, get);
        let set = set.map_or(Value::NONE, |set| self.native_fn(name, set));
        let property = Descriptor::Property { get, set, delete: Value::NONE, doc: Value::NONE };
        let value = self.alloc(Object::Descriptor(Box::new(property)));
        self.set_class_attr(class, name, value);
    }

    pub fn set_class_attr(&mut self, class: Ref, name: &str, value: Value) {
        let name = self.names.intern(name);
        if let Object::Class(class) = self.heap.get_mut_internal(class) {
            class.attrs.set(name, value);
        }
        self.class_changed(class, name);
    }

    pub fn add_builtin(&mut self, name: &str, function: NativeFn) {
        let value = self.native_fn(name, function);
        if let Some(Object::NativeFunction(native)) = value.as_ref().map(|r| self.heap.get_mut_internal(r)) {
            native.module = Some("builtins".into());
        }
        self.add_builtin_value(name, value);
    }

    pub fn add_builtin_value(&mut self, name: &str, value: Value) {
        self.module_set(self.builtins, name, value);
    }

    /// A builtin by name.
    #[must_use]
    pub fn builtin_value(&self, name: &str) -> Option<Value> {
        let sym = self.names.find(name)?;
        match self.heap.get(self.builtins) {
            Object::Module(namespace) => namespace.get(sym),
            _ => None,
        }
    }

    pub fn module_set(&mut self, module: Ref, name: &str, value: Value) {
        let name = self.names.intern(name);
        if let Object::Module(namespace) = self.heap.get_mut_internal(module) {
            namespace.set(name, value);
        }
    }

    pub fn module_fn(&mut self, module: Ref, name: &str, function: NativeFn) {
        let value = self.native_fn(name, function);
        let module_name = self.module_name(module);
        if let Some(Object::NativeFunction(native)) = value.as_ref().map(|r| self.heap.get_mut_internal(r)) {
            native.module = Some(module_name);
        }
        self.module_set(module, name, value);
    }

    /// Remembers a class under a name for other native code and other machines.
    /// `define_class` does so under `module.name`.
    pub fn remember_class(&mut self, name: &str, class: Ref) {
        self.known_classes.insert(name.into(), class);
    }

    #[must_use]
    pub fn known_class(&self, name: &str) -> Option<Ref> {
        self.known_classes.get(name).copied()
    }
}
