//! Where the elements of a view lie in the buffer of its base: shape, strides and offset. Arrays of this crate
//! are copies; who needs numpy's views, which write through, keeps the base array and a layout.
//!
//! ```text
//! base  [[0 1 2]      base[:, 1]   shape (2,)  strides (3,)  offset 1
//!        [3 4 5]]     base.T       shape (3,2) strides (1,3) offset 0
//! ```

use crate::error::{ArrayError, Result};
use crate::shape::normalize_axes_order;

/// A strided window on a row-major buffer. Strides and offset count elements, not bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    pub shape: Vec<usize>,
    pub strides: Vec<isize>,
    pub offset: usize,
}

impl Layout {
    /// The layout of a whole row-major array.
    pub fn contiguous(shape: &[usize]) -> Self {
        let mut strides = vec![0; shape.len()];
        let mut step = 1usize;
        for (stride, &size) in strides.iter_mut().zip(shape).rev() {
            *stride = step as isize;
            step = step.saturating_mul(size.max(1));
        }
        Self { shape: shape.to_vec(), strides, offset: 0 }
    }

    /// The number of elements shown.
    pub fn size(&self) -> usize {
        self.shape.iter().product()
    }

    /// Whether the elements lie in row-major order without gaps.
    pub fn is_contiguous(&self) -> bool {
        let expect = Self::contiguous(&self.shape).strides;
        let same = self.shape.iter().zip(&self.strides).zip(&expect).all(|((&n, s), e)| n == 1 || s == e);
        same || self.size() == 0
    }

    /// Whether this shows a buffer of `len` elements from its first to its last.
    pub fn is_whole(&self, len: usize) -> bool {
        self.offset == 0 && self.size() == len && self.is_contiguous()
    }

    /// The positions in the buffer, in row-major order of the view.
    pub fn positions(&self) -> Vec<usize> {
        self.offsets().into_iter().map(|p| (self.offset as isize + p) as usize).collect()
    }

    /// As [`Layout::positions`], counted from the offset.
    pub(crate) fn offsets(&self) -> Vec<isize> {
        if self.shape.contains(&0) {
            return Vec::new();
        }
        let mut found = vec![0isize];
        for (&size, &stride) in self.shape.iter().zip(&self.strides) {
            // Each axis multiplies what the axes before it have found.
            let mut next = Vec::with_capacity(found.len().saturating_mul(size));
            for start in found {
                next.extend((0..size as isize).map(|i| start + i * stride));
            }
            found = next;
        }
        found
    }

    /// The layout with its axes in another order; `None` reverses them.
    pub fn transpose(&self, axes: Option<&[i64]>) -> Result<Self> {
        let order = normalize_axes_order(axes, self.shape.len())?;
        Ok(Self {
            shape: order.iter().map(|&axis| self.shape[axis]).collect(),
            strides: order.iter().map(|&axis| self.strides[axis]).collect(),
            offset: self.offset,
        })
    }

    /// The same elements with another shape of equal size, where numpy too would make a view: the elements
    /// lie without gaps. `None` where a copy is needed.
    pub fn reshape(&self, shape: &[usize]) -> Option<Self> {
        (self.is_contiguous() && shape.iter().product::<usize>() == self.size())
            .then(|| Self { offset: self.offset, ..Self::contiguous(shape) })
    }

    /// The layout repeated to a larger shape by broadcasting.
    pub(crate) fn broadcast_to(&self, shape: &[usize]) -> Result<Self> {
        let missing = shape.len().checked_sub(self.shape.len());
        let fits = missing.is_some_and(|skip| {
            self.shape.iter().zip(shape.iter().skip(skip)).all(|(&from, &to)| from == to || from == 1)
        });
        let Some(skip) = missing.filter(|_| fits) else {
            return Err(ArrayError::broadcast(&[&self.shape, shape]));
        };
        let mut strides = vec![0; skip];
        strides.extend(
            self.shape.iter().zip(shape.iter().skip(skip)).zip(&self.strides).map(
                |((&from, &to), &stride)| {
                    if from == to { stride } else { 0 }
                },
            ),
        );
        Ok(Self { shape: shape.to_vec(), strides, offset: self.offset })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_follow_strides() {
        let whole = Layout::contiguous(&[2, 3]);
        assert_eq!(whole.positions(), [0, 1, 2, 3, 4, 5]);
        let turned = whole.transpose(None).expect("reversed");
        assert_eq!(turned.positions(), [0, 3, 1, 4, 2, 5]);
        assert!(!turned.is_contiguous() && turned.reshape(&[6]).is_none());
        assert_eq!(whole.reshape(&[6]).map(|l| l.strides), Some(vec![1]));
        let wide = Layout::contiguous(&[2, 1]).broadcast_to(&[2, 2, 3]).expect("broadcast");
        assert_eq!(wide.positions(), [0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1]);
    }
}
