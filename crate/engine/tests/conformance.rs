//! Programs recorded with real CPython and real Dask: our record must be equal,
//! with any number of workers, on threads, inline and in virtual time.
//!
//! `tests/conformance/pending.txt` lists the programs that differ today; a
//! listed program that agrees fails the test, so that the list only shrinks.

mod compare;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicU8;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde_json::Value;
use taskyard_engine::{Asked, Environment, RecordOptions, Threads, record};

/// Stack of the thread that records: as much as a worker of a browser has.
const STACK_BYTES: usize = 2 << 20;

/// How many of the ways to run a program those without Dask are run in.
const PLAIN_POOLS: usize = 2;

fn now_us() -> f64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0.0, |since| since.as_secs_f64() * 1e6)
}

fn environment() -> Environment {
    Environment {
        now_us,
        sleep_us: |us| std::thread::sleep(Duration::from_secs_f64(us / 1e6)),
        ask_line: || Asked::End,
        interrupt: Arc::new(AtomicU8::new(0)),
        seed: 7,
    }
}

fn pool(threads: usize) -> Threads {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("the threads start");
    Threads::Rayon(Some(Arc::new(pool)))
}

/// All ways to run a program that must give one answer; the first two are
/// enough for a program that never asks Dask for anything.
fn pools() -> Vec<(String, u32, Threads)> {
    let mut pools = vec![("inline".to_owned(), 1, Threads::None)];
    pools.extend([2, 1, 4].map(|n| (format!("{n} threads"), n, pool(n as usize))));
    pools.extend([1, 2].map(|seed| (format!("simulated, seed {seed}"), 3, Threads::Simulated(seed))));
    pools
}

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/conformance")
}

/// `FOLDER/NAME` of each program in some folders, sorted.
fn programs(root: &Path, folders: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for folder in folders {
        let Ok(entries) = fs::read_dir(root.join(folder)) else { continue };
        for entry in entries.flatten() {
            let path = entry.path();
            if path.extension().is_some_and(|ext| ext == "py")
                && let Some(stem) = path.file_stem().and_then(|stem| stem.to_str())
            {
                found.push(format!("{folder}/{stem}"));
            }
        }
    }
    found.sort();
    found
}

/// What differs in the first way to run a program that differs.
fn difference(root: &Path, name: &str, pools: &[(String, u32, Threads)]) -> Option<String> {
    let text = fs::read_to_string(root.join(format!("{name}.py"))).expect("the program is there");
    let expected = fs::read_to_string(root.join(format!("{name}.json"))).expect("the record is there");
    let expected: Value = serde_json::from_str(&expected).expect("the record is JSON");
    let needed = if text.contains("dask") { pools } else { &pools[..PLAIN_POOLS] };
    needed.iter().find_map(|(pool, workers, threads)| {
        let options = RecordOptions { workers: *workers, threads: threads.clone() };
        let record = record(&format!("{name}.py"), &text, &options, &environment());
        let actual = serde_json::to_value(&record).expect("a record is JSON");
        let differences = compare::differences(&expected, &actual, &text);
        (!differences.is_empty()).then(|| format!("{name} ({pool}):\n    {}", differences.join("\n    ")))
    })
}

fn check(root: &Path, names: &[String], pending: &[String]) {
    let pools = pools();
    let mut problems = Vec::new();
    for name in names {
        match (difference(root, name, &pools), pending.contains(name)) {
            (Some(difference), false) => problems.push(difference),
            (None, true) => problems.push(format!("{name} agrees now: take it off the list of pending programs")),
            _ => {}
        }
    }
    assert!(problems.is_empty(), "{} of {} programs:\n{}", problems.len(), names.len(), problems.join("\n"));
}

fn on_a_small_stack(work: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(STACK_BYTES).spawn(work).expect("a thread starts");
    if let Err(panic) = thread.join() {
        std::panic::resume_unwind(panic);
    }
}

fn pending() -> Vec<String> {
    let text = fs::read_to_string(corpus().join("pending.txt")).unwrap_or_default();
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

fn check_folder(folder: &'static str) {
    on_a_small_stack(move || {
        let root = corpus().join("programs");
        let names = programs(&root, &[folder]);
        assert!(!names.is_empty(), "there are programs in {folder}");
        check(&root, &names, &pending());
    });
}

#[test]
fn delayed() {
    check_folder("delayed");
}

#[test]
fn graphs() {
    check_folder("graphs");
}

#[test]
fn arrays() {
    check_folder("array");
}

#[test]
fn bags() {
    check_folder("bag");
}

#[test]
fn errors() {
    check_folder("errors");
}

#[test]
fn python() {
    check_folder("python");
}

#[test]
fn language() {
    check_folder("language");
}

#[test]
fn builtins() {
    check_folder("builtins");
}

#[test]
fn library() {
    check_folder("library");
}

/// The programs of the slide deck itself lie beside the project, when they are there at all.
#[test]
fn deck() {
    on_a_small_stack(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/conformance/programs");
        let names = programs(&root, &["seed"]);
        check(&root, &names, &[]);
    });
}

#[test]
fn pending_programs_exist() {
    let root = corpus().join("programs");
    for name in pending() {
        assert!(root.join(format!("{name}.py")).exists(), "{name} is listed as pending and is not there");
    }
}
