//! The lines of notebooks that are no Python: `%%time` and `%time` measure,
//! all others are refused by name.
//!
//! They are masked before the text is parsed, each byte at its place, so that
//! every line and column stays what the learner sees:
//!
//! ```text
//! %%time           #%time           a comment; the whole program is timed
//! %time x = f()    if 1: x = f()    a statement that the compiler knows to time
//! !pip list        0                refused; what stands before it still draws
//! ```

use ruff_python_ast::token::TokenKind;
use ruff_python_ast::{Stmt, StmtIf};
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};
use ruff_text_size::Ranged;

use super::compiler::Compiler;
use super::error::{Compiled, SyntaxError, range_span, span_of};
use super::limits;
use crate::code::{Op, Reg};
use crate::span::{Source, Span};

/// The module that measures; no program can import it by accident.
pub(crate) const MODULE: &str = "_notebook";
/// Its function: begins to measure, and returns what ends it.
pub(crate) const TIMER: &str = "timer";

/// What opens a block and so fits on no line of its own.
const COMPOUND: &[&str] = &["for", "while", "if", "with", "try", "def", "class", "match", "async"];

/// Programs of a shell that need no arguments.
const SHELL_WORDS: &[&str] = &["ls", "dir", "pwd", "env", "date", "nvidia-smi"];

/// What is timed in a text.
#[derive(Debug, Default)]
pub(super) struct Timings {
    whole: bool,
    /// Where the timed statements begin, in ascending order.
    statements: Vec<u32>,
}

/// A text that has lines of notebooks.
#[derive(Debug)]
pub(super) struct Magics {
    pub masked: Source,
    pub timings: Timings,
    /// The first line that cannot work here.
    pub refused: Option<SyntaxError>,
}

/// Finds the lines of notebooks in a program; most have none.
pub(super) fn find(source: &Source) -> Result<Option<Magics>, SyntaxError> {
    if !source.text.lines().any(may_be_magic) {
        return Ok(None);
    }
    limits::check(source, Mode::Ipython)?;
    let parsed = parse_unchecked(&shell_only(&source.text), ParseOptions::from(Mode::Ipython));
    let commands = parsed.tokens().iter().filter(|token| token.kind() == TokenKind::IpyEscapeCommand);
    let mut finder = Finder { source, text: source.text.to_string(), timings: Timings::default(), refused: None };
    let mut any = false;
    for command in commands {
        any |= finder.take(range_span(command.range()));
    }
    let Finder { text, timings, refused, .. } = finder;
    Ok(any.then(|| Magics { masked: Source::new(&source.name, &text), timings, refused }))
}

/// The text with `!` for other signs of commands at the start of a line, each at its place: the parser panics at those
/// others where brackets before them are never closed.
fn shell_only(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut line_starts = true;
    for c in text.chars() {
        out.push(match c {
            '?' if line_starts => '!',
            '/' | ';' | ',' if line_starts => ' ',
            _ => c,
        });
        line_starts = matches!(c, '\n' | '\r') || (line_starts && (c.is_whitespace() || matches!(c, '/' | ';' | ',')));
    }
    out
}

/// Whether a line could hold a command: a cheap look before a careful one.
fn may_be_magic(line: &str) -> bool {
    let command = |text: &str| text.starts_with(['%', '!', '?']);
    let line = line.trim_start();
    command(line) || line.split('=').skip(1).any(|rest| rest.trim_start().starts_with('%'))
}

struct Finder<'a> {
    source: &'a Source,
    text: String,
    timings: Timings,
    refused: Option<SyntaxError>,
}

impl Finder<'_> {
    /// Masks the command at a place; false when it is none of a notebook.
    fn take(&mut self, span: Span) -> bool {
        let (start, end) = (span.start as usize, span.end as usize);
        let Some(command) = self.source.text.get(start..end) else { return false };
        let before = self.source.text.get(..start).unwrap_or_default();
        let begins_line = before.rsplit(['\n', '\r']).next().is_some_and(|text| text.trim().is_empty());
        let known = match command.as_bytes().first() {
            Some(b'%') => true,
            Some(b'?') => begins_line,
            // `!x` is how other languages write `not x`.
            Some(b'!') => begins_line && is_shell(command),
            _ => false,
        };
        if !known {
            return false;
        }
        match classify(command, before, begins_line) {
            Ok(Timed::Program) => {
                self.timings.whole = true;
                self.text.replace_range(start..=start, "#");
            }
            Ok(Timed::Statement) => {
                self.timings.statements.push(span.start);
                self.text.replace_range(start..start + "%time".len(), "if 1:");
            }
            Err(message) => {
                self.text.replace_range(start..end, &blank(command));
                self.refused.get_or_insert_with(|| SyntaxError::new(message, span));
            }
        }
        true
    }
}

