//! `complex`.

use super::support::{wrap, wrong_receiver};
use crate::error::Res;
use crate::object::{Args, Object, Type, sym};
use crate::text::float_repr;
use crate::value::{Ref, Value};
use crate::vm::Vm;

pub(super) fn install(vm: &mut Vm) {
    let class = Ref::of(Type::Complex);
    vm.set_constructor(class, construct);
    vm.add_methods(class, &[("conjugate", conjugate), ("__complex__", own_value)]);
    vm.add_getter(class, "real", |vm, args| parts(vm, "complex.real", args).map(|(re, _)| Value::float(re)), None);
    vm.add_getter(class, "imag", |vm, args| parts(vm, "complex.imag", args).map(|(_, im)| Value::float(im)), None);
}

fn construct(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    let [real, imag] = vm.bind("complex", args, ["real", "imag"], 0)?;
    let (re, im) = match (real, imag) {
        (None, None) => (0.0, 0.0),
        (Some(real), None) if vm.as_str(real).is_some() => {
            let text = vm.as_arc_str(real).unwrap_or_default();
            match parse(text.trim()) {
                Some(parts) => parts,
                None => return Err(vm.value_error("complex() arg is a malformed string")),
            }
        }
        (real, imag) => {
            let (re, im) = component(vm, real, "first")?;
            let (re2, im2) = component(vm, imag, "second")?;
            // Zeros keep their sign: a part is added only where there is one.
            (im2.map_or(re, |im2| re - im2), im.map_or(re2, |im| im + re2))
        }
    };
    let plain = vm.complex(re, im);
    Ok(wrap(vm, class, Type::Complex, plain))
}

fn component(vm: &mut Vm, value: Option<Value>, which: &str) -> Res<(f64, Option<f64>)> {
    let Some(value) = value else {
        return Ok((0.0, None));
    };
    if let Some(Object::Complex(re, im)) = vm.heap.object(vm.plain(value)) {
        return Ok((*re, Some(*im)));
    }
    if vm.as_str(value).is_some() {
        return Err(vm.type_error(if which == "second" {
            "complex() second arg can't be a string"
        } else {
            "complex() can't take second arg if first is a string"
        }));
    }
    if let Some(result) = vm.call_special(value, sym::COMPLEX, &[]) {
        let result = result?;
        if let Some(Object::Complex(re, im)) = vm.heap.object(vm.plain(result)) {
            return Ok((*re, Some(*im)));
        }
        let name = vm.type_name(result);
        return Err(vm.type_error(format!("__complex__ returned non-complex (type {name})")));
    }
    let real = vm.as_f64_exact(value).is_some()
        || vm.as_big(value).is_some()
        || vm.special(value, sym::FLOAT).is_some()
        || vm.special(value, sym::INDEX).is_some();
    if !real {
        let name = vm.type_name(value);
        let or_string = if which == "first" { "a string or " } else { "" };
        let tail = format!("argument must be {or_string}a number, not '{name}'");
        return Err(vm.type_error(format!("complex() {which} {tail}")));
    }
    Ok((vm.to_f64(value)?, None))
}

/// `1+2j`, `-3.5`, `2j`, also in parentheses.
fn parse(text: &str) -> Option<(f64, f64)> {
    let text = match text.strip_prefix('(') {
        Some(inner) => inner.strip_suffix(')')?.trim(),
        None => text,
    };
    let number = |text: &str| float_repr::parse(text).ok();
    let unit = |text: &str| match text {
        "" | "+" => Some(1.0),
        "-" => Some(-1.0),
        _ => number(text),
    };
    let Some(body) = text.strip_suffix(['j', 'J']) else {
        return Some((number(text)?, 0.0));
    };
    // The sign between the parts is the last one that does not belong to an exponent.
    let bytes = body.as_bytes();
    let split = (1..bytes.len())
        .rev()
        .find(|&i| matches!(bytes.get(i), Some(b'+' | b'-')) && !matches!(bytes.get(i - 1), Some(b'e' | b'E')));
    match split {
        Some(at) => Some((number(body.get(..at)?)?, unit(body.get(at..)?)?)),
        None => Some((0.0, unit(body)?)),
    }
}

fn parts(vm: &mut Vm, fname: &str, args: &Args<'_>) -> Res<(f64, f64)> {
    let (receiver, []) = vm.method(fname, args)?;
    match vm.heap.object(vm.plain(receiver)) {
        Some(Object::Complex(re, im)) => Ok((*re, *im)),
        _ => Err(wrong_receiver(vm, Type::Complex, fname, receiver)),
    }
}

fn conjugate(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (re, im) = parts(vm, "complex.conjugate", args)?;
    Ok(vm.complex(re, -im))
}

fn own_value(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (re, im) = parts(vm, "complex.__complex__", args)?;
    Ok(vm.complex(re, im))
}
