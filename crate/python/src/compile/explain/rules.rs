//! The rules of CPython's grammar for common mistakes, on tokens.

use ruff_python_parser::{ParseErrorType, parse_expression};

use super::targets;
use super::tokens::{Kind, Token, Tokens};
use crate::compile::error::SyntaxError;
use crate::span::{Source, Span};

/// Where and why the parser stopped.
pub(super) struct Failure<'a> {
    pub source: &'a Source,
    pub tokens: &'a Tokens,
    /// The index of the token that fits nowhere.
    pub at: usize,
    pub error: &'a ParseErrorType,
    /// What the parser points at.
    pub place: Span,
}

const NO_TOKEN: Token = Token { kind: Kind::End, span: Span { start: 0, end: 0 }, level: 0 };

impl Failure<'_> {
    pub fn get(&self, index: usize) -> Token {
        self.tokens.list.get(index).copied().unwrap_or(NO_TOKEN)
    }

    pub fn token(&self) -> Token {
        self.get(self.at)
    }

    pub fn kind(&self) -> Kind {
        self.token().kind
    }

    pub fn text(&self, index: usize) -> &str {
        self.slice(self.get(index).span)
    }

    pub fn slice(&self, span: Span) -> &str {
        self.source.text.get(span.start as usize..span.end as usize).unwrap_or("")
    }

    /// The index of the first token of the logical line around `index`.
    pub fn line_start(&self, index: usize) -> usize {
        let breaks = |i: &usize| {
            matches!(self.get(*i).kind, Kind::Newline | Kind::Indent | Kind::Dedent)
        };
        (0..index).rev().find(breaks).map_or(0, |i| i + 1)
    }

    /// Where the expression ends that holds the token at `index`: before one of
    /// these words, the end of its brackets or of the line.
    fn end_of(&self, index: usize, words: &[&str]) -> u32 {
        let level = self.get(index).level;
        let goes_on = |i: &usize| {
            let token = self.get(*i);
            let ends = token.level == level && words.contains(&self.text(*i));
            token.level >= level && !ends && !matches!(token.kind, Kind::Newline | Kind::End)
        };
        (index..).take_while(goes_on).last().map_or(self.get(index).span.end, |last| self.get(last).span.end)
    }

    /// The index of the bracket that is open before `index`.
    fn opening(&self, index: usize) -> Option<usize> {
        let mut depth = 0usize;
        for i in (0..index).rev() {
            match self.text(i) {
                ")" | "]" | "}" if self.get(i).kind == Kind::Op => depth += 1,
                "(" | "[" | "{" if self.get(i).kind == Kind::Op => {
                    if depth == 0 {
                        return Some(i);
                    }
                    depth -= 1;
                }
                _ => {}
            }
        }
        None
    }

    fn error_at(&self, message: impl Into<String>, span: Span) -> SyntaxError {
        SyntaxError::new(message, span)
    }

    fn here(&self, message: impl Into<String>) -> SyntaxError {
        self.error_at(message, self.token().span)
    }
}

/// The error that CPython's grammar raises, or plain "invalid syntax".
pub(super) fn explain(f: &Failure<'_>) -> SyntaxError {
    targets::explain(f)
        .or_else(|| missing_block(f))
        .or_else(|| named(f))
        .or_else(|| legacy_statement(f))
        .or_else(|| missing_colon(f))
        .or_else(|| single_equals(f))
        .or_else(|| brackets(f))
        .or_else(|| missing_else(f))
        .or_else(|| missing_comma(f))
        .unwrap_or_else(|| f.here("invalid syntax"))
}

