//! Text: shared, immutable, with its length in code points.

use std::cell::Cell;
use std::sync::Arc;

use smol_str::SmolStr;

/// An odd number with bits all over.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// The hash of a text as [`StrObject::hash`] gives it. It decides in which
/// order sets of texts iterate, so it is the same on machines of 32 and of 64
/// bits, which the hashers of the usual crates are not.
#[must_use]
pub fn text_hash(text: &str) -> u64 {
    let mut hash = text.len() as u64;
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    for word in words {
        hash = (hash.rotate_left(5) ^ u64::from_le_bytes(*word)).wrapping_mul(SPREAD);
    }
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    hash = (hash.rotate_left(5) ^ u64::from_le_bytes(last)).wrapping_mul(SPREAD);
    // Multiplying moves bits up only, and sets look at the low ones.
    hash = (hash ^ hash >> 32).wrapping_mul(SPREAD);
    hash ^= hash >> 29;
    // Python's hashes are signed and never -1.
    match hash {
        0 | u64::MAX => 1,
        hash => hash,
    }
}

/// The longest text that lies in its slot of the heap, in bytes.
const SHORT: usize = 22;

/// A `str`: words and numbers lie in the slot itself, which needs no memory of
/// their own; longer texts are shared, also between machines.
#[derive(Debug, Clone)]
pub struct StrObject(Text);

#[derive(Debug, Clone)]
enum Text {
    /// ASCII, at most [`SHORT`] bytes.
    Short(SmolStr),
    Shared {
        text: Arc<str>,
        /// Length in code points; equal to the length in bytes when all is ASCII.
        chars: u32,
        /// Python's `hash`, once it was asked for; 0 before.
        hash: Cell<u64>,
    },
}

impl From<&str> for StrObject {
    fn from(text: &str) -> Self {
        if text.len() <= SHORT && text.is_ascii() { Self(Text::Short(SmolStr::new(text))) } else { Self::long(text.into()) }
    }
}

impl StrObject {
    #[must_use]
    pub fn new(text: Arc<str>) -> Self {
        if text.len() <= SHORT && text.is_ascii() {
            return Self(Text::Short(SmolStr::new(&*text)));
        }
        Self::long(text)
    }

    fn long(text: Arc<str>) -> Self {
        let chars = if text.is_ascii() { text.len() } else { text.chars().count() } as u32;
        Self(Text::Shared { text, chars, hash: Cell::new(0) })
    }

    #[inline]
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Text::Short(text) => text,
            Text::Shared { text, .. } => text,
        }
    }

    /// The text for other owners.
    #[must_use]
    pub fn shared(&self) -> Arc<str> {
        match &self.0 {
            Text::Short(text) => Arc::from(text.as_str()),
            Text::Shared { text, .. } => text.clone(),
        }
    }

    /// Length in code points.
    #[inline]
    #[must_use]
    pub fn char_len(&self) -> usize {
        match &self.0 {
            Text::Short(text) => text.len(),
            Text::Shared { chars, .. } => *chars as usize,
        }
    }

    #[inline]
    #[must_use]
    pub fn is_ascii(&self) -> bool {
        match &self.0 {
            Text::Short(_) => true,
            Text::Shared { text, chars, .. } => *chars as usize == text.len(),
        }
    }

    /// Bytes beside the slot.
    #[must_use]
    pub fn size(&self) -> usize {
        match &self.0 {
            Text::Short(_) => 0,
            Text::Shared { text, .. } => text.len() + 16,
        }
    }

    /// The hash of the text: the same on every machine and in every run, never 0.
    #[inline]
    #[must_use]
    pub fn hash(&self) -> u64 {
        let (text, hash) = match &self.0 {
            Text::Short(text) => return text_hash(text),
            Text::Shared { text, hash, .. } => (text, hash),
        };
        let known = hash.get();
        if known != 0 {
            return known;
        }
        let made = text_hash(text);
        hash.set(made);
        made
    }

    /// The byte offset of a code point index (at most the length).
    #[must_use]
    pub fn byte_offset(&self, index: usize) -> usize {
        if self.is_ascii() {
            index.min(self.as_str().len())
        } else {
            let text = self.as_str();
            text.char_indices().nth(index).map_or(text.len(), |(offset, _)| offset)
        }
    }

    /// The text of code points `start..end`.
    #[must_use]
    pub fn slice(&self, start: usize, end: usize) -> &str {
        if start >= end {
            return "";
        }
        let (text, from) = (self.as_str(), self.byte_offset(start));
        let to = if self.is_ascii() {
            end.min(text.len())
        } else {
            text[from..].char_indices().nth(end - start).map_or(text.len(), |(o, _)| from + o)
        };
        &text[from..to]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_fixed() {
        // Anything that changes these changes what programs print.
        assert_eq!([text_hash(""), text_hash("a"), text_hash("twelve bytes")], HASHES);
    }

    const HASHES: [u64; 3] = [1, 15_535_178_158_846_059_225, 4_350_331_993_232_696_468];
}
