//! Sifting: each item in turn goes to its best place in a window of its rank
//! while all others stay, until nothing is gained.
//!
//! Precondition: an arrangement of all items. Postcondition: another without
//! more crossings; no item in the queue has a better place in its window,
//! unless the work ran out.
//!
//! Source: C. Matuszewski, R. Schönfeld, P. Molitor, "Using sifting for k-layer
//! straightline crossing minimization", Graph Drawing 1999. Only items whose
//! neighbours have moved are looked at again, and a scan ends where crossings
//! have become many.

use std::collections::VecDeque;

use super::super::proper::Layers;
use super::WINDOW;
use super::arrangement::Arrangement;

/// A scan ends when crossings have grown by this for each line of the item,
/// and a few more.
const GIVE_UP_PER_LINE: i64 = 4;
const GIVE_UP: i64 = 2;
/// Lines of an item up to which they are compared one by one.
const FEW: usize = 6;
/// Lines of an item that are compared in the time of a comparison.
const LINES_PER_WORK: usize = 4;
/// Work of looking at an item at all.
const ITEM_WORK: usize = 4;

/// A move of one item within its rank.
#[derive(Debug, Clone, Copy)]
pub(super) struct Move {
    pub item: u32,
    pub from: u32,
}

pub(super) struct Sifter<'a> {
    pub layers: &'a Layers,
    /// Comparisons of two items so far.
    pub work: usize,
    /// The moves since this list was emptied.
    pub moves: Vec<Move>,
    queue: VecDeque<u32>,
    queued: Vec<bool>,
    /// Items that must not be moved themselves; empty when all may.
    held: Vec<bool>,
    /// Places of the neighbours of the item that is looked at.
    low: Vec<u32>,
    up: Vec<u32>,
}

impl<'a> Sifter<'a> {
    pub fn new(layers: &'a Layers) -> Self {
        Self::holding(layers, Vec::new())
    }

    /// With items that are not moved themselves; others move past them.
    pub fn holding(layers: &'a Layers, held: Vec<bool>) -> Self {
        Self {
            layers,
            work: 0,
            moves: Vec::new(),
            queue: VecDeque::new(),
            queued: vec![false; layers.item_count()],
            held,
            low: Vec::new(),
            up: Vec::new(),
        }
    }

    /// Sifts all items until nothing is gained or the work is done; the
    /// crossings removed.
    pub fn descend(&mut self, at: &mut Arrangement, limit: usize) -> u64 {
        for &item in &at.items {
            self.push(item);
        }
        let gained = self.settle(at, limit);
        self.moves.clear();
        gained
    }

    pub fn push(&mut self, item: u32) {
        let held = self.held.get(item as usize) == Some(&true);
        if !held && !std::mem::replace(&mut self.queued[item as usize], true) {
            self.queue.push_back(item);
        }
    }

    pub fn push_neighbours(&mut self, item: u32) {
        let layers = self.layers;
        for &w in layers.lower.of(item).iter().chain(layers.upper.of(item)) {
            self.push(w);
        }
    }

    /// Sifts the items of the queue and those next to what moves; the crossings
    /// removed.
    pub fn settle(&mut self, at: &mut Arrangement, limit: usize) -> u64 {
        let mut gained = 0;
        while let Some(item) = self.queue.pop_front() {
            self.queued[item as usize] = false;
            if self.work >= limit {
                continue;
            }
            self.work += ITEM_WORK;
            let (gain, target) = self.best_place(at, item);
            if gain > 0 {
                gained += gain as u64;
                self.shift(at, item, target);
                self.push_neighbours(item);
            }
        }
        gained
    }

    /// What the best move of an item removes, and where it leads.
    fn best_place(&mut self, at: &Arrangement, item: u32) -> (i64, usize) {
        self.look_at(at, item);
        let items = at.rank(self.layers.ranks[item as usize] as usize);
        let slot = at.places[item as usize] as usize;
        let lines = (self.low.len() + self.up.len()) as i64;
        let give_up = -(GIVE_UP + GIVE_UP_PER_LINE * lines);
        let (mut best, mut target) = (0, slot);
        let mut gain = 0;
        for (to, &other) in items.iter().enumerate().skip(slot + 1).take(WINDOW) {
            gain += self.gain_past(at, other);
            self.work += self.cost(other);
            if gain > best {
                (best, target) = (gain, to);
            } else if gain < give_up {
                break;
            }
        }
        gain = 0;
        for to in (slot.saturating_sub(WINDOW)..slot).rev() {
            gain -= self.gain_past(at, items[to]);
            self.work += self.cost(items[to]);
            if gain > best {
                (best, target) = (gain, to);
            } else if gain < give_up {
                break;
            }
        }
        (best, target)
    }

    /// Work of comparing the item looked at with another.
    fn cost(&self, other: u32) -> usize {
        let lines = self.layers.lower.of(other).len() + self.layers.upper.of(other).len();
        1 + lines / LINES_PER_WORK
    }

    /// Remembers where the neighbours of an item stand.
    pub fn look_at(&mut self, at: &Arrangement, item: u32) {
        let sides = [
            (&mut self.low, &self.layers.lower),
            (&mut self.up, &self.layers.upper),
        ];
        for (own, near) in sides {
            own.clear();
            own.extend(near.of(item).iter().map(|&w| at.places[w as usize]));
            if own.len() > FEW {
                own.sort_unstable();
            }
        }
    }

    /// Crossings removed when the item looked at moves from the left of
    /// another to its right.
    pub fn gain_past(&self, at: &Arrangement, other: u32) -> i64 {
        gain(&self.low, self.layers.lower.of(other), &at.places)
            + gain(&self.up, self.layers.upper.of(other), &at.places)
    }

    /// Moves an item to a place of its rank.
    pub fn shift(&mut self, at: &mut Arrangement, item: u32, target: usize) {
        let from = at.places[item as usize];
        self.moves.push(Move { item, from });
        at.shift(self.layers.ranks[item as usize] as usize, item, target);
    }
}

/// Crossings between the lines of an item to `own` and of one on its right to
/// `near`, less those when both have changed places.
fn gain(own: &[u32], near: &[u32], places: &[u32]) -> i64 {
    let mut gain = 0;
    for &w in near {
        let end = places[w as usize];
        gain += match own {
            [] => return 0,
            &[only] => i64::from(only > end) - i64::from(only < end),
            few if few.len() <= FEW => few
                .iter()
                .map(|&a| i64::from(a > end) - i64::from(a < end))
                .sum(),
            sorted => {
                let less = sorted.partition_point(|&a| a < end);
                let not_more = sorted.partition_point(|&a| a <= end);
                (sorted.len() - not_more) as i64 - less as i64
            }
        };
    }
    gain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crossings_of_neighbours_are_compared_both_ways() {
        let places: Vec<u32> = (0..10).collect();
        let check = |own: &[u32], near: &[u32], expect| {
            assert_eq!(gain(own, near, &places), expect);
        };
        check(&[0, 2], &[1], 0);
        check(&[1, 2], &[0], 2);
        check(&[0, 0], &[0, 3], -2);
        check(&[], &[4], 0);
        check(&[0, 1, 2, 3, 4, 5, 6, 7], &[2, 7], 3 - 7);
    }
}
