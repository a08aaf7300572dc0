//! The order within each rank, for few crossings.
//!
//! Two starts (a depth-first walk from the outputs in argument order, one from
//! the sources in program order), from each of which sweeps go up and down:
//! items are sorted by the median place of their neighbours, then neighbours
//! within a rank change places where that removes crossings. The best order
//! met is kept, and of equal ones the first, so that the order of the program
//! is kept where nothing speaks against it. When crossings are left and the
//! graph is small, further starts are tried from shuffled walks.

use super::proper::Layers;
use crate::crossing::Accumulator;

/// Work of all sweeps together, in lines looked at; sets the time.
const SWEEP_WORK: f64 = 7_000.0;
/// Bounds for the sweeps from one start.
const MIN_SWEEPS: usize = 4;
const MAX_SWEEPS: usize = 24;
/// Sweeps without gain after which a start is given up.
const PATIENCE: usize = 6;
/// Further starts, tried while there is work left.
const MAX_SHUFFLES: u64 = 24;
/// Rounds of exchanges within one sweep.
const MAX_EXCHANGES: usize = 6;

/// Items of each rank from left to right. `share` is the part of the whole
/// graph, from 0 to 1, for which work may be spent.
pub(super) fn order(layers: &Layers, outputs: &[u32], share: f64) -> Vec<Vec<u32>> {
    let lines = layers.line_count.max(1);
    let most_work = (SWEEP_WORK * share.clamp(0.0, 1.0)) as usize;
    let sweeps = (most_work / lines).clamp(MIN_SWEEPS, MAX_SWEEPS);
    let mut search = Search::new(layers);
    let mut work = search.improve(walk(layers, Walk::FromSinks { outputs }), sweeps) * lines;
    if search.best_crossings > 0 {
        work += search.improve(walk(layers, Walk::FromSources), sweeps) * lines;
    }
    for seed in 1..=MAX_SHUFFLES {
        if search.best_crossings == 0 || work >= most_work {
            break;
        }
        work += search.improve(walk(layers, Walk::Shuffled { seed }), sweeps) * lines;
    }
    search.best
}

#[derive(Clone, Copy)]
enum Walk<'a> {
    FromSinks { outputs: &'a [u32] },
    FromSources,
    Shuffled { seed: u64 },
}

/// Orders by the time at which a depth-first walk meets each item.
fn walk(layers: &Layers, kind: Walk<'_>) -> Vec<Vec<u32>> {
    let count = layers.item_count() as u32;
    let nodes = 0..layers.node_count as u32;
    let (next, mut roots) = match kind {
        Walk::FromSources => (
            &layers.upper,
            nodes
                .filter(|&v| layers.lower.of(v).is_empty())
                .collect::<Vec<_>>(),
        ),
        Walk::FromSinks { outputs } => {
            let mut roots = outputs.to_vec();
            roots.extend(nodes.filter(|&v| layers.upper.of(v).is_empty()));
            (&layers.lower, roots)
        }
        Walk::Shuffled { .. } => (
            &layers.lower,
            nodes.filter(|&v| layers.upper.of(v).is_empty()).collect(),
        ),
    };
    let mut random = match kind {
        Walk::Shuffled { seed } => Some(Random(seed)),
        _ => None,
    };
    if let Some(random) = &mut random {
        random.shuffle(&mut roots);
    }
    let mut seen = vec![false; count as usize];
    let mut orders = vec![Vec::new(); layers.rank_count];
    let mut stack = Vec::new();
    for root in roots {
        stack.push(root);
        while let Some(item) = stack.pop() {
            if std::mem::replace(&mut seen[item as usize], true) {
                continue;
            }
            orders[layers.ranks[item as usize] as usize].push(item);
            let pushed = stack.len();
            stack.extend(next.of(item).iter().rev().filter(|&&w| !seen[w as usize]));
            if let Some(random) = &mut random {
                random.shuffle(&mut stack[pushed..]);
            }
        }
    }
    orders
}

/// A small generator of numbers (xorshift*), the same on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        high as usize % bound.max(1)
    }

    fn shuffle(&mut self, items: &mut [u32]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }
}

/// The present orders, the best ones, and scratch space.
struct Search<'a> {
    layers: &'a Layers,
    orders: Vec<Vec<u32>>,
    /// Place of each item in its rank.
    places: Vec<u32>,
    best: Vec<Vec<u32>>,
    best_crossings: u64,
    accumulator: Accumulator,
    medians: Vec<(f32, u32)>,
    slots: Vec<usize>,
    /// Ranks next to which something has changed since they were looked at.
    changed: Vec<bool>,
    indices: Vec<u32>,
    old: Vec<u32>,
    lower: Sorted,
    upper: Sorted,
}

