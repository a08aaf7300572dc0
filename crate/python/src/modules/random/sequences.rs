//! Whole numbers, and drawing from sequences.

use crate::text::slice::amount;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{FromPrimitive, One, Signed, ToPrimitive, Zero};

use super::{Who, below, bits, draw};
use crate::code::BinOp;
use crate::error::Res;
use crate::modules::support::given;
use crate::object::{Args, Object, sym};
use crate::value::Value;
use crate::vm::Vm;

/// How many places are drawn between two looks at the limits.
const TICK_EVERY: usize = 4096;

pub(super) fn randbytes(vm: &mut Vm, who: Who, args: &Args<'_>) -> Res {
    let [count] = vm.exact("randbytes", args)?;
    let count = vm.to_index(count)?;
    let Ok(count) = u64::try_from(count) else { return Err(vm.value_error("number of bits must be non-negative")) };
    let n = bits(vm, who, count.saturating_mul(8))?;
    let (_, mut bytes) = n.to_bytes_le();
    bytes.resize(usize::try_from(count).unwrap_or(0), 0);
    Ok(vm.bytes(bytes))
}

/// A whole number below `n` of any size.
fn below_big(vm: &mut Vm, who: Who, n: &BigInt) -> Res<BigInt> {
    if let Some(n) = n.to_u64() {
        return below(vm, who, n).map(BigInt::from);
    }
    loop {
        let candidate = bits(vm, who, n.bits())?;
        if &candidate < n {
            return Ok(candidate);
        }
    }
}

/// An argument of `randrange`: a float that is whole will do.
fn whole(vm: &mut Vm, name: &str, value: Value) -> Res<BigInt> {
    match vm.as_f64_exact(value) {
        Some(f) => match BigInt::from_f64(f).filter(|_| f.fract() == 0.0) {
            Some(n) => Ok(n),
            None => Err(vm.value_error(format!("non-integer {name} for randrange()"))),
        },
        None => vm.to_big_index(value),
    }
}

pub(super) fn randrange(vm: &mut Vm, who: Who, args: &Args<'_>) -> Res {
    let [start, stop, step] = vm.bind("randrange", args, ["start", "stop", "step"], 1)?;
    let start = whole(vm, "arg 1", start.unwrap_or(Value::NONE))?;
    let Some(stop) = given(stop) else {
        if !start.is_positive() {
            return Err(vm.value_error("empty range for randrange()"));
        }
        let n = below_big(vm, who, &start)?;
        return Ok(vm.big(n));
    };
    let stop = whole(vm, "stop", stop)?;
    let step = match step {
        Some(step) => whole(vm, "step", step)?,
        None => BigInt::one(),
    };
    range(vm, who, &start, &stop, &step)
}

fn range(vm: &mut Vm, who: Who, start: &BigInt, stop: &BigInt, step: &BigInt) -> Res {
    let width = stop - start;
    if step.is_zero() {
        return Err(vm.value_error("zero step for randrange()"));
    }
    let count = if step.is_positive() { Integer::div_ceil(&width, step) } else { Integer::div_ceil(&-&width, &-step) };
    if !count.is_positive() {
        let step_text = if step.is_one() { String::new() } else { format!(", {step}") };
        let width_text = if step.is_one() { format!(", {width}") } else { String::new() };
        return Err(vm.value_error(if step.is_one() {
            format!("empty range for randrange() ({start}, {stop}{width_text})")
        } else {
            format!("empty range in randrange({start}, {stop}{step_text})")
        }));
    }
    let n = below_big(vm, who, &count)?;
    Ok(vm.big(start + step * n))
}

pub(super) fn randint(vm: &mut Vm, who: Who, args: &Args<'_>) -> Res {
    let [low, high] = vm.bind("randint", args, ["a", "b"], 2)?;
    let (low, high) = (low.unwrap_or(Value::NONE), high.unwrap_or(Value::NONE));
    if let (Some(low), Some(high)) = (vm.as_i64(low), vm.as_i64(high))
        && let Some(width) = high.checked_sub(low).filter(|&width| (0..i64::MAX).contains(&width))
    {
        let n = below(vm, who, width.unsigned_abs() + 1)?;
        return Ok(vm.int(low + n as i64));
    }
    let (low, high) = (whole(vm, "arg 1", low)?, whole(vm, "stop", high)?);
    range(vm, who, &low, &(high + 1), &BigInt::one())
}

