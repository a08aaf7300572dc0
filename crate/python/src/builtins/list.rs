//! `list`.

use super::support::{TICK_EVERY, has_own_init, list_mut, list_receiver, method_between, search_range, wrap};
use crate::error::Res;
use crate::object::{Args, Type, sym};
use crate::value::{Ref, Value};
use crate::vm::Vm;

pub(super) fn install(vm: &mut Vm) {
    let class = Ref::of(Type::List);
    vm.set_constructor(class, construct);
    vm.add_methods(
        class,
        &[
            ("__init__", init),
            ("append", append),
            ("extend", extend),
            ("insert", insert),
            ("pop", pop),
            ("remove", remove),
            ("clear", clear),
            ("copy", copy),
            ("index", index),
            ("count", count),
            ("reverse", reverse),
            ("sort", sort),
        ],
    );
}

fn construct(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    let items = if has_own_init(vm, class, Type::List) { Vec::new() } else { initial_items(vm, args)? };
    let plain = vm.list(items);
    Ok(wrap(vm, class, Type::List, plain))
}

fn initial_items(vm: &mut Vm, args: &Args<'_>) -> Res<Vec<Value>> {
    vm.no_keywords("list", args)?;
    match *vm.between("list", args, 0, 1)? {
        [items] => vm.collect(items),
        _ => Ok(Vec::new()),
    }
}

fn init(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = vm.split_receiver("list.__init__", args)?;
    let list = list_receiver(vm, "__init__", receiver)?;
    let items = initial_items(vm, &rest)?;
    vm.heap.grew(items.len() * size_of::<Value>());
    *list_mut(vm, list)? = items;
    Ok(Value::NONE)
}

fn append(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [item]) = vm.method("list.append", args)?;
    let list = list_receiver(vm, "append", receiver)?;
    vm.list_push(list, item)?;
    Ok(Value::NONE)
}

fn extend(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [more]) = vm.method("list.extend", args)?;
    let list = list_receiver(vm, "extend", receiver)?;
    vm.list_extend(list, more)?;
    Ok(Value::NONE)
}

fn insert(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = method_between(vm, "insert", args, 2, 2)?;
    let list = list_receiver(vm, "insert", receiver)?;
    let [place, item] = *rest else {
        return Ok(Value::NONE);
    };
    let place = vm.to_index(place)?;
    let items = list_mut(vm, list)?;
    let length = items.len();
    let place = match usize::try_from(place) {
        Ok(place) => place.min(length),
        Err(_) => length.saturating_sub(usize::try_from(place.unsigned_abs()).unwrap_or(usize::MAX)),
    };
    let before = items.capacity();
    items.insert(place, item);
    let grown = items.capacity() - before;
    vm.heap.grew(grown * size_of::<Value>());
    Ok(Value::NONE)
}

fn pop(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = method_between(vm, "pop", args, 0, 1)?;
    let list = list_receiver(vm, "pop", receiver)?;
    let place = rest.first().map_or(Ok(-1), |&place| vm.to_index(place))?;
    let items = list_mut(vm, list)?;
    if items.is_empty() {
        return Err(vm.index_error("pop from empty list"));
    }
    match crate::text::slice::index(place, items.len()) {
        Some(place) => {
            let item = items.remove(place);
            vm.keep(item);
            Ok(item)
        }
        None => Err(vm.index_error("pop index out of range")),
    }
}

/// The place of the first equal item within bounds. The list may change while items are compared.
fn position(vm: &mut Vm, list: Ref, value: Value, start: usize, end: usize) -> Res<Option<usize>> {
    let list = Value::object(list);
    let mut place = start;
    while let Some(&item) = vm.list_items(list).and_then(|items| items.get(place)) {
        if place >= end {
            break;
        }
        let mark = vm.kept();
        vm.keep(item);
        if item == value || vm.eq(item, value)? {
            return Ok(Some(place));
        }
        vm.release(mark, Value::NONE);
        place += 1;
        if place.is_multiple_of(TICK_EVERY) {
            vm.tick(TICK_EVERY as u64)?;
        }
    }
    Ok(None)
}

