//! `hashlib`: digests of bytes, computed by the RustCrypto crates.

mod engine;

use blake2::{Blake2bVarCore, Blake2sVarCore};

use self::engine::{Adjustable, Endless, Engine, Fixed};
use super::support::{add_functions, instance, receiver};
use crate::error::Res;
use crate::object::{Args, Native, NativeFn, Type};
use crate::value::{Ref, Value};
use crate::vm::{ClassSpec, Vm};

/// What is known of an algorithm: its name, sizes in bytes, and how it begins.
struct Algorithm {
    name: &'static str,
    digest_size: usize,
    block_size: usize,
    begin: fn() -> Box<dyn Engine>,
}

macro_rules! algorithms {
    ($($name:ident $digest:literal $block:literal $make:expr;)*) => {
        const ALGORITHMS: &[Algorithm] = &[$(Algorithm {
            name: stringify!($name),
            digest_size: $digest,
            block_size: $block,
            begin: || Box::new($make),
        },)*];
        const FUNCTIONS: &[(&str, NativeFn)] = &[
            $((stringify!($name), |vm, args| plain(vm, stringify!($name), args)),)*
            ("blake2b", |vm, args| blake(vm, "blake2b", args)),
            ("blake2s", |vm, args| blake(vm, "blake2s", args)),
            ("new", new),
        ];
    };
}

algorithms! {
    md5 16 64 Fixed(md5::Md5::default());
    sha1 20 64 Fixed(sha1::Sha1::default());
    sha224 28 64 Fixed(sha2::Sha224::default());
    sha256 32 64 Fixed(sha2::Sha256::default());
    sha384 48 128 Fixed(sha2::Sha384::default());
    sha512 64 128 Fixed(sha2::Sha512::default());
    sha3_224 28 144 Fixed(sha3::Sha3_224::default());
    sha3_256 32 136 Fixed(sha3::Sha3_256::default());
    sha3_384 48 104 Fixed(sha3::Sha3_384::default());
    sha3_512 64 72 Fixed(sha3::Sha3_512::default());
    shake_128 0 168 Endless(shake::Shake128::default());
    shake_256 0 136 Endless(shake::Shake256::default());
}

/// A digest being computed.
#[derive(Debug)]
struct Hash {
    name: &'static str,
    digest_size: usize,
    block_size: usize,
    engine: Box<dyn Engine>,
}

impl Native for Hash {
    fn as_any(&self) -> &dyn std::any::Any {
        self
    }
    fn as_any_mut(&mut self) -> &mut dyn std::any::Any {
        self
    }
    fn trace(&self, _visit: &mut dyn FnMut(Value)) {}
    fn size(&self) -> usize {
        std::mem::size_of::<Self>() + self.block_size * 2
    }
}

impl Hash {
    fn class(&self) -> &'static str {
        match self.name {
            "blake2b" => "_blake2.blake2b",
            "blake2s" => "_blake2.blake2s",
            _ if self.digest_size == 0 => "_hashlib.HASHXOF",
            _ => "_hashlib.HASH",
        }
    }
}

const METHODS: &[(&str, NativeFn)] = &[
    ("update", |vm, args| {
        let (object, [bytes]) = vm.method("HASH.update", args)?;
        let bytes = bytes_of(vm, bytes)?;
        if let Some(hash) = vm.payload_mut::<Hash>(object)? {
            hash.engine.update(&bytes);
        }
        Ok(Value::NONE)
    }),
    ("digest", |vm, args| {
        let bytes = finished(vm, "HASH.digest", args)?;
        Ok(vm.bytes(bytes))
    }),
    ("hexdigest", |vm, args| {
        let bytes = finished(vm, "HASH.hexdigest", args)?;
        let text = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(vm.string(text))
    }),
    ("copy", |vm, args| {
        let (object, []) = vm.method("HASH.copy", args)?;
        let Hash { name, digest_size, block_size, ref engine } = *data(vm, "copy", object)?;
        let engine = engine.copy();
        Ok(wrap(vm, Hash { name, digest_size, block_size, engine }))
    }),
];

