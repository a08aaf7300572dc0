//! `functools`: `reduce`, `partial`, `cmp_to_key` and the table behind `lru_cache` in Rust; wrappers in Python, so that
//! recursion through them takes no room on the native stack.

use std::sync::Arc;

use super::support::{add_functions, given, instance, rebuilt, receiver};
use crate::code::CmpOp;
use crate::error::Res;
use crate::object::{Args, Native, PortableNative, Sym};
use crate::value::{Ref, Value};
use crate::vm::{ClassSpec, Vm};

pub(super) fn install(vm: &mut Vm) {
    vm.register_module("functools", build);
}

fn build(vm: &mut Vm, module: Ref) -> Res<()> {
    add_functions(vm, module, &[("reduce", reduce), ("cmp_to_key", cmp_to_key)]);
    let partial = vm.define_class(ClassSpec {
        name: "partial",
        module: "functools",
        bases: &[],
        constructor: Some(new_partial),
        methods: &[("__call__", call_partial), ("__repr__", repr_partial)],
        getters: &[
            ("func", |vm, args| partial_part(vm, args).map(|(function, ..)| function)),
            ("args", |vm, args| {
                let (_, pos, _) = partial_part(vm, args)?;
                Ok(vm.tuple(pos))
            }),
            ("keywords", |vm, args| {
                let (_, _, kw) = partial_part(vm, args)?;
                Ok(vm.dict_of_symbols(kw))
            }),
        ],
    });
    vm.module_set(module, "partial", Value::object(partial));
    vm.define_class(ClassSpec {
        name: "KeyWrapper",
        module: "functools",
        bases: &[],
        constructor: None,
        methods: &[
            ("__lt__", |vm, args| compare_keys(vm, args, CmpOp::Lt)),
            ("__le__", |vm, args| compare_keys(vm, args, CmpOp::Le)),
            ("__gt__", |vm, args| compare_keys(vm, args, CmpOp::Gt)),
            ("__ge__", |vm, args| compare_keys(vm, args, CmpOp::Ge)),
            ("__eq__", |vm, args| compare_keys(vm, args, CmpOp::Eq)),
        ],
        getters: &[("obj", |vm, args| {
            let (key, []) = vm.method("obj", args)?;
            receiver::<Key>(vm, "KeyWrapper", "obj", key).map(|key| key.object)
        })],
    });
    let memo = vm.define_class(ClassSpec {
        name: "_Memo",
        module: "functools",
        bases: &[],
        constructor: Some(new_memo),
        methods: &[("find", find), ("store", store), ("clear", clear), ("info", info)],
        getters: &[],
    });
    vm.module_set(module, "_Memo", Value::object(memo));
    super::source::run(vm, module, include_str!("library/functools.py"))
}

fn reduce(vm: &mut Vm, args: &Args<'_>) -> Res {
    let given = vm.between("reduce", args, 2, 3)?;
    let (function, iterable) = (given[0], given[1]);
    if !vm.is_iterable(iterable) {
        return Err(vm.type_error("reduce() arg 2 must support iteration"));
    }
    let iter = vm.iter(iterable)?;
    vm.keep(iter);
    let mut result = match given.get(2) {
        Some(&initial) => initial,
        None => match vm.next(iter)? {
            Some(first) => first,
            None => return Err(vm.type_error("reduce() of empty iterable with no initial value")),
        },
    };
    let mark = vm.kept();
    vm.keep(result);
    let mut turns = 0;
    while let Some(item) = vm.next(iter)? {
        vm.keep(item);
        result = vm.call(function, &[result, item])?;
        vm.release(mark, result);
        vm.turn(&mut turns)?;
    }
    Ok(result)
}

#[derive(Debug)]
struct Partial {
    function: Value,
    pos: Vec<Value>,
    kw: Vec<(Sym, Value)>,
    /// The texts of the keywords, for other machines.
    names: Vec<Arc<str>>,
}

impl Native for Partial {
    fn as_any(&self) -> &dyn std::any::Any {
        self
    }
    fn as_any_mut(&mut self) -> &mut dyn std::any::Any {
        self
    }
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.function);
        self.pos.iter().copied().for_each(&mut *visit);
        self.kw.iter().for_each(|(_, value)| visit(*value));
    }
    fn size(&self) -> usize {
        (self.pos.len() + self.kw.len()) * 16 + 64
    }
    fn portable(&self, children: &mut Vec<Value>) -> Option<Arc<dyn PortableNative>> {
        children.push(self.function);
        children.extend_from_slice(&self.pos);
        children.extend(self.kw.iter().map(|(_, value)| *value));
        rebuilt(self.names.clone(), |names, children| {
            let (&function, rest) = children.split_first().unwrap_or((&Value::NONE, &[]));
            let (pos, named) = rest.split_at(rest.len().saturating_sub(names.len()));
            // Symbols differ between machines: they are set at the first call.
            let kw = named.iter().map(|&value| (crate::object::sym::INIT, value)).collect();
            Self { function, pos: pos.to_vec(), kw, names: names.clone() }
        })
    }
}

