//! What programs ask functions about themselves: `f.__code__` and the cells of `f.__closure__`.

use super::functions::code_class;
use super::support::wrong_receiver;
use crate::error::Res;
use crate::object::{Args, Object, Payload, Type};
use crate::value::{Ref, Value};
use crate::vm::Vm;

pub(super) fn install(vm: &mut Vm) {
    vm.add_getter(Ref::of(Type::Cell), "cell_contents", cell_contents, None);
    vm.add_getter(Ref::of(Type::Function), "__code__", code_of, None);
}

fn cell_contents(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("cell_contents", args)?;
    match vm.heap.object(receiver) {
        Some(Object::Cell(value)) if value.is_unbound() => Err(vm.value_error("Cell is empty")),
        Some(Object::Cell(value)) => Ok(*value),
        _ => Err(wrong_receiver(vm, Type::Cell, "cell_contents", receiver)),
    }
}

/// The parts of a code object that need no bytecode of CPython's.
fn code_of(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, []) = vm.method("__code__", args)?;
    let Some(Object::Function(function)) = vm.heap.object(receiver) else {
        return Err(wrong_receiver(vm, Type::Function, "__code__", receiver));
    };
    let code = function.code.code.clone();
    let signature = &code.signature;
    let stars = signature.star.iter().chain(&signature.star_star);
    let names = signature.names.iter().chain(stars).chain(code.local_names.iter());
    let names: Vec<Value> = names.map(|name| vm.shared_str(name.clone())).collect();
    let count = names.len();
    let names = vm.tuple(names);
    let free: Vec<Value> = code.free_names.iter().map(|name| vm.shared_str(name.clone())).collect();
    let free = vm.tuple(free);
    let number = |n: u16| i64::from(n);
    let facts = [
        ("co_name", vm.shared_str(code.name.clone())),
        ("co_qualname", vm.shared_str(code.qualname.clone())),
        ("co_filename", vm.shared_str(code.source.name.clone())),
        ("co_firstlineno", vm.int(i64::from(code.source.line(code.span.start)))),
        ("co_argcount", vm.int(number(signature.positional))),
        ("co_posonlyargcount", vm.int(number(signature.positional_only))),
        ("co_kwonlyargcount", vm.int(number(signature.keyword_only))),
        ("co_nlocals", vm.usize(count)),
        ("co_varnames", names),
        ("co_freevars", free),
    ];
    let class = code_class(vm);
    let object = vm.new_instance(class, Payload::None);
    for (name, value) in facts {
        let name = vm.names.intern(name);
        vm.set_attr(object, name, value)?;
    }
    Ok(object)
}
