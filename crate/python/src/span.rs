//! Places in a program: UTF-8 byte ranges, and lines and columns made from
//! them at the boundary.

use std::sync::Arc;

/// A range of UTF-8 bytes in a source text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    #[must_use]
    pub fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The smallest range that covers both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }
}

/// A named source text with its line starts.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    pub name: Arc<str>,
    pub text: Arc<str>,
    line_starts: Box<[u32]>,
}

impl Source {
    #[must_use]
    pub fn new(name: &str, text: &str) -> Self {
        let mut line_starts = vec![0];
        let bytes = text.as_bytes();
        for (i, &byte) in bytes.iter().enumerate() {
            let lone_cr = byte == b'\r' && bytes.get(i + 1) != Some(&b'\n');
            if byte == b'\n' || lone_cr {
                line_starts.push(i as u32 + 1);
            }
        }
        Self { name: name.into(), text: text.into(), line_starts: line_starts.into() }
    }

    /// The 1-based line of a byte offset.
    #[must_use]
    pub fn line(&self, offset: u32) -> u32 {
        self.line_starts.partition_point(|&start| start <= offset) as u32
    }

    /// The 1-based line and 0-based UTF-16 column of a byte offset.
    #[must_use]
    pub fn line_column_utf16(&self, offset: u32) -> (u32, u32) {
        let line = self.line(offset);
        let start = self.line_start(line);
        let before = self.text.get(start as usize..offset as usize).unwrap_or("");
        (line, before.encode_utf16().count() as u32)
    }

    /// The text of a 1-based line, without its end.
    #[must_use]
    pub fn line_text(&self, line: u32) -> &str {
        let start = self.line_start(line) as usize;
        let end = self.line_starts.get(line as usize).map_or(self.text.len(), |&e| e as usize);
        self.text.get(start..end).unwrap_or("").trim_end_matches(['\n', '\r'])
    }

    /// The byte offset at which a 1-based line starts.
    #[must_use]
    pub fn line_start(&self, line: u32) -> u32 {
        let index = (line as usize).saturating_sub(1);
        self.line_starts.get(index).copied().unwrap_or(self.text.len() as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns() {
        let source = Source::new("p", "a = 'ä😀' + x\nb\r\nc");
        let x = source.text.find('x').unwrap() as u32;
        assert_eq!(source.line_column_utf16(x), (1, 12));
        assert_eq!(source.line(source.text.find('c').unwrap() as u32), 3);
        assert_eq!(source.line_text(2), "b");
        assert_eq!(source.line_text(9), "");
    }
}
