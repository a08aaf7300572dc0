//! The backtracking matcher: an explicit stack of choices, so that long texts take no native stack, and a look at the
//! limits now and then, so that a pattern that never ends can be stopped.

use super::program::{Op, Program, fold};
use super::tree::{Assert, Kind, Set, SetItem};
use crate::error::Res;
use crate::object::Type;
use crate::vm::Vm;

/// Steps between two looks at the limits.
const STEPS_PER_TICK: u64 = 1 << 16;
/// Most choices that wait at once.
const MAX_CHOICES: usize = 8_000_000;
/// No place: a group that matched nothing.
pub(super) const NOWHERE: usize = usize::MAX;

enum Undo {
    Choice { pc: usize, place: usize },
    Save { slot: usize, old: usize },
    Mark { slot: usize, old: usize },
}

struct Matcher<'a> {
    ops: &'a [Op],
    text: &'a [char],
    /// The end of what is looked at.
    end: usize,
    saves: Vec<usize>,
    marks: Vec<usize>,
    undo: Vec<Undo>,
    steps: u64,
}

/// How a match must lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    /// Begins at the start.
    Start,
    /// Begins anywhere.
    Anywhere,
    /// Begins at the start and ends at the end.
    Whole,
}

/// The places of the groups of the first match in `text[start..end]`; it must not be empty at `not_empty_at`.
pub(super) fn find(
    vm: &mut Vm,
    program: &Program,
    text: &[char],
    (start, end): (usize, usize),
    how: Where,
    not_empty_at: Option<usize>,
) -> Res<Option<Vec<usize>>> {
    let mut matcher = Matcher {
        ops: &program.ops,
        text,
        end,
        saves: vec![NOWHERE; (program.groups + 1) * 2],
        marks: vec![NOWHERE; program.marks],
        undo: Vec::new(),
        steps: 0,
    };
    let mut place = start;
    while place <= end {
        if how == Where::Anywhere
            && let Some(first) = program.first
        {
            match text[place..end].iter().position(|&c| c == first) {
                Some(offset) => place += offset,
                None => return Ok(None),
            }
        }
        matcher.saves.fill(NOWHERE);
        let accept = |at: usize| {
            let empty = at == place && not_empty_at == Some(at);
            !empty && (how != Where::Whole || at == end)
        };
        if matcher.run(vm, 0, place, &accept)?.is_some() {
            return Ok(Some(matcher.saves));
        }
        if how != Where::Anywhere {
            return Ok(None);
        }
        place += 1;
    }
    Ok(None)
}

