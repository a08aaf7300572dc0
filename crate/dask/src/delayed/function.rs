//! `delayed`, as a function and as a decorator.

use taskyard_graph::Key;
use taskyard_python::error::Res;
use taskyard_python::object::{Args, Object, Sym};
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use super::build::{LeafOptions, from_walk, leaf, new_delayed, token};
use super::walk::{Found, Walk};
use super::{Delayed, Source};
use crate::collection::collection_of;
use crate::key::key_from;
use crate::node::{Form, NodeDef};
use crate::task::Arg;

/// The options of `delayed`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Options {
    name: Value,
    pure: Option<bool>,
    nout: Value,
    traverse: bool,
}

const NAMES: [&str; 5] = ["obj", "name", "pure", "nout", "traverse"];

/// `delayed(obj, name=None, pure=None, nout=None, traverse=True)`; without an
/// object, the function that takes it with the same options.
///
/// # Errors
/// Wrong options, or what reading the object raises.
pub(crate) fn delayed(vm: &mut Vm, args: &Args<'_>) -> Res {
    if args.pos.len() > NAMES.len() {
        let given = args.pos.len();
        return Err(vm.type_error(format!("delayed() takes from 1 to 5 positional arguments but {given} were given")));
    }
    if let Some(&(name, _)) = args.kw.iter().find(|(name, _)| !NAMES.contains(&&**vm.names.text(*name))) {
        let name = vm.names.text(name).clone();
        return Err(vm.type_error(format!("delayed() got an unexpected keyword argument '{name}'")));
    }
    let [object, name, pure, nout, traverse] = vm.bind("delayed", args, NAMES, 0)?;
    let Some(object) = object else {
        let options = vm.dict_of_symbols(args.kw.to_vec());
        return Ok(vm.native_closure("delayed", delayed_with, options));
    };
    let pure = match pure {
        Some(pure) if !pure.is_none() => Some(vm.truthy(pure)?),
        _ => None,
    };
    let traverse = match traverse {
        Some(traverse) => vm.truthy(traverse)?,
        None => true,
    };
    let options = Options { name: name.unwrap_or(Value::NONE), pure, nout: nout.unwrap_or(Value::NONE), traverse };
    make_delayed(vm, object, options)
}

/// `delayed(pure=True)`: the options are in the data of the function.
fn delayed_with(vm: &mut Vm, args: &Args<'_>) -> Res {
    let options = vm.native_data();
    let pairs = vm.dict_ref(options).map_or_else(Vec::new, |dict| vm.dict_items(dict));
    let mut kw: Vec<(Sym, Value)> = args.kw.to_vec();
    for (name, value) in pairs {
        if let Some(name) = vm.symbol_of(name)
            && !kw.iter().any(|(given, _)| *given == name)
        {
            kw.push((name, value));
        }
    }
    delayed(vm, &Args { pos: args.pos, kw: &kw })
}

/// # Errors
/// Wrong options, or what reading the object raises.
pub(crate) fn make_delayed(vm: &mut Vm, object: Value, options: Options) -> Res {
    if vm.payload::<Delayed>(object).is_some() {
        return Ok(object);
    }
    let mut walk = Walk::default();
    let found = if options.traverse || collection_of(vm, object).is_some() {
        walk.find(vm, object, false)?
    } else {
        quoted(vm, &mut walk, object)
    };
    let nout = wanted_outputs(vm, options.nout)?;
    let key = match vm.truthy(options.name)? {
        true => Some(key_from(vm, options.name)?),
        false => None,
    };
    let named = |vm: &mut Vm| match &key {
        Some(key) => Ok(key.clone()),
        None => {
            let prefix = vm.class_name(object);
            Ok(Key::from(format!("{prefix}-{}", token(vm, options.pure, &[object])?)))
        }
    };
    match found {
        Found::Plain(value) if value == object => leaf(vm, object, key, LeafOptions { pure: options.pure, nout }),
        Found::Plain(value) => {
            let key = named(vm)?;
            let node = NodeDef::data(key.clone(), value, Form::Raw);
            let source = Source::Node { node, parts: Vec::new(), repeated: false, tight: true };
            new_delayed(vm, key, nout, source)
        }
        Found::Tree(root) => {
            let key = named(vm)?;
            from_walk(vm, key, walk, root, nout)
        }
    }
}

fn wanted_outputs(vm: &mut Vm, nout: Value) -> Res<Option<usize>> {
    if nout.is_none() {
        return Ok(None);
    }
    if nout.as_bool().is_none()
        && let Some(count) = vm.as_i64(nout).and_then(|count| usize::try_from(count).ok())
    {
        return Ok(Some(count));
    }
    let shown = vm.to_str(nout)?;
    Err(vm.value_error(format!("nout must be None or a non-negative integer, got {shown}")))
}

/// `traverse=False`: lists, dicts and tuples that look like tasks are kept from
/// being read by a task that returns them.
fn quoted(vm: &mut Vm, walk: &mut Walk, object: Value) -> Found {
    let quote = match vm.heap.object(object) {
        Some(Object::List(_) | Object::Dict(_)) => true,
        Some(Object::Tuple(items)) => items.first().is_some_and(|first| vm.is_callable(*first)),
        _ => false,
    };
    if !quote {
        return Found::Plain(object);
    }
    let function = vm.native_closure("literal", literal, object);
    let function = walk.tree.literal(function);
    Found::Tree(Arg::call(function, Vec::new(), Vec::new()))
}

fn literal(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [] = vm.exact("literal", args)?;
    Ok(vm.native_data())
}
