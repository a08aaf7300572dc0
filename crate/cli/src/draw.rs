//! `taskyard graph FILE`: the last graph of a program as SVG, DOT or JSON.

use std::process::ExitCode;

use taskyard_engine::data::{Picture, TaskKind};
use taskyard_engine::{PreviewLimits, preview};
use taskyard_layout::{NodeKind, Options as DrawOptions, PictureGraph, PictureNode, draw as place, to_dot, to_svg};

use crate::options::{Format, Options};
use crate::world;

/// A file is drawn at leisure.
const TIME_US: f64 = 10e6;
const STEPS: u64 = 1_000_000_000;

fn nodes(picture: &Picture) -> PictureGraph {
    let nodes = picture.graph.tasks.iter().map(|task| PictureNode {
        label: task.prefix.clone(),
        box_label: task.box_label.clone(),
        kind: match task.kind {
            TaskKind::Task => NodeKind::Task,
            TaskKind::Data => NodeKind::Data,
            TaskKind::Alias => NodeKind::Alias,
        },
        deps: task.deps.clone(),
    });
    PictureGraph { nodes: nodes.collect(), outputs: picture.graph.outputs.clone() }
}

fn written(picture: &Picture, format: Format) -> Result<String, String> {
    let options = DrawOptions::default();
    match format {
        Format::Svg => place(&nodes(picture), &options).map(|drawing| to_svg(&drawing)).map_err(|e| e.to_string()),
        Format::Dot => to_dot(&nodes(picture), &options).map_err(|e| e.to_string()),
        Format::Json => serde_json::to_string_pretty(&picture.graph).map_err(|e| e.to_string()),
    }
}

fn last_graph(options: &Options) -> Result<String, String> {
    let text = world::read(&options.file)?;
    let limits = PreviewLimits { steps: STEPS, time_us: TIME_US, ..PreviewLimits::default() };
    let preview = preview(&text, &limits, &world::environment(options));
    if let Some(error) = &preview.error {
        eprint!("{}", error.text);
    }
    let shown = preview.shown.and_then(|place| preview.pictures.get(place as usize));
    let picture = shown.ok_or("the program has no graph")?;
    written(picture, options.format)
}

pub fn draw(options: &Options) -> ExitCode {
    match last_graph(options) {
        Ok(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("taskyard: {error}");
            ExitCode::FAILURE
        }
    }
}
