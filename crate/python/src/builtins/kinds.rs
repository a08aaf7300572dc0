//! `type` and `super`.

use crate::error::Res;
use crate::object::{Args, Object, Type, sym};
use crate::value::{Ref, Value};
use crate::vm::Vm;

pub(super) fn install(vm: &mut Vm) {
    vm.set_constructor(Ref::of(Type::Type), construct);
    vm.set_constructor(Ref::of(Type::Super), construct_super);
    vm.add_methods(
        Ref::of(Type::Type),
        &[
            ("mro", mro),
            ("__subclasses__", subclasses),
            ("__call__", call_class),
            ("__repr__", repr),
            ("__instancecheck__", instancecheck),
            ("__subclasscheck__", subclasscheck),
        ],
    );
    super::support::add_class_methods(vm, Ref::of(Type::Type), &[("__prepare__", |vm, _| Ok(Value::object(vm.new_dict())))]);
    vm.set_constructor(Ref::of(Type::Method), construct_method);
    vm.set_constructor(Ref::of(Type::Module), construct_module);
    vm.set_constructor(Ref::of(Type::NoneType), |_, _, _| Ok(Value::NONE));
    vm.set_constructor(Ref::of(Type::Ellipsis), |_, _, _| Ok(Value::ELLIPSIS));
    vm.set_constructor(Ref::of(Type::NotImplementedType), |_, _, _| Ok(Value::NOT_IMPLEMENTED));
}

/// `type(object)` or `type(name, bases, attributes)`.
fn construct(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    match *args.pos {
        [object] if class == Ref::of(Type::Type) && args.kw.is_empty() => Ok(Value::object(vm.type_of(object))),
        [name, bases, attrs] => {
            let Some(name) = vm.as_arc_str(name) else {
                let actual = vm.type_name(name);
                return Err(vm.type_error(format!("type.__new__() argument 1 must be str, not {actual}")));
            };
            let Some(bases) = vm.tuple_items(bases).map(<[Value]>::to_vec) else {
                let actual = vm.type_name(bases);
                return Err(vm.type_error(format!("type.__new__() argument 2 must be tuple, not {actual}")));
            };
            let Some(attrs) = vm.dict_ref(attrs) else {
                let actual = vm.type_name(attrs);
                return Err(vm.type_error(format!("type.__new__() argument 3 must be dict, not {actual}")));
            };
            let module = vm.dict_get_str(attrs, "__module__").and_then(|module| vm.as_arc_str(module));
            let attrs = vm.dict_items(attrs);
            let module = module.unwrap_or_else(|| "__main__".into());
            let meta = vm.winning_metaclass(class, &bases)?;
            if meta != class && vm.class_ref(meta).flags.has_python_new {
                let new = vm.get_attr(Value::object(meta), sym::NEW)?;
                let mut pos = vec![Value::object(meta)];
                pos.extend_from_slice(args.pos);
                return vm.call_args(new, &Args { pos: &pos, kw: args.kw });
            }
            Ok(Value::object(vm.build_type(&name, &module, meta, &bases, attrs, args.kw)?))
        }
        _ => Err(vm.type_error("type() takes 1 or 3 arguments")),
    }
}

/// What calling a class does unless its metaclass says otherwise.
fn call_class(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = vm.split_receiver("type.__call__", args)?;
    match vm.as_class(receiver) {
        Some(class) => vm.construct(class, &rest),
        None => Err(super::support::wrong_receiver(vm, Type::Type, "__call__", receiver)),
    }
}

fn repr(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("type.__repr__", args)?;
    let text = vm.default_repr(receiver)?;
    Ok(vm.string(text))
}

fn instancecheck(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [object]) = vm.method("type.__instancecheck__", args)?;
    Ok(Value::bool(vm.as_class(receiver).is_some_and(|class| vm.is_instance(object, class))))
}

fn subclasscheck(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [sub]) = vm.method("type.__subclasscheck__", args)?;
    let classes = vm.as_class(receiver).zip(vm.as_class(sub));
    Ok(Value::bool(classes.is_some_and(|(class, sub)| vm.is_subclass(sub, class))))
}

/// `types.MethodType(function, object)`: binds a function to an object.
fn construct_method(vm: &mut Vm, _class: Ref, args: &Args<'_>) -> Res {
    let [function, object] = vm.exact("method", args)?;
    if !vm.is_callable(function) {
        return Err(vm.type_error("first argument must be callable"));
    }
    if object.is_none() {
        return Err(vm.type_error("self must not be None"));
    }
    Ok(vm.bound(object, function))
}

/// `types.ModuleType(name, doc)`: a module with nothing in it.
fn construct_module(vm: &mut Vm, _class: Ref, args: &Args<'_>) -> Res {
    let [name, doc] = vm.bind("module", args, ["name", "doc"], 1)?;
    let name = super::support::str_argument(vm, "module() argument 'name' ", name.unwrap_or(Value::NONE))?;
    let module = vm.alloc_ref(Object::Module(Box::default()));
    let name = vm.shared_str(name);
    vm.module_set(module, "__name__", name);
    vm.module_set(module, "__doc__", doc.unwrap_or(Value::NONE));
    Ok(Value::object(module))
}

fn class_receiver(vm: &mut Vm, fname: &str, args: &Args<'_>) -> Res<Ref> {
    let (receiver, []) = vm.method(fname, args)?;
    match vm.as_class(receiver) {
        Some(class) => Ok(class),
        None => Err(super::support::wrong_receiver(vm, Type::Type, fname, receiver)),
    }
}

