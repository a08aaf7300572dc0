//! Attributes that the machine computes: `__class__`, `__name__`, `__dict__` and their like.

use std::sync::Arc;

use super::Vm;
use crate::error::Res;
use crate::object::{Descriptor, Object, Payload, Sym, Type, sym};
use crate::value::{Ref, Value};

impl Vm {
    /// A computed attribute, when the object has it.
    pub(super) fn special_attr(&mut self, object: Value, name: Sym) -> Res<Option<Value>> {
        if name == sym::CLASS {
            return Ok(Some(Value::object(self.type_of(object))));
        }
        let Some(r) = object.as_ref() else {
            return Ok((name == sym::DOC).then_some(Value::NONE));
        };
        let found = match self.heap.get(r) {
            Object::Class(_) => self.class_special(r, name),
            Object::Function(_) => self.function_special(r, name),
            Object::NativeFunction(native) => {
                let (text, module, doc) = (native.name.clone(), native.module.clone(), native.doc);
                match name {
                    sym::NAME | sym::QUALNAME => Some(self.shared_str(text)),
                    sym::MODULE => Some(module.map_or(Value::NONE, |module| self.shared_str(module))),
                    sym::DOC => Some(doc.map_or(Value::NONE, |doc| self.str(doc))),
                    _ => None,
                }
            }
            Object::BoundMethod(method) => {
                let (receiver, function) = (method.receiver, method.function);
                match name {
                    sym::SELF => Some(receiver),
                    sym::FUNC => Some(function),
                    _ => self.plain_attr(function, name)?,
                }
            }
            Object::Module(_) => self.module_special(r, name),
            Object::Instance(_) => self.instance_special(object, r, name),
            Object::Generator(generator) => {
                let (short, long) = (generator.name.clone(), generator.qualname.clone());
                match name {
                    sym::NAME => Some(self.shared_str(short)),
                    sym::QUALNAME => Some(self.shared_str(long)),
                    _ => None,
                }
            }
            Object::Descriptor(descriptor) => match (&**descriptor, name) {
                (Descriptor::Property { doc, .. }, sym::DOC) => Some(*doc),
                (Descriptor::StaticMethod(inner) | Descriptor::ClassMethod(inner), sym::FUNC | sym::WRAPPED) => {
                    Some(*inner)
                }
                (Descriptor::StaticMethod(inner) | Descriptor::ClassMethod(inner), _) => {
                    let inner = *inner;
                    self.plain_attr(inner, name)?
                }
                _ => None,
            },
            _ => None,
        };
        Ok(found.or_else(|| (name == sym::DOC).then_some(Value::NONE)))
    }

    fn class_special(&mut self, r: Ref, name: Sym) -> Option<Value> {
        let class = self.class_ref(r);
        match name {
            sym::NAME => {
                let text = class.name.clone();
                Some(self.shared_str(text))
            }
            sym::QUALNAME => {
                let text = class.qualname.clone();
                Some(self.shared_str(text))
            }
            sym::MODULE => {
                let text = class.module.clone();
                Some(self.shared_str(text))
            }
            sym::BASES => {
                let bases = if r == Ref::of(Type::Object) { vec![] } else { class.bases.to_vec() };
                Some(self.tuple(bases.into_iter().map(Value::object).collect()))
            }
            sym::MRO => {
                let line = class.mro.iter().copied().map(Value::object).collect();
                Some(self.tuple(line))
            }
            sym::DICT => {
                let attrs: Vec<(Sym, Value)> = class.attrs.iter().collect();
                Some(self.dict_of_symbols(attrs))
            }
            sym::ANNOTATIONS => Some(Value::object(self.new_dict())),
            _ => None,
        }
    }

    fn function_special(&mut self, r: Ref, name: Sym) -> Option<Value> {
        let Object::Function(function) = self.heap.get(r) else { return None };
        match name {
            sym::NAME => {
                let text = function.name.clone();
                Some(self.shared_str(text))
            }
            sym::QUALNAME => {
                let text = function.qualname.clone();
                Some(self.shared_str(text))
            }
            sym::MODULE => {
                let text = self.module_name(function.module);
                Some(self.shared_str(text))
            }
            sym::DOC => Some(function.doc),
            sym::DEFAULTS => {
                let defaults = function.defaults.clone();
                Some(if defaults.is_empty() { Value::NONE } else { self.tuple(defaults) })
            }
            sym::KWDEFAULTS => {
                let defaults = function.keyword_defaults.clone();
                Some(if defaults.is_empty() { Value::NONE } else { self.dict_of_symbols(defaults) })
            }
            sym::ANNOTATIONS => {
                if function.annotations.is_none() {
                    let fresh = Value::object(self.new_dict());
                    if let Object::Function(function) = self.heap.get_mut_internal(r) {
                        function.annotations = fresh;
                    }
                    return Some(fresh);
                }
                Some(function.annotations)
            }
            sym::CLOSURE => {
                let cells = function.closure.to_vec();
                Some(if cells.is_empty() { Value::NONE } else { self.tuple(cells) })
            }
            sym::GLOBALS => {
                let module = function.module;
                Some(self.namespace_dict(module))
            }
            sym::DICT => {
                let attrs: Vec<(Sym, Value)> = function.attrs.iter().flat_map(|attrs| attrs.iter()).collect();
                Some(self.dict_of_symbols(attrs))
            }
            _ => None,
        }
    }

    fn module_special(&mut self, r: Ref, name: Sym) -> Option<Value> {
        match name {
            sym::NAME => {
                let text = self.module_name(r);
                Some(self.shared_str(text))
            }
            sym::DICT => Some(self.namespace_dict(r)),
            _ => None,
        }
    }

