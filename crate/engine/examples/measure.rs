//! Measures what a keystroke costs in the engine: the preview of a program, the
//! picture of its graph, and the text in which both cross to the page.
//!
//! `cargo run --release -p taskyard-engine --example measure FILE...`

use std::sync::Arc;
use std::sync::atomic::AtomicU8;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use taskyard_engine::data::Look;
use taskyard_engine::{Album, Asked, Environment, PackedPreview, PreviewLimits, preview};

const REPEATS: usize = 200;

fn now_us() -> f64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0.0, |since| since.as_secs_f64() * 1e6)
}

fn sleep_us(us: f64) {
    std::thread::sleep(Duration::from_secs_f64(us.max(0.0) / 1e6));
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let environment = Environment {
        now_us,
        sleep_us,
        ask_line: || Asked::Nobody,
        interrupt: Arc::new(AtomicU8::new(0)),
        seed: 1,
    };
    println!("{:<24} {:>6} {:>11} {:>11} {:>11} {:>8}", "program", "tasks", "preview ms", "picture ms", "text ms", "bytes");
    for file in std::env::args().skip(1) {
        let source = std::fs::read_to_string(&file)?;
        let mut samples: [Vec<f64>; 3] = Default::default();
        let (mut bytes, mut tasks) = (0, 0);
        for _ in 0..REPEATS {
            let began = Instant::now();
            let mut seen = preview(&source, Vec::new(), &PreviewLimits::default(), &environment);
            let previewed = Instant::now();
            Album::default().show(&mut seen, &Look::default(), None);
            let drawn = Instant::now();
            bytes = serde_json::to_string(&PackedPreview::of(&seen))?.len();
            let written = Instant::now();
            tasks = seen.pictures.iter().map(|picture| picture.graph.tasks.len()).sum();
            let parts = [previewed - began, drawn - previewed, written - drawn];
            for (samples, part) in samples.iter_mut().zip(parts) {
                samples.push(part.as_secs_f64() * 1e3);
            }
        }
        let [previews, pictures, texts] = samples.map(median);
        println!("{file:<24} {tasks:>6} {previews:>11.3} {pictures:>11.3} {texts:>11.3} {bytes:>8}");
    }
    Ok(())
}

fn median(mut samples: Vec<f64>) -> f64 {
    samples.sort_by(f64::total_cmp);
    samples.get(samples.len() / 2).copied().unwrap_or(0.0)
}
