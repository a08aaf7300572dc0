//! Ranks with the least total length of edges, by the network simplex method.
//!
//! Precondition: ranks in which every edge goes up. Postcondition: the same,
//! with a total length that is never greater, and least unless the work ran
//! out. Short edges have few passes, and so few crossings.
//!
//! Source: E. Gansner, E. Koutsofios, S. North, K.-P. Vo, "A technique for
//! drawing directed graphs", IEEE Transactions on Software Engineering 19,
//! 1993, section 2: a spanning tree of *tight* edges (of length one) gives the
//! ranks; the cut value of a tree edge says how much longer the edges become
//! when its two sides move apart, and while one is negative it is exchanged
//! for the tightest edge that joins both sides again. Trees that are tight
//! already are joined from the smallest on, so that the start costs
//! O(E log V).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::graph::Adjacency;
use crate::sets;

/// Nodes and edges looked at, for each node and edge of the graph: bounds the
/// time on graphs that need unusually many exchanges.
const WORK_PER_ELEMENT: usize = 60;
/// Work that is always allowed, so that small graphs are always finished.
const LEAST_WORK: usize = 40_000;
/// No edge, or no node.
const NONE: u32 = u32::MAX;

/// Shortens the edges as far as the work allows.
pub(super) fn shorten(ranks: &mut [u32], edges: &[(u32, u32)]) {
    if edges.is_empty() {
        return;
    }
    let mut simplex = Simplex::new(ranks, edges);
    simplex.span();
    simplex.root_all();
    simplex.value_cuts();
    let mut work = 0;
    let limit = LEAST_WORK.max(WORK_PER_ELEMENT * (ranks.len() + edges.len()));
    while work < limit {
        let Some(leaving) = simplex.negative(&mut work) else {
            break;
        };
        let Some(entering) = simplex.tightest_across(leaving, &mut work) else {
            break;
        };
        simplex.exchange(leaving, entering, &mut work);
    }
    let lowest = simplex.ranks.iter().copied().min().unwrap_or(0);
    for (rank, &new) in ranks.iter_mut().zip(&simplex.ranks) {
        *rank = (new - lowest) as u32;
    }
}

struct Simplex<'a> {
    edges: &'a [(u32, u32)],
    ranks: Vec<i32>,
    /// Edges that leave and that reach each node.
    outs: Adjacency,
    ins: Adjacency,
    /// Tree edges, and each edge's index among them.
    tree: Vec<u32>,
    in_tree: Vec<u32>,
    /// Tree edges at each node.
    at_node: Vec<Vec<u32>>,
    cuts: Vec<i32>,
    /// Tree edge to the parent.
    parent: Vec<u32>,
    /// Nodes in postorder; a subtree is `lowest..=number` of its top.
    post: Vec<u32>,
    number: Vec<u32>,
    lowest: Vec<u32>,
    /// Where the search for negative cut values goes on.
    next: usize,
    stack: Vec<(u32, u32, u32)>,
}

impl<'a> Simplex<'a> {
    fn new(ranks: &[u32], edges: &'a [(u32, u32)]) -> Self {
        let n = ranks.len();
        let numbered = || (0u32..).zip(edges);
        Self {
            edges,
            ranks: ranks.iter().map(|&rank| rank as i32).collect(),
            outs: Adjacency::new(n, numbered().map(|(e, &(from, _))| (from, e))),
            ins: Adjacency::new(n, numbered().map(|(e, &(_, to))| (to, e))),
            tree: Vec::with_capacity(n),
            in_tree: vec![NONE; edges.len()],
            at_node: vec![Vec::new(); n],
            cuts: vec![0; edges.len()],
            parent: vec![NONE; n],
            post: vec![0; n],
            number: vec![0; n],
            lowest: vec![0; n],
            next: 0,
            stack: Vec::new(),
        }
    }

    fn slack(&self, e: u32) -> i32 {
        let (from, to) = self.edges[e as usize];
        self.ranks[to as usize] - self.ranks[from as usize] - 1
    }

    fn other(&self, e: u32, v: u32) -> u32 {
        let (from, to) = self.edges[e as usize];
        if from == v { to } else { from }
    }

