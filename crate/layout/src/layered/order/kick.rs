//! Iterated local search: an item is moved somewhere else, what stands around
//! it is sifted, and the outcome is kept when it has no more crossings.
//!
//! Precondition: an arrangement and its crossings. Postcondition: an
//! arrangement without more of them. Outcomes that are as good are gone on
//! from, which leads along plateaus, but only better ones are returned.
//!
//! Source: H. Lourenço, O. Martin, T. Stützle, "Iterated local search",
//! Handbook of Metaheuristics, 2003.

use super::arrangement::Arrangement;
use super::sift::Sifter;
use super::walk::Random;

/// Places to each side that a kick may move an item.
const REACH: usize = 12;
/// Work of a kick by itself.
const KICK_WORK: usize = 10;
/// The kicks are the same every time.
const SEED: u64 = 7;

impl Sifter<'_> {
    /// Kicks until the work is done; the crossings that are left in `best`.
    pub fn kick_until(&mut self, best: &mut Arrangement, crossings: u64, limit: usize) -> u64 {
        let mut at = best.clone();
        let mut random = Random::new(SEED);
        let (mut now, mut least) = (crossings as i64, crossings as i64);
        while self.work < limit && least > 0 {
            self.work += KICK_WORK;
            let item = at.items[random.below(at.items.len())];
            let size = at.rank(self.layers.ranks[item as usize] as usize).len();
            if size < 2 {
                continue;
            }
            let slot = at.places[item as usize] as usize;
            let low = slot.saturating_sub(REACH);
            let high = (slot + REACH).min(size - 1);
            let to = low + random.below(high - low);
            let gained = self.kick(&mut at, item, if to >= slot { to + 1 } else { to });
            if gained < 0 {
                while let Some(back) = self.moves.pop() {
                    let rank = self.layers.ranks[back.item as usize] as usize;
                    at.shift(rank, back.item, back.from as usize);
                }
                continue;
            }
            now -= gained;
            if now < least {
                least = now;
                best.clone_from(&at);
            }
        }
        least as u64
    }

    /// Moves an item and sifts around it; the crossings removed, or less than 0
    /// when some were added.
    fn kick(&mut self, at: &mut Arrangement, item: u32, to: usize) -> i64 {
        let slot = at.places[item as usize] as usize;
        self.look_at(at, item);
        let items = at.rank(self.layers.ranks[item as usize] as usize);
        let mut gained = if to > slot {
            items[slot + 1..=to]
                .iter()
                .map(|&other| self.gain_past(at, other))
                .sum::<i64>()
        } else {
            -items[to..slot]
                .iter()
                .map(|&other| self.gain_past(at, other))
                .sum::<i64>()
        };
        self.work += to.abs_diff(slot);
        self.moves.clear();
        self.shift(at, item, to);
        self.push_neighbours(item);
        gained += self.settle(at, usize::MAX) as i64;
        if gained < 0 {
            self.push(item);
            gained += self.settle(at, usize::MAX) as i64;
        }
        gained
    }
}
