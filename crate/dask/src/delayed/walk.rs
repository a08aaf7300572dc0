//! Finds the lazy values in arguments, at any depth of containers, and makes
//! the tree that puts their results in place.

use rustc_hash::FxHashSet;
use taskyard_graph::Key;
use taskyard_python::error::{Res, Unwind};
use taskyard_python::object::{Object, Sym, Type, sym};
use taskyard_python::value::{Ref, Value};
use taskyard_python::vm::Vm;

use super::{Delayed, is_tight};
use crate::collect::culled_layer;
use crate::collection::{Collection, collection_of};
use crate::node::{Layer, NodeDef, Part, new_layer};
use crate::task::Arg;
use crate::token::tokenize;
use crate::tree::TreeBuilder;

/// Up to this many parts a scan is faster than a set.
const SCANNED: usize = 8;

/// A task under construction with the parts that it needs.
#[derive(Debug, Default)]
pub(crate) struct Walk {
    pub tree: TreeBuilder,
    pub parts: Vec<Part>,
    /// Whether a part was found more than once.
    pub repeated: bool,
    seen: FxHashSet<(Ref, bool)>,
}

/// What was found in an argument.
pub(crate) enum Found {
    /// Nothing lazy: the value as it is.
    Plain(Value),
    Tree(Arg),
}

impl Walk {
    /// The tree of one argument.
    ///
    /// # Errors
    /// What attributes and iterators raise; `RecursionError` for deep containers.
    pub fn argument(&mut self, vm: &mut Vm, value: Value) -> Res<Arg> {
        let found = self.find(vm, value, false)?;
        Ok(self.arg(found))
    }

    /// The tree of an argument that counts as an item of a container.
    ///
    /// # Errors
    /// As `argument`.
    pub fn nested_argument(&mut self, vm: &mut Vm, value: Value) -> Res<Arg> {
        let found = self.find(vm, value, true)?;
        Ok(self.arg(found))
    }

    pub fn arg(&mut self, found: Found) -> Arg {
        match found {
            Found::Plain(value) => self.tree.literal(value),
            Found::Tree(arg) => arg,
        }
    }

    /// # Errors
    /// As `argument`.
    pub fn find(&mut self, vm: &mut Vm, value: Value, nested: bool) -> Res<Found> {
        let Some(r) = value.as_ref() else { return Ok(Found::Plain(value)) };
        match vm.heap.get(r) {
            Object::Str(_) | Object::Function(_) | Object::NativeFunction(_) => Ok(Found::Plain(value)),
            _ => {
                vm.enter()?;
                let found = self.find_inner(vm, value, nested);
                vm.leave();
                found
            }
        }
    }

    fn find_inner(&mut self, vm: &mut Vm, value: Value, nested: bool) -> Res<Found> {
        if let Some(collection) = collection_of(vm, value) {
            return self.collection(vm, &collection, nested).map(Found::Tree);
        }
        let value = listed(vm, value)?;
        let Some(r) = value.as_ref() else { return Ok(Found::Plain(value)) };
        match vm.heap.get(r) {
            Object::List(items) => {
                let items = items.clone();
                self.items(vm, value, &items, Arg::List)
            }
            Object::Tuple(items) => {
                let items = items.to_vec();
                self.items(vm, value, &items, Arg::Tuple)
            }
            Object::Set(_) => {
                let items = vm.set_items(r);
                self.items(vm, value, &items, Arg::Set)
            }
            Object::Dict(_) => {
                let pairs = vm.dict_items(r);
                self.pairs(vm, value, &pairs)
            }
            Object::Slice(parts) => {
                let parts = **parts;
                self.items(vm, value, &parts, |parts| match <[Arg; 3]>::try_from(parts) {
                    Ok(parts) => Arg::Slice(Box::new(parts)),
                    Err(parts) => Arg::Tuple(parts),
                })
            }
            Object::Instance(_) => self.record(vm, value),
            _ => Ok(Found::Plain(value)),
        }
    }

    fn items(&mut self, vm: &mut Vm, whole: Value, items: &[Value], make: impl Fn(Vec<Arg>) -> Arg) -> Res<Found> {
        let found = self.find_all(vm, items)?;
        Ok(match found {
            None => Found::Plain(whole),
            Some(found) => Found::Tree(make(found)),
        })
    }

    /// The trees of several items; `None` when none of them is lazy.
    fn find_all(&mut self, vm: &mut Vm, items: &[Value]) -> Res<Option<Vec<Arg>>> {
        let mut found = Vec::with_capacity(items.len());
        let mut lazy = false;
        for &item in items {
            let item = self.find(vm, item, true)?;
            lazy |= matches!(item, Found::Tree(_));
            found.push(item);
        }
        if !lazy {
            return Ok(None);
        }
        Ok(Some(found.into_iter().map(|item| self.arg(item)).collect()))
    }

    fn pairs(&mut self, vm: &mut Vm, whole: Value, pairs: &[(Value, Value)]) -> Res<Found> {
        let flat: Vec<Value> = pairs.iter().flat_map(|&(key, value)| [key, value]).collect();
        let Some(found) = self.find_all(vm, &flat)? else { return Ok(Found::Plain(whole)) };
        let mut found = found.into_iter();
        let mut result = Vec::with_capacity(pairs.len());
        while let (Some(key), Some(value)) = (found.next(), found.next()) {
            result.push((key, value));
        }
        Ok(Found::Tree(Arg::Dict(result)))
    }

