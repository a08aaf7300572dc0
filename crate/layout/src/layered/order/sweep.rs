//! One sweep over the ranks: each is sorted by where the neighbours in the rank
//! before stand.
//!
//! Precondition and postcondition: an arrangement of all items. Items without
//! neighbours on that side keep their places, and equal ones their order.
//!
//! Sources: K. Sugiyama, S. Tagawa, M. Toda, "Methods for visual understanding
//! of hierarchical system structures", 1981 (barycentres); E. Gansner et al.,
//! "A technique for drawing directed graphs", 1993 (weighted medians).

use super::super::proper::Layers;
use super::arrangement::Arrangement;

/// What an item is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mean {
    /// The mean place of the neighbours.
    Barycentre,
    /// The median place, weighted towards the closer side.
    Median,
}

/// How a sweep goes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sweep {
    pub upwards: bool,
    pub mean: Mean,
    /// Whether items of equal means change their order.
    pub turned: bool,
}

/// Fixed point: fractions of a place are told apart to this many bits.
const FRACTION_BITS: u32 = 12;

/// Scratch space of sweeps.
#[derive(Default)]
pub(super) struct Sweeper {
    keys: Vec<u64>,
    slots: Vec<u32>,
    old: Vec<u32>,
    near: Vec<u32>,
}

impl Sweeper {
    /// Sorts rank after rank.
    pub fn sweep(&mut self, layers: &Layers, at: &mut Arrangement, how: Sweep) {
        let ranks = at.rank_count();
        for step in 1..ranks {
            let rank = if how.upwards { step } else { ranks - 1 - step };
            self.sort(layers, at, rank, how);
        }
    }

    fn sort(&mut self, layers: &Layers, at: &mut Arrangement, rank: usize, how: Sweep) {
        let near = if how.upwards {
            &layers.lower
        } else {
            &layers.upper
        };
        let range = at.range(rank);
        self.keys.clear();
        self.slots.clear();
        self.old.clear();
        self.old.extend_from_slice(&at.items[range.clone()]);
        let mut sorted = true;
        for (slot, &item) in (0u32..).zip(&self.old) {
            let mean = match near.of(item) {
                [] => continue,
                &[only] => at.places[only as usize] << FRACTION_BITS,
                &[a, b] => (at.places[a as usize] + at.places[b as usize]) << (FRACTION_BITS - 1),
                many => match how.mean {
                    Mean::Barycentre => {
                        let sum: u64 = many.iter().map(|&w| u64::from(at.places[w as usize])).sum();
                        ((sum << FRACTION_BITS) / many.len() as u64) as u32
                    }
                    Mean::Median => {
                        self.near.clear();
                        self.near
                            .extend(many.iter().map(|&w| at.places[w as usize]));
                        median(&mut self.near)
                    }
                },
            };
            let tie = if how.turned { !slot } else { slot };
            let key = (u64::from(mean) << 32) | u64::from(tie);
            sorted &= self.keys.last().is_none_or(|&last| last < key);
            self.keys.push(key);
            self.slots.push(slot);
        }
        if sorted {
            return;
        }
        self.keys.sort_unstable();
        let items = &mut at.items[range];
        for (&slot, &key) in self.slots.iter().zip(&self.keys) {
            let tie = key as u32;
            let from = if how.turned { !tie } else { tie };
            items[slot as usize] = self.old[from as usize];
        }
        at.number(rank);
    }
}

/// The median of at least three places, weighted towards the closer side.
fn median(near: &mut [u32]) -> u32 {
    near.sort_unstable();
    let middle = near.len() / 2;
    if near.len() % 2 == 1 {
        return near[middle] << FRACTION_BITS;
    }
    let left = u64::from(near[middle - 1] - near[0]);
    let right = u64::from(near[near.len() - 1] - near[middle]);
    let (low, high) = (u64::from(near[middle - 1]), u64::from(near[middle]));
    if left + right == 0 {
        return ((low + high) << (FRACTION_BITS - 1)) as u32;
    }
    (((low * right + high * left) << FRACTION_BITS) / (left + right)) as u32
}