/// "expected an indented block after ..."
fn missing_block(f: &Failure<'_>) -> Option<SyntaxError> {
    // At the end of the text the parser points at the line's own end.
    let ended = f.kind() == Kind::Newline && f.get(f.at + 1).kind == Kind::End;
    let mut before = if ended { f.at } else { f.at.checked_sub(1)? };
    while f.get(before).kind == Kind::Dedent {
        before = before.checked_sub(1)?;
    }
    let colon = before.checked_sub(1)?;
    if f.get(before).kind != Kind::Newline || f.text(colon) != ":" {
        return None;
    }
    let first = f.line_start(colon);
    let line = f.source.line(f.get(first).span.start);
    let what = match f.text(first) {
        "def" => "function definition".to_owned(),
        "class" => "class definition".to_owned(),
        word @ ("if" | "elif" | "else" | "for" | "while" | "with" | "try" | "except" | "finally"
        | "match" | "case") => format!("'{word}' statement"),
        _ => return None,
    };
    let span = if f.kind() == Kind::End { f.get(before).span } else { f.token().span };
    let message = format!("expected an indented block after {what} on line {line}");
    Some(SyntaxError::indentation(message, span))
}

/// Errors that the parser tells apart itself.
fn named(f: &Failure<'_>) -> Option<SyntaxError> {
    let message = match f.error {
        ParseErrorType::PositionalAfterKeywordArgument => {
            "positional argument follows keyword argument"
        }
        ParseErrorType::PositionalAfterKeywordUnpacking => {
            "positional argument follows keyword argument unpacking"
        }
        ParseErrorType::InvalidArgumentUnpackingOrder => {
            "iterable argument unpacking follows keyword argument unpacking"
        }
        ParseErrorType::UnparenthesizedGeneratorExpression => {
            "Generator expression must be parenthesized"
        }
        ParseErrorType::NonDefaultParamAfterDefaultParam => {
            "non-default argument follows default argument"
        }
        ParseErrorType::ParamAfterVarKeywordParam => "arguments cannot follow var-keyword argument",
        ParseErrorType::ExpectedKeywordParam => "named arguments must follow bare *",
        ParseErrorType::VarParameterWithDefault => {
            let double = (0..f.at).rev().find_map(|i| match f.text(i) {
                "**" => Some(true),
                "*" => Some(false),
                _ => None,
            });
            match double {
                Some(true) => "var-keyword argument cannot have default value",
                _ => "var-positional argument cannot have default value",
            }
        }
        ParseErrorType::InvalidStarredExpressionUsage if f.text(f.at) == "*" => {
            let before = f.at.checked_sub(1).map_or("", |i| f.text(i));
            let operator = matches!(before, "+" | "-" | "*" | "/" | "%" | "**" | "//" | "@" | "|" | "&" | "^");
            if operator || f.opening(f.at).is_some_and(|open| f.text(open) == "{") {
                return None;
            }
            "can't use starred expression here"
        }
        ParseErrorType::IterableUnpackingInComprehension => {
            "iterable unpacking cannot be used in comprehension"
        }
        ParseErrorType::OtherError(text) => return other(f, text),
        _ => return None,
    };
    Some(f.error_at(message, f.place))
}

/// Errors that the parser only has a text for.
fn other(f: &Failure<'_>, text: &str) -> Option<SyntaxError> {
    let message = match text {
        "Trailing comma not allowed" if f.text(f.line_start(f.at)) == "import" => return None,
        "Trailing comma not allowed" => {
            "trailing comma not allowed without surrounding parentheses"
        }
        "Expected `except` or `finally` after `try` block" => {
            return Some(f.here("expected 'except' or 'finally' block"));
        }
        "Only single target (not tuple) can be annotated" => {
            "only single target (not tuple) can be annotated"
        }
        "Only single target (not list) can be annotated" => {
            "only single target (not list) can be annotated"
        }
        "Only one '*' parameter allowed" | "Only one '*' separator allowed" => {
            "* argument may appear only once"
        }
        "Only one '**' parameter allowed" => "arguments cannot follow var-keyword argument",
        "Only one '/' separator allowed" => "/ may appear only once",
        "'/' parameter must appear before '*' parameter" => "/ must be ahead of *",
        "Position-only parameter separator not allowed as first parameter"
            if f.source.text.get(f.place.end as usize..).is_some_and(|rest| rest.trim_start().starts_with(')')) =>
        {
            return None;
        }
        "Position-only parameter separator not allowed as first parameter" => {
            "at least one argument must precede /"
        }
        "Bytes literal cannot be mixed with non-bytes literals" => {
            "cannot mix bytes and nonbytes literals"
        }
        "Multiple exception types must be parenthesized when using `as`" => {
            "multiple exception types must be parenthesized"
        }
        "Cannot have both 'except' and 'except*' on the same 'try'" => {
            "cannot have both 'except' and 'except*' on the same 'try'"
        }
        "Expected a parameter name" => {
            let first = f.slice(f.place);
            if matches!(first, "True" | "False" | "None") {
                return Some(f.error_at(format!("cannot assign to {first}"), f.place));
            }
            "expression cannot contain assignment, perhaps you meant \"==\"?"
        }
        _ => return None,
    };
    Some(f.error_at(message, f.place))
}

