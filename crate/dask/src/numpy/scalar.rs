//! The classes of numpy's scalars: `np.int64`, `np.float64`, `np.bool` and so
//! on. `np.float64` is a `float` too and `np.str_` a `str`, as in numpy.

use taskyard_ndarray::{DType, NdArray, Value as Plain, round, scalar_repr, scalar_str};
use taskyard_python::error::Res;
use taskyard_python::object::{Args, NativeFn, Type};
use taskyard_python::value::{Ref, Value};
use taskyard_python::vm::{ClassSpec, Vm};

use super::convert::{array_from, side};
use super::error::{OrRaise, missing_attribute};
use super::object::receiver;
use super::{make, object, operators, reduction, shape};

/// The classes above the scalars, for `isinstance`.
pub(super) struct Family {
    pub generic: Ref,
    pub number: Ref,
    pub integer: Ref,
    pub signed: Ref,
    pub inexact: Ref,
    pub floating: Ref,
    pub flexible: Ref,
    pub character: Ref,
}

pub(super) fn define_family(vm: &mut Vm) -> Family {
    let generic = abstract_class(vm, "generic", &[]);
    for table in [operators::BINARY, shape::SCALAR_METHODS, reduction::METHODS, object::VALUES, SPECIAL] {
        vm.add_methods(generic, table);
    }
    for &(name, getter) in object::SHARED_GETTERS {
        vm.add_getter(generic, name, getter, None);
    }
    vm.add_getter(generic, "real", |_, args| Ok(args.pos.first().copied().unwrap_or(Value::NONE)), None);
    let number = abstract_class(vm, "number", &[generic]);
    let integer = abstract_class(vm, "integer", &[number]);
    let signed = abstract_class(vm, "signedinteger", &[integer]);
    let inexact = abstract_class(vm, "inexact", &[number]);
    let floating = abstract_class(vm, "floating", &[inexact]);
    let flexible = abstract_class(vm, "flexible", &[generic]);
    let character = abstract_class(vm, "character", &[flexible]);
    Family { generic, number, integer, signed, inexact, floating, flexible, character }
}

fn abstract_class(vm: &mut Vm, name: &'static str, bases: &[Ref]) -> Ref {
    vm.define_class(ClassSpec {
        name,
        module: "numpy",
        bases,
        constructor: Some(|vm, class, _args| {
            let name = vm.class_ref(class).name.clone();
            Err(vm.type_error(format!("cannot create 'numpy.{name}' instances")))
        }),
        methods: &[],
        getters: &[],
    })
}

/// The class of one kind of scalars.
pub(super) fn define(vm: &mut Vm, name: &'static str, bases: &[Ref]) -> Ref {
    vm.define_class(ClassSpec { name, module: "numpy", bases, constructor: Some(construct), methods: &[], getters: &[] })
}

/// `np.int64(value)`: a scalar, or an array for a list.
fn construct(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    let name = vm.class_ref(class).name.clone();
    let [value] = vm.bind(&name, args, ["/value"], 0)?;
    let line = vm.class_ref(class).mro.clone();
    let known = super::state::classes(vm)?;
    let Some(dtype) = line.iter().find_map(|&class| known.dtype_of(class)) else {
        return Err(vm.type_error(format!("cannot create 'numpy.{name}' instances")));
    };
    let array = match value {
        None if dtype.is_str() => NdArray::from_value(&Plain::Str("".into())),
        None => NdArray::from_value(&Plain::Int(0)).astype(dtype).or_raise(vm)?,
        Some(value) => {
            let value = parsed(vm, value, dtype)?;
            let array = array_from(vm, value, None)?;
            if dtype.is_str() && array.ndim() == 0 {
                let text = vm.to_str(value)?;
                NdArray::from_value(&Plain::Str(text.into()))
            } else {
                array.astype(dtype).or_raise(vm)?
            }
        }
    };
    make::result(vm, array)
}

/// Text and objects that are no numbers of numpy are read by Python's own
/// classes, with their errors.
fn parsed(vm: &mut Vm, value: Value, dtype: DType) -> Res {
    let text = vm.as_str(value).is_some() && make::read_scalar(vm, value).is_none();
    if !text && (crate::array::is_dask_array(vm, value) || side(vm, value)?.is_some()) {
        return Ok(value);
    }
    match dtype {
        dtype if dtype.is_int() => vm.call(Value::class(Type::Int), &[value]),
        dtype if dtype.is_float() => vm.call(Value::class(Type::Float), &[value]),
        DType::Bool => vm.truthy(value).map(Value::bool),
        _ => vm.str_value(value),
    }
}

