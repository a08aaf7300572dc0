//! What is looked at now and then: the interrupt, the limits, and the heap.
//!
//! Every back-edge and call takes one unit of fuel. When it is used up, the
//! machine polls. Allocation that makes a collection due takes the fuel away,
//! so that one check serves all.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use super::Vm;
use crate::error::{Halt, Res, Unwind};
use crate::object::Type;
use crate::value::Value;

/// Back-edges and calls between two polls: well below a millisecond of work.
const FUEL: u32 = 4096;
/// Native functions inside native functions: each takes room on the stack of
/// the thread, which cannot grow.
const MAX_NATIVE_DEPTH: u32 = 150;
/// Sleeping looks at the interrupt this often.
const SLEEP_SLICE_US: f64 = 10_000.0;
/// Turns of a native loop between two looks at the limits.
const TURNS_PER_LOOK: usize = 4096;
/// Smallest allocation that is checked on its own.
const LARGE_BYTES: usize = 1 << 16;

impl Vm {
    pub(super) fn start_clock(&mut self) {
        self.deadline_us = self.world.now_us() + self.limits.time_us;
    }

    /// Begins to count steps, time and output anew: a machine that runs tasks
    /// one after the other does so for each.
    pub fn restart_limits(&mut self) {
        self.steps = 0;
        self.fuel = 0;
        self.fuel_granted = 0;
        self.printed_bytes = 0;
        self.start_clock();
    }

    /// Makes the next back-edge or call poll.
    pub(super) fn hurry_poll(&mut self) {
        self.steps += u64::from(self.fuel_granted - self.fuel);
        self.fuel = 0;
        self.fuel_granted = 0;
    }

    /// The poll itself. Values that native code of outer runs holds are in
    /// `temps` below `base`.
    ///
    /// # Errors
    /// `Halt` when a limit is reached; `MemoryError`.
    #[cold]
    #[inline(never)]
    pub(super) fn poll(&mut self, temps_base: usize) -> Res<()> {
        self.temps.truncate(temps_base);
        self.steps += u64::from(self.fuel_granted - self.fuel);
        let often = self.limits.collect_often;
        self.fuel = if often { 0 } else { FUEL };
        self.fuel_granted = if often { 1 } else { FUEL };
        self.check_limits()?;
        if often || self.heap.wants_collection() {
            self.collect_garbage();
            if self.heap.would_exceed(0) {
                return Err(self.memory_error());
            }
        }
        Ok(())
    }

    fn check_limits(&mut self) -> Res<()> {
        let raised = |flag: &Option<Arc<AtomicU8>>| flag.as_ref().is_some_and(|flag| flag.load(Ordering::Relaxed) != 0);
        if raised(&self.limits.interrupt) || raised(&self.limits.cancel) {
            return Err(Unwind::Halt(Halt::Interrupted));
        }
        if self.steps > self.limits.steps {
            return Err(Unwind::Halt(Halt::Limit(format!("The program took more than {} steps.", self.limits.steps))));
        }
        if self.limits.time_us.is_finite() && self.world.now_us() > self.deadline_us {
            let ms = self.limits.time_us / 1000.0;
            return Err(Unwind::Halt(Halt::Limit(format!("The program took longer than {ms} ms."))));
        }
        Ok(())
    }

    /// For long native loops: counts `n` steps and looks at the limits.
    ///
    /// # Errors
    /// `Halt` when a limit is reached.
    pub fn tick(&mut self, n: u64) -> Res<()> {
        self.steps += n;
        self.check_limits()
    }

    /// Counts a turn of a native loop that asks iterators or operators for values. Looks at the limits now and then,
    /// and collects garbage when that is due: as when Python code is called, all values must be kept.
    ///
    /// # Errors
    /// `Halt` when a limit is reached; `MemoryError`.
    #[inline]
    pub fn turn(&mut self, turns: &mut usize) -> Res<()> {
        *turns += 1;
        let often = self.limits.collect_often || self.heap.wants_collection();
        if often || turns.is_multiple_of(TURNS_PER_LOOK) { self.look(often) } else { Ok(()) }
    }

