//! What `x.to_delayed()` returns: a grid of `Delayed` objects, one for each
//! block. In Dask it is an array of objects of numpy; here it has what programs
//! do with one: items, rows, iteration, `ravel`, `flatten`, `tolist`.

use std::any::Any;
use std::sync::Arc;

use taskyard_ndarray::{NdArray, Value as Plain};
use taskyard_python::error::Res;
use taskyard_python::object::{Args, Native, NativeFn, Payload, PortableNative};
use taskyard_python::value::{Ref, Value};
use taskyard_python::vm::{ClassSpec, Vm};

use super::state::ArrayState;
use crate::numpy::error::OrRaise;
use crate::numpy::items::index_of;
use crate::numpy::make;

/// Objects in row-major order.
#[derive(Debug, Clone)]
struct Grid {
    shape: Vec<usize>,
    items: Vec<Value>,
}

impl Native for Grid {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        self.items.iter().copied().for_each(visit);
    }

    fn size(&self) -> usize {
        48 + self.items.len() * 8
    }

    fn portable(&self, children: &mut Vec<Value>) -> Option<Arc<dyn PortableNative>> {
        children.extend_from_slice(&self.items);
        Some(Arc::new(PortableGrid { shape: self.shape.clone() }))
    }
}

#[derive(Debug)]
struct PortableGrid {
    shape: Vec<usize>,
}

impl PortableNative for PortableGrid {
    fn restore(&self, children: &[Value]) -> Box<dyn Native> {
        Box::new(Grid { shape: self.shape.clone(), items: children.to_vec() })
    }

    fn size(&self) -> usize {
        48
    }
}

pub(super) fn define(vm: &mut Vm) -> Ref {
    vm.define_class(ClassSpec {
        name: "ndarray",
        module: "dask.array._delayed_grid",
        bases: &[],
        constructor: None,
        methods: METHODS,
        getters: GETTERS,
    })
}

/// A grid of objects.
pub(super) fn new_grid(vm: &mut Vm, shape: Vec<usize>, items: Vec<Value>) -> Res {
    super::state::array_class(vm)?;
    match vm.extension_ref::<ArrayState>().and_then(|state| state.grid) {
        Some(class) => Ok(vm.new_instance(class, Payload::Native(Box::new(Grid { shape, items })))),
        None => Err(vm.type_error("dask.array is not there")),
    }
}

fn own(vm: &mut Vm, args: &Args<'_>) -> Res<Grid> {
    let grid = args.pos.first().and_then(|&value| vm.payload::<Grid>(value)).cloned();
    grid.ok_or_else(|| vm.type_error("a method of a grid of Delayed objects needs one"))
}

const METHODS: &[(&str, NativeFn)] = &[
    ("__getitem__", |vm, args| {
        let [_, key] = vm.exact("__getitem__", args)?;
        let grid = own(vm, args)?;
        pick(vm, &grid, key)
    }),
    ("__iter__", |vm, args| {
        let grid = own(vm, args)?;
        let mut rows = Vec::new();
        for at in 0..grid.shape.first().copied().unwrap_or(0) {
            let at = vm.usize(at);
            rows.push(pick(vm, &grid, at)?);
        }
        let rows = vm.list(rows);
        vm.iter(rows)
    }),
    ("__len__", |vm, args| {
        let length = own(vm, args)?.shape.first().copied().unwrap_or(0);
        Ok(vm.usize(length))
    }),
    ("ravel", flat),
    ("flatten", flat),
    ("tolist", |vm, args| {
        let grid = own(vm, args)?;
        Ok(lists(vm, &grid.shape, &grid.items))
    }),
    ("item", |vm, args| {
        let grid = own(vm, args)?;
        match grid.items[..] {
            [only] => Ok(only),
            _ => Err(vm.value_error("can only convert an array of size 1 to a Python scalar")),
        }
    }),
    ("__repr__", |vm, args| {
        let grid = own(vm, args)?;
        let list = lists(vm, &grid.shape, &grid.items);
        let text = vm.repr(list)?;
        Ok(vm.string(format!("array({text}, dtype=object)")))
    }),
];

const GETTERS: &[(&str, NativeFn)] = &[
    ("shape", |vm, args| {
        let shape = own(vm, args)?.shape;
        Ok(make::sizes(vm, &shape))
    }),
    ("size", |vm, args| {
        let size = own(vm, args)?.items.len();
        Ok(vm.usize(size))
    }),
    ("ndim", |vm, args| {
        let ndim = own(vm, args)?.shape.len();
        Ok(vm.usize(ndim))
    }),
];

fn flat(vm: &mut Vm, args: &Args<'_>) -> Res {
    let grid = own(vm, args)?;
    new_grid(vm, vec![grid.items.len()], grid.items)
}

/// An index in numpy's ways, applied to the numbers of the items.
fn pick(vm: &mut Vm, grid: &Grid, key: Value) -> Res {
    let numbers = NdArray::from_ints((0..grid.items.len() as i64).collect());
    let shape: Vec<i64> = grid.shape.iter().map(|&n| n as i64).collect();
    let index = index_of(vm, key)?;
    let numbers = taskyard_ndarray::reshape(&numbers, &shape).and_then(|array| array.get(&index)).or_raise(vm)?;
    let items: Vec<Value> = (0..numbers.size())
        .filter_map(|at| match numbers.value_at(at) {
            Some(Plain::Int(place)) => grid.items.get(usize::try_from(place).ok()?).copied(),
            _ => None,
        })
        .collect();
    match items[..] {
        [only] if numbers.ndim() == 0 => Ok(only),
        _ => new_grid(vm, numbers.shape().to_vec(), items),
    }
}

/// Nested lists; as deep as the array has axes.
fn lists(vm: &mut Vm, shape: &[usize], items: &[Value]) -> Value {
    let Some((&count, rest)) = shape.split_first() else {
        return items.first().copied().unwrap_or(Value::NONE);
    };
    let step = rest.iter().product::<usize>();
    let rows = (0..count)
        .map(|row| lists(vm, rest, items.get(row * step..(row + 1) * step).unwrap_or(&[])))
        .collect();
    vm.list(rows)
}
