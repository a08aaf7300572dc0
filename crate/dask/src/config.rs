//! `dask.config`: settings, and the context manager that changes them.

use std::any::Any;
use std::sync::Arc;

use taskyard_python::error::Res;
use taskyard_python::object::{Args, Native, Payload, PortableNative};
use taskyard_python::value::{Ref, Value};
use taskyard_python::vm::{ClassSpec, Vm};

use crate::state::classes;

/// What `dask.config.set` has changed, newest last.
#[derive(Debug, Default)]
struct Changes {
    /// The dict that was changed, the key, and the old value if there was one.
    undo: Vec<(Value, Value, Option<Value>)>,
}

/// Makes the class `dask.config.set` and the dict of settings.
pub(crate) fn install(vm: &mut Vm) -> (Ref, Ref) {
    let config = vm.new_dict();
    let class = vm.define_class(ClassSpec {
        name: "set",
        module: "dask.config",
        bases: &[],
        constructor: Some(set),
        methods: &[("__enter__", enter), ("__exit__", exit)],
        getters: &[],
    });
    // The attribute keeps the dict alive.
    vm.set_class_attr(class, "config", Value::object(config));
    (class, config)
}

/// Fills the module `dask.config`.
///
/// # Errors
/// When the dask modules cannot be made.
pub(crate) fn build(vm: &mut Vm, module: Ref) -> Res<()> {
    let classes = classes(vm)?;
    vm.module_set(module, "config", Value::object(classes.config));
    vm.module_set(module, "set", Value::object(classes.config_set));
    vm.module_fn(module, "get", get);
    Ok(())
}

/// A setting by name.
///
/// # Errors
/// When the dask modules cannot be made.
pub(crate) fn value(vm: &mut Vm, name: &str) -> Res<Option<Value>> {
    let config = classes(vm)?.config;
    Ok(vm.dict_get_str(config, name))
}

/// The setting `delayed_pure`.
///
/// # Errors
/// What its truth raises.
pub(crate) fn delayed_pure(vm: &mut Vm) -> Res<bool> {
    match value(vm, "delayed_pure")? {
        Some(pure) => vm.truthy(pure),
        None => Ok(false),
    }
}

/// The spelling that is in the dict already, `-` and `_` being the same.
fn canonical(vm: &Vm, dict: Ref, name: &str) -> String {
    let other = if name.contains('_') { name.replace('_', "-") } else { name.replace('-', "_") };
    if vm.dict_get_str(dict, name).is_none() && vm.dict_get_str(dict, &other).is_some() { other } else { name.to_owned() }
}

/// `dask.config.get(key, default)`
fn get(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [name, default, _override] = vm.bind("get", args, ["key", "default", "override_with"], 1)?;
    let name = name.unwrap_or(Value::NONE);
    let mut found = Value::object(classes(vm)?.config);
    let text = vm.to_str(name)?;
    for part in text.split('.') {
        let inner = vm.dict_ref(found).and_then(|dict| vm.dict_get_str(dict, &canonical(vm, dict, part)));
        match (inner, default) {
            (Some(inner), _) => found = inner,
            (None, Some(default)) => return Ok(default),
            (None, None) => {
                let part = vm.str(part);
                return Err(vm.key_error(part));
            }
        }
    }
    Ok(found)
}

/// `dask.config.set(arg=None, **settings)` changes settings at once.
fn set(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    let mut changes = Changes::default();
    let mapping = args.pos.first().and_then(|arg| vm.dict_ref(*arg));
    for (name, value) in mapping.map_or_else(Vec::new, |dict| vm.dict_items(dict)) {
        let name = vm.to_str(name)?;
        assign(vm, &mut changes, &name, value)?;
    }
    for &(name, value) in args.kw {
        let name = vm.names.text(name).replace("__", ".");
        assign(vm, &mut changes, &name, value)?;
    }
    Ok(vm.new_instance(class, Payload::Native(Box::new(changes))))
}

fn assign(vm: &mut Vm, changes: &mut Changes, name: &str, value: Value) -> Res<()> {
    let mut dict = classes(vm)?.config;
    let mut parts = name.split('.').peekable();
    while let Some(part) = parts.next() {
        let part = canonical(vm, dict, part);
        let old = vm.dict_get_str(dict, &part);
        let inner = old.and_then(|old| vm.dict_ref(old));
        match (parts.peek(), inner) {
            (Some(_), Some(inner)) => dict = inner,
            (Some(_), None) => {
                let inner = vm.new_dict();
                store(vm, changes, dict, &part, old, Value::object(inner))?;
                dict = inner;
            }
            (None, _) => store(vm, changes, dict, &part, old, value)?,
        }
    }
    Ok(())
}

fn store(vm: &mut Vm, changes: &mut Changes, dict: Ref, name: &str, old: Option<Value>, value: Value) -> Res<()> {
    let key = vm.str(name);
    changes.undo.push((Value::object(dict), key, old));
    vm.dict_set(dict, key, value)
}

fn enter(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [_] = vm.exact("__enter__", args)?;
    Ok(Value::object(classes(vm)?.config))
}

fn exit(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, _) = vm.split_receiver("__exit__", args)?;
    let undo = match vm.payload_mut::<Changes>(receiver)? {
        Some(changes) => std::mem::take(&mut changes.undo),
        None => Vec::new(),
    };
    for (dict, key, old) in undo.into_iter().rev() {
        let Some(dict) = vm.dict_ref(dict) else { continue };
        match old {
            Some(old) => vm.dict_set(dict, key, old)?,
            None => {
                vm.dict_remove(dict, key)?;
            }
        }
    }
    Ok(Value::NONE)
}

impl Native for Changes {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        for (dict, key, old) in &self.undo {
            visit(*dict);
            visit(*key);
            old.iter().copied().for_each(&mut *visit);
        }
    }

    fn size(&self) -> usize {
        32 + self.undo.len() * 32
    }

    /// Elsewhere there is nothing to undo: settings do not travel.
    fn portable(&self, _children: &mut Vec<Value>) -> Option<Arc<dyn PortableNative>> {
        Some(Arc::new(NoChanges))
    }
}

#[derive(Debug)]
struct NoChanges;

impl PortableNative for NoChanges {
    fn restore(&self, _children: &[Value]) -> Box<dyn Native> {
        Box::<Changes>::default()
    }

    fn size(&self) -> usize {
        16
    }
}
