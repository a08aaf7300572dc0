//! Any text at all: random tokens and random changes of a real program end in
//! code or in an error, never in a panic, and places stay inside the text.

use super::source;
use crate::code::{Code, Op};
use crate::compile::{compile, compile_recovering};

const SAMPLE: &str = include_str!("sample.py");
const ROUNDS: usize = 600;
const TOKENS: [&str; 72] = [
    "(", ")", "[", "]", "{", "}", ",", ":", ";", ".", "=", "==", "+=", "->", ":=", "*", "**", "+",
    "-", "~", "@", "!", "?", "\\", "\n", "\n    ", "\n  ", "\t", " ", "#", "'", "\"", "'''", "f'",
    "f\"{", "}\"", "b'", "0", "1", "0x", "1e5", "2j", "a", "b", "x", "_", "é", "😀", "if ", "else",
    "elif ", "for ", " in ", "while ", "def ", "class ", "return ", "yield ", "lambda ", "try:",
    "except", "finally:", "with ", " as ", "match ", "case ", "import ", "from ", "global ",
    "nonlocal ", "del ", "not ",
];

/// A small generator of numbers, so that a failure can be repeated.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % limit.max(1)
    }

    fn token(&mut self) -> &'static str {
        TOKENS[self.below(TOKENS.len())]
    }
}

fn check(text: &str) {
    let source = source(text);
    match compile(source.clone()) {
        Ok(code) => check_code(&code),
        Err(errors) => {
            assert!(!errors.is_empty());
            for error in errors {
                assert!(!error.message.is_empty());
                assert!(error.span.end as usize <= text.len(), "{error} in {text:?}");
            }
        }
    }
    let (code, _) = compile_recovering(source);
    check_code(&code);
}

/// Jumps and handlers stay inside, registers within the frame's window.
fn check_code(code: &Code) {
    let count = code.ops.len() as i64;
    assert_eq!(code.ops.len(), code.spans.len());
    for (at, op) in code.ops.iter().enumerate() {
        let target = |offset: i64| (0..count).contains(&(at as i64 + 1 + offset));
        match *op {
            Op::Jump { offset } | Op::Loop { offset } | Op::JumpIfTrue { offset, .. } => {
                assert!(target(offset.into()), "{code}");
            }
            Op::ForIter { offset, iter, dst } => {
                assert!(target(offset.into()), "{code}");
                assert!(iter.max(dst) < code.registers, "{code}");
            }
            Op::Call { base, count, .. } => assert!(base + count < code.registers, "{code}"),
            Op::Move { dst, src } => assert!(dst.max(src) < code.registers, "{code}"),
            _ => {}
        }
    }
    let last = code.ops.last().expect("code has instructions");
    let ends = matches!(
        last,
        Op::Return { .. } | Op::ReturnNone | Op::Loop { .. } | Op::Raise { .. }
            | Op::RaiseFrom { .. } | Op::RaiseAgain | Op::Reraise { .. } | Op::Jump { .. }
            | Op::AssertionFailed { .. }
    );
    assert!(ends, "{code}");
    for handler in &code.handlers {
        assert!(handler.start < handler.end && handler.target < code.ops.len() as u32, "{code}");
    }
    code.functions.iter().for_each(|function| check_code(&function.code));
}

#[test]
fn the_sample_itself_compiles() {
    compile(source(SAMPLE)).map_err(|errors| errors[0].to_string()).expect("a program");
    check(SAMPLE);
}

#[test]
fn random_tokens_never_panic() {
    let mut random = Random(7);
    for _ in 0..ROUNDS {
        let length = random.below(30);
        let text: String = (0..length).map(|_| random.token()).collect();
        check(&text);
    }
}

#[test]
fn random_changes_never_panic() {
    let mut random = Random(11);
    for _ in 0..ROUNDS {
        let mut text = SAMPLE.to_owned();
        for _ in 0..=random.below(3) {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let from = random.below(places.len());
            let to = (from + random.below(8)).min(places.len() - 1);
            let range = places[from]..places[to];
            match random.below(3) {
                0 => text.replace_range(range, ""),
                1 => text.insert_str(places[from], random.token()),
                _ => text.replace_range(range, random.token()),
            }
        }
        check(&text);
    }
}
