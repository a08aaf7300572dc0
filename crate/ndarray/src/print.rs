//! `str` and `repr` of arrays and scalars, letter by letter as numpy prints them.

mod block;
mod element;
mod float;

use crate::array::NdArray;
use crate::dtype::{DType, Scalar, Value};
use crate::shape::shape_tuple;
use block::{Style, block};

pub(crate) use float::float_text;
pub use float::float_repr;

/// Lines are broken before they grow longer than this (`linewidth`).
pub(crate) const LINE_WIDTH: usize = 75;
/// Arrays of more elements are summarised (`threshold`).
pub(crate) const SUMMARY_THRESHOLD: usize = 1000;
/// Items shown at each end of a summarised axis (`edgeitems`).
pub(crate) const EDGE_ITEMS: usize = 3;
/// Digits shown after the point at most (`precision`).
pub(crate) const PRECISION: usize = 8;

const PREFIX: &str = "array(";

/// `str(array)`.
pub fn array_str(array: &NdArray) -> String {
    match array.as_scalar() {
        Some(scalar) => scalar_str(&scalar),
        None => block(array, &Style { separator: " ", indent: 0, width: LINE_WIDTH }),
    }
}

/// `repr(array)`.
pub fn array_repr(array: &NdArray) -> String {
    let style = Style { separator: ", ", indent: PREFIX.len(), width: LINE_WIDTH - 1 };
    let mut text = format!("{PREFIX}{}", block(array, &style));
    let (size, dtype) = (array.size(), array.dtype());
    let mut extras = Vec::new();
    if (size == 0 && array.shape() != [0]) || size > SUMMARY_THRESHOLD {
        extras.push(format!("shape={}", shape_tuple(array.shape())));
    }
    let implied = matches!(dtype, DType::Bool | DType::Int64 | DType::Float64) && size > 0;
    if !implied {
        extras.push(format!("dtype={}", dtype_text(dtype)));
    }
    if !extras.is_empty() {
        let extra = extras.join(", ");
        let last_line = text.rsplit('\n').next().map_or(0, |line| line.chars().count());
        text.push(',');
        if last_line + 1 + extra.len() + 2 > LINE_WIDTH {
            text.push('\n');
            text.push_str(&" ".repeat(PREFIX.len()));
        } else {
            text.push(' ');
        }
        text.push_str(&extra);
    }
    text.push(')');
    text
}

/// `str(scalar)`.
pub fn scalar_str(scalar: &Scalar) -> String {
    match &scalar.value {
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Int(i) => i.to_string(),
        Value::Float(x) => float_text(*x, scalar.dtype),
        Value::Str(text) => text.to_string(),
    }
}

/// `repr(scalar)`: `np.float64(0.5)`, `np.True_`.
pub fn scalar_repr(scalar: &Scalar) -> String {
    match &scalar.value {
        Value::Bool(true) => "np.True_".to_owned(),
        Value::Bool(false) => "np.False_".to_owned(),
        Value::Str(text) => format!("np.str_({})", quote(text)),
        _ => format!("np.{}({})", scalar.dtype.scalar_name(), scalar_str(scalar)),
    }
}

fn dtype_text(dtype: DType) -> String {
    if dtype.is_str() { format!("'{}'", dtype.code()) } else { dtype.code() }
}

/// A text as Python's `repr` quotes it.
pub(crate) fn quote(text: &str) -> String {
    let mark = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut quoted = String::from(mark);
    for letter in text.chars() {
        match letter {
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c if c == mark => {
                quoted.push('\\');
                quoted.push(c);
            }
            c if c.is_control() => match c as u32 {
                code @ ..=0xff => quoted.push_str(&format!("\\x{code:02x}")),
                code => quoted.push_str(&format!("\\u{code:04x}")),
            },
            c => quoted.push(c),
        }
    }
    quoted.push(mark);
    quoted
}
