//! `str` methods that look for a part: find, index, count, startswith, replace and their relatives.

use std::sync::Arc;

use super::str::method;
use super::support::{method_arguments, method_between, search_range, str_argument, str_receiver};
use crate::error::Res;
use crate::object::{Args, Type};
use crate::text::str_methods as text;
use crate::value::{Ref, Value};
use crate::vm::Vm;

pub(super) fn install(vm: &mut Vm) {
    vm.add_methods(
        Ref::of(Type::Str),
        &[
            ("find", find),
            ("rfind", rfind),
            ("index", index),
            ("rindex", rindex),
            ("count", count),
            ("startswith", startswith),
            ("endswith", endswith),
            ("replace", replace),
            ("removeprefix", removeprefix),
            ("removesuffix", removesuffix),
        ],
    );
}

type Finder = fn(&str, &str, usize, usize) -> Option<usize>;

fn search(vm: &mut Vm, fname: &str, args: &Args<'_>, finder: Finder) -> Res<Option<usize>> {
    let (receiver, rest) = method_arguments(vm, fname, args, 1, 3)?;
    let haystack = str_receiver(vm, fname, receiver)?;
    let [needle, bounds @ ..] = rest else {
        return Ok(None);
    };
    let needle = str_argument(vm, "", *needle)?;
    let range = if bounds.is_empty() {
        Some((0, char_count(&haystack)))
    } else {
        search_range(vm, bounds, char_count(&haystack))?
    };
    Ok(range.and_then(|(start, end)| finder(&haystack, &needle, start, end)))
}

fn char_count(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().count() }
}

fn position(vm: &mut Vm, found: Option<usize>) -> Res {
    match found {
        Some(place) => Ok(vm.usize(place)),
        None => Ok(vm.int(-1)),
    }
}

fn must_find(vm: &mut Vm, found: Option<usize>) -> Res {
    match found {
        Some(place) => Ok(vm.usize(place)),
        None => Err(vm.value_error("substring not found")),
    }
}

fn find(vm: &mut Vm, args: &Args<'_>) -> Res {
    let found = search(vm, "find", args, text::find)?;
    position(vm, found)
}

fn rfind(vm: &mut Vm, args: &Args<'_>) -> Res {
    let found = search(vm, "rfind", args, text::rfind)?;
    position(vm, found)
}

fn index(vm: &mut Vm, args: &Args<'_>) -> Res {
    let found = search(vm, "index", args, text::find)?;
    must_find(vm, found)
}

fn rindex(vm: &mut Vm, args: &Args<'_>) -> Res {
    let found = search(vm, "rindex", args, text::rfind)?;
    must_find(vm, found)
}

fn count(vm: &mut Vm, args: &Args<'_>) -> Res {
    let found = search(vm, "count", args, |text, needle, start, end| Some(text::count(text, needle, start, end)))?;
    Ok(vm.usize(found.unwrap_or(0)))
}

/// `startswith` and `endswith`: one text or a tuple of them, within a range.
fn at_edge(vm: &mut Vm, fname: &str, args: &Args<'_>, test: fn(&str, &str) -> bool) -> Res {
    let (receiver, rest) = method_arguments(vm, fname, args, 1, 3)?;
    let text = str_receiver(vm, fname, receiver)?;
    let [wanted, bounds @ ..] = rest else {
        return Ok(Value::FALSE);
    };
    let wanted = *wanted;
    let options: Vec<Arc<str>> = match (vm.as_arc_str(wanted), vm.tuple_items(wanted).map(<[Value]>::to_vec)) {
        (Some(one), _) => vec![one],
        (None, Some(items)) => {
            let before = format!("tuple for {fname} must only contain str, not ");
            let mut options = Vec::with_capacity(items.len());
            for item in items {
                let Some(option) = vm.as_arc_str(item) else {
                    let name = vm.type_name(item);
                    return Err(vm.type_error(format!("{before}{name}")));
                };
                options.push(option);
            }
            options
        }
        (None, None) => {
            let name = vm.type_name(wanted);
            return Err(vm.type_error(format!("{fname} first arg must be str or a tuple of str, not {name}")));
        }
    };
    let part = if bounds.is_empty() {
        &*text
    } else {
        match search_range(vm, bounds, char_count(&text))? {
            Some((start, end)) => text::substring(&text, start, end),
            None => return Ok(Value::FALSE),
        }
    };
    Ok(Value::bool(options.iter().any(|option| test(part, option))))
}

fn startswith(vm: &mut Vm, args: &Args<'_>) -> Res {
    at_edge(vm, "startswith", args, |part, option| part.starts_with(option))
}

fn endswith(vm: &mut Vm, args: &Args<'_>) -> Res {
    at_edge(vm, "endswith", args, |part, option| part.ends_with(option))
}

fn replace(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = method_between(vm, "replace", args, 2, 3)?;
    let text = str_receiver(vm, "replace", receiver)?;
    let [old, new, limit @ ..] = rest else {
        return Ok(receiver);
    };
    let old = str_argument(vm, "replace() argument 1 ", *old)?;
    let new = str_argument(vm, "replace() argument 2 ", *new)?;
    let limit = limit.first().map_or(Ok(None), |&limit| vm.to_index(limit).map(Some))?;
    let replaced = text::replace(&text, &old, &new, limit).map_err(|e| vm.from_text(e))?;
    Ok(vm.string(replaced))
}

fn removeprefix(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (text, [prefix]) = method(vm, "str.removeprefix", args)?;
    let prefix = str_argument(vm, "removeprefix() argument ", prefix)?;
    Ok(vm.str(text.strip_prefix(&*prefix).unwrap_or(&text)))
}

fn removesuffix(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (text, [suffix]) = method(vm, "str.removesuffix", args)?;
    let suffix = str_argument(vm, "removesuffix() argument ", suffix)?;
    Ok(vm.str(text.strip_suffix(&*suffix).unwrap_or(&text)))
}
