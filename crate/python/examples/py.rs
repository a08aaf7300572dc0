//! Runs a Python file and prints what it prints: a way to try the machine alone.
use std::sync::Arc;

use taskyard_python::compile::compile;
use taskyard_python::error::Unwind;
use taskyard_python::span::Source;
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

fn main() {
    let Some(path) = std::env::args().nth(1) else { return eprintln!("usage: py FILE") };
    let text = std::fs::read_to_string(&path).unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or(&path);
    let code = match compile(Arc::new(Source::new(name, &text))) {
        Ok(code) => code,
        Err(errors) => return errors.iter().for_each(|error| eprintln!("{error:?}")),
    };
    let mut vm = Vm::new(Limits::default(), Box::new(Console));
    let main = vm.main_module();
    match vm.run_module(&code, main) {
        Ok(_) => {}
        Err(Unwind::Raise(exc)) => eprint!("{}", vm.traceback(exc).text),
        Err(other) => eprintln!("{other:?}"),
    }
}
