//! How the elements of one array are written so that they line up.

use crate::array::Buffer;
use crate::dtype::{DType, Value};
use crate::print::float::{positional_parts, scientific_fixed, scientific_parts, special};
use crate::print::{PRECISION, quote};

/// The common form of the elements.
pub(crate) enum Form {
    /// Texts aligned to the right
    Right { width: usize },
    /// Texts as they are, in quotes
    Quoted,
    Positional { left: usize, right: usize },
    Scientific { left: usize, digits: usize, exponent_digits: usize },
}

impl Form {
    /// The form for the elements at `positions`; those left out of a summary do not count.
    pub(crate) fn choose(buffer: &Buffer, positions: &[usize], dtype: DType, alone: bool) -> Self {
        match buffer {
            Buffer::Str(_) => Self::Quoted,
            _ if alone && !matches!(buffer, Buffer::Float(_)) => Self::Right { width: 0 },
            // `False` is the widest; numpy makes room for it always.
            Buffer::Bool(_) => Self::Right { width: 5 },
            Buffer::Int(v) => {
                let lengths = positions.iter().filter_map(|&p| v.get(p)).map(|x| x.to_string().len());
                Self::Right { width: lengths.max().unwrap_or(0) }
            }
            Buffer::Float(v) => {
                let shown: Vec<f64> = positions.iter().filter_map(|&p| v.get(p)).copied().collect();
                choose_float(&shown, dtype)
            }
        }
    }

    /// One element in this form.
    pub(crate) fn write(&self, value: &Value, dtype: DType) -> String {
        let text = match value {
            Value::Bool(true) => "True".to_owned(),
            Value::Bool(false) => "False".to_owned(),
            Value::Int(i) => i.to_string(),
            Value::Str(text) => quote(text),
            Value::Float(x) => return self.write_float(*x, dtype),
        };
        match self {
            Self::Right { width } => format!("{text:>width$}"),
            _ => text,
        }
    }

    fn write_float(&self, value: f64, dtype: DType) -> String {
        let word = special(value);
        match *self {
            Self::Positional { left, right } => match word {
                Some(word) => format!("{word:>width$}", width = left + right + 1),
                None => {
                    let (whole, fraction) = positional_parts(value, dtype, PRECISION);
                    format!("{whole:>left$}.{fraction:<right$}")
                }
            },
            Self::Scientific { left, digits, exponent_digits } => match word {
                Some(word) => format!("{word:>width$}", width = left + digits + exponent_digits + 3),
                None => {
                    // Beyond the shortest digits come the true ones, not zeros: it shows in float32.
                    let (mut text, exponent) = scientific_fixed(value, digits);
                    if digits == 0 {
                        text.push('.');
                    }
                    let sign = if exponent < 0 { '-' } else { '+' };
                    let exponent = exponent.unsigned_abs();
                    format!("{text:>width$}e{sign}{exponent:0exponent_digits$}", width = left + 1 + digits)
                }
            },
            Self::Right { .. } | Self::Quoted => crate::print::float_text(value, dtype),
        }
    }
}

/// Positional, unless the numbers are large, small or far apart.
fn choose_float(shown: &[f64], dtype: DType) -> Form {
    let finite: Vec<f64> = shown.iter().copied().filter(|x| x.is_finite()).collect();
    let sizes = || finite.iter().map(|x| x.abs()).filter(|&x| x != 0.0);
    let (largest, smallest) = (sizes().fold(0.0, f64::max), sizes().fold(f64::INFINITY, f64::min));
    let cutoff = if dtype == DType::Float32 { 1e6 } else { 1e8 };
    let scientific =
        largest > 0.0 && (largest >= cutoff || smallest < dtype.round(0.0001) || dtype.round(largest / smallest) > 1000.0);
    let mut form = if scientific {
        let parts: Vec<_> = finite.iter().map(|&x| scientific_parts(x, dtype, PRECISION)).collect();
        let exponent = parts.iter().map(|p| p.2.unsigned_abs()).max().unwrap_or(0);
        Form::Scientific {
            left: parts.iter().map(|p| p.0.len()).max().unwrap_or(0),
            digits: parts.iter().map(|p| p.1.len()).max().unwrap_or(0),
            exponent_digits: if exponent >= 100 { 3 } else { 2 },
        }
    } else {
        let parts: Vec<_> = finite.iter().map(|&x| positional_parts(x, dtype, PRECISION)).collect();
        Form::Positional {
            left: parts.iter().map(|p| p.0.len()).max().unwrap_or(0),
            right: parts.iter().map(|p| p.1.len()).max().unwrap_or(0),
        }
    };
    if finite.len() < shown.len() {
        // Room for the words beside the digits.
        let longest = if shown.contains(&f64::NEG_INFINITY) { 4 } else { 3 };
        match &mut form {
            Form::Positional { left, right } => *left = (*left).max((longest as usize).saturating_sub(*right + 1)),
            Form::Scientific { left, digits, exponent_digits } => {
                *left = (*left).max((longest as usize).saturating_sub(*digits + *exponent_digits + 3));
            }
            _ => {}
        }
    }
    form
}
