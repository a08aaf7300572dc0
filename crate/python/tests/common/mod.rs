//! Runs programs for tests, with limits and on a stack as small as that of a web worker.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::thread;

use taskyard_python::compile::compile;
use taskyard_python::error::{Halt, Unwind};
use taskyard_python::span::Source;
use taskyard_python::vm::{Limits, SleepMode, Vm, World};

/// Bytes of the stack of a worker in the browser.
const STACK_BYTES: usize = 1 << 20;
/// Steps, well above what the honest programs of the tests take.
const STEPS: u64 = 1_000_000;
const HEAP_BYTES: usize = 64 << 20;

/// A world without time that keeps what is printed.
pub struct Recorder(pub Rc<RefCell<String>>);

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

/// How a program ended.
#[derive(Debug, PartialEq, Eq)]
pub enum End {
    Done,
    /// The whole traceback.
    Raised(String),
    Halted(String),
}

/// What a program printed, and how it ended.
#[derive(Debug)]
pub struct Ran {
    #[allow(dead_code, reason = "each test file takes what it needs")]
    pub printed: String,
    pub end: End,
}

/// Limits for tests: a program that runs away ends soon.
pub fn small_limits() -> Limits {
    Limits { steps: STEPS, heap_bytes: HEAP_BYTES, sleep: SleepMode::Virtual, ..Limits::default() }
}

/// Runs a program on this thread.
pub fn run_with(name: &str, program: &str, limits: Limits) -> Ran {
    let printed = Rc::new(RefCell::new(String::new()));
    let code = match compile(Arc::new(Source::new(name, program))) {
        Ok(code) => code,
        Err(errors) => {
            let text = errors.first().map(ToString::to_string).unwrap_or_default();
            return Ran { printed: String::new(), end: End::Raised(text) };
        }
    };
    let mut vm = Vm::new(limits, Box::new(Recorder(printed.clone())));
    let main = vm.main_module();
    let end = match vm.run_module(&code, main) {
        Ok(_) => End::Done,
        Err(Unwind::Raise(exception)) => End::Raised(vm.traceback(exception).text),
        Err(Unwind::Halt(Halt::Limit(text))) => End::Halted(text),
        Err(other) => End::Halted(format!("{other:?}")),
    };
    let printed = printed.borrow().clone();
    Ran { printed, end }
}

/// Runs a program on a small stack, with small limits.
#[allow(dead_code, reason = "each test file takes what it needs")]
pub fn run_small(program: &str) -> End {
    let text = program.to_owned();
    let worker = thread::Builder::new().stack_size(STACK_BYTES);
    let handle = worker.spawn(move || run_with("program.py", &text, small_limits()).end).expect("a thread");
    handle.join().unwrap_or_else(|_| panic!("the machine panicked at\n{program}"))
}
