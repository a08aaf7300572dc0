//! Tokens as CPython's tokenizer sees them, with its errors.
//!
//! The parser's own lexer recovers from mistakes; to say what CPython would
//! say, a text that does not parse is cut into tokens once more, strictly.

use crate::compile::error::{SyntaxError, SyntaxErrorClass};
use crate::span::{Source, Span};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Name,
    Number,
    String,
    Op,
    Newline,
    Indent,
    Dedent,
    End,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub kind: Kind,
    pub span: Span,
    /// How many brackets are open after this token.
    pub level: usize,
}

/// The tokens up to the first error, that error, and the open brackets.
#[derive(Debug)]
pub(super) struct Tokens {
    pub list: Vec<Token>,
    pub error: Option<SyntaxError>,
    pub open: Vec<(char, u32)>,
}

/// Width of a tab in an indentation, as CPython counts it.
const TAB: usize = 8;

pub(super) fn tokenize(source: &Source) -> Tokens {
    let start = if source.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut scan = Scan {
        source,
        text: &source.text,
        at: start,
        tokens: Vec::new(),
        open: Vec::new(),
        indents: vec![(0, 0)],
    };
    let error = scan.run().err().map(|error| *error);
    Tokens { list: scan.tokens, error, open: scan.open }
}

type Scanned = Result<(), Box<SyntaxError>>;

struct Scan<'a> {
    source: &'a Source,
    text: &'a str,
    at: usize,
    tokens: Vec<Token>,
    open: Vec<(char, u32)>,
    /// Columns with tabs of 8, and with tabs of 1.
    indents: Vec<(usize, usize)>,
}