fn mro(vm: &mut Vm, args: &Args<'_>) -> Res {
    let class = class_receiver(vm, "type.mro", args)?;
    let line = vm.class_ref(class).mro.iter().map(|&class| Value::object(class)).collect();
    Ok(vm.list(line))
}

/// The classes that derive from this one directly, in the order of their making.
fn subclasses(vm: &mut Vm, args: &Args<'_>) -> Res {
    let class = class_receiver(vm, "type.__subclasses__", args)?;
    let mut found: Vec<(u32, Ref)> = vm
        .heap
        .iter()
        .filter_map(|(r, object)| match object {
            Object::Class(candidate) if r != class && candidate.bases.contains(&class) => Some((candidate.serial, r)),
            _ => None,
        })
        .collect();
    found.sort_unstable();
    Ok(vm.list(found.into_iter().map(|(_, class)| Value::object(class)).collect()))
}

/// `super(class, object)`; without arguments the compiler puts both in.
fn construct_super(vm: &mut Vm, _class: Ref, args: &Args<'_>) -> Res {
    let (class, object) = match *vm.between("super()", args, 0, 2)? {
        [class, object] => (class, object),
        [_] => {
            return Err(vm.type_error("super() with one argument is not supported; pass the object as well"));
        }
        _ => {
            let text = if vm.current_parameters() > 0 { "super(): __class__ cell not found" } else { "super(): no arguments" };
            return Err(vm.error(Type::RuntimeError, text));
        }
    };
    let Some(class) = vm.as_class(class) else {
        let actual = vm.type_name(class);
        return Err(vm.type_error(format!("super() argument 1 must be a type, not {actual}")));
    };
    let fits = vm.is_instance(object, class) || vm.as_class(object).is_some_and(|sub| vm.is_subclass(sub, class));
    if !fits {
        return Err(vm.type_error("super(type, obj): obj must be an instance or subtype of type"));
    }
    Ok(vm.alloc(Object::Super(class, object)))
}

/// `isinstance(object, classes)`; for `issubclass` the object is a class itself.
pub(super) fn matches_classes(vm: &mut Vm, object: Value, classes: Value, subclass: bool) -> Res<bool> {
    if let Some(items) = vm.tuple_items(classes).map(<[Value]>::to_vec) {
        vm.enter()?;
        let result = any_class(vm, object, &items, subclass);
        vm.leave();
        return result;
    }
    let hook = if subclass { sym::SUBCLASSCHECK } else { sym::INSTANCECHECK };
    if let Some(class) = vm.as_class(classes) {
        if !subclass && vm.type_of(object) == class {
            return Ok(true);
        }
        let meta = vm.type_of(classes);
        if let Some(found) = vm.own_meta_attr(meta, hook) {
            // What an abstract class asks in the end, asked first: nearly all of its instances derive from it.
            let abstract_class = vm.known_class("abc.ABCMeta").is_some_and(|known| vm.lookup(known, hook) == Some(found));
            if abstract_class && !subclass && vm.is_instance(object, class) {
                return Ok(true);
            }
            let hook = found;
            let bound = vm.bind_attr(hook, classes, meta)?;
            let result = vm.call(bound, &[object])?;
            return vm.truthy(result);
        }
        return Ok(match (subclass, vm.as_class(object)) {
            (false, _) => vm.is_instance(object, class),
            (true, Some(object)) => vm.is_subclass(object, class),
            (true, None) => false,
        });
    }
    if let Some(members) = vm.union_args(classes) {
        return any_class(vm, object, &members, subclass);
    }
    if vm.generic_origin(classes).is_some() {
        let name = if subclass { "issubclass" } else { "isinstance" };
        return Err(vm.type_error(format!("{name}() argument 2 cannot be a parameterized generic")));
    }
    if let Some(result) = vm.call_special(classes, hook, &[object]) {
        let result = result?;
        return vm.truthy(result);
    }
    let text = if subclass {
        "issubclass() arg 2 must be a class, a tuple of classes, or a union"
    } else {
        "isinstance() arg 2 must be a type, a tuple of types, or a union"
    };
    Err(vm.type_error(text))
}

fn any_class(vm: &mut Vm, object: Value, classes: &[Value], subclass: bool) -> Res<bool> {
    for &class in classes {
        if matches_classes(vm, object, class, subclass)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// `isinstance(object, class_or_tuple)`
pub(super) fn isinstance(vm: &mut Vm, args: &Args<'_>) -> Res {
    vm.no_keywords("isinstance", args)?;
    let [object, classes] = *args.pos else {
        let count = args.pos.len();
        return Err(vm.type_error(format!("isinstance expected 2 arguments, got {count}")));
    };
    matches_classes(vm, object, classes, false).map(Value::bool)
}

/// `issubclass(class, class_or_tuple)`
pub(super) fn issubclass(vm: &mut Vm, args: &Args<'_>) -> Res {
    vm.no_keywords("issubclass", args)?;
    let [class, classes] = *args.pos else {
        let count = args.pos.len();
        return Err(vm.type_error(format!("issubclass expected 2 arguments, got {count}")));
    };
    // Who answers for itself may be asked about anything.
    let asked = vm.as_class(classes).is_none() && vm.special(classes, sym::SUBCLASSCHECK).is_some();
    if vm.as_class(class).is_none() && !asked {
        return Err(vm.type_error("issubclass() arg 1 must be a class"));
    }
    matches_classes(vm, class, classes, true).map(Value::bool)
}

/// The receiver of a method of functions: calls it.
pub(super) fn call_receiver(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = vm.split_receiver("__call__", args)?;
    vm.call_args(receiver, &rest)
}
