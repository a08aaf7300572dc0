//! A regular expression as a tree.

/// What `\d`, `\w` and `\s` stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Digit,
    Word,
    Space,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum SetItem {
    Range(char, char),
    /// A kind of character, or all others; only ASCII counts with the last flag.
    Kind(Kind, bool, bool),
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Set {
    pub items: Vec<SetItem>,
    pub negate: bool,
    pub fold: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Assert {
    /// `\A`, and `^` without MULTILINE
    TextStart,
    LineStart,
    /// `\Z`
    TextEnd,
    /// `$` without MULTILINE: the end, or before a last line break
    LastLineEnd,
    LineEnd,
    /// `\b`; with the flag only ASCII letters make words
    WordBorder(bool),
    NoWordBorder(bool),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Greed {
    Most,
    Least,
    Possessive,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    Empty,
    Char(char, bool),
    /// `.`; with line breaks when set
    Any(bool),
    Set(Set),
    Assert(Assert),
    /// A group with its number; 0 for one that is not counted.
    Group(usize, Box<Node>),
    Row(Vec<Node>),
    Choice(Vec<Node>),
    Repeat { node: Box<Node>, min: u32, max: Option<u32>, greed: Greed },
    /// What a group matched, with case folded when set.
    Same(usize, bool),
    Look { node: Box<Node>, behind: bool, negate: bool },
    Atomic(Box<Node>),
    If { group: usize, yes: Box<Node>, no: Box<Node> },
}

impl Node {
    /// The least and greatest number of characters; `None` for no bound.
    pub fn width(&self) -> (u64, Option<u64>) {
        match self {
            Self::Empty | Self::Assert(_) | Self::Look { .. } => (0, Some(0)),
            Self::Char(..) | Self::Any(_) | Self::Set(_) => (1, Some(1)),
            Self::Group(_, node) | Self::Atomic(node) => node.width(),
            Self::Row(nodes) => nodes.iter().map(Self::width).fold((0, Some(0)), |(low, high), (l, h)| {
                (low + l, high.zip(h).map(|(a, b)| a + b))
            }),
            Self::Choice(nodes) => {
                let widths: Vec<_> = nodes.iter().map(Self::width).collect();
                let low = widths.iter().map(|(low, _)| *low).min().unwrap_or(0);
                let high = widths.iter().map(|(_, high)| *high).try_fold(0, |most, high| Some(most.max(high?)));
                (low, high)
            }
            Self::Repeat { node, min, max, .. } => {
                let (low, high) = node.width();
                (low * u64::from(*min), high.zip(*max).map(|(high, max)| high * u64::from(max)))
            }
            Self::Same(..) => (0, None),
            Self::If { yes, no, .. } => {
                let ((a, b), (c, d)) = (yes.width(), no.width());
                (a.min(c), b.zip(d).map(|(b, d)| b.max(d)))
            }
        }
    }
}
