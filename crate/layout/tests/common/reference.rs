//! What graphviz drew, as committed data: `tests/pictures/dot.json`, written
//! by `npm run pictures`. Each entry knows its graph by a digest, so that data
//! about another graph than today's is found out.

use std::path::PathBuf;

use serde_json::Value;
use taskyard_layout::{NodeKind, PictureGraph, Style};

/// Both ways a graph is drawn, and their names in the data.
pub const LOOKS: [(Style, &str); 2] = [(Style::Dask, "dask"), (Style::Clear, "clear")];

/// Graphviz's drawing of one graph in one look.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub name: String,
    pub look: String,
    pub digest: String,
    pub crossings: usize,
}

/// Where the data lies.
pub fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/pictures/dot.json")
}

/// All entries; none when the data was not written yet.
pub fn load() -> Vec<Entry> {
    let text = std::fs::read_to_string(path()).unwrap_or_default();
    let value: Value = serde_json::from_str(&text).unwrap_or_default();
    let entry = |value: &Value| {
        let text = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
        Entry {
            name: text("name"),
            look: text("look"),
            digest: text("digest"),
            crossings: value["crossings"].as_u64().unwrap_or_default() as usize,
        }
    };
    value["pictures"]
        .as_array()
        .into_iter()
        .flatten()
        .map(entry)
        .collect()
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
