//! A graph seen coarser: its tasks split into parts, with an edge between two
//! parts when a task of one needs a task of the other. Here it is made sure
//! that such a coarser graph has no cycle.

use crate::input::Task;

/// A set of tasks for each number from 0 to `count`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Parts {
    /// The part of each task.
    pub of: Vec<u32>,
    pub count: usize,
}

impl Parts {
    /// One part for each distinct name, numbered in order of first appearance.
    pub fn by_name<T: Ord>(names: impl Iterator<Item = T>) -> Self {
        let mut numbers = std::collections::BTreeMap::new();
        let of = names
            .map(|name| {
                let next = numbers.len() as u32;
                *numbers.entry(name).or_insert(next)
            })
            .collect();
        Self { of, count: numbers.len() }
    }

    /// The part of a task.
    pub fn part(&self, task: u32) -> u32 {
        at(&self.of, task)
    }

    /// The tasks of each part, in order.
    pub fn members(&self) -> Vec<Vec<u32>> {
        let mut members = vec![Vec::new(); self.count];
        for (task, &part) in (0u32..).zip(&self.of) {
            if let Some(list) = members.get_mut(part as usize) {
                list.push(task);
            }
        }
        members
    }

    /// Which parts need which, and by how many edges: `(needed, needing, edges)`
    /// in order of the parts. What a part needs of itself is left out.
    pub fn edges(&self, tasks: &[Task]) -> Vec<(u32, u32, u32)> {
        let mut counts = std::collections::BTreeMap::new();
        for (task, to) in tasks.iter().zip(&self.of) {
            for from in task.deps.iter().map(|&dep| self.part(dep)) {
                if from != *to {
                    *counts.entry((from, *to)).or_insert(0u32) += 1;
                }
            }
        }
        counts.into_iter().map(|((from, to), count)| (from, to, count)).collect()
    }
}

fn at(values: &[u32], place: u32) -> u32 {
    values.get(place as usize).copied().unwrap_or(0)
}

/// Tasks such that each comes after what it needs; nothing when a task needs
/// its own result or one that does not exist. Kahn's algorithm with a queue.
pub(crate) fn topological(tasks: &[Task]) -> Option<Vec<u32>> {
    let mut users = vec![Vec::new(); tasks.len()];
    let mut missing: Vec<usize> = tasks.iter().map(|task| task.deps.len()).collect();
    for (id, task) in (0u32..).zip(tasks) {
        for &dep in &task.deps {
            users.get_mut(dep as usize)?.push(id);
        }
    }
    let mut order: Vec<u32> = (0u32..).zip(&missing).filter(|&(_, &count)| count == 0).map(|(id, _)| id).collect();
    let mut next = 0;
    while let Some(&id) = order.get(next) {
        next += 1;
        for &user in users.get(id as usize)? {
            let count = missing.get_mut(user as usize)?;
            *count -= 1;
            if *count == 0 {
                order.push(user);
            }
        }
    }
    (order.len() == tasks.len()).then_some(order)
}

/// For each task the length of the longest path that ends at it, where an edge
/// counts what `step` says of its ends; `None` breaks the path.
pub(crate) fn longest_paths(
    tasks: &[Task],
    topological: &[u32],
    step: impl Fn(u32, u32) -> Option<u32>,
) -> Vec<u32> {
    let mut lengths = vec![0; tasks.len()];
    for &id in topological {
        let deps = tasks.get(id as usize).map_or(&[][..], |task| &task.deps);
        let longest = deps.iter().filter_map(|&dep| Some(at(&lengths, dep) + step(dep, id)?)).max();
        if let (Some(longest), Some(place)) = (longest, lengths.get_mut(id as usize)) {
            *place = longest;
        }
    }
    lengths
}

/// For each part, a number that it shares with the parts on a cycle with it.
/// Tarjan's strongly connected components (1972), with a stack of its own.
pub(crate) fn components(count: usize, edges: &[(u32, u32, u32)]) -> Vec<u32> {
    let mut next_of = vec![Vec::new(); count];
    for &(from, to, _) in edges {
        if let Some(list) = next_of.get_mut(from as usize) {
            list.push(to);
        }
    }
    let mut search = Search {
        next_of: &next_of,
        index: vec![None; count],
        low: vec![0; count],
        component: vec![None; count],
        stack: Vec::new(),
        visited: 0,
        components: 0,
    };
    (0..count as u32).for_each(|root| search.visit(root));
    search.component.into_iter().map(Option::unwrap_or_default).collect()
}

