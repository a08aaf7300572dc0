//! `random`: CPython's Mersenne Twister and distributions, with its results for the same seed.
//!
//! Each task draws from a stream of its own ([`start_task`]). When the main program seeded the generator, a worker
//! cannot know what comes next: its generator is locked ([`lock`]) and drawing stops the task, unless the task seeds.

mod distributions;
mod seed;
mod sequences;
mod twister;

use std::sync::Arc;

use num_bigint::BigInt;

use self::twister::Twister;
use super::support::{Table, given, instance, rebuilt};
use crate::error::{Halt, Res, Unwind};
use crate::object::{Args, Native, NativeFn, PortableNative};
use crate::value::{Ref, Value};
use crate::vm::{ClassSpec, Vm};

/// The version of the tuples that `getstate` gives.
const STATE_VERSION: i64 = 3;

/// Sets the seed of the stream of unique names apart.
const UNIQUE_STREAM: u64 = 0x9E37_79B9_7F4A_7C15;
const MAX_UNIQUE_BITS: u64 = 128;

/// The generator behind the functions of the module.
#[derive(Debug, Default)]
pub struct RandomState {
    generator: Option<Source>,
    seeded_by_program: bool,
    locked: bool,
    /// A stream beside the program's own, for names that must differ whatever the program seeds.
    unique: Option<Source>,
    unique_seed: Option<u64>,
}

/// A generator and the second number of a pair that `gauss` made.
#[derive(Debug, Clone)]
struct Source {
    twister: Twister,
    spare_gauss: Option<f64>,
}

impl Source {
    fn new(key: &[u32]) -> Self {
        Self { twister: Twister::from_key(key), spare_gauss: None }
    }
}

/// Begins a task: it draws from a fresh stream.
pub fn start_task(vm: &mut Vm, seed: u64) {
    let state = vm.extension::<RandomState>();
    state.generator = Some(Source::new(&seed::key_of_u64(seed)));
    state.seeded_by_program = false;
    state.unique = None;
    state.unique_seed = Some(seed);
}

/// Says whether the main program seeded the generator, so that a task may not draw from it.
pub fn lock(vm: &mut Vm, locked: bool) {
    vm.extension::<RandomState>().locked = locked;
}

/// Whether the program seeded the generator.
#[must_use]
pub fn is_seeded(vm: &Vm) -> bool {
    vm.extension_ref::<RandomState>().is_some_and(|state| state.seeded_by_program)
}

/// `random.Random`, and what a module function draws from when there is no receiver.
#[derive(Debug, Clone, Copy)]
enum Who {
    Module,
    Object(Value),
}

impl Native for Source {
    fn as_any(&self) -> &dyn std::any::Any {
        self
    }
    fn as_any_mut(&mut self) -> &mut dyn std::any::Any {
        self
    }
    fn trace(&self, _visit: &mut dyn FnMut(Value)) {}
    fn size(&self) -> usize {
        twister::WORDS * 4
    }
    fn portable(&self, _children: &mut Vec<Value>) -> Option<Arc<dyn PortableNative>> {
        rebuilt(self.clone(), |source, _| source.clone())
    }
}

/// The generator, for drawing.
fn source(vm: &mut Vm, who: Who) -> Res<&mut Source> {
    match who {
        Who::Module => {
            let world_seed = vm.world.seed();
            let state = vm.extension::<RandomState>();
            if state.locked && !state.seeded_by_program {
                return Err(Unwind::Halt(Halt::SharedWrite));
            }
            Ok(state.generator.get_or_insert_with(|| Source::new(&seed::key_of_u64(world_seed))))
        }
        Who::Object(value) => {
            if vm.payload::<Source>(value).is_none() {
                let name = vm.type_name(value);
                return Err(vm.type_error(format!("descriptor 'random' for 'random.Random' objects doesn't apply to a '{name}' object")));
            }
            match vm.payload_mut(value)? {
                Some(source) => Ok(source),
                None => unreachable!("checked above"),
            }
        }
    }
}