impl<'a> Search<'a> {
    fn new(layers: &'a Layers) -> Self {
        Self {
            layers,
            orders: Vec::new(),
            places: vec![0; layers.item_count()],
            best: Vec::new(),
            best_crossings: u64::MAX,
            accumulator: Accumulator::default(),
            medians: Vec::new(),
            slots: Vec::new(),
            changed: vec![false; layers.rank_count],
            indices: Vec::new(),
            old: Vec::new(),
            lower: Sorted::default(),
            upper: Sorted::default(),
        }
    }

    /// Searches from one start and returns the number of sweeps done.
    fn improve(&mut self, start: Vec<Vec<u32>>, sweeps: usize) -> usize {
        self.orders = start;
        for rank in 0..self.orders.len() {
            self.number(rank);
        }
        self.keep_best();
        self.exchange_all(false);
        self.keep_best();
        let mut local = u64::MAX;
        let mut idle = 0;
        for sweep in 0..sweeps {
            if self.best_crossings == 0 || idle >= PATIENCE {
                return sweep + 1;
            }
            // Up, down, and both again with ties and equal exchanges turned.
            let turned = sweep / 2 % 2 == 1;
            self.sweep(sweep % 2 == 0, turned);
            self.exchange_all(turned);
            let crossings = self.keep_best();
            if crossings < local {
                local = crossings;
                idle = 0;
            } else {
                idle += 1;
            }
        }
        sweeps + 1
    }

    fn number(&mut self, rank: usize) {
        for (place, &item) in (0u32..).zip(&self.orders[rank]) {
            self.places[item as usize] = place;
        }
    }

    fn keep_best(&mut self) -> u64 {
        let crossings = self.count();
        if crossings < self.best_crossings {
            self.best_crossings = crossings;
            self.best.clone_from(&self.orders);
        }
        crossings
    }

    fn count(&mut self) -> u64 {
        let mut crossings = 0;
        let mut ends: Vec<u32> = Vec::new();
        for rank in 1..self.orders.len() {
            self.accumulator.reset(self.orders[rank].len());
            for &item in &self.orders[rank - 1] {
                ends.clear();
                ends.extend(
                    self.layers
                        .upper
                        .of(item)
                        .iter()
                        .map(|&w| self.places[w as usize]),
                );
                ends.sort_unstable();
                crossings += ends
                    .iter()
                    .map(|&end| self.accumulator.add(end))
                    .sum::<u64>();
            }
        }
        crossings
    }

    /// Sorts rank after rank by the medians of the rank before.
    fn sweep(&mut self, upwards: bool, turned: bool) {
        let ranks = self.orders.len();
        for step in 1..ranks {
            let rank = if upwards { step } else { ranks - 1 - step };
            let near = if upwards {
                &self.layers.lower
            } else {
                &self.layers.upper
            };
            self.medians.clear();
            self.slots.clear();
            for (slot, &item) in self.orders[rank].iter().enumerate() {
                if let Some(median) = median(near.of(item), &self.places) {
                    self.medians.push((median, item));
                    self.slots.push(slot);
                }
            }
            if turned {
                self.medians.reverse();
            }
            self.medians.sort_by(|a, b| a.0.total_cmp(&b.0));
            for (&slot, &(_, item)) in self.slots.iter().zip(&self.medians) {
                self.orders[rank][slot] = item;
            }
            self.number(rank);
        }
    }

    /// Exchanges neighbours until nothing is gained. With `equal`, also where
    /// nothing is lost in the first round, to leave local optima.
    fn exchange_all(&mut self, equal: bool) {
        self.changed.fill(true);
        for round in 0..MAX_EXCHANGES {
            let mut gained = false;
            for rank in 0..self.orders.len() {
                if std::mem::replace(&mut self.changed[rank], false) {
                    gained |= self.exchange(rank, equal && round == 0);
                }
            }
            if !gained {
                break;
            }
        }
    }

