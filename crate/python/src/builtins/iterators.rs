//! The iterators that are classes: map, filter, zip, enumerate, reversed; and what all iterators share.

use super::support::{wrap, wrong_receiver};
use crate::error::Res;
use crate::object::{Args, DictViewKind, Iter, Object, Type, sym};
use crate::value::{Ref, Value};
use crate::vm::Vm;

/// Types whose values are iterators.
pub(super) const ITERATORS: &[Type] = &[
    Type::Iterator,
    Type::ListIterator,
    Type::TupleIterator,
    Type::StrIterator,
    Type::RangeIterator,
    Type::DictKeyIterator,
    Type::DictValueIterator,
    Type::DictItemIterator,
    Type::SetIterator,
    Type::CallableIterator,
    Type::Map,
    Type::Filter,
    Type::Zip,
    Type::Enumerate,
    Type::Reversed,
    Type::Generator,
];

pub(super) fn install(vm: &mut Vm) {
    for &ty in ITERATORS {
        vm.add_methods(
            Ref::of(ty),
            &[("__iter__", own_iter), ("__next__", own_next), ("__length_hint__", length_hint)],
        );
    }
    vm.set_constructor(Ref::of(Type::Map), construct_map);
    vm.set_constructor(Ref::of(Type::Filter), construct_filter);
    vm.set_constructor(Ref::of(Type::Zip), construct_zip);
    vm.set_constructor(Ref::of(Type::Enumerate), construct_enumerate);
    vm.set_constructor(Ref::of(Type::Reversed), construct_reversed);
}

fn own_iter(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("iterator.__iter__", args)?;
    Ok(receiver)
}

fn own_next(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("iterator.__next__", args)?;
    let receiver = vm.plain(receiver);
    if let (Some(r), Some(Object::Generator(_))) = (receiver.as_ref(), vm.heap.object(receiver)) {
        return super::generator::resume(vm, r, crate::vm::Resume::Send(Value::NONE));
    }
    if !matches!(vm.heap.object(receiver), Some(Object::Iter(_))) {
        return Err(wrong_receiver(vm, Type::Iterator, "__next__", receiver));
    }
    match vm.next(receiver)? {
        Some(value) => Ok(value),
        None => Err(vm.stop_iteration(Value::NONE)),
    }
}

fn length_hint(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("iterator.__length_hint__", args)?;
    let hint = vm.length_hint(receiver);
    Ok(vm.usize(hint))
}

/// Whether `iter(value)` has a chance, without calling anything.
pub(super) fn is_iterable(vm: &mut Vm, value: Value) -> bool {
    match vm.special(value, sym::ITER) {
        Some(method) => !method.is_none(),
        None => vm.special(value, sym::GETITEM).is_some(),
    }
}

fn construct_map(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    vm.no_keywords("map", args)?;
    let [function, sources @ ..] = args.pos else {
        return Err(vm.type_error("map() must have at least two arguments."));
    };
    if sources.is_empty() {
        return Err(vm.type_error("map() must have at least two arguments."));
    }
    let iters = sources.iter().map(|&source| vm.iter(source)).collect::<Res<_>>()?;
    let iter = vm.iterator(Iter::Map { function: *function, iters });
    Ok(wrap(vm, class, Type::Map, iter))
}

fn construct_filter(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    vm.no_keywords("filter", args)?;
    let [function, source] = *args.pos else {
        let count = args.pos.len();
        return Err(vm.type_error(format!("filter expected 2 arguments, got {count}")));
    };
    let iter = vm.iter(source)?;
    let iter = vm.iterator(Iter::Filter { function, iter });
    Ok(wrap(vm, class, Type::Filter, iter))
}