pub(super) fn choice(vm: &mut Vm, who: Who, args: &Args<'_>) -> Res {
    let [sequence] = vm.bind("choice", args, ["seq"], 1)?;
    let sequence = sequence.unwrap_or(Value::NONE);
    let length = vm.len(sequence)?;
    if length == 0 {
        return Err(vm.index_error("Cannot choose from an empty sequence"));
    }
    let place = below(vm, who, length as u64)?;
    let place = vm.int(place as i64);
    vm.get_item(sequence, place)
}

pub(super) fn shuffle(vm: &mut Vm, who: Who, args: &Args<'_>) -> Res {
    let [list] = vm.bind("shuffle", args, ["x"], 1)?;
    let list = list.unwrap_or(Value::NONE);
    let length = vm.len(list)?;
    let plain = vm.plain(list).as_ref().filter(|&r| matches!(vm.heap.get(r), Object::List(_)));
    for i in (1..length).rev() {
        let j = below(vm, who, i as u64 + 1)? as usize;
        if let Some(r) = plain {
            if let Object::List(items) = vm.heap.get_mut(r)? {
                items.swap(i, j);
            }
            continue;
        }
        let (i, j) = (vm.usize(i), vm.usize(j));
        let (a, b) = (vm.get_item(list, i)?, vm.get_item(list, j)?);
        vm.set_item(list, i, b)?;
        vm.set_item(list, j, a)?;
    }
    Ok(Value::NONE)
}

pub(super) fn sample(vm: &mut Vm, who: Who, args: &Args<'_>) -> Res {
    let [population, count, counts] = vm.bind("sample", args, ["population", "k", "*counts"], 2)?;
    let (population, count) = (population.unwrap_or(Value::NONE), count.unwrap_or(Value::NONE));
    let unordered = vm.set_ref(population).is_some() || vm.dict_ref(population).is_some();
    let indexed = vm.builtin_len(population).is_some() || vm.special(population, sym::GETITEM).is_some();
    if unordered || !indexed {
        return Err(vm.type_error("Population must be a sequence.  For dicts or sets, use sorted(d)."));
    }
    let count = vm.to_index(count)?;
    let length = vm.len(population)? as u64;
    let ends = match given(counts) {
        Some(counts) => Some(count_ends(vm, counts, length)?),
        None => None,
    };
    let total = ends.as_ref().map_or(length, |ends| ends.last().copied().unwrap_or(0));
    let count = match u64::try_from(count) {
        Ok(count) if count <= total => count as usize,
        _ => return Err(vm.value_error("Sample larger than population or is negative")),
    };
    vm.check_alloc(count.saturating_mul(16))?;
    let mut picked = Vec::with_capacity(count);
    for place in pick(vm, who, total, count)? {
        let place = ends.as_ref().map_or(place, |ends| ends.partition_point(|&end| end <= place) as u64);
        let place = vm.int(place as i64);
        picked.push(vm.get_item(population, place)?);
    }
    Ok(vm.list(picked))
}

/// Where the repetitions of each item end, one behind the other.
fn count_ends(vm: &mut Vm, counts: Value, length: u64) -> Res<Vec<u64>> {
    let counts = vm.collect(counts)?;
    if counts.len() as u64 != length {
        return Err(vm.value_error("The number of counts does not match the population"));
    }
    let (mut ends, mut total) = (Vec::with_capacity(counts.len()), 0_u64);
    for times in counts {
        if vm.as_big(times).is_none() {
            return Err(vm.type_error("Counts must be integers"));
        }
        let Ok(times) = u64::try_from(vm.to_index(times)?) else {
            return Err(vm.value_error("Counts must be non-negative"));
        };
        total = total.saturating_add(times).min(i64::MAX as u64);
        ends.push(total);
    }
    if total == 0 {
        return Err(vm.value_error("Total of counts must be greater than zero"));
    }
    Ok(ends)
}

