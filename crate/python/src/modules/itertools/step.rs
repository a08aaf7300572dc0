//! One step of each iterator.

use super::{State, Tool, tool};
use crate::code::BinOp;
use crate::error::Res;
use crate::object::{Args, Object};
use crate::value::Value;
use crate::vm::Vm;

/// Places in the shared list of a group-by.
const ITER: usize = 0;
const KEY_FUNCTION: usize = 1;
const TARGET_KEY: usize = 2;
const CURRENT_KEY: usize = 3;
const CURRENT_VALUE: usize = 4;
const CURRENT_GROUP: usize = 5;

impl Tool {
    pub(super) fn step(&mut self, vm: &mut Vm) -> Res<Option<Value>> {
        let values = &mut self.values;
        match &mut self.state {
            State::Count => {
                let current = values[0];
                values[0] = vm.binary(BinOp::Add, current, values[1])?;
                Ok(Some(current))
            }
            State::Cycle(place) => cycle(vm, place, values),
            State::Repeat(left) => match left {
                Some(0) => Ok(None),
                Some(left) => {
                    *left -= 1;
                    Ok(Some(values[0]))
                }
                None => Ok(Some(values[0])),
            },
            State::Accumulate => accumulate(vm, values),
            State::Chain => chain(vm, values),
            State::Compress => {
                let (mark, mut turns) = (vm.kept(), 0);
                loop {
                    let Some(item) = vm.next(values[0])? else { return Ok(None) };
                    let Some(selected) = vm.next(values[1])? else { return Ok(None) };
                    if vm.truthy(selected)? {
                        return Ok(Some(item));
                    }
                    vm.release(mark, Value::NONE);
                    vm.turn(&mut turns)?;
                }
            }
            State::DropWhile(dropping) => {
                let (mark, mut turns) = (vm.kept(), 0);
                loop {
                    let Some(item) = vm.next(values[1])? else { return Ok(None) };
                    if !*dropping || !test(vm, values[0], item)? {
                        *dropping = false;
                        return Ok(Some(item));
                    }
                    vm.release(mark, Value::NONE);
                    vm.turn(&mut turns)?;
                }
            }
            State::TakeWhile(through) => {
                if *through {
                    return Ok(None);
                }
                let Some(item) = vm.next(values[1])? else { return Ok(None) };
                if test(vm, values[0], item)? {
                    return Ok(Some(item));
                }
                *through = true;
                Ok(None)
            }
            State::FilterFalse => {
                let (mark, mut turns) = (vm.kept(), 0);
                loop {
                    let Some(item) = vm.next(values[1])? else { return Ok(None) };
                    let kept = if values[0].is_none() { vm.truthy(item)? } else { test(vm, values[0], item)? };
                    if !kept {
                        return Ok(Some(item));
                    }
                    vm.release(mark, Value::NONE);
                    vm.turn(&mut turns)?;
                }
            }
            State::StarMap => {
                let Some(item) = vm.next(values[1])? else { return Ok(None) };
                let args = vm.collect(item)?;
                vm.call_args(values[0], &Args { pos: &args, kw: &[] }).map(Some)
            }
            State::Slice { position, next, stop, step } => slice(vm, position, next, *stop, *step, values),
            State::ZipLongest => zip_longest(vm, values),
            State::Pairwise => pairwise(vm, values),
            State::Product { .. } | State::Permutations { .. } | State::Combinations { .. } => self.combine(vm),
            State::Tee => tee(vm, values),
            State::GroupBy => group_by(vm, values[0]),
            State::Grouper { id } => grouper(vm, values[0], values[1], *id),
            State::Done => Ok(None),
        }
    }
}

fn test(vm: &mut Vm, predicate: Value, item: Value) -> Res<bool> {
    let answer = vm.call(predicate, &[item])?;
    vm.truthy(answer)
}

fn cycle(vm: &mut Vm, place: &mut Option<usize>, values: &mut Vec<Value>) -> Res<Option<Value>> {
    if place.is_none() {
        if let Some(item) = vm.next(values[0])? {
            values.push(item);
            vm.heap.grew(8);
            vm.check_alloc(values.len() * 8)?;
            return Ok(Some(item));
        }
        *place = Some(0);
    }
    let saved = &values[1..];
    let at = place.unwrap_or(0);
    let item = saved.get(at).copied();
    if !saved.is_empty() {
        *place = Some((at + 1) % saved.len());
    }
    Ok(item)
}

fn accumulate(vm: &mut Vm, values: &mut [Value]) -> Res<Option<Value>> {
    if !values[3].is_unbound() {
        values[2] = std::mem::replace(&mut values[3], Value::UNBOUND);
        return Ok(Some(values[2]));
    }
    let Some(item) = vm.next(values[0])? else { return Ok(None) };
    values[2] = if values[2].is_unbound() {
        item
    } else if values[1].is_none() {
        vm.binary(BinOp::Add, values[2], item)?
    } else {
        vm.call(values[1], &[values[2], item])?
    };
    Ok(Some(values[2]))
}

fn chain(vm: &mut Vm, values: &mut [Value]) -> Res<Option<Value>> {
    let (mark, mut turns) = (vm.kept(), 0);
    loop {
        if !values[1].is_unbound() {
            if let Some(item) = vm.next(values[1])? {
                return Ok(Some(item));
            }
            values[1] = Value::UNBOUND;
        }
        if values[0].is_unbound() {
            return Ok(None);
        }
        match vm.next(values[0])? {
            Some(iterable) => values[1] = vm.iter(iterable)?,
            None => {
                values[0] = Value::UNBOUND;
                return Ok(None);
            }
        }
        vm.release(mark, values[1]);
        vm.turn(&mut turns)?;
    }
}

