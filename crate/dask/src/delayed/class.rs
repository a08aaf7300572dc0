//! The classes `Delayed`, `DelayedLeaf` and `DelayedAttr`.

use std::sync::Arc;

use taskyard_graph::Key;
use taskyard_python::error::Res;
use taskyard_python::object::{Args, NativeIter, PortableIter, Type, sym};
use taskyard_python::value::{Ref, Value};
use taskyard_python::vm::{ClassSpec, Vm};

use super::operators::add_operators;
use super::{Delayed, Source, call, new_delayed};
use crate::key::{key_from, key_value};
use crate::token::tokenize;
use crate::{compute, high_level, legacy};

const MODULE: &str = "dask.delayed";

/// Makes the classes: `Delayed`, `DelayedLeaf`, `DelayedAttr`.
pub(crate) fn install(vm: &mut Vm) -> [Ref; 3] {
    let delayed = vm.define_class(ClassSpec {
        name: "Delayed",
        module: MODULE,
        bases: &[],
        constructor: Some(construct),
        methods: &[
            ("__call__", call::call),
            ("__getattr__", get_attribute),
            ("__setattr__", immutable),
            ("__delattr__", immutable),
            ("__setitem__", immutable),
            ("__iter__", iterate),
            ("__len__", length),
            ("__bool__", truth),
            ("__get__", bind_as_method),
            ("__repr__", repr),
            ("__hash__", hash),
            ("__dask_graph__", dask_graph),
            ("__dask_keys__", dask_keys),
            ("__dask_layers__", dask_layers),
            ("__dask_tokenize__", key),
            ("compute", compute::compute_method),
            ("persist", compute::persist_method),
            ("visualize", compute::visualize_method),
        ],
        getters: &[("key", key), ("dask", dask_graph)],
    });
    add_operators(vm, delayed);
    let none: [(&str, taskyard_python::object::NativeFn); 0] = [];
    let leaf = vm.define_class(ClassSpec {
        name: "DelayedLeaf",
        module: MODULE,
        bases: &[delayed],
        constructor: Some(construct),
        methods: &none,
        getters: &[("__name__", name), ("__doc__", doc), ("__wrapped__", wrapped)],
    });
    let attr = vm.define_class(ClassSpec {
        name: "DelayedAttr",
        module: MODULE,
        bases: &[delayed],
        constructor: Some(construct),
        methods: &none,
        getters: &none,
    });
    [delayed, leaf, attr]
}

fn receiver(vm: &mut Vm, value: Value) -> Res<&Delayed> {
    if vm.payload::<Delayed>(value).is_none() {
        return Err(vm.type_error("a Delayed object is needed"));
    }
    match vm.payload::<Delayed>(value) {
        Some(delayed) => Ok(delayed),
        None => unreachable!("looked at above"),
    }
}

/// `Delayed(key, graph, length=None)`
fn construct(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    let name = vm.class_ref(class).name.clone();
    let [key, graph, length, _layer] = vm.bind(&name, args, ["key", "dsk", "length", "layer"], 2)?;
    let key = key_from(vm, key.unwrap_or(Value::NONE))?;
    let layer = legacy::layer_of(vm, graph.unwrap_or(Value::NONE), &key)?;
    let length = match length {
        Some(length) if !length.is_none() => usize::try_from(vm.to_index(length)?).ok(),
        _ => None,
    };
    new_delayed(vm, key, length, Source::Layer(layer))
}

fn key(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("key", args)?;
    let key = receiver(vm, value)?.key.clone();
    Ok(key_value(vm, &key))
}

fn repr(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("__repr__", args)?;
    let text = receiver(vm, value)?.key.repr();
    Ok(vm.string(format!("Delayed({text})")))
}

fn hash(vm: &mut Vm, args: &Args<'_>) -> Res {
    let key = key(vm, args)?;
    let hash = vm.hash(key)?;
    Ok(vm.int(hash as i64))
}

fn dask_graph(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("__dask_graph__", args)?;
    high_level::graph_value(vm, value)
}

fn dask_keys(vm: &mut Vm, args: &Args<'_>) -> Res {
    let key = key(vm, args)?;
    Ok(vm.list(vec![key]))
}

fn dask_layers(vm: &mut Vm, args: &Args<'_>) -> Res {
    let key = key(vm, args)?;
    Ok(vm.tuple(vec![key]))
}

fn get_attribute(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [object, name] = vm.exact("__getattr__", args)?;
    let text = vm.to_str(name)?;
    if text.starts_with('_') {
        return Err(vm.error(Type::AttributeError, format!("Attribute {text} not found")));
    }
    let token = tokenize(vm, &[object, name])?;
    let key = Key::from(format!("getattr-{token}"));
    new_delayed(vm, key, None, Source::Attr { object, name })
}

fn immutable(vm: &mut Vm, _args: &Args<'_>) -> Res {
    Err(vm.type_error("Delayed objects are immutable"))
}

fn truth(vm: &mut Vm, _args: &Args<'_>) -> Res {
    Err(vm.type_error("Truth of Delayed objects is not supported"))
}

fn length(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("__len__", args)?;
    match receiver(vm, value)?.length {
        Some(length) => Ok(vm.usize(length)),
        None => Err(vm.type_error("Delayed objects of unspecified length have no len()")),
    }
}

fn iterate(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("__iter__", args)?;
    Ok(vm.native_iter(Box::new(Items { delayed: value, next: 0 })))
}

/// A delayed function in a class is a method.
fn bind_as_method(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value, object, _class] = vm.exact("__get__", args)?;
    if object.is_none() { Ok(value) } else { Ok(vm.bound(object, value)) }
}

fn wrapped_value(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("__wrapped__", args)?;
    match receiver(vm, value)?.source {
        Source::Leaf { object, .. } => Ok(object),
        _ => Err(vm.error(Type::AttributeError, "Attribute __wrapped__ not found")),
    }
}

fn wrapped(vm: &mut Vm, args: &Args<'_>) -> Res {
    wrapped_value(vm, args)
}

/// Without a name of the value itself, `__getattr__` is asked and refuses.
fn name(vm: &mut Vm, args: &Args<'_>) -> Res {
    let object = wrapped_value(vm, args)?;
    vm.get_attr(object, sym::NAME)
}

fn doc(vm: &mut Vm, args: &Args<'_>) -> Res {
    let object = wrapped_value(vm, args)?;
    vm.get_attr(object, sym::DOC)
}

/// `iter(delayed)`: one `getitem` task for each of its values.
#[derive(Debug, Clone)]
struct Items {
    delayed: Value,
    next: usize,
}

impl NativeIter for Items {
    fn type_name(&self) -> &'static str {
        "generator"
    }

    fn next(&mut self, vm: &mut Vm) -> Res<Option<Value>> {
        let Some(length) = receiver(vm, self.delayed)?.length else {
            return Err(vm.type_error("Delayed objects of unspecified length are not iterable"));
        };
        if self.next >= length {
            return Ok(None);
        }
        let index = vm.usize(self.next);
        self.next += 1;
        vm.get_item(self.delayed, index).map(Some)
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.delayed);
    }

    fn portable(&self, children: &mut Vec<Value>) -> Option<Arc<dyn PortableIter>> {
        children.push(self.delayed);
        Some(Arc::new(PortableItems(self.next)))
    }
}

#[derive(Debug)]
struct PortableItems(usize);

impl PortableIter for PortableItems {
    fn restore(&self, children: &[Value]) -> Box<dyn NativeIter> {
        Box::new(Items { delayed: children.first().copied().unwrap_or(Value::NONE), next: self.0 })
    }
}
