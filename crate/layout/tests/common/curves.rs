//! Counting the crossings of drawn curves, in our pictures and in graphviz's
//! the same way.
//!
//! Curves are flattened into short stretches. Two curves cross when stretches
//! of them do; a pair counts once. Where two curves have an end in common,
//! what happens right at that end does not count: there they run together into
//! one arrow.

use std::collections::{HashMap, HashSet};

use taskyard_layout::{Picture, ShapeKind};

type Point = (f64, f64);
/// A straight piece of a curve: the index of the curve, and both ends.
type Stretch = (u32, Point, Point);

/// Stretches of one curve between two given points. An odd number, so that the
/// mirrored curves of an even picture do not meet in corners.
const STEPS: u32 = 9;
/// How far a flattened curve may be from its chord without being divided.
const FLAT_PX: f64 = 0.05;
/// Around a common end, crossings do not count.
const END_PX: f64 = 12.0;
/// Side of the squares that stretches are sorted into.
const CELL_PX: f64 = 64.0;
/// What a line may touch of a shape that is not its end.
const INSIDE_PX: f64 = 1.0;

/// A shape, with its centre and its size.
#[derive(Debug, Clone)]
pub struct Body {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    pub round: bool,
}

/// A flattened line from one shape to another.
#[derive(Debug, Clone)]
pub struct Curve {
    pub from: usize,
    pub to: usize,
    pub points: Vec<Point>,
}

/// Shapes and lines, whoever drew them.
#[derive(Debug, Default)]
pub struct Drawing {
    pub bodies: Vec<Body>,
    pub curves: Vec<Curve>,
}

/// Our picture, with its curves as the page shows them.
pub fn of_picture(picture: &Picture) -> Drawing {
    let bodies = picture.shapes.iter().map(|s| Body {
        x: s.x,
        y: s.y,
        width: s.width,
        height: s.height,
        round: s.kind == ShapeKind::Circle,
    });
    let curves = picture.edges.iter().map(|edge| Curve {
        from: edge.from as usize,
        to: edge.to as usize,
        points: flattened(&edge.curve),
    });
    Drawing {
        bodies: bodies.collect(),
        curves: curves.collect(),
    }
}

/// The points of a curve given by its first point and three for each piece.
pub fn flattened(curve: &[Point]) -> Vec<Point> {
    let mut points: Vec<Point> = curve.first().copied().into_iter().collect();
    for piece in curve.windows(4).step_by(3) {
        bend(&mut points, [piece[0], piece[1], piece[2], piece[3]]);
    }
    points
}

/// Adds the points of a cubic curve after its first one.
fn bend(points: &mut Vec<Point>, [a, b, c, d]: [Point; 4]) {
    let chord = (d.0 - a.0, d.1 - a.1);
    let length = chord.0.hypot(chord.1).max(1e-9);
    let off = |p: Point| ((p.0 - a.0) * chord.1 - (p.1 - a.1) * chord.0).abs() / length;
    if off(b).max(off(c)) < FLAT_PX {
        points.push(d);
        return;
    }
    for step in 1..=STEPS {
        let t = f64::from(step) / f64::from(STEPS);
        let s = 1.0 - t;
        let (wa, wb, wc, wd) = (s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t);
        points.push((
            wa * a.0 + wb * b.0 + wc * c.0 + wd * d.0,
            wa * a.1 + wb * b.1 + wc * c.1 + wd * d.1,
        ));
    }
}

/// Where two stretches cross, not just touch.
fn meeting(p: (Point, Point), q: (Point, Point)) -> Option<Point> {
    let side = |a: Point, b: Point, c: Point| (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0);
    let (q0, q1) = (side(p.0, p.1, q.0), side(p.0, p.1, q.1));
    let (p0, p1) = (side(q.0, q.1, p.0), side(q.0, q.1, p.1));
    // A corner counts to one side, so that crossing through a corner is seen.
    let apart = |a: f64, b: f64| (a < 0.0) != (b < 0.0);
    if !(apart(q0, q1) && apart(p0, p1)) {
        return None;
    }
    let share = q0 / (q0 - q1);
    Some((
        q.0.0 + (q.1.0 - q.0.0) * share,
        q.0.1 + (q.1.1 - q.0.1) * share,
    ))
}