const SPECIAL: &[(&str, NativeFn)] = &[
    ("__repr__", |vm, args| text(vm, args, scalar_repr)),
    ("__str__", |vm, args| text(vm, args, scalar_str)),
    ("__hash__", |vm, args| {
        let value = plain(vm, args)?;
        let hash = vm.hash(value)?;
        Ok(vm.int(hash as i64))
    }),
    ("__bool__", |vm, args| {
        let truth = receiver(vm, args)?.truth().or_raise(vm)?;
        Ok(Value::bool(truth))
    }),
    ("__int__", |vm, args| {
        let value = plain(vm, args)?;
        vm.call(Value::class(Type::Int), &[value])
    }),
    ("__float__", |vm, args| {
        let value = plain(vm, args)?;
        vm.call(Value::class(Type::Float), &[value])
    }),
    ("__complex__", |vm, args| {
        let value = plain(vm, args)?;
        vm.call(Value::class(Type::Complex), &[value])
    }),
    ("__index__", |vm, args| {
        let array = receiver(vm, args)?;
        let value = plain(vm, args)?;
        if array.dtype().is_int() {
            return Ok(value);
        }
        let name = args.pos.first().map_or_else(|| "object".into(), |&value| vm.type_name(value));
        Err(vm.type_error(format!("'numpy.{name}' object cannot be interpreted as an integer")))
    }),
    ("__format__", |vm, args| {
        let [_, spec] = vm.exact("__format__", args)?;
        let spec = vm.as_arc_str(spec).unwrap_or_default();
        let array = receiver(vm, args)?;
        let text = match array.as_scalar() {
            Some(scalar) if spec.is_empty() => scalar_str(&scalar),
            _ => {
                let value = plain(vm, args)?;
                vm.format_value(value, &spec)?
            }
        };
        Ok(vm.string(text))
    }),
    ("__round__", |vm, args| {
        let (own, [digits]) = vm.bind_method("__round__", args, ["ndigits"], 0)?;
        let array = receiver(vm, args)?;
        let digits = digits.filter(|digits| !digits.is_none());
        let decimals = match digits {
            Some(digits) => vm.to_index(digits)?,
            None => 0,
        };
        if array.dtype() == DType::Bool {
            return Ok(own);
        }
        let rounded = round(&array, i32::try_from(decimals).unwrap_or(i32::MAX)).or_raise(vm)?;
        let rounded = make::result(vm, rounded)?;
        if digits.is_some() { Ok(rounded) } else { vm.call(Value::class(Type::Int), &[rounded]) }
    }),
    ("__getattr__", |vm, args| {
        let [object, name] = vm.exact("__getattr__", args)?;
        let class = format!("numpy.{}", vm.type_name(object));
        let name = vm.as_arc_str(name).unwrap_or_default();
        Err(missing_attribute(vm, object, &class, &name))
    }),
    ("__getitem__", |vm, args| {
        let [object, key] = vm.exact("__getitem__", args)?;
        if vm.is_type(object, Type::Str) {
            return vm.builtin_get_item(object, key);
        }
        Err(vm.index_error("invalid index to scalar variable."))
    }),
    ("is_integer", |vm, args| {
        let array = receiver(vm, args)?;
        Ok(Value::bool(match array.value_at(0) {
            Some(Plain::Float(f)) => f.is_finite() && f.fract() == 0.0,
            _ => true,
        }))
    }),
    ("__copy__", |_, args| Ok(args.pos.first().copied().unwrap_or(Value::NONE))),
    ("__deepcopy__", |_, args| Ok(args.pos.first().copied().unwrap_or(Value::NONE))),
];

fn plain(vm: &mut Vm, args: &Args<'_>) -> Res {
    let array = receiver(vm, args)?;
    let value = array.item().or_raise(vm)?;
    Ok(make::python_value(vm, &value))
}

fn text(vm: &mut Vm, args: &Args<'_>, write: fn(&taskyard_ndarray::Scalar) -> String) -> Res {
    let text = receiver(vm, args)?.as_scalar().map(|scalar| write(&scalar)).unwrap_or_default();
    Ok(vm.string(text))
}
