//! Special methods of builtin types under their names (`list.__len__`, `int.__add__`): for explicit calls, for
//! `super().__getitem__(key)`, and so that `hasattr` tells the truth.
//!
//! The operators themselves never come here: they know builtin values. Each method works on the builtin value inside
//! its receiver, so that a subclass that overrides a method and calls the inherited one does not meet itself again.

use super::support::{hash_value, str_argument};
use crate::code::{BinOp, CmpOp, UnaryOp};
use crate::error::Res;
use crate::object::{Args, NativeFn, Object, Type};
use crate::value::{Ref, Value};
use crate::vm::Vm;

type Methods = &'static [(&'static str, NativeFn)];

macro_rules! binary {
    ($($name:literal $op:ident;)*) => {
        &[$(($name, |vm, args| forward(vm, $name, BinOp::$op, args)),)*]
    };
}

macro_rules! reflected {
    ($($name:literal $op:ident;)*) => {
        &[$(($name, |vm, args| reflect(vm, $name, BinOp::$op, args)),)*]
    };
}

macro_rules! in_place {
    ($($name:literal $op:ident;)*) => {
        &[$(($name, |vm, args| update(vm, $name, BinOp::$op, args)),)*]
    };
}

macro_rules! comparison {
    ($($name:literal $op:ident;)*) => {
        &[$(($name, |vm, args| compare(vm, $name, CmpOp::$op, args)),)*]
    };
}

const ARITHMETIC: Methods = binary! {
    "__add__" Add; "__sub__" Sub; "__mul__" Mul; "__truediv__" TrueDiv; "__pow__" Pow;
};
const ARITHMETIC_REFLECTED: Methods = reflected! {
    "__radd__" Add; "__rsub__" Sub; "__rmul__" Mul; "__rtruediv__" TrueDiv; "__rpow__" Pow;
};
const DIVISION: Methods = binary! { "__floordiv__" FloorDiv; "__mod__" Mod; };
const DIVISION_REFLECTED: Methods = reflected! { "__rfloordiv__" FloorDiv; "__rmod__" Mod; };
const BITS: Methods = binary! {
    "__lshift__" LShift; "__rshift__" RShift; "__and__" And; "__or__" Or; "__xor__" Xor;
};
const BITS_REFLECTED: Methods = reflected! {
    "__rlshift__" LShift; "__rrshift__" RShift; "__rand__" And; "__ror__" Or; "__rxor__" Xor;
};
const SET_OPERATORS: Methods = binary! { "__and__" And; "__or__" Or; "__xor__" Xor; "__sub__" Sub; };
const SET_REFLECTED: Methods = reflected! { "__rand__" And; "__ror__" Or; "__rxor__" Xor; "__rsub__" Sub; };
const SET_IN_PLACE: Methods = in_place! { "__iand__" And; "__ior__" Or; "__ixor__" Xor; "__isub__" Sub; };
const DICT_OPERATORS: Methods = binary! { "__or__" Or; };
const DICT_REFLECTED: Methods = reflected! { "__ror__" Or; };
const DICT_IN_PLACE: Methods = in_place! { "__ior__" Or; };
const CONCATENATION: Methods = binary! { "__add__" Add; "__mul__" Mul; };
const GETNEWARGS: Methods = &[("__getnewargs__", |vm, args| {
    on_plain(vm, "__getnewargs__", args, |vm, plain| {
        let parts = match vm.heap.object(plain) {
            Some(Object::Complex(re, im)) => vec![Value::float(*re), Value::float(*im)],
            _ => vec![plain],
        };
        Ok(vm.tuple(parts))
    })
})];
const REPETITION: Methods = reflected! { "__rmul__" Mul; };
const PERCENT: Methods = binary! { "__mod__" Mod; };
const LIST_IN_PLACE: Methods = in_place! { "__iadd__" Add; "__imul__" Mul; };
const EQUALITY: Methods = comparison! { "__eq__" Eq; "__ne__" Ne; };
const ORDER: Methods = comparison! { "__lt__" Lt; "__le__" Le; "__gt__" Gt; "__ge__" Ge; };
const UNARY: Methods = &[
    ("__neg__", |vm, args| unary(vm, "__neg__", UnaryOp::Neg, args)),
    ("__pos__", |vm, args| unary(vm, "__pos__", UnaryOp::Pos, args)),
    ("__abs__", |vm, args| on_plain(vm, "__abs__", args, |vm, plain| vm.absolute(plain))),
    ("__bool__", |vm, args| on_plain(vm, "__bool__", args, |vm, plain| vm.truthy(plain).map(Value::bool))),
];
const INVERSION: Methods = &[("__invert__", |vm, args| unary(vm, "__invert__", UnaryOp::Invert, args))];
const DIVMOD: Methods = &[
    ("__divmod__", |vm, args| divide(vm, "__divmod__", args, false)),
    ("__rdivmod__", |vm, args| divide(vm, "__rdivmod__", args, true)),
];
const HASH: Methods = &[("__hash__", |vm, args| {
    on_plain(vm, "__hash__", args, |vm, plain| {
        let hash = vm.hash(plain)?;
        Ok(hash_value(vm, hash))
    })
})];
const REPR: Methods = &[("__repr__", |vm, args| {
    on_plain(vm, "__repr__", args, |vm, plain| {
        let text = vm.repr(plain)?;
        Ok(vm.string(text))
    })
})];
const FORMAT: Methods = &[("__format__", format)];
const LENGTH: Methods = &[("__len__", |vm, args| {
    on_plain(vm, "__len__", args, |vm, plain| {
        let length = vm.len(plain)?;
        Ok(vm.usize(length))
    })
})];
const ITERATION: Methods = &[("__iter__", |vm, args| on_plain(vm, "__iter__", args, |vm, plain| vm.iter(plain)))];
const CONTAINMENT: Methods = &[("__contains__", |vm, args| {
    let (receiver, [item]) = vm.method("__contains__", args)?;
    let plain = vm.plain(receiver);
    vm.contains(plain, item).map(Value::bool)
})];
const READING: Methods = &[("__getitem__", |vm, args| {
    let (receiver, [key]) = vm.method("__getitem__", args)?;
    let plain = vm.plain(receiver);
    vm.get_item(plain, key)
})];
const WRITING: Methods = &[
    ("__setitem__", |vm, args| {
        let (receiver, [key, value]) = vm.method("__setitem__", args)?;
        let plain = vm.plain(receiver);
        vm.set_item(plain, key, value)?;
        Ok(Value::NONE)
    }),
    ("__delitem__", |vm, args| {
        let (receiver, [key]) = vm.method("__delitem__", args)?;
        let plain = vm.plain(receiver);
        vm.del_item(plain, key)?;
        Ok(Value::NONE)
    }),
];
const REVERSAL: Methods =
    &[("__reversed__", |vm, args| on_plain(vm, "__reversed__", args, super::iterators::reversed))];