const SHOWN: &[(&str, NativeFn)] = &[("__repr__", |vm, args| {
    let (object, []) = vm.method("__repr__", args)?;
    let name = data(vm, "__repr__", object)?.name;
    let text = format!("<{name} {}", vm.object_text(object).trim_start_matches('<'));
    Ok(vm.string(text))
})];

const GETTERS: &[(&str, NativeFn)] = &[
    ("name", |vm, args| {
        let (object, []) = vm.method("name", args)?;
        let name = data(vm, "name", object)?.name;
        Ok(vm.str(name))
    }),
    ("digest_size", |vm, args| {
        let (object, []) = vm.method("digest_size", args)?;
        let size = data(vm, "digest_size", object)?.digest_size;
        Ok(vm.usize(size))
    }),
    ("block_size", |vm, args| {
        let (object, []) = vm.method("block_size", args)?;
        let size = data(vm, "block_size", object)?.block_size;
        Ok(vm.usize(size))
    }),
];

pub(super) fn install(vm: &mut Vm) {
    vm.register_module("hashlib", build);
}

fn build(vm: &mut Vm, module: Ref) -> Res<()> {
    let classes = [("HASH", "_hashlib"), ("HASHXOF", "_hashlib"), ("blake2b", "_blake2"), ("blake2s", "_blake2")];
    for (name, module) in classes {
        let refuse = |vm: &mut Vm, _, _: &Args<'_>| Err(vm.type_error("cannot create '_hashlib.HASH' instances"));
        let spec = ClassSpec { name, module, bases: &[], constructor: Some(refuse), methods: METHODS, getters: GETTERS };
        let class = vm.define_class(spec);
        if module == "_hashlib" {
            vm.add_methods(class, SHOWN);
        }
    }
    add_functions(vm, module, FUNCTIONS);
    let names = vm.new_set(false);
    for name in ALGORITHMS.iter().map(|algorithm| algorithm.name).chain(["blake2b", "blake2s"]) {
        let name = vm.str(name);
        vm.set_add(names, name)?;
    }
    vm.module_set(module, "algorithms_available", Value::object(names));
    vm.module_set(module, "algorithms_guaranteed", Value::object(names));
    super::source::run(vm, module, include_str!("library/hashlib.py"))
}

fn data<'v>(vm: &'v mut Vm, method: &str, object: Value) -> Res<&'v Hash> {
    receiver(vm, "_hashlib.HASH", method, object)
}

fn wrap(vm: &mut Vm, hash: Hash) -> Value {
    let class = vm.known_class(hash.class()).unwrap_or(Ref::of(Type::Object));
    instance(vm, class, hash)
}

/// What is to be hashed.
fn bytes_of(vm: &mut Vm, value: Value) -> Res<Vec<u8>> {
    if vm.as_str(value).is_some() {
        return Err(vm.type_error("Strings must be encoded before hashing"));
    }
    match vm.as_bytes(value) {
        Some(bytes) => Ok(bytes.to_vec()),
        None => Err(vm.type_error("object supporting the buffer API required")),
    }
}

/// The digest of a receiver; one of any length is told how long.
fn finished(vm: &mut Vm, method: &str, args: &Args<'_>) -> Res<Vec<u8>> {
    let any_length = args.pos.first().is_some_and(|object| {
        vm.payload::<Hash>(*object).is_some_and(|hash| hash.digest_size == 0)
    });
    let (object, length) = if any_length {
        let (object, [length]) = vm.bind_method(method, args, ["length"], 1)?;
        let length = vm.to_index(length.unwrap_or(Value::NONE))?;
        let Ok(length) = usize::try_from(length) else {
            return Err(vm.value_error("value must be positive"));
        };
        vm.check_alloc(length.saturating_mul(3))?;
        (object, length)
    } else {
        (vm.method::<0>(method, args)?.0, 0)
    };
    Ok(data(vm, method, object)?.engine.finish(length))
}

