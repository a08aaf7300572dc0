//! Syntax tree to bytecode.
//!
//! `limits` refuses what nests too deep, the parser makes the tree, `walk` and
//! `scope` find out where names live, and a `Compiler` writes one `Unit` of
//! instructions for each module, function, class body and comprehension.
//! Errors are Python's, in Python's words.

mod calls;
mod classes;
mod compiler;
mod comprehensions;
mod constants;
mod control;
pub mod dis;
mod error;
mod explain;
mod expressions;
mod flow;
mod fstrings;
mod functions;
mod groups;
pub mod limits;
mod magics;
mod names;
mod operators;
pub mod patterns;
mod protected;
mod scope;
mod statements;
mod targets;
#[cfg(test)]
mod tests;
mod unit;
mod walk;

use std::sync::Arc;

use ruff_python_ast::{Mod, Stmt};
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};
use ruff_text_size::Ranged;

pub use error::{SyntaxError, SyntaxErrorClass};
pub(crate) use magics::{MODULE as MAGICS_MODULE, TIMER as MAGICS_TIMER};

use crate::code::{Code, Op, Signature};
use crate::span::{Source, Span};
use compiler::Compiler;
use error::Compiled;
use magics::Timings;

/// What the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SourceKind {
    /// A program: keeps the value of a last expression statement.
    #[default]
    Module,
    /// The text of `exec`: names are globals.
    Exec,
    /// The text of `eval`: one expression, whose value the code returns.
    Eval,
}

/// How to compile a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CompileOptions {
    pub kind: SourceKind,
}

/// Compiles a program.
///
/// # Errors
/// What Python's compiler refuses, in its words, and what exceeds a limit.
pub fn compile(source: Arc<Source>) -> Result<Arc<Code>, Vec<SyntaxError>> {
    compile_with(source, CompileOptions::default())
}

/// Compiles a program or the text of `exec` or `eval`.
///
/// # Errors
/// As `compile`.
pub fn compile_with(
    source: Arc<Source>,
    options: CompileOptions,
) -> Result<Arc<Code>, Vec<SyntaxError>> {
    compile_as(source, options.kind, false)
}

/// The same for `exec` and `eval` with locals of their own: names live in the
/// namespace of the frame first, as in a class body.
///
/// # Errors
/// As `compile`.
pub fn compile_local(
    source: Arc<Source>,
    options: CompileOptions,
) -> Result<Arc<Code>, Vec<SyntaxError>> {
    compile_as(source, options.kind, true)
}

fn compile_as(
    source: Arc<Source>,
    kind: SourceKind,
    local: bool,
) -> Result<Arc<Code>, Vec<SyntaxError>> {
    let source = if kind == SourceKind::Eval { unindented(source) } else { source };
    let Text { tree, timings } = parse(&source, kind).map_err(|(error, _)| vec![error])?;
    let code = match &tree {
        Mod::Module(module) => compile_body(&source, &module.body, &timings, kind, local),
        Mod::Expression(node) => compile_expression(&source, node, local),
    };
    code.map_err(|error| vec![*error])
}

/// `eval` ignores blanks before the expression.
fn unindented(source: Arc<Source>) -> Arc<Source> {
    let text = source.text.trim_start_matches([' ', '\t']);
    if text.len() == source.text.len() {
        return source;
    }
    Arc::new(Source::new(&source.name, text))
}

/// Compiles the statements before the first broken one: what parses still
/// draws. The errors are those of the whole text.
#[must_use]
pub fn compile_recovering(source: Arc<Source>) -> (Arc<Code>, Vec<SyntaxError>) {
    let (text, mut errors, mut limit) = match parse(&source, SourceKind::Module) {
        Ok(text) => (Some(text), Vec::new(), u32::MAX),
        Err((error, broken)) => {
            let start = broken.as_ref().map_or(0, |broken| broken.start.min(error.span.start));
            (broken.map(|broken| broken.text), vec![error], start)
        }
    };
    let none = Timings::default();
    let (body, timings) = match &text {
        Some(Text { tree: Mod::Module(module), timings }) => (&*module.body, timings),
        _ => (&[][..], &none),
    };
    loop {
        let count = body.iter().take_while(|s| s.range().end().to_u32() <= limit).count();
        let kept = body.get(..count).unwrap_or_default();
        match compile_body(&source, kept, timings, SourceKind::Module, false) {
            Ok(code) => return (code, errors),
            Err(error) if count > 0 => {
                // The statement that holds the error goes, with all after it.
                let ends = |s: &&Stmt| s.range().end().to_u32() <= error.span.start;
                let before = kept.iter().take_while(ends).count().min(count - 1);
                limit = kept.get(before).map_or(0, |s| s.range().start().to_u32());
                errors = vec![*error];
            }
            Err(error) => return (empty(&source), vec![*error]),
        }
    }
}

/// A text that was parsed.
struct Text {
    tree: Mod,
    timings: Timings,
}

/// A tree with holes: where the first hole is.
struct Broken {
    text: Text,
    start: u32,
}

