//! The class `ndarray`: attributes, texts, conversions.

use taskyard_ndarray::{NdArray, array_repr, array_str, to_nested};
use taskyard_python::error::Res;
use taskyard_python::object::{Args, NativeFn};
use taskyard_python::value::{Ref, Value};
use taskyard_python::vm::{ClassSpec, Vm};

use super::data::View;
use super::error::{OrRaise, missing_attribute, unsupported};
use super::{items, make, operators, reduction, shape};

pub(super) fn define(vm: &mut Vm) -> Ref {
    let class = vm.define_class(ClassSpec {
        name: "ndarray",
        module: "numpy",
        bases: &[],
        constructor: Some(|vm, _class, _args| Err(unsupported(vm, "the constructor numpy.ndarray(); use numpy.array"))),
        methods: SPECIAL,
        getters: GETTERS,
    });
    for table in [operators::BINARY, operators::ARRAY_ONLY, items::METHODS, shape::METHODS, reduction::METHODS] {
        vm.add_methods(class, table);
    }
    vm.add_methods(class, VALUES);
    class
}

const SPECIAL: &[(&str, NativeFn)] = &[
    ("__repr__", |vm, args| {
        let text = array_repr(&receiver(vm, args)?);
        Ok(vm.string(text))
    }),
    ("__str__", |vm, args| {
        let text = array_str(&receiver(vm, args)?);
        Ok(vm.string(text))
    }),
    ("__format__", |vm, args| {
        let [array, spec] = vm.exact("__format__", args)?;
        let spec = vm.as_arc_str(spec).unwrap_or_default();
        let elements = receiver(vm, args)?;
        if let Some(scalar) = elements.as_scalar() {
            let value = make::python_value(vm, &scalar.value);
            let text = vm.format_value(value, &spec)?;
            return Ok(vm.string(text));
        }
        if !spec.is_empty() {
            return Err(vm.type_error("unsupported format string passed to numpy.ndarray.__format__"));
        }
        vm.str_value(array)
    }),
    ("__bool__", |vm, args| {
        let truth = receiver(vm, args)?.truth().or_raise(vm)?;
        Ok(Value::bool(truth))
    }),
    ("__int__", |vm, args| {
        let value = python_scalar(vm, args)?;
        vm.call(Value::class(taskyard_python::object::Type::Int), &[value])
    }),
    ("__float__", |vm, args| {
        let value = python_scalar(vm, args)?;
        vm.call(Value::class(taskyard_python::object::Type::Float), &[value])
    }),
    ("__index__", |vm, args| {
        let array = receiver(vm, args)?;
        match array.as_scalar() {
            Some(scalar) if scalar.dtype.is_int() => Ok(make::python_value(vm, &scalar.value)),
            _ => Err(vm.type_error("only integer scalar arrays can be converted to a scalar index")),
        }
    }),
    ("__hash__", |vm, _args| Err(vm.type_error("unhashable type: 'numpy.ndarray'"))),
    ("__getattr__", |vm, args| {
        let [object, name] = vm.exact("__getattr__", args)?;
        let name = vm.as_arc_str(name).unwrap_or_default();
        match &*name {
            "flat" => Err(unsupported(vm, "ndarray.flat; use ravel()")),
            "data" | "strides" | "ctypes" | "flags" => Err(unsupported(vm, &format!("ndarray.{name}"))),
            _ => Err(missing_attribute(vm, object, "numpy.ndarray", &name)),
        }
    }),
    ("__copy__", copy),
    ("__deepcopy__", copy),
];

const GETTERS: &[(&str, NativeFn)] = &[
    ("shape", |vm, args| {
        let array = receiver(vm, args)?;
        Ok(make::sizes(vm, array.shape()))
    }),
    ("ndim", |vm, args| {
        let array = receiver(vm, args)?;
        Ok(vm.usize(array.ndim()))
    }),
    ("size", |vm, args| {
        let array = receiver(vm, args)?;
        Ok(vm.usize(array.size()))
    }),
    ("nbytes", |vm, args| {
        let array = receiver(vm, args)?;
        Ok(vm.usize(array.nbytes()))
    }),
    ("itemsize", |vm, args| {
        let array = receiver(vm, args)?;
        Ok(vm.usize(array.dtype().itemsize()))
    }),
    ("dtype", |vm, args| {
        let array = receiver(vm, args)?;
        make::new_dtype(vm, array.dtype())
    }),
    ("T", |vm, args| {
        let Some(view) = args.pos.first().and_then(|&value| vm.payload::<View>(value)) else {
            // A scalar is its own transpose.
            return Ok(args.pos.first().copied().unwrap_or(Value::NONE));
        };
        let (base, layout) = (view.base, view.layout.transpose(None));
        let layout = layout.or_raise(vm)?;
        make::new_view(vm, base, layout)
    }),
];

/// Attributes that scalars have as well.
pub(super) const SHARED_GETTERS: &[(&str, NativeFn)] = GETTERS;

/// Methods that give values out, for scalars as well.
pub(super) const VALUES: &[(&str, NativeFn)] = &[
    ("tolist", |vm, args| {
        let array = receiver(vm, args)?;
        let nested = to_nested(&array).or_raise(vm)?;
        Ok(make::python_lists(vm, &nested))
    }),
    ("item", |vm, args| {
        let (_, rest) = vm.split_receiver("item", args)?;
        let array = receiver(vm, args)?;
        if let [first, ..] = *rest.pos {
            let view = make::new_array(vm, array)?;
            let (target, key) = if rest.pos.len() == 1 && vm.tuple_items(first).is_none() {
                let flat = make::read_array(vm, view).map(|array| taskyard_ndarray::ravel(&array));
                (flat, first)
            } else if rest.pos.len() == 1 {
                (None, first)
            } else {
                (None, vm.tuple(rest.pos.to_vec()))
            };
            let target = match target {
                Some(flat) => make::new_array(vm, flat)?,
                None => view,
            };
            let found = items::get_item(vm, target, key)?;
            return Ok(match make::read_scalar(vm, found) {
                Some(scalar) => make::python_value(vm, &scalar.value),
                None => found,
            });
        }
        let value = array.item().or_raise(vm)?;
        Ok(make::python_value(vm, &value))
    }),
    ("copy", copy),
];

/// The elements of the array or scalar whose method runs.
pub(super) fn receiver(vm: &mut Vm, args: &Args<'_>) -> Res<NdArray> {
    match args.pos.first().and_then(|&value| make::read(vm, value)) {
        Some(array) => Ok(array),
        None => Err(vm.type_error("a method of numpy.ndarray needs an array")),
    }
}

fn copy(vm: &mut Vm, args: &Args<'_>) -> Res {
    let array = receiver(vm, args)?;
    let whole = args.pos.first().is_some_and(|&value| make::is_array(vm, value));
    if whole { make::new_array(vm, array) } else { make::result(vm, array) }
}

fn python_scalar(vm: &mut Vm, args: &Args<'_>) -> Res {
    let array = receiver(vm, args)?;
    let value = array.python_scalar().or_raise(vm)?;
    Ok(make::python_value(vm, &value))
}
