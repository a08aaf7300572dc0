//! Bytecode: what the compiler makes and the machine runs.
//!
//! A register machine. Each frame owns a window of registers: first the
//! parameters in signature order, then the other locals, then temporaries.
//! Instructions are 8 bytes; operands are registers unless said otherwise.
//! `Code` is immutable and shared between threads; each machine adds its own
//! constants, interned names and caches (`CodeInstance`).

use std::sync::Arc;

use num_bigint::BigInt;

use crate::span::{Source, Span};

/// A register of the current frame.
pub type Reg = u16;

/// Binary operators, in the order of Python's reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum BinOp {
    Add,
    Sub,
    Mul,
    MatMul,
    TrueDiv,
    FloorDiv,
    Mod,
    Pow,
    LShift,
    RShift,
    And,
    Or,
    Xor,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum CmpOp {
    Lt,
    Le,
    Eq,
    Ne,
    Gt,
    Ge,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum UnaryOp {
    Neg,
    Pos,
    Invert,
    Not,
}

/// `!r`, `!s`, `!a` of an f-string.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Conversion {
    None,
    Str,
    Repr,
    Ascii,
}

/// Special methods that statements look up on the type of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Special {
    Enter,
    Exit,
    /// Not of the object: the functions behind `except*`.
    SplitGroup,
    FinishGroup,
}

