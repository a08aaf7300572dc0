//! Counting the crossings of a picture, rank by rank.
//!
//! Two lines between neighbouring ranks cross when their ends are in opposite
//! orders; that is counting inversions, which an accumulator tree does in
//! O(E log V): W. Barth, M. Jünger, P. Mutzel, "Simple and efficient bilayer
//! cross counting", Graph Drawing 2002.

use crate::picture::Picture;
#[cfg(test)]
use crate::place::{Item, Placement};

/// Inversions of a sequence of places in `0..len`. The caller lists the upper
/// ends of all lines, sorted by lower end and then by upper end; equal places
/// do not count.
#[derive(Debug, Default)]
pub(crate) struct Accumulator {
    tree: Vec<u32>,
    leaves: usize,
}

impl Accumulator {
    /// Forgets everything and makes room for places in `0..len`.
    pub(crate) fn reset(&mut self, len: usize) {
        self.leaves = len.next_power_of_two();
        self.tree.clear();
        self.tree.resize(2 * self.leaves, 0);
    }

    /// Adds the next line and returns how many earlier ones it crosses.
    pub(crate) fn add(&mut self, place: u32) -> u64 {
        let mut at = self.leaves + place as usize;
        let mut crossed = 0;
        self.tree[at] += 1;
        while at > 1 {
            if at.is_multiple_of(2) {
                crossed += u64::from(self.tree[at + 1]);
            }
            at /= 2;
            self.tree[at] += 1;
        }
        crossed
    }
}

/// Crossings of all edges of a placement.
#[cfg(test)]
pub(crate) fn count(edges: &[(u32, u32)], placement: &Placement) -> u64 {
    let slots = placement.slots(edges);
    let mut node_place = vec![0u32; placement.ranks.len()];
    let mut pass_place: Vec<Vec<u32>> = placement.passes.iter().map(|p| vec![0; p.len()]).collect();
    for rank in &slots {
        for (place, slot) in (0u32..).zip(rank) {
            match slot.item {
                Item::Node(v) => node_place[v as usize] = place,
                Item::Pass(e, k) => pass_place[e as usize][k as usize] = place,
            }
        }
    }
    let mut lines: Vec<Vec<(u32, u32)>> = vec![Vec::new(); slots.len()];
    for (&(from, to), passes) in edges.iter().zip(&pass_place) {
        let mut lower = node_place[from as usize];
        let first = placement.ranks[from as usize] as usize;
        for (rank, &upper) in (first..).zip(passes.iter().chain([&node_place[to as usize]])) {
            lines[rank].push((lower, upper));
            lower = upper;
        }
    }
    let mut accumulator = Accumulator::default();
    let mut crossings = 0;
    for (rank, lines) in lines.iter_mut().enumerate() {
        lines.sort_unstable();
        accumulator.reset(slots.get(rank + 1).map_or(1, Vec::len));
        crossings += lines
            .iter()
            .map(|&(_, upper)| accumulator.add(upper))
            .sum::<u64>();
    }
    crossings
}

/// Crossings of the lines of a picture, as drawn: pairs of lines that meet
/// away from their ends. Takes time with the square of the lines, and is meant
/// for comparing pictures.
pub fn count_crossings(picture: &Picture) -> usize {
    let mut crossings = 0;
    for (i, a) in picture.edges.iter().enumerate() {
        for b in &picture.edges[i + 1..] {
            for p in a.points.windows(2) {
                for q in b.points.windows(2) {
                    crossings += usize::from(meet((p[0], p[1]), (q[0], q[1])));
                }
            }
        }
    }
    crossings
}

type Segment = ((f64, f64), (f64, f64));

/// Whether two segments cross properly, not just touch.
fn meet(p: Segment, q: Segment) -> bool {
    let side = |a: (f64, f64), b: (f64, f64), c: (f64, f64)| {
        (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0)
    };
    side(p.0, p.1, q.0) * side(p.0, p.1, q.1) < 0.0
        && side(q.0, q.1, p.0) * side(q.0, q.1, p.1) < 0.0
}
