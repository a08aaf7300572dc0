//! Functions that turn values into text, and the one that reads it: print, repr, ascii, format, input.

use super::Table;
use crate::builtins::support::str_argument;
use crate::error::Res;
use crate::modules::replaced_output;
use crate::object::{Args, sym};
use crate::value::Value;
use crate::vm::Vm;

pub(super) const TABLE: Table = &[("print", print), ("repr", repr), ("ascii", ascii), ("format", format), ("input", input)];

/// `sep` or `end`: text, or nothing for the usual one.
fn separator(vm: &mut Vm, name: &str, value: Option<Value>, usual: &str) -> Res<String> {
    match value.filter(|value| !value.is_none()) {
        None => Ok(usual.to_owned()),
        Some(value) => match vm.as_str(value) {
            Some(text) => Ok(text.to_owned()),
            None => {
                let actual = vm.type_name(value);
                Err(vm.type_error(format!("{name} must be None or a string, not {actual}")))
            }
        },
    }
}

fn print(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (mut sep, mut end, mut file) = (None, None, None);
    for &(name, value) in args.kw {
        match name {
            sym::SEP => sep = Some(value),
            sym::END => end = Some(value),
            sym::FILE => file = Some(value).filter(|file| !file.is_none()),
            sym::FLUSH => {}
            _ => {
                let name = vm.names.text(name).clone();
                return Err(vm.type_error(format!("'{name}' is an invalid keyword argument for print()")));
            }
        }
    }
    let sep = separator(vm, "sep", sep, " ")?;
    let end = separator(vm, "end", end, "\n")?;
    let mut text = String::new();
    for (place, &value) in args.pos.iter().enumerate() {
        if place > 0 {
            text.push_str(&sep);
        }
        match vm.as_str(value) {
            Some(part) if vm.plain(value) == value => text.push_str(part),
            _ => {
                let part = vm.to_str(value)?;
                text.push_str(&part);
            }
        }
    }
    text.push_str(&end);
    match file.or_else(|| replaced_output(vm)) {
        None => vm.print_text(&text)?,
        Some(file) if file.is_none() => {}
        Some(file) => {
            let write = vm.names.intern("write");
            let text = vm.string(text);
            vm.call_method(file, write, &[text])?;
        }
    }
    Ok(Value::NONE)
}

fn repr(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("repr", args)?;
    let text = vm.repr(value)?;
    Ok(vm.string(text))
}

fn ascii(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value] = vm.exact("ascii", args)?;
    let text = vm.ascii(value)?;
    Ok(vm.string(text))
}

fn format(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (value, spec) = match *vm.between("format", args, 1, 2)? {
        [value, spec] => (value, str_argument(vm, "format() argument 2 ", spec)?),
        [value, ..] => (value, "".into()),
        [] => return Err(vm.type_error("format expected at least 1 argument, got 0")),
    };
    let text = vm.format_value(value, &spec)?;
    Ok(vm.string(text))
}

/// The prompt is printed like any text; the answer comes without its line break.
fn input(vm: &mut Vm, args: &Args<'_>) -> Res {
    vm.no_keywords("input", args)?;
    if let [prompt] = *vm.between("input", args, 0, 1)? {
        let prompt = vm.to_str(prompt)?;
        vm.print_text(&prompt)?;
    }
    vm.ask_line()
}
