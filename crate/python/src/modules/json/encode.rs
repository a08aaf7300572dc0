//! `json.dumps`.

use crate::text::slice::amount;
use std::fmt::Write;
use std::sync::Arc;

use crate::error::Res;
use crate::modules::support::{given, text_argument};
use crate::object::{Args, Object};
use crate::text::{float_repr, int_text};
use crate::value::{Unpacked, Value};
use crate::vm::Vm;

/// How a text is laid out.
struct Layout {
    item: Arc<str>,
    key: Arc<str>,
    /// What one level is indented by; `None` for one line.
    indent: Option<Arc<str>>,
    sort_keys: bool,
    skip_keys: bool,
    ascii: bool,
    allow_nan: bool,
    default: Option<Value>,
}

struct Encoder {
    layout: Layout,
    out: String,
    /// Containers being written, against endless recursion.
    open: Vec<Value>,
    /// Bytes that the text may have before room is asked for again.
    room: usize,
}

pub(super) fn dumps(vm: &mut Vm, args: &Args<'_>) -> Res {
    let names = [
        "obj",
        "*skipkeys",
        "*ensure_ascii",
        "*check_circular",
        "*allow_nan",
        "*cls",
        "*indent",
        "*separators",
        "*default",
        "*sort_keys",
    ];
    super::one_argument(vm, "dumps", "obj", args)?;
    let known = |name: &str| names.iter().any(|known| known.trim_start_matches('*') == name);
    let unknown = args.kw.iter().map(|&(name, _)| vm.names.text(name).clone()).find(|name| !known(name));
    if let Some(name) = unknown {
        return Err(vm.type_error(format!("JSONEncoder.__init__() got an unexpected keyword argument '{name}'")));
    }
    let [obj, skip, ascii, _, nan, cls, indent, separators, default, sort] =
        vm.bind("dumps", args, names, 1)?;
    let obj = obj.unwrap_or(Value::NONE);
    if let Some(cls) = given(cls) {
        let kw: Vec<_> = args.kw.iter().copied().filter(|(name, _)| &**vm.names.text(*name) != "cls").collect();
        let encoder = vm.call_kw(cls, &[], &kw)?;
        let encode = vm.names.intern("encode");
        return vm.call_method(encoder, encode, &[obj]);
    }
    let indent = indent_text(vm, given(indent))?;
    let (item, key) = match given(separators) {
        Some(pair) => {
            let parts = vm.unpack(pair, 2)?;
            (text_argument(vm, "item separator", parts[0])?, text_argument(vm, "key separator", parts[1])?)
        }
        None if indent.is_some() => (",".into(), ": ".into()),
        None => (", ".into(), ": ".into()),
    };
    let mut flag = |value: Option<Value>, default: bool| value.map_or(Ok(default), |value| vm.truthy(value));
    let layout = Layout {
        item,
        key,
        indent,
        sort_keys: flag(sort, false)?,
        skip_keys: flag(skip, false)?,
        ascii: flag(ascii, true)?,
        allow_nan: flag(nan, true)?,
        default: given(default),
    };
    let mut encoder = Encoder { layout, out: String::new(), open: Vec::new(), room: 0 };
    encoder.value(vm, obj)?;
    Ok(vm.string(encoder.out))
}

fn indent_text(vm: &mut Vm, indent: Option<Value>) -> Res<Option<Arc<str>>> {
    let Some(indent) = indent else { return Ok(None) };
    if let Some(text) = vm.as_arc_str(indent) {
        return Ok(Some(text));
    }
    let width = amount(vm.to_index(indent)?);
    vm.check_alloc(width)?;
    Ok(Some(" ".repeat(width).into()))
}

