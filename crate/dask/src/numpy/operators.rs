//! Operators between arrays, scalars and Python's numbers: the special methods
//! of `ndarray` and of the scalars.

use taskyard_ndarray::{BinaryOp, DType, Index, NdArray, UnaryOp, Value as Plain, assign, binary, binary_in_place, full, matmul, unary};
use taskyard_python::error::Res;
use taskyard_python::object::{Args, NativeFn};
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use super::convert::{Side, side};
use super::data::{Base, View};
use super::error::OrRaise;
use super::make;

/// `__op__` and its kin, for arrays and scalars.
pub(super) const BINARY: &[(&str, NativeFn)] = &[
    ("__add__", |vm, args| operate(vm, args, BinaryOp::Add, false)),
    ("__radd__", |vm, args| operate(vm, args, BinaryOp::Add, true)),
    ("__sub__", |vm, args| operate(vm, args, BinaryOp::Subtract, false)),
    ("__rsub__", |vm, args| operate(vm, args, BinaryOp::Subtract, true)),
    ("__mul__", |vm, args| operate(vm, args, BinaryOp::Multiply, false)),
    ("__rmul__", |vm, args| operate(vm, args, BinaryOp::Multiply, true)),
    ("__truediv__", |vm, args| operate(vm, args, BinaryOp::Divide, false)),
    ("__rtruediv__", |vm, args| operate(vm, args, BinaryOp::Divide, true)),
    ("__floordiv__", |vm, args| operate(vm, args, BinaryOp::FloorDivide, false)),
    ("__rfloordiv__", |vm, args| operate(vm, args, BinaryOp::FloorDivide, true)),
    ("__mod__", |vm, args| operate(vm, args, BinaryOp::Remainder, false)),
    ("__rmod__", |vm, args| operate(vm, args, BinaryOp::Remainder, true)),
    ("__pow__", |vm, args| operate(vm, args, BinaryOp::Power, false)),
    ("__rpow__", |vm, args| operate(vm, args, BinaryOp::Power, true)),
    ("__and__", |vm, args| operate(vm, args, BinaryOp::BitAnd, false)),
    ("__rand__", |vm, args| operate(vm, args, BinaryOp::BitAnd, true)),
    ("__or__", |vm, args| operate(vm, args, BinaryOp::BitOr, false)),
    ("__ror__", |vm, args| operate(vm, args, BinaryOp::BitOr, true)),
    ("__xor__", |vm, args| operate(vm, args, BinaryOp::BitXor, false)),
    ("__rxor__", |vm, args| operate(vm, args, BinaryOp::BitXor, true)),
    ("__lshift__", |vm, args| operate(vm, args, BinaryOp::LeftShift, false)),
    ("__rlshift__", |vm, args| operate(vm, args, BinaryOp::LeftShift, true)),
    ("__rshift__", |vm, args| operate(vm, args, BinaryOp::RightShift, false)),
    ("__rrshift__", |vm, args| operate(vm, args, BinaryOp::RightShift, true)),
    ("__eq__", |vm, args| operate(vm, args, BinaryOp::Equal, false)),
    ("__ne__", |vm, args| operate(vm, args, BinaryOp::NotEqual, false)),
    ("__lt__", |vm, args| operate(vm, args, BinaryOp::Less, false)),
    ("__le__", |vm, args| operate(vm, args, BinaryOp::LessEqual, false)),
    ("__gt__", |vm, args| operate(vm, args, BinaryOp::Greater, false)),
    ("__ge__", |vm, args| operate(vm, args, BinaryOp::GreaterEqual, false)),
    ("__divmod__", |vm, args| divide(vm, args, false)),
    ("__rdivmod__", |vm, args| divide(vm, args, true)),
    ("__neg__", |vm, args| operate_one(vm, args, UnaryOp::Negative)),
    ("__pos__", |vm, args| operate_one(vm, args, UnaryOp::Positive)),
    ("__abs__", |vm, args| operate_one(vm, args, UnaryOp::Absolute)),
    ("__invert__", |vm, args| operate_one(vm, args, UnaryOp::Invert)),
];

