//! `taskyard run FILE`: runs a program and prints what it prints.

use std::cell::RefCell;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::rc::Rc;

use serde_json::{Value, json};
use taskyard_engine::data::{CallTotals, GraphData, RunEvent, RunOptions, SleepKind, TraceEvent, TraceKind};
use taskyard_engine::run as run_program;

use crate::options::Options;
use crate::world;

/// The graphs and events of a run.
#[derive(Default)]
struct Heard {
    graphs: Vec<(u32, GraphData)>,
    events: Vec<TraceEvent>,
}

fn hear(heard: &RefCell<Heard>, event: RunEvent) {
    match event {
        RunEvent::Output { text } => {
            print!("{text}");
            // Nothing can be done about a closed pipe.
            let _ = std::io::stdout().flush();
        }
        RunEvent::Graph { call: Some(call), picture } => heard.borrow_mut().graphs.push((call, picture.graph)),
        RunEvent::Graph { call: None, .. } => {}
        RunEvent::Trace { events } => heard.borrow_mut().events.extend(events),
    }
}

/// All computes of a run as one Chrome trace: a lane a worker, a slice a task.
fn chrome_trace(heard: &Heard) -> Value {
    let label = |event: &TraceEvent| {
        let graph = heard.graphs.iter().find(|(call, _)| *call == event.call);
        let task = graph.and_then(|(_, graph)| graph.tasks.get(event.task as usize));
        task.map_or_else(|| event.task.to_string(), |task| task.prefix.clone())
    };
    let slices: Vec<Value> = heard
        .events
        .iter()
        .filter(|event| event.kind == TraceKind::Start)
        .filter_map(|start| {
            let end = heard.events.iter().find(|event| {
                (event.call, event.task, event.worker) == (start.call, start.task, start.worker)
                    && matches!(event.kind, TraceKind::End | TraceKind::Failed | TraceKind::Home)
                    && event.time_us >= start.time_us
            })?;
            Some(json!({
                "name": label(start), "ph": "X", "pid": start.call, "tid": start.worker,
                "ts": start.time_us, "dur": end.time_us - start.time_us,
                "args": { "end": end.kind, "bytes": end.bytes },
            }))
        })
        .collect();
    json!({ "displayTimeUnit": "ms", "traceEvents": slices })
}

fn write_trace(path: &Path, heard: &Heard) -> Result<(), String> {
    std::fs::write(path, chrome_trace(heard).to_string()).map_err(|error| format!("{}: {error}", path.display()))
}

fn summary(totals: &CallTotals) -> String {
    let ms = |us: f64| us / 1000.0;
    format!(
        "{} tasks on {} workers: wall {:.1} ms, work {:.1} ms, longest path {:.1} ms, {:.1} x",
        totals.tasks,
        totals.workers,
        ms(totals.wall_us),
        ms(totals.work_us),
        ms(totals.longest_path_us),
        totals.parallelism
    )
}

fn try_run(options: &Options) -> Result<bool, String> {
    let text = world::read(&options.file)?;
    let threads = world::threads(options)?;
    let sleep = if options.virtual_sleep { SleepKind::Virtual } else { SleepKind::Real };
    let heard = Rc::new(RefCell::new(Heard::default()));
    let ear = heard.clone();
    let result = run_program(
        &text,
        &RunOptions { workers: options.workers, sleep },
        threads,
        &world::environment(options),
        Box::new(move |event| hear(&ear, event)),
    );
    if let Some(last) = &result.last {
        println!("{last}");
    }
    if let Some(error) = &result.error {
        eprint!("{}", error.text);
        for hint in &error.hints {
            eprintln!("hint: {hint}");
        }
    }
    for totals in &result.totals {
        eprintln!("{}", summary(totals));
    }
    if let Some(path) = &options.trace {
        write_trace(path, &heard.borrow())?;
    }
    Ok(result.error.is_none())
}

pub fn run(options: &Options) -> ExitCode {
    match try_run(options) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("taskyard: {error}");
            ExitCode::from(2)
        }
    }
}
