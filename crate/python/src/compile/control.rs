//! The blocks around a statement, and the ways out of them.
//!
//! `return`, `break` and `continue` run the cleanup of every block they leave:
//! a copy of each `finally` body, the exit of each `with`, the end of each
//! handler. A block's own handler must not guard its cleanup, so the guarded
//! range is a list of segments with gaps.

use std::sync::Arc;

use ruff_python_ast::Stmt;

use super::compiler::Compiler;
use super::error::{Compiled, SyntaxError};
use super::unit::Label;
use crate::code::{Op, Reg};
use crate::span::Span;

/// Blocks inside each other in one function, as in CPython.
const MAX_BLOCKS: usize = 100;

/// A range of instructions with a handler.
#[derive(Debug)]
pub(super) struct Guard {
    pub handler: Label,
    pub exc: Reg,
    depth: u16,
    open: u32,
    segments: Vec<Span>,
}

#[derive(Debug)]
pub(super) enum Block<'a> {
    Loop { exit: Label, again: Label },
    /// The body of a `try` with handlers.
    Try(Guard),
    /// Everything a `finally` body follows.
    Finally(Guard, &'a [Stmt]),
    /// The body of a `with`; the bound exit method in the register.
    With(Guard, Reg, Span),
    /// An exception is being handled.
    Handled,
    /// `except ... as name`.
    Named(Guard, Arc<str>),
}

impl Block<'_> {
    fn guard(&mut self) -> Option<&mut Guard> {
        match self {
            Block::Try(guard)
            | Block::Finally(guard, _)
            | Block::With(guard, ..)
            | Block::Named(guard, _) => Some(guard),
            Block::Loop { .. } | Block::Handled => None,
        }
    }
}

impl<'a> Compiler<'a> {
    /// A guard that starts here.
    pub fn guard(&mut self, span: Span) -> Compiled<Guard> {
        let exc = self.unit.temp(span)?;
        let depth = self.unit.blocks.iter().filter(|b| matches!(b, Block::Handled)).count();
        let handler = self.unit.label();
        let open = self.unit.position();
        Ok(Guard { handler, exc, depth: depth as u16, open, segments: Vec::new() })
    }

    pub fn push_block(&mut self, block: Block<'a>, span: Span) -> Compiled {
        if self.unit.blocks.len() >= MAX_BLOCKS {
            return SyntaxError::fail("too many statically nested blocks", span);
        }
        self.unit.blocks.push(block);
        Ok(())
    }

    /// Ends the innermost block and enters its handler into the table.
    pub fn pop_block(&mut self) {
        let at = self.unit.position();
        let Some(mut block) = self.unit.blocks.pop() else { return };
        if let Some(guard) = block.guard() {
            guard.close(at);
            for &segment in &guard.segments {
                self.unit.handlers.push((segment, guard.handler, guard.exc, guard.depth));
            }
        }
    }

    /// Leaves all blocks beyond the first `keep`, then does `then`.
    fn leave_blocks(
        &mut self,
        keep: usize,
        span: Span,
        then: impl FnOnce(&mut Self),
    ) -> Compiled {
        if !self.unit.flow.reachable {
            return Ok(());
        }
        let mut left = Vec::new();
        while self.unit.blocks.len() > keep {
            let Some(mut block) = self.unit.blocks.pop() else { break };
            if let Some(guard) = block.guard() {
                guard.close(self.unit.position());
            }
            self.clean_up(&block, span)?;
            left.push(block);
        }
        then(self);
        let at = self.unit.position();
        while let Some(mut block) = left.pop() {
            if let Some(guard) = block.guard() {
                guard.open = at;
            }
            self.unit.blocks.push(block);
        }
        Ok(())
    }

    fn clean_up(&mut self, block: &Block<'a>, span: Span) -> Compiled {
        match block {
            Block::Loop { .. } | Block::Try(_) => Ok(()),
            Block::Finally(_, body) => self.body(body),
            Block::With(_, exit, at) => self.call_exit_plain(*exit, *at),
            Block::Handled => {
                self.emit(Op::PopHandled, span);
                Ok(())
            }
            Block::Named(_, name) => self.forget_name(&name.clone(), span),
        }
    }

    /// Whether leaving the blocks beyond `keep` runs any code.
    fn leaves_silently(&self, keep: usize) -> bool {
        let mut blocks = self.unit.blocks.iter().skip(keep);
        blocks.all(|block| matches!(block, Block::Loop { .. } | Block::Try(_)))
    }

    /// Returns the value of `src` (or None) out of all blocks.
    pub fn return_from(&mut self, src: Option<Reg>, span: Span) -> Compiled {
        let mark = self.unit.next;
        let mut src = src;
        if let Some(reg) = src
            && self.unit.is_variable(reg)
            && !self.leaves_silently(0)
        {
            let kept = self.unit.temp(span)?;
            self.emit(Op::Move { dst: kept, src: reg }, span);
            src = Some(kept);
        }
        let op = src.map_or(Op::ReturnNone, |src| Op::Return { src });
        self.leave_blocks(0, span, |c| c.unit.end(op, span))?;
        self.unit.next = mark;
        Ok(())
    }

    pub fn break_loop(&mut self, span: Span) -> Compiled {
        let found = self.innermost_loop();
        let Some((keep, exit, _)) = found else {
            return SyntaxError::fail("'break' outside loop", span);
        };
        self.leave_blocks(keep, span, |c| c.unit.goto(exit, span))
    }

    pub fn continue_loop(&mut self, span: Span) -> Compiled {
        let Some((keep, _, again)) = self.innermost_loop() else {
            return SyntaxError::fail("'continue' not properly in loop", span);
        };
        self.leave_blocks(keep, span, |c| c.unit.goto_back(again, span))
    }

    /// How many blocks up to the innermost loop, its exit and its start.
    fn innermost_loop(&self) -> Option<(usize, Label, Label)> {
        let blocks = &self.unit.blocks;
        blocks.iter().enumerate().rev().find_map(|(index, block)| match block {
            Block::Loop { exit, again } => Some((index + 1, *exit, *again)),
            _ => None,
        })
    }
}

impl Guard {
    fn close(&mut self, at: u32) {
        if at > self.open {
            self.segments.push(Span::new(self.open, at));
        }
        self.open = at;
    }
}
