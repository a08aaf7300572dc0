//! Programs that the fuzzer (`examples/fuzz`) found and that the machine once did not survive: `finds/NAME.py`. Each
//! ends by itself on the stack of a web worker, also when garbage is collected all the time; what it leaves can be sent
//! to another machine. Where there is a `NAME.out`, that is what it prints.

#[path = "../examples/fuzz/machine.rs"]
mod machine;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use machine::{How, Ran, STACK_BYTES, run};

/// A program that takes longer does not end by itself.
const PATIENCE: Duration = Duration::from_secs(120);

fn finds() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/finds");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder is part of the crate")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .collect();
    paths.sort();
    paths
}

/// Runs a program on a thread of its own.
fn survive(path: &Path, how: How) -> Ran {
    let text = fs::read_to_string(path).expect("a readable program");
    let (done, wait) = channel();
    let work = move || {
        let ran = run(&text, how);
        let _ = done.send(());
        ran
    };
    let worker = thread::Builder::new().stack_size(STACK_BYTES).spawn(work).expect("a thread");
    let timely = wait.recv_timeout(PATIENCE) != Err(std::sync::mpsc::RecvTimeoutError::Timeout);
    assert!(timely, "{} does not end", path.display());
    worker.join().unwrap_or_else(|_| panic!("the machine panicked at {}", path.display()))
}

#[test]
fn finds_stay_mended() {
    let paths = finds();
    assert!(!paths.is_empty(), "there are finds");
    for path in paths {
        for collect_often in [false, true] {
            let ran = survive(&path, How { collect_often, travel: true, patient: false });
            let expected = fs::read_to_string(path.with_extension("out"));
            if let (Ok(expected), false) = (expected, collect_often) {
                assert_eq!(ran.printed, expected, "{} {:?} {}", path.display(), ran.end, ran.message);
            }
        }
    }
}

#[test]
fn modules_are_told_by_the_machine() {
    let names = machine::module_names();
    assert!(["math", "random", "re"].iter().all(|name| names.contains(&(*name).to_owned())), "{names:?}");
}
