//! Our own layered layout, on flat arrays: quick enough to run at every
//! keystroke for graphs of thousands of tasks.
//!
//! The passes, each a file with its own contract:
//!
//! 1. `rank`: a rank for each node; every edge goes up at least one rank.
//! 2. `proper`: edges longer than one rank become chains of passes, so that
//!    every line joins neighbouring ranks.
//! 3. `order`: the order within each rank, for few crossings.
//! 4. `spread`: a coordinate for each item that keeps its order and distances.

mod order;
mod proper;
mod rank;
mod seed;
mod simplex;
mod spread;

use crate::place::{Hints, Placement, Problem};
use proper::Layers;

/// Most passes of long edges in one placement: beyond, the lines could not be
/// told apart anyway, and the time would exceed a frame.
pub(crate) const MAX_PASSES: u64 = 40_000;

/// Places the nodes of a graph without cycles; `topo` is a topological order.
/// Nothing when its long edges need more than [`MAX_PASSES`]. `share` is how
/// much of the time for a whole picture may be spent, from 0 to 1.
/// `hints` tell where things were before an edit.
pub(crate) fn place(
    problem: &Problem,
    topo: &[u32],
    share: f64,
    hints: &Hints,
) -> Option<Placement> {
    let ranks = rank::assign(problem.breadths.len(), &problem.edges, topo, &hints.ranks);
    let layers = Layers::new(&problem.edges, ranks)?;
    let seed = seed::seed(&layers, &problem.edges, hints);
    let order = order::order(&layers, &problem.outputs, share, seed.as_ref());
    let across = spread::spread(&layers, &problem.breadths, &order, seed.as_ref());
    let passes = (0..problem.edges.len())
        .map(|e| {
            layers
                .passes_of(e)
                .map(|item| across[item as usize])
                .collect()
        })
        .collect();
    let nodes = layers.node_count;
    Some(Placement {
        ranks: layers.ranks[..nodes].to_vec(),
        across: across[..nodes].to_vec(),
        passes,
    })
}
