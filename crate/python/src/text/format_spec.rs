//! The format specification mini-language of `format(value, spec)` and f-strings:
//! `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.

mod layout;
mod number;

use num_bigint::BigInt;

use super::error::FormatError;
use super::float_repr;
use super::int_text;
use super::unicode;
pub(super) use number::{code_point, format_number_digits};

/// A parsed specification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormatSpec {
    /// What pads, a blank unless given.
    pub fill: char,
    /// `<`, `>`, `^` or `=`, given or the type's default.
    pub align: char,
    /// `+`, `-` or a blank.
    pub sign: Option<char>,
    /// `z`: a zero result has no minus sign.
    pub coerces_negative_zero: bool,
    /// `#`
    pub alternate: bool,
    /// The least number of characters.
    pub width: Option<usize>,
    /// `,` or `_`
    pub grouping: Option<char>,
    /// Digits after the point, significant digits, or characters of a text.
    pub precision: Option<usize>,
    /// The type letter.
    pub kind: Option<char>,
}

/// Reads decimal digits of any script from the front; `None` if there are none.
fn take_number(rest: &mut &[char]) -> Result<Option<usize>, FormatError> {
    let mut value: Option<u64> = None;
    while let Some((digit, tail)) = rest.split_first().and_then(|(c, tail)| Some((unicode::decimal_value(*c)?, tail))) {
        // The bound is that of a 64-bit CPython, whatever the machine this runs on.
        let next = value.unwrap_or(0).checked_mul(10).and_then(|n| n.checked_add(u64::from(digit))).filter(|n| *n <= i64::MAX as u64);
        let next = next.ok_or_else(|| FormatError::value("Too many decimal digits in format string"))?;
        value = Some(next);
        *rest = tail;
    }
    Ok(value.map(|value| usize::try_from(value).unwrap_or(usize::MAX)))
}

fn take_if(rest: &mut &[char], accepts: impl Fn(char) -> bool) -> Option<char> {
    let (first, tail) = rest.split_first()?;
    if !accepts(*first) {
        return None;
    }
    *rest = tail;
    Some(*first)
}

impl FormatSpec {
    /// Parses `spec` for a value of type `type_name` whose default type letter and alignment are given.
    ///
    /// # Errors
    /// `ValueError`.
    pub fn parse(spec: &str, type_name: &str, default_kind: Option<char>, default_align: char) -> Result<Self, FormatError> {
        let chars: Vec<char> = spec.chars().collect();
        let mut rest = chars.as_slice();
        let is_align = |c: char| matches!(c, '<' | '>' | '=' | '^');
        let mut fill = None;
        let mut align = None;
        if let [first, second, tail @ ..] = rest
            && is_align(*second)
        {
            fill = Some(*first);
            align = Some(*second);
            rest = tail;
        } else if let Some(given) = take_if(&mut rest, is_align) {
            align = Some(given);
        }
        let sign = take_if(&mut rest, |c| matches!(c, ' ' | '+' | '-'));
        let coerces_negative_zero = take_if(&mut rest, |c| c == 'z').is_some();
        let alternate = take_if(&mut rest, |c| c == '#').is_some();
        if fill.is_none() && take_if(&mut rest, |c| c == '0').is_some() {
            fill = Some('0');
            if default_align == '>' {
                align = align.or(Some('='));
            }
        }
        let width = take_number(&mut rest)?;
        let grouping = take_grouping(&mut rest)?;
        let mut precision = None;
        if take_if(&mut rest, |c| c == '.').is_some() {
            precision = take_number(&mut rest)?;
            if precision.is_none() {
                return Err(FormatError::value("Format specifier missing precision"));
            }
        }
        if rest.len() > 1 {
            return Err(FormatError::value(format!(
                "Invalid format specifier '{spec}' for object of type '{type_name}'"
            )));
        }
        let kind = rest.first().copied().or(default_kind);
        if let Some(separator) = grouping {
            check_grouping(separator, kind)?;
        }
        let (fill, align) = (fill.unwrap_or(' '), align.unwrap_or(default_align));
        Ok(FormatSpec { fill, align, sign, coerces_negative_zero, alternate, width, grouping, precision, kind })
    }
}

fn take_grouping(rest: &mut &[char]) -> Result<Option<char>, FormatError> {
    let both = || Err(FormatError::value("Cannot specify both ',' and '_'."));
    let comma = take_if(rest, |c| c == ',');
    let underscore = take_if(rest, |c| c == '_');
    if comma.is_some() && underscore.is_some() {
        return both();
    }
    if underscore.is_some() && rest.first() == Some(&',') {
        return both();
    }
    Ok(comma.or(underscore))
}

fn check_grouping(separator: char, kind: Option<char>) -> Result<(), FormatError> {
    match kind {
        None | Some('d' | 'e' | 'f' | 'g' | 'E' | 'F' | 'G' | '%') => Ok(()),
        Some('b' | 'o' | 'x' | 'X') if separator == '_' => Ok(()),
        Some(c) => Err(FormatError::value(format!("Cannot specify '{separator}' with '{}'.", shown_code(c)))),
    }
}

