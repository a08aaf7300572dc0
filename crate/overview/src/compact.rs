//! Takes out the empty room along the lines. To nest frames, the crate that
//! places boxes counts ranks several times over and leaves wide gaps between
//! them; a picture that fits its pane is the larger for each that goes.
//!
//! What must stay as it is - boxes, the edges of frames, titles - lies in
//! *bands* along the lines. Gaps between bands become narrow, so all places
//! move by a mapping that never decreases: what did not overlap does not.

use crate::place::{Places, Rect};
use crate::settle::{PADDING_PX, TITLE_PX};

/// Widest gap between bands: room for an arrow and a bend.
const MAX_GAP_PX: f64 = 30.0;

/// Narrows wide gaps, along y where the lines run up or down, else along x.
pub(crate) fn compact(places: &mut Places, upright: bool) {
    let bands = bands(places, upright);
    let mut moves = Vec::with_capacity(bands.len());
    let mut taken = 0.0;
    let mut end = bands.first().map_or(0.0, |band| band.0);
    for &(from, to) in &bands {
        taken += (from - end - MAX_GAP_PX).max(0.0);
        moves.push((from, end, taken));
        end = to;
    }
    let moved = |at: f64| moved(&moves, at);
    for rect in places.boxes.iter_mut().chain(&mut places.frames) {
        let (low, high) = extent(rect, upright);
        let (low, high) = (moved(low), moved(high));
        let (centre, size) = if upright { (&mut rect.y, &mut rect.height) } else { (&mut rect.x, &mut rect.width) };
        (*centre, *size) = ((low + high) / 2.0, high - low);
    }
    for point in places.lines.iter_mut().flatten() {
        let at = if upright { &mut point.1 } else { &mut point.0 };
        *at = moved(*at);
    }
}

fn extent(rect: &Rect, upright: bool) -> (f64, f64) {
    let (centre, size) = if upright { (rect.y, rect.height) } else { (rect.x, rect.width) };
    (centre - size / 2.0, centre + size / 2.0)
}

/// What keeps its size, in order and without overlaps.
fn bands(places: &Places, upright: bool) -> Vec<(f64, f64)> {
    let mut parts: Vec<(f64, f64)> = places.boxes.iter().map(|rect| extent(rect, upright)).collect();
    for frame in &places.frames {
        let (low, high) = extent(frame, upright);
        let first = if upright { TITLE_PX } else { PADDING_PX };
        parts.extend([(low, low + first), (high - PADDING_PX, high)]);
    }
    parts.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let mut bands: Vec<(f64, f64)> = Vec::new();
    for (low, high) in parts {
        match bands.last_mut() {
            Some(band) if low <= band.1 => band.1 = band.1.max(high),
            _ => bands.push((low, high)),
        }
    }
    bands
}

/// Where a place moves to. `moves` has for each band where it begins, where the
/// one before ended, and how much room was taken out before it.
fn moved(moves: &[(f64, f64, f64)], at: f64) -> f64 {
    let next = moves.partition_point(|&(from, _, _)| from <= at);
    let before = next.checked_sub(1).and_then(|place| moves.get(place)).map_or(0.0, |band| band.2);
    match moves.get(next) {
        // In a gap: as far along it as before.
        Some(&(from, end, taken)) if at > end && from > end => at - before - (taken - before) * (at - end) / (from - end),
        _ => at - before,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_become_narrow_and_what_is_in_them_moves_along() {
        let rect = |y| Rect { x: 0.0, y, width: 50.0, height: 20.0 };
        let line = vec![(0.0, 20.0), (0.0, 65.0), (0.0, 110.0)];
        let mut places = Places { boxes: vec![rect(10.0), rect(120.0), rect(150.0)], frames: vec![], lines: vec![line] };
        compact(&mut places, true);
        let centres: Vec<f64> = places.boxes.iter().map(|rect| rect.y).collect();
        assert_eq!(centres, [10.0, 60.0, 90.0]);
        assert_eq!(places.lines, [[(0.0, 20.0), (0.0, 35.0), (0.0, 50.0)]]);
        assert!(places.boxes.iter().all(|rect| rect.height == 20.0));
    }
}
