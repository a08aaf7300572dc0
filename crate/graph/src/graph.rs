//! The graph itself: built from keys in any order, then resolved into numbers.
//!
//! Programs name tasks before they define them (`{"z": (add, "x", "y"), "x": …}`)
//! and define them again, so building works on keys; everything after works on
//! [`TaskId`]s, which index flat arrays.

use std::fmt;

use rustc_hash::FxHashMap;

use crate::cycle::{self, Cycle};
use crate::key::Key;

/// The place of a task in its graph, in order of insertion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaskId(pub u32);

impl TaskId {
    /// The same number, for indexing.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl From<usize> for TaskId {
    /// Graphs are bounded far below `u32::MAX`; a larger index saturates.
    fn from(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }
}

/// What a node is, in Dask's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TaskKind {
    /// A call.
    Task,
    /// A plain value.
    Data,
    /// Only another name for a key.
    Alias,
}

/// A key that is used or wanted but defined nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingKey {
    pub key: Key,
    /// The task that uses it; absent when it was wanted as an output.
    pub user: Option<Key>,
}

impl fmt::Display for MissingKey {
    /// The text of Python's `KeyError`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.key.repr())
    }
}

struct Draft<P> {
    key: Key,
    kind: TaskKind,
    deps: Vec<Key>,
    payload: P,
}

/// A graph under construction, like a Python dict: the order is that of first
/// insertion, and a later value replaces an earlier one in its place.
pub struct GraphBuilder<P> {
    index: FxHashMap<Key, u32>,
    drafts: Vec<Draft<P>>,
}

impl<P> Default for GraphBuilder<P> {
    fn default() -> Self {
        Self { index: FxHashMap::default(), drafts: Vec::new() }
    }
}

impl<P> GraphBuilder<P> {
    /// An empty graph.
    pub fn new() -> Self {
        Self::default()
    }

    /// Number of tasks so far.
    pub fn len(&self) -> usize {
        self.drafts.len()
    }

    /// Whether nothing was inserted.
    pub fn is_empty(&self) -> bool {
        self.drafts.is_empty()
    }

    /// Whether `key` is defined.
    pub fn contains(&self, key: &Key) -> bool {
        self.index.contains_key(key)
    }

    /// Defines `key`, which may name dependencies that come later. An earlier
    /// definition is replaced, keeps its place and its spelling of the key, and
    /// its payload is returned.
    pub fn insert(&mut self, key: Key, kind: TaskKind, deps: Vec<Key>, payload: P) -> Option<P> {
        if let Some(draft) = self.index.get(&key).and_then(|&at| self.drafts.get_mut(at as usize)) {
            draft.kind = kind;
            draft.deps = deps;
            return Some(std::mem::replace(&mut draft.payload, payload));
        }
        self.index.insert(key.clone(), TaskId::from(self.drafts.len()).0);
        self.drafts.push(Draft { key, kind, deps, payload });
        None
    }

    /// Inserts everything of `other`, in its order.
    pub fn merge(&mut self, other: Self) {
        for draft in other.drafts {
            self.insert(draft.key, draft.kind, draft.deps, draft.payload);
        }
    }

    /// Turns keys into numbers. Dependencies and outputs that are named several
    /// times are kept once, in order of first appearance.
    pub fn resolve(self, outputs: &[Key]) -> Result<TaskGraph<P>, MissingKey> {
        let Self { index, drafts } = self;
        let find = |key: &Key, user: Option<&Key>| {
            index
                .get(key)
                .map(|&at| TaskId(at))
                .ok_or_else(|| MissingKey { key: key.clone(), user: user.cloned() })
        };
        let mut unique = Unique::new(drafts.len());
        let mut wanted = Vec::with_capacity(outputs.len());
        for key in outputs {
            wanted.push(find(key, None)?);
        }
        unique.retain(&mut wanted);
        let mut nodes = Vec::with_capacity(drafts.len());
        for Draft { key, kind, deps: names, payload } in drafts {
            let mut deps = Vec::with_capacity(names.len());
            for name in &names {
                deps.push(find(name, Some(&key))?);
            }
            unique.retain(&mut deps);
            nodes.push(Node { key, kind, deps, payload });
        }
        Ok(TaskGraph::assemble(nodes, index, wanted))
    }
}

/// Drops repeated ids in linear time, without a set for each list.
struct Unique {
    seen_in: Vec<u32>,
    list: u32,
}

impl Unique {
    fn new(len: usize) -> Self {
        Self { seen_in: vec![0; len], list: 0 }
    }

    fn retain(&mut self, ids: &mut Vec<TaskId>) {
        self.list += 1;
        let list = self.list;
        ids.retain(|id| {
            self.seen_in.get_mut(id.index()).is_some_and(|seen| std::mem::replace(seen, list) != list)
        });
    }
}

/// One task of a resolved graph.
#[derive(Debug, Clone)]
pub struct Node<P> {
    pub key: Key,
    pub kind: TaskKind,
    /// Each dependency once.
    pub deps: Vec<TaskId>,
    pub payload: P,
}

/// A resolved graph. Tasks are numbered in order of insertion.
#[derive(Debug, Clone)]
pub struct TaskGraph<P> {
    nodes: Vec<Node<P>>,
    index: FxHashMap<Key, u32>,
    outputs: Vec<TaskId>,
    /// Users of all tasks, one list after the other.
    users: Vec<TaskId>,
    /// Where the users of task `i` begin; one more entry than tasks.
    users_start: Vec<u32>,
}

impl<P> TaskGraph<P> {
    pub(crate) fn assemble(
        nodes: Vec<Node<P>>,
        index: FxHashMap<Key, u32>,
        outputs: Vec<TaskId>,
    ) -> Self {
        let (users, users_start) = invert(&nodes);
        Self { nodes, index, outputs, users, users_start }
    }

