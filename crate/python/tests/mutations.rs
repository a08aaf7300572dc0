//! Programs put together from pieces of real ones: nearly all are wrong, and each ends in an exception or at a limit.
//! The fuzzer (`examples/fuzz`) does the same for as long as one likes, beside other things.

mod common;
#[path = "../examples/fuzz/mutate.rs"]
mod mutate;
#[path = "../examples/fuzz/numbers.rs"]
mod numbers;

use std::path::Path;
use std::thread;

use common::{End, run_with, small_limits};
use mutate::{mutate, pieces, programs};
use numbers::Numbers;
use taskyard_python::vm::Limits;

/// Programs tried; the variable `MUTATIONS` asks for another number.
const ROUNDS: u64 = 400;
const STEPS: u64 = 20_000;
const HEAP_BYTES: usize = 32 << 20;
const STACK_BYTES: usize = 1 << 20;

fn sources() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    programs(&["tests/programs", "../../tests/conformance/programs"].map(|folder| root.join(folder)))
}

#[test]
fn changed_programs_end() {
    let rounds = std::env::var("MUTATIONS").ok().and_then(|text| text.parse().ok()).unwrap_or(ROUNDS);
    let sources: Vec<Vec<String>> = sources().iter().map(|text| pieces(text)).collect();
    let mut running = 0;
    for round in 0..rounds {
        let program = mutate(&mut Numbers(round.wrapping_mul(0xD129_0BCE)), &sources);
        let text = program.clone();
        let limits = Limits { steps: STEPS, heap_bytes: HEAP_BYTES, ..small_limits() };
        // Every other program collects often, which brings lost values to light.
        let limits = Limits { collect_often: round % 2 == 0, ..limits };
        let limits = if limits.collect_often { Limits { steps: STEPS / 20, ..limits } } else { limits };
        let worker = thread::Builder::new().stack_size(STACK_BYTES);
        let handle = worker.spawn(move || run_with("program.py", &text, limits)).expect("a thread");
        let Ok(ran) = handle.join() else { panic!("the machine panicked in round {round}\n{program}") };
        // Those with a syntax error have no traceback.
        let compiled = !matches!(&ran.end, End::Raised(text) if !text.starts_with("Traceback"));
        running += u64::from(compiled);
    }
    assert!(running > rounds / 4, "only {running} of {rounds} programs have no syntax error");
}
