//! Makes values, and looks into them.

use std::rc::Rc;
use std::sync::Arc;

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::Vm;
use crate::code::{Code, Const};
use crate::error::Res;
use crate::object::{
    BoundMethod, Class, CodeInstance, Dict, Instance, Iter, Native, NativeFn, NativeFunction, NativeIter, Object,
    Payload, SetTable, SiteCache, StrObject, Type, Wide, sym,
};
use crate::value::{Ref, Unpacked, Value};

/// The slot of a global that was not looked up yet.
pub(super) const NO_SLOT: u32 = u32::MAX;

impl Vm {
    pub fn str(&mut self, text: &str) -> Value {
        self.alloc(Object::Str(StrObject::from(text)))
    }

    pub fn string(&mut self, text: String) -> Value {
        self.str(&text)
    }

    pub fn shared_str(&mut self, text: Arc<str>) -> Value {
        self.alloc(Object::Str(StrObject::new(text)))
    }

    #[inline]
    pub fn int(&mut self, i: i64) -> Value {
        Value::small_int(i).unwrap_or_else(|| self.alloc(Object::Wide(Wide::new(i128::from(i)))))
    }

    /// An integer of up to 128 bits.
    #[inline]
    pub fn wide(&mut self, n: i128) -> Value {
        match i64::try_from(n).ok().and_then(Value::small_int) {
            Some(value) => value,
            None => self.alloc(Object::Wide(Wide::new(n))),
        }
    }

    pub fn usize(&mut self, n: usize) -> Value {
        match i64::try_from(n) {
            Ok(i) => self.int(i),
            Err(_) => self.big(BigInt::from(n)),
        }
    }

    /// An integer of any size, in its smallest form.
    pub fn big(&mut self, n: BigInt) -> Value {
        match n.to_i128() {
            Some(i) => self.wide(i),
            None => self.alloc(Object::Big(Box::new(n))),
        }
    }

    pub fn list(&mut self, items: Vec<Value>) -> Value {
        self.alloc(Object::List(items))
    }

    pub fn tuple(&mut self, items: Vec<Value>) -> Value {
        self.alloc(Object::Tuple(items.into()))
    }

    pub fn bytes(&mut self, bytes: Vec<u8>) -> Value {
        self.alloc(Object::Bytes(bytes.into()))
    }

    pub fn complex(&mut self, re: f64, im: f64) -> Value {
        self.alloc(Object::Complex(re, im))
    }

    pub fn slice(&mut self, start: Value, stop: Value, step: Value) -> Value {
        self.alloc(Object::Slice(Box::new([start, stop, step])))
    }

    /// A new object as a reference.
    pub fn alloc_ref(&mut self, object: Object) -> Ref {
        let value = self.alloc(object);
        value.as_ref().unwrap_or(Ref::of(Type::Object))
    }

    pub fn new_dict(&mut self) -> Ref {
        self.alloc_ref(Object::Dict(Box::<Dict>::default()))
    }

    pub fn new_set(&mut self, frozen: bool) -> Ref {
        let table = Box::<SetTable>::default();
        self.alloc_ref(if frozen { Object::FrozenSet(table) } else { Object::Set(table) })
    }

    pub fn iterator(&mut self, iter: Iter) -> Value {
        self.alloc(Object::Iter(Box::new(iter)))
    }

    pub fn native_iter(&mut self, iter: Box<dyn NativeIter>) -> Value {
        self.iterator(Iter::Native(Some(iter)))
    }

    pub fn native_fn(&mut self, name: &str, function: NativeFn) -> Value {
        self.native_closure(name, function, Value::NONE)
    }

    /// A native function that finds `data` in `Vm::native_data`.
    pub fn native_closure(&mut self, name: &str, function: NativeFn, data: Value) -> Value {
        let native = NativeFunction { name: name.into(), function, method_of: None, data, module: None, doc: None };
        self.alloc(Object::NativeFunction(Box::new(native)))
    }

    pub fn bound(&mut self, receiver: Value, function: Value) -> Value {
        self.alloc(Object::BoundMethod(BoundMethod { receiver, function }))
    }

    pub fn new_instance(&mut self, class: Ref, payload: Payload) -> Value {
        let shape = self.class_ref(class).root_shape;
        self.alloc(Object::Instance(Box::new(Instance { class, shape, slots: Vec::new(), payload })))
    }

    /// The builtin value behind an instance of a subclass of a builtin type; else the value itself.
    #[inline]
    #[must_use]
    pub fn plain(&self, value: Value) -> Value {
        match self.heap.object(value) {
            Some(Object::Instance(instance)) => match instance.payload {
                Payload::Value(inner) => inner,
                _ => value,
            },
            _ => value,
        }
    }

