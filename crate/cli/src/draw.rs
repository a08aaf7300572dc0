//! `taskyard graph FILE`: the last graph of a program as SVG, DOT or JSON.

use std::process::ExitCode;

use taskyard_engine::data::{Look, Picture};
use taskyard_engine::{PreviewLimits, Theme, dot, preview, svg};

use crate::options::{Format, Options};
use crate::world;

/// A file is drawn at leisure.
const TIME_US: f64 = 10e6;
const STEPS: u64 = 1_000_000_000;

fn written(picture: &Picture, format: Format) -> Result<String, String> {
    let look = Look { unfold: true, ..Look::default() };
    match format {
        Format::Svg => svg(picture, &look, Theme::Light),
        Format::Dot => dot(&picture.graph, &look),
        Format::Json => serde_json::to_string_pretty(&picture.graph).map_err(|error| error.to_string()),
    }
}

fn last_graph(options: &Options) -> Result<String, String> {
    let text = world::read(&options.file)?;
    let limits = PreviewLimits { steps: STEPS, time_us: TIME_US, ..PreviewLimits::default() };
    let preview = preview(&text, Vec::new(), &limits, &world::environment(options));
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
