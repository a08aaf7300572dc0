//! From the text of a regular expression to its tree, with the error messages of CPython.

use std::sync::Arc;

use super::flags;
use super::tree::{Assert, Greed, Kind, Node, Set, SetItem};

/// Groups inside groups: the reader is recursive.
const MAX_DEPTH: usize = 100;
/// Largest bound of a repetition.
const MAX_REPEAT: u32 = u32::MAX - 1;

pub(super) const TOO_LARGE: &str = "the repetition number is too large";

/// The place of an error of the whole pattern.
pub(super) const NO_PLACE: usize = usize::MAX;

#[derive(Debug, Clone, PartialEq)]
pub(super) struct ParseError {
    pub message: String,
    pub place: usize,
}

#[derive(Debug)]
pub(super) struct Parsed {
    pub node: Node,
    pub flags: u32,
    /// Groups without the whole.
    pub groups: usize,
    pub names: Vec<(Arc<str>, usize)>,
}

struct Parser {
    chars: Vec<char>,
    place: usize,
    flags: u32,
    groups: usize,
    names: Vec<(Arc<str>, usize)>,
    /// Groups that are not closed yet.
    open: Vec<usize>,
    /// Groups that conditions ask for before they are there, with the places of the conditions.
    awaited: Vec<(usize, usize)>,
    depth: usize,
}

type Parse<T = Node> = Result<T, ParseError>;

pub(super) fn parse(pattern: &str, flags: u32) -> Parse<Parsed> {
    let mut parser = Parser {
        chars: pattern.chars().collect(),
        place: 0,
        flags,
        groups: 0,
        names: Vec::new(),
        open: Vec::new(),
        awaited: Vec::new(),
        depth: 0,
    };
    let node = parser.choice()?;
    if parser.place < parser.chars.len() {
        return Err(parser.error("unbalanced parenthesis", parser.place));
    }
    if let Some((group, place)) = parser.awaited.iter().find(|(group, _)| *group > parser.groups) {
        return error(format!("invalid group reference {group}"), *place);
    }
    if parser.flags & (flags::ASCII | flags::BYTES) == 0 {
        parser.flags |= flags::UNICODE;
    }
    Ok(Parsed { node, flags: parser.flags, groups: parser.groups, names: parser.names })
}

fn error<T>(message: impl Into<String>, place: usize) -> Parse<T> {
    Err(ParseError { message: message.into(), place })
}

impl Parser {
    fn error(&self, message: &str, place: usize) -> ParseError {
        ParseError { message: message.to_owned(), place }
    }

    fn peek(&self) -> Option<char> {
        self.chars.get(self.place).copied()
    }

    fn eat(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        self.place += usize::from(found);
        found
    }

    fn looking_at(&self, text: &str) -> bool {
        text.chars().enumerate().all(|(i, c)| self.chars.get(self.place + i) == Some(&c))
    }

    fn has(&self, flag: u32) -> bool {
        self.flags & flag != 0
    }

    /// Whether only ASCII letters have kinds and cases.
    fn is_ascii(&self) -> bool {
        self.has(flags::ASCII | flags::BYTES)
    }