/// What a command times, or why it cannot work. `before` is the text before it.
fn classify(command: &str, before: &str, begins_line: bool) -> Result<Timed, String> {
    let word = command.split_whitespace().next().unwrap_or_default();
    let rest = command.get(word.len()..).unwrap_or_default().trim();
    match word {
        "%%time" if !before.trim().is_empty() => {
            Err("'%%time' times the whole program: put it on the first line".to_owned())
        }
        "%%time" if rest.is_empty() => Ok(Timed::Program),
        "%%time" => Err("'%%time' stands alone on its line: put the statement on the next one".to_owned()),
        "%time" if rest.is_empty() => Err("'%time' times the statement that follows it on its line".to_owned()),
        "%time" if !begins_line => Err("'%time' stands before the statement: write %time x = ...".to_owned()),
        "%time" if opens_block(rest) => {
            Err("'%time' times a statement of one line; for more, put '%%time' on the first line".to_owned())
        }
        "%time" => Ok(Timed::Statement),
        _ => Err(refusal(word, command)),
    }
}

/// Whether a line with `!` is meant for a shell: a program with arguments, or one that needs none.
fn is_shell(command: &str) -> bool {
    let mut words = command.trim_start_matches('!').split_whitespace();
    words.next().is_some_and(|program| words.next().is_some() || SHELL_WORDS.contains(&program))
}

enum Timed {
    Program,
    Statement,
}

fn opens_block(statement: &str) -> bool {
    let word = statement.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
    statement.starts_with('@') || COMPOUND.contains(&word) && statement.trim_end().contains(':')
}

/// Why a command cannot work, and what to do instead.
fn refusal(word: &str, command: &str) -> String {
    if command.starts_with('?') {
        return "'?' asks a notebook for help and is not supported here; take the line out".to_owned();
    }
    if let Some(shell) = command.strip_prefix('!') {
        let program = shell.split_whitespace().next().unwrap_or_default();
        let advice = match program {
            "pip" | "conda" | "mamba" => "nothing can be installed in a browser tab; take the line out",
            _ => "a browser tab has no shell; take the line out",
        };
        return format!("'!{program}' is not supported here: {advice}");
    }
    let advice = match word.trim_start_matches('%') {
        "timeit" => "use %time, or time.perf_counter() around a loop",
        "pip" | "conda" | "mamba" => "nothing can be installed in a browser tab; take the line out",
        _ => "it is a command of notebooks; take the line out",
    };
    format!("'{word}' is not supported here: {advice}")
}

/// A constant of the same length, with its line breaks.
fn blank(command: &str) -> String {
    let mut text: String =
        command.bytes().map(|byte| if matches!(byte, b'\n' | b'\r') { char::from(byte) } else { ' ' }).collect();
    text.replace_range(0..1, "0");
    text
}

impl<'a> Compiler<'a> {
    /// A statement of `if` that stands for a `%time` line.
    pub fn is_timed(&self, node: &StmtIf) -> bool {
        self.timings.statements.binary_search(&span_of(node).start).is_ok()
    }

    /// The statement of a `%time` line; at the end of a program its value is kept.
    pub fn timed(&mut self, node: &'a StmtIf, keep: bool) -> Compiled {
        let span = span_of(node);
        let timer = self.start_timer(span)?;
        match node.body.split_last() {
            Some((Stmt::Expr(last), before)) if keep => {
                self.body(before)?;
                self.keep_last(&last.value)?;
            }
            _ => self.body(&node.body)?,
        }
        self.stop_timer(timer, span);
        Ok(())
    }

    /// Begins to time the program when its first line asks for it.
    pub fn start_whole(&mut self) -> Compiled<Option<Reg>> {
        if self.timings.whole { self.start_timer(Span::default()).map(Some) } else { Ok(None) }
    }

    fn start_timer(&mut self, span: Span) -> Compiled<Reg> {
        let timer = self.unit.temp(span)?;
        let (module, function) = (self.scopes.intern(MODULE), self.scopes.intern(TIMER));
        let (module, function) = (self.unit.name_id(&module, span)?, self.unit.name_id(&function, span)?);
        self.emit(Op::Import { dst: timer, name: module, leaf: 1 }, span);
        self.emit(Op::ImportFrom { dst: timer, module: timer, name: function }, span);
        self.emit(Op::Call { dst: timer, base: timer, count: 0 }, span);
        Ok(timer)
    }

    /// Calls what the timer gave, which prints the time.
    pub fn stop_timer(&mut self, timer: Reg, span: Span) {
        self.emit(Op::Call { dst: timer, base: timer, count: 0 }, span);
    }
}
