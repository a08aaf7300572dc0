//! Measures overviews, and writes their pictures when given a folder:
//! `cargo run --release -p taskyard-overview --example measure [FOLDER]`.

#![allow(clippy::disallowed_types, reason = "this measures time")]

#[path = "../tests/common/mod.rs"]
mod common;

use std::fmt::Write;
use std::time::Instant;

use taskyard_overview::{FrameKind, Overview, overview};

const REPEATS: u32 = 5;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1);
    println!("{:<18} {:>6} {:>6} {:>6} {:>9}", "graph", "tasks", "boxes", "lines", "ms");
    for n in [4, 16, 32, 64, 1000] {
        let mut graphs = common::families(n);
        graphs.push(("lines", common::program().long(n, 10).done()));
        graphs.push(("one function", common::program().long(n, n).done()));
        graphs.push(("tangled", common::program().tangled(n).done()));
        for (name, made) in graphs {
            let began = Instant::now();
            let mut picture = overview(&made.input());
            for _ in 1..REPEATS {
                picture = overview(&made.input());
            }
            let ms = began.elapsed().as_secs_f64() * 1e3 / f64::from(REPEATS);
            let (tasks, boxes, lines) = (made.tasks.len(), picture.boxes.len(), picture.lines.len());
            println!("{:<18} {tasks:>6} {boxes:>6} {lines:>6} {ms:>9.3}", format!("{name} {n}"));
            if let Some(folder) = &folder {
                std::fs::write(format!("{folder}/{}-{n}.svg", name.replace(' ', "-")), svg(&picture)?)?;
            }
        }
    }
    Ok(())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn svg(picture: &Overview) -> Result<String, std::fmt::Error> {
    let mut out = String::new();
    let (width, height) = (picture.width.max(1.0), picture.height.max(1.0));
    writeln!(out, "<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}' font-family='sans-serif'>")?;
    writeln!(out, "<rect width='{width}' height='{height}' fill='#fff'/>")?;
    for frame in &picture.frames {
        let (x, y) = (frame.x - frame.width / 2.0, frame.y - frame.height / 2.0);
        let fill = match frame.kind {
            FrameKind::Block => "#f4f4f6",
            FrameKind::Statement => "#e9eaee",
            FrameKind::Layer => "#dfe2ea",
        };
        writeln!(out, "<rect x='{x}' y='{y}' width='{}' height='{}' rx='10' fill='{fill}' stroke='#c8cad2'/>", frame.width, frame.height)?;
        writeln!(out, "<text x='{}' y='{}' font-size='11'>{}</text>", x + 12.0, y + 17.0, escaped(&frame.title))?;
    }
    for line in &picture.lines {
        let points: Vec<String> = line.curve.chunks(2).map(|point| format!("{},{}", point[0], point[1])).collect();
        writeln!(out, "<path d='M{}C{}' fill='none' stroke='#667'/>", points[0], points[1..].join(" "))?;
    }
    for each in &picture.boxes {
        let (x, y) = (each.x - each.width / 2.0, each.y - each.height / 2.0);
        writeln!(out, "<rect x='{x}' y='{y}' width='{}' height='{}' rx='8' fill='#fff' stroke='#556'/>", each.width, each.height)?;
        let dy = if each.detail.is_empty() { 5.0 } else { -3.0 };
        writeln!(out, "<text x='{}' y='{}' font-size='13' text-anchor='middle'>{}</text>", each.x, each.y + dy, escaped(&each.label))?;
        writeln!(out, "<text x='{}' y='{}' font-size='11' fill='#667' text-anchor='middle'>{}</text>", each.x, each.y + 14.0, escaped(&each.detail))?;
    }
    writeln!(out, "</svg>")?;
    Ok(out)
}
