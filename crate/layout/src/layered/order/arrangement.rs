//! The order within all ranks, in flat arrays, and its crossings.

use super::super::proper::Layers;
use crate::crossing::Accumulator;

/// Items rank by rank, from left to right.
#[derive(Debug, Clone, Default)]
pub(in super::super) struct Arrangement {
    /// All items, those of rank 0 first.
    pub items: Vec<u32>,
    /// Where each rank begins in `items`; one entry more than ranks.
    pub starts: Vec<u32>,
    /// Place of each item in its rank.
    pub places: Vec<u32>,
}

impl Arrangement {
    /// Puts items into their ranks in the order in which they were met; each
    /// item is met once.
    pub fn new(layers: &Layers, met: &[u32]) -> Self {
        let mut starts = vec![0u32; layers.rank_count + 1];
        for &rank in &layers.ranks {
            starts[rank as usize + 1] += 1;
        }
        for rank in 0..layers.rank_count {
            starts[rank + 1] += starts[rank];
        }
        let mut fill = starts.clone();
        let mut items = vec![0; layers.item_count()];
        let mut places = vec![0; layers.item_count()];
        for &item in met {
            let rank = layers.ranks[item as usize] as usize;
            let at = fill[rank];
            fill[rank] += 1;
            items[at as usize] = item;
            places[item as usize] = at - starts[rank];
        }
        Self {
            items,
            starts,
            places,
        }
    }

    pub fn rank_count(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The places in `items` of a rank.
    pub fn range(&self, rank: usize) -> std::ops::Range<usize> {
        self.starts[rank] as usize..self.starts[rank + 1] as usize
    }

    pub fn rank(&self, rank: usize) -> &[u32] {
        &self.items[self.range(rank)]
    }

    /// Gives the items of a rank the numbers of their new places.
    pub fn number(&mut self, rank: usize) {
        let range = self.range(rank);
        for (place, &item) in (0u32..).zip(&self.items[range]) {
            self.places[item as usize] = place;
        }
    }

    /// Moves an item to another place of its rank.
    pub fn shift(&mut self, rank: usize, item: u32, target: usize) {
        let start = self.starts[rank] as usize;
        let slot = self.places[item as usize] as usize;
        let (low, high) = (slot.min(target), slot.max(target));
        let between = &mut self.items[start + low..=start + high];
        if target > slot {
            between.rotate_left(1);
        } else {
            between.rotate_right(1);
        }
        for (place, &item) in (low as u32..).zip(between.iter()) {
            self.places[item as usize] = place;
        }
    }

    /// Crossings of the lines from a rank to the next.
    pub fn crossings_above(
        &self,
        layers: &Layers,
        rank: usize,
        ends: &mut Vec<u32>,
        accumulator: &mut Accumulator,
    ) -> u64 {
        if rank + 1 >= self.rank_count() {
            return 0;
        }
        accumulator.reset(self.range(rank + 1).len());
        let mut crossings = 0;
        for &item in self.rank(rank) {
            match layers.upper.of(item) {
                [] => {}
                &[end] => crossings += accumulator.add(self.places[end as usize]),
                many => {
                    ends.clear();
                    ends.extend(many.iter().map(|&w| self.places[w as usize]));
                    ends.sort_unstable();
                    crossings += ends.iter().map(|&end| accumulator.add(end)).sum::<u64>();
                }
            }
        }
        crossings
    }
}
