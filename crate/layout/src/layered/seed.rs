//! The order to begin with after an edit: the one of the picture before.
//!
//! What was there stands as it stood. What is new stands among its neighbours,
//! and long edges run where they ran, or straight between their ends.
//!
//! Postcondition: every item has a place across the flow; known nodes have
//! theirs.

use std::collections::VecDeque;

use super::proper::Layers;
use crate::graph::Adjacency;
use crate::place::Hints;

/// Where every item stood or should stand, across the flow.
pub(super) struct Seed {
    pub across: Vec<f64>,
    /// Nodes that were there, and must not change sides.
    pub known: Vec<bool>,
    /// Passes of long edges that ran there.
    pub ran: Vec<bool>,
}

/// Nothing when no node is known.
pub(super) fn seed(layers: &Layers, edges: &[(u32, u32)], hints: &Hints) -> Option<Seed> {
    if !hints.any() {
        return None;
    }
    let mut nodes = hints.across.clone();
    settle_new(&mut nodes, edges);
    let mut across: Vec<f64> = nodes.iter().map(|x| x.unwrap_or(f64::MAX)).collect();
    across.resize(layers.item_count(), 0.0);
    let mut ran = vec![false; layers.item_count()];
    for (e, &(from, to)) in edges.iter().enumerate() {
        let passes = layers.passes_of(e);
        let count = passes.len();
        let remembered = hints.passes[e]
            .as_ref()
            .filter(|known| known.len() == count);
        let (start, end) = (across[from as usize], across[to as usize]);
        for (k, item) in passes.enumerate() {
            let share = (k + 1) as f64 / (count + 1) as f64;
            ran[item as usize] = remembered.is_some();
            across[item as usize] = match remembered {
                Some(known) => known[k],
                None => start + (end - start) * share,
            };
        }
    }
    let mut known: Vec<bool> = hints.across.iter().map(Option::is_some).collect();
    known.resize(layers.item_count(), false);
    Some(Seed { across, known, ran })
}

/// Sets new nodes at the mean of their neighbours, those next to known ones
/// first. What hangs together with nothing
/// known stays unset.
fn settle_new(across: &mut [Option<f64>], edges: &[(u32, u32)]) {
    let both = edges.iter().flat_map(|&(a, b)| [(a, b), (b, a)]);
    let near = Adjacency::new(across.len(), both);
    let mut queue: VecDeque<u32> = (0..across.len() as u32)
        .filter(|&v| across[v as usize].is_some())
        .collect();
    while let Some(v) = queue.pop_front() {
        for &w in near.of(v) {
            if across[w as usize].is_some() {
                continue;
            }
            let (mut sum, mut count) = (0.0, 0.0);
            for x in near.of(w).iter().filter_map(|&u| across[u as usize]) {
                sum += x;
                count += 1.0;
            }
            across[w as usize] = Some(sum / count);
            queue.push_back(w);
        }
    }
}
