//! Functions of each element: `np.sqrt`, `np.maximum`, `np.where`, `np.clip`.

use taskyard_ndarray::{BinaryOp, Reduction, UnaryOp, binary, choose, clip, reduce, unary};
use taskyard_python::error::Res;
use taskyard_python::object::{Args, NativeFn};
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use super::convert::{Side, array_of, flag, needed_side, refuse};
use super::error::OrRaise;
use super::shape::{optional_side, tuple_of_places};
use super::make;

macro_rules! unary_functions {
    ($($name:literal $op:ident,)*) => {
        /// Functions of one array, by their names in numpy.
        pub(super) const UNARY: &[(&str, NativeFn)] = &[$(($name, |vm, args| one(vm, args, $name, UnaryOp::$op)),)*];
    };
}

macro_rules! binary_functions {
    ($($name:literal $op:ident,)*) => {
        /// Functions of two arrays, by their names in numpy.
        pub(super) const BINARY: &[(&str, NativeFn)] = &[$(($name, |vm, args| two(vm, args, $name, BinaryOp::$op)),)*];
    };
}

unary_functions! {
    "negative" Negative, "positive" Positive, "absolute" Absolute, "abs" Absolute, "fabs" Fabs, "invert" Invert,
    "bitwise_not" Invert, "logical_not" LogicalNot, "square" Square, "sign" Sign, "reciprocal" Reciprocal,
    "floor" Floor, "ceil" Ceil, "trunc" Trunc, "rint" Rint, "sqrt" Sqrt, "cbrt" Cbrt, "exp" Exp, "exp2" Exp2,
    "expm1" Expm1, "log" Log, "log2" Log2, "log10" Log10, "log1p" Log1p, "sin" Sin, "cos" Cos, "tan" Tan,
    "arcsin" Arcsin, "arccos" Arccos, "arctan" Arctan, "sinh" Sinh, "cosh" Cosh, "tanh" Tanh,
    "degrees" Degrees, "rad2deg" Degrees, "radians" Radians, "deg2rad" Radians,
    "isnan" Isnan, "isinf" Isinf, "isfinite" Isfinite,
}

binary_functions! {
    "add" Add, "subtract" Subtract, "multiply" Multiply, "divide" Divide, "true_divide" Divide,
    "floor_divide" FloorDivide, "remainder" Remainder, "mod" Remainder, "power" Power, "pow" Power,
    "maximum" Maximum, "minimum" Minimum, "arctan2" Arctan2, "hypot" Hypot, "equal" Equal, "not_equal" NotEqual,
    "less" Less, "less_equal" LessEqual, "greater" Greater, "greater_equal" GreaterEqual,
    "bitwise_and" BitAnd, "bitwise_or" BitOr, "bitwise_xor" BitXor, "left_shift" LeftShift,
    "right_shift" RightShift, "logical_and" LogicalAnd, "logical_or" LogicalOr, "logical_xor" LogicalXor,
}

/// The rest.
pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("where", |vm, args| {
        let [condition, yes, no] = vm.bind("where", args, ["/condition", "/x", "/y"], 1)?;
        let condition = array_of(vm, condition.unwrap_or(Value::NONE))?;
        match (yes, no) {
            (None, None) => tuple_of_places(vm, &condition),
            (Some(yes), Some(no)) => {
                let (yes, no) = (needed_side(vm, yes)?, needed_side(vm, no)?);
                let result = choose(&condition, yes.operand(), no.operand()).or_raise(vm)?;
                if result.ndim() == 0 { make::new_array(vm, result) } else { make::result(vm, result) }
            }
            _ => Err(vm.value_error("either both or neither of x and y should be given")),
        }
    }),
    ("clip", clipped),
    ("isclose", |vm, args| {
        let result = close(vm, args, "isclose")?;
        make::result(vm, result)
    }),
    ("allclose", |vm, args| {
        let result = close(vm, args, "allclose")?;
        let all = reduce(&result, Reduction::All, None, false).or_raise(vm)?;
        let truth = all.truth().or_raise(vm)?;
        Ok(Value::bool(truth))
    }),
    ("array_equal", |vm, args| {
        let [a, b] = vm.bind("array_equal", args, ["a1", "a2"], 2)?;
        let (a, b) = (array_of(vm, a.unwrap_or(Value::NONE))?, array_of(vm, b.unwrap_or(Value::NONE))?);
        if a.shape() != b.shape() {
            return Ok(Value::FALSE);
        }
        let same = binary(BinaryOp::Equal, &a, &b).or_raise(vm)?;
        let all = reduce(&same, Reduction::All, None, false).or_raise(vm)?;
        let truth = all.truth().or_raise(vm)?;
        Ok(Value::bool(truth))
    }),
    ("average", |vm, args| {
        let [array, axis, weights] = vm.bind("average", args, ["a", "axis", "weights"], 1)?;
        let array = array_of(vm, array.unwrap_or(Value::NONE))?;
        let axes = super::convert::axes_of(vm, axis)?;
        let result = match optional_side(vm, weights)? {
            None => reduce(&array, Reduction::Mean, axes.as_deref(), false),
            Some(weights) => {
                let weights = weights.into_array();
                let product = binary(BinaryOp::Multiply, &array, &weights).or_raise(vm)?;
                let sum = reduce(&product, Reduction::Sum, axes.as_deref(), false).or_raise(vm)?;
                let scale = reduce(&weights, Reduction::Sum, axes.as_deref(), false).or_raise(vm)?;
                if scale.size() == 1 && scale.value_at(0).is_some_and(|value| !value.truth()) {
                    let text = "Weights sum to zero, can't be normalized";
                    return Err(vm.error(taskyard_python::object::Type::ZeroDivisionError, text));
                }
                binary(BinaryOp::Divide, &sum, &scale)
            }
        };
        let result = result.or_raise(vm)?;
        make::result(vm, result)
    }),
];

