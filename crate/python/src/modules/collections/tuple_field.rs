//! The attributes of named tuples: descriptors that read an item.

use std::sync::Arc;

use crate::error::Res;
use crate::modules::support::{instance, rebuilt, receiver};
use crate::object::{Args, Native, PortableNative, Type};
use crate::value::{Ref, Value};
use crate::vm::{ClassSpec, Vm};

#[derive(Debug)]
struct Field(usize);

impl Native for Field {
    fn as_any(&self) -> &dyn std::any::Any {
        self
    }
    fn as_any_mut(&mut self) -> &mut dyn std::any::Any {
        self
    }
    fn trace(&self, _visit: &mut dyn FnMut(Value)) {}
    fn size(&self) -> usize {
        8
    }
    fn portable(&self, _children: &mut Vec<Value>) -> Option<Arc<dyn PortableNative>> {
        rebuilt(self.0, |&index, _| Self(index))
    }
}

pub(super) fn build(vm: &mut Vm, module: Ref) {
    let class = vm.define_class(ClassSpec {
        name: "_tuplegetter",
        module: "collections",
        bases: &[],
        constructor: Some(construct),
        methods: &[
            ("__get__", get),
            ("__set__", |vm, _| Err(vm.error(Type::AttributeError, "can't set attribute"))),
            ("__delete__", |vm, _| Err(vm.error(Type::AttributeError, "can't delete attribute"))),
        ],
        getters: &[],
    });
    vm.module_set(module, "_tuplegetter", Value::object(class));
}

fn construct(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    let [index] = vm.exact("_tuplegetter", args)?;
    let index = vm.to_index(index)?;
    Ok(instance(vm, class, Field(usize::try_from(index).unwrap_or(0))))
}

fn get(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (field, rest) = vm.split_receiver("__get__", args)?;
    let given = vm.between("__get__", &rest, 1, 2)?;
    if given[0].is_none() {
        return Ok(field);
    }
    let index = receiver::<Field>(vm, "_tuplegetter", "__get__", field)?.0;
    match vm.tuple_items(given[0]).and_then(|items| items.get(index)).copied() {
        Some(item) => Ok(item),
        None => Err(vm.index_error("tuple index out of range")),
    }
}