/// One instruction. Jumps are relative to the *next* instruction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Op {
    /// Does nothing; carries `a`, `b`, `c` for the instruction before it.
    Extra { a: u16, b: u16, c: u16 },

    // ---- values -------------------------------------------------------
    /// `dst = consts[index]`
    Const { dst: Reg, index: u16 },
    /// `dst = value` (a small integer)
    Int { dst: Reg, value: i32 },
    None { dst: Reg },
    True { dst: Reg },
    False { dst: Reg },
    Move { dst: Reg, src: Reg },
    /// Makes a local unbound again (`del x`, end of `except ... as x`).
    Unbind { reg: Reg },
    /// Raises `UnboundLocalError` for `names[name]` when the register is
    /// unbound. The compiler emits it before a use that may come too early.
    CheckBound { reg: Reg, name: u16 },

    // ---- names --------------------------------------------------------
    /// `dst = globals[names[name]]`, else the builtin, else `NameError`.
    LoadGlobal { dst: Reg, name: u16 },
    StoreGlobal { src: Reg, name: u16 },
    DeleteGlobal { name: u16 },
    /// Wraps the value of a register (bound or not) in a fresh cell, in place.
    /// Emitted at function entry for each local that inner functions capture.
    MakeCell { reg: Reg },
    /// `dst =` the `index`-th cell of the running function's closure.
    LoadClosure { dst: Reg, index: u16 },
    /// `dst =` what the cell in `cell` holds; when empty `UnboundLocalError`
    /// or, for a free variable, `NameError`, with `names[name]`.
    LoadCell { dst: Reg, cell: Reg, name: u16 },
    StoreCell { cell: Reg, src: Reg },
    /// Empties a cell; raises like `LoadCell` when it is empty already.
    DeleteCell { cell: Reg, name: u16 },
    /// Class bodies: the namespace is a dict in `ns`. Falls back to the
    /// global, then the builtin.
    LoadName { dst: Reg, ns: Reg, name: u16 },
    StoreName { ns: Reg, src: Reg, name: u16 },
    DeleteName { ns: Reg, name: u16 },

    // ---- operators ----------------------------------------------------
    Add { dst: Reg, a: Reg, b: Reg },
    Sub { dst: Reg, a: Reg, b: Reg },
    Mul { dst: Reg, a: Reg, b: Reg },
    /// With a small integer on the right.
    AddInt { dst: Reg, a: Reg, value: i16 },
    SubInt { dst: Reg, a: Reg, value: i16 },
    MulInt { dst: Reg, a: Reg, value: i16 },
    FloorDivInt { dst: Reg, a: Reg, value: i16 },
    ModInt { dst: Reg, a: Reg, value: i16 },
    /// Any other binary operator.
    Binary { op: BinOp, dst: Reg, a: Reg, b: Reg },
    /// `dst = a op= b`; tries `__iadd__` and friends.
    InPlace { op: BinOp, dst: Reg, a: Reg, b: Reg },
    /// `dst = a += b`
    InPlaceAdd { dst: Reg, a: Reg, b: Reg },
    /// `dst = a op= value` with a small integer: `i += 1`.
    InPlaceInt { op: BinOp, dst: Reg, a: Reg, value: i16 },
    Unary { op: UnaryOp, dst: Reg, src: Reg },
    Compare { op: CmpOp, dst: Reg, a: Reg, b: Reg },
    Is { dst: Reg, a: Reg, b: Reg },
    IsNot { dst: Reg, a: Reg, b: Reg },
    /// `dst = a in b`
    In { dst: Reg, a: Reg, b: Reg },
    NotIn { dst: Reg, a: Reg, b: Reg },

    // ---- jumps --------------------------------------------------------
    Jump { offset: i32 },
    /// A jump backwards: polls fuel, interrupt and limits.
    Loop { offset: i32 },
    JumpIfTrue { src: Reg, offset: i32 },
    JumpIfFalse { src: Reg, offset: i32 },
    JumpIfNone { src: Reg, offset: i32 },
    /// Jumps when NOT `a < b`, and so on: the fused test of `while` and `if`.
    JumpUnlessLt { a: Reg, b: Reg, offset: i16 },
    JumpUnlessLe { a: Reg, b: Reg, offset: i16 },
    JumpUnlessEq { a: Reg, b: Reg, offset: i16 },
    JumpUnlessNe { a: Reg, b: Reg, offset: i16 },
    JumpUnlessGt { a: Reg, b: Reg, offset: i16 },
    JumpUnlessGe { a: Reg, b: Reg, offset: i16 },
    /// The same with a small integer on the right.
    JumpUnlessLtInt { a: Reg, value: i16, offset: i16 },
    JumpUnlessLeInt { a: Reg, value: i16, offset: i16 },
    JumpUnlessEqInt { a: Reg, value: i16, offset: i16 },
    JumpUnlessNeInt { a: Reg, value: i16, offset: i16 },
    JumpUnlessGtInt { a: Reg, value: i16, offset: i16 },
    JumpUnlessGeInt { a: Reg, value: i16, offset: i16 },

    // ---- attributes and items ------------------------------------------
    /// `dst = obj.sites[site]`; each instruction has a site of its own, which
    /// names the attribute and holds the cache.
    LoadAttr { dst: Reg, obj: Reg, site: u16 },
    StoreAttr { obj: Reg, src: Reg, site: u16 },
    DeleteAttr { obj: Reg, site: u16 },
    /// For `obj.name(...)`: `dst` = the function and `dst + 1` = `obj` when
    /// the class has a plain method, else `dst` = the attribute and `dst + 1`
    /// is unbound. Arguments follow from `dst + 2`.
    LoadMethod { dst: Reg, obj: Reg, site: u16 },
    GetItem { dst: Reg, obj: Reg, key: Reg },
    /// With a small integer as key.
    GetItemInt { dst: Reg, obj: Reg, value: i16 },
    SetItem { obj: Reg, key: Reg, src: Reg },
    DeleteItem { obj: Reg, key: Reg },
    /// Start, stop, step in `base`, `base + 1`, `base + 2`.
    BuildSlice { dst: Reg, base: Reg },

    // ---- displays -----------------------------------------------------
    /// `count` values from `base` on.
    BuildList { dst: Reg, base: Reg, count: u16 },
    BuildTuple { dst: Reg, base: Reg, count: u16 },
    BuildSet { dst: Reg, base: Reg, count: u16 },
    /// `count` pairs from `base` on: key, value, key, value.
    BuildDict { dst: Reg, base: Reg, count: u16 },
    ListAppend { list: Reg, src: Reg },
    SetAdd { set: Reg, src: Reg },
    DictInsert { dict: Reg, key: Reg, src: Reg },
    /// `[*src]`, `f(*src)`: extends a list by an iterable.
    ListExtend { list: Reg, src: Reg },
    SetUpdate { set: Reg, src: Reg },
    /// `{**src}`: a later key wins.
    DictUpdate { dict: Reg, src: Reg },
    /// `f(**src)`: a key that is there already is a `TypeError`; `callee` names
    /// the function in it.
    DictMerge { dict: Reg, src: Reg, callee: Reg },
    ListToTuple { dst: Reg, src: Reg },
    /// `dst = format(src, spec)`; `spec` is a register, or `u16::MAX` for none.
    Format { conversion: Conversion, dst: Reg, src: Reg, spec: Reg },
    /// Joins `count` strings from `base` on.
    BuildString { dst: Reg, base: Reg, count: u16 },

    // ---- iteration ----------------------------------------------------
    GetIter { dst: Reg, src: Reg },
    /// `dst = next(iter)`, or jumps forward by `offset` when it is exhausted.
    ForIter { iter: Reg, dst: Reg, offset: u16 },
    /// `a, b = src`: exactly `count` values to registers from `base` on.
    Unpack { src: Reg, base: Reg, count: u16 },
    /// `a, *b, c = src`: `counts` = before | after << 8; the list between.
    UnpackStar { src: Reg, base: Reg, counts: u16 },

    // ---- calls --------------------------------------------------------
    /// `dst = base(...)`: `count` positional arguments from `base + 1` on.
    Call { dst: Reg, base: Reg, count: u16 },
    /// After `LoadMethod` into `base`: arguments from `base + 2` on.
    CallMethod { dst: Reg, base: Reg, count: u16 },
    /// `count` arguments from `base + 1`, the last of them by keyword. Followed
    /// by `Extra { a }`: `keywords[a]` names those.
    CallKw { dst: Reg, base: Reg, count: u16 },
    /// After `LoadMethod`: arguments from `base + 2`. Followed by `Extra`.
    CallMethodKw { dst: Reg, base: Reg, count: u16 },
    /// `base(*args, **kwargs)`: an iterable in `base + 1`, a dict or None
    /// in `base + 2`.
    CallStar { dst: Reg, base: Reg },
    Return { src: Reg },
    ReturnNone,

    // ---- functions and classes ------------------------------------------
    /// Makes `functions[index]`. From `base` on: the defaults, the keyword
    /// defaults, the cells of the closure, then the annotations dict if it has.
    MakeFunction { dst: Reg, index: u16, base: Reg },
    /// `dst =` the builtin that builds classes: called with the body function,
    /// the name, the bases, and keywords.
    LoadBuildClass { dst: Reg },
    /// In a class body's prologue: `dst =` the namespace dict of this body.
    LoadNamespace { dst: Reg },

    // ---- generators ---------------------------------------------------
    /// Hands `src` out; on resumption `dst` = the sent value.
    Yield { dst: Reg, src: Reg },
    /// `dst = yield from iter` (`iter` is an iterator already).
    YieldFrom { dst: Reg, iter: Reg },

    // ---- exceptions -----------------------------------------------------
    /// `raise exc`
    Raise { exc: Reg },
    /// `raise exc from cause`
    RaiseFrom { exc: Reg, cause: Reg },
    /// `raise`: the exception being handled, or `RuntimeError`.
    RaiseAgain,
    /// End of a handler that did not match and of `finally`: raises the value
    /// of `exc` again without adding context or a new traceback entry.
    Reraise { exc: Reg },
    /// Beginning of a handler: `exc` becomes the exception being handled.
    PushHandled { exc: Reg },
    /// End of a handler, on every way out of it.
    PopHandled,
    /// `dst = isinstance(exc, types)`; checks that types are exceptions.
    MatchException { dst: Reg, exc: Reg, types: Reg },
    /// `assert`: raises `AssertionError`, with `src` as its text unless it is
    /// `u16::MAX`.
    AssertionFailed { src: Reg },
    /// `dst =` the bound special method of `obj`, or `TypeError` in Python's words.
    LoadSpecial { special: Special, dst: Reg, obj: Reg },

    // ---- modules --------------------------------------------------------
    /// `dst =` the module `names[name]` (dotted: the last part is meant when
    /// `leaf` is 1, the top package when 0). The relative level is not supported.
    Import { dst: Reg, name: u16, leaf: u16 },
    ImportFrom { dst: Reg, module: Reg, name: u16 },
    /// `from module import *`, at module level.
    ImportStar { module: Reg },
    /// Keeps the value of the last statement when it is an expression.
    SetLast { src: Reg },
}

