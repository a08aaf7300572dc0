//! Random programs that mostly compile: statements, classes and generators around calls of all that the machine offers,
//! with arguments that nobody would write.

use super::awkward::{ATOMS, PRELUDE, class};
use super::numbers::Numbers;
use super::surface::Surface;

/// Variables of a program, `v0` and so on.
const VARIABLES: usize = 6;
const CLASSES: usize = 2;
const FUNCTIONS: usize = 2;
const MAX_STATEMENTS: usize = 24;

const BINARY: &[&str] = &[
    "+", "-", "*", "/", "//", "%", "**", "@", "<<", ">>", "&", "|", "^", "==", "!=", "<", "<=", ">", ">=", "in", "not in", "is",
    "is not", "and", "or",
];
const INPLACE: &[&str] = &["+=", "-=", "*=", "/=", "//=", "%=", "**=", "<<=", ">>=", "&=", "|=", "^=", "@="];
const UNARY: &[&str] = &["-", "+", "~", "not "];
const SPECS: &[&str] = &[
    "", ">10", "^8.3f", "010,d", "+.2e", "#x", "_b", "%", "c", "s", "g", ".0f", "<5s", "*^20", "n", "=+8", "{v0}", "{v1}.{v2}", "999", "😀>5", ".400f",
    "%H:%M", "z.1f", "#_X", ".3s", "1000000000000",
];
const PERCENTS: &[&str] = &["'%s'", "'%r %%'", "'%d'", "'%05.2f'", "'%x'", "'%c'", "'%(a)s'", "'%*d'", "'%.*f'", "'%-10s|'", "'%e'", "'%i %i'", "b'%s'", "b'%d'"];
const HANDLERS: &[&str] = &["Exception", "BaseException", "(TypeError, ValueError)", "v0", "RecursionError", "C0", "LookupError", "*"];
const PATTERNS: &[&str] = &[
    "[a, *b]", "{'a': x, **rest}", "int(x)", "str() | bytes()", "C0(x=1)", "C1(a, b)", "None", "(1, 2)", "[]", "{}", "'a'", "1 | 2.5 | -1j", "x if x", "[[*_], y]",
    "list(x)", "dict(x)", "(a, (b, c))", "v0.x", "float(x) as f", "_",
];

/// Builds one program.
pub struct Grammar<'a> {
    pub numbers: Numbers,
    pub surface: &'a Surface,
    /// Modules that the program names.
    imports: Vec<String>,
    text: String,
}

impl<'a> Grammar<'a> {
    pub fn new(numbers: Numbers, surface: &'a Surface) -> Self {
        Self { numbers, surface, imports: Vec::new(), text: String::new() }
    }

    fn below(&mut self, bound: usize) -> usize {
        self.numbers.below(bound)
    }

