//! `bisect`: places in sorted sequences.

use super::support::{Table, add_functions, given};
use crate::error::Res;
use crate::object::Args;
use crate::value::{Ref, Value};
use crate::vm::Vm;

const FUNCTIONS: Table = &[
    ("bisect_left", |vm, args| place(vm, "bisect_left", args, true).map(|(p, ..)| vm.usize(p))),
    ("bisect_right", |vm, args| place(vm, "bisect_right", args, false).map(|(p, ..)| vm.usize(p))),
    ("bisect", |vm, args| place(vm, "bisect_right", args, false).map(|(p, ..)| vm.usize(p))),
    ("insort_left", |vm, args| insert(vm, "insort_left", args, true)),
    ("insort_right", |vm, args| insert(vm, "insort_right", args, false)),
    ("insort", |vm, args| insert(vm, "insort_right", args, false)),
];

pub(super) fn install(vm: &mut Vm) {
    vm.register_module("bisect", build);
}

fn build(vm: &mut Vm, module: Ref) -> Res<()> {
    add_functions(vm, module, FUNCTIONS);
    Ok(())
}

/// The place where an item belongs, the sequence, and the item.
fn place(vm: &mut Vm, name: &str, args: &Args<'_>, left: bool) -> Res<(usize, Value, Value)> {
    let [sequence, item, low, high, key] = vm.bind(name, args, ["a", "x", "lo", "hi", "*key"], 2)?;
    let (sequence, item) = (sequence.unwrap_or(Value::NONE), item.unwrap_or(Value::NONE));
    let key = given(key);
    let low = low.map_or(Ok(0), |low| vm.to_index(low))?;
    if low < 0 {
        return Err(vm.value_error("lo must be non-negative"));
    }
    let high = match given(high) {
        Some(high) => vm.to_index(high)?,
        None => vm.len(sequence).map(|length| i64::try_from(length).unwrap_or(i64::MAX))?,
    };
    // `insort` compares by key on both sides, `bisect` takes the key itself.
    let wanted = match key {
        Some(key) if name.starts_with("insort") => vm.call(key, &[item])?,
        _ => item,
    };
    let (mut low, mut high) = (low, high);
    while low < high {
        let middle = low + (high - low) / 2;
        let index = vm.int(middle);
        let mut candidate = vm.get_item(sequence, index)?;
        if let Some(key) = key {
            candidate = vm.call(key, &[candidate])?;
        }
        let go_right = if left { vm.lt(candidate, wanted)? } else { !vm.lt(wanted, candidate)? };
        if go_right {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok((usize::try_from(low).unwrap_or(0), sequence, item))
}

fn insert(vm: &mut Vm, name: &str, args: &Args<'_>, left: bool) -> Res {
    let (place, sequence, item) = place(vm, name, args, left)?;
    let insert = vm.names.intern("insert");
    let place = vm.usize(place);
    vm.call_method(sequence, insert, &[place, item])
}
