//! What a program may not exceed, and the check that no source nests deeper
//! than the parser and the compiler can follow on a small native stack.

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, lexer};

use super::error::SyntaxError;
use crate::span::{Source, Span};

/// Brackets inside brackets, as in CPython.
pub const MAX_BRACKETS: usize = 200;
/// Blocks inside blocks, as in CPython.
pub const MAX_INDENTS: usize = 100;
/// How deep the syntax tree may become: brackets, blocks, pending operators and
/// chains of attributes and calls together. Each level costs up to about 3 kB
/// of native stack in the parser and the compiler.
pub const MAX_DEPTH: usize = 200;
/// Operands of one chain such as `a + b + c`: the tree leans to the left, and
/// freeing it recurses.
pub const MAX_TERMS: usize = 2000;
/// Registers of one frame.
pub const MAX_REGISTERS: usize = u16::MAX as usize;
/// Instructions of one program, all functions together.
pub const MAX_INSTRUCTIONS: usize = 2_000_000;
/// Digits of a decimal literal, as in CPython.
pub const MAX_DIGITS: usize = 4300;
/// Bytes of a source text: its syntax tree takes up to eighty times as much, and no learner writes more.
pub const MAX_SOURCE_BYTES: usize = 2 << 20;

/// Operators that wait for their right side at one bracket level.
#[derive(Default, Clone, Copy)]
struct Level {
    /// One bit for each waiting binary precedence.
    waiting: u16,
    /// Signs and `**` that wait: every binary operator ends them.
    signs: usize,
    /// `not`s that wait: `and` and `or` end them.
    nots: usize,
    /// `lambda`, `else` and others that take all that follows.
    prefixes: usize,
    /// Attributes, calls and items applied one after another.
    chain: usize,
    /// Binary operators so far.
    terms: usize,
}

impl Level {
    fn depth(self) -> usize {
        self.waiting.count_ones() as usize + self.signs + self.nots + self.prefixes + self.chain
    }

    fn binary(&mut self, precedence: u16) {
        let tighter = !((1u16 << precedence) - 1);
        self.waiting = (self.waiting & !tighter) | (1 << precedence);
        self.signs = 0;
        self.chain = 0;
        // Comparisons, `and` and `or` are flat.
        self.terms += usize::from(precedence > COMPARISON);
        if precedence <= AND {
            self.nots = 0;
        }
    }
}

/// Refuses a source that nests too deep, before anything recurses on it. The
/// mode is the one in which it will be parsed.
pub(super) fn check(source: &Source, mode: Mode) -> Result<(), SyntaxError> {
    if source.text.len() > MAX_SOURCE_BYTES {
        return Err(SyntaxError::new("source text is too long", Span::default()));
    }
    let mut scan = Scan { levels: vec![Level::default()], below: 0, indents: 0, after_value: false };
    let mut lexer = lexer::lex(&source.text, mode);
    let mut line = 1;
    loop {
        let kind = lexer.next_token();
        match kind {
            TokenKind::EndOfFile => return Ok(()),
            TokenKind::Newline | TokenKind::NonLogicalNewline => line += 1,
            _ => {}
        }
        if let Some(message) = scan.step(kind) {
            let start = source.line_start(line);
            return Err(SyntaxError::new(message, Span::new(start, start)));
        }
    }
}

struct Scan {
    levels: Vec<Level>,
    /// The depth of all levels but the last.
    below: usize,
    indents: usize,
    after_value: bool,
}

impl Scan {
    fn step(&mut self, kind: TokenKind) -> Option<&'static str> {
        let after_value = self.after_value;
        self.after_value = ends_value(kind, after_value);
        match kind {
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace | TokenKind::FStringStart => {
                self.open(after_value);
                if self.levels.len() > MAX_BRACKETS {
                    return Some("too many nested parentheses");
                }
            }
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace | TokenKind::FStringEnd => {
                self.close();
            }
            TokenKind::Indent => {
                self.indents += 1;
                if self.indents >= MAX_INDENTS {
                    return Some("too many levels of indentation");
                }
            }
            TokenKind::Dedent => self.indents = self.indents.saturating_sub(1),
            _ => self.operator(kind, after_value),
        }
        if self.levels.last().is_some_and(|level| level.terms > MAX_TERMS) {
            return Some("too many operators in one expression");
        }
        let depth = self.below + self.levels.last().map_or(0, |level| level.depth());
        (depth + self.indents > MAX_DEPTH).then_some("expression or block nested too deeply")
    }

    fn open(&mut self, after_value: bool) {
        if let Some(level) = self.levels.last_mut() {
            level.chain += usize::from(after_value);
            self.below += level.depth() + 1;
        }
        self.levels.push(Level::default());
    }

    fn close(&mut self) {
        if self.levels.len() > 1 {
            self.levels.pop();
            let depth = self.levels.last().map_or(0, |level| level.depth());
            self.below = self.below.saturating_sub(depth + 1);
        }
    }

    fn operator(&mut self, kind: TokenKind, after_value: bool) {
        let Some(level) = self.levels.last_mut() else { return };
        match kind {
            TokenKind::Newline | TokenKind::Semi | TokenKind::Comma => *level = Level::default(),
            TokenKind::Dot => level.chain += 1,
            TokenKind::Lambda | TokenKind::Else | TokenKind::Yield | TokenKind::ColonEqual => {
                level.prefixes += 1;
                level.chain = 0;
            }
            TokenKind::Not => {
                level.nots += 1;
                level.chain = 0;
            }
            TokenKind::Tilde | TokenKind::Await | TokenKind::DoubleStar => {
                level.signs += 1;
                level.chain = 0;
            }
            TokenKind::Plus | TokenKind::Minus | TokenKind::Star if !after_value => {
                level.signs += 1;
            }
            _ => {
                if let Some(precedence) = precedence(kind) {
                    level.binary(precedence);
                }
            }
        }
    }
}

fn ends_value(kind: TokenKind, before: bool) -> bool {
    match kind {
        TokenKind::Comment | TokenKind::NonLogicalNewline => before,
        TokenKind::Name
        | TokenKind::Int
        | TokenKind::Float
        | TokenKind::Complex
        | TokenKind::String
        | TokenKind::FStringEnd
        | TokenKind::Rpar
        | TokenKind::Rsqb
        | TokenKind::Rbrace
        | TokenKind::None
        | TokenKind::True
        | TokenKind::False
        | TokenKind::Ellipsis => true,
        _ => kind.is_soft_keyword(),
    }
}

/// The precedence of `and`.
const AND: u16 = 1;
/// The precedence of `<`, `in` and their like.
const COMPARISON: u16 = 2;

/// How tight a binary operator binds, as a bit number.
fn precedence(kind: TokenKind) -> Option<u16> {
    Some(match kind {
        TokenKind::Or => 0,
        TokenKind::And => AND,
        TokenKind::In
        | TokenKind::Is
        | TokenKind::Less
        | TokenKind::Greater
        | TokenKind::LessEqual
        | TokenKind::GreaterEqual
        | TokenKind::EqEqual
        | TokenKind::NotEqual => COMPARISON,
        TokenKind::Vbar => 3,
        TokenKind::CircumFlex => 4,
        TokenKind::Amper => 5,
        TokenKind::LeftShift | TokenKind::RightShift => 6,
        TokenKind::Plus | TokenKind::Minus => 7,
        TokenKind::Star
        | TokenKind::Slash
        | TokenKind::DoubleSlash
        | TokenKind::Percent
        | TokenKind::At => 8,
        _ => return None,
    })
}
