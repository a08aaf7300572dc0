//! Indexing and assignment: integers, slices, new axes, ellipsis, masks and integer arrays, on any strided
//! window of a base array.

use crate::array::{NdArray, Operand, check_size};
use crate::cast::{checked_value, ints};
use crate::dtype::{DType, Scalar};
use crate::error::{ArrayError, Result, shape_text};
use crate::layout::Layout;
use crate::shape::broadcast_shapes;
use crate::sort::nonzero;

/// One item between the brackets.
#[derive(Clone, Debug, PartialEq)]
pub enum Index {
    Int(i64),
    Slice { start: Option<i64>, stop: Option<i64>, step: Option<i64> },
    /// `None`, `np.newaxis`
    NewAxis,
    Ellipsis,
    /// A mask or an array of integers; a list counts as an array
    Array(NdArray),
}

/// What an index found.
#[derive(Clone, Debug, PartialEq)]
pub enum Selected {
    /// One element, because every axis had an integer
    Scalar(Scalar),
    /// Elements that a window on the base shows; writing to it writes to the base
    View(Layout),
    /// Elements picked by a mask or an integer array, as an array of their own
    Copy(NdArray),
}

/// `view[index]`, where `layout` is the window of the view on `base`.
pub fn select(base: &NdArray, layout: &Layout, index: &[Index]) -> Result<Selected> {
    match resolve(layout, index)? {
        Found::Element(position) => match base.scalar_at(position) {
            Some(scalar) => Ok(Selected::Scalar(scalar)),
            None => Err(ArrayError::index("the view does not fit its base")),
        },
        Found::Window(window) => Ok(Selected::View(window)),
        Found::Picked { shape, positions, .. } => {
            check_size(&shape, base.dtype())?;
            Ok(Selected::Copy(NdArray::from_parts(base.dtype(), shape, base.buffer().gather(&positions))))
        }
    }
}

/// `view[index] = value`: writes into `base`.
pub fn assign<'a>(
    base: &mut NdArray,
    layout: &Layout,
    index: &[Index],
    value: impl Into<Operand<'a>>,
) -> Result<()> {
    let found = resolve(layout, index)?;
    let value = match value.into() {
        Operand::Python(value) => {
            let fits = checked_value(&value, base.dtype())?;
            crate::create::from_values(vec![fits], &[], Some(base.dtype()))?
        }
        Operand::Array(array) => {
            if matches!(found, Found::Element(_)) && array.ndim() > 0 {
                return Err(ArrayError::value("setting an array element with a sequence."));
            }
            array.astype(base.dtype())?
        }
    };
    let (positions, values) = match found {
        Found::Element(position) => (vec![position], value),
        Found::Window(window) => {
            let values = fit(&value, &window.shape, || {
                format!(
                    "could not broadcast input array from shape {} into shape {}",
                    shape_text(value.shape()),
                    shape_text(&window.shape)
                )
            })?;
            (window.positions(), values)
        }
        Found::Picked { shape, positions, mask_only } => {
            let values = fit(&value, &shape, || {
                if mask_only && value.ndim() == 1 {
                    format!(
                        "NumPy boolean array indexing assignment cannot assign {} input values to the {} output \
                         values where the mask is true",
                        value.size(),
                        positions.len()
                    )
                } else {
                    format!(
                        "shape mismatch: value array of shape {} could not be broadcast to indexing result of shape {}",
                        shape_text(value.shape()),
                        shape_text(&shape)
                    )
                }
            })?;
            (positions, values)
        }
    };
    if !positions.is_empty() {
        base.buffer_mut().scatter(&positions, values.buffer());
    }
    Ok(())
}

impl NdArray {
    /// `array[index]` as an array of its own, without axes for one element.
    pub fn get(&self, index: &[Index]) -> Result<Self> {
        Ok(match select(self, &self.layout(), index)? {
            Selected::Scalar(scalar) => Self::from_scalar(&scalar),
            Selected::View(window) => self.read(&window),
            Selected::Copy(array) => array,
        })
    }

    /// `array[index] = value`.
    pub fn set<'a>(&mut self, index: &[Index], value: impl Into<Operand<'a>>) -> Result<()> {
        let layout = self.layout();
        assign(self, &layout, index, value)
    }
}

enum Found {
    Element(usize),
    Window(Layout),
    Picked { shape: Vec<usize>, positions: Vec<usize>, mask_only: bool },
}

/// The value repeated to the shape it is written to, or one element; superfluous leading axes of size one go.
fn fit(value: &NdArray, shape: &[usize], message: impl FnOnce() -> String) -> Result<NdArray> {
    if value.size() == 1 && value.shape().iter().all(|&n| n == 1) {
        return Ok(value.clone());
    }
    let extra = value.ndim().saturating_sub(shape.len());
    let (leading, rest) = value.shape().split_at(extra);
    if leading.iter().all(|&n| n == 1)
        && let Ok(wide) = Layout::contiguous(rest).broadcast_to(shape)
    {
        return Ok(value.read(&wide));
    }
    Err(ArrayError::value(message()))
}

