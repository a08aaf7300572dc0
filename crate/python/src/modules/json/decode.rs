//! `json.loads`: a recursive reader over bytes, with CPython's words for what is wrong.

use std::sync::Arc;

use num_bigint::BigInt;

use super::decode_error;
use crate::error::{Res, Unwind};
use crate::modules::support::given;
use crate::object::Args;
use crate::value::Value;
use crate::vm::Vm;

struct Decoder<'a> {
    text: &'a str,
    /// The text as a value, for errors.
    doc: Value,
    /// Byte offset.
    place: usize,
    object_hook: Option<Value>,
    pairs_hook: Option<Value>,
    parse_float: Option<Value>,
    parse_int: Option<Value>,
    parse_constant: Option<Value>,
}

const OPTIONS: [&str; 6] =
    ["s", "*object_hook", "*parse_float", "*parse_int", "*parse_constant", "*object_pairs_hook"];

pub(super) fn loads(vm: &mut Vm, args: &Args<'_>) -> Res {
    super::one_argument(vm, "loads", "s", args)?;
    let class = vm.names.intern("cls");
    let (chosen, kw): (Vec<_>, Vec<_>) = args.kw.iter().copied().partition(|(name, _)| *name == class);
    let args = Args { pos: args.pos, kw: &kw };
    if let Some(class) = given(chosen.first().map(|(_, class)| *class)) {
        let by_name = vm.names.intern("s");
        let (texts, kw): (Vec<_>, Vec<_>) = kw.iter().copied().partition(|(name, _)| *name == by_name);
        let text = args.pos.first().copied().or_else(|| texts.first().map(|(_, text)| *text)).unwrap_or(Value::NONE);
        let decoder = vm.call_kw(class, &[], &kw)?;
        let decode = vm.names.intern("decode");
        return vm.call_method(decoder, decode, &[text]);
    }
    let (text, options) = options(vm, "loads", &args)?;
    let doc = vm.shared_str(text.clone());
    if text.starts_with('\u{feff}') {
        return Err(decode_error(vm, "Unexpected UTF-8 BOM (decode using utf-8-sig)", doc, 0));
    }
    let mut decoder = Decoder::new(&text, doc, 0, options);
    decoder.skip_blanks();
    let value = decoder.value(vm)?;
    decoder.skip_blanks();
    if decoder.place < text.len() {
        return Err(decoder.error(vm, "Extra data", decoder.place));
    }
    Ok(value)
}

/// `_scan(text, place, **options)`: the value that begins at a place, and where it ends.
pub(super) fn scan(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [s, place] = *args.pos else { return Err(vm.type_error("raw_decode() needs a text")) };
    let place = crate::text::slice::amount(vm.to_index(place)?);
    let (text, options) = options(vm, "raw_decode", &Args { pos: &[s], kw: args.kw })?;
    let doc = vm.shared_str(text.clone());
    let offset = text.char_indices().nth(place).map_or(text.len(), |(offset, _)| offset);
    let mut decoder = Decoder::new(&text, doc, offset, options);
    let value = decoder.value(vm)?;
    let end = text.get(..decoder.place).unwrap_or_default().chars().count();
    let end = vm.usize(end);
    Ok(vm.tuple(vec![value, end]))
}

/// The text of a call, and its options in their order.
fn options(vm: &mut Vm, name: &str, args: &Args<'_>) -> Res<(Arc<str>, [Option<Value>; 5])> {
    let [s, options @ ..] = vm.bind(name, args, OPTIONS, 1)?;
    let s = s.unwrap_or(Value::NONE);
    let text = match vm.as_arc_str(s) {
        Some(text) => text,
        None => match vm.as_bytes(s).map(<[u8]>::to_vec) {
            Some(bytes) => String::from_utf8_lossy(&bytes).as_ref().into(),
            None => {
                let name = vm.type_name(s);
                return Err(vm.type_error(format!("the JSON object must be str, bytes or bytearray, not {name}")));
            }
        },
    };
    Ok((text, options.map(given)))
}

impl<'a> Decoder<'a> {
    fn new(text: &'a str, doc: Value, place: usize, options: [Option<Value>; 5]) -> Self {
        let [object_hook, parse_float, parse_int, parse_constant, pairs_hook] = options;
        Self { text, doc, place, object_hook, pairs_hook, parse_float, parse_int, parse_constant }
    }
}

