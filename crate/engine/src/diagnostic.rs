//! Errors as a learner sees them: what, where, why, and what to try.

use taskyard_python::compile::SyntaxError;
use taskyard_python::error::{Halt, Unwind};
use taskyard_python::span::{Source, Span};
use taskyard_python::value::Value;
use taskyard_python::vm::{TraceLine, Vm};

use crate::data::{Diagnostic, Frame, Place};
use crate::hints;

/// The name under which a program appears in tracebacks.
pub(crate) const PROGRAM: &str = "program.py";

fn place(source: &Source, span: Span) -> Place {
    let (line, column) = source.line_column_utf16(span.start);
    let (end_line, end_column) = source.line_column_utf16(span.end.max(span.start));
    Place { line, column, end_line, end_column }
}

fn frame(line: &TraceLine) -> Frame {
    Frame {
        function: line.function.to_string(),
        line: line.line,
        source: line.source.line_text(line.line).trim().to_owned(),
    }
}

/// The first of the errors of a text that does not parse.
pub(crate) fn of_syntax(source: &Source, errors: &[SyntaxError]) -> Option<Diagnostic> {
    let error = errors.first()?;
    let kind = error.class.name().to_owned();
    let place = place(source, error.span);
    let line = source.line_text(place.line);
    let indent = line.len() - line.trim_start().len();
    let width = if place.end_line == place.line { place.end_column.saturating_sub(place.column).max(1) } else { 1 };
    let end = (place.column as usize + width as usize).saturating_sub(indent);
    let column = (place.column as usize).saturating_sub(indent);
    // A wrong indent is not to be seen in a line without it.
    let marks = if column < end { format!("    {}{}\n", " ".repeat(column), "^".repeat(end - column)) } else { String::new() };
    let text = format!(
        "  File \"{}\", line {}\n    {}\n{marks}{kind}: {}\n",
        source.name,
        place.line,
        line.trim(),
        error.message
    );
    Some(Diagnostic {
        kind,
        message: error.message.clone(),
        place: Some(place),
        hints: Vec::new(),
        frames: Vec::new(),
        task: None,
        text,
    })
}

/// An exception that ended the program.
pub(crate) fn of_exception(vm: &mut Vm, exc: Value, task: Option<String>) -> Diagnostic {
    let traceback = vm.traceback(exc);
    let own = traceback.lines.iter().rev().find(|line| &*line.source.name == PROGRAM);
    let mut hints: Vec<String> = vm.exception_data(exc).and_then(|data| data.advice.clone()).into_iter().collect();
    hints.extend(hints::of(&traceback.class, &traceback.message));
    Diagnostic {
        kind: traceback.class.to_string(),
        message: traceback.message.clone(),
        place: own.map(|line| place(&line.source, line.span)),
        hints,
        frames: traceback.lines.iter().map(frame).collect(),
        task,
        text: traceback.text,
    }
}

/// A limit, or Stop.
fn of_halt(vm: &Vm, halt: &Halt) -> Diagnostic {
    let at = vm.halted_at();
    let (kind, message) = match halt {
        Halt::Interrupted => ("Interrupted", "The run was stopped.".to_owned()),
        Halt::Limit(text) => ("Limit", text.clone()),
        Halt::SharedWrite => ("Limit", "A task wrote shared state where it cannot.".to_owned()),
        Halt::Unanswered => ("Limit", "The program asks for a line, and nobody answers.".to_owned()),
    };
    let text = match &at {
        Some(line) => format!("{message} It was at line {}.\n", line.line),
        None => format!("{message}\n"),
    };
    Diagnostic {
        kind: kind.to_owned(),
        message,
        place: at.as_ref().map(|line| place(&line.source, line.span)),
        hints: Vec::new(),
        frames: at.iter().map(frame).collect(),
        task: None,
        text,
    }
}

/// Whatever ended the program early. `SystemExit` is no error.
pub(crate) fn of_unwind(vm: &mut Vm, unwind: &Unwind, task: Option<String>) -> Option<Diagnostic> {
    match unwind {
        Unwind::Raise(exc) if &*vm.exception_class_name(*exc) == "SystemExit" => None,
        Unwind::Raise(exc) => Some(of_exception(vm, *exc, task)),
        Unwind::Halt(halt) => Some(of_halt(vm, halt)),
        Unwind::Suspend(_) => Some(of_halt(vm, &Halt::Limit("The program waited for an answer that nobody gives.".into()))),
    }
}