/// The function, the positional arguments, and the keywords.
type Parts = (Value, Vec<Value>, Vec<(Sym, Value)>);

/// The parts of a partial, its keywords as symbols of this machine.
fn parts(vm: &mut Vm, partial: Value) -> Res<Parts> {
    let data: &Partial = receiver(vm, "partial", "__call__", partial)?;
    let (function, pos, values) = (data.function, data.pos.clone(), data.kw.clone());
    let names = data.names.clone();
    let kw = names.iter().zip(values).map(|(name, (_, value))| (vm.names.intern(name), value)).collect();
    Ok((function, pos, kw))
}

fn partial_part(vm: &mut Vm, args: &Args<'_>) -> Res<Parts> {
    let (partial, []) = vm.method("partial", args)?;
    parts(vm, partial)
}

fn new_partial(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    let Some((&function, rest)) = args.pos.split_first() else {
        return Err(vm.type_error("type 'partial' takes at least one argument"));
    };
    if !vm.is_callable(function) {
        return Err(vm.type_error("the first argument must be callable"));
    }
    let (mut target, mut pos, mut kw) = (function, rest.to_vec(), args.kw.to_vec());
    if vm.payload::<Partial>(function).is_some() {
        let (inner, mut inner_pos, mut inner_kw) = parts(vm, function)?;
        inner_pos.append(&mut pos);
        merge_keywords(&mut inner_kw, &kw);
        (target, pos, kw) = (inner, inner_pos, inner_kw);
    }
    let names = kw.iter().map(|(key, _)| vm.names.text(*key).clone()).collect();
    Ok(instance(vm, class, Partial { function: target, pos, kw, names }))
}

fn merge_keywords(into: &mut Vec<(Sym, Value)>, new: &[(Sym, Value)]) {
    for &(name, value) in new {
        match into.iter_mut().find(|(known, _)| *known == name) {
            Some(slot) => slot.1 = value,
            None => into.push((name, value)),
        }
    }
}

fn call_partial(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (partial, rest) = vm.split_receiver("__call__", args)?;
    let (function, mut pos, mut kw) = parts(vm, partial)?;
    pos.extend_from_slice(rest.pos);
    merge_keywords(&mut kw, rest.kw);
    vm.call_args(function, &Args { pos: &pos, kw: &kw })
}

fn repr_partial(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (function, pos, kw) = partial_part(vm, args)?;
    let mut out = vec![vm.repr(function)?];
    for value in pos {
        out.push(vm.repr(value)?);
    }
    for (name, value) in kw {
        let text = vm.repr(value)?;
        out.push(format!("{}={text}", vm.names.text(name)));
    }
    Ok(vm.string(format!("functools.partial({})", out.join(", "))))
}

/// What `cmp_to_key` wraps a value in.
#[derive(Debug)]
struct Key {
    compare: Value,
    object: Value,
}

impl Native for Key {
    fn as_any(&self) -> &dyn std::any::Any {
        self
    }
    fn as_any_mut(&mut self) -> &mut dyn std::any::Any {
        self
    }
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.compare);
        visit(self.object);
    }
    fn size(&self) -> usize {
        16
    }
    fn portable(&self, children: &mut Vec<Value>) -> Option<Arc<dyn PortableNative>> {
        children.extend([self.compare, self.object]);
        rebuilt((), |(), children| Self {
            compare: children.first().copied().unwrap_or(Value::NONE),
            object: children.get(1).copied().unwrap_or(Value::NONE),
        })
    }
}

fn cmp_to_key(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [compare] = vm.bind("cmp_to_key", args, ["mycmp"], 1)?;
    Ok(vm.native_closure("K", make_key, compare.unwrap_or(Value::NONE)))
}

fn make_key(vm: &mut Vm, args: &Args<'_>) -> Res {
    let compare = vm.native_data();
    let [object] = vm.bind("K", args, ["obj"], 1)?;
    let object = object.unwrap_or(Value::NONE);
    let class = vm.known_class("functools.KeyWrapper").unwrap_or(Ref::of(crate::object::Type::Object));
    Ok(instance(vm, class, Key { compare, object }))
}

fn compare_keys(vm: &mut Vm, args: &Args<'_>, op: CmpOp) -> Res {
    let (a, [b]) = vm.method("__lt__", args)?;
    let (Some(left), Some(right)) = (vm.payload::<Key>(a), vm.payload::<Key>(b)) else {
        return Err(vm.type_error("other argument must be K instance"));
    };
    let (compare, left, right) = (left.compare, left.object, right.object);
    let order = vm.call(compare, &[left, right])?;
    vm.compare(op, order, Value::small_int_wrapping(0))
}

