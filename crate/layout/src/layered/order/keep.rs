//! An order that keeps what was there in the order it had.
//!
//! The best order for a graph can differ much from the best one for the graph
//! before an edit. So in each rank the known items change places among
//! themselves until they stand as they stood, then each new item looks for its
//! best place between them. The outcome is taken unless it costs many more
//! crossings than the best order.
//!
//! Precondition: `fresh` is an order of all items. Postcondition: so is the
//! outcome; known nodes of a rank stand as they stood, or the outcome is
//! `fresh`.

use super::super::proper::Layers;
use super::super::seed::Seed;
use super::arrangement::Arrangement;
use super::sift::Sifter;
use crate::crossing::Accumulator;

/// Crossings that rest is worth: a share of those of the best order, and a few.
const WORTH_SHARE: f64 = 0.25;
const WORTH_FEW: u64 = 3;
/// Work for finding the places of new items.
const WORK: usize = 200_000;

/// The order to draw.
pub(super) fn keep(layers: &Layers, fresh: Arrangement, seed: &Seed) -> Arrangement {
    if (0..fresh.rank_count()).all(|rank| stands(fresh.rank(rank), seed)) {
        return fresh;
    }
    let mut kept = fresh.clone();
    for rank in 0..kept.rank_count() {
        refill(&mut kept, rank, seed);
    }
    Sifter::holding(layers, seed.known.clone()).descend(&mut kept, WORK);
    let least = crossings(layers, &fresh);
    let most = least + WORTH_FEW + (least as f64 * WORTH_SHARE) as u64;
    if crossings(layers, &kept) <= most {
        kept
    } else {
        fresh
    }
}

/// Whether the known nodes of a rank stand as they stood.
fn stands(order: &[u32], seed: &Seed) -> bool {
    let known = order.iter().filter(|&&item| seed.known[item as usize]);
    known.map(|&item| seed.across[item as usize]).is_sorted()
}

/// Sorts the known nodes and passes of a rank into the places they hold.
fn refill(at: &mut Arrangement, rank: usize, seed: &Seed) {
    let range = at.range(rank);
    let order = &mut at.items[range];
    let is_known = |item: u32| seed.known[item as usize] || seed.ran[item as usize];
    let places: Vec<usize> = (0..order.len())
        .filter(|&place| is_known(order[place]))
        .collect();
    let mut items: Vec<u32> = places.iter().map(|&place| order[place]).collect();
    items.sort_by(|&a, &b| seed.across[a as usize].total_cmp(&seed.across[b as usize]));
    for (place, item) in places.into_iter().zip(items) {
        order[place] = item;
    }
    at.number(rank);
}

fn crossings(layers: &Layers, at: &Arrangement) -> u64 {
    let (mut ends, mut accumulator) = (Vec::new(), Accumulator::default());
    let mut above = |rank| at.crossings_above(layers, rank, &mut ends, &mut accumulator);
    (0..at.rank_count()).map(&mut above).sum()
}
