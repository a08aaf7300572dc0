//! What holds of the overview of every graph.

mod common;

use common::Made;
use proptest::prelude::*;
use taskyard_overview::{Direction, Overview, Task, TaskKind, overview};

/// Rounding of the crate that places.
const SLACK_PX: f64 = 0.51;

#[derive(Debug, Clone, Copy)]
struct Rect {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Rect {
    fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        let (dx, dy) = (width / 2.0, height / 2.0);
        Self { left: x - dx, right: x + dx, top: y - dy, bottom: y + dy }
    }

    fn holds(&self, other: &Self) -> bool {
        self.left <= other.left + SLACK_PX
            && self.right + SLACK_PX >= other.right
            && self.top <= other.top + SLACK_PX
            && self.bottom + SLACK_PX >= other.bottom
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.left + SLACK_PX < other.right
            && other.left + SLACK_PX < self.right
            && self.top + SLACK_PX < other.bottom
            && other.top + SLACK_PX < self.bottom
    }

    /// Whether a point lies on the border.
    fn has_on_border(&self, (x, y): (f64, f64)) -> bool {
        let within = x >= self.left - SLACK_PX
            && x <= self.right + SLACK_PX
            && y >= self.top - SLACK_PX
            && y <= self.bottom + SLACK_PX;
        let sides = [x - self.left, x - self.right, y - self.top, y - self.bottom];
        within && sides.iter().any(|distance| distance.abs() <= SLACK_PX)
    }
}

/// What is wrong with a picture of a graph.
fn fault(made: &Made, picture: &Overview) -> Option<String> {
    if picture.boxes.is_empty() {
        return picture.notice.is_none().then(|| "nothing is drawn, and no reason is given".to_owned()).filter(|_| !made.tasks.is_empty());
    }
    let mut seen: Vec<u32> = picture.boxes.iter().flat_map(|each| each.tasks.iter().copied()).collect();
    seen.sort_unstable();
    if seen != (0..made.tasks.len() as u32).collect::<Vec<_>>() {
        return Some(format!("not each task is in one box: {seen:?}"));
    }
    geometry_fault(made, picture)
}

fn geometry_fault(made: &Made, picture: &Overview) -> Option<String> {
    let whole = Rect { left: 0.0, right: picture.width, top: 0.0, bottom: picture.height };
    let boxes: Vec<Rect> = picture.boxes.iter().map(|b| Rect::new(b.x, b.y, b.width, b.height)).collect();
    let frames: Vec<Rect> = picture.frames.iter().map(|f| Rect::new(f.x, f.y, f.width, f.height)).collect();
    let mut things: Vec<(String, Rect, Option<usize>)> = Vec::new();
    for (frame, rect) in picture.frames.iter().zip(&frames) {
        things.push((frame.id.clone(), *rect, frame.frame.map(|at| at as usize)));
    }
    for (each, rect) in picture.boxes.iter().zip(&boxes) {
        things.push((each.id.clone(), *rect, each.frame.map(|at| at as usize)));
    }
    for (at, (name, rect, parent)) in things.iter().enumerate() {
        let around = parent.map_or(whole, |parent| frames[parent]);
        if !around.holds(rect) {
            return Some(format!("{name} {rect:?} is not within {around:?}"));
        }
        for (other, other_rect, _) in things[at + 1..].iter().filter(|other| other.2 == *parent) {
            if rect.overlaps(other_rect) {
                return Some(format!("{name} {rect:?} overlaps {other} {other_rect:?}"));
            }
        }
    }
    for line in &picture.lines {
        let (from, to) = (&boxes[line.from as usize], &boxes[line.to as usize]);
        let points: Vec<(f64, f64)> = line.curve.chunks(2).map(|point| (point[0], point[1])).collect();
        if points.len() < 4 || points.len() % 3 != 1 || !from.has_on_border(points[0]) {
            return Some(format!("a line begins at {:?}, not at {from:?}", points.first()));
        }
        if !to.has_on_border(points[points.len() - 1]) {
            return Some(format!("a line ends at {:?}, not at {to:?}", points.last()));
        }
        let (first, then) = match made.direction {
            Direction::BottomToTop => (to.bottom, from.top),
            Direction::TopToBottom => (from.bottom, to.top),
            Direction::LeftToRight => (from.right, to.left),
            Direction::RightToLeft => (to.right, from.left),
        };
        if then + SLACK_PX < first {
            return Some(format!("what is needed, {from:?}, does not come before {to:?}"));
        }
        if !points.iter().all(|&(x, y)| whole.holds(&Rect::new(x, y, 0.0, 0.0))) {
            return Some("a line leaves the picture".to_owned());
        }
    }
    None
}

