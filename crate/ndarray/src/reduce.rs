//! Reductions over all axes or some: sums, extremes, statistics, truth.

use crate::array::{Buffer, NdArray, Operand, check_size};
use crate::binary::{BinaryOp, binary};
use crate::cast::{bools, floats, ints};
use crate::dtype::{DType, Value};
use crate::error::{ArrayError, Result};
use crate::pairwise::pairwise_sum;
use crate::shape::normalize_axes;
use crate::unary::{UnaryOp, unary};

/// What is made of the elements along the reduced axes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reduction {
    Sum,
    Prod,
    Mean,
    Var { ddof: f64 },
    Std { ddof: f64 },
    Min,
    Max,
    /// Over one axis, or over all as if flat
    ArgMin,
    /// Over one axis, or over all as if flat
    ArgMax,
    Any,
    All,
    CountNonzero,
}

/// Reduces `array` along `axes`, all of them for `None`. Axes that stay as size one with `keepdims`.
pub fn reduce(array: &NdArray, reduction: Reduction, axes: Option<&[i64]>, keepdims: bool) -> Result<NdArray> {
    let plan = Plan::new(array, axes, keepdims)?;
    match reduction {
        Reduction::Sum => sum(array, &plan),
        Reduction::Prod => prod(array, &plan),
        Reduction::Mean => mean(array, &plan),
        Reduction::Var { ddof } => variance(array, &plan, ddof),
        Reduction::Std { ddof } => unary(UnaryOp::Sqrt, &variance(array, &plan, ddof)?),
        Reduction::Min | Reduction::Max => extreme(array, &plan, reduction == Reduction::Max),
        Reduction::ArgMin | Reduction::ArgMax => arg_extreme(array, &plan, reduction == Reduction::ArgMax),
        Reduction::Any => {
            let values = bools(array)?;
            plan.finish(DType::Bool, Buffer::Bool(plan.fold(&values, false, |run| run.contains(&true), |a, b| a | b)))
        }
        Reduction::All => {
            let values = bools(array)?;
            plan.finish(DType::Bool, Buffer::Bool(plan.fold(&values, true, |run| !run.contains(&false), |a, b| a & b)))
        }
        Reduction::CountNonzero => {
            let values: Vec<i64> = bools(array)?.iter().map(|&x| i64::from(x)).collect();
            plan.finish(DType::Int64, Buffer::Int(plan.fold(&values, 0, |run| run.iter().sum(), |a, b| a + b)))
        }
    }
}

/// Which elements meet in which result.
struct Plan {
    /// Neighbouring axes of one kind merged, without axes of size one: size and whether it is reduced
    groups: Vec<(usize, bool)>,
    /// The shape of the result
    shape: Vec<usize>,
    /// The shape of the result with reduced axes as one
    kept_shape: Vec<usize>,
    /// Elements for each result
    count: usize,
    /// Results
    results: usize,
    /// The number of reduced axes
    reduced_axes: usize,
}

impl Plan {
    fn new(array: &NdArray, axes: Option<&[i64]>, keepdims: bool) -> Result<Self> {
        let reduced = normalize_axes(axes, array.ndim())?;
        let mut groups: Vec<(usize, bool)> = Vec::new();
        for (&size, &gone) in array.shape().iter().zip(&reduced).filter(|&(&size, _)| size != 1) {
            match groups.last_mut() {
                Some((all, kind)) if *kind == gone => *all = all.saturating_mul(size),
                _ => groups.push((size, gone)),
            }
        }
        let sizes = || array.shape().iter().zip(&reduced);
        let kept_shape: Vec<usize> = sizes().map(|(&n, &gone)| if gone { 1 } else { n }).collect();
        let shape = if keepdims {
            kept_shape.clone()
        } else {
            sizes().filter(|&(_, &gone)| !gone).map(|(&n, _)| n).collect()
        };
        // An array without elements may have axes so long that its results would not fit.
        check_size(&shape, DType::Float64)?;
        Ok(Self {
            groups,
            results: kept_shape.iter().product(),
            shape,
            kept_shape,
            count: sizes().filter(|&(_, &gone)| gone).fold(1, |all: usize, (&n, _)| all.saturating_mul(n)),
            reduced_axes: reduced.iter().filter(|&&gone| gone).count(),
        })
    }

    fn finish(&self, dtype: DType, data: Buffer) -> Result<NdArray> {
        check_size(&self.shape, dtype)?;
        Ok(NdArray::from_parts(dtype, self.shape.clone(), data))
    }

