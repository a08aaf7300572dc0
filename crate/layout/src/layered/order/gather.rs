//! An order to begin with: a search that always goes on with what lies lowest
//! (or highest). What the first ranks tie together stands together, then what
//! the next rank ties, and so on, as in a dendrogram; the blocks of a matrix
//! product come grouped by the index they share. It is Prim's algorithm with
//! ranks for weights (R. C. Prim, 1957).
//!
//! Postcondition: each item of the layers stands once, in its own rank.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::super::proper::Layers;
use super::arrangement::Arrangement;

/// Orders by the time at which the search meets each item, from the sources up
/// or from the sinks down.
pub(super) fn gather(layers: &Layers, upwards: bool) -> Arrangement {
    let last = layers.rank_count.saturating_sub(1) as u32;
    let depth = |item: u32| match layers.ranks[item as usize] {
        rank if upwards => rank,
        rank => last - rank,
    };
    let mut roots: Vec<u32> = (0..layers.node_count as u32).collect();
    roots.sort_by_key(|&v| depth(v));
    let mut seen = vec![false; layers.item_count()];
    let mut met = Vec::with_capacity(layers.item_count());
    // Depth, number of the finding, item: of equal depth the first found.
    let mut found: BinaryHeap<Reverse<(u32, u32, u32)>> = BinaryHeap::new();
    let mut number = 0;
    for root in roots {
        found.push(Reverse((depth(root), 0, root)));
        while let Some(Reverse((_, _, item))) = found.pop() {
            if std::mem::replace(&mut seen[item as usize], true) {
                continue;
            }
            met.push(item);
            let near = layers.lower.of(item).iter().chain(layers.upper.of(item));
            for &w in near.filter(|&&w| !seen[w as usize]) {
                number += 1;
                found.push(Reverse((depth(w), number, w)));
            }
        }
    }
    Arrangement::new(layers, &met)
}
