//! `str` methods between one text and many: split and join.

use super::str::method;
use super::support::{str_argument, str_receiver};
use crate::error::Res;
use crate::object::{Args, Type};
use crate::text::slice::amount;
use crate::text::{FormatError, MAX_TEXT_BYTES, str_methods as text};
use crate::value::{Ref, Value};
use crate::vm::Vm;

pub(super) fn install(vm: &mut Vm) {
    vm.add_methods(
        Ref::of(Type::Str),
        &[
            ("split", split),
            ("rsplit", rsplit),
            ("splitlines", splitlines),
            ("partition", partition),
            ("rpartition", rpartition),
            ("join", join),
        ],
    );
}

/// Parts of longer texts are counted before they are made.
const LONG_TEXT: usize = 1 << 16;
/// What a short text takes beside its characters: the object, its header, and its place in the list.
const PART_BYTES: usize = 80;

type OnSpace = for<'a> fn(&'a str, Option<i64>) -> Vec<&'a str>;
type OnText = for<'a> fn(&'a str, &str, Option<i64>) -> Result<Vec<&'a str>, FormatError>;

fn split_with(vm: &mut Vm, fname: &str, args: &Args<'_>, on_space: OnSpace, on_text: OnText) -> Res {
    let (receiver, [separator, limit]) = vm.bind_method(fname, args, ["sep", "maxsplit"], 0)?;
    let text = str_receiver(vm, fname, receiver)?;
    let limit = limit.map_or(Ok(None), |limit| vm.to_index(limit).map(Some))?;
    let parts = match separator {
        Some(separator) if !separator.is_none() => {
            let Some(separator) = vm.as_arc_str(separator) else {
                let name = vm.type_name(separator);
                return Err(vm.type_error(format!("must be str or None, not {name}")));
            };
            if text.len() > LONG_TEXT {
                check_parts(vm, &text, text.matches(&*separator).take(at_most(limit)).count())?;
            }
            on_text(&text, &separator, limit).map_err(|e| vm.from_text(e))?
        }
        _ => {
            if text.len() > LONG_TEXT {
                check_parts(vm, &text, text.split_whitespace().take(at_most(limit)).count())?;
            }
            on_space(&text, limit)
        }
    };
    Ok(list_of(vm, parts))
}

/// How many parts a limit allows; a negative one allows all.
fn at_most(limit: Option<i64>) -> usize {
    limit.filter(|limit| *limit >= 0).map_or(usize::MAX, |limit| amount(limit).saturating_add(1))
}

/// Asks for room for a list of so many parts of a text.
fn check_parts(vm: &mut Vm, text: &str, count: usize) -> Res<()> {
    vm.check_alloc(count.saturating_mul(PART_BYTES).saturating_add(text.len()))
}

fn list_of(vm: &mut Vm, parts: Vec<&str>) -> Value {
    let mark = vm.kept();
    let items = parts.into_iter().map(|part| vm.str(part)).collect();
    let list = vm.list(items);
    vm.release(mark, list);
    list
}

fn split(vm: &mut Vm, args: &Args<'_>) -> Res {
    split_with(vm, "split", args, text::split_whitespace, text::split)
}

fn rsplit(vm: &mut Vm, args: &Args<'_>) -> Res {
    split_with(vm, "rsplit", args, text::rsplit_whitespace, text::rsplit)
}

fn splitlines(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [keepends]) = vm.bind_method("splitlines", args, ["keepends"], 0)?;
    let text = str_receiver(vm, "splitlines", receiver)?;
    let keepends = keepends.map_or(Ok(false), |keepends| vm.truthy(keepends))?;
    if text.len() > LONG_TEXT {
        check_parts(vm, &text, text.lines().count())?;
    }
    Ok(list_of(vm, text::splitlines(&text, keepends)))
}

fn three(vm: &mut Vm, parts: Result<(&str, &str, &str), FormatError>) -> Res {
    let (before, separator, after) = parts.map_err(|e| vm.from_text(e))?;
    let parts = vec![vm.str(before), vm.str(separator), vm.str(after)];
    Ok(vm.tuple(parts))
}

fn partition(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (text, [separator]) = method(vm, "str.partition", args)?;
    let separator = str_argument(vm, "", separator)?;
    three(vm, text::partition(&text, &separator))
}

fn rpartition(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (text, [separator]) = method(vm, "str.rpartition", args)?;
    let separator = str_argument(vm, "", separator)?;
    three(vm, text::rpartition(&text, &separator))
}

fn join(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (separator, [parts]) = method(vm, "str.join", args)?;
    let iterable = vm.list_items(parts).is_some() || vm.tuple_items(parts).is_some();
    let items = match vm.collect(parts) {
        Ok(items) => items,
        Err(error)
            if !iterable && vm.is_raised(&error, Type::TypeError) && !super::iterators::is_iterable(vm, parts) =>
        {
            return Err(vm.type_error("can only join an iterable"));
        }
        Err(error) => return Err(error),
    };
    if let [only] = *items
        && vm.type_of(only) == Ref::of(Type::Str)
    {
        return Ok(only);
    }
    let mut out = String::new();
    for (place, &item) in items.iter().enumerate() {
        if place > 0 {
            out.push_str(&separator);
        }
        let Some(part) = vm.as_str(item) else {
            let name = vm.type_name(item);
            return Err(vm.type_error(format!("sequence item {place}: expected str instance, {name} found")));
        };
        out.push_str(part);
        if out.len() > MAX_TEXT_BYTES {
            vm.check_alloc(out.len())?;
        }
    }
    Ok(vm.string(out))
}
