//! What is remembered of a picture, so that the next one moves little.
//!
//! Nodes that were there keep their names, which lets a page move a shape
//! instead of replacing it, and their places are hints for the layout.

use std::collections::HashSet;

use crate::draw::{Direction, Style};
use crate::matching::{Likeness, match_nodes};
use crate::place::{Hints, Placement};

/// What is remembered of a picture. The order of what stands side by side
/// outlives a change of style or direction.
#[derive(Debug, Clone, PartialEq)]
pub struct Memory {
    pub(crate) style: Style,
    pub(crate) direction: Direction,
    pub(crate) likeness: Likeness,
    /// Name of each unit.
    pub(crate) names: Vec<String>,
    /// Which units are stacks.
    pub(crate) stacks: Vec<bool>,
    pub(crate) breadths: Vec<f64>,
    pub(crate) placement: Placement,
    /// Centre of the first shape of each unit, in pixels of the picture.
    pub(crate) centres: Vec<(f64, f64)>,
}

/// What a memory says about the units of the next picture.
#[derive(Debug, Default)]
pub(crate) struct Recalled {
    /// Which remembered unit each unit is.
    pub units: Vec<Option<u32>>,
    pub hints: Hints,
}

impl Memory {
    /// Looks for the units of a picture among the remembered ones.
    pub(crate) fn recall(&self, likeness: &Likeness) -> Recalled {
        let units = match_nodes(&self.likeness, likeness);
        let mut hints = Hints {
            across: vec![None; units.len()],
            ranks: vec![None; units.len()],
            passes: vec![None; likeness.edges.len()],
        };
        let mut unit_now = vec![None; self.names.len()];
        for (v, unit) in (0u32..).zip(&units) {
            let Some(u) = *unit else { continue };
            unit_now[u as usize] = Some(v);
            hints.across[v as usize] = Some(self.placement.across[u as usize]);
            hints.ranks[v as usize] = Some(self.placement.ranks[u as usize]);
        }
        let mut edge_before = std::collections::HashMap::new();
        for (e, &(a, b)) in self.likeness.edges.iter().enumerate() {
            if let (Some(a), Some(b)) = (unit_now[a as usize], unit_now[b as usize]) {
                edge_before.insert((a, b), e);
            }
        }
        for (passes, edge) in hints.passes.iter_mut().zip(&likeness.edges) {
            *passes = edge_before
                .get(edge)
                .map(|&e| self.placement.passes[e].clone());
        }
        Recalled { units, hints }
    }

    /// Whether a picture of the same graph with shapes of the same size was
    /// drawn: then it stays as it is.
    pub(crate) fn is_of(&self, likeness: &Likeness, breadths: &[f64]) -> bool {
        self.likeness == *likeness && self.breadths == *breadths
    }

    /// Gives known units the names they had, and the others names that are
    /// still free. The names of stacks say how they are opened, so they stay
    /// what they are and never pass to a task.
    pub(crate) fn rename(&self, names: &mut [String], units: &[Option<u32>], stacks: &[bool]) {
        let known = |v: usize| units[v].filter(|&u| !stacks[v] && !self.stacks[u as usize]);
        let mut taken: HashSet<String> = HashSet::new();
        for (v, name) in names.iter_mut().enumerate() {
            if let Some(u) = known(v) {
                name.clone_from(&self.names[u as usize]);
            }
            if known(v).is_some() || stacks[v] {
                taken.insert(name.clone());
            }
        }
        for (v, name) in names.iter_mut().enumerate() {
            if known(v).is_some() || stacks[v] {
                continue;
            }
            let fresh = name.clone();
            let mut number = 0;
            while !taken.insert(name.clone()) {
                number += 1;
                *name = format!("{fresh}~{number}");
            }
        }
    }

    /// How far most known units have moved, in pixels.
    pub(crate) fn shift(&self, centres: &[(f64, f64)], units: &[Option<u32>]) -> (f64, f64) {
        let moves = |of: fn((f64, f64)) -> f64| {
            let known = units.iter().zip(centres);
            let mut moves: Vec<f64> = known
                .filter_map(|(u, &at)| Some(of(at) - of(self.centres[(*u)? as usize])))
                .collect();
            moves.sort_by(f64::total_cmp);
            moves.get(moves.len() / 2).copied().unwrap_or(0.0)
        };
        (moves(|at| at.0), moves(|at| at.1))
    }
}