/// Draws places as CPython does: from a shrinking pool when the sample is large, else again when a place repeats.
fn pick(vm: &mut Vm, who: Who, n: u64, count: usize) -> Res<Vec<u64>> {
    let mut set_size = 21_u64;
    if count > 5 {
        let power = (3.0 * count as f64).ln() / 4.0_f64.ln();
        set_size += 4_u64.saturating_pow(power.ceil() as u32);
    }
    let mut picked = Vec::with_capacity(count);
    if n <= set_size {
        let mut pool: Vec<u64> = (0..n).collect();
        for i in 0..count {
            let left = pool.len() - i;
            let j = below(vm, who, left as u64)? as usize;
            picked.push(pool[j]);
            pool[j] = pool[left - 1];
        }
        return Ok(picked);
    }
    let mut taken = rustc_hash::FxHashSet::default();
    for turn in 0..count {
        let mut j = below(vm, who, n)?;
        while !taken.insert(j) {
            j = below(vm, who, n)?;
        }
        picked.push(j);
        if turn.is_multiple_of(TICK_EVERY) {
            vm.tick(TICK_EVERY as u64)?;
        }
    }
    Ok(picked)
}

pub(super) fn choices(vm: &mut Vm, who: Who, args: &Args<'_>) -> Res {
    let [population, weights, cumulative, count] =
        vm.bind("choices", args, ["population", "weights", "*cum_weights", "*k"], 1)?;
    let population = population.unwrap_or(Value::NONE);
    let count = count.map_or(Ok(1), |count| vm.to_index(count))?;
    let count = amount(count);
    vm.check_alloc(count.saturating_mul(8))?;
    let length = vm.len(population)?;
    let (weights, cumulative) = (given(weights), given(cumulative));
    if weights.is_some() && cumulative.is_some() {
        return Err(vm.type_error("Cannot specify both weights and cumulative weights"));
    }
    let sums = match (weights, cumulative) {
        (None, None) => None,
        (Some(weights), _) => Some(running_sums(vm, weights)?),
        (None, Some(cumulative)) => {
            let sums = vm.collect(cumulative)?;
            Some(sums.into_iter().map(|sum| vm.to_f64(sum)).collect::<Res<Vec<f64>>>()?)
        }
    };
    let mut chosen = Vec::with_capacity(count);
    let Some(sums) = sums else {
        for _ in 0..count {
            let place = (draw(vm, who)? * length as f64).floor() as usize;
            let place = vm.usize(place);
            chosen.push(vm.get_item(population, place)?);
        }
        return Ok(vm.list(chosen));
    };
    if sums.len() != length {
        return Err(vm.value_error("The number of weights does not match the population"));
    }
    let total = sums.last().copied().unwrap_or(0.0);
    if total <= 0.0 {
        return Err(vm.value_error("Total of weights must be greater than zero"));
    }
    if !total.is_finite() {
        return Err(vm.value_error("Total of weights must be finite"));
    }
    for _ in 0..count {
        let wanted = draw(vm, who)? * total;
        let place = sums[..length - 1].partition_point(|&sum| sum <= wanted);
        let place = vm.usize(place);
        chosen.push(vm.get_item(population, place)?);
    }
    Ok(vm.list(chosen))
}

fn running_sums(vm: &mut Vm, weights: Value) -> Res<Vec<f64>> {
    if let Some(n) = vm.as_i64(weights) {
        return Err(vm.type_error(format!("The number of choices must be a keyword argument: k={n}")));
    }
    let mut sums = Vec::new();
    let mut sum: Option<Value> = None;
    for weight in vm.collect(weights)? {
        let next = match sum {
            None => weight,
            Some(sum) => vm.binary(BinOp::Add, sum, weight)?,
        };
        vm.keep(next);
        sum = Some(next);
        sums.push(vm.to_f64(next)?);
    }
    Ok(sums)
}