fn construct_zip(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    let mut strict = false;
    for &(name, value) in args.kw {
        if name != sym::STRICT {
            let name = vm.names.text(name).clone();
            return Err(vm.type_error(format!("'{name}' is an invalid keyword argument for zip()")));
        }
        strict = vm.truthy(value)?;
    }
    let iters = args.pos.iter().map(|&source| vm.iter(source)).collect::<Res<_>>()?;
    let iter = vm.iterator(Iter::Zip { iters, strict });
    Ok(wrap(vm, class, Type::Zip, iter))
}

fn construct_enumerate(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    if args.pos.is_empty() && args.kw.is_empty() {
        return Err(vm.type_error("enumerate() missing required argument 'iterable'"));
    }
    let [source, start] = vm.bind("enumerate", args, ["iterable", "start"], 1)?;
    let index = match start {
        Some(start) => {
            let n = vm.to_big_index(start)?;
            vm.big(n)
        }
        None => vm.int(0),
    };
    let iter = vm.iter(source.unwrap_or(Value::NONE))?;
    let iter = vm.iterator(Iter::Enumerate { iter, index });
    Ok(wrap(vm, class, Type::Enumerate, iter))
}

fn construct_reversed(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    vm.no_keywords("reversed", args)?;
    let [source] = *args.pos else {
        let count = args.pos.len();
        return Err(vm.type_error(format!("reversed expected 1 argument, got {count}")));
    };
    let iter = reversed(vm, source)?;
    Ok(wrap(vm, class, Type::Reversed, iter))
}

/// `reversed(source)`
pub(super) fn reversed(vm: &mut Vm, source: Value) -> Res {
    let plain = vm.plain(source);
    if plain != source || matches!(vm.heap.object(source), Some(Object::Instance(_) | Object::Class(_))) {
        match vm.special(source, sym::REVERSED) {
            Some(method) if method.is_none() => return Err(not_reversible(vm, source)),
            Some(_) => {
                if let Some(result) = vm.call_special(source, sym::REVERSED, &[]) {
                    return result;
                }
            }
            None => {}
        }
    }
    if let Some(iterator) = reversed_builtin(vm, plain)? {
        return Ok(iterator);
    }
    let sequence = vm.special(source, sym::LEN).is_some()
        && vm.special(source, sym::GETITEM).is_some()
        && vm.dict_ref(source).is_none();
    if !sequence {
        return Err(not_reversible(vm, source));
    }
    let length = vm.len(source)?;
    let index = i64::try_from(length).unwrap_or(i64::MAX) - 1;
    Ok(vm.iterator(Iter::ReversedSequence { object: source, index }))
}

fn not_reversible(vm: &mut Vm, source: Value) -> crate::error::Unwind {
    let name = vm.type_name(source);
    vm.type_error(format!("'{name}' object is not reversible"))
}

fn reversed_builtin(vm: &mut Vm, plain: Value) -> Res<Option<Value>> {
    let iter = match vm.heap.object(plain) {
        Some(Object::List(items)) => Iter::ReversedList { list: plain, index: items.len() },
        Some(Object::Range(range)) => match range.len() {
            0 => Iter::Range { next: 0, step: 1, left: 0 },
            count => Iter::Range { next: range.at(count - 1), step: range.step.wrapping_neg(), left: count },
        },
        Some(Object::Dict(table)) => {
            let (len, Some(dict)) = (table.len(), plain.as_ref()) else {
                return Ok(None);
            };
            Iter::DictReversed { dict, index: usize::MAX, len, kind: DictViewKind::Keys }
        }
        Some(Object::DictView(kind, dict)) => {
            let (kind, dict) = (*kind, *dict);
            return Ok(Some(super::dict::reversed_iterator(vm, dict, kind)));
        }
        Some(Object::Tuple(_) | Object::Str(_) | Object::Bytes(_) | Object::ByteArray(_)) => {
            let length = vm.len(plain)?;
            Iter::ReversedSequence { object: plain, index: i64::try_from(length).unwrap_or(i64::MAX) - 1 }
        }
        _ => return Ok(None),
    };
    Ok(Some(vm.iterator(iter)))
}
