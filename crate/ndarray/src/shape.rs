//! Axes and shapes: what numpy accepts as an axis, how shapes broadcast, and the operations that only
//! rearrange elements.

use crate::array::{NdArray, check_size};
use crate::error::{ArrayError, Result, signed_shape_text, tuple_text};
use crate::layout::Layout;

/// The place of an axis that may count from the end.
pub(crate) fn normalize_axis(axis: i64, ndim: usize) -> Result<usize> {
    let place = if axis < 0 { axis.saturating_add(ndim as i64) } else { axis };
    usize::try_from(place).ok().filter(|&p| p < ndim).ok_or_else(|| ArrayError::axis(axis, ndim))
}

/// For each axis whether it is among `axes`; `None` means all.
pub(crate) fn normalize_axes(axes: Option<&[i64]>, ndim: usize) -> Result<Vec<bool>> {
    let Some(axes) = axes else { return Ok(vec![true; ndim]) };
    let mut chosen = vec![false; ndim];
    for &axis in axes {
        if std::mem::replace(&mut chosen[normalize_axis(axis, ndim)?], true) {
            return Err(ArrayError::value("duplicate value in 'axis'"));
        }
    }
    Ok(chosen)
}

/// The order of axes for a transposition; `None` reverses them.
pub(crate) fn normalize_axes_order(axes: Option<&[i64]>, ndim: usize) -> Result<Vec<usize>> {
    let Some(axes) = axes else { return Ok((0..ndim).rev().collect()) };
    if axes.len() != ndim {
        return Err(ArrayError::value("axes don't match array"));
    }
    let mut seen = vec![false; ndim];
    let mut order = Vec::with_capacity(ndim);
    for &axis in axes {
        let place = normalize_axis(axis, ndim)?;
        if std::mem::replace(&mut seen[place], true) {
            return Err(ArrayError::value("repeated axis in transpose"));
        }
        order.push(place);
    }
    Ok(order)
}

/// The sizes that `reshape` makes of `shape`, where one `-1` stands for what is left.
pub fn reshape_sizes(size: usize, shape: &[i64]) -> Result<Vec<usize>> {
    let unknown = shape.iter().filter(|&&n| n < 0).count();
    if unknown > 1 {
        return Err(ArrayError::value("can only specify one unknown dimension"));
    }
    let misfit =
        || ArrayError::value(format!("cannot reshape array of size {size} into shape {}", signed_shape_text(shape)));
    let known = shape
        .iter()
        .filter(|&&n| n >= 0)
        .try_fold(1usize, |all, &n| all.checked_mul(usize::try_from(n).ok()?))
        .ok_or_else(misfit)?;
    let rest = if unknown == 0 {
        if known != size {
            return Err(misfit());
        }
        0
    } else {
        if known == 0 || !size.is_multiple_of(known) {
            return Err(misfit());
        }
        size / known
    };
    Ok(shape.iter().map(|&n| usize::try_from(n).unwrap_or(rest)).collect())
}

/// The common shape of arrays that meet in one operation.
pub fn broadcast_shapes(shapes: &[&[usize]]) -> Result<Vec<usize>> {
    let ndim = shapes.iter().map(|s| s.len()).max().unwrap_or(0);
    let mut common = vec![1usize; ndim];
    for shape in shapes {
        for (into, &size) in common.iter_mut().rev().zip(shape.iter().rev()) {
            if *into == 1 {
                *into = size;
            } else if size != 1 && size != *into {
                return Err(ArrayError::broadcast(shapes));
            }
        }
    }
    Ok(common)
}

/// `np.broadcast_to` as a copy.
pub fn broadcast_to(array: &NdArray, shape: &[usize]) -> Result<NdArray> {
    check_size(shape, array.dtype())?;
    if array.shape() == shape {
        return Ok(array.clone());
    }
    if array.ndim() > shape.len() {
        return Err(ArrayError::value("input operand has more dimensions than allowed by the axis remapping"));
    }
    let layout = array.layout().broadcast_to(shape).map_err(|_| {
        ArrayError::value(format!(
            "operands could not be broadcast together with remapped shapes [original->remapped]: {}  and requested \
             shape {}",
            crate::error::shape_text(array.shape()),
            crate::error::shape_text(shape)
        ))
    })?;
    Ok(array.read(&layout))
}

/// `array.reshape(shape)`; shares the elements.
pub fn reshape(array: &NdArray, shape: &[i64]) -> Result<NdArray> {
    let sizes = reshape_sizes(array.size(), shape)?;
    check_size(&sizes, array.dtype())?;
    Ok(NdArray::from_shared(array.dtype(), sizes, array.shared_buffer()))
}

/// `array.ravel()`; shares the elements.
pub fn ravel(array: &NdArray) -> NdArray {
    NdArray::from_shared(array.dtype(), vec![array.size()], array.shared_buffer())
}

/// `array.transpose(axes)`, `array.T`, as a copy.
pub fn transpose(array: &NdArray, axes: Option<&[i64]>) -> Result<NdArray> {
    Ok(array.read(&array.layout().transpose(axes)?))
}

/// `np.expand_dims(array, axis)`; shares the elements.
pub fn expand_dims(array: &NdArray, axis: i64) -> Result<NdArray> {
    let place = normalize_axis(axis, array.ndim() + 1)?;
    let mut shape = array.shape().to_vec();
    shape.insert(place, 1);
    check_size(&shape, array.dtype())?;
    Ok(NdArray::from_shared(array.dtype(), shape, array.shared_buffer()))
}

/// `array.squeeze(axes)`; shares the elements.
pub fn squeeze(array: &NdArray, axes: Option<&[i64]>) -> Result<NdArray> {
    let chosen = normalize_axes(axes, array.ndim())?;
    if axes.is_some() && array.shape().iter().zip(&chosen).any(|(&n, &c)| c && n != 1) {
        return Err(ArrayError::value("cannot select an axis to squeeze out which has size not equal to one"));
    }
    let shape = array.shape().iter().zip(&chosen).filter(|&(&n, &c)| !(c && n == 1)).map(|(&n, _)| n).collect();
    Ok(NdArray::from_shared(array.dtype(), shape, array.shared_buffer()))
}

/// `array` with the elements in the order of `layout` repeated to `shape`; for operands of one operation.
pub(crate) fn spread(array: &NdArray, shape: &[usize]) -> Result<NdArray> {
    if array.shape() == shape {
        return Ok(array.clone());
    }
    Ok(array.read(&Layout::contiguous(array.shape()).broadcast_to(shape)?))
}

/// The text of a shape as a Python tuple, for callers that print one: `(2, 3)`.
pub(crate) fn shape_tuple(shape: &[usize]) -> String {
    tuple_text(shape)
}
