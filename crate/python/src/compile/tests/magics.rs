//! Lines of notebooks: what works leaves every place where it was, what does
//! not is refused by name.

use super::{compiled, source};
use crate::compile::compile_recovering;

/// The message of the error, and the part of the text it points at.
fn refused(text: &str) -> (String, String) {
    let error = compiled(text).expect_err("it is refused");
    let marked = &text[error.span.start as usize..error.span.end as usize];
    (error.message, marked.to_owned())
}

#[test]
fn commands_are_refused_by_name() {
    let cases = [
        ("x = 1\n%matplotlib inline\n", "'%matplotlib' is not supported here", "%matplotlib inline"),
        ("!pip install dask\n", "'!pip' is not supported here: nothing can be installed", "!pip install dask"),
        ("if x:\n    !ls -l\n", "'!ls' is not supported here: a browser tab has no shell", "!ls -l"),
        ("!ls\n", "'!ls' is not supported here", "!ls"),
        ("!x\n", "invalid syntax", "!"),
        ("x = !y\n", "invalid syntax", "!"),
        ("%timeit f(x)\n", "'%timeit' is not supported here: use %time", "%timeit f(x)"),
        ("%%timeit\nf(x)\n", "'%%timeit' is not supported here: use %time", "%%timeit"),
        ("?print\n", "'?' asks a notebook for help", "?print"),
        ("x = 1\n%%time\n", "'%%time' times the whole program: put it on the first line", "%%time"),
        ("%%time f(x)\n", "'%%time' stands alone on its line", "%%time f(x)"),
        ("%time\n", "'%time' times the statement that follows", "%time"),
        ("x = %time f()\n", "'%time' stands before the statement", "%time f()"),
        ("%time for i in x: f(i)\n", "'%time' times a statement of one line", "%time for i in x: f(i)"),
    ];
    for (text, message, marked) in cases {
        let (said, at) = refused(text);
        assert!(said.starts_with(message), "{text}: {said}");
        assert_eq!(at, marked);
    }
}

#[test]
fn the_first_error_counts() {
    assert_eq!(refused("x = (1\n%matplotlib\n").0, "'(' was never closed");
    assert_eq!(refused("%matplotlib\nx = (1\n").1, "%matplotlib");
    assert_eq!(refused("def f():\n    %time é = x +\n").0, "invalid syntax");
}

#[test]
fn what_only_looks_like_a_command_is_python() {
    for text in ["x = (7\n  % 4)\n", "'''\n%time\n!ls\n'''\n", "x = 7 \\\n % 4\n", "a = b != c\n", "x: int = 5 % 3\n"] {
        assert!(compiled(text).is_ok(), "{text}");
    }
}

#[test]
fn timed_programs_compile() {
    for text in [
        "%%time\nx = 1\n",
        "\n%%time\n",
        "%time x = 1; y = 2\n",
        "for i in x:\n    %time f(i)\n",
        "%time x = f(1,\n    2)\n",
        "%time if_done(x)\n",
        "# a comment is no first line\n%time x\n",
    ] {
        assert!(compiled(text).is_ok(), "{text}");
    }
}

#[test]
fn a_preview_draws_what_stands_before_a_refused_line() {
    let (code, errors) = compile_recovering(source("x = 1\ny = 2\n!ls\nz = 3\n"));
    assert_eq!(errors.len(), 1);
    let names: Vec<&str> = code.names.iter().map(|name| &**name).collect();
    assert_eq!(names, ["x", "y"]);
}

#[test]
fn a_command_hides_no_deep_nesting() {
    let text = format!("!echo '''\n{}1{}\n", "(".repeat(5000), ")".repeat(5000));
    assert_eq!(refused(&text).0, "too many nested parentheses");
}
