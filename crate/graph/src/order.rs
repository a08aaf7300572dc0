//! A static order of all tasks: which ready task should run first.
//!
//! The aim is Dask's, after its `dask.order`: finish what was begun before
//! beginning more, so that few results are in memory at once. Three rules do it:
//!
//! 1. Goals (tasks nobody uses) one after the other, those that need least
//!    memory first; each is walked depth first.
//! 2. Of several dependencies, the one that needs most memory first (Sethi and
//!    Ullman's numbering, exact on trees), then the one with the longest chain.
//! 3. A task that has become free and lets a result be dropped runs at once.
//!    So `load -> (sum, count)` is finished for one part before the next loads:
//!
//! ```text
//!             mean 8
//!            /      \
//!      sums 5        counts 7
//!      /    \        /      \
//!  sum 1   sum 4  count 2  count 6
//!      \      \    /       /
//!       \      \  /       /
//!      load 0   load 3 (each feeds its sum and its count)
//! ```
//!
//! Ties go by insertion, so tasks run in the order of the program. Time is
//! O(edges · log), and nothing depends on keys or tokens.

use crate::cycle::Cycle;
use crate::graph::{TaskGraph, TaskId, TaskKind};

/// A result with more remaining users than this is kept, rather than running
/// all its users early: they would leave more behind than they free.
pub const MAX_EAGER_USERS: u32 = 8;

/// The priority of each task, from 0 (first): a topological numbering.
pub fn order<P>(graph: &TaskGraph<P>) -> Result<Vec<u32>, Cycle> {
    let needs = needs(graph, &graph.topological()?);
    let needs_of = |id: TaskId| needs.get(id.index()).copied().unwrap_or_default();
    let mut goals: Vec<TaskId> = graph.ids().filter(|id| graph.users(*id).is_empty()).collect();
    goals.sort_by_key(|&id| (needs_of(id), id));
    let mut walk = Walk::new(graph);
    let mut scratch: Vec<TaskId> = Vec::new();
    for goal in goals {
        walk.stack.push(goal);
        while let Some(id) = walk.stack.pop() {
            if walk.is_placed(id) {
                continue;
            }
            if walk.missing_of(id) == 0 {
                walk.place(id);
                continue;
            }
            walk.stack.push(id);
            scratch.clear();
            scratch.extend(graph.deps(id).iter().copied().filter(|&dep| !walk.is_placed(dep)));
            // The last one pushed is visited first.
            scratch.sort_by_key(|&dep| (needs_of(dep), std::cmp::Reverse(dep)));
            walk.stack.append(&mut scratch);
        }
    }
    Ok(walk.priority)
}

/// What a task needs before it is done; compared by memory, then by chain.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Need {
    /// How many results are in memory at once while the task is computed, if
    /// nothing is shared. Plain values cost nothing: they are part of the graph.
    memory: u32,
    /// Tasks in the longest chain that ends here.
    chain: u32,
}

fn needs<P>(graph: &TaskGraph<P>, topological: &[TaskId]) -> Vec<Need> {
    let mut needs = vec![Need::default(); graph.len()];
    let mut of_deps: Vec<Need> = Vec::new();
    for &id in topological {
        of_deps.clear();
        of_deps.extend(graph.deps(id).iter().filter_map(|dep| needs.get(dep.index())));
        of_deps.sort_unstable_by(|left, right| right.cmp(left));
        let held = of_deps.iter().filter(|need| need.memory > 0).zip(0u32..);
        let peak = held.map(|(need, kept)| need.memory + kept).max().unwrap_or(0);
        let longest = of_deps.iter().map(|need| need.chain).max().unwrap_or(0);
        let own = u32::from(graph.node(id).is_some_and(|node| node.kind != TaskKind::Data));
        if let Some(slot) = needs.get_mut(id.index()) {
            *slot = Need { memory: peak.max(own), chain: longest + own };
        }
    }
    needs
}

const UNPLACED: u32 = u32::MAX;

struct Walk<'g, P> {
    graph: &'g TaskGraph<P>,
    priority: Vec<u32>,
    placed: u32,
    /// Dependencies not yet placed.
    missing: Vec<u32>,
    /// Users not yet placed.
    waiting_users: Vec<u32>,
    stack: Vec<TaskId>,
}

