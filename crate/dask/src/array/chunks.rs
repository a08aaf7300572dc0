//! Chunk sizes: what a program writes, and what arrays with different chunks have in common.

use taskyard_ndarray::DType;
use taskyard_python::error::{Res, Unwind};
use taskyard_python::object::Type;
use taskyard_python::value::{Ref, Value};
use taskyard_python::vm::Vm;

use super::data::{UNKNOWN, total};
use super::layer::sizes_value;
use super::unsupported;

/// Dask's default for `chunks="auto"`.
const AUTO_BYTES: i64 = 128 << 20;

/// What stands for one axis.
#[derive(Debug, Clone)]
enum Ask {
    /// Chunks of this size, the last one smaller
    Size(i64),
    /// One chunk
    Whole,
    Auto,
    Sizes(Vec<i64>),
}

/// The chunks that a program asks for an array of some shape.
///
/// # Errors
/// Dask's own when they do not fit.
pub(crate) fn normalize(vm: &mut Vm, chunks: Value, shape: &[i64], dtype: DType) -> Res<Vec<Vec<i64>>> {
    let asked = asked(vm, chunks, shape)?;
    let itemsize = i64::try_from(dtype.itemsize()).unwrap_or(i64::MAX).max(1);
    let bytes = shape.iter().fold(itemsize, |all, &n| all.saturating_mul(n.max(1)));
    let mut found = Vec::with_capacity(shape.len());
    let mut exact = true;
    for (ask, &size) in asked.into_iter().zip(shape) {
        found.push(match ask {
            Ask::Whole => vec![size],
            Ask::Auto if bytes <= AUTO_BYTES => vec![size],
            Ask::Auto => return Err(unsupported(vm, "chunks='auto' for an array beyond 128 MiB")),
            Ask::Size(chunk) => cut(vm, size, chunk)?,
            Ask::Sizes(sizes) => {
                exact = false;
                sizes
            }
        });
    }
    if found.iter().any(Vec::is_empty) {
        let text = "Empty tuples are not allowed in chunks. Express zero length dimensions with 0(s) in chunks";
        return Err(vm.value_error(text));
    }
    let fits = found.iter().zip(shape).all(|(sizes, &n)| total(sizes) == n || total(sizes) == UNKNOWN || n == UNKNOWN);
    if !exact && !fits {
        let text = format!(
            "Chunks do not add up to shape. Got chunks={}, shape={}",
            chunks_text(vm, &found)?,
            shape_text(vm, shape)?
        );
        return Err(vm.value_error(text));
    }
    let counts: Vec<usize> = found.iter().map(Vec::len).collect();
    super::data::check_blocks(vm, &counts)?;
    Ok(found)
}

fn cut(vm: &mut Vm, size: i64, chunk: i64) -> Res<Vec<i64>> {
    if chunk <= 0 {
        if size == 0 {
            return Ok(vec![0]);
        }
        return Err(vm.error(Type::ZeroDivisionError, "integer division or modulo by zero"));
    }
    if size == 0 {
        return Ok(vec![0]);
    }
    super::data::check_blocks(vm, &[usize::try_from(size / chunk).unwrap_or(usize::MAX)])?;
    let mut sizes = vec![chunk; (size / chunk) as usize];
    if size % chunk != 0 {
        sizes.push(size % chunk);
    }
    Ok(sizes)
}

/// What is asked of each axis.
fn asked(vm: &mut Vm, chunks: Value, shape: &[i64]) -> Res<Vec<Ask>> {
    if chunks.is_none() {
        let text = "You must specify a chunks= keyword argument.\nThis specifies the chunksize of your array blocks.\n\n\
                    See the following documentation page for details:\n  \
                    https://docs.dask.org/en/latest/array-creation.html#chunks\n";
        return Err(vm.value_error(text));
    }
    if let Some(dict) = vm.dict_ref(chunks) {
        let mut found = vec![Ask::Whole; shape.len()];
        for (axis, value) in vm.dict_items(dict) {
            let axis = vm.to_index(axis)?;
            let ask = one(vm, value)?;
            if let Some(slot) = usize::try_from(axis).ok().and_then(|axis| found.get_mut(axis)) {
                *slot = ask;
            }
        }
        return Ok(found);
    }
    let items = vm.tuple_items(chunks).or_else(|| vm.list_items(chunks)).map(<[Value]>::to_vec);
    let Some(items) = items else {
        let ask = one(vm, chunks)?;
        return Ok(vec![ask; shape.len()]);
    };
    if items.is_empty() && !shape.is_empty() && shape.iter().all(|&n| n == 0) {
        return Ok(vec![Ask::Sizes(vec![0]); shape.len()]);
    }
    let mut found = Vec::with_capacity(items.len());
    for &item in &items {
        found.push(one(vm, item)?);
    }
    let numbers = found.iter().all(|ask| !matches!(ask, Ask::Sizes(_)));
    if shape.len() == 1 && found.len() > 1 && numbers {
        let sizes = items.iter().map(|&item| vm.to_index(item)).collect::<Res<_>>()?;
        return Ok(vec![Ask::Sizes(sizes)]);
    }
    if !shape.is_empty() && found.len() != shape.len() {
        let (chunks, shape) = (vm.tuple(items), sizes_value(vm, shape));
        let (chunks, shape) = (vm.repr(chunks)?, vm.repr(shape)?);
        return Err(vm.value_error(format!(
            "Chunks and shape must be of the same length/dimension. Got chunks={chunks}, shape={shape}"
        )));
    }
    Ok(found)
}

