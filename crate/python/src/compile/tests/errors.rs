//! Syntax errors, class, line and text, beside CPython's own.

use super::{compiled, source};
use crate::compile::{CompileOptions, SourceKind, compile_recovering, compile_with};

/// Programs and CPython 3.11's verdicts; `record_errors.py` writes the latter.
const TABLE: &str = include_str!("errors.txt");

fn verdict(program: &str) -> String {
    match compiled(program) {
        Ok(_) => "OK".to_owned(),
        Err(error) => {
            let line = source(program).line(error.span.start);
            format!("{} {line}: {}", error.class.name(), error.message)
        }
    }
}

#[test]
fn errors_are_cpythons() {
    let mut wrong = Vec::new();
    for entry in TABLE.trim_end_matches('\n').split("\n#---\n") {
        let (program, expected) = entry.rsplit_once("\n#=> ").expect("an entry with a verdict");
        let got = verdict(program);
        if got != expected {
            wrong.push(format!("{program}\n  expected {expected}\n  got      {got}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn what_is_unsupported_is_refused_by_name() {
    for (program, message) in [
        ("async def f(): pass", "'async def' is not supported here"),
        ("def f():\n  await x", "'await' is not supported here"),
        ("for x in y:\n  try: pass\n  except* A: break", "'break', 'continue' and 'return' cannot appear in an except* block"),
        ("def f():\n  async with a: pass", "'async with' is not supported here"),
        ("type X = int", "a 'type' statement is not supported here"),
        ("def f[T](x: T): pass", "a type parameter list is not supported here"),
        ("x = t'{y}'", "a template string is not supported here"),
    ] {
        assert_eq!(compiled(program).unwrap_err().message, message, "{program}");
    }
}

#[test]
fn statements_before_the_broken_one_are_kept() {
    let text = "a = 1\nb = f(a)\ndef g(:\n  pass\nc = 2\n";
    let (code, errors) = compile_recovering(source(text));
    assert_eq!(code.globals_used.iter().map(|n| &**n).collect::<Vec<_>>(), ["a", "b", "f"]);
    assert_eq!(errors[0].message, "invalid syntax");
    let (code, errors) = compile_recovering(source("a = 1\nif b:\n  return 2\nc = 3\n"));
    assert_eq!(code.globals_used.iter().map(|n| &**n).collect::<Vec<_>>(), ["a"]);
    assert_eq!(errors[0].message, "'return' outside function");
    let (code, errors) = compile_recovering(source("a = 1\nb = [a,\nc = 3\n"));
    assert_eq!(code.globals_used.iter().map(|n| &**n).collect::<Vec<_>>(), ["a"]);
    assert_eq!(errors[0].message, "'[' was never closed");
    assert!(compile_recovering(source("a = 1")).1.is_empty());
}

#[test]
fn texts_of_eval_are_expressions() {
    let eval = CompileOptions { kind: SourceKind::Eval };
    assert!(compile_with(source("a + 1"), eval).is_ok());
    assert!(compile_with(source("  a"), eval).is_ok());
    assert!(compile_with(source("a = 1"), eval).is_err());
    let exec = CompileOptions { kind: SourceKind::Exec };
    let code = compile_with(source("a\nb"), exec).expect("a program");
    assert!(!code.to_string().contains("SetLast"));
}
