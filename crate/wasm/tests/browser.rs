//! The module in a real browser: its data, its clock, its threads.
//!
//! `wasm-pack test --headless --chrome crate/wasm` runs this in a dedicated
//! worker of an isolated page, as the page's own run worker is.
#![cfg(target_arch = "wasm32")]

use std::collections::BTreeSet;
use std::sync::Barrier;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};

use js_sys::{Array, Function, Reflect};
use rayon::prelude::*;
use taskyard_wasm::{
    answer, draw, init_thread_pool, interrupt_address, now_us, preview, run, write_picture,
};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

const THREADS: usize = 2;

/// The pool of this program: started once, awaited by every test that uses it.
async fn pool() {
    static STARTED: AtomicBool = AtomicBool::new(false);
    if !STARTED.swap(true, Ordering::SeqCst) {
        JsFuture::from(init_thread_pool(THREADS)).await.expect("the pool starts");
    }
    assert_eq!(rayon::current_num_threads(), THREADS);
}

fn field(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).expect("an object")
}

/// What a text of JSON holds.
fn parsed(text: &str) -> JsValue {
    js_sys::JSON::parse(text).expect("it is JSON")
}

/// The result of a run that did not wait.
fn ended(result: Option<String>) -> JsValue {
    parsed(&result.expect("it ended"))
}

#[wasm_bindgen_test]
async fn two_threads_work_at_the_same_time() {
    pool().await;
    // Each waits for the other, so this ends only if both really run.
    let both = Barrier::new(THREADS);
    let seen: Vec<usize> = rayon::broadcast(|context| {
        both.wait();
        context.index()
    });
    assert_eq!(seen.into_iter().collect::<BTreeSet<_>>().len(), THREADS);
}

#[wasm_bindgen_test]
async fn threads_share_results_and_memory() {
    pool().await;
    let squares: Vec<u64> = (0..100_000u64).into_par_iter().map(|n| n * n).collect();
    assert_eq!(squares.iter().sum::<u64>(), 333_328_333_350_000);
    let texts: Vec<String> = (0..20_000).into_par_iter().map(|n: u32| n.to_string().repeat(3)).collect();
    assert!(texts.iter().enumerate().all(|(n, text)| *text == n.to_string().repeat(3)));
}

#[wasm_bindgen_test]
async fn clocks_of_threads_agree() {
    pool().await;
    let before_us = now_us();
    let theirs_us = rayon::broadcast(|_| now_us());
    let after_us = now_us();
    // Clocks may be coarsened for safety, each on its own.
    let slack_us = 1000.0;
    assert!(before_us > 0.0);
    for their_us in theirs_us {
        assert!(before_us - slack_us <= their_us && their_us <= after_us + slack_us);
    }
}

#[wasm_bindgen_test]
async fn a_sleep_waits() {
    let start_us = now_us();
    std::thread::sleep(std::time::Duration::from_millis(20));
    assert!(now_us() - start_us >= 19_000.0);
}

#[wasm_bindgen_test]
fn a_preview_is_text_of_plain_data() {
    let drawn = parsed(&preview("1 + 1", Vec::new(), look(), None, true).expect("a preview"));
    assert!(Array::is_array(&field(&drawn, "pictures")));
    assert!(field(&drawn, "error").is_null());
    assert!(field(&drawn, "elapsedUs").as_f64().is_some());
}

/// A look as the page gives it.
fn look() -> JsValue {
    js_sys::JSON::parse(r#"{"style": "dask", "direction": "bottomToTop", "open": [], "unfold": false}"#)
        .expect("sound JSON")
}

#[wasm_bindgen_test]
fn a_graph_is_drawn_again_in_another_look() {
    let program = "import dask\n@dask.delayed\ndef inc(x): return x + 1\ninc(inc(1)).compute()";
    let drawn = parsed(&preview(program, Vec::new(), look(), None, true).expect("a preview"));
    let picture = Array::from(&field(&drawn, "pictures")).get(0);
    let graph = r#"{"tasks": [
        {"id": 0, "key": "b", "prefix": "inc", "kind": "task", "box": "", "deps": [1], "line": 3},
        {"id": 1, "key": "a", "prefix": "inc", "kind": "task", "box": "", "deps": [], "line": 3}
    ], "outputs": [0], "cyclic": false, "figure": ""}"#;
    let layout = parsed(&draw("another", graph, look()).expect("a layout"));
    assert_eq!(Array::from(&field(&layout, "ids")).length(), 4);
    assert_eq!(js_sys::JSON::stringify(&layout).ok(), js_sys::JSON::stringify(&field(&picture, "layout")).ok());
    let picture = format!(r#"{{"name": "x", "call": "variable", "line": 3, "graph": {graph}, "layout": null}}"#);
    assert!(write_picture(&picture, look(), "dot").expect("text").starts_with("digraph"));
    assert!(write_picture(&picture, look(), "svg-dark").expect("text").starts_with("<svg"));
    assert!(write_picture(&picture, look(), "bmp").is_err());
}

/// Options as the page gives them.
fn options(workers: u32) -> JsValue {
    let text = format!(r#"{{"workers": {workers}, "sleep": "virtual"}}"#);
    js_sys::JSON::parse(&text).expect("an object")
}

/// A function that takes anything and returns `undefined`.
fn nothing() -> Function {
    Function::new_no_args("")
}

#[wasm_bindgen_test]
fn a_run_asks_and_waits_where_nobody_answers_at_once() {
    let at_once = run("input() + '!'", options(2), &nothing(), &Function::new_no_args("return 'é'")).expect("a result");
    assert_eq!(field(&ended(at_once), "last").as_string().as_deref(), Some("'é!'"));
    let waits = run("input() + input()", options(2), &nothing(), &nothing()).expect("it waits");
    assert!(waits.is_none());
    assert!(answer(Some("a".to_owned())).expect("it waits again").is_none());
    let after = answer(Some("b".to_owned())).expect("a result");
    assert_eq!(field(&ended(after), "last").as_string().as_deref(), Some("'ab'"));
    answer(None).expect_err("nobody waits");
}

#[wasm_bindgen_test]
fn a_run_is_text_of_plain_data() {
    let ended = ended(run("1 + 1", options(2), &nothing(), &nothing()).expect("a result"));
    assert!(field(&ended, "error").is_null());
    assert!(Array::is_array(&field(&ended, "totals")));
    assert!(field(&ended, "wallUs").as_f64().is_some());
}

#[wasm_bindgen_test]
fn the_page_can_stop_a_run_through_memory() {
    let memory = wasm_bindgen::memory();
    let bytes = js_sys::Uint8Array::new(&field(&memory, "buffer"));
    let address = u32::try_from(interrupt_address()).expect("an address");
    js_sys::Atomics::store(&bytes, address, 1).expect("a place in memory");
    let ended = ended(run("while True: pass", options(2), &nothing(), &nothing()).expect("a result"));
    js_sys::Atomics::store(&bytes, address, 0).expect("a place in memory");
    assert_eq!(field(&ended, "stopped").as_bool(), Some(true));
}

/// The page waits in `Atomics`, threads in futexes: both see the same memory.
#[wasm_bindgen_test]
async fn threads_see_each_others_writes() {
    pool().await;
    let turn = AtomicU8::new(0);
    rayon::broadcast(|context| {
        for round in 0..50u8 {
            let mine = round * 2 + u8::from(context.index() == 1);
            while turn.load(Ordering::Acquire) != mine {
                std::hint::spin_loop();
            }
            turn.store(mine + 1, Ordering::Release);
        }
    });
    assert_eq!(turn.into_inner(), 100);
}
