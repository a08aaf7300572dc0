//! `re.Match`: where a pattern and its groups matched.

use std::sync::Arc;

use super::matcher::NOWHERE;
use super::pattern::{Pattern, program};
use super::{subject, template};
use crate::error::{Res, Unwind};
use crate::modules::support::{instance, rebuilt, receiver};
use crate::object::{Args, Native, NativeFn, PortableNative, Type};
use crate::value::{Ref, Value};
use crate::vm::{ClassSpec, Vm};

#[derive(Debug, Clone)]
pub(super) struct Matched {
    pub pattern: Value,
    pub subject: Value,
    /// Start and end of the whole and of each group.
    pub saves: Vec<usize>,
    pub pos: usize,
    pub endpos: usize,
}

impl Native for Matched {
    fn as_any(&self) -> &dyn std::any::Any {
        self
    }
    fn as_any_mut(&mut self) -> &mut dyn std::any::Any {
        self
    }
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.pattern);
        visit(self.subject);
    }
    fn size(&self) -> usize {
        self.saves.len() * 8 + 48
    }
    fn portable(&self, children: &mut Vec<Value>) -> Option<Arc<dyn PortableNative>> {
        children.extend([self.pattern, self.subject]);
        rebuilt((self.saves.clone(), self.pos, self.endpos), |(saves, pos, endpos), children| Self {
            pattern: children.first().copied().unwrap_or(Value::NONE),
            subject: children.get(1).copied().unwrap_or(Value::NONE),
            saves: saves.clone(),
            pos: *pos,
            endpos: *endpos,
        })
    }
}

const METHODS: &[(&str, NativeFn)] = &[
    ("group", group),
    ("__getitem__", |vm, args| {
        let (object, [key]) = vm.method("__getitem__", args)?;
        let number = number_of(vm, object, key)?;
        text_of(vm, object, number, Value::NONE)
    }),
    ("groups", |vm, args| {
        let (object, [default]) = vm.bind_method("groups", args, ["default"], 0)?;
        let count = data(vm, "groups", object)?.saves.len() / 2;
        let default = default.unwrap_or(Value::NONE);
        let mut texts = Vec::with_capacity(count);
        for number in 1..count {
            texts.push(text_of(vm, object, number, default)?);
        }
        Ok(vm.tuple(texts))
    }),
    ("groupdict", |vm, args| {
        let (object, [default]) = vm.bind_method("groupdict", args, ["default"], 0)?;
        let default = default.unwrap_or(Value::NONE);
        let pattern = data(vm, "groupdict", object)?.pattern;
        let names = program(vm, "groupdict", pattern)?.names.clone();
        let dict = vm.new_dict();
        for (name, number) in names {
            let text = text_of(vm, object, number, default)?;
            vm.dict_set_str(dict, &name, text)?;
        }
        Ok(Value::object(dict))
    }),
    ("start", |vm, args| span_of(vm, "start", args).map(|(start, _)| start)),
    ("end", |vm, args| span_of(vm, "end", args).map(|(_, end)| end)),
    ("span", |vm, args| {
        let (start, end) = span_of(vm, "span", args)?;
        Ok(vm.tuple(vec![start, end]))
    }),
    ("expand", |vm, args| {
        let (object, [text]) = vm.method("expand", args)?;
        let found = data(vm, "expand", object)?.clone();
        let program = program(vm, "expand", found.pattern)?;
        let text = match subject::text_of(vm, program.of_bytes(), text) {
            Some(text) => text,
            None => crate::modules::support::text_argument(vm, "expand() argument", text)?,
        };
        let template = template::parse(vm, &text, &program)?;
        let chars = subject::characters(vm, found.subject);
        let mut out = String::new();
        template.expand(&chars, &found.saves, &mut out);
        Ok(subject::value_of(vm, program.of_bytes(), out))
    }),
    ("__repr__", |vm, args| {
        let (object, []) = vm.method("__repr__", args)?;
        let whole = text_of(vm, object, 0, Value::NONE)?;
        // CPython cuts long texts short.
        let whole: String = vm.repr(whole)?.chars().take(50).collect();
        let saves = &data(vm, "__repr__", object)?.saves;
        let text = format!("<re.Match object; span=({}, {}), match={whole}>", saves[0], saves[1]);
        Ok(vm.string(text))
    }),
    ("__bool__", |_, _| Ok(Value::TRUE)),
    ("__copy__", |vm, args| vm.method::<0>("__copy__", args).map(|(found, _)| found)),
    ("__deepcopy__", |vm, args| vm.method::<1>("__deepcopy__", args).map(|(found, _)| found)),
];

