//! Integers and floats by a parsed specification.

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

use super::{FormatSpec, layout, unknown_code};
use crate::text::error::{FormatError, check_length};
use crate::text::float_ops::int_to_float;
use crate::text::float_repr::{Decimal, fixed_digits, shortest_digits, significant_digits};
use crate::text::int_text;

/// The sign to show.
fn sign_text(negative: bool, spec: &FormatSpec) -> &'static str {
    match (negative, spec.sign) {
        (true, _) => "-",
        (false, Some('+')) => "+",
        (false, Some(' ')) => " ",
        _ => "",
    }
}

/// Groups the leading digits of `number` (the rest starts with a point, an exponent or a letter), then pads.
fn finish(prefix: &str, number: &str, spec: &FormatSpec, group_size: usize) -> Result<String, FormatError> {
    let Some(separator) = spec.grouping else {
        return layout::pad(prefix, number, spec);
    };
    let is_digit = |c: char| if group_size == 4 { c.is_ascii_hexdigit() } else { c.is_ascii_digit() };
    let end = number.find(|c| !is_digit(c)).unwrap_or(number.len());
    let (digits, rest) = number.split_at(end);
    let zero_filled = spec.fill == '0' && spec.align == '=';
    let taken = prefix.len() + rest.len();
    let min_width = if zero_filled { spec.width.unwrap_or(0).saturating_sub(taken) } else { 0 };
    let grouped = if digits.is_empty() { String::new() } else { layout::group(digits, separator, group_size, min_width)? };
    layout::pad(prefix, &format!("{grouped}{rest}"), spec)
}

/// `format(n, spec)` for a specification that is not empty.
pub(super) fn format_int(n: &BigInt, spec: &str, type_name: &str) -> Result<String, FormatError> {
    let spec = FormatSpec::parse(spec, type_name, Some('d'), '>')?;
    let kind = spec.kind.unwrap_or('d');
    let refuse = |what: &str| Err(FormatError::value(format!("{what} not allowed in integer format specifier")));
    match kind {
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%' => return format_float(int_to_float(n)?, &spec, type_name),
        'b' | 'c' | 'd' | 'o' | 'x' | 'X' | 'n' => {}
        _ => return Err(unknown_code(kind, type_name)),
    }
    if spec.precision.is_some() {
        return refuse("Precision");
    }
    if spec.coerces_negative_zero {
        return refuse("Negative zero coercion (z)");
    }
    if kind == 'c' {
        return format_code_point(n, &spec);
    }
    let magnitude = n.magnitude();
    let (base_prefix, digits, group_size) = match kind {
        'b' => ("0b", magnitude.to_str_radix(2), 4),
        'o' => ("0o", magnitude.to_str_radix(8), 4),
        'x' => ("0x", magnitude.to_str_radix(16), 4),
        'X' => ("0X", magnitude.to_str_radix(16).to_uppercase(), 4),
        _ => ("", int_text::to_decimal(&BigInt::from(magnitude.clone()))?, 3),
    };
    let base_prefix = if spec.alternate { base_prefix } else { "" };
    let prefix = format!("{}{base_prefix}", sign_text(n.sign() == Sign::Minus, &spec));
    finish(&prefix, &digits, &spec, group_size)
}

fn format_code_point(n: &BigInt, spec: &FormatSpec) -> Result<String, FormatError> {
    let refuse = |what: &str| Err(FormatError::value(format!("{what} not allowed with integer format specifier 'c'")));
    if spec.sign.is_some() {
        return refuse("Sign");
    }
    if spec.alternate {
        return refuse("Alternate form (#)");
    }
    let code = n.to_i64().ok_or_else(|| FormatError::overflow("Python int too large to convert to C long"))?;
    layout::pad("", &code_point(code)?.to_string(), spec)
}

/// The character with a code, as `%c` and the format type `c` name it.
pub(in crate::text) fn code_point(code: i64) -> Result<char, FormatError> {
    let code = u32::try_from(code).ok().filter(|code| *code <= 0x10_ffff);
    let code = code.ok_or_else(|| FormatError::overflow("%c arg not in range(0x110000)"))?;
    char::from_u32(code).ok_or_else(|| FormatError::value(format!("surrogates such as U+{code:04X} are not supported in texts")))
}

