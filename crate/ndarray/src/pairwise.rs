//! Summing floats in numpy's order, so that sums agree to the last bit.
//!
//! Up to 128 elements are added into eight accumulators; more are split in two halves, the first a multiple
//! of eight. The error grows with the logarithm of the length instead of with the length.

const BLOCK: usize = 128;
const LANES: usize = 8;

/// The pairwise sum of `values`, each addition rounded by `round`.
pub(crate) fn pairwise_sum(values: &[f64], round: impl Fn(f64) -> f64 + Copy) -> f64 {
    if values.len() < LANES {
        return values.iter().fold(-0.0, |sum, x| round(sum + x));
    }
    if values.len() <= BLOCK {
        return block_sum(values, round);
    }
    // The depth is the logarithm of the length.
    let half = values.len() / 2;
    let (left, right) = values.split_at(half - half % LANES);
    round(pairwise_sum(left, round) + pairwise_sum(right, round))
}

fn block_sum(values: &[f64], round: impl Fn(f64) -> f64) -> f64 {
    let mut lanes = [0.0; LANES];
    let mut chunks = values.chunks_exact(LANES);
    if let Some(first) = chunks.next() {
        lanes.copy_from_slice(first);
    }
    for chunk in &mut chunks {
        for (lane, x) in lanes.iter_mut().zip(chunk) {
            *lane = round(*lane + x);
        }
    }
    let [a, b, c, d, e, f, g, h] = lanes;
    let sum = round(round(round(a + b) + round(c + d)) + round(round(e + f) + round(g + h)));
    chunks.remainder().iter().fold(sum, |sum, x| round(sum + x))
}
