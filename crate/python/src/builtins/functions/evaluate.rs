//! `eval`, `exec`, `compile`, and the names they work with: `globals`, `locals`, `vars`.

use std::any::Any;
use std::sync::Arc;

use super::Table;
use crate::builtins::live_dict::{live_dict, owner_of};
use crate::compile::{CompileOptions, SourceKind, SyntaxError, compile_local, compile_with};
use crate::error::{Res, Unwind};
use crate::object::{Args, Native, Object, Payload, Sym, Type, sym};
use crate::span::Source;
use crate::value::{Ref, Value};
use crate::vm::{ClassSpec, Locals, Vm};

pub(super) const TABLE: Table = &[
    ("eval", |vm, args| evaluate(vm, "eval", SourceKind::Eval, args)),
    ("exec", |vm, args| evaluate(vm, "exec", SourceKind::Exec, args)),
    ("compile", compile),
    ("globals", globals),
    ("locals", locals),
    ("vars", vars),
];

/// The name that Python gives to texts without a file.
const TEXT_NAME: &str = "<string>";
/// Under which the class of code objects is remembered.
const CODE_CLASS: &str = "<code>";

/// What `compile` gives: a text that was found to be right.
#[derive(Debug)]
struct CodeText {
    source: Arc<Source>,
    kind: SourceKind,
}

impl Native for CodeText {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }

    fn trace(&self, _visit: &mut dyn FnMut(Value)) {}

    fn size(&self) -> usize {
        self.source.text.len()
    }
}

/// The class of code objects, also of those that functions show.
pub(crate) fn code_class(vm: &mut Vm) -> Ref {
    if let Some(class) = vm.known_class(CODE_CLASS) {
        return class;
    }
    let spec =
        ClassSpec { name: "code", module: "builtins", bases: &[], constructor: None, methods: &[], getters: &[] };
    let class = vm.define_class(spec);
    vm.remember_class(CODE_CLASS, class);
    class
}

/// The text of an argument of `eval`, `exec` and `compile`.
fn text_of(vm: &Vm, value: Value) -> Option<Arc<str>> {
    if let Some(text) = vm.as_arc_str(value) {
        return Some(text);
    }
    let bytes: &[u8] = match vm.heap.object(vm.plain(value))? {
        Object::Bytes(bytes) => bytes,
        Object::ByteArray(bytes) => bytes,
        _ => return None,
    };
    std::str::from_utf8(bytes).ok().map(Into::into)
}

fn compile(vm: &mut Vm, args: &Args<'_>) -> Res {
    let names = ["source", "filename", "mode", "flags", "dont_inherit", "optimize"];
    let [source, filename, mode, ..] = vm.bind("compile", args, names, 3)?;
    let source = source.unwrap_or(Value::NONE);
    let filename = filename.and_then(|name| vm.as_arc_str(name)).unwrap_or_else(|| TEXT_NAME.into());
    let mode = mode.and_then(|mode| vm.as_arc_str(mode)).unwrap_or_default();
    let kind = match &*mode {
        "eval" => SourceKind::Eval,
        "exec" => SourceKind::Exec,
        "single" => {
            let text = "compile() in the mode 'single' is not supported here; use 'exec' or 'eval'";
            return Err(vm.error(Type::NotImplementedError, text));
        }
        _ => return Err(vm.value_error("compile() mode must be 'exec', 'eval' or 'single'")),
    };
    let Some(text) = text_of(vm, source) else {
        return Err(vm.type_error("compile() arg 1 must be a string, bytes or AST object"));
    };
    let source = Arc::new(Source::new(&filename, &text));
    if let Err(errors) = compile_with(source.clone(), CompileOptions { kind }) {
        return Err(syntax_error(vm, &source, kind, &errors));
    }
    let class = code_class(vm);
    Ok(vm.new_instance(class, Payload::Native(Box::new(CodeText { source, kind }))))
}

/// The exception for a text that is no program.
fn syntax_error(vm: &mut Vm, source: &Source, kind: SourceKind, errors: &[SyntaxError]) -> Unwind {
    let Some(error) = errors.first() else { return vm.error(Type::SyntaxError, "invalid syntax") };
    let ty = match error.class.name() {
        "IndentationError" => Type::IndentationError,
        "TabError" => Type::TabError,
        _ => Type::SyntaxError,
    };
    let (line, column) = source.line_column_utf16(error.span.start);
    let (end_line, end_column) = source.line_column_utf16(error.span.end.max(error.span.start));
    let mut text = source.line_text(line).to_owned();
    if kind == SourceKind::Exec {
        text.push('\n');
    }
    let message = vm.str(&error.message);
    let filename = vm.shared_str(source.name.clone());
    let (line, offset) = (vm.int(i64::from(line)), vm.int(i64::from(column) + 1));
    let (end_line, end_offset) = (vm.int(i64::from(end_line)), vm.int(i64::from(end_column) + 1));
    let text = vm.string(text);
    let place = vm.tuple(vec![filename, line, offset, text, end_line, end_offset]);
    match vm.call(Value::class(ty), &[message, place]) {
        Ok(exception) => vm.raise_value(exception),
        Err(other) => other,
    }
}

/// Where the names of a text live.
struct Scope {
    module: Ref,
    /// The dict that stands for the module, when that was made for it.
    globals: Option<Ref>,
    namespace: Value,
}

