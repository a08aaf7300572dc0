//! `operator`: the operators of the language as functions, and functions that fetch.

use std::sync::Arc;

use super::support::{Table, add_functions, instance, rebuilt, receiver};
use crate::code::{BinOp, CmpOp, UnaryOp};
use crate::error::Res;
use crate::object::{Args, Native, PortableNative, Sym};
use crate::value::{Ref, Value};
use crate::vm::{ClassSpec, Vm};

macro_rules! binary {
    ($name:literal, $op:ident) => {
        ($name, |vm, args| {
            let [a, b] = vm.exact($name, args)?;
            vm.binary(BinOp::$op, a, b)
        })
    };
}

macro_rules! inplace {
    ($name:literal, $op:ident) => {
        ($name, |vm, args| {
            let [a, b] = vm.exact($name, args)?;
            vm.inplace(BinOp::$op, a, b)
        })
    };
}

macro_rules! compare {
    ($name:literal, $op:ident) => {
        ($name, |vm, args| {
            let [a, b] = vm.exact($name, args)?;
            vm.compare(CmpOp::$op, a, b)
        })
    };
}

macro_rules! unary {
    ($name:literal, $op:ident) => {
        ($name, |vm, args| {
            let [a] = vm.exact($name, args)?;
            vm.unary(UnaryOp::$op, a)
        })
    };
}

const FUNCTIONS: Table = &[
    binary!("add", Add),
    binary!("sub", Sub),
    binary!("mul", Mul),
    binary!("matmul", MatMul),
    binary!("truediv", TrueDiv),
    binary!("floordiv", FloorDiv),
    binary!("mod", Mod),
    binary!("pow", Pow),
    binary!("lshift", LShift),
    binary!("rshift", RShift),
    binary!("and_", And),
    binary!("or_", Or),
    binary!("xor", Xor),
    inplace!("iadd", Add),
    inplace!("isub", Sub),
    inplace!("imul", Mul),
    inplace!("imatmul", MatMul),
    inplace!("itruediv", TrueDiv),
    inplace!("ifloordiv", FloorDiv),
    inplace!("imod", Mod),
    inplace!("ipow", Pow),
    inplace!("ilshift", LShift),
    inplace!("irshift", RShift),
    inplace!("iand", And),
    inplace!("ior", Or),
    inplace!("ixor", Xor),
    compare!("lt", Lt),
    compare!("le", Le),
    compare!("eq", Eq),
    compare!("ne", Ne),
    compare!("gt", Gt),
    compare!("ge", Ge),
    unary!("neg", Neg),
    unary!("pos", Pos),
    unary!("invert", Invert),
    unary!("inv", Invert),
    unary!("not_", Not),
    ("abs", |vm, args| {
        let [a] = vm.exact("abs", args)?;
        vm.absolute(a)
    }),
    ("truth", |vm, args| {
        let [a] = vm.exact("truth", args)?;
        vm.truthy(a).map(Value::bool)
    }),
    ("is_", |vm, args| {
        let [a, b] = vm.exact("is_", args)?;
        Ok(Value::bool(a == b))
    }),
    ("is_not", |vm, args| {
        let [a, b] = vm.exact("is_not", args)?;
        Ok(Value::bool(a != b))
    }),
    ("index", |vm, args| {
        let [a] = vm.exact("index", args)?;
        let n = vm.to_big_index(a)?;
        Ok(vm.big(n))
    }),
    ("concat", |vm, args| concat(vm, "concat", args, false)),
    ("iconcat", |vm, args| concat(vm, "iconcat", args, true)),
    ("contains", |vm, args| {
        let [container, item] = vm.exact("contains", args)?;
        vm.contains(container, item).map(Value::bool)
    }),
    ("getitem", |vm, args| {
        let [object, key] = vm.exact("getitem", args)?;
        vm.get_item(object, key)
    }),
    ("setitem", |vm, args| {
        let [object, key, value] = vm.exact("setitem", args)?;
        vm.set_item(object, key, value).map(|()| Value::NONE)
    }),
    ("delitem", |vm, args| {
        let [object, key] = vm.exact("delitem", args)?;
        vm.del_item(object, key).map(|()| Value::NONE)
    }),
    ("countOf", count_of),
    ("indexOf", index_of),
    ("length_hint", length_hint),
    ("call", |vm, args| match args.pos.split_first() {
        Some((&function, rest)) => vm.call_args(function, &Args { pos: rest, kw: args.kw }),
        None => Err(vm.type_error("call expected at least 1 argument, got 0")),
    }),
];

