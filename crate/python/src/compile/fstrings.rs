//! f-strings: literal pieces and formatted values, joined.

use ruff_python_ast::{
    ConversionFlag, ExprFString, FStringPart, InterpolatedElement, InterpolatedStringElement,
};

use super::compiler::Compiler;
use super::error::{Compiled, span_of};
use crate::code::{Conversion, Op, Reg};
use crate::span::Span;

/// Pieces that are joined at once.
const MAX_PIECES: u16 = 64;

/// The pieces of one string that wait in registers from `base` on.
struct Pieces {
    base: Reg,
    count: u16,
    /// Literal text that no register holds yet.
    text: String,
    span: Span,
}

impl<'a> Compiler<'a> {
    pub fn f_string(&mut self, node: &'a ExprFString, dst: Reg) -> Compiled {
        let span = span_of(node);
        let mut pieces = self.pieces(span);
        for part in &node.value {
            match part {
                FStringPart::Literal(literal) => pieces.text.push_str(&literal.value),
                FStringPart::FString(string) => {
                    for element in &string.elements {
                        self.piece(element, &mut pieces)?;
                    }
                }
            }
        }
        self.joined(pieces, dst)
    }

    fn pieces(&self, span: Span) -> Pieces {
        Pieces { base: self.unit.next, count: 0, text: String::new(), span }
    }

    fn piece(&mut self, element: &'a InterpolatedStringElement, pieces: &mut Pieces) -> Compiled {
        match element {
            InterpolatedStringElement::Literal(literal) => pieces.text.push_str(&literal.value),
            InterpolatedStringElement::Interpolation(value) => {
                if let Some(debug) = &value.debug_text {
                    pieces.text.push_str(debug.leading());
                    pieces.text.push_str(debug.expression());
                    pieces.text.push_str(debug.trailing());
                }
                self.flush(pieces)?;
                let reg = self.next_piece(pieces)?;
                self.formatted(value, reg, pieces.span)?;
            }
        }
        Ok(())
    }

    fn flush(&mut self, pieces: &mut Pieces) -> Compiled {
        if !pieces.text.is_empty() {
            let reg = self.next_piece(pieces)?;
            self.load_str(&std::mem::take(&mut pieces.text), reg, pieces.span)?;
        }
        Ok(())
    }

    fn next_piece(&mut self, pieces: &mut Pieces) -> Compiled<Reg> {
        if pieces.count == MAX_PIECES {
            let (base, count) = (pieces.base, pieces.count);
            self.emit(Op::BuildString { dst: base, base, count }, pieces.span);
            pieces.count = 1;
            self.unit.next = base + 1;
        }
        pieces.count += 1;
        self.unit.temp(pieces.span)
    }

    fn joined(&mut self, mut pieces: Pieces, dst: Reg) -> Compiled {
        let span = pieces.span;
        if pieces.count == 0 {
            let text = std::mem::take(&mut pieces.text);
            return self.load_str(&text, dst, span);
        }
        self.flush(&mut pieces)?;
        if pieces.count == 1 {
            self.copy(dst, pieces.base, span);
        } else {
            let (base, count) = (pieces.base, pieces.count);
            self.emit(Op::BuildString { dst, base, count }, span);
        }
        self.unit.next = pieces.base;
        Ok(())
    }

    fn formatted(&mut self, node: &'a InterpolatedElement, dst: Reg, span: Span) -> Compiled {
        let mark = self.unit.next;
        let conversion = match node.conversion {
            ConversionFlag::Str => Conversion::Str,
            ConversionFlag::Ascii => Conversion::Ascii,
            ConversionFlag::Repr => Conversion::Repr,
            ConversionFlag::None if node.debug_text.is_some() && node.format_spec.is_none() => {
                Conversion::Repr
            }
            ConversionFlag::None => Conversion::None,
        };
        let src = self.object(&node.expression, dst)?;
        let spec = match &node.format_spec {
            None => Reg::MAX,
            Some(spec) => {
                let reg = self.unit.temp(span)?;
                self.enter_call(span)?;
                let mut pieces = self.pieces(span);
                for element in &spec.elements {
                    self.piece(element, &mut pieces)?;
                }
                self.joined(pieces, reg)?;
                self.leave_call();
                reg
            }
        };
        self.emit(Op::Format { conversion, dst, src, spec }, span);
        self.unit.next = mark;
        Ok(())
    }
}
