//! `list[int]` and `int | None`: classes with parameters, and unions, as annotations write them.

use std::any::Any;
use std::sync::Arc;

use crate::error::Res;
use crate::object::{Args, Native, Object, Payload, PortableNative, Type, sym};
use crate::value::{Ref, Value};
use crate::vm::{ClassSpec, Vm};

/// Builtin classes that take parameters.
const GENERIC: [Type; 6] = [Type::List, Type::Dict, Type::Tuple, Type::Set, Type::FrozenSet, Type::Type];

/// `origin[args]`
#[derive(Debug)]
struct GenericAlias {
    origin: Value,
    args: Vec<Value>,
}

/// `a | b | c`
#[derive(Debug)]
struct Union {
    args: Vec<Value>,
}

impl Native for GenericAlias {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.origin);
        self.args.iter().copied().for_each(visit);
    }

    fn size(&self) -> usize {
        self.args.len() * 8 + 32
    }

    fn portable(&self, children: &mut Vec<Value>) -> Option<Arc<dyn PortableNative>> {
        children.push(self.origin);
        children.extend_from_slice(&self.args);
        Some(Arc::new(PortableForm::Alias))
    }
}

impl Native for Union {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        self.args.iter().copied().for_each(visit);
    }

    fn size(&self) -> usize {
        self.args.len() * 8 + 32
    }

    fn portable(&self, children: &mut Vec<Value>) -> Option<Arc<dyn PortableNative>> {
        children.extend_from_slice(&self.args);
        Some(Arc::new(PortableForm::Union))
    }
}

/// A class with parameters, or a union, on its way to another machine.
#[derive(Debug)]
enum PortableForm {
    Alias,
    Union,
}

impl PortableNative for PortableForm {
    fn restore(&self, children: &[Value]) -> Box<dyn Native> {
        match (self, children) {
            (Self::Alias, [origin, args @ ..]) => Box::new(GenericAlias { origin: *origin, args: args.to_vec() }),
            (_, args) => Box::new(Union { args: args.to_vec() }),
        }
    }

    fn size(&self) -> usize {
        32
    }
}

impl Vm {
    /// Makes the classes of these objects, so that a machine that gets some from elsewhere knows them.
    pub(in crate::vm) fn install_type_forms(&mut self) {
        self.alias_class();
        self.union_class();
    }

    /// `Class[key]`
    pub(super) fn class_item(&mut self, object: Value, key: Value) -> Res {
        let Some(class) = self.as_class(object) else { return Err(self.object_error(object, "is not subscriptable")) };
        if Type::at(class.0).is_some_and(|ty| GENERIC.contains(&ty)) {
            let args = self.tuple_items(key).map_or_else(|| vec![key], <[Value]>::to_vec);
            let alias = self.alias_class();
            return Ok(self.new_instance(alias, Payload::Native(Box::new(GenericAlias { origin: object, args }))));
        }
        if let Some(method) = self.lookup(class, sym::CLASS_GETITEM) {
            return match self.heap.object(method) {
                Some(Object::Function(_)) => self.call(method, &[object, key]),
                _ => {
                    let bound = self.get_attr(object, sym::CLASS_GETITEM)?;
                    self.call(bound, &[key])
                }
            };
        }
        let name = self.class_ref(class).name.clone();
        Err(self.type_error(format!("type '{name}' is not subscriptable")))
    }

    /// `a | b` of classes; `None` when one of them cannot stand in a union.
    pub(super) fn union_type(&mut self, a: Value, b: Value) -> Res<Option<Value>> {
        let is_type = |vm: &Self, value: Value| vm.as_class(value).is_some() || vm.is_type_form(value);
        if !(is_type(self, a) || is_type(self, b)) {
            return Ok(None);
        }
        let mut args: Vec<Value> = Vec::new();
        for side in [a, b] {
            let parts = match self.union_args(side) {
                Some(parts) => parts,
                None if side.is_none() => vec![Value::class(Type::NoneType)],
                None if is_type(self, side) => vec![side],
                None => return Ok(None),
            };
            for part in parts {
                if !args.contains(&part) {
                    args.push(part);
                }
            }
        }
        if let [only] = args[..] {
            return Ok(Some(only));
        }
        let class = self.union_class();
        Ok(Some(self.new_instance(class, Payload::Native(Box::new(Union { args })))))
    }

    fn is_type_form(&self, value: Value) -> bool {
        self.payload::<GenericAlias>(value).is_some() || self.payload::<Union>(value).is_some()
    }