const _: () = assert!(std::mem::size_of::<Op>() == 8);

/// A constant, portable between threads.
#[derive(Debug, Clone, PartialEq)]
pub enum Const {
    None,
    Ellipsis,
    Bool(bool),
    Int(i64),
    Big(BigInt),
    Float(f64),
    Complex(f64, f64),
    Str(Arc<str>),
    Bytes(Arc<[u8]>),
    Tuple(Arc<[Const]>),
    /// For `x in {1, 2}`.
    FrozenSet(Arc<[Const]>),
}

/// What `try` guards: instructions `start..end` go to `handler`, with the
/// exception in `exc`. Inner ranges come first: the first match is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handler {
    pub start: u32,
    pub end: u32,
    pub target: u32,
    pub exc: Reg,
    /// How many exceptions of this frame are being handled at the target.
    pub depth: u16,
}

/// How arguments become registers 0.. in this order: positional-only,
/// positional, keyword-only, then `*args`, then `**kwargs`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signature {
    /// All named parameters.
    pub names: Box<[Arc<str>]>,
    pub positional_only: u16,
    /// Positional parameters, the positional-only ones included.
    pub positional: u16,
    pub keyword_only: u16,
    pub star: Option<Arc<str>>,
    pub star_star: Option<Arc<str>>,
}

