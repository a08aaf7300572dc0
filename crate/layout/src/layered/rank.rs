//! Ranks: how far along the flow each node stands.
//!
//! The start is the longest path from the sources. Then what has slack moves
//! to where the edges become shorter, first single nodes and then groups that
//! hang together by edges of length one:
//!
//! ```text
//!      d             d
//!      |\            |\
//!      c \     ->    c b      b moves up next to d
//!      |  |          | |
//!      a  b          a
//! ```

use super::simplex;
use crate::graph::Adjacency;
use crate::sets::{find, join};

/// Rounds of moves; each shortens the edges, and few are ever needed.
const MAX_ROUNDS: usize = 12;
/// Rounds in which groups move, within one of the rounds above.
const MAX_GROUP_ROUNDS: usize = 16;

/// A rank for each node, from 0 without gaps; every edge goes to a higher one.
/// `before` are ranks to begin with where they are known.
pub(super) fn assign(
    nodes: usize,
    edges: &[(u32, u32)],
    topo: &[u32],
    before: &[Option<u32>],
) -> Vec<u32> {
    let users = Adjacency::new(nodes, edges.iter().copied());
    let deps = Adjacency::new(nodes, edges.iter().map(|&(a, b)| (b, a)));
    let mut ranks = vec![0u32; nodes];
    for &v in topo {
        let lowest = deps.of(v).iter().map(|&d| ranks[d as usize] + 1).max();
        let known = before.get(v as usize).copied().flatten();
        ranks[v as usize] = lowest.max(known).unwrap_or(0);
    }
    for _ in 0..MAX_ROUNDS {
        let single = move_nodes(&mut ranks, topo, &deps, &users);
        let group = move_groups(&mut ranks, edges);
        if !single && !group {
            break;
        }
    }
    simplex::shorten(&mut ranks, edges);
    close_gaps(&mut ranks);
    ranks
}

/// Moves each node as far as its neighbours allow towards the side on which it
/// has more of them.
fn move_nodes(ranks: &mut [u32], topo: &[u32], deps: &Adjacency, users: &Adjacency) -> bool {
    let mut moved = false;
    for &v in topo.iter().rev() {
        let (needs, needed) = (deps.of(v), users.of(v));
        let target = if needed.len() > needs.len() {
            needed.iter().map(|&u| ranks[u as usize] - 1).min()
        } else if needs.len() > needed.len() {
            needs.iter().map(|&d| ranks[d as usize] + 1).max()
        } else {
            None
        };
        if let Some(target) = target.filter(|&t| t != ranks[v as usize]) {
            ranks[v as usize] = target;
            moved = true;
        }
    }
    moved
}

/// How a group of nodes is tied to the rest.
#[derive(Clone, Copy)]
struct Ties {
    above: u32,
    below: u32,
    room_above: u32,
    room_below: u32,
    /// A neighbour has moved in this round, so the numbers are out of date.
    stale: bool,
}

/// Moves groups connected by edges of length one, where that shortens more
/// edges than it lengthens.
fn move_groups(ranks: &mut [u32], edges: &[(u32, u32)]) -> bool {
    let mut moved_once = false;
    for _ in 0..MAX_GROUP_ROUNDS {
        let groups = tight_groups(ranks, edges);
        let nothing = Ties {
            above: 0,
            below: 0,
            room_above: u32::MAX,
            room_below: u32::MAX,
            stale: false,
        };
        let mut ties = vec![nothing; ranks.len()];
        let loose: Vec<(usize, usize, u32)> = edges
            .iter()
            .map(|&(a, b)| (a as usize, b as usize))
            .filter(|&(a, b)| groups[a] != groups[b])
            .map(|(a, b)| {
                (
                    groups[a] as usize,
                    groups[b] as usize,
                    ranks[b] - ranks[a] - 1,
                )
            })
            .collect();
        for &(a, b, slack) in &loose {
            ties[a].above += 1;
            ties[a].room_above = ties[a].room_above.min(slack);
            ties[b].below += 1;
            ties[b].room_below = ties[b].room_below.min(slack);
        }
        let mut shift = vec![0i64; ranks.len()];
        for &(a, b, _) in &loose {
            for (group, other) in [(a, b), (b, a)] {
                let t = ties[group];
                if t.stale || t.above == t.below {
                    continue;
                }
                let step = if t.above > t.below {
                    i64::from(t.room_above)
                } else {
                    -i64::from(t.room_below)
                };
                // Only one end of a loose edge moves in a round, and only when
                // the other has not: their neighbours wait for the next round.
                shift[group] = step;
                ties[group].stale = true;
                ties[other].stale = true;
            }
        }
        settle(&mut shift, &loose);
        if shift.iter().all(|&s| s == 0) {
            break;
        }
        moved_once = true;
        apply(ranks, &groups, &shift);
    }
    moved_once
}

