//! Typed n-dimensional arrays: the kernels behind `numpy` and `dask.array` blocks. Knows nothing of Python
//! objects: values, operands and indices come in as plain enums, and errors go out as a class name and
//! numpy's own words. README.md says how a caller keeps numpy's views.

mod array;
mod binary;
mod cast;
mod create;
mod dtype;
mod error;
mod in_place;
mod index;
mod join;
mod layout;
mod linalg;
mod nested;
mod pairwise;
mod print;
mod reduce;
mod round;
mod scan;
mod shape;
mod sort;
mod ternary;
mod unary;

pub use array::{Buffer, MAX_DIMS, MAX_ELEMENTS, NdArray, Operand, check_shape};
pub use binary::{BinaryOp, binary, result_dtype};
pub use create::{arange, eye, from_values, full, linspace};
pub use dtype::{DType, Scalar, Value};
pub use error::{ArrayError, ErrorKind, Result};
pub use in_place::binary_in_place;
pub use index::{Index, Selected, assign, select};
pub use join::{concatenate, stack};
pub use layout::Layout;
pub use linalg::{dot, matmul, tensordot};
pub use nested::{Nested, from_nested, to_nested};
pub use print::{array_repr, array_str, float_repr, scalar_repr, scalar_str};
pub use reduce::{Reduction, reduce};
pub use round::round;
pub use scan::{Accumulation, accumulate};
pub use shape::{
    broadcast_shapes, broadcast_to, expand_dims, ravel, reshape, reshape_sizes, squeeze, transpose,
};
pub use sort::{argsort, flat_nonzero, nonzero, sort, unique};
pub use ternary::{choose, clip};
pub use unary::{UnaryOp, unary};
