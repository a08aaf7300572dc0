//! `np.round`: to even, at a decimal place.

use crate::array::{Buffer, NdArray};
use crate::cast::float_to_int;
use crate::error::{ArrayError, Result};

/// `array.round(decimals)`.
pub fn round(array: &NdArray, decimals: i32) -> Result<NdArray> {
    let dtype = array.dtype();
    let data = match array.buffer() {
        Buffer::Float(v) => {
            Buffer::Float(v.iter().map(|&x| round_float(x, decimals, |y| dtype.round(y))).collect())
        }
        Buffer::Int(v) if decimals < 0 => Buffer::Int(
            v.iter().map(|&x| dtype.wrap(float_to_int(round_float(x as f64, decimals, |y| y)))).collect(),
        ),
        Buffer::Int(_) => return Ok(array.clone()),
        Buffer::Bool(_) => return Err(ArrayError::unsupported("round of bool (a float16)")),
        Buffer::Str(_) => return Err(ArrayError::not_supported_for_input("rint")),
    };
    Ok(NdArray::from_parts(dtype, array.shape().to_vec(), data))
}

/// As numpy: scale, round to the nearest even integer, scale back; each step in the array's own precision.
fn round_float(x: f64, decimals: i32, cut: impl Fn(f64) -> f64) -> f64 {
    let scale = 10f64.powi(decimals.saturating_abs());
    match decimals {
        0 => x.round_ties_even(),
        1.. => cut(cut(x * scale).round_ties_even() / scale),
        _ => cut(cut(x / scale).round_ties_even() * scale),
    }
}
