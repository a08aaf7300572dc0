//! `repr` of what prints as `<...>`: functions, classes, iterators, plain objects. Addresses are made from the place in
//! the heap, so that the same program prints the same text.

use std::sync::Arc;

use super::Method;
use crate::error::Res;
use crate::object::{Descriptor, Iter, NativeFunction, Object, sym};
use crate::value::{Ref, Value};
use crate::vm::Vm;

/// Where addresses begin, and how far apart they are: what a 64-bit CPython shows looks like this.
const FIRST_ADDRESS: u64 = 0x7f3a_5c00_0000;
const ADDRESS_STEP: u64 = 0x30;

impl Vm {
    /// The address that `repr` shows, and what `id` answers for objects.
    #[must_use]
    pub fn address(&self, value: Value) -> u64 {
        match value.as_ref() {
            Some(Ref(place)) => FIRST_ADDRESS + u64::from(place) * ADDRESS_STEP,
            // Values outside the heap: spread over another range, odd so as to differ from every object.
            None => (value.identity() >> 1) | 1,
        }
    }

    fn at(&self, value: Value) -> String {
        format!("0x{:012x}", self.address(value))
    }

    /// The name of a class as `repr` shows it: without the module for builtins.
    #[must_use]
    pub fn class_text(&self, class: Ref) -> String {
        let class = self.class_ref(class);
        if &*class.module == "builtins" {
            class.qualname.to_string()
        } else {
            format!("{}.{}", class.module, class.qualname)
        }
    }

    /// `<module.Class object at 0x...>`
    pub fn object_text(&self, value: Value) -> String {
        format!("<{} object at {}>", self.class_text(self.type_of(value)), self.at(value))
    }

    pub(super) fn write_opaque(&mut self, value: Value, out: &mut String) -> Res<()> {
        let Some(r) = value.as_ref() else { return self.write_repr(value, out) };
        let text = match self.heap.get(r) {
            Object::Range(range) if range.step == 1 => format!("range({}, {})", range.start, range.stop),
            Object::Range(range) => format!("range({}, {}, {})", range.start, range.stop, range.step),
            Object::Function(function) => format!("<function {} at {}>", function.qualname, self.at(value)),
            Object::NativeFunction(native) => self.native_text(native),
            Object::BoundMethod(method) => {
                let (receiver, function) = (method.receiver, method.function);
                return self.write_bound(receiver, function, out);
            }
            Object::Descriptor(descriptor) => {
                let (name, inner) = match **descriptor {
                    Descriptor::Property { .. } => {
                        out.push_str(&format!("<property object at {}>", self.at(value)));
                        return Ok(());
                    }
                    Descriptor::StaticMethod(inner) => ("staticmethod", inner),
                    Descriptor::ClassMethod(inner) => ("classmethod", inner),
                };
                out.push_str(&format!("<{name}("));
                self.deeper(|vm| vm.write_repr(inner, out))?;
                ")>".to_string()
            }
            Object::Class(_) => format!("<class '{}'>", self.class_text(r)),
            Object::Module(_) => {
                let name = self.module_name(r);
                if &*name == "__main__" { "<module '__main__'>".to_string() } else { format!("<module '{name}' (built-in)>") }
            }
            Object::Generator(generator) => {
                format!("<generator object {} at {}>", generator.qualname, self.at(value))
            }
            Object::Cell(inner) => {
                let content = if inner.is_unbound() {
                    "empty".to_string()
                } else {
                    format!("{} object at {}", self.type_name(*inner), self.at(*inner))
                };
                format!("<cell at {}: {content}>", self.at(value))
            }
            Object::Iter(iter) if let Iter::Native(Some(native)) = &**iter && let Some((name, shown)) = native.shown() => {
                out.push_str(name);
                out.push('(');
                for (place, value) in shown.into_iter().enumerate() {
                    out.push_str(if place > 0 { ", " } else { "" });
                    self.deeper(|vm| vm.write_repr(value, out))?;
                }
                ")".to_string()
            }
            Object::Super(class, object) => {
                let class = self.class_ref(*class).name.clone();
                let object = self.class_ref(self.type_of(*object)).name.clone();
                format!("<super: <class '{class}'>, <{object} object>>")
            }
            _ => format!("<{} object at {}>", self.type_name(value), self.at(value)),
        };
        out.push_str(&text);
        Ok(())
    }

    fn native_text(&self, native: &NativeFunction) -> String {
        let name = &native.name;
        match native.method_of {
            Some(class) => {
                let kind = if name.starts_with("__") { "slot wrapper" } else { "method" };
                format!("<{kind} '{name}' of '{}' objects>", self.class_text(class))
            }
            None => format!("<built-in function {name}>"),
        }
    }

    fn write_bound(&mut self, receiver: Value, function: Value, out: &mut String) -> Res<()> {
        let name: Arc<str> = match self.heap.object(function) {
            Some(Object::NativeFunction(native)) => {
                let kind = if native.name.starts_with("__") { "method-wrapper" } else { "built-in method" };
                let name = native.name.clone();
                let owner = self.type_name(receiver);
                let at = self.at(receiver);
                out.push_str(&match kind {
                    "built-in method" => format!("<built-in method {name} of {owner} object at {at}>"),
                    _ => format!("<method-wrapper '{name}' of {owner} object at {at}>"),
                });
                return Ok(());
            }
            Some(Object::Function(function)) => function.qualname.clone(),
            _ => "?".into(),
        };
        out.push_str(&format!("<bound method {name} of "));
        let receiver_text = match self.own_method(receiver, sym::REPR) {
            Method::Own(_) => self.deeper(|vm| vm.repr(receiver))?,
            _ => self.deeper(|vm| vm.default_repr(receiver))?,
        };
        out.push_str(&receiver_text);
        out.push('>');
        Ok(())
    }
}