const CALLING: Methods = &[("__call__", super::kinds::call_receiver)];
const BINDING: Methods = &[("__get__", super::descriptor::bind)];

/// Which type has which methods. What a file of its own defines is not listed.
const TABLE: &[(&[Type], &[Methods])] = &[
    (
        &[Type::Int, Type::Float],
        &[
            ARITHMETIC,
            ARITHMETIC_REFLECTED,
            DIVISION,
            DIVISION_REFLECTED,
            DIVMOD,
            UNARY,
            EQUALITY,
            ORDER,
            HASH,
            REPR,
            FORMAT,
        ],
    ),
    (&[Type::Int], &[BITS, BITS_REFLECTED, INVERSION]),
    (&[Type::Bool], &[REPR]),
    (&[Type::Int, Type::Float, Type::Complex, Type::Str, Type::Bytes, Type::Tuple], &[GETNEWARGS]),
    (&[Type::Complex], &[ARITHMETIC, ARITHMETIC_REFLECTED, UNARY, EQUALITY, HASH, REPR, FORMAT]),
    (&[Type::Str], &[FORMAT]),
    (
        &[Type::Str, Type::Bytes, Type::ByteArray],
        &[CONCATENATION, REPETITION, PERCENT, EQUALITY, ORDER, REPR, LENGTH, ITERATION, CONTAINMENT, READING],
    ),
    (
        &[Type::List, Type::Tuple],
        &[CONCATENATION, REPETITION, EQUALITY, ORDER, REPR, LENGTH, ITERATION, CONTAINMENT, READING],
    ),
    (&[Type::List], &[LIST_IN_PLACE, REVERSAL]),
    (&[Type::ByteArray], &[LIST_IN_PLACE]),
    (&[Type::List, Type::Dict, Type::ByteArray], &[WRITING]),
    (&[Type::Str, Type::Bytes, Type::Tuple, Type::FrozenSet, Type::Range], &[HASH]),
    (&[Type::Dict], &[DICT_OPERATORS, DICT_REFLECTED, DICT_IN_PLACE, EQUALITY, REPR, LENGTH, ITERATION, CONTAINMENT]),
    (
        &[Type::Set, Type::FrozenSet],
        &[SET_OPERATORS, SET_REFLECTED, EQUALITY, ORDER, REPR, LENGTH, ITERATION, CONTAINMENT],
    ),
    (&[Type::Set], &[SET_IN_PLACE]),
    (&[Type::DictKeys, Type::DictItems], &[SET_OPERATORS, SET_REFLECTED, EQUALITY, ORDER, CONTAINMENT]),
    (&[Type::DictKeys, Type::DictItems, Type::DictValues], &[REPR, LENGTH, ITERATION]),
    (&[Type::Range], &[EQUALITY, REPR, LENGTH, ITERATION, CONTAINMENT, READING, REVERSAL]),
    (&[Type::Slice], &[EQUALITY, REPR]),
    (&[Type::Function, Type::NativeFunction, Type::MethodDescriptor, Type::Method], &[CALLING]),
    (&[Type::Function, Type::MethodDescriptor, Type::StaticMethod, Type::ClassMethod], &[BINDING]),
];

