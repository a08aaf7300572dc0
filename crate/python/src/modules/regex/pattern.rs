//! `re.Pattern` and its methods.

use crate::text::slice::amount;
use std::rc::Rc;
use std::sync::Arc;

use super::matched::{self, Matched};
use super::matcher::{self, NOWHERE, Where};
use super::program::Program;
use super::{flags, subject, template};
use crate::error::Res;
use crate::modules::support::{instance, rebuilt, rebuilt_iter, receiver};
use crate::object::{Args, Native, NativeFn, NativeIter, PortableIter, PortableNative, Type};
use crate::value::{Ref, Value};
use crate::vm::{ClassSpec, Vm};

#[derive(Debug)]
pub(super) struct Pattern(pub Arc<Program>);

impl Native for Pattern {
    fn as_any(&self) -> &dyn std::any::Any {
        self
    }
    fn as_any_mut(&mut self) -> &mut dyn std::any::Any {
        self
    }
    fn trace(&self, _visit: &mut dyn FnMut(Value)) {}
    fn size(&self) -> usize {
        self.0.ops.len() * 32
    }
    fn portable(&self, _children: &mut Vec<Value>) -> Option<Arc<dyn PortableNative>> {
        rebuilt(self.0.clone(), |program, _| Self(program.clone()))
    }
}

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("match", |vm, args| once(vm, "match", args, Where::Start)),
    ("fullmatch", |vm, args| once(vm, "fullmatch", args, Where::Whole)),
    ("search", |vm, args| once(vm, "search", args, Where::Anywhere)),
    ("findall", find_all),
    ("finditer", find_iter),
    ("split", split),
    ("sub", |vm, args| substitute(vm, "sub", args).map(|(text, _)| text)),
    ("subn", |vm, args| {
        let (text, count) = substitute(vm, "subn", args)?;
        let count = vm.usize(count);
        Ok(vm.tuple(vec![text, count]))
    }),
    ("__repr__", repr),
    ("__eq__", |vm, args| {
        let (a, [b]) = vm.method("__eq__", args)?;
        Ok(match (vm.payload::<Pattern>(a), vm.payload::<Pattern>(b)) {
            (Some(a), Some(b)) => Value::bool(a.0.text == b.0.text && a.0.flags == b.0.flags),
            _ => Value::NOT_IMPLEMENTED,
        })
    }),
    ("__hash__", |vm, args| {
        let (pattern, []) = vm.method("__hash__", args)?;
        let text = program(vm, "__hash__", pattern)?.text.clone();
        let text = vm.shared_str(text);
        let hash = vm.hash(text)?;
        Ok(vm.int(hash as i64))
    }),
    ("__copy__", |vm, args| vm.method::<0>("__copy__", args).map(|(pattern, _)| pattern)),
    ("__deepcopy__", |vm, args| vm.method::<1>("__deepcopy__", args).map(|(pattern, _)| pattern)),
];

pub(super) fn build(vm: &mut Vm, module: Ref) {
    let class = vm.define_class(ClassSpec {
        name: "Pattern",
        module: "re",
        bases: &[],
        constructor: Some(|vm, _, _| Err(vm.type_error("cannot create 're.Pattern' instances"))),
        methods: METHODS,
        getters: &[
            ("pattern", |vm, args| {
                let (pattern, []) = vm.method("pattern", args)?;
                let program = program(vm, "pattern", pattern)?;
                Ok(source(vm, &program))
            }),
            ("flags", |vm, args| {
                let (pattern, []) = vm.method("flags", args)?;
                Ok(Value::small_int_wrapping(i64::from(program(vm, "flags", pattern)?.flags & flags::ALL)))
            }),
            ("groups", |vm, args| {
                let (pattern, []) = vm.method("groups", args)?;
                let groups = program(vm, "groups", pattern)?.groups;
                Ok(vm.usize(groups))
            }),
            ("groupindex", |vm, args| {
                let (pattern, []) = vm.method("groupindex", args)?;
                let names = program(vm, "groupindex", pattern)?.names.clone();
                let dict = vm.new_dict();
                for (name, number) in names {
                    let number = vm.usize(number);
                    vm.dict_set_str(dict, &name, number)?;
                }
                let (types, proxy) = (vm.import("types")?, vm.names.intern("MappingProxyType"));
                let proxy = vm.get_attr(Value::object(types), proxy)?;
                vm.call(proxy, &[Value::object(dict)])
            }),
        ],
    });
    vm.module_set(module, "Pattern", Value::object(class));
}

