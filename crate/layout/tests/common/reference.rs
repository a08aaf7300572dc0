//! What graphviz drew, as committed data: `tests/pictures/dot.json`, written
//! by `npm run pictures`. Each entry knows its graph by a digest, so that data
//! about another graph than today's is found out.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Instant;

use serde_json::{Value, json};
use taskyard_layout::{NodeKind, PictureGraph, Style, draw};

use super::curves::{self, Drawing};
use super::families::Named;
use super::graphviz::unfolded;

/// Both ways a graph is drawn, and their names in the data.
pub const LOOKS: [(Style, &str); 2] = [(Style::Dask, "dask"), (Style::Clear, "clear")];
/// Largest graph that is compared in Dask's look, in tasks: graphviz takes a
/// minute for larger ones.
pub const MOST_IN_DASKS_LOOK: usize = 500;
/// Drawn so often, the quickest time counts.
const REPEATS: u32 = 5;

/// Graphviz's drawing and ours of one graph in one look.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub name: String,
    pub look: String,
    pub digest: String,
    pub tasks: usize,
    pub edges: usize,
    /// Crossings of graphviz's drawing and of ours.
    pub dot: usize,
    pub ours: usize,
    /// Milliseconds.
    pub dot_ms: f64,
    pub ours_ms: f64,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/pictures")
}

fn read(file: &str) -> Value {
    let text = std::fs::read_to_string(folder().join(file)).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

/// The looks in which a graph is compared.
pub fn looks(graph: &PictureGraph) -> impl Iterator<Item = (Style, &'static str)> {
    let large = graph.nodes.len() > MOST_IN_DASKS_LOOK;
    LOOKS
        .into_iter()
        .filter(move |&(style, _)| style == Style::Clear || !large)
}

/// Edges, without repetitions.
pub fn edge_count(graph: &PictureGraph) -> usize {
    let distinct = |deps: &[u32]| deps.iter().collect::<std::collections::HashSet<_>>().len();
    graph.nodes.iter().map(|node| distinct(&node.deps)).sum()
}

/// Our drawing, and the milliseconds it takes.
pub fn ours(graph: &PictureGraph, style: Style) -> (Drawing, f64) {
    let options = unfolded(style);
    let picture = draw(graph, &options).expect("a sound graph");
    let mut best = f64::INFINITY;
    for _ in 0..REPEATS {
        let began = Instant::now();
        let again = draw(graph, &options).expect("a sound graph");
        best = best.min(began.elapsed().as_secs_f64() * 1e3);
        assert_eq!(picture, again, "the same graph gives the same picture");
    }
    (curves::of_picture(&picture), best)
}

/// All entries by name and look, and graphviz's version; none when the data
/// was not written yet.
pub fn load() -> (BTreeMap<(String, String), Entry>, String) {
    let value = read("dot.json");
    let entry = |value: &Value| {
        let text = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
        let number = |name: &str| value[name].as_u64().unwrap_or_default() as usize;
        Entry {
            name: text("name"),
            look: text("look"),
            digest: text("digest"),
            tasks: number("tasks"),
            edges: number("edges"),
            dot: number("dot"),
            ours: number("ours"),
            dot_ms: value["dotMs"].as_f64().unwrap_or_default(),
            ours_ms: value["oursMs"].as_f64().unwrap_or_default(),
        }
    };
    let entries = value["pictures"]
        .as_array()
        .into_iter()
        .flatten()
        .map(entry);
    let entries = entries.map(|entry| ((entry.name.clone(), entry.look.clone()), entry));
    let version = value["version"].as_str().unwrap_or_default().to_owned();
    (entries.collect(), version)
}

/// Writes all entries, one a line.
pub fn save(entries: &[Entry], version: &str) -> std::io::Result<()> {
    let rounded = |ms: f64| (ms * 100.0).round() / 100.0;
    let lines: Vec<String> = entries
        .iter()
        .map(|e| {
            let value = json!({
                "name": e.name, "look": e.look, "digest": e.digest, "tasks": e.tasks, "edges": e.edges,
                "dot": e.dot, "ours": e.ours, "dotMs": rounded(e.dot_ms), "oursMs": rounded(e.ours_ms),
            });
            value.to_string()
        })
        .collect();
    let text = format!(
        "{{\"version\":{},\"pictures\":[\n{}\n]}}\n",
        json!(version),
        lines.join(",\n")
    );
    std::fs::create_dir_all(folder())?;
    std::fs::write(folder().join("dot.json"), text)
}

/// The most crossings of graphs on which we are allowed to have more than
/// graphviz, by name and look.
pub fn exceptions() -> BTreeMap<(String, String), usize> {
    let value = read("exceptions.json");
    let text = |value: &Value, name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let exception = |value: &Value| {
        let key = (text(value, "name"), text(value, "look"));
        (key, value["ours"].as_u64().unwrap_or_default() as usize)
    };
    value
        .as_array()
        .into_iter()
        .flatten()
        .map(exception)
        .collect()
}

/// What is wrong with our pictures of some graphs, beside graphviz's.
pub fn problems(graphs: &[Named]) -> Vec<String> {
    let (entries, _) = load();
    let exceptions = exceptions();
    let mut problems = Vec::new();
    for Named { name, graph } in graphs {
        for (style, look) in looks(graph) {
            let key = (name.clone(), look.to_owned());
            let Some(entry) = entries
                .get(&key)
                .filter(|entry| entry.digest == digest(graph))
            else {
                problems.push(format!(
                    "{name}, {look}: graphviz drew another graph; npm run pictures"
                ));
                continue;
            };
            let picture = draw(graph, &unfolded(style)).expect("a sound graph");
            let drawing = curves::of_picture(&picture);
            let (ours, dot) = (drawing.crossings(), entry.dot);
            match exceptions.get(&key) {
                None if ours > dot => {
                    problems.push(format!("{name}, {look}: {ours} crossings, dot has {dot}"));
                }
                Some(_) if ours <= dot => {
                    problems.push(format!(
                        "{name}, {look}: no exception any more, {ours} crossings, dot has {dot}"
                    ));
                }
                Some(&most) if ours > most => {
                    problems.push(format!(
                        "{name}, {look}: {ours} crossings, the exception says {most}"
                    ));
                }
                _ => {}
            }
            let faults = [
                ("lines run through shapes", drawing.through()),
                ("shapes overlap", drawing.overlaps()),
                ("lines go backwards", drawing.backwards()),
            ];
            for (fault, count) in faults.into_iter().filter(|(_, count)| *count > 0) {
                problems.push(format!("{name}, {look}: {count} {fault}"));
            }
        }
    }
    problems
}

/// A digest of everything that is drawn of a graph (FNV-1a, 64 bits).
pub fn digest(graph: &PictureGraph) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut eat = |bytes: &[u8]| {
        for &byte in bytes.iter().chain(&[0xff]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    };
    for node in &graph.nodes {
        eat(node.label.as_bytes());
        eat(node.box_label.as_bytes());
        eat(match node.kind {
            NodeKind::Task => b"task",
            NodeKind::Data => b"data",
            NodeKind::Alias => b"alias",
        });
        for dep in &node.deps {
            eat(&dep.to_le_bytes());
        }
        eat(b";");
    }
    for output in &graph.outputs {
        eat(&output.to_le_bytes());
    }
    format!("{hash:016x}")
}
