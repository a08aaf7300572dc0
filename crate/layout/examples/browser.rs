//! Layouts for the benchmark in the browser: ours and the crate dagre on the
//! same graphs, as a WebAssembly module of plain functions.
//!
//! The module draws and counts; it knows no clock and no JavaScript. The page
//! of `tests/bench/layout.mjs` calls one function at a time and takes the time
//! of just that, so nothing is encoded or copied while the clock runs. Lines
//! of a layout made elsewhere come back through [`room`].

#[path = "../tests/common/mod.rs"]
mod common;

use std::cell::RefCell;

use dagre_rs::graph::{Graph, GraphOptions};
use dagre_rs::{EdgeLabel, LayoutOptions, NodeLabel, RankDir, Ranker};
use taskyard_layout::{
    Direction, Edge, Options, Picture, PictureGraph, Style, count_crossings, draw,
};

/// Graphs of up to so many nodes and edges are ranked by network simplex, which
/// draws better and takes longer; larger ones by the quick way.
const NETWORK_SIMPLEX_SIZE: usize = 150;
/// Free space in the peers' pictures, as in ours.
const NODE_SEPARATION_PX: f64 = 16.0;
const LINES_SEPARATION_PX: f64 = 12.0;
const RANK_SEPARATION_PX: f64 = 30.0;

/// The allocator of the engine's module: the time of a layout that allocates
/// much depends on it.
#[cfg(target_arch = "wasm32")]
#[rustfmt::skip]
#[path = "../../wasm/src/alloc.rs"]
#[allow(dead_code, reason = "a part of another crate")]
mod alloc;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: alloc::ThreadCaching = alloc::ThreadCaching;

type Peer = Graph<NodeLabel, EdgeLabel>;

/// The graph that is measured, and what was drawn of it.
#[derive(Default)]
struct Bench {
    name: String,
    graph: PictureGraph,
    /// `from`, `to` of each edge, then width and height of each node.
    edges: Vec<u32>,
    sizes: Vec<f64>,
    picture: Picture,
    peer: Option<Peer>,
    /// Lines of another layout: number of points, then x and y of each.
    lines: Vec<f64>,
}

thread_local! {
    static BENCH: RefCell<Bench> = RefCell::default();
}

fn graphs() -> Vec<(&'static str, PictureGraph)> {
    vec![
        ("tree 64", common::tree(64)),
        ("tree 256", common::tree(256)),
        ("weighted mean 16", common::weighted_mean(16)),
        ("weighted mean 64", common::weighted_mean(64)),
        ("x + x.T 8×8", common::x_plus_transpose(8)),
        ("butterfly 16", common::butterfly(16)),
        ("shuffle 16×8", common::shuffle(16, 8)),
        ("random layered 200", random_layered(200)),
        ("random layered 2000", random_layered(2_000)),
    ]
}

/// `n` tasks in layers, each needing two of the layer before.
fn random_layered(n: u32) -> PictureGraph {
    let width = f64::from(n).sqrt().round() as u32;
    let mut state = u64::from(n).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut below = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        ((state >> 33) % u64::from(width)) as u32
    };
    let mut builder = common::Builder::default();
    for v in 0..n {
        let deps = match v / width {
            0 => Vec::new(),
            layer => vec![(layer - 1) * width + below(), (layer - 1) * width + below()],
        };
        builder.add("task", "", &deps);
    }
    builder.done(&[n - 1])
}

/// All tasks one by one, as the peers draw them.
fn options() -> Options {
    Options {
        unfold: true,
        ..Options::new(Style::Clear, Direction::TopToBottom)
    }
}

/// How many graphs there are.
#[unsafe(no_mangle)]
extern "C" fn count() -> usize {
    graphs().len()
}

/// Takes graph number `index`; whether there is one.
#[unsafe(no_mangle)]
extern "C" fn take(index: usize) -> bool {
    let Some((name, graph)) = graphs().into_iter().nth(index) else {
        return false;
    };
    let Ok(picture) = draw(&graph, &options()) else {
        return false;
    };
    let edges = picture.edges.iter().flat_map(|e| [e.from, e.to]).collect();
    let sizes = picture.shapes.iter().flat_map(|s| [s.width, s.height]);
    BENCH.set(Bench {
        name: name.to_owned(),
        graph,
        edges,
        sizes: sizes.collect(),
        picture,
        ..Bench::default()
    });
    true
}

/// Where a list of the graph that was taken begins and how long it is: its name
/// in bytes (0), its edges (1) or the sizes of its nodes (2).
#[unsafe(no_mangle)]
extern "C" fn list_start(which: u32) -> usize {
    BENCH.with_borrow(|bench| match which {
        0 => bench.name.as_ptr().addr(),
        1 => bench.edges.as_ptr().addr(),
        _ => bench.sizes.as_ptr().addr(),
    })
}