    /// Dataclass instances and namedtuples.
    fn record(&mut self, vm: &mut Vm, value: Value) -> Res<Found> {
        let class = Value::object(vm.type_of(value));
        if let Some(names) = dataclass_fields(vm, value)? {
            let mut fields: Vec<(Sym, Value)> = Vec::with_capacity(names.len());
            for name in names {
                if let Some(field) = vm.find_attr(value, name)? {
                    fields.push((name, field));
                }
            }
            let values: Vec<Value> = fields.iter().map(|(_, field)| *field).collect();
            let Some(found) = self.find_all(vm, &values)? else { return Ok(Found::Plain(value)) };
            if let Err(error) = vm.call_kw(class, &[], &fields) {
                return Err(cannot_unpack(vm, class, error));
            }
            let names = fields.iter().map(|(name, _)| vm.names.text(*name).clone());
            let kwargs = names.zip(found).collect();
            let class = self.tree.literal(class);
            return Ok(Found::Tree(Arg::call(class, Vec::new(), kwargs)));
        }
        if let Some(items) = namedtuple_items(vm, value) {
            let Some(found) = self.find_all(vm, &items)? else { return Ok(Found::Plain(value)) };
            let class = self.tree.literal(class);
            return Ok(Found::Tree(Arg::call(class, found, Vec::new())));
        }
        Ok(Found::Plain(value))
    }

    fn collection(&mut self, vm: &mut Vm, collection: &Collection, nested: bool) -> Res<Arg> {
        if let Some(delayed) = vm.payload::<Delayed>(collection.value) {
            let key = delayed.key.clone();
            let mut part = collection.part;
            if nested && !is_tight(vm, part) {
                part = culled_layer(vm, part, &key)?;
            }
            self.add(part, nested);
            return Ok(self.tree.input(&key));
        }
        let (part, key) = finalized(vm, collection)?;
        self.add(part, nested);
        Ok(self.tree.input(&key))
    }

    fn add(&mut self, value: Value, nested: bool) {
        let Some(r) = value.as_ref() else { return };
        if self.parts.len() <= SCANNED {
            if self.parts.iter().any(|part| part.value == value && part.nested == nested) {
                self.repeated = true;
                return;
            }
        } else {
            if self.seen.is_empty() {
                self.seen.extend(self.parts.iter().filter_map(|part| Some((part.value.as_ref()?, part.nested))));
            }
            if self.seen.contains(&(r, nested)) {
                self.repeated = true;
                return;
            }
        }
        if !self.seen.is_empty() {
            self.seen.insert((r, nested));
        }
        self.parts.push(Part { value, nested });
    }
}

/// Iterators over lists, tuples and sets count as what they go over.
fn listed(vm: &mut Vm, value: Value) -> Res {
    let ty = vm.type_of(value);
    if ty == Ref::of(Type::ListIterator) {
        let items = vm.collect(value)?;
        return Ok(vm.list(items));
    }
    if ty == Ref::of(Type::TupleIterator) {
        let items = vm.collect(value)?;
        return Ok(vm.tuple(items));
    }
    if ty == Ref::of(Type::SetIterator) {
        return Ok(Value::object(vm.set_from(value)?));
    }
    Ok(value)
}

/// The names of the fields when a value is an instance of a dataclass.
pub(crate) fn dataclass_fields(vm: &mut Vm, value: Value) -> Res<Option<Vec<Sym>>> {
    let Some(fields) = vm.special(value, sym::DATACLASS_FIELDS) else { return Ok(None) };
    let names = vm.collect(fields)?;
    Ok(Some(names.into_iter().filter_map(|name| vm.symbol_of(name)).collect()))
}

/// The items when a value is a namedtuple.
pub(crate) fn namedtuple_items(vm: &mut Vm, value: Value) -> Option<Vec<Value>> {
    let items = vm.tuple_items(value)?.to_vec();
    let fields = vm.names.intern("_fields");
    vm.special(value, fields)?;
    Some(items)
}

fn cannot_unpack(vm: &mut Vm, class: Value, error: Unwind) -> Unwind {
    if !vm.is_raised(&error, Type::TypeError) && !vm.is_raised(&error, Type::ValueError) {
        return error;
    }
    let Ok(class) = vm.repr(class) else { return error };
    vm.type_error(format!("Failed to unpack {class} instance. Note that using a custom __init__ is not supported."))
}

/// One task that makes the result of a collection of several keys, for use as
/// an argument.
fn finalized(vm: &mut Vm, collection: &Collection) -> Res<(Value, Key)> {
    let token = tokenize(vm, &[collection.value])?;
    let key = Key::from(format!("finalize-{token}"));
    let mut tree = TreeBuilder::default();
    let function = vm.native_closure("finalize", finalize, collection.value);
    let function = tree.literal(function);
    let inputs = collection.keys.iter().map(|key| tree.input(key)).collect();
    let node = NodeDef::task(key.clone(), tree.finish(Arg::call(function, vec![Arg::List(inputs)], Vec::new())));
    let layer = Layer::new(key.clone(), vec![node], vec![collection.part]);
    Ok((new_layer(vm, layer)?, key))
}

fn finalize(vm: &mut Vm, args: &taskyard_python::object::Args<'_>) -> Res {
    let value = vm.native_data();
    let [results] = vm.exact("finalize", args)?;
    let results = vm.collect(results)?;
    match collection_of(vm, value) {
        Some(collection) => (collection.kind.finish)(vm, value, &results),
        None => Ok(value),
    }
}