/// `print x` and `exec x`, statements of Python 2.
fn legacy_statement(f: &Failure<'_>) -> Option<SyntaxError> {
    let name = f.at.checked_sub(1)?;
    let word = f.text(name);
    let starts = matches!(f.kind(), Kind::Name | Kind::Number | Kind::String);
    if !starts || !matches!(word, "print" | "exec") || is_keyword(f.text(f.at)) {
        return None;
    }
    let message = format!("Missing parentheses in call to '{word}'. Did you mean {word}(...)?");
    let span = Span::new(f.get(name).span.start, f.end_of(f.at, &[";"]));
    Some(f.error_at(message, span))
}

/// "expected ':'" and "expected '('" of compound statements.
fn missing_colon(f: &Failure<'_>) -> Option<SyntaxError> {
    let first = f.line_start(f.at);
    let word = f.text(first);
    let level = f.at.checked_sub(1).map_or(0, |before| f.get(before).level);
    if level > 0 || first == f.at {
        return None;
    }
    if (first..f.at).any(|i| f.text(i) == ":" && f.get(i).level == 0) {
        return None;
    }
    let forced = match word {
        "def" if f.at == first + 2 => return (f.text(f.at) != "(").then(|| f.here("expected '('")),
        "def" => f.at > first + 3,
        "else" | "try" | "finally" => f.at == first + 1,
        "if" | "elif" | "while" | "for" | "with" | "class" | "except" | "match" | "case" => false,
        _ => return None,
    };
    let arrow = word == "def" && f.text(f.at.saturating_sub(1)) == "->";
    let bare = f.at == first + 1 && !matches!(word, "else" | "try" | "finally" | "except");
    let dangling = !forced && word != "except" && expects_more(f);
    let stops = forced || (f.kind() == Kind::Newline && !bare && !dangling);
    (stops && !(arrow && f.text(f.at) != ":")).then(|| f.here("expected ':'"))
}

/// Whether the token before cannot end an expression.
fn expects_more(f: &Failure<'_>) -> bool {
    let Some(before) = f.at.checked_sub(1) else { return true };
    match f.get(before).kind {
        Kind::Op => !matches!(f.text(before), ")" | "]" | "}" | "..."),
        Kind::Name => {
            let word = f.text(before);
            is_keyword(word) && !matches!(word, "None" | "True" | "False")
        }
        _ => false,
    }
}