    fn pick(&mut self, from: &[&'static str]) -> &'static str {
        self.numbers.pick(from)
    }

    /// A whole program.
    pub fn program(mut self) -> String {
        for at in 0..VARIABLES {
            let atom = if self.numbers.once_in(3) { self.pick(&["[1, 2, 3]", "{1: 2, 3: 4}", "{1, 2, 3}", "[]"]) } else { self.pick(ATOMS) };
            self.text += &format!("v{at} = None\n");
            self.guarded(0, &format!("v{at} = {atom}\n"));
        }
        for at in 0..CLASSES {
            let text = class(&mut self.numbers, &format!("C{at}"), VARIABLES);
            self.guarded(0, &text);
        }
        for at in 0..FUNCTIONS {
            self.function(at);
        }
        for _ in 0..4 + self.below(MAX_STATEMENTS) {
            let lines = self.statement(2);
            self.guarded(0, &lines);
        }
        self.imports.sort();
        self.imports.dedup();
        let imports: String = self.imports.iter().map(|module| format!("import {module}\n")).collect();
        format!("{imports}{PRELUDE}{}", self.text)
    }

    /// Adds lines in a `try`, so that the next ones run as well.
    fn guarded(&mut self, depth: usize, lines: &str) {
        let blanks = "    ".repeat(depth);
        self.text += &format!("{blanks}try:\n");
        self.text += &indented(lines, &format!("{blanks}    "));
        self.text += &format!("{blanks}except Exception as error:\n{blanks}    print(repr(error)[:200])\n");
    }

    fn function(&mut self, at: usize) {
        let parameters = self.pick(&["", "a", "a, b=1", "*a", "**k", "a, /, b=2, *c, d=3, **e", "a, *, b=None", "a: int = 5"]);
        let decorator = if self.numbers.once_in(4) {
            let callee = self.callee();
            format!("@{callee}\n")
        } else {
            String::new()
        };
        let mut body = String::new();
        for _ in 0..1 + self.below(3) {
            let statement = self.statement(2);
            body += &statement;
        }
        match self.below(5) {
            0 => body += &format!("yield {}\n", self.value(1)),
            1 => body += &format!("x = yield {}\nyield from {}\n", self.value(1), self.value(1)),
            _ => body += &format!("return {}\n", self.value(2)),
        }
        let text = format!("{decorator}def f{at}({parameters}):\n{}", indented(&body, "    "));
        self.guarded(0, &text);
    }

    fn variable(&mut self) -> String {
        format!("v{}", self.below(VARIABLES))
    }

    fn statement(&mut self, depth: usize) -> String {
        if depth == 0 {
            return format!("{} = {}\n", self.variable(), self.value(2));
        }
        match self.below(26) {
            0..9 => format!("{} = {}\n", self.variable(), self.value(3)),
            9..12 => format!("print(repr({})[:300])\n", self.value(3)),
            12 => format!("{} {} {}\n", self.variable(), self.pick(INPLACE), self.value(2)),
            13 => format!("{}[{}] = {}\n", self.variable(), self.index(), self.value(2)),
            14 => format!("del {}[{}]\n", self.variable(), self.index()),
            15 => self.loop_statement(depth),
            16 => self.try_statement(depth),
            17 => self.with_statement(depth),
            18 => self.match_statement(),
            19 => format!("{} = {}\n", self.pick(&["v0, v1", "v0, *v1", "[v0, (v1, v2)]", "*v0, v1, v2", "v0.x", "v1[v0]"]), self.value(2)),
            20 => format!("raise {} from {}\n", self.value(1), self.value(0)),
            21 => format!("assert {}, {}\n", self.value(1), self.value(1)),
            22 => format!("if {}:\n{}else:\n{}", self.value(1), self.block(depth), self.block(depth)),
            23 => format!("{}.{} = {}\n", self.value(0), self.pick(&["x", "__class__", "__dict__", "__name__", "__iter__", "__doc__"]), self.value(1)),
            24 => format!("{} = (lambda g: (next(g), g.{}))({})\n", self.variable(), self.pick(&["send(1)", "throw(ValueError)", "close()", "__next__()"]), self.value(1)),
            _ => format!("{}\n", self.value(3)),
        }
    }

    fn block(&mut self, depth: usize) -> String {
        let mut lines = String::new();
        for _ in 0..=self.below(2) {
            let statement = self.statement(depth - 1);
            lines += &statement;
        }
        indented(&lines, "    ")
    }

    fn loop_statement(&mut self, depth: usize) -> String {
        let leave = self.pick(&["break", "continue", "pass"]);
        let body = self.block(depth);
        match self.below(3) {
            0 => format!("while {}:\n{body}    {leave}\nelse:\n    pass\n", self.value(1)),
            _ => format!("for {} in {}:\n{body}    {leave}\n", self.pick(&["v0", "v1", "i", "i, j", "v2[0]", "*i, j"]), self.value(2)),
        }
    }

    fn try_statement(&mut self, depth: usize) -> String {
        let body = self.block(depth);
        let handler = self.pick(HANDLERS);
        let (star, kind) = if handler == "*" { ("*", "ValueError") } else { ("", handler) };
        let handling = self.block(depth);
        match self.below(3) {
            0 => format!("try:\n{body}finally:\n{handling}"),
            1 => format!("try:\n{body}except{star} {kind} as e:\n{handling}    v0 = e\nelse:\n    v1 = 1\nfinally:\n    v2 = v0\n"),
            _ => format!("try:\n{body}except {kind}:\n{handling}"),
        }
    }

    fn with_statement(&mut self, depth: usize) -> String {
        format!("with {} as {}:\n{}", self.value(2), self.variable(), self.block(depth))
    }

    fn match_statement(&mut self) -> String {
        let mut lines = format!("match {}:\n", self.value(1));
        for _ in 0..=self.below(3) {
            lines += &format!("    case {}:\n        {} = {}\n", self.pick(PATTERNS), self.variable(), self.value(1));
        }
        lines
    }

    fn index(&mut self) -> String {
        match self.below(4) {
            0 => format!("{}:{}:{}", self.value(0), self.value(0), self.value(0)),
            1 => format!("{}:", self.value(0)),
            _ => self.value(1),
        }
    }

    /// Something to call, by a path.
    fn callee(&mut self) -> String {
        let surface = self.surface;
        let path = match self.below(10) {
            0..6 => surface.functions[self.below(surface.functions.len())].clone(),
            6..8 => surface.classes[self.below(surface.classes.len())].path.clone(),
            8 => {
                let class = &surface.classes[self.below(surface.classes.len())];
                let name = self.below(class.attributes.len().max(1));
                match class.attributes.get(name) {
                    Some(name) => format!("{}.{name}", class.path),
                    None => class.path.clone(),
                }
            }
            _ => return self.pick(&["f0", "f1", "C0", "C1", "v0", "v1"]).to_owned(),
        };
        self.import_for(&path);
        path
    }

    fn import_for(&mut self, path: &str) {
        self.imports.extend(self.surface.module_of(path).map(str::to_owned));
    }

    fn arguments(&mut self, depth: usize) -> String {
        let count = [0, 1, 1, 1, 2, 2, 2, 3, 3, 4][self.below(10)];
        // Mostly plain values: one wrong argument spoils the call.
        let depth = if self.numbers.once_in(3) { depth } else { 0 };
        let mut arguments: Vec<String> = (0..count).map(|_| self.value(depth)).collect();
        if self.numbers.once_in(12) {
            arguments.push(format!("{}{}", self.pick(&["*", "**", "key=", "default=", "x=", "n=", "reverse=", "maxlen=", "sep=", "base=", "start=", "initial=", "repeat="]), self.value(1)));
        }
        arguments.join(", ")
    }

    fn call(&mut self, depth: usize) -> String {
        let callee = self.callee();
        format!("{callee}({})", self.arguments(depth))
    }

    fn method(&mut self, depth: usize) -> String {
        match self.below(5) {
            0 | 1 => format!("poke({}, {}, {})", self.value(depth), self.below(120), self.arguments(depth)),
            2 => format!("chain({}, {}, {})", self.value(depth), self.below(120), self.arguments(0)),
            _ => {
                let surface = self.surface;
                let name = &surface.methods[self.below(surface.methods.len())];
                format!("({}).{name}({})", self.value(depth), self.arguments(depth))
            }
        }
    }

    /// An expression.
    pub fn value(&mut self, depth: usize) -> String {
        if depth == 0 {
            return match self.below(10) {
                0..4 => self.variable(),
                4 => self.pick(&["C0()", "C1()", "C0(1)", "C1", "f0", "f1", "f0()", "f1(1)"]).to_owned(),
                5 if self.numbers.once_in(3) && !self.surface.values.is_empty() => {
                    let path = self.surface.values[self.below(self.surface.values.len())].clone();
                    self.import_for(&path);
                    path
                }
                _ => self.pick(ATOMS).to_owned(),
            };
        }
        let less = depth - 1;
        match self.below(30) {
            0..9 => self.call(less),
            9..14 => self.method(less),
            14..17 => format!("({} {} {})", self.value(less), self.pick(BINARY), self.value(less)),
            17 => format!("({}{})", self.pick(UNARY), self.value(less)),
            18 => format!("({})[{}]", self.value(less), self.index()),
            19 => self.comprehension(less),
            20 => format!("(lambda x=1, *y: {})", self.value(less)),
            21 => format!("f'{{{}:{}}}'", self.unquoted(), self.pick(SPECS)),
            22 => format!("({} % {})", self.pick(PERCENTS), self.value(less)),
            23 => format!("format({}, {:?})", self.value(less), self.pick(SPECS)),
            24 => format!("[{}, *{}]", self.value(less), self.value(less)),
            25 => format!("{{{}: {}, **{}}}", self.value(less), self.value(less), self.value(less)),
            26 => format!("{{{}, {}}}", self.value(less), self.value(less)),
            27 => format!("({} if {} else {})", self.value(less), self.value(less), self.value(less)),
            28 => format!("({} < {} <= {})", self.value(less), self.value(less), self.value(less)),
            _ => format!("list({})", self.value(less)),
        }
    }

    fn unquoted(&mut self) -> String {
        let conversion = self.pick(&["", "", "!r", "!s", "!a", "="]);
        format!("{}{conversion}", self.variable())
    }

    fn comprehension(&mut self, depth: usize) -> String {
        let inner = format!("{} for i in {} if {}", self.value(depth), self.value(depth), self.value(0));
        match self.below(4) {
            0 => format!("[{inner}]"),
            1 => format!("{{{inner}}}"),
            2 => format!("{{i: {inner}}}"),
            _ => format!("({inner})"),
        }
    }
}

fn indented(lines: &str, blanks: &str) -> String {
    lines.lines().map(|line| format!("{blanks}{line}\n")).collect()
}
