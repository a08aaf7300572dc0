//! Graphviz's drawing of a graph, for comparison: the graph is written for
//! `dot`, and what `dot` drew is read back as shapes and curves.

use std::fmt::Write as _;
use std::io::{Error, ErrorKind, Result, Write as _};
use std::process::{Command, Stdio};
use std::time::Instant;

use serde_json::Value;
use taskyard_layout::{Options, PictureGraph, Style, draw, to_dot};

use super::curves::{Body, Curve, Drawing, flattened};

/// Graphviz's unit of sizes; lengths of drawings are in points, ours in pixels,
/// and one is taken for the other.
const INCH: f64 = 72.0;

/// Every task by itself, in the usual direction.
pub fn unfolded(style: Style) -> Options {
    Options {
        style,
        unfold: true,
        ..Options::default()
    }
}

/// The graph in graphviz's language: as Dask writes it, or one box for each
/// task that is as large as ours.
pub fn text(graph: &PictureGraph, style: Style) -> String {
    let options = unfolded(style);
    if style == Style::Dask {
        return to_dot(graph, &options).expect("a sound graph");
    }
    let picture = draw(graph, &options).expect("a sound graph");
    assert_eq!(
        picture.shapes.len(),
        graph.nodes.len(),
        "each task is drawn by itself"
    );
    let mut dot = "digraph {\n\tgraph [rankdir=BT]\n\tnode [shape=box fixedsize=true label=\"\"]\n"
        .to_owned();
    for shape in &picture.shapes {
        let (task, width, height) = (shape.task, shape.width / INCH, shape.height / INCH);
        let _ = writeln!(dot, "\tn{task} [width={width:.4} height={height:.4}]");
    }
    for (v, node) in graph.nodes.iter().enumerate() {
        let mut deps: Vec<u32> = Vec::new();
        for &dep in &node.deps {
            if !deps.contains(&dep) {
                deps.push(dep);
                let _ = writeln!(dot, "\tn{dep} -> n{v}");
            }
        }
    }
    dot.push_str("}\n");
    dot
}

/// The version of the installed `dot`; an error when there is none.
pub fn version() -> Result<String> {
    let output = Command::new("dot").arg("-V").output()?;
    let text = String::from_utf8_lossy(&output.stderr);
    let words = text.split_whitespace();
    words
        .skip_while(|word| *word != "version")
        .nth(1)
        .map(str::to_owned)
        .ok_or_else(unreadable)
}

/// What `dot` makes of a graph, and the milliseconds it took.
pub fn drawn(text: &str) -> Result<(Drawing, f64)> {
    let began = Instant::now();
    let mut child = Command::new("dot")
        .arg("-Tjson")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let mut input = child.stdin.take().ok_or_else(unreadable)?;
    input.write_all(text.as_bytes())?;
    drop(input);
    let output = child.wait_with_output()?;
    let elapsed_ms = began.elapsed().as_secs_f64() * 1e3;
    let value: Value = serde_json::from_slice(&output.stdout)?;
    Ok((read(&value).ok_or_else(unreadable)?, elapsed_ms))
}

fn unreadable() -> Error {
    Error::new(
        ErrorKind::InvalidData,
        "dot wrote something else than expected",
    )
}

fn read(value: &Value) -> Option<Drawing> {
    let mut drawing = Drawing::default();
    for object in value["objects"].as_array().into_iter().flatten() {
        let (x, y) = object["pos"].as_str()?.split_once(',')?;
        let inches = |name: &str| object[name].as_str()?.parse::<f64>().ok();
        drawing.bodies.push(Body {
            x: x.parse().ok()?,
            // Graphviz counts y from the bottom, we from the top.
            y: -y.parse::<f64>().ok()?,
            width: inches("width")? * INCH,
            height: inches("height")? * INCH,
            round: object["shape"].as_str() == Some("circle"),
        });
    }
    for edge in value["edges"].as_array().into_iter().flatten() {
        let mut points = Vec::new();
        for step in edge["_draw_"]
            .as_array()?
            .iter()
            .filter(|step| step["op"] == "b")
        {
            let at = |p: &Value| Some((p[0].as_f64()?, -p[1].as_f64()?));
            let spline: Vec<(f64, f64)> = step["points"]
                .as_array()?
                .iter()
                .map(at)
                .collect::<Option<_>>()?;
            points.extend(flattened(&spline));
        }
        // The spline ends where the arrow head begins; its tip stands apart.
        let tip = edge["pos"]
            .as_str()?
            .split_whitespace()
            .find_map(|p| p.strip_prefix("e,"));
        if let Some((x, y)) = tip.and_then(|tip| tip.split_once(',')) {
            points.push((x.parse().ok()?, -y.parse::<f64>().ok()?));
        }
        drawing.curves.push(Curve {
            from: edge["tail"].as_u64()? as usize,
            to: edge["head"].as_u64()? as usize,
            points,
        });
    }
    Some(drawing)
}
