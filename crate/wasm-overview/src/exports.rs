//! What JavaScript may call. Tasks cross as lists, one entry a task, so that
//! nothing has to be parsed; the picture crosses as JSON text.

use taskyard_overview::{Direction, Input, Task, TaskKind};
use wasm_bindgen::prelude::*;

/// Codes of `TaskKind::Data` and `TaskKind::Alias`; all else is a call.
const DATA: u8 = 1;
const ALIAS: u8 = 2;

/// Draws the overview of a graph that `source` made; the text is an `Overview`.
///
/// Of task `i` the key, prefix, kind (0 call, 1 value, 2 alias) and line are at
/// place `i`, and `deps` from `ends[i - 1]` to `ends[i]` are the ids of what it
/// needs. `is_dict`: the program wrote the graph as a dict. `direction` is that
/// of the page's settings.
#[wasm_bindgen]
pub fn overview(
    source: &str,
    is_dict: bool,
    direction: &str,
    keys: Vec<String>,
    prefixes: Vec<String>,
    kinds: &[u8],
    lines: &[u32],
    deps: &[u32],
    ends: &[u32],
) -> Result<String, JsError> {
    let direction = match direction {
        "topToBottom" => Direction::TopToBottom,
        "leftToRight" => Direction::LeftToRight,
        "rightToLeft" => Direction::RightToLeft,
        _ => Direction::BottomToTop,
    };
    let mut begin = 0;
    let mut tasks = Vec::with_capacity(keys.len());
    for (id, (key, prefix)) in keys.into_iter().zip(prefixes).enumerate() {
        let end = ends.get(id).map_or(begin, |&end| end as usize);
        let kind = match kinds.get(id) {
            Some(&DATA) => TaskKind::Data,
            Some(&ALIAS) => TaskKind::Alias,
            _ => TaskKind::Task,
        };
        let deps = deps.get(begin..end).unwrap_or_default().to_vec();
        tasks.push(Task { key, prefix, kind, line: lines.get(id).copied().unwrap_or(0), deps });
        begin = end;
    }
    let drawn = taskyard_overview::overview(&Input { source, tasks: &tasks, is_dict, direction });
    Ok(serde_json::to_string(&drawn)?)
}