/// Names with underscores beside the plain ones.
const DUNDERS: &[&str] = &[
    "add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and_", "or_", "xor", "lt",
    "le", "eq", "ne", "gt", "ge", "neg", "pos", "invert", "not_", "abs", "index", "concat", "contains", "getitem",
    "setitem", "delitem", "iadd", "isub", "imul", "iand", "ior", "ixor",
];

pub(super) fn install(vm: &mut Vm) {
    vm.register_module("operator", build);
}

fn build(vm: &mut Vm, module: Ref) -> Res<()> {
    add_functions(vm, module, FUNCTIONS);
    for &name in DUNDERS {
        if let Some(&(_, function)) = FUNCTIONS.iter().find(|(known, _)| *known == name) {
            vm.module_fn(module, &format!("__{}__", name.trim_end_matches('_')), function);
        }
    }
    let classes: [(&str, crate::object::Constructor); 3] =
        [("itemgetter", new_itemgetter), ("attrgetter", new_attrgetter), ("methodcaller", new_methodcaller)];
    for (name, constructor) in classes {
        let class = vm.define_class(ClassSpec {
            name,
            module: "operator",
            bases: &[],
            constructor: Some(constructor),
            methods: &[("__call__", call_getter), ("__repr__", repr_getter)],
            getters: &[],
        });
        vm.module_set(module, name, Value::object(class));
    }
    Ok(())
}

fn concat(vm: &mut Vm, name: &str, args: &Args<'_>, in_place: bool) -> Res {
    let [a, b] = vm.exact(name, args)?;
    if vm.builtin_len(a).is_none() && vm.special(a, crate::object::sym::GETITEM).is_none() {
        let type_name = vm.type_name(a);
        return Err(vm.type_error(format!("'{type_name}' object can't be concatenated")));
    }
    if in_place { vm.inplace(BinOp::Add, a, b) } else { vm.binary(BinOp::Add, a, b) }
}

fn count_of(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [container, item] = vm.exact("countOf", args)?;
    let mut count = 0;
    vm.for_each(container, &mut |vm, candidate| {
        count += i64::from(vm.eq(candidate, item)?);
        Ok(true)
    })?;
    Ok(vm.int(count))
}

fn index_of(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [container, item] = vm.exact("indexOf", args)?;
    let (mut place, mut found) = (0_i64, false);
    vm.for_each(container, &mut |vm, candidate| {
        found = vm.eq(candidate, item)?;
        place += i64::from(!found);
        Ok(!found)
    })?;
    if found { Ok(vm.int(place)) } else { Err(vm.value_error("sequence.index(x): x not in sequence")) }
}

fn length_hint(vm: &mut Vm, args: &Args<'_>) -> Res {
    let given = vm.between("length_hint", args, 1, 2)?;
    let (object, default) = (given[0], given.get(1).copied());
    if let Some(length) = vm.builtin_len(object) {
        return Ok(vm.usize(length));
    }
    if vm.special(object, crate::object::sym::LEN).is_some() {
        let length = vm.len(object)?;
        return Ok(vm.usize(length));
    }
    match vm.call_special(object, crate::object::sym::LENGTH_HINT, &[]) {
        Some(result) => result,
        None => Ok(default.unwrap_or(Value::small_int_wrapping(0))),
    }
}

/// What a getter does to the object that it is called with.
#[derive(Debug, Clone)]
enum Getter {
    /// Its values are the keys.
    Item,
    /// Dotted names.
    Attr(Vec<Arc<str>>),
    /// The name of the method and of its keyword arguments; its values are the arguments.
    Method(Arc<str>, Vec<Arc<str>>),
}

#[derive(Debug)]
struct Fetch {
    what: Getter,
    values: Vec<Value>,
}

