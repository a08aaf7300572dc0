//! Arrays from and to nested lists: `np.array` and `tolist`.

use crate::array::{MAX_DIMS, NdArray, check_size};
use crate::cast::checked_value;
use crate::create::pack;
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

/// `array.tolist()`: lists of plain values, or one value for an array without axes.
pub fn to_nested(array: &NdArray) -> Result<Nested> {
    // Axes before one of size zero still are lists to build.
    let lists: Vec<usize> = array.shape().iter().copied().take_while(|&n| n != 0).collect();
    check_size(&lists, array.dtype())?;
    let mut items: Vec<Nested> = (0..array.size()).filter_map(|i| array.value_at(i)).map(Nested::Value).collect();
    for (axis, &size) in array.shape().iter().enumerate().rev() {
        let count: usize = array.shape().iter().take(axis).product();
        let mut rest = items.into_iter();
        items = (0..count).map(|_| Nested::List(rest.by_ref().take(size).collect())).collect();
    }
    items.into_iter().next().ok_or_else(|| ArrayError::value("an array without its element"))
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
    if shape.len() > MAX_DIMS {
        return Err(ArrayError::value(format!(
            "setting an array element with a sequence. The requested array would exceed the maximum number of \
             dimension of {MAX_DIMS}."
        )));
    }
    let depth = common_depth(data, shape);
    if depth < shape.len() {
        return Err(inhomogeneous(shape.get(..depth).unwrap_or(&[])));
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
