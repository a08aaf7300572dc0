//! What JavaScript may call.

use js_sys::Function;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use taskyard_engine::data::{RunEvent, RunOptions};
use wasm_bindgen::prelude::*;

use crate::{engine_bridge, interrupt, panic};

/// Runs once, when a worker loads the module; never in threads of the pool.
#[wasm_bindgen(start)]
fn start() {
    panic::install();
}

/// Starts the threads of the pool, as `initThreadPool(threads)` in JavaScript;
/// resolves when all of them wait for work.
pub use wasm_bindgen_rayon::init_thread_pool;

/// Draws a program that is being typed. Errors of the program are in the result.
#[wasm_bindgen(unchecked_return_type = "Preview")]
pub fn preview(source: &str) -> Result<JsValue, JsError> {
    encode(&engine_bridge::preview(source))
}

/// Runs a program to its end; `emit` gets what happens meanwhile, in order.
#[wasm_bindgen(unchecked_return_type = "RunResult")]
pub fn run(
    source: &str,
    #[wasm_bindgen(unchecked_param_type = "RunOptions")] options: JsValue,
    #[wasm_bindgen(unchecked_param_type = "(event: RunEvent) => void")] emit: &Function,
) -> Result<JsValue, JsError> {
    let options: RunOptions = serde_wasm_bindgen::from_value(options)?;
    let emit = emit.clone();
    let result = engine_bridge::run(source, &options, move |event: &RunEvent| {
        // A listener that fails must not end the run it listens to.
        if let Ok(event) = event.serialize(&serializer()) {
            let _ = emit.call1(&JsValue::UNDEFINED, &event);
        }
    });
    match panic::of_pool() {
        Some(message) => Err(JsError::new(&message)),
        None => encode(&result),
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
