//! The crate `dagre`, a port of dagre.js, as a reference for tests. The nested
//! overview is drawn by it; tasks are not, because it needs 30 ms for 40 tasks
//! and tangles inputs that are shared.
//!
//! The crate wants care, and all of it is taken here: both ends of every edge
//! are declared before the edge, sizes are finite and positive, every call has
//! a graph of its own, graphs are neither compound nor cyclic nor deep, and of
//! sweeps with equal crossings the first is kept, because the last mirrors the
//! order of the program.

use dagre_rs::graph::{Graph, GraphOptions};
use dagre_rs::{EdgeLabel, LayoutOptions, NodeLabel, RankDir, Ranker};

use crate::place::{LINES_SEPARATION_PX, NODE_SEPARATION_PX, Placement, Problem};

/// Deepest graph handed over; the crate recurses along paths.
pub(crate) const MAX_DEPTH: usize = 200;
/// Largest graph handed over, nodes and edges together: beyond it the crate
/// needs longer than a keystroke may.
pub(crate) const MAX_SIZE: usize = 64;

/// Extent of every node along the flow. Only the order of ranks is used.
const DEPTH_PX: f64 = 20.0;
const RANK_SEPARATION_PX: f64 = 40.0;

/// Places the nodes, or nothing when the graph is outside the limits above.
pub(crate) fn place(problem: &Problem, depth: usize) -> Option<Placement> {
    let size = problem.breadths.len() + problem.edges.len();
    let sizes_are_sound = problem.breadths.iter().all(|b| b.is_finite() && *b > 0.0);
    if problem.breadths.is_empty() || size > MAX_SIZE || depth > MAX_DEPTH || !sizes_are_sound {
        return None;
    }
    let mut graph: Graph<NodeLabel, EdgeLabel> = Graph::with_options(GraphOptions {
        directed: true,
        multigraph: true,
        compound: false,
    });
    for (v, &width) in problem.breadths.iter().enumerate() {
        let label = NodeLabel {
            width,
            height: DEPTH_PX,
            ..NodeLabel::default()
        };
        graph.set_node(v.to_string(), Some(label));
    }
    for (e, (from, to)) in problem.edges.iter().enumerate() {
        let name = e.to_string();
        graph.set_edge(
            from.to_string(),
            to.to_string(),
            Some(EdgeLabel {
                label_offset: 0.0,
                ..EdgeLabel::default()
            }),
            Some(&name),
        );
    }
    dagre_rs::layout(&mut graph, Some(options()));
    read(&graph, problem)
}

fn options() -> LayoutOptions {
    LayoutOptions {
        rankdir: RankDir::TB,
        nodesep: NODE_SEPARATION_PX,
        edgesep: LINES_SEPARATION_PX,
        ranksep: RANK_SEPARATION_PX,
        ranker: Ranker::NetworkSimplex,
        tie_keep_first: true,
        ..LayoutOptions::default()
    }
}

/// Turns places into ranks. All nodes are equally deep, so each distinct y is
/// a rank; where an edge passes a rank is read off its polyline.
fn read(graph: &Graph<NodeLabel, EdgeLabel>, problem: &Problem) -> Option<Placement> {
    let places: Vec<(f64, f64)> = (0..problem.breadths.len())
        .map(|v| {
            graph
                .node(&v.to_string())
                .and_then(|label| Some((label.x?, label.y?)))
        })
        .collect::<Option<_>>()?;
    let mut levels: Vec<f64> = places.iter().map(|p| p.1).collect();
    levels.sort_by(f64::total_cmp);
    levels.dedup_by(|a, b| (*a - *b).abs() < 1.0);
    let rank_at = |y: f64| levels.partition_point(|&level| level < y - 1.0);
    let ranks: Vec<u32> = places.iter().map(|p| rank_at(p.1) as u32).collect();

    let mut passes = Vec::with_capacity(problem.edges.len());
    for (e, &(from, to)) in problem.edges.iter().enumerate() {
        let label = graph.edge(&from.to_string(), &to.to_string(), Some(&e.to_string()))?;
        let (low, high) = (ranks[from as usize] as usize, ranks[to as usize] as usize);
        if high <= low {
            return None;
        }
        let points: Vec<(f64, f64)> = label.points.iter().map(|p| (p.x, p.y)).collect();
        passes.push(
            levels[low + 1..high]
                .iter()
                .map(|&y| x_at(&points, y))
                .collect(),
        );
    }
    Some(Placement {
        ranks,
        across: places.iter().map(|p| p.0).collect(),
        passes,
    })
}

/// Where a polyline that goes down crosses height `y`.
fn x_at(points: &[(f64, f64)], y: f64) -> f64 {
    let mut at = points.first().map_or(0.0, |p| p.0);
    for pair in points.windows(2) {
        let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
        at = x1;
        if y <= y1 {
            let share = if y1 > y0 {
                ((y - y0) / (y1 - y0)).clamp(0.0, 1.0)
            } else {
                1.0
            };
            return x0 + share * (x1 - x0);
        }
    }
    at
}
