//! The parts of a graph that hang together are placed one by one and then set
//! side by side.

use crate::place::{Hints, Placement, Problem};
use crate::{layered, sets};

/// Free space between two parts of a graph.
const PART_SEPARATION_PX: f64 = 24.0;
/// Width at which parts begin a new row.
const ROW_PX: f64 = 1_600.0;

/// Places all nodes; `topo` is a topological order. Rows of parts follow each
/// other along the flow, or against it if `first_row_last`.
///
/// Nothing when the graph has too many long edges.
pub(crate) fn place(
    problem: &Problem,
    topo: &[u32],
    first_row_last: bool,
    hints: Option<&Hints>,
) -> Option<Placement> {
    let mut parts = Vec::new();
    for part in split(problem, topo, hints) {
        let share = part.edges.len() as f64 / problem.edges.len().max(1) as f64;
        let mut placement = layered::place(&part.problem, &part.topo, share, &part.hints)?;
        if reads_backwards(&placement, &part) {
            mirror(&mut placement);
        }
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
    hints: Hints,
}

fn split(problem: &Problem, topo: &[u32], hints: Option<&Hints>) -> Vec<Part> {
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
                hints: Hints::default(),
            });
        } else {
            part_of[v] = part_of[root];
        }
        let part = &mut parts[part_of[v]];
        local[v] = part.nodes.len() as u32;
        part.nodes.push(v as u32);
        part.problem.breadths.push(problem.breadths[v]);
        part.hints.across.push(hints.and_then(|h| h.across[v]));
        part.hints.ranks.push(hints.and_then(|h| h.ranks[v]));
    }
    for (e, &(a, b)) in (0u32..).zip(&problem.edges) {
        let part = &mut parts[part_of[a as usize]];
        part.problem
            .edges
            .push((local[a as usize], local[b as usize]));
        part.edges.push(e);
        let passes = hints.and_then(|h| h.passes[e as usize].clone());
        part.hints.passes.push(passes);
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

/// Whether a placement should be turned round: when it lies the other way than
/// what is remembered of it, or when more arguments stand right to left than
/// left to right, or, when that is even, more neighbours stand against the
/// order of the program than along it.
fn reads_backwards(placement: &Placement, part: &Part) -> bool {
    if part.hints.any() {
        return lies_against(&placement.across, &part.hints);
    }
    let edges = &part.problem.edges;
    let mut along = 0i64;
    // Edges come consumer by consumer, in the order of the arguments.
    for pair in edges.windows(2).filter(|pair| pair[0].1 == pair[1].1) {
        let across = |end: u32| placement.across[end as usize];
        along += if across(pair[0].0) < across(pair[1].0) {
            1
        } else {
            -1
        };
    }
    if along == 0 {
        for rank in placement.slots(edges) {
            let nodes: Vec<u32> = rank.iter().filter_map(|slot| slot.item.node()).collect();
            along += nodes
                .windows(2)
                .map(|w| if w[0] < w[1] { 1 } else { -1 })
                .sum::<i64>();
        }
    }
    along < 0
}

/// Whether places go down where the remembered ones go up.
fn lies_against(across: &[f64], hints: &Hints) -> bool {
    let known = || across.iter().zip(&hints.across);
    let pairs = || known().filter_map(|(&now, before)| Some((now, (*before)?)));
    let count = pairs().count().max(1) as f64;
    let (now, before) = pairs().fold((0.0, 0.0), |(a, b), (x, y)| (a + x, b + y));
    let (now, before) = (now / count, before / count);
    pairs().map(|(x, y)| (x - now) * (y - before)).sum::<f64>() < 0.0
}

fn mirror(placement: &mut Placement) {
    let passes = placement.passes.iter_mut().flatten();
    for across in placement.across.iter_mut().chain(passes) {
        *across = -*across;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::topological_order;
    use crate::{adapter, crossing};

    /// Crossings of the crate's layout and of ours.
    fn compare(nodes: usize, edges: &[(u32, u32)]) -> (u64, u64) {
        let problem = Problem {
            breadths: vec![44.0; nodes],
            edges: edges.to_vec(),
            outputs: Vec::new(),
        };
        let topo = topological_order(nodes, edges).expect("no cycle");
        let own = layered::place(&problem, &topo, 1.0, &Hints::default()).expect("few passes");
        let other = adapter::place(&problem, own.rank_count()).expect("small");
        (crossing::count(edges, &other), crossing::count(edges, &own))
    }

    /// sum(w * x) / sum(w) for four values; weights are 0 to 3, values 4 to 7.
    const WEIGHTED_MEAN: [(u32, u32); 22] = [
        (4, 8),
        (0, 8),
        (5, 9),
        (1, 9),
        (6, 10),
        (2, 10),
        (7, 11),
        (3, 11),
        (8, 12),
        (9, 12),
        (10, 13),
        (11, 13),
        (12, 14),
        (13, 14),
        (0, 15),
        (1, 15),
        (2, 16),
        (3, 16),
        (15, 17),
        (16, 17),
        (14, 18),
        (17, 18),
    ];

    #[test]
    fn our_layout_untangles_shared_inputs() {
        let (other, own) = compare(19, &WEIGHTED_MEAN);
        assert!(own <= 3 && own <= other, "{own} and {other} crossings");
    }

    #[test]
    fn both_engines_draw_trees_without_crossings() {
        let edges: Vec<(u32, u32)> = (0..14).map(|v| (v, 8 + v / 2)).collect();
        assert_eq!(compare(15, &edges), (0, 0));
    }

    /// Ranks differ, so now and then the crate finds a picture with fewer
    /// crossings, but rarely.
    #[test]
    fn small_graphs_cross_less_than_in_dagre() {
        let mut state = 1u64;
        let mut below = move |bound: u32| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            ((state >> 33) % u64::from(bound)) as u32
        };
        let (mut others, mut owns, mut worse) = (0, 0, 0);
        for _ in 0..SMALL_GRAPHS {
            let mut edges: Vec<(u32, u32)> = (0..17)
                .map(|_| (below(11), 1 + below(5)))
                .map(|(a, step)| (a, (a + step).min(11)))
                .collect();
            edges.sort_unstable_by_key(|&(a, b)| (b, a));
            edges.dedup();
            let (other, own) = compare(12, &edges);
            others += other;
            owns += own;
            worse += u32::from(own > other);
        }
        assert!(owns <= others, "{owns} and {others} crossings");
        assert!(worse * 20 <= SMALL_GRAPHS, "more on {worse} graphs");
    }

    const SMALL_GRAPHS: u32 = 300;

    #[test]
    fn parts_stand_side_by_side_and_in_rows() {
        let problem = Problem {
            breadths: vec![44.0; 60],
            edges: vec![],
            outputs: vec![],
        };
        let topo: Vec<u32> = (0..60).collect();
        let placement = place(&problem, &topo, true, None).expect("no edges");
        let last = placement.rank_count() as u32 - 1;
        assert!(last >= 1, "60 tasks are wider than a row");
        assert_eq!(
            placement.ranks[0], last,
            "the first row is the last along the flow"
        );
        assert!(placement.across[0] < placement.across[1]);
    }
}