    fn choice(&mut self) -> Parse {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return error("too many groups inside groups", self.place);
        }
        let mut branches = vec![self.row()?];
        while self.eat('|') {
            branches.push(self.row()?);
        }
        self.depth -= 1;
        Ok(match branches.len() {
            1 => branches.remove(0),
            _ => Node::Choice(branches),
        })
    }

    fn row(&mut self) -> Parse {
        let mut nodes = Vec::new();
        while let Some(c) = self.peek() {
            if c == '|' || c == ')' {
                break;
            }
            let start = self.place;
            if self.has(flags::VERBOSE) && self.skip_verbose(c) {
                continue;
            }
            let Some(node) = self.atom()? else { continue };
            nodes.push(self.repeats(node, start)?);
        }
        Ok(match nodes.len() {
            0 => Node::Empty,
            1 => nodes.remove(0),
            _ => Node::Row(nodes),
        })
    }

    fn skip_verbose(&mut self, c: char) -> bool {
        if c.is_ascii_whitespace() || c == '\u{b}' {
            self.place += 1;
            return true;
        }
        if c == '#' {
            while self.peek().is_some_and(|c| c != '\n') {
                self.place += 1;
            }
            return true;
        }
        false
    }

    /// The bounds of a repetition, when there is one here.
    fn bounds(&mut self) -> Parse<Option<(u32, Option<u32>)>> {
        let start = self.place;
        match self.peek() {
            Some('*') => {
                self.place += 1;
                Ok(Some((0, None)))
            }
            Some('+') => {
                self.place += 1;
                Ok(Some((1, None)))
            }
            Some('?') => {
                self.place += 1;
                Ok(Some((0, Some(1))))
            }
            Some('{') => {
                self.place += 1;
                let low = self.number();
                let high = if self.eat(',') { self.number() } else { low.clone() };
                let exact = self.chars.get(self.place - 1) != Some(&',') && low == high;
                if !self.eat('}') || (low.is_empty() && exact) {
                    self.place = start;
                    return Ok(None);
                }
                let bound = |text: &str| -> Parse<Option<u32>> {
                    if text.is_empty() {
                        return Ok(None);
                    }
                    match text.parse::<u32>() {
                        Ok(n) if n <= MAX_REPEAT => Ok(Some(n)),
                        _ => error(TOO_LARGE, start + 1),
                    }
                };
                let (min, max) = (bound(&low)?.unwrap_or(0), bound(&high)?);
                if max.is_some_and(|max| max < min) {
                    return error("min repeat greater than max repeat", start + 1);
                }
                Ok(Some((min, max)))
            }
            _ => Ok(None),
        }
    }

    fn number(&mut self) -> String {
        let mut text = String::new();
        while let Some(c) = self.peek().filter(char::is_ascii_digit) {
            text.push(c);
            self.place += 1;
        }
        text
    }

    fn repeats(&mut self, node: Node, _start: usize) -> Parse {
        if self.has(flags::VERBOSE) {
            while self.peek().is_some_and(|c| self.has(flags::VERBOSE) && (c.is_ascii_whitespace() || c == '#')) {
                let Some(c) = self.peek() else { break };
                self.skip_verbose(c);
            }
        }
        let before = self.place;
        let Some((min, max)) = self.bounds()? else { return Ok(node) };
        if matches!(node, Node::Assert(_) | Node::Empty) {
            return error("nothing to repeat", before);
        }
        let greed = if self.eat('?') {
            Greed::Least
        } else if self.eat('+') {
            Greed::Possessive
        } else {
            Greed::Most
        };
        let again = self.place;
        if self.bounds()?.is_some() {
            return error("multiple repeat", again);
        }
        Ok(Node::Repeat { node: Box::new(node), min, max, greed })
    }

    fn char_node(&self, c: char) -> Node {
        Node::Char(c, self.has(flags::IGNORECASE) && (c.is_ascii() || !self.is_ascii()))
    }

    fn atom(&mut self) -> Parse<Option<Node>> {
        let start = self.place;
        let Some(c) = self.peek() else { return Ok(None) };
        self.place += 1;
        Ok(Some(match c {
            '.' => Node::Any(self.has(flags::DOTALL)),
            '^' if self.has(flags::MULTILINE) => Node::Assert(Assert::LineStart),
            '^' => Node::Assert(Assert::TextStart),
            '$' if self.has(flags::MULTILINE) => Node::Assert(Assert::LineEnd),
            '$' => Node::Assert(Assert::LastLineEnd),
            '[' => self.set(start)?,
            '(' => return self.group(start),
            '\\' => self.escape(start)?,
            '*' | '+' | '?' => return error("nothing to repeat", start),
            '{' => {
                self.place = start;
                if self.bounds()?.is_some() {
                    return error("nothing to repeat", start);
                }
                self.place = start + 1;
                self.char_node('{')
            }
            c => self.char_node(c),
        }))
    }

    fn kind_set(&self, kind: Kind, negate: bool) -> Node {
        let item = SetItem::Kind(kind, negate, self.is_ascii());
        Node::Set(Set { items: vec![item], negate: false, fold: false })
    }

    fn escape(&mut self, start: usize) -> Parse {
        let Some(c) = self.peek() else { return error("bad escape (end of pattern)", start) };
        self.place += 1;
        let ascii = self.is_ascii();
        Ok(match c {
            'A' => Node::Assert(Assert::TextStart),
            'Z' => Node::Assert(Assert::TextEnd),
            'b' => Node::Assert(Assert::WordBorder(ascii)),
            'B' => Node::Assert(Assert::NoWordBorder(ascii)),
            'd' => self.kind_set(Kind::Digit, false),
            'D' => self.kind_set(Kind::Digit, true),
            'w' => self.kind_set(Kind::Word, false),
            'W' => self.kind_set(Kind::Word, true),
            's' => self.kind_set(Kind::Space, false),
            'S' => self.kind_set(Kind::Space, true),
            '1'..='9' => return self.back_reference(start),
            c => {
                self.place -= 1;
                let c = self.escaped_char(start, c)?;
                self.char_node(c)
            }
        })
    }

    fn back_reference(&mut self, start: usize) -> Parse {
        self.place = start + 1;
        let digits: String = self.chars[self.place..].iter().take(3).take_while(|c| c.is_ascii_digit()).collect();
        if digits.len() == 3 && digits.chars().all(|c| c < '8') {
            if *digits >= *"400" {
                return error(format!("octal escape value \\{digits} outside of range 0-0o377"), start);
            }
            self.place += 3;
            let code = u32::from_str_radix(&digits, 8).unwrap_or(0);
            return Ok(self.char_node(char::from_u32(code).unwrap_or('\0')));
        }
        let digits: String = digits.chars().take(2).collect();
        self.place += digits.len();
        let group: usize = digits.parse().unwrap_or(0);
        self.check_reference(group, start + 1)?;
        Ok(Node::Same(group, self.has(flags::IGNORECASE)))
    }

    fn check_reference(&self, group: usize, place: usize) -> Parse<()> {
        if group > self.groups {
            return error(format!("invalid group reference {group}"), place);
        }
        if self.open.contains(&group) {
            return error("cannot refer to an open group", place - 1);
        }
        Ok(())
    }

    /// A character written with a backslash, outside or inside a set; the place is at the letter.
    fn escaped_char(&mut self, start: usize, c: char) -> Parse<char> {
        self.place += 1;
        let simple = match c {
            'a' => Some('\u{7}'),
            'f' => Some('\u{c}'),
            'n' => Some('\n'),
            'r' => Some('\r'),
            't' => Some('\t'),
            'v' => Some('\u{b}'),
            _ => None,
        };
        if let Some(simple) = simple {
            return Ok(simple);
        }
        let digits = match c {
            'x' => 2,
            'u' if !self.has(flags::BYTES) => 4,
            'U' if !self.has(flags::BYTES) => 8,
            '0' => {
                let octal: String =
                    self.chars[self.place..].iter().take(2).take_while(|c| ('0'..='7').contains(*c)).collect();
                self.place += octal.len();
                let code = u32::from_str_radix(&octal, 8).unwrap_or(0);
                return Ok(char::from_u32(code).unwrap_or('\0'));
            }
            c if c.is_ascii_alphanumeric() => return error(format!("bad escape \\{c}"), start),
            c => return Ok(c),
        };
        let text: String =
            self.chars[self.place..].iter().take(digits).take_while(|c| c.is_ascii_hexdigit()).collect();
        let code = if text.len() == digits { u32::from_str_radix(&text, 16).ok() } else { None };
        match code.and_then(char::from_u32) {
            Some(c) => {
                self.place += digits;
                Ok(c)
            }
            None => error(format!("incomplete escape \\{c}{text}"), start),
        }
    }

    fn set(&mut self, start: usize) -> Parse {
        let negate = self.eat('^');
        let mut items = Vec::new();
        let first = self.place;
        loop {
            let place = self.place;
            let Some(c) = self.peek() else { return error("unterminated character set", start) };
            if c == ']' && place != first {
                self.place += 1;
                break;
            }
            let low = self.set_item()?;
            if self.peek() != Some('-') {
                items.push(low);
                continue;
            }
            self.place += 1;
            match self.peek() {
                None => return error("unterminated character set", start),
                Some(']') => {
                    items.push(low);
                    items.push(SetItem::Range('-', '-'));
                }
                Some(_) => {
                    let high = self.set_item()?;
                    let text: String = self.chars[place..self.place].iter().collect();
                    match (low, high) {
                        (SetItem::Range(low, _), SetItem::Range(high, _)) if low <= high => {
                            items.push(SetItem::Range(low, high));
                        }
                        _ => return error(format!("bad character range {text}"), place),
                    }
                }
            }
        }
        Ok(Node::Set(Set { items, negate, fold: self.has(flags::IGNORECASE) }))
    }

    fn set_item(&mut self) -> Parse<SetItem> {
        let start = self.place;
        let Some(c) = self.peek() else { return error("unterminated character set", start) };
        self.place += 1;
        if c != '\\' {
            return Ok(SetItem::Range(c, c));
        }
        let Some(c) = self.peek() else { return error("bad escape (end of pattern)", start) };
        let ascii = self.is_ascii();
        let kind = match c {
            'd' | 'D' => Some(Kind::Digit),
            'w' | 'W' => Some(Kind::Word),
            's' | 'S' => Some(Kind::Space),
            _ => None,
        };
        if let Some(kind) = kind {
            self.place += 1;
            return Ok(SetItem::Kind(kind, c.is_ascii_uppercase(), ascii));
        }
        if c == 'b' {
            self.place += 1;
            return Ok(SetItem::Range('\u{8}', '\u{8}'));
        }
        if ('1'..='7').contains(&c) {
            let octal: String =
                self.chars[self.place..].iter().take(3).take_while(|c| ('0'..='7').contains(*c)).collect();
            self.place += octal.len();
            let c = u32::from_str_radix(&octal, 8).ok().and_then(char::from_u32).unwrap_or('\0');
            return Ok(SetItem::Range(c, c));
        }
        let c = self.escaped_char(start, c)?;
        Ok(SetItem::Range(c, c))
    }

    fn close(&mut self, start: usize) -> Parse<()> {
        if self.eat(')') { Ok(()) } else { error("missing ), unterminated subpattern", start) }
    }

    fn group(&mut self, start: usize) -> Parse<Option<Node>> {
        if !self.eat('?') {
            return self.counted(start, None).map(Some);
        }
        let Some(c) = self.peek() else { return error("unexpected end of pattern", self.place) };
        self.place += 1;
        match c {
            'P' => self.named(start).map(Some),
            ':' => {
                let flags = self.flags;
                let node = self.choice()?;
                self.flags = flags;
                self.close(start)?;
                Ok(Some(Node::Group(0, Box::new(node))))
            }
            '>' => {
                let node = self.choice()?;
                self.close(start)?;
                Ok(Some(Node::Atomic(Box::new(node))))
            }
            '#' => {
                while self.peek().is_some_and(|c| c != ')') {
                    self.place += 1;
                }
                if !self.eat(')') {
                    return error("missing ), unterminated comment", start);
                }
                Ok(None)
            }
            '=' | '!' => self.look(start, false, c == '!').map(Some),
            '<' if self.looking_at("=") || self.looking_at("!") => {
                let negate = self.peek() == Some('!');
                self.place += 1;
                self.look(start, true, negate).map(Some)
            }
            '<' => match self.peek() {
                Some(c) => error(format!("unknown extension ?<{c}"), start + 1),
                None => error("unexpected end of pattern", self.place),
            },
            '(' => self.conditional(start).map(Some),
            _ => {
                self.place -= 1;
                self.inline_flags(start)
            }
        }
    }

    fn counted(&mut self, start: usize, name: Option<Arc<str>>) -> Parse {
        self.groups += 1;
        let number = self.groups;
        if let Some(name) = name {
            self.names.push((name, number));
        }
        self.open.push(number);
        let flags = self.flags;
        let node = self.choice()?;
        self.flags = flags;
        self.close(start)?;
        self.open.pop();
        Ok(Node::Group(number, Box::new(node)))
    }

    /// A name up to a closing mark.
    fn name(&mut self, end: char, what: &str) -> Parse<Arc<str>> {
        let start = self.place;
        let mut name = String::new();
        loop {
            match self.peek() {
                None if name.is_empty() => return error(format!("missing {what}"), start),
                None => return error(format!("missing {end}, unterminated name"), start),
                Some(c) if c == end => break,
                Some(c) => name.push(c),
            }
            self.place += 1;
        }
        self.place += 1;
        if name.is_empty() {
            return error(format!("missing {what}"), start);
        }
        Ok(name.into())
    }

    fn named(&mut self, start: usize) -> Parse {
        if self.eat('<') {
            let place = self.place;
            let name = self.name('>', "group name")?;
            if !crate::text::str_methods::is_identifier(&name) {
                return error(format!("bad character in group name '{name}'"), place);
            }
            if let Some((_, known)) = self.names.iter().find(|(known, _)| *known == name) {
                let (known, next) = (*known, self.groups + 1);
                let text = format!("redefinition of group name '{name}' as group {next}; was group {known}");
                return error(text, place);
            }
            return self.counted(start, Some(name));
        }
        if self.eat('=') {
            let place = self.place;
            let name = self.name(')', "group name")?;
            let Some(&(_, group)) = self.names.iter().find(|(known, _)| *known == name) else {
                return error(format!("unknown group name '{name}'"), place);
            };
            self.check_reference(group, place)?;
            return Ok(Node::Same(group, self.has(flags::IGNORECASE)));
        }
        match self.peek() {
            Some(c) => error(format!("unknown extension ?P{c}"), start + 1),
            None => error("unexpected end of pattern", self.place),
        }
    }

    fn look(&mut self, start: usize, behind: bool, negate: bool) -> Parse {
        let flags = self.flags;
        let node = self.choice()?;
        self.flags = flags;
        self.close(start)?;
        let (low, high) = node.width();
        if behind && high != Some(low) {
            return error("look-behind requires fixed-width pattern", NO_PLACE);
        }
        Ok(Node::Look { node: Box::new(node), behind, negate })
    }

    fn conditional(&mut self, start: usize) -> Parse {
        let place = self.place;
        let name = self.name(')', "group name")?;
        let group = match self.names.iter().find(|(known, _)| *known == name) {
            Some(&(_, group)) => group,
            None => match name.parse::<usize>() {
                Ok(0) => return error("bad group number", place),
                Ok(group) => {
                    self.awaited.push((group, place));
                    group
                }
                Err(_) => return error(format!("unknown group name '{name}'"), place),
            },
        };
        let yes = self.row()?;
        let no = if self.eat('|') { self.row()? } else { Node::Empty };
        if self.peek() == Some('|') {
            return error("conditional backref with more than two branches", self.place);
        }
        self.close(start)?;
        Ok(Node::If { group, yes: Box::new(yes), no: Box::new(no) })
    }

    /// `(?i)` for the whole, `(?i-s:...)` for a group.
    fn inline_flags(&mut self, start: usize) -> Parse<Option<Node>> {
        let (mut on, mut off, mut minus) = (0, 0, false);
        loop {
            let Some(c) = self.peek() else {
                let wanted = if minus && off == 0 { "missing flag" } else if minus { "missing :" } else { "missing -, : or )" };
                return error(wanted, self.place);
            };
            self.place += 1;
            match c {
                ')' if !minus => {
                    if start != 0 {
                        return error("global flags not at the start of the expression", start);
                    }
                    self.flags |= on;
                    return Ok(None);
                }
                ':' if !minus || off != 0 => break,
                '-' if !minus => minus = true,
                c => {
                    let flag = self.flag(c, start, minus && off == 0)?;
                    if minus {
                        off |= flag;
                    } else {
                        on |= flag;
                    }
                    if (on & flags::KINDS).count_ones() > 1 {
                        return error("bad inline flags: flags 'a', 'u' and 'L' are incompatible", self.place);
                    }
                    if off & flags::KINDS != 0 {
                        return error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", self.place);
                    }
                }
            }
        }
        if on & off != 0 {
            return error("bad inline flags: flag turned on and off", self.place - 1);
        }
        let before = self.flags;
        self.flags = (self.flags | on) & !off;
        let node = self.choice()?;
        self.flags = before;
        self.close(start)?;
        Ok(Some(Node::Group(0, Box::new(node))))
    }

    /// One letter of inline flags; `first` tells whether a `-` stands before it.
    fn flag(&self, c: char, start: usize, first: bool) -> Parse<u32> {
        let of_bytes = self.has(flags::BYTES);
        match flags::of_letter(c) {
            Some(flags::LOCALE) if !of_bytes => {
                error("bad inline flags: cannot use 'L' flag with a str pattern", self.place)
            }
            Some(flags::UNICODE) if of_bytes => {
                error("bad inline flags: cannot use 'u' flag with a bytes pattern", self.place)
            }
            Some(flag) => Ok(flag),
            None if first && !c.is_alphabetic() => error("missing flag", self.place - 1),
            None if self.place == start + 3 => error(format!("unknown extension ?{c}"), start + 1),
            None if c.is_alphabetic() => error("unknown flag", self.place - 1),
            None => error("missing -, : or )", self.place - 1),
        }
    }
}
