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
        self.write_chain(exc, &mut text, 0);
        Traceback { lines, class, message, text }
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

    fn write_chain(&mut self, exc: Value, out: &mut String, depth: usize) {
        let Some(data) = self.exception_data(exc) else { return };
        let (cause, context, suppressed) = (data.cause, data.context, data.suppress_context);
        if depth < MAX_CHAIN {
            if !cause.is_none() {
                self.write_chain(cause, out, depth + 1);
                out.push_str("\nThe above exception was the direct cause of the following exception:\n\n");
            } else if !context.is_none() && !suppressed {
                self.write_chain(context, out, depth + 1);
                out.push_str("\nDuring handling of the above exception, another exception occurred:\n\n");
            }
        }
        let lines = self.trace_lines(exc);
        if !lines.is_empty() {
            out.push_str("Traceback (most recent call last):\n");
            write_lines(&lines, out);
        }
        let (class, message) = (self.exception_class_name(exc), self.exception_message(exc));
        out.push_str(&class);
        if !message.is_empty() {
            out.push_str(": ");
            out.push_str(&message);
        }
        out.push('\n');
        if let Some(data) = self.exception_data(exc) {
            for note in &data.notes {
                out.push_str(note);
                out.push('\n');
            }
        }
    }
}

fn write_lines(lines: &[TraceLine], out: &mut String) {
    let mut repeats = 0;
    let mut previous: Option<&TraceLine> = None;
    for line in lines {
        let same = previous.is_some_and(|p| p.line == line.line && p.function == line.function && p.source == line.source);
        repeats = if same { repeats + 1 } else { end_repeats(repeats, out) };
        previous = Some(line);
        if repeats < MAX_REPEATS {
            write_line(line, out);
        }
    }
    end_repeats(repeats, out);
}

fn end_repeats(repeats: usize, out: &mut String) -> usize {
    if repeats >= MAX_REPEATS {
        let more = repeats - MAX_REPEATS + 1;
        let plural = if more == 1 { "" } else { "s" };
        // Writing to a String cannot fail.
        let _ = writeln!(out, "  [Previous line repeated {more} more time{plural}]");
    }
    0
}

fn write_line(line: &TraceLine, out: &mut String) {
    let _ = writeln!(out, "  File \"{}\", line {}, in {}", line.source.name, line.line, line.function);
    // CPython cannot find the lines of texts without a file either.
    let text = if line.source.name.starts_with('<') { "" } else { line.source.line_text(line.line) };
    let stripped = text.trim();
    if stripped.is_empty() {
        return;
    }
    let _ = writeln!(out, "    {stripped}");
    if let Some(carets) = super::carets::carets(line, text) {
        let _ = writeln!(out, "    {carets}");
    }
}
