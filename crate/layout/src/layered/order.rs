//! The order within each rank, for few crossings.
//!
//! Precondition: layers in which every line joins neighbouring ranks.
//! Postcondition: each item stands once, in its rank. The search is divided
//! into passes with a contract each:
//!
//! - `walk`: orders to begin with; two in the order of the program, then
//!   shuffled ones.
//! - `gather`: two more, by what the lowest and the highest ranks tie together.
//! - `sweep`: ranks sorted by where their neighbours stand, up and down.
//! - `sift`: single items at their best places, until nothing is gained.
//! - `kick`: the best order so far, disturbed in one place and sifted again,
//!   kept when that is no loss.
//! - `keep`: after an edit, the order that was there, where that costs little.
//!
//! Of orders with equally few crossings the first is kept, so that the order of
//! the program stands where nothing speaks against it. How long the search goes
//! on is counted in work, not in time, so that it ends alike on every machine.

mod arrangement;
mod gather;
mod keep;
mod kick;
mod sift;
mod sweep;
mod walk;

use super::proper::Layers;
use super::seed::Seed;
use crate::crossing::Accumulator;
use sift::Sifter;
use sweep::{Mean, Sweep, Sweeper};
use walk::{Walk, walk};

pub(super) use arrangement::Arrangement;

/// Work for a whole graph: comparisons of two items, about 10 ns each. As much
/// for each line, and for each pair of them, because large graphs need more
/// sweeps; small graphs have the time to look around.
const LEAST_WORK: f64 = 80_000.0;
const WORK_PER_LINE: f64 = 80.0;
const WORK_PER_LINE_PAIR: f64 = 1.0 / 20.0;
const MOST_WORK: f64 = 2_500_000.0;
/// Shares of it after which the walks in program order, the gathered orders, and
/// the shuffled walks have to end.
const WALKS_SHARE: f64 = 0.4;
const GATHER_SHARE: f64 = 0.5;
const SHUFFLES_SHARE: f64 = 0.6;
/// Work of a sweep and of counting its crossings, for each item and line.
const SWEEP_WORK: usize = 2;
/// Most sweeps from one start, and sweeps without gain that end them.
const MAX_SWEEPS: usize = 24;
const PATIENCE: usize = 4;
/// Places to each side that an item may go at once.
const WINDOW: usize = 16;

/// Orders the items of all ranks. `share` is the part of the whole graph, from
/// 0 to 1, for which work may be spent; `before` is where things were.
pub(super) fn order(
    layers: &Layers,
    outputs: &[u32],
    share: f64,
    before: Option<&Seed>,
) -> Arrangement {
    let lines = layers.line_count as f64;
    let whole = WORK_PER_LINE * lines + WORK_PER_LINE_PAIR * lines * lines;
    let most = whole.clamp(LEAST_WORK, MOST_WORK) * share.clamp(0.0, 1.0);
    let limit = |part: f64| (most * part) as usize;
    let [first, walked] = [limit(WALKS_SHARE / 2.0), limit(WALKS_SHARE)];
    let [gathered, shuffled, most] = [GATHER_SHARE, SHUFFLES_SHARE, 1.0].map(limit);
    let mut search = Search::new(layers);
    let walks = [Walk::FromSinks { outputs }, Walk::FromSources];
    for (kind, limit) in walks.into_iter().zip([first, walked]) {
        search.improve(walk(layers, kind), MAX_SWEEPS, limit);
    }
    for upwards in [true, false] {
        search.improve(gather::gather(layers, upwards), MAX_SWEEPS, gathered);
    }
    let mut seed = 0;
    while search.goes_on(shuffled) {
        let start = walk(layers, Walk::Shuffled { seed });
        search.improve(start, MAX_SWEEPS, shuffled);
        seed += 1;
    }
    if search.goes_on(most) {
        let crossings = search.best_crossings;
        search.sifter.kick_until(&mut search.best, crossings, most);
    }
    match before {
        Some(seed) => keep::keep(layers, search.best, seed),
        None => search.best,
    }
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
        let at = order(&layers, &[], 1.0, None);
        let place = |item: usize| at.places[item];
        assert_eq!(place(0) < place(1), place(3) < place(2));
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