impl Matcher<'_> {
    /// Runs from an instruction until one accepts; the place where it ended.
    fn run(&mut self, vm: &mut Vm, pc: usize, place: usize, accept: &dyn Fn(usize) -> bool) -> Res<Option<usize>> {
        let floor = self.undo.len();
        let (mut pc, mut place) = (pc, place);
        loop {
            self.steps += 1;
            if self.steps.is_multiple_of(STEPS_PER_TICK) {
                vm.tick(STEPS_PER_TICK)?;
                if self.undo.len() > MAX_CHOICES {
                    return Err(vm.error(Type::MemoryError, "the regular expression needs too much memory"));
                }
            }
            let next = match &self.ops[pc] {
                Op::Accept if accept(place) => return Ok(Some(place)),
                Op::Accept => None,
                Op::Save(slot) => {
                    self.undo.push(Undo::Save { slot: *slot, old: self.saves[*slot] });
                    self.saves[*slot] = place;
                    Some((pc + 1, place))
                }
                Op::Split(first, second) => {
                    self.undo.push(Undo::Choice { pc: *second, place });
                    Some((*first, place))
                }
                Op::Jump(to) => Some((*to, place)),
                Op::Mark(slot) => {
                    self.undo.push(Undo::Mark { slot: *slot, old: self.marks[*slot] });
                    self.marks[*slot] = place;
                    Some((pc + 1, place))
                }
                // The jump back to the head of the loop comes next; leaving skips it.
                Op::Progress(slot) => Some((pc + 1 + usize::from(self.marks[*slot] == place), place)),
                Op::Look { next, back, negate } => {
                    let (next, back, negate) = (*next, *back, *negate);
                    self.look(vm, pc, place, back, negate)?.then_some((next, place))
                }
                Op::Atomic { next } => {
                    let next = *next;
                    let mark = self.undo.len();
                    let end = self.run(vm, pc + 1, place, &|_| true)?;
                    self.forget_choices(mark);
                    end.map(|end| (next, end))
                }
                Op::If { group, no } => {
                    let matched = self.saves[group * 2 + 1] != NOWHERE;
                    Some((if matched { pc + 1 } else { *no }, place))
                }
                Op::Same(group, fold) => self.same(*group, *fold, place).map(|place| (pc + 1, place)),
                Op::Assert(assert) => self.holds(*assert, place).then_some((pc + 1, place)),
                op => self.takes(op, place).then_some((pc + 1, place + 1)),
            };
            match next.or_else(|| self.back(floor)) {
                Some((to, at)) => (pc, place) = (to, at),
                None => return Ok(None),
            }
        }
    }

    /// Undoes what was done since the last choice, and takes its other way.
    fn back(&mut self, floor: usize) -> Option<(usize, usize)> {
        while self.undo.len() > floor {
            match self.undo.pop()? {
                Undo::Choice { pc, place } => return Some((pc, place)),
                Undo::Save { slot, old } => self.saves[slot] = old,
                Undo::Mark { slot, old } => self.marks[slot] = old,
            }
        }
        None
    }

    /// Drops the choices since a mark but keeps how to undo what was saved.
    fn forget_choices(&mut self, mark: usize) {
        let later = self.undo.split_off(mark);
        self.undo.extend(later.into_iter().filter(|undo| !matches!(undo, Undo::Choice { .. })));
    }

    fn look(&mut self, vm: &mut Vm, pc: usize, place: usize, back: usize, negate: bool) -> Res<bool> {
        let Some(start) = place.checked_sub(back) else { return Ok(negate) };
        let mark = self.undo.len();
        let ended = if back > 0 {
            self.run(vm, pc + 1, start, &|at| at == place)?
        } else {
            self.run(vm, pc + 1, start, &|_| true)?
        };
        if negate {
            while self.undo.len() > mark {
                match self.undo.pop() {
                    Some(Undo::Save { slot, old }) => self.saves[slot] = old,
                    Some(Undo::Mark { slot, old }) => self.marks[slot] = old,
                    _ => {}
                }
            }
            return Ok(ended.is_none());
        }
        self.forget_choices(mark);
        Ok(ended.is_some())
    }

    fn char_at(&self, place: usize) -> Option<char> {
        if place < self.end { self.text.get(place).copied() } else { None }
    }

    fn takes(&self, op: &Op, place: usize) -> bool {
        let Some(c) = self.char_at(place) else { return false };
        match op {
            Op::Char(wanted) => c == *wanted,
            Op::Fold(wanted) => fold(c) == *wanted,
            Op::Any => true,
            Op::AnyButBreak => c != '\n',
            Op::Set(set) => in_set(set, c),
            _ => false,
        }
    }

    fn same(&self, group: usize, folded: bool, place: usize) -> Option<usize> {
        let (start, end) = (self.saves[group * 2], self.saves[group * 2 + 1]);
        if start == NOWHERE || end == NOWHERE || end < start {
            return None;
        }
        let length = end - start;
        if place + length > self.end {
            return None;
        }
        let equal = (0..length).all(|i| {
            let (a, b) = (self.text[start + i], self.text[place + i]);
            a == b || folded && fold(a) == fold(b)
        });
        equal.then_some(place + length)
    }

    fn holds(&self, assert: Assert, place: usize) -> bool {
        let at_break = |place: usize| self.char_at(place) == Some('\n');
        match assert {
            Assert::TextStart => place == 0,
            Assert::LineStart => place == 0 || at_break(place - 1),
            Assert::TextEnd => place == self.end,
            Assert::LastLineEnd => place == self.end || place + 1 == self.end && at_break(place),
            Assert::LineEnd => place == self.end || at_break(place),
            Assert::WordBorder(ascii) => self.is_border(place, ascii),
            Assert::NoWordBorder(ascii) => self.end > 0 && !self.is_border(place, ascii),
        }
    }

    fn is_border(&self, place: usize, ascii: bool) -> bool {
        let word = |place: Option<usize>| {
            place.and_then(|place| self.char_at(place)).is_some_and(|c| is_kind(Kind::Word, ascii, c))
        };
        word(place.checked_sub(1)) != word(Some(place))
    }
}

fn is_kind(kind: Kind, ascii: bool, c: char) -> bool {
    match (kind, ascii || c.is_ascii()) {
        (Kind::Digit, true) => c.is_ascii_digit(),
        (Kind::Word, true) => c.is_ascii_alphanumeric() || c == '_',
        (Kind::Space, true) => matches!(c, ' ' | '\t'..='\r') || (!ascii && ('\u{1c}'..='\u{1f}').contains(&c)),
        (Kind::Digit, false) => crate::text::str_methods::is_decimal(c.encode_utf8(&mut [0; 4])),
        (Kind::Word, false) => crate::text::str_methods::is_alnum(c.encode_utf8(&mut [0; 4])),
        (Kind::Space, false) => crate::text::str_methods::is_space(c.encode_utf8(&mut [0; 4])),
    }
}

fn in_set(set: &Set, c: char) -> bool {
    let found = has(&set.items, c)
        || set.fold && {
            let (lower, mut upper) = (fold(c), c.to_uppercase());
            has(&set.items, lower) || upper.len() == 1 && upper.next().is_some_and(|upper| has(&set.items, upper))
        };
    found != set.negate
}

fn has(items: &[SetItem], c: char) -> bool {
    items.iter().any(|item| match item {
        SetItem::Range(low, high) => (*low..=*high).contains(&c),
        SetItem::Kind(kind, negate, ascii) => is_kind(*kind, *ascii, c) != *negate,
    })
}
