//! `decimal`: written in Python on top of integers of any size; here is what integers alone do not offer, and the
//! context of tasks.
//!
//! The program's context is the same for all tasks of a compute: a worker begins each with a copy ([`start_task`]),
//! which is locked. A task that would change it goes home; `localcontext()` is the task's own affair.

use std::sync::Arc;

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::support::{Table, add_functions, text_argument};
use crate::error::{Halt, Res, Unwind};
use crate::object::Args;
use crate::portable::Parcel;
use crate::text::decimal_value;
use crate::value::{Ref, Value};
use crate::vm::Vm;

const FUNCTIONS: Table = &[
    ("_digits", count_digits),
    ("_plain", plain_text),
    ("_scan", scan),
    ("_leave_task", |_, _| Err(Unwind::Halt(Halt::SharedWrite))),
];

const TEXTS: [&str; 4] = [
    include_str!("library/decimal_context.py"),
    include_str!("library/decimal_arithmetic.py"),
    include_str!("library/decimal_functions.py"),
    include_str!("library/decimal.py"),
];

/// The module's variable that holds the program's context.
const CURRENT: &str = "_current";

/// Digits of a text that are read in one step of the machine's count.
const DIGITS_A_STEP: usize = 64;

/// What tasks compute with.
#[derive(Debug, Default)]
enum TaskContext {
    /// This machine runs the main program.
    #[default]
    Own,
    /// The main program does not use decimals.
    Fresh,
    /// The context of the main program.
    Copied(Arc<Parcel>),
}

pub(super) fn install(vm: &mut Vm) {
    vm.register_module("decimal", build);
}

fn build(vm: &mut Vm, module: Ref) -> Res<()> {
    add_functions(vm, module, FUNCTIONS);
    for text in TEXTS {
        super::source::run(vm, module, text)?;
    }
    take_context(vm, module)
}

/// The context of a program that uses decimals, for [`start_task`].
#[must_use]
pub fn context(vm: &mut Vm) -> Option<Arc<Parcel>> {
    let module = imported(vm)?;
    let context = vm.find_attr(Value::object(module), vm.names.find(CURRENT)?).ok()??;
    Parcel::pack(vm, context).ok().map(Arc::new)
}

/// Begins a task: it computes with this context until it makes one of its own.
///
/// # Errors
/// What making the context raises.
pub fn start_task(vm: &mut Vm, context: Option<Arc<Parcel>>) -> Res<()> {
    *vm.extension::<TaskContext>() = context.map_or(TaskContext::Fresh, TaskContext::Copied);
    match imported(vm) {
        Some(module) => take_context(vm, module),
        None => Ok(()),
    }
}

fn imported(vm: &Vm) -> Option<Ref> {
    vm.imported("decimal")
}

/// Makes the context of the main program that of the module.
fn take_context(vm: &mut Vm, module: Ref) -> Res<()> {
    let parcel = match vm.extension::<TaskContext>() {
        TaskContext::Own => return Ok(()),
        TaskContext::Fresh => None,
        TaskContext::Copied(parcel) => Some(parcel.clone()),
    };
    let context = match parcel {
        Some(parcel) => parcel.unpack(vm, false)?,
        None => {
            let name = vm.names.intern("Context");
            let class = vm.get_attr(Value::object(module), name)?;
            vm.call(class, &[])?
        }
    };
    let locked = vm.names.intern("_locked");
    vm.set_attr(context, locked, Value::TRUE)?;
    vm.module_set(module, CURRENT, context);
    Ok(())
}

/// `_digits(n)`: how many decimal digits an integer has; 1 for zero.
fn count_digits(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [n] = vm.exact("_digits", args)?;
    if let Some(small) = vm.as_i64(n) {
        return Ok(vm.int(i64::from(small.unsigned_abs().checked_ilog10().unwrap_or(0)) + 1));
    }
    let n = vm.to_big_index(n)?;
    let count = digits_of(&n);
    Ok(vm.int(count))
}

fn digits_of(n: &BigInt) -> i64 {
    // The logarithm of the first 64 bits decides, unless it is very near a power of ten.
    let shift = n.bits().saturating_sub(64);
    let top = (n.magnitude() >> shift).to_f64().unwrap_or(1.0);
    let log = libm::log10(top) + shift as f64 * std::f64::consts::LOG10_2;
    let whole = log.floor();
    let near = (log - log.round()).abs() < 1e-6;
    if !near {
        return whole as i64 + 1;
    }
    let power = log.round() as u32;
    let reached = *n.magnitude() >= num_bigint::BigUint::from(10_u32).pow(power);
    i64::from(power) + i64::from(reached)
}

