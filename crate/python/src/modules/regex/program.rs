//! From a tree to instructions for the matcher.

use std::sync::Arc;

use super::parse::{ParseError, Parsed};
use super::tree::{Assert, Greed, Node, Set};

/// Most instructions of a program: repetitions with bounds are written out.
const MAX_INSTRUCTIONS: usize = 200_000;

#[derive(Debug, Clone)]
pub(super) enum Op {
    Char(char),
    /// Compared without case; it is lower case already.
    Fold(char),
    Any,
    AnyButBreak,
    Set(Set),
    Assert(Assert),
    Save(usize),
    /// Goes on at the first place, and later perhaps at the second.
    Split(usize, usize),
    Jump(usize),
    /// Notes the place in a slot; the loop that ends with `Progress` must move on from it.
    Mark(usize),
    /// Leaves the loop when nothing was matched since its mark.
    Progress(usize),
    Same(usize, bool),
    /// Runs what follows up to `Accept` on its own, then goes on at `next`.
    Look { next: usize, back: usize, negate: bool },
    Atomic { next: usize },
    /// Goes on at `no` when the group matched nothing.
    If { group: usize, no: usize },
    Accept,
}

#[derive(Debug)]
pub(super) struct Program {
    /// The pattern; of bytes, the characters of their numbers.
    pub text: Arc<str>,
    pub flags: u32,
    pub groups: usize,
    pub names: Vec<(Arc<str>, usize)>,
    pub ops: Vec<Op>,
    pub marks: usize,
    /// The character that every match begins with.
    pub first: Option<char>,
}

impl Program {
    /// Whether it is for bytes.
    pub fn of_bytes(&self) -> bool {
        self.flags & super::flags::BYTES != 0
    }
}

struct Builder {
    ops: Vec<Op>,
    marks: usize,
}

pub(super) fn build(text: Arc<str>, parsed: Parsed) -> Result<Program, ParseError> {
    let mut builder = Builder { ops: vec![Op::Save(0)], marks: 0 };
    builder.node(&parsed.node)?;
    builder.ops.extend([Op::Save(1), Op::Accept]);
    let first = first_char(&parsed.node);
    let Builder { ops, marks } = builder;
    Ok(Program { text, flags: parsed.flags, groups: parsed.groups, names: parsed.names, ops, marks, first })
}

fn first_char(node: &Node) -> Option<char> {
    match node {
        Node::Char(c, false) => Some(*c),
        Node::Group(_, node) | Node::Atomic(node) => first_char(node),
        Node::Row(nodes) => nodes.first().and_then(first_char),
        Node::Repeat { node, min, .. } if *min > 0 => first_char(node),
        _ => None,
    }
}

/// A character without case, when that is one character.
pub(super) fn fold(c: char) -> char {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(lower), None) => lower,
        _ => c,
    }
}

impl Builder {
    fn push(&mut self, op: Op) -> Result<usize, ParseError> {
        if self.ops.len() >= MAX_INSTRUCTIONS {
            return Err(ParseError { message: "the pattern is too large".to_owned(), place: 0 });
        }
        self.ops.push(op);
        Ok(self.ops.len() - 1)
    }

    fn node(&mut self, node: &Node) -> Result<(), ParseError> {
        match node {
            Node::Empty => {}
            Node::Char(c, true) => {
                self.push(Op::Fold(fold(*c)))?;
            }
            Node::Char(c, false) => {
                self.push(Op::Char(*c))?;
            }
            Node::Any(breaks) => {
                self.push(if *breaks { Op::Any } else { Op::AnyButBreak })?;
            }
            Node::Set(set) => {
                self.push(Op::Set(set.clone()))?;
            }
            Node::Assert(assert) => {
                self.push(Op::Assert(*assert))?;
            }
            Node::Group(0, node) => self.node(node)?,
            Node::Group(number, node) => {
                self.push(Op::Save(number * 2))?;
                self.node(node)?;
                self.push(Op::Save(number * 2 + 1))?;
            }
            Node::Row(nodes) => {
                for node in nodes {
                    self.node(node)?;
                }
            }
            Node::Choice(branches) => self.choice(branches)?,
            Node::Repeat { node, min, max, greed } => self.repeat(node, *min, *max, *greed)?,
            Node::Same(group, fold) => {
                self.push(Op::Same(*group, *fold))?;
            }
            Node::Look { node, behind, negate } => {
                let back = if *behind { usize::try_from(node.width().0).unwrap_or(usize::MAX) } else { 0 };
                let at = self.push(Op::Look { next: 0, back, negate: *negate })?;
                self.node(node)?;
                let next = self.push(Op::Accept)? + 1;
                self.ops[at] = Op::Look { next, back, negate: *negate };
            }
            Node::Atomic(node) => self.atomic(|builder| builder.node(node))?,
            Node::If { group, yes, no } => {
                let at = self.push(Op::If { group: *group, no: 0 })?;
                self.node(yes)?;
                let jump = self.push(Op::Jump(0))?;
                self.ops[at] = Op::If { group: *group, no: jump + 1 };
                self.node(no)?;
                self.ops[jump] = Op::Jump(self.ops.len());
            }
        }
        Ok(())
    }

    fn atomic(&mut self, inside: impl FnOnce(&mut Self) -> Result<(), ParseError>) -> Result<(), ParseError> {
        let at = self.push(Op::Atomic { next: 0 })?;
        inside(self)?;
        let next = self.push(Op::Accept)? + 1;
        self.ops[at] = Op::Atomic { next };
        Ok(())
    }

    fn choice(&mut self, branches: &[Node]) -> Result<(), ParseError> {
        let mut jumps = Vec::new();
        for (i, branch) in branches.iter().enumerate() {
            if i + 1 == branches.len() {
                self.node(branch)?;
                break;
            }
            let split = self.push(Op::Split(0, 0))?;
            self.node(branch)?;
            jumps.push(self.push(Op::Jump(0))?);
            self.ops[split] = Op::Split(split + 1, self.ops.len());
        }
        let end = self.ops.len();
        for jump in jumps {
            self.ops[jump] = Op::Jump(end);
        }
        Ok(())
    }

    fn repeat(&mut self, node: &Node, min: u32, max: Option<u32>, greed: Greed) -> Result<(), ParseError> {
        if greed == Greed::Possessive {
            return self.atomic(|builder| builder.repeat(node, min, max, Greed::Most));
        }
        for _ in 0..min {
            self.node(node)?;
        }
        let split = |inside: usize, after: usize| match greed {
            Greed::Least => Op::Split(after, inside),
            _ => Op::Split(inside, after),
        };
        match max {
            None => {
                let may_be_empty = node.width().0 == 0;
                let head = self.push(Op::Split(0, 0))?;
                let mark = self.marks;
                if may_be_empty {
                    self.marks += 1;
                    self.push(Op::Mark(mark))?;
                }
                self.node(node)?;
                if may_be_empty {
                    self.push(Op::Progress(mark))?;
                }
                let after = self.push(Op::Jump(head))? + 1;
                self.ops[head] = split(head + 1, after);
            }
            Some(max) => {
                let mut heads = Vec::new();
                for _ in min..max {
                    heads.push(self.push(Op::Split(0, 0))?);
                    self.node(node)?;
                }
                let after = self.ops.len();
                for head in heads {
                    self.ops[head] = split(head + 1, after);
                }
            }
        }
        Ok(())
    }
}
