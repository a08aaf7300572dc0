//! The layers of a graph, as a learner wrote them.
//!
//! Tasks are of one layer when one statement of the program made them under one
//! prefix: the 100 `inc` of a loop. An array is a layer of its own, as in Dask's
//! `HighLevelGraph`, except where arrays of one statement and prefix build on
//! each other (the levels of a reduction, or a loop that adds to an array):
//! those are the *steps* of one layer, and so are the levels of a tree of
//! delayed calls.
//!
//! ```text
//!  passes                     each keeps: no layer spans two statements
//!  1 by statement and prefix  arrays by name
//!  2 join arrays              that build on each other, or are too many
//!  3 split or fold cycles     the graph of layers has no cycle
//!  4 steps                    of layers that build on themselves
//! ```

use std::collections::{BTreeMap, BTreeSet};

use crate::input::{Input, Task, block_key};
use crate::parts::{Parts, components, longest_paths, topological};
use crate::statement::Statements;

/// Arrays of one statement and prefix that are shown one by one.
const MAX_ARRAYS: usize = 6;
/// Parts into which layers on a cycle are split; more become one layer.
const MAX_SPLIT: usize = 24;
/// Steps of a layer that are shown one by one.
const MAX_STEPS: usize = 6;

/// What a layer is while layers are found: statement, prefix, array.
type Name<'a> = (Option<u32>, &'a str, Option<&'a str>);

/// The layers of a graph.
#[derive(Debug)]
pub(crate) struct Layers {
    /// No cycle among them.
    pub parts: Parts,
    /// For each layer: how often it goes round, when a cycle was folded into it.
    pub rounds: Vec<Option<u32>>,
    /// Steps: each within one layer, and no cycle among them either.
    pub steps: Parts,
    /// For each layer: its longest chain of tasks.
    pub depth: Vec<u32>,
}

/// Finds the layers; nothing when the graph has a cycle itself.
pub(crate) fn layers(input: &Input<'_>, statements: &Statements) -> Option<Layers> {
    let order = topological(input.tasks)?;
    let names: Vec<Name<'_>> = input
        .tasks
        .iter()
        .map(|task| (statements.of_line(task.line), task.prefix.as_str(), block_key(&task.key).map(|block| block.name)))
        .collect();
    let joined = join_arrays(input.tasks, &names);
    let uncut = Parts::by_name(names.iter().map(|&(statement, prefix, array)| {
        (statement, prefix, array.filter(|_| !joined.contains(&(statement, prefix))))
    }));
    let (parts, rounds) = cut_cycles(input.tasks, &order, &uncut, MAX_SPLIT);
    let levels = longest_paths(input.tasks, &order, |from, to| {
        let array = |task: u32| names.get(task as usize).and_then(|name| name.2);
        let within_array = array(from).is_some() && array(from) == array(to);
        (parts.part(from) == parts.part(to)).then_some(u32::from(!within_array))
    });
    let most = most_of_parts(&parts, &levels);
    let steps = Parts::by_name(parts.of.iter().zip(&levels).map(|(&part, &level)| {
        let place = part as usize;
        let shown = most.get(place).is_some_and(|&most| (most as usize) < MAX_STEPS);
        let folded = rounds.get(place).is_some_and(Option::is_some);
        (part, if shown && !folded { level } else { 0 })
    }));
    let depth = most.into_iter().map(|most| most + 1).collect();
    Some(Layers { parts, rounds, steps, depth })
}

/// One layer for each group of tasks, folded where a cycle would be; nothing
/// when the graph has a cycle itself.
pub(crate) fn coarse_layers(tasks: &[Task], group_of: impl Fn(&Task) -> Option<u32>) -> Option<Layers> {
    let order = topological(tasks)?;
    let by_group = Parts::by_name(tasks.iter().map(group_of));
    let (parts, rounds) = cut_cycles(tasks, &order, &by_group, 0);
    let levels = longest_paths(tasks, &order, |from, to| (parts.part(from) == parts.part(to)).then_some(1));
    let depth = most_of_parts(&parts, &levels).into_iter().map(|most| most + 1).collect();
    Some(Layers { steps: parts.clone(), parts, rounds, depth })
}

/// The largest value of each part.
fn most_of_parts(parts: &Parts, values: &[u32]) -> Vec<u32> {
    let mut most = vec![0; parts.count];
    for (&part, &value) in parts.of.iter().zip(values) {
        if let Some(known) = most.get_mut(part as usize) {
            *known = value.max(*known);
        }
    }
    most
}

