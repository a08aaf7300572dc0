//! Products of vectors and matrices.

use crate::array::{Buffer, NdArray, check_size};
use crate::binary::{BinaryOp, binary};
use crate::cast::{bools, floats, ints};
use crate::dtype::{DType, Value};
use crate::error::{ArrayError, Result, shape_text};
use crate::shape::{broadcast_shapes, normalize_axis, reshape, spread, transpose};

const SIGNATURE: &str = "(n?,k),(k,m?)->(n?,m?)";

/// `a @ b`.
pub fn matmul(a: &NdArray, b: &NdArray) -> Result<NdArray> {
    refuse_text("matmul", a, b)?;
    for (place, side) in [a, b].into_iter().enumerate() {
        if side.ndim() == 0 {
            return Err(ArrayError::value(format!(
                "matmul: Input operand {place} does not have enough dimensions (has 0, gufunc core with signature \
                 {SIGNATURE} requires 1)"
            )));
        }
    }
    let left = if a.ndim() == 1 { matrix(a, &[1, a.size()])? } else { a.clone() };
    let right = if b.ndim() == 1 { matrix(b, &[b.size(), 1])? } else { b.clone() };
    let (left_outer, left_core) = left.shape().split_at(left.ndim() - 2);
    let (right_outer, right_core) = right.shape().split_at(right.ndim() - 2);
    let ([n, k], [k2, m]) = (core(left_core), core(right_core));
    if k != k2 {
        return Err(ArrayError::value(format!(
            "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature {SIGNATURE} (size \
             {k2} is different from {k})"
        )));
    }
    let outer = broadcast_shapes(&[left_outer, right_outer])
        .map_err(|_| outer_mismatch([left.shape(), right.shape()], [n, m]))?;
    let with_core = |core: [usize; 2]| [outer.as_slice(), &core].concat();
    let wide = (spread(&left, &with_core([n, k]))?, spread(&right, &with_core([k, m]))?);
    let mut shape = outer.clone();
    if a.ndim() > 1 {
        shape.push(n);
    }
    if b.ndim() > 1 {
        shape.push(m);
    }
    product(&wide.0, &wide.1, outer.iter().product(), [n, k, m], shape)
}

/// `np.dot(a, b)`.
pub fn dot(a: &NdArray, b: &NdArray) -> Result<NdArray> {
    refuse_text("dot", a, b)?;
    if a.ndim() == 0 || b.ndim() == 0 {
        // Up to matrices numpy adds to zeros, so that no zero of the result is negative.
        let scaled = binary(BinaryOp::Multiply, a, b)?;
        let flat = a.ndim().max(b.ndim()) <= 2;
        return if flat && scaled.dtype().is_float() { binary(BinaryOp::Add, &scaled, Value::Float(0.0)) } else { Ok(scaled) };
    }
    let (from, to) = (a.ndim() - 1, b.ndim().saturating_sub(2));
    let (x, y) = (a.shape()[from], b.shape()[to]);
    if x != y {
        return Err(ArrayError::value(format!(
            "shapes {} and {} not aligned: {x} (dim {from}) != {y} (dim {to})",
            shape_text(a.shape()),
            shape_text(b.shape())
        )));
    }
    contract(a, b, &[from], &[to])
}

/// `np.tensordot(a, b, axes=(a_axes, b_axes))`.
pub fn tensordot(a: &NdArray, b: &NdArray, a_axes: &[i64], b_axes: &[i64]) -> Result<NdArray> {
    refuse_text("dot", a, b)?;
    let misfit = || ArrayError::value("shape-mismatch for sum");
    if a_axes.len() != b_axes.len() {
        return Err(misfit());
    }
    let places = |axes: &[i64], of: &NdArray| {
        axes.iter().map(|&x| normalize_axis(x, of.ndim())).collect::<Result<Vec<_>>>()
    };
    let (from, to) = (places(a_axes, a)?, places(b_axes, b)?);
    if from.iter().zip(&to).any(|(&x, &y)| a.shape()[x] != b.shape()[y]) {
        return Err(misfit());
    }
    contract(a, b, &from, &to)
}