    fn add_to_tree(&mut self, e: u32) {
        let (from, to) = self.edges[e as usize];
        self.in_tree[e as usize] = self.tree.len() as u32;
        self.tree.push(e);
        self.at_node[from as usize].push(e);
        self.at_node[to as usize].push(e);
    }

    /// Joins tight edges into trees, then the smallest tree with its nearest
    /// neighbour, until each connected part has one tree.
    fn span(&mut self) {
        let n = self.ranks.len();
        let mut parent: Vec<u32> = (0..n as u32).collect();
        for e in 0..self.edges.len() as u32 {
            let (from, to) = self.edges[e as usize];
            let joined = sets::find(&mut parent, from) == sets::find(&mut parent, to);
            if self.slack(e) == 0 && !joined {
                sets::join(&mut parent, from, to);
                self.add_to_tree(e);
            }
        }
        let mut members: Vec<Vec<u32>> = vec![Vec::new(); n];
        for v in 0..n as u32 {
            members[sets::find(&mut parent, v) as usize].push(v);
        }
        let mut heap: BinaryHeap<Reverse<(usize, u32)>> = members
            .iter()
            .enumerate()
            .filter(|(_, nodes)| !nodes.is_empty())
            .map(|(root, nodes)| Reverse((nodes.len(), root as u32)))
            .collect();
        while let Some(Reverse((size, root))) = heap.pop() {
            if members[root as usize].len() != size || sets::find(&mut parent, root) != root {
                continue;
            }
            let Some(e) = self.nearest(&members[root as usize], &mut parent) else {
                continue;
            };
            let (from, to) = self.edges[e as usize];
            let from_inside = sets::find(&mut parent, from) == root;
            let shift = if from_inside {
                self.slack(e)
            } else {
                -self.slack(e)
            };
            for &v in &members[root as usize] {
                self.ranks[v as usize] += shift;
            }
            self.add_to_tree(e);
            let outside = sets::find(&mut parent, if from_inside { to } else { from });
            sets::join(&mut parent, root, outside);
            let kept = root.min(outside) as usize;
            let gone = root.max(outside) as usize;
            let (mut large, mut small) = (
                std::mem::take(&mut members[kept]),
                std::mem::take(&mut members[gone]),
            );
            if large.len() < small.len() {
                std::mem::swap(&mut large, &mut small);
            }
            large.append(&mut small);
            heap.push(Reverse((large.len(), kept as u32)));
            members[kept] = large;
        }
    }

    /// The edge of least slack that leaves a tree.
    fn nearest(&self, nodes: &[u32], parent: &mut [u32]) -> Option<u32> {
        let mut best: Option<(i32, u32)> = None;
        let root = sets::find(parent, *nodes.first()?);
        for &v in nodes {
            for &e in self.outs.of(v).iter().chain(self.ins.of(v)) {
                let slack = self.slack(e);
                let better = best.is_none_or(|(least, _)| slack < least);
                if better && sets::find(parent, self.other(e, v)) != root {
                    best = Some((slack, e));
                }
            }
        }
        best.map(|(_, e)| e)
    }

    /// Numbers all nodes in postorder, tree by tree.
    fn root_all(&mut self) {
        let mut count = 0;
        let mut seen = vec![false; self.ranks.len()];
        for v in 0..self.ranks.len() as u32 {
            if !seen[v as usize] {
                let end = self.root(v, NONE, count);
                for at in count..end {
                    seen[self.post[at as usize] as usize] = true;
                }
                count = end;
            }
        }
    }

    /// Numbers the subtree under `top`, which hangs on the edge `up`, from
    /// `count` on; the first number that is free then.
    fn root(&mut self, top: u32, up: u32, mut count: u32) -> u32 {
        self.stack.clear();
        self.parent[top as usize] = up;
        self.lowest[top as usize] = count;
        self.stack.push((top, up, 0));
        while let Some((v, up, next)) = self.stack.pop() {
            let Some(&e) = self.at_node[v as usize].get(next as usize) else {
                self.number[v as usize] = count;
                self.post[count as usize] = v;
                count += 1;
                continue;
            };
            self.stack.push((v, up, next + 1));
            if e != up {
                let w = self.other(e, v);
                self.parent[w as usize] = e;
                self.lowest[w as usize] = count;
                self.stack.push((w, e, 0));
            }
        }
        count
    }

