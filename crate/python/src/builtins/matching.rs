//! What `match` asks of the machine: the functions behind the instructions of patterns. Their names begin with `$`, so
//! that no program can write them.

use crate::compile::patterns::{MATCH_CLASS, MATCH_MAPPING, MATCH_REST, MATCH_SEQUENCE};
use crate::error::Res;
use crate::object::{Args, Type, sym};
use crate::value::{Ref, Value};
use crate::vm::Vm;

/// Builtin types whose class pattern takes the subject itself: `case int(n)`.
const MATCH_SELF: [Type; 11] = [
    Type::Bool,
    Type::ByteArray,
    Type::Bytes,
    Type::Dict,
    Type::Float,
    Type::FrozenSet,
    Type::Int,
    Type::List,
    Type::Set,
    Type::Str,
    Type::Tuple,
];

/// Classes of the library that are sequences to `match`.
const SEQUENCES: [&str; 2] = ["collections.deque", "collections.abc.Sequence"];
/// Classes of the library that are mappings to `match`.
const MAPPINGS: [&str; 1] = ["collections.abc.Mapping"];

pub(super) fn install(vm: &mut Vm) {
    vm.add_builtin(MATCH_SEQUENCE, sequence);
    vm.add_builtin(MATCH_MAPPING, mapping);
    vm.add_builtin(MATCH_REST, rest);
    vm.add_builtin(MATCH_CLASS, class);
}

fn is_one_of(vm: &Vm, value: Value, names: &[&str]) -> bool {
    names.iter().any(|name| vm.known_class(name).is_some_and(|class| vm.is_instance(value, class)))
}

fn sequence(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [subject, shortest, exact] = vm.exact("match", args)?;
    let fits = matches!(vm.builtin(subject), Type::List | Type::Tuple | Type::Range);
    if !fits && !is_one_of(vm, subject, &SEQUENCES) {
        return Ok(Value::FALSE);
    }
    let length = vm.len(subject)? as i64;
    let shortest = shortest.as_small_int().unwrap_or(0);
    Ok(Value::bool(if exact == Value::TRUE { length == shortest } else { length >= shortest }))
}

fn mapping(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [subject, keys] = vm.exact("match", args)?;
    let dict = vm.dict_ref(subject);
    if dict.is_none() && !is_one_of(vm, subject, &MAPPINGS) {
        return Ok(Value::NONE);
    }
    let keys = vm.tuple_items(keys).map(<[Value]>::to_vec).unwrap_or_default();
    if vm.len(subject)? < keys.len() {
        return Ok(Value::NONE);
    }
    let seen = vm.new_set(false);
    let mut values = Vec::with_capacity(keys.len());
    for key in keys {
        if !vm.set_add(seen, key)? {
            let text = vm.repr(key)?;
            return Err(vm.value_error(format!("mapping pattern checks duplicate key ({text})")));
        }
        // `get`, so that a default dict stays as it is.
        let found = match dict {
            Some(dict) => vm.dict_get(dict, key)?,
            None if vm.contains(subject, key)? => Some(vm.get_item(subject, key)?),
            None => None,
        };
        match found {
            Some(value) => values.push(value),
            None => return Ok(Value::NONE),
        }
    }
    Ok(vm.tuple(values))
}

fn rest(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [subject, keys] = vm.exact("match", args)?;
    let keys = vm.tuple_items(keys).map(<[Value]>::to_vec).unwrap_or_default();
    let items = vm.mapping_items(subject)?.unwrap_or_default();
    let dict = vm.new_dict();
    for (key, value) in items {
        vm.dict_set(dict, key, value)?;
    }
    for key in keys {
        vm.dict_remove(dict, key)?;
    }
    Ok(Value::object(dict))
}

fn class(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [subject, class, count, names] = vm.exact("match", args)?;
    let Some(class_ref) = vm.as_class(class) else {
        return Err(vm.type_error("called match pattern must be a type"));
    };
    if !super::kinds::matches_classes(vm, subject, class, false)? {
        return Ok(Value::NONE);
    }
    let count = usize::try_from(count.as_small_int().unwrap_or(0)).unwrap_or(0);
    let mut seen: Vec<Value> = Vec::new();
    let mut values = Vec::new();
    if count > 0 && !positional(vm, subject, class_ref, count, &mut seen, &mut values)? {
        return Ok(Value::NONE);
    }
    for name in vm.tuple_items(names).map(<[Value]>::to_vec).unwrap_or_default() {
        if !part(vm, subject, class_ref, name, &mut seen, &mut values)? {
            return Ok(Value::NONE);
        }
    }
    Ok(vm.tuple(values))
}

/// The values for the patterns without names; whether the subject has them all.
fn positional(
    vm: &mut Vm,
    subject: Value,
    class: Ref,
    count: usize,
    seen: &mut Vec<Value>,
    values: &mut Vec<Value>,
) -> Res<bool> {
    let own = vm.find_attr(Value::object(class), sym::MATCH_ARGS)?;
    let accepts = match own {
        Some(names) => match vm.tuple_items(names) {
            Some(items) => items.to_vec(),
            None => {
                let (owner, actual) = (vm.class_ref(class).name.clone(), vm.type_name(names));
                let text = format!("{owner}.__match_args__ must be a tuple (got {actual})");
                return Err(vm.type_error(text));
            }
        },
        None => Vec::new(),
    };
    let whole = own.is_none() && MATCH_SELF.contains(&vm.class_ref(class).layout);
    let limit = if whole { 1 } else { accepts.len() };
    if count > limit {
        let (owner, plural) = (vm.class_ref(class).name.clone(), if limit == 1 { "" } else { "s" });
        let text = format!("{owner}() accepts {limit} positional sub-pattern{plural} ({count} given)");
        return Err(vm.type_error(text));
    }
    if whole {
        values.push(subject);
        return Ok(true);
    }
    for &name in accepts.iter().take(count) {
        if vm.as_str(name).is_none() {
            let actual = vm.type_name(name);
            return Err(vm.type_error(format!("__match_args__ elements must be strings (got {actual})")));
        }
        if !part(vm, subject, class, name, seen, values)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// One attribute for a pattern; whether the subject has it.
fn part(
    vm: &mut Vm,
    subject: Value,
    class: Ref,
    name: Value,
    seen: &mut Vec<Value>,
    values: &mut Vec<Value>,
) -> Res<bool> {
    for &other in seen.iter() {
        if vm.eq(other, name)? {
            let (owner, name) = (vm.class_ref(class).name.clone(), vm.repr(name)?);
            return Err(vm.type_error(format!("{owner}() got multiple sub-patterns for attribute {name}")));
        }
    }
    seen.push(name);
    let Some(sym) = vm.symbol_of(name) else { return Ok(false) };
    match vm.find_attr(subject, sym)? {
        Some(value) => {
            values.push(value);
            Ok(true)
        }
        None => Ok(false),
    }
}
