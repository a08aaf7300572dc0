//! The class `Array`: attributes, texts, and what Dask's protocols ask of it.

use taskyard_graph::Key;
use taskyard_ndarray::NdArray;
use taskyard_python::error::Res;
use taskyard_python::object::{Args, NativeFn, Type};
use taskyard_python::value::{Ref, Value};
use taskyard_python::vm::{ClassSpec, Vm};

use super::data::{Blocks, UNKNOWN, each_index, new_blocks};
use super::layer::{chunks_value, sizes_value};
use super::state::ArrayState;
use super::{blocks_of, elementwise, linalg, map_blocks, rechunk, reduction, reshape, scan, slice};
use crate::collection::{Collection, CollectionKind, register_collection};
use crate::compute::{compute_method, persist_method, visualize_method};
use crate::delayed::delayed_of;
use crate::high_level::graph_value;
use crate::key::key_value;
use crate::numpy::convert::{array_of, axes_of};
use super::unsupported;
use crate::numpy::error::OrRaise;
use crate::numpy::make;

static KIND: CollectionKind = CollectionKind { finish, rebuild };

pub(super) fn define(vm: &mut Vm, module: Ref) {
    let class = vm.define_class(ClassSpec {
        name: "Array",
        module: "dask.array.core",
        bases: &[],
        constructor: Some(|vm, _class, _args| Err(unsupported(vm, "the constructor dask.array.Array()"))),
        methods: METHODS,
        getters: GETTERS,
    });
    for table in [
        elementwise::BINARY,
        elementwise::COMPARISONS,
        elementwise::UNARY,
        reduction::FUNCTIONS,
        scan::FUNCTIONS,
    ] {
        vm.add_methods(class, table);
    }
    let view = vm.define_class(ClassSpec {
        name: "BlockView",
        module: "dask.array.core",
        bases: &[],
        constructor: None,
        methods: &[("__getitem__", map_blocks::pick_blocks)],
        getters: &[],
    });
    let grid = super::delayed_grid::define(vm);
    let state = vm.extension::<ArrayState>();
    state.grid = Some(grid);
    state.class = Some(class);
    state.block_view = Some(view);
    vm.module_set(module, "Array", Value::object(class));
    register_collection(vm, probe);
}

fn probe(vm: &Vm, value: Value) -> Option<Collection> {
    let blocks = vm.payload::<Blocks>(value)?;
    Some(Collection {
        value,
        part: blocks.layer,
        keys: blocks.keys(),
        name: Key::Str(blocks.name.clone()),
        kind: &KIND,
    })
}

/// One array from the results of all blocks.
fn finish(vm: &mut Vm, collection: Value, results: &[Value]) -> Res {
    let blocks = blocks_of(vm, collection)?;
    if let [only] = *results {
        // A copy, since the graph may hold the array itself.
        return match make::read_array(vm, only) {
            Some(array) => make::new_array(vm, array),
            None => Ok(only),
        };
    }
    let mut arrays: Vec<NdArray> = Vec::with_capacity(results.len());
    for &result in results {
        arrays.push(array_of(vm, result)?);
    }
    let array = rechunk::assemble(arrays, &blocks.numblocks()).or_raise(vm)?;
    make::new_array(vm, array)
}

fn rebuild(vm: &mut Vm, collection: Value, layer: Value) -> Res {
    let blocks = blocks_of(vm, collection)?;
    new_blocks(vm, Blocks { layer, ..blocks })
}

fn own(vm: &mut Vm, args: &Args<'_>) -> Res<Blocks> {
    blocks_of(vm, args.pos.first().copied().unwrap_or(Value::NONE))
}

fn name_of(vm: &mut Vm, args: &Args<'_>) -> Res {
    let name = own(vm, args)?.name;
    Ok(vm.shared_str(name))
}

fn first(args: &Args<'_>) -> Value {
    args.pos.first().copied().unwrap_or(Value::NONE)
}

