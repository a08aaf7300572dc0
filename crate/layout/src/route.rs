//! Lines from border to border, and coordinates along the flow.
//!
//! Every rank is a band as deep as its deepest unit. Between bands nothing
//! stands, so lines may slant there; through a band they run straight along
//! the flow, in a place the engine kept free. That is why no line runs through
//! a shape:
//!
//! ```text
//!            ( )     band of rank 2
//!           /  \     gap: lines slant
//!    [ ]   |  ( )    band of rank 1: lines run straight
//! ```

use crate::picture::ShapeKind;
use crate::place::{Item, Placement};
use crate::unit::{Part, Unit};

/// Depth of a gap whose lines hardly slant.
const GAP_PX: f64 = 30.0;
/// How much a gap grows with the widest sideways step in it, and how far.
const GAP_SLANT: f64 = 0.11;
const MAX_EXTRA_GAP_PX: f64 = 130.0;
/// Sideways step up to which a gap does not grow.
const STEEP_STEP_PX: f64 = 60.0;
/// Free space around the whole picture.
pub(crate) const MARGIN_PX: f64 = 12.0;
/// Free space a slanting line keeps to what stands beside its end.
const CLEARANCE_PX: f64 = 5.0;
/// Widest angle, from straight, at which a line meets a circle.
const MAX_ANGLE: f64 = 0.9;
/// Share of a flat border, from its middle, that lines use.
const FLAT_SHARE: f64 = 0.7;

/// A point: across and along the flow.
pub(crate) type At = (f64, f64);

/// A placed graph; all coordinates are within `0..=breadth` and `0..=depth`.
#[derive(Debug, Default)]
pub(crate) struct Routed {
    pub breadth: f64,
    pub depth: f64,
    /// Centre of each part of each unit.
    pub centres: Vec<Vec<At>>,
    /// Points of each edge.
    pub lines: Vec<Vec<At>>,
    /// Points of the lines between the parts of each unit.
    pub links: Vec<Vec<Vec<At>>>,
}

struct Bands {
    starts: Vec<f64>,
    depths: Vec<f64>,
}

/// The free space across the flow around each node, in its own rank.
struct Rooms {
    left: Vec<f64>,
    right: Vec<f64>,
}

/// Turns a placement into coordinates and lines.
pub(crate) fn route(units: &[Unit], edges: &[(u32, u32)], placement: &Placement) -> Routed {
    let (placement, breadth) = shifted(units, placement);
    let (bands, depth) = bands(units, edges, &placement);
    let rooms = rooms(units, edges, &placement);
    let start_of = |v: usize| {
        let rank = placement.ranks[v] as usize;
        bands.starts[rank] + bands.depths[rank] - units[v].depth
    };
    let centres: Vec<Vec<At>> = (0..units.len())
        .map(|v| {
            let start = start_of(v);
            units[v]
                .parts
                .iter()
                .map(|p| (placement.across[v], start + p.centre))
                .collect()
        })
        .collect();
    let links = units
        .iter()
        .zip(&centres)
        .map(|(unit, at)| {
            let pairs = unit.parts.windows(2).zip(at.windows(2));
            pairs
                .map(|(parts, at)| {
                    let from = (at[0].0, at[0].1 + parts[0].depth / 2.0);
                    vec![from, (at[1].0, at[1].1 - parts[1].depth / 2.0)]
                })
                .collect()
        })
        .collect();
    let lines = edges
        .iter()
        .zip(&placement.passes)
        .map(|(&(from, to), passes)| {
            let (from, to) = (from as usize, to as usize);
            let first = placement.ranks[from] as usize + 1;
            let mut points = Vec::with_capacity(2 * passes.len() + 3);
            let next = passes.first().copied().unwrap_or(placement.across[to]);
            let from_part = units[from].parts.len() - 1;
            points.push(leave(
                &units[from].parts[from_part],
                centres[from][from_part],
                next,
                GAP_PX,
            ));
            for (rank, &x) in (first..).zip(passes) {
                points.push((x, bands.starts[rank]));
                points.push((x, bands.starts[rank] + bands.depths[rank]));
            }
            let band = bands.starts[placement.ranks[to] as usize];
            let room = (rooms.left[to], rooms.right[to]);
            arrive(&mut points, &units[to].parts[0], centres[to][0], band, room);
            simplify(points)
        })
        .collect();
    Routed {
        breadth,
        depth,
        centres,
        lines,
        links,
    }
}

/// Moves everything so that it begins at the margin; also the breadth.
fn shifted(units: &[Unit], placement: &Placement) -> (Placement, f64) {
    let mut low = f64::INFINITY;
    let mut high = f64::NEG_INFINITY;
    for (x, unit) in placement.across.iter().zip(units) {
        low = low.min(x - unit.breadth / 2.0);
        high = high.max(x + unit.breadth / 2.0);
    }
    for &x in placement.passes.iter().flatten() {
        low = low.min(x);
        high = high.max(x);
    }
    if low > high {
        return (placement.clone(), 0.0);
    }
    let shift = MARGIN_PX - low;
    let mut moved = placement.clone();
    for x in moved
        .across
        .iter_mut()
        .chain(moved.passes.iter_mut().flatten())
    {
        *x += shift;
    }
    (moved, high - low + 2.0 * MARGIN_PX)
}