/// `format(x, spec)` for a specification that is not empty.
pub(super) fn format_float(x: f64, spec: &FormatSpec, type_name: &str) -> Result<String, FormatError> {
    let (letter, default_precision) = match spec.kind {
        None => ('r', None),
        Some('n') => ('g', Some(6)),
        Some(c @ ('e' | 'E' | 'f' | 'F' | 'g' | 'G')) => (c, Some(6)),
        Some('%') => ('f', Some(6)),
        Some(other) => return Err(unknown_code(other, type_name)),
    };
    if spec.precision.is_some_and(|n| n > i32::MAX as usize) {
        return Err(FormatError::value("precision too big"));
    }
    let keeps_point_zero = spec.kind.is_none();
    let letter = if letter == 'r' && spec.precision.is_some() { 'g' } else { letter };
    let is_percent = spec.kind == Some('%');
    let x = if is_percent { x * 100.0 } else { x };
    let precision = spec.precision.or(default_precision);
    let mut number = format_number_digits(x, letter, precision, spec.alternate, keeps_point_zero)?;
    let negative = x.is_sign_negative() && !x.is_nan() && !(spec.coerces_negative_zero && x.is_finite() && is_zero(&number));
    if is_percent {
        number.push('%');
    }
    finish(sign_text(negative, spec), &number, spec, 3)
}

/// Whether the digits before an exponent are all zero.
fn is_zero(number: &str) -> bool {
    let mantissa = number.split(['e', 'E']).next().unwrap_or("");
    !mantissa.bytes().any(|b| (b'1'..=b'9').contains(&b))
}

/// The magnitude of `x` in style `letter` (`e`, `f`, `g`, their capitals, or `r` for the shortest text), without a sign.
/// `alternate` keeps the point and the zeros that `g` drops; `keeps_point_zero` adds `.0` to what looks like an integer.
///
/// # Errors
/// `MemoryError` for a precision beyond [`crate::text::MAX_TEXT_BYTES`].
pub(in crate::text) fn format_number_digits(
    x: f64,
    letter: char,
    precision: Option<usize>,
    alternate: bool,
    keeps_point_zero: bool,
) -> Result<String, FormatError> {
    let upper = letter.is_ascii_uppercase();
    if !x.is_finite() {
        let text = if x.is_nan() { "nan" } else { "inf" };
        return Ok(if upper { text.to_uppercase() } else { text.to_string() });
    }
    let precision = precision.unwrap_or(0);
    check_length(precision.checked_add(400))?;
    let style = letter.to_ascii_lowercase();
    let precision = if style == 'g' { precision.max(1) } else { precision };
    let limit = precision as i64 - i64::from(keeps_point_zero);
    let Decimal { digits, point } = match style {
        'e' => significant_digits(x, precision + 1),
        'f' => fixed_digits(x, precision),
        'g' => significant_digits(x, precision),
        _ => shortest_digits(x),
    };
    let has_exponent = match style {
        'e' => true,
        'g' => point <= -4 || point > limit,
        'f' => false,
        _ => point <= -4 || point > 16,
    };
    // How many digits to show, counted from the first of `digits`.
    let shown = match style {
        'e' => precision as i64 + 1,
        'f' => point + precision as i64,
        'g' if alternate => precision as i64,
        _ => digits.len() as i64,
    };
    let place = if has_exponent { 1 } else { point };
    let end = shown.max(if !has_exponent && keeps_point_zero { place + 1 } else { place });
    let digit_at = |index: i64| usize::try_from(index).ok().and_then(|i| digits.as_bytes().get(i)).map_or('0', |b| char::from(*b));
    let start = if place <= 0 { place - 1 } else { 0 };
    let mut out = String::new();
    out.extend((start..place).map(digit_at));
    out.push('.');
    out.extend((place..end).map(digit_at));
    if out.ends_with('.') && !alternate {
        out.pop();
    }
    if has_exponent {
        let exponent = point - 1;
        let sign = if exponent < 0 { '-' } else { '+' };
        out.push_str(&format!("{}{sign}{:02}", if upper { 'E' } else { 'e' }, exponent.abs()));
    }
    Ok(out)
}
