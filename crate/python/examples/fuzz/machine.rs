//! Runs one program as a browser tab would: small limits, a small stack, and what is left of it sent to another machine.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use taskyard_python::compile::{compile, compile_recovering};
use taskyard_python::error::Unwind;
use taskyard_python::object::Object;
use taskyard_python::portable::Parcel;
use taskyard_python::span::Source;
use taskyard_python::value::Value;
use taskyard_python::vm::{Limits, SleepMode, Vm, World};

/// Bytes of the stack of a worker in the browser.
pub const STACK_BYTES: usize = 1 << 20;
pub const HEAP_BYTES: usize = 32 << 20;
const STEPS: u64 = 100_000;
/// Steps when garbage is collected at each of them.
const STEPS_OFTEN: u64 = 2000;
const TIME_US: f64 = 1e6;
const OUTPUT_BYTES: usize = 1 << 18;

/// What was printed last, for programs that do not end well.
pub static LAST: Mutex<String> = Mutex::new(String::new());

/// A world with a clock that keeps what is printed.
struct Recorder(Rc<RefCell<String>>);

impl World for Recorder {
    fn now_us(&self) -> f64 {
        SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0.0, |time| time.as_secs_f64() * 1e6)
    }

    fn sleep_us(&mut self, _us: f64) {}

    fn print(&mut self, text: &str) {
        if let Ok(mut last) = LAST.lock() {
            if text.len() > 1 {
                last.clear();
            }
            last.push_str(&text.chars().take(200).collect::<String>());
        }
        self.0.borrow_mut().push_str(text);
    }

    fn seed(&self) -> u64 {
        1
    }
}

/// How a program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    Refused,
    Done,
    Raised,
    Halted,
}

/// What a program printed, and how it ended.
#[derive(Debug)]
pub struct Ran {
    pub end: End,
    pub printed: String,
    /// The last line of the traceback.
    pub message: String,
}

/// How to run a program.
#[derive(Debug, Clone, Copy)]
pub struct How {
    pub collect_often: bool,
    /// Send what is left to another machine.
    pub travel: bool,
    /// More time and steps, for comparisons.
    pub patient: bool,
}

fn limits(how: How) -> Limits {
    Limits {
        steps: match how {
            How { patient: true, .. } => STEPS * 30,
            How { collect_often: true, .. } => STEPS_OFTEN,
            _ => STEPS,
        },
        time_us: if how.patient { TIME_US * 10.0 } else { TIME_US },
        heap_bytes: HEAP_BYTES,
        output_bytes: OUTPUT_BYTES,
        sleep: SleepMode::Virtual,
        collect_often: how.collect_often,
        ..Limits::default()
    }
}

fn machine(how: How) -> (Vm, Rc<RefCell<String>>) {
    let printed = Rc::new(RefCell::new(String::new()));
    (Vm::new(limits(how), Box::new(Recorder(printed.clone()))), printed)
}

/// The modules that a program may import.
pub fn module_names() -> Vec<String> {
    let how = How { collect_often: false, travel: false, patient: true };
    machine(how).0.offered_modules().into_iter().map(str::to_owned).collect()
}

/// Runs a program on this thread.
pub fn run(text: &str, how: How) -> Ran {
    let source = Arc::new(Source::new("program.py", text));
    let code = match compile(source.clone()) {
        Ok(code) => code,
        Err(errors) => {
            // The page draws what stands before the mistake.
            let (_, again) = compile_recovering(source);
            assert!(!again.is_empty(), "a program is refused for a reason");
            let message = errors.first().map(ToString::to_string).unwrap_or_default();
            return Ran { end: End::Refused, printed: String::new(), message };
        }
    };
    let (mut vm, printed) = machine(how);
    let main = vm.main_module();
    let (end, message) = match vm.run_module(&code, main) {
        Ok(_) => (End::Done, String::new()),
        Err(Unwind::Raise(exception)) => {
            let text = vm.traceback(exception).text;
            (End::Raised, text.lines().last().unwrap_or_default().to_owned())
        }
        Err(_) => {
            let place = vm.halted_at();
            (End::Halted, format!("{place:?}"))
        }
    };
    if how.travel && end != End::Halted {
        send_globals(&mut vm, how);
    }
    let printed = printed.borrow().clone();
    Ran { end, printed, message }
}

/// Packs every global, unpacks it elsewhere, and looks at it there.
fn send_globals(vm: &mut Vm, how: How) {
    let (mut there, _) = machine(how);
    let main = vm.main_module();
    let globals: Vec<Value> = match vm.heap.get(main) {
        Object::Module(namespace) => namespace.iter().map(|(_, value)| value).collect(),
        _ => Vec::new(),
    };
    for (turn, value) in globals.into_iter().enumerate() {
        vm.restart_limits();
        there.restart_limits();
        let Ok(parcel) = Parcel::pack(vm, value) else { continue };
        let mark = there.pins();
        if let Ok(copy) = parcel.unpack(&mut there, turn % 2 == 0) {
            there.pin(copy);
            let _ = there.repr(copy);
            // What a task returns comes home.
            if let Ok(back) = Parcel::pack(&mut there, copy) {
                let _ = back.unpack(vm, false);
            }
        }
        there.unpin(mark);
    }
}