/// A float in [0, 1); a class of the program may bring its own.
fn draw(vm: &mut Vm, who: Who) -> Res<f64> {
    if let Some(own) = own_random(vm, who)? {
        return vm.to_f64(own);
    }
    Ok(source(vm, who)?.twister.next_f64())
}

/// What the `random` of a derived class answers, when it has one.
fn own_random(vm: &mut Vm, who: Who) -> Res<Option<Value>> {
    let Who::Object(object) = who else { return Ok(None) };
    let (class, native) = (vm.type_of(object), vm.known_class("random.Random"));
    if Some(class) == native {
        return Ok(None);
    }
    let name = vm.names.intern("random");
    if native.and_then(|native| vm.lookup(native, name)) == vm.lookup(class, name) {
        return Ok(None);
    }
    vm.call_method(object, name, &[]).map(Some)
}

fn bits(vm: &mut Vm, who: Who, count: u64) -> Res<BigInt> {
    vm.check_alloc(usize::try_from(count / 8).unwrap_or(usize::MAX))?;
    Ok(source(vm, who)?.twister.bits(count))
}

/// A whole number below `n`, each equally likely.
fn below(vm: &mut Vm, who: Who, n: u64) -> Res<u64> {
    if n == 0 {
        return Ok(0);
    }
    if let Some(own) = own_random(vm, who)? {
        return Ok((vm.to_f64(own)? * n as f64) as u64);
    }
    let width = 64 - n.leading_zeros();
    let twister = &mut source(vm, who)?.twister;
    loop {
        let candidate = twister.small_bits(width);
        if candidate < n {
            return Ok(candidate);
        }
    }
}