/// What only arrays have.
pub(super) const ARRAY_ONLY: &[(&str, NativeFn)] = &[
    ("__matmul__", |vm, args| product(vm, args, false)),
    ("__rmatmul__", |vm, args| product(vm, args, true)),
    ("__iadd__", |vm, args| in_place(vm, args, BinaryOp::Add)),
    ("__isub__", |vm, args| in_place(vm, args, BinaryOp::Subtract)),
    ("__imul__", |vm, args| in_place(vm, args, BinaryOp::Multiply)),
    ("__itruediv__", |vm, args| in_place(vm, args, BinaryOp::Divide)),
    ("__ifloordiv__", |vm, args| in_place(vm, args, BinaryOp::FloorDivide)),
    ("__imod__", |vm, args| in_place(vm, args, BinaryOp::Remainder)),
    ("__ipow__", |vm, args| in_place(vm, args, BinaryOp::Power)),
    ("__iand__", |vm, args| in_place(vm, args, BinaryOp::BitAnd)),
    ("__ior__", |vm, args| in_place(vm, args, BinaryOp::BitOr)),
    ("__ixor__", |vm, args| in_place(vm, args, BinaryOp::BitXor)),
    ("__ilshift__", |vm, args| in_place(vm, args, BinaryOp::LeftShift)),
    ("__irshift__", |vm, args| in_place(vm, args, BinaryOp::RightShift)),
];

/// How operators are written, for errors.
fn sign(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Add => "+",
        BinaryOp::Subtract => "-",
        BinaryOp::Multiply => "*",
        BinaryOp::Divide => "/",
        BinaryOp::FloorDivide => "//",
        BinaryOp::Remainder => "%",
        BinaryOp::Power => "** or pow()",
        BinaryOp::BitAnd => "&",
        BinaryOp::BitOr => "|",
        BinaryOp::BitXor => "^",
        BinaryOp::LeftShift => "<<",
        BinaryOp::RightShift => ">>",
        BinaryOp::Less => "<",
        BinaryOp::LessEqual => "<=",
        BinaryOp::Greater => ">",
        BinaryOp::GreaterEqual => ">=",
        other => other.ufunc_name(),
    }
}

fn operands(vm: &mut Vm, args: &Args<'_>) -> Res<Option<(NdArray, Side)>> {
    let [own, other] = match *args.pos {
        [own, other] => [own, other],
        // `pow(x, y, None)`
        [own, other, third] if third.is_none() => [own, other],
        _ => return Err(vm.type_error("unsupported operand type(s) for pow()")),
    };
    if crate::array::is_dask_array(vm, other) {
        return Ok(None);
    }
    let Some(own) = make::read(vm, own) else { return Ok(None) };
    Ok(side(vm, other)?.map(|other| (own, other)))
}

/// An operation with an array of Dask on the right: its module has a function
/// of the name that numpy gives the operation.
fn passed_on(vm: &mut Vm, args: &Args<'_>, name: &str) -> Res<Option<Value>> {
    let [own, other, ..] = *args.pos else { return Ok(None) };
    if !crate::array::is_dask_array(vm, other) {
        return Ok(None);
    }
    let module = vm.import("dask.array")?;
    let name = vm.names.intern(name);
    let function = vm.get_attr(Value::object(module), name)?;
    vm.call(function, &[own, other]).map(Some)
}

/// `own op other`, or `other op own` when reflected.
fn operate(vm: &mut Vm, args: &Args<'_>, op: BinaryOp, reflected: bool) -> Res {
    if !reflected && let Some(result) = passed_on(vm, args, op.ufunc_name())? {
        return Ok(result);
    }
    let Some((own, other)) = operands(vm, args)? else { return stranger(vm, args, op, reflected) };
    let result = if reflected { binary(op, other.operand(), &own) } else { binary(op, &own, other.operand()) };
    let array = result.or_raise(vm)?;
    make::result(vm, array)
}

