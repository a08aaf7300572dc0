//! Element types and numpy 2's promotion rules: arrays are strong, Python's own numbers are weak.

use std::sync::Arc;

use crate::error::{ArrayError, ErrorKind, Result};

/// The type of every element of an array. Small integers and `float32` are stored wide and cut back to
/// their width after each operation, which gives the same values as computing narrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DType {
    Bool,
    Int8,
    Int16,
    Int32,
    Int64,
    Float32,
    Float64,
    /// Text of at most this many characters (`<U5`)
    Str(usize),
}

/// One plain Python value, as it goes into an array or comes out of `tolist`.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Bool(bool),
    Int(i64),
    Float(f64),
    Str(Arc<str>),
}

/// A numpy scalar such as `np.float64(1.5)`: a value that remembers its dtype.
#[derive(Clone, Debug, PartialEq)]
pub struct Scalar {
    pub dtype: DType,
    pub value: Value,
}

impl DType {
    /// The name shown by `str(dtype)` and `dtype.name`-like texts: `int64`, `<U5`.
    pub fn code(self) -> String {
        match self {
            Self::Str(width) => format!("<U{width}"),
            other => other.scalar_name().to_owned(),
        }
    }

    /// `repr(dtype)`: `dtype('int64')`.
    pub fn repr(self) -> String {
        format!("dtype('{}')", self.code())
    }

    /// The name of the scalar type in `numpy`: `int64` for `np.int64`, `str_` for `np.str_`.
    pub fn scalar_name(self) -> &'static str {
        match self {
            Self::Bool => "bool",
            Self::Int8 => "int8",
            Self::Int16 => "int16",
            Self::Int32 => "int32",
            Self::Int64 => "int64",
            Self::Float32 => "float32",
            Self::Float64 => "float64",
            Self::Str(_) => "str_",
        }
    }

    /// `dtype.kind`: one letter.
    pub fn kind(self) -> char {
        match self {
            Self::Bool => 'b',
            Self::Float32 | Self::Float64 => 'f',
            Self::Str(_) => 'U',
            _ => 'i',
        }
    }

    pub(crate) fn class_name(self) -> &'static str {
        match self {
            Self::Bool => "BoolDType",
            Self::Int8 => "Int8DType",
            Self::Int16 => "Int16DType",
            Self::Int32 => "Int32DType",
            Self::Int64 => "Int64DType",
            Self::Float32 => "Float32DType",
            Self::Float64 => "Float64DType",
            Self::Str(_) => "StrDType",
        }
    }

    /// Bytes of one element in numpy (`itemsize`); `nbytes` is this times the size.
    pub fn itemsize(self) -> usize {
        match self {
            Self::Bool | Self::Int8 => 1,
            Self::Int16 => 2,
            Self::Int32 | Self::Float32 => 4,
            Self::Int64 | Self::Float64 => 8,
            Self::Str(width) => width.saturating_mul(4),
        }
    }

    /// Any of the integer types, not `bool`.
    pub fn is_int(self) -> bool {
        self.kind() == 'i'
    }

    /// `float32` or `float64`.
    pub fn is_float(self) -> bool {
        self.kind() == 'f'
    }

    /// Text.
    pub fn is_str(self) -> bool {
        matches!(self, Self::Str(_))
    }

    /// The dtype that a string names: `"int64"`, `"i4"`, `"<f8"`, `"float"`, `"U3"`.
    pub fn parse(name: &str) -> Result<Self> {
        let plain = name.strip_prefix(['<', '=', '|']).unwrap_or(name);
        Ok(match plain {
            "bool" | "bool_" | "?" | "b1" => Self::Bool,
            "int8" | "i1" | "b" | "byte" => Self::Int8,
            "int16" | "i2" | "h" | "short" => Self::Int16,
            "int32" | "i4" | "i" | "intc" => Self::Int32,
            "int" | "int64" | "int_" | "i8" | "l" | "q" | "long" | "longlong" | "intp" | "p" => Self::Int64,
            "float32" | "f4" | "f" | "single" => Self::Float32,
            "float" | "float64" | "f8" | "d" | "double" => Self::Float64,
            "str" | "str_" | "U" => Self::Str(0),
            "uint8" | "uint16" | "uint32" | "uint64" | "uint" | "u1" | "u2" | "u4" | "u8" | "B" | "H" | "I" | "L"
            | "float16" | "half" | "f2" | "e" | "longdouble" | "complex" | "complex64" | "complex128" | "c8"
            | "c16" | "F" | "D" | "object" | "O" | "bytes" | "S" => {
                return Err(ArrayError::unsupported(format!("the dtype '{name}'")));
            }
            _ => {
                let width = plain.strip_prefix('U').and_then(|digits| digits.parse().ok());
                let Some(width) = width else {
                    return Err(ArrayError::type_error(format!("data type '{name}' not understood")));
                };
                Self::Str(width)
            }
        })
    }

    /// The dtype of an operation on two arrays (`np.result_type`), text included as `np.concatenate` does.
    pub fn promote(self, other: Self) -> Self {
        if let (Self::Str(_), _) | (_, Self::Str(_)) = (self, other) {
            return Self::Str(self.text_width().max(other.text_width()));
        }
        let (low, high) = if self.rank() <= other.rank() { (self, other) } else { (other, self) };
        match (low, high) {
            (Self::Int32 | Self::Int64, Self::Float32) => Self::Float64,
            _ => high,
        }
    }

    /// The dtype of an operation with one of Python's own numbers, which yields to the array's dtype.
    pub fn promote_weak(self, value: &Value) -> Self {
        match value {
            Value::Int(_) if self == Self::Bool => Self::Int64,
            Value::Float(_) if !self.is_float() && !self.is_str() => Self::Float64,
            Value::Int(_) | Value::Float(_) if !self.is_str() => self,
            strong => self.promote(strong.default_dtype()),
        }
    }

    /// The dtype in which `sum`, `prod` and `cumsum` add.
    pub(crate) fn accumulator(self) -> Self {
        if self.is_float() { self } else { Self::Int64 }
    }

    /// The dtype of a division or a mean: integers become `float64`.
    pub(crate) fn to_float(self) -> Self {
        if self.is_float() { self } else { Self::Float64 }
    }

    /// The dtype of `sqrt`, `exp` and their like, which take the smallest float that holds the input.
    pub(crate) fn transcendental(self, ufunc: &str) -> Result<Self> {
        match self {
            Self::Bool | Self::Int8 => Err(ArrayError::unsupported(format!("{ufunc} of {} (a float16)", self.code()))),
            Self::Int16 => Ok(Self::Float32),
            Self::Str(_) => Err(ArrayError::not_supported_for_input(ufunc)),
            other => Ok(other.to_float()),
        }
    }

    /// Characters that hold any element written as text.
    pub(crate) fn text_width(self) -> usize {
        match self {
            Self::Bool => 5,
            Self::Int8 => 4,
            Self::Int16 => 6,
            Self::Int32 => 11,
            Self::Int64 => 21,
            Self::Float32 | Self::Float64 => 32,
            Self::Str(width) => width,
        }
    }

    /// Cuts an integer to this width, two's complement.
    pub(crate) fn wrap(self, value: i64) -> i64 {
        match self {
            Self::Int8 => i64::from(value as i8),
            Self::Int16 => i64::from(value as i16),
            Self::Int32 => i64::from(value as i32),
            _ => value,
        }
    }

    /// Rounds a float to this width.
    pub(crate) fn round(self, value: f64) -> f64 {
        if self == Self::Float32 { f64::from(value as f32) } else { value }
    }

    /// An error when a Python integer does not fit into this integer type.
    pub(crate) fn check_int(self, value: i64) -> Result<()> {
        if self.is_int() && self.wrap(value) != value {
            let message = format!("Python integer {value} out of bounds for {}", self.code());
            return Err(ArrayError::new(ErrorKind::Overflow, message));
        }
        Ok(())
    }

    fn rank(self) -> u8 {
        match self {
            Self::Bool => 0,
            Self::Int8 => 1,
            Self::Int16 => 2,
            Self::Int32 => 3,
            Self::Int64 => 4,
            Self::Float32 => 5,
            Self::Float64 => 6,
            Self::Str(_) => 7,
        }
    }
}

