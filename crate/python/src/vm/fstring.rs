//! The instructions of f-strings.

use super::Vm;
use super::slow::NO_REG;
use crate::code::{Conversion, Reg};
use crate::error::Res;
use crate::object::{Object, Type};
use crate::value::Value;

impl Vm {
    /// A piece of an f-string: `{value!conversion:spec}`, with the spec in a register or `NO_REG`.
    ///
    /// # Errors
    /// As `format`.
    pub(super) fn format_piece(&mut self, conversion: Conversion, value: Value, spec: Reg, base: usize) -> Res {
        if spec == NO_REG && conversion == Conversion::None {
            if let Some(i) = value.as_small_int() {
                return Ok(self.str(itoa::Buffer::new().format(i)));
            }
            if let Some(Object::Str(_)) = self.heap.object(value) {
                return Ok(value);
            }
        }
        let value = match conversion {
            Conversion::None => value,
            Conversion::Str => self.str_value(value)?,
            Conversion::Repr => {
                let text = self.repr(value)?;
                self.string(text)
            }
            Conversion::Ascii => {
                let text = self.ascii(value)?;
                self.string(text)
            }
        };
        let spec = if spec == NO_REG { None } else { self.as_arc_str(self.reg(base, spec)) };
        match spec.as_deref() {
            None | Some("") if self.builtin(value) == Type::Str && self.plain(value) == value => Ok(value),
            spec => {
                let text = self.format_value(value, spec.unwrap_or(""))?;
                Ok(self.string(text))
            }
        }
    }

    /// Joins the pieces from the place `first` on.
    ///
    /// # Errors
    /// `MemoryError`.
    pub(super) fn join_pieces(&mut self, first: usize, count: usize) -> Res {
        let mut text = std::mem::take(&mut self.scratch);
        text.clear();
        for &piece in &self.stack[first..first + count] {
            text.push_str(self.as_str(piece).unwrap_or(""));
        }
        let enough = self.check_alloc(text.len());
        let value = enough.map(|()| self.str(&text));
        if text.capacity() <= MAX_SCRATCH {
            self.scratch = text;
        }
        value
    }
}

/// A longer buffer is not kept.
const MAX_SCRATCH: usize = 4096;
