//! The order within each rank, for few crossings.
//!
//! Precondition: layers in which every line joins neighbouring ranks.
//! Postcondition: each item stands once, in its rank. The search is divided
//! into passes with a contract each:
//!
//! - `walk`: orders to begin with; two in the order of the program, then
//!   shuffled ones.
//! - `sweep`: ranks sorted by where their neighbours stand, up and down.
//! - `sift`: single items at their best places, until nothing is gained.
//! - `kick`: the best order so far, disturbed in one place and sifted again,
//!   kept when that is no loss.
//!
//! Of orders with equally few crossings the first is kept, so that the order of
//! the program stands where nothing speaks against it. How long the search goes
//! on is counted in work, not in time, so that it ends alike on every machine.

mod arrangement;
mod kick;
mod sift;
mod sweep;
mod walk;

use super::proper::Layers;
use crate::crossing::Accumulator;
use arrangement::Arrangement;
use sift::Sifter;
use sweep::{Mean, Sweep, Sweeper};
use walk::{Walk, walk};

/// Work for a whole graph: comparisons of two items, about 10 ns each. A part
/// that does not depend on its size, one for each line, and one for each pair
/// of them, so that large graphs, which need more sweeps, get more.
const WORK: f64 = 40_000.0;
const WORK_PER_LINE: f64 = 30.0;
const WORK_PER_LINE_PAIR: f64 = 1.0 / 150.0;
const MOST_WORK: f64 = 1_200_000.0;
/// Shares of it after which the walks in program order, and the shuffled ones,
/// have to end.
const WALKS_SHARE: f64 = 0.6;
const SHUFFLES_SHARE: f64 = 0.4;
/// Work of a sweep and of counting its crossings, for each item and line.
const SWEEP_WORK: usize = 2;
/// Most sweeps from one start, and sweeps without gain that end them.
const MAX_SWEEPS: usize = 24;
const PATIENCE: usize = 4;
/// Places to each side that an item may go at once.
const WINDOW: usize = 16;

/// Items of each rank from left to right. `share` is the part of the whole
/// graph, from 0 to 1, for which work may be spent.
pub(super) fn order(layers: &Layers, outputs: &[u32], share: f64) -> Vec<Vec<u32>> {
    let lines = layers.line_count as f64;
    let whole = WORK + WORK_PER_LINE * lines + WORK_PER_LINE_PAIR * lines * lines;
    let most = whole.min(MOST_WORK) * share.clamp(0.0, 1.0);
    let [first, walked, shuffled, most] =
        [WALKS_SHARE / 2.0, WALKS_SHARE, SHUFFLES_SHARE, 1.0].map(|part| (most * part) as usize);
    let mut search = Search::new(layers);
    let walks = [Walk::FromSinks { outputs }, Walk::FromSources];
    for (kind, limit) in walks.into_iter().zip([first, walked]) {
        search.improve(walk(layers, kind), MAX_SWEEPS, limit);
    }
    let mut seed = 0;
    while search.goes_on(shuffled) {
        // Few sweeps leave starts as different as they are, many smooth them.
        let sweeps = if seed % 2 == 0 { 1 } else { MAX_SWEEPS };
        let start = walk(layers, Walk::Shuffled { seed });
        search.improve(start, sweeps, shuffled);
        seed += 1;
    }
    if search.goes_on(most) {
        let crossings = search.best_crossings;
        search.sifter.kick_until(&mut search.best, crossings, most);
    }
    (0..search.best.rank_count())
        .map(|rank| search.best.rank(rank).to_vec())
        .collect()
}

/// The best order met, and scratch space.
struct Search<'a> {
    layers: &'a Layers,
    best: Arrangement,
    best_crossings: u64,
    sweeper: Sweeper,
    sifter: Sifter<'a>,
    ends: Vec<u32>,
    accumulator: Accumulator,
}

impl<'a> Search<'a> {
    fn new(layers: &'a Layers) -> Self {
        Self {
            layers,
            best: Arrangement::default(),
            best_crossings: u64::MAX,
            sweeper: Sweeper::default(),
            sifter: Sifter::new(layers),
            ends: Vec::new(),
            accumulator: Accumulator::default(),
        }
    }

    fn goes_on(&self, limit: usize) -> bool {
        self.best_crossings > 0 && self.sifter.work < limit
    }

