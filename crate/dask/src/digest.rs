//! Reads the content of values, so that equal content gives equal tokens.

use std::fmt::Write;

use rustc_hash::FxHashMap;
use taskyard_python::error::Res;
use taskyard_python::object::{Object, Payload};
use taskyard_python::value::{Ref, Unpacked, Value};
use taskyard_python::vm::Vm;

use crate::collection::collection_of;
use crate::hash::Hash128;
use crate::token::unique_number;

/// What a digest is about; the numbers are part of the tokens.
#[derive(Clone, Copy)]
enum Kind {
    Constant = 16,
    Int,
    Float,
    Str,
    Bytes,
    Complex,
    Sequence,
    Mapping,
    Set,
    Range,
    Function,
    Native,
    Bound,
    Class,
    Instance,
    Module,
    Collection,
    Ring,
    Unknown,
    Array,
}

/// The digest of several values in order.
///
/// # Errors
/// What `__dask_tokenize__` raises; `RecursionError` for deep content.
pub(crate) fn digest_all(vm: &mut Vm, values: &[Value]) -> Res<u128> {
    Reader::default().sequence(vm, 0, values)
}

#[derive(Default)]
struct Reader {
    /// Objects being read, outermost first, against rings.
    path: Vec<Ref>,
    /// Functions and classes that were read before.
    known: FxHashMap<Ref, u128>,
}

fn start(kind: Kind) -> Hash128 {
    Hash128::new(kind as u64)
}

impl Reader {
    fn value(&mut self, vm: &mut Vm, value: Value) -> Res<u128> {
        let mut hash = match value.unpack() {
            Unpacked::Int(i) => {
                let mut hash = start(Kind::Int);
                hash.word(i as u64);
                hash
            }
            Unpacked::Float(f) => {
                let mut hash = start(Kind::Float);
                hash.word(f.to_bits());
                hash
            }
            Unpacked::Ref(r) => return self.object(vm, r, value),
            _ => start(Kind::Constant),
        };
        if !matches!(value.unpack(), Unpacked::Int(_) | Unpacked::Float(_)) {
            hash.word(value.identity());
        }
        Ok(hash.finish())
    }

    fn object(&mut self, vm: &mut Vm, r: Ref, value: Value) -> Res<u128> {
        if let Some(&known) = self.known.get(&r) {
            return Ok(known);
        }
        if let Some(place) = self.path.iter().rposition(|&open| open == r) {
            let mut hash = start(Kind::Ring);
            hash.word((self.path.len() - place) as u64);
            return Ok(hash.finish());
        }
        vm.enter()?;
        self.path.push(r);
        let result = self.content(vm, r, value);
        self.path.pop();
        vm.leave();
        if let (Ok(digest), Object::Function(_) | Object::Class(_)) = (&result, vm.heap.get(r)) {
            self.known.insert(r, *digest);
        }
        result
    }

    fn content(&mut self, vm: &mut Vm, r: Ref, value: Value) -> Res<u128> {
        if let Some(hash) = plain_content(vm.heap.get(r)) {
            return Ok(hash.finish());
        }
        let mut hash;
        match vm.heap.get(r) {
            Object::List(items) => {
                let items = items.clone();
                return self.sequence(vm, 1, &items);
            }
            Object::Tuple(items) => {
                let items = items.to_vec();
                return self.sequence(vm, 2, &items);
            }
            Object::Slice(parts) => {
                let parts = **parts;
                return self.sequence(vm, 3, &parts);
            }
            Object::Cell(inner) => {
                let inner = [*inner];
                return self.sequence(vm, 4, &inner);
            }
            Object::Dict(_) => {
                let pairs = vm.dict_items(r);
                return self.mapping(vm, pairs);
            }
            Object::Set(_) | Object::FrozenSet(_) => {
                let items = vm.set_items(r);
                let mut digests = self.each(vm, &items)?;
                digests.sort_unstable();
                hash = start(Kind::Set);
                digests.into_iter().for_each(|digest| hash.wide(digest));
            }
            Object::Function(_) => return self.function(vm, r),
            Object::NativeFunction(native) => {
                hash = start(Kind::Native);
                hash.text(&native.name);
                hash.text(native.module.as_deref().unwrap_or_default());
                let bound = [native.data, native.method_of.map_or(Value::NONE, Value::object)];
                hash.wide(self.sequence(vm, 0, &bound)?);
            }
            Object::BoundMethod(method) => {
                let parts = [method.receiver, method.function];
                hash = start(Kind::Bound);
                hash.wide(self.sequence(vm, 0, &parts)?);
            }
            Object::Class(class) => {
                hash = start(Kind::Class);
                hash.text(&class.module);
                hash.text(&class.qualname);
                if !class.builtin {
                    hash.word(vm.origins.number(r));
                }
            }
            Object::Module(_) => {
                hash = start(Kind::Module);
                hash.text(&vm.module_name(r));
            }
            Object::Instance(_) => return self.instance(vm, r, value),
            _ => return Ok(self.unknown(vm)),
        }
        Ok(hash.finish())
    }

    fn each(&mut self, vm: &mut Vm, items: &[Value]) -> Res<Vec<u128>> {
        items.iter().map(|&item| self.value(vm, item)).collect()
    }

