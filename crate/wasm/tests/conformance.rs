//! The programs that real Dask recorded, in a real browser: on one thread, and
//! on the threads of the pool.
#![cfg(target_arch = "wasm32")]

#[path = "../../engine/tests/compare/mod.rs"]
mod compare;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::time::Duration;

use include_dir::{Dir, include_dir};
use serde_json::Value;
use taskyard_engine::{Asked, Environment, RecordOptions, Threads, record};
use taskyard_wasm::{init_thread_pool, now_us};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

static PROGRAMS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../tests/conformance/programs");
const PENDING: &str = include_str!("../../../tests/conformance/pending.txt");
const THREADS: usize = 2;

async fn pool() {
    static STARTED: AtomicBool = AtomicBool::new(false);
    if !STARTED.swap(true, Ordering::SeqCst) {
        JsFuture::from(init_thread_pool(THREADS)).await.expect("the pool starts");
    }
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

/// What differs, of all programs of folders that are not pending.
fn check(folders: &[&str], workers: u32, threads: &Threads) {
    let problems: Vec<String> = folders.iter().flat_map(|folder| differing(folder, workers, threads)).collect();
    assert!(problems.is_empty(), "{} programs:\n{}", problems.len(), problems.join("\n"));
}

fn differing(folder: &str, workers: u32, threads: &Threads) -> Vec<String> {
    let folder = PROGRAMS.get_dir(folder).expect("the folder is there");
    let mut problems = Vec::new();
    let mut count = 0;
    for file in folder.files().filter(|file| file.path().extension().is_some_and(|ext| ext == "py")) {
        let name = file.path().with_extension("").to_string_lossy().into_owned();
        if PENDING.lines().any(|line| line.trim() == name) {
            continue;
        }
        count += 1;
        let text = file.contents_utf8().expect("a program is text");
        let expected = PROGRAMS.get_file(file.path().with_extension("json")).expect("the record is there");
        let expected: Value = serde_json::from_slice(expected.contents()).expect("the record is JSON");
        let options = RecordOptions { workers, threads: threads.clone() };
        let record = record(&format!("{name}.py"), text, &options, &environment());
        let actual = serde_json::to_value(&record).expect("a record is JSON");
        let differences = compare::differences(&expected, &actual, text);
        if !differences.is_empty() {
            problems.push(format!("{name}:\n    {}", differences.join("\n    ")));
        }
    }
    assert!(count > 0, "there are programs in {}", folder.path().display());
    problems
}

#[wasm_bindgen_test]
async fn programs_on_one_thread() {
    let folders = ["delayed", "graphs", "array", "errors", "python", "language", "builtins", "library"];
    check(&folders, 1, &Threads::None);
}

#[wasm_bindgen_test]
async fn programs_on_the_pool() {
    pool().await;
    check(&["delayed", "graphs", "array"], THREADS as u32, &Threads::Rayon(None));
}
