//! The disassembler: code as text, for tests and for people.

use std::fmt::{self, Write as _};

use crate::code::{Code, Const, Op};

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?}", self.qualname, self.kind)?;
        if self.generator {
            f.write_str(" generator")?;
        }
        if !self.free_names.is_empty() {
            write!(f, " free({})", self.free_names.join(", "))?;
        }
        writeln!(f)?;
        for (at, op) in self.ops.iter().enumerate() {
            writeln!(f, "{at:4} {}", line(self, at, op))?;
        }
        for handler in &self.handlers {
            writeln!(
                f,
                "     {}..{} -> {} r{} depth {}",
                handler.start, handler.end, handler.target, handler.exc, handler.depth
            )?;
        }
        for function in &self.functions {
            writeln!(f)?;
            write!(f, "{}", function.code)?;
        }
        Ok(())
    }
}

/// One instruction: its name, its operands, and what they mean.
fn line(code: &Code, at: usize, op: &Op) -> String {
    let mut text = operands(&format!("{op:?}"));
    if let Some(offset) = offset(op) {
        let _ = write!(text, " -> {}", at as i64 + 1 + offset);
    }
    if let Some(note) = note(code, op) {
        let _ = write!(text, " ({note})");
    }
    text
}

/// `Add { dst: 1, a: 2, b: 3 }` as `Add dst=1 a=2 b=3`.
fn operands(debug: &str) -> String {
    debug.replace(" {", "").replace(" }", "").replace(": ", "=").replace(',', "")
}

fn offset(op: &Op) -> Option<i64> {
    match *op {
        Op::Jump { offset }
        | Op::Loop { offset }
        | Op::JumpIfTrue { offset, .. }
        | Op::JumpIfFalse { offset, .. }
        | Op::JumpIfNone { offset, .. } => Some(offset.into()),
        Op::ForIter { offset, .. } => Some(offset.into()),
        Op::JumpUnlessLt { offset, .. }
        | Op::JumpUnlessLe { offset, .. }
        | Op::JumpUnlessEq { offset, .. }
        | Op::JumpUnlessNe { offset, .. }
        | Op::JumpUnlessGt { offset, .. }
        | Op::JumpUnlessGe { offset, .. }
        | Op::JumpUnlessLtInt { offset, .. }
        | Op::JumpUnlessLeInt { offset, .. }
        | Op::JumpUnlessEqInt { offset, .. }
        | Op::JumpUnlessNeInt { offset, .. }
        | Op::JumpUnlessGtInt { offset, .. }
        | Op::JumpUnlessGeInt { offset, .. } => Some(offset.into()),
        _ => None,
    }
}

fn note(code: &Code, op: &Op) -> Option<String> {
    match *op {
        Op::Const { index, .. } => code.consts.get(usize::from(index)).map(constant),
        Op::CheckBound { name, .. }
        | Op::LoadGlobal { name, .. }
        | Op::StoreGlobal { name, .. }
        | Op::DeleteGlobal { name }
        | Op::LoadCell { name, .. }
        | Op::DeleteCell { name, .. }
        | Op::LoadName { name, .. }
        | Op::StoreName { name, .. }
        | Op::DeleteName { name, .. }
        | Op::Import { name, .. }
        | Op::ImportFrom { name, .. } => code.names.get(usize::from(name)).map(ToString::to_string),
        Op::LoadAttr { site, .. }
        | Op::StoreAttr { site, .. }
        | Op::DeleteAttr { site, .. }
        | Op::LoadMethod { site, .. } => code.sites.get(usize::from(site)).map(ToString::to_string),
        Op::Extra { a, .. } => code.keywords.get(usize::from(a)).map(|names| names.join(", ")),
        Op::LoadClosure { index, .. } => {
            code.free_names.get(usize::from(index)).map(ToString::to_string)
        }
        Op::MakeFunction { index, .. } => {
            code.functions.get(usize::from(index)).map(|f| f.code.name.to_string())
        }
        _ => None,
    }
}

fn constant(value: &Const) -> String {
    match value {
        Const::None => "None".into(),
        Const::Ellipsis => "...".into(),
        Const::Bool(value) => if *value { "True" } else { "False" }.into(),
        Const::Int(value) => value.to_string(),
        Const::Big(value) => value.to_string(),
        Const::Float(value) => format!("{value:?}"),
        Const::Complex(re, im) => format!("{re:?}+{im:?}j"),
        Const::Str(text) => format!("{text:?}"),
        Const::Bytes(bytes) => format!("b{:?}", String::from_utf8_lossy(bytes)),
        Const::Tuple(items) => {
            format!("({})", items.iter().map(constant).collect::<Vec<_>>().join(", "))
        }
        Const::FrozenSet(items) => {
            format!("{{{}}}", items.iter().map(constant).collect::<Vec<_>>().join(", "))
        }
    }
}
