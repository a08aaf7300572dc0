//! Makes the iterators from their arguments.

use super::{State, tool};
use crate::error::Res;
use crate::modules::support::given;
use crate::object::{Args, Constructor};
use crate::value::{Ref, Value};
use crate::vm::Vm;

/// Most values that the pools of one combinatoric iterator hold.
const MAX_POOL: usize = 10_000_000;

pub(super) const CLASSES: &[(&str, &str, Constructor)] = &[
    ("count", "itertools.count", count),
    ("cycle", "itertools.cycle", |vm, _, args| {
        let [iterable] = vm.exact("cycle", args)?;
        let iter = vm.iter(iterable)?;
        Ok(tool(vm, "cycle", State::Cycle(None), vec![iter]))
    }),
    ("repeat", "itertools.repeat", repeat),
    ("accumulate", "itertools.accumulate", accumulate),
    ("chain", "itertools.chain", |vm, _, args| {
        vm.no_keywords("chain", args)?;
        let iterables = vm.tuple(args.pos.to_vec());
        let iter = vm.iter(iterables)?;
        Ok(tool(vm, "chain", State::Chain, vec![iter, Value::UNBOUND]))
    }),
    ("compress", "itertools.compress", |vm, _, args| {
        let [data, selectors] = vm.bind("compress", args, ["data", "selectors"], 2)?;
        let data = vm.iter(data.unwrap_or(Value::NONE))?;
        let selectors = vm.iter(selectors.unwrap_or(Value::NONE))?;
        Ok(tool(vm, "compress", State::Compress, vec![data, selectors]))
    }),
    ("dropwhile", "itertools.dropwhile", |vm, _, args| with_function(vm, "dropwhile", args, State::DropWhile(true))),
    ("takewhile", "itertools.takewhile", |vm, _, args| with_function(vm, "takewhile", args, State::TakeWhile(false))),
    ("filterfalse", "itertools.filterfalse", |vm, _, args| with_function(vm, "filterfalse", args, State::FilterFalse)),
    ("starmap", "itertools.starmap", |vm, _, args| with_function(vm, "starmap", args, State::StarMap)),
    ("islice", "itertools.islice", islice),
    ("zip_longest", "itertools.zip_longest", zip_longest),
    ("pairwise", "itertools.pairwise", |vm, _, args| {
        let [iterable] = vm.exact("pairwise", args)?;
        let iter = vm.iter(iterable)?;
        Ok(tool(vm, "pairwise", State::Pairwise, vec![iter, Value::UNBOUND]))
    }),
    ("product", "itertools.product", product),
    ("permutations", "itertools.permutations", permutations),
    ("combinations", "itertools.combinations", |vm, _, args| combinations(vm, "combinations", args, false)),
    ("combinations_with_replacement", "itertools.combinations_with_replacement", |vm, _, args| {
        combinations(vm, "combinations_with_replacement", args, true)
    }),
    ("groupby", "itertools.groupby", group_by),
];

fn is_number(vm: &Vm, value: Value) -> bool {
    use crate::object::sym;
    vm.as_big(value).is_some()
        || vm.as_f64_exact(value).is_some()
        || [sym::FLOAT, sym::INDEX, sym::COMPLEX].iter().any(|&name| vm.special(value, name).is_some())
}

fn count(vm: &mut Vm, _: Ref, args: &Args<'_>) -> Res {
    let [start, step] = vm.bind("count", args, ["start", "step"], 0)?;
    let start = start.unwrap_or(Value::small_int_wrapping(0));
    let step = step.unwrap_or(Value::small_int_wrapping(1));
    if !is_number(vm, start) || !is_number(vm, step) {
        return Err(vm.type_error("a number is required"));
    }
    Ok(tool(vm, "count", State::Count, vec![start, step]))
}

