//! Calls of delayed functions, methods and values: one task each.

use taskyard_graph::Key;
use taskyard_python::error::Res;
use taskyard_python::object::{Args, Sym};
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use super::build::{from_walk, token};
use super::{Delayed, Source, Walk};
use crate::key::{key_from, key_value};
use crate::name::short_name;
use crate::task::Arg;

/// A function that is to be called later.
struct Callee {
    function: Value,
    /// What stands for it in the token of a pure call.
    identity: Value,
    pure: Option<bool>,
    nout: Option<usize>,
}

/// Takes `dask_key_name` and `pure` out of keyword arguments.
struct Keywords {
    name: Option<Value>,
    pure: Option<Option<bool>>,
    rest: Vec<(Sym, Value)>,
}

fn split_keywords(vm: &mut Vm, kw: &[(Sym, Value)]) -> Res<Keywords> {
    let mut split = Keywords { name: None, pure: None, rest: Vec::new() };
    for &(name, value) in kw {
        match &**vm.names.text(name) {
            "dask_key_name" => split.name = Some(value).filter(|value| !value.is_none()),
            "pure" => split.pure = Some(if value.is_none() { None } else { Some(vm.truthy(value)?) }),
            _ => split.rest.push((name, value)),
        }
    }
    Ok(split)
}

fn call_function(vm: &mut Vm, callee: &Callee, args: &[Value], kw: &[(Sym, Value)]) -> Res {
    let keywords = split_keywords(vm, kw)?;
    let pure = keywords.pure.unwrap_or(callee.pure);
    let key = match keywords.name {
        Some(name) => key_from(vm, name)?,
        None => {
            let prefix = short_name(vm, callee.function)?;
            let mut content = Vec::with_capacity(args.len() + 2);
            content.push(callee.identity);
            content.extend_from_slice(args);
            if !keywords.rest.is_empty() {
                content.push(vm.dict_of_symbols(keywords.rest.clone()));
            }
            let token = token(vm, pure, &content)?;
            Key::from(format!("{prefix}-{token}"))
        }
    };
    let mut walk = Walk::default();
    let function = walk.tree.literal(callee.function);
    let mut trees = Vec::with_capacity(args.len());
    for &arg in args {
        trees.push(walk.argument(vm, arg)?);
    }
    let mut kwargs = Vec::with_capacity(keywords.rest.len());
    for (name, value) in keywords.rest {
        let arg = walk.nested_argument(vm, value)?;
        kwargs.push((vm.names.text(name).clone(), arg));
    }
    let root = Arg::call(function, trees, kwargs);
    from_walk(vm, key, walk, root, callee.nout)
}

/// `delayed_value(...)`
///
/// # Errors
/// What reading the arguments raises.
pub(super) fn call(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = vm.split_receiver("__call__", args)?;
    let Some(delayed) = vm.payload::<Delayed>(receiver) else {
        return Err(vm.type_error("a Delayed object is needed"));
    };
    match &delayed.source {
        Source::Leaf { object, pure, nout } => {
            let (function, pure, nout, key) = (*object, *pure, *nout, delayed.key.clone());
            let identity = key_value(vm, &key);
            call_function(vm, &Callee { function, identity, pure, nout }, rest.pos, rest.kw)
        }
        Source::Attr { object, name } => {
            let (object, name) = (*object, *name);
            let text = vm.to_str(name)?;
            let function = vm.native_closure(&text, call_method, name);
            let mut pos = Vec::with_capacity(rest.pos.len() + 1);
            pos.push(object);
            pos.extend_from_slice(rest.pos);
            call_function(vm, &Callee { function, identity: name, pure: None, nout: None }, &pos, rest.kw)
        }
        Source::Node { .. } | Source::Layer(_) => call_value(vm, receiver, &rest),
    }
}

/// A Delayed value that turns out to be a function.
fn call_value(vm: &mut Vm, receiver: Value, args: &Args<'_>) -> Res {
    let own = |vm: &Vm, name: Sym| matches!(&**vm.names.text(name), "dask_key_name" | "pure");
    let (control, passed): (Vec<_>, Vec<_>) = args.kw.iter().copied().partition(|(name, _)| own(vm, *name));
    let function = vm.native_fn("apply", apply);
    let pos = vm.tuple(args.pos.to_vec());
    let kwargs = vm.dict_of_symbols(passed);
    let callee = Callee { function, identity: function, pure: None, nout: None };
    call_function(vm, &callee, &[receiver, pos, kwargs], &control)
}

/// `apply(function, args, kwargs)`
fn apply(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [function, pos, kwargs] = vm.exact("apply", args)?;
    let pos = vm.collect(pos)?;
    let pairs = vm.dict_ref(kwargs).map_or_else(Vec::new, |dict| vm.dict_items(dict));
    let kwargs: Vec<(Sym, Value)> =
        pairs.into_iter().filter_map(|(name, value)| Some((vm.symbol_of(name)?, value))).collect();
    vm.call_kw(function, &pos, &kwargs)
}

/// `object.name(...)` with the name in the data of the function.
fn call_method(vm: &mut Vm, args: &Args<'_>) -> Res {
    let name = vm.native_data();
    let name = vm.symbol_of(name);
    let (receiver, rest) = vm.split_receiver("methodcaller", args)?;
    let Some(name) = name else { return Err(vm.type_error("the name of a method must be a str")) };
    let method = vm.get_attr(receiver, name)?;
    vm.call_args(method, &rest)
}

/// The task of an operator: pure, so that equal operations are one task.
///
/// # Errors
/// What reading the operands raises.
pub(super) fn operation(vm: &mut Vm, function: Value, operands: &[Value]) -> Res {
    let callee = Callee { function, identity: function, pure: Some(true), nout: None };
    call_function(vm, &callee, operands, &[])
}
