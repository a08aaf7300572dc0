//! `template % values`: fetches the values and drives the parser of the text functions.

use num_bigint::BigInt;

use super::number::Num;
use crate::error::Res;
use crate::object::{Object, Type, sym};
use crate::text::float_ops;
use crate::text::percent::{self, Amount, Conversion, Parser, Piece};
use crate::value::Value;
use crate::vm::Vm;

/// The values on the right of `%`.
struct Values {
    /// The tuple's items, or the single value.
    items: Vec<Value>,
    taken: usize,
    /// The right side, for `%(key)s`.
    mapping: Value,
    /// A key was used: values left over are fine.
    by_key: bool,
}

/// Bytes as a text with one character for each, so that one formatter serves both.
fn latin1(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

/// The way back; what is formatted into bytes has no other characters.
fn from_latin1(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(c).unwrap_or(b'?')).collect()
}

impl Vm {
    /// `%` of a text or bytes; `None` for other left operands.
    pub(super) fn percent_operator(&mut self, template: Value, values: Value) -> Res<Option<Value>> {
        match self.heap.object(self.plain(template)) {
            Some(Object::Str(s)) => {
                let text = s.shared();
                let result = self.percent_format(&text, values, false)?;
                Ok(Some(self.string(result)))
            }
            Some(Object::Bytes(bytes)) => {
                let text = latin1(bytes);
                let result = self.percent_format(&text, values, true)?;
                Ok(Some(self.bytes(from_latin1(&result))))
            }
            Some(Object::ByteArray(bytes)) => {
                let text = latin1(bytes);
                let result = self.percent_format(&text, values, true)?;
                Ok(Some(self.alloc(Object::ByteArray(from_latin1(&result)))))
            }
            _ => Ok(None),
        }
    }

    fn percent_format(&mut self, template: &str, right: Value, bytes: bool) -> Res<String> {
        let items = match self.tuple_items(right) {
            Some(items) => items.to_vec(),
            None => vec![right],
        };
        let mut values = Values { items, taken: 0, mapping: right, by_key: false };
        let mut out = String::new();
        for piece in Parser::new(template) {
            match self.checked(piece)? {
                Piece::Literal(text) => out.push_str(&text),
                Piece::Conversion(mut conversion) => {
                    let text = self.percent_piece(&mut conversion, &mut values, bytes)?;
                    out.push_str(&text);
                    self.check_alloc(out.len())?;
                }
            }
        }
        let ignored = self.is_percent_mapping(right) && !(bytes && self.as_bytes(right).is_some());
        if values.taken < values.items.len() && !values.by_key && !ignored {
            if bytes {
                return Err(self.type_error("not all arguments converted during bytes formatting"));
            }
            return Err(self.from_text(percent::not_all_converted()));
        }
        Ok(out)
    }

    /// Whether leftovers are ignored: mappings and lists are not "values".
    fn is_percent_mapping(&mut self, right: Value) -> bool {
        if self.as_str(right).is_some() || self.tuple_items(right).is_some() {
            return false;
        }
        match self.heap.object(self.plain(right)) {
            Some(Object::Dict(_) | Object::List(_) | Object::Bytes(_) | Object::ByteArray(_) | Object::Range(_)) => true,
            Some(Object::Instance(_)) => matches!(self.own_method(right, sym::GETITEM), super::Method::Own(_)),
            _ => false,
        }
    }

    fn percent_piece(&mut self, conversion: &mut Conversion, values: &mut Values, bytes: bool) -> Res<String> {
        let mut keyed = None;
        if let Some(key) = conversion.key.clone() {
            if !self.is_percent_mapping(values.mapping) {
                return Err(self.from_text(percent::mapping_required()));
            }
            let key = if bytes { self.bytes(from_latin1(&key)) } else { self.str(&key) };
            values.by_key = true;
            keyed = Some(self.get_item(values.mapping, key)?);
        }
        if conversion.width == Some(Amount::FromArgument) {
            let width = self.percent_star(values)?;
            conversion.set_width(width);
        }
        if conversion.precision == Some(Amount::FromArgument) {
            let precision = self.percent_star(values)?;
            conversion.set_precision(precision);
        }
        let value = match keyed {
            Some(value) => value,
            None => self.percent_take(values)?,
        };
        if bytes && conversion.kind == 'b' {
            conversion.kind = 's';
        }
        if let Some(error) = conversion.check_kind() {
            return Err(self.from_text(error));
        }
        self.percent_value(conversion, value, bytes)
    }

