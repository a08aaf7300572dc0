//! Exceptions: their constructor, their texts, and what single ones add (`KeyError`, `OSError`, `StopIteration`, ...).

use super::support::has_own_init;
use crate::error::Res;
use crate::object::{Args, Type};
use crate::value::{Ref, Value};
use crate::vm::Vm;

pub(super) fn install(vm: &mut Vm) {
    for &ty in Type::ALL.iter().filter(|ty| ty.is_exception()) {
        vm.set_constructor(Ref::of(ty), construct);
    }
    let base = Ref::of(Type::BaseException);
    vm.add_methods(
        base,
        &[
            ("__init__", init),
            ("__repr__", repr),
            ("__str__", str),
            ("with_traceback", with_traceback),
            ("add_note", add_note),
        ],
    );
    vm.add_methods(Ref::of(Type::KeyError), &[("__str__", key_error_str)]);
    vm.add_methods(Ref::of(Type::OSError), &[("__str__", os_error_str)]);
    vm.add_methods(Ref::of(Type::SyntaxError), &[("__str__", syntax_error_str)]);
    vm.add_getter(Ref::of(Type::StopIteration), "value", stop_value, None);
    vm.add_getter(Ref::of(Type::SystemExit), "code", exit_code, None);
    for (ty, names) in NAMED_PARTS {
        for name in *names {
            vm.set_class_attr(Ref::of(*ty), name, Value::NONE);
        }
    }
}

/// Attributes that are `None` until a constructor sets them.
const NAMED_PARTS: &[(Type, &[&str])] = &[
    (Type::OSError, &["errno", "strerror", "filename", "filename2"]),
    (Type::AttributeError, &["name", "obj"]),
    (Type::NameError, &["name"]),
    (Type::ImportError, &["msg", "name", "path"]),
    (Type::SyntaxError, &["msg", "filename", "lineno", "offset", "text"]),
];

/// Names that a constructor takes as keywords.
const KEYWORDS: &[(Type, &[&str])] =
    &[(Type::AttributeError, &["name", "obj"]), (Type::NameError, &["name"]), (Type::ImportError, &["name", "path"])];

fn construct(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    let class = os_error_class(vm, class, args);
    let exception = vm.new_exception(class, args.pos.to_vec());
    let layout = vm.class_ref(class).layout;
    let own_init = has_own_init(vm, class, layout);
    for &(name, value) in args.kw {
        let text = vm.names.text(name).clone();
        let known = KEYWORDS.iter().any(|(ty, names)| vm.is_subclass(class, Ref::of(*ty)) && names.contains(&&*text));
        if known {
            vm.plain_set_attr(exception, name, value)?;
        } else if !own_init {
            let class = vm.class_ref(class).name.clone();
            return Err(vm.type_error(format!("{class}() takes no keyword arguments")));
        }
    }
    set_parts(vm, exception, class, args.pos)?;
    Ok(exception)
}

/// Attributes that come from positional arguments.
fn set_parts(vm: &mut Vm, exception: Value, class: Ref, args: &[Value]) -> Res<()> {
    let mut parts: Vec<(&str, Value)> = Vec::new();
    let of = |ty| vm.is_subclass(class, Ref::of(ty));
    let first = args.first().copied();
    if of(Type::ImportError) {
        parts.extend(first.map(|first| ("msg", first)));
    } else if of(Type::SyntaxError) {
        parts.extend(first.map(|first| ("msg", first)));
        let place = args.get(1).and_then(|&place| vm.tuple_items(place)).unwrap_or_default();
        parts.extend(["filename", "lineno", "offset", "text"].into_iter().zip(place.iter().copied()));
    } else if of(Type::OSError) && (2..=5).contains(&args.len()) {
        parts.extend(["errno", "strerror", "filename"].into_iter().zip(args.iter().copied()));
        let short = vm.tuple(args.iter().copied().take(2).collect());
        if let Some(data) = vm.exception_mut(exception) {
            data.args = short;
        }
    }
    for (name, value) in parts {
        let name = vm.names.intern(name);
        vm.plain_set_attr(exception, name, value)?;
    }
    Ok(())
}

/// `OSError(errno, text)` makes the subclass for the number.
fn os_error_class(vm: &Vm, class: Ref, args: &Args<'_>) -> Ref {
    if class != Ref::of(Type::OSError) || args.pos.len() < 2 {
        return class;
    }
    let ty = match args.pos.first().and_then(|&errno| vm.as_i64(errno)) {
        Some(1 | 13) => Type::PermissionError,
        Some(2) => Type::FileNotFoundError,
        Some(17) => Type::FileExistsError,
        Some(110) => Type::TimeoutError,
        _ => Type::OSError,
    };
    Ref::of(ty)
}