/// `if x = 3`: where a test or an element stands, not a statement.
fn single_equals(f: &Failure<'_>) -> Option<SyntaxError> {
    if f.text(f.at) != "=" || f.kind() != Kind::Op {
        return None;
    }
    let level = f.token().level;
    let mut start = f.at;
    while let Some(before) = start.checked_sub(1) {
        let token = f.get(before);
        let word = f.text(before);
        let opens = token.kind == Kind::Op && matches!(word, "(" | "[" | "{") && token.level == level;
        let outside = token.level == level && (word == "," || opens);
        let header = matches!(word, "if" | "elif" | "while") && before == f.line_start(f.at);
        if outside || header {
            break;
        }
        if matches!(token.kind, Kind::Newline | Kind::Indent | Kind::Dedent) {
            return None;
        }
        start = before;
    }
    if start == 0 || matches!(f.kind(), Kind::Newline) {
        return None;
    }
    let left = Span::new(f.get(start).span.start, f.get(f.at - 1).span.end);
    let next = f.text(f.at + 1);
    let operand = match f.get(f.at + 1).kind {
        Kind::Op => matches!(next, "(" | "[" | "{" | "-" | "+" | "~" | "..."),
        Kind::Name | Kind::Number | Kind::String => true,
        _ => false,
    };
    if !operand {
        return None;
    }
    let loose = ["and", "or", "not", "if", "else", "lambda", "in", "is", "<", ">", "==", "!=", "<=", ">=", ":"];
    let tests = (start..f.at).any(|i| f.get(i).level == level && loose.contains(&f.text(i)));
    if tests || start >= f.at {
        return None;
    }
    if start + 1 == f.at && f.get(start).kind == Kind::Name && !is_keyword(f.text(start)) {
        let message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
        let span = Span::new(left.start, f.end_of(f.at + 1, &[":", ",", "and", "or", "if", "else"]));
        return Some(f.error_at(message, span));
    }
    let tree = parse_expression(f.slice(left)).ok()?;
    let name = targets::name(tree.expr());
    let message = format!("cannot assign to {name} here. Maybe you meant '==' instead of '='?");
    Some(f.error_at(message, left))
}

/// Dicts, comprehension targets, defaults, arguments.
fn brackets(f: &Failure<'_>) -> Option<SyntaxError> {
    let open = f.opening(f.at);
    let word = f.text(f.at);
    let before = f.at.checked_sub(1).map_or("", |i| f.text(i));
    if let Some(open) = open {
        let level = f.get(open).level;
        let inside = |text: &str| (open + 1..f.at).any(|i| f.get(i).level == level && f.text(i) == text);
        let spread = f.text(open + 1) == "**" && inside(",");
        if f.text(open) == "{" && matches!(word, "}" | ",") && (inside(":") || spread) {
            if before == ":" {
                let message = "expression expected after dictionary key and ':'";
                return Some(f.error_at(message, f.get(f.at - 1).span));
            }
            return Some(f.error_at("':' expected after dictionary key", f.get(f.at - 1).span));
        }
        if word == "for" && f.text(open) == "(" && keyword_generator(f, open) {
            let message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
            return Some(f.here(message));
        }
        let display = matches!(f.text(open), "[" | "{");
        if word == "for" && display && inside(",") && !inside(":") {
            let message = "did you forget parentheses around the comprehension target?";
            let span = Span::new(f.get(open + 1).span.start, f.get(f.at - 1).span.end);
            return Some(f.error_at(message, span));
        }
    }
    let first = f.line_start(f.at);
    let header = f.text(first) == "def";
    if header && word == "(" && open == Some(first + 2) && matches!(before, "(" | ",") {
        return Some(f.here("Function parameters cannot be parenthesized"));
    }
    if word == "(" && in_lambda(f) {
        return Some(f.here("Lambda expression parameters cannot be parenthesized"));
    }
    if header && before == "=" && matches!(word, ")" | ",") {
        return Some(f.error_at("expected default value expression", f.get(f.at - 1).span));
    }
    None
}

/// Whether the argument before a `for` is `name=value`, the first of the call in the bracket `open`.
fn keyword_generator(f: &Failure<'_>, open: usize) -> bool {
    let level = f.get(open).level;
    let start = (open + 1..f.at).rev().find(|&i| f.get(i).level == level && f.text(i) == ",").unwrap_or(open) + 1;
    f.get(start).kind == Kind::Name && !is_keyword(f.text(start)) && f.text(start + 1) == "=" && start + 2 < f.at
}

/// Whether a parameter of a `lambda` stands at the failing token.
fn in_lambda(f: &Failure<'_>) -> bool {
    let level = f.token().level.saturating_sub(1);
    let own = |i: &usize| f.get(*i).level == level;
    let before = f.at.checked_sub(1).map_or("", |i| f.text(i));
    let found = (0..f.at).rev().filter(own).find(|&i| matches!(f.text(i), "lambda" | ":" | "=") || f.get(i).kind == Kind::Newline);
    matches!(before, "lambda" | ",") && found.is_some_and(|i| f.text(i) == "lambda")
}

