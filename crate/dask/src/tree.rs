//! Builds the tree of one task: numbers its plain values and its dependencies.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use taskyard_graph::Key;
use taskyard_python::value::Value;

use crate::task::{Arg, CallArg, TaskSpec};

/// Up to this many dependencies a scan is faster than a map.
const SCANNED: usize = 8;

/// The plain values and dependencies of a task under construction.
#[derive(Debug, Default)]
pub struct TreeBuilder {
    literals: Vec<Value>,
    deps: Vec<Key>,
    places: FxHashMap<Key, u32>,
}

impl TreeBuilder {
    /// A plain value of the task.
    pub fn literal(&mut self, value: Value) -> Arg {
        self.literals.push(value);
        Arg::Literal(self.literals.len() as u32 - 1)
    }

    /// The result of another task; each key is one dependency.
    pub fn input(&mut self, key: &Key) -> Arg {
        Arg::Input(self.place(key))
    }

    fn place(&mut self, key: &Key) -> u32 {
        let next = self.deps.len() as u32;
        let known = if self.deps.len() <= SCANNED {
            self.deps.iter().position(|dep| dep == key).map(|place| place as u32)
        } else {
            if self.places.is_empty() {
                self.places.extend(self.deps.iter().cloned().zip(0..));
            }
            self.places.get(key).copied()
        };
        if let Some(known) = known {
            return known;
        }
        self.deps.push(key.clone());
        if !self.places.is_empty() {
            self.places.insert(key.clone(), next);
        }
        next
    }

    /// Puts the tree of another task into this one.
    pub fn graft(&mut self, tree: &Arg, literals: &[Value], deps: &[Key]) -> Arg {
        match tree {
            Arg::Literal(place) => {
                let value = literals.get(*place as usize).copied().unwrap_or(Value::NONE);
                self.literal(value)
            }
            Arg::Input(place) => match deps.get(*place as usize) {
                Some(key) => self.input(key),
                None => self.literal(Value::NONE),
            },
            Arg::List(items) => Arg::List(self.graft_all(items, literals, deps)),
            Arg::Tuple(items) => Arg::Tuple(self.graft_all(items, literals, deps)),
            Arg::Set(items) => Arg::Set(self.graft_all(items, literals, deps)),
            Arg::Dict(pairs) => {
                let graft = |(key, value): &(Arg, Arg)| {
                    (self.graft(key, literals, deps), self.graft(value, literals, deps))
                };
                Arg::Dict(pairs.iter().map(graft).collect())
            }
            Arg::Slice(parts) => Arg::Slice(Box::new(parts.each_ref().map(|part| self.graft(part, literals, deps)))),
            Arg::Call(call) => {
                let function = self.graft(&call.function, literals, deps);
                let args = self.graft_all(&call.args, literals, deps);
                let named = call.kwargs.iter();
                let kwargs = named.map(|(name, arg)| (name.clone(), self.graft(arg, literals, deps))).collect();
                Arg::Call(Box::new(CallArg { function, args, kwargs }))
            }
        }
    }

    fn graft_all(&mut self, items: &[Arg], literals: &[Value], deps: &[Key]) -> Vec<Arg> {
        items.iter().map(|item| self.graft(item, literals, deps)).collect()
    }

    /// The finished task and the keys that it needs.
    #[must_use]
    pub fn finish(self, root: Arg) -> (TaskSpec, Arc<[Key]>) {
        (TaskSpec { tree: Arc::new(root), literals: self.literals, line: 0 }, self.deps.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_is_one_dependency() {
        let mut tree = TreeBuilder::default();
        for at in 0..20i64 {
            assert_eq!(tree.input(&Key::Int(at)), Arg::Input(at as u32));
        }
        assert_eq!(tree.input(&Key::Int(3)), Arg::Input(3));
        assert_eq!(tree.input(&Key::Float(19.0)), Arg::Input(19));
        let (_, deps) = tree.finish(Arg::Input(0));
        assert_eq!(deps.len(), 20);
    }

    #[test]
    fn grafted_trees_are_numbered_anew() {
        let inner = Arg::List(vec![Arg::Input(1), Arg::Input(0), Arg::Literal(0)]);
        let mut tree = TreeBuilder::default();
        tree.literal(Value::NONE);
        tree.input(&"b".into());
        let grafted = tree.graft(&inner, &[Value::TRUE], &["a".into(), "b".into()]);
        assert_eq!(grafted, Arg::List(vec![Arg::Input(0), Arg::Input(1), Arg::Literal(1)]));
    }
}
