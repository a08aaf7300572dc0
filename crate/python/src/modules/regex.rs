//! `re`: regular expressions by a backtracking matcher of our own, so that every construct means what it means in
//! CPython and a pattern that takes for ever can be stopped.
//!
//! ```text
//! text -> parse (tree) -> program (instructions) -> matcher (places of groups) -> matched (re.Match)
//! ```

mod flags;
mod matched;
mod matcher;
mod parse;
mod pattern;
mod program;
mod template;
mod tree;

use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use self::parse::ParseError;
use self::pattern::METHODS;
use self::program::Program;
use super::support::{add_functions, text_argument};
use crate::error::{Res, Unwind};
use crate::object::{Args, NativeFn};
use crate::value::{Ref, Value};
use crate::vm::Vm;

/// Compiled patterns that are remembered.
const MAX_REMEMBERED: usize = 256;

/// What was compiled, and the last text as characters.
#[derive(Default)]
struct Cache {
    programs: FxHashMap<(Arc<str>, u32), Arc<Program>>,
    text: Option<(Arc<str>, Rc<[char]>)>,
}

pub(super) fn install(vm: &mut Vm) {
    vm.register_module("re", build);
}

fn build(vm: &mut Vm, module: Ref) -> Res<()> {
    pattern::build(vm, module);
    matched::build(vm, module);
    for &(long, short, flag) in flags::NAMES {
        let value = Value::small_int_wrapping(i64::from(flag));
        vm.module_set(module, long, value);
        vm.module_set(module, short, value);
    }
    vm.module_set(module, "NOFLAG", Value::small_int_wrapping(0));
    add_functions(vm, module, FUNCTIONS);
    super::source::run(vm, module, include_str!("library/re.py"))
}

macro_rules! by_pattern {
    ($name:literal, $text:literal) => {
        ($name, |vm, args| with_pattern(vm, $name, args, $text))
    };
}

const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("compile", |vm, args| {
        let [pattern, flags] = vm.bind("compile", args, ["pattern", "flags"], 1)?;
        let flags = flag_argument(vm, flags)?;
        compiled(vm, pattern.unwrap_or(Value::NONE), flags)
    }),
    by_pattern!("match", 1),
    by_pattern!("fullmatch", 1),
    by_pattern!("search", 1),
    by_pattern!("findall", 1),
    by_pattern!("finditer", 1),
    by_pattern!("split", 1),
    by_pattern!("sub", 2),
    by_pattern!("subn", 2),
    ("escape", escape),
    ("purge", |vm, args| {
        let [] = vm.exact("purge", args)?;
        *vm.extension::<Cache>() = Cache::default();
        Ok(Value::NONE)
    }),
];

fn flag_argument(vm: &mut Vm, flags: Option<Value>) -> Res<u32> {
    let flags = flags.map_or(Ok(0), |flags| vm.to_index(flags))?;
    Ok(u32::try_from(flags).unwrap_or(0))
}

/// A module function: compiles its first argument and calls the method of the pattern. `max` is how many more
/// arguments are the method's before `count` (or `maxsplit`) and `flags` may follow.
fn with_pattern(vm: &mut Vm, name: &str, args: &Args<'_>, own: usize) -> Res {
    let counts = matches!(name, "split" | "sub" | "subn");
    let limit = own + 2 + usize::from(counts);
    let (mut pos, mut kw, mut pattern, mut flags) = (args.pos.to_vec(), Vec::new(), None, None);
    for &(key, value) in args.kw {
        match &**vm.names.text(key) {
            "pattern" => pattern = Some(value),
            "flags" => flags = Some(value),
            _ => kw.push((key, value)),
        }
    }
    if pattern.is_none() && !pos.is_empty() {
        pattern = Some(pos.remove(0));
    }
    let Some(pattern) = pattern else {
        return Err(vm.type_error(format!("{name}() missing 1 required positional argument: 'pattern'")));
    };
    if pos.len() + 1 == limit && flags.is_none() {
        flags = pos.pop();
    }
    let flags = flag_argument(vm, flags)?;
    let pattern = compiled(vm, pattern, flags)?;
    let Some((_, method)) = METHODS.iter().find(|(known, _)| *known == name) else {
        return Err(vm.type_error(format!("re.{name} is not known")));
    };
    pos.insert(0, pattern);
    method(vm, &Args { pos: &pos, kw: &kw })
}