pub(super) fn object(vm: &mut Vm, program: Arc<Program>) -> Value {
    let class = vm.known_class("re.Pattern").unwrap_or(Ref::of(Type::Object));
    instance(vm, class, Pattern(program))
}

pub(super) fn program(vm: &mut Vm, method: &str, pattern: Value) -> Res<Arc<Program>> {
    receiver::<Pattern>(vm, "re.Pattern", method, pattern).map(|pattern| pattern.0.clone())
}

/// The pattern as the program wrote it.
fn source(vm: &mut Vm, program: &Program) -> Value {
    if program.of_bytes() {
        return subject::value_of(vm, true, program.text.to_string());
    }
    vm.shared_str(program.text.clone())
}

fn repr(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (pattern, []) = vm.method("__repr__", args)?;
    let program = program(vm, "__repr__", pattern)?;
    let text = source(vm, &program);
    // CPython cuts long patterns short.
    let text: String = vm.repr(text)?.chars().take(200).collect();
    let flags = flags::text(program.flags);
    Ok(vm.string(if flags.is_empty() { format!("re.compile({text})") } else { format!("re.compile({text}, {flags})") }))
}

/// A pattern at work on a text.
pub(super) struct Scan {
    pub pattern: Value,
    pub program: Arc<Program>,
    pub subject: Value,
    pub chars: Rc<[char]>,
    pub start: usize,
    pub end: usize,
    was_empty: bool,
}

impl Scan {
    fn new(vm: &mut Vm, name: &str, pattern: Value, subject_value: Value) -> Res<Self> {
        let program = program(vm, name, pattern)?;
        let chars = subject::checked(vm, program.of_bytes(), subject_value)?;
        let end = chars.len();
        Ok(Self { pattern, program, subject: subject_value, chars, start: 0, end, was_empty: false })
    }

    fn limit(&mut self, vm: &mut Vm, pos: Option<Value>, endpos: Option<Value>) -> Res<()> {
        let length = self.chars.len();
        let clamp = |n: i64| amount(n).min(length);
        if let Some(end) = endpos {
            self.end = clamp(vm.to_index(end)?);
        }
        if let Some(start) = pos {
            self.start = clamp(vm.to_index(start)?);
        }
        Ok(())
    }

    /// The next match; one that is empty does not repeat at its place.
    pub fn next(&mut self, vm: &mut Vm) -> Res<Option<Vec<usize>>> {
        if self.start > self.end {
            return Ok(None);
        }
        let not_empty_at = self.was_empty.then_some(self.start);
        let range = (self.start, self.end);
        let found = matcher::find(vm, &self.program, &self.chars, range, Where::Anywhere, not_empty_at)?;
        if let Some(saves) = &found {
            self.was_empty = saves[0] == saves[1];
            self.start = saves[1];
        }
        Ok(found)
    }

    pub fn slice(&self, start: usize, end: usize) -> String {
        self.chars.get(start..end).unwrap_or_default().iter().collect()
    }

    fn group(&self, vm: &mut Vm, saves: &[usize], group: usize, default: Value) -> Value {
        match (saves[group * 2], saves[group * 2 + 1]) {
            (NOWHERE, _) | (_, NOWHERE) => default,
            (start, end) => {
                let text = self.slice(start, end);
                self.value(vm, text)
            }
        }
    }