    fn instance_special(&mut self, object: Value, r: Ref, name: Sym) -> Option<Value> {
        let Object::Instance(instance) = self.heap.get(r) else { return None };
        if name == sym::DICT {
            let names = self.shapes.names(instance.shape);
            let attrs = names.iter().copied().zip(instance.slots.iter().copied()).collect();
            return Some(self.dict_of_symbols(attrs));
        }
        let Payload::Exception(data) = &instance.payload else { return None };
        match name {
            sym::ARGS => Some(data.args),
            sym::CAUSE => Some(data.cause),
            sym::CONTEXT => Some(data.context),
            sym::SUPPRESS_CONTEXT => Some(Value::bool(data.suppress_context)),
            sym::TRACEBACK => Some(crate::modules::traceback_object::of_exception(self, object)),
            sym::NOTES if !data.notes.is_empty() => {
                let notes: Vec<Arc<str>> = data.notes.clone();
                let notes = notes.into_iter().map(|note| self.shared_str(note)).collect();
                Some(self.list(notes))
            }
            sym::NAME if self.is_type(object, Type::NameError) || self.is_type(object, Type::ImportError) => None,
            _ => None,
        }
    }

    /// Writes a computed attribute; whether there is one of this name.
    pub(super) fn special_set_attr(&mut self, object: Value, name: Sym, value: Value) -> Res<bool> {
        let Some(r) = object.as_ref() else { return Ok(false) };
        let text = self.as_arc_str(value);
        match self.heap.get(r) {
            Object::Function(_) => {
                let Object::Function(function) = self.heap.get_mut(r)? else { return Ok(false) };
                match (name, text) {
                    (sym::NAME, Some(text)) => function.name = text,
                    (sym::QUALNAME, Some(text)) => function.qualname = text,
                    (sym::DOC, _) => function.doc = value,
                    (sym::ANNOTATIONS, _) => function.annotations = value,
                    (sym::MODULE, _) => {}
                    (sym::DEFAULTS, _) => {
                        let defaults = self.tuple_items(value).map(<[Value]>::to_vec).unwrap_or_default();
                        if let Object::Function(function) = self.heap.get_mut(r)? {
                            function.defaults = defaults;
                        }
                    }
                    _ => return Ok(false),
                }
                Ok(true)
            }
            Object::Class(class) if !class.builtin => {
                let Object::Class(class) = self.heap.get_mut(r)? else { return Ok(false) };
                match (name, text) {
                    (sym::NAME, Some(text)) => class.name = text,
                    (sym::QUALNAME, Some(text)) => class.qualname = text,
                    _ => return Ok(false),
                }
                Ok(true)
            }
            Object::Instance(instance) if matches!(instance.payload, Payload::Exception(_)) => {
                if name == sym::TRACEBACK {
                    crate::modules::traceback_object::assign(self, object, value)?;
                    return Ok(true);
                }
                let args = if name == sym::ARGS { Some(self.collect(value)?) } else { None };
                let args = args.map(|items| self.tuple(items));
                let flag = self.truthy(value)?;
                let Some(data) = self.exception_mut(object) else { return Ok(false) };
                match name {
                    sym::ARGS => data.args = args.unwrap_or(Value::NONE),
                    sym::CAUSE => {
                        data.cause = value;
                        data.suppress_context = true;
                    }
                    sym::CONTEXT => data.context = value,
                    sym::SUPPRESS_CONTEXT => data.suppress_context = flag,
                    _ => return Ok(false),
                }
                Ok(true)
            }
            Object::Instance(instance) if name == sym::CLASS => {
                let old = instance.class;
                let Some(class) = self.as_class(value) else { return Ok(false) };
                if self.class_ref(old).layout != self.class_ref(class).layout {
                    return Err(self.type_error("__class__ assignment: object layout differs"));
                }
                self.change_class(r, class)?;
                Ok(true)
            }
            Object::Instance(_) if name == sym::DICT => {
                let Some(dict) = self.dict_ref(value) else {
                    return Err(self.type_error("__dict__ must be set to a dictionary"));
                };
                let items = self.dict_items(dict);
                let root = self.class_ref(self.type_of(object)).root_shape;
                if let Object::Instance(instance) = self.heap.get_mut(r)? {
                    instance.slots.clear();
                    instance.shape = root;
                }
                for (key, value) in items {
                    if let Some(key) = self.symbol_of(key) {
                        self.plain_set_attr(object, key, value)?;
                    }
                }
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    fn change_class(&mut self, r: Ref, class: Ref) -> Res<()> {
        let Object::Instance(instance) = self.heap.get(r) else { return Ok(()) };
        let names = self.shapes.names(instance.shape).to_vec();
        let root = self.class_ref(class).root_shape;
        let shape = names.into_iter().fold(root, |shape, name| self.shapes.with(shape, name));
        if let Object::Instance(instance) = self.heap.get_mut(r)? {
            instance.class = class;
            instance.shape = shape;
        }
        Ok(())
    }

    /// A fresh dict of names and values.
    pub fn dict_of_symbols(&mut self, attrs: Vec<(Sym, Value)>) -> Value {
        let dict = self.new_dict();
        for (name, value) in attrs {
            let key = self.symbol_text(name);
            // Text keys neither fail nor run code.
            let _ = self.dict_set(dict, key, value);
        }
        Value::object(dict)
    }

    /// The namespace of a module as a fresh dict: `globals()`.
    pub fn namespace_dict(&mut self, module: Ref) -> Value {
        let attrs: Vec<(Sym, Value)> = match self.heap.get(module) {
            Object::Module(namespace) => namespace.iter().collect(),
            _ => Vec::new(),
        };
        self.dict_of_symbols(attrs)
    }
}
