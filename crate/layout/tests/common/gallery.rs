//! The graphs of `docs/gallery.md`, each in the look that tells most.

use taskyard_layout::{
    Direction, LayoutError, Options, PictureGraph, Style, SvgOptions, draw, to_dot, to_svg,
};

use super::{Builder, blelloch, butterfly, random, shuffle, tree, weighted_mean, x_plus_transpose};

/// A graph, and how it is drawn.
pub struct Exhibit {
    /// Name of its files.
    pub name: &'static str,
    pub graph: PictureGraph,
    pub style: Style,
    pub direction: Direction,
}

pub fn exhibits() -> Vec<Exhibit> {
    let upwards = |name, style, graph| Exhibit {
        name,
        graph,
        style,
        direction: Direction::BottomToTop,
    };
    vec![
        upwards("tree", Style::Dask, tree(16)),
        upwards("weighted-mean", Style::Clear, weighted_mean(16)),
        upwards("transpose", Style::Dask, x_plus_transpose(3)),
        upwards("butterfly", Style::Clear, butterfly(8)),
        upwards("scan", Style::Clear, blelloch(16)),
        upwards("shuffle", Style::Dask, partitions(4, 4)),
        upwards("word-count", Style::Dask, shuffle(4, 3)),
        upwards("product", Style::Dask, product(2)),
        upwards("random", Style::Clear, random(50, 3, 16, 3)),
        Exhibit {
            direction: Direction::LeftToRight,
            ..upwards("chain", Style::Dask, chain(6))
        },
    ]
}

impl Exhibit {
    fn options(&self) -> Options {
        Options::new(self.style, self.direction)
    }

    /// Our picture as the text of a file.
    pub fn svg(&self) -> Result<String, LayoutError> {
        let picture = draw(&self.graph, &self.options())?;
        Ok(to_svg(
            &picture,
            &SvgOptions {
                ground: true,
                ..SvgOptions::default()
            },
        ))
    }

    /// The same graph for graphviz.
    pub fn dot(&self) -> Result<String, LayoutError> {
        to_dot(&self.graph, &self.options())
    }
}

/// `m` partitions, each split in `r`; every result needs a piece of each.
fn partitions(m: u32, r: u32) -> PictureGraph {
    let mut b = Builder::default();
    let mut pieces = Vec::new();
    for i in 0..m {
        let load = b.add("load", "", &[]);
        let split = b.add("split", "", &[load]);
        let of_one = (0..r).map(|j| b.add("getitem", &format!("({i}, {j})"), &[split]));
        pieces.push(of_one.collect::<Vec<_>>());
    }
    let joined: Vec<u32> = (0..r as usize)
        .map(|j| {
            let needed: Vec<u32> = pieces.iter().map(|of_one| of_one[j]).collect();
            b.add("concat", "", &needed)
        })
        .collect();
    b.done(&joined)
}

/// `x @ y` on `n` by `n` blocks: products of blocks, then their sums.
fn product(n: u32) -> PictureGraph {
    let mut b = Builder::default();
    let at = |i: u32, j: u32| format!("({i}, {j})");
    let blocks: Vec<(u32, u32)> = (0..n).flat_map(|i| (0..n).map(move |j| (i, j))).collect();
    let mut load = |name| -> Vec<u32> {
        let each = blocks.iter().map(|&(i, j)| b.add(name, &at(i, j), &[]));
        each.collect()
    };
    let (x, y) = (load("x"), load("y"));
    let mut sums = Vec::new();
    for &(i, j) in &blocks {
        let products: Vec<u32> = (0..n)
            .map(|k| {
                let needed = [x[(i * n + k) as usize], y[(k * n + j) as usize]];
                b.add("matmul", &format!("({i}, {j}, {k})"), &needed)
            })
            .collect();
        sums.push(b.add("sum", &at(i, j), &products));
    }
    b.done(&sums)
}

/// `n` steps, each with an input of its own and the result of the one before;
/// what was read first is needed once more at the end.
fn chain(n: u32) -> PictureGraph {
    let mut b = Builder::default();
    let first = b.add("read", "", &[]);
    let mut state = first;
    for _ in 0..n {
        let input = b.data("x");
        state = b.add("step", "", &[state, input]);
    }
    let end = b.add("compare", "", &[first, state]);
    b.done(&[end])
}
