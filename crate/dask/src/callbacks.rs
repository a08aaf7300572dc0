//! `dask.callbacks`: functions of the program that are called while a graph runs.

use taskyard_python::error::Res;
use taskyard_python::object::{Args, Payload, Type, sym};
use taskyard_python::value::{Ref, Value};
use taskyard_python::vm::{ClassSpec, Vm};

use crate::request::CallbackSet;
use crate::state::classes;

const NAMES: [&str; 5] = ["start", "start_state", "pretask", "posttask", "finish"];
/// The class attribute that lists the callbacks in force.
const ACTIVE: &str = "active";

/// Makes the class `Callback`.
pub(crate) fn install(vm: &mut Vm) -> Ref {
    let class = vm.define_class(ClassSpec {
        name: "Callback",
        module: "dask.callbacks",
        bases: &[],
        constructor: Some(construct),
        methods: &[
            ("__init__", init),
            ("__enter__", enter),
            ("__exit__", exit),
            ("register", register),
            ("unregister", unregister),
        ],
        getters: &[],
    });
    let active = vm.list(Vec::new());
    vm.set_class_attr(class, ACTIVE, active);
    class
}

/// Makes classes that only look like Dask's: they show nothing.
pub(crate) fn install_progress_bar(vm: &mut Vm) -> Ref {
    vm.define_class(ClassSpec {
        name: "ProgressBar",
        module: "dask.diagnostics",
        bases: &[],
        constructor: Some(|vm, class, _| Ok(vm.new_instance(class, Payload::None))),
        methods: &[("__enter__", itself), ("__exit__", nothing), ("register", nothing), ("unregister", nothing)],
        getters: &[],
    })
}

/// A class of the program with its own `__init__` is left to that.
fn construct(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    let callback = vm.new_instance(class, Payload::None);
    let own_init = vm.lookup(class, sym::INIT).is_some_and(|init| vm.function_code(init).is_some());
    if !own_init {
        let mut pos = vec![callback];
        pos.extend_from_slice(args.pos);
        init(vm, &Args { pos: &pos, kw: args.kw })?;
    }
    Ok(callback)
}

fn itself(_vm: &mut Vm, args: &Args<'_>) -> Res {
    Ok(args.pos.first().copied().unwrap_or(Value::NONE))
}

fn nothing(_vm: &mut Vm, _args: &Args<'_>) -> Res {
    Ok(Value::NONE)
}

/// `Callback(start=None, start_state=None, pretask=None, posttask=None, finish=None)`
fn init(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, given) = vm.bind_method("__init__", args, NAMES, 0)?;
    for (name, function) in NAMES.into_iter().zip(given) {
        if let Some(function) = function
            && vm.truthy(function)?
        {
            let name = vm.names.intern(&format!("_{name}"));
            vm.set_attr(receiver, name, function)?;
        }
    }
    Ok(Value::NONE)
}

fn active_list(vm: &mut Vm) -> Res<Option<Ref>> {
    let class = classes(vm)?.callback;
    let name = vm.names.intern(ACTIVE);
    Ok(vm.lookup(class, name).and_then(Value::as_ref))
}

fn add(vm: &mut Vm, callback: Value) -> Res<()> {
    let Some(list) = active_list(vm)? else { return Ok(()) };
    let known = vm.list_items(Value::object(list)).is_some_and(|items| items.contains(&callback));
    if known { Ok(()) } else { vm.list_push(list, callback) }
}

/// Whether it was there.
fn remove(vm: &mut Vm, callback: Value) -> Res<bool> {
    let Some(list) = active_list(vm)? else { return Ok(false) };
    let place = vm.list_items(Value::object(list)).and_then(|items| items.iter().position(|item| *item == callback));
    let Some(place) = place else { return Ok(false) };
    let place = vm.usize(place);
    vm.del_item(Value::object(list), place)?;
    Ok(true)
}

fn enter(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [receiver] = vm.exact("__enter__", args)?;
    add(vm, receiver)?;
    Ok(receiver)
}

fn exit(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, _) = vm.split_receiver("__exit__", args)?;
    remove(vm, receiver)?;
    Ok(Value::NONE)
}

fn register(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [receiver] = vm.exact("register", args)?;
    add(vm, receiver)?;
    Ok(Value::NONE)
}

fn unregister(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [receiver] = vm.exact("unregister", args)?;
    if remove(vm, receiver)? { Ok(Value::NONE) } else { Err(vm.key_error(receiver)) }
}

/// The callbacks in force, in the order in which they were entered.
///
/// # Errors
/// What their attributes raise.
pub(crate) fn active(vm: &mut Vm) -> Res<Vec<CallbackSet>> {
    let Some(list) = active_list(vm)? else { return Ok(Vec::new()) };
    let callbacks = vm.list_items(Value::object(list)).map_or_else(Vec::new, <[Value]>::to_vec);
    let mut sets = Vec::with_capacity(callbacks.len());
    for callback in callbacks {
        let mut functions = [None; 5];
        for (slot, name) in functions.iter_mut().zip(NAMES) {
            let name = vm.names.intern(&format!("_{name}"));
            *slot = vm.find_attr(callback, name)?.filter(|function| !function.is_none());
            slot.iter().for_each(|function| vm.keep(*function));
        }
        let [start, start_state, pretask, posttask, finish] = functions;
        sets.push(CallbackSet { start, start_state, pretask, posttask, finish });
    }
    Ok(sets)
}

/// A class that is refused by name.
pub(crate) fn refused(vm: &mut Vm, _args: &Args<'_>) -> Res {
    let text = "The profilers of dask.diagnostics are not supported here: the timeline shows each task.";
    Err(vm.error(Type::NotImplementedError, text))
}
