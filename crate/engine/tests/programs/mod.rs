//! The graphs of the recorded programs and of the page's examples, as the
//! preview meets them, for comparing pictures with graphviz's.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicU8;

use taskyard_engine::data::{GraphData, TaskKind};
use taskyard_engine::{Asked, Environment, PreviewLimits, preview};
use taskyard_layout::{NodeKind, PictureGraph, PictureNode};

use crate::common::families::Named;
use crate::common::reference::digest;

/// A clock that stands: how far a preview comes is then up to its steps.
fn environment() -> Environment {
    Environment {
        now_us: || 0.0,
        sleep_us: |_| {},
        ask_line: || Asked::End,
        interrupt: Arc::new(AtomicU8::new(0)),
        seed: 7,
    }
}

fn graph(data: &GraphData) -> PictureGraph {
    let node = |task: &taskyard_engine::data::TaskData| PictureNode {
        label: task.prefix.clone(),
        box_label: task.box_label.clone(),
        kind: match task.kind {
            TaskKind::Task => NodeKind::Task,
            TaskKind::Data => NodeKind::Data,
            TaskKind::Alias => NodeKind::Alias,
        },
        deps: task.deps.clone(),
    };
    PictureGraph { nodes: data.tasks.iter().map(node).collect(), outputs: data.outputs.clone() }
}

fn programs_under(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).expect("a folder of programs");
    for path in entries.map(|entry| entry.expect("an entry").path()) {
        if path.is_dir() {
            programs_under(&path, found);
        } else if path.extension().is_some_and(|end| end == "py") {
            found.push(path);
        }
    }
}

/// The graphs of one program that has the given name in tables, in the order
/// in which the preview meets them.
pub fn graphs_of(name: &str, text: &str) -> Vec<Named> {
    let pictures = preview(text, Vec::new(), &PreviewLimits::default(), &environment()).pictures;
    let drawn = pictures.iter().filter(|picture| !picture.graph.tasks.is_empty());
    let named = |(place, picture): (usize, &taskyard_engine::data::Picture)| Named {
        name: format!("{name} {}", place + 1),
        graph: graph(&picture.graph),
    };
    drawn.enumerate().map(named).collect()
}

/// All graphs of all programs, each once.
pub fn all() -> Vec<Named> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut all = Vec::new();
    let mut seen = HashSet::new();
    for folder in ["web/examples/programs", "tests/conformance/programs"] {
        let base = root.join(folder);
        let mut paths = Vec::new();
        programs_under(&base, &mut paths);
        paths.sort();
        for path in paths {
            let text = fs::read_to_string(&path).expect("a program");
            let name = path.strip_prefix(&base).expect("below").with_extension("");
            let graphs = graphs_of(&name.to_string_lossy(), &text);
            all.extend(graphs.into_iter().filter(|named| seen.insert(digest(&named.graph))));
        }
    }
    all
}
