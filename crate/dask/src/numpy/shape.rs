//! Methods and functions that change the shape, the dtype or the order of elements.

use taskyard_ndarray::{
    DType, Index, NdArray, argsort, broadcast_to, expand_dims, nonzero, ravel, reshape, reshape_sizes, round, sort,
    squeeze, unique,
};
use taskyard_python::error::Res;
use taskyard_python::object::{Args, NativeFn};
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use super::convert::{Side, array_of, axes_of, axis_of, dtype_of, needed_side, refuse, shape_of, side};
use super::data::View;
use super::error::OrRaise;
use super::object::receiver;
use super::{make, operators};

/// Methods of arrays.
pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("reshape", |vm, args| {
        let (array, rest) = vm.split_receiver("reshape", args)?;
        let pos = without_order(vm, "reshape", &rest)?;
        let shape = match *pos {
            [shape] => shape_of(vm, shape)?,
            _ => pos.iter().map(|&size| vm.to_index(size)).collect::<Res<_>>()?,
        };
        reshaped(vm, array, &shape)
    }),
    ("ravel", |vm, args| {
        let (array, rest) = vm.split_receiver("ravel", args)?;
        without_order(vm, "ravel", &rest)?;
        reshaped(vm, array, &[-1])
    }),
    ("flatten", |vm, args| {
        let array = receiver(vm, args)?;
        make::new_array(vm, ravel(&array))
    }),
    ("transpose", |vm, args| {
        let (array, rest) = vm.split_receiver("transpose", args)?;
        vm.no_keywords("transpose", &rest)?;
        let axes = match *rest.pos {
            [] => None,
            [only] if only.is_none() => None,
            [only] => Some(shape_of(vm, only)?),
            _ => Some(rest.pos.iter().map(|&axis| vm.to_index(axis)).collect::<Res<_>>()?),
        };
        transposed(vm, array, axes.as_deref())
    }),
    ("swapaxes", |vm, args| {
        let (array, [a, b]) = vm.method("swapaxes", args)?;
        let ndim = receiver(vm, args)?.ndim() as i64;
        let (a, b) = (vm.to_index(a)?, vm.to_index(b)?);
        let mut axes: Vec<i64> = (0..ndim).collect();
        let place = |axis: i64| if axis < 0 { axis + ndim } else { axis } as usize;
        if place(a) < axes.len() && place(b) < axes.len() {
            axes.swap(place(a), place(b));
        } else {
            axes.push(if place(a) < axes.len() { b } else { a });
        }
        transposed(vm, array, Some(&axes))
    }),
    ("fill", |vm, args| {
        let (array, [value]) = vm.method("fill", args)?;
        let value = needed_side(vm, value)?;
        operators::write(vm, array, &[Index::Ellipsis], &value)?;
        Ok(Value::NONE)
    }),
    ("sort", |vm, args| {
        let (array, [axis]) = vm.bind_method("sort", args, ["axis"], 0)?;
        let elements = receiver(vm, args)?;
        let axis = axis.map_or(Ok(-1), |axis| vm.to_index(axis))?;
        let sorted = sort(&elements, Some(axis)).or_raise(vm)?;
        operators::write(vm, array, &[Index::Ellipsis], &Side::Array(sorted))?;
        Ok(Value::NONE)
    }),
    ("astype", as_type),
    ("round", rounded),
    ("clip", super::ufunc::clipped),
    ("dot", super::join::dot_product),
    ("squeeze", squeezed),
    ("argsort", order_of),
    ("nonzero", places),
];

/// Methods of scalars.
pub(super) const SCALAR_METHODS: &[(&str, NativeFn)] =
    &[("astype", as_type), ("round", rounded), ("clip", super::ufunc::clipped)];