fn one(vm: &mut Vm, value: Value) -> Res<Ask> {
    if value.is_none() {
        return Ok(Ask::Whole);
    }
    if let Some(text) = vm.as_str(value) {
        if text == "auto" {
            return Ok(Ask::Auto);
        }
        return Err(unsupported(vm, "a number of bytes as chunks"));
    }
    let items = vm.tuple_items(value).or_else(|| vm.list_items(value)).map(<[Value]>::to_vec);
    if let Some(items) = items {
        let mut sizes = Vec::with_capacity(items.len());
        for item in items {
            let unknown = vm.as_f64_exact(item).is_some_and(f64::is_nan);
            sizes.push(if unknown { UNKNOWN } else { vm.to_index(item)? });
        }
        return Ok(Ask::Sizes(sizes));
    }
    match vm.to_index(value)? {
        -1 => Ok(Ask::Whole),
        size => Ok(Ask::Size(size)),
    }
}

/// Chunks as a message shows them.
pub(crate) fn chunks_text(vm: &mut Vm, chunks: &[Vec<i64>]) -> Res<String> {
    let value = super::layer::chunks_value(vm, chunks);
    vm.repr(value)
}

/// A shape as a message shows it.
pub(crate) fn shape_text(vm: &mut Vm, shape: &[i64]) -> Res<String> {
    let value = sizes_value(vm, shape);
    vm.repr(value)
}

/// Chunks along one axis that divide all given ones; the given ones have equal
/// totals, or one chunk of size one.
///
/// # Errors
/// When their totals differ or are unknown.
pub(crate) fn common(vm: &mut Vm, axes: &[Vec<i64>]) -> Res<Vec<i64>> {
    let mut several: Vec<&Vec<i64>> = Vec::new();
    for sizes in axes {
        if sizes.len() > 1 && !several.contains(&sizes) {
            several.push(sizes);
        }
    }
    match several[..] {
        [] => Ok(axes.iter().max_by_key(|sizes| sizes.first().copied().unwrap_or(0)).cloned().unwrap_or_default()),
        [only] => Ok(only.clone()),
        _ => {
            let totals: Vec<i64> = several.iter().map(|sizes| total(sizes)).collect();
            if totals.contains(&UNKNOWN) {
                let text = chunks_text(vm, axes)?;
                return Err(vm.value_error(format!(
                    "Arrays' chunk sizes ({text}) are unknown.\n\nA possible solution:\n  x.compute_chunk_sizes()"
                )));
            }
            if totals.windows(2).any(|pair| pair[0] != pair[1]) {
                let text = vm.str("Chunks do not add up to same value");
                let set = vm.new_set(false);
                for sizes in axes {
                    let sizes = sizes_value(vm, sizes);
                    vm.set_add(set, sizes)?;
                }
                let error = vm.new_exception(Ref::of(Type::ValueError), vec![text, Value::object(set)]);
                return Err(Unwind::Raise(error));
            }
            // Every border of one of them is a border of the result.
            let mut borders: Vec<i64> = several.iter().flat_map(|sizes| ends(sizes)).collect();
            borders.sort_unstable();
            borders.dedup();
            let mut last = 0;
            Ok(borders.into_iter().map(|end| end - std::mem::replace(&mut last, end)).filter(|&n| n > 0).collect())
        }
    }
}

/// Where each chunk ends.
pub(crate) fn ends(sizes: &[i64]) -> Vec<i64> {
    sizes
        .iter()
        .scan(0, |end, &size| {
            *end += size;
            Some(*end)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_running_sums() {
        assert_eq!(ends(&[2, 2, 3]), [2, 4, 7]);
        assert!(ends(&[]).is_empty());
    }
}