/// Parses a text, or explains why it cannot be parsed.
fn parse(source: &Source, kind: SourceKind) -> Result<Text, (SyntaxError, Option<Broken>)> {
    let found = if kind == SourceKind::Module { magics::find(source) } else { Ok(None) };
    let magics = found.map_err(|error| (error, None))?;
    let (timings, refused, masked) = match magics {
        Some(magics) => (magics.timings, magics.refused, Some(magics.masked)),
        None => (Timings::default(), None, None),
    };
    let source = masked.as_ref().unwrap_or(source);
    let mode = if kind == SourceKind::Eval { Mode::Expression } else { Mode::Module };
    limits::check(source, Mode::Module).map_err(|error| (error, None))?;
    let options = ParseOptions::from(mode).with_target_version(explain::TARGET);
    let parsed = parse_unchecked(&source.text, options);
    let error = explain::first_error(source, &parsed);
    let first = [error, refused].into_iter().flatten().min_by_key(|error| error.span.start);
    let starts = parsed.errors().iter().map(|e| e.location.start().to_u32());
    let others = parsed.unsupported_syntax_errors().iter().map(|e| e.range.start().to_u32());
    let start = starts.chain(others).min();
    let text = Text { tree: parsed.into_syntax(), timings };
    match first {
        None => Ok(text),
        Some(error) => {
            let start = start.map_or(error.span.start, |start| start.min(error.span.start));
            Err((error, Some(Broken { text, start })))
        }
    }
}

/// The end of the statements at the beginning that may come before an import from `__future__`.
fn future_end(body: &[Stmt]) -> u32 {
    let doc = usize::from(functions::docstring(body).is_some());
    let futures = body.iter().skip(doc).take_while(|stmt| match stmt {
        Stmt::ImportFrom(import) => import.module.as_ref().is_some_and(|module| module.as_str() == "__future__"),
        _ => false,
    });
    futures.last().map_or(0, |stmt| stmt.range().end().to_u32())
}

fn compile_body(
    source: &Arc<Source>,
    body: &[Stmt],
    timings: &Timings,
    kind: SourceKind,
    local: bool,
) -> Compiled<Arc<Code>> {
    let mut scopes = walk::analyse(body)?;
    if local {
        scopes.use_namespace();
    }
    let mut compiler = Compiler::new(source, scopes, timings);
    compiler.unit.span = Span::new(0, source.text.len() as u32);
    compiler.layout(Signature::default())?;
    if local {
        load_namespace(&mut compiler)?;
    }
    compiler.unit.doc = functions::docstring(body);
    compiler.future_end = future_end(body);
    if let (Some(doc), SourceKind::Module) = (compiler.unit.doc.clone(), kind) {
        let dst = compiler.unit.temp(Span::default())?;
        compiler.load_str(&doc, dst, Span::default())?;
        compiler.store_name("__doc__", dst, Span::default())?;
        compiler.unit.next = dst;
    }
    let end = compiler.unit.span.end;
    let at_end = Span::new(end, end);
    if compiler.scopes.list[0].annotations {
        let dst = compiler.unit.temp(at_end)?;
        compiler.emit(Op::BuildDict { dst, base: dst, count: 0 }, Span::default());
        compiler.store_name("__annotations__", dst, Span::default())?;
        compiler.unit.next = dst;
    }
    let timer = compiler.start_whole()?;
    match body.split_last() {
        Some((Stmt::Expr(last), before)) if kind == SourceKind::Module => {
            compiler.body(before)?;
            compiler.keep_last(&last.value)?;
        }
        Some((Stmt::If(last), before)) if compiler.is_timed(last) => {
            compiler.body(before)?;
            compiler.timed(last, true)?;
        }
        _ => compiler.body(body)?,
    }
    if let Some(timer) = timer {
        compiler.stop_timer(timer, at_end);
    }
    compiler.emit(Op::ReturnNone, at_end);
    compiler.close_module().map(Arc::new)
}

fn compile_expression(
    source: &Arc<Source>,
    node: &ruff_python_ast::ModExpression,
    local: bool,
) -> Compiled<Arc<Code>> {
    let mut scopes = walk::analyse_expression(&node.body)?;
    if local {
        scopes.use_namespace();
    }
    let none = Timings::default();
    let mut compiler = Compiler::new(source, scopes, &none);
    compiler.unit.span = Span::new(0, source.text.len() as u32);
    compiler.layout(Signature::default())?;
    if local {
        load_namespace(&mut compiler)?;
    }
    let src = compiler.operand(&node.body)?;
    compiler.emit(Op::Return { src }, error::span_of(&*node.body));
    compiler.close_module().map(Arc::new)
}

/// Puts the namespace of the frame into a register of its own.
fn load_namespace(compiler: &mut Compiler<'_>) -> Compiled {
    let ns = compiler.unit.temp(Span::default())?;
    compiler.unit.namespace = ns;
    compiler.emit(Op::LoadNamespace { dst: ns }, Span::default());
    compiler.unit.variables = compiler.unit.next;
    Ok(())
}

/// The code of a text in which nothing can be kept.
fn empty(source: &Arc<Source>) -> Arc<Code> {
    let name: Arc<str> = "<module>".into();
    Arc::new(Code {
        kind: crate::code::CodeKind::Module,
        name: name.clone(),
        qualname: name,
        signature: Signature::default(),
        registers: 0,
        ops: Box::new([Op::ReturnNone]),
        spans: Box::new([Span::default()]),
        consts: Box::new([]),
        local_names: Box::new([]),
        names: Box::new([]),
        sites: Box::new([]),
        keywords: Box::new([]),
        functions: Box::new([]),
        handlers: Box::new([]),
        free_names: Box::new([]),
        doc: None,
        span: Span::default(),
        source: source.clone(),
        generator: false,
        globals_used: Box::new([]),
    })
}
