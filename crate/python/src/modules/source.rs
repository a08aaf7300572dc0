//! Modules written in Python: their text is compiled at the first import and run as the body of the module.
//!
//! Their classes count as builtin ones afterwards, so that they are the same class on every machine. Tracebacks leave
//! out what happens inside: a learner looks for the own line.

use std::sync::Arc;

use crate::compile::{CompileOptions, SourceKind, compile_with};
use crate::error::Res;
use crate::object::{Args, Object, Type};
use crate::span::Source;
use crate::value::{Ref, Value};
use crate::vm::Vm;

/// Source names of the library begin so; tracebacks know them by it.
pub(crate) const LIBRARY_PREFIX: &str = "<library ";

macro_rules! library {
    ($($name:literal $($file:literal)+,)*) => {
        /// Modules that are all Python.
        pub(super) fn install(vm: &mut Vm) {
            $(vm.register_module($name, |vm, module| {
                let define = vm.native_closure("_define", define, Value::object(module));
                vm.module_set(module, "_define", define);
                $(run(vm, module, include_str!(concat!("library/", $file)))?;)+
                Ok(())
            });)*
        }
    };
}

library! {
    "_groups" "groups.py",
    "_memory" "memory.py",
    "__future__" "future.py",
    "_csv" "csv.py",
    "_isoformat" "isoformat.py",
    "_strptime" "strptime.py",
    "abc" "abc.py",
    "calendar" "calendar.py",
    "cmath" "cmath.py",
    "collections.abc" "collections_abc.py",
    "contextlib" "contextlib.py",
    "copy" "copy.py",
    "difflib" "difflib.py",
    "csv" "csv_dicts.py",
    "dataclasses" "dataclasses.py",
    "datetime" "datetime.py" "datetime_clock.py",
    "enum" "enum.py",
    "fractions" "fractions.py",
    "_io" "io.py",
    "io" "io_names.py",
    "json.decoder" "json_decoder.py",
    "json.encoder" "json_encoder.py",
    "numbers" "numbers.py",
    "platform" "platform.py",
    "pprint" "pprint.py",
    "statistics" "statistics.py",
    "string" "string.py",
    "textwrap" "textwrap.py",
    "types" "types.py",
    "typing" "typing_forms.py" "typing.py",
    "unittest" "unittest_case.py" "unittest.py",
    "uuid" "uuid.py",
    "warnings" "warnings.py",
}

/// Runs a text as the body of a module, on top of what is in it already.
pub(super) fn run(vm: &mut Vm, module: Ref, text: &str) -> Res<()> {
    let name = vm.module_name(module);
    execute(vm, module, &format!("{LIBRARY_PREFIX}{name}>"), text)?;
    seal_classes(vm, module);
    Ok(())
}

/// Runs the text of a module that the host offers: its lines show in tracebacks.
pub(crate) fn run_offered(vm: &mut Vm, module: Ref, text: &str) -> Res<()> {
    let name = vm.module_name(module);
    execute(vm, module, &format!("{name}.py"), text)
}

fn execute(vm: &mut Vm, module: Ref, name: &str, text: &str) -> Res<()> {
    let source = Arc::new(Source::new(name, text));
    let code = match compile_with(source, CompileOptions { kind: SourceKind::Exec }) {
        Ok(code) => code,
        Err(errors) => return Err(vm.error(Type::SystemError, format!("{name} does not compile: {errors:?}"))),
    };
    vm.enter()?;
    let result = vm.run_module(&code, module);
    vm.leave();
    result.map(|_| ())
}

/// Makes the classes of a module the same on all machines: they travel by name.
fn seal_classes(vm: &mut Vm, module: Ref) {
    let Object::Module(namespace) = vm.heap.get(module) else { return };
    let values: Vec<Value> = namespace.iter().map(|(_, value)| value).collect();
    let module_name = vm.module_name(module);
    for value in values {
        let Some(class) = vm.as_class(value) else { continue };
        // The class of `io` that `_io` defines is one of both.
        let own = vm.class_ref(class).module.clone();
        if own != module_name && module_name.strip_prefix('_') != Some(&*own) {
            continue;
        }
        let full = format!("{own}.{}", vm.class_ref(class).name);
        if let Object::Class(class) = vm.heap.get_mut_internal(class) {
            class.builtin = true;
        }
        vm.remember_class(&full, class);
    }
}

/// `_define(text)` of library modules: runs generated definitions in the module and returns what they bind to `_made`.
pub(super) fn define(vm: &mut Vm, args: &Args<'_>) -> Res {
    let module = vm.native_data();
    let [text] = vm.exact("_define", args)?;
    let (Some(text), Some(module)) = (vm.as_arc_str(text), module.as_ref()) else {
        return Err(vm.type_error("_define() needs a text"));
    };
    execute(vm, module, &format!("{LIBRARY_PREFIX}generated>"), &text)?;
    let name = vm.names.intern("_made");
    match vm.heap.get(module) {
        Object::Module(namespace) => Ok(namespace.get(name).unwrap_or(Value::NONE)),
        _ => Ok(Value::NONE),
    }
}
