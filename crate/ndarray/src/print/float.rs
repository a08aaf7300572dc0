//! Floats as text: the fewest digits that read back as the same number, as Python and numpy write them.

use crate::dtype::DType;

/// Below this a float is written with an exponent.
const SMALLEST_POSITIONAL: f64 = 1e-4;
/// From here on a `float64` is written with an exponent.
const LARGEST_POSITIONAL: f64 = 1e16;
/// From here on a `float32` is written with an exponent.
const LARGEST_POSITIONAL_NARROW: f64 = 1e6;

/// `repr` of a Python float.
pub fn float_repr(value: f64) -> String {
    float_text(value, DType::Float64)
}

/// `str` of a numpy float of `dtype`.
pub(crate) fn float_text(value: f64, dtype: DType) -> String {
    if let Some(word) = special(value) {
        return word.to_owned();
    }
    let size = value.abs();
    let largest = if dtype == DType::Float32 { LARGEST_POSITIONAL_NARROW } else { LARGEST_POSITIONAL };
    if size != 0.0 && (size < SMALLEST_POSITIONAL || size >= largest) {
        let (digits, exponent) = shortest_scientific(value, dtype);
        return format!("{digits}e{}{:02}", if exponent < 0 { '-' } else { '+' }, exponent.abs());
    }
    let text = shortest_positional(value, dtype);
    if text.contains('.') { text } else { format!("{text}.0") }
}

/// `nan`, `inf`, `-inf`.
pub(crate) fn special(value: f64) -> Option<&'static str> {
    match value {
        x if x.is_nan() => Some("nan"),
        f64::INFINITY => Some("inf"),
        f64::NEG_INFINITY => Some("-inf"),
        _ => None,
    }
}

/// The sign and digits before and after the point, at most `precision` after it and no zeros at the end.
pub(crate) fn positional_parts(value: f64, dtype: DType, precision: usize) -> (String, String) {
    let text = shortest_positional(value, dtype);
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    if fraction.len() <= precision {
        return (whole.to_owned(), fraction.to_owned());
    }
    let rounded = format!("{value:.precision$}");
    let (whole, fraction) = rounded.split_once('.').unwrap_or((&rounded, ""));
    (whole.to_owned(), fraction.trim_end_matches('0').to_owned())
}

/// The number with exactly `digits` digits after the point: sign and digits, the exponent of ten.
pub(crate) fn scientific_fixed(value: f64, digits: usize) -> (String, i32) {
    split_exponent(&format!("{value:.digits$e}"))
}

/// The digit before the point with its sign, the digits after it (as [`positional_parts`]), the exponent of ten.
pub(crate) fn scientific_parts(value: f64, dtype: DType, precision: usize) -> (String, String, i32) {
    let (digits, exponent) = shortest_scientific(value, dtype);
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    if fraction.len() <= precision {
        return (whole.to_owned(), fraction.to_owned(), exponent);
    }
    let (digits, exponent) = split_exponent(&format!("{value:.precision$e}"));
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    (whole.to_owned(), fraction.trim_end_matches('0').to_owned(), exponent)
}

fn shortest_positional(value: f64, dtype: DType) -> String {
    let text = if dtype == DType::Float32 { format!("{}", value as f32) } else { format!("{value}") };
    match text.split_once('.') {
        Some((_, fraction)) => prefer_even(format!("{value:.places$}", places = fraction.len()), text, dtype),
        None => text,
    }
}

fn shortest_scientific(value: f64, dtype: DType) -> (String, i32) {
    let text = if dtype == DType::Float32 { format!("{:e}", value as f32) } else { format!("{value:e}") };
    let places = split_exponent(&text).0.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    split_exponent(&prefer_even(format!("{value:.places$e}"), text, dtype))
}

/// Of two shortest texts that are equally close, Rust takes the upper one, Python and numpy the one with the even
/// last digit, which is what rounding the exact value to as many digits gives.
fn prefer_even(rounded: String, shortest: String, dtype: DType) -> String {
    let same = match dtype {
        DType::Float32 => rounded.parse::<f32>() == shortest.parse::<f32>(),
        _ => rounded.parse::<f64>() == shortest.parse::<f64>(),
    };
    if same { rounded } else { shortest }
}

fn split_exponent(text: &str) -> (String, i32) {
    let (digits, exponent) = text.split_once('e').unwrap_or((text, "0"));
    (digits.to_owned(), exponent.parse().unwrap_or(0))
}
