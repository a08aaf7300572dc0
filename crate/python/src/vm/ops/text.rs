//! `str`, `repr`, `ascii` and `format` of any value.

use std::sync::Arc;

use super::Method;
use super::number::Num;
use crate::error::Res;
use crate::object::{Object, Sym, Type, sym};
use crate::text::format_spec::FormatSpec;
use crate::text::{FormatError, format_spec, str_repr};
use crate::value::Value;
use crate::vm::Vm;

/// Both parts of a complex number in one format. Without a type letter they look as in `repr`: whole numbers have no
/// point, a real part of zero is left out, and else brackets stand around them.
fn complex_parts(re: f64, im: f64, spec: &FormatSpec) -> Result<String, FormatError> {
    let plain = spec.kind.is_none();
    let letter = if plain && spec.precision.is_some() { Some('g') } else { spec.kind };
    let mut number = String::new();
    number.extend(spec.coerces_negative_zero.then_some('z'));
    number.extend(spec.alternate.then_some('#'));
    number.extend(spec.grouping);
    number.extend(spec.precision.map(|precision| format!(".{precision}")));
    number.extend(letter);
    let part = |x: f64, sign: Option<char>| {
        let sign = sign.map(String::from).unwrap_or_default();
        let text = format_spec::format_float(x, &format!("{sign}{number}"))?;
        let whole = text.strip_suffix(".0").filter(|_| letter.is_none());
        let pointed = if spec.alternate { "." } else { "" };
        Ok(whole.map_or(text.clone(), |whole| format!("{whole}{pointed}")))
    };
    if plain && re == 0.0 && re.is_sign_positive() {
        return Ok(format!("{}j", part(im, spec.sign)?));
    }
    let text = format!("{}{}j", part(re, spec.sign)?, part(im, Some('+'))?);
    Ok(if plain { format!("({text})") } else { text })
}

impl Vm {
    /// `str(value)`
    ///
    /// # Errors
    /// What `__str__` or `__repr__` raise.
    pub fn to_str(&mut self, value: Value) -> Res<String> {
        match self.heap.object(value) {
            Some(Object::Str(s)) => Ok(s.as_str().to_string()),
            Some(Object::Instance(_)) => self.instance_str(value).map(|text| text.to_string()),
            _ => self.repr(value),
        }
    }

    /// `str(value)` as an object: itself when it is a text.
    ///
    /// # Errors
    /// As [`Vm::to_str`].
    pub fn str_value(&mut self, value: Value) -> Res {
        if let Some(Object::Str(_)) = self.heap.object(value) {
            return Ok(value);
        }
        let text = self.to_str(value)?;
        Ok(self.string(text))
    }

    fn instance_str(&mut self, value: Value) -> Res<Arc<str>> {
        match self.own_method(value, sym::STR) {
            Method::Own(found) => {
                let result = self.call_own(found, value, sym::STR, &[])?;
                self.expect_text(result, sym::STR)
            }
            Method::Builtin | Method::Refused => self.default_str(value).map(Into::into),
        }
    }

    /// `str` of an instance without a `__str__` of its own: what `object`, `BaseException` and `str` offer.
    ///
    /// # Errors
    /// What `__repr__` raises.
    pub fn default_str(&mut self, value: Value) -> Res<String> {
        if self.exception_data(value).is_some() {
            return self.exception_text(value);
        }
        if let Some(text) = self.as_str(value) {
            return Ok(text.to_string());
        }
        self.repr(value)
    }

    /// What a special method that must return a text returned.
    pub(super) fn expect_text(&mut self, result: Value, method: Sym) -> Res<Arc<str>> {
        match self.as_arc_str(result) {
            Some(text) => Ok(text),
            None => {
                let name = self.type_name(result);
                let method = self.names.text(method).clone();
                Err(self.type_error(format!("{method} returned non-string (type {name})")))
            }
        }
    }

    /// `ascii(value)`
    ///
    /// # Errors
    /// As [`Vm::repr`].
    pub fn ascii(&mut self, value: Value) -> Res<String> {
        Ok(str_repr::escape_non_ascii(&self.repr(value)?))
    }

