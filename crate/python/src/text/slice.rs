//! Slice arithmetic: which elements of a sequence a slice names.

use super::error::FormatError;

/// A slice applied to a length: `count` elements at `start`, `start + step`, and so on, all inside the sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SliceRange {
    /// The first index; with `count` 0 where an insertion would go, between 0 and the length (-1 if stepping backwards).
    pub start: i64,
    /// The index that ends the slice, as `slice.indices` gives it.
    pub stop: i64,
    /// The distance between two elements, not 0.
    pub step: i64,
    /// How many elements.
    pub count: usize,
}

impl SliceRange {
    /// The indices in order.
    pub fn indices(self) -> impl Iterator<Item = usize> {
        (0..self.count).filter_map(move |i| usize::try_from(self.start + i as i64 * self.step).ok())
    }
}

/// `slice(start, stop, step)` on a sequence of `length` elements; `None` is an absent bound. Bounds beyond 64 bits are
/// to be clamped by the caller, as CPython does.
///
/// # Errors
/// `ValueError` for a step of zero.
pub fn resolve(
    start: Option<i64>,
    stop: Option<i64>,
    step: Option<i64>,
    length: usize,
) -> Result<SliceRange, FormatError> {
    resolve_long(start, stop, step, i64::try_from(length).unwrap_or(i64::MAX))
}

/// The same for what can be longer than memory: a range.
///
/// # Errors
/// As [`resolve`].
pub fn resolve_long(
    start: Option<i64>,
    stop: Option<i64>,
    step: Option<i64>,
    length: i64,
) -> Result<SliceRange, FormatError> {
    let step = step.unwrap_or(1).max(-i64::MAX);
    if step == 0 {
        return Err(FormatError::value("slice step cannot be zero"));
    }
    let (lowest, highest) = if step < 0 { (-1, length - 1) } else { (0, length) };
    let clamp = |bound: i64| {
        let bound = if bound < 0 { bound.saturating_add(length) } else { bound };
        bound.clamp(lowest, highest)
    };
    let start = start.map_or(if step < 0 { highest } else { lowest }, clamp);
    let stop = stop.map_or(if step < 0 { lowest } else { highest }, clamp);
    let span = if step < 0 { start - stop } else { stop - start };
    let count = if span <= 0 { 0 } else { (span - 1) / step.abs() + 1 };
    Ok(SliceRange { start, stop, step, count: amount(count) })
}

/// How many a number asks for: none when it is negative, and more than there
/// can be when it does not fit (`usize` has 32 bits in the browser).
pub fn amount(n: i64) -> usize {
    usize::try_from(n.max(0)).unwrap_or(usize::MAX)
}

/// A subscript on a sequence of `length` elements, negative from the end; `None` if it is out of range.
pub fn index(position: i64, length: usize) -> Option<usize> {
    let position = if position < 0 { position.checked_add(i64::try_from(length).ok()?)? } else { position };
    usize::try_from(position).ok().filter(|i| *i < length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::type_complexity, reason = "one row of a table")]
    fn slices_are_pythons() {
        let table: &[(Option<i64>, Option<i64>, Option<i64>, usize, (i64, i64, i64, usize))] =
            include!("testdata/slice.in");
        for (start, stop, step, length, expect) in table {
            let got = resolve(*start, *stop, *step, *length).unwrap();
            assert_eq!((got.start, got.stop, got.step, got.count), *expect, "{start:?}:{stop:?}:{step:?} of {length}");
            assert!(got.indices().all(|i| i < *length));
            assert_eq!(got.indices().count(), got.count);
        }
    }

    #[test]
    fn extremes_are_errors_or_empty() {
        assert_eq!(resolve(None, None, Some(0), 3).unwrap_err().message, "slice step cannot be zero");
        let all = resolve(Some(i64::MAX), Some(i64::MIN), Some(i64::MIN), 3).unwrap();
        assert_eq!(all.indices().collect::<Vec<_>>(), [2]);
        assert_eq!([index(-1, 3), index(3, 3), index(i64::MIN, 3)], [Some(2), None, None]);
    }
}
