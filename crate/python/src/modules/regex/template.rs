//! The replacement text of `sub` and `expand`: `\1`, `\g<name>` and escapes.

use super::matcher::NOWHERE;
use super::parse::ParseError;
use super::pattern_error;
use super::program::Program;
use crate::error::{Res, Unwind};
use crate::object::Type;
use crate::vm::Vm;

#[derive(Debug)]
enum Part {
    Text(String),
    Group(usize),
}

/// A replacement, taken apart.
#[derive(Debug)]
pub(super) struct Template(Vec<Part>);

impl Template {
    /// Appends the text for a match; a group that matched nothing is empty.
    pub fn expand(&self, chars: &[char], saves: &[usize], out: &mut String) {
        for part in &self.0 {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::Group(group) => {
                    if let (Some(&start), Some(&end)) = (saves.get(group * 2), saves.get(group * 2 + 1))
                        && start != NOWHERE
                        && end != NOWHERE
                    {
                        out.extend(chars.get(start..end).unwrap_or_default());
                    }
                }
            }
        }
    }
}

struct Reader<'a> {
    chars: Vec<char>,
    text: &'a str,
    program: &'a Program,
    place: usize,
    parts: Vec<Part>,
    literal: String,
}

pub(super) fn parse(vm: &mut Vm, text: &str, program: &Program) -> Res<Template> {
    let chars = text.chars().collect();
    let mut reader = Reader { chars, text, program, place: 0, parts: Vec::new(), literal: String::new() };
    while let Some(&c) = reader.chars.get(reader.place) {
        reader.place += 1;
        if c == '\\' {
            reader.escape(vm)?;
        } else {
            reader.literal.push(c);
        }
    }
    reader.end_literal();
    Ok(Template(reader.parts))
}

impl Reader<'_> {
    fn end_literal(&mut self) {
        if !self.literal.is_empty() {
            self.parts.push(Part::Text(std::mem::take(&mut self.literal)));
        }
    }

    fn error(&self, vm: &mut Vm, message: String, place: usize) -> Unwind {
        pattern_error(vm, &ParseError { message, place }, self.text, self.program.of_bytes())
    }

    fn group(&mut self, vm: &mut Vm, group: usize, place: usize) -> Res<()> {
        if group > self.program.groups {
            return Err(self.error(vm, format!("invalid group reference {group}"), place));
        }
        self.end_literal();
        self.parts.push(Part::Group(group));
        Ok(())
    }

    fn escape(&mut self, vm: &mut Vm) -> Res<()> {
        let start = self.place - 1;
        let Some(&c) = self.chars.get(self.place) else {
            return Err(self.error(vm, "bad escape (end of pattern)".to_owned(), start));
        };
        self.place += 1;
        match c {
            'g' => self.named(vm),
            '0'..='9' => self.numbered(vm, c, start),
            'a' => self.push('\u{7}'),
            'b' => self.push('\u{8}'),
            'f' => self.push('\u{c}'),
            'n' => self.push('\n'),
            'r' => self.push('\r'),
            't' => self.push('\t'),
            'v' => self.push('\u{b}'),
            '\\' => self.push('\\'),
            c if c.is_ascii_alphabetic() => Err(self.error(vm, format!("bad escape \\{c}"), start)),
            c => {
                self.literal.push('\\');
                self.push(c)
            }
        }
    }

    fn push(&mut self, c: char) -> Res<()> {
        self.literal.push(c);
        Ok(())
    }

    fn named(&mut self, vm: &mut Vm) -> Res<()> {
        let place = self.place;
        if self.chars.get(place) != Some(&'<') {
            return Err(self.error(vm, "missing <".to_owned(), place));
        }
        let rest = &self.chars[place + 1..];
        let Some(length) = rest.iter().position(|&c| c == '>') else {
            let what = if rest.is_empty() { "missing group name" } else { "missing >, unterminated name" };
            return Err(self.error(vm, what.to_owned(), place + 1));
        };
        let name: String = rest[..length].iter().collect();
        self.place = place + length + 2;
        if name.is_empty() {
            return Err(self.error(vm, "missing group name".to_owned(), place + 1));
        }
        if let Some(&(_, group)) = self.program.names.iter().find(|(known, _)| **known == *name) {
            return self.group(vm, group, place + 1);
        }
        match name.parse::<usize>() {
            Ok(group) => self.group(vm, group, place + 1),
            Err(_) if crate::text::str_methods::is_identifier(&name) => {
                Err(vm.error(Type::IndexError, format!("unknown group name '{name}'")))
            }
            Err(_) => Err(self.error(vm, format!("bad character in group name '{name}'"), place + 1)),
        }
    }

    /// `\1` to `\99` are groups, `\0` and three octal digits are characters.
    fn numbered(&mut self, vm: &mut Vm, first: char, start: usize) -> Res<()> {
        let digits: String = self.chars[self.place - 1..].iter().take(3).take_while(|c| c.is_ascii_digit()).collect();
        let octal = digits.chars().all(|c| c < '8');
        let length = match first {
            '0' => digits.chars().take_while(|&c| c < '8').count(),
            _ if octal && digits.len() == 3 => 3,
            _ => {
                let length = digits.len().min(2);
                let group = digits.get(..length).and_then(|text| text.parse().ok()).unwrap_or(0);
                self.place += length - 1;
                return self.group(vm, group, start + 1);
            }
        };
        self.place += length.max(1) - 1;
        let code = digits.get(..length).and_then(|text| u32::from_str_radix(text, 8).ok()).unwrap_or(0);
        self.push(char::from_u32(code).unwrap_or('\0'))
    }
}