/// Sums over pairs of axes, whose sizes are equal.
fn contract(a: &NdArray, b: &NdArray, from: &[usize], to: &[usize]) -> Result<NdArray> {
    let free = |of: &NdArray, taken: &[usize]| (0..of.ndim()).filter(|x| !taken.contains(x)).collect::<Vec<_>>();
    let (free_a, free_b) = (free(a, from), free(b, to));
    let order = |x: &[usize], y: &[usize]| x.iter().chain(y).map(|&i| i as i64).collect::<Vec<_>>();
    let left = transpose(a, Some(&order(&free_a, from)))?;
    let right = transpose(b, Some(&order(to, &free_b)))?;
    let sizes = |of: &NdArray, axes: &[usize]| axes.iter().map(|&x| of.shape()[x]).collect::<Vec<_>>();
    let (rows, columns) = (sizes(a, &free_a), sizes(b, &free_b));
    let core = [rows.iter().product(), sizes(a, from).iter().product(), columns.iter().product()];
    product(&left, &right, 1, core, [rows, columns].concat())
}

/// Row-major matrix products: `count` times `n * k` elements by `k * m` elements.
fn product(
    a: &NdArray,
    b: &NdArray,
    count: usize,
    [n, k, m]: [usize; 3],
    shape: Vec<usize>,
) -> Result<NdArray> {
    let dtype = a.dtype().promote(b.dtype());
    check_size(&shape, dtype)?;
    let data = if dtype == DType::Bool {
        Buffer::Bool(multiply(&bools(a)?, &bools(b)?, count, [n, k, m], false, |s, x, y| s | (x & y)))
    } else if dtype.is_float() {
        let add = |s: f64, x: f64, y: f64| s + x * y;
        let narrow = |s: f64, x: f64, y: f64| dtype.round(s + dtype.round(x * y));
        let (a, b) = (floats(a)?, floats(b)?);
        Buffer::Float(if dtype == DType::Float32 {
            multiply(&a, &b, count, [n, k, m], 0.0, narrow)
        } else {
            multiply(&a, &b, count, [n, k, m], 0.0, add)
        })
    } else {
        let add = |s: i64, x: i64, y: i64| dtype.wrap(s.wrapping_add(x.wrapping_mul(y)));
        Buffer::Int(multiply(&ints(a)?, &ints(b)?, count, [n, k, m], 0, add))
    };
    Ok(NdArray::from_parts(dtype, shape, data))
}

fn multiply<T: Copy>(
    a: &[T],
    b: &[T],
    count: usize,
    [n, k, m]: [usize; 3],
    zero: T,
    add: impl Fn(T, T, T) -> T,
) -> Vec<T> {
    let mut all = vec![zero; count * n * m];
    if all.is_empty() || k == 0 {
        return all;
    }
    for (i, row) in all.chunks_exact_mut(m).enumerate() {
        let matrix = &b[i / n * k * m..];
        // Along the rows of `b`, so that the inner loop walks through memory in order.
        for (x, line) in a[i * k..(i + 1) * k].iter().zip(matrix.chunks_exact(m)) {
            for (sum, y) in row.iter_mut().zip(line) {
                *sum = add(*sum, *x, *y);
            }
        }
    }
    all
}

fn matrix(vector: &NdArray, shape: &[usize; 2]) -> Result<NdArray> {
    reshape(vector, &shape.map(|n| n as i64))
}

/// The error for leading axes that do not fit; each shape is shown as the matrices see it.
fn outer_mismatch(shapes: [&[usize]; 2], [n, m]: [usize; 2]) -> ArrayError {
    let longest = shapes.iter().map(|s| s.len()).max().unwrap_or(0);
    let mapped: Vec<String> = shapes
        .iter()
        .map(|shape| {
            let mut axes = vec!["newaxis".to_owned(); longest - shape.len()];
            axes.extend(shape.iter().take(shape.len().saturating_sub(2)).map(usize::to_string));
            format!("{}->({},newaxis,newaxis)", shape_text(shape), axes.join(","))
        })
        .collect();
    ArrayError::value(format!(
        "operands could not be broadcast together with remapped shapes [original->remapped]: {}  and requested shape \
         ({n},{m})",
        mapped.join(" ")
    ))
}

fn core(sizes: &[usize]) -> [usize; 2] {
    match sizes {
        [x, y] => [*x, *y],
        _ => [1, 1],
    }
}

fn refuse_text(what: &str, a: &NdArray, b: &NdArray) -> Result<()> {
    if a.dtype().is_str() || b.dtype().is_str() {
        return Err(ArrayError::no_loop(what, a.dtype(), b.dtype()));
    }
    Ok(())
}
