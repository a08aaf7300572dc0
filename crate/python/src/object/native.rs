//! What Rust code offers to Python: functions, and data inside instances.

use std::any::Any;
use std::fmt;
use std::sync::Arc;

use super::Sym;
use crate::error::Res;
use crate::value::{Ref, Value};
use crate::vm::Vm;

/// The arguments of a native call. The caller keeps them reachable.
#[derive(Debug, Clone, Copy)]
pub struct Args<'a> {
    pub pos: &'a [Value],
    pub kw: &'a [(Sym, Value)],
}

/// A function written in Rust. For methods `args.pos[0]` is the receiver.
pub type NativeFn = fn(&mut Vm, &Args<'_>) -> Res;

/// Makes an instance of a class: `type.__new__` of a native class. The class
/// is the one asked for, which may be a subclass.
pub type Constructor = fn(&mut Vm, Ref, &Args<'_>) -> Res;

/// A native function as a Python object.
pub struct NativeFunction {
    pub name: Arc<str>,
    pub function: NativeFn,
    /// The class whose method this is: then it binds like a Python function.
    pub method_of: Option<Ref>,
    /// A value bound to the function, readable by `Vm::native_data` while it runs.
    pub data: Value,
    pub module: Option<Arc<str>>,
    pub doc: Option<&'static str>,
}

impl NativeFunction {
    pub fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.data);
    }
}

impl fmt::Debug for NativeFunction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<native {}>", self.name)
    }
}

/// Data of a native class that lies in its instances (an array, a Delayed).
pub trait Native: Any + fmt::Debug {
    fn as_any(&self) -> &dyn Any;
    fn as_any_mut(&mut self) -> &mut dyn Any;
    /// Visits every value held, so that it stays alive.
    fn trace(&self, visit: &mut dyn FnMut(Value));
    /// Bytes held.
    fn size(&self) -> usize;
    /// The same data for another machine, with the values it holds pushed to
    /// `children`; `None` when it cannot travel.
    fn portable(&self, _children: &mut Vec<Value>) -> Option<Arc<dyn PortableNative>> {
        None
    }
}

/// Native data on its way between machines.
pub trait PortableNative: Send + Sync + fmt::Debug {
    /// The data for another machine, with its values there in the order in which
    /// they were pushed.
    fn restore(&self, children: &[Value]) -> Box<dyn Native>;
    /// Bytes held, for the trace.
    fn size(&self) -> usize;
}