    /// Searches from one start; the first start is kept in any case.
    fn improve(&mut self, start: Arrangement, sweeps: usize, limit: usize) {
        let crossings = self.count(&start);
        if crossings < self.best_crossings {
            self.best_crossings = crossings;
            self.best.clone_from(&start);
        }
        if self.best_crossings == 0 || self.sifter.work >= limit {
            return;
        }
        let (mut at, crossings) = self.sweep(start, crossings, sweeps, limit);
        let crossings = crossings - self.sifter.descend(&mut at, limit);
        if crossings < self.best_crossings {
            self.best_crossings = crossings;
            self.best = at;
        }
    }

    /// The best order among some sweeps, and its crossings.
    fn sweep(
        &mut self,
        mut at: Arrangement,
        crossings: u64,
        sweeps: usize,
        limit: usize,
    ) -> (Arrangement, u64) {
        let mut best = at.clone();
        let mut least = crossings;
        let mut idle = 0;
        // The last part of the work is for sifting.
        let limit = self.sifter.work + limit.saturating_sub(self.sifter.work) / 2;
        for sweep in 0..sweeps {
            if least == 0 || idle == PATIENCE || self.sifter.work >= limit {
                break;
            }
            // Up, down, and both again by the other mean and with ties turned.
            let turned = sweep / 2 % 2 == 1;
            let mean = if turned {
                Mean::Median
            } else {
                Mean::Barycentre
            };
            let upwards = sweep % 2 == 0;
            self.sweeper.sweep(
                self.layers,
                &mut at,
                Sweep {
                    upwards,
                    mean,
                    turned,
                },
            );
            self.sifter.work += SWEEP_WORK * (self.layers.item_count() + self.layers.line_count);
            let crossings = self.count(&at);
            if crossings < least {
                least = crossings;
                best.clone_from(&at);
                idle = 0;
            } else {
                idle += 1;
            }
        }
        (best, least)
    }

    fn count(&mut self, at: &Arrangement) -> u64 {
        let ranks = 0..at.rank_count();
        ranks
            .map(|rank| {
                at.crossings_above(self.layers, rank, &mut self.ends, &mut self.accumulator)
            })
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_graph_that_can_be_drawn_without_crossings_is() {
        // Both bottom nodes reach the top in the wrong order.
        let edges = [(0, 3), (1, 2)];
        let layers = Layers::new(&edges, vec![0, 0, 1, 1]).expect("few passes");
        let orders = order(&layers, &[], 1.0);
        let place = |rank: usize, item| orders[rank].iter().position(|&i| i == item);
        assert_eq!(place(0, 0) < place(0, 1), place(1, 3) < place(1, 2));
    }

    #[test]
    fn crossings_are_those_that_were_counted_on_the_way() {
        // Two complete halves of eight: 28 pairs below, 28 above.
        let edges: Vec<(u32, u32)> = (0..8).flat_map(|a| (8..16).map(move |b| (a, b))).collect();
        let ranks = (0..16).map(|v| u32::from(v >= 8)).collect();
        let layers = Layers::new(&edges, ranks).expect("few passes");
        let mut search = Search::new(&layers);
        search.improve(walk(&layers, Walk::Shuffled { seed: 5 }), 2, 10_000);
        assert_eq!(search.best_crossings, 28 * 28);
        let best = search.best.clone();
        assert_eq!(search.count(&best), 28 * 28);
    }

    proptest::proptest! {
        #[test]
        fn every_item_stands_once_and_gains_are_exact(
            pairs in proptest::collection::vec((0..12u32, 0..12u32, 0..12u32), 1..30),
        ) {
            let edges: Vec<(u32, u32)> =
                pairs.iter().flat_map(|&(a, b, c)| [(a, 12 + b), (12 + b, 24 + c), (a, 24 + c)]).collect();
            let layers = Layers::new(&edges, (0..36).map(|v| v / 12).collect()).expect("few passes");
            let mut search = Search::new(&layers);
            let mut at = walk(&layers, Walk::FromSources);
            let before = search.count(&at);
            let gained = search.sifter.descend(&mut at, usize::MAX);
            let after = search.count(&at);
            proptest::prop_assert_eq!(before - gained, after);
            let mut best = at.clone();
            let limit = search.sifter.work + 3_000;
            let least = search.sifter.kick_until(&mut best, after, limit);
            proptest::prop_assert_eq!(search.count(&best), least);
            let mut items = best.items;
            items.sort_unstable();
            proptest::prop_assert_eq!(items, (0..layers.item_count() as u32).collect::<Vec<_>>());
        }
    }
}
