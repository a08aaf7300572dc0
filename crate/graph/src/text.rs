//! A graph as text that depends on its shape and names alone.
//!
//! Tokens differ from run to run and ids follow insertion; two graphs that look
//! the same give the same text, for tests and for comparing pictures.

use std::fmt::Write;
use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::cycle::Cycle;
use crate::graph::{TaskGraph, TaskId, TaskKind};
use crate::split::{box_label, key_split};

/// Passes of colouring; more would tell apart graphs that differ only far from
/// where their tasks look alike.
const MAX_PASSES: usize = 16;

struct Label {
    prefix: String,
    box_label: String,
    kind: TaskKind,
}

/// One line a task: its number, prefix, box, kind (unless it is a call) and the
/// numbers it needs; then the outputs.
///
/// ```text
/// 0 inc
/// 1 int [data]
/// 2 add <- 0 1
/// = 2
/// ```
///
/// Tasks are numbered by level, then by needs, name and place; tasks that
/// cannot be told apart keep the order of insertion. A cyclic graph gives the
/// text of its error.
pub fn canonical_text<P>(graph: &TaskGraph<P>) -> String {
    match number(graph) {
        Ok((order, labels)) => write_lines(graph, &order, &labels),
        Err(cycle) => format!("{cycle}\n"),
    }
}

fn number<P>(graph: &TaskGraph<P>) -> Result<(Vec<TaskId>, Vec<Label>), Cycle> {
    let topological = graph.topological()?;
    let labels: Vec<Label> = graph
        .nodes()
        .iter()
        .map(|node| Label {
            prefix: key_split(&node.key),
            box_label: box_label(&node.key),
            kind: node.kind,
        })
        .collect();
    let colours = colour(graph, &labels);
    let mut level = vec![0u32; graph.len()];
    for &id in &topological {
        let above = graph.deps(id).iter().filter_map(|dep| level.get(dep.index())).max();
        let own = above.map_or(0, |above| above + 1);
        if let Some(slot) = level.get_mut(id.index()) {
            *slot = own;
        }
    }
    let mut order: Vec<TaskId> = graph.ids().collect();
    let level_of = |id: TaskId| level.get(id.index()).copied().unwrap_or(0);
    order.sort_by_key(|&id| level_of(id));
    let mut numbers = vec![0u32; graph.len()];
    let mut begin = 0;
    while let Some(&first) = order.get(begin) {
        let rest = order.get_mut(begin..).unwrap_or(&mut []);
        let length = rest.iter().take_while(|&&id| level_of(id) == level_of(first)).count();
        let of_level = rest.get_mut(..length).unwrap_or(&mut []);
        of_level.sort_by_cached_key(|&id| {
            let label = labels.get(id.index());
            (
                sorted_numbers(graph.deps(id), &numbers),
                label.map(|label| (label.prefix.clone(), label.kind, label.box_label.clone())),
                colours.get(id.index()).copied(),
                id,
            )
        });
        for (offset, id) in of_level.iter().enumerate() {
            if let Some(slot) = numbers.get_mut(id.index()) {
                *slot = TaskId::from(begin + offset).0;
            }
        }
        begin += length;
    }
    Ok((order, labels))
}

fn sorted_numbers(ids: &[TaskId], numbers: &[u32]) -> Vec<u32> {
    let mut found: Vec<u32> =
        ids.iter().filter_map(|id| numbers.get(id.index()).copied()).collect();
    found.sort_unstable();
    found
}

