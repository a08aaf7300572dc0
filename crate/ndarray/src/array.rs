//! The array itself: a dtype, a shape and a shared row-major buffer. Cloning shares the buffer; writing copies
//! it first when it is shared, so arrays may cross threads as they are.

use std::sync::Arc;

use crate::dtype::{DType, Scalar, Value};
use crate::error::{ArrayError, ErrorKind, Result, tuple_text};
use crate::layout::Layout;

/// The most elements one array may have: 512 MiB of 8-byte elements. Larger ones are a `MemoryError`.
pub const MAX_ELEMENTS: usize = 1 << 26;

/// The most axes an array may have, as in numpy.
pub const MAX_DIMS: usize = 64;

/// The elements in row-major order.
#[derive(Clone, Debug, PartialEq)]
pub enum Buffer {
    Bool(Vec<bool>),
    Int(Vec<i64>),
    Float(Vec<f64>),
    Str(Vec<Arc<str>>),
}

/// A row-major n-dimensional array. Invariant: the buffer's variant fits the dtype and its length is the
/// product of the shape.
#[derive(Clone, Debug, PartialEq)]
pub struct NdArray {
    dtype: DType,
    shape: Vec<usize>,
    data: Arc<Buffer>,
}

/// One side of an operation: an array (or numpy scalar, as an array without axes), or one of Python's own
/// values, which is weak in promotion.
#[derive(Clone, Debug)]
pub enum Operand<'a> {
    Array(&'a NdArray),
    Python(Value),
}

impl<'a> From<&'a NdArray> for Operand<'a> {
    fn from(array: &'a NdArray) -> Self {
        Self::Array(array)
    }
}

impl From<Value> for Operand<'_> {
    fn from(value: Value) -> Self {
        Self::Python(value)
    }
}

impl Buffer {
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Bool(v) => v.len(),
            Self::Int(v) => v.len(),
            Self::Float(v) => v.len(),
            Self::Str(v) => v.len(),
        }
    }

    pub(crate) fn get(&self, position: usize) -> Option<Value> {
        match self {
            Self::Bool(v) => v.get(position).map(|&x| Value::Bool(x)),
            Self::Int(v) => v.get(position).map(|&x| Value::Int(x)),
            Self::Float(v) => v.get(position).map(|&x| Value::Float(x)),
            Self::Str(v) => v.get(position).map(|x| Value::Str(x.clone())),
        }
    }

    /// The elements at `positions`, which must be inside.
    pub(crate) fn gather(&self, positions: &[usize]) -> Self {
        match self {
            Self::Bool(v) => Self::Bool(positions.iter().map(|&p| v[p]).collect()),
            Self::Int(v) => Self::Int(positions.iter().map(|&p| v[p]).collect()),
            Self::Float(v) => Self::Float(positions.iter().map(|&p| v[p]).collect()),
            Self::Str(v) => Self::Str(positions.iter().map(|&p| v[p].clone()).collect()),
        }
    }

    /// `count` elements from `start` on, which must be inside.
    fn section(&self, start: usize, count: usize) -> Self {
        let range = if count == 0 { 0..0 } else { start..start + count };
        match self {
            Self::Bool(v) => Self::Bool(v[range].to_vec()),
            Self::Int(v) => Self::Int(v[range].to_vec()),
            Self::Float(v) => Self::Float(v[range].to_vec()),
            Self::Str(v) => Self::Str(v[range].to_vec()),
        }
    }

    /// Writes `values` (one, or one each) at `positions`. Both buffers must be of one variant.
    pub(crate) fn scatter(&mut self, positions: &[usize], values: &Self) {
        fn put<T: Clone>(into: &mut [T], positions: &[usize], values: &[T]) {
            if let [only] = values {
                positions.iter().for_each(|&p| into[p] = only.clone());
            } else {
                positions.iter().zip(values).for_each(|(&p, value)| into[p] = value.clone());
            }
        }
        match (self, values) {
            (Self::Bool(a), Self::Bool(b)) => put(a, positions, b),
            (Self::Int(a), Self::Int(b)) => put(a, positions, b),
            (Self::Float(a), Self::Float(b)) => put(a, positions, b),
            (Self::Str(a), Self::Str(b)) => put(a, positions, b),
            _ => debug_assert!(false, "scatter between different buffers"),
        }
    }

    pub(crate) fn repeat(value: &Value, count: usize) -> Self {
        match value {
            Value::Bool(b) => Self::Bool(vec![*b; count]),
            Value::Int(i) => Self::Int(vec![*i; count]),
            Value::Float(f) => Self::Float(vec![*f; count]),
            Value::Str(s) => Self::Str(vec![s.clone(); count]),
        }
    }
}

impl NdArray {
    /// Joins parts that the caller has made to fit each other.
    pub(crate) fn from_parts(dtype: DType, shape: Vec<usize>, data: Buffer) -> Self {
        debug_assert_eq!(shape.iter().product::<usize>(), data.len());
        Self { dtype, shape, data: Arc::new(data) }
    }

