//! What lies in the heap: one variant a kind of object.

mod class;
mod dict;
mod exception;
mod function;
mod iterator;
mod names;
mod namespace;
mod native;
mod set;
mod shape;
mod string;
mod types;
mod wide;

use std::sync::Arc;

use num_bigint::BigInt;

pub use class::{Class, ClassFlags, Instance, Payload};
pub use dict::{Dict, Probe};
pub use exception::{ExceptionData, TraceEntry};
pub use function::{
    BoundMethod, CodeInstance, Descriptor, Function, Generator, SavedFrame, SiteCache,
};
pub use iterator::{Iter, NativeIter, PortableIter, RangeObject};
pub use names::{Interner, Sym, sym};
pub use namespace::Namespace;
pub use native::{Args, Constructor, Native, NativeFn, NativeFunction, PortableNative};
pub use set::SetTable;
pub use shape::{ShapeId, Shapes};
pub use string::{StrObject, text_hash};
pub use types::Type;
pub use wide::Wide;

use crate::value::{Ref, Value};

/// One object of the heap.
#[derive(Debug)]
pub enum Object {
    /// A free slot; the number of the next one.
    Free(u32),
    Str(StrObject),
    /// An integer beyond 48 bits that fits 128.
    Wide(Wide),
    /// An integer beyond 128 bits.
    Big(Box<BigInt>),
    Complex(f64, f64),
    Bytes(Arc<[u8]>),
    ByteArray(Vec<u8>),
    List(Vec<Value>),
    Tuple(Box<[Value]>),
    Dict(Box<Dict>),
    Set(Box<SetTable>),
    FrozenSet(Box<SetTable>),
    /// start, stop, step
    Slice(Box<[Value; 3]>),
    Range(Box<RangeObject>),
    Cell(Value),
    Function(Box<Function>),
    NativeFunction(Box<NativeFunction>),
    BoundMethod(BoundMethod),
    /// property, staticmethod, classmethod
    Descriptor(Box<Descriptor>),
    Class(Box<Class>),
    Instance(Box<Instance>),
    Module(Box<Namespace>),
    Iter(Box<Iter>),
    Generator(Box<Generator>),
    /// `d.keys()`, `d.values()`, `d.items()`
    DictView(DictViewKind, Ref),
    /// `super()`: the class to start after, and the object.
    Super(Ref, Value),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DictViewKind {
    Keys,
    Values,
    Items,
}

impl Object {
    /// Calls `visit` with each value that this object keeps alive.
    pub fn trace(&self, visit: &mut dyn FnMut(Value)) {
        match self {
            Self::Free(_)
            | Self::Str(_)
            | Self::Wide(_)
            | Self::Big(_)
            | Self::Complex(..)
            | Self::Bytes(_)
            | Self::ByteArray(_) => {}
            Self::List(items) => items.iter().copied().for_each(visit),
            Self::Tuple(items) => items.iter().copied().for_each(visit),
            Self::Dict(dict) => dict.trace(visit),
            Self::Set(set) | Self::FrozenSet(set) => set.trace(visit),
            Self::Slice(parts) => parts.iter().copied().for_each(visit),
            Self::Range(range) => range.trace(visit),
            Self::Cell(value) => visit(*value),
            Self::Function(function) => function.trace(visit),
            Self::NativeFunction(native) => native.trace(visit),
            Self::BoundMethod(method) => {
                visit(method.receiver);
                visit(method.function);
            }
            Self::Descriptor(descriptor) => descriptor.trace(visit),
            Self::Class(class) => class.trace(visit),
            Self::Instance(instance) => instance.trace(visit),
            Self::Module(namespace) => namespace.trace(visit),
            Self::Iter(iter) => iter.trace(visit),
            Self::Generator(generator) => generator.trace(visit),
            Self::DictView(_, dict) => visit(Value::object(*dict)),
            Self::Super(class, object) => {
                visit(Value::object(*class));
                visit(*object);
            }
        }
    }

    /// A guess at the bytes that this object holds beside its slot.
    #[must_use]
    pub fn size(&self) -> usize {
        match self {
            Self::Str(s) => s.size(),
            Self::Big(n) => (n.bits() / 8) as usize + 32,
            Self::Bytes(b) => b.len() + 16,
            Self::ByteArray(b) => b.capacity(),
            Self::List(items) => items.capacity() * 8,
            Self::Tuple(items) => items.len() * 8,
            Self::Dict(dict) => dict.size(),
            Self::Set(set) | Self::FrozenSet(set) => set.size(),
            Self::Instance(instance) => instance.size(),
            Self::Function(_) | Self::Class(_) | Self::Generator(_) => 256,
            _ => 32,
        }
    }
}
