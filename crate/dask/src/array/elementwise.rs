//! Operators and functions element by element.

use taskyard_ndarray::DType;
use taskyard_python::code::{BinOp, CmpOp, UnaryOp};
use taskyard_python::error::Res;
use taskyard_python::object::{Args, NativeFn, Object, Type};
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use super::blockwise::{Blockwise, Operand, blockwise, elemwise, elemwise_typed};
use super::data::new_blocks;
use super::blocks_of;
use crate::numpy::convert::{dtype_of, side};
use crate::numpy::make;

macro_rules! binary_operators {
    ($($forward:literal $backward:literal $label:literal $op:ident,)*) => {
        /// `x op y` and `y op x`.
        pub(super) const BINARY: &[(&str, NativeFn)] = &[$(
            ($forward, |vm, args| operate(vm, args, $label, |vm, args| apply(vm, args, BinOp::$op), false)),
            ($backward, |vm, args| operate(vm, args, $label, |vm, args| apply(vm, args, BinOp::$op), true)),
        )*];
    };
}

macro_rules! comparisons {
    ($($name:literal $label:literal $op:ident,)*) => {
        pub(super) const COMPARISONS: &[(&str, NativeFn)] = &[$(
            ($name, |vm, args| operate(vm, args, $label, |vm, args| {
                let [a, b] = vm.exact($label, args)?;
                vm.compare(CmpOp::$op, a, b)
            }, false)),
        )*];
    };
}

binary_operators! {
    "__add__" "__radd__" "add" Add,
    "__sub__" "__rsub__" "sub" Sub,
    "__mul__" "__rmul__" "mul" Mul,
    "__truediv__" "__rtruediv__" "truediv" TrueDiv,
    "__floordiv__" "__rfloordiv__" "floordiv" FloorDiv,
    "__mod__" "__rmod__" "mod" Mod,
    "__pow__" "__rpow__" "pow" Pow,
    "__and__" "__rand__" "and_" And,
    "__or__" "__ror__" "or_" Or,
    "__xor__" "__rxor__" "xor" Xor,
    "__lshift__" "__rlshift__" "lshift" LShift,
    "__rshift__" "__rrshift__" "rshift" RShift,
}

comparisons! {
    "__eq__" "eq" Eq, "__ne__" "ne" Ne, "__lt__" "lt" Lt, "__le__" "le" Le, "__gt__" "gt" Gt, "__ge__" "ge" Ge,
}

/// `-x`, `~x`, `abs(x)` and `divmod`.
pub(super) const UNARY: &[(&str, NativeFn)] = &[
    ("__neg__", |vm, args| single(vm, args, "neg", |vm, args| apply_one(vm, args, UnaryOp::Neg))),
    ("__pos__", |vm, args| single(vm, args, "pos", |vm, args| apply_one(vm, args, UnaryOp::Pos))),
    ("__invert__", |vm, args| single(vm, args, "invert", |vm, args| apply_one(vm, args, UnaryOp::Invert))),
    ("__abs__", |vm, args| {
        single(vm, args, "abs", |vm, args| {
            let [value] = vm.exact("abs", args)?;
            vm.absolute(value)
        })
    }),
    ("__divmod__", |vm, args| {
        let [a, b] = vm.exact("divmod", args)?;
        let (quotient, rest) = (vm.binary(BinOp::FloorDiv, a, b)?, vm.binary(BinOp::Mod, a, b)?);
        Ok(vm.tuple(vec![quotient, rest]))
    }),
    ("__rdivmod__", |vm, args| {
        let [b, a] = vm.exact("divmod", args)?;
        let (quotient, rest) = (vm.binary(BinOp::FloorDiv, a, b)?, vm.binary(BinOp::Mod, a, b)?);
        Ok(vm.tuple(vec![quotient, rest]))
    }),
    ("__matmul__", |vm, args| {
        let [a, b] = vm.exact("matmul", args)?;
        super::linalg::product(vm, a, b)
    }),
    ("__rmatmul__", |vm, args| {
        let [b, a] = vm.exact("matmul", args)?;
        super::linalg::product(vm, a, b)
    }),
];

fn apply(vm: &mut Vm, args: &Args<'_>, op: BinOp) -> Res {
    let [a, b] = vm.exact("operator", args)?;
    vm.binary(op, a, b)
}

fn apply_one(vm: &mut Vm, args: &Args<'_>, op: UnaryOp) -> Res {
    let [a] = vm.exact("operator", args)?;
    vm.unary(op, a)
}

/// A function as those of the module `operator` are, so that equal operations
/// have equal names.
fn operator(vm: &mut Vm, label: &str, function: NativeFn) -> Value {
    let value = vm.native_fn(label, function);
    if let Some(Object::NativeFunction(native)) = value.as_ref().map(|r| vm.heap.get_mut_internal(r)) {
        native.module = Some("operator".into());
    }
    value
}