type Method = fn(&mut Vm, Who, &Args<'_>) -> Res;

macro_rules! methods {
    ($($name:literal $function:path,)*) => {
        const FUNCTIONS: Table = &[("_unique_bits", unique_bits), $(($name, |vm, args| {
            let method: Method = $function;
            method(vm, Who::Module, args)
        }),)*];
        const METHODS: &[(&str, NativeFn)] = &[$(($name, |vm, args| {
            let method: Method = $function;
            let (object, rest) = vm.split_receiver($name, args)?;
            method(vm, Who::Object(object), &rest)
        }),)*];
    };
}

methods! {
    "seed" reseed,
    "random" random,
    "getrandbits" getrandbits,
    "randbytes" sequences::randbytes,
    "randrange" sequences::randrange,
    "randint" sequences::randint,
    "choice" sequences::choice,
    "choices" sequences::choices,
    "shuffle" sequences::shuffle,
    "sample" sequences::sample,
    "uniform" distributions::uniform,
    "triangular" distributions::triangular,
    "normalvariate" distributions::normalvariate,
    "gauss" distributions::gauss,
    "lognormvariate" distributions::lognormvariate,
    "expovariate" distributions::expovariate,
    "vonmisesvariate" distributions::vonmisesvariate,
    "gammavariate" distributions::gammavariate,
    "betavariate" distributions::betavariate,
    "paretovariate" distributions::paretovariate,
    "weibullvariate" distributions::weibullvariate,
    "getstate" getstate,
    "setstate" setstate,
}

pub(super) fn install(vm: &mut Vm) {
    vm.register_module("random", build);
}

fn build(vm: &mut Vm, module: Ref) -> Res<()> {
    super::support::add_functions(vm, module, FUNCTIONS);
    let class = vm.define_class(ClassSpec {
        name: "Random",
        module: "random",
        bases: &[],
        constructor: Some(construct),
        methods: METHODS,
        getters: &[],
    });
    vm.module_set(module, "Random", Value::object(class));
    Ok(())
}

fn construct(vm: &mut Vm, class: Ref, args: &Args<'_>) -> Res {
    let [seed] = vm.bind("Random", args, ["x"], 0)?;
    let key = seed::key(vm, given(seed))?;
    Ok(instance(vm, class, Source::new(&key)))
}

fn reseed(vm: &mut Vm, who: Who, args: &Args<'_>) -> Res {
    let [seed, version] = vm.bind("seed", args, ["a", "version"], 0)?;
    let version = version.map_or(Ok(2), |version| vm.to_index(version))?;
    if version != 2 {
        return Err(vm.error(crate::object::Type::NotImplementedError, "random.seed() supports version 2 only"));
    }
    let seed = given(seed);
    let key = seed::key(vm, seed)?;
    match who {
        Who::Module => {
            let state = vm.extension::<RandomState>();
            state.generator = Some(Source::new(&key));
            state.seeded_by_program = seed.is_some();
        }
        Who::Object(_) => *source(vm, who)? = Source::new(&key),
    }
    Ok(Value::NONE)
}

fn random(vm: &mut Vm, who: Who, args: &Args<'_>) -> Res {
    let [] = vm.exact("Random.random", args)?;
    source(vm, who).map(|source| Value::float(source.twister.next_f64()))
}

fn getrandbits(vm: &mut Vm, who: Who, args: &Args<'_>) -> Res {
    let [count] = vm.exact("getrandbits", args)?;
    let count = vm.to_index(count)?;
    match u64::try_from(count) {
        Ok(count) => {
            let n = bits(vm, who, count)?;
            Ok(vm.big(n))
        }
        Err(_) => Err(vm.value_error("number of bits must be non-negative")),
    }
}

/// Bits for `uuid`: their stream has the seed of the run or of the task, and the program cannot seed it.
fn unique_bits(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [count] = vm.exact("_unique_bits", args)?;
    let count = u64::try_from(vm.to_index(count)?).unwrap_or(0).min(MAX_UNIQUE_BITS);
    let world_seed = vm.world.seed();
    let state = vm.extension::<RandomState>();
    let seed = state.unique_seed.unwrap_or(world_seed) ^ UNIQUE_STREAM;
    let source = state.unique.get_or_insert_with(|| Source::new(&seed::key_of_u64(seed)));
    let n = source.twister.bits(count);
    Ok(vm.big(n))
}

/// The state as CPython shows it: a version, the words with the place of the next one, and what `gauss` put by.
fn getstate(vm: &mut Vm, who: Who, args: &Args<'_>) -> Res {
    let [] = vm.exact("getstate", args)?;
    let source = source(vm, who)?;
    let (words, next) = source.twister.state();
    let spare = source.spare_gauss.map_or(Value::NONE, Value::float);
    let mut words: Vec<Value> = words.iter().map(|&word| Value::small_int_wrapping(i64::from(word))).collect();
    words.push(Value::small_int_wrapping(next as i64));
    let words = vm.tuple(words);
    Ok(vm.tuple(vec![Value::small_int_wrapping(STATE_VERSION), words, spare]))
}

fn setstate(vm: &mut Vm, who: Who, args: &Args<'_>) -> Res {
    let [state] = vm.exact("setstate", args)?;
    let version = vm.get_item(state, Value::small_int_wrapping(0))?;
    if vm.as_i64(version) != Some(STATE_VERSION) {
        let version = vm.repr(version)?;
        let text = format!("state with version {version} passed to Random.setstate() of version {STATE_VERSION}");
        return Err(vm.value_error(text));
    }
    let parts = vm.unpack(state, 3)?;
    let Some(words) = vm.tuple_items(parts[1]).map(<[Value]>::to_vec) else {
        return Err(vm.type_error("state vector must be a tuple"));
    };
    let numbers: Vec<u32> = words.iter().filter_map(|&word| vm.as_i64(word).and_then(|n| u32::try_from(n).ok())).collect();
    let made = numbers.split_last().and_then(|(&next, words)| Twister::from_state(words, next as usize));
    let Some(twister) = made.filter(|_| numbers.len() == words.len()) else {
        return Err(vm.value_error("state vector is the wrong size"));
    };
    let spare_gauss = given(Some(parts[2])).map(|spare| vm.to_f64(spare)).transpose()?;
    if let Who::Module = who {
        let state = vm.extension::<RandomState>();
        state.seeded_by_program = true;
    }
    *source(vm, who)? = Source { twister, spare_gauss };
    Ok(Value::NONE)
}
