//! Frames around what is in them. The crate that places boxes keeps the boxes
//! of a frame together on most graphs but not on all, and knows nothing of
//! titles; so its frames are not used. Each is drawn tightly around its
//! members, and what overlaps then is pushed aside, inner frames first: to the
//! right, or down where the lines run sideways.
//!
//! ```text
//!  pre   boxes do not overlap
//!  post  frames hold their members, nothing side by side overlaps,
//!        lines end at the borders of their boxes
//! ```

use crate::model::Model;
use crate::place::{Places, Rect};

/// Space between a frame and its members: left, right and below; and above,
/// where the title is.
pub(crate) const PADDING_PX: f64 = 14.0;
pub(crate) const TITLE_PX: f64 = 26.0;
/// Least space between what is side by side, across the lines and along them.
const GAP_PX: f64 = 16.0;
const RISE_PX: f64 = 8.0;

/// A member of a frame or of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Member {
    Box(usize),
    Frame(usize),
}

/// Puts frames around boxes. `title_widths` is the least width of each frame.
pub(crate) fn settle(model: &Model, places: Places, title_widths: &[f64], upright: bool) -> Places {
    let before = places.boxes.clone();
    let mut settling = Settling { model, places, upright };
    // Frames come after those around them, so backwards is from the inside out.
    for frame in (0..model.frames.len()).rev() {
        settling.part_members(Some(frame as u32));
        settling.fit(frame, title_widths.get(frame).copied().unwrap_or(0.0));
    }
    settling.part_members(None);
    let mut places = settling.places;
    for (points, &(from, to, _)) in places.lines.iter_mut().zip(&model.lines) {
        let at = |boxes: &[Rect], place: u32| boxes.get(place as usize).copied().unwrap_or_default();
        let (old_from, old_to) = (at(&before, from), at(&before, to));
        let (from, to) = (at(&places.boxes, from), at(&places.boxes, to));
        let moves = [(from.x - old_from.x, from.y - old_from.y), (to.x - old_to.x, to.y - old_to.y)];
        follow(points, moves);
        end_at_borders(points, &from, &to);
    }
    places
}

struct Settling<'a> {
    model: &'a Model,
    places: Places,
    /// Lines run up or down.
    upright: bool,
}

impl Settling<'_> {
    fn members(&self, frame: Option<u32>) -> Vec<Member> {
        let frames = self.model.frames.iter().enumerate().filter(|(_, inner)| inner.parent == frame);
        let boxes = self.model.boxes.iter().enumerate().filter(|(_, inner)| inner.frame == frame);
        frames.map(|(at, _)| Member::Frame(at)).chain(boxes.map(|(at, _)| Member::Box(at))).collect()
    }

    fn rect(&self, member: Member) -> Rect {
        let found = match member {
            Member::Box(at) => self.places.boxes.get(at),
            Member::Frame(at) => self.places.frames.get(at),
        };
        found.copied().unwrap_or_default()
    }

    /// The extent of a member across the lines and along them, each as centre and size.
    fn extents(&self, member: Member) -> ((f64, f64), (f64, f64)) {
        let rect = self.rect(member);
        let (wide, high) = ((rect.x, rect.width), (rect.y, rect.height));
        if self.upright { (wide, high) } else { (high, wide) }
    }

    /// Pushes members apart, in the order they lie in.
    fn part_members(&mut self, frame: Option<u32>) {
        let mut members = self.members(frame);
        members.sort_by(|&a, &b| self.extents(a).0.0.total_cmp(&self.extents(b).0.0));
        for (place, &member) in members.iter().enumerate() {
            let (across, along) = self.extents(member);
            let beside = members.iter().take(place).map(|&other| self.extents(other)).filter(|(_, other)| {
                (other.0 - along.0).abs() < (other.1 + along.1) / 2.0 + RISE_PX
            });
            let free = beside.map(|(other, _)| other.0 + other.1 / 2.0 + GAP_PX).fold(f64::NEG_INFINITY, f64::max);
            let push = free - (across.0 - across.1 / 2.0);
            if push > 0.0 {
                self.push(member, push);
            }
        }
    }

    fn push(&mut self, member: Member, by: f64) {
        let mut moved = vec![member];
        while let Some(member) = moved.pop() {
            let rect = match member {
                Member::Box(at) => self.places.boxes.get_mut(at),
                Member::Frame(at) => self.places.frames.get_mut(at),
            };
            if let Some(rect) = rect {
                *(if self.upright { &mut rect.x } else { &mut rect.y }) += by;
            }
            if let Member::Frame(at) = member {
                moved.extend(self.members(Some(at as u32)));
            }
        }
    }

    /// Draws a frame around its members.
    fn fit(&mut self, frame: usize, title_width: f64) {
        let none = (f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY);
        let (left, top, right, bottom) =
            self.members(Some(frame as u32)).into_iter().map(|member| self.rect(member)).fold(none, |around, rect| {
                let (dx, dy) = (rect.width / 2.0, rect.height / 2.0);
                (
                    around.0.min(rect.x - dx),
                    around.1.min(rect.y - dy),
                    around.2.max(rect.x + dx),
                    around.3.max(rect.y + dy),
                )
            });
        let (width, height) = (right - left + 2.0 * PADDING_PX, bottom - top + TITLE_PX + PADDING_PX);
        if let Some(place) = self.places.frames.get_mut(frame) {
            let y = top - TITLE_PX + height / 2.0;
            *place = Rect { x: (left + right) / 2.0, y, width: width.max(title_width), height };
        }
    }
}

/// Moves the points of a line with its ends.
fn follow(points: &mut [(f64, f64)], [from, to]: [(f64, f64); 2]) {
    let last = points.len().saturating_sub(1).max(1) as f64;
    for (place, point) in points.iter_mut().enumerate() {
        let share = place as f64 / last;
        point.0 += from.0 * (1.0 - share) + to.0 * share;
        point.1 += from.1 * (1.0 - share) + to.1 * share;
    }
}

/// Lets a line begin and end where it leaves and meets the boxes.
fn end_at_borders(points: &mut Vec<(f64, f64)>, from: &Rect, to: &Rect) {
    if points.len() < 2 {
        *points = vec![(from.x, from.y), (to.x, to.y)];
    }
    let inner_of = |points: &[(f64, f64)], place: usize, other: &Rect| match points.len() {
        2 => (other.x, other.y),
        _ => points.get(place).copied().unwrap_or((other.x, other.y)),
    };
    let last = points.len() - 1;
    let (after, before) = (inner_of(points, 1, to), inner_of(points, last - 1, from));
    if let Some(first) = points.first_mut() {
        *first = border(from, after);
    }
    if let Some(end) = points.last_mut() {
        *end = border(to, before);
    }
}

/// Where the line from the centre of a rectangle to a point crosses the border.
fn border(rect: &Rect, (x, y): (f64, f64)) -> (f64, f64) {
    let (dx, dy) = (x - rect.x, y - rect.y);
    let (wide, high) = (rect.width / 2.0, rect.height / 2.0);
    if dx == 0.0 && dy == 0.0 {
        return (rect.x, rect.y - high);
    }
    let across = if dx == 0.0 { f64::INFINITY } else { wide / dx.abs() };
    let along = if dy == 0.0 { f64::INFINITY } else { high / dy.abs() };
    let share = across.min(along);
    (rect.x + dx * share, rect.y + dy * share)
}
