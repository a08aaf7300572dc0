//! `repr` of values and containers. Containers that hold themselves are cut short with `...`.

use super::Method;
use crate::error::{Res, Unwind};
use crate::object::{DictViewKind, Object, Type, sym};
use crate::text::{float_repr, int_text, str_repr};
use crate::value::{Ref, Unpacked, Value};
use crate::vm::Vm;

/// Longest text that `repr` makes: containers that hold each other twice grow without end.
const MAX_REPR_BYTES: usize = 1 << 24;
/// The limits are looked at whenever so many bits more of text were written.
const TICK_BITS: u32 = 14;

impl Vm {
    /// `repr(value)`
    ///
    /// # Errors
    /// What `__repr__` raises, `ValueError` for integers with too many digits, `RecursionError`.
    pub fn repr(&mut self, value: Value) -> Res<String> {
        let mut out = String::new();
        self.write_repr(value, &mut out)?;
        Ok(out)
    }

    /// Appends `repr(value)`.
    ///
    /// # Errors
    /// As [`Vm::repr`].
    pub fn write_repr(&mut self, value: Value, out: &mut String) -> Res<()> {
        if out.len() > MAX_REPR_BYTES {
            return Err(self.repr_too_long());
        }
        match value.unpack() {
            Unpacked::Float(f) => out.push_str(&float_repr::repr(f)),
            Unpacked::Int(i) => out.push_str(itoa::Buffer::new().format(i)),
            Unpacked::Bool(b) => out.push_str(if b { "True" } else { "False" }),
            Unpacked::None | Unpacked::Unbound => out.push_str("None"),
            Unpacked::NotImplemented => out.push_str("NotImplemented"),
            Unpacked::Ellipsis => out.push_str("Ellipsis"),
            Unpacked::Ref(r) => return self.write_object(r, value, out),
        }
        Ok(())
    }

    fn write_object(&mut self, r: Ref, value: Value, out: &mut String) -> Res<()> {
        match self.heap.get(r) {
            Object::Str(s) => out.push_str(&str_repr::repr(s.as_str())),
            Object::Wide(n) => out.push_str(&n.get().to_string()),
            Object::Big(n) => {
                let text = int_text::to_decimal(n);
                out.push_str(&self.checked(text)?);
            }
            Object::Complex(re, im) => out.push_str(&complex_text(*re, *im)),
            Object::Bytes(bytes) => out.push_str(&str_repr::bytes_repr(bytes)),
            Object::ByteArray(bytes) => {
                out.push_str("bytearray(");
                out.push_str(&str_repr::bytearray_repr(bytes));
                out.push(')');
            }
            Object::Instance(_) => return self.write_instance(value, out),
            Object::Class(_) if self.has_methods(value) => return self.write_instance(value, out),
            _ => return self.write_plain(value, value, out),
        }
        Ok(())
    }

    fn write_instance(&mut self, value: Value, out: &mut String) -> Res<()> {
        if let Method::Own(found) = self.own_method(value, sym::REPR) {
            let result = self.deeper(|vm| vm.call_own(found, value, sym::REPR, &[]))?;
            let text = self.expect_text(result, sym::REPR)?;
            out.push_str(&text);
            return Ok(());
        }
        self.write_default(value, out)
    }

    /// `repr` of an instance without a `__repr__` of its own: of what it carries, else its class and address.
    pub(super) fn write_default(&mut self, value: Value, out: &mut String) -> Res<()> {
        let plain = self.plain(value);
        if plain != value {
            return match plain.as_ref().map(|r| self.heap.get(r)) {
                Some(Object::ByteArray(bytes)) => {
                    let text = str_repr::bytearray_repr(bytes);
                    let name = self.type_name(value);
                    out.push_str(&format!("{name}({text})"));
                    Ok(())
                }
                Some(Object::Str(_) | Object::Big(_) | Object::Wide(_) | Object::Complex(..) | Object::Bytes(_)) | None => {
                    self.write_repr(plain, out)
                }
                Some(_) => self.write_plain(value, plain, out),
            };
        }
        if self.exception_data(value).is_some() {
            return self.write_exception(value, out);
        }
        if self.as_class(value).is_some() {
            return self.write_plain(value, value, out);
        }
        out.push_str(&self.object_text(value));
        Ok(())
    }

    /// `repr` as `object`, `BaseException` and the builtin types give it, whatever the class overrides.
    ///
    /// # Errors
    /// As [`Vm::repr`].
    pub fn default_repr(&mut self, value: Value) -> Res<String> {
        let mut out = String::new();
        if self.has_methods(value) {
            self.write_default(value, &mut out)?;
        } else {
            self.write_repr(value, &mut out)?;
        }
        Ok(out)
    }

    /// Containers, and everything that prints as `<...>`. `whole` is the instance that carries `plain`.
    fn write_plain(&mut self, whole: Value, plain: Value, out: &mut String) -> Res<()> {
        let Some(r) = plain.as_ref() else { return self.write_repr(plain, out) };
        let (open, close) = match self.heap.get(r) {
            Object::List(_) => ("[", "]"),
            Object::Tuple(_) => ("(", ")"),
            Object::Dict(_) => ("{", "}"),
            Object::Set(_) | Object::FrozenSet(_) => return self.write_set(whole, r, out),
            Object::DictView(kind, dict) => {
                let (kind, dict) = (*kind, *dict);
                return self.write_view(whole, kind, dict, out);
            }
            Object::Slice(parts) => {
                let parts = **parts;
                out.push_str("slice");
                return self.nested(whole, out, ["(", ")"], |vm, out| vm.write_items(&parts, "(", ")", out));
            }
            _ => return self.write_opaque(plain, out),
        };
        self.nested(whole, out, [open, close], |vm, out| match vm.heap.get(r) {
            Object::Tuple(items) if items.len() == 1 => {
                let items = items.to_vec();
                vm.write_items(&items, open, ",)", out)
            }
            Object::Tuple(items) => {
                let items = items.to_vec();
                vm.write_items(&items, open, close, out)
            }
            Object::List(items) => {
                let items = items.clone();
                vm.write_items(&items, open, close, out)
            }
            _ => vm.write_pairs(r, out),
        })
    }

