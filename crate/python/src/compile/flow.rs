//! Which locals surely have a value at a point of the program: only the others
//! need a check before their use.

use crate::code::Reg;

/// The state at one point: unreachable points promise everything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Flow {
    pub reachable: bool,
    bound: Vec<u64>,
}

impl Flow {
    /// The entry of a function: its first `parameters` registers are bound.
    pub fn entry(parameters: Reg, variables: Reg) -> Self {
        let mut flow =
            Self { reachable: true, bound: vec![0; usize::from(variables).div_ceil(64)] };
        for reg in 0..parameters {
            flow.bind(reg);
        }
        flow
    }

    pub fn bind(&mut self, reg: Reg) {
        if let Some(word) = self.bound.get_mut(usize::from(reg) / 64) {
            *word |= 1 << (reg % 64);
        }
    }

    pub fn unbind(&mut self, reg: Reg) {
        if let Some(word) = self.bound.get_mut(usize::from(reg) / 64) {
            *word &= !(1 << (reg % 64));
        }
    }

    pub fn is_bound(&self, reg: Reg) -> bool {
        let word = self.bound.get(usize::from(reg) / 64).copied().unwrap_or(0);
        !self.reachable || word & (1 << (reg % 64)) != 0
    }

    /// What holds when control comes from either of two points.
    pub fn merge(&mut self, other: &Self) {
        if !other.reachable {
            return;
        }
        if !self.reachable {
            self.clone_from(other);
            return;
        }
        for (mine, theirs) in self.bound.iter_mut().zip(&other.bound) {
            *mine &= theirs;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merging_keeps_what_both_have() {
        let mut one = Flow::entry(1, 70);
        let mut two = one.clone();
        one.bind(66);
        one.bind(2);
        two.bind(2);
        one.merge(&two);
        assert!(one.is_bound(0) && one.is_bound(2) && !one.is_bound(66));
        two.reachable = false;
        assert!(two.is_bound(66));
        let before = one.clone();
        one.merge(&two);
        assert_eq!(one, before);
    }
}
