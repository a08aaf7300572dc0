//! `dtype` objects.

use taskyard_ndarray::DType;
use taskyard_python::error::Res;
use taskyard_python::object::{Args, NativeFn, Type};
use taskyard_python::value::{Ref, Value};
use taskyard_python::vm::{ClassSpec, Vm};

use super::convert::dtype_of;
use super::data::DTypeData;
use super::error::missing_attribute;
use super::make;
use super::state::classes;

pub(super) fn define(vm: &mut Vm) -> Ref {
    let methods: &[(&str, NativeFn)] = &[
        ("__repr__", |vm, args| text(vm, args, DType::repr)),
        ("__str__", |vm, args| text(vm, args, DType::code)),
        ("__eq__", |vm, args| compare(vm, args, true)),
        ("__ne__", |vm, args| compare(vm, args, false)),
        ("__hash__", |vm, args| {
            let code = receiver(vm, args)?.code();
            let text = vm.string(code);
            let hash = vm.hash(text)?;
            Ok(vm.int(hash as i64 >> 3))
        }),
        ("__getattr__", |vm, args| {
            let [object, name] = vm.exact("__getattr__", args)?;
            let class_name = format!("numpy.dtypes.{}", class_name(receiver(vm, args)?));
            let name = vm.as_arc_str(name).unwrap_or_default();
            Err(missing_attribute(vm, object, &class_name, &name))
        }),
    ];
    let getters: &[(&str, NativeFn)] = &[
        ("name", |vm, args| {
            let dtype = receiver(vm, args)?;
            let name = match dtype {
                DType::Str(width) => format!("str{}", width * 32),
                other => other.code(),
            };
            Ok(vm.string(name))
        }),
        ("kind", |vm, args| text(vm, args, |dtype| dtype.kind().to_string())),
        ("char", |vm, args| text(vm, args, |dtype| letter(dtype).to_owned())),
        ("str", |vm, args| text(vm, args, code_with_size)),
        ("itemsize", |vm, args| {
            let size = receiver(vm, args)?.itemsize();
            Ok(vm.usize(size))
        }),
        ("type", |vm, args| {
            let dtype = receiver(vm, args)?;
            Ok(Value::object(classes(vm)?.scalar(dtype)))
        }),
    ];
    vm.define_class(ClassSpec {
        name: "dtype",
        module: "numpy",
        bases: &[],
        constructor: Some(construct),
        methods,
        getters,
    })
}

fn construct(vm: &mut Vm, _class: Ref, args: &Args<'_>) -> Res {
    let [value] = vm.bind("dtype", args, ["dtype"], 1)?;
    let found = match value {
        Some(value) => dtype_of(vm, value)?,
        None => None,
    };
    make::new_dtype(vm, found.unwrap_or(DType::Float64))
}

fn receiver(vm: &mut Vm, args: &Args<'_>) -> Res<DType> {
    let data = args.pos.first().and_then(|&value| vm.payload::<DTypeData>(value)).map(|data| data.dtype);
    data.ok_or_else(|| vm.type_error("a method of numpy.dtype needs a dtype"))
}

fn text(vm: &mut Vm, args: &Args<'_>, write: fn(DType) -> String) -> Res {
    let text = write(receiver(vm, args)?);
    Ok(vm.string(text))
}

/// A dtype equals whatever names it; what names no dtype is another one.
fn compare(vm: &mut Vm, args: &Args<'_>, equal: bool) -> Res {
    let dtype = receiver(vm, args)?;
    let other = args.pos.get(1).copied().unwrap_or(Value::NONE);
    let found = if other.is_none() {
        Some(DType::Float64)
    } else {
        match dtype_of(vm, other) {
            Ok(found) => found,
            Err(unwind) if vm.is_raised(&unwind, Type::Exception) => None,
            Err(unwind) => return Err(unwind),
        }
    };
    let same = found.is_some_and(|found| match (found, dtype) {
        // `str` as a class stands for text of any width only without width.
        (DType::Str(a), DType::Str(b)) => a == b,
        (a, b) => a == b,
    });
    Ok(Value::bool(same == equal))
}

fn class_name(dtype: DType) -> &'static str {
    match dtype {
        DType::Bool => "BoolDType",
        DType::Int8 => "Int8DType",
        DType::Int16 => "Int16DType",
        DType::Int32 => "Int32DType",
        DType::Int64 => "Int64DType",
        DType::Float32 => "Float32DType",
        DType::Float64 => "Float64DType",
        DType::Str(_) => "StrDType",
    }
}

fn letter(dtype: DType) -> &'static str {
    match dtype {
        DType::Bool => "?",
        DType::Int8 => "b",
        DType::Int16 => "h",
        DType::Int32 => "i",
        DType::Int64 => "l",
        DType::Float32 => "f",
        DType::Float64 => "d",
        DType::Str(_) => "U",
    }
}

/// `dtype.str`: byte order, kind and bytes.
fn code_with_size(dtype: DType) -> String {
    match dtype {
        DType::Bool => "|b1".to_owned(),
        DType::Int8 => "|i1".to_owned(),
        DType::Str(width) => format!("<U{width}"),
        other => format!("<{}{}", other.kind(), other.itemsize()),
    }
}