/// One axis of the view, after masks were turned into integers and the ellipsis into whole slices.
enum Part {
    New,
    Whole { axis: usize },
    /// An ellipsis that stands for no axis; still it parts what is beside it
    Gap,
    Slice { axis: usize, start: i64, step: i64, count: usize },
    Int { axis: usize, at: i64 },
    Picks { axis: usize, shape: Vec<usize>, at: Vec<i64>, from_mask: bool },
}

fn resolve(layout: &Layout, index: &[Index]) -> Result<Found> {
    let parts = parse(layout, index)?;
    let has_arrays = parts.iter().any(|p| matches!(p, Part::Picks { .. }));
    if !has_arrays {
        let all_ints = parts.iter().all(|p| matches!(p, Part::Int { .. }));
        let window = window(layout, parts.iter());
        let explicit = !index.iter().any(|i| matches!(i, Index::Ellipsis));
        return Ok(if all_ints && explicit { Found::Element(window.offset) } else { Found::Window(window) });
    }
    let mask_only = matches!(index, [Index::Array(mask)] if mask.dtype() == DType::Bool);
    pick(layout, parts, mask_only)
}

fn parse(layout: &Layout, index: &[Index]) -> Result<Vec<Part>> {
    let ndim = layout.shape.len();
    let mut used = 0usize;
    let mut ellipses = 0;
    for item in index {
        match item {
            Index::Int(_) | Index::Slice { .. } => used += 1,
            Index::Array(array) if array.dtype() == DType::Bool => used += array.ndim(),
            Index::Array(_) => used += 1,
            Index::Ellipsis => ellipses += 1,
            Index::NewAxis => {}
        }
    }
    if ellipses > 1 {
        return Err(ArrayError::index("an index can only have a single ellipsis ('...')"));
    }
    if used > ndim {
        return Err(ArrayError::index(format!(
            "too many indices for array: array is {ndim}-dimensional, but {used} were indexed"
        )));
    }
    check_masks(layout, index, ndim - used)?;
    let mut parts = Vec::with_capacity(ndim + index.len());
    let mut axis = 0usize;
    for item in index {
        match item {
            Index::NewAxis => parts.push(Part::New),
            Index::Ellipsis if used == ndim => parts.push(Part::Gap),
            Index::Ellipsis => {
                parts.extend((axis..axis + ndim - used).map(|axis| Part::Whole { axis }));
                axis += ndim - used;
            }
            Index::Int(i) => {
                parts.push(Part::Int { axis, at: inside(*i, axis, layout.shape[axis])? });
                axis += 1;
            }
            Index::Slice { start, stop, step } => {
                let (start, step, count) = slice_bounds(*start, *stop, *step, layout.shape[axis])?;
                parts.push(Part::Slice { axis, start, step, count });
                axis += 1;
            }
            Index::Array(array) => axis += array_parts(array, axis, &mut parts)?,
        }
    }
    parts.extend((axis..ndim).map(|axis| Part::Whole { axis }));
    Ok(parts)
}

/// Masks must fit before anything else is looked at; an ellipsis stands for `free` axes. As in numpy, an axis of a
/// mask that has no elements fits anywhere.
fn check_masks(layout: &Layout, index: &[Index], free: usize) -> Result<()> {
    let mut axis = 0usize;
    for item in index {
        match item {
            Index::NewAxis => {}
            Index::Ellipsis => axis += free,
            Index::Array(mask) if mask.dtype() == DType::Bool => {
                if mask.ndim() == 0 {
                    return Err(ArrayError::unsupported("an index that is a single bool"));
                }
                for (&size, &expect) in mask.shape().iter().zip(layout.shape.iter().skip(axis)) {
                    if size != expect && size != 0 {
                        return Err(ArrayError::index(format!(
                            "boolean index did not match indexed array along axis {axis}; size of axis is {expect} but \
                             size of corresponding boolean axis is {size}"
                        )));
                    }
                    axis += 1;
                }
            }
            _ => axis += 1,
        }
    }
    Ok(())
}

/// Adds the parts of an index array at `axis`; gives the number of axes it takes.
fn array_parts(array: &NdArray, axis: usize, parts: &mut Vec<Part>) -> Result<usize> {
    if array.dtype() == DType::Bool {
        for (i, found) in nonzero(array)?.iter().enumerate() {
            let at = ints(found)?.into_owned();
            parts.push(Part::Picks { axis: axis + i, shape: vec![at.len()], at, from_mask: true });
        }
        return Ok(array.ndim());
    }
    // An empty list is an empty float array, but a fine index.
    if !array.dtype().is_int() && array.size() > 0 {
        return Err(ArrayError::index("arrays used as indices must be of integer (or boolean) type"));
    }
    let at = ints(array)?.into_owned();
    parts.push(Part::Picks { axis, shape: array.shape().to_vec(), at, from_mask: false });
    Ok(1)
}

fn inside(index: i64, axis: usize, size: usize) -> Result<i64> {
    let place = if index < 0 { index.saturating_add(size as i64) } else { index };
    if (0..size as i64).contains(&place) {
        return Ok(place);
    }
    Err(ArrayError::index(format!("index {index} is out of bounds for axis {axis} with size {size}")))
}