/// Types whose values have no hash.
const UNHASHABLE: &[Type] = &[Type::List, Type::Dict, Type::Set, Type::ByteArray, Type::Slice];

pub(super) fn install(vm: &mut Vm) {
    for &(types, tables) in TABLE {
        for &ty in types {
            for methods in tables {
                vm.add_methods(Ref::of(ty), methods);
            }
        }
    }
    for &ty in UNHASHABLE {
        vm.set_class_attr(Ref::of(ty), "__hash__", Value::NONE);
    }
}

fn on_plain(vm: &mut Vm, name: &str, args: &Args<'_>, function: impl FnOnce(&mut Vm, Value) -> Res) -> Res {
    let (receiver, []) = vm.method(name, args)?;
    let plain = vm.plain(receiver);
    function(vm, plain)
}

fn unary(vm: &mut Vm, name: &str, op: UnaryOp, args: &Args<'_>) -> Res {
    on_plain(vm, name, args, |vm, plain| vm.unary(op, plain))
}

fn format(vm: &mut Vm, args: &Args<'_>) -> Res {
    let (receiver, [spec]) = vm.method("__format__", args)?;
    let spec = str_argument(vm, "__format__() argument ", spec)?;
    let plain = vm.plain(receiver);
    let text = vm.format_value(plain, &spec)?;
    Ok(vm.string(text))
}

/// How wide a number type is: a wider receiver takes narrower operands, not the other way round.
fn number_rank(ty: Type) -> Option<u8> {
    match ty {
        Type::Int | Type::Bool => Some(0),
        Type::Float => Some(1),
        Type::Complex => Some(2),
        _ => None,
    }
}

fn is_set_like(ty: Type) -> bool {
    matches!(ty, Type::Set | Type::FrozenSet | Type::DictKeys | Type::DictItems)
}

/// Whether a builtin type knows what to do with another operand; else its method returns `NotImplemented`.
fn accepts(own: Type, other: Type, op: BinOp) -> bool {
    if let Some(rank) = number_rank(own) {
        return number_rank(other).is_some_and(|other| other <= rank);
    }
    match own {
        Type::Dict => other == Type::Dict,
        _ if is_set_like(own) => is_set_like(other),
        // Formatting takes any value; the others complain in their own words.
        _ => op == BinOp::Mod || op == BinOp::Mul || op == BinOp::Add,
    }
}

