//! What the files of this folder share: arguments of methods, receivers, wrapping for subclasses.

use crate::text::slice::amount;
use std::sync::Arc;

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

use crate::error::{Halt, Res, Unwind};
use crate::object::{Args, Descriptor, NativeFn, Object, Payload, Sym, Type, sym};
use crate::text::slice::{self, SliceRange};
use crate::value::{Ref, Value};
use crate::vm::Vm;

/// How many turns a native loop makes between two looks at the limits.
pub(super) const TICK_EVERY: usize = 4096;

/// A builtin value for the class that was asked for: itself, or wrapped for a subclass.
pub(super) fn wrap(vm: &mut Vm, class: Ref, ty: Type, plain: Value) -> Value {
    if class == Ref::of(ty) { plain } else { vm.new_instance(class, Payload::Value(plain)) }
}

/// Whether a class brings an `__init__` of its own, so that the arguments are not for the builtin type.
pub(super) fn has_own_init(vm: &mut Vm, class: Ref, ty: Type) -> bool {
    class != Ref::of(ty) && vm.lookup(class, sym::INIT) != vm.lookup(Ref::of(ty), sym::INIT)
}

/// Like `Vm::between` without counting the receiver.
pub(super) fn method_between<'a>(
    vm: &mut Vm,
    name: &str,
    args: &Args<'a>,
    min: usize,
    max: usize,
) -> Res<(Value, &'a [Value])> {
    let (receiver, rest) = vm.split_receiver(name, args)?;
    Ok((receiver, vm.between(name, &rest, min, max)?))
}

/// The same in the words of older methods: "find() takes at least 1 argument (0 given)".
pub(super) fn method_arguments<'a>(
    vm: &mut Vm,
    name: &str,
    args: &Args<'a>,
    min: usize,
    max: usize,
) -> Res<(Value, &'a [Value])> {
    let (receiver, rest) = vm.split_receiver(name, args)?;
    vm.no_keywords(name, &rest)?;
    let given = rest.pos.len();
    let (amount, bound) = match given {
        _ if given < min => ("at least", min),
        _ if given > max => ("at most", max),
        _ => return Ok((receiver, rest.pos)),
    };
    let plural = if bound == 1 { "" } else { "s" };
    Err(vm.type_error(format!("{name}() takes {amount} {bound} argument{plural} ({given} given)")))
}

/// "descriptor 'upper' for 'str' objects doesn't apply to a 'int' object"
pub(super) fn wrong_receiver(vm: &mut Vm, ty: Type, fname: &str, receiver: Value) -> Unwind {
    let name = fname.rsplit('.').next().unwrap_or(fname);
    let (ty, actual) = (ty.name(), vm.type_name(receiver));
    vm.type_error(format!("descriptor '{name}' for '{ty}' objects doesn't apply to a '{actual}' object"))
}

/// The list behind a receiver.
pub(super) fn list_receiver(vm: &mut Vm, fname: &str, receiver: Value) -> Res<Ref> {
    match vm.plain(receiver).as_ref() {
        Some(r) if matches!(vm.heap.get(r), Object::List(_)) => Ok(r),
        _ => Err(wrong_receiver(vm, Type::List, fname, receiver)),
    }
}

/// For the arm that a check just before has ruled out: raising would need the machine, which is borrowed there.
pub(super) fn changed_type() -> Unwind {
    Unwind::Halt(Halt::Limit("an object changed its type; please report this program".to_owned()))
}

/// The items of a list for writing.
pub(super) fn list_mut(vm: &mut Vm, list: Ref) -> Res<&mut Vec<Value>> {
    if !matches!(vm.heap.get(list), Object::List(_)) {
        return Err(vm.type_error("expected a list"));
    }
    match vm.heap.get_mut(list)? {
        Object::List(items) => Ok(items),
        _ => Err(changed_type()),
    }
}

pub(super) fn dict_receiver(vm: &mut Vm, fname: &str, receiver: Value) -> Res<Ref> {
    match vm.dict_ref(receiver) {
        Some(dict) => Ok(dict),
        None => Err(wrong_receiver(vm, Type::Dict, fname, receiver)),
    }
}

