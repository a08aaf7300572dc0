//! Operations on two arrays: arithmetic, comparison, bits and logic, with numpy's promotion and broadcasting.

use std::sync::Arc;

use crate::array::{Buffer, NdArray, Operand, check_size};
use crate::cast::{bools, floats, ints};
use crate::dtype::{DType, Value};
use crate::error::{ArrayError, ErrorKind, Result};
use crate::shape::{broadcast_shapes, spread};

/// The operation between two arrays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BinaryOp {
    Add,
    Subtract,
    Multiply,
    Divide,
    FloorDivide,
    Remainder,
    Power,
    Maximum,
    Minimum,
    Arctan2,
    Hypot,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    BitAnd,
    BitOr,
    BitXor,
    LeftShift,
    RightShift,
    LogicalAnd,
    LogicalOr,
    LogicalXor,
}

use BinaryOp::*;

impl BinaryOp {
    /// The ufunc's name as numpy's messages show it.
    pub fn ufunc_name(self) -> &'static str {
        match self {
            Add => "add",
            Subtract => "subtract",
            Multiply => "multiply",
            Divide => "divide",
            FloorDivide => "floor_divide",
            Remainder => "remainder",
            Power => "power",
            Maximum => "maximum",
            Minimum => "minimum",
            Arctan2 => "arctan2",
            Hypot => "hypot",
            Equal => "equal",
            NotEqual => "not_equal",
            Less => "less",
            LessEqual => "less_equal",
            Greater => "greater",
            GreaterEqual => "greater_equal",
            BitAnd => "bitwise_and",
            BitOr => "bitwise_or",
            BitXor => "bitwise_xor",
            LeftShift => "left_shift",
            RightShift => "right_shift",
            LogicalAnd => "logical_and",
            LogicalOr => "logical_or",
            LogicalXor => "logical_xor",
        }
    }

    fn is_comparison(self) -> bool {
        matches!(self, Equal | NotEqual | Less | LessEqual | Greater | GreaterEqual)
    }

    fn is_logical(self) -> bool {
        matches!(self, LogicalAnd | LogicalOr | LogicalXor)
    }
}

impl Operand<'_> {
    fn array(&self) -> NdArray {
        match self {
            Self::Array(array) => (*array).clone(),
            Self::Python(value) => NdArray::from_value(value),
        }
    }
}

/// The common dtype of the operands, where Python's own numbers are weak (`np.result_type`).
pub fn result_dtype(left: &Operand<'_>, right: &Operand<'_>) -> DType {
    match (left, right) {
        (Operand::Array(a), Operand::Array(b)) => a.dtype().promote(b.dtype()),
        (Operand::Array(a), Operand::Python(v)) | (Operand::Python(v), Operand::Array(a)) => {
            a.dtype().promote_weak(v)
        }
        (Operand::Python(a), Operand::Python(b)) => a.default_dtype().promote(b.default_dtype()),
    }
}

/// `left op right`, broadcast against each other.
pub fn binary<'a, 'b>(
    op: BinaryOp,
    left: impl Into<Operand<'a>>,
    right: impl Into<Operand<'b>>,
) -> Result<NdArray> {
    let (left, right) = (left.into(), right.into());
    let common = result_dtype(&left, &right);
    let (a, b) = (left.array(), right.array());
    let shape = broadcast_shapes(&[a.shape(), b.shape()])?;
    check_size(&shape, common)?;
    if !op.is_logical() && (a.dtype().is_str() || b.dtype().is_str()) {
        return text_operation(op, &a, &b, shape);
    }
    if !op.is_comparison() && !op.is_logical() && op != Divide {
        for side in [&left, &right] {
            if let Operand::Python(Value::Int(i)) = side {
                common.check_int(*i)?;
            }
        }
    }
    let (a, b) = (widen(a, &shape)?, widen(b, &shape)?);
    let (dtype, data) = compute(op, &a, &b, common)?;
    Ok(NdArray::from_parts(dtype, shape, data))
}

/// Repeats an operand to `shape`, but leaves a single element single: loops take that as a constant.
fn widen(array: NdArray, shape: &[usize]) -> Result<NdArray> {
    if array.size() == 1 { Ok(array) } else { spread(&array, shape) }
}

