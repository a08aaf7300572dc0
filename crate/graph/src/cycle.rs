//! Topological order, and the cycle to show when there is none.
//!
//! Dask finds a cycle by a depth-first walk and then shortens it greedily; the
//! learner sees its keys, so the walk here takes the same steps.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fmt;

use crate::graph::{TaskGraph, TaskId};
use crate::key::Key;

/// Keys that lead back to the first, each followed by one of its dependencies;
/// the last is the first again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cycle {
    pub keys: Vec<Key>,
}

impl fmt::Display for Cycle {
    /// The message of Dask's `RuntimeError`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Cycle detected between the following keys:")?;
        self.keys.iter().try_for_each(|key| write!(out, "\n  -> {key}"))
    }
}

pub(crate) fn topological<P>(graph: &TaskGraph<P>) -> Result<Vec<TaskId>, Cycle> {
    let mut missing: Vec<u32> =
        graph.nodes().iter().map(|node| TaskId::from(node.deps.len()).0).collect();
    let mut ready: BinaryHeap<Reverse<TaskId>> =
        graph.ids().filter(|id| graph.deps(*id).is_empty()).map(Reverse).collect();
    let mut sorted = Vec::with_capacity(graph.len());
    while let Some(Reverse(id)) = ready.pop() {
        sorted.push(id);
        for &user in graph.users(id) {
            if let Some(count) = missing.get_mut(user.index()) {
                *count -= 1;
                if *count == 0 {
                    ready.push(Reverse(user));
                }
            }
        }
    }
    if sorted.len() == graph.len() { Ok(sorted) } else { Err(find_cycle(graph)) }
}

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    New,
    /// On the path from the start of the walk to the current task.
    Open,
    Closed,
}

fn find_cycle<P>(graph: &TaskGraph<P>) -> Cycle {
    let mut marks = vec![Mark::New; graph.len()];
    let mark = |marks: &[Mark], id: TaskId| marks.get(id.index()).copied().unwrap_or(Mark::Closed);
    for start in graph.ids() {
        // Holds the path and, above each of its tasks, that task's siblings.
        let mut stack = vec![start];
        while let Some(&current) = stack.last() {
            if mark(&marks, current) == Mark::Closed {
                stack.pop();
                continue;
            }
            set(&mut marks, current, Mark::Open);
            let mut unexplored = false;
            let height = stack.len();
            for &dep in graph.deps(current) {
                match mark(&marks, dep) {
                    Mark::Open => {
                        stack.truncate(height);
                        return shorten(graph, &stack, dep);
                    }
                    Mark::New => {
                        unexplored = true;
                        stack.push(dep);
                    }
                    Mark::Closed => {}
                }
            }
            if !unexplored {
                set(&mut marks, current, Mark::Closed);
                stack.pop();
            }
        }
    }
    Cycle { keys: Vec::new() }
}

fn set(marks: &mut [Mark], id: TaskId, mark: Mark) {
    if let Some(slot) = marks.get_mut(id.index()) {
        *slot = mark;
    }
}

/// Walks back from the top of the stack to `first`, from user to user, each
/// time to the one that lies nearest to `first` in the stack.
fn shorten<P>(graph: &TaskGraph<P>, stack: &[TaskId], first: TaskId) -> Cycle {
    let begin = stack.iter().rposition(|&id| id == first).unwrap_or(0);
    let in_play = stack.get(begin..).unwrap_or(&[]);
    let mut distance = vec![u32::MAX; graph.len()];
    for (place, id) in in_play.iter().enumerate().rev() {
        if let Some(slot) = distance.get_mut(id.index()) {
            *slot = TaskId::from(place).0;
        }
    }
    let place_of = |id: TaskId| distance.get(id.index()).copied().unwrap_or(u32::MAX);
    let mut back = vec![first];
    let mut current = in_play.last().copied().unwrap_or(first);
    while current != first && back.len() <= in_play.len() {
        back.push(current);
        let nearest = graph.users(current).iter().copied().min_by_key(|&user| place_of(user));
        current = nearest.unwrap_or(first);
    }
    back.push(first);
    let keys = back.iter().rev().filter_map(|&id| graph.node(id)).map(|node| node.key.clone());
    Cycle { keys: keys.collect() }
}

#[cfg(test)]
mod tests {
    use crate::{GraphBuilder, TaskKind};

    fn check(graph: &[(&str, &[&str])], expect: &[&str]) {
        let mut builder = GraphBuilder::new();
        for (key, deps) in graph {
            let deps = deps.iter().map(|&dep| dep.into()).collect();
            builder.insert((*key).into(), TaskKind::Task, deps, ());
        }
        let graph = builder.resolve(&[]).expect("all keys are defined");
        let found = graph.topological().err().map(|cycle| cycle.to_string());
        let expected: String = expect.iter().map(|key| format!("\n  -> {key}")).collect();
        assert_eq!(
            found,
            Some(format!("Cycle detected between the following keys:{expected}"))
        );
    }

    #[test]
    fn cycles_begin_where_the_walk_meets_them() {
        check(&[("start", &["loop"]), ("loop", &["start"]), ("free", &[])], &["start", "loop", "start"]);
        check(&[("a", &["a"])], &["a", "a"]);
        check(&[("z", &["b"]), ("a", &["b"]), ("b", &["a"])], &["b", "a", "b"]);
        check(
            &[("a", &["b"]), ("b", &["c"]), ("c", &["d"]), ("d", &["b"])],
            &["b", "c", "d", "b"],
        );
    }

    #[test]
    fn shortcuts_are_taken() {
        // a needs b and d, b needs c, c needs d, d needs a.
        check(
            &[("a", &["b", "d"]), ("b", &["c"]), ("c", &["d"]), ("d", &["a"])],
            &["a", "d", "a"],
        );
    }

    #[test]
    fn a_long_cycle_needs_no_deep_stack() {
        let mut builder = GraphBuilder::new();
        for at in 0..50_000i64 {
            let next = (at + 1) % 50_000;
            builder.insert(at.into(), TaskKind::Task, vec![next.into()], ());
        }
        let graph = builder.resolve(&[]).expect("all keys are defined");
        let cycle = graph.topological().expect_err("it leads back");
        assert_eq!(cycle.keys.len(), 50_001);
    }
}
