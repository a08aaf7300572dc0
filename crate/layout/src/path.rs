//! Lines as smooth SVG paths, with arrow heads.
//!
//! A line goes one way along the flow, so across is a function of along, and
//! monotone cubic interpolation (F. N. Fritsch, R. E. Carlson, 1980) gives a
//! curve that never swings out beyond its points: where the points run
//! straight past a shape, so does the curve.

use std::fmt::Write;

/// Length and width of an arrow head.
const HEAD_LENGTH_PX: f64 = 7.0;
const HEAD_WIDTH_PX: f64 = 6.0;

type Point = (f64, f64);

/// A smooth line through `points`: the first of them, then two control points
/// and an end for each cubic Bézier piece. Straight where the points run
/// straight along the flow, and where they do not follow one flow.
pub(crate) fn curve(points: &[Point]) -> Vec<Point> {
    let flows_along_y = flows(points, |p| p.1);
    let bends = points.len() > 2 && (flows_along_y || flows(points, |p| p.0));
    // Along first, across second.
    let turn = |p: Point| if flows_along_y { (p.1, p.0) } else { p };
    let turned: Vec<Point> = points.iter().map(|&p| turn(p)).collect();
    let slopes = if bends { slopes(&turned) } else { Vec::new() };
    let mut curve: Vec<Point> = points.first().copied().into_iter().collect();
    for (i, pair) in turned.windows(2).enumerate() {
        let (a, b) = (pair[0], pair[1]);
        let third = ((b.0 - a.0) / 3.0, (b.1 - a.1) / 3.0);
        let (rise_a, rise_b) = match slopes.get(i..i + 2) {
            Some(slopes) => (slopes[0] * third.0, slopes[1] * third.0),
            None => (third.1, third.1),
        };
        curve.push(turn((a.0 + third.0, a.1 + rise_a)));
        curve.push(turn((b.0 - third.0, b.1 - rise_b)));
        curve.push(turn(b));
    }
    curve
}

/// Straight pieces may bend by this much.
const STRAIGHT_PX: f64 = 0.05;

/// The `d` attribute of a curve; empty without points.
pub fn path_data(curve: &[Point]) -> String {
    let Some(&first) = curve.first() else {
        return String::new();
    };
    let mut path = format!("M{} {}", Px(first.0), Px(first.1));
    let mut at = first;
    for piece in curve[1..].chunks_exact(3) {
        let (c1, c2, end) = (piece[0], piece[1], piece[2]);
        if is_third(at, end, c1, 1.0 / 3.0) && is_third(at, end, c2, 2.0 / 3.0) {
            let _ = write!(path, "L{} {}", Px(end.0), Px(end.1));
        } else {
            let _ = write!(
                path,
                "C{} {} {} {} {} {}",
                Px(c1.0),
                Px(c1.1),
                Px(c2.0),
                Px(c2.1),
                Px(end.0),
                Px(end.1)
            );
        }
        at = end;
    }
    path
}

fn is_third(a: Point, b: Point, control: Point, share: f64) -> bool {
    let off = |a: f64, b: f64, c: f64| (a + (b - a) * share - c).abs() < STRAIGHT_PX;
    off(a.0, b.0, control.0) && off(a.1, b.1, control.1)
}

/// The `d` attribute of the arrow head at the end of a line.
pub fn arrow_head(points: &[Point]) -> String {
    let [.., before, tip] = *points else {
        return String::new();
    };
    let (dx, dy) = (tip.0 - before.0, tip.1 - before.1);
    let length = dx.hypot(dy);
    if length == 0.0 {
        return String::new();
    }
    let (ux, uy) = (dx / length, dy / length);
    let base = (tip.0 - ux * HEAD_LENGTH_PX, tip.1 - uy * HEAD_LENGTH_PX);
    let (sx, sy) = (-uy * HEAD_WIDTH_PX / 2.0, ux * HEAD_WIDTH_PX / 2.0);
    format!(
        "M{} {}L{} {}L{} {}Z",
        Px(tip.0),
        Px(tip.1),
        Px(base.0 + sx),
        Px(base.1 + sy),
        Px(base.0 - sx),
        Px(base.1 - sy)
    )
}

/// Whether one coordinate only grows or only shrinks.
fn flows(points: &[Point], of: impl Fn(&Point) -> f64) -> bool {
    points.windows(2).all(|w| of(&w[0]) < of(&w[1]))
        || points.windows(2).all(|w| of(&w[0]) > of(&w[1]))
}

/// Slopes at the points that keep the curve monotone between them.
fn slopes(points: &[Point]) -> Vec<f64> {
    let chords: Vec<f64> = points
        .windows(2)
        .map(|w| (w[1].1 - w[0].1) / (w[1].0 - w[0].0))
        .collect();
    let mut slopes = Vec::with_capacity(points.len());
    for i in 0..points.len() {
        let slope = match (i.checked_sub(1).map(|j| chords[j]), chords.get(i)) {
            (Some(before), Some(&after)) if before * after > 0.0 => {
                // The harmonic mean is at most thrice the flatter chord.
                2.0 * before * after / (before + after)
            }
            (Some(_), Some(_)) => 0.0,
            (Some(chord), None) => chord,
            (None, Some(&chord)) => chord,
            (None, None) => 0.0,
        };
        slopes.push(slope);
    }
    slopes
}

/// A length with at most one decimal.
pub(crate) struct Px(pub f64);

impl std::fmt::Display for Px {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Adding zero turns a negative zero into a positive one.
        let tenths = (self.0 * 10.0).round() + 0.0;
        write!(f, "{}", tenths / 10.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_points_make_a_straight_line() {
        assert_eq!(
            path_data(&curve(&[(0.0, 0.0), (3.04, -10.0)])),
            "M0 0L3 -10"
        );
        assert_eq!(path_data(&[]), "");
    }

    #[test]
    fn a_straight_stretch_stays_straight() {
        let path = path_data(&curve(&[
            (0.0, 0.0),
            (30.0, 30.0),
            (30.0, 60.0),
            (0.0, 90.0),
        ]));
        assert_eq!(path, "M0 0C10 10 30 20 30 30L30 60C30 70 10 80 0 90");
    }

    #[test]
    fn arrow_heads_point_to_the_end() {
        assert_eq!(arrow_head(&[(0.0, 20.0), (0.0, 0.0)]), "M0 0L3 7L-3 7Z");
        assert_eq!(arrow_head(&[(1.0, 1.0)]), "");
    }
}
