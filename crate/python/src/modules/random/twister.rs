//! MT19937 (Matsumoto and Nishimura 1998), seeded by an array of words as CPython seeds it.

use num_bigint::{BigInt, Sign};

pub(super) const WORDS: usize = 624;
const SHIFT: usize = 397;
const MATRIX: u32 = 0x9908_B0DF;
const UPPER: u32 = 0x8000_0000;
const LOWER: u32 = 0x7FFF_FFFF;

#[derive(Debug, Clone)]
pub(super) struct Twister {
    words: Box<[u32]>,
    next: usize,
}

impl Twister {
    /// A generator from a key of at least one word.
    pub fn from_key(key: &[u32]) -> Self {
        let mut words = vec![0_u32; WORDS];
        words[0] = 19_650_218;
        for i in 1..WORDS {
            let before = words[i - 1];
            words[i] = 1_812_433_253_u32.wrapping_mul(before ^ before >> 30).wrapping_add(i as u32);
        }
        let (mut i, mut j) = (1, 0);
        for _ in 0..WORDS.max(key.len()) {
            let before = words[i - 1];
            words[i] = (words[i] ^ (before ^ before >> 30).wrapping_mul(1_664_525))
                .wrapping_add(key[j])
                .wrapping_add(j as u32);
            i += 1;
            j = (j + 1) % key.len();
            if i >= WORDS {
                words[0] = words[WORDS - 1];
                i = 1;
            }
        }
        for _ in 0..WORDS - 1 {
            let before = words[i - 1];
            words[i] = (words[i] ^ (before ^ before >> 30).wrapping_mul(1_566_083_941)).wrapping_sub(i as u32);
            i += 1;
            if i >= WORDS {
                words[0] = words[WORDS - 1];
                i = 1;
            }
        }
        words[0] = UPPER;
        Self { words: words.into(), next: WORDS }
    }

    /// The words and the place of the next one: all that there is to know.
    pub fn state(&self) -> (&[u32], usize) {
        (&self.words, self.next)
    }

    /// A generator from what `state` told; `None` when it is none.
    pub fn from_state(words: &[u32], next: usize) -> Option<Self> {
        (words.len() == WORDS && next <= WORDS).then(|| Self { words: words.into(), next })
    }

    fn refill(&mut self) {
        for i in 0..WORDS {
            let y = self.words[i] & UPPER | self.words[(i + 1) % WORDS] & LOWER;
            let odd = if y & 1 == 1 { MATRIX } else { 0 };
            self.words[i] = self.words[(i + SHIFT) % WORDS] ^ y >> 1 ^ odd;
        }
        self.next = 0;
    }

    pub fn next_u32(&mut self) -> u32 {
        if self.next >= WORDS {
            self.refill();
        }
        let mut y = self.words[self.next];
        self.next += 1;
        y ^= y >> 11;
        y ^= y << 7 & 0x9D2C_5680;
        y ^= y << 15 & 0xEFC6_0000;
        y ^ y >> 18
    }

    /// A float in [0, 1) with 53 random bits.
    pub fn next_f64(&mut self) -> f64 {
        let (a, b) = (self.next_u32() >> 5, self.next_u32() >> 6);
        (f64::from(a) * 67_108_864.0 + f64::from(b)) / 9_007_199_254_740_992.0
    }

    /// Up to 64 random bits.
    pub fn small_bits(&mut self, count: u32) -> u64 {
        match count {
            0 => 0,
            1..=32 => u64::from(self.next_u32() >> (32 - count)),
            _ => {
                let low = u64::from(self.next_u32());
                low | u64::from(self.next_u32() >> (64 - count)) << 32
            }
        }
    }

    /// Any number of random bits, the lowest word first.
    pub fn bits(&mut self, count: u64) -> BigInt {
        if count <= 64 {
            return BigInt::from(self.small_bits(count as u32));
        }
        let mut digits = Vec::new();
        let mut left = count;
        while left > 0 {
            let word = self.next_u32();
            digits.push(if left < 32 { word >> (32 - left) } else { word });
            left = left.saturating_sub(32);
        }
        BigInt::from_slice(Sign::Plus, &digits)
    }
}