fn repeat(vm: &mut Vm, _: Ref, args: &Args<'_>) -> Res {
    let [object, times] = vm.bind("repeat", args, ["object", "times"], 1)?;
    let times = times.map(|times| vm.to_index(times)).transpose()?;
    let times = times.map(|times| u64::try_from(times).unwrap_or(0));
    Ok(tool(vm, "repeat", State::Repeat(times), vec![object.unwrap_or(Value::NONE)]))
}

fn accumulate(vm: &mut Vm, _: Ref, args: &Args<'_>) -> Res {
    let [iterable, function, initial] = vm.bind("accumulate", args, ["iterable", "func", "*initial"], 1)?;
    let iter = vm.iter(iterable.unwrap_or(Value::NONE))?;
    let values =
        vec![iter, given(function).unwrap_or(Value::NONE), Value::UNBOUND, given(initial).unwrap_or(Value::UNBOUND)];
    Ok(tool(vm, "accumulate", State::Accumulate, values))
}

pub(super) fn chain_from_iterable(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [iterables] = vm.exact("from_iterable", args)?;
    let iter = vm.iter(iterables)?;
    Ok(tool(vm, "chain", State::Chain, vec![iter, Value::UNBOUND]))
}

fn with_function(vm: &mut Vm, name: &'static str, args: &Args<'_>, state: State) -> Res {
    let [function, iterable] = vm.exact(name, args)?;
    let iter = vm.iter(iterable)?;
    Ok(tool(vm, name, state, vec![function, iter]))
}

fn islice(vm: &mut Vm, _: Ref, args: &Args<'_>) -> Res {
    let given_args = vm.between("islice", args, 2, 4)?;
    let bound = |vm: &mut Vm, value: Value, text: &str| -> Res<Option<u64>> {
        if value.is_none() {
            return Ok(None);
        }
        match vm.as_i64(value).map(u64::try_from) {
            Some(Ok(n)) => Ok(Some(n)),
            _ => Err(vm.value_error(text)),
        }
    };
    const STOP: &str = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    const BOTH: &str = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    let (start, stop, step) = match *given_args {
        [_, stop] => (0, bound(vm, stop, STOP)?, 1),
        [_, start, stop, ref step @ ..] => {
            let stop = bound(vm, stop, STOP)?;
            let start = bound(vm, start, BOTH)?.unwrap_or(0);
            const STEP: &str = "Step for islice() must be a positive integer or None.";
            let step = match step.first() {
                Some(&step) => bound(vm, step, STEP)?.unwrap_or(1),
                None => 1,
            };
            if step == 0 {
                return Err(vm.value_error(STEP));
            }
            (start, stop, step)
        }
        _ => (0, None, 1),
    };
    let iter = vm.iter(given_args[0])?;
    Ok(tool(vm, "islice", State::Slice { position: 0, next: start, stop, step }, vec![iter]))
}

fn zip_longest(vm: &mut Vm, _: Ref, args: &Args<'_>) -> Res {
    let mut fill = Value::NONE;
    for &(name, value) in args.kw {
        if &**vm.names.text(name) != "fillvalue" {
            return Err(vm.type_error("zip_longest() got an unexpected keyword argument"));
        }
        fill = value;
    }
    let mut values = vec![fill];
    for &iterable in args.pos {
        values.push(vm.iter(iterable)?);
    }
    let state = if args.pos.is_empty() { State::Done } else { State::ZipLongest };
    Ok(tool(vm, "zip_longest", state, values))
}

fn pool(vm: &mut Vm, iterable: Value) -> Res<Vec<Value>> {
    let values = vm.collect(iterable)?;
    vm.check_alloc(values.len() * 8)?;
    Ok(values)
}

