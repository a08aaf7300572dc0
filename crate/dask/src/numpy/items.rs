//! Indexing and iteration of arrays.

use std::sync::Arc;

use taskyard_ndarray::{DType, Index, NdArray, Selected, select};
use taskyard_python::error::Res;
use taskyard_python::object::{Args, NativeFn, NativeIter, Object, PortableIter, Type, sym};
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use super::convert::{array_from, needed_side, side};
use super::data::{Base, View};
use super::error::{OrRaise, unsupported};
use super::make;
use super::operators::write;

const WRONG_INDEX: &str = "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or \
                           boolean arrays are valid indices";

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("__getitem__", |vm, args| {
        let [array, key] = vm.exact("__getitem__", args)?;
        get_item(vm, array, key)
    }),
    ("__setitem__", |vm, args| {
        let [array, key, value] = vm.exact("__setitem__", args)?;
        let index = index_of(vm, key)?;
        let value = needed_side(vm, value)?;
        write(vm, array, &index, &value)?;
        Ok(Value::NONE)
    }),
    ("__delitem__", |vm, _args| Err(vm.value_error("cannot delete array elements"))),
    ("__iter__", iterate),
    ("__len__", |vm, args| {
        let [array] = vm.exact("__len__", args)?;
        let array = array_of_receiver(vm, array)?;
        let length = array.length().or_raise(vm)?;
        Ok(vm.usize(length))
    }),
    ("__contains__", |vm, args| {
        let [array, item] = vm.exact("__contains__", args)?;
        let array = array_of_receiver(vm, array)?;
        let Some(item) = side(vm, item)? else { return Ok(Value::FALSE) };
        let same = taskyard_ndarray::binary(taskyard_ndarray::BinaryOp::Equal, &array, item.operand()).or_raise(vm)?;
        Ok(Value::bool((0..same.size()).any(|at| same.value_at(at).is_some_and(|value| value.truth()))))
    }),
];

fn array_of_receiver(vm: &mut Vm, value: Value) -> Res<NdArray> {
    match make::read_array(vm, value) {
        Some(array) => Ok(array),
        None => Err(vm.type_error("a method of numpy.ndarray needs an array")),
    }
}

/// `array[key]`
pub(super) fn get_item(vm: &mut Vm, array: Value, key: Value) -> Res {
    let index = index_of(vm, key)?;
    pick(vm, array, &index)
}

fn pick(vm: &mut Vm, array: Value, index: &[Index]) -> Res {
    let Some(view) = vm.payload::<View>(array) else {
        return Err(vm.type_error("a method of numpy.ndarray needs an array"));
    };
    let base = view.base;
    let Some(elements) = vm.payload::<Base>(base) else { return Err(vm.type_error("an array without elements")) };
    match select(&elements.array, &view.layout, index).or_raise(vm)? {
        Selected::Scalar(scalar) => make::new_scalar(vm, scalar),
        Selected::View(layout) => make::new_view(vm, base, layout),
        Selected::Copy(array) => make::new_array(vm, array),
    }
}

/// What stands between the brackets.
pub(crate) fn index_of(vm: &mut Vm, key: Value) -> Res<Vec<Index>> {
    match vm.tuple_items(key).map(<[Value]>::to_vec) {
        Some(parts) => parts.into_iter().map(|part| index_part(vm, part)).collect(),
        None => Ok(vec![index_part(vm, key)?]),
    }
}

fn index_part(vm: &mut Vm, part: Value) -> Res<Index> {
    if part.is_none() {
        return Ok(Index::NewAxis);
    }
    if part == Value::ELLIPSIS {
        return Ok(Index::Ellipsis);
    }
    if part.as_bool().is_some() {
        return Err(unsupported(vm, "a single True or False as an index"));
    }
    if let Some(Object::Slice(parts)) = vm.heap.object(part) {
        let [start, stop, step] = **parts;
        let (start, stop) = (bound(vm, start)?, bound(vm, stop)?);
        return Ok(Index::Slice { start, stop, step: bound(vm, step)? });
    }
    if let Some(i) = vm.as_i64(part) {
        return Ok(Index::Int(i));
    }
    if let Some(array) = make::read(vm, part) {
        return match array.as_scalar() {
            Some(scalar) if scalar.dtype.is_int() => Ok(Index::Int(vm.to_index(part)?)),
            Some(_) => Err(vm.index_error(WRONG_INDEX)),
            None => Ok(Index::Array(array)),
        };
    }
    let is_list = vm.list_items(part).is_some() || vm.tuple_items(part).is_some();
    if is_list {
        let array = array_from(vm, part, None)?;
        // A list without items has no dtype of its own: it picks nothing.
        let array = if array.size() == 0 { array.astype(DType::Int64).or_raise(vm)? } else { array };
        return Ok(Index::Array(array));
    }
    if vm.special(part, sym::INDEX).is_some() || vm.as_big(part).is_some() {
        return Ok(Index::Int(vm.to_index(part)?));
    }
    Err(vm.index_error(WRONG_INDEX))
}

/// A bound of a slice.
fn bound(vm: &mut Vm, value: Value) -> Res<Option<i64>> {
    if value.is_none() {
        return Ok(None);
    }
    if vm.as_big(value).is_none() && vm.special(value, sym::INDEX).is_none() {
        return Err(vm.type_error("slice indices must be integers or None or have an __index__ method"));
    }
    match vm.to_index(value) {
        Ok(i) => Ok(Some(i)),
        Err(unwind) if vm.is_raised(&unwind, Type::OverflowError) => {
            let zero = vm.int(0);
            Ok(Some(if vm.lt(value, zero)? { i64::MIN } else { i64::MAX }))
        }
        Err(unwind) => Err(unwind),
    }
}

fn iterate(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [array] = vm.exact("__iter__", args)?;
    if vm.payload::<View>(array).is_some_and(|view| view.layout.shape.is_empty()) {
        return Err(vm.type_error("iteration over a 0-d array"));
    }
    Ok(vm.native_iter(Box::new(Rows { array, next: 0 })))
}

/// Walks an array along its first axis.
#[derive(Debug, Clone, Copy)]
struct Rows {
    array: Value,
    next: usize,
}

impl NativeIter for Rows {
    fn type_name(&self) -> &'static str {
        "iterator"
    }

    fn next(&mut self, vm: &mut Vm) -> Res<Option<Value>> {
        let length = vm.payload::<View>(self.array).and_then(|view| view.layout.shape.first().copied());
        if self.next >= length.unwrap_or(0) {
            return Ok(None);
        }
        let index = [Index::Int(self.next as i64)];
        self.next += 1;
        pick(vm, self.array, &index).map(Some)
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.array);
    }

    fn portable(&self, children: &mut Vec<Value>) -> Option<Arc<dyn PortableIter>> {
        children.push(self.array);
        Some(Arc::new(PortableRows { next: self.next }))
    }
}

#[derive(Debug)]
struct PortableRows {
    next: usize,
}

impl PortableIter for PortableRows {
    fn restore(&self, children: &[Value]) -> Box<dyn NativeIter> {
        Box::new(Rows { array: children.first().copied().unwrap_or(Value::NONE), next: self.next })
    }
}
