//! Programs put together from pieces of real ones: nearly all are wrong somewhere, and each must end in an exception or
//! at a limit.

use std::fs;
use std::path::{Path, PathBuf};

use super::numbers::Numbers;

/// Changes made to one program at most.
const MAX_CHANGES: usize = 4;
/// Programs do not grow past this by being put into each other.
const MAX_BYTES: usize = 20_000;

/// What replaces a piece: values and names that programs trip over.
const AWKWARD: &[&str] = &[
    "None", "0", "(-1)", "1", "''", "[]", "()", "{}", "10**9", "1.5", "float('nan')", "self", "print", "object", "type",
    "super()", "...", "(lambda: 0)", "__class__", "iter", "b''", "True", "range(3)", "{1}", "slice(None)", "(yield)",
    "vars()", "locals()", "1j", "Exception", "next", "sorted", "int", "__init__", "__eq__", "__getattr__", "__iter__",
    "__hash__", "__repr__", "__call__", "__len__", "[*range(9)]", "{1: 2}", "(x := 1)", "2**70", "list", "dict", "str",
    "(-2**63)", "2**31", "-1e400", "'\\ud800'", "globals()", "(yield from [1])", "exec", "eval", "__slots__", "__new__",
    "__set_name__", "__init_subclass__", "__getattribute__", "__delattr__", "__del__", "__class_getitem__", "__mro__",
    "__dict__", "__enter__", "__exit__", "__index__", "__bool__", "__format__", "__missing__", "__get__", "__set__",
    "NotImplemented", "StopIteration", "BaseException", "GeneratorExit", "memoryview", "property", "classmethod",
];

/// Words that stay where they are.
const KEYWORDS: &[&str] = &[
    "def", "class", "if", "elif", "else", "for", "while", "in", "is", "not", "and", "or", "return", "yield", "try",
    "except", "finally", "raise", "with", "as", "import", "from", "lambda", "pass", "assert", "del", "global", "match",
    "case", "break", "continue", "nonlocal",
];

const OPERATORS: &[&str] = &[
    "+", "-", "*", "/", "%", "//", "**", "@", "<<", ">>", "&", "|", "^", "==", "!=", "<", ">", "<=", ">=", "=", "+=",
    "*=", ":", ",", ".", ";", ":=", "->", "=>", "!", "~", " if ", " else ", " in ", " is ", " and ", " or ", " for ",
];

/// What a program is put into.
const FRAMES: &[(&str, &str)] = &[
    ("def outer():", "outer()"),
    ("class Outer:", ""),
    ("try:", "except Exception as error: print(repr(error)[:99])\nfinally: x = 1"),
    ("for turn in range(2):", "else: pass"),
    ("def outer():\n  yield 1", "for each in outer(): pass"),
    ("if True:", ""),
    ("while True:", ""),
    ("with outer as inner:", ""),
    ("match 1:\n case _:", ""),
    ("async def outer():", ""),
];

/// Words, runs of blanks, and single characters.
pub fn pieces(text: &str) -> Vec<String> {
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

/// All programs below some folders, in the order of their paths.
pub fn programs(folders: &[PathBuf]) -> Vec<String> {
    let mut paths = Vec::new();
    folders.iter().for_each(|folder| collect(folder, &mut paths));
    paths.sort();
    paths.iter().filter_map(|path| fs::read_to_string(path).ok()).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            paths.push(path);
        }
    }
}

/// A program changed in a few places.
pub fn mutate(numbers: &mut Numbers, sources: &[Vec<String>]) -> String {
    let mut program = sources[numbers.below(sources.len())].clone();
    for _ in 0..=numbers.below(MAX_CHANGES) {
        let other = &sources[numbers.below(sources.len())];
        match numbers.below(24) {
            0 if program.len() > 1 => {
                program.remove(numbers.below(program.len()));
            }
            1 => {
                let (a, b) = (numbers.below(program.len()), numbers.below(program.len()));
                program.swap(a, b);
            }
            2 | 3 => change_lines(numbers, &mut program),
            4 | 5 => splice_block(numbers, &mut program, other),
            6 => change_operator(numbers, &mut program),
            7 => change_brackets(numbers, &mut program, other),
            8 if numbers.once_in(3) => program = pieces(&framed(numbers, &program.concat())),
            9..14 => replace_word(numbers, &mut program, other),
            _ => replace_word(numbers, &mut program, &[]),
        }
        if program.is_empty() {
            break;
        }
    }
    let text = program.concat();
    text.chars().take(MAX_BYTES).collect()
}

