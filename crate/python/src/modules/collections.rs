//! `collections`: `deque` and `defaultdict` in Rust, and the counting loop of `Counter`; the rest in Python.

mod deque;
mod deque_methods;
mod default_dict;
mod tuple_field;

use super::support::add_functions;
use crate::error::Res;
use crate::object::{Args, Object};
use crate::value::{Ref, Value};
use crate::vm::Vm;

pub(super) fn install(vm: &mut Vm) {
    vm.register_module("collections", build);
}

fn build(vm: &mut Vm, module: Ref) -> Res<()> {
    deque::build(vm, module);
    default_dict::build(vm, module);
    tuple_field::build(vm, module);
    add_functions(vm, module, &[("_count_elements", count_elements), ("_move_to_front", move_to_front)]);
    let define = vm.native_closure("_define", super::source::define, Value::object(module));
    vm.module_set(module, "_define", define);
    super::source::run(vm, module, include_str!("library/collections.py"))?;
    super::source::run(vm, module, include_str!("library/user_containers.py"))
}

/// `_count_elements(counter, iterable)`: adds one for each element.
fn count_elements(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [counter, iterable] = vm.exact("_count_elements", args)?;
    let Some(dict) = vm.dict_ref(counter) else { return Err(vm.type_error("expected a dict")) };
    vm.for_each(iterable, &mut |vm, item| {
        let count = vm.dict_get(dict, item)?;
        let next = match count {
            None => Value::small_int_wrapping(1),
            Some(count) => vm.binary(crate::code::BinOp::Add, count, Value::small_int_wrapping(1))?,
        };
        vm.dict_set(dict, item, next)?;
        Ok(true)
    })?;
    Ok(Value::NONE)
}

/// `_move_to_front(mapping, key)`: the key becomes the first.
fn move_to_front(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [mapping, key] = vm.exact("_move_to_front", args)?;
    let Some(dict) = vm.dict_ref(mapping) else { return Err(vm.type_error("expected a dict")) };
    let Some(value) = vm.dict_get(dict, key)? else { return Err(vm.key_error(key)) };
    let ordered = vm.new_dict();
    vm.dict_set(ordered, key, value)?;
    vm.dict_merge(ordered, dict)?;
    let table = vm.dict_table(ordered).cloned().unwrap_or_default();
    if let Object::Dict(old) = vm.heap.get_mut(dict)? {
        **old = table;
    }
    Ok(Value::NONE)
}
