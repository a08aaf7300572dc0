//! Overviews of the programs of lessons, with the program beside the picture.

mod common;

use std::fmt::Write;

use common::{Made, program};
use taskyard_overview::{Overview, overview};

/// Frames with what is in them, then what needs what.
fn written(made: &Made, picture: &Overview) -> String {
    let mut out = format!("{}\n", made.source);
    inside(picture, None, 0, &mut out);
    let label = |at: u32| picture.boxes.get(at as usize).map_or("?", |each| each.id.as_str());
    for line in &picture.lines {
        let points: Vec<String> = line.curve.chunks(2).map(|point| format!("{:.0},{:.0}", point[0], point[1])).collect();
        let (from, to) = (label(line.from), label(line.to));
        writeln!(out, "{from} -> {to} × {}  {}", line.count, points.join(" ")).expect("a text can be written to");
    }
    writeln!(out, "{:.0} x {:.0} {}", picture.width, picture.height, picture.notice.as_deref().unwrap_or(""))
        .expect("a text can be written to");
    out
}

fn inside(picture: &Overview, frame: Option<u32>, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    for (at, inner) in (0u32..).zip(&picture.frames).filter(|(_, inner)| inner.frame == frame) {
        let rect = format!("{:.0},{:.0} {:.0}x{:.0}", inner.x, inner.y, inner.width, inner.height);
        writeln!(out, "{indent}({}) {rect}", inner.title).expect("a text can be written to");
        inside(picture, Some(at), depth + 1, out);
    }
    for each in picture.boxes.iter().filter(|each| each.frame == frame) {
        let rect = format!("{:.0},{:.0} {:.0}x{:.0}", each.x, each.y, each.width, each.height);
        writeln!(out, "{indent}[{} | {}] {:?} {} {rect}", each.label, each.detail, each.kind, each.id)
            .expect("a text can be written to");
    }
}

fn check(name: &str, made: &Made) {
    insta::assert_snapshot!(name, written(made, &overview(&made.input())));
}

#[test]
fn a_loop_is_a_box() {
    check("loop", &program().loop_of(100).done());
}

#[test]
fn a_tree_has_its_levels_in_a_frame() {
    check("tree", &program().tree_of(16).done());
}

#[test]
fn a_reduction_of_an_array_is_framed_by_its_line() {
    check("reduction", &program().array_reduction(16).done());
}

#[test]
fn a_loop_of_several_calls_is_framed() {
    check("pipelines", &program().pipelines(3).done());
}

#[test]
fn arrays_of_one_line_are_boxes_side_by_side() {
    check("weighted-mean", &program().weighted_mean(4).done());
    check("transposed", &program().transposed(3).done());
}

#[test]
fn rounds_of_a_loop_are_apart_or_one_box() {
    check("rounds-3", &program().rounds(3).done());
    check("rounds-100", &program().rounds(100).done());
}

#[test]
fn a_graph_without_lines_has_boxes_without_frames() {
    let mut made = program().tree_of(4).done();
    made.tasks.iter_mut().for_each(|task| task.line = 0);
    check("without-lines", &made);
}
