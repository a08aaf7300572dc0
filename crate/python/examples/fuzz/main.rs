//! Looks for programs that the machine does not survive: a panic, an overflow of the native stack, a loop that no limit
//! ends, or more memory than the limit of the heap allows.
//!
//! ```text
//! cargo run --example fuzz -- --seconds 600 --seed 1     fuzz; finds go to target/fuzz/finds
//! cargo run --example fuzz -- --check FILE               one program, in all ways
//! cargo run --example fuzz -- --shrink FILE              makes a find small
//! cargo run --example fuzz -- --show ROUND --seed 1      the program of a round
//! cargo run --example fuzz -- --oracle python3           compares answers with another Python
//! ```
//! A process of its own runs the programs, since an overflow of the stack ends the process; the first one starts it
//! again. A find that is mended is kept in `tests/finds`.

mod awkward;
mod grammar;
mod hammer;
mod machine;
mod memory;
mod mutate;
mod noise;
mod numbers;
mod oracle;
mod plain;
mod rounds;
mod shrink;
mod surface;
mod verdict;

use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use rounds::{Rounds, Tally};
use verdict::{all_ways, judge};

#[global_allocator]
static ALLOCATOR: memory::Counting = memory::Counting;

/// What the command line says.
#[derive(Debug, Clone, Default)]
struct Options {
    seconds: u64,
    seed: u64,
    from: u64,
    worker: bool,
    check: Option<String>,
    shrink: Option<String>,
    show: Option<u64>,
    oracle: Option<String>,
}

fn options() -> Options {
    let mut options = Options { seconds: 60, seed: 1, ..Options::default() };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut next = || words.next().unwrap_or_default();
        match &*word {
            "--seconds" => options.seconds = next().parse().unwrap_or(60),
            "--seed" => options.seed = next().parse().unwrap_or(1),
            "--from" => options.from = next().parse().unwrap_or(0),
            "--worker" => options.worker = true,
            "--check" => options.check = Some(next()),
            "--shrink" => options.shrink = Some(next()),
            "--show" => options.show = next().parse().ok(),
            "--oracle" => options.oracle = Some(next()),
            other => eprintln!("unknown option {other}"),
        }
    }
    options
}

/// Where the fuzzer keeps its files.
pub fn folder() -> PathBuf {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/fuzz");
    let _ = std::fs::create_dir_all(root.join("finds"));
    root
}

fn main() -> ExitCode {
    verdict::watch_panics();
    let options = options();
    if let Some(path) = &options.check {
        return check(path);
    }
    if let Some(path) = &options.shrink {
        shrink::shrink(path);
        return ExitCode::SUCCESS;
    }
    if let Some(round) = options.show {
        println!("{}", Rounds::new(options.seed).program(round).0);
        return ExitCode::SUCCESS;
    }
    if let Some(python) = &options.oracle {
        oracle::compare(python, options.seed, Duration::from_secs(options.seconds));
        return ExitCode::SUCCESS;
    }
    if options.worker {
        Rounds::new(options.seed).run(options.from, Duration::from_secs(options.seconds));
        return ExitCode::SUCCESS;
    }
    supervise(&options)
}

fn check(path: &str) -> ExitCode {
    let Ok(text) = std::fs::read_to_string(path) else { return ExitCode::from(2) };
    for how in all_ways() {
        let (verdict, ran) = judge(&text, how);
        if let Some(find) = verdict {
            println!("{}", find.title());
            return ExitCode::from(1);
        }
        if let Some(ran) = ran {
            println!("{how:?} {:?} {}\n{}", ran.end, ran.message, ran.printed);
        }
    }
    ExitCode::SUCCESS
}

/// Starts workers until the time is over, and saves the programs that end one.
fn supervise(options: &Options) -> ExitCode {
    let start = Instant::now();
    let mut from = options.from;
    let mut total = Tally::default();
    let mut deaths = 0;
    loop {
        let left = options.seconds.saturating_sub(start.elapsed().as_secs());
        if left == 0 || deaths > 200 {
            break;
        }
        let Ok(program) = std::env::current_exe() else { break };
        let status = Command::new(program)
            .args(["--worker", "--seed", &options.seed.to_string()])
            .args(["--from", &from.to_string(), "--seconds", &left.to_string()])
            .status();
        let tally = Tally::read(options.seed);
        from = tally.round + 1;
        total.add(&tally);
        match status {
            Ok(status) if status.success() => break,
            Ok(status) => {
                deaths += 1;
                let place = folder().join(format!("finds/death-{}-{}.py", options.seed, tally.round));
                let _ = std::fs::copy(folder().join(format!("current-{}.py", options.seed)), &place);
                println!("FIND {status}: {}", place.display());
            }
            Err(_) => break,
        }
    }
    println!("{} in {} s, {} deaths", total.text(), start.elapsed().as_secs(), deaths);
    ExitCode::SUCCESS
}