#[unsafe(no_mangle)]
extern "C" fn list_length(which: u32) -> usize {
    BENCH.with_borrow(|bench| match which {
        0 => bench.name.len(),
        1 => bench.edges.len(),
        _ => bench.sizes.len(),
    })
}

/// Draws with our layout; this is measured, from the tasks to the curves.
#[unsafe(no_mangle)]
extern "C" fn ours() -> bool {
    BENCH.with_borrow_mut(|bench| match draw(&bench.graph, &options()) {
        Ok(picture) => {
            bench.picture = picture;
            true
        }
        Err(_) => false,
    })
}

#[unsafe(no_mangle)]
extern "C" fn crossings_of_ours() -> usize {
    BENCH.with_borrow(|bench| count_crossings(&bench.picture))
}

/// Makes the peer's graph, anew for every layout, because a second layout of
/// the same graph differs.
#[unsafe(no_mangle)]
extern "C" fn prepare_peer() {
    BENCH.with_borrow_mut(|bench| {
        let mut peer = Graph::with_options(GraphOptions {
            directed: true,
            multigraph: true,
            compound: false,
        });
        for (v, size) in bench.sizes.chunks_exact(2).enumerate() {
            let label = NodeLabel {
                width: size[0],
                height: size[1],
                ..NodeLabel::default()
            };
            peer.set_node(v.to_string(), Some(label));
        }
        for (e, ends) in bench.edges.chunks_exact(2).enumerate() {
            let label = EdgeLabel {
                label_offset: 0.0,
                ..EdgeLabel::default()
            };
            peer.set_edge(
                ends[0].to_string(),
                ends[1].to_string(),
                Some(label),
                Some(&e.to_string()),
            );
        }
        bench.peer = Some(peer);
    });
}

/// Lays the peer's graph out; this is measured.
#[unsafe(no_mangle)]
extern "C" fn peer() {
    BENCH.with_borrow_mut(|bench| {
        let size = bench.sizes.len() / 2 + bench.edges.len() / 2;
        let options = LayoutOptions {
            rankdir: RankDir::TB,
            nodesep: NODE_SEPARATION_PX,
            edgesep: LINES_SEPARATION_PX,
            ranksep: RANK_SEPARATION_PX,
            ranker: if size <= NETWORK_SIMPLEX_SIZE {
                Ranker::NetworkSimplex
            } else {
                Ranker::TightTree
            },
            tie_keep_first: true,
            ..LayoutOptions::default()
        };
        if let Some(peer) = &mut bench.peer {
            dagre_rs::layout(peer, Some(options));
        }
    });
}

#[unsafe(no_mangle)]
extern "C" fn crossings_of_peer() -> usize {
    BENCH.with_borrow(|bench| {
        let Some(peer) = &bench.peer else { return 0 };
        let ends = bench.edges.chunks_exact(2).enumerate();
        let lines = ends.filter_map(|(e, ends)| {
            let (from, to) = (ends[0].to_string(), ends[1].to_string());
            let label = peer.edge(&from, &to, Some(&e.to_string()))?;
            Some(label.points.iter().map(|p| (p.x, p.y)).collect())
        });
        count_crossings(&picture_of(lines))
    })
}

/// Where a caller may write `length` numbers: for each line how many points it
/// has, then x and y of each.
#[unsafe(no_mangle)]
extern "C" fn room(length: usize) -> usize {
    BENCH.with_borrow_mut(|bench| {
        bench.lines = vec![0.0; length];
        bench.lines.as_ptr().addr()
    })
}

/// Crossings of the lines in that room.
#[unsafe(no_mangle)]
extern "C" fn crossings_of_lines() -> usize {
    BENCH.with_borrow(|bench| {
        let mut rest = bench.lines.as_slice();
        let mut lines: Vec<Vec<(f64, f64)>> = Vec::new();
        while let [points, tail @ ..] = rest {
            let Some((line, tail)) = tail.split_at_checked(2 * *points as usize) else {
                break;
            };
            lines.push(line.chunks_exact(2).map(|p| (p[0], p[1])).collect());
            rest = tail;
        }
        count_crossings(&picture_of(lines.into_iter()))
    })
}

/// Only lines: what crossings are counted of.
fn picture_of(lines: impl Iterator<Item = Vec<(f64, f64)>>) -> Picture {
    let edges = lines.map(|points| Edge {
        from: 0,
        to: 0,
        points,
        curve: Vec::new(),
        count: 1,
    });
    Picture {
        edges: edges.collect(),
        ..Picture::default()
    }
}
