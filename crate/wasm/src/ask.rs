//! Who is asked for a line when a program calls `input`.
//!
//! The page gives a function with each run. It blocks until the line is there
//! and returns it, or `null` for the end of all lines, or `undefined` where
//! this worker cannot block: then the run waits, and the page goes on with it.

use std::cell::RefCell;

use js_sys::Function;
use taskyard_engine::Asked;
use wasm_bindgen::JsValue;

thread_local! {
    static ASK: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Whom the runs that follow on this thread ask.
pub fn set(ask: &Function) {
    ASK.set(Some(ask.clone()));
}

/// Asks, and waits for the answer.
pub fn line() -> Asked {
    let ask = ASK.with_borrow(Clone::clone);
    let answer = ask.and_then(|ask| ask.call0(&JsValue::UNDEFINED).ok()).unwrap_or(JsValue::NULL);
    match answer.as_string() {
        Some(line) => Asked::Line(line),
        None if answer.is_undefined() => Asked::Later,
        None => Asked::End,
    }
}