    /// `format(value, spec)`
    ///
    /// # Errors
    /// `ValueError` and `TypeError` for specifications that do not fit, or what `__format__` raises.
    pub fn format_value(&mut self, value: Value, spec: &str) -> Res<String> {
        if let Method::Own(found) = self.own_method(value, sym::FORMAT) {
            let spec = self.str(spec);
            let result = self.call_own(found, value, sym::FORMAT, &[spec])?;
            return match self.as_str(result) {
                Some(text) => Ok(text.to_string()),
                None => {
                    let name = self.type_name(result);
                    Err(self.type_error(format!("__format__ must return a str, not {name}")))
                }
            };
        }
        self.builtin_format(value, spec)
    }

    /// `format` as the builtin types do it, instances counting as what they carry.
    ///
    /// # Errors
    /// As [`Vm::format_value`].
    pub fn builtin_format(&mut self, value: Value, spec: &str) -> Res<String> {
        if spec.is_empty() {
            return self.to_str(value);
        }
        let plain = self.plain(value);
        let result = if let Some(flag) = plain.as_bool() {
            format_spec::format_bool(flag, spec)
        } else if let Some(Object::Str(s)) = self.heap.object(plain) {
            format_spec::format_str(s.as_str(), spec)
        } else {
            match self.number(plain) {
                Some(Num::Float(f)) => format_spec::format_float(f, spec),
                Some(Num::Int(i)) => format_spec::format_int(&i.into(), spec),
                Some(Num::Wide(n)) => format_spec::format_int(&n.into(), spec),
                Some(Num::Big(n)) => format_spec::format_int(n, spec),
                Some(Num::Complex(re, im)) => return self.format_complex(re, im, spec),
                None => {
                    let name = self.type_name(value);
                    Err(format_spec::unsupported(&name))
                }
            }
        };
        self.checked(result)
    }

    /// Both parts in the same format; a width applies to the whole.
    fn format_complex(&mut self, re: f64, im: f64, spec: &str) -> Res<String> {
        let parsed = format_spec::FormatSpec::parse(spec, "complex", None, '>');
        let parsed = self.checked(parsed)?;
        if let Some(kind) = parsed.kind.filter(|kind| !"eEfFgGn".contains(*kind)) {
            return Err(self.value_error(format!("Unknown format code '{kind}' for object of type 'complex'")));
        }
        if parsed.fill == '0' {
            return Err(self.value_error("Zero padding is not allowed in complex format specifier"));
        }
        if parsed.align == '=' {
            return Err(self.value_error("'=' alignment flag is not allowed in complex format specifier"));
        }
        let text = self.checked(complex_parts(re, im, &parsed))?;
        let Some(width) = parsed.width else { return Ok(text) };
        let padded = format_spec::format_str(&text, &format!("{}{}{width}", parsed.fill, parsed.align));
        self.checked(padded)
    }

    /// The message of a syntax error and where the text has it.
    fn syntax_error_text(&mut self, value: Value) -> Res<String> {
        let mut parts = [Value::NONE; 3];
        for (part, name) in parts.iter_mut().zip(["msg", "filename", "lineno"]) {
            let name = self.names.intern(name);
            *part = self.find_attr(value, name)?.unwrap_or(Value::NONE);
        }
        let message = self.to_str(parts[0])?;
        Ok(match (self.as_arc_str(parts[1]), self.as_i64(parts[2])) {
            (Some(file), Some(line)) => format!("{message} ({file}, line {line})"),
            (Some(file), None) => format!("{message} ({file})"),
            (None, Some(line)) => format!("{message} (line {line})"),
            (None, None) => message,
        })
    }

    /// `str(exception)`: its arguments; `KeyError` shows its key as `repr`.
    fn exception_text(&mut self, value: Value) -> Res<String> {
        let args = self.exception_data(value).map_or(Value::NONE, |data| data.args);
        let items = self.tuple_items(args).map(<[Value]>::to_vec).unwrap_or_default();
        if let (true, [number, message]) = (self.is_type(value, Type::OSError), &items[..]) {
            let (number, message) = (self.to_str(*number)?, self.to_str(*message)?);
            let filename = self.names.intern("filename");
            return match self.find_attr(value, filename)? {
                Some(name) if !name.is_none() => {
                    let name = self.repr(name)?;
                    Ok(format!("[Errno {number}] {message}: {name}"))
                }
                _ => Ok(format!("[Errno {number}] {message}")),
            };
        }
        if self.is_type(value, Type::SyntaxError) {
            return self.syntax_error_text(value);
        }
        match items[..] {
            [] => Ok(String::new()),
            [key] if self.is_type(value, Type::KeyError) => self.repr(key),
            [only] => self.deeper(|vm| vm.to_str(only)),
            _ => self.repr(args),
        }
    }
}