fn shown_code(c: char) -> String {
    if ('!'..='\u{7f}').contains(&c) && c != '\u{7f}' { c.to_string() } else { format!("\\x{:x}", c as u32) }
}

fn unknown_code(kind: char, type_name: &str) -> FormatError {
    let code = shown_code(kind);
    FormatError::value(format!("Unknown format code '{code}' for object of type '{type_name}'"))
}

/// The `TypeError` of a value without a `__format__` of its own whose specification is not empty.
pub fn unsupported(type_name: &str) -> FormatError {
    FormatError::type_error(format!("unsupported format string passed to {type_name}.__format__"))
}

/// `format(text, spec)`.
///
/// # Errors
/// `ValueError`, and `MemoryError` for a width beyond [`super::MAX_TEXT_BYTES`].
pub fn format_str(text: &str, spec: &str) -> Result<String, FormatError> {
    if spec.is_empty() {
        return Ok(text.to_string());
    }
    let parsed = FormatSpec::parse(spec, "str", Some('s'), '<')?;
    if let Some(kind) = parsed.kind.filter(|kind| *kind != 's') {
        return Err(unknown_code(kind, "str"));
    }
    let refuse = |what: &str| Err(FormatError::value(format!("{what} not allowed in string format specifier")));
    match parsed.sign {
        Some(' ') => return refuse("Space"),
        Some(_) => return refuse("Sign"),
        None => {}
    }
    if parsed.coerces_negative_zero {
        return refuse("Negative zero coercion (z)");
    }
    if parsed.alternate {
        return refuse("Alternate form (#)");
    }
    if parsed.align == '=' {
        return refuse("'=' alignment");
    }
    let end = parsed.precision.and_then(|n| text.char_indices().nth(n)).map_or(text.len(), |(at, _)| at);
    layout::pad("", text.get(..end).unwrap_or(text), &parsed)
}

/// `format(n, spec)`.
///
/// # Errors
/// `ValueError`, `OverflowError` if a float format meets an integer too large for a float, and `MemoryError`.
pub fn format_int(n: &BigInt, spec: &str) -> Result<String, FormatError> {
    if spec.is_empty() {
        return int_text::to_decimal(n);
    }
    number::format_int(n, spec, "int")
}

/// `format(flag, spec)`: its name without a specification, else as the integer it is.
///
/// # Errors
/// As [`format_int`].
pub fn format_bool(flag: bool, spec: &str) -> Result<String, FormatError> {
    if spec.is_empty() {
        return Ok(if flag { "True" } else { "False" }.to_string());
    }
    number::format_int(&BigInt::from(u8::from(flag)), spec, "bool")
}

/// `format(x, spec)`.
///
/// # Errors
/// `ValueError` and `MemoryError`.
pub fn format_float(x: f64, spec: &str) -> Result<String, FormatError> {
    if spec.is_empty() {
        return Ok(float_repr::repr(x));
    }
    let parsed = FormatSpec::parse(spec, "float", None, '>')?;
    number::format_float(x, &parsed, "float")
}

#[cfg(test)]
mod tests {
    use super::*;

    type Row<'a> = (&'a str, Result<&'a str, &'a str>);

    fn check<T>(table: &[(T, &[Row])], format: impl Fn(&T, &str) -> Result<String, FormatError>) {
        for (value, rows) in table {
            for (spec, expect) in *rows {
                let got = format(value, spec).map_err(|e| e.message);
                assert_eq!(got.as_deref().map_err(String::as_str), *expect, "spec {spec:?}");
            }
        }
    }

    #[test]
    fn texts_are_pythons() {
        check::<&str>(include!("testdata/format_str.in"), |text, spec| format_str(text, spec));
    }

    #[test]
    fn integers_are_pythons() {
        check::<&str>(include!("testdata/format_int.in"), |n, spec| format_int(&n.parse().unwrap(), spec));
        check::<bool>(include!("testdata/format_bool.in"), |flag, spec| format_bool(*flag, spec));
    }

    #[test]
    fn floats_are_pythons() {
        check::<f64>(include!("testdata/format_float.in"), |x, spec| format_float(*x, spec));
        check::<f64>(&[(f64::NAN, include!("testdata/format_nan.in"))], |x, spec| format_float(*x, spec));
        check::<f64>(&[(f64::NEG_INFINITY, include!("testdata/format_inf.in"))], |x, spec| format_float(*x, spec));
    }

    #[test]
    fn huge_fields_are_errors() {
        for spec in ["999999999999", "099999999999d", "<999999999999"] {
            assert_eq!(format_int(&BigInt::from(1), spec).unwrap_err().kind, crate::text::ErrorKind::Memory);
        }
        assert_eq!(format_float(1.0, ".2000000000f").unwrap_err().kind, crate::text::ErrorKind::Memory);
        assert_eq!(format_float(0.1, ".5000f").unwrap().len(), 5002);
    }
}