fn slice(
    vm: &mut Vm,
    position: &mut u64,
    next: &mut u64,
    stop: Option<u64>,
    step: u64,
    values: &mut [Value],
) -> Res<Option<Value>> {
    if values[0].is_unbound() {
        return Ok(None);
    }
    let target = stop.map_or(*next, |stop| stop.min(*next));
    let (mark, mut turns) = (vm.kept(), 0);
    while *position < target {
        if vm.next(values[0])?.is_none() {
            values[0] = Value::UNBOUND;
            return Ok(None);
        }
        *position += 1;
        vm.release(mark, Value::NONE);
        vm.turn(&mut turns)?;
    }
    if stop.is_some_and(|stop| *next >= stop) {
        values[0] = Value::UNBOUND;
        return Ok(None);
    }
    let item = vm.next(values[0])?;
    if item.is_none() {
        values[0] = Value::UNBOUND;
    }
    *position += 1;
    *next = next.saturating_add(step);
    Ok(item)
}

fn zip_longest(vm: &mut Vm, values: &mut [Value]) -> Res<Option<Value>> {
    let fill = values[0];
    let mut row = Vec::with_capacity(values.len() - 1);
    for iter in &mut values[1..] {
        if iter.is_unbound() {
            row.push(fill);
            continue;
        }
        match vm.next(*iter)? {
            Some(item) => row.push(item),
            None => {
                *iter = Value::UNBOUND;
                row.push(fill);
            }
        }
    }
    if values[1..].iter().all(|iter| iter.is_unbound()) {
        return Ok(None);
    }
    Ok(Some(vm.tuple(row)))
}

fn pairwise(vm: &mut Vm, values: &mut [Value]) -> Res<Option<Value>> {
    if values[1].is_unbound() {
        match vm.next(values[0])? {
            Some(first) => values[1] = first,
            None => return Ok(None),
        }
        vm.keep(values[1]);
    }
    match vm.next(values[0])? {
        Some(item) => {
            let pair = vm.tuple(vec![values[1], item]);
            values[1] = item;
            Ok(Some(pair))
        }
        None => Ok(None),
    }
}

/// All tees of one iterator walk a chain of cells `[item, next cell]`; the last cell is empty. What all have passed is
/// garbage.
fn tee(vm: &mut Vm, values: &mut [Value]) -> Res<Option<Value>> {
    let Some(cell) = values[1].as_ref() else { return Ok(None) };
    if let Some(&[item, next]) = vm.list_items(values[1]) {
        values[1] = next;
        return Ok(Some(item));
    }
    let Some(item) = vm.next(values[0])? else { return Ok(None) };
    // The step may have run code that moved another tee over this cell.
    if vm.list_items(values[1]).is_some_and(<[Value]>::is_empty) {
        let next = vm.list(Vec::new());
        if let Object::List(items) = vm.heap.get_mut_internal(cell) {
            items.extend([item, next]);
        }
        values[1] = next;
    }
    Ok(Some(item))
}

fn shared(vm: &Vm, list: Value, place: usize) -> Value {
    vm.list_items(list).and_then(|items| items.get(place)).copied().unwrap_or(Value::UNBOUND)
}

fn share(vm: &mut Vm, list: Value, place: usize, value: Value) {
    if let Some(Object::List(items)) = list.as_ref().map(|r| vm.heap.get_mut_internal(r))
        && let Some(slot) = items.get_mut(place)
    {
        *slot = value;
    }
}

/// Reads the next value of a group-by and its key; `false` at the end.
fn advance(vm: &mut Vm, list: Value) -> Res<bool> {
    let iter = shared(vm, list, ITER);
    let Some(item) = vm.next(iter)? else { return Ok(false) };
    let function = shared(vm, list, KEY_FUNCTION);
    let key = if function.is_none() { item } else { vm.call(function, &[item])? };
    share(vm, list, CURRENT_VALUE, item);
    share(vm, list, CURRENT_KEY, key);
    Ok(true)
}

fn group_by(vm: &mut Vm, list: Value) -> Res<Option<Value>> {
    let id = shared(vm, list, CURRENT_GROUP).as_small_int().unwrap_or(0) + 1;
    share(vm, list, CURRENT_GROUP, Value::small_int_wrapping(id));
    let (mark, mut turns) = (vm.kept(), 0);
    loop {
        let (current, target) = (shared(vm, list, CURRENT_KEY), shared(vm, list, TARGET_KEY));
        if !current.is_unbound() && (target.is_unbound() || !vm.eq(target, current)?) {
            break;
        }
        if !advance(vm, list)? {
            return Ok(None);
        }
        vm.release(mark, Value::NONE);
        vm.turn(&mut turns)?;
    }
    let key = shared(vm, list, CURRENT_KEY);
    share(vm, list, TARGET_KEY, key);
    let group = tool(vm, "itertools._grouper", State::Grouper { id }, vec![list, key]);
    Ok(Some(vm.tuple(vec![key, group])))
}

fn grouper(vm: &mut Vm, list: Value, key: Value, id: i64) -> Res<Option<Value>> {
    if shared(vm, list, CURRENT_GROUP).as_small_int() != Some(id) {
        return Ok(None);
    }
    if shared(vm, list, CURRENT_VALUE).is_unbound() && !advance(vm, list)? {
        return Ok(None);
    }
    let current = shared(vm, list, CURRENT_KEY);
    if !vm.eq(key, current)? {
        return Ok(None);
    }
    let value = shared(vm, list, CURRENT_VALUE);
    share(vm, list, CURRENT_VALUE, Value::UNBOUND);
    Ok(Some(value))
}