const METHODS: &[(&str, NativeFn)] = &[
    ("__repr__", |vm, args| {
        let blocks = own(vm, args)?;
        let label = blocks.name.rsplit_once('-').map_or(&*blocks.name, |(label, _)| label).to_owned();
        let shape = sizes_value(vm, &blocks.shape());
        let chunk = sizes_value(vm, &chunk_size(&blocks));
        let (shape, chunk) = (vm.repr(shape)?, vm.repr(chunk)?);
        let dtype = blocks.dtype.code();
        Ok(vm.string(format!(
            "dask.array<{label}, shape={shape}, dtype={dtype}, chunksize={chunk}, chunktype=numpy.ndarray>"
        )))
    }),
    ("__hash__", |vm, _args| Err(vm.type_error("unhashable type: 'Array'"))),
    ("__len__", |vm, args| {
        let blocks = own(vm, args)?;
        match blocks.shape().first() {
            None => Err(vm.type_error("len() of unsized object")),
            Some(&UNKNOWN) => Err(vm.value_error(
                "Cannot call len() on object with unknown chunk size.\n\nA possible solution: \
                 https://docs.dask.org/en/latest/array-chunks.html#unknown-chunks\nSummary: to compute chunks sizes, \
                 use\n\n   x.compute_chunk_sizes()  # for Dask Array `x`\n   ddf.to_dask_array(lengths=True)  # for \
                 Dask DataFrame `ddf`",
            )),
            Some(&size) => Ok(vm.int(size)),
        }
    }),
    ("__bool__", |vm, args| {
        one_element(vm, args, None)?;
        let value = computed(vm, args)?;
        vm.truthy(value).map(Value::bool)
    }),
    ("__int__", |vm, args| {
        one_element(vm, args, Some("int"))?;
        let item = item(vm, args)?;
        vm.call(Value::class(Type::Int), &[item])
    }),
    ("__float__", |vm, args| {
        one_element(vm, args, Some("float"))?;
        let item = item(vm, args)?;
        vm.call(Value::class(Type::Float), &[item])
    }),
    ("__index__", |vm, args| {
        one_element(vm, args, Some("index"))?;
        let item = item(vm, args)?;
        vm.to_index(item).map(|at| vm.int(at))
    }),
    ("__getitem__", |vm, args| {
        let [array, key] = vm.exact("__getitem__", args)?;
        slice::get_item(vm, array, key)
    }),
    ("__setitem__", |vm, _args| Err(unsupported(vm, "writing to a dask array; use da.where"))),
    ("__iter__", |vm, args| {
        let [array] = vm.exact("__iter__", args)?;
        let length = match own(vm, args)?.shape().first() {
            Some(&length) if length >= 0 => length,
            _ => return Err(vm.type_error("iteration over a 0-d array")),
        };
        let mut rows = Vec::new();
        for at in 0..length {
            let at = vm.int(at);
            rows.push(slice::get_item(vm, array, at)?);
        }
        let rows = vm.list(rows);
        vm.iter(rows)
    }),
    ("compute", compute_method),
    ("persist", persist_method),
    ("visualize", visualize_method),
    ("__dask_graph__", |vm, args| graph_value(vm, first(args))),
    ("__dask_keys__", |vm, args| {
        let blocks = own(vm, args)?;
        Ok(nested_keys(vm, &blocks, &mut Vec::new()))
    }),
    ("__dask_layers__", |vm, args| {
        let name = name_of(vm, args)?;
        Ok(vm.tuple(vec![name]))
    }),
    ("__dask_tokenize__", name_of),
    ("to_delayed", to_delayed),
    ("reshape", reshape::reshape_method),
    ("ravel", reshape::ravel),
    ("flatten", reshape::ravel),
    ("transpose", elementwise::transpose),
    ("rechunk", rechunk::rechunk),
    ("astype", elementwise::as_type_method),
    ("clip", elementwise::clip),
    ("round", elementwise::round),
    ("dot", linalg::dot_method),
    ("map_blocks", map_blocks::map_blocks_method),
    ("squeeze", squeeze),
    ("copy", |_, args| Ok(first(args))),
];

const GETTERS: &[(&str, NativeFn)] = &[
    ("shape", |vm, args| {
        let shape = own(vm, args)?.shape();
        Ok(sizes_value(vm, &shape))
    }),
    ("chunks", |vm, args| {
        let chunks = own(vm, args)?.chunks;
        Ok(chunks_value(vm, &chunks))
    }),
    ("chunksize", |vm, args| {
        let sizes = chunk_size(&own(vm, args)?);
        Ok(sizes_value(vm, &sizes))
    }),
    ("numblocks", |vm, args| {
        let counts: Vec<i64> = own(vm, args)?.numblocks().iter().map(|&n| n as i64).collect();
        Ok(sizes_value(vm, &counts))
    }),
    ("npartitions", |vm, args| {
        let count = own(vm, args)?.npartitions();
        Ok(vm.usize(count))
    }),
    ("ndim", |vm, args| {
        let ndim = own(vm, args)?.ndim();
        Ok(vm.usize(ndim))
    }),
    ("size", |vm, args| {
        let blocks = own(vm, args)?;
        Ok(element_count(vm, &blocks, 1))
    }),
    ("nbytes", |vm, args| {
        let blocks = own(vm, args)?;
        Ok(element_count(vm, &blocks, blocks.dtype.itemsize() as i64))
    }),
    ("itemsize", |vm, args| {
        let size = own(vm, args)?.dtype.itemsize();
        Ok(vm.usize(size))
    }),
    ("dtype", |vm, args| {
        let dtype = own(vm, args)?.dtype;
        make::new_dtype(vm, dtype)
    }),
    ("name", name_of),
    ("dask", |vm, args| graph_value(vm, first(args))),
    ("T", |vm, args| elementwise::transposed(vm, first(args), None)),
    ("blocks", map_blocks::block_view),
    ("partitions", map_blocks::block_view),
];