impl Scan<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn push(&mut self, kind: Kind, start: usize) {
        let span = Span::new(start as u32, self.at as u32);
        self.tokens.push(Token { kind, span, level: self.open.len() });
    }

    fn fail(&self, message: impl Into<String>, start: usize) -> Scanned {
        let span = Span::new(start as u32, self.at.max(start) as u32);
        Err(Box::new(SyntaxError::new(message, span)))
    }

    fn run(&mut self) -> Scanned {
        let mut fresh = true;
        loop {
            if fresh && self.open.is_empty() {
                self.indentation()?;
            }
            fresh = self.line()?;
            if self.at >= self.text.len() {
                break;
            }
        }
        if self.tokens.last().is_some_and(|token| token.kind != Kind::Newline) && self.open.is_empty() {
            self.push(Kind::Newline, self.at);
        }
        while self.open.is_empty() && self.indents.len() > 1 {
            self.indents.pop();
            self.push(Kind::Dedent, self.at);
        }
        self.push(Kind::End, self.at);
        Ok(())
    }

    /// The tokens of the rest of a line; whether a new line follows.
    fn line(&mut self) -> Result<bool, Box<SyntaxError>> {
        while let Some(c) = self.peek() {
            let start = self.at;
            match c {
                ' ' | '\t' | '\x0c' => self.at += 1,
                '#' => self.at += self.rest().find(['\n', '\r']).unwrap_or(self.rest().len()),
                '\n' | '\r' => {
                    self.at += if self.rest().starts_with("\r\n") { 2 } else { 1 };
                    let blank = self.tokens.last().is_none_or(|token| {
                        matches!(token.kind, Kind::Newline | Kind::Indent | Kind::Dedent)
                    });
                    if self.open.is_empty() && !blank {
                        let span = Span::new(start as u32, self.at as u32);
                        self.tokens.push(Token { kind: Kind::Newline, span, level: 0 });
                    }
                    return Ok(true);
                }
                '\\' => self.continuation()?,
                '0'..='9' => self.number()?,
                '.' if self.rest().chars().nth(1).is_some_and(|c| c.is_ascii_digit()) => {
                    self.number()?;
                }
                '"' | '\'' => self.string(start)?,
                _ if c == '_' || c.is_alphabetic() => self.name()?,
                _ => self.operator(c)?,
            }
        }
        Ok(true)
    }

    fn indentation(&mut self) -> Scanned {
        let (mut column, mut alternative) = (0, 0);
        let start = self.at;
        loop {
            match self.peek() {
                Some(' ') => (column, alternative) = (column + 1, alternative + 1),
                Some('\t') => (column, alternative) = ((column / TAB + 1) * TAB, alternative + 1),
                Some('\x0c') => (column, alternative) = (0, 0),
                // Blank lines and comments do not count.
                Some('\n' | '\r' | '#') | None => return Ok(()),
                Some(_) => break,
            }
            self.at += 1;
        }
        let end = self.at;
        let tabs = || {
            let span = Span::new(start as u32, end as u32);
            let message = "inconsistent use of tabs and spaces in indentation".into();
            Err(Box::new(SyntaxError { class: SyntaxErrorClass::TabError, message, span }))
        };
        let top = self.indents.last().copied().unwrap_or((0, 0));
        if column == top.0 {
            return if alternative == top.1 { Ok(()) } else { tabs() };
        }
        if column > top.0 {
            if alternative <= top.1 {
                return tabs();
            }
            self.indents.push((column, alternative));
            self.push(Kind::Indent, start);
            return Ok(());
        }
        while self.indents.last().is_some_and(|last| column < last.0) {
            self.indents.pop();
            self.push(Kind::Dedent, self.at);
        }
        let top = self.indents.last().copied().unwrap_or((0, 0));
        if column != top.0 {
            let end = self.at + self.rest().find(['\n', '\r']).unwrap_or(self.rest().len());
            let span = Span::new(self.at as u32, end as u32);
            let message = "unindent does not match any outer indentation level";
            return Err(Box::new(SyntaxError::indentation(message, span)));
        }
        if alternative != top.1 { tabs() } else { Ok(()) }
    }

    fn continuation(&mut self) -> Scanned {
        let start = self.at;
        self.at += 1;
        match self.peek() {
            Some('\n' | '\r') => {
                self.at += if self.rest().starts_with("\r\n") { 2 } else { 1 };
                if self.rest().is_empty() {
                    return self.fail("unexpected EOF while parsing", start);
                }
                Ok(())
            }
            None => self.fail("unexpected EOF while parsing", start),
            Some(_) => self.fail("unexpected character after line continuation character", start),
        }
    }

    fn name(&mut self) -> Scanned {
        let start = self.at;
        let rest = self.rest();
        let end = rest.find(|c: char| c != '_' && !c.is_alphanumeric()).unwrap_or(rest.len());
        let word = &rest[..end];
        let prefix = word.len() <= 2 && word.chars().all(|c| "rRbBuUfF".contains(c));
        let quoted = rest[end..].starts_with(['"', '\'']);
        self.at += end;
        if prefix && quoted {
            return self.string(start);
        }
        self.push(Kind::Name, start);
        Ok(())
    }

    // ---- strings ------------------------------------------------------------

    fn string(&mut self, start: usize) -> Scanned {
        let prefix = self.text.get(start..self.at).unwrap_or("");
        let formatted = prefix.contains(['f', 'F']);
        let quote = self.peek().unwrap_or('"');
        let triple = self.rest().starts_with(if quote == '"' { "\"\"\"" } else { "'''" });
        let open = self.at + if triple { 3 } else { 1 };
        let nested = if formatted { self.formatted_end(open, quote, triple) } else { None };
        match nested.or_else(|| self.string_end(open, quote, triple)) {
            Some(end) => {
                self.at = end;
                self.push(Kind::String, start);
                Ok(())
            }
            None => self.unterminated(start, triple),
        }
    }

    fn unterminated(&mut self, start: usize, triple: bool) -> Scanned {
        let line_end = start + self.text[start..].find('\n').unwrap_or(self.text.len() - start);
        if triple {
            let line = self.source.line(self.text.trim_end_matches('\n').len() as u32);
            let text = format!("unterminated triple-quoted string literal (detected at line {line})");
            return self.fail(text, start);
        }
        let line = self.source.line(start as u32);
        self.at = line_end;
        self.fail(format!("unterminated string literal (detected at line {line})"), start)
    }

    /// Where a string ends, its closing quotes included.
    fn string_end(&self, open: usize, quote: char, triple: bool) -> Option<usize> {
        let mut chars = self.text.get(open..)?.char_indices();
        while let Some((index, c)) = chars.next() {
            match c {
                '\\' => {
                    chars.next();
                }
                '\n' if !triple => return None,
                _ if c == quote => {
                    if !triple {
                        return Some(open + index + 1);
                    }
                    let three = self.text.get(open + index..open + index + 3)?;
                    if three.chars().all(|c| c == quote) {
                        return Some(open + index + 3);
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// The end of an f-string whose fields may hold the same quotes again.
    fn formatted_end(&self, open: usize, quote: char, triple: bool) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let (mut at, mut depth) = (open, 0usize);
        // Quotes of strings inside fields; only plain ones are followed.
        let mut inner: Option<u8> = None;
        while let Some(&byte) = bytes.get(at) {
            match (byte, inner) {
                (b'\\', _) => at += 1,
                (b'\n', _) if !triple => return None,
                (_, Some(end)) if byte == end => inner = None,
                (_, Some(_)) => {}
                (b'{', None) if depth == 0 && bytes.get(at + 1) == Some(&b'{') => at += 1,
                (b'{', None) => depth += 1,
                (b'}', None) => depth = depth.saturating_sub(1),
                (b'"' | b'\'', None) if depth > 0 => inner = Some(byte),
                (_, None) if byte == quote as u8 => {
                    if !triple {
                        return Some(at + 1);
                    }
                    let three = bytes.get(at..at + 3)?;
                    if three.iter().all(|&b| b == byte) {
                        return Some(at + 3);
                    }
                }
                _ => {}
            }
            at += 1;
        }
        None
    }

    // ---- numbers ------------------------------------------------------------

    fn number(&mut self) -> Scanned {
        let start = self.at;
        let rest = self.rest().as_bytes().to_vec();
        let radix = match (rest.first(), rest.get(1).map(u8::to_ascii_lowercase)) {
            (Some(b'0'), Some(b'x')) => Some(("hexadecimal", 16)),
            (Some(b'0'), Some(b'o')) => Some(("octal", 8)),
            (Some(b'0'), Some(b'b')) => Some(("binary", 2)),
            _ => None,
        };
        if let Some((name, radix)) = radix {
            return self.radix_number(start, name, radix);
        }
        let plain = self.digits("decimal")?;
        let mut float = false;
        if self.peek() == Some('.') {
            float = true;
            self.at += 1;
            if self.peek().is_some_and(|c| c.is_ascii_digit()) {
                self.digits("decimal")?;
            }
        }
        if self.peek().is_some_and(|c| matches!(c, 'e' | 'E')) {
            let mut after = self.rest().chars().skip(1);
            let sign = after.next();
            let digit = if matches!(sign, Some('+' | '-')) { after.next() } else { sign };
            if digit.is_some_and(|c| c.is_ascii_digit()) {
                float = true;
                self.at += if digit == sign { 1 } else { 2 };
                self.digits("decimal")?;
            }
        }
        let complex = self.peek().is_some_and(|c| matches!(c, 'j' | 'J'));
        self.at += usize::from(complex);
        let zeros = plain.len() > 1 && plain.starts_with('0') && plain.contains(|c| ('1'..='9').contains(&c));
        if zeros && !float && !complex {
            let message = "leading zeros in decimal integer literals are not permitted; \
                           use an 0o prefix for octal integers";
            return self.fail(message, start);
        }
        let name = if complex { "imaginary" } else { "decimal" };
        self.finish_number(start, name)
    }

    fn digits(&mut self, name: &str) -> Result<String, Box<SyntaxError>> {
        let start = self.at;
        let rest = self.rest();
        let end = rest.find(|c: char| c != '_' && !c.is_ascii_digit()).unwrap_or(rest.len());
        let text = rest[..end].to_owned();
        self.at += end;
        if text.contains("__") || text.ends_with('_') {
            self.fail(format!("invalid {name} literal"), start)?;
        }
        Ok(text)
    }

    fn radix_number(&mut self, start: usize, name: &str, radix: u32) -> Scanned {
        self.at += 2;
        let rest = self.rest();
        let end = rest.find(|c: char| c != '_' && !c.is_digit(radix)).unwrap_or(rest.len());
        let (digits, next) = (&rest[..end], rest[end..].chars().next());
        let bad = digits.trim_start_matches('_').is_empty() || digits.ends_with('_');
        self.at += end;
        if let Some(digit) = next.filter(char::is_ascii_digit) {
            return self.fail(format!("invalid digit '{digit}' in {name} literal"), start);
        }
        if bad {
            return self.fail(format!("invalid {name} literal"), start);
        }
        self.finish_number(start, name)
    }

    /// A number must not run into a name, but for keywords as in `1if x`.
    fn finish_number(&mut self, start: usize, name: &str) -> Scanned {
        const KEYWORDS: [&str; 8] = ["and", "else", "for", "if", "in", "is", "not", "or"];
        self.push(Kind::Number, start);
        if !self.peek().is_some_and(|c| c == '_' || c.is_ascii_alphanumeric()) {
            return Ok(());
        }
        if KEYWORDS.iter().any(|word| self.rest().starts_with(word)) {
            return Ok(());
        }
        self.fail(format!("invalid {name} literal"), start)
    }

    // ---- operators ------------------------------------------------------------

    fn operator(&mut self, c: char) -> Scanned {
        const LONG: [&str; 25] = [
            "**=", "//=", ">>=", "<<=", "...", "!=", "->", ":=", "==", "<=", ">=", "<>", "+=", "-=",
            "*=", "/=", "%=", "&=", "|=", "^=", "@=", "**", "//", "<<", ">>",
        ];
        let start = self.at;
        if !c.is_ascii() || c.is_ascii_control() {
            let code = c as u32;
            self.at += c.len_utf8();
            if code == 0 {
                return self.fail("source code string cannot contain null bytes", start);
            }
            return if c.is_control() || c.is_whitespace() || code == 0x200B || code == 0xFEFF {
                self.fail(format!("invalid non-printable character U+{code:04X}"), start)
            } else {
                self.fail(format!("invalid character '{c}' (U+{code:04X})"), start)
            };
        }
        self.at += LONG.iter().find(|op| self.rest().starts_with(**op)).map_or(1, |op| op.len());
        match c {
            '(' | '[' | '{' => self.open.push((c, start as u32)),
            ')' | ']' | '}' => self.close(c, start)?,
            _ => {}
        }
        self.push(Kind::Op, start);
        Ok(())
    }

    fn close(&mut self, c: char, start: usize) -> Scanned {
        let Some((open, at)) = self.open.pop() else {
            return self.fail(format!("unmatched '{c}'"), start);
        };
        if matches!((open, c), ('(', ')') | ('[', ']') | ('{', '}')) {
            return Ok(());
        }
        let line = self.source.line(at);
        let place = if line == self.source.line(start as u32) {
            String::new()
        } else {
            format!(" on line {line}")
        };
        let text =
            format!("closing parenthesis '{c}' does not match opening parenthesis '{open}'{place}");
        self.fail(text, start)
    }
}
