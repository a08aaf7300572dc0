//! What to run, as flat data: dependencies, priorities and outputs.
//!
//! A plan is made once from a graph and shared by the state machine, the pools
//! and replays. It also fixes the rank of every task.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fmt;

use taskyard_graph::{TaskGraph, TaskId, TaskKind};

/// How a task comes to its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NodeKind {
    /// A worker executes it.
    Task,
    /// A plain value: [`crate::Coordinator::immediate`] gives it at once.
    Data,
    /// The value of its only dependency, passed on at once.
    Alias,
}

/// One task of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanTask {
    pub deps: Vec<TaskId>,
    /// From `taskyard_graph::order`; lower runs first.
    pub priority: u32,
    /// Tasks with the same number run the same code: once one of them has
    /// written shared state, the others go home directly.
    pub function: Option<u64>,
    pub kind: NodeKind,
}

/// Why a plan was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanError {
    /// A dependency or an output is no task of the plan.
    UnknownTask(TaskId),
    /// The task needs itself, directly or not.
    Cyclic(TaskId),
    /// An alias must have exactly one dependency.
    BadAlias(TaskId),
}

impl fmt::Display for PlanError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownTask(id) => write!(out, "task {} is not in the plan", id.0),
            Self::Cyclic(id) => write!(out, "task {} needs itself", id.0),
            Self::BadAlias(id) => write!(out, "alias {} must have exactly one dependency", id.0),
        }
    }
}

impl std::error::Error for PlanError {}

/// A checked plan.
#[derive(Debug, Clone)]
pub struct Plan {
    tasks: Vec<PlanTask>,
    outputs: Vec<TaskId>,
    wanted: Vec<bool>,
    users: Vec<Vec<TaskId>>,
    /// The place of each task in the order of one worker.
    rank: Vec<u32>,
    /// The tasks in that order.
    by_rank: Vec<TaskId>,
}

impl Plan {
    /// Checks and ranks the tasks. Tasks that no output needs run too: cull first.
    pub fn new(tasks: Vec<PlanTask>, outputs: Vec<TaskId>) -> Result<Self, PlanError> {
        let known = |id: &TaskId| id.index() < tasks.len();
        if let Some(&id) = outputs.iter().find(|id| !known(id)) {
            return Err(PlanError::UnknownTask(id));
        }
        let mut users = vec![Vec::new(); tasks.len()];
        for (at, task) in tasks.iter().enumerate() {
            let id = TaskId::from(at);
            if task.kind == NodeKind::Alias && task.deps.len() != 1 {
                return Err(PlanError::BadAlias(id));
            }
            for dep in &task.deps {
                users.get_mut(dep.index()).ok_or(PlanError::UnknownTask(*dep))?.push(id);
            }
        }
        let mut wanted = vec![false; tasks.len()];
        for id in &outputs {
            if let Some(flag) = wanted.get_mut(id.index()) {
                *flag = true;
            }
        }
        let (rank, by_rank) = rank_tasks(&tasks, &users)?;
        Ok(Self { tasks, outputs, wanted, users, rank, by_rank })
    }

    /// A plan for a resolved graph, its outputs and its priorities (one a task).
    pub fn from_graph<P>(
        graph: &TaskGraph<P>,
        priorities: &[u32],
        mut function: impl FnMut(TaskId, &P) -> Option<u64>,
    ) -> Result<Self, PlanError> {
        let tasks = graph
            .ids()
            .zip(graph.nodes())
            .map(|(id, node)| PlanTask {
                deps: node.deps.clone(),
                priority: priorities.get(id.index()).copied().unwrap_or(id.0),
                function: function(id, &node.payload),
                kind: match node.kind {
                    TaskKind::Task => NodeKind::Task,
                    TaskKind::Data => NodeKind::Data,
                    TaskKind::Alias => NodeKind::Alias,
                },
            })
            .collect();
        Self::new(tasks, graph.outputs().to_vec())
    }

    /// Number of tasks.
    pub fn len(&self) -> usize {
        self.tasks.len()
    }

    /// Whether there is nothing to run.
    pub fn is_empty(&self) -> bool {
        self.tasks.is_empty()
    }

    /// All tasks; the id of a task is its index.
    pub fn tasks(&self) -> &[PlanTask] {
        &self.tasks
    }

    /// The tasks whose values the run returns, in order, repeated if asked so.
    pub fn outputs(&self) -> &[TaskId] {
        &self.outputs
    }

    /// What `id` needs.
    pub fn deps(&self, id: TaskId) -> &[TaskId] {
        self.tasks.get(id.index()).map_or(&[], |task| &task.deps)
    }

    /// The tasks that need `id`, once for each time they name it.
    pub fn users(&self, id: TaskId) -> &[TaskId] {
        self.users.get(id.index()).map_or(&[], |users| users)
    }