impl Drawing {
    /// Pairs of curves that cross away from a common end.
    pub fn crossings(&self) -> usize {
        let mut cells: HashMap<(i32, i32), Vec<Stretch>> = HashMap::new();
        for (c, curve) in (0u32..).zip(&self.curves) {
            for stretch in curve.points.windows(2) {
                let (a, b) = (stretch[0], stretch[1]);
                for cell in cells_of(a, b) {
                    cells.entry(cell).or_default().push((c, a, b));
                }
            }
        }
        let mut pairs = HashSet::new();
        for stretches in cells.values() {
            for (i, &(c, a, b)) in stretches.iter().enumerate() {
                for &(d, p, q) in &stretches[i + 1..] {
                    let apart = b.0.max(a.0) < p.0.min(q.0) || q.0.max(p.0) < a.0.min(b.0);
                    if c != d && !apart && self.cross((c, a, b), (d, p, q)) {
                        pairs.insert((c.min(d), c.max(d)));
                    }
                }
            }
        }
        pairs.len()
    }

    fn cross(&self, (c, a, b): Stretch, (d, p, q): Stretch) -> bool {
        let Some(at) = meeting((a, b), (p, q)) else {
            return false;
        };
        let (c, d) = (&self.curves[c as usize], &self.curves[d as usize]);
        let near = |p: Point| (p.0 - at.0).hypot(p.1 - at.1) < END_PX;
        let starts = c.from == d.from && (near(c.points[0]) || near(d.points[0]));
        let (last_c, last_d) = (c.points[c.points.len() - 1], d.points[d.points.len() - 1]);
        let ends = c.to == d.to && (near(last_c) || near(last_d));
        !starts && !ends
    }

    /// Pairs of a curve and a shape that it runs through.
    pub fn through(&self) -> usize {
        let mut cells: HashMap<(i32, i32), Vec<usize>> = HashMap::new();
        for (i, body) in self.bodies.iter().enumerate() {
            let (dx, dy) = (body.width / 2.0, body.height / 2.0);
            for cell in cells_of((body.x - dx, body.y - dy), (body.x + dx, body.y + dy)) {
                cells.entry(cell).or_default().push(i);
            }
        }
        let mut pairs = HashSet::new();
        for (c, curve) in self.curves.iter().enumerate() {
            for stretch in curve.points.windows(2) {
                for cell in cells_of(stretch[0], stretch[1]) {
                    for &i in cells.get(&cell).into_iter().flatten() {
                        let own = i == curve.from || i == curve.to;
                        if !own && self.bodies[i].holds(stretch[0], stretch[1]) {
                            pairs.insert((c, i));
                        }
                    }
                }
            }
        }
        pairs.len()
    }

    /// Pairs of shapes that overlap.
    pub fn overlaps(&self) -> usize {
        let mut found = 0;
        for (i, a) in self.bodies.iter().enumerate() {
            for b in &self.bodies[i + 1..] {
                let dx = (a.x - b.x).abs() - (a.width + b.width) / 2.0;
                let dy = (a.y - b.y).abs() - (a.height + b.height) / 2.0;
                found += usize::from(dx < -INSIDE_PX && dy < -INSIDE_PX);
            }
        }
        found
    }

    /// Curves that do not go up, where flow is from the bottom to the top.
    pub fn backwards(&self) -> usize {
        let up = |c: &&Curve| self.bodies[c.to].y >= self.bodies[c.from].y;
        self.curves.iter().filter(up).count()
    }
}

impl Body {
    /// Whether a stretch comes inside.
    fn holds(&self, a: Point, b: Point) -> bool {
        let steps = ((b.0 - a.0).hypot(b.1 - a.1) / 3.0).ceil().max(1.0) as u32;
        (0..=steps).any(|i| {
            let share = f64::from(i) / f64::from(steps);
            let dx = (a.0 + (b.0 - a.0) * share - self.x).abs();
            let dy = (a.1 + (b.1 - a.1) * share - self.y).abs();
            if self.round {
                dx.hypot(dy) < self.width / 2.0 - INSIDE_PX
            } else {
                dx < self.width / 2.0 - INSIDE_PX && dy < self.height / 2.0 - INSIDE_PX
            }
        })
    }
}

/// The squares of the plane that a box with these corners touches.
fn cells_of(a: Point, b: Point) -> impl Iterator<Item = (i32, i32)> {
    let cell = |at: f64| (at / CELL_PX).floor() as i32;
    let (left, right) = (cell(a.0.min(b.0)), cell(a.0.max(b.0)));
    let (top, bottom) = (cell(a.1.min(b.1)), cell(a.1.max(b.1)));
    (left..=right).flat_map(move |x| (top..=bottom).map(move |y| (x, y)))
}
