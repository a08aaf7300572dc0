//! A packed preview is the same preview: the pair in `web/engine/packed.fixture.json`
//! is what the engine makes of a program, and the page's own test unpacks it.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicU8;

use serde_json::{Value, json};
use taskyard_engine::data::{Direction, Look, Style};
use taskyard_engine::{Album, Asked, Environment, PackedLayout, PackedPreview, PreviewLimits, preview};

/// Tasks that several pictures show, boxes with and without labels, curves and straight lines, a value of its own.
const PROGRAM: &str = "import dask
from dask.threaded import get

@dask.delayed
def add(a, b):
    return a + b

x = add(1, 2)
y = add(x, add(x, x))
z = y
y.compute()
get({'one': 1, ('two', 0): (sum, ['one', 'one']), 'three': (sum, ['one', ('two', 0)])}, 'three')
";

fn made() -> Value {
    let environment =
        Environment { now_us: || 0.0, sleep_us: |_| {}, ask_line: || Asked::End, interrupt: Arc::new(AtomicU8::new(0)), seed: 1 };
    let look = Look { style: Style::Dask, direction: Direction::BottomToTop, open: Vec::new(), unfold: false };
    let mut seen = preview(PROGRAM, Vec::new(), &PreviewLimits::default(), &environment);
    assert!(seen.error.is_none(), "{:?}", seen.error);
    Album::default().show(&mut seen, &look, Some("y#1"));
    let packed = serde_json::to_value(PackedPreview::of(&seen)).expect("packed data is JSON");
    json!({ "packed": packed, "preview": serde_json::to_value(&seen).expect("data is JSON") })
}

#[test]
fn the_page_is_tested_with_what_the_engine_packs() {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../web/engine/packed.fixture.json");
    let made = made();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&file, format!("{made}\n")).expect("the fixture is written");
    }
    let kept: Value = serde_json::from_slice(&std::fs::read(&file).unwrap_or_default()).unwrap_or_default();
    assert!(outline(kept) == outline(made), "look at `UPDATE=1 cargo test -p taskyard-engine --test packed`");
}

/// Of layouts only what they are made of: where things are drawn is no matter of packing.
fn outline(mut both: Value) -> Value {
    let fields = |layout: &Value| layout.as_object().map(|fields| fields.keys().cloned().collect::<Vec<_>>());
    for side in ["packed", "preview"] {
        for picture in both[side]["pictures"].as_array_mut().into_iter().flatten() {
            picture["layout"] = json!(fields(&picture["layout"]));
        }
    }
    both
}

#[test]
fn what_several_pictures_show_is_packed_once() {
    let made = made();
    let packed = &made["packed"];
    let length = |name: &str| packed[name].as_array().map_or(0, Vec::len);
    assert_eq!(length("pictures"), 5, "x, y, z, and two calls");
    assert_eq!(length("graphs"), 4, "z is y, but what is computed knows its values");
    assert_eq!(length("keys"), 6, "three of add and three of the dictionary");
}

#[test]
fn an_empty_layout_is_packed_too() {
    let look = Look { style: Style::Dask, direction: Direction::BottomToTop, open: Vec::new(), unfold: false };
    let graph = taskyard_engine::data::GraphData { tasks: Vec::new(), outputs: Vec::new(), cyclic: true, figure: String::new() };
    let layout = Album::default().draw("x#1", &graph, &look);
    let packed = serde_json::to_value(PackedLayout::of(&layout)).expect("packed data is JSON");
    assert_eq!(packed["shapes"], json!([]));
    assert!(packed["notice"].is_string());
}