    /// Exchanges neighbours in one rank; whether crossings were removed.
    fn exchange(&mut self, rank: usize, equal: bool) -> bool {
        let order = &mut self.orders[rank];
        self.lower.fill(order, &self.layers.lower, &self.places);
        self.upper.fill(order, &self.layers.upper, &self.places);
        self.indices.clear();
        self.indices.extend(0..order.len() as u32);
        let mut gained_once = false;
        let mut swapped_once = false;
        for round in 0..MAX_EXCHANGES {
            let mut gained = false;
            for i in 1..self.indices.len() {
                let (u, v) = (self.indices[i - 1] as usize, self.indices[i] as usize);
                let (kept_low, swapped_low) = crossings(self.lower.of(u), self.lower.of(v));
                let (kept_up, swapped_up) = crossings(self.upper.of(u), self.upper.of(v));
                let (kept, swapped) = (kept_low + kept_up, swapped_low + swapped_up);
                if swapped < kept || (equal && round == 0 && swapped == kept) {
                    self.indices.swap(i - 1, i);
                    gained |= swapped < kept;
                    swapped_once = true;
                }
            }
            gained_once |= gained;
            if !gained {
                break;
            }
        }
        if swapped_once {
            self.old.clone_from(order);
            for (slot, &index) in order.iter_mut().zip(&self.indices) {
                *slot = self.old[index as usize];
            }
            self.number(rank);
            for near in [rank.checked_sub(1), Some(rank + 1)].into_iter().flatten() {
                if let Some(changed) = self.changed.get_mut(near) {
                    *changed = true;
                }
            }
        }
        gained_once
    }
}

/// Places of the neighbours of each item of one rank, sorted.
#[derive(Default)]
struct Sorted {
    starts: Vec<usize>,
    places: Vec<u32>,
}

impl Sorted {
    fn fill(&mut self, order: &[u32], near: &crate::graph::Adjacency, places: &[u32]) {
        self.starts.clear();
        self.places.clear();
        for &item in order {
            let start = self.places.len();
            self.starts.push(start);
            self.places
                .extend(near.of(item).iter().map(|&w| places[w as usize]));
            self.places[start..].sort_unstable();
        }
        self.starts.push(self.places.len());
    }

    fn of(&self, index: usize) -> &[u32] {
        &self.places[self.starts[index]..self.starts[index + 1]]
    }
}

/// Crossings of the lines of two neighbours: as they are, and exchanged.
fn crossings(left: &[u32], right: &[u32]) -> (u64, u64) {
    if let (&[a], &[b]) = (left, right) {
        return (u64::from(a > b), u64::from(a < b));
    }
    let (mut kept, mut swapped) = (0, 0);
    let (mut less, mut less_or_equal) = (0, 0);
    for &end in right {
        while less < left.len() && left[less] < end {
            less += 1;
        }
        less_or_equal = less_or_equal.max(less);
        while less_or_equal < left.len() && left[less_or_equal] <= end {
            less_or_equal += 1;
        }
        swapped += less as u64;
        kept += (left.len() - less_or_equal) as u64;
    }
    (kept, swapped)
}

/// The median of the neighbours' places; of an even number, the mean of the
/// middle two weighted towards the side on which they are denser.
fn median(near: &[u32], places: &[u32]) -> Option<f32> {
    match *near {
        [] => None,
        [a] => Some(places[a as usize] as f32),
        [a, b] => Some((places[a as usize] + places[b as usize]) as f32 / 2.0),
        _ => {
            let mut at: Vec<u32> = near.iter().map(|&w| places[w as usize]).collect();
            at.sort_unstable();
            let middle = at.len() / 2;
            if at.len() % 2 == 1 {
                return Some(at[middle] as f32);
            }
            let left = (at[middle - 1] - at[0]) as f32;
            let right = (at[at.len() - 1] - at[middle]) as f32;
            if left + right == 0.0 {
                return Some((at[middle - 1] + at[middle]) as f32 / 2.0);
            }
            Some((at[middle - 1] as f32 * right + at[middle] as f32 * left) / (left + right))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crossings_of_neighbours_are_counted_both_ways() {
        assert_eq!(crossings(&[0, 2], &[1]), (1, 1));
        assert_eq!(crossings(&[1, 2], &[0]), (2, 0));
        assert_eq!(crossings(&[0, 0], &[0, 3]), (0, 2));
        assert_eq!(crossings(&[], &[4]), (0, 0));
    }

    #[test]
    fn a_graph_that_can_be_drawn_without_crossings_is() {
        // Both bottom nodes reach the top in the wrong order.
        let edges = [(0, 3), (1, 2)];
        let layers = Layers::new(&edges, vec![0, 0, 1, 1]).expect("few passes");
        let orders = order(&layers, &[], 1.0);
        let place = |rank: usize, item| orders[rank].iter().position(|&i| i == item);
        assert_eq!(place(0, 0) < place(0, 1), place(1, 3) < place(1, 2));
    }
}