fn operate(vm: &mut Vm, args: &Args<'_>, label: &str, function: NativeFn, reflected: bool) -> Res {
    let [own, other] = vm.exact(label, args)?;
    // Other collections and unknown objects may know better.
    if !super::is_dask_array(vm, other) && side(vm, other)?.is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let function = operator(vm, label, function);
    let args = if reflected { [other, own] } else { [own, other] };
    match elemwise(vm, label, function, &args) {
        Ok(blocks) => new_blocks(vm, blocks),
        // What numpy cannot combine, Python says.
        Err(unwind) if vm.is_raised(&unwind, Type::TypeError) => Ok(Value::NOT_IMPLEMENTED),
        Err(unwind) => Err(unwind),
    }
}

fn single(vm: &mut Vm, args: &Args<'_>, label: &str, function: NativeFn) -> Res {
    let [own] = vm.exact(label, args)?;
    let function = operator(vm, label, function);
    let blocks = elemwise(vm, label, function, &[own])?;
    new_blocks(vm, blocks)
}

/// Functions of numpy that are offered block by block, and what Dask calls them.
pub(super) const UFUNCS: &[(&str, &str)] = &[
    ("sqrt", "sqrt"), ("square", "square"), ("fabs", "fabs"), ("abs", "absolute"), ("absolute", "absolute"),
    ("negative", "negative"), ("sign", "sign"), ("floor", "floor"), ("ceil", "ceil"), ("trunc", "trunc"),
    ("rint", "rint"), ("reciprocal", "reciprocal"), ("cbrt", "cbrt"), ("exp", "exp"), ("exp2", "exp2"),
    ("expm1", "expm1"), ("log", "log"), ("log2", "log2"), ("log10", "log10"), ("log1p", "log1p"), ("sin", "sin"),
    ("cos", "cos"), ("tan", "tan"), ("arcsin", "arcsin"), ("arccos", "arccos"), ("arctan", "arctan"),
    ("sinh", "sinh"), ("cosh", "cosh"), ("tanh", "tanh"), ("degrees", "degrees"), ("radians", "radians"),
    ("deg2rad", "deg2rad"), ("rad2deg", "rad2deg"), ("isnan", "isnan"), ("isinf", "isinf"),
    ("isfinite", "isfinite"), ("logical_not", "logical_not"), ("invert", "invert"), ("add", "add"),
    ("subtract", "subtract"), ("multiply", "multiply"), ("divide", "divide"), ("true_divide", "divide"),
    ("floor_divide", "floor_divide"), ("remainder", "remainder"), ("mod", "remainder"), ("power", "power"),
    ("maximum", "maximum"), ("minimum", "minimum"), ("arctan2", "arctan2"), ("hypot", "hypot"), ("equal", "equal"),
    ("not_equal", "not_equal"), ("less", "less"), ("less_equal", "less_equal"), ("greater", "greater"),
    ("greater_equal", "greater_equal"), ("logical_and", "logical_and"), ("logical_or", "logical_or"),
    ("logical_xor", "logical_xor"), ("bitwise_and", "bitwise_and"), ("bitwise_or", "bitwise_or"),
    ("bitwise_xor", "bitwise_xor"), ("left_shift", "left_shift"), ("right_shift", "right_shift"),
];

/// Offers the functions; each holds its numpy function and Dask's name for it.
pub(super) fn add_ufuncs(vm: &mut Vm, module: taskyard_python::value::Ref) -> Res<()> {
    for &(name, label) in UFUNCS {
        let inner = numpy_function(vm, name)?;
        let label = vm.str(label);
        let data = vm.tuple(vec![inner, label]);
        let value = vm.native_closure(name, ufunc, data);
        vm.module_set(module, name, value);
    }
    Ok(())
}

/// A function of the module `numpy`.
pub(super) fn numpy_function(vm: &mut Vm, name: &str) -> Res {
    let module = vm.import("numpy")?;
    let name = vm.names.intern(name);
    vm.get_attr(Value::object(module), name)
}

fn ufunc(vm: &mut Vm, args: &Args<'_>) -> Res {
    let data = vm.native_data();
    let parts = vm.unpack(data, 2)?;
    let label = vm.to_str(parts[1])?;
    vm.no_keywords(&label, args)?;
    if !args.pos.iter().any(|&arg| super::is_dask_array(vm, arg)) {
        return vm.call_args(parts[0], args);
    }
    let blocks = elemwise(vm, &label, parts[0], args.pos)?;
    new_blocks(vm, blocks)
}

