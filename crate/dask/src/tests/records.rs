//! The records of real Dask for programs about `delayed`, dict graphs and errors.

use std::path::PathBuf;

use serde_json::Value as Json;

use super::host::{Call, Drawn, Failure, Run, Task, run};

fn programs() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/conformance/programs")
}

/// More programs, about what only this crate does.
fn own_programs() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/tests/programs")
}

/// Tokens and addresses become `#`, as in records.
fn normalise(text: &str) -> String {
    let bytes: Vec<char> = text.chars().collect();
    let hex = |from: usize, count: usize| {
        bytes.get(from..from + count).is_some_and(|part| part.iter().all(|c| matches!(c, '0'..='9' | 'a'..='f')))
    };
    let mut out = String::new();
    let mut at = 0;
    while at < bytes.len() {
        let uuid = [(0, 8), (9, 4), (14, 4), (19, 4), (24, 12)].iter().all(|&(from, count)| hex(at + from, count))
            && [8, 13, 18, 23].iter().all(|&dash| bytes.get(at + dash) == Some(&'-'));
        if uuid {
            out.push('#');
            at += 36;
        } else if out.ends_with("at 0x") && hex(at, 1) {
            out.push('#');
            at += bytes.iter().skip(at).take_while(|c| c.is_ascii_hexdigit()).count();
        } else if out.ends_with('-') && hex(at, 32) && !hex(at + 32, 1) {
            out.push('#');
            at += 32;
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    out
}

fn text(json: &Json) -> Option<String> {
    json.as_str().map(str::to_owned)
}

fn numbers(json: &Json) -> Vec<usize> {
    json.as_array().map_or_else(Vec::new, |items| items.iter().map(|n| n.as_u64().unwrap_or(0) as usize).collect())
}

fn recorded_call(json: &Json) -> Call {
    let tasks = json["tasks"].as_array().map(|tasks| {
        let task = |task: &Json| Task {
            prefix: text(&task["prefix"]).unwrap_or_default(),
            kind: match task["kind"].as_str() {
                Some("data") => "data",
                Some("alias") => "alias",
                _ => "task",
            },
            deps: numbers(&task["deps"]),
        };
        Drawn { tasks: tasks.iter().map(task).collect(), outputs: numbers(&json["outputs"]) }
    });
    let call = match json["call"].as_str() {
        Some("compute") => "compute",
        Some("get") => "get",
        Some("persist") => "persist",
        _ => "visualize",
    };
    Call { call, graph: tasks, result: text(&json["result"]) }
}

/// The differences between a record and a run.
fn differences(record: &Json, run: &Run, unordered: bool) -> Vec<String> {
    let mut found = Vec::new();
    let mut compare = |what: &str, expected: String, actual: String| {
        if expected != actual {
            let place = expected.lines().zip(actual.lines()).take_while(|(a, b)| a == b).count();
            let line = |text: &str| text.lines().nth(place).unwrap_or_default().to_owned();
            found.push(format!("{what} {place}\n  expected {}\n  actual   {}", line(&expected), line(&actual)));
        }
    };
    let lines = |text: &str| {
        let mut lines: Vec<&str> = text.lines().collect();
        if unordered {
            lines.sort_unstable();
        }
        lines.join("\n")
    };
    let stdout = text(&record["stdout"]).unwrap_or_default();
    compare("stdout", lines(&stdout), lines(&normalise(&run.stdout)));
    let last = run.last.as_deref().map(normalise);
    compare("last", format!("{:?}", text(&record["last"])), format!("{last:?}"));
    let error = record["error"].as_object().map(|error| Failure {
        class: text(&error["type"]).unwrap_or_default(),
        message: text(&error["message"]).unwrap_or_default(),
        line: error["line"].as_u64().map(|line| line as u32),
    });
    let actual = run.error.as_ref().map(|error| Failure {
        class: error.class.clone(),
        message: normalise(&error.message),
        line: error.line,
    });
    compare("error", format!("{error:?}"), format!("{actual:?}"));
    let expected: Vec<Call> = record["graphs"].as_array().map_or_else(Vec::new, |g| g.iter().map(recorded_call).collect());
    compare("number of calls", expected.len().to_string(), run.calls.len().to_string());
    for (place, (expected, actual)) in expected.iter().zip(&run.calls).enumerate() {
        let head = |call: &Call| format!("{} {:?}", call.call, call.result.as_deref().map(normalise));
        compare(&format!("call {place}"), head(expected), head(actual));
        let colours = |call: &Call| format!("{:?}", call.graph.as_ref().map(Drawn::colours));
        let shape = |call: &Call| format!("{:?}", call.graph);
        if colours(expected) != colours(actual) {
            compare(&format!("graph {place}"), shape(expected), shape(actual));
        }
    }
    found
}

/// The differences of all programs in a folder that import dask and none of `others`.
fn check_folder(folder: PathBuf, others: &[&str]) -> Vec<String> {
    let mut failed = Vec::new();
    let entries = std::fs::read_dir(folder).expect("the folder is part of the project");
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ext| ext == "py"));
    paths.sort();
    assert!(!paths.is_empty(), "there are programs");
    for path in paths {
        let program = std::fs::read_to_string(&path).expect("it is listed");
        let other = others.iter().any(|name| program.contains(name));
        if other || !program.contains("import dask") && !program.contains("from dask") {
            continue;
        }
        let record = std::fs::read_to_string(path.with_extension("json")).expect("each program has a record");
        let record: Json = serde_json::from_str(&record).expect("records are JSON");
        let unordered = program.contains("# taskyard: unordered-output");
        let found = differences(&record, &run(&program), unordered);
        if !found.is_empty() {
            failed.push(format!("{}\n{}", path.display(), found.join("\n")));
        }
    }
    failed
}

#[test]
fn programs_give_the_records_of_dask() {
    let others = ["numpy", "dask.array", "dask.bag"];
    let mut failed = check_folder(own_programs(), &others);
    for folder in ["delayed", "graphs", "errors"] {
        failed.extend(check_folder(programs().join(folder), &others));
    }
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
}

#[test]
fn programs_with_arrays_give_the_records_of_dask() {
    let own = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/array");
    let mut failed = check_folder(own, &[]);
    failed.extend(check_folder(programs().join("errors"), &["dask.bag"]));
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
}