pub(super) fn build(vm: &mut Vm, module: Ref) {
    let class = vm.define_class(ClassSpec {
        name: "Match",
        module: "re",
        bases: &[],
        constructor: Some(|vm, _, _| Err(vm.type_error("cannot create 're.Match' instances"))),
        methods: METHODS,
        getters: &[
            ("re", |vm, args| {
                let (object, []) = vm.method("re", args)?;
                data(vm, "re", object).map(|data| data.pattern)
            }),
            ("string", |vm, args| {
                let (object, []) = vm.method("string", args)?;
                data(vm, "string", object).map(|data| data.subject)
            }),
            ("pos", |vm, args| {
                let (object, []) = vm.method("pos", args)?;
                let pos = data(vm, "pos", object)?.pos;
                Ok(vm.usize(pos))
            }),
            ("endpos", |vm, args| {
                let (object, []) = vm.method("endpos", args)?;
                let pos = data(vm, "endpos", object)?.endpos;
                Ok(vm.usize(pos))
            }),
            ("regs", |vm, args| {
                let (object, []) = vm.method("regs", args)?;
                let saves = data(vm, "regs", object)?.saves.clone();
                let mut spans = Vec::with_capacity(saves.len() / 2);
                for span in saves.chunks_exact(2) {
                    let (start, end) = (place_of(vm, span[0]), place_of(vm, span[1]));
                    spans.push(vm.tuple(vec![start, end]));
                }
                Ok(vm.tuple(spans))
            }),
            ("lastindex", |vm, args| {
                let (object, []) = vm.method("lastindex", args)?;
                let last = last_group(&data(vm, "lastindex", object)?.saves);
                Ok(last.map_or(Value::NONE, |last| vm.usize(last)))
            }),
            ("lastgroup", |vm, args| {
                let (object, []) = vm.method("lastgroup", args)?;
                let found = data(vm, "lastgroup", object)?;
                let (last, pattern) = (last_group(&found.saves), found.pattern);
                let names = program(vm, "lastgroup", pattern)?.names.clone();
                let name = names.into_iter().find(|(_, number)| Some(*number) == last);
                Ok(name.map_or(Value::NONE, |(name, _)| vm.shared_str(name)))
            }),
        ],
    });
    vm.module_set(module, "Match", Value::object(class));
}

pub(super) fn object(vm: &mut Vm, matched: Matched) -> Value {
    let class = vm.known_class("re.Match").unwrap_or(Ref::of(Type::Object));
    instance(vm, class, matched)
}

/// The group that was closed last: of those that end last, the outermost.
fn last_group(saves: &[usize]) -> Option<usize> {
    let mut last: Option<(usize, usize)> = None;
    for (number, span) in saves.chunks_exact(2).enumerate().skip(1) {
        let [start, end] = *span else { continue };
        if start != NOWHERE && end != NOWHERE && last.is_none_or(|(most, _)| end > most) {
            last = Some((end, number));
        }
    }
    last.map(|(_, number)| number)
}

fn data<'v>(vm: &'v mut Vm, method: &str, object: Value) -> Res<&'v Matched> {
    receiver(vm, "re.Match", method, object)
}

fn no_group(vm: &mut Vm) -> Unwind {
    vm.index_error("no such group")
}

/// The number of a group by number or name.
fn number_of(vm: &mut Vm, object: Value, key: Value) -> Res<usize> {
    let found = data(vm, "group", object)?;
    let (count, pattern) = (found.saves.len() / 2, found.pattern);
    if let Some(name) = vm.as_arc_str(key) {
        let names = vm.payload::<Pattern>(pattern).map(|pattern| pattern.0.names.clone()).unwrap_or_default();
        return match names.into_iter().find(|(known, _)| *known == name) {
            Some((_, number)) => Ok(number),
            None => Err(no_group(vm)),
        };
    }
    if vm.as_big(key).is_none() && vm.special(key, crate::object::sym::INDEX).is_none() {
        return Err(no_group(vm));
    }
    match usize::try_from(vm.to_index(key)?) {
        Ok(number) if number < count => Ok(number),
        _ => Err(no_group(vm)),
    }
}

fn text_of(vm: &mut Vm, object: Value, number: usize, default: Value) -> Res {
    let found = data(vm, "group", object)?;
    let (start, end, subject) = (found.saves[number * 2], found.saves[number * 2 + 1], found.subject);
    if start == NOWHERE || end == NOWHERE {
        return Ok(default);
    }
    let of_bytes = vm.as_bytes(subject).is_some();
    let chars = subject::characters(vm, subject);
    let text: String = chars.get(start..end).unwrap_or_default().iter().collect();
    Ok(subject::value_of(vm, of_bytes, text))
}

/// A place as programs see it.
fn place_of(vm: &mut Vm, place: usize) -> Value {
    if place == NOWHERE { Value::small_int_wrapping(-1) } else { vm.usize(place) }
}

fn group(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (object, rest) = vm.split_receiver("group", args)?;
    vm.no_keywords("group", args)?;
    match rest.pos {
        [] => text_of(vm, object, 0, Value::NONE),
        [one] => {
            let number = number_of(vm, object, *one)?;
            text_of(vm, object, number, Value::NONE)
        }
        many => {
            let mut texts = Vec::with_capacity(many.len());
            for &key in many {
                let number = number_of(vm, object, key)?;
                texts.push(text_of(vm, object, number, Value::NONE)?);
            }
            Ok(vm.tuple(texts))
        }
    }
}

fn span_of(vm: &mut Vm, name: &str, args: &Args<'_>) -> Res<(Value, Value)> {
    let (object, rest) = vm.split_receiver(name, args)?;
    let given = vm.between(name, &rest, 0, 1)?;
    let number = given.first().map_or(Ok(0), |&key| number_of(vm, object, key))?;
    let saves = &data(vm, name, object)?.saves;
    let (start, end) = (saves[number * 2], saves[number * 2 + 1]);
    if start == NOWHERE || end == NOWHERE {
        return Ok((Value::small_int_wrapping(-1), Value::small_int_wrapping(-1)));
    }
    Ok((vm.usize(start), vm.usize(end)))
}
