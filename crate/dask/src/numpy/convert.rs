//! Python values as operands, arrays, dtypes, shapes and axes.

use taskyard_ndarray::{DType, MAX_DIMS, NdArray, Nested, Operand, Value as Plain, from_nested};
use taskyard_python::error::Res;
use taskyard_python::object::{Object, Type};
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use super::data::DTypeData;
use super::error::{OrRaise, unsupported};
use super::make;
use super::state::classes;

/// One side of an operation.
#[derive(Debug, Clone)]
pub(crate) enum Side {
    Array(NdArray),
    Python(Plain),
}

impl Side {
    pub fn operand(&self) -> Operand<'_> {
        match self {
            Self::Array(array) => Operand::Array(array),
            Self::Python(value) => Operand::Python(value.clone()),
        }
    }

    pub fn into_array(self) -> NdArray {
        match self {
            Self::Array(array) => array,
            Self::Python(value) => NdArray::from_value(&value),
        }
    }
}

/// One of Python's own values that arrays hold.
fn plain_value(vm: &mut Vm, value: Value) -> Res<Option<Plain>> {
    if let Some(flag) = value.as_bool() {
        return Ok(Some(Plain::Bool(flag)));
    }
    if let Some(i) = vm.as_i64(value) {
        return Ok(Some(Plain::Int(i)));
    }
    if let Some(f) = vm.as_f64_exact(value) {
        return Ok(Some(Plain::Float(f)));
    }
    if let Some(text) = vm.as_arc_str(value) {
        return Ok(Some(Plain::Str(text)));
    }
    if vm.as_big(value).is_some() {
        return Err(vm.error(Type::OverflowError, "Python int too large to convert to C long"));
    }
    Ok(None)
}

/// An operand: an array, a number, or a list that becomes an array. `None` for
/// everything else, which then may know better what to do.
pub(crate) fn side(vm: &mut Vm, value: Value) -> Res<Option<Side>> {
    if let Some(array) = make::read(vm, value) {
        return Ok(Some(Side::Array(array)));
    }
    if let Some(plain) = plain_value(vm, value)? {
        return Ok(Some(Side::Python(plain)));
    }
    if is_sequence(vm, value) {
        return array_from(vm, value, None).map(|array| Some(Side::Array(array)));
    }
    Ok(None)
}

/// An operand of a function, which takes nothing but arrays and their like.
pub(crate) fn needed_side(vm: &mut Vm, value: Value) -> Res<Side> {
    match side(vm, value)? {
        Some(side) => Ok(side),
        None => array_from(vm, value, None).map(Side::Array),
    }
}

fn is_sequence(vm: &Vm, value: Value) -> bool {
    let object = vm.heap.object(vm.plain(value));
    matches!(object, Some(Object::List(_) | Object::Tuple(_) | Object::Range(_)))
}

/// `np.asarray(value)`
pub(crate) fn array_of(vm: &mut Vm, value: Value) -> Res<NdArray> {
    match make::read(vm, value) {
        Some(array) => Ok(array),
        None => array_from(vm, value, None),
    }
}

/// `np.array(value, dtype)`
pub(crate) fn array_from(vm: &mut Vm, value: Value, dtype: Option<DType>) -> Res<NdArray> {
    if crate::array::is_dask_array(vm, value) {
        let compute = vm.names.intern("compute");
        let computed = vm.call_method(value, compute, &[])?;
        let array = array_of(vm, computed)?;
        return dtype.map_or(Ok(array.clone()), |dtype| array.astype(dtype)).or_raise(vm);
    }
    let nested = nested(vm, value, 0)?;
    from_nested(&nested, dtype).or_raise(vm)
}

/// What lies in nested lists and tuples. The depth is cut off where no array can be.
fn nested(vm: &mut Vm, value: Value, depth: usize) -> Res<Nested> {
    if let Some(array) = make::read(vm, value) {
        return Ok(Nested::Array(array));
    }
    if let Some(plain) = plain_value(vm, value)? {
        return Ok(Nested::Value(plain));
    }
    if !is_sequence(vm, value) || depth > MAX_DIMS {
        let name = vm.type_name(value);
        return Err(unsupported(vm, &format!("an array of '{name}' objects (the dtype 'object')")));
    }
    let items = vm.collect(value)?;
    let mut found = Vec::with_capacity(items.len());
    for item in items {
        found.push(nested(vm, item, depth + 1)?);
    }
    Ok(Nested::List(found))
}

/// A dtype argument: `None`, a dtype, its name, or a class.
pub(crate) fn dtype_of(vm: &mut Vm, value: Value) -> Res<Option<DType>> {
    if value.is_none() {
        return Ok(None);
    }
    if let Some(data) = vm.payload::<DTypeData>(value) {
        return Ok(Some(data.dtype));
    }
    if let Some(name) = vm.as_arc_str(value) {
        return DType::parse(&name).or_raise(vm).map(Some);
    }
    if let Some(class) = vm.as_class(value) {
        let known = classes(vm)?;
        if let Some(dtype) = known.dtype_of(class) {
            return Ok(Some(dtype));
        }
        match Type::at(class.0) {
            Some(Type::Bool) => return Ok(Some(DType::Bool)),
            Some(Type::Int) => return Ok(Some(DType::Int64)),
            Some(Type::Float) => return Ok(Some(DType::Float64)),
            Some(Type::Str) => return Ok(Some(DType::Str(0))),
            _ => {}
        }
        let name = vm.class_ref(class).name.clone();
        return Err(unsupported(vm, &format!("the dtype '{name}'")));
    }
    let text = vm.repr(value)?;
    Err(vm.type_error(format!("Cannot interpret '{text}' as a data type")))
}

/// The same for an argument that may be missing.
pub(crate) fn dtype_argument(vm: &mut Vm, value: Option<Value>) -> Res<Option<DType>> {
    value.map_or(Ok(None), |value| dtype_of(vm, value))
}

/// A shape argument: one size or several.
pub(crate) fn shape_of(vm: &mut Vm, value: Value) -> Res<Vec<i64>> {
    if is_sequence(vm, value) || make::is_array(vm, value) {
        let items = vm.collect(value)?;
        return items.into_iter().map(|item| vm.to_index(item)).collect();
    }
    Ok(vec![vm.to_index(value)?])
}

/// An axis argument: none, one or several.
pub(crate) fn axes_of(vm: &mut Vm, value: Option<Value>) -> Res<Option<Vec<i64>>> {
    match value {
        None => Ok(None),
        Some(value) if value.is_none() => Ok(None),
        Some(value) if vm.tuple_items(value).is_some() => shape_of(vm, value).map(Some),
        Some(value) => Ok(Some(vec![vm.to_index(value)?])),
    }
}

/// An argument that is one axis or none.
pub(crate) fn axis_of(vm: &mut Vm, value: Option<Value>) -> Res<Option<i64>> {
    match value {
        Some(value) if !value.is_none() => vm.to_index(value).map(Some),
        _ => Ok(None),
    }
}

/// An argument that is true or false.
pub(crate) fn flag(vm: &mut Vm, value: Option<Value>) -> Res<bool> {
    value.map_or(Ok(false), |value| vm.truthy(value))
}

/// Refuses an argument that numpy has and this module has not.
pub(crate) fn refuse(vm: &mut Vm, function: &str, argument: &str, value: Option<Value>) -> Res<()> {
    match value {
        Some(value) if !value.is_none() => Err(unsupported(vm, &format!("the argument '{argument}' of {function}()"))),
        _ => Ok(()),
    }
}
