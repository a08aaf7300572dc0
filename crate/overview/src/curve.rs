//! Lines as smooth curves: a uniform cubic B-spline that begins and ends at the
//! ends of the polyline (de Boor, A Practical Guide to Splines), written as
//! Bézier pieces. It stays within the hull of the points, so it does not leave
//! the room that they were given.

type Point = (f64, f64);

fn mixed(a: Point, b: Point, share: f64) -> Point {
    (a.0 + (b.0 - a.0) * share, a.1 + (b.1 - a.1) * share)
}

/// x and y of the first point, then of two control points and an end for each
/// piece; empty for less than two points.
pub(crate) fn smooth(points: &[Point]) -> Vec<f64> {
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else { return Vec::new() };
    if points.len() < 2 {
        return Vec::new();
    }
    let mut curve = vec![first.0, first.1];
    let mut push = |points: [Point; 3]| curve.extend(points.iter().flat_map(|&(x, y)| [x, y]));
    for (place, pair) in points.windows(2).enumerate() {
        let &[from, to] = pair else { continue };
        // Each corner is rounded between the thirds of the lines that meet there.
        let (near, far) = (mixed(from, to, 1.0 / 3.0), mixed(from, to, 2.0 / 3.0));
        let end = match points.get(place + 2) {
            Some(&next) => mixed(far, mixed(to, next, 1.0 / 3.0), 0.5),
            None => last,
        };
        push([near, far, end]);
    }
    curve
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn curves_begin_and_end_with_the_line() {
        assert_eq!(smooth(&[(0.0, 0.0), (3.0, 6.0)]), [0.0, 0.0, 1.0, 2.0, 2.0, 4.0, 3.0, 6.0]);
        let bent = smooth(&[(0.0, 0.0), (6.0, 0.0), (6.0, 6.0)]);
        assert_eq!(bent, [0.0, 0.0, 2.0, 0.0, 4.0, 0.0, 5.0, 1.0, 6.0, 2.0, 6.0, 4.0, 6.0, 6.0]);
        assert_eq!(smooth(&[(1.0, 1.0)]), [] as [f64; 0]);
    }

    #[test]
    fn pieces_meet_without_a_corner() {
        let curve = smooth(&[(0.0, 0.0), (9.0, 3.0), (3.0, 12.0), (0.0, 30.0)]);
        let at = |place: usize| (curve[2 * place], curve[2 * place + 1]);
        for joint in [3, 6] {
            let (before, here, after) = (at(joint - 1), at(joint), at(joint + 1));
            assert!((here.0 - before.0 - (after.0 - here.0)).abs() < 1e-9);
            assert!((here.1 - before.1 - (after.1 - here.1)).abs() < 1e-9);
        }
    }
}
