//! A fresh machine: the classes of the builtin types, the builtins, the modules.

use super::Vm;
use crate::object::{Class, ClassFlags, Namespace, Object, Type};
use crate::value::{Ref, Value};

/// Builtin types that no class may derive from.
const FINAL: &[Type] = &[
    Type::Bool,
    Type::NoneType,
    Type::NotImplementedType,
    Type::Ellipsis,
    Type::Function,
    Type::NativeFunction,
    Type::Method,
    Type::Generator,
    Type::Slice,
    Type::Range,
    Type::DictKeys,
    Type::DictValues,
    Type::DictItems,
    Type::Super,
];

/// Builtin types that Python lets classes derive from, but this machine does not.
const ONLY_HERE: &[Type] = &[Type::Super];

/// Whether Python itself allows classes that derive from this one.
pub(super) fn is_derivable_in_python(class: Ref) -> bool {
    Type::at(class.0).is_some_and(|ty| ONLY_HERE.contains(&ty))
}

impl Vm {
    pub(super) fn install(&mut self) {
        for &ty in Type::ALL {
            self.install_class(ty);
        }
        let main = self.names.intern("__main__");
        let builtins = self.names.intern("builtins");
        self.builtins = self.new_module(builtins);
        self.main = self.new_module(main);
        for &ty in Type::ALL {
            if is_named(ty) {
                self.add_builtin_value(ty.name(), Value::class(ty));
            }
            if ty.is_exception() {
                self.set_constructor(Ref::of(ty), Self::construct_exception);
            }
        }
        self.add_builtin_value("EnvironmentError", Value::class(Type::OSError));
        self.add_builtin_value("IOError", Value::class(Type::OSError));
        self.add_builtin_value("NotImplemented", Value::NOT_IMPLEMENTED);
        self.add_builtin_value("Ellipsis", Value::ELLIPSIS);
        self.add_builtin_value("__debug__", Value::TRUE);
        self.add_builtin("__build_class__", Self::build_class);
        self.install_type_forms();
        crate::builtins::install(self);
        crate::modules::install(self);
        self.temps.clear();
        let append = self.names.intern("append");
        self.list_append = self.lookup(Ref::of(Type::List), append).unwrap_or(Value::UNBOUND);
        let get = self.names.intern("get");
        self.dict_get = self.lookup(Ref::of(Type::Dict), get).unwrap_or(Value::UNBOUND);
    }

    fn install_class(&mut self, ty: Type) {
        let mut line = vec![Ref::of(ty)];
        while let Some(&last) = line.last()
            && last != Ref::of(Type::Object)
        {
            let base = Type::at(last.0).map_or(Type::Object, Type::base);
            line.push(Ref::of(base));
        }
        let root_shape = self.shapes.root(Ref::of(ty));
        let class = Class {
            meta: Ref::of(Type::Type),
            name: ty.name().into(),
            qualname: ty.name().into(),
            module: "builtins".into(),
            bases: [Ref::of(ty.base())].into(),
            mro: line.into(),
            attrs: Namespace::default(),
            layout: ty,
            constructor: None,
            flags: ClassFlags::default(),
            root_shape,
            builtin: true,
            final_class: FINAL.contains(&ty),
            serial: 0,
            slots: None,
        };
        let made = self.heap.alloc(Object::Class(Box::new(class)));
        debug_assert_eq!(made, Ref::of(ty), "the classes of builtin types come first, in order");
        self.builtin_classes.push(made);
    }
}

/// Whether the class is a builtin name (`int` is, `list_iterator` is not).
fn is_named(ty: Type) -> bool {
    ty.is_exception()
        || matches!(
            ty,
            Type::Object
                | Type::Type
                | Type::Int
                | Type::Bool
                | Type::Float
                | Type::Complex
                | Type::Str
                | Type::Bytes
                | Type::ByteArray
                | Type::List
                | Type::Tuple
                | Type::Dict
                | Type::Set
                | Type::FrozenSet
                | Type::Slice
                | Type::Range
                | Type::Property
                | Type::StaticMethod
                | Type::ClassMethod
                | Type::Super
                | Type::Map
                | Type::Filter
                | Type::Zip
                | Type::Enumerate
                | Type::Reversed
        )
}
