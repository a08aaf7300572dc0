//! A function of one's own on each block, and arrays made of some blocks of others.

use std::sync::Arc;

use taskyard_ndarray::DType;
use taskyard_python::error::Res;
use taskyard_python::object::{Args, Native, Payload, PortableNative, Type};
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use super::blocks_of;
use super::blockwise::{Blockwise, Operand, blockwise, dtype_of_result, sample};
use super::data::{Blocks, block_key, each_index, new_blocks};
use super::layer::{LayerBuilder, chunks_value, name_value, named};
use super::state::ArrayState;
use crate::name::funcname;
use crate::numpy::convert::dtype_of;
use super::unsupported;
use crate::numpy::make;

/// Keyword arguments that are not for the function.
const OWN: [&str; 8] = ["name", "token", "dtype", "chunks", "drop_axis", "new_axis", "meta", "enforce_ndim"];

/// `x.map_blocks(function, *args, ...)`
pub(super) fn map_blocks_method(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [own, function, rest @ ..] = args.pos else {
        return Err(vm.type_error("Array.map_blocks() missing 1 required positional argument: 'func'"));
    };
    let mut pos = vec![*function, *own];
    pos.extend_from_slice(rest);
    map_blocks(vm, &Args { pos: &pos, kw: args.kw })
}

/// `da.map_blocks(function, *args, dtype=None, chunks=None, ...)`
pub(super) fn map_blocks(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [function, values @ ..] = args.pos else {
        return Err(vm.type_error("map_blocks() missing 1 required positional argument: 'func'"));
    };
    let function = *function;
    if !vm.is_callable(function) {
        let name = vm.type_name(function);
        return Err(vm.type_error(format!(
            "First argument must be callable function, not {name}\nUsage:   da.map_blocks(function, x)\n   or:   \
             da.map_blocks(function, x, y, z)"
        )));
    }
    let mut own: [Option<Value>; OWN.len()] = [None; OWN.len()];
    let mut kwargs: Vec<(Arc<str>, Value)> = Vec::new();
    let mut passed = Vec::new();
    for &(keyword, value) in args.kw {
        let text = vm.names.text(keyword).clone();
        match OWN.iter().position(|name| *name == &*text) {
            Some(place) => own[place] = Some(value).filter(|value| !value.is_none()),
            None => {
                passed.push((keyword, value));
                kwargs.push((text, value));
            }
        }
    }
    let [name, token, dtype, chunks, drop_axis, new_axis, _, _] = own;
    for (argument, value) in [("drop_axis", drop_axis), ("new_axis", new_axis)] {
        if value.is_some() {
            return Err(unsupported(vm, &format!("the argument '{argument}' of map_blocks()")));
        }
    }
    let mut operands = Vec::with_capacity(values.len());
    for &value in values {
        operands.push(match vm.payload::<Blocks>(value).cloned() {
            Some(blocks) => {
                let labels = (0..blocks.ndim()).rev().collect();
                Operand::Blocks(blocks, labels)
            }
            None => Operand::Value(value),
        });
    }
    let dtype = match dtype {
        Some(dtype) => dtype_of(vm, dtype)?.unwrap_or(DType::Float64),
        None => inferred(vm, function, &operands, &passed)?,
    };
    let ndim = operands.iter().map(|operand| if let Operand::Blocks(blocks, _) = operand { blocks.ndim() } else { 0 });
    let ndim = ndim.max().unwrap_or(0);
    let prefix = match (name, token) {
        (Some(name), _) | (None, Some(name)) => vm.to_str(name)?,
        (None, None) => funcname(vm, function)?,
    };
    let prefix = prefix.trim_matches('_').to_owned();
    let operation = Blockwise {
        function,
        prefix: &prefix,
        out: (0..ndim).rev().collect(),
        operands,
        kwargs,
        ones: Vec::new(),
        dtype,
        align: false,
    };
    let mut blocks = blockwise(vm, operation)?;
    if let Some(chunks) = chunks {
        blocks.chunks = declared(vm, chunks, &blocks)?;
    }
    new_blocks(vm, blocks)
}

/// The dtype of what the function returns for arrays of one element, as Dask asks it.
fn inferred(
    vm: &mut Vm,
    function: Value,
    operands: &[Operand],
    passed: &[(taskyard_python::object::Sym, Value)],
) -> Res<DType> {
    let mut args = Vec::with_capacity(operands.len());
    for operand in operands {
        args.push(match operand {
            Operand::Blocks(blocks, _) => {
                let array = sample(vm, blocks.ndim(), blocks.dtype)?;
                make::new_array(vm, array)?
            }
            Operand::Value(value) => *value,
        });
    }
    match vm.call_kw(function, &args, passed).and_then(|result| dtype_of_result(vm, result)) {
        Ok(dtype) => Ok(dtype),
        Err(unwind) if vm.is_raised(&unwind, Type::Exception) => {
            let Some(error) = vm.exception_of(&unwind) else { return Err(unwind) };
            let text = vm.repr(error)?;
            Err(vm.value_error(format!(
                "`dtype` inference failed in `map_blocks`.\n\nPlease specify the dtype explicitly using the `dtype` \
                 kwarg.\n\nOriginal error is below:\n------------------------\n{text}"
            )))
        }
        Err(unwind) => Err(unwind),
    }
}

