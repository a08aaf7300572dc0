//! Operations on each element of one array.

use crate::array::{Buffer, NdArray};
use crate::cast::{bools, floats};
use crate::dtype::DType;
use crate::error::{ArrayError, Result};

/// The operation on each element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnaryOp {
    Negative,
    Positive,
    Absolute,
    Invert,
    LogicalNot,
    Square,
    Sign,
    Reciprocal,
    Floor,
    Ceil,
    Trunc,
    Rint,
    Fabs,
    Sqrt,
    Cbrt,
    Exp,
    Exp2,
    Expm1,
    Log,
    Log2,
    Log10,
    Log1p,
    Sin,
    Cos,
    Tan,
    Arcsin,
    Arccos,
    Arctan,
    Sinh,
    Cosh,
    Tanh,
    Degrees,
    Radians,
    Isnan,
    Isinf,
    Isfinite,
}

use UnaryOp::*;

impl UnaryOp {
    /// The ufunc's name as numpy's messages show it.
    pub fn ufunc_name(self) -> &'static str {
        match self {
            Negative => "negative",
            Positive => "positive",
            Absolute => "absolute",
            Invert => "invert",
            LogicalNot => "logical_not",
            Square => "square",
            Sign => "sign",
            Reciprocal => "reciprocal",
            Floor => "floor",
            Ceil => "ceil",
            Trunc => "trunc",
            Rint => "rint",
            Fabs => "fabs",
            Sqrt => "sqrt",
            Cbrt => "cbrt",
            Exp => "exp",
            Exp2 => "exp2",
            Expm1 => "expm1",
            Log => "log",
            Log2 => "log2",
            Log10 => "log10",
            Log1p => "log1p",
            Sin => "sin",
            Cos => "cos",
            Tan => "tan",
            Arcsin => "arcsin",
            Arccos => "arccos",
            Arctan => "arctan",
            Sinh => "sinh",
            Cosh => "cosh",
            Tanh => "tanh",
            Degrees => "degrees",
            Radians => "radians",
            Isnan => "isnan",
            Isinf => "isinf",
            Isfinite => "isfinite",
        }
    }

    fn float_function(self) -> Option<fn(f64) -> f64> {
        Some(match self {
            Rint => f64::round_ties_even,
            Fabs => f64::abs,
            Sqrt => f64::sqrt,
            Cbrt => f64::cbrt,
            Exp => f64::exp,
            Exp2 => f64::exp2,
            Expm1 => f64::exp_m1,
            Log => f64::ln,
            Log2 => f64::log2,
            Log10 => f64::log10,
            Log1p => f64::ln_1p,
            Sin => f64::sin,
            Cos => f64::cos,
            Tan => f64::tan,
            Arcsin => f64::asin,
            Arccos => f64::acos,
            Arctan => f64::atan,
            Sinh => f64::sinh,
            Cosh => f64::cosh,
            Tanh => f64::tanh,
            Degrees => |x| x * (180.0 / std::f64::consts::PI),
            Radians => |x| x * (std::f64::consts::PI / 180.0),
            _ => return None,
        })
    }

    /// Operations that text is refused for by the name of its dtype class.
    fn names_class(self) -> bool {
        matches!(self, Negative | Positive | Absolute | Sign)
    }
}

/// `op(array)`.
pub fn unary(op: UnaryOp, array: &NdArray) -> Result<NdArray> {
    let dtype = array.dtype();
    if dtype.is_str() && op != LogicalNot {
        return Err(if op.names_class() {
            ArrayError::no_unary_loop(op.ufunc_name(), dtype)
        } else {
            ArrayError::not_supported_for_input(op.ufunc_name())
        });
    }
    let (dtype, data) = match op {
        LogicalNot => (DType::Bool, Buffer::Bool(bools(array)?.iter().map(|x| !x).collect())),
        Isnan | Isinf | Isfinite => (DType::Bool, Buffer::Bool(classify(op, array))),
        _ => match op.float_function() {
            Some(function) => {
                let dtype = dtype.transcendental(op.ufunc_name())?;
                let found = floats(array)?.iter().map(|&x| dtype.round(function(x))).collect();
                (dtype, Buffer::Float(found))
            }
            None => keep_dtype(op, array)?,
        },
    };
    Ok(NdArray::from_parts(dtype, array.shape().to_vec(), data))
}

fn classify(op: UnaryOp, array: &NdArray) -> Vec<bool> {
    match array.buffer() {
        Buffer::Float(v) => match op {
            Isnan => v.iter().map(|x| x.is_nan()).collect(),
            Isinf => v.iter().map(|x| x.is_infinite()).collect(),
            _ => v.iter().map(|x| x.is_finite()).collect(),
        },
        _ => vec![op == Isfinite; array.size()],
    }
}

/// The operations whose result has the dtype of the input.
fn keep_dtype(op: UnaryOp, array: &NdArray) -> Result<(DType, Buffer)> {
    let dtype = array.dtype();
    Ok((dtype, match array.buffer() {
        Buffer::Float(v) => {
            let function: fn(f64) -> f64 = match op {
                Negative => |x| -x,
                Positive => |x| x,
                Absolute => f64::abs,
                Square => |x| x * x,
                Sign => |x| if x == 0.0 || x.is_nan() { x + 0.0 } else { x.signum() },
                Reciprocal => |x| 1.0 / x,
                Floor => f64::floor,
                Ceil => f64::ceil,
                Trunc => f64::trunc,
                _ => return Err(ArrayError::not_supported_for_input(op.ufunc_name())),
            };
            Buffer::Float(v.iter().map(|&x| dtype.round(function(x))).collect())
        }
        Buffer::Int(v) => {
            let function: fn(i64) -> i64 = match op {
                Negative => i64::wrapping_neg,
                Absolute => i64::wrapping_abs,
                Invert => |x| !x,
                Square => |x| x.wrapping_mul(x),
                Sign => i64::signum,
                Reciprocal => |x| if x == 0 { i64::MIN } else { 1 / x },
                _ => |x| x,
            };
            Buffer::Int(v.iter().map(|&x| dtype.wrap(function(x))).collect())
        }
        Buffer::Bool(v) => return bool_operation(op, v),
        Buffer::Str(_) => return Err(ArrayError::not_supported_for_input(op.ufunc_name())),
    }))
}

fn bool_operation(op: UnaryOp, values: &[bool]) -> Result<(DType, Buffer)> {
    match op {
        Negative => Err(ArrayError::type_error(
            "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the \
             logical_not function instead.",
        )),
        Positive | Sign => Err(ArrayError::no_unary_loop(op.ufunc_name(), DType::Bool)),
        Invert => Ok((DType::Bool, Buffer::Bool(values.iter().map(|x| !x).collect()))),
        Square | Reciprocal => {
            Ok((DType::Int8, Buffer::Int(values.iter().map(|&x| i64::from(x)).collect())))
        }
        _ => Ok((DType::Bool, Buffer::Bool(values.to_vec()))),
    }
}