    /// The members of `a | b`, for `isinstance`.
    #[must_use]
    pub fn union_args(&self, value: Value) -> Option<Vec<Value>> {
        self.payload::<Union>(value).map(|union| union.args.clone())
    }

    /// The class behind `list[int]`.
    #[must_use]
    pub fn generic_origin(&self, value: Value) -> Option<Value> {
        self.payload::<GenericAlias>(value).map(|alias| alias.origin)
    }

    fn alias_class(&mut self) -> Ref {
        if let Some(class) = self.known_class("types.GenericAlias") {
            return class;
        }
        let class = self.define_class(ClassSpec {
            name: "GenericAlias",
            module: "types",
            bases: &[],
            constructor: None,
            methods: &[("__repr__", form_repr), ("__call__", alias_call), ("__eq__", form_eq), ("__hash__", form_hash)],
            getters: &[("__origin__", alias_origin), ("__args__", form_args)],
        });
        self.remember_class("types.GenericAlias", class);
        class
    }

    fn union_class(&mut self) -> Ref {
        if let Some(class) = self.known_class("types.UnionType") {
            return class;
        }
        let class = self.define_class(ClassSpec {
            name: "UnionType",
            module: "types",
            bases: &[],
            constructor: None,
            methods: &[("__repr__", form_repr), ("__eq__", form_eq), ("__hash__", form_hash)],
            getters: &[("__args__", form_args)],
        });
        self.remember_class("types.UnionType", class);
        class
    }

    fn form_parts(&self, value: Value) -> Vec<Value> {
        match (self.payload::<GenericAlias>(value), self.payload::<Union>(value)) {
            (Some(alias), _) => alias.args.clone(),
            (_, Some(union)) => union.args.clone(),
            _ => Vec::new(),
        }
    }

    /// A member of an annotation: classes by their bare name.
    fn form_text(&mut self, value: Value) -> Res<String> {
        match self.as_class(value) {
            Some(class) if class == Ref::of(Type::NoneType) => Ok("None".to_string()),
            Some(class) => Ok(self.class_text(class)),
            None if value == Value::ELLIPSIS => Ok("...".to_string()),
            None => self.deeper(|vm| vm.repr(value)),
        }
    }
}

fn receiver(args: &Args<'_>) -> Value {
    args.pos.first().copied().unwrap_or(Value::NONE)
}

fn form_repr(vm: &mut Vm, args: &Args<'_>) -> Res {
    let form = receiver(args);
    let mut parts = Vec::new();
    for part in vm.form_parts(form) {
        parts.push(vm.form_text(part)?);
    }
    let text = match vm.generic_origin(form) {
        Some(origin) => {
            let origin = vm.form_text(origin)?;
            format!("{origin}[{}]", parts.join(", "))
        }
        None => parts.join(" | "),
    };
    Ok(vm.string(text))
}

fn alias_call(vm: &mut Vm, args: &Args<'_>) -> Res {
    match vm.generic_origin(receiver(args)) {
        Some(origin) => vm.call_args(origin, &Args { pos: args.pos.get(1..).unwrap_or(&[]), kw: args.kw }),
        None => Err(vm.object_error(receiver(args), "is not callable")),
    }
}

fn form_eq(vm: &mut Vm, args: &Args<'_>) -> Res {
    let &[a, b] = args.pos else { return Ok(Value::NOT_IMPLEMENTED) };
    if !vm.is_type_form(b) || vm.generic_origin(a) != vm.generic_origin(b) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (x, y) = (vm.form_parts(a), vm.form_parts(b));
    let equal = match vm.generic_origin(a) {
        Some(_) => x == y,
        None => x.len() == y.len() && x.iter().all(|part| y.contains(part)),
    };
    Ok(Value::bool(equal))
}

fn form_hash(vm: &mut Vm, args: &Args<'_>) -> Res {
    let form = receiver(args);
    let parts = vm.form_parts(form).into_iter().map(super::hash::identity_hash);
    let hash = parts.fold(vm.generic_origin(form).map_or(0, super::hash::identity_hash), |all, part| all ^ part);
    Ok(vm.int(hash as i64))
}

fn alias_origin(vm: &mut Vm, args: &Args<'_>) -> Res {
    Ok(vm.generic_origin(receiver(args)).unwrap_or(Value::NONE))
}

fn form_args(vm: &mut Vm, args: &Args<'_>) -> Res {
    let parts = vm.form_parts(receiver(args));
    Ok(vm.tuple(parts))
}
