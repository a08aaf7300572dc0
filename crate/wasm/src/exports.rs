//! What JavaScript may call.
//!
//! What the page says crosses as objects; what the engine tells crosses as JSON text: a picture of 200 tasks is some
//! thousand objects, and the browser copies and reads one text several times
//! faster than it makes, clones and copies them one by one.

use std::cell::RefCell;

use js_sys::Function;
use serde::Serialize;
use taskyard_engine::data::{Look, Picture, RunEvent, RunOptions};
use taskyard_engine::{PackedLayout, PackedPreview, Progress, Run, Theme};
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

/// Looks at a program that is being typed. `answers` are the lines that were
/// typed in its last run; the picture called `picked`, or else the one that
/// is shown, is drawn, moved little from where it was drawn before unless the
/// program is a `fresh` one. The text is a `PackedPreview`; errors of the program are in it.
#[wasm_bindgen]
pub fn preview(
    source: &str,
    answers: Vec<String>,
    #[wasm_bindgen(unchecked_param_type = "Look")] look: JsValue,
    picked: Option<String>,
    fresh: bool,
) -> Result<String, JsError> {
    let look: Look = serde_wasm_bindgen::from_value(look)?;
    let preview = engine_bridge::preview(source, answers, &look, picked.as_deref(), fresh);
    encode(&PackedPreview::of(&preview))
}

/// Draws a graph, the text of a `GraphData`, moved little from the last one of
/// that name. The text that comes back is a `PackedLayout`.
#[wasm_bindgen]
pub fn draw(
    name: &str,
    graph: &str,
    #[wasm_bindgen(unchecked_param_type = "Look")] look: JsValue,
) -> Result<String, JsError> {
    let look: Look = serde_wasm_bindgen::from_value(look)?;
    let layout = engine_bridge::draw(name, &serde_json::from_str(graph)?, &look);
    encode(&PackedLayout::of(&layout))
}

/// A `Picture` as the text of a file, `svg`, `svg-dark` or `dot`, in a look.
#[wasm_bindgen(js_name = writePicture)]
pub fn write_picture(
    picture: &str,
    #[wasm_bindgen(unchecked_param_type = "Look")] look: JsValue,
    format: &str,
) -> Result<String, JsError> {
    let look: Look = serde_wasm_bindgen::from_value(look)?;
    let picture: Picture = serde_json::from_str(picture)?;
    let written = match format {
        "svg" => taskyard_engine::svg(&picture, &look, Theme::Light),
        "svg-dark" => taskyard_engine::svg(&picture, &look, Theme::Dark),
        "dot" => taskyard_engine::dot(&picture.graph, &look),
        other => Err(format!("pictures are written as svg or dot, not as {other}")),
    };
    written.map_err(|reason| JsError::new(&reason))
}

/// Runs a program; `emit` gets what happens meanwhile, in order, and `ask` is
/// called for a line. Returns the result, or nothing when the run waits for
/// `answer`, because `ask` returned `undefined`. The texts are a `RunResult` and
/// `RunEvent`s.
#[wasm_bindgen]
pub fn run(
    source: &str,
    #[wasm_bindgen(unchecked_param_type = "RunOptions")] options: JsValue,
    #[wasm_bindgen(unchecked_param_type = "(event: string) => void")] emit: &Function,
    #[wasm_bindgen(unchecked_param_type = "() => string | null | undefined")] ask: &Function,
) -> Result<Option<String>, JsError> {
    let options: RunOptions = serde_wasm_bindgen::from_value(options)?;
    let emit = emit.clone();
    ask::set(ask);
    let progress = engine_bridge::run(source, &options, move |event: &RunEvent| {
        // A listener that fails must not end the run it listens to.
        if let Ok(event) = encode(event) {
            let _ = emit.call1(&JsValue::UNDEFINED, &JsValue::from_str(&event));
        }
    });
    came_to(progress)
}

/// Goes on with the run that waits: with a line, or with the end of all lines.
#[wasm_bindgen]
pub fn answer(line: Option<String>) -> Result<Option<String>, JsError> {
    match WAITING.take() {
        Some(run) => came_to(run.answer(line)),
        None => Err(JsError::new("No run waits for an answer.")),
    }
}

/// The result of a run; nothing when it waits.
fn came_to(progress: Progress) -> Result<Option<String>, JsError> {
    match (panic::of_pool(), progress) {
        (Some(message), _) => Err(JsError::new(&message)),
        (None, Progress::Ended(result)) => encode(&result).map(Some),
        (None, Progress::Asks(run)) => {
            WAITING.set(Some(run));
            Ok(None)
        }
    }
}

/// Where in the module's memory the byte lies that stops a run.
#[wasm_bindgen]
pub fn interrupt_address() -> usize {
    interrupt::address()
}

/// Absent values are `null`, as in the page's types.
fn encode(value: &impl Serialize) -> Result<String, JsError> {
    Ok(serde_json::to_string(value)?)
}
