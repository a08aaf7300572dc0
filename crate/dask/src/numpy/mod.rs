//! The module `numpy`: arrays of the kernels in `taskyard-ndarray` as Python objects.
//!
//! The files: `data` (what lies in the objects), `state` (classes), `make` and
//! `convert` (objects from and to kernel values), `error`, `object` (`ndarray`),
//! `scalar`, `dtype`, `operators`, `items` (indexing), and the functions of the
//! module in `create`, `ufunc`, `reduction`, `shape`, `join`. Functions pass
//! arrays of Dask on to `dask.array`.

pub(crate) mod convert;
pub(crate) mod create;
pub(crate) mod data;
mod dtype;
pub(crate) mod error;
pub(crate) mod items;
mod join;
pub(crate) mod make;
mod object;
mod operators;
mod reduction;
mod scalar;
mod shape;
pub(crate) mod state;
mod ufunc;

use taskyard_ndarray::{DType, Scalar};
use taskyard_python::error::Res;
use taskyard_python::object::{Args, NativeFn, Object, Payload, Type};
use taskyard_python::value::{Ref, Value};
use taskyard_python::vm::{ClassSpec, Vm};

use data::Refused;
use state::{Classes, NumpyState};

/// Parts of numpy that are not there, with what to use instead.
const REFUSED: &[(&str, &str)] = &[
    ("random", "use the module random with np.array"),
    ("linalg", "use @ and np.dot"),
    ("fft", "it is beyond this playground"),
    ("ma", "use boolean masks"),
    ("polynomial", "it is beyond this playground"),
];

/// Offers the module; it is made at its first import.
pub(crate) fn install(vm: &mut Vm) {
    vm.register_module("numpy", build);
    vm.register_module("numpy.exceptions", |vm, module| {
        let class = state::classes(vm)?.axis_error;
        vm.module_set(module, "AxisError", Value::object(class));
        Ok(())
    });
}

fn build(vm: &mut Vm, module: Ref) -> Res<()> {
    let classes = define_classes(vm, module);
    vm.extension::<NumpyState>().classes = Some(classes);
    let tables = [
        create::FUNCTIONS,
        ufunc::UNARY,
        ufunc::BINARY,
        ufunc::FUNCTIONS,
        reduction::METHODS,
        reduction::FUNCTIONS,
        shape::FUNCTIONS,
        join::FUNCTIONS,
    ];
    for (name, function) in tables.into_iter().flatten() {
        add_function(vm, module, name, *function);
    }
    for (name, value) in [
        ("pi", std::f64::consts::PI),
        ("e", std::f64::consts::E),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
        ("euler_gamma", 0.577_215_664_901_532_9),
    ] {
        vm.module_set(module, name, Value::float(value));
    }
    vm.module_set(module, "newaxis", Value::NONE);
    for (name, truth) in [("True_", true), ("False_", false)] {
        let scalar = Scalar { dtype: DType::Bool, value: taskyard_ndarray::Value::Bool(truth) };
        let value = make::new_scalar(vm, scalar)?;
        vm.module_set(module, name, value);
    }
    let version = vm.str("2.4.6");
    vm.module_set(module, "__version__", version);
    for &(name, instead) in REFUSED {
        let value = refused_part(vm, "numpy", name, instead)?;
        vm.module_set(module, name, value);
    }
    Ok(())
}

/// A function of the module. It hands arrays of Dask to the function of the
/// same name in `dask.array`.
fn add_function(vm: &mut Vm, module: Ref, name: &'static str, function: NativeFn) {
    let inner = vm.native_fn(name, function);
    let outer = vm.native_closure(name, dispatch, inner);
    for value in [inner, outer] {
        if let Some(Object::NativeFunction(native)) = value.as_ref().map(|r| vm.heap.get_mut_internal(r)) {
            native.module = Some("numpy".into());
        }
    }
    vm.module_set(module, name, outer);
}

