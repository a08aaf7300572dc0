//! Orders to begin with: depth-first walks, so that what hangs together stands
//! together.
//!
//! Postcondition: each item of the layers stands once, in its own rank.

use super::super::proper::Layers;
use super::arrangement::Arrangement;

/// Where a walk begins and in which order it goes on.
#[derive(Clone, Copy)]
pub(super) enum Walk<'a> {
    /// From the outputs, then from what nothing needs, in argument order.
    FromSinks { outputs: &'a [u32] },
    /// From what needs nothing, in program order.
    FromSources,
    /// From the sinks or the sources in an order of its own.
    Shuffled { seed: u64 },
}

/// Orders by the time at which a depth-first walk meets each item.
pub(super) fn walk(layers: &Layers, kind: Walk<'_>) -> Arrangement {
    let nodes = 0..layers.node_count as u32;
    let sources = nodes.clone().filter(|&v| layers.lower.of(v).is_empty());
    let sinks = nodes.filter(|&v| layers.upper.of(v).is_empty());
    let mut random = None;
    let (next, mut roots) = match kind {
        Walk::FromSources => (&layers.upper, sources.collect::<Vec<_>>()),
        Walk::FromSinks { outputs } => (
            &layers.lower,
            outputs.iter().copied().chain(sinks).collect(),
        ),
        Walk::Shuffled { seed } => {
            random = Some(Random::new(seed));
            match seed % 2 {
                0 => (&layers.upper, sources.collect()),
                _ => (&layers.lower, sinks.collect()),
            }
        }
    };
    if let Some(random) = &mut random {
        random.shuffle(&mut roots);
    }
    let mut seen = vec![false; layers.item_count()];
    let mut met = Vec::with_capacity(layers.item_count());
    let mut stack = Vec::new();
    // Outputs that others need do not reach everything; the rest follows.
    let rest = 0..layers.node_count as u32;
    for root in roots.into_iter().chain(rest) {
        stack.push(root);
        while let Some(item) = stack.pop() {
            if std::mem::replace(&mut seen[item as usize], true) {
                continue;
            }
            met.push(item);
            let pushed = stack.len();
            stack.extend(next.of(item).iter().rev().filter(|&&w| !seen[w as usize]));
            if let Some(random) = &mut random {
                random.shuffle(&mut stack[pushed..]);
            }
        }
    }
    Arrangement::new(layers, &met)
}

/// A small generator of numbers (xorshift*), the same on every machine.
pub(super) struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        high as usize % bound.max(1)
    }

    fn shuffle(&mut self, items: &mut [u32]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }
}
