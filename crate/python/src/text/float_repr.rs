//! `float` to text and back: the shortest text that reads back as the same number, and what `float("...")` accepts.

use super::error::FormatError;
use super::str_repr;
use super::unicode;

/// Decimal digits without leading or trailing zeros, and where the point stands: the value is `0.DIGITS * 10^point`.
/// Zero is the digit `0` with the point after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    pub digits: String,
    pub point: i64,
}

impl Decimal {
    /// Reads what Rust's `{:e}` wrote for a non-negative finite number.
    fn from_scientific(text: &str) -> Decimal {
        let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
        let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
        let digits = digits.trim_end_matches('0');
        if digits.is_empty() {
            return Decimal::zero();
        }
        Decimal { digits: digits.to_string(), point: exponent.parse::<i64>().unwrap_or(0) + 1 }
    }

    fn zero() -> Decimal {
        Decimal { digits: "0".to_string(), point: 1 }
    }
}

/// Every finite double is exact with this many significant digits.
const MAX_SIGNIFICANT: usize = 767;
/// Every finite double is exact with this many digits after the point.
const MAX_FRACTION: usize = 1074;

/// The shortest digits that read back as `x` (finite; the sign is ignored).
pub(super) fn shortest_digits(x: f64) -> Decimal {
    let found = Decimal::from_scientific(&format!("{:e}", x.abs()));
    let odd = found.digits.as_bytes().last().is_some_and(|digit| digit % 2 == 1);
    if odd && found.digits.len() >= MIN_TIE_DIGITS {
        return even_neighbour(x, &found).unwrap_or(found);
    }
    found
}

/// Two texts of fewer digits never read back as the same number.
const MIN_TIE_DIGITS: usize = 15;

/// When a number lies just between two shortest texts, Python takes the even
/// digit, and Rust the upper one: the other text, in that case.
fn even_neighbour(x: f64, found: &Decimal) -> Option<Decimal> {
    let count = found.digits.len();
    let exact = Decimal::from_scientific(&format!("{:.*e}", MAX_SIGNIFICANT, x.abs()));
    let halfway = exact.digits.len() == count + 1 && exact.digits.ends_with('5');
    let even = exact.digits.get(..count).filter(|_| halfway && exact.point == found.point)?;
    let even = Decimal { digits: even.to_owned(), point: found.point };
    let reads_back = format!("0.{}e{}", even.digits, even.point).parse() == Ok(x.abs());
    (reads_back && even.digits != found.digits).then_some(even)
}

/// `x` (finite; the sign is ignored) rounded half to even to `count` significant digits, at least one.
pub(super) fn significant_digits(x: f64, count: usize) -> Decimal {
    let after_first = count.clamp(1, MAX_SIGNIFICANT) - 1;
    Decimal::from_scientific(&format!("{:.*e}", after_first, x.abs()))
}

/// `x` (finite; the sign is ignored) rounded half to even to `places` digits after the point.
pub(super) fn fixed_digits(x: f64, places: usize) -> Decimal {
    let text = format!("{:.*}", places.min(MAX_FRACTION), x.abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let all = format!("{whole}{fraction}");
    let leading = all.len() - all.trim_start_matches('0').len();
    let digits = all.trim_matches('0');
    if digits.is_empty() {
        return Decimal::zero();
    }
    Decimal { digits: digits.to_string(), point: whole.len() as i64 - leading as i64 }
}

/// `repr(x)`, which is also `str(x)`.
pub fn repr(x: f64) -> String {
    if x.is_nan() {
        return "nan".to_string();
    }
    let sign = if x.is_sign_negative() { "-" } else { "" };
    if x.is_infinite() {
        return format!("{sign}inf");
    }
    let Decimal { digits, point } = shortest_digits(x);
    if point > 16 || point <= -4 {
        let (first, rest) = digits.split_at(1);
        let dot = if rest.is_empty() { "" } else { "." };
        let exponent = point - 1;
        let exponent_sign = if exponent < 0 { '-' } else { '+' };
        return format!("{sign}{first}{dot}{rest}e{exponent_sign}{:02}", exponent.abs());
    }
    if point <= 0 {
        return format!("{sign}0.{}{digits}", "0".repeat(point.unsigned_abs() as usize));
    }
    let point = point as usize;
    if point >= digits.len() {
        return format!("{sign}{digits}{}.0", "0".repeat(point - digits.len()));
    }
    let (whole, fraction) = digits.split_at(point);
    format!("{sign}{whole}.{fraction}")
}

/// The digits of any script as ASCII, white space beyond ASCII as a blank, the rest beyond ASCII as `?`, then stripped
/// (of fewer characters than `str.strip` strips): what CPython does to a text before it reads a number from it.
pub(super) fn ascii_number(text: &str) -> String {
    let ascii: String = text
        .chars()
        .map(|c| match c {
            _ if c.is_ascii() => c,
            _ if unicode::is_space(c) => ' ',
            _ => unicode::decimal_value(c).and_then(|d| char::from_digit(d, 10)).unwrap_or('?'),
        })
        .collect();
    ascii.trim_matches([' ', '\t', '\n', '\x0b', '\x0c', '\r']).to_string()
}

/// `float(text)`: white space around, single underscores between digits, `inf`, `infinity` and `nan` in any case.
///
/// # Errors
/// `ValueError` for anything else; a number too large is `inf`, not an error.
pub fn parse(text: &str) -> Result<f64, FormatError> {
    let fail = || FormatError::value(format!("could not convert string to float: {}", str_repr::repr(text)));
    let ascii = ascii_number(text);
    let bytes = ascii.as_bytes();
    let is_digit = |index: Option<usize>| index.and_then(|i| bytes.get(i)).is_some_and(u8::is_ascii_digit);
    let misplaced = |(i, b): (usize, &u8)| *b == b'_' && !(is_digit(i.checked_sub(1)) && is_digit(i.checked_add(1)));
    if bytes.iter().enumerate().any(misplaced) {
        return Err(fail());
    }
    ascii.replace('_', "").parse::<f64>().map_err(|_| fail())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repr_is_pythons() {
        let table: &[(f64, &str)] = include!("testdata/float_repr.in");
        for (x, expect) in table {
            assert_eq!(repr(*x), *expect);
            assert_eq!(parse(expect).unwrap().to_bits(), x.to_bits(), "{expect}");
        }
        assert_eq!(repr(f64::NAN), "nan");
        assert_eq!(repr(f64::NEG_INFINITY), "-inf");
    }

    #[test]
    fn parse_is_pythons() {
        let table: &[(&str, Result<&str, &str>)] = include!("testdata/float_parse.in");
        for (text, expect) in table {
            let got = parse(text).map(repr).map_err(|e| e.message);
            assert_eq!(got.as_deref().map_err(String::as_str), *expect, "{text:?}");
        }
    }

    #[test]
    fn any_bits_survive_the_round_trip() {
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        for _ in 0..20_000 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            let x = f64::from_bits(state);
            if !x.is_nan() {
                assert_eq!(parse(&repr(x)).unwrap().to_bits(), x.to_bits());
            }
        }
    }
}