    /// Cut values of all tree edges, from the leaves on: that of the edge over
    /// a node follows from its other edges.
    fn value_cuts(&mut self) {
        for at in 0..self.post.len() {
            let v = self.post[at];
            let up = self.parent[v as usize];
            if up == NONE {
                continue;
            }
            // Lengthening `up` by moving the subtree lengthens edges in the
            // same direction and shortens the others.
            let v_is_tail = self.edges[up as usize].0 == v;
            let mut cut = 0;
            for (edges, leaves) in [(self.outs.of(v), true), (self.ins.of(v), false)] {
                for &e in edges {
                    let along = leaves == v_is_tail;
                    let below = e != up && self.in_tree[e as usize] != NONE;
                    cut += match (below, along) {
                        (false, true) => 1,
                        (false, false) => -1,
                        (true, true) => 1 - self.cuts[e as usize],
                        (true, false) => self.cuts[e as usize] - 1,
                    };
                }
            }
            self.cuts[up as usize] = cut;
        }
    }

    /// A tree edge with a negative cut value, the least of a stretch.
    fn negative(&mut self, work: &mut usize) -> Option<u32> {
        /// Candidates among which the least is taken.
        const SAMPLE: usize = 30;
        let mut best: Option<(i32, u32)> = None;
        let mut found = 0;
        let count = self.tree.len();
        for step in 0..count {
            let at = (self.next + step) % count;
            let e = self.tree[at];
            let cut = self.cuts[e as usize];
            if cut < 0 {
                if best.is_none_or(|(least, _)| cut < least) {
                    best = Some((cut, e));
                }
                found += 1;
                if found == SAMPLE {
                    self.next = (at + 1) % count;
                    *work += step;
                    return best.map(|(_, e)| e);
                }
            }
        }
        *work += count;
        best.map(|(_, e)| e)
    }

    /// The end of a tree edge that hangs on the other.
    fn child(&self, e: u32) -> u32 {
        let (from, to) = self.edges[e as usize];
        if self.parent[from as usize] == e {
            from
        } else {
            to
        }
    }

    fn is_under(&self, v: u32, top: u32) -> bool {
        let number = self.number[v as usize];
        (self.lowest[top as usize]..=self.number[top as usize]).contains(&number)
    }

    /// The edge of least slack that goes against a tree edge from one of its
    /// sides to the other.
    fn tightest_across(&self, leaving: u32, work: &mut usize) -> Option<u32> {
        let top = self.child(leaving);
        let edges = if self.edges[leaving as usize].0 == top {
            &self.ins
        } else {
            &self.outs
        };
        let mut best: Option<(i32, u32)> = None;
        let range = self.lowest[top as usize] as usize..=self.number[top as usize] as usize;
        for &v in &self.post[range] {
            let edges = edges.of(v);
            *work += 1 + edges.len();
            for &e in edges {
                let slack = self.slack(e);
                let better = best.is_none_or(|(least, _)| slack < least);
                if better && !self.is_under(self.other(e, v), top) {
                    if slack == 0 {
                        return Some(e);
                    }
                    best = Some((slack, e));
                }
            }
        }
        best.map(|(_, e)| e)
    }

    fn exchange(&mut self, leaving: u32, entering: u32, work: &mut usize) {
        let top = self.child(leaving);
        let slack = self.slack(entering);
        if slack > 0 {
            let shift = if self.edges[leaving as usize].0 == top {
                -slack
            } else {
                slack
            };
            let range = self.lowest[top as usize] as usize..=self.number[top as usize] as usize;
            *work += range.end() - range.start();
            for at in range {
                self.ranks[self.post[at] as usize] += shift;
            }
        }
        let cut = self.cuts[leaving as usize];
        let (from, to) = self.edges[entering as usize];
        let meet = self.climb(from, to, cut, true);
        self.climb(to, from, cut, false);
        self.cuts[entering as usize] = -cut;
        self.cuts[leaving as usize] = 0;

        let slot = std::mem::replace(&mut self.in_tree[leaving as usize], NONE);
        self.tree[slot as usize] = entering;
        self.in_tree[entering as usize] = slot;
        let (a, b) = self.edges[leaving as usize];
        for end in [a, b] {
            self.at_node[end as usize].retain(|&e| e != leaving);
        }
        for end in [from, to] {
            self.at_node[end as usize].push(entering);
        }
        self.hang(top, leaving, entering, meet, work);
    }

