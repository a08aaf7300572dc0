//! Coordinates across the flow, for given orders.
//!
//! Each rank is a least-squares problem: every item wants to stand at the mean
//! of its neighbours on one side, and neighbours within the rank keep their
//! distance. Measured from the tightest packing the distances turn into "not
//! decreasing", so that pooling adjacent violators solves the rank exactly in
//! linear time. Sweeps up and down repeat that; an upward sweep comes last, so
//! that a node stands over the middle of what it needs.

use super::proper::Layers;
use crate::place::{LINE_SEPARATION_PX, LINES_SEPARATION_PX, NODE_SEPARATION_PX};

/// Sweeps down and up.
const ROUNDS: usize = 8;
/// Pull of a line between two passes, of one between a pass and a node, and
/// of one between two nodes: long edges are to run straight.
const PULLS: [f64; 3] = [8.0, 2.0, 1.0];
/// Pull of an item's present place when it has no neighbour on a side.
const INERTIA: f64 = 0.05;

/// The centre of each item.
pub(super) fn spread(layers: &Layers, breadths: &[f64], orders: &[Vec<u32>]) -> Vec<f64> {
    let mut across = vec![0.0; layers.item_count()];
    let offsets: Vec<Vec<f64>> = orders
        .iter()
        .map(|order| pack(layers, breadths, order))
        .collect();
    for (order, offsets) in orders.iter().zip(&offsets) {
        let width = offsets.last().copied().unwrap_or(0.0);
        for (&item, &offset) in order.iter().zip(offsets) {
            across[item as usize] = offset - width / 2.0;
        }
    }
    let mut solver = Solver::default();
    let mut best = across.clone();
    let mut best_cost = f64::INFINITY;
    for _ in 0..ROUNDS {
        for rank in (0..layers.rank_count.saturating_sub(1)).rev() {
            solver.settle(
                layers,
                &orders[rank],
                &offsets[rank],
                Side::Upper,
                &mut across,
            );
        }
        for rank in 1..layers.rank_count {
            solver.settle(
                layers,
                &orders[rank],
                &offsets[rank],
                Side::Lower,
                &mut across,
            );
        }
        let cost = bend_cost(layers, &across);
        // The margin keeps rounding from deciding between equal pictures.
        if cost < best_cost * 0.999 {
            best_cost = cost;
            best.clone_from(&across);
        } else {
            break;
        }
    }
    best
}

/// Centres of a rank when it is packed as tightly as distances allow.
fn pack(layers: &Layers, breadths: &[f64], order: &[u32]) -> Vec<f64> {
    let half = |item: u32| breadths.get(item as usize).map_or(0.0, |b| b / 2.0);
    let mut at = 0.0;
    let mut offsets = Vec::with_capacity(order.len());
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
    offsets
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

#[derive(Default)]
struct Solver {
    pools: Vec<Pool>,
}

impl Solver {
    /// Places one rank with respect to its neighbours on one side.
    fn settle(
        &mut self,
        layers: &Layers,
        order: &[u32],
        offsets: &[f64],
        side: Side,
        across: &mut [f64],
    ) {
        self.pools.clear();
        for (&item, &offset) in order.iter().zip(offsets) {
            let (wanted, weight) = wish(layers, item, side, across);
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
        let mut slots = order.iter().zip(offsets);
        for pool in &self.pools {
            let base = pool.sum / pool.weight;
            for (&item, &offset) in slots.by_ref().take(pool.len) {
                across[item as usize] = base + offset;
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
