//! What a session gets from the world: a clock, sleep, Stop, and threads.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::AtomicU8;

use taskyard_python::vm::{Asked, SleepMode, World};

use crate::data::RunEvent;

/// What the host offers. Functions, so that every thread can have them.
#[derive(Debug, Clone)]
pub struct Environment {
    /// Microseconds since the Unix epoch, the same on all threads.
    pub now_us: fn() -> f64,
    /// Waits so many microseconds.
    pub sleep_us: fn(f64),
    /// Asks whoever runs the program for a line. Called on the thread of the main program.
    pub ask_line: fn() -> Asked,
    /// Set to a non-zero value by Stop.
    pub interrupt: Arc<AtomicU8>,
    /// Everything random that a program does not seed itself comes from it.
    pub seed: u64,
}

/// Where tasks run.
#[derive(Debug, Clone)]
pub enum Threads {
    /// On the thread of the main program.
    None,
    /// On a rayon pool; `None` is the global one.
    Rayon(Option<Arc<rayon::ThreadPool>>),
    /// In virtual time, on the thread of the main program, in an order that the seed stirs.
    Simulated(u64),
}

/// Hears of a run while it goes on.
pub trait Listener {
    fn hear(&mut self, event: RunEvent);
}

impl<F: FnMut(RunEvent)> Listener for F {
    fn hear(&mut self, event: RunEvent) {
        self(event);
    }
}

/// Takes what one machine prints.
pub(crate) type Printer = Box<dyn FnMut(&str)>;

/// Asks for a line on behalf of one machine.
pub(crate) type Asker = Box<dyn FnMut() -> Asked>;

/// Printed text, gathered.
pub(crate) type Output = Rc<RefCell<String>>;

/// A printer that gathers.
pub(crate) fn gather(output: &Output) -> Printer {
    let output = output.clone();
    Box::new(move |text| output.borrow_mut().push_str(text))
}

/// The world of one machine: its text goes to a printer, virtual sleep moves its clock.
pub(crate) struct MachineWorld {
    environment: Environment,
    printer: Printer,
    asker: Asker,
    sleep: SleepMode,
    slept_us: f64,
}

impl MachineWorld {
    pub(crate) fn new(environment: Environment, printer: Printer, asker: Asker, sleep: SleepMode) -> Self {
        Self { environment, printer, asker, sleep, slept_us: 0.0 }
    }
}

impl World for MachineWorld {
    fn now_us(&self) -> f64 {
        (self.environment.now_us)() + self.slept_us
    }

    fn sleep_us(&mut self, us: f64) {
        match self.sleep {
            SleepMode::Real => (self.environment.sleep_us)(us),
            SleepMode::Virtual => self.slept_us += us,
        }
    }

    fn print(&mut self, text: &str) {
        (self.printer)(text);
    }

    fn ask_line(&mut self) -> Asked {
        (self.asker)()
    }

    fn seed(&self) -> u64 {
        self.environment.seed
    }
}
