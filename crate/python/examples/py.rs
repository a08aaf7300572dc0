//! Runs a Python file and prints what it prints: a way to try the machine alone. Fails when the program does.
use std::process::ExitCode;
use std::sync::Arc;

use taskyard_python::compile::compile;
use taskyard_python::error::Unwind;
use taskyard_python::span::Source;
use taskyard_python::value::Value;
use taskyard_python::vm::{Limits, Vm, World};

struct Console;

impl World for Console {
    fn now_us(&self) -> f64 {
        std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0.0, |t| t.as_secs_f64() * 1e6)
    }
    fn sleep_us(&mut self, us: f64) {
        std::thread::sleep(std::time::Duration::from_secs_f64(us / 1e6));
    }
    fn print(&mut self, text: &str) {
        print!("{text}");
    }
    fn print_error(&mut self, text: &str) {
        eprint!("{text}");
    }
    fn seed(&self) -> u64 {
        1
    }
}

/// Offers the Python files of a folder as modules.
fn offer_modules(vm: &mut Vm, folder: &str) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.extension().is_some_and(|extension| extension == "py")
            && let (Some(name), Ok(text)) = (path.file_stem().and_then(|name| name.to_str()), std::fs::read_to_string(&path))
        {
            vm.offer_module(name, &text);
        }
    }
}

/// `sys.exit()` and `sys.exit(0)` are good ends.
fn exits_well(vm: &mut Vm, exc: Value) -> bool {
    let code = vm.names.intern("code");
    vm.get_attr(exc, code).is_ok_and(|code| code.is_none() || code.as_small_int() == Some(0))
}

fn run(path: &str, modules: Option<&str>) -> bool {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("{path}: {error}");
            return false;
        }
    };
    let name = path.rsplit('/').next().unwrap_or(path);
    let code = match compile(Arc::new(Source::new(name, &text))) {
        Ok(code) => code,
        Err(errors) => {
            errors.iter().for_each(|error| eprintln!("{error:?}"));
            return false;
        }
    };
    let mut vm = Vm::new(Limits::default(), Box::new(Console));
    if let Some(folder) = modules {
        offer_modules(&mut vm, folder);
    }
    let main = vm.main_module();
    match vm.run_module(&code, main) {
        Ok(_) => return true,
        Err(Unwind::Raise(exc)) if &*vm.exception_class_name(exc) == "SystemExit" => return exits_well(&mut vm, exc),
        Err(Unwind::Raise(exc)) => eprint!("{}", vm.traceback(exc).text),
        Err(other) => eprintln!("{other:?}"),
    }
    false
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let ended_well = match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [path] => run(path, None),
        ["--modules", folder, path] => run(path, Some(folder)),
        _ => {
            eprintln!("usage: py [--modules FOLDER] FILE");
            false
        }
    };
    if ended_well { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
