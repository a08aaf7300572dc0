//! Sorting: stable, by runs, asking `later < earlier` only, as CPython does, so that errors and side effects of
//! comparisons agree. Items of one plain type are sorted without asking the machine.
//!
//! ```text
//! find a run, reverse it if it falls, lengthen it to MIN_RUN by insertion,
//! push it; merge neighbours while the stack of runs is out of balance
//! ```

use std::cmp::Ordering;

use super::support::list_mut;
use crate::error::Res;
use crate::object::Object;
use crate::value::{Ref, Value};
use crate::vm::Vm;

/// Shorter runs are lengthened by insertion.
const MIN_RUN: usize = 32;

/// An item and what it is compared by.
#[derive(Clone, Copy)]
struct Entry {
    key: Value,
    item: Value,
}

/// Sorts a list in place. It is empty while Python code runs; whoever writes it then gets a `ValueError`.
pub(super) fn sort_list(vm: &mut Vm, list: Ref, key: Option<Value>, reverse: bool) -> Res<()> {
    let items = std::mem::take(list_mut(vm, list)?);
    if items.len() < 2 && key.is_none() {
        *list_mut(vm, list)? = items;
        return Ok(());
    }
    // Keeps the items alive while they are in no list.
    let holder = vm.tuple(items.clone());
    let mut entries: Vec<Entry> = items.iter().map(|&item| Entry { key: item, item }).collect();
    let mut result = match key {
        Some(key) => apply_key(vm, key, &mut entries),
        None => Ok(()),
    };
    if result.is_ok() {
        if reverse {
            entries.reverse();
        }
        result = sort_entries(vm, &mut entries);
        if reverse {
            entries.reverse();
        }
    }
    vm.keep(holder);
    let target = list_mut(vm, list)?;
    let touched = !target.is_empty();
    *target = entries.into_iter().map(|entry| entry.item).collect();
    result?;
    if touched {
        return Err(vm.value_error("list modified during sort"));
    }
    Ok(())
}

fn apply_key(vm: &mut Vm, key: Value, entries: &mut [Entry]) -> Res<()> {
    let keys = vm.list(Vec::with_capacity(entries.len()));
    let Some(keys) = keys.as_ref() else {
        return Ok(());
    };
    let mark = vm.kept();
    for entry in entries.iter_mut() {
        entry.key = vm.call(key, &[entry.item])?;
        // The list of keys keeps them alive; nobody else sees it.
        list_mut(vm, keys)?.push(entry.key);
        vm.release(mark, Value::NONE);
    }
    vm.keep(Value::object(keys));
    Ok(())
}

fn sort_entries(vm: &mut Vm, entries: &mut [Entry]) -> Res<()> {
    if let Some(result) = sort_plain(vm, entries) {
        return result;
    }
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut start = 0;
    while start < entries.len() {
        let end = next_run(vm, entries, start)?;
        runs.push((start, end));
        start = end;
        balance(vm, entries, &mut runs, false)?;
    }
    balance(vm, entries, &mut runs, true)
}

/// Keys that are all small integers, all floats or all exact strings need no machine.
fn sort_plain(vm: &mut Vm, entries: &mut [Entry]) -> Option<Res<()>> {
    let work = entries.len();
    if entries.iter().all(|entry| entry.key.as_small_int().is_some()) {
        entries.sort_by_key(|entry| entry.key.as_small_int());
    } else if entries.iter().all(|entry| entry.key.as_float().is_some_and(|f| !f.is_nan())) {
        entries.sort_by(|a, b| a.key.as_float().partial_cmp(&b.key.as_float()).unwrap_or(Ordering::Equal));
    } else if entries.iter().all(|entry| matches!(vm.heap.object(entry.key), Some(Object::Str(_)))) {
        let heap = &vm.heap;
        let text = |value: Value| match heap.object(value) {
            Some(Object::Str(text)) => text.as_str(),
            _ => "",
        };
        entries.sort_by(|a, b| text(a.key).cmp(text(b.key)));
    } else {
        return None;
    }
    Some(vm.tick(work as u64))
}

fn less(vm: &mut Vm, a: Entry, b: Entry) -> Res<bool> {
    let mark = vm.kept();
    let less = vm.lt(a.key, b.key)?;
    vm.release(mark, Value::NONE);
    Ok(less)
}

/// Makes a sorted run from `start` on and returns its end.
fn next_run(vm: &mut Vm, entries: &mut [Entry], start: usize) -> Res<usize> {
    let length = entries.len();
    let mut end = start + 1;
    if end < length {
        let falling = less(vm, entries[end], entries[end - 1])?;
        end += 1;
        while end < length && less(vm, entries[end], entries[end - 1])? == falling {
            end += 1;
        }
        if falling {
            entries[start..end].reverse();
        }
    }
    let wanted = (start + MIN_RUN).min(length);
    while end < wanted {
        let pivot = entries[end];
        let (mut low, mut high) = (start, end);
        while low < high {
            let middle = low + (high - low) / 2;
            if less(vm, pivot, entries[middle])? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        entries[low..=end].rotate_right(1);
        end += 1;
    }
    Ok(end)
}

/// Merges until each run is longer than the two after it together, or to the end.
fn balance(vm: &mut Vm, entries: &mut [Entry], runs: &mut Vec<(usize, usize)>, to_the_end: bool) -> Res<()> {
    let length = |run: (usize, usize)| run.1 - run.0;
    while let [.., left, right] = runs[..] {
        let before = runs.len().checked_sub(3).and_then(|place| runs.get(place)).copied();
        let crowded = before.is_some_and(|before| length(before) <= length(left) + length(right));
        if !to_the_end && !crowded && length(left) > length(right) {
            break;
        }
        match before {
            Some(before) if crowded && length(before) < length(right) => {
                merge(vm, entries, before, left)?;
                runs.truncate(runs.len() - 3);
                runs.extend([(before.0, left.1), right]);
            }
            _ => {
                merge(vm, entries, left, right)?;
                runs.truncate(runs.len() - 2);
                runs.push((left.0, right.1));
            }
        }
    }
    Ok(())
}

/// Merges two neighbouring runs; equal items keep their order.
fn merge(vm: &mut Vm, entries: &mut [Entry], left: (usize, usize), right: (usize, usize)) -> Res<()> {
    let early = entries[left.0..left.1].to_vec();
    let (mut from_early, mut from_late, mut to) = (0, right.0, left.0);
    let mut result = Ok(());
    while from_early < early.len() && from_late < right.1 {
        match less(vm, entries[from_late], early[from_early]) {
            Ok(true) => {
                entries[to] = entries[from_late];
                from_late += 1;
            }
            Ok(false) => {
                entries[to] = early[from_early];
                from_early += 1;
            }
            Err(error) => {
                result = Err(error);
                break;
            }
        }
        to += 1;
    }
    // Also after an error nothing may be lost: the gap is exactly what is left of the early run.
    let rest = &early[from_early..];
    entries[to..to + rest.len()].copy_from_slice(rest);
    result
}
