//! `int` to text and back, in any base, with the limit CPython sets on quadratic decimal conversion.

use num_bigint::{BigInt, Sign};

use super::error::FormatError;
use super::float_repr::ascii_number;
use super::str_repr;
use super::unicode;

/// The most decimal digits that `int` and `str` convert, CPython's default.
pub const MAX_STR_DIGITS: usize = 4300;

const ADVICE: &str = "use sys.set_int_max_str_digits() to increase the limit";

/// `str(n)`.
///
/// # Errors
/// `ValueError` beyond [`MAX_STR_DIGITS`] digits.
pub fn to_decimal(n: &BigInt) -> Result<String, FormatError> {
    let too_long = || {
        FormatError::value(format!("Exceeds the limit ({MAX_STR_DIGITS} digits) for integer string conversion; {ADVICE}"))
    };
    // A digit holds less than 3.33 bits: certainly too long numbers are not converted first.
    if n.bits() > MAX_STR_DIGITS as u64 * 333 / 100 + 1 {
        return Err(too_long());
    }
    let text = n.to_str_radix(10);
    if text.len() - usize::from(n.sign() == Sign::Minus) > MAX_STR_DIGITS {
        return Err(too_long());
    }
    Ok(text)
}

fn prefixed(n: &BigInt, radix: u32, prefix: &str) -> String {
    let sign = if n.sign() == Sign::Minus { "-" } else { "" };
    format!("{sign}{prefix}{}", n.magnitude().to_str_radix(radix))
}

/// `hex(n)`.
pub fn to_hex(n: &BigInt) -> String {
    prefixed(n, 16, "0x")
}

/// `oct(n)`.
pub fn to_oct(n: &BigInt) -> String {
    prefixed(n, 8, "0o")
}

/// `bin(n)`.
pub fn to_bin(n: &BigInt) -> String {
    prefixed(n, 2, "0b")
}

/// `int(text, base)`; base 0 reads the prefix as a literal does.
///
/// # Errors
/// `ValueError` for a base that is neither 0 nor 2 to 36, for a text that is no number in that base, and beyond
/// [`MAX_STR_DIGITS`] digits unless the base is a power of two.
pub fn parse(text: &str, base: i64) -> Result<BigInt, FormatError> {
    let Some(mut radix) = u32::try_from(base).ok().filter(|b| *b == 0 || (2..=36).contains(b)) else {
        return Err(FormatError::value("int() base must be >= 2 and <= 36, or 0"));
    };
    let fail = || {
        let shown: String = str_repr::repr(text).chars().take(200).collect();
        FormatError::value(format!("invalid literal for int() with base {base}: {shown}"))
    };
    let ascii = ascii_number(text);
    let (sign, unsigned) = match ascii.as_bytes().first() {
        Some(b'-') => (Sign::Minus, ascii.get(1..)),
        Some(b'+') => (Sign::Plus, ascii.get(1..)),
        _ => (Sign::Plus, Some(ascii.as_str())),
    };
    let unsigned = unsigned.unwrap_or("");
    let lower = unsigned.get(..2).map(str::to_ascii_lowercase);
    let prefix_radix = match lower.as_deref() {
        Some("0x") => Some(16),
        Some("0o") => Some(8),
        Some("0b") => Some(2),
        _ => None,
    };
    let mut digits = unsigned;
    let mut octal_looking = false;
    if radix == 0 {
        radix = prefix_radix.unwrap_or(10);
        // `010` was octal once, therefore only zero itself may start with a zero.
        octal_looking = prefix_radix.is_none() && digits.starts_with('0');
    }
    if prefix_radix == Some(radix) {
        digits = digits.get(2..).unwrap_or("");
        digits = digits.strip_prefix('_').unwrap_or(digits);
    }
    if digits.is_empty() || digits.starts_with('_') || digits.ends_with('_') || digits.contains("__") {
        return Err(fail());
    }
    let plain: Vec<u8> = digits.bytes().filter(|b| *b != b'_').collect();
    if !plain.iter().all(|b| char::from(*b).is_digit(radix)) {
        return Err(fail());
    }
    if plain.len() > MAX_STR_DIGITS && !radix.is_power_of_two() {
        return Err(FormatError::value(format!(
            "Exceeds the limit ({MAX_STR_DIGITS} digits) for integer string conversion: value has {} digits; {ADVICE}",
            plain.len()
        )));
    }
    let value = BigInt::parse_bytes(&plain, radix).ok_or_else(fail)?;
    if octal_looking && value.sign() != Sign::NoSign {
        return Err(fail());
    }
    Ok(if sign == Sign::Minus { -value } else { value })
}

/// The value of a decimal digit of any script, as `int(c)` reads it.
pub fn digit_value(c: char) -> Option<u32> {
    unicode::decimal_value(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parse_is_pythons() {
        let table: &[(&str, i64, Result<&str, &str>)] = include!("testdata/int_parse.in");
        for (text, base, expect) in table {
            let got = parse(text, *base).map(|n| n.to_string()).map_err(|e| e.message);
            assert_eq!(got.as_deref().map_err(String::as_str), *expect, "{text:?} {base}");
        }
    }

    #[test]
    fn bases_are_pythons() {
        let n = BigInt::from(-255);
        assert_eq!([to_hex(&n), to_oct(&n), to_bin(&n)], ["-0xff", "-0o377", "-0b11111111"]);
        assert_eq!(to_hex(&BigInt::ZERO), "0x0");
    }

    #[test]
    fn limit_is_4300_digits() {
        let edge = "9".repeat(MAX_STR_DIGITS);
        let n = parse(&edge, 10).unwrap();
        assert_eq!(to_decimal(&n).unwrap(), edge);
        assert_eq!(to_decimal(&-&n).unwrap().len(), 4301);
        let text = "Exceeds the limit (4300 digits) for integer string conversion";
        let advice = "use sys.set_int_max_str_digits() to increase the limit";
        assert_eq!(to_decimal(&(n + 1)).unwrap_err().message, format!("{text}; {advice}"));
        assert_eq!(parse(&"1".repeat(5000), 10).unwrap_err().message, format!("{text}: value has 5000 digits; {advice}"));
        assert!(parse(&"f".repeat(5000), 16).is_ok());
    }

    #[test]
    fn every_base_round_trips() {
        let mut n = BigInt::from(1);
        for step in 0..200_i64 {
            n = n * 31 - step * 7;
            for radix in 2..=36 {
                assert_eq!(parse(&n.to_str_radix(radix), i64::from(radix)).unwrap(), n);
            }
        }
    }
}