pub(super) fn str_receiver(vm: &mut Vm, fname: &str, receiver: Value) -> Res<Arc<str>> {
    match vm.as_arc_str(receiver) {
        Some(text) => Ok(text),
        None => Err(wrong_receiver(vm, Type::Str, fname, receiver)),
    }
}

/// An argument that must be text: "replace() argument 1 must be str, not int".
pub(super) fn str_argument(vm: &mut Vm, before: &str, value: Value) -> Res<Arc<str>> {
    match vm.as_arc_str(value) {
        Some(text) => Ok(text),
        None => {
            let short = value.is_none() && !before.is_empty();
            let name = if short { "None".into() } else { vm.type_name(value) };
            Err(vm.type_error(format!("{before}must be str, not {name}")))
        }
    }
}

/// A number cut down to 64 bits.
pub(super) fn saturate(n: &BigInt) -> i64 {
    n.to_i64().unwrap_or(if n.sign() == Sign::Minus { i64::MIN } else { i64::MAX })
}

/// A bound of a slice: `None`, or an integer cut down to 64 bits.
pub(super) fn slice_bound(vm: &mut Vm, value: Value) -> Res<Option<i64>> {
    if value.is_none() {
        return Ok(None);
    }
    if let Some(i) = vm.as_i64(value) {
        return Ok(Some(i));
    }
    if vm.as_big(value).is_none() && vm.special(value, sym::INDEX).is_none() {
        return Err(vm.type_error("slice indices must be integers or None or have an __index__ method"));
    }
    let n = vm.to_big_index(value)?;
    Ok(Some(saturate(&n)))
}

/// The optional `start, end` of search methods against a length; `None` when the start is beyond the end.
pub(super) fn search_range(vm: &mut Vm, bounds: &[Value], length: usize) -> Res<Option<(usize, usize)>> {
    let start = bounds.first().map_or(Ok(None), |&v| slice_bound(vm, v))?;
    let end = bounds.get(1).map_or(Ok(None), |&v| slice_bound(vm, v))?;
    if start.is_some_and(|start| start > i64::try_from(length).unwrap_or(i64::MAX)) {
        return Ok(None);
    }
    let SliceRange { start, stop, .. } = slice::resolve(start, end, None, length).map_err(|e| vm.from_text(e))?;
    let (start, stop) = (amount(start), amount(stop));
    Ok((start <= stop).then_some((start, stop)))
}

/// An integer from a Python hash or count that lies in 64 unsigned bits.
pub(super) fn hash_value(vm: &mut Vm, hash: u64) -> Value {
    vm.int(hash as i64)
}

/// The keyword arguments that were given, by name, for functions that take any.
pub(super) fn keyword(args: &Args<'_>, name: Sym) -> Option<Value> {
    args.kw.iter().find(|(key, _)| *key == name).map(|&(_, value)| value)
}

/// Installs functions that get the class as their first argument.
pub(super) fn add_class_methods(vm: &mut Vm, class: Ref, methods: &[(&'static str, NativeFn)]) {
    for &(name, function) in methods {
        let function = vm.native_fn(name, function);
        let value = vm.alloc(Object::Descriptor(Box::new(Descriptor::ClassMethod(function))));
        vm.set_class_attr(class, name, value);
    }
}

/// Installs functions that get no receiver.
pub(super) fn add_static_methods(vm: &mut Vm, class: Ref, methods: &[(&'static str, NativeFn)]) {
    for &(name, function) in methods {
        let function = vm.native_fn(name, function);
        let value = vm.alloc(Object::Descriptor(Box::new(Descriptor::StaticMethod(function))));
        vm.set_class_attr(class, name, value);
    }
}

/// The class in the first argument of a class method.
pub(super) fn class_argument<'a>(vm: &mut Vm, fname: &str, args: &Args<'a>) -> Res<(Ref, Args<'a>)> {
    let (class, rest) = vm.split_receiver(fname, args)?;
    match vm.as_class(class) {
        Some(class) => Ok((class, rest)),
        None => Err(vm.type_error(format!("{fname}() needs a class"))),
    }
}