    /// Whether the run returns the value of `id`.
    pub fn is_wanted(&self, id: TaskId) -> bool {
        self.wanted.get(id.index()).copied().unwrap_or(false)
    }

    /// How `id` comes to its value.
    pub fn kind(&self, id: TaskId) -> NodeKind {
        self.tasks.get(id.index()).map_or(NodeKind::Task, |task| task.kind)
    }

    /// The code that `id` runs, if it is known.
    pub fn function(&self, id: TaskId) -> Option<u64> {
        self.tasks.get(id.index()).and_then(|task| task.function)
    }

    /// The place of `id` in the order in which one worker runs the tasks.
    pub fn rank(&self, id: TaskId) -> u32 {
        self.rank.get(id.index()).copied().unwrap_or(u32::MAX)
    }

    /// The tasks in the order of one worker: each after its dependencies.
    pub fn by_rank(&self) -> &[TaskId] {
        &self.by_rank
    }

    /// The longest chain of durations (one a task) through the plan.
    pub fn longest_path(&self, durations: &[f64]) -> f64 {
        let mut finish = vec![0.0f64; self.len()];
        let mut longest = 0.0f64;
        for &id in &self.by_rank {
            let of_deps = self.deps(id).iter().filter_map(|dep| finish.get(dep.index()));
            let begin = of_deps.copied().fold(0.0, f64::max);
            let end = begin + durations.get(id.index()).copied().unwrap_or(0.0);
            longest = longest.max(end);
            if let Some(slot) = finish.get_mut(id.index()) {
                *slot = end;
            }
        }
        longest
    }
}

/// Runs the plan in thought with one worker: always the ready task with the
/// lowest priority, ties by id. Any priorities give a topological order.
fn rank_tasks(
    tasks: &[PlanTask],
    users: &[Vec<TaskId>],
) -> Result<(Vec<u32>, Vec<TaskId>), PlanError> {
    let mut missing: Vec<usize> = tasks.iter().map(|task| task.deps.len()).collect();
    let entry = |id: TaskId| {
        Reverse((tasks.get(id.index()).map_or(u32::MAX, |task| task.priority), id))
    };
    let mut ready: BinaryHeap<Reverse<(u32, TaskId)>> = (0..tasks.len())
        .map(TaskId::from)
        .filter(|id| missing.get(id.index()) == Some(&0))
        .map(entry)
        .collect();
    let mut rank = vec![u32::MAX; tasks.len()];
    let mut by_rank = Vec::with_capacity(tasks.len());
    while let Some(Reverse((_, id))) = ready.pop() {
        if let Some(slot) = rank.get_mut(id.index()) {
            *slot = TaskId::from(by_rank.len()).0;
        }
        by_rank.push(id);
        for user in users.get(id.index()).into_iter().flatten() {
            if let Some(count) = missing.get_mut(user.index()) {
                *count -= 1;
                if *count == 0 {
                    ready.push(entry(*user));
                }
            }
        }
    }
    match missing.iter().position(|&count| count > 0) {
        None => Ok((rank, by_rank)),
        Some(at) => Err(PlanError::Cyclic(TaskId::from(at))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn task(deps: &[u32], priority: u32) -> PlanTask {
        let deps = deps.iter().map(|&dep| TaskId(dep)).collect();
        PlanTask { deps, priority, function: None, kind: NodeKind::Task }
    }

    #[test]
    fn ranks_are_topological_whatever_the_priorities() {
        let plan = Plan::new(vec![task(&[1, 2], 0), task(&[], 2), task(&[], 1)], vec![TaskId(0)]);
        let plan = plan.expect("a good plan");
        assert_eq!(plan.by_rank(), [TaskId(2), TaskId(1), TaskId(0)]);
        assert_eq!(plan.rank(TaskId(0)), 2);
        assert_eq!(plan.users(TaskId(1)), [TaskId(0)]);
        assert!(plan.is_wanted(TaskId(0)) && !plan.is_wanted(TaskId(1)));
        assert_eq!(plan.longest_path(&[1.0, 5.0, 2.0]), 6.0);
    }

    #[test]
    fn bad_plans_are_refused() {
        let refuse = |tasks, outputs| Plan::new(tasks, outputs).err();
        assert_eq!(
            refuse(vec![task(&[7], 0)], vec![]),
            Some(PlanError::UnknownTask(TaskId(7)))
        );
        assert_eq!(refuse(vec![], vec![TaskId(0)]), Some(PlanError::UnknownTask(TaskId(0))));
        assert_eq!(
            refuse(vec![task(&[], 0), task(&[2], 0), task(&[1], 0)], vec![]),
            Some(PlanError::Cyclic(TaskId(1)))
        );
        let alias = PlanTask { kind: NodeKind::Alias, ..task(&[], 0) };
        assert_eq!(refuse(vec![alias], vec![]), Some(PlanError::BadAlias(TaskId(0))));
    }
}