    fn value(&self, vm: &mut Vm, text: String) -> Value {
        subject::value_of(vm, self.program.of_bytes(), text)
    }

    pub fn match_object(&self, vm: &mut Vm, saves: Vec<usize>, pos: usize) -> Value {
        matched::object(vm, Matched { pattern: self.pattern, subject: self.subject, saves, pos, endpos: self.end })
    }
}

fn once(vm: &mut Vm, name: &str, args: &Args<'_>, how: Where) -> Res {
    let (pattern, [text, pos, endpos]) = vm.bind_method(name, args, ["string", "pos", "endpos"], 1)?;
    let mut scan = Scan::new(vm, name, pattern, text.unwrap_or(Value::NONE))?;
    scan.limit(vm, pos, endpos)?;
    if scan.start > scan.end {
        return Ok(Value::NONE);
    }
    let range = (scan.start, scan.end);
    match matcher::find(vm, &scan.program, &scan.chars, range, how, None)? {
        Some(saves) => Ok(scan.match_object(vm, saves, range.0)),
        None => Ok(Value::NONE),
    }
}

fn find_all(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (pattern, [text, pos, endpos]) = vm.bind_method("findall", args, ["string", "pos", "endpos"], 1)?;
    let mut scan = Scan::new(vm, "findall", pattern, text.unwrap_or(Value::NONE))?;
    scan.limit(vm, pos, endpos)?;
    let empty = scan.value(vm, String::new());
    let groups = scan.program.groups;
    let mut found = Vec::new();
    while let Some(saves) = scan.next(vm)? {
        let item = match groups {
            0 => scan.group(vm, &saves, 0, empty),
            1 => scan.group(vm, &saves, 1, empty),
            _ => {
                let items = (1..=groups).map(|group| scan.group(vm, &saves, group, empty)).collect();
                vm.tuple(items)
            }
        };
        found.push(item);
        vm.tick(1)?;
    }
    Ok(vm.list(found))
}

/// `finditer`: one match a step.
#[derive(Debug)]
struct Finder {
    pattern: Value,
    subject: Value,
    start: usize,
    end: usize,
    pos: usize,
    was_empty: bool,
}

fn find_iter(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (pattern, [text, pos, endpos]) = vm.bind_method("finditer", args, ["string", "pos", "endpos"], 1)?;
    let subject = text.unwrap_or(Value::NONE);
    let mut scan = Scan::new(vm, "finditer", pattern, subject)?;
    scan.limit(vm, pos, endpos)?;
    let (start, end) = (scan.start, scan.end);
    Ok(vm.native_iter(Box::new(Finder { pattern, subject, start, end, pos: start, was_empty: false })))
}

impl NativeIter for Finder {
    fn type_name(&self) -> &'static str {
        "callable_iterator"
    }

    fn next(&mut self, vm: &mut Vm) -> Res<Option<Value>> {
        let mut scan = Scan::new(vm, "finditer", self.pattern, self.subject)?;
        (scan.start, scan.end, scan.was_empty) = (self.start, self.end, self.was_empty);
        let Some(saves) = scan.next(vm)? else { return Ok(None) };
        (self.start, self.was_empty) = (scan.start, scan.was_empty);
        Ok(Some(scan.match_object(vm, saves, self.pos)))
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.pattern);
        visit(self.subject);
    }

    fn portable(&self, children: &mut Vec<Value>) -> Option<Arc<dyn PortableIter>> {
        children.extend([self.pattern, self.subject]);
        let data = (self.start, self.end, self.pos, self.was_empty);
        rebuilt_iter(data, |&(start, end, pos, was_empty), children| Self {
            pattern: children.first().copied().unwrap_or(Value::NONE),
            subject: children.get(1).copied().unwrap_or(Value::NONE),
            start,
            end,
            pos,
            was_empty,
        })
    }
}