    /// Runs `write` unless the value is being written already.
    fn nested(
        &mut self,
        value: Value,
        out: &mut String,
        around: [&str; 2],
        write: impl FnOnce(&mut Self, &mut String) -> Res<()>,
    ) -> Res<()> {
        if self.repr_stack.contains(&value) {
            out.push_str(around[0]);
            out.push_str("...");
            out.push_str(around[1]);
            return Ok(());
        }
        self.enter()?;
        self.repr_stack.push(value);
        let result = write(self, out);
        self.repr_stack.pop();
        self.leave();
        result
    }

    pub(super) fn write_items(&mut self, items: &[Value], open: &str, close: &str, out: &mut String) -> Res<()> {
        // An element's `__repr__` may drop the others from their container.
        let mark = self.kept();
        self.temps.extend(items.iter().filter(|item| item.as_ref().is_some()));
        out.push_str(open);
        for (index, &item) in items.iter().enumerate() {
            if index > 0 {
                out.push_str(", ");
            }
            let before = out.len();
            self.write_repr(item, out)?;
            self.tick_text(before, out)?;
        }
        self.release(mark, Value::NONE);
        out.push_str(close);
        Ok(())
    }

    /// Counts written text as steps.
    fn tick_text(&mut self, before: usize, out: &str) -> Res<()> {
        if out.len() >> TICK_BITS == before >> TICK_BITS { Ok(()) } else { self.tick(1 << (TICK_BITS - 4)) }
    }

    fn repr_too_long(&mut self) -> Unwind {
        let most = MAX_REPR_BYTES >> 20;
        self.error(Type::MemoryError, format!("the text of this value is longer than {most} MB"))
    }

    fn write_pairs(&mut self, dict: Ref, out: &mut String) -> Res<()> {
        let pairs = self.dict_items(dict);
        let mark = self.kept();
        self.temps.extend(pairs.iter().flat_map(|&(key, value)| [key, value]).filter(|v| v.as_ref().is_some()));
        out.push('{');
        for (index, (key, value)) in pairs.into_iter().enumerate() {
            if index > 0 {
                out.push_str(", ");
            }
            let before = out.len();
            self.write_repr(key, out)?;
            out.push_str(": ");
            self.write_repr(value, out)?;
            self.tick_text(before, out)?;
        }
        self.release(mark, Value::NONE);
        out.push('}');
        Ok(())
    }

    fn write_set(&mut self, whole: Value, set: Ref, out: &mut String) -> Res<()> {
        let name = self.type_name(whole);
        let items = self.set_items(set);
        if items.is_empty() {
            out.push_str(&name);
            out.push_str("()");
            return Ok(());
        }
        let open = format!("{name}(");
        self.nested(whole, out, [&open, ")"], |vm, out| {
            if &*name == "set" {
                return vm.write_items(&items, "{", "}", out);
            }
            out.push_str(&name);
            vm.write_items(&items, "({", "})", out)
        })
    }

    fn write_view(&mut self, view: Value, kind: DictViewKind, dict: Ref, out: &mut String) -> Res<()> {
        let name = self.type_name(view);
        let pairs = self.dict_items(dict);
        let items: Vec<Value> = match kind {
            DictViewKind::Keys => pairs.into_iter().map(|(key, _)| key).collect(),
            DictViewKind::Values => pairs.into_iter().map(|(_, value)| value).collect(),
            DictViewKind::Items => pairs.into_iter().map(|(key, value)| self.tuple(vec![key, value])).collect(),
        };
        self.nested(view, out, ["", ""], |vm, out| {
            out.push_str(&name);
            vm.write_items(&items, "([", "])", out)
        })
    }

    fn write_exception(&mut self, value: Value, out: &mut String) -> Res<()> {
        let args = self.exception_data(value).map_or(Value::NONE, |data| data.args);
        let items = self.tuple_items(args).map(<[Value]>::to_vec).unwrap_or_default();
        let name = self.type_name(value);
        self.nested(value, out, ["", ""], |vm, out| {
            out.push_str(&name);
            vm.write_items(&items, "(", ")", out)
        })
    }
}

/// `repr(complex)`: without a real part of zero, without the `.0` of whole parts.
pub(super) fn complex_text(re: f64, im: f64) -> String {
    let part = |f: f64| {
        let text = float_repr::repr(f);
        text.strip_suffix(".0").map_or(text.clone(), str::to_string)
    };
    if re == 0.0 && re.is_sign_positive() {
        return format!("{}j", part(im));
    }
    let sign = if im.is_sign_negative() && !im.is_nan() { "" } else { "+" };
    format!("({}{sign}{}j)", part(re), part(im))
}

#[cfg(test)]
mod tests {
    use super::complex_text;

    #[test]
    fn complex_numbers_print_as_in_cpython() {
        for (re, im, expect) in [
            (0.0, 1.0, "1j"),
            (0.0, -2.5, "-2.5j"),
            (1.0, 2.0, "(1+2j)"),
            (-0.0, 1.0, "(-0+1j)"),
            (1e20, f64::NAN, "(1e+20+nanj)"),
            (1.5, -0.0, "(1.5-0j)"),
        ] {
            assert_eq!(complex_text(re, im), expect);
        }
    }
}