/// Functions of the module.
pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("reshape", |vm, args| {
        let [array, shape, order] = vm.bind("reshape", args, ["a", "shape", "order"], 2)?;
        row_major(vm, "reshape", order)?;
        let (array, shape) = (as_array(vm, array)?, shape_of(vm, shape.unwrap_or(Value::NONE))?);
        reshaped(vm, array, &shape)
    }),
    ("ravel", |vm, args| {
        let [array, order] = vm.bind("ravel", args, ["a", "order"], 1)?;
        row_major(vm, "ravel", order)?;
        let array = as_array(vm, array)?;
        reshaped(vm, array, &[-1])
    }),
    ("transpose", |vm, args| {
        let [array, axes] = vm.bind("transpose", args, ["a", "axes"], 1)?;
        let array = as_array(vm, array)?;
        let axes = match axes {
            Some(axes) if !axes.is_none() => Some(shape_of(vm, axes)?),
            _ => None,
        };
        transposed(vm, array, axes.as_deref())
    }),
    ("squeeze", squeezed),
    ("expand_dims", |vm, args| {
        let [array, axis] = vm.bind("expand_dims", args, ["a", "axis"], 2)?;
        let array = array_of(vm, array.unwrap_or(Value::NONE))?;
        let axis = vm.to_index(axis.unwrap_or(Value::NONE))?;
        let wider = expand_dims(&array, axis).or_raise(vm)?;
        make::new_array(vm, wider)
    }),
    ("broadcast_to", |vm, args| {
        let [array, shape] = vm.bind("broadcast_to", args, ["array", "shape"], 2)?;
        let array = array_of(vm, array.unwrap_or(Value::NONE))?;
        let shape = shape_of(vm, shape.unwrap_or(Value::NONE))?;
        let shape = taskyard_ndarray::check_shape(&shape, array.dtype()).or_raise(vm)?;
        let wide = broadcast_to(&array, &shape).or_raise(vm)?;
        make::new_array(vm, wide)
    }),
    ("round", rounded),
    ("around", rounded),
    ("sort", |vm, args| {
        let [array, axis] = vm.bind("sort", args, ["a", "axis"], 1)?;
        let array = array_of(vm, array.unwrap_or(Value::NONE))?;
        let axis = last_axis(vm, axis)?;
        let sorted = sort(&array, axis).or_raise(vm)?;
        make::new_array(vm, sorted)
    }),
    ("argsort", order_of),
    ("unique", |vm, args| {
        let [array] = vm.bind("unique", args, ["ar"], 1)?;
        let array = array_of(vm, array.unwrap_or(Value::NONE))?;
        let found = unique(&array).or_raise(vm)?;
        make::new_array(vm, found)
    }),
    ("nonzero", places),
    ("shape", |vm, args| {
        let [array] = vm.bind("shape", args, ["a"], 1)?;
        let array = array_of(vm, array.unwrap_or(Value::NONE))?;
        Ok(make::sizes(vm, array.shape()))
    }),
    ("ndim", |vm, args| {
        let [array] = vm.bind("ndim", args, ["a"], 1)?;
        let array = array_of(vm, array.unwrap_or(Value::NONE))?;
        Ok(vm.usize(array.ndim()))
    }),
    ("size", |vm, args| {
        let [array] = vm.bind("size", args, ["a"], 1)?;
        let array = array_of(vm, array.unwrap_or(Value::NONE))?;
        Ok(vm.usize(array.size()))
    }),
    ("copy", |vm, args| {
        let [array] = vm.bind("copy", args, ["a"], 1)?;
        let array = array_of(vm, array.unwrap_or(Value::NONE))?;
        make::new_array(vm, array)
    }),
];

/// The positional arguments, when no other order than row by row is asked for.
fn without_order<'a>(vm: &mut Vm, name: &str, args: &Args<'a>) -> Res<&'a [Value]> {
    for &(keyword, value) in args.kw {
        let text = vm.names.text(keyword).clone();
        match &*text {
            "order" => row_major(vm, name, Some(value))?,
            _ => return Err(vm.type_error(format!("'{text}' is an invalid keyword argument for {name}()"))),
        }
    }
    Ok(args.pos)
}

fn row_major(vm: &mut Vm, name: &str, order: Option<Value>) -> Res<()> {
    match order {
        Some(order) if vm.as_str(order) != Some("C") => refuse(vm, name, "order", Some(order)),
        _ => Ok(()),
    }
}