/// Statements and prefixes whose arrays are one layer: when one is made of
/// another, and when they are many.
fn join_arrays<'a>(tasks: &[Task], names: &[Name<'a>]) -> BTreeSet<(Option<u32>, &'a str)> {
    let mut arrays: BTreeMap<(Option<u32>, &str), BTreeSet<&str>> = BTreeMap::new();
    let mut joined = BTreeSet::new();
    for (task, &(statement, prefix, array)) in tasks.iter().zip(names) {
        let Some(array) = array else { continue };
        let known = arrays.entry((statement, prefix)).or_default();
        known.insert(array);
        let builds_on_another = task.deps.iter().filter_map(|&dep| names.get(dep as usize)).any(|&needed| {
            let (of, like, needed_array) = needed;
            (of, like) == (statement, prefix) && needed_array.is_some_and(|needed_array| needed_array != array)
        });
        if builds_on_another || known.len() > MAX_ARRAYS {
            joined.insert((statement, prefix));
        }
    }
    joined
}

/// Splits layers on a cycle by how often the way to a task changed between them
/// (each round of a loop is apart then), or folds them into one, with the number
/// of rounds, when that would make more than `max_split`.
fn cut_cycles(tasks: &[Task], order: &[u32], uncut: &Parts, max_split: usize) -> (Parts, Vec<Option<u32>>) {
    let component = components(uncut.count, &uncut.edges(tasks));
    let component_of = |task: u32| component.get(uncut.part(task) as usize).copied().unwrap_or(0);
    let turns = longest_paths(tasks, order, |from, to| {
        (component_of(from) == component_of(to)).then(|| u32::from(uncut.part(from) != uncut.part(to)))
    });
    // The pieces of each component, by part and turn, and its parts.
    let mut pieces: BTreeMap<u32, BTreeSet<(u32, u32)>> = BTreeMap::new();
    let mut members: BTreeMap<u32, u32> = BTreeMap::new();
    component.iter().for_each(|&component| *members.entry(component).or_insert(0) += 1);
    for ((task, &part), &turn) in (0u32..).zip(&uncut.of).zip(&turns) {
        pieces.entry(component_of(task)).or_default().insert((part, turn));
    }
    let is_cycle = |component: u32| members.get(&component).is_some_and(|&count| count > 1);
    let is_folded =
        |component: u32| is_cycle(component) && pieces.get(&component).is_some_and(|known| known.len() > max_split);
    let parts = Parts::by_name((0u32..).zip(&uncut.of).zip(&turns).map(|((task, &part), &turn)| {
        let component = component_of(task);
        match is_cycle(component) && !is_folded(component) {
            true => (component, part, turn),
            false => (component, 0, 0),
        }
    }));
    let mut rounds = vec![None; parts.count];
    for (task, &part) in (0u32..).zip(&parts.of) {
        let component = component_of(task);
        if is_folded(component)
            && let (Some(place), Some(&members)) = (rounds.get_mut(part as usize), members.get(&component))
        {
            let turns = turns.get(task as usize).copied().unwrap_or(0);
            *place = Some(place.unwrap_or(0).max(turns / members + 1));
        }
    }
    (parts, rounds)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statement::statements;
    use crate::testing::{Made, program};

    /// What a layer is written as: prefix, tasks in its steps, rounds.
    fn check(made: &Made, expect: &str) {
        let (input, statements) = (made.input(), statements(&made.source));
        let layers = layers(&input, &statements).expect("the graph has no cycle");
        let mut seen = String::new();
        for (part, rounds) in layers.parts.members().iter().zip(&layers.rounds) {
            let steps = Parts::by_name(part.iter().map(|&task| layers.steps.part(task)));
            let sizes: Vec<String> = steps.members().iter().map(|step| step.len().to_string()).collect();
            let prefixes: BTreeSet<&str> =
                part.iter().filter_map(|&task| made.tasks.get(task as usize)).map(|task| task.prefix.as_str()).collect();
            let prefixes: Vec<&str> = prefixes.into_iter().collect();
            let rounds = rounds.map_or_else(String::new, |rounds| format!(" {rounds} rounds"));
            seen.push_str(&format!("{} {}{rounds}\n", prefixes.join(","), sizes.join("+")));
        }
        assert_eq!(seen, expect);
    }

    #[test]
    fn a_loop_is_one_layer() {
        check(&program().loop_of(5).done(), "inc 5\nsum 1\n");
    }

    #[test]
    fn the_levels_of_a_tree_are_steps_until_they_are_many() {
        check(&program().tree_of(8).done(), "inc 8\nadd 4+2+1\n");
        check(&program().chain_of(40).done(), "inc 1\nadd 39\n");
    }

    #[test]
    fn arrays_are_layers_and_those_that_build_on_each_other_steps() {
        check(&program().array_reduction(16).done(), "ones 16\nsum 16\nsum-partial 4+1\n");
    }

    #[test]
    fn rounds_of_a_loop_are_apart_until_they_are_many() {
        check(&program().rounds(3).done(), "inc 1\ndbl 1\ninc 1\ndbl 1\ninc 1\ndbl 1\n");
        check(&program().rounds(50).done(), "dbl,inc 100 50 rounds\n");
    }
}
