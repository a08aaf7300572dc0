//! Makes a find small: leaves out lines, then words, as long as the find stays the same.

use std::process::Command;

use super::folder;
use super::mutate::pieces;

/// What a find is known by: its title without numbers that vary, or how the process died.
fn symptom(text: &str) -> Option<String> {
    let place = folder().join("shrinking.py");
    std::fs::write(&place, text).ok()?;
    let program = std::env::current_exe().ok()?;
    let output = Command::new(program).arg("--check").arg(&place).output().ok()?;
    match output.status.code() {
        Some(0) => None,
        Some(1) => {
            let printed = String::from_utf8_lossy(&output.stdout);
            let title = printed.lines().last().unwrap_or_default().to_owned();
            Some(title.split_once(": ").map_or(title.clone(), |(before, _)| before.to_owned()))
        }
        other => Some(format!("died {other:?}")),
    }
}

/// Writes the smallest program found beside the file, as `NAME.small.py`.
pub fn shrink(path: &str) {
    let Ok(text) = std::fs::read_to_string(path) else { return };
    let Some(wanted) = symptom(&text) else { return println!("no find: {path}") };
    println!("{wanted}");
    let lines: Vec<String> = text.lines().map(|line| format!("{line}\n")).collect();
    let lines = without(lines, &wanted);
    let small = without(pieces(&lines.concat()), &wanted).concat();
    let place = path.trim_end_matches(".py").to_owned() + ".small.py";
    let _ = std::fs::write(&place, &small);
    println!("{small}");
}

/// Leaves out ever smaller runs of parts.
fn without(mut parts: Vec<String>, wanted: &str) -> Vec<String> {
    let mut size = parts.len() / 2;
    while size > 0 {
        let mut at = 0;
        while at < parts.len() {
            let end = (at + size).min(parts.len());
            let rest: Vec<String> = parts[..at].iter().chain(&parts[end..]).cloned().collect();
            if symptom(&rest.concat()).as_deref() == Some(wanted) {
                parts = rest;
            } else {
                at = end;
            }
        }
        size /= 2;
    }
    parts
}
