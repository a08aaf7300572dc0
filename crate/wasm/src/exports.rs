//! What JavaScript may call.

use std::cell::RefCell;

use js_sys::Function;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use taskyard_engine::data::{RunEvent, RunOptions};
use taskyard_engine::{Progress, Run};
use wasm_bindgen::prelude::*;

use crate::{ask, engine_bridge, interrupt, panic};

thread_local! {
    /// The run that waits for a line.
    static WAITING: RefCell<Option<Box<Run>>> = const { RefCell::new(None) };
}

/// Runs once, when a worker loads the module; never in threads of the pool.
#[wasm_bindgen(start)]
fn start() {
    panic::install();
}

/// Starts the threads of the pool, as `initThreadPool(threads)` in JavaScript;
/// resolves when all of them wait for work.
pub use wasm_bindgen_rayon::init_thread_pool;

/// Draws a program that is being typed. `answers` are the lines that were typed
/// in its last run. Errors of the program are in the result.
#[wasm_bindgen(unchecked_return_type = "Preview")]
pub fn preview(source: &str, answers: Vec<String>) -> Result<JsValue, JsError> {
    encode(&engine_bridge::preview(source, answers))
}

/// Runs a program; `emit` gets what happens meanwhile, in order, and `ask` is
/// called for a line. Returns the result, or nothing when the run waits for
/// `answer`, because `ask` returned `undefined`.
#[wasm_bindgen(unchecked_return_type = "RunResult | undefined")]
pub fn run(
    source: &str,
    #[wasm_bindgen(unchecked_param_type = "RunOptions")] options: JsValue,
    #[wasm_bindgen(unchecked_param_type = "(event: RunEvent) => void")] emit: &Function,
    #[wasm_bindgen(unchecked_param_type = "() => string | null | undefined")] ask: &Function,
) -> Result<JsValue, JsError> {
    let options: RunOptions = serde_wasm_bindgen::from_value(options)?;
    let emit = emit.clone();
    ask::set(ask);
    let progress = engine_bridge::run(source, &options, move |event: &RunEvent| {
        // A listener that fails must not end the run it listens to.
        if let Ok(event) = event.serialize(&serializer()) {
            let _ = emit.call1(&JsValue::UNDEFINED, &event);
        }
    });
    came_to(progress)
}

/// Goes on with the run that waits: with a line, or with the end of all lines.
#[wasm_bindgen(unchecked_return_type = "RunResult | undefined")]
pub fn answer(line: Option<String>) -> Result<JsValue, JsError> {
    match WAITING.take() {
        Some(run) => came_to(run.answer(line)),
        None => Err(JsError::new("No run waits for an answer.")),
    }
}

/// The result of a run; nothing when it waits.
fn came_to(progress: Progress) -> Result<JsValue, JsError> {
    match (panic::of_pool(), progress) {
        (Some(message), _) => Err(JsError::new(&message)),
        (None, Progress::Ended(result)) => encode(&result),
        (None, Progress::Asks(run)) => {
            WAITING.set(Some(run));
            Ok(JsValue::UNDEFINED)
        }
    }
}

/// Where in the module's memory the byte lies that stops a run.
#[wasm_bindgen]
pub fn interrupt_address() -> usize {
    interrupt::address()
}

/// Absent values become `null`, as in the page's types.
fn serializer() -> Serializer {
    Serializer::new().serialize_missing_as_null(true)
}

fn encode(value: &impl Serialize) -> Result<JsValue, JsError> {
    Ok(value.serialize(&serializer())?)
}