fn evaluate(vm: &mut Vm, fname: &str, kind: SourceKind, args: &Args<'_>) -> Res {
    let [source, globals, locals] = vm.bind(fname, args, ["/source", "/globals", "/locals"], 1)?;
    let source = source.unwrap_or(Value::NONE);
    let (globals, locals) = (globals.filter(|value| !value.is_none()), locals.filter(|value| !value.is_none()));
    let known = vm.payload::<CodeText>(source).map(|code| (code.source.clone(), code.kind));
    let (source, kind) = match (known, text_of(vm, source)) {
        (Some(known), _) => known,
        (None, Some(text)) => (Arc::new(Source::new(TEXT_NAME, &text)), kind),
        (None, None) => {
            return Err(vm.type_error(format!("{fname}() arg 1 must be a string, bytes or code object")));
        }
    };
    let scope = scope(vm, fname, globals, locals)?;
    let options = CompileOptions { kind };
    let local = !scope.namespace.is_none();
    let compiled =
        if local { compile_local(source.clone(), options) } else { compile_with(source.clone(), options) };
    let code = match compiled {
        Ok(code) => code,
        Err(errors) => return Err(syntax_error(vm, &source, kind, &errors)),
    };
    let result = vm.run_text(&code, scope.module, scope.namespace);
    if let Some(dict) = scope.globals {
        write_back(vm, scope.module, dict)?;
    }
    let value = result?;
    Ok(if fname == "eval" { value } else { Value::NONE })
}

fn scope(vm: &mut Vm, fname: &str, globals: Option<Value>, locals: Option<Value>) -> Res<Scope> {
    if let Some(locals) = locals
        && vm.dict_ref(locals).is_none()
    {
        let name = if fname == "eval" { "locals must be a mapping" } else { "locals must be a mapping or None" };
        let what = vm.type_name(locals);
        return Err(vm.type_error(if fname == "eval" { name.to_owned() } else { format!("{name}, not {what}") }));
    }
    let Some(given) = globals else {
        let namespace = match locals {
            Some(locals) => locals,
            None => match vm.current_locals() {
                Locals::Globals => Value::NONE,
                Locals::Dict(dict) => dict,
                Locals::Variables(variables) => variables_dict(vm, variables)?,
            },
        };
        return Ok(Scope { module: vm.current_module(), globals: None, namespace });
    };
    let Some(dict) = vm.dict_ref(given) else {
        let what = vm.type_name(given);
        let text = "globals must be a dict";
        return Err(vm.type_error(if fname == "eval" { text.to_owned() } else { format!("exec() {text}, not {what}") }));
    };
    let namespace = locals.filter(|&locals| locals != given).unwrap_or(Value::NONE);
    if let Some(owner) = owner_of(vm, given)
        && matches!(vm.heap.get(owner), Object::Module(_))
    {
        return Ok(Scope { module: owner, globals: None, namespace });
    }
    if vm.dict_get_str(dict, "__builtins__").is_none() {
        let builtins = vm.import("builtins")?;
        vm.dict_set_str(dict, "__builtins__", Value::object(builtins))?;
    }
    let mut names: Vec<(Sym, Value)> = Vec::new();
    for (key, value) in vm.dict_items(dict) {
        names.extend(vm.symbol_of(key).map(|name| (name, value)));
    }
    Ok(Scope { module: vm.hidden_module(names), globals: Some(dict), namespace })
}

/// Brings the dict that was given as globals up to date.
fn write_back(vm: &mut Vm, module: Ref, dict: Ref) -> Res<()> {
    let Object::Module(namespace) = vm.heap.get(module) else { return Ok(()) };
    let now: Vec<(Sym, Value)> = namespace.iter().collect();
    for (key, _) in vm.dict_items(dict) {
        let gone = vm.symbol_of(key).is_some_and(|name| now.iter().all(|&(known, _)| known != name));
        if gone {
            vm.dict_remove(dict, key)?;
        }
    }
    for (name, value) in now {
        let key = vm.symbol_text(name);
        vm.dict_set(dict, key, value)?;
    }
    Ok(())
}

fn variables_dict(vm: &mut Vm, variables: Vec<(Arc<str>, Value)>) -> Res {
    let dict = vm.new_dict();
    for (name, value) in variables {
        let key = vm.shared_str(name);
        vm.dict_set(dict, key, value)?;
    }
    Ok(Value::object(dict))
}

/// The names of the module whose code runs.
fn globals(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [] = vm.exact("globals", args)?;
    let module = vm.current_module();
    Ok(live_dict(vm, module))
}

fn locals(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [] = vm.exact("locals", args)?;
    match vm.current_locals() {
        Locals::Globals => {
            let module = vm.current_module();
            Ok(live_dict(vm, module))
        }
        Locals::Dict(dict) => Ok(dict),
        Locals::Variables(variables) => variables_dict(vm, variables),
    }
}

fn vars(vm: &mut Vm, args: &Args<'_>) -> Res {
    match *vm.between("vars", args, 0, 1)? {
        [object] => match vm.find_attr(object, sym::DICT)? {
            Some(attributes) => Ok(attributes),
            None => Err(vm.type_error("vars() argument must have __dict__ attribute")),
        },
        _ => locals(vm, args),
    }
}

/// The names that `dir()` lists.
pub(super) fn local_names(vm: &mut Vm) -> Res<Vec<Arc<str>>> {
    match vm.current_locals() {
        Locals::Globals => {
            let module = Value::object(vm.current_module());
            Ok(vm.dir_names(module))
        }
        Locals::Dict(dict) => {
            let items = vm.collect(dict)?;
            Ok(items.into_iter().filter_map(|key| vm.as_arc_str(key)).collect())
        }
        Locals::Variables(variables) => Ok(variables.into_iter().map(|(name, _)| name).collect()),
    }
}
