//! Continuous distributions, by the methods and in the order of draws of CPython.

use std::f64::consts::{E, PI, TAU};

use super::{Who, draw, source};
use crate::code::BinOp;
use crate::error::Res;
use crate::object::Args;
use crate::value::Value;
use crate::vm::Vm;

fn floats<const N: usize>(vm: &mut Vm, name: &str, args: &Args<'_>, names: [&str; N]) -> Res<[f64; N]> {
    let given = vm.bind(name, args, names, N)?;
    let mut out = [0.0; N];
    for (slot, value) in out.iter_mut().zip(given) {
        *slot = vm.to_f64(value.unwrap_or(Value::NONE))?;
    }
    Ok(out)
}

/// Like `floats`, with values for those that may be left out.
fn floats_or<const N: usize>(
    vm: &mut Vm,
    name: &str,
    args: &Args<'_>,
    names: [&str; N],
    defaults: [f64; N],
) -> Res<[f64; N]> {
    let given = vm.bind(name, args, names, 0)?;
    let mut out = defaults;
    for (slot, value) in out.iter_mut().zip(given) {
        if let Some(value) = value {
            *slot = vm.to_f64(value)?;
        }
    }
    Ok(out)
}

pub(super) fn uniform(vm: &mut Vm, who: Who, args: &Args<'_>) -> Res {
    let [low, high] = vm.bind("uniform", args, ["a", "b"], 2)?;
    let (low, high) = (low.unwrap_or(Value::NONE), high.unwrap_or(Value::NONE));
    let width = vm.binary(BinOp::Sub, high, low)?;
    let part = Value::float(draw(vm, who)?);
    let offset = vm.binary(BinOp::Mul, width, part)?;
    vm.binary(BinOp::Add, low, offset)
}

pub(super) fn triangular(vm: &mut Vm, who: Who, args: &Args<'_>) -> Res {
    let [low, high, mode] = floats_or(vm, "triangular", args, ["low", "high", "mode"], [0.0, 1.0, f64::NAN])?;
    let mut u = draw(vm, who)?;
    if high == low {
        return Ok(Value::float(low));
    }
    let mut c = if mode.is_nan() { 0.5 } else { (mode - low) / (high - low) };
    let (mut from, mut to) = (low, high);
    if u > c {
        u = 1.0 - u;
        c = 1.0 - c;
        (from, to) = (to, from);
    }
    Ok(Value::float(from + (to - from) * (u * c).sqrt()))
}

/// A uniform number for a loop that draws until one is accepted: with strange
/// parameters that never happens, so it looks at the limits.
fn retry(vm: &mut Vm, who: Who, turns: &mut usize) -> Res<f64> {
    vm.turn(turns)?;
    draw(vm, who)
}

/// Kinderman and Monahan's method.
fn normal(vm: &mut Vm, who: Who, mu: f64, sigma: f64) -> Res<f64> {
    let magic = 4.0 * (-0.5_f64).exp() / 2.0_f64.sqrt();
    let mut turns = 0;
    loop {
        let u1 = retry(vm, who, &mut turns)?;
        let u2 = 1.0 - draw(vm, who)?;
        let z = magic * (u1 - 0.5) / u2;
        if z * z / 4.0 <= -u2.ln() {
            return Ok(mu + z * sigma);
        }
    }
}

pub(super) fn normalvariate(vm: &mut Vm, who: Who, args: &Args<'_>) -> Res {
    let [mu, sigma] = floats_or(vm, "normalvariate", args, ["mu", "sigma"], [0.0, 1.0])?;
    normal(vm, who, mu, sigma).map(Value::float)
}

pub(super) fn gauss(vm: &mut Vm, who: Who, args: &Args<'_>) -> Res {
    let [mu, sigma] = floats_or(vm, "gauss", args, ["mu", "sigma"], [0.0, 1.0])?;
    let z = match source(vm, who)?.spare_gauss.take() {
        Some(z) => z,
        None => {
            let angle = draw(vm, who)? * TAU;
            let radius = (-2.0 * (1.0 - draw(vm, who)?).ln()).sqrt();
            source(vm, who)?.spare_gauss = Some(angle.sin() * radius);
            angle.cos() * radius
        }
    };
    Ok(Value::float(mu + z * sigma))
}

pub(super) fn lognormvariate(vm: &mut Vm, who: Who, args: &Args<'_>) -> Res {
    let [mu, sigma] = floats(vm, "lognormvariate", args, ["mu", "sigma"])?;
    Ok(Value::float(normal(vm, who, mu, sigma)?.exp()))
}