    /// Folds from `initial` in numpy's order: elements that lie together and meet are folded by `run` first.
    fn fold<T: Copy>(&self, data: &[T], initial: T, run: impl Fn(&[T]) -> T, join: impl Fn(T, T) -> T) -> Vec<T> {
        let mut results = vec![initial; self.results];
        self.visit(|places, from, length, together| {
            let Some(run_data) = data.get(from..from + length) else { return };
            if together {
                if let Some(result) = results.get_mut(places) {
                    *result = join(*result, run(run_data));
                }
            } else if let Some(row) = results.get_mut(places..places + length) {
                for (result, &x) in row.iter_mut().zip(run_data) {
                    *result = join(*result, x);
                }
            }
        });
        results
    }

    /// Calls `each(place, from, length, together)` for every run of elements `from..from + length`: they all
    /// belong to the result at `place` when `together`, else to the results from `place` on.
    fn visit(&self, mut each: impl FnMut(usize, usize, usize, bool)) {
        if self.groups.iter().any(|&(size, _)| size == 0) {
            return;
        }
        let Some((&(length, together), outer)) = self.groups.split_last() else {
            each(0, 0, 1, true);
            return;
        };
        let mut steps = vec![0usize; outer.len()];
        let mut step = if together { 1 } else { length };
        for (into, &(size, gone)) in steps.iter_mut().zip(outer).rev() {
            if !gone {
                *into = step;
                step *= size;
            }
        }
        let mut counter = vec![0usize; outer.len()];
        let (mut place, mut from) = (0usize, 0usize);
        loop {
            each(place, from, length, together);
            from += length;
            let mut axis = outer.len();
            loop {
                if axis == 0 {
                    return;
                }
                axis -= 1;
                counter[axis] += 1;
                place += steps[axis];
                if counter[axis] < outer[axis].0 {
                    break;
                }
                place -= steps[axis] * counter[axis];
                counter[axis] = 0;
            }
        }
    }
}

fn refuse_text(array: &NdArray, ufunc: &str) -> Result<()> {
    let dtype = array.dtype();
    if !dtype.is_str() {
        return Ok(());
    }
    if ufunc == "add" {
        let (one, two) = (dtype.code(), DType::Str(dtype.text_width() * 2).code());
        return Err(ArrayError::type_error(format!(
            "the resolved dtypes are not compatible with add.reduce. Resolved (dtype('{one}'), dtype('{one}'), \
             dtype('{two}'))"
        )));
    }
    Err(ArrayError::no_loop(ufunc, dtype, dtype))
}

fn float_sums(array: &NdArray, plan: &Plan, dtype: DType) -> Result<Vec<f64>> {
    let values = floats(array)?;
    // Two copies of the loop: rounding each sum is only paid for by float32.
    Ok(if dtype == DType::Float32 {
        let round = |x: f64| f64::from(x as f32);
        plan.fold(&values, 0.0, |run| pairwise_sum(run, round), |a, b| round(a + b))
    } else {
        plan.fold(&values, 0.0, |run| pairwise_sum(run, |x| x), |a, b| a + b)
    })
}

fn sum(array: &NdArray, plan: &Plan) -> Result<NdArray> {
    refuse_text(array, "add")?;
    let dtype = array.dtype().accumulator();
    if dtype.is_float() {
        return plan.finish(dtype, Buffer::Float(float_sums(array, plan, dtype)?));
    }
    let values = ints(array)?;
    let total = |run: &[i64]| run.iter().fold(0i64, |a, &b| a.wrapping_add(b));
    plan.finish(dtype, Buffer::Int(plan.fold(&values, 0, total, i64::wrapping_add)))
}

fn prod(array: &NdArray, plan: &Plan) -> Result<NdArray> {
    refuse_text(array, "multiply")?;
    let dtype = array.dtype().accumulator();
    if !dtype.is_float() {
        let values = ints(array)?;
        let total = |run: &[i64]| run.iter().fold(1i64, |a, &b| a.wrapping_mul(b));
        return plan.finish(dtype, Buffer::Int(plan.fold(&values, 1, total, i64::wrapping_mul)));
    }
    let values = floats(array)?;
    let mut results = vec![1.0f64; plan.results];
    plan.visit(|place, from, length, together| {
        // One after the other, not run by run: products have no pairwise form.
        for (i, x) in values.iter().skip(from).take(length).enumerate() {
            if let Some(result) = results.get_mut(if together { place } else { place + i }) {
                *result = dtype.round(*result * x);
            }
        }
    });
    plan.finish(dtype, Buffer::Float(results))
}

fn mean(array: &NdArray, plan: &Plan) -> Result<NdArray> {
    refuse_text(array, "add")?;
    let dtype = array.dtype().to_float();
    let count = plan.count as f64;
    let means = float_sums(array, plan, dtype)?.into_iter().map(|x| dtype.round(x / count)).collect();
    plan.finish(dtype, Buffer::Float(means))
}

