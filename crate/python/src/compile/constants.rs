//! Constants: literals, and the arithmetic on them that may be done at once.
//!
//! Folding stays small: 64-bit integers and floats, never an operation that
//! could fail, so that errors appear where Python raises them.

use num_bigint::BigInt;
use ruff_python_ast::{self as ast, Expr, Number, Operator, UnaryOp};

use super::compiler::Compiler;
use super::error::{Compiled, SyntaxError, span_of};
use super::limits::MAX_DIGITS;
use crate::code::{Const, Op, Reg};
use crate::span::Span;

/// The longest tuple that becomes a constant in one piece.
const MAX_DEPTH: usize = 20;

/// The value of a constant expression.
pub(super) fn constant(expr: &Expr) -> Option<Const> {
    constant_within(expr, MAX_DEPTH)
}

fn constant_within(expr: &Expr, depth: usize) -> Option<Const> {
    let depth = depth.checked_sub(1)?;
    match expr {
        Expr::NoneLiteral(_) => Some(Const::None),
        Expr::EllipsisLiteral(_) => Some(Const::Ellipsis),
        Expr::BooleanLiteral(node) => Some(Const::Bool(node.value)),
        Expr::StringLiteral(node) => Some(Const::Str(node.value.to_str().into())),
        Expr::BytesLiteral(node) => {
            let bytes: Vec<u8> = node.value.iter().flat_map(|part| part.value.iter().copied()).collect();
            Some(Const::Bytes(bytes.into()))
        }
        Expr::NumberLiteral(node) => number(&node.value),
        Expr::UnaryOp(node) if node.op == UnaryOp::USub => {
            negated(constant_within(&node.operand, depth)?)
        }
        Expr::BinOp(node) => {
            let left = constant_within(&node.left, depth)?;
            folded(&left, node.op, &constant_within(&node.right, depth)?)
        }
        Expr::Tuple(node) => {
            let items = node.elts.iter().map(|item| constant_within(item, depth));
            Some(Const::Tuple(items.collect::<Option<Vec<_>>>()?.into()))
        }
        _ => None,
    }
}

/// One step of a chain of operators on constants.
pub(super) fn fold_step(
    before: Option<&Const>,
    first: &Expr,
    step: &ast::ExprBinOp,
) -> Option<Const> {
    let right = constant(&step.right)?;
    match before {
        Some(left) => folded(left, step.op, &right),
        None => folded(&constant(first)?, step.op, &right),
    }
}

fn number(value: &Number) -> Option<Const> {
    Some(match value {
        Number::Float(f) => Const::Float(*f),
        Number::Complex { real, imag } => Const::Complex(*real, *imag),
        Number::Int(int) => match int.as_i64() {
            Some(small) => Const::Int(small),
            None => Const::Big(big(&int.to_string())?),
        },
    })
}

fn big(text: &str) -> Option<BigInt> {
    let lower = text.to_ascii_lowercase();
    let (digits, radix) = match lower.get(..2) {
        Some("0x") => (lower.get(2..)?, 16),
        Some("0o") => (lower.get(2..)?, 8),
        Some("0b") => (lower.get(2..)?, 2),
        _ => (lower.as_str(), 10),
    };
    if radix == 10 && digits.len() > MAX_DIGITS {
        return None;
    }
    BigInt::parse_bytes(digits.as_bytes(), radix)
}

fn negated(value: Const) -> Option<Const> {
    Some(match value {
        Const::Int(i) => i.checked_neg().map_or_else(|| Const::Big(-BigInt::from(i)), Const::Int),
        Const::Big(b) => {
            let negative = -b;
            i64::try_from(&negative).map_or(Const::Big(negative), Const::Int)
        }
        Const::Float(f) => Const::Float(-f),
        Const::Complex(re, im) => Const::Complex(-re, -im),
        _ => return None,
    })
}