/// `sha256(data)` and its like.
fn plain(vm: &mut Vm, name: &'static str, args: &Args<'_>) -> Res {
    let [bytes, _] = vm.bind(name, args, ["string", "*usedforsecurity"], 0)?;
    begun(vm, name, bytes)
}

fn begun(vm: &mut Vm, name: &str, bytes: Option<Value>) -> Res {
    let Some(algorithm) = ALGORITHMS.iter().find(|known| known.name == name) else {
        return Err(vm.value_error(format!("unsupported hash type {name}")));
    };
    let mut engine = (algorithm.begin)();
    if let Some(bytes) = bytes {
        engine.update(&bytes_of(vm, bytes)?);
    }
    let Algorithm { name, digest_size, block_size, .. } = *algorithm;
    Ok(wrap(vm, Hash { name, digest_size, block_size, engine }))
}

/// `new(name, data)`
fn new(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [name, bytes, _] = vm.bind("new", args, ["name", "/data", "*usedforsecurity"], 1)?;
    let name = name.unwrap_or(Value::NONE);
    let Some(text) = vm.as_arc_str(name) else {
        return Err(vm.type_error("name must be a string"));
    };
    let lower = text.to_ascii_lowercase();
    match lower.as_str() {
        "blake2b" | "blake2s" => {
            let rest: Vec<Value> = bytes.into_iter().collect();
            blake(vm, if lower == "blake2b" { "blake2b" } else { "blake2s" }, &Args { pos: &rest, kw: &[] })
        }
        _ if ALGORITHMS.iter().any(|known| known.name == lower) => begun(vm, &lower, bytes),
        _ => Err(vm.value_error(format!("unsupported hash type {text}"))),
    }
}

/// `blake2b(data, digest_size=..., key=..., salt=..., person=...)`; the parameters of trees are left out.
fn blake(vm: &mut Vm, name: &'static str, args: &Args<'_>) -> Res {
    let names = ["/data", "*digest_size", "*key", "*salt", "*person", "*usedforsecurity"];
    let [bytes, size, key, salt, person, _] = vm.bind(name, args, names, 0)?;
    let (most, block_size) =
        if name == "blake2b" { Adjustable::<Blake2bVarCore>::sizes() } else { Adjustable::<Blake2sVarCore>::sizes() };
    let digest_size = match size {
        Some(size) => {
            let size = vm.to_index(size)?;
            match usize::try_from(size).ok().filter(|size| (1..=most).contains(size)) {
                Some(size) => size,
                None => return Err(vm.value_error(format!("digest_size must be between 1 and {most} bytes"))),
            }
        }
        None => most,
    };
    let key = parameter(vm, "key", key, most)?;
    let salt = parameter(vm, "salt", salt, most / 4)?;
    let person = parameter(vm, "person", person, most / 4)?;
    let mut engine: Box<dyn Engine> = if name == "blake2b" {
        let core = Blake2bVarCore::new_with_params(&salt, &person, key.len(), digest_size);
        Box::new(Adjustable::new(core, digest_size, &key))
    } else {
        let core = Blake2sVarCore::new_with_params(&salt, &person, key.len(), digest_size);
        Box::new(Adjustable::new(core, digest_size, &key))
    };
    if let Some(bytes) = bytes {
        engine.update(&bytes_of(vm, bytes)?);
    }
    Ok(wrap(vm, Hash { name, digest_size, block_size, engine }))
}

fn parameter(vm: &mut Vm, name: &str, value: Option<Value>, most: usize) -> Res<Vec<u8>> {
    let bytes = value.map_or(Ok(Vec::new()), |value| bytes_of(vm, value))?;
    if bytes.len() > most {
        return Err(vm.value_error(format!("maximum {name} length is {most} bytes")));
    }
    Ok(bytes)
}