fn dispatch(vm: &mut Vm, args: &Args<'_>) -> Res {
    let inner = vm.native_data();
    let lazy = |value: Value| {
        let items = vm.list_items(value).or_else(|| vm.tuple_items(value));
        crate::array::is_dask_array(vm, value)
            || items.is_some_and(|items| items.iter().any(|&item| crate::array::is_dask_array(vm, item)))
    };
    if !args.pos.iter().chain(args.kw.iter().map(|(_, value)| value)).any(|&value| lazy(value)) {
        return vm.call_args(inner, args);
    }
    let Some(Object::NativeFunction(native)) = vm.heap.object(inner) else { return Ok(Value::NONE) };
    let name = native.name.clone();
    let module = vm.import("dask.array")?;
    let name = vm.names.intern(&name);
    let function = vm.get_attr(Value::object(module), name)?;
    vm.call_args(function, args)
}

fn define_classes(vm: &mut Vm, module: Ref) -> Classes {
    let family = scalar::define_family(vm);
    let float = Ref::of(Type::Float);
    let text = Ref::of(Type::Str);
    let base = vm.define_class(ClassSpec {
        name: "_base",
        module: "numpy",
        bases: &[],
        constructor: None,
        methods: &[],
        getters: &[],
    });
    let classes = Classes {
        ndarray: object::define(vm),
        base,
        dtype: dtype::define(vm),
        bool_: scalar::define(vm, "bool", &[family.generic]),
        int8: scalar::define(vm, "int8", &[family.signed]),
        int16: scalar::define(vm, "int16", &[family.signed]),
        int32: scalar::define(vm, "int32", &[family.signed]),
        int64: scalar::define(vm, "int64", &[family.signed]),
        float32: scalar::define(vm, "float32", &[family.floating]),
        float64: scalar::define(vm, "float64", &[family.floating, float]),
        str_: scalar::define(vm, "str_", &[family.character, text]),
        axis_error: exception(vm, "numpy.exceptions", "AxisError", &[Type::ValueError, Type::IndexError]),
        ufunc_error: exception(vm, "numpy._core._exceptions", "UFuncTypeError", &[Type::TypeError]),
        refused: define_refused(vm),
    };
    let named = [
        ("ndarray", classes.ndarray),
        ("dtype", classes.dtype),
        ("generic", family.generic),
        ("number", family.number),
        ("integer", family.integer),
        ("signedinteger", family.signed),
        ("inexact", family.inexact),
        ("floating", family.floating),
        ("flexible", family.flexible),
        ("character", family.character),
        ("bool", classes.bool_),
        ("bool_", classes.bool_),
        ("int_", classes.int64),
        ("intp", classes.int64),
        ("double", classes.float64),
        ("str_", classes.str_),
    ];
    for (name, class) in named {
        vm.module_set(module, name, Value::object(class));
    }
    for dtype in [DType::Int8, DType::Int16, DType::Int32, DType::Int64, DType::Float32, DType::Float64] {
        vm.module_set(module, dtype.scalar_name(), Value::object(classes.scalar(dtype)));
    }
    classes
}

fn exception(vm: &mut Vm, module: &str, name: &str, bases: &[Type]) -> Ref {
    let bases: Vec<Ref> = bases.iter().map(|&ty| Ref::of(ty)).collect();
    vm.define_class(ClassSpec { name, module, bases: &bases, constructor: None, methods: &[], getters: &[] })
}

/// A part of a module that says what to use instead.
pub(crate) fn refused_part(
    vm: &mut Vm,
    module: &'static str,
    name: &'static str,
    instead: &'static str,
) -> Res {
    let class = state::classes(vm)?.refused;
    Ok(vm.new_instance(class, Payload::Native(Box::new(Refused { module, name, instead }))))
}

fn define_refused(vm: &mut Vm) -> Ref {
    vm.define_class(ClassSpec {
        name: "_refused",
        module: "numpy",
        bases: &[],
        constructor: None,
        methods: &[("__getattr__", |vm, args| {
            let [object, name] = vm.exact("__getattr__", args)?;
            let name = vm.as_arc_str(name).unwrap_or_default();
            let Some(&Refused { module, name: part, instead }) = vm.payload::<Refused>(object) else {
                return Ok(Value::NONE);
            };
            let text = format!("{module}.{part}.{name} is not supported in taskyard: {instead}.");
            Err(vm.error(Type::NotImplementedError, text))
        })],
        getters: &[],
    })
}