fn product(vm: &mut Vm, _: Ref, args: &Args<'_>) -> Res {
    let mut times = 1;
    for &(name, value) in args.kw {
        let text = vm.names.text(name).clone();
        if &*text != "repeat" {
            return Err(vm.type_error(format!("'{text}' is an invalid keyword argument for product()")));
        }
        times = vm.to_index(value)?;
    }
    let Ok(times) = usize::try_from(times) else {
        return Err(vm.value_error("repeat argument cannot be negative"));
    };
    let mut pools = Vec::new();
    for &iterable in args.pos {
        pools.push(pool(vm, iterable)?);
    }
    let total = pools.iter().map(Vec::len).sum::<usize>().max(pools.len()).saturating_mul(times);
    if total > MAX_POOL {
        return Err(vm.error(crate::object::Type::MemoryError, "the pools of product() are too large"));
    }
    let (mut lengths, mut values) = (Vec::new(), Vec::new());
    for _ in 0..times {
        for pool in &pools {
            lengths.push(pool.len());
            values.extend_from_slice(pool);
        }
    }
    let places = vec![0; lengths.len()];
    Ok(tool(vm, "product", State::Product { lengths, places, begun: false }, values))
}

fn count_argument(vm: &mut Vm, value: Value) -> Res<usize> {
    let r = vm.to_index(value)?;
    match usize::try_from(r) {
        Ok(r) => Ok(r),
        Err(_) => Err(vm.value_error("r must be non-negative")),
    }
}

fn permutations(vm: &mut Vm, _: Ref, args: &Args<'_>) -> Res {
    let [iterable, r] = vm.bind("permutations", args, ["iterable", "r"], 1)?;
    let values = pool(vm, iterable.unwrap_or(Value::NONE))?;
    let n = values.len();
    let r = match given(r) {
        None => n,
        Some(r) if vm.as_big(r).is_none() => return Err(vm.type_error("Expected int as r")),
        Some(r) => count_argument(vm, r)?,
    };
    let state = if r > n {
        State::Done
    } else {
        State::Permutations { indices: (0..n).collect(), cycles: (0..r).map(|i| n - i).collect(), begun: false }
    };
    Ok(tool(vm, "permutations", state, values))
}

fn combinations(vm: &mut Vm, name: &'static str, args: &Args<'_>, replace: bool) -> Res {
    let [iterable, r] = vm.bind(name, args, ["iterable", "r"], 2)?;
    let values = pool(vm, iterable.unwrap_or(Value::NONE))?;
    let r = count_argument(vm, r.unwrap_or(Value::NONE))?;
    let n = values.len();
    let state = if (replace && n == 0 && r > 0) || (!replace && r > n) {
        State::Done
    } else {
        vm.check_alloc(r.saturating_mul(8))?;
        let indices = if replace { vec![0; r] } else { (0..r).collect() };
        State::Combinations { indices, begun: false, replace }
    };
    Ok(tool(vm, name, state, values))
}

fn group_by(vm: &mut Vm, _: Ref, args: &Args<'_>) -> Res {
    let [iterable, key] = vm.bind("groupby", args, ["iterable", "key"], 1)?;
    let iter = vm.iter(iterable.unwrap_or(Value::NONE))?;
    let shared = vec![
        iter,
        given(key).unwrap_or(Value::NONE),
        Value::UNBOUND,
        Value::UNBOUND,
        Value::UNBOUND,
        Value::small_int_wrapping(0),
    ];
    let shared = vm.list(shared);
    Ok(tool(vm, "groupby", State::GroupBy, vec![shared]))
}

pub(super) fn tee(vm: &mut Vm, args: &Args<'_>) -> Res {
    let given_args = vm.between("tee", args, 1, 2)?;
    let count = given_args.get(1).map_or(Ok(2), |&count| vm.to_index(count))?;
    let Ok(count) = usize::try_from(count) else { return Err(vm.value_error("n must be >= 0")) };
    vm.check_alloc(count.saturating_mul(128))?;
    let iter = vm.iter(given_args[0])?;
    let cell = vm.list(Vec::new());
    let tees = (0..count).map(|_| tool(vm, "itertools._tee", State::Tee, vec![iter, cell])).collect();
    Ok(vm.tuple(tees))
}
