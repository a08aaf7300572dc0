//! Measures the layout of some graphs, and writes their pictures when given a
//! folder: `cargo run --release -p taskyard-layout --example measure [FOLDER]`.

#[path = "../tests/common/mod.rs"]
mod common;

use std::time::Instant;

use taskyard_layout::{
    Direction, Options, PictureGraph, Style, SvgOptions, count_crossings, draw, to_dot, to_svg,
};

const REPEATS: u32 = 5;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1);
    println!(
        "{:<18} {:>6} {:>9} {:>9} {:>9} {:>6}x",
        "graph", "tasks", "dask ms", "clear ms", "crossings", "size"
    );
    for (name, graph) in graphs() {
        let (dask_ms, dask) = measure(&graph, Style::Dask)?;
        let (clear_ms, clear) = measure(&graph, Style::Clear)?;
        let crossings = if clear.edges.len() < 3_000 {
            count_crossings(&clear)
        } else {
            0
        };
        println!(
            "{name:<18} {:>6} {dask_ms:>9.3} {clear_ms:>9.3} {crossings:>9} {:>6.0}x{:.0}",
            graph.nodes.len(),
            dask.width,
            dask.height
        );
        if let Some(folder) = &folder {
            for (style, picture) in [("dask", &dask), ("clear", &clear)] {
                std::fs::write(
                    format!("{folder}/{name}.{style}.svg"),
                    to_svg(picture, &SvgOptions::default()),
                )?;
            }
            let options = Options::new(Style::Clear, Direction::BottomToTop);
            std::fs::write(format!("{folder}/{name}.dot"), to_dot(&graph, &options)?)?;
        }
    }
    Ok(())
}

fn measure(
    graph: &PictureGraph,
    style: Style,
) -> Result<(f64, taskyard_layout::Picture), taskyard_layout::LayoutError> {
    let options = Options::new(style, Direction::BottomToTop);
    let mut picture = draw(graph, &options)?;
    let mut best = f64::INFINITY;
    for _ in 0..REPEATS {
        let start = Instant::now();
        picture = draw(graph, &options)?;
        best = best.min(start.elapsed().as_secs_f64() * 1e3);
    }
    Ok((best, picture))
}

fn graphs() -> Vec<(&'static str, PictureGraph)> {
    vec![
        ("tree8", common::tree(8)),
        ("tree64", common::tree(64)),
        ("tree1000", common::tree(1000)),
        ("linear8", common::linear(8)),
        ("linear64", common::linear(64)),
        ("linear1000", common::linear(1000)),
        ("wmean4", common::weighted_mean(4)),
        ("wmean16", common::weighted_mean(16)),
        ("wmean128", common::weighted_mean(128)),
        ("xxT3", common::x_plus_transpose(3)),
        ("xxT8", common::x_plus_transpose(8)),
        ("map16", common::map(16)),
        ("map64", common::map(64)),
        ("independent64", common::independent(64)),
        ("shuffle4x3", common::shuffle(4, 3)),
        ("shuffle16x8", common::shuffle(16, 8)),
        ("blelloch8", common::blelloch(8)),
        ("blelloch16", common::blelloch(16)),
        ("butterfly8", common::butterfly(8)),
        ("butterfly16", common::butterfly(16)),
        ("random20", common::random(20, 3, 8, 1)),
        ("random60", common::random(60, 2, 20, 2)),
        ("random200", common::random(200, 2, 60, 3)),
        ("random200far", common::random(200, 4, 200, 3)),
        ("random1000", common::random(1000, 2, 100, 4)),
        ("random2000", common::random(2000, 2, 100, 5)),
        ("tree10000", common::tree(10_000)),
        ("linear10000", common::linear(10_000)),
        ("random10000", common::random(10_000, 3, 500, 6)),
        ("shuffle100x100", common::shuffle(100, 100)),
    ]
}
