//! What the native modules share.

use std::fmt;
use std::sync::Arc;

use crate::error::Res;
use crate::object::{Native, NativeFn, NativeIter, Payload, PortableIter, PortableNative};
use crate::value::{Ref, Value};
use crate::vm::Vm;

/// Functions of a module, by name.
pub(super) type Table = &'static [(&'static str, NativeFn)];

pub(super) fn add_functions(vm: &mut Vm, module: Ref, table: Table) {
    for &(name, function) in table {
        vm.module_fn(module, name, function);
    }
}

/// An argument that may be left out, `None` counting as left out.
pub(super) fn given(value: Option<Value>) -> Option<Value> {
    value.filter(|value| !value.is_none())
}

/// The native data of a receiver, or the `TypeError` of a method called on something else.
pub(super) fn receiver<'v, T: Native>(vm: &'v mut Vm, class: &str, method: &str, value: Value) -> Res<&'v T> {
    if vm.payload::<T>(value).is_none() {
        let name = vm.type_name(value);
        return Err(vm.type_error(format!("descriptor '{method}' for '{class}' objects doesn't apply to a '{name}' object")));
    }
    match vm.payload::<T>(value) {
        Some(data) => Ok(data),
        None => unreachable!("checked above"),
    }
}

/// Data that is only values and a few plain numbers, made again from them on another machine.
pub(super) struct Rebuilt<D, T> {
    pub data: D,
    pub build: fn(&D, &[Value]) -> T,
}

impl<D: fmt::Debug, T> fmt::Debug for Rebuilt<D, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.data.fmt(f)
    }
}

impl<D: fmt::Debug + Send + Sync, T: Native> PortableNative for Rebuilt<D, T> {
    fn restore(&self, children: &[Value]) -> Box<dyn Native> {
        Box::new((self.build)(&self.data, children))
    }

    fn size(&self) -> usize {
        std::mem::size_of::<D>()
    }
}

/// The same for iterators.
pub(super) struct RebuiltIter<D, T> {
    pub data: D,
    pub build: fn(&D, &[Value]) -> T,
}

impl<D: fmt::Debug, T> fmt::Debug for RebuiltIter<D, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.data.fmt(f)
    }
}

impl<D: fmt::Debug + Send + Sync, T: NativeIter + 'static> PortableIter for RebuiltIter<D, T> {
    fn restore(&self, children: &[Value]) -> Box<dyn NativeIter> {
        Box::new((self.build)(&self.data, children))
    }
}

pub(super) fn rebuilt<D, T>(data: D, build: fn(&D, &[Value]) -> T) -> Option<Arc<dyn PortableNative>>
where
    D: fmt::Debug + Send + Sync + 'static,
    T: Native,
{
    Some(Arc::new(Rebuilt { data, build }))
}

pub(super) fn rebuilt_iter<D, T>(data: D, build: fn(&D, &[Value]) -> T) -> Option<Arc<dyn PortableIter>>
where
    D: fmt::Debug + Send + Sync + 'static,
    T: NativeIter + 'static,
{
    Some(Arc::new(RebuiltIter { data, build }))
}

/// A new instance of a native class.
pub(super) fn instance(vm: &mut Vm, class: Ref, data: impl Native) -> Value {
    vm.new_instance(class, Payload::Native(Box::new(data)))
}

/// A class attribute that is a function without receiver.
pub(super) fn add_static(vm: &mut Vm, class: Ref, name: &str, function: NativeFn) {
    let function = vm.native_fn(name, function);
    let value = vm.alloc(crate::object::Object::Descriptor(Box::new(crate::object::Descriptor::StaticMethod(function))));
    vm.set_class_attr(class, name, value);
}

/// An argument as text.
pub(super) fn text_argument(vm: &mut Vm, what: &str, value: Value) -> Res<Arc<str>> {
    match vm.as_arc_str(value) {
        Some(text) => Ok(text),
        None => {
            let name = vm.type_name(value);
            Err(vm.type_error(format!("{what} must be str, not {name}")))
        }
    }
}

