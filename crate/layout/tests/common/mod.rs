//! Graphs of the lessons, for tests and measurements.

#![allow(dead_code, reason = "each test uses some of them")]

pub mod curves;
pub mod families;
pub mod gallery;
pub mod graphviz;
pub mod reference;

use taskyard_layout::{NodeKind, PictureGraph, PictureNode};

#[derive(Default)]
pub struct Builder {
    graph: PictureGraph,
}

impl Builder {
    pub fn add(&mut self, label: &str, box_label: &str, deps: &[u32]) -> u32 {
        self.push(label, box_label, NodeKind::Task, deps)
    }

    pub fn data(&mut self, label: &str) -> u32 {
        self.push(label, "", NodeKind::Data, &[])
    }

    fn push(&mut self, label: &str, box_label: &str, kind: NodeKind, deps: &[u32]) -> u32 {
        self.graph.nodes.push(PictureNode {
            label: label.to_owned(),
            box_label: box_label.to_owned(),
            kind,
            deps: deps.to_vec(),
        });
        self.graph.nodes.len() as u32 - 1
    }

    pub fn done(mut self, outputs: &[u32]) -> PictureGraph {
        self.graph.outputs = outputs.to_vec();
        self.graph
    }

    /// Sums pairs until one is left.
    fn tree(&mut self, mut level: Vec<u32>, label: &str) -> u32 {
        while level.len() > 1 {
            level = level
                .chunks(2)
                .map(|pair| {
                    if pair.len() == 2 {
                        self.add(label, "", pair)
                    } else {
                        pair[0]
                    }
                })
                .collect();
        }
        level[0]
    }
}

/// `inc` of each of `n` values, summed in pairs.
pub fn tree(n: u32) -> PictureGraph {
    let mut b = Builder::default();
    let leaves = (0..n).map(|_| b.add("inc", "", &[])).collect();
    let root = b.tree(leaves, "add");
    b.done(&[root])
}

/// `n` values summed one after the other.
pub fn linear(n: u32) -> PictureGraph {
    let mut b = Builder::default();
    let leaves: Vec<u32> = (0..n).map(|_| b.add("inc", "", &[])).collect();
    let mut sum = leaves[0];
    for &leaf in &leaves[1..] {
        sum = b.add("add", "", &[sum, leaf]);
    }
    b.done(&[sum])
}

/// sum(w * x) / sum(w), both sums as trees.
pub fn weighted_mean(n: u32) -> PictureGraph {
    let mut b = Builder::default();
    let weights: Vec<u32> = (0..n).map(|_| b.add("weight", "", &[])).collect();
    let values: Vec<u32> = (0..n).map(|_| b.add("value", "", &[])).collect();
    let products = values
        .iter()
        .zip(&weights)
        .map(|(&x, &w)| b.add("mul", "", &[x, w]))
        .collect();
    let top = b.tree(products, "add");
    let bottom = b.tree(weights, "add");
    let mean = b.add("truediv", "", &[top, bottom]);
    b.done(&[mean])
}

/// `x + x.T` on `n` by `n` blocks.
pub fn x_plus_transpose(n: u32) -> PictureGraph {
    let mut b = Builder::default();
    let at = |i: u32, j: u32| format!("({i}, {j})");
    let blocks = (0..n).flat_map(|i| (0..n).map(move |j| (i, j)));
    let ones: Vec<u32> = blocks
        .clone()
        .map(|(i, j)| b.add("ones_like", &at(i, j), &[]))
        .collect();
    let turned: Vec<u32> = blocks
        .clone()
        .map(|(i, j)| b.add("transpose", &at(i, j), &[ones[(j * n + i) as usize]]))
        .collect();
    let sums: Vec<u32> = blocks
        .map(|(i, j)| {
            let k = (i * n + j) as usize;
            b.add("add", &at(i, j), &[ones[k], turned[k]])
        })
        .collect();
    b.done(&sums)
}

/// `n` values mapped and collected.
pub fn map(n: u32) -> PictureGraph {
    let mut b = Builder::default();
    let squares: Vec<u32> = (0..n)
        .map(|_| {
            let x = b.data("x");
            b.add("square", "", &[x])
        })
        .collect();
    let sum = b.add("sum", "", &squares);
    b.done(&[sum])
}

/// `n` independent tasks.
pub fn independent(n: u32) -> PictureGraph {
    let mut b = Builder::default();
    let all: Vec<u32> = (0..n).map(|_| b.add("inc", "", &[])).collect();
    b.done(&all)
}

/// Map, shuffle, reduce: `m` mappers, each of `r` reducers needs all.
pub fn shuffle(m: u32, r: u32) -> PictureGraph {
    let mut b = Builder::default();
    let loads: Vec<u32> = (0..m).map(|_| b.add("load", "", &[])).collect();
    let counts: Vec<u32> = loads.iter().map(|&l| b.add("count", "", &[l])).collect();
    let reduced: Vec<u32> = (0..r).map(|_| b.add("merge", "", &counts)).collect();
    let all = b.add("collect", "", &reduced);
    b.done(&[all])
}

/// Blelloch's scan of `n` values, a power of two.
pub fn blelloch(n: u32) -> PictureGraph {
    let mut b = Builder::default();
    let mut at: Vec<u32> = (0..n).map(|_| b.add("load", "", &[])).collect();
    let mut step = 1;
    while step < n {
        for i in (2 * step - 1..n).step_by(2 * step as usize) {
            at[i as usize] = b.add("up", "", &[at[(i - step) as usize], at[i as usize]]);
        }
        step *= 2;
    }
    step = n / 2;
    while step >= 1 {
        for i in (3 * step - 1..n).step_by(2 * step as usize) {
            at[i as usize] = b.add("down", "", &[at[(i - step) as usize], at[i as usize]]);
        }
        step /= 2;
    }
    b.done(&at)
}

/// The fast Fourier transform's dependencies: log2(n) stages of `n` tasks.
pub fn butterfly(n: u32) -> PictureGraph {
    let mut b = Builder::default();
    let mut at: Vec<u32> = (0..n).map(|_| b.add("load", "", &[])).collect();
    let mut step = 1;
    while step < n {
        at = (0..n)
            .map(|i| b.add("mix", "", &[at[i as usize], at[(i ^ step) as usize]]))
            .collect();
        step *= 2;
    }
    b.done(&at)
}

/// `n` tasks, each needing up to `most` of the `reach` before it.
pub fn random(n: u32, most: u32, reach: u32, seed: u64) -> PictureGraph {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut below = move |bound: u32| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        ((state >> 33) % u64::from(bound.max(1))) as u32
    };
    let mut b = Builder::default();
    for v in 0..n {
        let deps: Vec<u32> = (0..if v == 0 { 0 } else { below(most + 1) })
            .map(|_| v - 1 - below(reach.min(v)))
            .collect();
        b.add(["inc", "add", "mul"][below(3) as usize], "", &deps);
    }
    b.done(&[n - 1])
}