/// Functions with more arguments.
pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("where", |vm, args| {
        let [condition, yes, no] = vm.bind("where", args, ["condition", "x", "y"], 3)?;
        let args = [condition, yes, no].map(|arg| arg.unwrap_or(Value::NONE));
        let function = numpy_function(vm, "where")?;
        let blocks = elemwise(vm, "where", function, &args)?;
        new_blocks(vm, blocks)
    }),
    ("clip", clip),
    ("round", round),
    ("around", round),
];

/// `da.clip(x, low, high)`, `x.clip(min, max)`
pub(super) fn clip(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value, low, high, min, max] = vm.bind("clip", args, ["a", "a_min", "a_max", "*min", "*max"], 1)?;
    let function = numpy_function(vm, "clip")?;
    let bounds = [low.or(min), high.or(max)].map(|bound| bound.unwrap_or(Value::NONE));
    let args = [value.unwrap_or(Value::NONE), bounds[0], bounds[1]];
    let blocks = elemwise(vm, "clip", function, &args)?;
    new_blocks(vm, blocks)
}

/// `x.round(decimals)`
pub(super) fn round(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value, decimals] = vm.bind("round", args, ["a", "decimals"], 1)?;
    let blocks = blocks_of(vm, value.unwrap_or(Value::NONE))?;
    let function = numpy_function(vm, "round")?;
    let decimals = decimals.unwrap_or_else(|| vm.int(0));
    let dtype = blocks.dtype;
    let args = [value.unwrap_or(Value::NONE), decimals];
    let result = elemwise_typed(vm, "round", function, &args, Some(dtype))?;
    new_blocks(vm, result)
}

/// `x.astype(dtype)`
pub(super) fn as_type_method(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (value, [dtype, copy]) = vm.bind_method("astype", args, ["dtype", "*copy"], 1)?;
    let _ = copy;
    let dtype = dtype_of(vm, dtype.unwrap_or(Value::NONE))?.unwrap_or(DType::Float64);
    as_type(vm, value, dtype)
}

/// The array in another dtype.
pub(super) fn as_type(vm: &mut Vm, value: Value, dtype: DType) -> Res {
    let blocks = blocks_of(vm, value)?;
    if blocks.dtype == dtype {
        return Ok(value);
    }
    let function = vm.native_fn("astype", |vm, args| {
        let [block, dtype] = vm.exact("astype", args)?;
        let array = crate::numpy::convert::array_of(vm, block)?;
        let dtype = dtype_of(vm, dtype)?.unwrap_or(array.dtype());
        let cast = crate::numpy::error::OrRaise::or_raise(array.astype(dtype), vm)?;
        make::result(vm, cast)
    });
    let labels: Vec<usize> = (0..blocks.ndim()).collect();
    let code = make::new_dtype(vm, dtype)?;
    let operation = Blockwise {
        function,
        prefix: "astype",
        out: labels.clone(),
        operands: vec![Operand::Blocks(blocks, labels), Operand::Value(code)],
        kwargs: Vec::new(),
        ones: Vec::new(),
        dtype,
        align: true,
    };
    let result = blockwise(vm, operation)?;
    new_blocks(vm, result)
}

/// `x.transpose(*axes)`
pub(super) fn transpose(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (value, rest) = vm.split_receiver("transpose", args)?;
    let axes = match *rest.pos {
        [] => None,
        [only] if only.is_none() => None,
        [only] if vm.as_i64(only).is_none() => Some(crate::numpy::convert::shape_of(vm, only)?),
        _ => Some(rest.pos.iter().map(|&axis| vm.to_index(axis)).collect::<Res<_>>()?),
    };
    let axes = match rest.kw {
        [(_, axes)] => Some(crate::numpy::convert::shape_of(vm, *axes)?),
        _ => axes,
    };
    transposed(vm, value, axes)
}

/// The array with its axes in another order.
pub(super) fn transposed(vm: &mut Vm, value: Value, axes: Option<Vec<i64>>) -> Res {
    let blocks = blocks_of(vm, value)?;
    let ndim = blocks.ndim();
    let axes = axes.unwrap_or_else(|| (0..ndim as i64).rev().collect());
    if axes.len() != ndim {
        return Err(vm.value_error("axes don't match array"));
    }
    let mut out = Vec::with_capacity(ndim);
    for axis in axes {
        out.push(super::reduction::check_axis(vm, axis, ndim)?);
    }
    let order: Vec<i64> = out.iter().map(|&axis| axis as i64).collect();
    let order = super::layer::int_tuple(vm, &order);
    let function = numpy_function(vm, "transpose")?;
    let dtype = blocks.dtype;
    let operation = Blockwise {
        function,
        prefix: "transpose",
        out,
        operands: vec![Operand::Blocks(blocks, (0..ndim).collect())],
        kwargs: vec![("axes".into(), order)],
        ones: Vec::new(),
        dtype,
        align: true,
    };
    let result = blockwise(vm, operation)?;
    new_blocks(vm, result)
}