/// Shifts each node with its group. A group may go below rank 0; then all
/// others go up instead.
fn apply(ranks: &mut [u32], groups: &[u32], shift: &[i64]) {
    let target = |rank: u32, group: u32| i64::from(rank) + shift[group as usize];
    let lowest = ranks.iter().zip(groups).map(|(&r, &g)| target(r, g)).min();
    let base = lowest.unwrap_or(0).min(0);
    for (rank, &group) in ranks.iter_mut().zip(groups) {
        *rank = (target(*rank, group) - base) as u32;
    }
}

/// Takes back every second move of two neighbouring groups.
fn settle(shift: &mut [i64], loose: &[(usize, usize, u32)]) {
    for &(a, b, _) in loose {
        if shift[a] != 0 && shift[b] != 0 {
            shift[a.max(b)] = 0;
        }
    }
}

/// For each node the smallest node it hangs together with by edges of length
/// one.
fn tight_groups(ranks: &[u32], edges: &[(u32, u32)]) -> Vec<u32> {
    let mut parent: Vec<u32> = (0..ranks.len() as u32).collect();
    for &(a, b) in edges {
        if ranks[b as usize] == ranks[a as usize] + 1 {
            join(&mut parent, a, b);
        }
    }
    (0..ranks.len() as u32)
        .map(|v| find(&mut parent, v))
        .collect()
}

/// Renumbers the ranks from 0, leaving out those without nodes.
fn close_gaps(ranks: &mut [u32]) {
    let mut used = ranks.to_vec();
    used.sort_unstable();
    used.dedup();
    for rank in ranks {
        *rank = used.partition_point(|&r| r < *rank) as u32;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::topological_order;

    fn check(nodes: usize, edges: &[(u32, u32)], expect: &[u32]) {
        let topo = topological_order(nodes, edges).expect("no cycle");
        assert_eq!(assign(nodes, edges, &topo, &[]), expect);
    }

    #[test]
    fn chains_stand_one_above_the_other() {
        check(3, &[(0, 1), (1, 2)], &[0, 1, 2]);
    }

    #[test]
    fn a_late_source_stands_next_to_its_user() {
        // 0 -> 1 -> 2 -> 3, and 4 -> 3.
        check(5, &[(0, 1), (1, 2), (2, 3), (4, 3)], &[0, 1, 2, 3, 2]);
    }

    #[test]
    fn a_late_branch_moves_as_a_group() {
        // 0 -> 1 -> 2 -> 3 -> 4, and 5 -> 6 -> 4.
        let edges = [(0, 1), (1, 2), (2, 3), (3, 4), (5, 6), (6, 4)];
        check(7, &edges, &[0, 1, 2, 3, 4, 2, 3]);
    }

    proptest::proptest! {
        #[test]
        fn edges_go_up_from_rank_0_without_gaps(
            pairs in proptest::collection::vec((0..20u32, 1..20u32), 0..24),
        ) {
            let edges: Vec<(u32, u32)> =
                pairs.iter().map(|&(a, step)| (a, (a + step).min(20))).collect();
            let topo: Vec<u32> = (0..21).collect();
            let mut ranks = assign(21, &edges, &topo, &[]);
            for &(a, b) in &edges {
                proptest::prop_assert!(ranks[a as usize] < ranks[b as usize], "{:?}", ranks);
            }
            ranks.sort_unstable();
            ranks.dedup();
            proptest::prop_assert_eq!(ranks.clone(), (0..ranks.len() as u32).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_late_subtree_moves_as_a_group() {
        // Two leaves 5, 6 joined by 7, needed only at the end of a chain.
        let edges = [(0, 1), (1, 2), (2, 3), (3, 4), (5, 7), (6, 7), (7, 4)];
        check(8, &edges, &[0, 1, 2, 3, 4, 2, 2, 3]);
    }
}
