//! A hash of 128 bits that is the same on every machine and in every run.

const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

/// Collects words and texts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hash128(u128);

impl Hash128 {
    /// An empty hash; `kind` keeps different kinds of content apart.
    pub fn new(kind: u64) -> Self {
        let mut hash = Self(OFFSET);
        hash.word(kind);
        hash
    }

    pub fn word(&mut self, word: u64) {
        // The multiplication carries upwards only, so the high half is folded back.
        let mixed = (self.0 ^ u128::from(word)).wrapping_mul(PRIME);
        self.0 = mixed ^ (mixed >> 67);
    }

    pub fn wide(&mut self, word: u128) {
        self.word(word as u64);
        self.word((word >> 64) as u64);
    }

    pub fn bytes(&mut self, bytes: &[u8]) {
        self.word(bytes.len() as u64);
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            if let Some(front) = word.get_mut(..chunk.len()) {
                front.copy_from_slice(chunk);
            }
            self.word(u64::from_le_bytes(word));
        }
    }

    pub fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    pub fn finish(mut self) -> u128 {
        for round in 1..=3 {
            self.word(round);
        }
        self.0
    }
}

/// Hashes what is written to it, so that long texts need no memory.
impl std::fmt::Write for Hash128 {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.text(text);
        Ok(())
    }
}

/// One step of a generator of well mixed words from a counter.
pub(crate) fn mix(counter: u64) -> u64 {
    let mut z = counter.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn similar_content_differs_everywhere() {
        let of = |text: &str| {
            let mut hash = Hash128::new(1);
            hash.text(text);
            hash.finish()
        };
        assert_eq!(of("add"), of("add"));
        for (a, b) in [("add", "adc"), ("", "\0"), ("abcdefgh", "abcdefgi")] {
            let changed = (of(a) ^ of(b)).count_ones();
            assert!((32..=96).contains(&changed), "{a:?} and {b:?} differ in {changed} bits");
        }
    }
}