struct Search<'a> {
    next_of: &'a [Vec<u32>],
    index: Vec<Option<u32>>,
    low: Vec<u32>,
    component: Vec<Option<u32>>,
    stack: Vec<u32>,
    visited: u32,
    components: u32,
}

impl Search<'_> {
    fn visit(&mut self, root: u32) {
        if self.index.get(root as usize).is_none_or(Option::is_some) {
            return;
        }
        self.enter(root);
        // A part and how many of its edges were followed.
        let mut path = vec![(root, 0usize)];
        while let Some((part, followed)) = path.last_mut() {
            let part = *part;
            match self.next_of.get(part as usize).and_then(|list| list.get(*followed)) {
                Some(&next) => {
                    *followed += 1;
                    match self.index.get(next as usize).copied().flatten() {
                        None => {
                            self.enter(next);
                            path.push((next, 0));
                        }
                        Some(index) if self.component.get(next as usize) == Some(&None) => self.lower(part, index),
                        Some(_) => {}
                    }
                }
                None => {
                    path.pop();
                    self.leave(part);
                    if let Some(&(parent, _)) = path.last() {
                        let low = at(&self.low, part);
                        self.lower(parent, low);
                    }
                }
            }
        }
    }

    fn enter(&mut self, part: u32) {
        let place = part as usize;
        if let (Some(index), Some(low)) = (self.index.get_mut(place), self.low.get_mut(place)) {
            (*index, *low) = (Some(self.visited), self.visited);
        }
        self.visited += 1;
        self.stack.push(part);
    }

    fn lower(&mut self, part: u32, to: u32) {
        if let Some(low) = self.low.get_mut(part as usize) {
            *low = (*low).min(to);
        }
    }

    fn leave(&mut self, part: u32) {
        if self.index.get(part as usize) != Some(&Some(at(&self.low, part))) {
            return;
        }
        while let Some(member) = self.stack.pop() {
            if let Some(component) = self.component.get_mut(member as usize) {
                *component = Some(self.components);
            }
            if member == part {
                break;
            }
        }
        self.components += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::TaskKind;

    fn tasks(deps: &[&[u32]]) -> Vec<Task> {
        let task = |deps: &&[u32]| Task {
            key: String::new(),
            prefix: String::new(),
            kind: TaskKind::Task,
            line: 0,
            deps: deps.to_vec(),
        };
        deps.iter().map(task).collect()
    }

    #[test]
    fn tasks_come_after_what_they_need() {
        assert_eq!(topological(&tasks(&[&[1, 1], &[], &[0]])), Some(vec![1, 0, 2]));
        assert_eq!(topological(&tasks(&[&[1], &[0]])), None);
        assert_eq!(topological(&tasks(&[&[7]])), None);
        assert_eq!(topological(&[]), Some(vec![]));
    }

    #[test]
    fn parts_on_a_cycle_are_one_component() {
        let check = |count, edges: &[(u32, u32)], expect: &[&[u32]]| {
            let edges: Vec<_> = edges.iter().map(|&(from, to)| (from, to, 1)).collect();
            let found = Parts::by_name(components(count, &edges).into_iter());
            assert_eq!(found.members(), expect, "{edges:?}");
        };
        check(4, &[(0, 1), (1, 2), (2, 1), (2, 3)], &[&[0], &[1, 2], &[3]]);
        check(3, &[(0, 1), (1, 2), (2, 0)], &[&[0, 1, 2]]);
        check(4, &[(0, 1), (0, 2), (2, 3), (3, 2), (1, 3)], &[&[0], &[1], &[2, 3]]);
        check(2, &[], &[&[0], &[1]]);
        // Deep paths need no native stack.
        let long: Vec<_> = (0..100_000).map(|part| (part, part + 1, 1)).collect();
        assert_eq!(components(100_001, &long).len(), 100_001);
    }

    #[test]
    fn edges_between_parts_are_counted() {
        let tasks = tasks(&[&[], &[], &[0, 1], &[2]]);
        let parts = Parts::by_name([5, 5, 3, 3].into_iter());
        assert_eq!(parts, Parts { of: vec![0, 0, 1, 1], count: 2 });
        assert_eq!(parts.edges(&tasks), [(0, 1, 2)]);
        let order = topological(&tasks).unwrap();
        let inside = |from, to| (parts.part(from) == parts.part(to)).then_some(1);
        assert_eq!(longest_paths(&tasks, &order, inside), [0, 0, 0, 1]);
    }
}
