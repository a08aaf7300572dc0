//! `str`: the constructor and the methods that change or classify a text. Searching is in `str_search`, splitting in
//! `str_split`, `format` in `format_method`.

use std::sync::Arc;

use num_traits::ToPrimitive;

use super::support::{add_static_methods, dict_receiver, str_argument, str_receiver, wrap};
use crate::error::Res;
use crate::object::{Args, Object, Type};
use crate::text::{FormatError, str_methods as text};
use crate::value::{Ref, Value};
use crate::vm::Vm;

pub(super) fn install(vm: &mut Vm) {
    let class = Ref::of(Type::Str);
    vm.set_constructor(class, construct);
    vm.add_methods(class, CHANGES);
    vm.add_methods(class, TESTS);
    vm.add_methods(
        class,
        &[
            ("center", center),
            ("ljust", ljust),
            ("rjust", rjust),
            ("zfill", zfill),
            ("expandtabs", expandtabs),
            ("strip", strip),
            ("lstrip", lstrip),
            ("rstrip", rstrip),
            ("encode", encode),
            ("translate", translate),
            ("__str__", own_value),
        ],
    );
    add_static_methods(vm, class, &[("maketrans", maketrans)]);
    super::str_search::install(vm);
    super::str_split::install(vm);
    super::format_method::install(vm);
}

fn construct(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    let [object, encoding, errors] = vm.bind("str", args, ["object", "encoding", "errors"], 0)?;
    let plain = match object {
        None => vm.str(""),
        Some(object) if encoding.is_none() && errors.is_none() => vm.str_value(object)?,
        Some(object) => {
            if vm.as_str(object).is_some() {
                return Err(vm.type_error("decoding str is not supported"));
            }
            let bytes = match vm.heap.object(vm.plain(object)) {
                Some(Object::Bytes(_) | Object::ByteArray(_)) => super::bytes::bytes_like(vm, object)?,
                _ => {
                    let name = vm.type_name(object);
                    let message = format!("decoding to str: need a bytes-like object, {name} found");
                    return Err(vm.type_error(message));
                }
            };
            super::encoding::decode_bytes(vm, "str", &bytes, encoding, errors)?
        }
    };
    let plain = if class == Ref::of(Type::Str) { plain } else { vm.plain(plain) };
    Ok(wrap(vm, class, Type::Str, plain))
}

/// The receiver's text and further positional arguments.
pub(super) fn method<const N: usize>(vm: &mut Vm, fname: &str, args: &Args<'_>) -> Res<(Arc<str>, [Value; N])> {
    let (receiver, rest) = vm.method(fname, args)?;
    Ok((str_receiver(vm, fname, receiver)?, rest))
}

fn own_value(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (text, []) = method(vm, "str.__str__", args)?;
    Ok(vm.shared_str(text))
}

type NamedMethod = (&'static str, crate::object::NativeFn);

macro_rules! methods {
    ($table:ident, $wrap:ident, $($name:literal $function:path;)*) => {
        const $table: &[NamedMethod] = &[$(($name, |vm, args| {
            let (text, []) = method(vm, concat!("str.", $name), args)?;
            $wrap(vm, $function(&text))
        }),)*];
    };
}

fn text_result(vm: &mut Vm, text: String) -> Res {
    Ok(vm.string(text))
}

fn bool_result(_vm: &mut Vm, flag: bool) -> Res {
    Ok(Value::bool(flag))
}

methods! { CHANGES, text_result,
    "upper" text::upper;
    "lower" text::lower;
    "casefold" text::casefold;
    "capitalize" text::capitalize;
    "title" text::title;
    "swapcase" text::swapcase;
}

methods! { TESTS, bool_result,
    "isalpha" text::is_alpha;
    "isdecimal" text::is_decimal;
    "isdigit" text::is_digit;
    "isnumeric" text::is_numeric;
    "isalnum" text::is_alnum;
    "isspace" text::is_space;
    "isprintable" text::is_printable;
    "isidentifier" text::is_identifier;
    "islower" text::is_lower;
    "isupper" text::is_upper;
    "istitle" text::is_title;
    "isascii" str::is_ascii;
}

fn pad(vm: &mut Vm, fname: &str, args: &Args<'_>, function: fn(&str, i64, char) -> Result<String, FormatError>) -> Res {
    let (receiver, rest) = super::support::method_between(vm, fname, args, 1, 2)?;
    let text = str_receiver(vm, fname, receiver)?;
    let [width, fill @ ..] = rest else {
        return Ok(receiver);
    };
    let width = vm.to_index(*width)?;
    let fill = match fill.first() {
        None => ' ',
        Some(&fill) => {
            let Some(fill_text) = vm.as_arc_str(fill) else {
                let name = vm.type_name(fill);
                return Err(vm.type_error(format!("The fill character must be a unicode character, not {name}")));
            };
            let mut chars = fill_text.chars();
            match (chars.next(), chars.next()) {
                (Some(c), None) => c,
                _ => {
                    return Err(vm.type_error("The fill character must be exactly one character long"));
                }
            }
        }
    };
    let padded = function(&text, width, fill).map_err(|e| vm.from_text(e))?;
    Ok(vm.string(padded))
}

fn center(vm: &mut Vm, args: &Args<'_>) -> Res {
    pad(vm, "center", args, text::center)
}

fn ljust(vm: &mut Vm, args: &Args<'_>) -> Res {
    pad(vm, "ljust", args, text::ljust)
}

fn rjust(vm: &mut Vm, args: &Args<'_>) -> Res {
    pad(vm, "rjust", args, text::rjust)
}

fn zfill(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (text, [width]) = method(vm, "str.zfill", args)?;
    let width = vm.to_index(width)?;
    let filled = text::zfill(&text, width).map_err(|e| vm.from_text(e))?;
    Ok(vm.string(filled))
}

fn expandtabs(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [size]) = vm.bind_method("expandtabs", args, ["tabsize"], 0)?;
    let text = str_receiver(vm, "expandtabs", receiver)?;
    let size = size.map_or(Ok(8), |size| vm.to_index(size))?;
    let expanded = text::expandtabs(&text, size).map_err(|e| vm.from_text(e))?;
    Ok(vm.string(expanded))
}