fn one(vm: &mut Vm, args: &Args<'_>, name: &str, op: UnaryOp) -> Res {
    let [array, out, chosen] = vm.bind(name, args, ["/x", "/out", "*where"], 1)?;
    refuse(vm, name, "out", out)?;
    refuse(vm, name, "where", chosen)?;
    let array = array_of(vm, array.unwrap_or(Value::NONE))?;
    let result = unary(op, &array).or_raise(vm)?;
    make::result(vm, result)
}

fn two(vm: &mut Vm, args: &Args<'_>, name: &str, op: BinaryOp) -> Res {
    let [a, b, out, chosen] = vm.bind(name, args, ["/x1", "/x2", "/out", "*where"], 2)?;
    refuse(vm, name, "out", out)?;
    refuse(vm, name, "where", chosen)?;
    let (a, b) = (needed_side(vm, a.unwrap_or(Value::NONE))?, needed_side(vm, b.unwrap_or(Value::NONE))?);
    let result = binary(op, a.operand(), b.operand()).or_raise(vm)?;
    make::result(vm, result)
}

/// `np.clip(a, low, high)`, `a.clip(low, high)`
pub(super) fn clipped(vm: &mut Vm, args: &Args<'_>) -> Res {
    let names = ["a", "a_min", "a_max", "out", "*min", "*max"];
    let [array, low, high, out, min, max] = vm.bind("clip", args, names, 1)?;
    refuse(vm, "clip", "out", out)?;
    let array = array_of(vm, array.unwrap_or(Value::NONE))?;
    let (low, high) = (optional_side(vm, low.or(min))?, optional_side(vm, high.or(max))?);
    let result = clip(&array, low.as_ref().map(Side::operand), high.as_ref().map(Side::operand)).or_raise(vm)?;
    make::result(vm, result)
}

/// `|a - b| <= atol + rtol * |b|`
fn close(vm: &mut Vm, args: &Args<'_>, name: &str) -> Res<taskyard_ndarray::NdArray> {
    let names = ["a", "b", "rtol", "atol", "equal_nan"];
    let [a, b, rtol, atol, equal_nan] = vm.bind(name, args, names, 2)?;
    if flag(vm, equal_nan)? {
        refuse(vm, name, "equal_nan", equal_nan)?;
    }
    let (a, b) = (array_of(vm, a.unwrap_or(Value::NONE))?, array_of(vm, b.unwrap_or(Value::NONE))?);
    let rtol = rtol.map_or(Ok(1e-5), |rtol| vm.to_f64(rtol))?;
    let atol = atol.map_or(Ok(1e-8), |atol| vm.to_f64(atol))?;
    let float = |value: f64| taskyard_ndarray::Value::Float(value);
    let compute = || {
        let distance = unary(UnaryOp::Fabs, &binary(BinaryOp::Subtract, &a, &b)?)?;
        let scale = binary(BinaryOp::Multiply, &unary(UnaryOp::Fabs, &b)?, float(rtol))?;
        let near = binary(BinaryOp::LessEqual, &distance, &binary(BinaryOp::Add, &scale, float(atol))?)?;
        // Infinities are close only to themselves.
        let finite = unary(UnaryOp::Isfinite, &b)?;
        let same = binary(BinaryOp::Equal, &a, &b)?;
        binary(BinaryOp::BitOr, &same, &binary(BinaryOp::BitAnd, &near, &finite)?)
    };
    compute().or_raise(vm)
}