impl Value {
    /// The dtype `np.array(value)` has.
    pub fn default_dtype(&self) -> DType {
        match self {
            Self::Bool(_) => DType::Bool,
            Self::Int(_) => DType::Int64,
            Self::Float(_) => DType::Float64,
            Self::Str(text) => DType::Str(text.chars().count().max(1)),
        }
    }

    /// `bool(value)`.
    pub fn truth(&self) -> bool {
        match self {
            Self::Bool(b) => *b,
            Self::Int(i) => *i != 0,
            Self::Float(f) => *f != 0.0,
            Self::Str(s) => !s.is_empty(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::DType::*;
    use super::*;

    #[test]
    fn promotion_table_is_numpys() {
        for (a, b, expect) in [
            (Bool, Bool, Bool),
            (Bool, Int8, Int8),
            (Int8, Int16, Int16),
            (Int32, Int64, Int64),
            (Int8, Float32, Float32),
            (Int16, Float32, Float32),
            (Int32, Float32, Float64),
            (Int64, Float32, Float64),
            (Bool, Float32, Float32),
            (Float32, Float64, Float64),
            (Str(1), Int64, Str(21)),
            (Str(1), Bool, Str(5)),
        ] {
            assert_eq!(a.promote(b), expect, "{a:?} {b:?}");
            assert_eq!(b.promote(a), expect, "{b:?} {a:?}");
        }
        assert_eq!(Bool.promote_weak(&Value::Int(1)), Int64);
        assert_eq!(Int32.promote_weak(&Value::Int(1)), Int32);
        assert_eq!(Int32.promote_weak(&Value::Float(1.0)), Float64);
        assert_eq!(Float32.promote_weak(&Value::Float(1.0)), Float32);
        assert_eq!(Int64.promote_weak(&Value::Bool(true)), Int64);
    }

    #[test]
    fn names() {
        for name in ["bool", "int8", "int16", "int32", "int64", "float32", "float64", "<U7"] {
            assert_eq!(DType::parse(name).map(DType::code), Ok(name.to_owned()));
        }
        let error = DType::parse("foo").expect_err("foo is no dtype");
        assert_eq!(error.to_string(), "TypeError: data type 'foo' not understood");
        assert_eq!(DType::parse("complex").expect_err("unsupported").kind, ErrorKind::Unsupported);
        assert_eq!(DType::parse("int").map(DType::repr), Ok("dtype('int64')".to_owned()));
    }
}