    /// Number of tasks.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is no task.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// All tasks; the id of a task is its index.
    pub fn nodes(&self) -> &[Node<P>] {
        &self.nodes
    }

    /// The wanted tasks, each once, in order of first appearance.
    pub fn outputs(&self) -> &[TaskId] {
        &self.outputs
    }

    /// The task that `key` names.
    pub fn find(&self, key: &Key) -> Option<TaskId> {
        self.index.get(key).map(|&at| TaskId(at))
    }

    /// One task, if the id belongs to this graph.
    pub fn node(&self, id: TaskId) -> Option<&Node<P>> {
        self.nodes.get(id.index())
    }

    /// What `id` needs; nothing for an id of another graph.
    pub fn deps(&self, id: TaskId) -> &[TaskId] {
        self.nodes.get(id.index()).map_or(&[], |node| &node.deps)
    }

    /// The tasks that need `id`, in order of their ids.
    pub fn users(&self, id: TaskId) -> &[TaskId] {
        let at = |index: usize| self.users_start.get(index).map(|&start| start as usize);
        match (at(id.index()), at(id.index() + 1)) {
            (Some(start), Some(end)) => self.users.get(start..end).unwrap_or(&[]),
            _ => &[],
        }
    }

    /// All ids, in order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = TaskId> + ExactSizeIterator + use<P> {
        (0..self.nodes.len()).map(TaskId::from)
    }

    /// Tasks such that each comes after its dependencies, ties in order of
    /// insertion; or the cycle that makes this impossible.
    pub fn topological(&self) -> Result<Vec<TaskId>, Cycle> {
        cycle::topological(self)
    }

    /// The same graph with other payloads.
    pub fn map<Q>(self, mut change: impl FnMut(TaskId, P) -> Q) -> TaskGraph<Q> {
        let nodes = self
            .nodes
            .into_iter()
            .enumerate()
            .map(|(at, node)| Node {
                key: node.key,
                kind: node.kind,
                deps: node.deps,
                payload: change(TaskId::from(at), node.payload),
            })
            .collect();
        TaskGraph {
            nodes,
            index: self.index,
            outputs: self.outputs,
            users: self.users,
            users_start: self.users_start,
        }
    }
}

/// The reversed edges as one flat list with starts (counting sort by target).
fn invert<P>(nodes: &[Node<P>]) -> (Vec<TaskId>, Vec<u32>) {
    let mut start = vec![0u32; nodes.len() + 1];
    let mut edges = 0usize;
    for dep in nodes.iter().flat_map(|node| &node.deps) {
        edges += 1;
        if let Some(count) = start.get_mut(dep.index() + 1) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for count in &mut start {
        sum += *count;
        *count = sum;
    }
    let mut next = start.clone();
    let mut users = vec![TaskId(0); edges];
    for (at, node) in nodes.iter().enumerate() {
        for dep in &node.deps {
            if let Some(slot) = next.get_mut(dep.index()) {
                if let Some(user) = users.get_mut(*slot as usize) {
                    *user = TaskId::from(at);
                }
                *slot += 1;
            }
        }
    }
    (users, start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(names: &[&str]) -> Vec<Key> {
        names.iter().map(|&name| Key::from(name)).collect()
    }

    #[test]
    fn tasks_may_name_what_is_defined_later() {
        let mut builder = GraphBuilder::new();
        builder.insert("z".into(), TaskKind::Task, keys(&["x", "y", "x"]), 1);
        builder.insert("x".into(), TaskKind::Data, vec![], 2);
        builder.insert("y".into(), TaskKind::Alias, keys(&["x"]), 3);
        let graph = builder.resolve(&keys(&["z", "y", "z"])).expect("all keys are defined");
        assert_eq!(graph.deps(TaskId(0)), [TaskId(1), TaskId(2)]);
        assert_eq!(graph.users(TaskId(1)), [TaskId(0), TaskId(2)]);
        assert_eq!(graph.outputs(), [TaskId(0), TaskId(2)]);
        assert_eq!(graph.find(&"y".into()), Some(TaskId(2)));
        assert_eq!(graph.users(TaskId(9)), []);
    }

    #[test]
    fn a_later_definition_replaces_in_place() {
        let mut first = GraphBuilder::new();
        first.insert(Key::Int(1), TaskKind::Task, keys(&["b"]), "old");
        first.insert("b".into(), TaskKind::Data, vec![], "b");
        let mut second = GraphBuilder::new();
        second.insert("c".into(), TaskKind::Data, vec![], "c");
        second.insert(Key::Bool(true), TaskKind::Data, vec![], "new");
        first.merge(second);
        let graph = first.resolve(&[]).expect("all keys are defined");
        let seen: Vec<_> =
            graph.nodes().iter().map(|node| (node.key.repr(), node.payload)).collect();
        assert_eq!(seen, [("1".into(), "new"), ("'b'".into(), "b"), ("'c'".into(), "c")]);
        assert!(graph.deps(TaskId(0)).is_empty());
    }

    #[test]
    fn missing_keys_are_named() {
        let mut builder = GraphBuilder::new();
        builder.insert("z".into(), TaskKind::Task, keys(&["x"]), ());
        let missing = builder.resolve(&[]).expect_err("x is missing");
        assert_eq!((missing.to_string(), missing.user), ("'x'".to_owned(), Some("z".into())));
        let missing = GraphBuilder::<()>::new().resolve(&keys(&["c"])).expect_err("c is missing");
        assert_eq!((missing.to_string(), missing.user), ("'c'".to_owned(), None));
    }
}
