//! Runs a folder of programs and compares what they print.

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use taskyard_python::compile::compile;
use taskyard_python::error::Unwind;
use taskyard_python::span::Source;
use taskyard_python::vm::{Limits, SleepMode, Vm, World};

/// A world without time that keeps what is printed.
struct Recorder(Rc<RefCell<String>>);

impl World for Recorder {
    fn now_us(&self) -> f64 {
        0.0
    }

    fn sleep_us(&mut self, _us: f64) {}

    fn print(&mut self, text: &str) {
        self.0.borrow_mut().push_str(text);
    }

    fn seed(&self) -> u64 {
        1
    }
}

/// What a program prints; an exception that nobody handles is a last line.
pub fn output_of(name: &str, text: &str) -> String {
    let printed = Rc::new(RefCell::new(String::new()));
    let code = match compile(Arc::new(Source::new(name, text))) {
        Ok(code) => code,
        Err(errors) => return format!("does not compile: {errors:?}"),
    };
    let limits = Limits { sleep: SleepMode::Virtual, ..Limits::default() };
    let mut vm = Vm::new(limits, Box::new(Recorder(printed.clone())));
    taskyard_dask::install(&mut vm);
    let main = vm.main_module();
    let result = vm.run_module(&code, main);
    let mut out = printed.borrow().clone();
    match result {
        Ok(_) => {}
        Err(Unwind::Raise(exception)) => out.push_str(&vm.traceback(exception).text),
        Err(other) => out.push_str(&format!("{other:?}")),
    }
    out
}

/// Compares all programs of a folder with the outputs beside them.
pub fn check_folder(folder: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let entries = fs::read_dir(folder).expect("the folder is part of the crate");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    paths.sort();
    assert!(!paths.is_empty(), "there are programs to run");
    let mut failures = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).expect("a readable program");
        let expect = fs::read_to_string(path.with_extension("out")).expect("an expected output beside the program");
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("program");
        let actual = output_of(name, &text);
        for (number, (want, got)) in expect.lines().zip(actual.lines()).enumerate() {
            if want != got {
                failures.push(format!("{name}, line {}\n  expected {want:?}\n  printed  {got:?}", number + 1));
            }
        }
        if expect.lines().count() != actual.lines().count() {
            let rest: Vec<&str> = actual.lines().skip(expect.lines().count().saturating_sub(3)).collect();
            failures.push(format!("{name}: other number of lines, ends in {rest:?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
