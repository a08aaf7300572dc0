//! Work, span and the critical path of a graph whose durations are known.

use crate::cycle::Cycle;
use crate::graph::{TaskGraph, TaskId};

/// What a graph costs, in the unit of the durations.
#[derive(Debug, Clone, PartialEq)]
pub struct Cost {
    /// All durations together: the time of one worker.
    pub work: f64,
    /// The longest chain of durations: the time of unlimited workers.
    pub span: f64,
    /// Work divided by span; 0 when nothing takes time.
    pub parallelism: f64,
    /// The tasks of one longest chain, first to last.
    pub critical_path: Vec<TaskId>,
}

/// The cost of a graph. Tasks without an entry in `durations` take no time; of
/// equally long chains the one with the lower ids is chosen.
pub fn cost<P>(graph: &TaskGraph<P>, durations: &[f64]) -> Result<Cost, Cycle> {
    let duration = |id: TaskId| durations.get(id.index()).copied().unwrap_or(0.0);
    let mut finish = vec![0.0f64; graph.len()];
    let mut before: Vec<Option<TaskId>> = vec![None; graph.len()];
    let mut last: Option<(TaskId, f64)> = None;
    for id in graph.topological()? {
        let mut latest: Option<(TaskId, f64)> = None;
        for &dep in graph.deps(id) {
            let time = finish.get(dep.index()).copied().unwrap_or(0.0);
            if latest.is_none_or(|(other, best)| time > best || (time == best && dep < other)) {
                latest = Some((dep, time));
            }
        }
        let end = latest.map_or(0.0, |(_, time)| time) + duration(id);
        if let (Some(slot), Some(link)) = (finish.get_mut(id.index()), before.get_mut(id.index())) {
            *slot = end;
            *link = latest.map(|(dep, _)| dep);
        }
        // A chain ends with a task, not with a user that takes no time.
        if last.is_none_or(|(_, best)| end > best) {
            last = Some((id, end));
        }
    }
    let mut critical_path: Vec<TaskId> = Vec::new();
    let mut next = last.map(|(id, _)| id);
    while let Some(id) = next {
        critical_path.push(id);
        next = before.get(id.index()).copied().flatten();
    }
    critical_path.reverse();
    let work = graph.ids().map(duration).sum();
    let span = last.map_or(0.0, |(_, time)| time);
    let parallelism = if span > 0.0 { work / span } else { 0.0 };
    Ok(Cost { work, span, parallelism, critical_path })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{GraphBuilder, Key, TaskKind};

    #[test]
    fn three_tasks_on_two_levels() {
        let mut builder = GraphBuilder::new();
        builder.insert("add".into(), TaskKind::Task, vec!["x".into(), "y".into()], ());
        builder.insert("x".into(), TaskKind::Task, Vec::<Key>::new(), ());
        builder.insert("y".into(), TaskKind::Task, vec![], ());
        let graph = builder.resolve(&["add".into()]).expect("all keys are defined");
        let found = cost(&graph, &[1.0, 2.0, 3.0]).expect("no cycle");
        assert_eq!(
            found,
            Cost { work: 6.0, span: 4.0, parallelism: 1.5, critical_path: vec![TaskId(2), TaskId(0)] }
        );
        let empty = cost(&graph, &[]).expect("no cycle");
        assert_eq!((empty.work, empty.span, empty.parallelism), (0.0, 0.0, 0.0));
    }
}