impl Native for Fetch {
    fn as_any(&self) -> &dyn std::any::Any {
        self
    }
    fn as_any_mut(&mut self) -> &mut dyn std::any::Any {
        self
    }
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        self.values.iter().copied().for_each(visit);
    }
    fn size(&self) -> usize {
        self.values.len() * 8 + 64
    }
    fn portable(&self, children: &mut Vec<Value>) -> Option<Arc<dyn PortableNative>> {
        children.extend_from_slice(&self.values);
        rebuilt(self.what.clone(), |what, children| Self { what: what.clone(), values: children.to_vec() })
    }
}

fn new_itemgetter(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    vm.no_keywords("itemgetter", args)?;
    if args.pos.is_empty() {
        return Err(vm.type_error("itemgetter expected 1 argument, got 0"));
    }
    Ok(instance(vm, class, Fetch { what: Getter::Item, values: args.pos.to_vec() }))
}

fn new_attrgetter(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    vm.no_keywords("attrgetter", args)?;
    if args.pos.is_empty() {
        return Err(vm.type_error("attrgetter expected 1 argument, got 0"));
    }
    let mut names = Vec::new();
    for &name in args.pos {
        match vm.as_arc_str(name) {
            Some(name) => names.push(name),
            None => return Err(vm.type_error("attribute name must be a string")),
        }
    }
    Ok(instance(vm, class, Fetch { what: Getter::Attr(names), values: args.pos.to_vec() }))
}

fn new_methodcaller(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    let Some((&name, rest)) = args.pos.split_first() else {
        return Err(vm.type_error("methodcaller needs at least one argument, the method name"));
    };
    let Some(name) = vm.as_arc_str(name) else { return Err(vm.type_error("method name must be a string")) };
    let keywords = args.kw.iter().map(|(key, _)| vm.names.text(*key).clone()).collect();
    let values = rest.iter().copied().chain(args.kw.iter().map(|(_, value)| *value)).collect();
    Ok(instance(vm, class, Fetch { what: Getter::Method(name, keywords), values }))
}

fn call_getter(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (getter, rest) = vm.split_receiver("__call__", args)?;
    let class = vm.class_name(getter);
    let [object] = vm.exact(&class, &rest)?;
    let fetch: &Fetch = receiver(vm, &class, "__call__", getter)?;
    let (what, values) = (fetch.what.clone(), fetch.values.clone());
    match what {
        Getter::Item => match values[..] {
            [key] => vm.get_item(object, key),
            _ => {
                let mut items = Vec::with_capacity(values.len());
                for key in values {
                    let item = vm.get_item(object, key)?;
                    vm.keep(item);
                    items.push(item);
                }
                Ok(vm.tuple(items))
            }
        },
        Getter::Attr(names) => {
            let mut found = Vec::with_capacity(names.len());
            for name in &names {
                found.push(dotted(vm, object, name)?);
            }
            if let [one] = found[..] { Ok(one) } else { Ok(vm.tuple(found)) }
        }
        Getter::Method(name, keywords) => {
            let name = vm.names.intern(&name);
            let method = vm.get_attr(object, name)?;
            let (pos, named) = values.split_at(values.len() - keywords.len());
            let kw: Vec<(Sym, Value)> =
                keywords.iter().map(|key| vm.names.intern(key)).zip(named.iter().copied()).collect();
            vm.call_kw(method, pos, &kw)
        }
    }
}

fn dotted(vm: &mut Vm, object: Value, path: &str) -> Res {
    let mut value = object;
    for part in path.split('.') {
        let name = vm.names.intern(part);
        value = vm.get_attr(value, name)?;
        vm.keep(value);
    }
    Ok(value)
}

fn repr_getter(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (getter, []) = vm.method("__repr__", args)?;
    let class = vm.class_name(getter);
    let fetch: &Fetch = receiver(vm, &class, "__repr__", getter)?;
    let (what, values) = (fetch.what.clone(), fetch.values.clone());
    let mut parts = Vec::new();
    let mut keywords: Vec<Arc<str>> = Vec::new();
    if let Getter::Method(name, names) = what {
        let name = vm.str(&name);
        parts.push(vm.repr(name)?);
        keywords = names;
    }
    let plain = values.len() - keywords.len();
    for (place, &value) in values.iter().enumerate() {
        let text = vm.repr(value)?;
        parts.push(match place.checked_sub(plain).and_then(|place| keywords.get(place)) {
            Some(name) => format!("{name}={text}"),
            None => text,
        });
    }
    Ok(vm.string(format!("operator.{class}({})", parts.join(", "))))
}