fn compute(op: BinaryOp, a: &NdArray, b: &NdArray, common: DType) -> Result<(DType, Buffer)> {
    if op.is_comparison() {
        let found = match common {
            DType::Bool => compare(op, &bools(a)?, &bools(b)?),
            _ if common.is_float() => compare(op, &rounded(a, common)?, &rounded(b, common)?),
            _ => compare(op, &ints(a)?, &ints(b)?),
        };
        return Ok((DType::Bool, Buffer::Bool(found)));
    }
    match op {
        LogicalAnd | LogicalOr | LogicalXor => {
            return Ok((DType::Bool, Buffer::Bool(logic(op, &bools(a)?, &bools(b)?))));
        }
        Divide | Arctan2 | Hypot => {
            let dtype = if op == Divide { common.to_float() } else { common.transcendental(op.ufunc_name())? };
            return Ok((dtype, float_loop(op, a, b, dtype)?));
        }
        BitAnd | BitOr | BitXor | LeftShift | RightShift if common.is_float() => {
            return Err(ArrayError::not_supported_for_input(op.ufunc_name()));
        }
        Subtract if common == DType::Bool => {
            return Err(ArrayError::type_error(
                "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, \
                 or the logical_xor function instead.",
            ));
        }
        _ => {}
    }
    if common.is_float() {
        return Ok((common, float_loop(op, a, b, common)?));
    }
    let keeps_bool = !matches!(op, FloorDivide | Remainder | Power | LeftShift | RightShift);
    if common == DType::Bool && keeps_bool {
        return Ok((DType::Bool, Buffer::Bool(logic(op, &bools(a)?, &bools(b)?))));
    }
    let dtype = if common == DType::Bool { DType::Int8 } else { common };
    Ok((dtype, Buffer::Int(int_loop(op, &ints(a)?, &ints(b)?, dtype)?)))
}

fn rounded(array: &NdArray, dtype: DType) -> Result<std::borrow::Cow<'_, [f64]>> {
    let values = floats(array)?;
    if dtype == DType::Float32 && array.dtype() != DType::Float32 {
        return Ok(values.iter().map(|&x| dtype.round(x)).collect());
    }
    Ok(values)
}

/// Applies `f` element by element, where a slice of length one is a constant.
fn map2<A: Copy, B: Copy, R>(a: &[A], b: &[B], f: impl Fn(A, B) -> R) -> Vec<R> {
    match (a, b) {
        (&[x], &[y]) => vec![f(x, y)],
        (&[x], _) => b.iter().map(|&y| f(x, y)).collect(),
        (_, &[y]) => a.iter().map(|&x| f(x, y)).collect(),
        _ => a.iter().zip(b).map(|(&x, &y)| f(x, y)).collect(),
    }
}

fn compare<T: Copy + PartialOrd>(op: BinaryOp, a: &[T], b: &[T]) -> Vec<bool> {
    match op {
        Equal => map2(a, b, |x, y| x == y),
        NotEqual => map2(a, b, |x, y| x != y),
        Less => map2(a, b, |x, y| x < y),
        LessEqual => map2(a, b, |x, y| x <= y),
        Greater => map2(a, b, |x, y| x > y),
        _ => map2(a, b, |x, y| x >= y),
    }
}

fn logic(op: BinaryOp, a: &[bool], b: &[bool]) -> Vec<bool> {
    match op {
        Add | Maximum | BitOr | LogicalOr => map2(a, b, |x, y| x | y),
        Multiply | Minimum | BitAnd | LogicalAnd => map2(a, b, |x, y| x & y),
        _ => map2(a, b, |x, y| x ^ y),
    }
}

fn float_loop(op: BinaryOp, a: &NdArray, b: &NdArray, dtype: DType) -> Result<Buffer> {
    let (a, b) = (&*rounded(a, dtype)?, &*rounded(b, dtype)?);
    let mut found = match op {
        Add => map2(a, b, |x, y| x + y),
        Subtract => map2(a, b, |x, y| x - y),
        Multiply => map2(a, b, |x, y| x * y),
        Divide => map2(a, b, |x, y| x / y),
        FloorDivide => map2(a, b, float_floor_divide),
        Remainder => map2(a, b, float_remainder),
        Power => float_power(a, b),
        // Of two zeros the second one, as numpy has it.
        Maximum => map2(a, b, |x, y| if x > y || x.is_nan() { x } else { y }),
        Minimum => map2(a, b, |x, y| if x < y || x.is_nan() { x } else { y }),
        Arctan2 => map2(a, b, f64::atan2),
        Hypot => map2(a, b, f64::hypot),
        _ => return Err(ArrayError::not_supported_for_input(op.ufunc_name())),
    };
    if dtype == DType::Float32 {
        found.iter_mut().for_each(|x| *x = dtype.round(*x));
    }
    Ok(Buffer::Float(found))
}

fn float_power(a: &[f64], b: &[f64]) -> Vec<f64> {
    // The exponents numpy computes without `pow`.
    match b {
        [2.0] => a.iter().map(|x| x * x).collect(),
        [1.0] => a.to_vec(),
        [0.5] => a.iter().map(|x| x.sqrt()).collect(),
        [-1.0] => a.iter().map(|x| 1.0 / x).collect(),
        _ => map2(a, b, f64::powf),
    }
}

/// Python's `%` on floats: the sign of the divisor.
fn float_remainder(x: f64, y: f64) -> f64 {
    let rest = x % y;
    if y == 0.0 || rest.is_nan() {
        rest
    } else if rest == 0.0 {
        0f64.copysign(y)
    } else if (y < 0.0) != (rest < 0.0) {
        rest + y
    } else {
        rest
    }
}

