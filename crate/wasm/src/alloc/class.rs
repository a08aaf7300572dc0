//! Size classes: which sizes are served from lists, and how big their blocks are.
//!
//! Steps of 16 bytes up to 128, then four steps to each doubling, so that at
//! most a fifth of a block is unused. Larger or over-aligned requests have no
//! class and go to the system's allocator.

use std::alloc::Layout;

/// Every block starts at a multiple of this.
pub const ALIGN: usize = 16;
/// The largest block that lists hold.
pub const MAX_SIZE: usize = 8192;
/// How many classes there are.
pub const COUNT: usize = FINE_COUNT + 4 * (MAX_SIZE.ilog2() - FINE_MAX.ilog2()) as usize;

/// Up to here classes are `ALIGN` apart.
const FINE_MAX: usize = 128;
const FINE_COUNT: usize = FINE_MAX / ALIGN;
/// A batch takes about this much memory ...
const BATCH_BYTES: usize = 16 * 1024;
/// ... but never more blocks than this, nor fewer than two.
const BATCH_MAX: usize = 64;

/// The class that serves a request, if one does.
#[inline]
pub fn of(layout: Layout) -> Option<usize> {
    if layout.size() > MAX_SIZE || layout.align() > ALIGN {
        return None;
    }
    Some(of_size(layout.size()))
}

#[inline]
fn of_size(size: usize) -> usize {
    let last = size.saturating_sub(1);
    if last < FINE_MAX {
        return last / ALIGN;
    }
    let shift = last.ilog2() as usize;
    let quarter = (last >> (shift - 2)) & 3;
    FINE_COUNT + 4 * (shift - FINE_MAX.ilog2() as usize) + quarter
}

/// Bytes of a block of this class.
#[inline]
pub const fn size(class: usize) -> usize {
    if class < FINE_COUNT {
        return (class + 1) * ALIGN;
    }
    let coarse = class - FINE_COUNT;
    let power = FINE_MAX << (coarse / 4);
    power + power / 4 * (coarse % 4 + 1)
}

/// Blocks that move together between a thread and the common store.
#[inline]
pub const fn batch(class: usize) -> usize {
    let fitting = BATCH_BYTES / size(class);
    if fitting > BATCH_MAX { BATCH_MAX } else if fitting < 2 { 2 } else { fitting }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class(size: usize, align: usize) -> Option<usize> {
        of(Layout::from_size_align(size, align).expect("a valid layout"))
    }

    #[test]
    fn every_size_gets_the_smallest_block_that_holds_it() {
        for bytes in 1..=MAX_SIZE {
            let found = class(bytes, 8).expect("a class");
            assert!(found < COUNT);
            assert!(size(found) >= bytes, "{bytes} bytes in a block of {}", size(found));
            assert!(found == 0 || size(found - 1) < bytes, "{bytes} bytes fit a smaller block");
        }
    }

    #[test]
    fn at_most_a_fifth_of_a_large_block_is_unused() {
        for bytes in FINE_MAX + 1..=MAX_SIZE {
            let block = size(class(bytes, 8).expect("a class"));
            assert!((block - bytes) * 5 <= block, "{bytes} bytes in a block of {block}");
        }
    }

    #[test]
    fn blocks_keep_the_alignment() {
        for class in 0..COUNT {
            assert_eq!(size(class) % ALIGN, 0);
            assert!(batch(class) >= 2);
        }
        assert_eq!(size(COUNT - 1), MAX_SIZE);
    }

    #[test]
    fn what_is_large_or_over_aligned_has_no_class() {
        assert_eq!(class(MAX_SIZE + 1, 8), None);
        assert_eq!(class(16, 32), None);
        assert_eq!(class(0, 1), Some(0));
    }
}
