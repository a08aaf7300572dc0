//! The marks under a line of a traceback: where in it the error came from.
//!
//! ```text
//!     x = prices[day] / visits        the whole expression is marked by `~`,
//!         ~~~~~~~~~~~~^~~~~~~~        the operator or index that failed by `^`
//! ```

use ruff_python_ast::Expr;
use ruff_python_parser::parse_expression;
use ruff_text_size::Ranged;

use super::traceback::TraceLine;

/// The marks under `text`, the line of `line`; none when all of it is to blame.
pub(super) fn carets(line: &TraceLine, text: &str) -> Option<String> {
    let line_start = line.source.line_start(line.line);
    let start = line.span.start.checked_sub(line_start)? as usize;
    let end = line.span.end.checked_sub(line_start)? as usize;
    let line_end = text.trim_end().len();
    let indent = text.len() - text.trim_start().len();
    let (before, marked) = (text.get(indent..start)?, text.get(start..end.min(line_end))?);
    // What goes on in the next line has no one operator to point at.
    let failed = if end <= line_end { failing_part(marked) } else { None };
    if marked.is_empty() || failed.is_none() && marked.len() == text.trim().len() {
        return None;
    }
    let (left, right) = failed.unwrap_or((0, marked.len()));
    let count = |part: &str| part.chars().count();
    Some(format!(
        "{}{}{}{}",
        " ".repeat(count(before)),
        "~".repeat(count(marked.get(..left)?)),
        "^".repeat(count(marked.get(left..right)?)),
        "~".repeat(count(marked.get(right..)?)),
    ))
}

/// The operator of a binary operation, or the index of a subscript, as bytes of the expression.
fn failing_part(expression: &str) -> Option<(usize, usize)> {
    let parsed = parse_expression(expression).ok()?;
    match parsed.expr() {
        Expr::BinOp(node) => operator(expression, node.left.range().end().into(), node.right.range().start().into()),
        Expr::Subscript(node) => {
            Some((node.value.range().end().into(), usize::from(node.slice.range().end()) + 1))
        }
        _ => None,
    }
}

/// Where the operator stands between two operands; brackets may close before it.
fn operator(expression: &str, left: usize, right: usize) -> Option<(usize, usize)> {
    let between = expression.as_bytes().get(left..right)?;
    let blank = |place: usize| between.get(place).is_none_or(u8::is_ascii_whitespace);
    let first = (0..between.len()).find(|&place| !blank(place) && between.get(place) != Some(&b')'))?;
    let width = if blank(first + 1) { 1 } else { 2 };
    Some((left + first, left + first + width))
}