/// Python's `//` on floats, except that a division by zero is infinite.
fn float_floor_divide(x: f64, y: f64) -> f64 {
    if y == 0.0 {
        return x / y;
    }
    let rest = x % y;
    let mut quotient = (x - rest) / y;
    if rest != 0.0 && (y < 0.0) != (rest < 0.0) {
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return 0f64.copysign(x / y);
    }
    let floor = quotient.floor();
    if quotient - floor > 0.5 { floor + 1.0 } else { floor }
}

fn int_loop(op: BinaryOp, a: &[i64], b: &[i64], dtype: DType) -> Result<Vec<i64>> {
    let mut found = match op {
        Add => map2(a, b, i64::wrapping_add),
        Subtract => map2(a, b, i64::wrapping_sub),
        Multiply => map2(a, b, i64::wrapping_mul),
        FloorDivide => map2(a, b, int_floor_divide),
        Remainder => map2(a, b, int_remainder),
        Power => {
            if b.iter().any(|&y| y < 0) && !a.is_empty() {
                return Err(ArrayError::value("Integers to negative integer powers are not allowed."));
            }
            map2(a, b, int_power)
        }
        Maximum => map2(a, b, i64::max),
        Minimum => map2(a, b, i64::min),
        BitAnd => map2(a, b, |x, y| x & y),
        BitOr => map2(a, b, |x, y| x | y),
        BitXor => map2(a, b, |x, y| x ^ y),
        LeftShift => map2(a, b, |x, y| if shifts_out(y, dtype) { 0 } else { x << y }),
        RightShift => map2(a, b, |x, y| x >> if shifts_out(y, dtype) { 63 } else { y }),
        _ => return Err(ArrayError::not_supported_for_input(op.ufunc_name())),
    };
    if dtype != DType::Int64 {
        found.iter_mut().for_each(|x| *x = dtype.wrap(*x));
    }
    Ok(found)
}

fn shifts_out(by: i64, dtype: DType) -> bool {
    !(0..dtype.itemsize() as i64 * 8).contains(&by)
}

/// `//` on integers; by zero it is zero, as numpy has it (with a warning there).
fn int_floor_divide(x: i64, y: i64) -> i64 {
    if y == 0 {
        return 0;
    }
    let quotient = x.wrapping_div(y);
    if x.wrapping_rem(y) != 0 && (x < 0) != (y < 0) { quotient - 1 } else { quotient }
}

fn int_remainder(x: i64, y: i64) -> i64 {
    if y == 0 {
        return 0;
    }
    let rest = x.wrapping_rem(y);
    if rest != 0 && (rest < 0) != (y < 0) { rest + y } else { rest }
}

fn int_power(base: i64, exponent: i64) -> i64 {
    let (mut result, mut square, mut left) = (1i64, base, exponent);
    while left > 0 {
        if left & 1 == 1 {
            result = result.wrapping_mul(square);
        }
        square = square.wrapping_mul(square);
        left >>= 1;
    }
    result
}

/// Text can be compared and added to text; beside numbers it is only ever unequal.
fn text_operation(op: BinaryOp, a: &NdArray, b: &NdArray, shape: Vec<usize>) -> Result<NdArray> {
    let (left, right) = (a.dtype(), b.dtype());
    let wide = (spread(a, &shape)?, spread(b, &shape)?);
    let (Buffer::Str(x), Buffer::Str(y)) = (wide.0.buffer(), wide.1.buffer()) else {
        return match op {
            Equal | NotEqual => {
                let count = shape.iter().product();
                Ok(NdArray::from_parts(DType::Bool, shape, Buffer::Bool(vec![op == NotEqual; count])))
            }
            _ if op.is_comparison() => Err(ArrayError::new(
                ErrorKind::UFuncType,
                format!(
                    "ufunc '{}' did not contain a loop with signature matching types (<class 'numpy.dtypes.{}'>, \
                     <class 'numpy.dtypes.{}'>) -> None",
                    op.ufunc_name(),
                    left.class_name(),
                    right.class_name()
                ),
            )),
            Multiply if left.is_int() || right.is_int() => Err(ArrayError::type_error(
                "The 'out' kwarg is necessary when using the string multiply ufunc directly. Use \
                 numpy.strings.multiply to multiply strings without specifying 'out'.",
            )),
            _ => Err(ArrayError::no_loop(op.ufunc_name(), left, right)),
        };
    };
    if op.is_comparison() {
        let pairs = x.iter().zip(y).map(|(p, q)| p.cmp(q));
        let found = pairs.map(|order| match op {
            Equal => order.is_eq(),
            NotEqual => order.is_ne(),
            Less => order.is_lt(),
            LessEqual => order.is_le(),
            Greater => order.is_gt(),
            _ => order.is_ge(),
        });
        return Ok(NdArray::from_parts(DType::Bool, shape, Buffer::Bool(found.collect())));
    }
    if op != Add {
        return Err(ArrayError::no_loop(op.ufunc_name(), left, right));
    }
    let dtype = DType::Str(left.text_width().saturating_add(right.text_width()));
    check_size(&shape, dtype)?;
    let joined = x.iter().zip(y).map(|(p, q)| Arc::from(format!("{p}{q}"))).collect();
    Ok(NdArray::from_parts(dtype, shape, Buffer::Str(joined)))
}
