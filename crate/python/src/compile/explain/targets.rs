//! Things that cannot be assigned to, augmented, or deleted.

use ruff_python_ast::{Expr, Number};
use ruff_python_parser::{ParseErrorType, parse_expression};

use super::rules::Failure;
use crate::compile::error::{SyntaxError, span_of};
use crate::span::Span;

/// What CPython calls an expression in such an error.
pub(super) fn name(expr: &Expr) -> &'static str {
    match expr {
        Expr::Attribute(_) => "attribute",
        Expr::Subscript(_) => "subscript",
        Expr::Starred(_) => "starred",
        Expr::Name(_) => "name",
        Expr::List(_) => "list",
        Expr::Tuple(_) => "tuple",
        Expr::Lambda(_) => "lambda",
        Expr::Call(_) => "function call",
        Expr::BoolOp(_) | Expr::BinOp(_) | Expr::UnaryOp(_) => "expression",
        Expr::Generator(_) => "generator expression",
        Expr::Yield(_) | Expr::YieldFrom(_) => "yield expression",
        Expr::Await(_) => "await expression",
        Expr::ListComp(_) => "list comprehension",
        Expr::SetComp(_) => "set comprehension",
        Expr::DictComp(_) => "dict comprehension",
        Expr::Dict(_) => "dict literal",
        Expr::Set(_) => "set display",
        Expr::FString(_) | Expr::TString(_) => "f-string expression",
        Expr::NoneLiteral(_) => "None",
        Expr::BooleanLiteral(node) if node.value => "True",
        Expr::BooleanLiteral(_) => "False",
        Expr::EllipsisLiteral(_) => "ellipsis",
        Expr::NumberLiteral(node) => match node.value {
            Number::Int(_) | Number::Float(_) | Number::Complex { .. } => "literal",
        },
        Expr::StringLiteral(_) | Expr::BytesLiteral(_) => "literal",
        Expr::Compare(_) => "comparison",
        Expr::If(_) => "conditional expression",
        Expr::Named(_) => "named expression",
        Expr::Slice(_) | Expr::IpyEscapeCommand(_) => "expression",
    }
}

pub(super) fn explain(f: &Failure<'_>) -> Option<SyntaxError> {
    let text = f.slice(f.place);
    let wrapped = format!("({text}\n)");
    let tree = parse_expression(&wrapped).ok();
    let what = || tree.as_ref().map(|tree| name(tree.expr()));
    let message = match f.error {
        ParseErrorType::InvalidAssignmentTarget => return assignment(f, what()?, text),
        ParseErrorType::InvalidAugmentedAssignmentTarget => {
            format!("'{}' is an illegal expression for augmented assignment", what()?)
        }
        ParseErrorType::InvalidDeleteTarget => format!("cannot delete {}", what()?),
        ParseErrorType::InvalidNamedAssignmentTarget => {
            format!("cannot use assignment expressions with {}", what()?)
        }
        ParseErrorType::InvalidAnnotatedAssignmentTarget => "illegal target for annotation".into(),
        _ => return augmented(f),
    };
    Some(SyntaxError::new(message, f.place))
}

/// `a, b += 1`, where the parser stops at the operator.
fn augmented(f: &Failure<'_>) -> Option<SyntaxError> {
    const OPERATORS: [&str; 13] =
        ["+=", "-=", "*=", "/=", "//=", "%=", "**=", "@=", "&=", "|=", "^=", ">>=", "<<="];
    let first = f.line_start(f.at);
    if !OPERATORS.contains(&f.text(f.at)) || first == f.at || f.token().level > 0 {
        return None;
    }
    let span = Span::new(f.get(first).span.start, f.get(f.at - 1).span.end);
    let tree = parse_expression(f.slice(span)).ok()?;
    let what = name(tree.expr());
    let message = format!("'{what}' is an illegal expression for augmented assignment");
    Some(SyntaxError::new(message, span))
}

/// `f() = 3` may have meant `==`; `for f() in x` may not.
fn assignment(f: &Failure<'_>, what: &str, text: &str) -> Option<SyntaxError> {
    let first = f.line_start(f.at);
    let plain = !matches!(f.text(first), "for" | "with" | "async" | "del");
    let equals: Vec<usize> = (first..f.tokens.list.len())
        .take_while(|&i| f.get(i).kind != super::tokens::Kind::Newline)
        .filter(|&i| f.text(i) == "=" && f.get(i).level == 0)
        .collect();
    let grouped = f.slice(Span::new(0, f.place.start)).ends_with('(');
    if text.starts_with("yield") && plain && !grouped {
        return Some(SyntaxError::new("assignment to yield expression not possible", f.place));
    }
    let ends = equals.first().is_some_and(|&equal| {
        let last = f.get(equal.saturating_sub(1)).span.end;
        let close = f.slice(Span::new(f.place.end, last.max(f.place.end)));
        last >= f.place.end && close.trim().chars().all(|c| c == ')') && close.len() < 2
            && (close.is_empty() || grouped)
    });
    let loose = matches!(
        what,
        "tuple" | "list" | "generator expression" | "None" | "True" | "False"
            | "conditional expression" | "lambda" | "comparison" | "named expression"
    ) || (what == "expression" && is_test(text));
    let message = if plain && equals.len() == 1 && ends && !loose {
        format!("cannot assign to {what} here. Maybe you meant '==' instead of '='?")
    } else {
        format!("cannot assign to {what}")
    };
    Some(SyntaxError::new(message, f.place))
}

/// Whether an expression is one of `and`, `or`, `not`.
fn is_test(text: &str) -> bool {
    match parse_expression(&format!("({text}\n)")) {
        Ok(tree) => match tree.expr() {
            Expr::BoolOp(_) => true,
            Expr::UnaryOp(node) => {
                span_of(node).start == 1 && text.trim_start().starts_with("not")
            }
            _ => false,
        },
        Err(_) => false,
    }
}
