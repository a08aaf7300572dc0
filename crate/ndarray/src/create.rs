//! Making arrays: from values, filled, counted and spaced.

use std::sync::Arc;

use crate::array::{Buffer, NdArray, check_shape, check_size};
use crate::cast::checked_value;
use crate::dtype::{DType, Value};
use crate::error::{ArrayError, Result};

/// An array of `shape` from values in row-major order; without a dtype the smallest that holds them all.
pub fn from_values(values: Vec<Value>, shape: &[usize], dtype: Option<DType>) -> Result<NdArray> {
    let dtype = dtype.unwrap_or_else(|| {
        values.iter().map(Value::default_dtype).reduce(DType::promote).unwrap_or(DType::Float64)
    });
    check_size(shape, dtype)?;
    if shape.iter().product::<usize>() != values.len() {
        return Err(ArrayError::value(format!(
            "cannot reshape array of size {} into shape {}",
            values.len(),
            crate::error::shape_text(shape)
        )));
    }
    let checked = values.iter().map(|v| checked_value(v, dtype)).collect::<Result<Vec<_>>>()?;
    Ok(NdArray::from_parts(dtype, shape.to_vec(), pack(checked, dtype)))
}

/// `np.full(shape, value, dtype)`; `np.zeros` and `np.ones` are this with 0 and 1.
pub fn full(shape: &[i64], value: &Value, dtype: Option<DType>) -> Result<NdArray> {
    let dtype = dtype.unwrap_or_else(|| value.default_dtype());
    let sizes = check_shape(shape, dtype)?;
    let value = match value {
        // `np.full` casts floats as `astype` does, without Python's checks.
        Value::Float(_) => NdArray::from_value(value).astype(dtype)?.item()?,
        other => checked_value(other, dtype)?,
    };
    let count = sizes.iter().product();
    Ok(NdArray::from_parts(dtype, sizes, Buffer::repeat(&value, count)))
}

/// `np.eye(rows, columns, k, dtype)`.
pub fn eye(rows: i64, columns: i64, k: i64, dtype: DType) -> Result<NdArray> {
    let mut array = full(&[rows, columns], &Value::Int(0), Some(dtype))?;
    // The rows in which the diagonal stands.
    let (first, end) = (0.max(k.saturating_neg()), rows.min(columns.saturating_sub(k)));
    let diagonal: Vec<usize> =
        (first..end).map(|row| (row * columns + row + k) as usize).take_while(|&p| p < array.size()).collect();
    if !diagonal.is_empty() {
        let one = NdArray::from_value(&Value::Int(1)).astype(dtype)?;
        array.buffer_mut().scatter(&diagonal, one.buffer());
    }
    Ok(array)
}

/// `np.arange(start, stop, step)`, with numbers of Python: integers give `int64`, a float gives `float64`.
pub fn arange(start: &Value, stop: &Value, step: &Value, dtype: Option<DType>) -> Result<NdArray> {
    let numbers = [number(start)?, number(stop)?, number(step)?];
    let [first, last, by] = numbers;
    if by == 0.0 {
        return Err(ArrayError::new(crate::ErrorKind::ZeroDivision, "division by zero"));
    }
    let whole = match (whole_number(start), whole_number(stop), whole_number(step)) {
        (Some(a), Some(z), Some(b)) => Some((a, z, b)),
        _ => None,
    };
    let length = match whole {
        // Exact where floats are not.
        Some((a, z, b)) => {
            let (span, by) = (i128::from(z) - i128::from(a), i128::from(b));
            ((span + by - by.signum()) / by) as f64
        }
        None => ((last - first) / by).ceil(),
    };
    if length.is_nan() {
        return Err(ArrayError::value("arange: cannot compute length"));
    }
    if length > i64::MAX as f64 / 8.0 {
        return Err(ArrayError::value("Maximum allowed size exceeded"));
    }
    let natural = if whole.is_some() { DType::Int64 } else { DType::Float64 };
    let dtype = dtype.unwrap_or(natural);
    let count = check_shape(&[(length.max(0.0)) as i64], dtype)?.first().copied().unwrap_or(0);
    let counted = match whole {
        Some((a, _, b)) => {
            NdArray::from_ints((0..count as i64).map(|i| a.wrapping_add(b.wrapping_mul(i))).collect())
        }
        None => {
            // numpy writes the first two elements and continues with their difference.
            let delta = (first + by) - first;
            let fill = |i: usize| match i {
                0 => first,
                1 => first + by,
                _ => first + i as f64 * delta,
            };
            NdArray::from_floats((0..count).map(fill).collect())
        }
    };
    counted.astype(dtype)
}

/// `np.linspace(start, stop, count, endpoint)` in `float64`.
pub fn linspace(start: f64, stop: f64, count: i64, endpoint: bool) -> Result<NdArray> {
    if count < 0 {
        return Err(ArrayError::value(format!("Number of samples, {count}, must be non-negative.")));
    }
    let total = check_shape(&[count], DType::Float64)?.first().copied().unwrap_or(0);
    let parts = if endpoint { count - 1 } else { count };
    let delta = stop - start;
    let step = delta / parts as f64;
    let mut values: Vec<f64> = (0..total)
        .map(|i| match (parts, step == 0.0) {
            (..=0, _) => i as f64 * delta + start,
            (_, true) => i as f64 / parts as f64 * delta + start,
            (_, false) => i as f64 * step + start,
        })
        .collect();
    if endpoint
        && total > 1
        && let Some(last) = values.last_mut()
    {
        *last = stop;
    }
    Ok(NdArray::from_floats(values))
}

/// Values that [`checked_value`] has made fit, as a buffer.
pub(crate) fn pack(values: Vec<Value>, dtype: DType) -> Buffer {
    match dtype {
        DType::Bool => Buffer::Bool(values.iter().map(Value::truth).collect()),
        DType::Float32 | DType::Float64 => Buffer::Float(values.iter().map(as_float).collect()),
        DType::Str(_) => Buffer::Str(
            values
                .into_iter()
                .map(|v| match v {
                    Value::Str(text) => text,
                    _ => Arc::from(""),
                })
                .collect(),
        ),
        _ => Buffer::Int(values.iter().map(|v| if let Value::Int(i) = v { *i } else { 0 }).collect()),
    }
}

fn as_float(value: &Value) -> f64 {
    match value {
        Value::Float(x) => *x,
        Value::Int(i) => *i as f64,
        Value::Bool(b) => f64::from(*b),
        Value::Str(_) => f64::NAN,
    }
}

fn whole_number(value: &Value) -> Option<i64> {
    match value {
        Value::Int(i) => Some(*i),
        Value::Bool(b) => Some(i64::from(*b)),
        _ => None,
    }
}

fn number(value: &Value) -> Result<f64> {
    match value {
        Value::Str(_) => Err(ArrayError::type_error(
            "arange() not supported for inputs with DType <class 'numpy.dtypes.StrDType'>.",
        )),
        other => Ok(as_float(other)),
    }
}