    #[must_use]
    pub fn as_str(&self, value: Value) -> Option<&str> {
        match self.heap.object(self.plain(value))? {
            Object::Str(s) => Some(s.as_str()),
            _ => None,
        }
    }

    #[must_use]
    pub fn as_arc_str(&self, value: Value) -> Option<Arc<str>> {
        match self.heap.object(self.plain(value))? {
            Object::Str(s) => Some(s.shared()),
            _ => None,
        }
    }

    /// An `int` or `bool` that fits 64 bits.
    #[must_use]
    pub fn as_i64(&self, value: Value) -> Option<i64> {
        match value.unpack() {
            Unpacked::Int(i) => Some(i),
            Unpacked::Bool(b) => Some(i64::from(b)),
            Unpacked::Ref(_) => match self.heap.object(self.plain(value))? {
                Object::Wide(n) => n.as_i64(),
                Object::Instance(_) => None,
                _ => self.plain(value).as_small_int(),
            },
            _ => None,
        }
        .or_else(|| {
            let plain = self.plain(value);
            if plain == value { None } else { self.as_i64(plain) }
        })
    }

    /// An `int` or `bool` of any size.
    #[must_use]
    pub fn as_big(&self, value: Value) -> Option<BigInt> {
        let value = self.plain(value);
        match self.heap.object(value) {
            Some(Object::Big(n)) => Some((**n).clone()),
            Some(Object::Wide(n)) => Some(BigInt::from(n.get())),
            _ => self.as_i64(value).map(BigInt::from),
        }
    }

    /// A `float`.
    #[must_use]
    pub fn as_f64_exact(&self, value: Value) -> Option<f64> {
        self.plain(value).as_float()
    }

    #[must_use]
    pub fn list_items(&self, value: Value) -> Option<&[Value]> {
        match self.heap.object(self.plain(value))? {
            Object::List(items) => Some(items),
            _ => None,
        }
    }

    #[must_use]
    pub fn tuple_items(&self, value: Value) -> Option<&[Value]> {
        match self.heap.object(self.plain(value))? {
            Object::Tuple(items) => Some(items),
            _ => None,
        }
    }

    /// The dict behind a value.
    #[must_use]
    pub fn dict_ref(&self, value: Value) -> Option<Ref> {
        let r = self.plain(value).as_ref()?;
        matches!(self.heap.get(r), Object::Dict(_)).then_some(r)
    }

    /// The set or frozenset behind a value.
    #[must_use]
    pub fn set_ref(&self, value: Value) -> Option<Ref> {
        let r = self.plain(value).as_ref()?;
        matches!(self.heap.get(r), Object::Set(_) | Object::FrozenSet(_)).then_some(r)
    }

    /// The class of a value.
    #[must_use]
    pub fn type_of(&self, value: Value) -> Ref {
        let ty = match value.unpack() {
            Unpacked::Float(_) => Type::Float,
            Unpacked::Int(_) => Type::Int,
            Unpacked::Bool(_) => Type::Bool,
            Unpacked::None | Unpacked::Unbound => Type::NoneType,
            Unpacked::NotImplemented => Type::NotImplementedType,
            Unpacked::Ellipsis => Type::Ellipsis,
            Unpacked::Ref(r) => return self.class_of_object(r),
        };
        Ref::of(ty)
    }

    fn class_of_object(&self, r: Ref) -> Ref {
        use crate::object::{Descriptor, DictViewKind};
        let ty = match self.heap.get(r) {
            Object::Instance(instance) => return instance.class,
            Object::Free(_) => {
                debug_assert!(false, "a freed object is used");
                Type::Object
            }
            Object::Str(_) => Type::Str,
            Object::Wide(_) | Object::Big(_) => Type::Int,
            Object::Complex(..) => Type::Complex,
            Object::Bytes(_) => Type::Bytes,
            Object::ByteArray(_) => Type::ByteArray,
            Object::List(_) => Type::List,
            Object::Tuple(_) => Type::Tuple,
            Object::Dict(_) => Type::Dict,
            Object::Set(_) => Type::Set,
            Object::FrozenSet(_) => Type::FrozenSet,
            Object::Slice(_) => Type::Slice,
            Object::Range(_) => Type::Range,
            Object::Cell(_) => Type::Cell,
            Object::Function(_) => Type::Function,
            Object::NativeFunction(f) if f.method_of.is_some() => Type::MethodDescriptor,
            Object::NativeFunction(_) => Type::NativeFunction,
            Object::BoundMethod(method) => match self.heap.object(method.function) {
                Some(Object::NativeFunction(_)) => Type::NativeFunction,
                _ => Type::Method,
            },
            Object::Descriptor(descriptor) => match **descriptor {
                Descriptor::Property { .. } => Type::Property,
                Descriptor::StaticMethod(_) => Type::StaticMethod,
                Descriptor::ClassMethod(_) => Type::ClassMethod,
            },
            Object::Class(class) => return class.meta,
            Object::Module(_) => Type::Module,
            Object::Iter(iter) => {
                if let Iter::Native(Some(native)) = &**iter
                    && let Some(class) = self.known_class(native.type_name())
                {
                    return class;
                }
                Self::iter_type(iter)
            }
            Object::Generator(_) => Type::Generator,
            Object::DictView(kind, _) => match kind {
                DictViewKind::Keys => Type::DictKeys,
                DictViewKind::Values => Type::DictValues,
                DictViewKind::Items => Type::DictItems,
            },
            Object::Super(..) => Type::Super,
        };
        Ref::of(ty)
    }

