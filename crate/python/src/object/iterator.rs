//! Iterators over builtin values, and `range`.

use std::fmt;
use std::sync::Arc;

use crate::error::Res;
use crate::value::{Ref, Value};
use crate::vm::Vm;

/// `range(start, stop, step)` of arbitrary integers; nearly always small ones.
#[derive(Debug, Clone, Copy)]
pub struct RangeObject {
    pub start: i64,
    pub stop: i64,
    /// Never 0.
    pub step: i64,
}

impl RangeObject {
    /// How many numbers it holds.
    #[must_use]
    pub fn len(&self) -> u64 {
        let (start, stop, step) = (i128::from(self.start), i128::from(self.stop), i128::from(self.step));
        let span = if step > 0 { stop - start } else { start - stop };
        if span <= 0 { 0 } else { ((span - 1) / step.abs() + 1) as u64 }
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number at an index below the length.
    #[must_use]
    pub fn at(&self, index: u64) -> i64 {
        (i128::from(self.start) + i128::from(index) * i128::from(self.step)) as i64
    }

    pub fn trace(&self, _visit: &mut dyn FnMut(Value)) {}
}

/// An iterator written in Rust outside this crate or in a module.
pub trait NativeIter: fmt::Debug {
    /// The name of its type in messages. When a class is known under this name (`module.Class`), it is the type.
    fn type_name(&self) -> &'static str;
    /// The next value, or `None` at the end.
    fn next(&mut self, vm: &mut Vm) -> Res<Option<Value>>;
    fn trace(&self, visit: &mut dyn FnMut(Value));
    /// What `repr` shows instead of an address: a name, and the arguments that would make it again.
    fn shown(&self) -> Option<(&'static str, Vec<Value>)> {
        None
    }
    /// The same iterator for another machine, with the values it holds pushed
    /// to `children`; `None` when it cannot travel.
    fn portable(&self, _children: &mut Vec<Value>) -> Option<Arc<dyn PortableIter>> {
        None
    }
}

/// An iterator on its way between machines.
pub trait PortableIter: Send + Sync + fmt::Debug {
    /// The iterator for another machine, with its values there.
    fn restore(&self, children: &[Value]) -> Box<dyn NativeIter>;
}

/// Iterators of the language itself.
#[derive(Debug)]
pub enum Iter {
    Exhausted(crate::object::Type),
    List { list: Ref, index: usize },
    Tuple { tuple: Ref, index: usize },
    Str { text: Arc<str>, offset: usize },
    Bytes { bytes: Arc<[u8]>, index: usize },
    Range { next: i64, step: i64, left: u64 },
    /// Walks a dict; `version` tells whether keys came or went.
    Dict { dict: Ref, index: usize, len: usize, kind: super::DictViewKind },
    DictReversed { dict: Ref, index: usize, len: usize, kind: super::DictViewKind },
    Set { set: Ref, place: usize, len: usize },
    /// `obj[0], obj[1], ...` until `IndexError`.
    Sequence { object: Value, index: i64 },
    ReversedList { list: Value, index: usize },
    /// `obj[n-1], ..., obj[0]`
    ReversedSequence { object: Value, index: i64 },
    Callable { function: Value, sentinel: Value },
    Map { function: Value, iters: Vec<Value> },
    Filter { function: Value, iter: Value },
    Zip { iters: Vec<Value>, strict: bool },
    Enumerate { iter: Value, index: Value },
    Native(Option<Box<dyn NativeIter>>),
}

impl Iter {
    pub fn trace(&self, visit: &mut dyn FnMut(Value)) {
        match self {
            Self::Exhausted(_) | Self::Str { .. } | Self::Bytes { .. } | Self::Range { .. } => {}
            Self::List { list: r, .. }
            | Self::Tuple { tuple: r, .. }
            | Self::Dict { dict: r, .. }
            | Self::DictReversed { dict: r, .. }
            | Self::Set { set: r, .. } => visit(Value::object(*r)),
            Self::Sequence { object, .. } | Self::ReversedSequence { object, .. } => visit(*object),
            Self::ReversedList { list, .. } => visit(*list),
            Self::Callable { function, sentinel } => {
                visit(*function);
                visit(*sentinel);
            }
            Self::Map { function, iters } => {
                visit(*function);
                iters.iter().copied().for_each(visit);
            }
            Self::Filter { function, iter } => {
                visit(*function);
                visit(*iter);
            }
            Self::Zip { iters, .. } => iters.iter().copied().for_each(visit),
            Self::Enumerate { iter, index } => {
                visit(*iter);
                visit(*index);
            }
            Self::Native(native) => {
                if let Some(native) = native {
                    native.trace(visit);
                }
            }
        }
    }
}
