//! The named families of graphs on which pictures are compared with
//! graphviz's, in several sizes each.

use taskyard_layout::PictureGraph;

use super::{
    Builder, blelloch, butterfly, independent, linear, map, shuffle, weighted_mean,
    x_plus_transpose,
};

/// A graph and the name it has in tables.
pub struct Named {
    pub name: String,
    pub graph: PictureGraph,
}

/// Every family in every size; the same at every call.
pub fn all() -> Vec<Named> {
    let mut all = Vec::new();
    let mut add = |family: &str, size: String, graph: PictureGraph| {
        let name = format!("{family} {size}");
        all.push(Named { name, graph });
    };
    for n in [8, 16, 32, 64, 128, 256] {
        add("tree", n.to_string(), tree(n, 2));
        add("tree of fours", n.to_string(), tree(n, 4));
    }
    for n in [8, 16, 32, 64] {
        add("linear sum", n.to_string(), linear(n));
        add("map", n.to_string(), map(n));
    }
    for n in [4, 8, 16, 32, 64] {
        add("weighted mean", n.to_string(), weighted_mean(n));
    }
    for n in [4, 8, 16, 32] {
        add("butterfly", n.to_string(), butterfly(n));
    }
    for n in [8, 16, 32] {
        add("Blelloch scan", n.to_string(), blelloch(n));
        add("Hillis-Steele scan", n.to_string(), hillis_steele(n));
    }
    for n in 3..=8 {
        add("x + x.T", format!("{n}×{n}"), x_plus_transpose(n));
    }
    for n in 2..=5 {
        add("matrix product", format!("{n}×{n}"), matrix_product(n));
    }
    for (m, r) in [(4, 3), (8, 8), (16, 8)] {
        add("shuffle", format!("{m}×{r}"), shuffle(m, r));
    }
    for (n, steps) in [(8, 4), (16, 4), (16, 8), (32, 8)] {
        add("stencil", format!("{n}×{steps}"), stencil(n, steps));
    }
    for n in [50, 100, 200, 500, 1000, 2000] {
        add("random sparse", n.to_string(), random_sparse(n));
        add("random", n.to_string(), random_far(n));
        add("random layered", n.to_string(), random_layered(n));
    }
    for n in [16, 64, 256] {
        add("chain", n.to_string(), chain(n));
        add("independent", n.to_string(), independent(n));
    }
    all
}

/// `inc` of each of `n` values, summed `fan_in` at a time.
fn tree(n: u32, fan_in: usize) -> PictureGraph {
    let mut b = Builder::default();
    let mut level: Vec<u32> = (0..n).map(|_| b.add("inc", "", &[])).collect();
    while level.len() > 1 {
        level = level
            .chunks(fan_in)
            .map(|part| b.add("sum", "", part))
            .collect();
    }
    b.done(&level)
}

/// `n` tasks, each needing the one before.
fn chain(n: u32) -> PictureGraph {
    let mut b = Builder::default();
    let mut last = b.add("load", "", &[]);
    for _ in 1..n {
        last = b.add("step", "", &[last]);
    }
    b.done(&[last])
}

/// Prefix sums in log2(n) steps, each adding what stands twice as far away.
fn hillis_steele(n: u32) -> PictureGraph {
    let mut b = Builder::default();
    let mut at: Vec<u32> = (0..n).map(|_| b.add("load", "", &[])).collect();
    let mut step = 1;
    while step < n {
        at = (0..n)
            .map(|i| match i.checked_sub(step) {
                Some(j) => b.add("add", "", &[at[j as usize], at[i as usize]]),
                None => at[i as usize],
            })
            .collect();
        step *= 2;
    }
    b.done(&at)
}

/// `x @ y` on `n` by `n` blocks: products of blocks, then sums.
fn matrix_product(n: u32) -> PictureGraph {
    let mut b = Builder::default();
    let at = |i: u32, j: u32| format!("({i}, {j})");
    let blocks: Vec<(u32, u32)> = (0..n).flat_map(|i| (0..n).map(move |j| (i, j))).collect();
    let x: Vec<u32> = blocks
        .iter()
        .map(|&(i, j)| b.add("x", &at(i, j), &[]))
        .collect();
    let y: Vec<u32> = blocks
        .iter()
        .map(|&(i, j)| b.add("y", &at(i, j), &[]))
        .collect();
    let mut sums = Vec::new();
    for &(i, j) in &blocks {
        let products: Vec<u32> = (0..n)
            .map(|k| {
                b.add(
                    "matmul",
                    "",
                    &[x[(i * n + k) as usize], y[(k * n + j) as usize]],
                )
            })
            .collect();
        sums.push(b.add("sum", &at(i, j), &products));
    }
    b.done(&sums)
}

/// `steps` rounds over `n` cells, each cell needing itself and both neighbours.
fn stencil(n: u32, steps: u32) -> PictureGraph {
    let mut b = Builder::default();
    let mut at: Vec<u32> = (0..n).map(|_| b.add("load", "", &[])).collect();
    for _ in 0..steps {
        at = (0..n as usize)
            .map(|i| {
                b.add(
                    "step",
                    "",
                    &at[i.saturating_sub(1)..(i + 2).min(n as usize)],
                )
            })
            .collect();
    }
    b.done(&at)
}

/// Numbers below a bound, the same on every machine (xorshift).
fn numbers(seed: u64) -> impl FnMut(u32) -> u32 {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    move |bound: u32| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        ((state >> 33) % u64::from(bound.max(1))) as u32
    }
}

/// The wanted tasks of a random graph are those that nothing needs.
fn done(b: Builder) -> PictureGraph {
    let mut graph = b.done(&[]);
    let mut needed = vec![false; graph.nodes.len()];
    for &dep in graph.nodes.iter().flat_map(|node| &node.deps) {
        needed[dep as usize] = true;
    }
    graph.outputs = (0u32..)
        .zip(&needed)
        .filter(|(_, needed)| !**needed)
        .map(|(v, _)| v)
        .collect();
    graph
}

/// `n` tasks with about `n` edges, from any earlier task.
fn random_sparse(n: u32) -> PictureGraph {
    let mut below = numbers(u64::from(n));
    let mut b = Builder::default();
    for v in 0..n {
        let deps: Vec<u32> = (0..below(3)).filter(|_| v > 0).map(|_| below(v)).collect();
        b.add("task", "", &deps);
    }
    done(b)
}

/// `n` tasks with about `2 n` edges, from any earlier task.
fn random_far(n: u32) -> PictureGraph {
    let mut below = numbers(u64::from(n) + 1);
    let mut b = Builder::default();
    for v in 0..n {
        let deps: Vec<u32> = (0..2).filter(|_| v > 0).map(|_| below(v)).collect();
        b.add("task", "", &deps);
    }
    done(b)
}

/// `n` tasks in layers of about the square root of `n`, each needing two of
/// the layer before, and one in eight also one of the layer before that.
fn random_layered(n: u32) -> PictureGraph {
    let mut below = numbers(u64::from(n) + 2);
    let mut b = Builder::default();
    let width = f64::from(n).sqrt().round() as u32;
    for v in 0..n {
        let layer = v / width;
        let deps: Vec<u32> = match layer {
            0 => Vec::new(),
            _ => {
                let base = (layer - 1) * width;
                let mut deps = vec![base + below(width), base + below(width)];
                if layer > 1 && below(8) == 0 {
                    deps.push(base - width + below(width));
                }
                deps
            }
        };
        b.add("task", "", &deps);
    }
    done(b)
}
