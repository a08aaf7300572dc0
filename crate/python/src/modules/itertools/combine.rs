//! The steps of the combinatoric iterators: indices into a pool, moved on in lexicographic order.

use super::{State, Tool};
use crate::error::Res;
use crate::value::Value;
use crate::vm::Vm;

impl Tool {
    pub(super) fn combine(&mut self, vm: &mut Vm) -> Res<Option<Value>> {
        let more = match &mut self.state {
            State::Product { lengths, places, begun } => advance_product(lengths, places, begun),
            State::Permutations { indices, cycles, begun } => advance_permutation(indices, cycles, begun),
            State::Combinations { indices, begun, replace } => {
                advance_combination(indices, begun, self.values.len(), *replace)
            }
            _ => false,
        };
        if !more {
            self.state = State::Done;
            return Ok(None);
        }
        let items = self.items();
        Ok(Some(vm.tuple(items)))
    }

    /// The values at the indices.
    fn items(&self) -> Vec<Value> {
        let pool = &self.values;
        match &self.state {
            State::Product { lengths, places, .. } => {
                let mut start = 0;
                let mut items = Vec::with_capacity(places.len());
                for (length, place) in lengths.iter().zip(places) {
                    items.push(pool[start + place]);
                    start += length;
                }
                items
            }
            State::Permutations { indices, cycles, .. } => {
                indices.iter().take(cycles.len()).map(|&place| pool[place]).collect()
            }
            State::Combinations { indices, .. } => indices.iter().map(|&place| pool[place]).collect(),
            _ => Vec::new(),
        }
    }
}

fn advance_product(lengths: &[usize], places: &mut [usize], begun: &mut bool) -> bool {
    if !std::mem::replace(begun, true) {
        return lengths.iter().all(|&length| length > 0);
    }
    for (place, &length) in places.iter_mut().zip(lengths).rev() {
        *place += 1;
        if *place < length {
            return true;
        }
        *place = 0;
    }
    false
}

fn advance_permutation(indices: &mut [usize], cycles: &mut [usize], begun: &mut bool) -> bool {
    if !std::mem::replace(begun, true) {
        return true;
    }
    let n = indices.len();
    for i in (0..cycles.len()).rev() {
        cycles[i] -= 1;
        if cycles[i] == 0 {
            indices[i..].rotate_left(1);
            cycles[i] = n - i;
        } else {
            indices.swap(i, n - cycles[i]);
            return true;
        }
    }
    false
}

fn advance_combination(indices: &mut [usize], begun: &mut bool, n: usize, replace: bool) -> bool {
    if !std::mem::replace(begun, true) {
        return true;
    }
    let r = indices.len();
    let last = |i: usize| if replace { n - 1 } else { i + n - r };
    let Some(i) = (0..r).rev().find(|&i| indices[i] != last(i)) else { return false };
    let mut next = indices[i] + 1;
    for index in &mut indices[i..] {
        *index = next;
        next += usize::from(!replace);
    }
    true
}
