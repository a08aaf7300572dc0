//! Text: shared, immutable, with its length in code points.

use std::cell::Cell;
use std::hash::{BuildHasher, BuildHasherDefault};
use std::sync::Arc;

use rustc_hash::FxHasher;

/// The hash of a text as [`StrObject::hash`] gives it.
#[must_use]
pub fn text_hash(text: &str) -> u64 {
    // Python's hashes are signed and never -1.
    match BuildHasherDefault::<FxHasher>::default().hash_one(text) {
        0 | u64::MAX => 1,
        hash => hash,
    }
}

/// A `str`. Cheap to copy between machines: the text is shared.
#[derive(Debug, Clone)]
pub struct StrObject {
    text: Arc<str>,
    /// Length in code points; equal to the length in bytes when all is ASCII.
    chars: u32,
    /// Python's `hash`, once it was asked for; 0 before.
    hash: Cell<u64>,
}

impl StrObject {
    #[must_use]
    pub fn new(text: Arc<str>) -> Self {
        let chars = if text.is_ascii() { text.len() } else { text.chars().count() } as u32;
        Self { text, chars, hash: Cell::new(0) }
    }

    #[inline]
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    #[must_use]
    pub fn shared(&self) -> &Arc<str> {
        &self.text
    }

    /// Length in code points.
    #[inline]
    #[must_use]
    pub fn char_len(&self) -> usize {
        self.chars as usize
    }

    #[inline]
    #[must_use]
    pub fn is_ascii(&self) -> bool {
        self.chars as usize == self.text.len()
    }

    /// The hash of the text: the same on every machine and in every run, never 0.
    #[inline]
    #[must_use]
    pub fn hash(&self) -> u64 {
        let known = self.hash.get();
        if known != 0 {
            return known;
        }
        let hash = text_hash(&self.text);
        self.hash.set(hash);
        hash
    }

    /// The byte offset of a code point index (at most the length).
    #[must_use]
    pub fn byte_offset(&self, index: usize) -> usize {
        if self.is_ascii() {
            index.min(self.text.len())
        } else {
            self.text.char_indices().nth(index).map_or(self.text.len(), |(offset, _)| offset)
        }
    }

    /// The text of code points `start..end`.
    #[must_use]
    pub fn slice(&self, start: usize, end: usize) -> &str {
        if start >= end {
            return "";
        }
        let from = self.byte_offset(start);
        let to = if self.is_ascii() {
            end.min(self.text.len())
        } else {
            self.text[from..].char_indices().nth(end - start).map_or(self.text.len(), |(o, _)| from + o)
        };
        &self.text[from..to]
    }
}