/// Lines of a program: how deep each is, and whether it is a block.
fn source(lines: &[(usize, bool)]) -> String {
    let mut depth = 0;
    let mut text = String::new();
    let mut after_block = false;
    for (at, &(wanted, block)) in lines.iter().enumerate() {
        depth = if after_block { depth + 1 } else { wanted.min(depth) };
        after_block = block && depth < 4;
        let line = if after_block { format!("for i{at} in x:") } else { format!("x{at} = f(i)") };
        text.push_str(&format!("{}{line}\n", "  ".repeat(depth)));
    }
    text
}

const DIRECTIONS: [Direction; 4] =
    [Direction::BottomToTop, Direction::TopToBottom, Direction::LeftToRight, Direction::RightToLeft];

/// Any graph: tasks of few names, made by few lines, that need earlier tasks.
fn any_made(most: usize) -> impl Strategy<Value = Made> {
    let lines = prop::collection::vec((0usize..4, any::<bool>()), 0..12);
    let task = (0u32..14, 0usize..5, 0u32..4, 0u8..4, prop::collection::vec(any::<prop::sample::Index>(), 0..3));
    (lines, prop::collection::vec(task, 0..most), 0usize..4).prop_map(|(lines, tasks, direction)| {
        let make = |(id, (line, name, block, kind, deps)): (usize, (u32, usize, u32, u8, Vec<prop::sample::Index>))| {
            let prefix = ["inc", "add", "sum-aggregate", "", "ein sehr langer Name: größer als jeder Kasten"][name].to_owned();
            let key = match block {
                0 => format!("{prefix}-{id}"),
                array => format!("('{prefix}-{array:032x}', {id})"),
            };
            let kind = [TaskKind::Task, TaskKind::Task, TaskKind::Data, TaskKind::Alias][kind as usize];
            let deps = deps.iter().filter(|_| id > 0).map(|dep| dep.index(id) as u32).collect();
            Task { key, prefix, kind, line, deps }
        };
        Made { source: source(&lines), tasks: tasks.into_iter().enumerate().map(make).collect(), direction: DIRECTIONS[direction] }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

    #[test]
    fn pictures_are_sound(made in any_made(40)) {
        let picture = overview(&made.input());
        prop_assert_eq!(fault(&made, &picture), None, "{}", made.source);
        prop_assert_eq!(overview(&made.input()), picture);
    }

    #[test]
    fn graphs_that_are_none_are_refused(
        deps in prop::collection::vec(prop::collection::vec(0u32..30, 0..4), 0..20),
        source in "[a-z()'\"\\\\#: \t\n]{0,80}",
    ) {
        let tasks = deps.into_iter().zip(0..).map(|(deps, line)| Task {
            key: "('x'".to_owned(), prefix: "x".to_owned(), kind: TaskKind::Task, line, deps,
        });
        let made = Made { source, tasks: tasks.collect(), ..Made::default() };
        let picture = overview(&made.input());
        prop_assert!(picture.notice.is_some() || fault(&made, &picture).is_none());
    }
}

/// The graphs of lessons, small and large.
#[test]
fn graphs_of_lessons_are_sound() {
    for n in [1, 2, 3, 8, 30, 100, 3000] {
        for (name, made) in common::families(n) {
            let picture = overview(&made.input());
            assert_eq!(fault(&made, &picture), None, "{name} of {n}");
            assert!(!picture.boxes.is_empty(), "{name} of {n}");
        }
    }
}

#[test]
fn programs_of_many_lines_become_coarser() {
    let boxes = |lines: u32, per_block: u32| {
        let made = common::program().long(lines, per_block).done();
        let picture = overview(&made.input());
        assert_eq!(fault(&made, &picture), None);
        (picture.boxes.len(), picture.notice.is_some())
    };
    assert_eq!(boxes(32, 32), (64, false));
    assert_eq!(boxes(60, 60), (60, true));
    assert_eq!(boxes(400, 10), (40, true));
    assert_eq!(boxes(4000, 10), (0, true));
}

#[test]
fn every_direction_is_sound() {
    for direction in DIRECTIONS {
        for (name, mut made) in common::families(9) {
            made.direction = direction;
            assert_eq!(fault(&made, &overview(&made.input())), None, "{name} {direction:?}");
        }
    }
}