/// Sequences complain themselves, and never ask the other operand.
fn check_sequence(vm: &mut Vm, own: Type, other: Value, op: BinOp) -> Res<()> {
    let kind = vm.builtin(other);
    let (fits, text) = match (own, op) {
        (Type::Str | Type::List | Type::Tuple, BinOp::Add) => (kind == own, None),
        (Type::Bytes | Type::ByteArray, BinOp::Add) => (matches!(kind, Type::Bytes | Type::ByteArray), None),
        (Type::Str | Type::List | Type::Tuple | Type::Bytes | Type::ByteArray, BinOp::Mul) => {
            let index = number_rank(kind) == Some(0) || vm.special(other, crate::object::sym::INDEX).is_some();
            (index, Some("can't multiply sequence by non-int of type"))
        }
        _ => return Ok(()),
    };
    if fits {
        return Ok(());
    }
    let (own, name) = (own.name(), vm.type_name(other));
    Err(match text {
        Some(text) => vm.type_error(format!("{text} '{name}'")),
        None if own.starts_with("byte") => vm.type_error(format!("can't concat {name} to {own}")),
        None => vm.type_error(format!("can only concatenate {own} (not \"{name}\") to {own}")),
    })
}

fn forward(vm: &mut Vm, name: &str, op: BinOp, args: &Args<'_>) -> Res {
    // `__pow__` takes a modulus as well.
    if let ([receiver, exponent, modulus], true) = (args.pos, name == "__pow__" && args.kw.is_empty()) {
        let [receiver, exponent, modulus] = [*receiver, *exponent, *modulus].map(|value| vm.plain(value));
        return vm.power_mod(receiver, exponent, modulus);
    }
    let (receiver, [other]) = vm.method(name, args)?;
    let (own, kind) = (vm.builtin(receiver), vm.builtin(other));
    if !accepts(own, kind, op) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    check_sequence(vm, own, other, op)?;
    let (receiver, other) = (vm.plain(receiver), vm.plain(other));
    vm.binary(op, receiver, other)
}

fn reflect(vm: &mut Vm, name: &str, op: BinOp, args: &Args<'_>) -> Res {
    let (receiver, [other]) = vm.method(name, args)?;
    let (own, kind) = (vm.builtin(receiver), vm.builtin(other));
    if !accepts(own, kind, op) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    check_sequence(vm, own, other, op)?;
    let (receiver, other) = (vm.plain(receiver), vm.plain(other));
    vm.binary(op, other, receiver)
}

/// Changes the builtin value inside the receiver; the receiver stays what it is.
fn update(vm: &mut Vm, name: &str, op: BinOp, args: &Args<'_>) -> Res {
    let (receiver, [other]) = vm.method(name, args)?;
    let (own, kind) = (vm.builtin(receiver), vm.builtin(other));
    let any_iterable = matches!((own, op), (Type::List, BinOp::Add) | (Type::Dict, BinOp::Or));
    if !any_iterable {
        if !accepts(own, kind, op) {
            return Ok(Value::NOT_IMPLEMENTED);
        }
        check_sequence(vm, own, other, op)?;
    }
    let (plain, other) = (vm.plain(receiver), vm.plain(other));
    vm.inplace(op, plain, other)?;
    Ok(receiver)
}

fn divide(vm: &mut Vm, name: &str, args: &Args<'_>, reflected: bool) -> Res {
    let (receiver, [other]) = vm.method(name, args)?;
    if !accepts(vm.builtin(receiver), vm.builtin(other), BinOp::FloorDiv) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (receiver, other) = (vm.plain(receiver), vm.plain(other));
    if reflected { vm.divmod(other, receiver) } else { vm.divmod(receiver, other) }
}

fn compare(vm: &mut Vm, name: &str, op: CmpOp, args: &Args<'_>) -> Res {
    let (receiver, [other]) = vm.method(name, args)?;
    let (own, kind) = (vm.builtin(receiver), vm.builtin(other));
    let comparable = match (number_rank(own), number_rank(kind)) {
        (Some(own), Some(kind)) => kind <= own,
        (None, None) => own == kind || (is_set_like(own) && is_set_like(kind)),
        _ => false,
    };
    let equality = matches!(op, CmpOp::Eq | CmpOp::Ne);
    if !comparable
        || matches!(vm.heap.object(vm.plain(other)), Some(Object::Instance(_)))
        || (own == Type::Complex && !equality)
    {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (receiver, other) = (vm.plain(receiver), vm.plain(other));
    vm.compare(op, receiver, other)
}