fn folded(left: &Const, op: Operator, right: &Const) -> Option<Const> {
    match (left, right) {
        (Const::Int(a), Const::Int(b)) => folded_ints(*a, op, *b),
        (Const::Float(a), Const::Float(b)) => folded_floats(*a, op, *b),
        (Const::Int(a), Const::Float(b)) => folded_floats(exact(*a)?, op, *b),
        (Const::Float(a), Const::Int(b)) => folded_floats(*a, op, exact(*b)?),
        (Const::Int(a), Const::Complex(re, im)) => folded_complex(exact(*a)?, op, *re, *im),
        (Const::Float(a), Const::Complex(re, im)) => folded_complex(*a, op, *re, *im),
        _ => None,
    }
}

fn exact(value: i64) -> Option<f64> {
    const EXACT: i64 = 1 << 53;
    (-EXACT..=EXACT).contains(&value).then_some(value as f64)
}

fn folded_ints(a: i64, op: Operator, b: i64) -> Option<Const> {
    let value = match op {
        Operator::Add => a.checked_add(b),
        Operator::Sub => a.checked_sub(b),
        Operator::Mult => a.checked_mul(b),
        Operator::Pow => a.checked_pow(u32::try_from(b).ok()?),
        Operator::LShift if (0..63).contains(&b) => a.checked_mul(1i64.checked_shl(b as u32)?),
        Operator::RShift if (0..64).contains(&b) => Some(a >> b),
        Operator::FloorDiv if b > 0 => Some(a.div_euclid(b)),
        Operator::Mod if b > 0 => Some(a.rem_euclid(b)),
        Operator::BitOr => Some(a | b),
        Operator::BitXor => Some(a ^ b),
        Operator::BitAnd => Some(a & b),
        Operator::Div if b != 0 => {
            return Some(Const::Float(exact(a)? / exact(b)?));
        }
        _ => None,
    };
    value.map(Const::Int)
}

fn folded_floats(a: f64, op: Operator, b: f64) -> Option<Const> {
    let value = match op {
        Operator::Add => a + b,
        Operator::Sub => a - b,
        Operator::Mult => a * b,
        Operator::Div if b != 0.0 => a / b,
        _ => return None,
    };
    Some(Const::Float(value))
}

/// `1 + 2j`, the usual way to write a complex number.
fn folded_complex(a: f64, op: Operator, re: f64, im: f64) -> Option<Const> {
    match op {
        Operator::Add => Some(Const::Complex(a + re, im)),
        Operator::Sub => Some(Const::Complex(a - re, 0.0 - im)),
        _ => None,
    }
}

/// An integer that fits into an instruction.
pub(super) fn small_int(expr: &Expr) -> Option<i16> {
    match constant(expr)? {
        Const::Int(value) => i16::try_from(value).ok(),
        _ => None,
    }
}

/// The truth of a constant test.
pub(super) fn truth(expr: &Expr) -> Option<bool> {
    match expr {
        Expr::BooleanLiteral(node) => Some(node.value),
        Expr::NoneLiteral(_) => Some(false),
        Expr::NumberLiteral(_) => match constant(expr)? {
            Const::Int(value) => Some(value != 0),
            _ => None,
        },
        _ => None,
    }
}

impl<'a> Compiler<'a> {
    pub fn load_const(&mut self, value: &Const, dst: Reg, span: Span) -> Compiled {
        let op = match value {
            Const::None => Op::None { dst },
            Const::Bool(true) => Op::True { dst },
            Const::Bool(false) => Op::False { dst },
            Const::Int(i) if i32::try_from(*i).is_ok() => Op::Int { dst, value: *i as i32 },
            _ => Op::Const { dst, index: self.unit.constant(value, span)? },
        };
        self.emit(op, span);
        Ok(())
    }

    pub fn load_str(&mut self, text: &str, dst: Reg, span: Span) -> Compiled {
        self.load_const(&Const::Str(text.into()), dst, span)
    }

    pub fn number_literal(&mut self, node: &'a ast::ExprNumberLiteral, dst: Reg) -> Compiled {
        let span = span_of(node);
        match number(&node.value) {
            Some(value) => self.load_const(&value, dst, span),
            None => {
                let digits = self.text(span).chars().filter(|c| *c != '_').count();
                SyntaxError::fail(
                    format!(
                        "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion: \
                         value has {digits} digits; use sys.set_int_max_str_digits() to increase \
                         the limit - Consider hexadecimal for huge integer literals to avoid \
                         decimal conversion limits."
                    ),
                    span,
                )
            }
        }
    }
}
