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
        // As if raised by hand: nothing for None, and the parts of a tuple.
        let given = args.pos.first().copied().filter(|code| !code.is_none());
        let parts = match given.and_then(|code| vm.tuple_items(code)) {
            Some(parts) => parts.to_vec(),
            None => given.into_iter().collect(),
        };
        let exc = vm.call(Value::class(Type::SystemExit), &parts)?;
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
    ("exception", |vm, args| {
        let [] = vm.exact("exception", args)?;
        Ok(vm.handled_exception().unwrap_or(Value::NONE))
    }),
    ("_module", |vm, args| {
        let [name] = vm.exact("_module", args)?;
        let name = text_argument(vm, "name", name)?;
        Ok(vm.imported(&name).map_or(Value::NONE, Value::object))
    }),
    ("_module_names", |vm, args| {
        let [] = vm.exact("_module_names", args)?;
        let names = vm.imported_names().into_iter().map(|name| vm.symbol_text(name)).collect();
        Ok(vm.list(names))
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
    let version = vm.str("3.11.7 (Taskyard)");
    let platform = vm.str("taskyard");
    let byteorder = vm.str("little");
    let values = [
        ("maxsize", maxsize),
        ("argv", argv),
        ("version", version),
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
            ("writelines", |vm, args| {
                let (stream, [lines]) = vm.method("writelines", args)?;
                vm.for_each(lines, &mut |vm, line| write(vm, &Args { pos: &[stream, line], kw: &[] }).map(|_| true))?;
                Ok(Value::NONE)
            }),
            ("flush", |vm, args| vm.method::<0>("flush", args).map(|_| Value::NONE)),
            ("isatty", |vm, args| vm.method::<0>("isatty", args).map(|_| Value::FALSE)),
        ],
        getters: &[("encoding", |vm, args| vm.method::<0>("encoding", args).map(|_| vm.str("utf-8")))],
    });
    for (name, error) in [("stdout", false), ("stderr", true)] {
        let value = vm.new_instance(stream, crate::object::Payload::None);
        let flag = vm.names.intern("_error");
        vm.plain_set_attr(value, flag, Value::bool(error))?;
        vm.module_set(module, name, value);
        vm.module_set(module, &format!("__{name}__"), value);
        let shown = vm.str(&format!("<{name}>"));
        let name = vm.names.intern("name");
        vm.plain_set_attr(value, name, shown)?;
    }
    super::source::run(vm, module, include_str!("library/sys.py"))
}

/// What `print` writes to when the program put something else in the place of the page: `sys.stdout`.
pub(crate) fn replaced_output(vm: &Vm) -> Option<Value> {
    let module = vm.imported("sys")?;
    let Object::Module(namespace) = vm.heap.get(module) else { return None };
    let [now, own] = ["stdout", "__stdout__"].map(|name| vm.names.find(name).and_then(|name| namespace.get(name)));
    now.filter(|_| now != own)
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