/// A pattern object of a text, or the pattern itself.
fn compiled(vm: &mut Vm, pattern: Value, flags: u32) -> Res {
    if vm.payload::<pattern::Pattern>(pattern).is_some() {
        if flags != 0 {
            return Err(vm.value_error("cannot process flags argument with a compiled pattern"));
        }
        return Ok(pattern);
    }
    if vm.as_bytes(pattern).is_some() {
        let text = "regular expressions on bytes are not supported here; decode them to str";
        return Err(vm.error(crate::object::Type::NotImplementedError, text));
    }
    let Some(text) = vm.as_arc_str(pattern) else {
        return Err(vm.type_error("first argument must be string or compiled pattern"));
    };
    let program = program_of(vm, &text, flags)?;
    Ok(pattern::object(vm, program))
}

fn program_of(vm: &mut Vm, text: &Arc<str>, flags: u32) -> Res<Arc<Program>> {
    let key = (text.clone(), flags);
    if let Some(known) = vm.extension::<Cache>().programs.get(&key) {
        return Ok(known.clone());
    }
    let flags = if flags & flags::ASCII == 0 { flags | flags::UNICODE } else { flags };
    let built = parse::parse(text, flags).and_then(|parsed| program::build(text.clone(), parsed));
    let program = match built {
        Ok(program) => Arc::new(program),
        Err(error) => return Err(pattern_error(vm, &error, text)),
    };
    let programs = &mut vm.extension::<Cache>().programs;
    if programs.len() >= MAX_REMEMBERED {
        programs.clear();
    }
    programs.insert(key, program.clone());
    Ok(program)
}

fn pattern_error(vm: &mut Vm, error: &ParseError, text: &Arc<str>) -> Unwind {
    let Some(class) = vm.known_class("re.error") else { return vm.value_error(error.message.clone()) };
    let args = [vm.str(&error.message), vm.shared_str(text.clone()), vm.usize(error.place)];
    let args = if error.place == parse::NO_PLACE { &args[..1] } else { &args };
    match vm.call(Value::object(class), args) {
        Ok(exception) => vm.raise_value(exception),
        Err(other) => other,
    }
}

/// A text as characters, remembered for the next look at the same text.
fn characters(vm: &mut Vm, text: &Arc<str>) -> Rc<[char]> {
    let cache = vm.extension::<Cache>();
    if let Some((known, chars)) = &cache.text
        && Arc::ptr_eq(known, text)
    {
        return chars.clone();
    }
    let chars: Rc<[char]> = text.chars().collect();
    cache.text = Some((text.clone(), chars.clone()));
    chars
}

/// The text argument of a method of patterns.
fn subject(vm: &mut Vm, value: Value) -> Res<Arc<str>> {
    match vm.as_arc_str(value) {
        Some(text) => Ok(text),
        None if vm.as_bytes(value).is_some() => {
            Err(vm.type_error("cannot use a string pattern on a bytes-like object"))
        }
        None => {
            let name = vm.type_name(value);
            Err(vm.type_error(format!("expected string or bytes-like object, got '{name}'")))
        }
    }
}

/// `re.escape`
fn escape(vm: &mut Vm, args: &Args<'_>) -> Res {
    const SPECIAL: &str = "()[]{}?*+-|^$\\.&~# \t\n\r\u{b}\u{c}";
    let [text] = vm.bind("escape", args, ["pattern"], 1)?;
    let text = text_argument(vm, "pattern", text.unwrap_or(Value::NONE))?;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if SPECIAL.contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    Ok(vm.string(out))
}
