//! `time`: the clock of the machine's world, and waiting; calendar times are written in Python.

use super::support::{Table, add_functions};
use crate::error::Res;
use crate::object::Args;
use crate::value::{Ref, Value};
use crate::vm::Vm;

const FUNCTIONS: Table = &[
    ("sleep", sleep),
    ("time", |vm, args| seconds(vm, "time", args)),
    ("perf_counter", |vm, args| seconds(vm, "perf_counter", args)),
    ("monotonic", |vm, args| seconds(vm, "monotonic", args)),
    ("process_time", |vm, args| seconds(vm, "process_time", args)),
    ("thread_time", |vm, args| seconds(vm, "thread_time", args)),
    ("time_ns", |vm, args| nanoseconds(vm, "time_ns", args)),
    ("perf_counter_ns", |vm, args| nanoseconds(vm, "perf_counter_ns", args)),
    ("monotonic_ns", |vm, args| nanoseconds(vm, "monotonic_ns", args)),
    ("thread_time_ns", |vm, args| nanoseconds(vm, "thread_time_ns", args)),
    ("process_time_ns", |vm, args| nanoseconds(vm, "process_time_ns", args)),
];

pub(super) fn install(vm: &mut Vm) {
    vm.register_module("time", build);
}

fn build(vm: &mut Vm, module: Ref) -> Res<()> {
    add_functions(vm, module, FUNCTIONS);
    super::source::run(vm, module, include_str!("library/time.py"))
}

fn sleep(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [seconds] = vm.exact("sleep", args)?;
    let seconds = match vm.as_f64_exact(seconds) {
        Some(seconds) => seconds,
        None => vm.to_big_index(seconds).and_then(|_| vm.to_f64(seconds))?,
    };
    if seconds.is_nan() {
        return Err(vm.value_error("Invalid value NaN (not a number)"));
    }
    if seconds < 0.0 {
        return Err(vm.value_error("sleep length must be non-negative"));
    }
    vm.sleep(seconds * 1e6)?;
    Ok(Value::NONE)
}

fn seconds(vm: &mut Vm, name: &str, args: &Args<'_>) -> Res {
    let [] = vm.exact(name, args)?;
    Ok(Value::float(vm.world.now_us() / 1e6))
}

fn nanoseconds(vm: &mut Vm, name: &str, args: &Args<'_>) -> Res {
    let [] = vm.exact(name, args)?;
    let now = (vm.world.now_us() * 1e3) as i64;
    Ok(vm.int(now))
}