    fn iter_type(iter: &Iter) -> Type {
        use crate::object::DictViewKind;
        match iter {
            Iter::Exhausted(ty) => *ty,
            Iter::List { .. } => Type::ListIterator,
            Iter::Tuple { .. } => Type::TupleIterator,
            Iter::Str { .. } => Type::StrIterator,
            Iter::Range { .. } => Type::RangeIterator,
            Iter::Dict { kind, .. } | Iter::DictReversed { kind, .. } => match kind {
                DictViewKind::Keys => Type::DictKeyIterator,
                DictViewKind::Values => Type::DictValueIterator,
                DictViewKind::Items => Type::DictItemIterator,
            },
            Iter::Set { .. } => Type::SetIterator,
            Iter::ReversedList { .. } | Iter::ReversedSequence { .. } => Type::Reversed,
            Iter::Callable { .. } => Type::CallableIterator,
            Iter::Map { .. } => Type::Map,
            Iter::Filter { .. } => Type::Filter,
            Iter::Zip { .. } => Type::Zip,
            Iter::Enumerate { .. } => Type::Enumerate,
            Iter::Bytes { .. } | Iter::Sequence { .. } | Iter::Native(_) => Type::Iterator,
        }
    }

    /// The class at a reference that is known to be one.
    ///
    /// # Panics
    /// When it is not: references of classes are only made by the machine itself.
    #[must_use]
    pub fn class_ref(&self, class: Ref) -> &Class {
        match self.heap.get(class) {
            Object::Class(class) => class,
            other => panic!("not a class: {other:?}"),
        }
    }

    /// The class, when the value is one.
    #[must_use]
    pub fn as_class(&self, value: Value) -> Option<Ref> {
        let r = value.as_ref()?;
        matches!(self.heap.get(r), Object::Class(_)).then_some(r)
    }

    /// The builtin type whose data a value carries: `list` for a subclass of list as well.
    #[must_use]
    pub fn builtin(&self, value: Value) -> Type {
        self.class_ref(self.type_of(value)).layout
    }

    /// Whether `class` is `of` or derives from it.
    #[must_use]
    pub fn is_subclass(&self, class: Ref, of: Ref) -> bool {
        class == of || self.class_ref(class).mro.contains(&of)
    }

    /// `isinstance` without `__instancecheck__`.
    #[must_use]
    pub fn is_instance(&self, value: Value, class: Ref) -> bool {
        self.is_subclass(self.type_of(value), class)
    }

    #[must_use]
    pub fn is_type(&self, value: Value, ty: Type) -> bool {
        self.is_instance(value, Ref::of(ty))
    }

    /// The data of a native class in an instance.
    #[must_use]
    pub fn payload<T: Native>(&self, value: Value) -> Option<&T> {
        match self.heap.object(value)? {
            Object::Instance(instance) => match &instance.payload {
                Payload::Native(native) => native.as_any().downcast_ref(),
                _ => None,
            },
            _ => None,
        }
    }

    /// The same for writing what the program can see.
    ///
    /// # Errors
    /// `Halt::SharedWrite` when a task captured the object.
    pub fn payload_mut<T: Native>(&mut self, value: Value) -> Res<Option<&mut T>> {
        let Some(r) = value.as_ref() else { return Ok(None) };
        match self.heap.get_mut(r)? {
            Object::Instance(instance) => match &mut instance.payload {
                Payload::Native(native) => Ok(native.as_any_mut().downcast_mut()),
                _ => Ok(None),
            },
            _ => Ok(None),
        }
    }

    /// `__index__` as 64 bits.
    ///
    /// # Errors
    /// `TypeError` when the value is no integer, `OverflowError` beyond 64 bits.
    pub fn to_index(&mut self, value: Value) -> Res<i64> {
        if let Some(i) = self.as_i64(value) {
            return Ok(i);
        }
        let n = self.to_big_index(value)?;
        n.to_i64().ok_or_else(|| {
            let name = self.type_name(value);
            self.error(Type::OverflowError, format!("cannot fit '{name}' into an index-sized integer"))
        })
    }