    /// An `int64` array of one axis.
    pub fn from_ints(values: Vec<i64>) -> Self {
        Self::from_parts(DType::Int64, vec![values.len()], Buffer::Int(values))
    }

    /// A `float64` array of one axis.
    pub fn from_floats(values: Vec<f64>) -> Self {
        Self::from_parts(DType::Float64, vec![values.len()], Buffer::Float(values))
    }

    /// A `bool` array of one axis.
    pub fn from_bools(values: Vec<bool>) -> Self {
        Self::from_parts(DType::Bool, vec![values.len()], Buffer::Bool(values))
    }

    /// An array without axes that holds a numpy scalar.
    pub fn from_scalar(scalar: &Scalar) -> Self {
        Self::from_parts(scalar.dtype, Vec::new(), Buffer::repeat(&scalar.value, 1))
    }

    /// An array without axes that holds a Python value, with its default dtype.
    pub fn from_value(value: &Value) -> Self {
        Self::from_parts(value.default_dtype(), Vec::new(), Buffer::repeat(value, 1))
    }

    pub fn dtype(&self) -> DType {
        self.dtype
    }

    pub fn shape(&self) -> &[usize] {
        &self.shape
    }

    pub fn ndim(&self) -> usize {
        self.shape.len()
    }

    /// The number of elements.
    pub fn size(&self) -> usize {
        self.data.len()
    }

    /// Bytes of the elements as numpy counts them.
    pub fn nbytes(&self) -> usize {
        self.size().saturating_mul(self.dtype.itemsize())
    }

    /// The elements in row-major order.
    pub fn buffer(&self) -> &Buffer {
        &self.data
    }

    pub(crate) fn buffer_mut(&mut self) -> &mut Buffer {
        Arc::make_mut(&mut self.data)
    }

    pub(crate) fn shared_buffer(&self) -> Arc<Buffer> {
        self.data.clone()
    }

    pub(crate) fn from_shared(dtype: DType, shape: Vec<usize>, data: Arc<Buffer>) -> Self {
        debug_assert_eq!(shape.iter().product::<usize>(), data.len());
        Self { dtype, shape, data }
    }

    /// `len(array)`: the size of the first axis.
    pub fn length(&self) -> Result<usize> {
        self.shape.first().copied().ok_or_else(|| ArrayError::type_error("len() of unsized object"))
    }

    /// The element at a row-major position, as a plain Python value; `None` outside.
    pub fn value_at(&self, position: usize) -> Option<Value> {
        self.data.get(position)
    }

    /// The element at a row-major position as a numpy scalar; `None` outside.
    pub fn scalar_at(&self, position: usize) -> Option<Scalar> {
        self.value_at(position).map(|value| Scalar { dtype: self.dtype, value })
    }

    /// The only element of an array without axes, which numpy hands out as a scalar; else `None`.
    pub fn as_scalar(&self) -> Option<Scalar> {
        if self.shape.is_empty() { self.scalar_at(0) } else { None }
    }

    /// `array.item()`.
    pub fn item(&self) -> Result<Value> {
        match (self.size(), self.value_at(0)) {
            (1, Some(value)) => Ok(value),
            _ => Err(ArrayError::value("can only convert an array of size 1 to a Python scalar")),
        }
    }

    /// `int(array)`, `float(array)`: the value to convert, for arrays without axes only.
    pub fn python_scalar(&self) -> Result<Value> {
        self.as_scalar()
            .map(|scalar| scalar.value)
            .ok_or_else(|| ArrayError::type_error("only 0-dimensional arrays can be converted to Python scalars"))
    }

    /// `bool(array)`.
    pub fn truth(&self) -> Result<bool> {
        match (self.size(), self.value_at(0)) {
            (1, Some(value)) => Ok(value.truth()),
            (0, _) => Err(ArrayError::value(
                "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is \
                 not empty.",
            )),
            _ => Err(ArrayError::value(
                "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()",
            )),
        }
    }

    /// The elements that `layout` shows, as an array of their own. `layout` must describe this array.
    pub fn read(&self, layout: &Layout) -> Self {
        if layout.is_whole(self.size()) {
            return Self { dtype: self.dtype, shape: layout.shape.clone(), data: self.data.clone() };
        }
        let data = if layout.is_contiguous() {
            self.data.section(layout.offset, layout.size())
        } else {
            self.data.gather(&layout.positions())
        };
        Self::from_parts(self.dtype, layout.shape.clone(), data)
    }

    /// The layout of the whole array.
    pub fn layout(&self) -> Layout {
        Layout::contiguous(&self.shape)
    }

