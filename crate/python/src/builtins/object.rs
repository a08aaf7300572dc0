//! `object`: what `super().__init__()`, `object.__setattr__` and an explicit `__eq__` need.

use super::support::{add_class_methods, add_static_methods, str_argument};
use crate::error::Res;
use crate::object::{Args, Payload, Type, sym};
use crate::value::{Ref, Value};
use crate::vm::Vm;

pub(super) fn install(vm: &mut Vm) {
    let class = Ref::of(Type::Object);
    vm.add_methods(
        class,
        &[
            ("__init__", init),
            ("__repr__", repr),
            ("__str__", str),
            ("__eq__", eq),
            ("__ne__", ne),
            ("__lt__", no_order),
            ("__le__", no_order),
            ("__gt__", no_order),
            ("__ge__", no_order),
            ("__hash__", hash),
            ("__format__", format),
            ("__getattribute__", getattribute),
            ("__setattr__", setattr),
            ("__delattr__", delattr),
            ("__dir__", dir),
        ],
    );
    add_static_methods(vm, class, &[("__new__", new)]);
    add_class_methods(
        vm,
        class,
        &[("__init_subclass__", init_subclass), ("__subclasshook__", |_, _| Ok(Value::NOT_IMPLEMENTED))],
    );
}

/// `object.__init__`: too many arguments are an error unless `__new__` takes them.
fn init(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = vm.split_receiver("object.__init__", args)?;
    let class = vm.type_of(receiver);
    let flags = vm.class_ref(class).flags;
    // Builtin data has been made from the arguments already, by the constructor.
    if rest.pos.is_empty() && rest.kw.is_empty() || vm.class_ref(class).constructor.is_some() {
        return Ok(Value::NONE);
    }
    if flags.has_python_init {
        let text = "object.__init__() takes exactly one argument (the instance to initialize)";
        return Err(vm.type_error(text));
    }
    if flags.has_python_new {
        return Ok(Value::NONE);
    }
    let name = vm.class_ref(class).name.clone();
    Err(vm.type_error(format!("{name}.__init__() takes exactly one argument (the instance to initialize)")))
}

/// `object.__new__`, also reached as `int.__new__` and so on: the constructor of the class decides.
fn new(vm: &mut Vm, args: &Args<'_>) -> Res {
    let Some((&class, rest)) = args.pos.split_first() else {
        return Err(vm.type_error("object.__new__(): not enough arguments"));
    };
    let Some(class) = vm.as_class(class) else {
        let name = vm.type_name(class);
        return Err(vm.type_error(format!("object.__new__(X): X is not a type object ({name})")));
    };
    let rest = Args { pos: rest, kw: args.kw };
    let (flags, constructor) = (vm.class_ref(class).flags, vm.class_ref(class).constructor);
    if let Some(constructor) = constructor {
        return constructor(vm, class, &rest);
    }
    if !(rest.pos.is_empty() && rest.kw.is_empty()) {
        if flags.has_python_new {
            return Err(vm.type_error("object.__new__() takes exactly one argument (the type to instantiate)"));
        }
        if !flags.has_python_init {
            let name = vm.class_ref(class).name.clone();
            return Err(vm.type_error(format!("{name}() takes no arguments")));
        }
    }
    Ok(vm.new_instance(class, Payload::None))
}

fn init_subclass(vm: &mut Vm, args: &Args<'_>) -> Res {
    if args.kw.is_empty() {
        return Ok(Value::NONE);
    }
    let name = match args.pos.first().and_then(|&class| vm.as_class(class)) {
        Some(class) => vm.class_ref(class).name.clone(),
        None => "object".into(),
    };
    Err(vm.type_error(format!("{name}.__init_subclass__() takes no keyword arguments")))
}

fn repr(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("object.__repr__", args)?;
    let class = vm.class_ref(vm.type_of(receiver));
    let place = vm.address(receiver);
    let text = match &*class.module {
        "builtins" => format!("<{} object at {place:#014x}>", class.qualname),
        module => format!("<{module}.{} object at {place:#014x}>", class.qualname),
    };
    Ok(vm.string(text))
}

fn str(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("object.__str__", args)?;
    let text = vm.repr(receiver)?;
    Ok(vm.string(text))
}

fn eq(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [other]) = vm.method("object.__eq__", args)?;
    Ok(if receiver == other { Value::TRUE } else { Value::NOT_IMPLEMENTED })
}

/// Objects have no order of their own.
fn no_order(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (_, [_]) = vm.method("object.__lt__", args)?;
    Ok(Value::NOT_IMPLEMENTED)
}

/// The opposite of what `__eq__` of the class says.
fn ne(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [other]) = vm.method("object.__ne__", args)?;
    let result = match vm.call_special(receiver, sym::EQ, &[other]) {
        Some(result) => result?,
        None => Value::NOT_IMPLEMENTED,
    };
    if result == Value::NOT_IMPLEMENTED {
        return Ok(result);
    }
    Ok(Value::bool(!vm.truthy(result)?))
}

fn hash(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("object.__hash__", args)?;
    let class = vm.type_of(receiver);
    let own = vm.lookup(class, sym::HASH) != vm.lookup(Ref::of(Type::Object), sym::HASH);
    // A class with a method of its own that asks for this one would come back here.
    let hash = if own { vm.address(receiver) } else { vm.hash(receiver)? };
    Ok(vm.int(hash as i64))
}

fn format(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [spec]) = vm.method("object.__format__", args)?;
    let spec = str_argument(vm, "__format__() argument ", spec)?;
    if !spec.is_empty() {
        let name = vm.type_name(receiver);
        return Err(vm.type_error(format!("unsupported format string passed to {name}.__format__")));
    }
    vm.str_value(receiver)
}

fn getattribute(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [name]) = vm.method("object.__getattribute__", args)?;
    let name = attribute_name(vm, name)?;
    match vm.plain_attr(receiver, name)? {
        Some(value) => Ok(value),
        None => Err(vm.attribute_error(receiver, name)),
    }
}

fn setattr(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [name, value]) = vm.method("object.__setattr__", args)?;
    let name = attribute_name(vm, name)?;
    vm.plain_set_attr(receiver, name, value)?;
    Ok(Value::NONE)
}

fn delattr(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [name]) = vm.method("object.__delattr__", args)?;
    let name = attribute_name(vm, name)?;
    vm.plain_del_attr(receiver, name)?;
    Ok(Value::NONE)
}

/// The name in an argument of `getattr` and its relatives.
pub(super) fn attribute_name(vm: &mut Vm, name: Value) -> Res<crate::object::Sym> {
    match vm.symbol_of(name) {
        Some(name) => Ok(name),
        None => {
            let name = vm.type_name(name);
            Err(vm.type_error(format!("attribute name must be string, not '{name}'")))
        }
    }
}

fn dir(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("object.__dir__", args)?;
    let names = vm.dir_names(receiver);
    let names = names.into_iter().map(|name| vm.shared_str(name)).collect();
    Ok(vm.list(names))
}