    fn sequence(&mut self, vm: &mut Vm, kind: u64, items: &[Value]) -> Res<u128> {
        let mut hash = start(Kind::Sequence);
        hash.word(kind);
        hash.word(items.len() as u64);
        for &item in items {
            hash.wide(self.value(vm, item)?);
        }
        Ok(hash.finish())
    }

    /// Dicts are equal whatever their order.
    fn mapping(&mut self, vm: &mut Vm, pairs: Vec<(Value, Value)>) -> Res<u128> {
        let mut digests = Vec::with_capacity(pairs.len());
        for (key, value) in pairs {
            digests.push((self.value(vm, key)?, self.value(vm, value)?));
        }
        digests.sort_unstable();
        let mut hash = start(Kind::Mapping);
        for (key, value) in digests {
            hash.wide(key);
            hash.wide(value);
        }
        Ok(hash.finish())
    }

    /// A function is its place in the source and what it captured.
    fn function(&mut self, vm: &mut Vm, r: Ref) -> Res<u128> {
        let Object::Function(function) = vm.heap.get(r) else { return Ok(self.unknown(vm)) };
        let code = function.code.code.clone();
        let (module, qualname) = (function.module, function.qualname.clone());
        let mut captured = function.defaults.clone();
        captured.extend(function.keyword_defaults.iter().map(|(_, value)| *value));
        captured.extend(function.closure.iter().copied());
        if let Object::Module(namespace) = vm.heap.get(module) {
            let globals = code.globals_used.iter().filter_map(|name| vm.names.find(name));
            captured.extend(globals.filter_map(|name| namespace.get(name)));
        }
        let mut hash = start(Kind::Function);
        hash.text(&qualname);
        hash.text(&code.source.name);
        hash.word(u64::from(code.span.start) << 32 | u64::from(code.span.end));
        hash.wide(self.sequence(vm, 0, &captured)?);
        Ok(hash.finish())
    }

    fn instance(&mut self, vm: &mut Vm, r: Ref, value: Value) -> Res<u128> {
        if let Some(collection) = collection_of(vm, value) {
            let mut hash = start(Kind::Collection);
            hash.text(&collection.name.repr());
            return Ok(hash.finish());
        }
        let hook = vm.names.intern("__dask_tokenize__");
        if let Some(own) = vm.call_special(value, hook, &[]) {
            let own = own?;
            return self.value(vm, own);
        }
        if let Some(array) = crate::numpy::make::read_array(vm, value) {
            // Views with the same elements are equal.
            let mut hash = start(Kind::Array);
            return Ok(write!(hash, "{array:?}").map_or(0, |()| hash.finish()));
        }
        let Object::Instance(instance) = vm.heap.get(r) else { return Ok(self.unknown(vm)) };
        let (class, shape, slots) = (instance.class, instance.shape, instance.slots.clone());
        let mut children = Vec::new();
        let mut hash = start(Kind::Instance);
        match &instance.payload {
            Payload::None => {}
            Payload::Value(inner) => children.push(*inner),
            Payload::Exception(data) => children.push(data.args),
            Payload::Native(native) => match native.portable(&mut children) {
                // Hashing cannot fail.
                Some(data) => write!(hash, "{data:?}").unwrap_or_default(),
                None => return Ok(self.unknown(vm)),
            },
        }
        let names: Vec<_> = vm.shapes.names(shape).iter().map(|&name| vm.names.text(name).clone()).collect();
        hash.wide(self.value(vm, Value::object(class))?);
        names.iter().for_each(|name| hash.text(name));
        hash.wide(self.sequence(vm, 0, &slots)?);
        hash.wide(self.sequence(vm, 1, &children)?);
        Ok(hash.finish())
    }

    /// Generators and the like: never equal to anything.
    fn unknown(&mut self, vm: &mut Vm) -> u128 {
        let mut hash = start(Kind::Unknown);
        hash.wide(unique_number(vm));
        hash.finish()
    }
}

/// The content of an object that holds no others.
fn plain_content(object: &Object) -> Option<Hash128> {
    let mut hash;
    match object {
        Object::Str(text) => {
            hash = start(Kind::Str);
            hash.text(text.as_str());
        }
        Object::Wide(n) => {
            hash = start(Kind::Int);
            match n.as_i64() {
                Some(i) => hash.word(i as u64),
                None => hash.bytes(&n.get().to_le_bytes()),
            }
        }
        Object::Big(n) => {
            hash = start(Kind::Int);
            hash.bytes(&n.to_signed_bytes_le());
        }
        Object::Complex(re, im) => {
            hash = start(Kind::Complex);
            hash.word(re.to_bits());
            hash.word(im.to_bits());
        }
        Object::Bytes(bytes) => {
            hash = start(Kind::Bytes);
            hash.bytes(bytes);
        }
        Object::ByteArray(bytes) => {
            hash = start(Kind::Bytes);
            hash.word(1);
            hash.bytes(bytes);
        }
        Object::Range(range) => {
            hash = start(Kind::Range);
            [range.start, range.stop, range.step].into_iter().for_each(|n| hash.word(n as u64));
        }
        _ => return None,
    }
    Some(hash)
}
