//! Finds the collections in the arguments of `compute` and its relatives, and
//! puts results in their places.

use rustc_hash::FxHashMap;
use taskyard_graph::Key;
use taskyard_python::error::Res;
use taskyard_python::object::Object;
use taskyard_python::value::Value;
use taskyard_python::vm::Vm;

use crate::collection::{Collection, collection_of};
use crate::delayed::{dataclass_fields, namedtuple_items};

/// A value with holes for results.
#[derive(Debug)]
enum Pack {
    Value(Value),
    /// The result of the n-th collection.
    Result(usize),
    List(Vec<Pack>),
    Tuple(Vec<Pack>),
    Set(Vec<Pack>),
    Dict(Vec<(Pack, Pack)>),
    /// An `OrderedDict`: its class is called with pairs.
    Pairs(Value, Vec<(Pack, Pack)>),
    /// A dataclass instance or namedtuple: its class is called with the items.
    Record(Value, Vec<Pack>),
}

/// Arguments with the collections in them.
#[derive(Debug, Default)]
pub(crate) struct Packed {
    args: Vec<Pack>,
    /// Each once, in order of appearance.
    pub collections: Vec<Collection>,
    places: FxHashMap<Key, usize>,
    flat: bool,
}

impl Packed {
    /// # Errors
    /// What iterators and attributes raise; `RecursionError` for deep containers.
    pub fn of(vm: &mut Vm, args: &[Value], traverse: bool) -> Res<Self> {
        let mut packed = Self { flat: !traverse, ..Self::default() };
        for &arg in args {
            let pack = packed.find(vm, arg)?;
            packed.args.push(pack);
        }
        Ok(packed)
    }

    fn find(&mut self, vm: &mut Vm, value: Value) -> Res<Pack> {
        if value.as_ref().is_none() {
            return Ok(Pack::Value(value));
        }
        if let Some(collection) = collection_of(vm, value) {
            vm.keep(value);
            return Ok(Pack::Result(self.place(collection)));
        }
        if self.flat {
            return Ok(Pack::Value(value));
        }
        vm.enter()?;
        let pack = self.find_inside(vm, value);
        vm.leave();
        pack
    }

    fn place(&mut self, collection: Collection) -> usize {
        let next = self.collections.len();
        let place = *self.places.entry(collection.name.clone()).or_insert(next);
        if place == next {
            self.collections.push(collection);
        }
        place
    }

    fn find_inside(&mut self, vm: &mut Vm, value: Value) -> Res<Pack> {
        if vm.is_iterator(value) {
            let items = vm.collect(value)?;
            return self.items(vm, &items).map(Pack::List);
        }
        let Some(r) = value.as_ref() else { return Ok(Pack::Value(value)) };
        match vm.heap.get(r) {
            Object::List(items) => {
                let items = items.clone();
                self.items(vm, &items).map(Pack::List)
            }
            Object::Tuple(items) => {
                let items = items.to_vec();
                self.items(vm, &items).map(Pack::Tuple)
            }
            Object::Set(_) => {
                let items = vm.set_items(r);
                self.items(vm, &items).map(Pack::Set)
            }
            Object::Dict(_) => {
                let pairs = vm.dict_items(r);
                self.pairs(vm, &pairs).map(Pack::Dict)
            }
            Object::Instance(_) => self.record(vm, value),
            _ => Ok(Pack::Value(value)),
        }
    }

    fn items(&mut self, vm: &mut Vm, items: &[Value]) -> Res<Vec<Pack>> {
        items.iter().map(|&item| self.find(vm, item)).collect()
    }

    fn pairs(&mut self, vm: &mut Vm, pairs: &[(Value, Value)]) -> Res<Vec<(Pack, Pack)>> {
        pairs.iter().map(|&(key, value)| Ok((self.find(vm, key)?, self.find(vm, value)?))).collect()
    }

    fn record(&mut self, vm: &mut Vm, value: Value) -> Res<Pack> {
        let class = Value::object(vm.type_of(value));
        if vm.as_class(class) == vm.known_class("collections.OrderedDict")
            && let Some(dict) = vm.dict_ref(value)
        {
            let pairs = vm.dict_items(dict);
            return Ok(Pack::Pairs(class, self.pairs(vm, &pairs)?));
        }
        if let Some(names) = dataclass_fields(vm, value)? {
            let mut fields = Vec::with_capacity(names.len());
            for name in names {
                let field = vm.get_attr(value, name)?;
                fields.push(self.find(vm, field)?);
            }
            return Ok(Pack::Record(class, fields));
        }
        match namedtuple_items(vm, value) {
            Some(items) => Ok(Pack::Record(class, self.items(vm, &items)?)),
            None => Ok(Pack::Value(value)),
        }
    }

    /// The arguments as a tuple with results in place of the collections.
    ///
    /// # Errors
    /// What making sets, dicts and records raises.
    pub fn repack(&self, vm: &mut Vm, results: &[Value]) -> Res {
        let items = rebuild_all(vm, &self.args, results)?;
        Ok(vm.tuple(items))
    }
}

fn rebuild_all(vm: &mut Vm, packs: &[Pack], results: &[Value]) -> Res<Vec<Value>> {
    packs.iter().map(|pack| rebuild(vm, pack, results)).collect()
}

fn rebuild_pairs(vm: &mut Vm, pairs: &[(Pack, Pack)], results: &[Value]) -> Res<Vec<(Value, Value)>> {
    pairs.iter().map(|(key, value)| Ok((rebuild(vm, key, results)?, rebuild(vm, value, results)?))).collect()
}

/// As deep as `find`, which has checked the depth.
fn rebuild(vm: &mut Vm, pack: &Pack, results: &[Value]) -> Res {
    match pack {
        Pack::Value(value) => Ok(*value),
        Pack::Result(place) => Ok(results.get(*place).copied().unwrap_or(Value::NONE)),
        Pack::List(items) => {
            let items = rebuild_all(vm, items, results)?;
            Ok(vm.list(items))
        }
        Pack::Tuple(items) => {
            let items = rebuild_all(vm, items, results)?;
            Ok(vm.tuple(items))
        }
        Pack::Set(items) => {
            let items = rebuild_all(vm, items, results)?;
            let set = vm.new_set(false);
            for item in items {
                vm.set_add(set, item)?;
            }
            Ok(Value::object(set))
        }
        Pack::Dict(pairs) => {
            let pairs = rebuild_pairs(vm, pairs, results)?;
            let dict = vm.new_dict();
            for (key, value) in pairs {
                vm.dict_set(dict, key, value)?;
            }
            Ok(Value::object(dict))
        }
        Pack::Pairs(class, pairs) => {
            let pairs = rebuild_pairs(vm, pairs, results)?;
            let pairs = pairs.into_iter().map(|(key, value)| vm.tuple(vec![key, value])).collect();
            let pairs = vm.list(pairs);
            vm.call(*class, &[pairs])
        }
        Pack::Record(class, items) => {
            let items = rebuild_all(vm, items, results)?;
            vm.call(*class, &items)
        }
    }
}
