//! Programs do the same when garbage is collected at every poll: native code
//! keeps all values that it holds while Python code runs.

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{End, run_with, small_limits};
use taskyard_python::vm::Limits;

/// Programs that take more steps are left out: each of them collects.
const STEPS: u64 = 60_000;

fn folder(name: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let mut paths: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .collect();
    paths.sort();
    paths
}

#[test]
fn programs_do_not_notice_collections() {
    let own = folder("tests/programs");
    let shared = ["python", "errors", "delayed"].map(|name| format!("../../tests/conformance/programs/{name}"));
    let paths: Vec<PathBuf> = own.into_iter().chain(shared.iter().flat_map(|name| folder(name))).collect();
    let mut compared = 0;
    for path in paths {
        let text = fs::read_to_string(&path).expect("a readable program");
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("program");
        let limits = Limits { steps: STEPS, ..small_limits() };
        let usual = run_with(name, &text, limits.clone());
        if matches!(usual.end, End::Halted(_)) {
            continue;
        }
        compared += 1;
        let often = run_with(name, &text, Limits { collect_often: true, steps: u64::MAX, ..limits });
        assert_eq!(often.printed, usual.printed, "{name}");
        assert_eq!(often.end, usual.end, "{name}");
    }
    assert!(compared > 40, "most programs are short enough");
}
