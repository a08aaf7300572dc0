//! Compares our pictures with graphviz's: `cargo run --release -p
//! taskyard-engine --example pictures` measures the families and all programs
//! and writes `tests/pictures/dot.json`; with files it measures only those, and
//! prints. Graphviz draws again what it has not drawn yet.

#[path = "../../layout/tests/common/mod.rs"]
mod common;
#[path = "../tests/programs/mod.rs"]
mod programs;

use std::error::Error;
use std::fs;

use common::families::{self, Named};
use common::graphviz;
use common::reference::{self, Entry};

/// Drawn so often, graphviz's quickest time counts.
const REPEATS: u32 = 3;
/// A drawing that takes longer than this, in milliseconds, is drawn once.
const LONG_MS: f64 = 200.0;

/// Graphviz's crossings and milliseconds.
fn drawn_by_dot(named: &Named, style: taskyard_layout::Style) -> Result<(usize, f64), Box<dyn Error>> {
    let text = graphviz::text(&named.graph, style);
    let (drawing, mut ms) = graphviz::drawn(&text)?;
    for _ in 1..REPEATS {
        if ms < LONG_MS {
            ms = ms.min(graphviz::drawn(&text)?.1);
        }
    }
    Ok((drawing.crossings(), ms))
}

fn main() -> Result<(), Box<dyn Error>> {
    let files: Vec<String> = std::env::args().skip(1).collect();
    let graphs = if files.is_empty() {
        let mut graphs = families::all();
        graphs.extend(programs::all());
        graphs
    } else {
        let read = |file: &String| Ok(programs::graphs_of(file, &fs::read_to_string(file)?));
        let graphs: Result<Vec<_>, std::io::Error> = files.iter().map(read).collect();
        graphs?.into_iter().flatten().collect()
    };
    let version = graphviz::version()?;
    let (known, known_version) = reference::load();
    let mut entries = Vec::new();
    for named in &graphs {
        let digest = reference::digest(&named.graph);
        for (style, look) in reference::looks(&named.graph) {
            let key = (named.name.clone(), look.to_owned());
            let same = |entry: &&Entry| entry.digest == digest && known_version == version;
            let (dot, dot_ms) = match known.get(&key).filter(same) {
                Some(entry) => (entry.dot, entry.dot_ms),
                None => drawn_by_dot(named, style)?,
            };
            let (ours, ours_ms) = reference::ours(&named.graph, style);
            let entry = Entry {
                name: named.name.clone(),
                look: look.to_owned(),
                digest: digest.clone(),
                tasks: named.graph.nodes.len(),
                edges: reference::edge_count(&named.graph),
                dot,
                ours: ours.crossings(),
                dot_ms,
                ours_ms,
            };
            let Entry { tasks, edges, ours, .. } = entry;
            let sign = if ours > dot { ">" } else { "" };
            println!("{:<32} {look:<6} {tasks:>5} {edges:>5} {ours:>7} {dot:>7} {sign:<1} {ours_ms:>9.2} {dot_ms:>9.1}", named.name);
            entries.push(entry);
        }
    }
    if files.is_empty() {
        reference::save(&entries, &version)?;
    }
    Ok(())
}
