//! What must hold for every graph.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use taskyard_graph::{
    GraphBuilder, Key, TaskGraph, TaskId, TaskKind, canonical_text, cost, cull, needed, order,
};

/// A graph without cycles: task `i` needs some of the tasks before it.
#[derive(Debug, Clone)]
struct Shape {
    deps: Vec<Vec<usize>>,
    data: Vec<bool>,
}

fn shapes() -> impl Strategy<Value = Shape> {
    vec((vec(any::<Index>(), 0..4), any::<u8>()), 1..40).prop_map(|raw| Shape {
        deps: raw
            .iter()
            .enumerate()
            .map(|(at, (picks, _))| match at {
                0 => vec![],
                _ => picks.iter().map(|pick| pick.index(at)).collect(),
            })
            .collect(),
        data: raw.iter().map(|(picks, bits)| picks.is_empty() && bits % 2 == 0).collect(),
    })
}

/// The graph of a shape, with its tasks inserted in the order of `place`.
fn build(shape: &Shape, place: &[usize], token: &str) -> TaskGraph<()> {
    let key = |at: usize| Key::from(format!("{}-{at}{token}", ["inc", "add", "sum"][at % 3]));
    let mut builder = GraphBuilder::new();
    for &at in place {
        let kind = if shape.data[at] { TaskKind::Data } else { TaskKind::Task };
        let deps = shape.deps[at].iter().map(|&dep| key(dep)).collect();
        builder.insert(key(at), kind, deps, ());
    }
    builder.resolve(&[key(shape.deps.len() - 1)]).expect("all keys are defined")
}

fn in_order(shape: &Shape) -> Vec<usize> {
    (0..shape.deps.len()).collect()
}

proptest! {
    #[test]
    fn the_order_is_topological_and_complete(shape in shapes()) {
        let graph = build(&shape, &in_order(&shape), "");
        let priority = order(&graph).expect("no cycle");
        let mut sorted = priority.clone();
        sorted.sort_unstable();
        prop_assert_eq!(sorted, (0..graph.len() as u32).collect::<Vec<_>>());
        for id in graph.ids() {
            for dep in graph.deps(id) {
                prop_assert!(priority[dep.index()] < priority[id.index()]);
            }
        }
    }

    #[test]
    fn the_order_knows_no_tokens(shape in shapes()) {
        let place = in_order(&shape);
        prop_assert_eq!(
            order(&build(&shape, &place, "a1")).expect("no cycle"),
            order(&build(&shape, &place, "zz")).expect("no cycle")
        );
    }

    #[test]
    fn users_are_the_reverse_of_dependencies(shape in shapes()) {
        let graph = build(&shape, &in_order(&shape), "");
        for id in graph.ids() {
            for other in graph.ids() {
                prop_assert_eq!(graph.deps(id).contains(&other), graph.users(other).contains(&id));
            }
        }
    }

    #[test]
    fn only_what_is_needed_is_left(shape in shapes()) {
        let graph = build(&shape, &in_order(&shape), "");
        let small = cull(&graph, graph.outputs());
        prop_assert_eq!(small.len(), needed(&graph, graph.outputs()).iter().filter(|kept| **kept).count());
        for (at, node) in small.nodes().iter().enumerate() {
            let old = graph.find(&node.key).expect("an old task");
            let names = |graph: &TaskGraph<()>, deps: &[TaskId]| -> Vec<Key> {
                deps.iter().map(|dep| graph.nodes()[dep.index()].key.clone()).collect()
            };
            prop_assert_eq!(names(&small, &node.deps), names(&graph, graph.deps(old)));
            let used = !small.users(TaskId::from(at)).is_empty();
            prop_assert!(used || small.outputs().contains(&TaskId::from(at)));
        }
    }

    #[test]
    fn the_critical_path_is_a_chain_as_long_as_the_span(
        shape in shapes(),
        raw in vec(0u32..100, 40),
    ) {
        let graph = build(&shape, &in_order(&shape), "");
        let durations: Vec<f64> = raw.iter().take(graph.len()).map(|&time| f64::from(time)).collect();
        let found = cost(&graph, &durations).expect("no cycle");
        prop_assert_eq!(found.work, durations.iter().sum::<f64>());
        prop_assert!(found.span <= found.work);
        let length: f64 = found.critical_path.iter().map(|id| durations[id.index()]).sum();
        prop_assert_eq!(length, found.span);
        for pair in found.critical_path.windows(2) {
            prop_assert!(graph.deps(pair[1]).contains(&pair[0]));
        }
    }

    #[test]
    fn the_text_of_a_chain_forgets_insertion(length in 1usize..20, seed in any::<u64>()) {
        // In a chain with a branch at each link no two tasks look alike.
        let deps = (0..length * 2)
            .map(|at| match at {
                0 | 1 => vec![0; at],
                at if at % 2 == 0 => vec![at - 2],
                at => vec![at - 1, at - 2],
            })
            .collect();
        let shape = Shape { deps, data: vec![false; length * 2] };
        let mut place = in_order(&shape);
        let expected = canonical_text(&build(&shape, &place, ""));
        place.sort_by_key(|&at| (at as u64 + 1).wrapping_mul(seed | 1).rotate_left(17));
        prop_assert_eq!(canonical_text(&build(&shape, &place, "f")), expected);
    }
}

/// Results in memory at once when the tasks run in the order of `priority`.
fn peak(graph: &TaskGraph<()>, priority: &[u32]) -> usize {
    let mut ids: Vec<TaskId> = graph.ids().collect();
    ids.sort_by_key(|id| priority[id.index()]);
    let mut waiting: Vec<usize> = graph.ids().map(|id| graph.users(id).len()).collect();
    let (mut held, mut most) = (0usize, 0);
    for id in ids {
        held += 1;
        most = most.max(held);
        for dep in graph.deps(id) {
            waiting[dep.index()] -= 1;
            held -= usize::from(waiting[dep.index()] == 0);
        }
    }
    most
}

#[test]
fn a_tree_of_64_leaves_holds_8_results_and_not_64() {
    let mut deps: Vec<Vec<usize>> = vec![vec![]; 64];
    let mut level: Vec<usize> = (0..64).collect();
    while level.len() > 1 {
        level = level
            .chunks(2)
            .map(|pair| {
                deps.push(pair.to_vec());
                deps.len() - 1
            })
            .collect();
    }
    let shape = Shape { data: vec![false; deps.len()], deps };
    let graph = build(&shape, &in_order(&shape), "");
    let by_insertion: Vec<u32> = (0..graph.len() as u32).collect();
    assert_eq!(peak(&graph, &by_insertion), 65);
    assert_eq!(peak(&graph, &order(&graph).expect("no cycle")), 8);
}

#[test]
fn a_large_graph_is_ordered_in_a_moment() {
    // 100 rows of 500: each task needs its neighbours in the row above.
    let width = 500;
    let deps = (0..50_000)
        .map(|at: usize| match at.checked_sub(width) {
            None => vec![],
            Some(above) => {
                let row = above / width * width;
                let around = above.saturating_sub(1).max(row)..=(above + 1).min(row + width - 1);
                around.collect()
            }
        })
        .collect();
    let shape = Shape { deps, data: vec![false; 50_000] };
    let graph = build(&shape, &in_order(&shape), "");
    let priority = order(&graph).expect("no cycle");
    assert!(graph.ids().all(|id| {
        graph.deps(id).iter().all(|dep| priority[dep.index()] < priority[id.index()])
    }));
}
