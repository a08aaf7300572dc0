//! One code under construction: instructions, tables, registers, labels.
//!
//! Jumps name labels until `finish` lays them out; a jump whose short offset
//! does not reach its label is then taken in two steps.

use std::collections::BTreeSet;
use std::sync::Arc;

use num_bigint::BigInt;
use rustc_hash::FxHashMap;

use super::control::Block;
use super::error::{Compiled, SyntaxError};
use super::flow::Flow;
use super::limits::MAX_REGISTERS;
use super::scope::ScopeId;
use crate::code::{Code, CodeKind, Const, FunctionTemplate, Handler, Op, Reg, Signature};
use crate::span::{Source, Span};

/// How many jumps to jumps are followed.
const MAX_HOPS: usize = 16;

/// A place to jump to, perhaps not known yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Label(usize);

#[derive(Debug, Default)]
struct Mark {
    at: Option<u32>,
    /// What holds when control arrives by a jump.
    flow: Option<Flow>,
}

/// Where a name lives, with its register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    Local(Reg),
    Cell(Reg),
    Global,
    Namespace,
}

/// A constant in a form that can be compared and hashed.
#[derive(Debug, PartialEq, Eq, Hash)]
enum ConstKey {
    None,
    Ellipsis,
    Bool(bool),
    Int(i64),
    Big(BigInt),
    Float(u64),
    Complex(u64, u64),
    Str(Arc<str>),
    Bytes(Arc<[u8]>),
    Tuple(Vec<ConstKey>),
    FrozenSet(Vec<ConstKey>),
}

fn const_key(value: &Const) -> ConstKey {
    match value {
        Const::None => ConstKey::None,
        Const::Ellipsis => ConstKey::Ellipsis,
        Const::Bool(b) => ConstKey::Bool(*b),
        Const::Int(i) => ConstKey::Int(*i),
        Const::Big(b) => ConstKey::Big(b.clone()),
        Const::Float(f) => ConstKey::Float(f.to_bits()),
        Const::Complex(re, im) => ConstKey::Complex(re.to_bits(), im.to_bits()),
        Const::Str(s) => ConstKey::Str(s.clone()),
        Const::Bytes(b) => ConstKey::Bytes(b.clone()),
        Const::Tuple(items) => ConstKey::Tuple(items.iter().map(const_key).collect()),
        Const::FrozenSet(items) => ConstKey::FrozenSet(items.iter().map(const_key).collect()),
    }
}

pub(super) struct Unit<'a> {
    pub kind: CodeKind,
    pub scope: ScopeId,
    pub name: Arc<str>,
    pub qualname: Arc<str>,
    pub signature: Signature,
    pub local_names: Vec<Arc<str>>,
    pub doc: Option<Arc<str>>,
    pub generator: bool,
    pub span: Span,
    pub slots: FxHashMap<Arc<str>, Slot>,
    /// Registers below are variables, those from here on temporaries.
    pub variables: Reg,
    pub namespace: Reg,
    pub next: Reg,
    pub flow: Flow,
    /// Locals that `del` or `except ... as` may unbind again.
    pub deletable: Vec<Reg>,
    pub blocks: Vec<Block<'a>>,
    pub globals: BTreeSet<Arc<str>>,
    pub functions: Vec<FunctionTemplate>,
    pub handlers: Vec<(Span, Label, Reg, u16)>,
    most: Reg,
    ops: Vec<Op>,
    spans: Vec<Span>,
    consts: Vec<Const>,
    const_index: FxHashMap<ConstKey, u16>,
    names: Vec<Arc<str>>,
    name_index: FxHashMap<Arc<str>, u16>,
    sites: Vec<Arc<str>>,
    keywords: Vec<Box<[Arc<str>]>>,
    marks: Vec<Mark>,
    jumps: Vec<(u32, Label)>,
}

impl<'a> Unit<'a> {
    pub fn new(kind: CodeKind, scope: ScopeId, name: Arc<str>, qualname: Arc<str>, span: Span) -> Self {
        Self {
            kind,
            scope,
            name,
            qualname,
            signature: Signature::default(),
            local_names: Vec::new(),
            doc: None,
            generator: false,
            span,
            slots: FxHashMap::default(),
            variables: 0,
            namespace: 0,
            next: 0,
            flow: Flow::entry(0, 0),
            deletable: Vec::new(),
            blocks: Vec::new(),
            globals: BTreeSet::new(),
            functions: Vec::new(),
            handlers: Vec::new(),
            most: 0,
            ops: Vec::new(),
            spans: Vec::new(),
            consts: Vec::new(),
            const_index: FxHashMap::default(),
            names: Vec::new(),
            name_index: FxHashMap::default(),
            sites: Vec::new(),
            keywords: Vec::new(),
            marks: Vec::new(),
            jumps: Vec::new(),
        }
    }

    /// Adds an instruction, unless control cannot come here.
    pub fn emit(&mut self, op: Op, span: Span) {
        if self.flow.reachable {
            self.ops.push(op);
            self.spans.push(span);
        }
    }

    pub fn position(&self) -> u32 {
        self.ops.len() as u32
    }