    /// `__index__`
    ///
    /// # Errors
    /// `TypeError` when the value is no integer.
    pub fn to_big_index(&mut self, value: Value) -> Res<BigInt> {
        if let Some(n) = self.as_big(value) {
            return Ok(n);
        }
        if let Some(result) = self.call_special(value, sym::INDEX, &[]) {
            let result = result?;
            if let Some(n) = self.as_big(result) {
                return Ok(n);
            }
            let name = self.type_name(result);
            return Err(self.type_error(format!("__index__ returned non-int (type {name})")));
        }
        let name = self.type_name(value);
        Err(self.type_error(format!("'{name}' object cannot be interpreted as an integer")))
    }

    /// A real number as float.
    ///
    /// # Errors
    /// `TypeError` when it is none, `OverflowError` when an integer is too large.
    pub fn to_f64(&mut self, value: Value) -> Res<f64> {
        if let Some(f) = self.as_f64_exact(value) {
            return Ok(f);
        }
        if let Some(i) = self.as_i64(value) {
            return Ok(i as f64);
        }
        if let Some(n) = self.as_big(value) {
            return crate::text::float_ops::int_to_float(&n).map_err(|e| self.from_text(e));
        }
        if let Some(result) = self.call_special(value, sym::FLOAT, &[]) {
            let result = result?;
            return match self.as_f64_exact(result) {
                Some(f) => Ok(f),
                None => {
                    let (owner, name) = (self.type_name(value), self.type_name(result));
                    Err(self.type_error(format!("{owner}.__float__ returned non-float (type {name})")))
                }
            };
        }
        if self.special(value, sym::INDEX).is_some() {
            let n = self.to_big_index(value)?;
            return crate::text::float_ops::int_to_float(&n).map_err(|e| self.from_text(e));
        }
        let name = self.type_name(value);
        Err(self.type_error(format!("must be real number, not {name}")))
    }

    /// A constant of a code as a value.
    pub(super) fn constant(&mut self, constant: &Const) -> Value {
        match constant {
            Const::None => Value::NONE,
            Const::Ellipsis => Value::ELLIPSIS,
            Const::Bool(b) => Value::bool(*b),
            Const::Int(i) => self.int(*i),
            Const::Big(n) => self.big(n.clone()),
            Const::Float(f) => Value::float(*f),
            Const::Complex(re, im) => self.complex(*re, *im),
            Const::Str(text) => match self.names.find(text) {
                Some(sym) => self.symbol_text(sym),
                None => self.shared_str(text.clone()),
            },
            Const::Bytes(bytes) => self.alloc(Object::Bytes(bytes.clone())),
            Const::Tuple(items) => {
                let items: Vec<Value> = items.iter().map(|item| self.constant(item)).collect();
                self.tuple(items)
            }
            Const::FrozenSet(items) => {
                let mut items: Vec<Value> = items.iter().map(|item| self.constant(item)).collect();
                // CPython's compiler makes the set, and makes it again from that: it shows in the order.
                let first = self.constant_set(&items);
                items = self.set_items(first);
                Value::object(self.constant_set(&items))
            }
        }
    }

    fn constant_set(&mut self, items: &[Value]) -> Ref {
        let set = self.new_set(true);
        for &item in items {
            // Constants are hashable and their comparison cannot fail.
            let _ = self.set_add(set, item);
        }
        set
    }

    pub(super) fn make_instance(&mut self, id: u32, code: &Arc<Code>, module: Ref) -> CodeInstance {
        let mark = self.kept();
        let names = code.names.iter().map(|name| self.names.intern(name)).collect();
        let site_names: Box<[_]> = code.sites.iter().map(|name| self.names.intern(name)).collect();
        let keywords = code.keywords.iter().map(|set| set.iter().map(|k| self.names.intern(k)).collect()).collect();
        let signature = &code.signature;
        let parameters = signature
            .names
            .iter()
            .chain(signature.star.iter())
            .chain(signature.star_star.iter())
            .map(|name| self.names.intern(name))
            .collect();
        let consts: Box<[Value]> = code.consts.iter().map(|constant| self.constant(constant)).collect();
        let instance = CodeInstance {
            id,
            simple_args: CodeInstance::simple_args_of(code),
            registers: u32::from(code.registers),
            code: code.clone(),
            consts,
            site_caches: site_names.iter().map(|_| std::cell::Cell::new(SiteCache::Empty)).collect(),
            site_names,
            global_slots: code.names.iter().map(|_| std::cell::Cell::new((NO_SLOT, NO_SLOT))).collect(),
            names,
            keywords,
            parameters,
            module: std::cell::Cell::new(module),
        };
        self.temps.truncate(mark);
        instance
    }

    /// Whether a value is a Python function.
    #[must_use]
    pub fn function_code(&self, value: Value) -> Option<&Rc<CodeInstance>> {
        match self.heap.object(value)? {
            Object::Function(function) => Some(&function.code),
            _ => None,
        }
    }
}
