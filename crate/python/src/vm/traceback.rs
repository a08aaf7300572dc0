//! Tracebacks as CPython prints them.

use std::fmt::Write;
use std::sync::Arc;

use super::Vm;
use crate::object::TraceEntry;
use crate::span::{Source, Span};
use crate::value::Value;

/// Chained exceptions shown at most, against rings.
const MAX_CHAIN: usize = 20;
/// Repeated lines of a recursion shown before they are summed up.
const MAX_REPEATS: usize = 3;

/// Exceptions of one group shown at most.
const MAX_PARTS: usize = 15;

/// One line of a traceback, outermost first.
#[derive(Debug, Clone)]
pub struct TraceLine {
    pub function: Arc<str>,
    pub source: Arc<Source>,
    pub line: u32,
    pub span: Span,
}

/// An exception with where it came from.
#[derive(Debug, Clone)]
pub struct Traceback {
    pub lines: Vec<TraceLine>,
    pub class: Arc<str>,
    /// With Python's suggestion, without notes.
    pub message: String,
    /// The whole text, chained exceptions included.
    pub text: String,
}

pub(super) fn trace_line(entry: &TraceEntry) -> TraceLine {
    let code = &entry.code;
    let span = code.spans.get(entry.pc as usize).copied().unwrap_or(code.span);
    let source = code.source.clone();
    TraceLine { function: code.name.clone(), line: source.line(span.start), source, span }
}

impl Vm {
    /// What a traceback of an exception shows.
    pub fn traceback(&mut self, exc: Value) -> Traceback {
        let lines = self.trace_lines(exc);
        let class = self.exception_class_name(exc);
        let message = self.exception_message(exc);
        let mut text = String::new();
        self.write_chain(exc, &mut text, 0, &Margin::default());
        Traceback { lines, class, message, text }
    }

    /// The 1-based line of the program that runs: that of the innermost frame
    /// whose code is written where the outermost one's is, so that a line that
    /// calls the library counts, not the library's own. 0 when nothing runs.
    #[must_use]
    pub fn program_line(&self) -> u32 {
        let code_of = |frame| Some(&self.code_of(frame)?.code);
        let Some(program) = self.frames.first().and_then(code_of) else { return 0 };
        let within = |frame| Some((frame, code_of(frame)?)).filter(|(_, code)| Arc::ptr_eq(&code.source, &program.source));
        let Some((frame, code)) = self.frames.iter().rev().find_map(within) else { return 0 };
        let span = code.spans.get(frame.pc.saturating_sub(1) as usize).copied().unwrap_or(code.span);
        code.source.line(span.start)
    }

    /// Where a limit or Stop ended the program.
    #[must_use]
    pub fn halted_at(&self) -> Option<TraceLine> {
        self.halted_at.as_ref().map(trace_line)
    }

    fn trace_lines(&self, exc: Value) -> Vec<TraceLine> {
        self.exception_data(exc).map_or_else(Vec::new, |data| {
            // The learner looks for the own lines: those inside the library are left out.
            let lines = data.trace.iter().rev().map(trace_line);
            lines.filter(|line| !line.source.name.starts_with(crate::modules::LIBRARY_PREFIX)).collect()
        })
    }

    /// The text after `Type: ` in a traceback.
    pub fn exception_message(&mut self, exc: Value) -> String {
        let depth = self.native_depth;
        let text = self.to_str(exc).unwrap_or_else(|_| "<exception str() failed>".to_owned());
        self.native_depth = depth;
        match self.exception_data(exc).and_then(|data| data.hint.as_ref()) {
            Some(hint) => text + hint,
            None => text,
        }
    }

    fn write_chain(&mut self, exc: Value, out: &mut String, depth: usize, margin: &Margin) {
        let Some(data) = self.exception_data(exc) else { return };
        let (cause, context, suppressed) = (data.cause, data.context, data.suppress_context);
        if depth < MAX_CHAIN {
            let linked = if !cause.is_none() {
                Some((cause, "The above exception was the direct cause of the following exception:"))
            } else if !context.is_none() && !suppressed {
                Some((context, "During handling of the above exception, another exception occurred:"))
            } else {
                None
            };
            if let Some((other, how)) = linked {
                self.write_chain(other, out, depth + 1, margin);
                let bar = margin.text();
                let _ = write!(out, "{bar}\n{bar}{how}\n{bar}\n");
            }
        }
        let parts = self.group_parts(exc);
        // Inside a group there is a margin already.
        let inner = if parts.is_empty() || margin.level > 0 { margin.clone() } else { margin.deeper() };
        let lines = self.trace_lines(exc);
        if !lines.is_empty() {
            let (head, group) = if parts.is_empty() { (inner.text(), "") } else { (inner.head(margin.level), "Exception Group ") };
            let _ = writeln!(out, "{head}{group}Traceback (most recent call last):");
            write_lines(&lines, inner.text(), out);
        }
        self.write_last_lines(exc, inner.text(), out);
        if depth < MAX_CHAIN && !parts.is_empty() {
            self.write_parts(&parts, out, depth, &inner);
        }
    }