/// Colours by name and place among the outputs, refined by the colours around.
fn colour<P>(graph: &TaskGraph<P>, labels: &[Label]) -> Vec<u64> {
    let mut place = vec![usize::MAX; graph.len()];
    for (at, id) in graph.outputs().iter().enumerate() {
        if let Some(slot) = place.get_mut(id.index()) {
            *slot = at;
        }
    }
    let mut colours: Vec<u64> = labels
        .iter()
        .zip(&place)
        .map(|(label, place)| hash(&(&label.prefix, &label.box_label, label.kind, place)))
        .collect();
    let mut distinct = count_distinct(&colours);
    for _ in 0..MAX_PASSES {
        let around = |ids: &[TaskId]| -> Vec<u64> {
            let mut found: Vec<u64> =
                ids.iter().filter_map(|id| colours.get(id.index()).copied()).collect();
            found.sort_unstable();
            found
        };
        let refined: Vec<u64> = graph
            .ids()
            .zip(&colours)
            .map(|(id, own)| hash(&(own, around(graph.deps(id)), around(graph.users(id)))))
            .collect();
        let now = count_distinct(&refined);
        colours = refined;
        if now == distinct {
            break;
        }
        distinct = now;
    }
    colours
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}

fn count_distinct(colours: &[u64]) -> usize {
    let mut sorted = colours.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    sorted.len()
}

fn write_lines<P>(graph: &TaskGraph<P>, order: &[TaskId], labels: &[Label]) -> String {
    let mut numbers = vec![0u32; graph.len()];
    for (at, id) in order.iter().enumerate() {
        if let Some(slot) = numbers.get_mut(id.index()) {
            *slot = TaskId::from(at).0;
        }
    }
    let mut text = String::new();
    for (at, &id) in order.iter().enumerate() {
        let Some(label) = labels.get(id.index()) else { continue };
        // Writing to a String cannot fail.
        let _ = write!(text, "{at} {}", label.prefix);
        if !label.box_label.is_empty() {
            let _ = write!(text, " {}", label.box_label);
        }
        text.push_str(match label.kind {
            TaskKind::Task => "",
            TaskKind::Data => " [data]",
            TaskKind::Alias => " [alias]",
        });
        push_numbers(&mut text, " <-", &sorted_numbers(graph.deps(id), &numbers));
        text.push('\n');
    }
    let outputs: Vec<u32> =
        graph.outputs().iter().filter_map(|id| numbers.get(id.index()).copied()).collect();
    push_numbers(&mut text, "=", &outputs);
    text.push('\n');
    text
}

fn push_numbers(text: &mut String, mark: &str, numbers: &[u32]) {
    if numbers.is_empty() {
        return;
    }
    text.push_str(mark);
    for number in numbers {
        let _ = write!(text, " {number}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{GraphBuilder, Key};

    fn build(order: &[usize], token: &str) -> TaskGraph<()> {
        let key = |name: &str| Key::from(format!("{name}-{token}"));
        let block = |at: i64| Key::tuple([key("sum"), Key::Int(at)]);
        let items = [
            (block(0), TaskKind::Task, vec![key("x")]),
            (block(1), TaskKind::Task, vec![key("x"), key("y")]),
            (key("x"), TaskKind::Data, vec![]),
            (key("y"), TaskKind::Alias, vec![key("x")]),
        ];
        let mut builder = GraphBuilder::new();
        for &at in order {
            let (key, kind, deps) = items[at].clone();
            builder.insert(key, kind, deps, ());
        }
        builder.resolve(&[block(1), block(0)]).expect("all keys are defined")
    }

    #[test]
    fn text_forgets_tokens_and_insertion() {
        let expected = "0 x [data]\n1 sum 0 <- 0\n2 y [alias] <- 0\n3 sum 1 <- 0 2\n= 3 1\n";
        assert_eq!(canonical_text(&build(&[0, 1, 2, 3], "12")), expected);
        assert_eq!(canonical_text(&build(&[3, 1, 0, 2], "99ab")), expected);
    }

    #[test]
    fn empty_and_cyclic_graphs_have_a_text() {
        let empty = GraphBuilder::<()>::new().resolve(&[]).expect("nothing is missing");
        assert_eq!(canonical_text(&empty), "\n");
        let mut builder = GraphBuilder::new();
        builder.insert("a".into(), TaskKind::Task, vec!["a".into()], ());
        let cyclic = builder.resolve(&[]).expect("all keys are defined");
        assert!(canonical_text(&cyclic).starts_with("Cycle detected"));
    }
}