/// `a if b` without `else`.
fn missing_else(f: &Failure<'_>) -> Option<SyntaxError> {
    if matches!(f.text(f.at), "else" | ":") || expects_more(f) {
        return None;
    }
    let first = f.line_start(f.at);
    let level = f.get(f.at - 1).level.min(f.token().level + 1);
    let mut start = None;
    for i in (first..f.at).rev() {
        match f.text(i) {
            "if" if f.get(i).level == level => {
                start = Some(i);
                break;
            }
            "else" | "for" | "," | "=" if f.get(i).level == level => return None,
            _ => {}
        }
    }
    let start = start.filter(|&start| start > first)?;
    let after_value = !expects_more(&Failure { at: start, ..*f });
    let comprehension = (first..start).any(|i| f.text(i) == "for");
    (after_value && !comprehension && start + 1 < f.at).then(|| {
        let span = Span::new(f.get(start - 1).span.start, f.get(f.at - 1).span.end);
        f.error_at("expected 'else' after 'if' expression", span)
    })
}

/// Two expressions side by side in brackets.
fn missing_comma(f: &Failure<'_>) -> Option<SyntaxError> {
    let before = f.at.checked_sub(1)?;
    let word = f.text(f.at);
    let starts = match f.kind() {
        Kind::Name => !is_keyword(word) || matches!(word, "None" | "True" | "False" | "lambda" | "not"),
        Kind::Number | Kind::String => true,
        Kind::Op => matches!(word, "{" | "~" | "..."),
        _ => false,
    };
    let inside = f.get(before).level > 0 && f.token().level > 0;
    if !starts || !inside || expects_more(f) {
        return None;
    }
    let name_string = f.get(before).kind == Kind::Name && f.kind() == Kind::String;
    let soft = matches!(f.text(before), "match" | "case" | "_");
    let excluded = (name_string && operand_start(f, before)) || soft;
    let legacy = matches!(f.text(before), "print" | "exec");
    if let Some(&(bracket, start)) = f.tokens.open.last() {
        // The parser has looked at one token more.
        let next = f.get(f.at + 1);
        if next.kind == Kind::End || f.source.line(next.span.start) > f.source.line(start) {
            let message = format!("'{bracket}' was never closed");
            return Some(f.error_at(message, Span::new(start, start + 1)));
        }
    }
    let header = f.text(f.line_start(f.at)) == "def"
        && f.opening(f.at).is_some_and(|open| open == f.line_start(f.at) + 2);
    (!excluded && !legacy && !header && second_is_whole(f)).then(|| {
        let span = Span::new(f.get(before).span.start, f.token().span.end);
        f.error_at("invalid syntax. Perhaps you forgot a comma?", span)
    })
}

/// Whether the first expression is just the token at `index`.
fn operand_start(f: &Failure<'_>, index: usize) -> bool {
    index.checked_sub(1).is_none_or(|before| matches!(f.text(before), "(" | "[" | "{" | ","))
}

/// Whether what starts at the failing token is an expression by itself.
fn second_is_whole(f: &Failure<'_>) -> bool {
    let level = f.get(f.at.saturating_sub(1)).level;
    let mut end = f.at;
    loop {
        let token = f.get(end);
        let ends = matches!(token.kind, Kind::Newline | Kind::End)
            || token.level < level
            || (token.level == level && matches!(f.text(end), "," | ":" | "=" | "for"));
        if ends {
            break;
        }
        end += 1;
    }
    let Some(last) = end.checked_sub(1).filter(|&last| last >= f.at) else { return false };
    let text = f.slice(Span::new(f.token().span.start, f.get(last).span.end));
    let whole = parse_expression(&format!("({text}\n)")).is_ok();
    // Only the first expression counts: `1 2 3` is two mistakes of one kind.
    whole || matches!(f.get(f.at + 1).kind, Kind::Name | Kind::Number | Kind::String)
}

pub(super) fn is_keyword(word: &str) -> bool {
    const KEYWORDS: [&str; 35] = [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class",
        "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global",
        "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return",
        "try", "while", "with", "yield",
    ];
    KEYWORDS.contains(&word)
}