/// `BaseException.__init__`: the arguments become `args`.
fn init(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = vm.split_receiver("BaseException.__init__", args)?;
    arguments(vm, "__init__", receiver)?;
    let class = vm.type_of(receiver);
    for &(name, value) in rest.kw {
        let text = vm.names.text(name).clone();
        let known = KEYWORDS.iter().any(|(ty, names)| vm.is_subclass(class, Ref::of(*ty)) && names.contains(&&*text));
        if !known {
            let class = vm.class_ref(class).name.clone();
            return Err(vm.type_error(format!("{class}() takes no keyword arguments")));
        }
        vm.plain_set_attr(receiver, name, value)?;
    }
    let tuple = vm.tuple(rest.pos.to_vec());
    if let Some(data) = vm.exception_mut(receiver) {
        data.args = tuple;
    }
    set_parts(vm, receiver, class, rest.pos)?;
    Ok(Value::NONE)
}

/// The arguments of an exception.
fn arguments(vm: &mut Vm, fname: &str, receiver: Value) -> Res<Vec<Value>> {
    let Some(args) = vm.exception_data(receiver).map(|data| data.args) else {
        return Err(super::support::wrong_receiver(vm, Type::BaseException, fname, receiver));
    };
    Ok(vm.tuple_items(args).map(<[Value]>::to_vec).unwrap_or_default())
}

/// What a generator returned.
fn stop_value(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("value", args)?;
    Ok(arguments(vm, "value", receiver)?.first().copied().unwrap_or(Value::NONE))
}

fn exit_code(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("code", args)?;
    match *arguments(vm, "code", receiver)? {
        [] => Ok(Value::NONE),
        [one] => Ok(one),
        ref many => Ok(vm.tuple(many.to_vec())),
    }
}

fn repr(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("BaseException.__repr__", args)?;
    let arguments = arguments(vm, "__repr__", receiver)?;
    let name = vm.type_name(receiver);
    let mut inside = String::new();
    for (place, &argument) in arguments.iter().enumerate() {
        if place > 0 {
            inside.push_str(", ");
        }
        inside.push_str(&vm.repr(argument)?);
    }
    Ok(vm.string(format!("{name}({inside})")))
}

fn str(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("BaseException.__str__", args)?;
    text(vm, receiver)
}

/// Nothing, the only argument, or all as a tuple.
fn text(vm: &mut Vm, receiver: Value) -> Res {
    match *arguments(vm, "__str__", receiver)? {
        [] => Ok(vm.str("")),
        [one] => vm.str_value(one),
        ref many => {
            let all = vm.tuple(many.to_vec());
            vm.str_value(all)
        }
    }
}

/// A missing key is shown as Python writes it, so that an empty text can be seen.
fn key_error_str(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("KeyError.__str__", args)?;
    match *arguments(vm, "__str__", receiver)? {
        [one] => {
            let text = vm.repr(one)?;
            Ok(vm.string(text))
        }
        _ => text(vm, receiver),
    }
}

fn os_error_str(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("OSError.__str__", args)?;
    let mut parts = [Value::NONE; 3];
    for (part, name) in parts.iter_mut().zip(["errno", "strerror", "filename"]) {
        let name = vm.names.intern(name);
        *part = vm.find_attr(receiver, name)?.unwrap_or(Value::NONE);
    }
    let [errno, strerror, filename] = parts;
    if errno.is_none() || strerror.is_none() {
        return text(vm, receiver);
    }
    let (errno, strerror) = (vm.to_str(errno)?, vm.to_str(strerror)?);
    let text = if filename.is_none() {
        format!("[Errno {errno}] {strerror}")
    } else {
        let filename = vm.repr(filename)?;
        format!("[Errno {errno}] {strerror}: {filename}")
    };
    Ok(vm.string(text))
}

fn syntax_error_str(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("SyntaxError.__str__", args)?;
    let text = vm.default_str(receiver)?;
    Ok(vm.string(text))
}

fn with_traceback(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [traceback]) = vm.method("BaseException.with_traceback", args)?;
    crate::modules::traceback_object::assign(vm, receiver, traceback)?;
    Ok(receiver)
}

fn add_note(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [note]) = vm.method("BaseException.add_note", args)?;
    arguments(vm, "add_note", receiver)?;
    let note = match vm.as_arc_str(note) {
        Some(note) => note,
        None => {
            let name = vm.type_name(note);
            return Err(vm.type_error(format!("note must be a str, not '{name}'")));
        }
    };
    if let Some(data) = vm.exception_mut(receiver) {
        data.notes.push(note);
    }
    Ok(Value::NONE)
}
