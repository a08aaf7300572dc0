//! Making arrays: from nested data, filled, counted and spaced.

use std::sync::Arc;

use crate::array::{Buffer, MAX_DIMS, NdArray, check_shape, check_size};
use crate::cast::checked_value;
use crate::dtype::{DType, Value};
use crate::error::{ArrayError, Result, tuple_text};

/// What `np.array` is given: a value, a sequence, or an array inside a sequence. The caller cuts off nesting
/// beyond [`MAX_DIMS`] levels, so that walking one never goes deep.
#[derive(Clone, Debug)]
pub enum Nested {
    Value(Value),
    /// A numpy scalar or array
    Array(NdArray),
    List(Vec<Nested>),
}

/// `np.array(data, dtype)`.
pub fn from_nested(data: &Nested, dtype: Option<DType>) -> Result<NdArray> {
    let mut shape = Vec::new();
    first_shape(data, &mut shape)?;
    let mut leaves = Vec::new();
    collect(data, &shape, 0, &mut leaves)?;
    let dtype = match dtype {
        Some(fixed) if fixed != DType::Str(0) => fixed,
        wanted => {
            let found = leaves.iter().map(leaf_dtype).reduce(DType::promote).unwrap_or(DType::Float64);
            if wanted.is_some() && !found.is_str() { DType::Str(found.text_width()) } else { found }
        }
    };
    check_size(&shape, dtype)?;
    let mut values = Vec::with_capacity(shape.iter().product());
    for leaf in &leaves {
        match leaf {
            Leaf::Value(value) => values.push(checked_value(value, dtype)?),
            Leaf::Array(array) => {
                let cast = array.astype(dtype)?;
                values.extend((0..cast.size()).filter_map(|i| cast.value_at(i)));
            }
        }
    }
    Ok(NdArray::from_parts(dtype, shape, pack(values, dtype)))
}

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

enum Leaf<'a> {
    Value(&'a Value),
    Array(&'a NdArray),
}

fn leaf_dtype(leaf: &Leaf<'_>) -> DType {
    match leaf {
        Leaf::Value(value) => value.default_dtype(),
        Leaf::Array(array) => array.dtype(),
    }
}

/// The shape along the first item of each level.
fn first_shape(data: &Nested, shape: &mut Vec<usize>) -> Result<()> {
    let mut here = data;
    loop {
        match here {
            Nested::Value(_) => break,
            Nested::Array(array) => {
                shape.extend(array.shape());
                break;
            }
            Nested::List(items) => {
                shape.push(items.len());
                match items.first() {
                    Some(item) => here = item,
                    None => break,
                }
            }
        }
        if shape.len() > MAX_DIMS {
            break;
        }
    }
    let depth = common_depth(data, shape);
    if shape.len() > MAX_DIMS || depth < shape.len() {
        return Err(inhomogeneous(shape.get(..depth.min(MAX_DIMS)).unwrap_or(&[])));
    }
    Ok(())
}

/// How many leading axes of `shape` every part of `data` agrees with.
fn common_depth(data: &Nested, shape: &[usize]) -> usize {
    let mut depth = shape.len().min(MAX_DIMS);
    let mut level: Vec<&Nested> = vec![data];
    for (axis, &size) in shape.iter().enumerate().take(MAX_DIMS) {
        let mut next = Vec::new();
        for part in level {
            match part {
                Nested::List(items) if items.len() == size => next.extend(items),
                Nested::Array(array) => {
                    let rest = shape.get(axis..).unwrap_or(&[]);
                    let same = array.shape().iter().zip(rest).take_while(|(a, b)| a == b).count();
                    if same < rest.len() || array.ndim() > rest.len() {
                        depth = depth.min(axis + same);
                    }
                }
                _ => depth = depth.min(axis),
            }
        }
        level = next;
    }
    // Something nested deeper than the first item.
    let deeper = level.iter().any(|part| match part {
        Nested::List(_) => true,
        Nested::Array(array) => array.ndim() > 0,
        Nested::Value(_) => false,
    });
    if deeper && depth == shape.len() { MAX_DIMS + 1 } else { depth }
}

fn collect<'a>(data: &'a Nested, shape: &[usize], axis: usize, leaves: &mut Vec<Leaf<'a>>) -> Result<()> {
    match data {
        Nested::Value(value) if axis == shape.len() => leaves.push(Leaf::Value(value)),
        Nested::Array(array) => leaves.push(Leaf::Array(array)),
        Nested::List(items) if axis < shape.len() => {
            for item in items {
                collect(item, shape, axis + 1, leaves)?;
            }
        }
        _ => return Err(inhomogeneous(shape)),
    }
    Ok(())
}

fn inhomogeneous(shape: &[usize]) -> ArrayError {
    ArrayError::value(format!(
        "setting an array element with a sequence. The requested array has an inhomogeneous shape after {} \
         dimensions. The detected shape was {} + inhomogeneous part.",
        shape.len(),
        tuple_text(shape)
    ))
}

/// Values that [`checked_value`] has made fit, as a buffer.
fn pack(values: Vec<Value>, dtype: DType) -> Buffer {
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