/// `_plain(n)`: the digits of an integer of any length.
fn plain_text(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [n] = vm.exact("_plain", args)?;
    let n = vm.to_big_index(n)?;
    let digits = digits_of(&n).unsigned_abs();
    vm.tick(digits.saturating_mul(digits) >> 16)?;
    let text = n.to_str_radix(10);
    Ok(vm.string(text))
}

/// A number as text, taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
struct Parts {
    negative: bool,
    digits: String,
    exponent: BigInt,
    /// 0 finite, 1 infinite, 2 not a number, 3 a signaling one.
    kind: i64,
}

/// `_scan(text)`: sign, digits, exponent and kind of a number, or `None`.
fn scan(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [text] = vm.exact("_scan", args)?;
    let text = text_argument(vm, "_scan() argument", text)?;
    let Some(parts) = parse(&text) else { return Ok(Value::NONE) };
    let length = parts.digits.len();
    vm.tick((length / DIGITS_A_STEP).saturating_mul(length / DIGITS_A_STEP) as u64)?;
    let digits = BigInt::parse_bytes(parts.digits.as_bytes(), 10).unwrap_or_default();
    let items = [vm.int(i64::from(parts.negative)), vm.big(digits), vm.big(parts.exponent), vm.int(parts.kind)];
    Ok(vm.tuple(items.to_vec()))
}

fn parse(text: &str) -> Option<Parts> {
    let text = text.trim().chars().filter(|&c| c != '_');
    let text: String = text.map(|c| decimal_value(c).and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c)).collect();
    let text = text.to_ascii_lowercase();
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    let parts = Parts { negative, ..Parts::default() };
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if rest == "inf" || rest == "infinity" {
        return Some(Parts { kind: 1, ..parts });
    }
    for (name, kind) in [("nan", 2), ("snan", 3)] {
        if let Some(payload) = rest.strip_prefix(name) {
            return all_digits(payload).then(|| Parts { kind, digits: payload.to_owned(), ..parts });
        }
    }
    let (mantissa, exponent) = match rest.split_once('e') {
        Some((mantissa, exponent)) => {
            let unsigned = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
            if unsigned.is_empty() || !all_digits(unsigned) {
                return None;
            }
            // Beyond 40 digits an exponent is only large.
            let large = || if exponent.starts_with('-') { BigInt::from(i128::MIN) } else { BigInt::from(i128::MAX) };
            let significant = unsigned.trim_start_matches('0').len();
            (mantissa, if significant > 40 { large() } else { exponent.parse().ok()? })
        }
        None => (rest, BigInt::default()),
    };
    let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if whole.is_empty() && decimals.is_empty() || !all_digits(whole) || !all_digits(decimals) {
        return None;
    }
    Some(Parts { digits: format!("{whole}{decimals}"), exponent: exponent - decimals.len(), ..parts })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_counted_at_powers_of_ten() {
        for power in [1_u32, 18, 19, 28, 40, 100, 308, 1000] {
            let ten = BigInt::from(10).pow(power);
            assert_eq!(digits_of(&ten), i64::from(power) + 1);
            assert_eq!(digits_of(&(ten.clone() - 1)), i64::from(power));
            assert_eq!(digits_of(&(ten * 7)), i64::from(power) + 1);
        }
    }

    #[test]
    fn texts_are_taken_apart() {
        let finite = |negative, digits: &str, exponent: i64| {
            Some(Parts { negative, digits: digits.into(), exponent: exponent.into(), kind: 0 })
        };
        assert_eq!(parse(" -1_000.50 "), finite(true, "100050", -2));
        assert_eq!(parse("+.5E+3"), finite(false, "5", 2));
        assert_eq!(parse("٣.1"), finite(false, "31", -1));
        assert_eq!(parse("sNaN12").map(|parts| (parts.digits, parts.kind)), Some(("12".into(), 3)));
        for bad in ["", ".", "1e", "1.2.3", "e5", "--1", "nanx", "0x10", "1 2"] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }
}
