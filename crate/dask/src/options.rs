//! Options of `compute`, `get` and `visualize`, checked as Dask checks them.

use std::sync::Arc;

use taskyard_python::error::Res;
use taskyard_python::object::{Object, Sym, Type};
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use crate::config;
use crate::request::RunOptions;

const SCHEDULERS: [&str; 7] =
    ["multiprocessing", "processes", "single-threaded", "sync", "synchronous", "threading", "threads"];

const GET_REMOVED: &str = "The get= keyword has been removed.

Please use the scheduler= keyword instead with the name of
the desired scheduler like 'threads' or 'processes'

    x.compute(scheduler='single-threaded')
    x.compute(scheduler='threads')
    x.compute(scheduler='processes')

or with a function that takes the graph and keys

    x.compute(scheduler=my_scheduler_function)

or with a Dask client

    x.compute(scheduler=client)";

const COLOURS: [&str; 13] = [
    "order",
    "order-age",
    "order-freed",
    "order-memoryincreases",
    "order-memorydecreases",
    "order-memorypressure",
    "age",
    "freed",
    "memoryincreases",
    "memorydecreases",
    "memorypressure",
    "critical",
    "cpath",
];

/// A keyword argument that is there and not `None`.
pub(crate) fn keyword(vm: &Vm, kw: &[(Sym, Value)], name: &str) -> Option<Value> {
    let found = kw.iter().find(|(keyword, _)| &**vm.names.text(*keyword) == name);
    found.map(|(_, value)| *value).filter(|value| !value.is_none())
}

/// A flag among keyword arguments.
///
/// # Errors
/// What its truth raises.
pub(crate) fn flag(vm: &mut Vm, kw: &[(Sym, Value)], name: &str, default: bool) -> Res<bool> {
    let found = kw.iter().find(|(keyword, _)| &**vm.names.text(*keyword) == name);
    match found {
        Some(&(_, value)) => vm.truthy(value),
        None => Ok(default),
    }
}

/// The scheduler and the workers that a call asks for.
///
/// # Errors
/// Dask's own for what it does not know.
pub(crate) fn run_options(vm: &mut Vm, kw: &[(Sym, Value)]) -> Res<RunOptions> {
    if keyword(vm, kw, "get").is_some() {
        return Err(vm.type_error(GET_REMOVED));
    }
    let mut asked = keyword(vm, kw, "scheduler");
    if asked.is_none() {
        asked = config::value(vm, "scheduler")?.filter(|value| !value.is_none());
    }
    let scheduler = match asked {
        Some(asked) => Some(scheduler(vm, asked)?),
        None => None,
    };
    let mut workers = keyword(vm, kw, "num_workers");
    if workers.is_none() {
        workers = config::value(vm, "num_workers")?;
    }
    let num_workers = workers.and_then(|count| usize::try_from(vm.as_i64(count)?).ok());
    Ok(RunOptions { scheduler, num_workers })
}

fn scheduler(vm: &mut Vm, asked: Value) -> Res<Arc<str>> {
    if let Some(name) = vm.as_str(asked).map(str::to_lowercase) {
        if SCHEDULERS.contains(&&*name) {
            return Ok(name.into());
        }
        if matches!(&*name, "distributed" | "dask.distributed") {
            let text = format!("Requested {name} scheduler but no Client active.");
            return Err(vm.error(Type::RuntimeError, text));
        }
        return Err(vm.value_error(format!("Expected one of [distributed, {}]", SCHEDULERS.join(", "))));
    }
    if let Some(Object::NativeFunction(native)) = vm.heap.object(asked) {
        match native.module.as_deref() {
            Some("dask.threaded") => return Ok("threads".into()),
            Some("dask.multiprocessing") => return Ok("processes".into()),
            Some("dask.local" | "dask.core") => return Ok("sync".into()),
            _ => {}
        }
    }
    if vm.is_callable(asked) {
        let text = "A function of your own as scheduler is not supported here: use the name of one.";
        return Err(vm.error(Type::NotImplementedError, text));
    }
    let shown = vm.repr(asked)?;
    Err(vm.value_error(format!("Unexpected scheduler: {shown}")))
}

/// Checks the options of `visualize`, which change nothing else here.
///
/// # Errors
/// Dask's own for colours and engines that it does not know.
pub(crate) fn check_drawing(vm: &mut Vm, kw: &[(Sym, Value)]) -> Res<()> {
    if let Some(colour) = keyword(vm, kw, "color")
        && vm.truthy(colour)?
        && !vm.as_str(colour).is_some_and(|colour| COLOURS.contains(&colour))
    {
        let shown = vm.to_str(colour)?;
        return Err(vm.error(Type::NotImplementedError, format!("Unknown value color={shown}")));
    }
    if let Some(engine) = keyword(vm, kw, "engine")
        && !matches!(vm.as_str(engine), Some("graphviz" | "cytoscape" | "ipycytoscape"))
    {
        let shown = vm.to_str(engine)?;
        return Err(vm.value_error(format!("Visualization engine {shown} not recognized")));
    }
    Ok(())
}
