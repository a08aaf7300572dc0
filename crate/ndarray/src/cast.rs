//! Conversion between dtypes: `astype`, and the typed slices that kernels work on.

use std::borrow::Cow;
use std::sync::Arc;

use crate::array::{Buffer, NdArray};
use crate::dtype::{DType, Value};
use crate::error::{ArrayError, ErrorKind, Result};
use crate::print::{float_text, quote};

impl NdArray {
    /// `array.astype(dtype)`; shares the elements when nothing changes. `Str(0)` takes the width it needs.
    pub fn astype(&self, dtype: DType) -> Result<Self> {
        if self.dtype() == dtype {
            return Ok(self.clone());
        }
        let (dtype, data) = match dtype {
            DType::Bool => (dtype, Buffer::Bool(bools(self)?.into_owned())),
            DType::Float64 => (dtype, Buffer::Float(floats(self)?.into_owned())),
            DType::Float32 => {
                (dtype, Buffer::Float(floats(self)?.iter().map(|&x| dtype.round(x)).collect()))
            }
            DType::Str(width) => texts(self, width),
            _ => (dtype, Buffer::Int(ints(self)?.iter().map(|&x| dtype.wrap(x)).collect())),
        };
        Ok(Self::from_parts(dtype, self.shape().to_vec(), data))
    }
}

/// The elements as floats.
pub(crate) fn floats(array: &NdArray) -> Result<Cow<'_, [f64]>> {
    Ok(match array.buffer() {
        Buffer::Float(v) => Cow::Borrowed(v),
        Buffer::Int(v) => v.iter().map(|&x| x as f64).collect(),
        Buffer::Bool(v) => v.iter().map(|&x| f64::from(x)).collect(),
        Buffer::Str(v) => v.iter().map(|x| parse_float(x, element_quote)).collect::<Result<_>>()?,
    })
}

/// The elements as 64-bit integers; floats are cut towards zero.
pub(crate) fn ints(array: &NdArray) -> Result<Cow<'_, [i64]>> {
    Ok(match array.buffer() {
        Buffer::Int(v) => Cow::Borrowed(v),
        Buffer::Float(v) => v.iter().map(|&x| float_to_int(x)).collect(),
        Buffer::Bool(v) => v.iter().map(|&x| i64::from(x)).collect(),
        Buffer::Str(v) => v.iter().map(|x| parse_int(x, element_quote)).collect::<Result<_>>()?,
    })
}

/// The truth of each element.
pub(crate) fn bools(array: &NdArray) -> Result<Cow<'_, [bool]>> {
    Ok(match array.buffer() {
        Buffer::Bool(v) => Cow::Borrowed(v),
        Buffer::Int(v) => v.iter().map(|&x| x != 0).collect(),
        Buffer::Float(v) => v.iter().map(|&x| x != 0.0).collect(),
        Buffer::Str(v) => v.iter().map(|x| !x.is_empty()).collect(),
    })
}

/// The elements as text of at most `width` characters, where 0 means as many as the dtype asks for.
fn texts(array: &NdArray, width: usize) -> (DType, Buffer) {
    let written: Vec<Arc<str>> = match array.buffer() {
        Buffer::Str(v) => v.clone(),
        Buffer::Bool(v) => v.iter().map(|&x| if x { "True".into() } else { "False".into() }).collect(),
        Buffer::Int(v) => v.iter().map(|x| x.to_string().into()).collect(),
        Buffer::Float(v) => v.iter().map(|&x| float_text(x, array.dtype()).into()).collect(),
    };
    let width = if width == 0 { array.dtype().text_width() } else { width };
    let cut = written.into_iter().map(|text| shorten(text, width)).collect();
    (DType::Str(width), Buffer::Str(cut))
}

fn shorten(text: Arc<str>, width: usize) -> Arc<str> {
    match text.char_indices().nth(width) {
        Some((end, _)) => text[..end].into(),
        None => text,
    }
}

/// What a C cast gives on the machines numpy is usually run on: out of range is the smallest integer.
pub(crate) fn float_to_int(value: f64) -> i64 {
    const LIMIT: f64 = 9_223_372_036_854_775_808.0;
    if (-LIMIT..LIMIT).contains(&value) { value as i64 } else { i64::MIN }
}

fn parse_float(text: &str, quote: fn(&str) -> String) -> Result<f64> {
    let plain = text.trim().replace('_', "");
    plain.parse().map_err(|_| ArrayError::value(format!("could not convert string to float: {}", quote(text))))
}

fn parse_int(text: &str, quote: fn(&str) -> String) -> Result<i64> {
    let plain = text.trim();
    plain
        .parse()
        .map_err(|_| ArrayError::value(format!("invalid literal for int() with base 10: {}", quote(text))))
}

/// As messages show an element of an array.
fn element_quote(text: &str) -> String {
    format!("np.str_({})", quote(text))
}

/// A plain Python value as an element of `dtype`, checked as Python's own conversions are: an integer that does
/// not fit and a `nan` that should become an integer are errors.
pub(crate) fn checked_value(value: &Value, dtype: DType) -> Result<Value> {
    Ok(match (dtype, value) {
        (DType::Bool, any) => Value::Bool(any.truth()),
        (DType::Str(width), any) => {
            let (_, text) = texts(&NdArray::from_value(any), width);
            text.get(0).unwrap_or_else(|| any.clone())
        }
        (_, Value::Str(text)) if dtype.is_float() => Value::Float(dtype.round(parse_float(text, quote)?)),
        (_, Value::Str(text)) => Value::Int(parse_int(text, quote)?),
        (_, Value::Float(x)) if dtype.is_float() => Value::Float(dtype.round(*x)),
        (_, Value::Int(x)) if dtype.is_float() => Value::Float(dtype.round(*x as f64)),
        (_, Value::Bool(x)) if dtype.is_float() => Value::Float(f64::from(*x)),
        (_, Value::Float(x)) => {
            if x.is_nan() {
                return Err(ArrayError::value("cannot convert float NaN to integer"));
            }
            if x.is_infinite() {
                return Err(ArrayError::new(ErrorKind::Overflow, "cannot convert float infinity to integer"));
            }
            Value::Int(dtype.wrap(float_to_int(*x)))
        }
        (_, Value::Int(x)) => {
            dtype.check_int(*x)?;
            Value::Int(*x)
        }
        (_, Value::Bool(x)) => Value::Int(i64::from(*x)),
    })
}
