//! Leaving out what no output needs.

use rustc_hash::FxHashMap;

use crate::graph::{Node, TaskGraph, TaskId};

/// For each task, whether one of `wanted` needs it or is it.
pub fn needed<P>(graph: &TaskGraph<P>, wanted: &[TaskId]) -> Vec<bool> {
    let mut keep = vec![false; graph.len()];
    let mut stack: Vec<TaskId> = wanted.to_vec();
    while let Some(id) = stack.pop() {
        if keep.get_mut(id.index()).is_some_and(|kept| !std::mem::replace(kept, true)) {
            stack.extend_from_slice(graph.deps(id));
        }
    }
    keep
}

/// The part of a graph that `wanted` needs, in the old order, with `wanted` as
/// its outputs. Ids change.
pub fn cull<P: Clone>(graph: &TaskGraph<P>, wanted: &[TaskId]) -> TaskGraph<P> {
    let keep = needed(graph, wanted);
    let mut new_ids = vec![TaskId(0); graph.len()];
    let kept_ids = new_ids.iter_mut().zip(&keep).filter(|(_, kept)| **kept);
    for (at, (new_id, _)) in kept_ids.enumerate() {
        *new_id = TaskId::from(at);
    }
    let rename = |ids: &[TaskId]| -> Vec<TaskId> {
        ids.iter().filter_map(|id| new_ids.get(id.index()).copied()).collect()
    };
    let nodes: Vec<Node<P>> = graph
        .nodes()
        .iter()
        .zip(&keep)
        .filter(|(_, kept)| **kept)
        .map(|(node, _)| Node {
            key: node.key.clone(),
            kind: node.kind,
            deps: rename(&node.deps),
            payload: node.payload.clone(),
        })
        .collect();
    let index: FxHashMap<_, _> =
        nodes.iter().enumerate().map(|(at, node)| (node.key.clone(), TaskId::from(at).0)).collect();
    let mut outputs = rename(wanted);
    let mut seen = vec![false; nodes.len()];
    outputs.retain(|id| seen.get_mut(id.index()).is_some_and(|seen| !std::mem::replace(seen, true)));
    TaskGraph::assemble(nodes, index, outputs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{GraphBuilder, Key, TaskKind, canonical_text};

    #[test]
    fn unneeded_tasks_go() {
        let mut builder = GraphBuilder::new();
        let insert = |builder: &mut GraphBuilder<()>, key: &str, deps: &[&str]| {
            let deps = deps.iter().map(|&dep| Key::from(dep)).collect();
            builder.insert(key.into(), TaskKind::Task, deps, ());
        };
        insert(&mut builder, "other", &["used"]);
        insert(&mut builder, "goal", &["used"]);
        insert(&mut builder, "used", &[]);
        let graph = builder.resolve(&[]).expect("all keys are defined");
        assert_eq!(needed(&graph, &[TaskId(1)]), [false, true, true]);
        let small = cull(&graph, &[TaskId(1), TaskId(1)]);
        assert_eq!(canonical_text(&small), "0 used\n1 goal <- 0\n= 1\n");
        assert_eq!(small.find(&"goal".into()), Some(TaskId(0)));
        assert_eq!(small.find(&"other".into()), None);
    }
}
