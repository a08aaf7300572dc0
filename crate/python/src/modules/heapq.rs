//! `heapq`: the heap algorithms on lists, with comparisons in CPython's order, and `merge`, `nlargest`, `nsmallest` in Python.

use super::support::{Table, add_functions};
use crate::error::Res;
use crate::object::{Args, Object};
use crate::value::{Ref, Value};
use crate::vm::Vm;

const FUNCTIONS: Table = &[
    ("heappush", push),
    ("heappop", pop),
    ("heapify", |vm, args| {
        let [heap] = vm.exact("heapify", args)?;
        let heap = list_of(vm, "heapify() argument", heap)?;
        for place in (0..length(vm, heap) / 2).rev() {
            sift_up(vm, heap, place)?;
        }
        Ok(Value::NONE)
    }),
    ("heapreplace", replace),
    ("heappushpop", push_pop),
];

pub(super) fn install(vm: &mut Vm) {
    vm.register_module("heapq", build);
}

fn build(vm: &mut Vm, module: Ref) -> Res<()> {
    add_functions(vm, module, FUNCTIONS);
    super::source::run(vm, module, include_str!("library/heapq.py"))
}

fn list_of(vm: &mut Vm, what: &str, heap: Value) -> Res<Ref> {
    match vm.plain(heap).as_ref() {
        Some(r) if matches!(vm.heap.get(r), Object::List(_)) => Ok(r),
        _ => {
            let name = vm.type_name(heap);
            Err(vm.type_error(format!("{what} must be list, not {name}")))
        }
    }
}

fn length(vm: &Vm, heap: Ref) -> usize {
    vm.list_items(Value::object(heap)).map_or(0, <[Value]>::len)
}

/// An item; comparisons may have changed the list meanwhile.
fn item(vm: &mut Vm, heap: Ref, place: usize) -> Res {
    match vm.list_items(Value::object(heap)).and_then(|items| items.get(place)).copied() {
        Some(item) => Ok(item),
        None => Err(vm.error(crate::object::Type::RuntimeError, "list changed size during iteration")),
    }
}

fn put(vm: &mut Vm, heap: Ref, place: usize, value: Value) -> Res<()> {
    if let Object::List(items) = vm.heap.get_mut(heap)?
        && let Some(slot) = items.get_mut(place)
    {
        *slot = value;
    }
    Ok(())
}

/// Moves the item at `place` towards the root until its parent is not greater.
fn sift_down(vm: &mut Vm, heap: Ref, start: usize, mut place: usize) -> Res<()> {
    let new = item(vm, heap, place)?;
    vm.keep(new);
    while place > start {
        let parent_place = (place - 1) / 2;
        let parent = item(vm, heap, parent_place)?;
        vm.keep(parent);
        if !vm.lt(new, parent)? {
            break;
        }
        put(vm, heap, place, parent)?;
        put(vm, heap, parent_place, new)?;
        place = parent_place;
    }
    Ok(())
}

/// Moves the smaller children up to a leaf, then the item from there to its place.
fn sift_up(vm: &mut Vm, heap: Ref, start: usize) -> Res<()> {
    let end = length(vm, heap);
    let mut place = start;
    let new = item(vm, heap, place)?;
    vm.keep(new);
    let mut child = 2 * place + 1;
    while child < end {
        if child + 1 < end {
            let (left, right) = (item(vm, heap, child)?, item(vm, heap, child + 1)?);
            if !vm.lt(left, right)? {
                child += 1;
            }
        }
        let smaller = item(vm, heap, child)?;
        put(vm, heap, place, smaller)?;
        put(vm, heap, child, new)?;
        place = child;
        child = 2 * place + 1;
    }
    sift_down(vm, heap, start, place)
}

fn push(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [heap, new] = vm.exact("heappush", args)?;
    let heap = list_of(vm, "heappush() argument 1", heap)?;
    vm.list_push(heap, new)?;
    let last = length(vm, heap).saturating_sub(1);
    sift_down(vm, heap, 0, last)?;
    Ok(Value::NONE)
}

fn pop(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [heap] = vm.exact("heappop", args)?;
    let heap = list_of(vm, "heappop() argument", heap)?;
    let last = match vm.heap.get_mut(heap)? {
        Object::List(items) => items.pop(),
        _ => None,
    };
    let Some(last) = last else { return Err(vm.index_error("index out of range")) };
    vm.keep(last);
    if length(vm, heap) == 0 {
        return Ok(last);
    }
    let smallest = item(vm, heap, 0)?;
    vm.keep(smallest);
    put(vm, heap, 0, last)?;
    sift_up(vm, heap, 0)?;
    Ok(smallest)
}

fn replace(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [heap, new] = vm.exact("heapreplace", args)?;
    let heap = list_of(vm, "heapreplace() argument 1", heap)?;
    if length(vm, heap) == 0 {
        return Err(vm.index_error("index out of range"));
    }
    let smallest = item(vm, heap, 0)?;
    vm.keep(smallest);
    put(vm, heap, 0, new)?;
    sift_up(vm, heap, 0)?;
    Ok(smallest)
}

fn push_pop(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [heap, new] = vm.exact("heappushpop", args)?;
    let heap = list_of(vm, "heappushpop() argument 1", heap)?;
    if length(vm, heap) == 0 {
        return Ok(new);
    }
    let smallest = item(vm, heap, 0)?;
    vm.keep(smallest);
    if !vm.lt(smallest, new)? {
        return Ok(new);
    }
    put(vm, heap, 0, new)?;
    sift_up(vm, heap, 0)?;
    Ok(smallest)
}
