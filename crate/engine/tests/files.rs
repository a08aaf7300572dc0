//! Pictures as files: graphviz takes the DOT of every graph of the corpus, and
//! an SVG is what the page shows.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::AtomicU8;

use taskyard_engine::data::{Look, Picture, Style};
use taskyard_engine::{Album, Asked, Environment, PreviewLimits, Theme, dot, preview, svg};

fn pictures(text: &str) -> Vec<Picture> {
    let environment = Environment {
        now_us: || 0.0,
        sleep_us: |_| {},
        ask_line: || Asked::End,
        interrupt: Arc::new(AtomicU8::new(0)),
        seed: 7,
    };
    preview(text, Vec::new(), &PreviewLimits::default(), &environment).pictures
}

fn python_files(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            python_files(&path, found);
        } else if path.extension().is_some_and(|ext| ext == "py") {
            found.push(path);
        }
    }
}

/// What graphviz says of some graphs; nothing where it is not installed.
fn complaints(graphs: &str) -> Option<String> {
    let command = Command::new("dot").arg("-Tcanon").stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn();
    let mut child = command.ok()?;
    child.stdin.take()?.write_all(graphs.as_bytes()).ok()?;
    let output = child.wait_with_output().ok()?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    Some(if output.status.success() { said } else { format!("{}: {said}", output.status) })
}

#[test]
fn graphviz_takes_every_graph_of_the_corpus() {
    let mut programs = Vec::new();
    python_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/conformance"), &mut programs);
    programs.sort();
    let (mut graphs, mut count) = (String::new(), 0);
    for program in programs {
        let text = fs::read_to_string(&program).expect("the program is there");
        if !text.contains("dask") {
            continue;
        }
        for picture in pictures(&text).iter().filter(|picture| !picture.graph.cyclic) {
            for style in [Style::Dask, Style::Clear] {
                graphs.push_str(&dot(&picture.graph, &Look { style, ..Look::default() }).expect("a sound graph"));
                count += 1;
            }
        }
    }
    assert!(count > 200, "only {count} graphs were found");
    if let Some(complaints) = complaints(&graphs) {
        assert_eq!(complaints, "");
    }
}

#[test]
fn an_svg_has_the_lines_and_values_of_the_page() {
    let text = "
import dask
@dask.delayed
def sum_all_parts(x):
    return x + 1
sum_all_parts(sum_all_parts(1)).compute()
";
    let mut picture = pictures(text).swap_remove(0);
    let look = Look { style: Style::Clear, ..Look::default() };
    picture.layout = Some(Album::default().draw("it", &picture.graph, &look));
    let layout = picture.layout.as_ref().expect("a layout");
    let written = svg(&picture, &look, Theme::Light).expect("it can be written");
    for line in layout.shapes.iter().flat_map(|shape| &shape.lines) {
        assert!(written.contains(&format!(">{line}</text>")), "{line} in {written}");
    }
    assert!(written.contains(">2</text>") && written.contains(">3</text>"), "{written}");
    assert!(written.contains(&format!("width=\"{}\"", layout.width.ceil())));
    let dark = svg(&picture, &look, Theme::Dark).expect("it can be written");
    assert!(dark.contains("#181b20") && !written.contains("#181b20"));
    picture.layout = None;
    assert_eq!(svg(&picture, &look, Theme::Light).expect("it can be written"), written);
}