    /// A fresh temporary register.
    pub fn temp(&mut self, span: Span) -> Compiled<Reg> {
        self.temps(1, span)
    }

    /// The first of `count` fresh registers in a row.
    pub fn temps(&mut self, count: usize, span: Span) -> Compiled<Reg> {
        let first = self.next;
        let end = usize::from(first) + count;
        if end > MAX_REGISTERS - 1 {
            return SyntaxError::fail("too many local variables or values at once", span);
        }
        self.next = end as Reg;
        self.most = self.most.max(self.next);
        Ok(first)
    }

    pub fn is_variable(&self, reg: Reg) -> bool {
        reg < self.variables
    }

    // ---- labels ---------------------------------------------------------

    pub fn label(&mut self) -> Label {
        self.marks.push(Mark::default());
        Label(self.marks.len() - 1)
    }

    /// Places a label here; control may come by the jumps made so far.
    pub fn place(&mut self, label: Label) {
        let at = self.position();
        let Some(mark) = self.marks.get_mut(label.0) else { return };
        mark.at = Some(at);
        match mark.flow.take() {
            Some(flow) if self.flow.reachable => self.flow.merge(&flow),
            Some(flow) => self.flow = flow,
            None => {}
        }
    }

    /// Places a label to which control comes from outside, in a known state.
    pub fn place_with(&mut self, label: Label, flow: Flow) {
        self.flow = flow;
        self.place(label);
    }

    /// A label to jump back to: what the loop may unbind is unsure here.
    pub fn place_loop(&mut self) -> Label {
        for &reg in &self.deletable {
            self.flow.unbind(reg);
        }
        let label = self.label();
        self.place(label);
        label
    }

    /// The state in which a handler for code from here on starts.
    pub fn handler_flow(&self) -> Flow {
        let mut flow = self.flow.clone();
        for &reg in &self.deletable {
            flow.unbind(reg);
        }
        flow
    }

    /// Adds a jump; its offset is filled in later.
    pub fn jump(&mut self, op: Op, label: Label, span: Span) {
        if !self.flow.reachable {
            return;
        }
        self.jumps.push((self.position(), label));
        self.emit(op, span);
        if let Some(mark) = self.marks.get_mut(label.0) {
            match &mut mark.flow {
                Some(flow) => flow.merge(&self.flow),
                none => *none = Some(self.flow.clone()),
            }
        }
        if matches!(op, Op::Jump { .. } | Op::Loop { .. }) {
            self.flow.reachable = false;
        }
    }

    pub fn goto(&mut self, label: Label, span: Span) {
        self.jump(Op::Jump { offset: 0 }, label, span);
    }

    pub fn goto_back(&mut self, label: Label, span: Span) {
        self.jump(Op::Loop { offset: 0 }, label, span);
    }

    /// An instruction after which control does not go on.
    pub fn end(&mut self, op: Op, span: Span) {
        self.emit(op, span);
        self.flow.reachable = false;
    }

    // ---- tables -----------------------------------------------------------

    pub fn constant(&mut self, value: &Const, span: Span) -> Compiled<u16> {
        let key = const_key(value);
        if let Some(&index) = self.const_index.get(&key) {
            return Ok(index);
        }
        let index = index_of(self.consts.len(), "constants", span)?;
        self.consts.push(value.clone());
        self.const_index.insert(key, index);
        Ok(index)
    }

    pub fn name_id(&mut self, name: &Arc<str>, span: Span) -> Compiled<u16> {
        if let Some(&index) = self.name_index.get(name) {
            return Ok(index);
        }
        let index = index_of(self.names.len(), "names", span)?;
        self.names.push(name.clone());
        self.name_index.insert(name.clone(), index);
        Ok(index)
    }

    pub fn site(&mut self, name: Arc<str>, span: Span) -> Compiled<u16> {
        let index = index_of(self.sites.len(), "attributes", span)?;
        self.sites.push(name);
        Ok(index)
    }

    pub fn keyword_list(&mut self, names: Vec<Arc<str>>, span: Span) -> Compiled<u16> {
        if let Some(index) = self.keywords.iter().position(|known| **known == *names) {
            return Ok(index as u16);
        }
        let index = index_of(self.keywords.len(), "calls with keywords", span)?;
        self.keywords.push(names.into());
        Ok(index)
    }

    pub fn function_id(&mut self, template: FunctionTemplate, span: Span) -> Compiled<u16> {
        let index = index_of(self.functions.len(), "functions", span)?;
        self.functions.push(template);
        Ok(index)
    }

    // ---- finish -------------------------------------------------------------

    /// Lays the jumps out and closes the tables.
    pub fn finish(mut self, source: Arc<Source>, free_names: Box<[Arc<str>]>) -> Compiled<Code> {
        self.lay_out();
        let handlers = self.resolved_handlers();
        Ok(Code {
            kind: self.kind,
            name: self.name,
            qualname: self.qualname,
            signature: self.signature,
            registers: self.most.max(self.variables),
            ops: self.ops.into(),
            spans: self.spans.into(),
            consts: self.consts.into(),
            local_names: self.local_names.into(),
            names: self.names.into(),
            sites: self.sites.into(),
            keywords: self.keywords.into(),
            functions: self.functions.into(),
            handlers,
            free_names,
            doc: self.doc,
            span: self.span,
            source,
            generator: self.generator,
            globals_used: self.globals.into_iter().collect(),
        })
    }

