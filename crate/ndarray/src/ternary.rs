//! Operations on three operands: `np.where` and `np.clip`.

use crate::array::{NdArray, Operand, check_size};
use crate::binary::{BinaryOp, binary, result_dtype};
use crate::cast::bools;
use crate::dtype::Value;
use crate::error::{ArrayError, Result};
use crate::shape::{broadcast_shapes, spread};

/// `np.where(condition, yes, no)`.
pub fn choose<'a, 'b>(
    condition: &NdArray,
    yes: impl Into<Operand<'a>>,
    no: impl Into<Operand<'b>>,
) -> Result<NdArray> {
    let (yes, no) = (yes.into(), no.into());
    let dtype = result_dtype(&yes, &no);
    let as_array = |side: &Operand<'_>| match side {
        Operand::Array(array) => array.astype(dtype),
        // Without Python's checks: numpy casts here.
        Operand::Python(value) => NdArray::from_value(value).astype(dtype),
    };
    let (yes, no) = (as_array(&yes)?, as_array(&no)?);
    let shape = broadcast_shapes(&[condition.shape(), yes.shape(), no.shape()])?;
    check_size(&shape, dtype)?;
    let condition = spread(condition, &shape)?;
    let chosen = bools(&condition)?;
    let mut result = spread(&no, &shape)?;
    let yes = spread(&yes, &shape)?;
    let places: Vec<usize> = chosen.iter().enumerate().filter(|&(_, &c)| c).map(|(i, _)| i).collect();
    if places.len() == result.size() {
        return Ok(yes);
    }
    if !places.is_empty() {
        let picked = yes.buffer().gather(&places);
        result.buffer_mut().scatter(&places, &picked);
    }
    Ok(result)
}

/// `np.clip(array, low, high)`; a missing bound is no bound.
pub fn clip(array: &NdArray, low: Option<Operand<'_>>, high: Option<Operand<'_>>) -> Result<NdArray> {
    if array.dtype().is_str() {
        return Err(ArrayError::not_supported_for_input("clip"));
    }
    // One dtype for both bounds, so that a float bound on either side gives floats.
    let mut dtype = array.dtype();
    for bound in [&low, &high].into_iter().flatten() {
        let other = NdArray::from_values_of(dtype);
        dtype = result_dtype(&Operand::Array(&other), bound);
    }
    let mut result = array.astype(dtype)?;
    if let Some(bound) = low {
        result = binary_bound(BinaryOp::Maximum, &result, bound)?;
    }
    if let Some(bound) = high {
        result = binary_bound(BinaryOp::Minimum, &result, bound)?;
    }
    Ok(result)
}

/// A Python integer beyond a narrow type bounds nothing there; numpy allows it.
fn binary_bound(op: BinaryOp, array: &NdArray, bound: Operand<'_>) -> Result<NdArray> {
    if let Operand::Python(Value::Int(i)) = bound
        && array.dtype().is_int()
        && array.dtype().wrap(i) != i
    {
        let harmless = (i < 0) == (op == BinaryOp::Maximum);
        if harmless {
            return Ok(array.clone());
        }
    }
    binary(op, array, bound)
}
