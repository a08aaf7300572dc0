//! Operators on `Delayed` objects: one pure task each.

use taskyard_python::code::{BinOp, CmpOp, UnaryOp};
use taskyard_python::error::Res;
use taskyard_python::object::{Args, NativeFunction, Object};
use taskyard_python::value::{Ref, Value};
use taskyard_python::vm::Vm;

use super::call::operation;

#[derive(Clone, Copy)]
enum Operator {
    Binary(BinOp),
    Compare(CmpOp),
    Unary(UnaryOp),
    Abs,
    Item,
}

/// The functions of `operator` that Dask binds, with the special method and,
/// where there is one, its reflection.
const OPERATORS: &[(&str, Operator, &str, Option<&str>)] = &[
    ("abs", Operator::Abs, "__abs__", None),
    ("neg", Operator::Unary(UnaryOp::Neg), "__neg__", None),
    ("pos", Operator::Unary(UnaryOp::Pos), "__pos__", None),
    ("invert", Operator::Unary(UnaryOp::Invert), "__invert__", None),
    ("add", Operator::Binary(BinOp::Add), "__add__", Some("__radd__")),
    ("sub", Operator::Binary(BinOp::Sub), "__sub__", Some("__rsub__")),
    ("mul", Operator::Binary(BinOp::Mul), "__mul__", Some("__rmul__")),
    ("floordiv", Operator::Binary(BinOp::FloorDiv), "__floordiv__", Some("__rfloordiv__")),
    ("truediv", Operator::Binary(BinOp::TrueDiv), "__truediv__", Some("__rtruediv__")),
    ("mod", Operator::Binary(BinOp::Mod), "__mod__", Some("__rmod__")),
    ("pow", Operator::Binary(BinOp::Pow), "__pow__", Some("__rpow__")),
    ("and_", Operator::Binary(BinOp::And), "__and__", Some("__rand__")),
    ("or_", Operator::Binary(BinOp::Or), "__or__", Some("__ror__")),
    ("xor", Operator::Binary(BinOp::Xor), "__xor__", Some("__rxor__")),
    ("lshift", Operator::Binary(BinOp::LShift), "__lshift__", Some("__rlshift__")),
    ("rshift", Operator::Binary(BinOp::RShift), "__rshift__", Some("__rrshift__")),
    ("matmul", Operator::Binary(BinOp::MatMul), "__matmul__", Some("__rmatmul__")),
    ("eq", Operator::Compare(CmpOp::Eq), "__eq__", None),
    ("ne", Operator::Compare(CmpOp::Ne), "__ne__", None),
    ("lt", Operator::Compare(CmpOp::Lt), "__lt__", None),
    ("le", Operator::Compare(CmpOp::Le), "__le__", None),
    ("gt", Operator::Compare(CmpOp::Gt), "__gt__", None),
    ("ge", Operator::Compare(CmpOp::Ge), "__ge__", None),
    ("getitem", Operator::Item, "__getitem__", None),
];

/// The module whose functions these are.
const MODULE: &str = "operator";

/// Gives a class the operators.
pub(super) fn add_operators(vm: &mut Vm, class: Ref) {
    for (place, &(name, operator, method, reflected)) in OPERATORS.iter().enumerate() {
        let place = Value::small_int_wrapping(place as i64);
        let function = native(vm, name, operate, None, place);
        let unary = matches!(operator, Operator::Abs | Operator::Unary(_));
        let call = if unary { apply_unary } else { apply_binary };
        let bound = native(vm, method, call, Some(class), function);
        vm.set_class_attr(class, method, bound);
        if let Some(reflected) = reflected {
            let swapped = vm.native_closure("_swap", swap, function);
            let bound = native(vm, reflected, apply_binary, Some(class), swapped);
            vm.set_class_attr(class, reflected, bound);
        }
    }
}

fn native(
    vm: &mut Vm,
    name: &str,
    function: taskyard_python::object::NativeFn,
    method_of: Option<Ref>,
    data: Value,
) -> Value {
    let module = method_of.is_none().then(|| MODULE.into());
    let native = NativeFunction { name: name.into(), function, method_of, data, module, doc: None };
    vm.alloc(Object::NativeFunction(Box::new(native)))
}

/// `operator.add` and its relatives; which one is in the data of the function.
fn operate(vm: &mut Vm, args: &Args<'_>) -> Res {
    let place = vm.native_data().as_small_int().and_then(|place| usize::try_from(place).ok());
    let Some(&(name, operator, ..)) = place.and_then(|place| OPERATORS.get(place)) else {
        return Err(vm.type_error("an operator is needed"));
    };
    match operator {
        Operator::Unary(op) => {
            let [a] = vm.exact(name, args)?;
            vm.unary(op, a)
        }
        Operator::Abs => {
            let [a] = vm.exact(name, args)?;
            vm.absolute(a)
        }
        Operator::Binary(op) => {
            let [a, b] = vm.exact(name, args)?;
            vm.binary(op, a, b)
        }
        Operator::Compare(op) => {
            let [a, b] = vm.exact(name, args)?;
            vm.compare(op, a, b)
        }
        Operator::Item => {
            let [a, b] = vm.exact(name, args)?;
            vm.get_item(a, b)
        }
    }
}

/// Calls a function of two arguments with them swapped.
fn swap(vm: &mut Vm, args: &Args<'_>) -> Res {
    let function = vm.native_data();
    let [a, b] = vm.exact("_swap", args)?;
    vm.call(function, &[b, a])
}

fn apply_unary(vm: &mut Vm, args: &Args<'_>) -> Res {
    let function = vm.native_data();
    let [a] = vm.exact("operator", args)?;
    operation(vm, function, &[a])
}

fn apply_binary(vm: &mut Vm, args: &Args<'_>) -> Res {
    let function = vm.native_data();
    let [a, b] = vm.exact("operator", args)?;
    operation(vm, function, &[a, b])
}
