//! The objects behind `exception.__traceback__`.

use std::any::Any;

use crate::error::Res;
use crate::object::{Args, Native, Payload, TraceEntry};
use crate::value::Value;
use crate::vm::{ClassSpec, Vm};

/// Under which the class of traceback objects is remembered.
const CLASS: &str = "builtins.traceback";

/// The places an exception passed, innermost first.
#[derive(Debug, Clone)]
struct Places(Vec<TraceEntry>);

impl Native for Places {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }

    fn trace(&self, _visit: &mut dyn FnMut(Value)) {}

    fn size(&self) -> usize {
        self.0.len() * size_of::<TraceEntry>()
    }
}

pub(super) fn install(vm: &mut Vm) {
    vm.define_class(ClassSpec {
        name: "traceback",
        module: "builtins",
        bases: &[],
        constructor: None,
        methods: &[],
        getters: &[("tb_lineno", line), ("tb_next", next)],
    });
}

/// `exception.__traceback__`: `None` for one that was not raised yet.
pub(crate) fn of_exception(vm: &mut Vm, exc: Value) -> Value {
    let places = vm.exception_data(exc).map(|data| data.trace.clone()).unwrap_or_default();
    make(vm, places)
}

/// Gives an exception the places of a traceback object, or none.
pub(crate) fn assign(vm: &mut Vm, exc: Value, traceback: Value) -> Res<()> {
    let places = match vm.payload::<Places>(traceback) {
        Some(places) => places.0.clone(),
        None if traceback.is_none() => Vec::new(),
        None => return Err(vm.type_error("__traceback__ must be a traceback or None")),
    };
    if let Some(data) = vm.exception_mut(exc) {
        data.trace = places;
    }
    Ok(())
}

fn make(vm: &mut Vm, places: Vec<TraceEntry>) -> Value {
    match vm.known_class(CLASS) {
        Some(class) if !places.is_empty() => vm.new_instance(class, Payload::Native(Box::new(Places(places)))),
        _ => Value::NONE,
    }
}

fn places(vm: &mut Vm, name: &str, args: &Args<'_>) -> Res<Vec<TraceEntry>> {
    let (receiver, []) = vm.method(name, args)?;
    Ok(vm.payload::<Places>(receiver).map(|places| places.0.clone()).unwrap_or_default())
}

fn line(vm: &mut Vm, args: &Args<'_>) -> Res {
    let places = places(vm, "tb_lineno", args)?;
    let line = places.last().map_or(0, |entry| {
        let code = &entry.code;
        let span = code.spans.get(entry.pc as usize).copied().unwrap_or(code.span);
        code.source.line(span.start)
    });
    Ok(vm.int(i64::from(line)))
}

/// The same without the outermost place.
fn next(vm: &mut Vm, args: &Args<'_>) -> Res {
    let mut places = places(vm, "tb_next", args)?;
    places.pop();
    Ok(make(vm, places))
}
