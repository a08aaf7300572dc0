//! Texts that are no programs: random characters, random tokens, and what is nested too deep.

use super::numbers::Numbers;

const TOKENS: &[&str] = &[
    "def", "class", "if", "else", ":", "\n", "\n    ", "\n        ", "(", ")", "[", "]", "{", "}", "f'", "'", "\"", "'''", "f\"{", "}\"", "x", "1", "0x",
    "1e", "1_", "=", "==", ",", ".", "...", "*", "**", "->", ":=", "@", "lambda", "for", "in", "yield", "await", "async", "match", "case", "_", "import",
    "from", "as", "try", "except", "finally", "with", "raise", "return", "del", "global", "not", "and", "#", "\\", "\\\n", ";", "!", "$", "?", "`", "\t", "\r",
    "\u{c}", "\u{0}", "\u{feff}", "é", "𝒳", "🎉", "\u{202e}", "\\N{", "\\u12", "\\x", "b'", "rb'", "0o8", "1j", "None", "print", "%", "%%time", "while", " ",
];

/// Openings and closings that nest.
const NESTS: &[(&str, &str)] = &[
    ("(", ")"), ("[", "]"), ("{", "}"), ("{1:", "}"), ("f(", ")"), ("x[", "]"), ("-", ""), ("not ", ""), ("~", ""), ("lambda: ", ""), ("1 + ", ""), ("1 ** ", ""),
    ("x if x else ", ""), ("(yield ", ")"), ("*", ""), ("[x for x in ", "]"), ("a = ", ""), ("1 < ", ""), ("x.", ""), ("f'{", "}'"), ("(x := ", ")"), ("await ", ""),
    ("x and ", ""), ("\"\"\"", ""), ("f'{x:{", "}}'"), ("1,", ""), ("f()(", ")"), ("if x:\n", ""), ("else:\n", ""), ("@", "\n"), ("x: ", ""), ("del ", ""),
];

/// Statements that hold others.
const BLOCKS: &[&str] = &[
    "if x:", "while x:", "for x in y:", "def f():", "class A:", "try:", "with x:", "else:", "finally:", "elif x:", "except:", "match x:", "case _:", "async def f():",
];

/// One such text.
pub fn noise(numbers: &mut Numbers, sources: &[Vec<String>]) -> String {
    match numbers.below(6) {
        0 => characters(numbers),
        1 => (0..numbers.below(80)).map(|_| numbers.pick(TOKENS)).collect(),
        2 => (0..numbers.below(60)).map(|_| format!("{} ", numbers.pick(TOKENS))).collect(),
        3 => {
            let source = &sources[numbers.below(sources.len())];
            damaged(numbers, &source.concat())
        }
        4 => blocks(numbers),
        _ => nested(numbers),
    }
}

fn any_char(numbers: &mut Numbers) -> char {
    let code = match numbers.below(6) {
        0 => numbers.below(0x11_0000),
        1 => numbers.below(0x3000),
        2 => numbers.below(32),
        _ => 32 + numbers.below(96),
    };
    char::from_u32(code as u32).unwrap_or('\u{fffd}')
}

fn characters(numbers: &mut Numbers) -> String {
    (0..numbers.below(200)).map(|_| any_char(numbers)).collect()
}

/// A program with some characters changed, left out, or cut off at the end.
fn damaged(numbers: &mut Numbers, text: &str) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for _ in 0..1 + numbers.below(6) {
        let place = numbers.below(chars.len() + 1);
        match numbers.below(4) {
            0 => chars.insert(place, any_char(numbers)),
            1 if place < chars.len() => {
                chars.remove(place);
            }
            2 if place < chars.len() => chars[place] = any_char(numbers),
            3 if numbers.once_in(4) => chars.truncate(place),
            _ => {}
        }
    }
    chars.into_iter().collect()
}

fn blocks(numbers: &mut Numbers) -> String {
    let mut text = String::new();
    let depth = [3, 10, 30, 120, 400][numbers.below(5)];
    for at in 0..depth {
        text += &format!("{}{}\n", " ".repeat(at), numbers.pick(BLOCKS));
    }
    text + &" ".repeat(depth) + "pass\n"
}

fn nested(numbers: &mut Numbers) -> String {
    let depth = [5, 40, 99, 180, 250, 1000, 20_000][numbers.below(7)];
    let kinds: Vec<(&str, &str)> = (0..1 + numbers.below(3)).map(|_| NESTS[numbers.below(NESTS.len())]).collect();
    let before: String = (0..depth).map(|at| kinds[at % kinds.len()].0).collect();
    let after: String = (0..depth).rev().map(|at| kinds[at % kinds.len()].1).collect();
    let closed = if numbers.once_in(5) { String::new() } else { after };
    let start = ["", "x = ", "print(", "def f(): return "][numbers.below(4)];
    format!("{start}{before}x{closed}")
}