fn remove(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [value]) = vm.method("list.remove", args)?;
    let list = list_receiver(vm, "remove", receiver)?;
    match position(vm, list, value, 0, usize::MAX)? {
        Some(place) => {
            let items = list_mut(vm, list)?;
            if place < items.len() {
                items.remove(place);
            }
            Ok(Value::NONE)
        }
        None => Err(vm.value_error("list.remove(x): x not in list")),
    }
}

fn clear(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("list.clear", args)?;
    let list = list_receiver(vm, "clear", receiver)?;
    list_mut(vm, list)?.clear();
    Ok(Value::NONE)
}

fn copy(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("list.copy", args)?;
    list_receiver(vm, "copy", receiver)?;
    let items = vm.list_items(receiver).map(<[Value]>::to_vec).unwrap_or_default();
    Ok(vm.list(items))
}

fn index(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = method_between(vm, "index", args, 1, 3)?;
    let list = list_receiver(vm, "index", receiver)?;
    let [value, bounds @ ..] = rest else {
        return Ok(Value::NONE);
    };
    let length = vm.list_items(receiver).map_or(0, <[Value]>::len);
    let (start, end) =
        if bounds.is_empty() { (0, usize::MAX) } else { search_range(vm, bounds, length)?.unwrap_or((0, 0)) };
    match position(vm, list, *value, start, end)? {
        Some(place) => Ok(vm.usize(place)),
        None => {
            let text = vm.repr(*value)?;
            Err(vm.value_error(format!("{text} is not in list")))
        }
    }
}

fn count(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [value]) = vm.method("list.count", args)?;
    let list = list_receiver(vm, "count", receiver)?;
    let mut count = 0;
    let mut from = 0;
    while let Some(place) = position(vm, list, value, from, usize::MAX)? {
        count += 1;
        from = place + 1;
    }
    Ok(vm.int(count))
}

fn reverse(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("list.reverse", args)?;
    let list = list_receiver(vm, "reverse", receiver)?;
    list_mut(vm, list)?.reverse();
    Ok(Value::NONE)
}

fn sort(vm: &mut Vm, args: &Args<'_>) -> Res {
    if args.pos.len() > 1 {
        return Err(vm.type_error("sort() takes no positional arguments"));
    }
    let (receiver, [key, reverse]) = vm.bind_method("sort", args, ["*key", "*reverse"], 0)?;
    let list = list_receiver(vm, "sort", receiver)?;
    let reverse = reverse.map_or(Ok(false), |reverse| vm.truthy(reverse))?;
    super::sort::sort_list(vm, list, key.filter(|key| !key.is_none()), reverse)?;
    Ok(Value::NONE)
}

/// `sorted(items, key=..., reverse=...)`
pub(super) fn sorted(vm: &mut Vm, args: &Args<'_>) -> Res {
    if args.pos.len() != 1 {
        let count = args.pos.len();
        return Err(vm.type_error(format!("sorted expected 1 argument, got {count}")));
    }
    for &(name, _) in args.kw {
        if name != sym::KEY && name != sym::REVERSE {
            let name = vm.names.text(name).clone();
            return Err(vm.type_error(format!("'{name}' is an invalid keyword argument for sort()")));
        }
    }
    let items = args.pos.first().map_or(Ok(Vec::new()), |&items| vm.collect(items))?;
    let list = vm.list(items);
    let key = super::support::keyword(args, sym::KEY).filter(|key| !key.is_none());
    let reverse = super::support::keyword(args, sym::REVERSE).map_or(Ok(0), |reverse| vm.to_index(reverse))? != 0;
    if let Some(list) = list.as_ref() {
        super::sort::sort_list(vm, list, key, reverse)?;
    }
    Ok(list)
}