fn split(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (pattern, [text, most]) = vm.bind_method("split", args, ["string", "maxsplit"], 1)?;
    let mut scan = Scan::new(vm, "split", pattern, text.unwrap_or(Value::NONE))?;
    let most = most.map_or(Ok(0), |most| vm.to_index(most))?;
    let most = amount(most);
    let mut parts = Vec::new();
    let (mut last, mut count) = (0, 0);
    while most == 0 || count < most {
        let Some(saves) = scan.next(vm)? else { break };
        let part = scan.slice(last, saves[0]);
        parts.push(scan.value(vm, part));
        for group in 1..=scan.program.groups {
            parts.push(scan.group(vm, &saves, group, Value::NONE));
        }
        last = saves[1];
        count += 1;
        vm.tick(1)?;
    }
    let rest = scan.slice(last, scan.chars.len());
    parts.push(scan.value(vm, rest));
    Ok(vm.list(parts))
}

/// The text with matches replaced, and how many were.
fn substitute(vm: &mut Vm, name: &str, args: &Args<'_>) -> Res<(Value, usize)> {
    let (pattern, [replacement, text, most]) = vm.bind_method(name, args, ["repl", "string", "count"], 2)?;
    let (replacement, text) = (replacement.unwrap_or(Value::NONE), text.unwrap_or(Value::NONE));
    let mut scan = Scan::new(vm, name, pattern, text)?;
    let most = most.map_or(Ok(0), |most| vm.to_index(most))?;
    let most = amount(most);
    // What is of the other kind fails at the first match, as what a function gives would.
    let other = if scan.program.of_bytes() { vm.as_str(replacement).is_some() } else { vm.as_bytes(replacement).is_some() };
    let template = if other || vm.is_callable(replacement) {
        None
    } else {
        let text = match subject::text_of(vm, scan.program.of_bytes(), replacement) {
            Some(text) => text,
            None => {
                let name = vm.type_name(replacement);
                return Err(vm.type_error(if scan.program.of_bytes() {
                    format!("a bytes-like object is required, not '{name}'")
                } else {
                    format!("decoding to str: need a bytes-like object, {name} found")
                }));
            }
        };
        Some(template::parse(vm, &text, &scan.program)?)
    };
    let mut out = String::new();
    let (mut last, mut count, mut pieces) = (0, 0, 0);
    let mark = vm.kept();
    while most == 0 || count < most {
        let Some(saves) = scan.next(vm)? else { break };
        out.push_str(&scan.slice(last, saves[0]));
        pieces += usize::from(last < saves[0]);
        last = saves[1];
        count += 1;
        match &template {
            Some(template) => template.expand(&scan.chars, &saves, &mut out),
            None => out.push_str(&replaced(vm, &scan, replacement, saves, pieces)?),
        }
        pieces += 1;
        vm.check_alloc(out.len())?;
        vm.release(mark, Value::NONE);
        vm.tick(1)?;
    }
    out.push_str(&scan.slice(last, scan.chars.len()));
    Ok((scan.value(vm, out), count))
}

/// What a function makes of a match: a text of the pattern's kind, or nothing. `place` is its number in the result.
fn replaced(vm: &mut Vm, scan: &Scan, function: Value, saves: Vec<usize>, place: usize) -> Res<Arc<str>> {
    let made = if vm.is_callable(function) {
        let found = scan.match_object(vm, saves, 0);
        vm.call(function, &[found])?
    } else {
        function
    };
    if made.is_none() {
        return Ok("".into());
    }
    let of_bytes = scan.program.of_bytes();
    if let Some(text) = subject::text_of(vm, of_bytes, made) {
        return Ok(text);
    }
    let name = vm.type_name(made);
    let wanted = if of_bytes { "a bytes-like object" } else { "str instance" };
    Err(vm.type_error(format!("sequence item {place}: expected {wanted}, {name} found")))
}