/// What `MakeFunction` finds in registers.
#[derive(Debug, Clone, PartialEq)]
pub struct FunctionTemplate {
    pub code: Arc<Code>,
    /// How many of the last positional parameters have defaults.
    pub defaults: u16,
    /// Keyword-only parameters that have defaults.
    pub keyword_defaults: Box<[Arc<str>]>,
    pub closure: u16,
    pub annotations: bool,
}

/// What kind of text a code comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeKind {
    Module,
    Class,
    Function,
    Lambda,
    Comprehension,
    Generator,
}

/// The bytecode of a module, function, lambda, class body or comprehension.
#[derive(Debug, PartialEq)]
pub struct Code {
    pub kind: CodeKind,
    /// `f`, `<lambda>`, `<listcomp>`, `<module>`.
    pub name: Arc<str>,
    /// `Class.method`, `outer.<locals>.inner`.
    pub qualname: Arc<str>,
    pub signature: Signature,
    pub registers: u16,
    pub ops: Box<[Op]>,
    /// Where each instruction comes from: as long as `ops`.
    pub spans: Box<[Span]>,
    pub consts: Box<[Const]>,
    /// Locals after the parameters, in register order: for suggestions in errors.
    pub local_names: Box<[Arc<str>]>,
    /// Names of globals, imports, and variables in error texts.
    pub names: Box<[Arc<str>]>,
    /// Attribute names, one for each attribute instruction.
    pub sites: Box<[Arc<str>]>,
    /// Keyword names of calls.
    pub keywords: Box<[Box<[Arc<str>]>]>,
    pub functions: Box<[FunctionTemplate]>,
    pub handlers: Box<[Handler]>,
    /// Names of the closure's cells, in order: `__closure__`.
    pub free_names: Box<[Arc<str>]>,
    pub doc: Option<Arc<str>>,
    /// Where the definition starts (its `def` line).
    pub span: Span,
    pub source: Arc<Source>,
    /// Runs as a generator: calling it only makes the generator object.
    pub generator: bool,
    /// Global names that this code or the code inside it reads or writes:
    /// what a copy of the function must carry along.
    pub globals_used: Box<[Arc<str>]>,
}
