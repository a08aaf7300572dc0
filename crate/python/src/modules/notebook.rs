//! What the `%%time` and `%time` lines of notebooks measure and print.

use crate::compile::{MAGICS_MODULE, MAGICS_TIMER};
use crate::error::Res;
use crate::object::Args;
use crate::value::{Ref, Value};
use crate::vm::Vm;

const US_PER_S: f64 = 1e6;
const S_PER_MIN: f64 = 60.0;
/// Units of time from the largest on, with their microseconds.
const UNITS: &[(&str, f64)] = &[("s", US_PER_S), ("ms", 1e3), ("µs", 1.0)];
/// Digits of a time, as notebooks print it.
const DIGITS: i32 = 3;

pub(super) fn install(vm: &mut Vm) {
    vm.register_module(MAGICS_MODULE, build);
}

fn build(vm: &mut Vm, module: Ref) -> Res<()> {
    vm.module_fn(module, MAGICS_TIMER, timer);
    Ok(())
}

/// Begins to measure; the function it returns prints the time since.
fn timer(vm: &mut Vm, args: &Args<'_>) -> Res {
    let [] = vm.exact(MAGICS_TIMER, args)?;
    let begun = Value::float(vm.world.now_us());
    Ok(vm.native_closure("stop", stop, begun))
}

fn stop(vm: &mut Vm, args: &Args<'_>) -> Res {
    let begun = vm.native_data();
    let [] = vm.exact("stop", args)?;
    let begun_us = vm.as_f64_exact(begun).unwrap_or_default();
    if !vm.limits.preview {
        let text = format!("Wall time: {}\n", duration(vm.world.now_us() - begun_us));
        vm.print_text(&text)?;
    }
    Ok(Value::NONE)
}

/// A duration as notebooks print it: `1min 2s`, `12.3 ms`.
fn duration(us: f64) -> String {
    let us = us.max(0.0);
    let seconds = (us / US_PER_S).round();
    if seconds >= S_PER_MIN {
        let minutes = (seconds / S_PER_MIN).floor();
        return format!("{minutes}min {}s", seconds - minutes * S_PER_MIN);
    }
    let (unit, size) = UNITS.iter().find(|(_, size)| us >= *size).copied().unwrap_or(("µs", 1.0));
    let value = us / size;
    let whole = if value < 1.0 { 1 } else { value.log10().floor() as i32 + 1 };
    let places = usize::try_from(DIGITS - whole).unwrap_or(0);
    let text = format!("{value:.places$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    format!("{text} {unit}")
}

#[cfg(test)]
mod tests {
    use super::duration;

    #[test]
    fn durations_have_three_digits_and_the_largest_unit() {
        let cases = [
            (0.0, "0 µs"),
            (0.25, "0.25 µs"),
            (5.014, "5.01 µs"),
            (12_345.0, "12.3 ms"),
            (250_000.0, "250 ms"),
            (2_300_000.0, "2.3 s"),
            (62_400_000.0, "1min 2s"),
        ];
        for (us, expected) in cases {
            assert_eq!(duration(us), expected);
        }
    }
}