    fn percent_take(&mut self, values: &mut Values) -> Res {
        let Some(&value) = values.items.get(values.taken).filter(|_| !values.by_key) else {
            return Err(self.from_text(percent::not_enough_arguments()));
        };
        values.taken += 1;
        Ok(value)
    }

    fn percent_star(&mut self, values: &mut Values) -> Res<i64> {
        let value = self.percent_take(values)?;
        match self.as_i64(value) {
            Some(amount) => Ok(amount),
            None => Err(self.from_text(percent::star_wants_int())),
        }
    }

    fn percent_value(&mut self, conversion: &Conversion, value: Value, bytes: bool) -> Res<String> {
        let result = match conversion.kind {
            '%' => Ok("%".to_string()),
            's' if bytes => match self.as_bytes(value).map(latin1) {
                Some(text) => conversion.format_text(&text),
                None => {
                    let name = self.type_name(value);
                    let words = "%b requires a bytes-like object, or an object that implements __bytes__, not";
                    return Err(self.type_error(format!("{words} '{name}'")));
                }
            },
            's' => {
                let text = self.to_str(value)?;
                conversion.format_text(&text)
            }
            'r' if !bytes => {
                let text = self.repr(value)?;
                conversion.format_text(&text)
            }
            'a' | 'r' => {
                let text = self.ascii(value)?;
                conversion.format_text(&text)
            }
            'c' if bytes => return self.percent_byte(conversion, value),
            'c' => return self.percent_char(conversion, value),
            'd' | 'i' | 'u' | 'o' | 'x' | 'X' => {
                let n = self.percent_int(conversion, value)?;
                conversion.format_int(&n)
            }
            _ => {
                let f = self.to_f64(value)?;
                conversion.format_float(f)
            }
        };
        self.checked(result)
    }

    fn percent_char(&mut self, conversion: &Conversion, value: Value) -> Res<String> {
        let result = if let Some(text) = self.as_str(value) {
            let mut chars = text.chars();
            match (chars.next(), chars.next()) {
                (Some(c), None) => conversion.format_char(c),
                _ => Err(conversion.wrong_type("str")),
            }
        } else if self.is_int(value) {
            conversion.format_code_point(self.as_i64(value))
        } else {
            Err(conversion.wrong_type(&self.type_name(value)))
        };
        self.checked(result)
    }

    /// `%c` into bytes: one byte, or its number.
    fn percent_byte(&mut self, conversion: &Conversion, value: Value) -> Res<String> {
        let byte = match self.as_bytes(value) {
            Some(&[byte]) => Some(byte),
            _ if self.is_int(value) => match self.as_i64(value).and_then(|n| u8::try_from(n).ok()) {
                Some(byte) => Some(byte),
                None => return Err(self.error(Type::OverflowError, "%c arg not in range(256)")),
            },
            _ => None,
        };
        let Some(byte) = byte else {
            return Err(self.type_error("%c requires an integer in range(256) or a single byte"));
        };
        let result = conversion.format_char(char::from(byte));
        self.checked(result)
    }

    /// `%d` takes any real number, `%x` only integers.
    fn percent_int(&mut self, conversion: &Conversion, value: Value) -> Res<BigInt> {
        if let Some(n) = self.as_big(value) {
            return Ok(n);
        }
        let decimal = matches!(conversion.kind, 'd' | 'i' | 'u');
        if let (true, Some(Num::Float(f))) = (decimal, self.number(value)) {
            let n = float_ops::to_int(f);
            return self.checked(n);
        }
        let methods: &[_] = if decimal { &[sym::INT, sym::INDEX] } else { &[sym::INDEX] };
        for &method in methods {
            if let Some(result) = self.call_if_own(value, method, &[])?
                && let Some(n) = self.as_big(result)
            {
                return Ok(n);
            }
        }
        let name = self.type_name(value);
        Err(self.from_text(conversion.wrong_type(&name)))
    }
}
