//! A layering in which every line joins neighbouring ranks: long edges become
//! chains of *passes*, items without extent that keep a place free.

use std::ops::Range;

use super::MAX_PASSES;
use crate::graph::Adjacency;

/// Items `0..node_count` are the nodes, the rest are passes, chain by chain.
#[derive(Debug)]
pub(super) struct Layers {
    pub node_count: usize,
    pub rank_count: usize,
    /// Rank of each item.
    pub ranks: Vec<u32>,
    /// Neighbours one rank lower and one rank higher.
    pub lower: Adjacency,
    pub upper: Adjacency,
    pub line_count: usize,
    /// Where the passes of each edge begin; one entry more than edges.
    chain_starts: Vec<u32>,
}

impl Layers {
    /// Nothing when there would be more than [`MAX_PASSES`] passes.
    pub fn new(edges: &[(u32, u32)], mut ranks: Vec<u32>) -> Option<Self> {
        let node_count = ranks.len();
        let span = |&(a, b): &(u32, u32)| u64::from(ranks[b as usize] - ranks[a as usize] - 1);
        if edges.iter().map(span).sum::<u64>() > MAX_PASSES {
            return None;
        }
        let rank_count = ranks.iter().max().map_or(0, |&r| r as usize + 1);
        let mut lines = Vec::with_capacity(edges.len());
        let mut chain_starts = Vec::with_capacity(edges.len() + 1);
        for &(from, to) in edges {
            chain_starts.push(ranks.len() as u32);
            let mut low = from;
            for rank in ranks[from as usize] + 1..ranks[to as usize] {
                let item = ranks.len() as u32;
                ranks.push(rank);
                lines.push((low, item));
                low = item;
            }
            lines.push((low, to));
        }
        chain_starts.push(ranks.len() as u32);
        let upper = Adjacency::new(ranks.len(), lines.iter().copied());
        let lower = Adjacency::new(ranks.len(), lines.iter().map(|&(a, b)| (b, a)));
        let line_count = lines.len();
        Some(Self {
            node_count,
            rank_count,
            ranks,
            lower,
            upper,
            line_count,
            chain_starts,
        })
    }

    pub fn item_count(&self) -> usize {
        self.ranks.len()
    }

    pub fn is_pass(&self, item: u32) -> bool {
        item as usize >= self.node_count
    }

    /// The passes of an edge, from its lower to its higher end.
    pub fn passes_of(&self, edge: usize) -> Range<u32> {
        self.chain_starts[edge]..self.chain_starts[edge + 1]
    }
}