fn variance(array: &NdArray, plan: &Plan, ddof: f64) -> Result<NdArray> {
    refuse_text(array, "add")?;
    let dtype = array.dtype().to_float();
    let count = plan.count as f64;
    let means = float_sums(array, plan, dtype)?.into_iter().map(|x| dtype.round(x / count)).collect();
    let means = NdArray::from_parts(dtype, plan.kept_shape.clone(), Buffer::Float(means));
    let apart = binary(BinaryOp::Subtract, Operand::Array(&array.astype(dtype)?), Operand::Array(&means))?;
    let squares = unary(UnaryOp::Square, &apart)?;
    let divisor = dtype.round((count - ddof).max(0.0));
    let found = float_sums(&squares, plan, dtype)?.into_iter().map(|x| dtype.round(x / divisor)).collect();
    plan.finish(dtype, Buffer::Float(found))
}

fn extreme(array: &NdArray, plan: &Plan, largest: bool) -> Result<NdArray> {
    let ufunc = if largest { "maximum" } else { "minimum" };
    refuse_text(array, ufunc)?;
    if plan.count == 0 && plan.results > 0 {
        return Err(ArrayError::value(format!(
            "zero-size array to reduction operation {ufunc} which has no identity"
        )));
    }
    let dtype = array.dtype();
    let data = match array.buffer() {
        Buffer::Float(v) => {
            let join = |a: f64, b: f64| {
                let keep = a.is_nan() || if largest { a > b } else { a < b };
                if keep { a } else { b }
            };
            let initial = if largest { f64::NEG_INFINITY } else { f64::INFINITY };
            Buffer::Float(plan.fold(v, initial, |run| run.iter().copied().fold(initial, join), join))
        }
        Buffer::Int(v) => {
            let join = |a: i64, b: i64| if largest { a.max(b) } else { a.min(b) };
            let initial = if largest { i64::MIN } else { i64::MAX };
            Buffer::Int(plan.fold(v, initial, |run| run.iter().copied().fold(initial, join), join))
        }
        Buffer::Bool(v) => {
            let join = |a: bool, b: bool| if largest { a | b } else { a & b };
            Buffer::Bool(plan.fold(v, !largest, |run| run.iter().copied().fold(!largest, join), join))
        }
        Buffer::Str(_) => return Err(ArrayError::no_loop(ufunc, dtype, dtype)),
    };
    plan.finish(dtype, data)
}

fn arg_extreme(array: &NdArray, plan: &Plan, largest: bool) -> Result<NdArray> {
    let name = if largest { "argmax" } else { "argmin" };
    if plan.reduced_axes > 1 && plan.reduced_axes < array.ndim() {
        return Err(ArrayError::type_error("'tuple' object cannot be interpreted as an integer"));
    }
    if plan.count == 0 && plan.results > 0 {
        return Err(ArrayError::value(format!("attempt to get {name} of an empty sequence")));
    }
    let found = match array.buffer() {
        Buffer::Float(v) => arg_fold(v, plan, |a: &f64, b| {
            !a.is_nan() && (b.is_nan() || if largest { b > a } else { b < a })
        }),
        Buffer::Int(v) => arg_fold(v, plan, |a, b| if largest { b > a } else { b < a }),
        Buffer::Bool(v) => arg_fold(v, plan, |a, b| if largest { b > a } else { b < a }),
        Buffer::Str(v) => arg_fold(v, plan, |a, b| if largest { b > a } else { b < a }),
    };
    plan.finish(DType::Int64, Buffer::Int(found))
}

/// For each result how many elements come before its best one, where `better(old, new)` replaces it.
fn arg_fold<T>(data: &[T], plan: &Plan, better: impl Fn(&T, &T) -> bool) -> Vec<i64> {
    let mut best: Vec<Option<(&T, i64)>> = vec![None; plan.results];
    let mut seen = vec![0i64; plan.results];
    plan.visit(|place, from, length, together| {
        for (i, x) in data.iter().skip(from).take(length).enumerate() {
            let at = if together { place } else { place + i };
            if let (Some(slot), Some(count)) = (best.get_mut(at), seen.get_mut(at)) {
                if slot.as_ref().is_none_or(|(old, _)| better(old, x)) {
                    *slot = Some((x, *count));
                }
                *count += 1;
            }
        }
    });
    best.into_iter().map(|slot| slot.map_or(0, |(_, at)| at)).collect()
}

impl NdArray {
    /// An empty array that only carries a dtype, for promotion.
    pub(crate) fn from_values_of(dtype: DType) -> Self {
        let data = Buffer::repeat(
            &match dtype {
                DType::Bool => Value::Bool(false),
                DType::Float32 | DType::Float64 => Value::Float(0.0),
                DType::Str(_) => Value::Str("".into()),
                _ => Value::Int(0),
            },
            0,
        );
        Self::from_parts(dtype, vec![0], data)
    }
}