fn strip_with(
    vm: &mut Vm,
    fname: &str,
    args: &Args<'_>,
    function: for<'a> fn(&'a str, Option<&str>) -> &'a str,
) -> Res {
    let (receiver, rest) = super::support::method_between(vm, fname, args, 0, 1)?;
    let text = str_receiver(vm, fname, receiver)?;
    let chars = match rest.first() {
        Some(&chars) if !chars.is_none() => match vm.as_arc_str(chars) {
            Some(chars) => Some(chars),
            None => return Err(vm.type_error(format!("{fname} arg must be None or str"))),
        },
        _ => None,
    };
    let stripped = function(&text, chars.as_deref());
    Ok(if stripped.len() == text.len() { vm.shared_str(text) } else { vm.str(stripped) })
}

fn strip(vm: &mut Vm, args: &Args<'_>) -> Res {
    strip_with(vm, "strip", args, text::strip)
}

fn lstrip(vm: &mut Vm, args: &Args<'_>) -> Res {
    strip_with(vm, "lstrip", args, text::lstrip)
}

fn rstrip(vm: &mut Vm, args: &Args<'_>) -> Res {
    strip_with(vm, "rstrip", args, text::rstrip)
}

fn encode(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [encoding, errors]) = vm.bind_method("encode", args, ["encoding", "errors"], 0)?;
    let text = str_receiver(vm, "encode", receiver)?;
    let bytes = super::encoding::encode_text(vm, "encode", &text, encoding, errors)?;
    Ok(vm.bytes(bytes))
}

fn maketrans(vm: &mut Vm, args: &Args<'_>) -> Res {
    vm.no_keywords("str.maketrans", args)?;
    let table = vm.new_dict();
    match *vm.between("maketrans", args, 1, 3)? {
        [mapping] => {
            let Some(source) = vm.dict_ref(mapping) else {
                return Err(vm.type_error("if you give only one argument to maketrans it must be a dict"));
            };
            for (key, value) in vm.dict_items(source) {
                let key = match vm.as_arc_str(key) {
                    None => key,
                    Some(text) => match single_char(&text) {
                        Some(c) => vm.int(i64::from(u32::from(c))),
                        None => {
                            return Err(vm.value_error("string keys in translate table must be of length 1"));
                        }
                    },
                };
                vm.dict_set(table, key, value)?;
            }
        }
        [from, to, ref delete @ ..] => {
            let from = str_argument(vm, "maketrans() argument 1 ", from)?;
            let to = str_argument(vm, "maketrans() argument 2 ", to)?;
            if from.chars().count() != to.chars().count() {
                return Err(vm.value_error("the first two maketrans arguments must have equal length"));
            }
            for (a, b) in from.chars().zip(to.chars()) {
                let (a, b) = (vm.int(i64::from(u32::from(a))), vm.int(i64::from(u32::from(b))));
                vm.dict_set(table, a, b)?;
            }
            if let Some(&delete) = delete.first() {
                let delete = str_argument(vm, "maketrans() argument 3 ", delete)?;
                for c in delete.chars() {
                    let c = vm.int(i64::from(u32::from(c)));
                    vm.dict_set(table, c, Value::NONE)?;
                }
            }
        }
        [] => {}
    }
    Ok(Value::object(table))
}

fn single_char(text: &str) -> Option<char> {
    let mut chars = text.chars();
    let first = chars.next()?;
    chars.next().is_none().then_some(first)
}

fn translate(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (text, [table]) = method(vm, "str.translate", args)?;
    let plain_dict =
        if vm.type_of(table) == Ref::of(Type::Dict) { Some(dict_receiver(vm, "str.translate", table)?) } else { None };
    let mut out = String::with_capacity(text.len());
    let (mark, mut turns, mut room) = (vm.kept(), 0, text.len());
    for c in text.chars() {
        let key = vm.int(i64::from(u32::from(c)));
        let found = match plain_dict {
            Some(dict) => vm.dict_get(dict, key)?,
            None => match vm.get_item(table, key) {
                Ok(value) => Some(value),
                Err(error) if vm.is_raised(&error, Type::LookupError) => None,
                Err(error) => return Err(error),
            },
        };
        match found {
            None => out.push(c),
            Some(value) if value.is_none() => {}
            Some(value) => push_translated(vm, &mut out, value)?,
        }
        vm.release(mark, Value::NONE);
        if out.len() > room {
            vm.check_alloc(out.len())?;
            room = out.len() * 2;
        }
        vm.turn(&mut turns)?;
    }
    Ok(vm.string(out))
}

fn push_translated(vm: &mut Vm, out: &mut String, value: Value) -> Res<()> {
    if let Some(text) = vm.as_str(value) {
        out.push_str(text);
        return Ok(());
    }
    let Some(code) = vm.as_big(value) else {
        return Err(vm.type_error("character mapping must return integer, None or str"));
    };
    match code.to_u32().and_then(char::from_u32) {
        Some(c) => {
            out.push(c);
            Ok(())
        }
        None => Err(vm.value_error("character mapping must be in range(0x110000)")),
    }
}