fn bands(units: &[Unit], edges: &[(u32, u32)], placement: &Placement) -> (Bands, f64) {
    let ranks = placement.rank_count();
    let mut depths = vec![0.0f64; ranks];
    for (unit, &rank) in units.iter().zip(&placement.ranks) {
        depths[rank as usize] = depths[rank as usize].max(unit.depth);
    }
    let mut steps = vec![0.0f64; ranks];
    for (&(from, to), passes) in edges.iter().zip(&placement.passes) {
        let mut x = placement.across[from as usize];
        let first = placement.ranks[from as usize] as usize;
        for (rank, &next) in (first..).zip(passes.iter().chain([&placement.across[to as usize]])) {
            steps[rank] = steps[rank].max((next - x).abs());
            x = next;
        }
    }
    let mut starts = Vec::with_capacity(ranks);
    let mut at = MARGIN_PX;
    for rank in 0..ranks {
        starts.push(at);
        at += depths[rank];
        if rank + 1 < ranks {
            let extra = (steps[rank] - STEEP_STEP_PX).max(0.0) * GAP_SLANT;
            at += GAP_PX + extra.min(MAX_EXTRA_GAP_PX);
        }
    }
    (Bands { starts, depths }, at + MARGIN_PX)
}

fn rooms(units: &[Unit], edges: &[(u32, u32)], placement: &Placement) -> Rooms {
    let mut rooms = Rooms {
        left: vec![f64::NEG_INFINITY; units.len()],
        right: vec![f64::INFINITY; units.len()],
    };
    let half = |item: Item| item.node().map_or(0.0, |v| units[v as usize].breadth / 2.0);
    for rank in placement.slots(edges) {
        for pair in rank.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            if let Item::Node(v) = b.item {
                rooms.left[v as usize] = a.across + half(a.item) + CLEARANCE_PX;
            }
            if let Item::Node(v) = a.item {
                rooms.right[v as usize] = b.across - half(b.item) - CLEARANCE_PX;
            }
        }
    }
    rooms
}

/// Where a line towards `next` leaves the far border of a part.
fn leave(part: &Part, centre: At, next: f64, gap: f64) -> At {
    let step = next - centre.0;
    match part.kind {
        ShapeKind::Circle => (centre.0, centre.1 + part.depth / 2.0),
        ShapeKind::Box | ShapeKind::Label | ShapeKind::Stack => {
            let most = part.breadth / 2.0 * FLAT_SHARE;
            let shift = step * (part.depth / 2.0) / (part.depth / 2.0 + gap);
            (
                centre.0 + shift.clamp(-most, most),
                centre.1 + part.depth / 2.0,
            )
        }
    }
}

/// Leads a line from its last point to the near border of a part, beside
/// nothing that stands in the same band.
fn arrive(points: &mut Vec<At>, part: &Part, centre: At, band: f64, room: (f64, f64)) {
    let Some(&(x, along)) = points.last() else {
        return;
    };
    let step = x - centre.0;
    let near = centre.1 - part.depth / 2.0;
    let mut angle = match part.kind {
        ShapeKind::Circle => step.atan2(centre.1 - along).clamp(-MAX_ANGLE, MAX_ANGLE),
        ShapeKind::Box | ShapeKind::Label | ShapeKind::Stack => 0.0,
    };
    let radius = part.depth / 2.0;
    for _ in 0..4 {
        let end = (
            centre.0 + radius * angle.sin(),
            centre.1 - radius * angle.cos(),
        );
        let share = (band - along) / (end.1 - along);
        let entry = x + (end.0 - x) * share;
        if angle != 0.0 && entry >= room.0 && entry <= room.1 {
            points.push(end);
            return;
        }
        angle /= 2.0;
    }
    let shift = match part.kind {
        ShapeKind::Circle => 0.0,
        ShapeKind::Box | ShapeKind::Label | ShapeKind::Stack => {
            let most = part.breadth / 2.0 * FLAT_SHARE;
            (step * radius / (centre.1 - along)).clamp(-most, most)
        }
    };
    let end = centre.0 + shift;
    if near > band {
        points.push((end, band));
    }
    points.push((end, near));
}

/// Leaves out points on the way between their neighbours.
fn simplify(points: Vec<At>) -> Vec<At> {
    let mut kept: Vec<At> = Vec::with_capacity(points.len());
    for point in points {
        if let [.., a, b] = kept[..] {
            let share = (b.1 - a.1) / (point.1 - a.1);
            if (a.0 + (point.0 - a.0) * share - b.0).abs() < 0.05 {
                kept.pop();
            }
        }
        kept.push(point);
    }
    kept
}
