//! Programs put together from pieces of real ones: nearly all are wrong, and each ends in an exception or at a limit.

mod common;

use std::fs;
use std::path::Path;
use std::thread;

use common::{End, run_with, small_limits};
use taskyard_python::vm::Limits;

/// Programs tried; the variable `MUTATIONS` asks for another number.
const ROUNDS: u64 = 400;
const STEPS: u64 = 20_000;
const HEAP_BYTES: usize = 32 << 20;
const STACK_BYTES: usize = 1 << 20;
/// Changes made to one program at most.
const MAX_CHANGES: usize = 3;

/// Numbers that look random and are the same in every run (splitmix64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ mixed >> 31) % bound.max(1) as u64) as usize
    }
}

/// Words, runs of blanks, and single characters.
fn pieces(text: &str) -> Vec<String> {
    let kind = |c: char| match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '_' => 1,
        ' ' => 2,
        _ => 0,
    };
    let mut pieces: Vec<String> = Vec::new();
    let mut last = 0;
    for c in text.chars() {
        match pieces.last_mut() {
            Some(piece) if kind(c) != 0 && kind(c) == last => piece.push(c),
            _ => pieces.push(c.to_string()),
        }
        last = kind(c);
    }
    pieces
}

fn sources() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["tests/programs", "../../tests/conformance/programs/python", "../../tests/conformance/programs/errors"];
    let mut paths: Vec<_> = folders
        .iter()
        .flat_map(|folder| fs::read_dir(root.join(folder)).expect("a folder of programs"))
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .collect();
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).expect("a readable program")).collect()
}

/// What replaces a piece: values and names that programs trip over.
const AWKWARD: &[&str] = &[
    "None", "0", "(-1)", "1", "''", "[]", "()", "{}", "10**9", "1.5", "float('nan')", "self", "print", "object", "type",
    "super()", "...", "(lambda: 0)", "__class__", "iter", "b''", "True", "range(3)", "{1}", "slice(None)", "(yield)",
    "vars()", "locals()", "1j", "Exception", "next", "sorted", "int", "__init__", "__eq__", "__getattr__", "__iter__",
    "__hash__", "__repr__", "__call__", "__len__", "[*range(9)]", "{1: 2}", "(x := 1)", "2**70", "list", "dict", "str",
];

/// Words that stay where they are.
const KEYWORDS: &[&str] = &[
    "def", "class", "if", "elif", "else", "for", "while", "in", "is", "not", "and", "or", "return", "yield", "try",
    "except", "finally", "raise", "with", "as", "import", "from", "lambda", "pass", "assert", "del", "global", "match",
    "case", "break", "continue", "nonlocal",
];

fn mutate(numbers: &mut Numbers, sources: &[Vec<String>]) -> String {
    let mut program = sources[numbers.below(sources.len())].clone();
    for _ in 0..=numbers.below(MAX_CHANGES) {
        let words: Vec<usize> = (0..program.len())
            .filter(|&at| program[at].starts_with(|c: char| c.is_ascii_alphanumeric()))
            .filter(|&at| !KEYWORDS.contains(&&*program[at]))
            .collect();
        let word = words.get(numbers.below(words.len())).copied();
        let other = &sources[numbers.below(sources.len())];
        match (numbers.below(16), word) {
            (0, _) if program.len() > 1 => {
                program.remove(numbers.below(program.len()));
            }
            (1, _) => {
                let (a, b) = (numbers.below(program.len()), numbers.below(program.len()));
                program.swap(a, b);
            }
            (2 | 3, _) => lines_change(numbers, &mut program),
            (4..8, Some(at)) => {
                let other: Vec<&String> =
                    other.iter().filter(|piece| piece.starts_with(|c: char| c.is_ascii_alphanumeric())).collect();
                program[at] = other[numbers.below(other.len())].clone();
            }
            (_, Some(at)) => program[at] = AWKWARD[numbers.below(AWKWARD.len())].to_owned(),
            _ => {}
        }
    }
    program.concat()
}

/// Leaves a line out, or puts it elsewhere as well.
fn lines_change(numbers: &mut Numbers, program: &mut Vec<String>) {
    let text = program.concat();
    let mut lines: Vec<&str> = text.lines().collect();
    if lines.len() < 2 {
        return;
    }
    let line = lines[numbers.below(lines.len())];
    let place = numbers.below(lines.len());
    if numbers.below(2) == 0 {
        lines.remove(place);
    } else {
        lines.insert(place, line);
    }
    *program = pieces(&lines.join("\n"));
}

#[test]
fn changed_programs_end() {
    let rounds = std::env::var("MUTATIONS").ok().and_then(|text| text.parse().ok()).unwrap_or(ROUNDS);
    let sources: Vec<Vec<String>> = sources().iter().map(|text| pieces(text)).collect();
    let mut running = 0;
    for round in 0..rounds {
        let program = mutate(&mut Numbers(round.wrapping_mul(0xD129_0BCE)), &sources);
        let text = program.clone();
        let limits = Limits { steps: STEPS, heap_bytes: HEAP_BYTES, ..small_limits() };
        // Every other program collects often, which brings lost values to light.
        let limits = Limits { collect_often: round % 2 == 0, ..limits };
        let limits = if limits.collect_often { Limits { steps: STEPS / 20, ..limits } } else { limits };
        let worker = thread::Builder::new().stack_size(STACK_BYTES);
        let handle = worker.spawn(move || run_with("program.py", &text, limits)).expect("a thread");
        let Ok(ran) = handle.join() else { panic!("the machine panicked in round {round}\n{program}") };
        // Those with a syntax error have no traceback.
        let compiled = !matches!(&ran.end, End::Raised(text) if !text.starts_with("Traceback"));
        running += u64::from(compiled);
    }
    assert!(running > rounds / 4, "only {running} of {rounds} programs have no syntax error");
}
