//! Small programs whose output is that of CPython 3.11: `programs/NAME.py` prints what `programs/NAME.out` holds; those
//! in `modules/` are about the standard library.
//! The expected texts are written by `programs/expect.sh`, which runs `python3`.

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
fn output_of(name: &str, text: &str) -> String {
    let printed = Rc::new(RefCell::new(String::new()));
    let source = Arc::new(Source::new(name, text));
    let code = match compile(source) {
        Ok(code) => code,
        Err(errors) => return format!("does not compile: {errors:?}"),
    };
    let limits = Limits { sleep: SleepMode::Virtual, ..Limits::default() };
    let mut vm = Vm::new(limits, Box::new(Recorder(printed.clone())));
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

fn programs() -> Vec<PathBuf> {
    let folders = ["tests/programs", "tests/modules"].map(|name| Path::new(env!("CARGO_MANIFEST_DIR")).join(name));
    let mut paths: Vec<PathBuf> = folders
        .into_iter()
        .flat_map(|folder| fs::read_dir(folder).expect("the folder is part of the crate"))
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .collect();
    paths.sort();
    paths
}

/// The first line that differs, with its number.
fn first_difference(expect: &str, actual: &str) -> String {
    let (mut expected, mut printed) = (expect.lines(), actual.lines());
    for number in 1.. {
        match (expected.next(), printed.next()) {
            (None, None) => break,
            (a, b) if a == b => {}
            (a, b) => return format!("line {number}\n  CPython  {a:?}\n  Taskyard {b:?}"),
        }
    }
    "only in the end of the last line".to_owned()
}

#[test]
fn programs_print_what_cpython_prints() {
    let mut failures = Vec::new();
    let paths = programs();
    assert!(!paths.is_empty(), "there are programs to run");
    for path in paths {
        let text = fs::read_to_string(&path).expect("a readable program");
        let expect = fs::read_to_string(path.with_extension("out")).expect("an expected output beside the program");
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("program");
        let actual = output_of(name, &text);
        if actual != expect {
            failures.push(format!("{name}: {}", first_difference(&expect, &actual)));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
