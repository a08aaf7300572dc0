//! `sys`: what a program may ask of the machine that runs it.

use super::support::{Table, add_functions, text_argument};
use crate::error::Res;
use crate::object::{Args, Object, Type};
use crate::value::{Ref, Value};
use crate::vm::{ClassSpec, Vm};

/// Python's own bounds on what a learner may set.
const MAX_RECURSION: i64 = 20_000;

const FUNCTIONS: Table = &[
    ("exit", |vm, args| {
        vm.between("exit", args, 0, 1)?;
        let exc = vm.call(Value::class(Type::SystemExit), args.pos)?;
        Err(vm.raise_value(exc))
    }),
    ("getrecursionlimit", |vm, args| {
        let [] = vm.exact("getrecursionlimit", args)?;
        Ok(vm.usize(vm.limits.recursion))
    }),
    ("setrecursionlimit", |vm, args| {
        let [limit] = vm.exact("setrecursionlimit", args)?;
        let limit = vm.to_index(limit)?;
        if limit < 1 {
            return Err(vm.value_error("recursion limit must be greater or equal than 1"));
        }
        vm.limits.recursion = usize::try_from(limit.min(MAX_RECURSION)).unwrap_or(1);
        Ok(Value::NONE)
    }),
    ("getsizeof", |vm, args| {
        let given = vm.between("getsizeof", args, 1, 2)?;
        let size = vm.heap.object(given[0]).map_or(0, Object::size) + 24;
        Ok(vm.usize(size))
    }),
    ("intern", |vm, args| {
        let [text] = vm.exact("intern", args)?;
        match vm.symbol_of(text) {
            Some(sym) => Ok(vm.symbol_text(sym)),
            None => Err(vm.type_error("intern() argument must be str")),
        }
    }),
];

pub(super) fn install(vm: &mut Vm) {
    vm.register_module("sys", build);
}

fn build(vm: &mut Vm, module: Ref) -> Res<()> {
    add_functions(vm, module, FUNCTIONS);
    let maxsize = vm.int(i64::MAX);
    let argv = vm.str("program.py");
    let argv = vm.list(vec![argv]);
    let version = vm.str("3.11.0 (Taskyard)");
    let platform = vm.str("taskyard");
    let byteorder = vm.str("little");
    let info = [3, 11, 0].map(Value::small_int_wrapping).to_vec();
    let info = vm.tuple(info);
    let values = [
        ("maxsize", maxsize),
        ("argv", argv),
        ("version", version),
        ("version_info", info),
        ("platform", platform),
        ("byteorder", byteorder),
        ("maxunicode", Value::small_int_wrapping(0x0010_FFFF)),
    ];
    for (name, value) in values {
        vm.module_set(module, name, value);
    }
    let stream = vm.define_class(ClassSpec {
        name: "_Stream",
        module: "sys",
        bases: &[],
        constructor: None,
        methods: &[
            ("write", write),
            ("flush", |vm, args| vm.method::<0>("flush", args).map(|_| Value::NONE)),
            ("isatty", |vm, args| vm.method::<0>("isatty", args).map(|_| Value::FALSE)),
        ],
        getters: &[],
    });
    for (name, error) in [("stdout", false), ("stderr", true)] {
        let value = vm.new_instance(stream, crate::object::Payload::None);
        let flag = vm.names.intern("_error");
        vm.plain_set_attr(value, flag, Value::bool(error))?;
        vm.module_set(module, name, value);
    }
    Ok(())
}

fn write(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (stream, [text]) = vm.method("write", args)?;
    let text = text_argument(vm, "write() argument", text)?;
    let flag = vm.names.intern("_error");
    if vm.find_attr(stream, flag)? == Some(Value::TRUE) {
        vm.world.print_error(&text);
    } else {
        vm.print_text(&text)?;
    }
    Ok(vm.usize(text.chars().count()))
}
