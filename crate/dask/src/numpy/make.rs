//! Makes numpy objects, and reads them.

use taskyard_ndarray::{DType, Layout, NdArray, Nested, Scalar, Value as Plain};
use taskyard_python::error::Res;
use taskyard_python::object::Payload;
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use super::data::{Base, DTypeData, ScalarData, View};
use super::state::{classes, known_classes};

/// An `ndarray` with elements of its own.
pub(crate) fn new_array(vm: &mut Vm, array: NdArray) -> Res {
    let classes = classes(vm)?;
    vm.check_alloc(array.nbytes())?;
    let layout = array.layout();
    let base = vm.new_instance(classes.base, Payload::Native(Box::new(Base { array })));
    Ok(vm.new_instance(classes.ndarray, Payload::Native(Box::new(View { base, layout }))))
}

/// An `ndarray` that shows elements of a base.
pub(crate) fn new_view(vm: &mut Vm, base: Value, layout: Layout) -> Res {
    let class = classes(vm)?.ndarray;
    Ok(vm.new_instance(class, Payload::Native(Box::new(View { base, layout }))))
}

/// A numpy scalar.
pub(crate) fn new_scalar(vm: &mut Vm, scalar: Scalar) -> Res {
    let class = classes(vm)?.scalar(scalar.dtype);
    let payload = match (&scalar.value, scalar.dtype) {
        (Plain::Float(f), DType::Float64) => Payload::Value(Value::float(*f)),
        (Plain::Str(text), _) => Payload::Value(vm.shared_str(text.clone())),
        _ => Payload::Native(Box::new(ScalarData { scalar })),
    };
    Ok(vm.new_instance(class, payload))
}

/// What numpy returns from an operation: a scalar when there are no axes.
pub(crate) fn result(vm: &mut Vm, array: NdArray) -> Res {
    match array.as_scalar() {
        Some(scalar) => new_scalar(vm, scalar),
        None => new_array(vm, array),
    }
}

pub(crate) fn new_dtype(vm: &mut Vm, dtype: DType) -> Res {
    let class = classes(vm)?.dtype;
    Ok(vm.new_instance(class, Payload::Native(Box::new(DTypeData { dtype }))))
}

/// The elements of an `ndarray`.
pub(crate) fn read_array(vm: &Vm, value: Value) -> Option<NdArray> {
    let view = vm.payload::<View>(value)?;
    Some(vm.payload::<Base>(view.base)?.array.read(&view.layout))
}

pub(crate) fn is_array(vm: &Vm, value: Value) -> bool {
    vm.payload::<View>(value).is_some()
}

/// A numpy scalar; Python's own numbers are none.
pub(crate) fn read_scalar(vm: &Vm, value: Value) -> Option<Scalar> {
    if let Some(data) = vm.payload::<ScalarData>(value) {
        return Some(data.scalar.clone());
    }
    value.as_ref()?;
    let classes = known_classes(vm)?;
    if vm.is_instance(value, classes.float64) {
        let f = vm.as_f64_exact(value)?;
        return Some(Scalar { dtype: DType::Float64, value: Plain::Float(f) });
    }
    if vm.is_instance(value, classes.str_) {
        let value = Plain::Str(vm.as_arc_str(value)?);
        return Some(Scalar { dtype: value.default_dtype(), value });
    }
    None
}

/// The elements of an `ndarray` or of a numpy scalar.
pub(crate) fn read(vm: &Vm, value: Value) -> Option<NdArray> {
    read_array(vm, value).or_else(|| read_scalar(vm, value).map(|scalar| NdArray::from_scalar(&scalar)))
}

/// A plain value as Python has it.
pub(crate) fn python_value(vm: &mut Vm, value: &Plain) -> Value {
    match value {
        Plain::Bool(b) => Value::bool(*b),
        Plain::Int(i) => vm.int(*i),
        Plain::Float(f) => Value::float(*f),
        Plain::Str(text) => vm.shared_str(text.clone()),
    }
}

/// Lists of plain values; the depth is bounded by the number of axes.
pub(crate) fn python_lists(vm: &mut Vm, nested: &Nested) -> Value {
    match nested {
        Nested::Value(value) => python_value(vm, value),
        Nested::Array(array) => {
            let first = array.value_at(0).unwrap_or(Plain::Int(0));
            python_value(vm, &first)
        }
        Nested::List(items) => {
            let items = items.iter().map(|item| python_lists(vm, item)).collect();
            vm.list(items)
        }
    }
}

/// A tuple of sizes.
pub(crate) fn sizes(vm: &mut Vm, sizes: &[usize]) -> Value {
    let items = sizes.iter().map(|&n| vm.usize(n)).collect();
    vm.tuple(items)
}
