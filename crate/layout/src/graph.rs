//! What is to be drawn: tasks, data and aliases with their dependencies.

use std::fmt;

/// What a node of a task graph stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NodeKind {
    /// A call: a circle, and a box for its value.
    Task,
    /// A value that is in the graph from the start: a box only.
    Data,
    /// Another name of a value; Dask draws it like a task.
    Alias,
}

/// One entry of a task graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureNode {
    /// The key's prefix, written in the circle.
    pub label: String,
    /// What stands in the box of the value; often empty.
    pub box_label: String,
    pub kind: NodeKind,
    /// Indices of the nodes this one needs, in the order of its arguments.
    pub deps: Vec<u32>,
}

/// A task graph in program order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PictureGraph {
    pub nodes: Vec<PictureNode>,
    /// The wanted nodes, in the order they were asked for.
    pub outputs: Vec<u32>,
}

/// Why a graph has no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LayoutError {
    /// `node` needs itself, directly or through others.
    Cycle { node: u32 },
    /// `node` needs, or the outputs name, an index that is not in the graph.
    UnknownNode { index: u32 },
    /// The graph has more nodes or edges than a picture can hold.
    TooLarge { nodes: usize, edges: usize },
}

impl fmt::Display for LayoutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cycle { node } => {
                write!(f, "the graph has a cycle: task {node} needs its own result")
            }
            Self::UnknownNode { index } => {
                write!(f, "the graph names node {index}, which does not exist")
            }
            Self::TooLarge { nodes, edges } => write!(
                f,
                "a graph of {nodes} tasks and {edges} edges is too large to draw; use fewer, larger tasks"
            ),
        }
    }
}

impl std::error::Error for LayoutError {}

impl PictureGraph {
    /// The edges `(needed, needing)` without repetitions: nodes in program
    /// order, their dependencies in argument order.
    ///
    /// # Errors
    /// [`LayoutError::UnknownNode`] when an index is out of range.
    pub(crate) fn edges(&self) -> Result<Vec<(u32, u32)>, LayoutError> {
        let n = self.nodes.len();
        if let Some(&index) = self.outputs.iter().find(|&&o| o as usize >= n) {
            return Err(LayoutError::UnknownNode { index });
        }
        let mut last_user = vec![u32::MAX; n];
        let mut edges = Vec::new();
        for (to, node) in (0u32..).zip(&self.nodes) {
            for &from in &node.deps {
                let seen = last_user
                    .get_mut(from as usize)
                    .ok_or(LayoutError::UnknownNode { index: from })?;
                if *seen != to {
                    *seen = to;
                    edges.push((from, to));
                }
            }
        }
        Ok(edges)
    }
}

/// An order of `0..n` in which every edge points forward, as near to the given
/// order as first-in first-out allows.
///
/// # Errors
/// [`LayoutError::Cycle`] with a node that lies on a cycle.
pub(crate) fn topological_order(n: usize, edges: &[(u32, u32)]) -> Result<Vec<u32>, LayoutError> {
    let above = Adjacency::new(n, edges.iter().copied());
    let mut missing = vec![0u32; n];
    for &(_, to) in edges {
        missing[to as usize] += 1;
    }
    let mut order: Vec<u32> = (0..n as u32)
        .filter(|&v| missing[v as usize] == 0)
        .collect();
    let mut next = 0;
    while let Some(&v) = order.get(next) {
        next += 1;
        for &w in above.of(v) {
            missing[w as usize] -= 1;
            if missing[w as usize] == 0 {
                order.push(w);
            }
        }
    }
    if order.len() == n {
        return Ok(order);
    }
    Err(LayoutError::Cycle {
        node: node_on_cycle(edges, &missing),
    })
}

/// Follows unmet dependencies backwards until a node comes round again.
fn node_on_cycle(edges: &[(u32, u32)], missing: &[u32]) -> u32 {
    let mut needs = vec![u32::MAX; missing.len()];
    for &(from, to) in edges {
        if missing[from as usize] > 0 {
            needs[to as usize] = from;
        }
    }
    let mut seen = vec![false; missing.len()];
    let mut v = missing.iter().position(|&m| m > 0).unwrap_or(0) as u32;
    while !std::mem::replace(&mut seen[v as usize], true) {
        v = needs[v as usize];
    }
    v
}

/// Neighbours of every node in one flat array.
#[derive(Debug, Clone)]
pub(crate) struct Adjacency {
    starts: Vec<u32>,
    ends: Vec<u32>,
}

impl Adjacency {
    /// Neighbours `b` of `a` for pairs `(a, b)`, in the order of the pairs.
    pub(crate) fn new(n: usize, pairs: impl Iterator<Item = (u32, u32)> + Clone) -> Self {
        let mut starts = vec![0u32; n + 1];
        for (a, _) in pairs.clone() {
            starts[a as usize + 1] += 1;
        }
        for i in 0..n {
            starts[i + 1] += starts[i];
        }
        let mut fill = starts.clone();
        let mut ends = vec![0u32; starts[n] as usize];
        for (a, b) in pairs {
            let slot = &mut fill[a as usize];
            ends[*slot as usize] = b;
            *slot += 1;
        }
        Self { starts, ends }
    }

    /// How many nodes there are.
    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    pub(crate) fn of(&self, v: u32) -> &[u32] {
        &self.ends[self.starts[v as usize] as usize..self.starts[v as usize + 1] as usize]
    }
}