pub(super) fn expovariate(vm: &mut Vm, who: Who, args: &Args<'_>) -> Res {
    let [rate] = floats(vm, "expovariate", args, ["lambd"])?;
    let u = draw(vm, who)?;
    crate::text::float_ops::divide(-(1.0 - u).ln(), rate).map(Value::float).map_err(|e| vm.from_text(e))
}

pub(super) fn vonmisesvariate(vm: &mut Vm, who: Who, args: &Args<'_>) -> Res {
    let [mu, kappa] = floats(vm, "vonmisesvariate", args, ["mu", "kappa"])?;
    if kappa <= 1e-6 {
        return Ok(Value::float(TAU * draw(vm, who)?));
    }
    let s = 0.5 / kappa;
    let r = s + (1.0 + s * s).sqrt();
    let mut turns = 0;
    let z = loop {
        let u1 = retry(vm, who, &mut turns)?;
        let z = (PI * u1).cos();
        let d = z / (r + z);
        let u2 = draw(vm, who)?;
        if u2 < 1.0 - d * d || u2 <= (1.0 - d) * d.exp() {
            break z;
        }
    };
    let q = 1.0 / r;
    let f = (q + z) / (1.0 + q * z);
    let sign = if draw(vm, who)? > 0.5 { 1.0 } else { -1.0 };
    let angle = mu + sign * f.acos();
    crate::text::float_ops::modulo(angle, TAU).map(Value::float).map_err(|e| vm.from_text(e))
}

fn gamma(vm: &mut Vm, who: Who, alpha: f64, beta: f64) -> Res<f64> {
    if alpha <= 0.0 || beta <= 0.0 {
        return Err(vm.value_error("gammavariate: alpha and beta must be > 0.0"));
    }
    if alpha > 1.0 {
        return large_gamma(vm, who, alpha, beta);
    }
    if alpha == 1.0 {
        return Ok(-(1.0 - draw(vm, who)?).ln() * beta);
    }
    let mut turns = 0;
    let x = loop {
        let u = retry(vm, who, &mut turns)?;
        let b = (E + alpha) / E;
        let p = b * u;
        let x = if p <= 1.0 { p.powf(1.0 / alpha) } else { -((b - p) / alpha).ln() };
        let u1 = draw(vm, who)?;
        let accepted = if p > 1.0 { u1 <= x.powf(alpha - 1.0) } else { u1 <= (-x).exp() };
        if accepted {
            break x;
        }
    };
    Ok(x * beta)
}

/// Cheng's method (1977).
fn large_gamma(vm: &mut Vm, who: Who, alpha: f64, beta: f64) -> Res<f64> {
    let magic = 1.0 + 4.5_f64.ln();
    let a = (2.0 * alpha - 1.0).sqrt();
    let b = alpha - 4.0_f64.ln();
    let c = alpha + a;
    let mut turns = 0;
    loop {
        let u1 = retry(vm, who, &mut turns)?;
        if !(1e-7 < u1 && u1 < 0.999_999_9) {
            continue;
        }
        let u2 = 1.0 - draw(vm, who)?;
        let v = (u1 / (1.0 - u1)).ln() / a;
        let x = alpha * v.exp();
        let z = u1 * u1 * u2;
        let r = b + c * v - x;
        if r + magic - 4.5 * z >= 0.0 || r >= z.ln() {
            return Ok(x * beta);
        }
    }
}

pub(super) fn gammavariate(vm: &mut Vm, who: Who, args: &Args<'_>) -> Res {
    let [alpha, beta] = floats(vm, "gammavariate", args, ["alpha", "beta"])?;
    gamma(vm, who, alpha, beta).map(Value::float)
}

pub(super) fn betavariate(vm: &mut Vm, who: Who, args: &Args<'_>) -> Res {
    let [alpha, beta] = floats(vm, "betavariate", args, ["alpha", "beta"])?;
    let y = gamma(vm, who, alpha, 1.0)?;
    if y == 0.0 {
        return Ok(Value::float(0.0));
    }
    let other = gamma(vm, who, beta, 1.0)?;
    Ok(Value::float(y / (y + other)))
}

pub(super) fn paretovariate(vm: &mut Vm, who: Who, args: &Args<'_>) -> Res {
    let [alpha] = floats(vm, "paretovariate", args, ["alpha"])?;
    let u = 1.0 - draw(vm, who)?;
    Ok(Value::float(u.powf(-1.0 / alpha)))
}

pub(super) fn weibullvariate(vm: &mut Vm, who: Who, args: &Args<'_>) -> Res {
    let [alpha, beta] = floats(vm, "weibullvariate", args, ["alpha", "beta"])?;
    let u = 1.0 - draw(vm, who)?;
    Ok(Value::float(alpha * (-u.ln()).powf(1.0 / beta)))
}
