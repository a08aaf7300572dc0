//! The marks under the lines of a traceback are CPython's.

mod common;

use common::{End, run_small};

/// What stands under the last line of the program in a traceback.
fn marks(program: &str) -> String {
    let End::Raised(text) = run_small(program) else { return "it did not fail".to_owned() };
    let lines: Vec<&str> = text.lines().collect();
    match lines[..] {
        [.., line, marks, _] if marks.trim().chars().all(|c| matches!(c, '~' | '^')) => format!("{line}\n{marks}"),
        [.., line, _] => line.to_owned(),
        _ => text,
    }
}

/// A program of one failing line, which comes first, and the marks below it; made by CPython 3.11.
const CASES: &[&str] = &[
    "    x = 1/0\n        ~^~",
    "    1/0\n    ~^~",
    "    y = ([4][0]) // (zero)\n        ~~~~~~~~~^^~~~~~~~",
    "    z = {'a': [1]}['a'][5] + 1\n        ~~~~~~~~~~~~~~~^^^",
    "    1 + 'é' + 2\n    ~~^~~~~",
    "    'é' + 1; zero\n    ~~~~^~~",
    "    f = len(3)\n        ^^^^^^",
    "    zero.nope.more\n    ^^^^^^^^^",
    "    [1, 2][5]\n    ~~~~~~^^^",
    "    print(1 %0)\n          ~~^~",
    "    zero += 'a'",
    "    assert zero == 1, 'no'\n           ^^^^^^^^^",
];

#[test]
fn an_operator_or_an_index_is_pointed_at() {
    for expected in CASES {
        let line = expected.lines().next().unwrap_or_default().trim();
        assert_eq!(&marks(&format!("zero = 0\n{line}\n")), expected);
    }
}

#[test]
fn what_goes_on_in_the_next_line_is_marked_to_its_end() {
    assert_eq!(marks("x = (1\n     / 0)\n"), "    x = (1\n         ^");
}
