//! Text: shared, immutable, with its length in code points.

use std::sync::Arc;

/// A `str`. Cheap to copy between machines: the text is shared.
#[derive(Debug, Clone)]
pub struct StrObject {
    text: Arc<str>,
    /// Length in code points; equal to the length in bytes when all is ASCII.
    chars: u32,
}

impl StrObject {
    #[must_use]
    pub fn new(text: Arc<str>) -> Self {
        let chars = if text.is_ascii() { text.len() } else { text.chars().count() } as u32;
        Self { text, chars }
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
