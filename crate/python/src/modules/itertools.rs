//! `itertools`: lazy iterators. Each is a [`Tool`]: plain numbers that say where it is, and the values that it holds, so
//! that all of them travel between machines in the same way.

mod combine;
mod make;
mod step;

use std::sync::Arc;

use super::support::{add_static, rebuilt_iter};
use crate::error::Res;
use crate::object::{NativeIter, PortableIter, Type};
use crate::value::{Ref, Value};
use crate::vm::{ClassSpec, Vm};

/// Which iterator it is and where it stands; the comments say what its values are.
#[derive(Debug, Clone)]
enum State {
    /// current, step
    Count,
    /// iterator, saved values; the index once it is exhausted
    Cycle(Option<usize>),
    /// value; turns left
    Repeat(Option<u64>),
    /// iterator, function, total or unbound, initial or unbound
    Accumulate,
    /// iterator over iterables, current iterator or unbound
    Chain,
    /// data, selectors
    Compress,
    /// predicate, iterator; still dropping
    DropWhile(bool),
    /// predicate, iterator; through
    TakeWhile(bool),
    /// predicate, iterator
    FilterFalse,
    /// function, iterator
    StarMap,
    /// iterator; position, next wanted, end, step
    Slice { position: u64, next: u64, stop: Option<u64>, step: u64 },
    /// fill, iterators or unbound when exhausted
    ZipLongest,
    /// iterator, previous or unbound
    Pairwise,
    /// all pools in a row
    Product { lengths: Vec<usize>, places: Vec<usize>, begun: bool },
    /// the pool
    Permutations { indices: Vec<usize>, cycles: Vec<usize>, begun: bool },
    /// the pool
    Combinations { indices: Vec<usize>, begun: bool, replace: bool },
    /// iterator, list cell that is read next
    Tee,
    /// the shared list of a group-by
    GroupBy,
    /// the shared list, key of the group
    Grouper { id: i64 },
    Done,
}

#[derive(Debug)]
struct Tool {
    name: &'static str,
    state: State,
    values: Vec<Value>,
}

impl NativeIter for Tool {
    fn type_name(&self) -> &'static str {
        self.name
    }

    fn next(&mut self, vm: &mut Vm) -> Res<Option<Value>> {
        self.step(vm)
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        self.values.iter().copied().for_each(visit);
    }

    fn shown(&self) -> Option<(&'static str, Vec<Value>)> {
        match self.state {
            State::Count => {
                let plain = self.values.get(1).and_then(|step| step.as_small_int()) == Some(1);
                Some(("count", self.values.iter().copied().take(if plain { 1 } else { 2 }).collect()))
            }
            State::Repeat(left) => {
                let left = left.map(|left| Value::small_int_wrapping(i64::try_from(left).unwrap_or(i64::MAX)));
                Some(("repeat", self.values.iter().copied().chain(left).collect()))
            }
            _ => None,
        }
    }

    fn portable(&self, children: &mut Vec<Value>) -> Option<Arc<dyn PortableIter>> {
        children.extend_from_slice(&self.values);
        rebuilt_iter((self.name, self.state.clone()), |(name, state), children| Self {
            name,
            state: state.clone(),
            values: children.to_vec(),
        })
    }
}

fn tool(vm: &mut Vm, name: &'static str, state: State, values: Vec<Value>) -> Value {
    let known = make::CLASSES.iter().find(|(short, ..)| *short == name);
    let name = known.map_or(name, |(_, full, _)| full);
    vm.native_iter(Box::new(Tool { name, state, values }))
}

pub(super) fn install(vm: &mut Vm) {
    vm.register_module("itertools", build);
}

fn build(vm: &mut Vm, module: Ref) -> Res<()> {
    for &(name, _, constructor) in make::CLASSES {
        let class = vm.define_class(ClassSpec {
            name,
            module: "itertools",
            bases: &[Ref::of(Type::Iterator)],
            constructor: Some(constructor),
            methods: &[],
            getters: &[],
        });
        if name == "chain" {
            add_static(vm, class, "from_iterable", make::chain_from_iterable);
        }
        vm.module_set(module, name, Value::object(class));
    }
    vm.module_fn(module, "tee", make::tee);
    Ok(())
}
