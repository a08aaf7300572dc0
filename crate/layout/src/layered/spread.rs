//! Coordinates across the flow, for given orders.
//!
//! Each rank is a least-squares problem: every item wants to stand at the mean
//! of its neighbours on one side, and neighbours within the rank keep their
//! distance. Measured from the tightest packing the distances turn into "not
//! decreasing", so that pooling adjacent violators solves the rank exactly in
//! linear time. Sweeps up and down repeat that; an upward sweep comes last, so
//! that a node stands over the middle of what it needs.

use super::order::Arrangement;
use super::proper::Layers;
use super::seed::Seed;
use crate::place::{LINE_SEPARATION_PX, LINES_SEPARATION_PX, NODE_SEPARATION_PX};

/// Sweeps down and up.
const ROUNDS: usize = 8;
/// Pull of a line between two passes, of one between a pass and a node, and
/// of one between two nodes: long edges are to run straight.
const PULLS: [f64; 3] = [8.0, 2.0, 1.0];
/// Pull of an item's present place when it has no neighbour on a side.
const INERTIA: f64 = 0.05;

/// Of two pictures the one that moves less is taken when its lines bend at most
/// so much more.
const WORTH: f64 = 1.1;

/// The centre of each item. After an edit places are also looked for from
/// where things were, and taken if that moves less.
pub(super) fn spread(
    layers: &Layers,
    breadths: &[f64],
    order: &Arrangement,
    seed: Option<&Seed>,
) -> Vec<f64> {
    let mut offsets = Vec::with_capacity(layers.item_count());
    for rank in 0..layers.rank_count {
        pack(layers, breadths, order.rank(rank), &mut offsets);
    }
    let mut solver = Solver {
        layers,
        order,
        offsets,
        pools: Vec::new(),
        wishes: Vec::new(),
    };
    let mut packed = vec![0.0; layers.item_count()];
    for rank in 0..layers.rank_count {
        let range = order.range(rank);
        let width = range
            .clone()
            .last()
            .map_or(0.0, |last| solver.offsets[last]);
        for slot in range {
            packed[order.items[slot] as usize] = solver.offsets[slot] - width / 2.0;
        }
    }
    let (fresh, cost) = solver.relax(packed);
    let Some(seed) = seed else { return fresh };
    let mut start = fresh.clone();
    for rank in 0..layers.rank_count {
        solver.wishes.clear();
        let wishes = order
            .rank(rank)
            .iter()
            .map(|&item| (seed.across[item as usize], 1.0));
        solver.wishes.extend(wishes);
        solver.pool(rank, &mut start);
    }
    let (steady, steady_cost) = solver.relax(start);
    let calm = moved(&steady, seed) < moved(&fresh, seed);
    if calm && steady_cost <= cost * WORTH {
        steady
    } else {
        fresh
    }
}

/// How far known nodes move on average, seen by a view that follows them.
fn moved(across: &[f64], seed: &Seed) -> f64 {
    let known = (0..across.len()).filter(|&item| seed.known[item]);
    let mut moves: Vec<f64> = known.map(|item| across[item] - seed.across[item]).collect();
    moves.sort_by(f64::total_cmp);
    let middle = moves.get(moves.len() / 2).copied().unwrap_or(0.0);
    moves.iter().map(|step| (step - middle).abs()).sum::<f64>() / moves.len().max(1) as f64
}

/// Adds the centres of a rank when it is packed as tightly as distances allow.
fn pack(layers: &Layers, breadths: &[f64], order: &[u32], offsets: &mut Vec<f64>) {
    let half = |item: u32| breadths.get(item as usize).map_or(0.0, |b| b / 2.0);
    let mut at = 0.0;
    let mut before: Option<u32> = None;
    for &item in order {
        if let Some(left) = before {
            let distance = match (layers.is_pass(left), layers.is_pass(item)) {
                (true, true) => LINES_SEPARATION_PX,
                (false, false) => NODE_SEPARATION_PX,
                _ => LINE_SEPARATION_PX,
            };
            at += half(left) + distance + half(item);
        }
        offsets.push(at);
        before = Some(item);
    }
}

