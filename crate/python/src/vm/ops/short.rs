//! A value in a few letters, for pictures. Costs little whatever the value is:
//! no Python code runs (the machine is only looked at), no more is read than is
//! written, and an instance with a text of its own is told by its class.

use crate::object::{Object, Payload};
use crate::text::{float_repr, int_text, str_repr};
use crate::value::{Ref, Unpacked, Value};
use crate::vm::Vm;

use super::repr::complex_text;

/// Containers inside containers are written down to this depth.
const MAX_DEPTH: usize = 3;
/// Larger integers are told by their size: writing them takes long.
const MAX_INT_BITS: u64 = 256;

/// Tells values that only an extension knows: arrays, say.
pub type TellNative<'a> = &'a dyn Fn(&Vm, Value) -> Option<String>;

/// What a container holds; a dict has keys.
type Items<'a> = Box<dyn Iterator<Item = (Option<Value>, Value)> + 'a>;

/// Text that grows up to a length and then ends in an ellipsis.
struct Short {
    text: String,
    left: usize,
    full: bool,
}

impl Short {
    fn push(&mut self, text: &str) {
        for letter in text.chars() {
            if self.left == 0 {
                if !self.full {
                    self.text.pop();
                    self.text.push('…');
                }
                self.full = true;
                return;
            }
            self.text.push(letter);
            self.left -= 1;
        }
    }
}

impl Vm {
    /// A value in at most `most` letters: `12`, `[1, 2, …`, `<function inc>`, `Point(…)`.
    #[must_use]
    pub fn short_text(&self, value: Value, most: usize, native: TellNative<'_>) -> String {
        let mut out = Short { text: String::new(), left: most, full: false };
        self.shorten(value, 0, native, &mut out);
        out.text
    }

    fn shorten(&self, value: Value, depth: usize, native: TellNative<'_>, out: &mut Short) {
        match value.unpack() {
            Unpacked::Float(f) => out.push(&float_repr::repr(f)),
            Unpacked::Int(i) => out.push(itoa::Buffer::new().format(i)),
            Unpacked::Bool(b) => out.push(if b { "True" } else { "False" }),
            Unpacked::None | Unpacked::Unbound => out.push("None"),
            Unpacked::NotImplemented => out.push("NotImplemented"),
            Unpacked::Ellipsis => out.push("Ellipsis"),
            Unpacked::Ref(r) => self.shorten_object(r, value, depth, native, out),
        }
    }

    fn shorten_object(&self, r: Ref, value: Value, depth: usize, native: TellNative<'_>, out: &mut Short) {
        let most = out.left + 1;
        match self.heap.get(r) {
            Object::Str(text) => {
                let text: String = text.as_str().chars().take(most).collect();
                out.push(&str_repr::repr(&text));
            }
            Object::Bytes(bytes) => out.push(&str_repr::bytes_repr(bytes.get(..most).unwrap_or(bytes))),
            Object::Wide(n) => out.push(&n.get().to_string()),
            Object::Big(n) if n.bits() <= MAX_INT_BITS => out.push(&int_text::to_decimal(n).unwrap_or_default()),
            Object::Big(n) => out.push(&format!("<int of {} bits>", n.bits())),
            Object::Complex(re, im) => out.push(&complex_text(*re, *im)),
            Object::Range(range) if range.step == 1 => out.push(&format!("range({}, {})", range.start, range.stop)),
            Object::Range(range) => out.push(&format!("range({}, {}, {})", range.start, range.stop, range.step)),
            Object::Function(function) => out.push(&format!("<function {}>", function.name)),
            Object::NativeFunction(function) => out.push(&format!("<function {}>", function.name)),
            Object::Class(class) => out.push(&format!("<class {}>", class.name)),
            Object::List(_) | Object::Tuple(_) | Object::Dict(_) | Object::Set(_) | Object::FrozenSet(_) => {
                self.shorten_items(r, depth, native, out);
            }
            Object::Instance(instance) => match (native(self, value), &instance.payload) {
                (Some(text), _) => out.push(&text),
                // Numbers of an extension are Python's numbers.
                (None, Payload::Value(plain)) if self.class_ref(instance.class).builtin => {
                    self.shorten(*plain, depth, native, out);
                }
                _ => out.push(&format!("{}(…)", self.class_ref(instance.class).name)),
            },
            _ => out.push(&format!("<{}>", self.class_name(value))),
        }
    }

    fn shorten_items(&self, r: Ref, depth: usize, native: TellNative<'_>, out: &mut Short) {
        let (open, items, close): (&str, Items<'_>, &str) =
            match self.heap.get(r) {
                Object::List(items) => ("[", Box::new(items.iter().map(|&item| (None, item))), "]"),
                Object::Tuple(items) => {
                    let close = if items.len() == 1 { ",)" } else { ")" };
                    ("(", Box::new(items.iter().map(|&item| (None, item))), close)
                }
                Object::Dict(dict) => ("{", Box::new(dict.iter().map(|(key, value)| (Some(key), value))), "}"),
                Object::Set(set) | Object::FrozenSet(set) if set.is_empty() => return out.push("set()"),
                Object::Set(set) | Object::FrozenSet(set) => ("{", Box::new(set.iter().map(|item| (None, item))), "}"),
                _ => return,
            };
        out.push(open);
        if depth == MAX_DEPTH {
            out.push("…");
            return out.push(close);
        }
        for (index, (key, item)) in items.enumerate() {
            if out.full {
                return;
            }
            if index > 0 {
                out.push(", ");
            }
            if let Some(key) = key {
                self.shorten(key, depth + 1, native, out);
                out.push(": ");
            }
            self.shorten(item, depth + 1, native, out);
        }
        out.push(close);
    }
}
