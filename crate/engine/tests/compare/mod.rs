//! Compares two records as their contract says: texts as they are, graphs up
//! to renaming of tasks.

use std::collections::BTreeMap;

use serde_json::Value;

/// Marks a program whose tasks print in any order.
const UNORDERED: &str = "# taskyard: unordered-output";

struct Node {
    label: String,
    deps: Vec<usize>,
    users: Vec<usize>,
}

fn lines(text: &Value, unordered: bool) -> Vec<String> {
    let mut lines: Vec<String> = text.as_str().unwrap_or("").lines().map(str::to_owned).collect();
    if unordered {
        lines.sort();
    }
    lines
}

fn nodes(call: &Value) -> Option<Vec<Node>> {
    let tasks = call["tasks"].as_array()?;
    let outputs: Vec<u64> = call["outputs"].as_array()?.iter().filter_map(Value::as_u64).collect();
    let place_of: BTreeMap<u64, usize> =
        tasks.iter().enumerate().filter_map(|(place, task)| Some((task["id"].as_u64()?, place))).collect();
    let mut nodes: Vec<Node> = tasks
        .iter()
        .map(|task| {
            let id = task["id"].as_u64();
            let wanted: Vec<usize> =
                outputs.iter().enumerate().filter(|(_, out)| Some(**out) == id).map(|(place, _)| place).collect();
            Node {
                label: format!("{} {} {wanted:?}", task["prefix"], task["kind"]),
                deps: task["deps"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(|dep| place_of.get(&dep.as_u64()?).copied())
                    .collect(),
                users: Vec::new(),
            }
        })
        .collect();
    for place in 0..nodes.len() {
        for dep in nodes[place].deps.clone() {
            nodes[dep].users.push(place);
        }
    }
    Some(nodes)
}

/// Colours nodes of both graphs together until the colouring is stable: equal
/// colours mean equal surroundings, up and down.
fn same_graph(a: &[Node], b: &[Node]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut colours: Vec<Vec<usize>> = vec![Vec::new(), Vec::new()];
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for (graph, colours) in [a, b].iter().zip(&mut colours) {
        for node in *graph {
            let next = known.len();
            colours.push(*known.entry(node.label.clone()).or_insert(next));
        }
    }
    let mut count = known.len();
    loop {
        let mut known: BTreeMap<(usize, Vec<usize>, Vec<usize>), usize> = BTreeMap::new();
        let mut fresh: Vec<Vec<usize>> = vec![Vec::new(), Vec::new()];
        for ((graph, old), fresh) in [a, b].iter().zip(&colours).zip(&mut fresh) {
            for (node, colour) in graph.iter().zip(old) {
                let sorted = |places: &[usize]| {
                    let mut list: Vec<usize> = places.iter().map(|&place| old[place]).collect();
                    list.sort_unstable();
                    list
                };
                let next = known.len();
                fresh.push(*known.entry((*colour, sorted(&node.deps), sorted(&node.users))).or_insert(next));
            }
        }
        colours = fresh;
        if known.len() == count {
            break;
        }
        count = known.len();
    }
    let sorted = |colours: &[usize]| {
        let mut colours = colours.to_vec();
        colours.sort_unstable();
        colours
    };
    sorted(&colours[0]) == sorted(&colours[1])
}

fn describe(nodes: &[Node]) -> String {
    let mut lines: Vec<String> =
        nodes.iter().map(|node| format!("{}<-{}", node.label, node.deps.len())).collect();
    lines.sort();
    lines.join("; ")
}

fn compare_call(place: usize, expected: &Value, actual: &Value, out: &mut Vec<String>) {
    for field in ["call", "result"] {
        if expected[field] != actual[field] {
            out.push(format!("graph {place}: {field} is {}, not {}", actual[field], expected[field]));
        }
    }
    match (nodes(expected), nodes(actual)) {
        (None, None) => {}
        (Some(a), Some(b)) => {
            let outputs = |call: &Value| call["outputs"].as_array().map_or(0, Vec::len);
            if !same_graph(&a, &b) || outputs(expected) != outputs(actual) {
                out.push(format!("graph {place}: tasks are {}, not {}", describe(&b), describe(&a)));
            }
        }
        (a, _) => out.push(format!("graph {place}: only one of both has a cycle (expected {})", a.is_none())),
    }
}

/// What differs, a line each; nothing when the records are equal.
pub fn differences(expected: &Value, actual: &Value, program: &str) -> Vec<String> {
    let mut out = Vec::new();
    let unordered = program.contains(UNORDERED);
    let (want, got) = (lines(&expected["stdout"], unordered), lines(&actual["stdout"], unordered));
    if want != got {
        let place = want.iter().zip(&got).take_while(|(a, b)| a == b).count();
        out.push(format!("line {} of the output is {:?}, not {:?}", place + 1, got.get(place), want.get(place)));
    }
    for field in ["last", "error"] {
        if expected[field] != actual[field] {
            out.push(format!("{field} is {}, not {}", actual[field], expected[field]));
        }
    }
    let empty = Vec::new();
    let calls = |record: &Value| record["graphs"].as_array().unwrap_or(&empty).clone();
    let (want, got) = (calls(expected), calls(actual));
    if want.len() != got.len() {
        out.push(format!("{} graphs, not {}", got.len(), want.len()));
    }
    for (place, (want, got)) in want.iter().zip(&got).enumerate() {
        compare_call(place, want, got, &mut out);
    }
    out
}