    fn target(&self, label: Label) -> u32 {
        self.marks.get(label.0).and_then(|mark| mark.at).unwrap_or(0)
    }

    fn resolved_handlers(&self) -> Box<[Handler]> {
        let handler = |&(range, label, exc, depth): &(Span, Label, Reg, u16)| Handler {
            start: range.start,
            end: range.end,
            target: self.target(label),
            exc,
            depth,
        };
        self.handlers.iter().map(handler).collect()
    }

    fn lay_out(&mut self) {
        self.thread_jumps();
        while let Some(far) = self.far_jumps() {
            self.widen(&far);
        }
        for index in 0..self.jumps.len() {
            let (at, label) = self.jumps[index];
            let offset = i64::from(self.target(label)) - i64::from(at) - 1;
            if let Some(op) = self.ops.get_mut(at as usize) {
                set_offset(op, offset);
            }
        }
    }

    /// A jump to a jump goes where that one goes. Loops stay: they poll.
    fn thread_jumps(&mut self) {
        let plain: FxHashMap<u32, Label> = self
            .jumps
            .iter()
            .filter(|(at, _)| matches!(self.ops.get(*at as usize), Some(Op::Jump { .. })))
            .copied()
            .collect();
        for index in 0..self.jumps.len() {
            let (at, mut label) = self.jumps[index];
            for _ in 0..MAX_HOPS {
                match plain.get(&self.target(label)) {
                    Some(&next) if self.target(next) > at => label = next,
                    _ => break,
                }
            }
            self.jumps[index].1 = label;
        }
    }

    /// Indices into `jumps` of those whose offset does not fit.
    fn far_jumps(&self) -> Option<Vec<usize>> {
        let far = |&(at, label): &(u32, Label)| {
            let offset = i64::from(self.target(label)) - i64::from(at) - 1;
            !offset_fits(&self.ops[at as usize], offset)
        };
        let found: Vec<usize> =
            self.jumps.iter().enumerate().filter(|(_, jump)| far(jump)).map(|(i, _)| i).collect();
        (!found.is_empty()).then_some(found)
    }

    /// Turns `test -> far` into `test -> +1; jump over; jump far`.
    fn widen(&mut self, far: &[usize]) {
        let places: Vec<u32> = far.iter().map(|&index| self.jumps[index].0).collect();
        let mut order = places.clone();
        order.sort_unstable();
        let moved = |at: u32| at + 2 * order.partition_point(|&place| place < at) as u32;
        let mut ops = Vec::with_capacity(self.ops.len() + 2 * order.len());
        let mut spans = Vec::with_capacity(ops.capacity());
        for (at, (&op, &span)) in self.ops.iter().zip(&self.spans).enumerate() {
            ops.push(op);
            spans.push(span);
            if order.binary_search(&(at as u32)).is_ok() {
                if let Some(test) = ops.last_mut() {
                    set_offset(test, 1);
                }
                ops.extend([Op::Jump { offset: 1 }, Op::Jump { offset: 0 }]);
                spans.extend([span, span]);
            }
        }
        for (index, jump) in self.jumps.iter_mut().enumerate() {
            let step = if far.binary_search(&index).is_ok() { 2 } else { 0 };
            jump.0 = moved(jump.0) + step;
        }
        for mark in &mut self.marks {
            mark.at = mark.at.map(moved);
        }
        for (range, ..) in &mut self.handlers {
            *range = Span::new(moved(range.start), moved(range.end));
        }
        (self.ops, self.spans) = (ops, spans);
    }
}

fn index_of(length: usize, what: &str, span: Span) -> Compiled<u16> {
    match u16::try_from(length) {
        // The last value means "none" in some instructions.
        Ok(index) if index < u16::MAX => Ok(index),
        _ => SyntaxError::fail(format!("too many {what} in one function"), span),
    }
}

fn offset_fits(op: &Op, offset: i64) -> bool {
    match op {
        Op::ForIter { .. } => u16::try_from(offset).is_ok(),
        Op::Jump { .. }
        | Op::Loop { .. }
        | Op::JumpIfTrue { .. }
        | Op::JumpIfFalse { .. }
        | Op::JumpIfNone { .. } => i32::try_from(offset).is_ok(),
        _ => i16::try_from(offset).is_ok(),
    }
}

fn set_offset(op: &mut Op, value: i64) {
    match op {
        Op::Jump { offset }
        | Op::Loop { offset }
        | Op::JumpIfTrue { offset, .. }
        | Op::JumpIfFalse { offset, .. }
        | Op::JumpIfNone { offset, .. } => *offset = value as i32,
        Op::ForIter { offset, .. } => *offset = value as u16,
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
        | Op::JumpUnlessGeInt { offset, .. } => *offset = value as i16,
        _ => {}
    }
}