    /// The class and the message, then the notes.
    fn write_last_lines(&mut self, exc: Value, margin: &str, out: &mut String) {
        let (class, message) = (self.exception_class_name(exc), self.exception_message(exc));
        let mut text = class.to_string();
        if !message.is_empty() {
            let _ = write!(text, ": {message}");
        }
        let notes = self.exception_data(exc).map(|data| data.notes.clone()).unwrap_or_default();
        for line in std::iter::once(&*text).chain(notes.iter().map(|note| &**note)) {
            // Without a margin the text stands as it is.
            if margin.is_empty() {
                let _ = writeln!(out, "{line}");
            } else {
                line.split('\n').for_each(|line| {
                    let _ = writeln!(out, "{margin}{line}");
                });
            }
        }
    }

    /// The exceptions inside a group.
    fn group_parts(&mut self, exc: Value) -> Vec<Value> {
        let group = self.known_class("builtins.BaseExceptionGroup");
        if !group.is_some_and(|group| self.is_instance(exc, group)) {
            return Vec::new();
        }
        let name = self.names.intern("exceptions");
        match self.find_attr(exc, name) {
            Ok(Some(parts)) => self.tuple_items(parts).map(<[Value]>::to_vec).unwrap_or_default(),
            _ => Vec::new(),
        }
    }

    fn write_parts(&mut self, parts: &[Value], out: &mut String, depth: usize, margin: &Margin) {
        let inner = margin.deeper();
        let indent = " ".repeat(2 * margin.level);
        for (place, &part) in parts.iter().take(MAX_PARTS).enumerate() {
            let start = if place == 0 { "+-" } else { "  " };
            let _ = writeln!(out, "{indent}{start}+---------------- {} ----------------", place + 1);
            self.write_chain(part, out, depth + 1, &inner);
        }
        if let Some(more) = parts.len().checked_sub(MAX_PARTS).filter(|&more| more > 0) {
            let plural = if more == 1 { "" } else { "s" };
            let _ = writeln!(out, "{indent}  +---------------- ... ----------------");
            let _ = writeln!(out, "{}and {more} more exception{plural}", inner.text());
        }
        // A group at the end of this one has drawn its own line.
        let closed = parts.last().is_some_and(|&last| parts.len() <= MAX_PARTS && !self.group_parts(last).is_empty());
        if !closed {
            let _ = writeln!(out, "{indent}  +------------------------------------");
        }
    }
}

/// What stands before the lines of an exception inside groups.
#[derive(Clone, Default)]
struct Margin {
    level: usize,
    text: String,
}

impl Margin {
    fn text(&self) -> &str {
        &self.text
    }

    fn deeper(&self) -> Self {
        let level = self.level + 1;
        Self { level, text: format!("{}| ", " ".repeat(2 * level)) }
    }

    /// The margin of the first line of a group: only the outermost one begins with a corner.
    fn head(&self, outer: usize) -> &str {
        if outer == 0 { "  + " } else { &self.text }
    }
}

fn write_lines(lines: &[TraceLine], margin: &str, out: &mut String) {
    let mut repeats = 0;
    let mut previous: Option<&TraceLine> = None;
    for line in lines {
        let same = previous.is_some_and(|p| p.line == line.line && p.function == line.function && p.source == line.source);
        repeats = if same { repeats + 1 } else { end_repeats(repeats, margin, out) };
        previous = Some(line);
        if repeats < MAX_REPEATS {
            write_line(line, margin, out);
        }
    }
    end_repeats(repeats, margin, out);
}

fn end_repeats(repeats: usize, margin: &str, out: &mut String) -> usize {
    if repeats >= MAX_REPEATS {
        let more = repeats - MAX_REPEATS + 1;
        let plural = if more == 1 { "" } else { "s" };
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{margin}  [Previous line repeated {more} more time{plural}]");
    }
    0
}

fn write_line(line: &TraceLine, margin: &str, out: &mut String) {
    let _ = writeln!(out, "{margin}  File \"{}\", line {}, in {}", line.source.name, line.line, line.function);
    // CPython cannot find the lines of texts without a file either.
    let text = if line.source.name.starts_with('<') { "" } else { line.source.line_text(line.line) };
    let stripped = text.trim();
    if stripped.is_empty() {
        return;
    }
    let _ = writeln!(out, "{margin}    {stripped}");
    if let Some(carets) = super::carets::carets(line, text) {
        let _ = writeln!(out, "{margin}    {carets}");
    }
}