fn element_count(vm: &mut Vm, blocks: &Blocks, factor: i64) -> Value {
    if blocks.has_unknown() {
        return Value::float(f64::NAN);
    }
    let count = blocks.shape().iter().fold(factor, |all, &n| all.saturating_mul(n));
    vm.int(count)
}

/// The largest chunk along each axis.
fn chunk_size(blocks: &Blocks) -> Vec<i64> {
    blocks
        .chunks
        .iter()
        .map(|sizes| if sizes.contains(&UNKNOWN) { UNKNOWN } else { sizes.iter().copied().max().unwrap_or(0) })
        .collect()
}

/// Fails unless the array has one element.
fn one_element(vm: &mut Vm, args: &Args<'_>, conversion: Option<&str>) -> Res<()> {
    let blocks = own(vm, args)?;
    if blocks.shape().iter().product::<i64>() == 1 && !blocks.has_unknown() {
        return Ok(());
    }
    Err(match conversion {
        None => vm.value_error("The truth value of a Array is ambiguous. Use a.any() or a.all()."),
        Some(_) => vm.type_error("Only length-1 arrays can be converted to Python scalars"),
    })
}

/// The result of `compute`, which the host gives while this function waits.
fn computed(vm: &mut Vm, args: &Args<'_>) -> Res {
    let compute = vm.names.intern("compute");
    vm.call_method(first(args), compute, &[])
}

/// The only element of the array, computed now.
fn item(vm: &mut Vm, args: &Args<'_>) -> Res {
    let value = computed(vm, args)?;
    let array = array_of(vm, value)?;
    let item = array.item().or_raise(vm)?;
    Ok(make::python_value(vm, &item))
}

/// Lists of keys, one level for each axis; the only key of an array without axes.
fn nested_keys(vm: &mut Vm, blocks: &Blocks, place: &mut Vec<usize>) -> Value {
    if place.len() == blocks.ndim() {
        let key = key_value(vm, &blocks.key(place));
        return if blocks.ndim() == 0 { vm.list(vec![key]) } else { key };
    }
    let count = blocks.chunks[place.len()].len();
    let mut items = Vec::with_capacity(count);
    for at in 0..count {
        place.push(at);
        items.push(nested_keys(vm, blocks, place));
        place.pop();
    }
    vm.list(items)
}

/// `x.to_delayed(optimize_graph=True)`: one `Delayed` for each block.
fn to_delayed(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (value, [_optimize]) = vm.bind_method("to_delayed", args, ["optimize_graph"], 0)?;
    let blocks = blocks_of(vm, value)?;
    let mut items = Vec::new();
    for index in each_index(&blocks.numblocks()) {
        items.push(delayed_of(vm, blocks.layer, blocks.key(&index))?);
    }
    super::delayed_grid::new_grid(vm, blocks.numblocks(), items)
}

/// `x.squeeze(axis=None)`
pub(super) fn squeeze(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [value, axis] = vm.bind("squeeze", args, ["a", "axis"], 1)?;
    let value = value.unwrap_or(Value::NONE);
    let blocks = blocks_of(vm, value)?;
    let shape = blocks.shape();
    let axes: Vec<usize> = match axes_of(vm, axis)? {
        None => (0..shape.len()).filter(|&axis| shape[axis] == 1).collect(),
        Some(axes) => {
            let mut found = Vec::with_capacity(axes.len());
            for axis in axes {
                found.push(reduction::check_axis(vm, axis, shape.len())?);
            }
            found
        }
    };
    if axes.iter().any(|&axis| shape[axis] != 1) {
        return Err(vm.value_error("cannot squeeze axis with size other than one"));
    }
    if axes.is_empty() {
        return Ok(value);
    }
    let result = linalg::squeezed(vm, &blocks, &axes)?;
    new_blocks(vm, result)
}
