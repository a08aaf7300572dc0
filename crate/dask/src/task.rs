//! What a task does, as a tree that travels between machines.
//!
//! A task is `f(a, [b, 3], k=c)`: calls and containers around results of other
//! tasks and plain values. The shape is a portable tree behind an `Arc`; the
//! plain values stay beside it, since they belong to one machine.

use std::sync::Arc;

use taskyard_python::error::Res;
use taskyard_python::object::Sym;
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

/// The shape of a task. `Literal(i)` is the i-th plain value, `Input(i)` the
/// result of the i-th dependency.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    Literal(u32),
    Input(u32),
    List(Vec<Arg>),
    Tuple(Vec<Arg>),
    Set(Vec<Arg>),
    Dict(Vec<(Arg, Arg)>),
    /// start, stop, step
    Slice(Box<[Arg; 3]>),
    Call(Box<CallArg>),
}

/// A call inside a task.
#[derive(Debug, Clone, PartialEq)]
pub struct CallArg {
    pub function: Arg,
    pub args: Vec<Arg>,
    pub kwargs: Vec<(Arc<str>, Arg)>,
}

/// A task of one machine: its shape and its plain values. When the root is a
/// call, literal 0 is its function.
#[derive(Debug, Clone)]
pub struct TaskSpec {
    pub tree: Arc<Arg>,
    pub literals: Vec<Value>,
    /// The 1-based line of the program that made the task; 0 when unknown.
    pub line: u32,
}

impl Arg {
    /// `function(args, kwargs)`
    #[must_use]
    pub fn call(function: Self, args: Vec<Self>, kwargs: Vec<(Arc<str>, Self)>) -> Self {
        Self::Call(Box::new(CallArg { function, args, kwargs }))
    }
}

/// Runs a task, or makes its plain value. `inputs` are the results of the
/// dependencies in their order.
///
/// # Errors
/// What the task raises; `RecursionError` when it is nested too deep.
pub fn evaluate(vm: &mut Vm, tree: &Arg, literals: &[Value], inputs: &[Value]) -> Res {
    Evaluation { literals, inputs }.value(vm, tree)
}

struct Evaluation<'a> {
    literals: &'a [Value],
    inputs: &'a [Value],
}

impl Evaluation<'_> {
    fn value(&self, vm: &mut Vm, tree: &Arg) -> Res {
        match tree {
            Arg::Literal(place) => Ok(at(self.literals, *place)),
            Arg::Input(place) => Ok(at(self.inputs, *place)),
            other => {
                vm.enter()?;
                let result = self.inner(vm, other);
                vm.leave();
                result
            }
        }
    }

    fn values(&self, vm: &mut Vm, trees: &[Arg]) -> Res<Vec<Value>> {
        trees.iter().map(|tree| self.value(vm, tree)).collect()
    }

    fn inner(&self, vm: &mut Vm, tree: &Arg) -> Res {
        match tree {
            Arg::Literal(_) | Arg::Input(_) => self.value(vm, tree),
            Arg::List(items) => {
                let items = self.values(vm, items)?;
                Ok(vm.list(items))
            }
            Arg::Tuple(items) => {
                let items = self.values(vm, items)?;
                Ok(vm.tuple(items))
            }
            Arg::Set(items) => {
                let items = self.values(vm, items)?;
                let set = vm.new_set(false);
                for item in items {
                    vm.set_add(set, item)?;
                }
                Ok(Value::object(set))
            }
            Arg::Dict(pairs) => {
                let dict = vm.new_dict();
                for (key, value) in pairs {
                    let key = self.value(vm, key)?;
                    let value = self.value(vm, value)?;
                    vm.dict_set(dict, key, value)?;
                }
                Ok(Value::object(dict))
            }
            Arg::Slice(parts) => {
                let [start, stop, step] = &**parts;
                let (start, stop) = (self.value(vm, start)?, self.value(vm, stop)?);
                let step = self.value(vm, step)?;
                Ok(vm.slice(start, stop, step))
            }
            Arg::Call(call) => {
                let function = self.value(vm, &call.function)?;
                let args = self.values(vm, &call.args)?;
                let mut kwargs: Vec<(Sym, Value)> = Vec::with_capacity(call.kwargs.len());
                for (name, value) in &call.kwargs {
                    let value = self.value(vm, value)?;
                    kwargs.push((vm.names.intern(name), value));
                }
                vm.call_kw(function, &args, &kwargs)
            }
        }
    }
}

fn at(values: &[Value], place: u32) -> Value {
    values.get(place as usize).copied().unwrap_or(Value::NONE)
}