    /// `tolist()` for the caller to build: the items along the first axis.
    pub fn rows(&self) -> Result<impl Iterator<Item = Self> + '_> {
        let count = *self.shape.first().ok_or_else(|| ArrayError::type_error("iteration over a 0-d array"))?;
        let shape = self.shape.get(1..).unwrap_or(&[]).to_vec();
        let step: usize = shape.iter().product();
        Ok((0..count).map(move |row| {
            Self::from_parts(self.dtype, shape.clone(), self.data.section(row * step, step))
        }))
    }
}

/// Checks a shape from Python and gives its sizes: not negative, not too many axes, within [`MAX_ELEMENTS`].
pub fn check_shape(shape: &[i64], dtype: DType) -> Result<Vec<usize>> {
    if shape.len() > MAX_DIMS {
        return Err(ArrayError::value(format!(
            "maximum supported dimension for an ndarray is currently {MAX_DIMS}, found {}",
            shape.len()
        )));
    }
    let sizes: Option<Vec<usize>> = shape.iter().map(|&n| usize::try_from(n).ok()).collect();
    let sizes = match sizes {
        Some(sizes) => sizes,
        None if shape.iter().any(|&n| n < 0) => return Err(ArrayError::value("negative dimensions are not allowed")),
        None => return Err(ArrayError::value("Maximum allowed dimension exceeded")),
    };
    check_size(&sizes, dtype)?;
    Ok(sizes)
}

/// An error when an array of this shape would be too large.
pub(crate) fn check_size(shape: &[usize], dtype: DType) -> Result<()> {
    if shape.len() > MAX_DIMS {
        return Err(ArrayError::value(format!(
            "maximum supported dimension for an ndarray is currently {MAX_DIMS}, found {}",
            shape.len()
        )));
    }
    // As numpy, sizes of zero are left out, so that every stride stays small.
    let count = shape.iter().filter(|&&n| n != 0).try_fold(1u64, |all, &n| all.checked_mul(n as u64));
    let bytes = count.and_then(|all| all.checked_mul(dtype.itemsize() as u64)).filter(|&b| i64::try_from(b).is_ok());
    let Some(bytes) = bytes else {
        return Err(ArrayError::value(
            "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.",
        ));
    };
    if !shape.contains(&0) && count.unwrap_or(u64::MAX) > MAX_ELEMENTS as u64 {
        return Err(ArrayError::new(
            ErrorKind::Memory,
            format!(
                "Unable to allocate {} for an array with shape {} and data type {}",
                byte_text(bytes),
                tuple_text(shape),
                dtype.code()
            ),
        ));
    }
    Ok(())
}

/// Bytes in binary units with three digits, as numpy's memory error writes them: `7.28 TiB`.
fn byte_text(bytes: u64) -> String {
    const UNITS: [&str; 7] = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];
    let mut unit = (bytes.max(2).ilog2() / 10) as usize;
    let mut amount = bytes as f64 / (1u64 << (unit * 10)) as f64;
    if amount.round() == 1024.0 && unit + 1 < UNITS.len() {
        unit += 1;
        amount /= 1024.0;
    }
    let name = UNITS.get(unit).copied().unwrap_or("EiB");
    match amount {
        _ if unit == 0 => format!("{bytes} {name}"),
        a if a < 9.995 => format!("{a:.2} {name}"),
        a if a < 99.95 => format!("{a:.1} {name}"),
        a => format!("{a:.0}. {name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_checked() {
        for (shape, expect) in [
            (vec![-1], "ValueError: negative dimensions are not allowed"),
            (vec![2, -1], "ValueError: negative dimensions are not allowed"),
            (
                vec![1_000_000_000_000],
                "MemoryError: Unable to allocate 7.28 TiB for an array with shape (1000000000000,) and data type float64",
            ),
            (
                vec![10_000_000_000, 10_000_000_000],
                "ValueError: array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.",
            ),
            (vec![1; 65], "ValueError: maximum supported dimension for an ndarray is currently 64, found 65"),
        ] {
            let error = check_shape(&shape, DType::Float64).expect_err("too big");
            assert_eq!(error.to_string(), expect);
        }
        assert_eq!(check_shape(&[2, 0, 3], DType::Bool), Ok(vec![2, 0, 3]));
        assert!(check_shape(&[1 << 20, 1 << 20, 0], DType::Float64).is_ok());
    }

    #[test]
    fn truth_and_conversion() {
        let two = NdArray::from_ints(vec![1, 2]);
        assert!(two.truth().expect_err("two").message.starts_with("The truth value of an array with more than one"));
        assert!(NdArray::from_ints(vec![]).truth().expect_err("none").message.contains("empty array"));
        assert_eq!(NdArray::from_ints(vec![0]).truth(), Ok(false));
        assert_eq!(NdArray::from_ints(vec![7]).item(), Ok(Value::Int(7)));
        assert!(two.item().is_err() && two.python_scalar().is_err());
        assert_eq!(NdArray::from_value(&Value::Int(1)).length().expect_err("0-d").message, "len() of unsized object");
    }
}