/// Chunks that the program says the function makes.
fn declared(vm: &mut Vm, chunks: Value, blocks: &Blocks) -> Res<Vec<Vec<i64>>> {
    let items = vm.tuple_items(chunks).or_else(|| vm.list_items(chunks)).map_or_else(|| vec![chunks], <[Value]>::to_vec);
    if items.len() != blocks.ndim() {
        return Err(vm.value_error(format!(
            "Provided chunks have {} dims; expected {} dims",
            items.len(),
            blocks.ndim()
        )));
    }
    let mut found = Vec::with_capacity(items.len());
    for (item, own) in items.into_iter().zip(&blocks.chunks) {
        found.push(match vm.as_i64(item) {
            Some(size) => vec![size; own.len()],
            None => crate::numpy::convert::shape_of(vm, item)?,
        });
    }
    Ok(found)
}

/// `x.blocks`: indexed like an array of blocks.
#[derive(Debug, Clone, Copy)]
pub(super) struct BlockView {
    pub array: Value,
}

impl Native for BlockView {
    fn as_any(&self) -> &dyn std::any::Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn std::any::Any {
        self
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.array);
    }

    fn size(&self) -> usize {
        16
    }

    fn portable(&self, children: &mut Vec<Value>) -> Option<Arc<dyn PortableNative>> {
        children.push(self.array);
        Some(Arc::new(PortableView))
    }
}

#[derive(Debug)]
struct PortableView;

impl PortableNative for PortableView {
    fn restore(&self, children: &[Value]) -> Box<dyn Native> {
        Box::new(BlockView { array: children.first().copied().unwrap_or(Value::NONE) })
    }

    fn size(&self) -> usize {
        16
    }
}

pub(super) fn block_view(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [array] = vm.exact("blocks", args)?;
    let class = vm.extension_ref::<ArrayState>().and_then(|state| state.block_view);
    match class {
        Some(class) => Ok(vm.new_instance(class, Payload::Native(Box::new(BlockView { array })))),
        None => Err(vm.type_error("dask.array is not there")),
    }
}

/// `x.blocks[index]`
pub(super) fn pick_blocks(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [view, key] = vm.exact("__getitem__", args)?;
    let Some(array) = vm.payload::<BlockView>(view).map(|view| view.array) else { return Ok(Value::NONE) };
    let blocks = blocks_of(vm, array)?;
    let items = vm.tuple_items(key).map_or_else(|| vec![key], <[Value]>::to_vec);
    if items.iter().any(|item| item.is_none()) {
        return Err(vm.value_error("Slicing with np.newaxis or None is not supported"));
    }
    let chosen = chosen(vm, &blocks, &items)?;
    let chunks: Vec<Vec<i64>> = chosen
        .iter()
        .zip(&blocks.chunks)
        .map(|(places, sizes)| places.iter().map(|&at| sizes[at]).collect())
        .collect();
    let content = [name_value(vm, &blocks), chunks_value(vm, &chunks), key];
    let name = named(vm, "blocks", &content)?;
    let mut layer = LayerBuilder::new(name);
    layer.needs(&blocks);
    let counts: Vec<usize> = chosen.iter().map(Vec::len).collect();
    for index in each_index(&counts) {
        let source: Vec<usize> = index.iter().zip(&chosen).map(|(&at, places)| places[at]).collect();
        layer.alias(block_key(&layer.name, &index), &blocks.key(&source));
    }
    let result = layer.finish(vm, chunks, blocks.dtype)?;
    new_blocks(vm, result)
}

/// The numbers of the blocks that an index names along each axis.
fn chosen(vm: &mut Vm, blocks: &Blocks, items: &[Value]) -> Res<Vec<Vec<usize>>> {
    let counts = blocks.numblocks();
    let mut items = items.to_vec();
    if let Some(place) = items.iter().position(|&item| item == Value::ELLIPSIS) {
        let all = vm.slice(Value::NONE, Value::NONE, Value::NONE);
        let missing = (counts.len() + 1).saturating_sub(items.len());
        items.splice(place..=place, std::iter::repeat_n(all, missing));
    }
    if items.len() > counts.len() {
        return Err(vm.index_error("Too many indices for array"));
    }
    let mut found = Vec::with_capacity(counts.len());
    for (axis, &count) in counts.iter().enumerate() {
        let all: Vec<i64> = (0..count as i64).collect();
        let Some(&item) = items.get(axis) else {
            found.push((0..count).collect());
            continue;
        };
        if let Some(at) = vm.as_i64(item) {
            if at >= count as i64 || at < -(count as i64) {
                let text = format!("Index {at} is out of bounds for axis {axis} with size {count}");
                return Err(vm.index_error(text));
            }
            found.push(vec![usize::try_from(if at < 0 { at + count as i64 } else { at }).unwrap_or(0)]);
            continue;
        }
        let numbers = taskyard_ndarray::NdArray::from_ints(all);
        let index = crate::numpy::items::index_of(vm, item)?;
        let picked = crate::numpy::error::OrRaise::or_raise(numbers.get(&index), vm)?;
        let places = (0..picked.size()).filter_map(|at| match picked.value_at(at) {
            Some(taskyard_ndarray::Value::Int(place)) => usize::try_from(place).ok(),
            _ => None,
        });
        found.push(places.collect());
    }
    Ok(found)
}