    #[cold]
    fn look(&mut self, collect: bool) -> Res<()> {
        self.tick(if collect { 1 } else { TURNS_PER_LOOK as u64 })?;
        if !collect {
            return Ok(());
        }
        self.collect_garbage();
        if self.heap.would_exceed(0) { Err(self.memory_error()) } else { Ok(()) }
    }

    /// Asks for room before a large allocation.
    ///
    /// # Errors
    /// `MemoryError` when the heap would pass its limit.
    pub fn check_alloc(&mut self, bytes: usize) -> Res<()> {
        if bytes < LARGE_BYTES || !self.heap.would_exceed(bytes) {
            return Ok(());
        }
        Err(self.memory_error())
    }

    fn memory_error(&mut self) -> Unwind {
        let mb = self.heap.limit_bytes >> 20;
        self.error(
            Type::MemoryError,
            format!("the program needs more than {mb} MB. Work on smaller pieces, or keep fewer results."),
        )
    }

    /// Frees what nothing reaches. Only between instructions.
    pub(super) fn collect_garbage(&mut self) {
        self.drop_codes();
        let top = self.stack_top();
        let Self { heap, stack, frames, handled, temps, builtins, main, modules, symbol_texts, builtin_classes, .. } = self;
        let codes = &self.codes;
        let (last, data) = (self.last, self.native_data);
        let repr_stack = &self.repr_stack;
        let known = &self.known_classes;
        let origins = &self.origins;
        let pinned = &self.pinned;
        heap.collect(|visit| {
            builtin_classes.iter().copied().map(Value::object).for_each(&mut *visit);
            stack[..top].iter().copied().for_each(&mut *visit);
            for frame in frames.iter() {
                frame.trace(visit);
            }
            handled.iter().chain(temps.iter()).chain(pinned.iter()).chain(repr_stack.iter()).copied().for_each(&mut *visit);
            [last, data].into_iter().for_each(&mut *visit);
            [*builtins, *main].into_iter().map(Value::object).for_each(&mut *visit);
            modules.iter().for_each(|(_, module)| visit(Value::object(*module)));
            symbol_texts.iter().copied().for_each(&mut *visit);
            for instance in codes.iter().flatten() {
                instance.consts.iter().copied().for_each(&mut *visit);
                visit(Value::object(instance.module.get()));
            }
            origins.classes().map(Value::object).for_each(&mut *visit);
            known.values().for_each(|&class| visit(Value::object(class)));
        });
    }

    /// Enters a native function that may recurse over data or run Python code.
    ///
    /// # Errors
    /// `RecursionError` when it is too deep; `Halt` when a limit is reached.
    pub fn enter(&mut self) -> Res<()> {
        if self.native_depth >= MAX_NATIVE_DEPTH {
            return Err(self.error(Type::RecursionError, "maximum recursion depth exceeded"));
        }
        // Values that share their parts are small and have many levels to visit.
        self.entered += 1;
        if self.entered == TURNS_PER_LOOK {
            self.entered = 0;
            self.tick(TURNS_PER_LOOK as u64)?;
        }
        self.native_depth += 1;
        Ok(())
    }

    pub fn leave(&mut self) {
        self.native_depth -= 1;
    }

    /// Prints, and counts what was printed.
    ///
    /// # Errors
    /// `Halt::Limit` when the program prints more than anybody reads.
    pub fn print_text(&mut self, text: &str) -> Res<()> {
        self.printed_bytes += text.len();
        if self.printed_bytes > self.limits.output_bytes {
            let kb = self.limits.output_bytes >> 10;
            return Err(Unwind::Halt(Halt::Limit(format!(
                "The program printed more than {kb} kB. Print less, for instance only every hundredth line."
            ))));
        }
        self.world.print(text);
        Ok(())
    }

    /// `time.sleep`: waits in short pieces, or only moves the virtual clock.
    ///
    /// # Errors
    /// `Halt` when interrupted or past the time limit.
    pub fn sleep(&mut self, us: f64) -> Res<()> {
        if self.limits.sleep == super::SleepMode::Virtual {
            self.world.sleep_us(us);
            return Ok(());
        }
        let end = self.world.now_us() + us;
        loop {
            self.check_limits()?;
            let left = end - self.world.now_us();
            if left <= 0.0 {
                return Ok(());
            }
            self.world.sleep_us(left.min(SLEEP_SLICE_US));
        }
    }
}
