//! Putting arrays together.

use crate::array::{Buffer, NdArray, check_size};
use crate::dtype::DType;
use crate::error::{ArrayError, Result};
use crate::shape::{expand_dims, normalize_axis, ravel};

/// `np.concatenate(arrays, axis)`; without an axis all are flattened first.
pub fn concatenate(arrays: &[NdArray], axis: Option<i64>) -> Result<NdArray> {
    let Some(first) = arrays.first() else {
        return Err(ArrayError::value("need at least one array to concatenate"));
    };
    let Some(axis) = axis else {
        let flat: Vec<NdArray> = arrays.iter().map(ravel).collect();
        return concatenate(&flat, Some(0));
    };
    if first.ndim() == 0 {
        return Err(ArrayError::value("zero-dimensional arrays cannot be concatenated"));
    }
    let axis = normalize_axis(axis, first.ndim())?;
    let mut shape = first.shape().to_vec();
    let mut along = 0usize;
    for (i, array) in arrays.iter().enumerate() {
        if array.ndim() != first.ndim() {
            return Err(ArrayError::value(format!(
                "all the input arrays must have same number of dimensions, but the array at index 0 has {} \
                 dimension(s) and the array at index {i} has {} dimension(s)",
                first.ndim(),
                array.ndim()
            )));
        }
        for (place, (&a, &b)) in first.shape().iter().zip(array.shape()).enumerate() {
            if place != axis && a != b {
                return Err(ArrayError::value(format!(
                    "all the input array dimensions except for the concatenation axis must match exactly, but along \
                     dimension {place}, the array at index 0 has size {a} and the array at index {i} has size {b}"
                )));
            }
        }
        along = along.saturating_add(array.shape()[axis]);
    }
    shape[axis] = along;
    let dtype = arrays.iter().map(NdArray::dtype).reduce(DType::promote).unwrap_or(first.dtype());
    check_size(&shape, dtype)?;
    let cast = arrays.iter().map(|a| a.astype(dtype)).collect::<Result<Vec<_>>>()?;
    let outer: usize = shape.iter().take(axis).product();
    let inner: usize = shape.iter().skip(axis + 1).product();
    let data = weave(&cast, outer, |a| a.shape()[axis] * inner, dtype);
    Ok(NdArray::from_parts(dtype, shape, data))
}

/// `np.stack(arrays, axis)`.
pub fn stack(arrays: &[NdArray], axis: i64) -> Result<NdArray> {
    let Some(first) = arrays.first() else {
        return Err(ArrayError::value("need at least one array to stack"));
    };
    if arrays.iter().any(|a| a.shape() != first.shape()) {
        return Err(ArrayError::value("all input arrays must have the same shape"));
    }
    let raised = arrays.iter().map(|a| expand_dims(a, axis)).collect::<Result<Vec<_>>>()?;
    concatenate(&raised, Some(normalize_axis(axis, first.ndim() + 1)? as i64))
}

/// Takes `length(array)` elements of each array in turn, `rounds` times.
fn weave(arrays: &[NdArray], rounds: usize, length: impl Fn(&NdArray) -> usize, dtype: DType) -> Buffer {
    fn run<T: Clone>(parts: &[(&[T], usize)], rounds: usize) -> Vec<T> {
        let mut all = Vec::with_capacity(parts.iter().map(|(data, _)| data.len()).sum());
        for round in 0..rounds {
            for &(data, length) in parts {
                all.extend_from_slice(&data[round * length..(round + 1) * length]);
            }
        }
        all
    }
    macro_rules! parts {
        ($variant:ident) => {{
            let parts: Vec<_> = arrays
                .iter()
                .filter_map(|a| match a.buffer() {
                    Buffer::$variant(v) => Some((v.as_slice(), length(a))),
                    _ => None,
                })
                .collect();
            Buffer::$variant(run(&parts, rounds))
        }};
    }
    match dtype {
        DType::Bool => parts!(Bool),
        DType::Float32 | DType::Float64 => parts!(Float),
        DType::Str(_) => parts!(Str),
        _ => parts!(Int),
    }
}
