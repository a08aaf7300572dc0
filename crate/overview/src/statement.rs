//! Which statement a line of the program belongs to, and the loops and
//! functions around it: they are the frames of the overview.
//!
//! This reads a program that has run, so it need not find errors. It knows only
//! what joins lines - brackets, backslashes, texts - and what nests them, the
//! indentation:
//!
//! ```text
//! for i in range(3):        statement 0, a block
//!     total = add(          statement 1, in 0
//!         inc(i),           also 1
//!         total)            also 1
//! ```

/// A statement with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Statement {
    /// 1-based, both.
    pub first_line: u32,
    pub last_line: u32,
    /// The statement that it is indented under.
    pub parent: Option<u32>,
    /// Its first line without the indentation.
    pub text: String,
}

/// The statements of a program.
#[derive(Debug, Default)]
pub(crate) struct Statements {
    pub all: Vec<Statement>,
    /// For each line, from line 1 on; lines without code belong to none.
    of_line: Vec<Option<u32>>,
}

/// Columns between the stops of tabs, as Python counts them.
const TAB: usize = 8;
/// First words of the statements that repeat or name what is under them.
const BLOCK_WORDS: [&str; 4] = ["for", "while", "def", "async"];

impl Statements {
    /// The statement of a 1-based line.
    pub fn of_line(&self, line: u32) -> Option<u32> {
        let at = (line as usize).checked_sub(1)?;
        self.of_line.get(at).copied().flatten()
    }

    /// One statement.
    pub fn get(&self, statement: u32) -> Option<&Statement> {
        self.all.get(statement as usize)
    }

    /// The statement at the left margin that a statement is or is under.
    pub fn outermost(&self, statement: u32) -> u32 {
        std::iter::successors(Some(statement), |&at| self.get(at)?.parent).last().unwrap_or(statement)
    }

    /// The loops and functions around a statement, innermost first.
    pub fn blocks_around(&self, statement: u32) -> impl Iterator<Item = u32> {
        let parent = |&at: &u32| self.get(at)?.parent;
        std::iter::successors(parent(&statement), parent).filter(|&at| self.get(at).is_some_and(is_block))
    }
}

fn is_block(statement: &Statement) -> bool {
    let word = statement.text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next();
    word.is_some_and(|word| BLOCK_WORDS.contains(&word))
}

/// Reads the statements of a program.
pub(crate) fn statements(source: &str) -> Statements {
    let mut found = Statements::default();
    // Indentation and number of the statements that may have others under them.
    let mut open: Vec<(usize, u32)> = Vec::new();
    let mut joins = Joins::default();
    for (text, line) in source.split('\n').zip(1u32..) {
        let goes_on = joins.is_open();
        let code = text.trim_start();
        if !goes_on && (code.trim_end().is_empty() || code.starts_with('#')) {
            found.of_line.push(None);
            continue;
        }
        joins.read(text);
        if goes_on && let Some(last) = found.all.last_mut() {
            last.last_line = line;
        } else {
            let indent = columns(text);
            while open.last().is_some_and(|&(outer, _)| outer >= indent) {
                open.pop();
            }
            let parent = open.last().map(|&(_, at)| at);
            open.push((indent, found.all.len() as u32));
            found.all.push(Statement { first_line: line, last_line: line, parent, text: code.trim_end().to_owned() });
        }
        found.of_line.push((found.all.len() as u32).checked_sub(1));
    }
    found
}

/// Width of the indentation.
fn columns(text: &str) -> usize {
    let mut width = 0;
    for letter in text.chars() {
        match letter {
            ' ' => width += 1,
            '\t' => width = (width / TAB + 1) * TAB,
            _ => break,
        }
    }
    width
}

/// What keeps a statement from ending with its line.
#[derive(Debug, Default)]
struct Joins {
    brackets: usize,
    /// The quotation mark of an open text of three.
    text: Option<u8>,
    backslash: bool,
}

impl Joins {
    fn is_open(&self) -> bool {
        self.brackets > 0 || self.text.is_some() || self.backslash
    }

    /// Reads one line.
    fn read(&mut self, line: &str) {
        let bytes = line.trim_end().as_bytes();
        self.backslash = false;
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            if let Some(mark) = self.text {
                at = self.within_text(bytes, at, mark);
                continue;
            }
            match byte {
                b'#' => return,
                b'(' | b'[' | b'{' => self.brackets += 1,
                b')' | b']' | b'}' => self.brackets = self.brackets.saturating_sub(1),
                b'\\' if at + 1 == bytes.len() => self.backslash = true,
                b'"' | b'\'' if is_triple(bytes, at, byte) => {
                    self.text = Some(byte);
                    at += 2;
                }
                b'"' | b'\'' => at = end_of_short_text(bytes, at, byte),
                _ => {}
            }
            at += 1;
        }
    }

    /// The next place to read at, inside or behind a text of three marks.
    fn within_text(&mut self, bytes: &[u8], at: usize, mark: u8) -> usize {
        if bytes.get(at) == Some(&b'\\') {
            return at + 2;
        }
        if is_triple(bytes, at, mark) {
            self.text = None;
            return at + 3;
        }
        at + 1
    }
}

fn is_triple(bytes: &[u8], at: usize, mark: u8) -> bool {
    bytes.get(at..at + 3).is_some_and(|three| three == [mark; 3])
}

/// Where a text of one line ends.
fn end_of_short_text(bytes: &[u8], begin: usize, mark: u8) -> usize {
    let mut at = begin + 1;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            _ if byte == mark => return at,
            _ => at += 1,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// For each line: the first line of its statement and those of the blocks around.
    fn check(source: &str, expect: &[&[u32]]) {
        let found = statements(source);
        let line_of = |at: u32| found.get(at).map_or(0, |statement| statement.first_line);
        for (line, expect) in (1u32..).zip(expect) {
            let seen: Vec<u32> = found.of_line(line).map_or(Vec::new(), |at| {
                std::iter::once(at).chain(found.blocks_around(at)).map(line_of).collect()
            });
            assert_eq!(seen, *expect, "line {line} of {source}");
        }
    }

    #[test]
    fn brackets_texts_and_backslashes_join_lines() {
        check("a = f(\n  1, # (\n  ')')\nb = 1", &[&[1], &[1], &[1], &[4]]);
        check("a = '''(\n'''\nb", &[&[1], &[1], &[3]]);
        check("a = 1 + \\\n  2\nb", &[&[1], &[1], &[3]]);
        check("a = \"\"\"\\\"\"\"\"\nb", &[&[1], &[2]]);
        check("a = '('\nb = \"it's\"\n\n# c\nd", &[&[1], &[2], &[], &[], &[5]]);
    }

    #[test]
    fn loops_and_functions_are_around_what_is_under_them() {
        check(
            "def f(x):\n    for i in x:\n        if i:\n            g(i)\n    h(x)\nf(1)",
            &[&[1], &[2, 1], &[3, 2, 1], &[4, 2, 1], &[5, 1], &[6]],
        );
        check("while a:\n\tb\nelse:\n\tc", &[&[1], &[2, 1], &[3], &[4]]);
        check("fortune:\n  a", &[&[1], &[2]]);
    }

    #[test]
    fn no_line_is_of_no_statement() {
        let found = statements("a");
        assert_eq!((found.of_line(0), found.of_line(2)), (None, None));
        assert_eq!(statements("").all, []);
    }
}
