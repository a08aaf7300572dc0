//! `a += b` and its like: the result must fit into the array that is already there.

use crate::array::{NdArray, Operand};
use crate::binary::{BinaryOp, binary};
use crate::dtype::{DType, Value};
use crate::error::{ArrayError, ErrorKind, Result, shape_text};
use crate::shape::broadcast_shapes;

/// What `target op= right` writes into `target`: of its shape and dtype. The caller assigns it, so that views of
/// the same base see it.
pub fn binary_in_place<'a>(op: BinaryOp, target: &NdArray, right: impl Into<Operand<'a>>) -> Result<NdArray> {
    let right = right.into();
    let found = result_of(op, target, &right)?;
    if !is_same_kind(found, target.dtype()) {
        return Err(ArrayError::new(
            ErrorKind::UFuncType,
            format!(
                "Cannot cast ufunc '{}' output from {} to {} with casting rule 'same_kind'",
                op.ufunc_name(),
                found.repr(),
                target.dtype().repr()
            ),
        ));
    }
    if let Operand::Array(array) = &right {
        let (own, other) = (target.shape(), array.shape());
        // The array that is written counts as a third operand.
        let shape = broadcast_shapes(&[own, other]).map_err(|_| ArrayError::broadcast(&[own, other, own]))?;
        if shape != own {
            return Err(ArrayError::value(format!(
                "non-broadcastable output operand with shape {} doesn't match the broadcast shape {}",
                shape_text(own),
                shape_text(&shape)
            )));
        }
    }
    binary(op, target, right)?.astype(target.dtype())
}

/// The dtype of the operation, found on arrays without elements: numpy too refuses dtypes before shapes.
fn result_of(op: BinaryOp, target: &NdArray, right: &Operand<'_>) -> Result<DType> {
    let left = NdArray::from_values_of(target.dtype());
    Ok(match right {
        Operand::Array(array) => binary(op, &left, &NdArray::from_values_of(array.dtype()))?.dtype(),
        // Whether this integer fits is asked later.
        Operand::Python(Value::Int(_)) => binary(op, &left, Value::Int(0))?.dtype(),
        Operand::Python(value) => binary(op, &left, value.clone())?.dtype(),
    })
}

/// Whether numpy casts without being told to: within a kind, or to a wider kind.
fn is_same_kind(from: DType, to: DType) -> bool {
    let rank = |dtype: DType| match dtype.kind() {
        'b' => 0,
        'i' => 1,
        'f' => 2,
        _ => 3,
    };
    rank(from) <= rank(to)
}
