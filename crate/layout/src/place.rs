//! The question put to a layout engine and its answer, free of labels, styles
//! and directions.
//!
//! Engines think in ranks (along the flow) and in *across* coordinates (at
//! right angles to it):
//!
//! ```text
//! rank 2        o          along
//! rank 1     o     o        ^
//! rank 0    o o   o o       +--> across
//! ```

/// Free space between two nodes of a rank, in pixels.
pub(crate) const NODE_SEPARATION_PX: f64 = 16.0;
/// Free space between a node and a line that passes it.
pub(crate) const LINE_SEPARATION_PX: f64 = 14.0;
/// Free space between two lines that pass a rank side by side.
pub(crate) const LINES_SEPARATION_PX: f64 = 12.0;

/// Nodes `0..breadths.len()` in program order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Problem {
    /// Extent of each node across the flow; finite and positive.
    pub breadths: Vec<f64>,
    /// `(needed, needing)`, without repetitions and without cycles.
    pub edges: Vec<(u32, u32)>,
    /// Wanted nodes, in the order in which they should appear.
    pub outputs: Vec<u32>,
}

/// Where the nodes of a [`Problem`] go.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Placement {
    /// Rank of each node; every edge goes from a lower to a higher one.
    pub ranks: Vec<u32>,
    /// Centre of each node.
    pub across: Vec<f64>,
    /// For each edge, where it passes each rank strictly between its ends.
    pub passes: Vec<Vec<f64>>,
}

/// Where things were before an edit; nothing is known of what is new.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Hints {
    /// Centre and rank of each node.
    pub across: Vec<Option<f64>>,
    pub ranks: Vec<Option<u32>>,
    /// Passes of each edge.
    pub passes: Vec<Option<Vec<f64>>>,
}

impl Hints {
    /// Whether anything is known.
    pub(crate) fn any(&self) -> bool {
        self.across.iter().any(Option::is_some)
    }
}

/// One thing on a rank: a node, or an edge that passes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Slot {
    pub across: f64,
    pub item: Item,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Item {
    Node(u32),
    /// Edge, and the index of the pass in `Placement::passes`.
    Pass(u32, u32),
}

impl Item {
    pub(crate) fn node(self) -> Option<u32> {
        match self {
            Self::Node(v) => Some(v),
            Self::Pass(..) => None,
        }
    }
}

impl Placement {
    /// Number of ranks.
    pub(crate) fn rank_count(&self) -> usize {
        self.ranks.iter().max().map_or(0, |&r| r as usize + 1)
    }

    /// Everything on each rank, from left to right.
    pub(crate) fn slots(&self, edges: &[(u32, u32)]) -> Vec<Vec<Slot>> {
        let mut slots = vec![Vec::new(); self.rank_count()];
        for (v, (&rank, &across)) in (0u32..).zip(self.ranks.iter().zip(&self.across)) {
            slots[rank as usize].push(Slot {
                across,
                item: Item::Node(v),
            });
        }
        for (e, (&(from, _), passes)) in (0u32..).zip(edges.iter().zip(&self.passes)) {
            let base = self.ranks[from as usize] as usize + 1;
            for (k, &across) in passes.iter().enumerate() {
                slots[base + k].push(Slot {
                    across,
                    item: Item::Pass(e, k as u32),
                });
            }
        }
        for rank in &mut slots {
            rank.sort_by(|a, b| a.across.total_cmp(&b.across));
        }
        slots
    }
}