/// A text as a JSON string.
pub(super) fn quote(text: &str, ascii: bool, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            c if (c as u32) < 0x20 || (ascii && (!c.is_ascii() || c == '\u{7f}')) => {
                let mut units = [0; 2];
                for unit in c.encode_utf16(&mut units) {
                    // Writing to a String cannot fail.
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

impl Encoder {
    fn value(&mut self, vm: &mut Vm, value: Value) -> Res<()> {
        let plain = vm.plain(value);
        match plain.unpack() {
            Unpacked::None => self.out.push_str("null"),
            Unpacked::Bool(b) => self.out.push_str(if b { "true" } else { "false" }),
            Unpacked::Int(i) => self.out.push_str(&i.to_string()),
            Unpacked::Float(f) => {
                let text = self.float(vm, f)?;
                self.out.push_str(&text);
            }
            Unpacked::Ref(r) => match vm.heap.get(r) {
                Object::Str(s) => quote(s.as_str(), self.layout.ascii, &mut self.out),
                Object::Wide(_) | Object::Big(_) => {
                    let n = vm.as_big(plain).unwrap_or_default();
                    let text = int_text::to_decimal(&n).map_err(|e| vm.from_text(e))?;
                    self.out.push_str(&text);
                }
                Object::List(_) | Object::Tuple(_) => {
                    self.container(vm, value, |encoder, vm| encoder.list(vm, plain))?;
                }
                Object::Dict(_) => {
                    let items = vm.dict_items(r);
                    items.iter().flat_map(|&(key, value)| [key, value]).for_each(|part| vm.keep(part));
                    self.container(vm, value, |encoder, vm| encoder.dict(vm, items))?;
                }
                _ => self.unknown(vm, value)?,
            },
            _ => self.unknown(vm, value)?,
        }
        Ok(())
    }

    fn float(&self, vm: &mut Vm, f: f64) -> Res<String> {
        if f.is_finite() {
            return Ok(float_repr::repr(f));
        }
        if !self.layout.allow_nan {
            return Err(vm.value_error("Out of range float values are not JSON compliant"));
        }
        Ok(if f.is_nan() { "NaN" } else if f > 0.0 { "Infinity" } else { "-Infinity" }.to_owned())
    }

    /// Writes a container, one level deeper.
    fn container(
        &mut self,
        vm: &mut Vm,
        value: Value,
        write: impl FnOnce(&mut Self, &mut Vm) -> Res<()>,
    ) -> Res<()> {
        self.check_room(vm)?;
        if self.open.contains(&value) {
            return Err(vm.value_error("Circular reference detected"));
        }
        vm.enter()?;
        self.open.push(value);
        let result = write(self, vm);
        self.open.pop();
        vm.leave();
        result
    }

    /// Asks for room each time the text is twice as long.
    fn check_room(&mut self, vm: &mut Vm) -> Res<()> {
        if self.out.len() > self.room {
            vm.check_alloc(self.out.len())?;
            self.room = self.out.len() * 2;
        }
        Ok(())
    }

    /// The line break before an item, or before the end.
    fn break_line(&mut self, vm: &mut Vm, level: usize) -> Res<()> {
        if let Some(indent) = &self.layout.indent {
            vm.check_alloc(self.out.len().saturating_add(indent.len().saturating_mul(level)))?;
            self.out.push('\n');
            for _ in 0..level {
                self.out.push_str(indent);
            }
        }
        Ok(())
    }

    /// A list or a tuple, as it is when its turn comes: `default` may change a list that is being written.
    fn list(&mut self, vm: &mut Vm, items: Value) -> Res<()> {
        let item_at = |vm: &Vm, place: usize| {
            vm.list_items(items).or_else(|| vm.tuple_items(items)).and_then(|items| items.get(place)).copied()
        };
        if item_at(vm, 0).is_none() {
            self.out.push_str("[]");
            return Ok(());
        }
        self.out.push('[');
        let level = self.open.len();
        let mut place = 0;
        while let Some(item) = item_at(vm, place) {
            if place > 0 {
                self.out.push_str(&self.layout.item.clone());
            }
            self.break_line(vm, level)?;
            vm.keep(item);
            self.value(vm, item)?;
            place += 1;
        }
        self.break_line(vm, level - 1)?;
        self.out.push(']');
        Ok(())
    }

    fn dict(&mut self, vm: &mut Vm, mut items: Vec<(Value, Value)>) -> Res<()> {
        if items.is_empty() {
            self.out.push_str("{}");
            return Ok(());
        }
        if self.layout.sort_keys {
            items = sorted(vm, items)?;
        }
        self.out.push('{');
        let level = self.open.len();
        let mut first = true;
        for (key, value) in items {
            let Some(key) = self.key(vm, key)? else { continue };
            if !first {
                self.out.push_str(&self.layout.item.clone());
            }
            first = false;
            self.break_line(vm, level)?;
            quote(&key, self.layout.ascii, &mut self.out);
            self.out.push_str(&self.layout.key.clone());
            self.value(vm, value)?;
        }
        if !first {
            self.break_line(vm, level - 1)?;
        }
        self.out.push('}');
        Ok(())
    }

    /// A key as text; `None` when it is left out.
    fn key(&self, vm: &mut Vm, key: Value) -> Res<Option<String>> {
        if let Some(text) = vm.as_str(key) {
            return Ok(Some(text.to_owned()));
        }
        let plain = vm.plain(key);
        if let Some(f) = plain.as_float() {
            return self.float(vm, f).map(Some);
        }
        if plain.is_none() {
            return Ok(Some("null".to_owned()));
        }
        if let Some(b) = plain.as_bool() {
            return Ok(Some(if b { "true" } else { "false" }.to_owned()));
        }
        if let Some(n) = vm.as_big(plain) {
            return int_text::to_decimal(&n).map(Some).map_err(|e| vm.from_text(e));
        }
        if self.layout.skip_keys {
            return Ok(None);
        }
        let name = vm.class_name(key);
        Err(vm.type_error(format!("keys must be str, int, float, bool or None, not {name}")))
    }

    fn unknown(&mut self, vm: &mut Vm, value: Value) -> Res<()> {
        let Some(default) = self.layout.default else {
            let name = vm.class_name(value);
            return Err(vm.type_error(format!("Object of type {name} is not JSON serializable")));
        };
        self.container(vm, value, |encoder, vm| {
            let stand_in = vm.call(default, &[value])?;
            // The stand-in takes the place of the value: it lies no level deeper.
            let placeholder = encoder.open.pop();
            let result = encoder.value(vm, stand_in);
            encoder.open.extend(placeholder);
            result
        })
    }
}

/// The pairs in the order of their keys.
fn sorted(vm: &mut Vm, items: Vec<(Value, Value)>) -> Res<Vec<(Value, Value)>> {
    let pairs = items.iter().map(|&(key, value)| vm.tuple(vec![key, value])).collect();
    let list = vm.list(pairs);
    let key = vm.import("operator")?;
    let getter = vm.names.intern("itemgetter");
    let getter = vm.get_attr(Value::object(key), getter)?;
    let first = vm.call(getter, &[Value::small_int_wrapping(0)])?;
    let (sort, key) = (vm.names.intern("sort"), crate::object::sym::KEY);
    let sort = vm.get_attr(list, sort)?;
    vm.call_kw(sort, &[], &[(key, first)])?;
    let pairs = vm.list_items(list).map(<[Value]>::to_vec).unwrap_or_default();
    Ok(pairs.into_iter().filter_map(|pair| vm.tuple_items(pair).map(|items| (items[0], items[1]))).collect())
}