fn as_array(vm: &mut Vm, value: Option<Value>) -> Res {
    let value = value.unwrap_or(Value::NONE);
    if make::is_array(vm, value) {
        return Ok(value);
    }
    let array = array_of(vm, value)?;
    make::new_array(vm, array)
}

/// A view where the elements lie without gaps, else a copy.
fn reshaped(vm: &mut Vm, array: Value, shape: &[i64]) -> Res {
    if let Some(view) = vm.payload::<View>(array) {
        let (base, layout) = (view.base, view.layout.clone());
        let sizes = reshape_sizes(layout.size(), shape).or_raise(vm)?;
        if sizes.len() <= taskyard_ndarray::MAX_DIMS
            && let Some(layout) = layout.reshape(&sizes)
        {
            return make::new_view(vm, base, layout);
        }
    }
    let elements = array_of(vm, array)?;
    let result = reshape(&elements, shape).or_raise(vm)?;
    make::new_array(vm, result)
}

fn transposed(vm: &mut Vm, array: Value, axes: Option<&[i64]>) -> Res {
    let Some(view) = vm.payload::<View>(array) else { return Ok(array) };
    let (base, layout) = (view.base, view.layout.transpose(axes));
    let layout = layout.or_raise(vm)?;
    make::new_view(vm, base, layout)
}

fn as_type(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (own, [dtype, copy]) = vm.bind_method("astype", args, ["dtype", "*copy"], 1)?;
    let _ = copy;
    let array = receiver(vm, args)?;
    let dtype = dtype_of(vm, dtype.unwrap_or(Value::NONE))?.unwrap_or(DType::Float64);
    let result = array.astype(dtype).or_raise(vm)?;
    if make::is_array(vm, own) { make::new_array(vm, result) } else { make::result(vm, result) }
}

fn rounded(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [array, decimals, out] = vm.bind("round", args, ["a", "decimals", "out"], 1)?;
    refuse(vm, "round", "out", out)?;
    let array = array_of(vm, array.unwrap_or(Value::NONE))?;
    let decimals = decimals.map_or(Ok(0), |decimals| vm.to_index(decimals))?;
    let result = round(&array, i32::try_from(decimals).unwrap_or(i32::MAX)).or_raise(vm)?;
    make::result(vm, result)
}

fn squeezed(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [array, axis] = vm.bind("squeeze", args, ["a", "axis"], 1)?;
    let array = array_of(vm, array.unwrap_or(Value::NONE))?;
    let axes = axes_of(vm, axis)?;
    let result = squeeze(&array, axes.as_deref()).or_raise(vm)?;
    make::new_array(vm, result)
}

fn last_axis(vm: &mut Vm, axis: Option<Value>) -> Res<Option<i64>> {
    match axis {
        None => Ok(Some(-1)),
        given => axis_of(vm, given),
    }
}

fn order_of(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [array, axis] = vm.bind("argsort", args, ["a", "axis"], 1)?;
    let array = array_of(vm, array.unwrap_or(Value::NONE))?;
    let axis = last_axis(vm, axis)?;
    let order = argsort(&array, axis).or_raise(vm)?;
    make::new_array(vm, order)
}

fn places(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [array] = vm.bind("nonzero", args, ["a"], 1)?;
    let array = array_of(vm, array.unwrap_or(Value::NONE))?;
    tuple_of_places(vm, &array)
}

/// `np.nonzero`, `np.where` with one argument.
pub(super) fn tuple_of_places(vm: &mut Vm, array: &NdArray) -> Res {
    let columns = nonzero(array).or_raise(vm)?;
    let mut found = Vec::with_capacity(columns.len());
    for column in columns {
        found.push(make::new_array(vm, column)?);
    }
    Ok(vm.tuple(found))
}

/// Whether a value can be an operand; used before functions that need one.
pub(super) fn optional_side(vm: &mut Vm, value: Option<Value>) -> Res<Option<Side>> {
    match value {
        Some(value) if !value.is_none() => match side(vm, value)? {
            Some(side) => Ok(Some(side)),
            None => needed_side(vm, value).map(Some),
        },
        _ => Ok(None),
    }
}
