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
mod subject;
mod template;
mod tree;

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

/// What was compiled, and the last subject as characters.
#[derive(Default)]
struct Cache {
    programs: FxHashMap<(Arc<str>, u32), Arc<Program>>,
    subject: Option<subject::Known>,
}

pub(super) fn install(vm: &mut Vm) {
    vm.register_module("re", build);
}

fn build(vm: &mut Vm, module: Ref) -> Res<()> {
    pattern::build(vm, module);
    matched::build(vm, module);
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
    let Some(flags) = flags else { return Ok(0) };
    if vm.as_big(flags).is_none() {
        let name = vm.type_name(flags);
        return Err(vm.type_error(format!("unsupported operand type(s) for &: '{name}' and 'RegexFlag'")));
    }
    let flags = vm.to_index(flags)?;
    Ok(u32::try_from(flags).unwrap_or(0) & flags::ALL)
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
    let needed: &[&str] = if own == 2 { &["repl", "string"] } else { &["string"] };
    let given = |name: &str| kw.iter().any(|&(key, _)| &**vm.names.text(key) == name);
    let lacking = needed.iter().enumerate().filter(|(i, name)| *i >= pos.len() && !given(name)).map(|(_, name)| *name);
    let lacking: Vec<&str> = pattern.is_none().then_some("pattern").into_iter().chain(lacking).collect();
    let Some(pattern) = pattern.filter(|_| lacking.is_empty()) else {
        return Err(missing(vm, name, &lacking));
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

/// The error of a call without all that it needs.
fn missing(vm: &mut Vm, name: &str, lacking: &[&str]) -> Unwind {
    let quoted: Vec<String> = lacking.iter().map(|name| format!("'{name}'")).collect();
    let (count, plural) = (lacking.len(), if lacking.len() == 1 { "" } else { "s" });
    let listed = match quoted.as_slice() {
        [a, b, c] => format!("{a}, {b}, and {c}"),
        others => others.join(" and "),
    };
    vm.type_error(format!("{name}() missing {count} required positional argument{plural}: {listed}"))
}

/// A pattern object of a text, or the pattern itself.
fn compiled(vm: &mut Vm, pattern: Value, flags: u32) -> Res {
    if vm.payload::<pattern::Pattern>(pattern).is_some() {
        if flags != 0 {
            return Err(vm.value_error("cannot process flags argument with a compiled pattern"));
        }
        return Ok(pattern);
    }
    let of_bytes = vm.as_bytes(pattern).is_some();
    let Some(text) = subject::text_of(vm, of_bytes, pattern) else {
        return Err(vm.type_error("first argument must be string or compiled pattern"));
    };
    if !of_bytes && flags & flags::LOCALE != 0 {
        return Err(vm.value_error("cannot use LOCALE flag with a str pattern"));
    }
    if of_bytes && flags & flags::UNICODE != 0 {
        return Err(vm.value_error("cannot use UNICODE flag with a bytes pattern"));
    }
    if flags & flags::ASCII != 0 && flags & (flags::UNICODE | flags::LOCALE) != 0 {
        let other = if of_bytes { "LOCALE" } else { "UNICODE" };
        return Err(vm.value_error(format!("ASCII and {other} flags are incompatible")));
    }
    let program = program_of(vm, &text, if of_bytes { flags | flags::BYTES } else { flags })?;
    Ok(pattern::object(vm, program))
}

fn program_of(vm: &mut Vm, text: &Arc<str>, flags: u32) -> Res<Arc<Program>> {
    let key = (text.clone(), flags);
    if let Some(known) = vm.extension::<Cache>().programs.get(&key) {
        return Ok(known.clone());
    }
    let built = parse::parse(text, flags).and_then(|parsed| program::build(text.clone(), parsed));
    let program = match built {
        Ok(program) => Arc::new(program),
        Err(error) => return Err(pattern_error(vm, &error, text, flags & flags::BYTES != 0)),
    };
    let programs = &mut vm.extension::<Cache>().programs;
    if programs.len() >= MAX_REMEMBERED {
        programs.clear();
    }
    programs.insert(key, program.clone());
    Ok(program)
}

fn pattern_error(vm: &mut Vm, error: &ParseError, text: &str, of_bytes: bool) -> Unwind {
    let Some(class) = vm.known_class("re.error") else { return vm.value_error(error.message.clone()) };
    if error.message == parse::TOO_LARGE {
        return vm.error(crate::object::Type::OverflowError, error.message.clone());
    }
    let args = [vm.str(&error.message), subject::value_of(vm, of_bytes, text.to_string()), vm.usize(error.place)];
    let args = if error.place == parse::NO_PLACE { &args[..1] } else { &args };
    match vm.call(Value::object(class), args) {
        Ok(exception) => vm.raise_value(exception),
        Err(other) => other,
    }
}

/// `re.escape`
fn escape(vm: &mut Vm, args: &Args<'_>) -> Res {
    const SPECIAL: &str = "()[]{}?*+-|^$\\.&~# \t\n\r\u{b}\u{c}";
    let [text] = vm.bind("escape", args, ["pattern"], 1)?;
    let text = text.unwrap_or(Value::NONE);
    let of_bytes = vm.as_bytes(text).is_some();
    let text = match subject::text_of(vm, of_bytes, text) {
        Some(text) => text,
        None => text_argument(vm, "pattern", text)?,
    };
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if SPECIAL.contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    Ok(subject::value_of(vm, of_bytes, out))
}