/// The results of a cached function. What it holds is invisible to the program, so a task may fill it even when the
/// function is shared; on another machine it begins empty.
#[derive(Debug)]
struct Memo {
    /// Key to `(result, turn of last use)`; the dict keeps the order of use.
    table: Value,
    max: Option<usize>,
    hits: u64,
    misses: u64,
}

impl Native for Memo {
    fn as_any(&self) -> &dyn std::any::Any {
        self
    }
    fn as_any_mut(&mut self) -> &mut dyn std::any::Any {
        self
    }
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.table);
    }
    fn size(&self) -> usize {
        64
    }
    fn portable(&self, _children: &mut Vec<Value>) -> Option<Arc<dyn PortableNative>> {
        rebuilt(self.max, |&max, _| Self { table: Value::NONE, max, hits: 0, misses: 0 })
    }
}

fn memo_mut(vm: &mut Vm, value: Value) -> Option<&mut Memo> {
    match vm.heap.get_mut_internal(value.as_ref()?) {
        crate::object::Object::Instance(instance) => match &mut instance.payload {
            crate::object::Payload::Native(native) => native.as_any_mut().downcast_mut(),
            _ => None,
        },
        _ => None,
    }
}

fn new_memo(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    let [max] = vm.exact("_Memo", args)?;
    let max = given(Some(max)).map(|max| vm.to_index(max)).transpose()?;
    let max = max.map(crate::text::slice::amount);
    Ok(instance(vm, class, Memo { table: Value::NONE, max, hits: 0, misses: 0 }))
}

/// The dict of a memo, made when there is none yet.
fn table_of(vm: &mut Vm, memo: Value) -> Res<Ref> {
    let known = receiver::<Memo>(vm, "_Memo", "find", memo)?.table.as_ref();
    if let Some(table) = known {
        return Ok(table);
    }
    let fresh = vm.new_dict();
    if let Some(memo) = memo_mut(vm, memo) {
        memo.table = Value::object(fresh);
    }
    Ok(fresh)
}

/// `find(key, missing)`: the result of an earlier call.
fn find(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (memo, [key, missing]) = vm.method("find", args)?;
    let table = table_of(vm, memo)?;
    let limited = receiver::<Memo>(vm, "_Memo", "find", memo)?.max.is_some();
    let found = if limited {
        // Used last goes to the end.
        let found = vm.dict_remove(table, key)?;
        if let Some(value) = found {
            vm.keep(value);
            vm.dict_set(table, key, value)?;
        }
        found
    } else {
        vm.dict_get(table, key)?
    };
    if let Some(memo) = memo_mut(vm, memo) {
        match found {
            Some(_) => memo.hits += 1,
            None => memo.misses += 1,
        }
    }
    Ok(found.unwrap_or(missing))
}

/// `store(key, value)`: keeps a result, and forgets the one used longest ago when there are too many.
fn store(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (memo, [key, value]) = vm.method("store", args)?;
    let table = table_of(vm, memo)?;
    let max = receiver::<Memo>(vm, "_Memo", "store", memo)?.max;
    if max == Some(0) {
        return Ok(Value::NONE);
    }
    if let Some(max) = max
        && vm.dict_len(table) >= max
        && vm.dict_get(table, key)?.is_none()
    {
        let oldest = vm.dict_table(table).and_then(|table| table.iter().next()).map(|(key, _)| key);
        if let Some(oldest) = oldest {
            vm.dict_remove(table, oldest)?;
        }
    }
    vm.dict_set(table, key, value)?;
    Ok(Value::NONE)
}

fn clear(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (memo, []) = vm.method("clear", args)?;
    if let Some(memo) = memo_mut(vm, memo) {
        (memo.table, memo.hits, memo.misses) = (Value::NONE, 0, 0);
    }
    Ok(Value::NONE)
}

/// `info()`: hits, misses, limit, size.
fn info(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (memo, []) = vm.method("info", args)?;
    let table = table_of(vm, memo)?;
    let data: &Memo = receiver(vm, "_Memo", "info", memo)?;
    let (hits, misses, max) = (data.hits, data.misses, data.max);
    let size = vm.dict_len(table);
    let parts = vec![
        vm.int(i64::try_from(hits).unwrap_or(i64::MAX)),
        vm.int(i64::try_from(misses).unwrap_or(i64::MAX)),
        max.map_or(Value::NONE, |max| Value::small_int(i64::try_from(max).unwrap_or(0)).unwrap_or(Value::NONE)),
        vm.usize(size),
    ];
    Ok(vm.tuple(parts))
}
