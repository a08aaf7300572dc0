//! Order: sorting, distinct values, and the places of elements that are true.

use std::cmp::Ordering;

use crate::array::{Buffer, NdArray};
use crate::cast::bools;
use crate::error::Result;
use crate::shape::{normalize_axis, ravel, transpose};

/// `np.sort(array, axis)`; `None` flattens. `nan` comes last.
pub fn sort(array: &NdArray, axis: Option<i64>) -> Result<NdArray> {
    let (array, order) = argsort_last(array, axis)?;
    let width = array.shape().last().copied().unwrap_or(1).max(1);
    let positions: Vec<usize> = order.iter().enumerate().map(|(i, &at)| i / width * width + at).collect();
    let sorted = NdArray::from_parts(array.dtype(), array.shape().to_vec(), array.buffer().gather(&positions));
    restore(&sorted, axis)
}

/// `np.argsort(array, axis)`, equal elements in their order.
pub fn argsort(array: &NdArray, axis: Option<i64>) -> Result<NdArray> {
    let (array, order) = argsort_last(array, axis)?;
    let found = NdArray::from_parts(
        crate::DType::Int64,
        array.shape().to_vec(),
        Buffer::Int(order.into_iter().map(|i| i as i64).collect()),
    );
    restore(&found, axis)
}

/// `np.unique(array)`: the distinct elements in order.
pub fn unique(array: &NdArray) -> Result<NdArray> {
    let flat = sort(array, None)?;
    let mut keep: Vec<usize> = Vec::new();
    for i in 0..flat.size() {
        if keep.last().is_none_or(|&last| compare(flat.buffer(), last, i) != Ordering::Equal) {
            keep.push(i);
        }
    }
    Ok(NdArray::from_parts(flat.dtype(), vec![keep.len()], flat.buffer().gather(&keep)))
}

/// `np.nonzero(array)`: for each axis the places of the elements that are true.
pub fn nonzero(array: &NdArray) -> Result<Vec<NdArray>> {
    let places = flat_nonzero(array)?;
    let mut columns = Vec::with_capacity(array.ndim());
    let mut step: usize = array.shape().iter().product();
    for &size in array.shape() {
        step /= size.max(1);
        let along = places.iter().map(|&p| (p / step.max(1) % size.max(1)) as i64).collect();
        columns.push(NdArray::from_ints(along));
    }
    Ok(columns)
}

/// The row-major places of the elements that are true.
pub fn flat_nonzero(array: &NdArray) -> Result<Vec<usize>> {
    Ok(bools(array)?.iter().enumerate().filter(|&(_, &x)| x).map(|(i, _)| i).collect())
}

/// The array with the sorted axis last, and the order within each row.
fn argsort_last(array: &NdArray, axis: Option<i64>) -> Result<(NdArray, Vec<usize>)> {
    let turned = match axis {
        None => ravel(array),
        Some(axis) => {
            let place = normalize_axis(axis, array.ndim())?;
            if place + 1 == array.ndim() { array.clone() } else { transpose(array, Some(&swap_last(place, array.ndim())))? }
        }
    };
    let width = turned.shape().last().copied().unwrap_or(1).max(1);
    let mut order: Vec<usize> = (0..turned.size()).map(|i| i % width).collect();
    for (row, places) in order.chunks_mut(width).enumerate() {
        places.sort_by(|&a, &b| compare(turned.buffer(), row * width + a, row * width + b));
    }
    Ok((turned, order))
}

fn restore(turned: &NdArray, axis: Option<i64>) -> Result<NdArray> {
    match axis {
        Some(axis) => {
            let place = normalize_axis(axis, turned.ndim())?;
            if place + 1 == turned.ndim() { Ok(turned.clone()) } else { transpose(turned, Some(&swap_last(place, turned.ndim()))) }
        }
        None => Ok(turned.clone()),
    }
}

/// The order of axes that exchanges `place` and the last one; it is its own inverse.
fn swap_last(place: usize, ndim: usize) -> Vec<i64> {
    let mut order: Vec<i64> = (0..ndim as i64).collect();
    order.swap(place, ndim - 1);
    order
}

fn compare(buffer: &Buffer, a: usize, b: usize) -> Ordering {
    match buffer {
        Buffer::Bool(v) => v[a].cmp(&v[b]),
        Buffer::Int(v) => v[a].cmp(&v[b]),
        Buffer::Str(v) => v[a].cmp(&v[b]),
        Buffer::Float(v) => {
            let (x, y) = (v[a], v[b]);
            x.partial_cmp(&y).unwrap_or_else(|| x.is_nan().cmp(&y.is_nan()))
        }
    }
}
