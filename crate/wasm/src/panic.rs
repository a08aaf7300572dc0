//! What happens when the engine itself breaks.
//!
//! A panic ends its thread for good. In the thread that JavaScript called, its
//! message is thrown, so that the caller reads it instead of "unreachable". A
//! thread of the pool has no caller and rayon would wait for it for ever: its
//! panic stops the run through the interrupt byte, and the run then throws the
//! message. Either way the page replaces the worker, and with it the memory.

use std::panic::PanicHookInfo;
use std::sync::Mutex;

use wasm_bindgen::JsValue;

use crate::interrupt;

/// The first panic of a pool thread, waiting for the run to end.
static OF_POOL: Mutex<Option<String>> = Mutex::new(None);

fn describe(info: &PanicHookInfo<'_>) -> String {
    format!("The engine broke, which is a mistake in Taskyard and not in your program: {info}")
}

fn report(info: &PanicHookInfo<'_>) {
    let message = describe(info);
    web_sys::console::error_1(&JsValue::from_str(&message));
    if rayon::current_thread_index().is_none() {
        wasm_bindgen::throw_str(&message);
    }
    if let Ok(mut first) = OF_POOL.lock() {
        first.get_or_insert(message);
    }
    interrupt::request();
}

/// Reports panics of every thread from now on.
pub fn install() {
    std::panic::set_hook(Box::new(report));
}

/// The panic of a pool thread since the module was loaded, if there was one.
pub fn of_pool() -> Option<String> {
    OF_POOL.lock().ok().and_then(|first| first.clone())
}