impl<'g, P> Walk<'g, P> {
    fn new(graph: &'g TaskGraph<P>) -> Self {
        let count = |len: usize| TaskId::from(len).0;
        Self {
            graph,
            priority: vec![UNPLACED; graph.len()],
            placed: 0,
            missing: graph.ids().map(|id| count(graph.deps(id).len())).collect(),
            waiting_users: graph.ids().map(|id| count(graph.users(id).len())).collect(),
            stack: Vec::new(),
        }
    }

    fn is_placed(&self, id: TaskId) -> bool {
        self.priority.get(id.index()).is_none_or(|&priority| priority != UNPLACED)
    }

    fn missing_of(&self, id: TaskId) -> u32 {
        self.missing.get(id.index()).copied().unwrap_or(0)
    }

    fn place(&mut self, id: TaskId) {
        if let Some(priority) = self.priority.get_mut(id.index()) {
            *priority = self.placed;
            self.placed += 1;
        }
        for &user in self.graph.users(id) {
            if let Some(missing) = self.missing.get_mut(user.index()) {
                *missing -= 1;
            }
        }
        for &dep in self.graph.deps(id) {
            if let Some(waiting) = self.waiting_users.get_mut(dep.index()) {
                *waiting -= 1;
            }
        }
        // What is pushed last runs first: first the users of this result, then
        // those that it shares an input with.
        for &dep in self.graph.deps(id).iter().rev() {
            self.push_last_users(dep);
        }
        self.push_last_users(id);
    }

    /// If the users that `id` still waits for are few and all free, they come next.
    fn push_last_users(&mut self, id: TaskId) {
        let waiting = self.waiting_users.get(id.index()).copied().unwrap_or(0);
        let is_result = self.graph.node(id).is_some_and(|node| node.kind != TaskKind::Data);
        if waiting == 0 || waiting > MAX_EAGER_USERS || !is_result {
            return;
        }
        let height = self.stack.len();
        for &user in self.graph.users(id).iter().rev() {
            if self.is_placed(user) {
                continue;
            }
            if self.missing_of(user) > 0 {
                self.stack.truncate(height);
                return;
            }
            self.stack.push(user);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{GraphBuilder, Key};

    /// Checks the order in which the keys run.
    fn check(graph: &[(&str, &[&str])], expect: &[&str]) {
        let mut builder = GraphBuilder::new();
        for (key, deps) in graph {
            let deps: Vec<Key> = deps.iter().map(|&dep| dep.into()).collect();
            builder.insert((*key).into(), TaskKind::Task, deps, ());
        }
        let graph = builder.resolve(&[]).expect("all keys are defined");
        let priority = order(&graph).expect("no cycle");
        let mut ids: Vec<TaskId> = graph.ids().collect();
        ids.sort_by_key(|id| priority[id.index()]);
        let keys: Vec<String> =
            ids.iter().map(|&id| graph.node(id).expect("own id").key.to_string()).collect();
        assert_eq!(keys, expect);
    }

    #[test]
    fn the_longer_side_goes_first() {
        // The example of dask.order.
        check(&[("a", &[]), ("b", &[]), ("c", &["a"]), ("d", &["b", "c"])], &["a", "c", "b", "d"]);
        check(
            // The side that holds two results at once.
            &[("d", &["b", "c"]), ("b", &[]), ("c", &["e", "f"]), ("e", &[]), ("f", &[])],
            &["e", "f", "c", "b", "d"],
        );
    }

    #[test]
    fn equal_tasks_keep_the_order_of_the_program() {
        check(
            &[("i", &[]), ("j", &[]), ("k", &[]), ("sum", &["i", "j", "k"])],
            &["i", "j", "k", "sum"],
        );
    }

    #[test]
    fn parts_are_finished_before_more_are_loaded() {
        check(
            &[
                ("load0", &[]),
                ("load1", &[]),
                ("sum0", &["load0"]),
                ("sum1", &["load1"]),
                ("count0", &["load0"]),
                ("count1", &["load1"]),
                ("sums", &["sum0", "sum1"]),
                ("counts", &["count0", "count1"]),
                ("mean", &["sums", "counts"]),
            ],
            &["load0", "sum0", "count0", "load1", "sum1", "sums", "count1", "counts", "mean"],
        );
    }

    #[test]
    fn a_tree_is_reduced_depth_first() {
        check(
            &[
                ("a", &[]),
                ("b", &[]),
                ("c", &[]),
                ("d", &[]),
                ("ab", &["a", "b"]),
                ("cd", &["c", "d"]),
                ("all", &["ab", "cd"]),
            ],
            &["a", "b", "ab", "c", "d", "cd", "all"],
        );
    }
}