    /// Hangs the subtree of `top`, cut off at `leaving`, on the outer end of
    /// `entering`, as its first branch. In postorder that moves one block:
    ///
    /// ```text
    /// before   . . [subtree] . . . [first of outer .. outer]
    /// after    . . . . . [subtree] [first of outer .. outer]
    /// ```
    fn hang(&mut self, top: u32, leaving: u32, entering: u32, meet: u32, work: &mut usize) {
        let (start, end) = (self.lowest[top as usize], self.number[top as usize]);
        let size = end - start + 1;
        let (from, to) = self.edges[entering as usize];
        let (inner, outer) = if self.is_under(from, top) {
            (from, to)
        } else {
            (to, from)
        };
        let first = self.lowest[outer as usize];
        let base;
        if end < first {
            for at in end + 1..first {
                let v = self.post[at as usize] as usize;
                self.post[(at - size) as usize] = v as u32;
                self.number[v] -= size;
                if self.lowest[v] > end {
                    self.lowest[v] -= size;
                }
            }
            let mut v = outer;
            while v != meet {
                self.lowest[v as usize] -= size;
                v = self.other(self.parent[v as usize], v);
            }
            base = first - size;
        } else {
            for at in (first..start).rev() {
                let v = self.post[at as usize] as usize;
                self.post[(at + size) as usize] = v as u32;
                self.number[v] += size;
                if self.lowest[v] >= first {
                    self.lowest[v] += size;
                }
            }
            let mut v = self.other(leaving, top);
            while v != meet {
                self.lowest[v as usize] += size;
                v = self.other(self.parent[v as usize], v);
            }
            v = outer;
            while v != meet {
                self.lowest[v as usize] = self.lowest[v as usize].min(first);
                v = self.other(self.parent[v as usize], v);
            }
            base = first;
        }
        *work += size as usize + end.abs_diff(first) as usize / 8;
        self.root(inner, entering, base);
    }

    /// Changes the cut values on the way from `v` up to where `w` is below;
    /// that node.
    fn climb(&mut self, mut v: u32, w: u32, cut: i32, adds: bool) -> u32 {
        while !self.is_under(w, v) {
            let e = self.parent[v as usize];
            let along = self.edges[e as usize].0 == v;
            self.cuts[e as usize] += if along == adds { cut } else { -cut };
            v = self.other(e, v);
        }
        v
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length(ranks: &[u32], edges: &[(u32, u32)]) -> u32 {
        edges
            .iter()
            .map(|&(a, b)| ranks[b as usize] - ranks[a as usize])
            .sum()
    }

    /// Least total length, by trying all ranks.
    fn least(nodes: usize, edges: &[(u32, u32)]) -> u32 {
        let base = nodes as u32;
        let all = base.pow(base);
        let mut least = u32::MAX;
        for code in 0..all {
            let rank = |v: u32| code / base.pow(v) % base;
            if edges.iter().all(|&(a, b)| rank(a) < rank(b)) {
                least = least.min(edges.iter().map(|&(a, b)| rank(b) - rank(a)).sum());
            }
        }
        least
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { cases: 60, failure_persistence: None, ..Default::default() })]

        #[test]
        fn the_length_is_the_least(
            pairs in proptest::collection::vec((0..5u32, 1..5u32), 1..10),
        ) {
            let mut edges: Vec<(u32, u32)> = pairs
                .iter()
                .map(|&(a, step)| (a, (a + step).min(5)))
                .collect();
            edges.sort_unstable();
            edges.dedup();
            let mut ranks: Vec<u32> = (0..6).collect();
            shorten(&mut ranks, &edges);
            for &(a, b) in &edges {
                proptest::prop_assert!(ranks[a as usize] < ranks[b as usize], "{:?}", ranks);
            }
            proptest::prop_assert_eq!(length(&ranks, &edges), least(6, &edges));
        }
    }
}