fn is_word(piece: &str) -> bool {
    piece.starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// Another word, of another program or an awkward one.
fn replace_word(numbers: &mut Numbers, program: &mut [String], other: &[String]) {
    let words: Vec<usize> =
        (0..program.len()).filter(|&at| is_word(&program[at]) && !KEYWORDS.contains(&&*program[at])).collect();
    let Some(&at) = words.get(numbers.below(words.len())) else { return };
    let others: Vec<&String> = other.iter().filter(|piece| is_word(piece)).collect();
    program[at] = match others.get(numbers.below(others.len())) {
        Some(word) => (*word).clone(),
        None => AWKWARD[numbers.below(AWKWARD.len())].to_owned(),
    };
}

/// Leaves a line out, or puts it elsewhere as well.
fn change_lines(numbers: &mut Numbers, program: &mut Vec<String>) {
    let text = program.concat();
    let mut lines: Vec<&str> = text.lines().collect();
    if lines.len() < 2 {
        return;
    }
    let line = lines[numbers.below(lines.len())];
    let place = numbers.below(lines.len());
    if numbers.once_in(2) {
        lines.remove(place);
    } else {
        lines.insert(place, line);
    }
    *program = pieces(&lines.join("\n"));
}

fn depth(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// A statement with its block, of another program, in front of a line and as deep as that.
fn splice_block(numbers: &mut Numbers, program: &mut Vec<String>, other: &[String]) {
    let (text, other) = (program.concat(), other.concat());
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let others: Vec<&str> = other.lines().collect();
    if lines.is_empty() || others.is_empty() {
        return;
    }
    let start = numbers.below(others.len());
    let from = depth(others[start]);
    let after = others[start + 1..].iter().take_while(|line| line.trim().is_empty() || depth(line) > from).count();
    let place = numbers.below(lines.len());
    let to = " ".repeat(depth(&lines[place]));
    let block = others[start..=start + after].iter().map(|line| format!("{to}{}", line.get(from..).unwrap_or("")));
    let block: Vec<String> = block.collect();
    lines.splice(place..place, block);
    *program = pieces(&lines.join("\n"));
}

fn change_operator(numbers: &mut Numbers, program: &mut [String]) {
    let places: Vec<usize> = (0..program.len()).filter(|&at| OPERATORS.contains(&&*program[at])).collect();
    if let Some(&at) = places.get(numbers.below(places.len())) {
        program[at] = OPERATORS[numbers.below(OPERATORS.len())].to_owned();
    }
}

/// The pieces from a bracket to the one that closes it.
fn bracketed(numbers: &mut Numbers, program: &[String]) -> Option<(usize, usize)> {
    let open: Vec<usize> = (0..program.len()).filter(|&at| matches!(&*program[at], "(" | "[" | "{")).collect();
    let start = *open.get(numbers.below(open.len()))?;
    let mut level = 0_i32;
    for (at, piece) in program.iter().enumerate().skip(start) {
        level += i32::from(matches!(&**piece, "(" | "[" | "{")) - i32::from(matches!(&**piece, ")" | "]" | "}"));
        if level == 0 {
            return Some((start, at));
        }
    }
    None
}

/// What stands in brackets gives way to what stands in others.
fn change_brackets(numbers: &mut Numbers, program: &mut Vec<String>, other: &[String]) {
    let Some((start, end)) = bracketed(numbers, program) else { return };
    let filling = bracketed(numbers, other).map_or_else(Vec::new, |(from, to)| other[from..=to].to_vec());
    program.splice(start..=end, filling);
}

fn framed(numbers: &mut Numbers, program: &str) -> String {
    let (before, after) = FRAMES[numbers.below(FRAMES.len())];
    let inner: Vec<String> = program.lines().map(|line| format!("   {line}")).collect();
    format!("{before}\n{}\n{after}\n", inner.join("\n"))
}