fn pull(layers: &Layers, a: u32, b: u32) -> f64 {
    match (layers.is_pass(a), layers.is_pass(b)) {
        (true, true) => PULLS[0],
        (false, false) => PULLS[2],
        _ => PULLS[1],
    }
}

/// What the sweeps make small: squared sideways distances of all lines.
fn bend_cost(layers: &Layers, across: &[f64]) -> f64 {
    let mut cost = 0.0;
    for item in 0..layers.item_count() as u32 {
        for &above in layers.upper.of(item) {
            let shift = across[item as usize] - across[above as usize];
            cost += pull(layers, item, above) * shift * shift;
        }
    }
    cost
}

#[derive(Clone, Copy)]
enum Side {
    Lower,
    Upper,
}

/// A run of items that touch.
struct Pool {
    weight: f64,
    /// Weighted sum of the wanted places.
    sum: f64,
    len: usize,
}

struct Solver<'a> {
    layers: &'a Layers,
    order: &'a Arrangement,
    /// Of the items of `order`, in ranks packed as tightly as distances allow.
    offsets: Vec<f64>,
    pools: Vec<Pool>,
    /// Where each item of a rank wants to stand, and how much.
    wishes: Vec<(f64, f64)>,
}

impl Solver<'_> {
    /// Sweeps down and up while that straightens lines; also what the lines cost.
    fn relax(&mut self, mut across: Vec<f64>) -> (Vec<f64>, f64) {
        let mut best = across.clone();
        let mut best_cost = f64::INFINITY;
        for _ in 0..ROUNDS {
            for rank in (0..self.layers.rank_count.saturating_sub(1)).rev() {
                self.settle(rank, Side::Upper, &mut across);
            }
            for rank in 1..self.layers.rank_count {
                self.settle(rank, Side::Lower, &mut across);
            }
            let cost = bend_cost(self.layers, &across);
            // The margin keeps rounding from deciding between equal pictures.
            if cost >= best_cost * 0.999 {
                break;
            }
            best_cost = cost;
            best.clone_from(&across);
        }
        (best, best_cost)
    }

    /// Places one rank with respect to its neighbours on one side.
    fn settle(&mut self, rank: usize, side: Side, across: &mut [f64]) {
        self.wishes.clear();
        for &item in self.order.rank(rank) {
            self.wishes.push(wish(self.layers, item, side, across));
        }
        self.pool(rank, across);
    }

    /// Places one rank as near to the wishes of its items as order and
    /// distances allow.
    fn pool(&mut self, rank: usize, across: &mut [f64]) {
        let range = self.order.range(rank);
        self.pools.clear();
        for (&(wanted, weight), &offset) in self.wishes.iter().zip(&self.offsets[range.clone()]) {
            self.pools.push(Pool {
                weight,
                sum: weight * (wanted - offset),
                len: 1,
            });
            while let [.., left, right] = self.pools.as_slice() {
                if left.sum * right.weight <= right.sum * left.weight {
                    break;
                }
                let merged = Pool {
                    weight: left.weight + right.weight,
                    sum: left.sum + right.sum,
                    len: left.len + right.len,
                };
                self.pools.truncate(self.pools.len() - 2);
                self.pools.push(merged);
            }
        }
        let mut slots = range;
        for pool in &self.pools {
            let base = pool.sum / pool.weight;
            for slot in slots.by_ref().take(pool.len) {
                across[self.order.items[slot] as usize] = base + self.offsets[slot];
            }
        }
    }
}

/// Where an item wants to stand, and how much.
fn wish(layers: &Layers, item: u32, side: Side, across: &[f64]) -> (f64, f64) {
    let (near, far) = match side {
        Side::Lower => (layers.lower.of(item), layers.upper.of(item)),
        Side::Upper => (layers.upper.of(item), layers.lower.of(item)),
    };
    let mean = |neighbours: &[u32]| {
        let mut weight = 0.0;
        let mut sum = 0.0;
        for &other in neighbours {
            let pull = pull(layers, item, other);
            weight += pull;
            sum += pull * across[other as usize];
        }
        (sum / weight, weight)
    };
    if !near.is_empty() {
        mean(near)
    } else if far.is_empty() {
        (across[item as usize], INERTIA)
    } else {
        (mean(far).0, INERTIA)
    }
}
