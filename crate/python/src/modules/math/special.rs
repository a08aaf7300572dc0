//! The gamma and error functions, computed as CPython does: Lanczos' sum with Boost's coefficients.

#![expect(clippy::excessive_precision, reason = "the coefficients are written as they were published")]

const G: f64 = 6.024_680_040_776_729_583_740_234_375;
const G_MINUS_HALF: f64 = 5.524_680_040_776_729_583_740_234_375;
const NUMERATOR: [f64; 13] = [
    23_531_376_880.410_759_688_572_007_674_451_636_754_734_846_804_940,
    42_919_803_642.649_098_768_957_899_047_001_988_850_926_355_848_959,
    35_711_959_237.355_668_049_440_185_451_547_166_705_960_488_635_843,
    17_921_034_426.037_209_699_919_755_754_458_931_112_671_403_265_390,
    6_039_542_586.352_028_005_064_291_644_307_297_921_069_938_842_070_8,
    1_439_720_407.311_721_673_663_223_072_794_912_393_971_548_578_637_2,
    248_874_557.862_054_156_511_460_386_413_229_423_216_321_251_278_01,
    31_426_415.585_400_194_380_614_231_628_318_205_362_874_684_987_640,
    2_876_370.628_935_372_441_225_409_051_620_849_613_599_114_537_876_8,
    186_056.265_395_223_495_040_294_989_716_045_699_282_207_842_363_28,
    8_071.672_002_365_816_210_638_002_902_272_250_613_821_851_632_502_4,
    210.824_277_751_579_345_872_509_733_920_713_362_711_669_695_802_91,
    2.506_628_274_631_000_270_164_908_177_133_837_338_626_431_079_340_8,
];
const DENOMINATOR: [f64; 13] = [
    0.0,
    39_916_800.0,
    120_543_840.0,
    150_917_976.0,
    105_258_076.0,
    45_995_730.0,
    13_339_535.0,
    2_637_558.0,
    357_423.0,
    32_670.0,
    1_925.0,
    66.0,
    1.0,
];
/// Beyond, the result is infinite or zero.
const LARGEST: f64 = 200.0;
/// From here on the power alone would overflow: it is taken in two steps.
const SPLIT_POWER: f64 = 140.0;
/// Largest argument whose factorial is an exact float.
const EXACT: f64 = 23.0;

fn lanczos_sum(x: f64) -> f64 {
    let pairs = NUMERATOR.iter().zip(&DENOMINATOR);
    let (numerator, denominator) = if x < 5.0 {
        pairs.rev().fold((0.0, 0.0), |(n, d), (a, b)| (n * x + a, d * x + b))
    } else {
        pairs.fold((0.0, 0.0), |(n, d), (a, b)| (n / x + a, d / x + b))
    };
    numerator / denominator
}

/// `sin(pi x)` without loss for large `x`.
fn sin_pi(x: f64) -> f64 {
    use std::f64::consts::PI;
    let y = x.abs() % 2.0;
    let result = match (2.0 * y).round() as i32 {
        0 => (PI * y).sin(),
        1 => (PI * (y - 0.5)).cos(),
        2 => (PI * (1.0 - y)).sin(),
        3 => -(PI * (y - 1.5)).cos(),
        _ => (PI * (y - 2.0)).sin(),
    };
    1.0_f64.copysign(x) * result
}

/// The gamma function; the caller refuses its poles.
pub(super) fn gamma(x: f64) -> f64 {
    if !x.is_finite() {
        return x;
    }
    if x == x.floor() && (1.0..=EXACT).contains(&x) {
        return (1..x as u64).fold(1.0, |product, n| product * n as f64);
    }
    let a = x.abs();
    if a < 1e-20 {
        return 1.0 / x;
    }
    if a > LARGEST {
        return if x < 0.0 { 0.0 / sin_pi(x) } else { f64::INFINITY };
    }
    let y = a + G_MINUS_HALF;
    let z = if a > G_MINUS_HALF { (y - a) - G_MINUS_HALF } else { (y - G_MINUS_HALF) - a };
    let z = z * G / y;
    let half_power = y.powf(a / 2.0 - 0.25);
    if x < 0.0 {
        let mut r = -std::f64::consts::PI / sin_pi(a) / a * y.exp() / lanczos_sum(a);
        r -= z * r;
        if a < SPLIT_POWER { r / y.powf(a - 0.5) } else { r / half_power / half_power }
    } else {
        let mut r = lanczos_sum(a) / y.exp();
        r += z * r;
        if a < SPLIT_POWER { r * y.powf(a - 0.5) } else { r * half_power * half_power }
    }
}

/// The logarithm of the absolute value of gamma; the caller refuses the poles.
pub(super) fn ln_gamma(x: f64) -> f64 {
    const LN_PI: f64 = 1.144_729_885_849_400_174_143_427_351_353_058_711_647;
    if x.is_nan() || x == 1.0 || x == 2.0 {
        return if x.is_nan() { x } else { 0.0 };
    }
    let a = x.abs();
    if a < 1e-20 {
        return -a.ln();
    }
    let r = lanczos_sum(a).ln() - G + (a - 0.5) * ((a + G - 0.5).ln() - 1.0);
    if x < 0.0 { LN_PI - sin_pi(a).abs().ln() - a.ln() - r } else { r }
}

pub(super) fn erf(x: f64) -> f64 {
    libm::erf(x)
}

pub(super) fn erfc(x: f64) -> f64 {
    libm::erfc(x)
}
