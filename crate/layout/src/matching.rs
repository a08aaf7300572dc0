//! Which node of the picture before is which node now.
//!
//! Nodes are matched by what they are made of, not by their keys, whose tokens
//! change with every edit. Each pass looks only at nodes that are still free:
//!
//! 1. `upwards`: same class, and the same arguments all the way down. A task
//!    whose inputs are untouched is the same task, whatever is added above it
//!    or beside it.
//! 2. `downwards`: same class, and the same users all the way up. A task that
//!    gets one more argument keeps its place.
//! 3. `surroundings`: another class, between the same neighbours. A function
//!    that is renamed keeps its place.
//! 4. `classes`: same class, in program order; what an inserted step shifts.
//!
//! Nodes that are alike in a pass are told apart by their number in the order
//! of the program, which for a loop is the loop's index. The idea is that of
//! matching trees from the bottom and from the top: J. Falleri et al.,
//! "Fine-grained and accurate source code differencing", ASE 2014.

use std::collections::HashMap;

use crate::graph::Adjacency;

/// A drawn graph, as far as matching needs it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Likeness {
    /// A digest of label, value's label and kind of each node.
    pub classes: Vec<u64>,
    /// `(needed, needing)`, consumer by consumer, in the order of the arguments.
    pub edges: Vec<(u32, u32)>,
    pub topo: Vec<u32>,
}

/// For each node of `new` the node of `old` that it is, each at most once.
pub(crate) fn match_nodes(old: &Likeness, new: &Likeness) -> Vec<Option<u32>> {
    let mut matching = Matching {
        of_new: vec![None; new.classes.len()],
        of_old: vec![None; old.classes.len()],
    };
    let (old_deps, old_users) = neighbours(old);
    let (new_deps, new_users) = neighbours(new);
    let up = |graph: &Likeness, deps| chained(graph, deps, graph.topo.iter());
    matching.join(&up(old, &old_deps), &up(new, &new_deps));
    let down = |graph: &Likeness, users| chained(graph, users, graph.topo.iter().rev());
    matching.join(&down(old, &old_users), &down(new, &new_users));
    let old_around = surroundings([&old_deps, &old_users], |v| {
        matching.of_old[v as usize].map(|w| (w, v))
    });
    let new_around = surroundings([&new_deps, &new_users], |v| {
        matching.of_new[v as usize].map(|w| (v, w))
    });
    matching.join(&old_around, &new_around);
    matching.join(&free(&old.classes), &free(&new.classes));
    matching.of_new
}

/// What each node needs, and what needs it.
fn neighbours(graph: &Likeness) -> (Adjacency, Adjacency) {
    let nodes = graph.classes.len();
    (
        Adjacency::new(nodes, graph.edges.iter().map(|&(a, b)| (b, a))),
        Adjacency::new(nodes, graph.edges.iter().copied()),
    )
}

/// A digest of each node and of all that hangs behind it, every one unique.
fn chained<'a>(
    graph: &Likeness,
    behind: &Adjacency,
    order: impl Iterator<Item = &'a u32>,
) -> Vec<Option<u64>> {
    let mut counts: HashMap<u64, u64> = HashMap::new();
    let mut digests = vec![None; graph.classes.len()];
    for &v in order {
        let own = graph.classes[v as usize];
        let ends = behind
            .of(v)
            .iter()
            .map(|&w| digests[w as usize].unwrap_or(0));
        let digest = ends.fold(mixed(own, 1), mixed);
        let count = counts.entry(digest).or_insert(0);
        *count += 1;
        digests[v as usize] = Some(mixed(digest, *count));
    }
    digests
}

/// A digest of the matched neighbours of each node; nothing where none is matched.
fn surroundings(
    sides: [&Adjacency; 2],
    pair: impl Fn(u32) -> Option<(u32, u32)>,
) -> Vec<Option<u64>> {
    let nodes = sides[0].len() as u32;
    (0..nodes)
        .map(|v| {
            let mut digest = None;
            for (side, near) in (1u64..).zip(sides) {
                for (new, old) in near.of(v).iter().filter_map(|&w| pair(w)) {
                    let start = digest.unwrap_or(0);
                    let both = u64::from(new) << 32 | u64::from(old);
                    digest = Some(mixed(mixed(start, side), both));
                }
            }
            digest
        })
        .collect()
}

fn free(classes: &[u64]) -> Vec<Option<u64>> {
    classes.iter().map(|&class| Some(class)).collect()
}

struct Matching {
    of_new: Vec<Option<u32>>,
    of_old: Vec<Option<u32>>,
}

impl Matching {
    /// Joins free nodes of equal digests, the first with the first.
    fn join(&mut self, old: &[Option<u64>], new: &[Option<u64>]) {
        let mut waiting: HashMap<u64, Vec<u32>> = HashMap::new();
        for (u, digest) in old.iter().enumerate().rev() {
            if let (Some(digest), None) = (digest, self.of_old[u]) {
                waiting.entry(*digest).or_default().push(u as u32);
            }
        }
        for (v, digest) in (0u32..).zip(new) {
            let Some(digest) = digest else { continue };
            if self.of_new[v as usize].is_some() {
                continue;
            }
            if let Some(u) = waiting.get_mut(digest).and_then(Vec::pop) {
                self.of_new[v as usize] = Some(u);
                self.of_old[u as usize] = Some(v);
            }
        }
    }
}

/// Adds a number to a digest (the finaliser of SplitMix64, S. Vigna).
pub(crate) fn mixed(digest: u64, number: u64) -> u64 {
    let mut z = digest.rotate_left(23) ^ number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::topological_order;

    fn likeness(classes: &[u64], edges: &[(u32, u32)]) -> Likeness {
        Likeness {
            classes: classes.to_vec(),
            edges: edges.to_vec(),
            topo: topological_order(classes.len(), edges).expect("no cycle"),
        }
    }

    const INC: u64 = 1;
    const ADD: u64 = 2;
    const SUM: u64 = 3;

    #[test]
    fn a_tree_that_doubles_keeps_its_first_half() {
        let small = likeness(&[INC, INC, ADD], &[(0, 2), (1, 2)]);
        let large = likeness(
            &[INC, INC, INC, INC, ADD, ADD, ADD],
            &[(0, 4), (1, 4), (2, 5), (3, 5), (4, 6), (5, 6)],
        );
        let kept = [Some(0), Some(1), None, None, Some(2), None, None];
        assert_eq!(match_nodes(&small, &large), kept);
    }

    #[test]
    fn a_sum_of_one_more_is_the_same_sum() {
        let old = likeness(&[INC, INC, SUM], &[(0, 2), (1, 2)]);
        let new = likeness(&[INC, INC, INC, SUM], &[(0, 3), (1, 3), (2, 3)]);
        assert_eq!(match_nodes(&old, &new), [Some(0), Some(1), None, Some(2)]);
    }

    #[test]
    fn renamed_tasks_keep_their_places() {
        let old = likeness(&[INC, INC, INC, ADD], &[(0, 3), (1, 3)]);
        let new = likeness(&[9, 9, 9, ADD], &[(0, 3), (1, 3)]);
        assert_eq!(match_nodes(&old, &new), [Some(0), Some(1), None, Some(3)]);
    }

    #[test]
    fn an_inserted_step_shifts_nothing_beside_it() {
        // inc -> add becomes inc -> 9 -> add.
        let old = likeness(&[INC, ADD], &[(0, 1)]);
        let new = likeness(&[INC, 9, ADD], &[(0, 1), (1, 2)]);
        assert_eq!(match_nodes(&old, &new), [Some(0), None, Some(1)]);
    }
}
