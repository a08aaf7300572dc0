//! `taskyard record FILE`: the conformance record as JSON, alone on standard output.

use std::process::ExitCode;

use serde_json::{Value, json};
use taskyard_engine::data::{Record, RecordedCall};
use taskyard_engine::{RecordOptions, record as record_program};

use crate::options::Options;
use crate::world;

fn call(entry: &RecordedCall) -> Value {
    let tasks = entry.tasks.as_ref().map(|tasks| {
        tasks
            .iter()
            .map(|task| {
                let mut value =
                    json!({ "id": task.id, "prefix": task.prefix, "kind": task.kind, "deps": task.deps });
                if !task.box_label.is_empty()
                    && let Some(object) = value.as_object_mut()
                {
                    object.insert("box".to_owned(), json!(task.box_label));
                }
                value
            })
            .collect::<Vec<Value>>()
    });
    json!({ "call": entry.call, "tasks": tasks, "outputs": entry.outputs, "result": entry.result })
}

/// The record in the form of the records that Dask itself made.
fn json_of(record: &Record) -> Value {
    json!({
        "program": record.program,
        "stdout": record.stdout,
        "last": record.last,
        "error": record.error,
        "graphs": record.graphs.iter().map(call).collect::<Vec<Value>>(),
    })
}

pub fn record(options: &Options) -> ExitCode {
    let prepared = world::read(&options.file).and_then(|text| Ok((text, world::threads(options)?)));
    let (text, threads) = match prepared {
        Ok(prepared) => prepared,
        Err(error) => {
            eprintln!("taskyard: {error}");
            return ExitCode::from(2);
        }
    };
    let name = options.file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let record_options = RecordOptions { workers: options.workers, threads };
    let record = record_program(&name, &text, &record_options, &world::environment(options));
    println!("{}", json_of(&record));
    if record.error.is_some() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
