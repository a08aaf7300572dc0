//! Which engine places what: the parts of a graph that hang together are
//! placed one by one and then set side by side.
//!
//! Small graphs go to the crate behind `adapter`, unless our own layout draws
//! them with fewer crossings; larger ones go to our own layout, because the
//! crate would take longer than a keystroke may.

use crate::place::{Placement, Problem};
use crate::{adapter, crossing, layered, sets};

/// Largest graph, in nodes, of which any part is given to the crate.
pub(crate) const MAX_ADAPTER_NODES: usize = 40;
/// Free space between two parts of a graph.
const PART_SEPARATION_PX: f64 = 24.0;
/// Width at which parts begin a new row.
const ROW_PX: f64 = 1_600.0;

/// Places all nodes; `topo` is a topological order. Rows of parts follow each
/// other along the flow, or against it if `first_row_last`.
///
/// Nothing when the graph has too many long edges.
pub(crate) fn place(problem: &Problem, topo: &[u32], first_row_last: bool) -> Option<Placement> {
    let small = problem.breadths.len() <= MAX_ADAPTER_NODES;
    let mut parts = Vec::new();
    for part in split(problem, topo) {
        let share = part.edges.len() as f64 / problem.edges.len().max(1) as f64;
        let mut placement = place_part(&part, small, share)?;
        mirror_if_backwards(&mut placement, &part.problem.edges);
        parts.push((part, placement));
    }
    Some(join(problem, parts, first_row_last))
}

/// Nodes that hang together, numbered anew in program order.
struct Part {
    problem: Problem,
    topo: Vec<u32>,
    /// Number in the whole graph of each node and of each edge.
    nodes: Vec<u32>,
    edges: Vec<u32>,
}

fn split(problem: &Problem, topo: &[u32]) -> Vec<Part> {
    let n = problem.breadths.len();
    let mut parent: Vec<u32> = (0..n as u32).collect();
    for &(a, b) in &problem.edges {
        sets::join(&mut parent, a, b);
    }
    let mut part_of = vec![0usize; n];
    let mut local = vec![0u32; n];
    let mut parts: Vec<Part> = Vec::new();
    for v in 0..n {
        let root = sets::find(&mut parent, v as u32) as usize;
        if root == v {
            part_of[v] = parts.len();
            parts.push(Part {
                problem: Problem::default(),
                topo: Vec::new(),
                nodes: Vec::new(),
                edges: Vec::new(),
            });
        } else {
            part_of[v] = part_of[root];
        }
        let part = &mut parts[part_of[v]];
        local[v] = part.nodes.len() as u32;
        part.nodes.push(v as u32);
        part.problem.breadths.push(problem.breadths[v]);
    }
    for (e, &(a, b)) in (0u32..).zip(&problem.edges) {
        let part = &mut parts[part_of[a as usize]];
        part.problem
            .edges
            .push((local[a as usize], local[b as usize]));
        part.edges.push(e);
    }
    for &v in topo {
        parts[part_of[v as usize]].topo.push(local[v as usize]);
    }
    for &v in &problem.outputs {
        parts[part_of[v as usize]]
            .problem
            .outputs
            .push(local[v as usize]);
    }
    parts
}

fn place_part(part: &Part, small: bool, share: f64) -> Option<Placement> {
    let own = layered::place(&part.problem, &part.topo, share)?;
    if !small {
        return Some(own);
    }
    let Some(other) = adapter::place(&part.problem, own.rank_count()) else {
        return Some(own);
    };
    let edges = &part.problem.edges;
    let other_is_as_good = crossing::count(edges, &other) <= crossing::count(edges, &own);
    Some(if other_is_as_good { other } else { own })
}

/// Turns a placement round in which more neighbours stand against the order of
/// the program than along it.
fn mirror_if_backwards(placement: &mut Placement, edges: &[(u32, u32)]) {
    let mut along = 0i64;
    for rank in placement.slots(edges) {
        let nodes: Vec<u32> = rank.iter().filter_map(|slot| slot.item.node()).collect();
        along += nodes
            .windows(2)
            .map(|w| if w[0] < w[1] { 1 } else { -1 })
            .sum::<i64>();
    }
    if along < 0 {
        let passes = placement.passes.iter_mut().flatten();
        for across in placement.across.iter_mut().chain(passes) {
            *across = -*across;
        }
    }
}

/// Sets parts side by side, and rows of parts along the flow.
fn join(problem: &Problem, parts: Vec<(Part, Placement)>, first_row_last: bool) -> Placement {
    let mut rows: Vec<Vec<(Part, Placement, f64)>> = Vec::new();
    let mut right = 0.0;
    for (part, placement) in parts {
        let (low, high) = extent(&part.problem.breadths, &placement);
        if rows.is_empty() || right + high - low > ROW_PX {
            rows.push(Vec::new());
            right = 0.0;
        }
        if let Some(row) = rows.last_mut() {
            row.push((part, placement, right - low));
        }
        right += high - low + PART_SEPARATION_PX;
    }
    if first_row_last {
        rows.reverse();
    }
    let mut whole = Placement {
        ranks: vec![0; problem.breadths.len()],
        across: vec![0.0; problem.breadths.len()],
        passes: vec![Vec::new(); problem.edges.len()],
    };
    let mut base = 0;
    for row in rows {
        let height = row
            .iter()
            .map(|(_, p, _)| p.rank_count() as u32)
            .max()
            .unwrap_or(0);
        for (part, placement, shift) in row {
            for (&v, (rank, across)) in part
                .nodes
                .iter()
                .zip(placement.ranks.iter().zip(&placement.across))
            {
                whole.ranks[v as usize] = base + rank;
                whole.across[v as usize] = across + shift;
            }
            for (&e, passes) in part.edges.iter().zip(placement.passes) {
                whole.passes[e as usize] = passes.iter().map(|x| x + shift).collect();
            }
        }
        base += height;
    }
    whole
}

/// Left and right end of everything placed.
fn extent(breadths: &[f64], placement: &Placement) -> (f64, f64) {
    let mut low = f64::INFINITY;
    let mut high = f64::NEG_INFINITY;
    for (x, breadth) in placement.across.iter().zip(breadths) {
        low = low.min(x - breadth / 2.0);
        high = high.max(x + breadth / 2.0);
    }
    for &x in placement.passes.iter().flatten() {
        low = low.min(x);
        high = high.max(x);
    }
    (low, high)
}
