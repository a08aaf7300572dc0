//! Running sums and products.

use crate::array::{Buffer, NdArray};
use crate::cast::{floats, ints};
use crate::dtype::DType;
use crate::error::{ArrayError, Result};
use crate::shape::{normalize_axis, ravel};

/// What accumulates along an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Accumulation {
    Sum,
    Prod,
}

/// `array.cumsum(axis)` or `array.cumprod(axis)`; without an axis the array is flattened.
pub fn accumulate(array: &NdArray, what: Accumulation, axis: Option<i64>) -> Result<NdArray> {
    let flat;
    let (array, axis) = match axis {
        Some(axis) if array.ndim() > 0 => (array, normalize_axis(axis, array.ndim())?),
        Some(axis) => {
            normalize_axis(axis, 1)?;
            flat = ravel(array);
            (&flat, 0)
        }
        None => {
            flat = ravel(array);
            (&flat, 0)
        }
    };
    if array.dtype().is_str() {
        let ufunc = if what == Accumulation::Sum { "add" } else { "multiply" };
        return Err(ArrayError::no_loop(ufunc, array.dtype(), array.dtype()));
    }
    let inner: usize = array.shape().iter().skip(axis + 1).product();
    let outer = inner * array.shape().get(axis).copied().unwrap_or(1);
    let dtype = array.dtype().accumulator();
    let data = if dtype.is_float() {
        let mut values = floats(array)?.into_owned();
        match what {
            Accumulation::Sum => run(&mut values, inner, outer, |a, b| dtype.round(a + b)),
            Accumulation::Prod => run(&mut values, inner, outer, |a, b| dtype.round(a * b)),
        }
        Buffer::Float(values)
    } else {
        let mut values = ints(array)?.into_owned();
        match what {
            Accumulation::Sum => run(&mut values, inner, outer, i64::wrapping_add),
            Accumulation::Prod => run(&mut values, inner, outer, i64::wrapping_mul),
        }
        Buffer::Int(values)
    };
    debug_assert_ne!(dtype, DType::Bool);
    Ok(NdArray::from_parts(dtype, array.shape().to_vec(), data))
}

/// Joins each element of a block of `outer` with the one `inner` places before it.
fn run<T: Copy>(values: &mut [T], inner: usize, outer: usize, join: impl Fn(T, T) -> T) {
    for block in values.chunks_mut(outer.max(1)) {
        for i in inner..block.len() {
            block[i] = join(block[i - inner], block[i]);
        }
    }
}
