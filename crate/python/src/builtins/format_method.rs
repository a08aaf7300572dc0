//! `str.format` and `str.format_map`: fetching what a field names and writing it.

use super::support::str_receiver;
use crate::error::Res;
use crate::object::{Args, Type};
use crate::text::MAX_TEXT_BYTES;
use crate::text::str_format::{self, First, MAX_NESTING, Numbering, Parser, Step};
use crate::value::{Ref, Value};
use crate::vm::Vm;

pub(super) fn install(vm: &mut Vm) {
    vm.add_methods(Ref::of(Type::Str), &[("format", format), ("format_map", format_map)]);
}

/// Where fields get their values from.
enum Source<'a> {
    Arguments(Args<'a>),
    Mapping(Value),
}

fn format(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, rest) = vm.split_receiver("format", args)?;
    let template = str_receiver(vm, "format", receiver)?;
    let text = expand(vm, &template, &Source::Arguments(rest), &mut Numbering::default(), MAX_NESTING)?;
    Ok(vm.string(text))
}

fn format_map(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [mapping]) = vm.method("str.format_map", args)?;
    let template = str_receiver(vm, "format_map", receiver)?;
    let text = expand(vm, &template, &Source::Mapping(mapping), &mut Numbering::default(), MAX_NESTING)?;
    Ok(vm.string(text))
}

/// Writes a template; nested specifications are templates themselves, `depth` levels of them.
fn expand(vm: &mut Vm, template: &str, source: &Source<'_>, numbering: &mut Numbering, depth: usize) -> Res<String> {
    if depth == 0 {
        return Err(vm.from_text(str_format::too_deep()));
    }
    let mut out = String::new();
    for piece in Parser::new(template) {
        let piece = piece.map_err(|e| vm.from_text(e))?;
        out.push_str(piece.literal);
        let Some(field) = piece.field else { continue };
        let value = fetch(vm, field.name, source, numbering)?;
        let value = match field.conversion {
            Some(conversion) => convert(vm, value, conversion)?,
            None => value,
        };
        let written = if field.has_nested {
            let spec = expand(vm, field.spec, source, numbering, depth - 1)?;
            vm.format_value(value, &spec)?
        } else {
            vm.format_value(value, field.spec)?
        };
        out.push_str(&written);
        if out.len() > MAX_TEXT_BYTES {
            vm.check_alloc(out.len())?;
        }
    }
    Ok(out)
}

fn convert(vm: &mut Vm, value: Value, conversion: char) -> Res {
    str_format::check_conversion(conversion).map_err(|e| vm.from_text(e))?;
    let text = match conversion {
        'r' => vm.repr(value)?,
        'a' => vm.ascii(value)?,
        _ => return vm.str_value(value),
    };
    Ok(vm.string(text))
}

fn fetch(vm: &mut Vm, name: &str, source: &Source<'_>, numbering: &mut Numbering) -> Res {
    let (first, steps) = str_format::parse_name(name, numbering).map_err(|e| vm.from_text(e))?;
    let mut value = match (first, source) {
        (First::Index(index), Source::Arguments(args)) => match args.pos.get(index) {
            Some(&value) => value,
            None => return Err(vm.from_text(str_format::missing_index(index))),
        },
        (First::Index(_), Source::Mapping(_)) => {
            return Err(vm.value_error("Format string contains positional fields"));
        }
        (First::Name(name), Source::Arguments(args)) => {
            let sym = vm.names.intern(&name);
            match super::support::keyword(args, sym) {
                Some(value) => value,
                None => {
                    let key = vm.string(name);
                    return Err(vm.key_error(key));
                }
            }
        }
        (First::Name(name), Source::Mapping(mapping)) => {
            let key = vm.string(name);
            vm.get_item(*mapping, key)?
        }
    };
    for step in steps {
        value = match step {
            Step::Attribute(name) => {
                let sym = vm.names.intern(&name);
                vm.get_attr(value, sym)?
            }
            Step::Index(index) => {
                let index = vm.usize(index);
                vm.get_item(value, index)?
            }
            Step::Key(key) => {
                let key = vm.string(key);
                vm.get_item(value, key)?
            }
        };
    }
    Ok(value)
}