impl Decoder<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.place).copied()
    }

    fn rest(&self) -> &str {
        self.text.get(self.place..).unwrap_or_default()
    }

    fn skip_blanks(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.place += 1;
        }
    }

    /// An error at a byte offset; Python counts characters.
    fn error(&self, vm: &mut Vm, message: &str, place: usize) -> Unwind {
        let place = self.text.get(..place).map_or(place, |before| before.chars().count());
        decode_error(vm, message, self.doc, place)
    }

    fn value(&mut self, vm: &mut Vm) -> Res {
        match self.peek() {
            Some(b'"') => {
                self.place += 1;
                let text = self.string(vm)?;
                Ok(vm.string(text))
            }
            Some(b'{') => self.deeper(vm, Self::object),
            Some(b'[') => self.deeper(vm, Self::array),
            Some(b'-' | b'0'..=b'9') => self.number(vm),
            _ => self.word(vm),
        }
    }

    fn deeper(&mut self, vm: &mut Vm, read: fn(&mut Self, &mut Vm) -> Res) -> Res {
        self.place += 1;
        vm.enter()?;
        let result = read(self, vm);
        vm.leave();
        result
    }

    fn word(&mut self, vm: &mut Vm) -> Res {
        let words = [("null", Value::NONE), ("true", Value::TRUE), ("false", Value::FALSE)];
        for (word, value) in words {
            if self.rest().starts_with(word) {
                self.place += word.len();
                return Ok(value);
            }
        }
        let constants = [("NaN", f64::NAN), ("Infinity", f64::INFINITY), ("-Infinity", f64::NEG_INFINITY)];
        for (word, value) in constants {
            if self.rest().starts_with(word) {
                self.place += word.len();
                return match self.parse_constant {
                    Some(hook) => {
                        let word = vm.str(word);
                        vm.call(hook, &[word])
                    }
                    None => Ok(Value::float(value)),
                };
            }
        }
        Err(self.error(vm, "Expecting value", self.place))
    }

    fn digits(&mut self) -> usize {
        let start = self.place;
        while let Some(b'0'..=b'9') = self.peek() {
            self.place += 1;
        }
        self.place - start
    }

    fn number(&mut self, vm: &mut Vm) -> Res {
        let start = self.place;
        if self.peek() == Some(b'-') {
            self.place += 1;
        }
        match self.peek() {
            Some(b'0') => self.place += 1,
            Some(b'1'..=b'9') => {
                self.digits();
            }
            _ => {
                self.place = start;
                return self.word(vm);
            }
        }
        let mut is_float = false;
        let before_point = self.place;
        if self.peek() == Some(b'.') {
            self.place += 1;
            if self.digits() > 0 {
                is_float = true;
            } else {
                self.place = before_point;
            }
        }
        let before_exponent = self.place;
        if let Some(b'e' | b'E') = self.peek() {
            self.place += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.place += 1;
            }
            if self.digits() > 0 {
                is_float = true;
            } else {
                self.place = before_exponent;
            }
        }
        let text = self.text.get(start..self.place).unwrap_or_default();
        let hook = if is_float { self.parse_float } else { self.parse_int };
        if let Some(hook) = hook {
            let text = vm.str(text);
            return vm.call(hook, &[text]);
        }
        if is_float {
            return Ok(Value::float(text.parse().unwrap_or(f64::NAN)));
        }
        match text.parse::<i64>() {
            Ok(n) => Ok(vm.int(n)),
            Err(_) => {
                let n: BigInt = crate::text::int_text::parse(text, 10).map_err(|e| vm.from_text(e))?;
                Ok(vm.big(n))
            }
        }
    }

    /// The rest of a string after its first quote.
    fn string(&mut self, vm: &mut Vm) -> Res<String> {
        let begin = self.place - 1;
        let mut out = String::new();
        loop {
            let rest = self.rest();
            let Some(length) = rest.find(|c: char| c == '"' || c == '\\' || (c as u32) < 0x20) else {
                return Err(self.error(vm, "Unterminated string starting at", begin));
            };
            out.push_str(rest.get(..length).unwrap_or_default());
            self.place += length;
            match self.peek() {
                Some(b'"') => {
                    self.place += 1;
                    return Ok(out);
                }
                Some(b'\\') => self.escape(vm, begin, &mut out)?,
                _ => return Err(self.error(vm, "Invalid control character at", self.place)),
            }
        }
    }

    fn escape(&mut self, vm: &mut Vm, begin: usize, out: &mut String) -> Res<()> {
        self.place += 1;
        let plain = match self.peek() {
            None => return Err(self.error(vm, "Unterminated string starting at", begin)),
            Some(b'u') => {
                let c = self.unicode_escape(vm)?;
                out.push(c);
                return Ok(());
            }
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(_) => return Err(self.error(vm, "Invalid \\escape", self.place - 1)),
        };
        out.push(plain);
        self.place += 1;
        Ok(())
    }

    /// Four digits after `\u`.
    fn unit(&self, place: usize) -> Option<u32> {
        let digits = self.text.get(place..place + 4)?;
        if digits.bytes().all(|b| b.is_ascii_hexdigit()) { u32::from_str_radix(digits, 16).ok() } else { None }
    }

    fn unicode_escape(&mut self, vm: &mut Vm) -> Res<char> {
        let Some(first) = self.unit(self.place + 1) else {
            return Err(self.error(vm, "Invalid \\uXXXX escape", self.place));
        };
        self.place += 5;
        if (0xD800..0xDC00).contains(&first)
            && self.rest().starts_with("\\u")
            && let Some(second) = self.unit(self.place + 2).filter(|unit| (0xDC00..0xE000).contains(unit))
        {
            self.place += 6;
            let code = 0x10000 + ((first - 0xD800) << 10 | (second - 0xDC00));
            return Ok(char::from_u32(code).unwrap_or('\u{fffd}'));
        }
        // Texts hold no lone surrogates here.
        Ok(char::from_u32(first).unwrap_or('\u{fffd}'))
    }

    fn array(&mut self, vm: &mut Vm) -> Res {
        let mut items = Vec::new();
        self.skip_blanks();
        if self.peek() == Some(b']') {
            self.place += 1;
            return Ok(vm.list(items));
        }
        loop {
            items.push(self.value(vm)?);
            self.skip_blanks();
            match self.peek() {
                Some(b',') => self.place += 1,
                Some(b']') => {
                    self.place += 1;
                    return Ok(vm.list(items));
                }
                _ => return Err(self.error(vm, "Expecting ',' delimiter", self.place)),
            }
            self.skip_blanks();
        }
    }

    fn object(&mut self, vm: &mut Vm) -> Res {
        let mut pairs = Vec::new();
        self.skip_blanks();
        const NAME: &str = "Expecting property name enclosed in double quotes";
        if self.peek() == Some(b'}') {
            self.place += 1;
            return self.finish(vm, pairs);
        }
        if self.peek() != Some(b'"') {
            return Err(self.error(vm, NAME, self.place));
        }
        loop {
            self.place += 1;
            let key = self.string(vm)?;
            let key = vm.string(key);
            self.skip_blanks();
            if self.peek() != Some(b':') {
                return Err(self.error(vm, "Expecting ':' delimiter", self.place));
            }
            self.place += 1;
            self.skip_blanks();
            let value = self.value(vm)?;
            pairs.push((key, value));
            self.skip_blanks();
            match self.peek() {
                Some(b',') => self.place += 1,
                Some(b'}') => {
                    self.place += 1;
                    return self.finish(vm, pairs);
                }
                _ => return Err(self.error(vm, "Expecting ',' delimiter", self.place)),
            }
            self.skip_blanks();
            if self.peek() != Some(b'"') {
                return Err(self.error(vm, NAME, self.place));
            }
        }
    }

    fn finish(&self, vm: &mut Vm, pairs: Vec<(Value, Value)>) -> Res {
        if let Some(hook) = self.pairs_hook {
            let pairs = pairs.into_iter().map(|(key, value)| vm.tuple(vec![key, value])).collect();
            let pairs = vm.list(pairs);
            return vm.call(hook, &[pairs]);
        }
        let dict = vm.new_dict();
        for (key, value) in pairs {
            vm.dict_set(dict, key, value)?;
        }
        match self.object_hook {
            Some(hook) => vm.call(hook, &[Value::object(dict)]),
            None => Ok(Value::object(dict)),
        }
    }
}