/// An operation with something that is no number. `None` meets each element,
/// as in arrays of objects; everything else may have a method of its own.
fn stranger(vm: &mut Vm, args: &Args<'_>, op: BinaryOp, reflected: bool) -> Res {
    let [own, other, ..] = *args.pos else { return Ok(Value::NOT_IMPLEMENTED) };
    let (Some(array), true) = (make::read_array(vm, own), other.is_none()) else { return Ok(Value::NOT_IMPLEMENTED) };
    if matches!(op, BinaryOp::Equal | BinaryOp::NotEqual) {
        let shape: Vec<i64> = array.shape().iter().map(|&n| n as i64).collect();
        let answer = full(&shape, &Plain::Bool(op == BinaryOp::NotEqual), Some(DType::Bool)).or_raise(vm)?;
        return make::result(vm, answer);
    }
    let element = match array.dtype() {
        DType::Bool => "bool",
        dtype if dtype.is_int() => "int",
        dtype if dtype.is_float() => "float",
        _ => "str",
    };
    let (left, right) = if reflected { ("NoneType", element) } else { (element, "NoneType") };
    let kind = if sign(op).starts_with(['<', '>']) && !sign(op).starts_with("<<") && !sign(op).starts_with(">>") {
        format!("'{}' not supported between instances of '{left}' and '{right}'", sign(op))
    } else {
        format!("unsupported operand type(s) for {}: '{left}' and '{right}'", sign(op))
    };
    Err(vm.type_error(kind))
}

fn divide(vm: &mut Vm, args: &Args<'_>, reflected: bool) -> Res {
    let quotient = operate(vm, args, BinaryOp::FloorDivide, reflected)?;
    if quotient == Value::NOT_IMPLEMENTED {
        return Ok(quotient);
    }
    let remainder = operate(vm, args, BinaryOp::Remainder, reflected)?;
    Ok(vm.tuple(vec![quotient, remainder]))
}

fn operate_one(vm: &mut Vm, args: &Args<'_>, op: UnaryOp) -> Res {
    let [own] = vm.exact(op.ufunc_name(), args)?;
    let Some(own) = make::read(vm, own) else { return Ok(Value::NOT_IMPLEMENTED) };
    let array = unary(op, &own).or_raise(vm)?;
    make::result(vm, array)
}

fn product(vm: &mut Vm, args: &Args<'_>, reflected: bool) -> Res {
    if !reflected && let Some(result) = passed_on(vm, args, "matmul")? {
        return Ok(result);
    }
    let Some((own, other)) = operands(vm, args)? else { return Ok(Value::NOT_IMPLEMENTED) };
    let other = other.into_array();
    let result = if reflected { matmul(&other, &own) } else { matmul(&own, &other) };
    let array = result.or_raise(vm)?;
    make::result(vm, array)
}

/// `array op= other`: writes into the elements that the array shows.
fn in_place(vm: &mut Vm, args: &Args<'_>, op: BinaryOp) -> Res {
    let Some((own, other)) = operands(vm, args)? else { return stranger(vm, args, op, false) };
    let Some(&array) = args.pos.first() else { return Ok(Value::NOT_IMPLEMENTED) };
    let written = binary_in_place(op, &own, other.operand()).or_raise(vm)?;
    drop(own);
    write(vm, array, &[Index::Ellipsis], &Side::Array(written))?;
    Ok(array)
}

/// `array[index] = value`
pub(super) fn write(vm: &mut Vm, array: Value, index: &[Index], value: &Side) -> Res<()> {
    let Some((base, layout)) = vm.payload::<View>(array).map(|view| (view.base, view.layout.clone())) else {
        return Err(vm.type_error("only arrays can be written to"));
    };
    // Fails when a task has captured the elements.
    let outcome = match vm.payload_mut::<Base>(base)? {
        Some(base) => assign(&mut base.array, &layout, index, value.operand()),
        None => Ok(()),
    };
    outcome.or_raise(vm)
}