/// The first place, the step and the count of a slice, as `slice.indices` of Python.
fn slice_bounds(
    start: Option<i64>,
    stop: Option<i64>,
    step: Option<i64>,
    size: usize,
) -> Result<(i64, i64, usize)> {
    let (size, step) = (size as i64, step.unwrap_or(1).max(-i64::MAX));
    if step == 0 {
        return Err(ArrayError::value("slice step cannot be zero"));
    }
    let (low, high) = if step < 0 { (-1, size - 1) } else { (0, size) };
    let clamp = |i: i64| if i < 0 { i.saturating_add(size).max(low) } else { i.min(high) };
    let start = start.map_or(if step < 0 { high } else { low }, clamp);
    let stop = stop.map_or(if step < 0 { low } else { high }, clamp);
    let span = if step < 0 { start - stop } else { stop - start };
    let count = if span <= 0 { 0 } else { (span - 1) / step.abs() + 1 };
    Ok((start, step, count as usize))
}

/// The window that the parts without arrays show.
fn window<'a>(layout: &Layout, parts: impl Iterator<Item = &'a Part>) -> Layout {
    let mut found = Layout { shape: Vec::new(), strides: Vec::new(), offset: layout.offset };
    let mut offset = layout.offset as isize;
    for part in parts {
        match part {
            Part::New => {
                found.shape.push(1);
                found.strides.push(0);
            }
            Part::Whole { axis } => {
                found.shape.push(layout.shape[*axis]);
                found.strides.push(layout.strides[*axis]);
            }
            Part::Slice { axis, start, step, count } => {
                let stride = layout.strides[*axis];
                found.shape.push(*count);
                // One element or none needs no step, and a huge one would overflow.
                found.strides.push(if *count > 1 { stride * *step as isize } else { stride });
                if *count > 0 {
                    offset += stride * *start as isize;
                }
            }
            Part::Int { axis, at } => offset += layout.strides[*axis] * *at as isize,
            Part::Picks { .. } | Part::Gap => {}
        }
    }
    found.offset = offset as usize;
    found
}

/// Indexing with arrays: they are broadcast against each other (integers too), and their common axes come where
/// they stood when they stood together, else first.
fn pick(layout: &Layout, mut parts: Vec<Part>, mask_only: bool) -> Result<Found> {
    let advanced = |p: &Part| matches!(p, Part::Picks { .. } | Part::Int { .. });
    let shapes: Vec<&[usize]> = parts
        .iter()
        .filter_map(|p| match p {
            Part::Picks { shape, .. } => Some(shape.as_slice()),
            _ => None,
        })
        .collect();
    let common = broadcast_shapes(&shapes).map_err(|_| {
        let list: String = shapes.iter().map(|s| format!("{} ", shape_text(s))).collect();
        ArrayError::index(format!("shape mismatch: indexing arrays could not be broadcast together with shapes {list}"))
    })?;
    check_size(&common, DType::Int64)?;
    let mut offsets = vec![0isize; common.iter().product()];
    for part in &mut parts {
        // As in numpy, an index that nothing is left of by broadcasting is not looked at.
        if let Part::Picks { axis, at, .. } = part
            && !offsets.is_empty()
        {
            for place in at {
                *place = inside(*place, *axis, layout.shape[*axis])?;
            }
        }
    }
    for part in &parts {
        if let Part::Picks { axis, shape, at, .. } = part {
            let places = Layout::contiguous(shape).broadcast_to(&common)?.positions();
            for (offset, place) in offsets.iter_mut().zip(places) {
                *offset += layout.strides[*axis] * at[place] as isize;
            }
        }
    }
    let first = parts.iter().position(advanced).unwrap_or(0);
    let last = parts.iter().rposition(advanced).unwrap_or(0);
    let together = parts.iter().skip(first).take(last - first + 1).all(advanced);
    let axes_before = parts.iter().take(first).filter(|p| !matches!(p, Part::Gap)).count();
    let before = if together { axes_before } else { 0 };
    let basic = window(layout, parts.iter());
    // Every part before the arrays gives one axis of the window.
    let (left_shape, right_shape) = basic.shape.split_at(before);
    let mut shape = left_shape.to_vec();
    shape.extend(&common);
    shape.extend(right_shape);
    check_size(&shape, DType::Int64)?;
    let masks = parts.iter().all(|p| !matches!(p, Part::Picks { from_mask: false, .. }));
    let mask_only = mask_only && masks;
    if shape.contains(&0) {
        return Ok(Found::Picked { shape, positions: Vec::new(), mask_only });
    }
    let left = Layout { shape: left_shape.to_vec(), strides: basic.strides[..before].to_vec(), offset: 0 };
    let right = Layout { shape: right_shape.to_vec(), strides: basic.strides[before..].to_vec(), offset: 0 };
    let (left, right) = (left.offsets(), right.offsets());
    let mut positions = Vec::with_capacity(shape.iter().product());
    for a in &left {
        for b in &offsets {
            let base = basic.offset as isize + a + b;
            positions.extend(right.iter().map(|c| (base + c) as usize));
        }
    }
    Ok(Found::Picked { shape, positions, mask_only })
}
