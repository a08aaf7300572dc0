//! What a parcel is made of.

use std::sync::Arc;

use num_bigint::BigInt;

use crate::code::Code;
use crate::object::{Constructor, DictViewKind, NativeFn, PortableIter, PortableNative, RangeObject, TraceEntry, Type, Wide};

/// A value inside a parcel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Item {
    None,
    Bool(bool),
    Int(i64),
    Float(f64),
    NotImplemented,
    Ellipsis,
    Unbound,
    /// The class of a builtin type.
    BuiltinClass(Type),
    /// An object of the parcel.
    Node(u32),
}

/// A waiting frame of a generator.
#[derive(Debug)]
pub(super) struct FrameNode {
    pub code: Arc<Code>,
    pub function: Item,
    pub pc: u32,
    pub registers: Vec<Item>,
    pub handled: Vec<Item>,
    pub resume: u16,
    pub delegating: bool,
}

/// A Python function with what it captured.
#[derive(Debug)]
pub(super) struct FunctionNode {
    pub code: Arc<Code>,
    pub name: Arc<str>,
    pub qualname: Arc<str>,
    pub module: Arc<str>,
    pub defaults: Vec<Item>,
    pub keyword_defaults: Vec<(Arc<str>, Item)>,
    pub closure: Vec<Item>,
    pub doc: Item,
    pub annotations: Item,
    pub attrs: Vec<(Arc<str>, Item)>,
    /// Globals that its code uses.
    pub globals: Vec<(Arc<str>, Item)>,
}

/// A class statement's class.
#[derive(Debug)]
pub(super) struct ClassNode {
    /// The number it got where it was made.
    pub origin: u64,
    pub name: Arc<str>,
    pub qualname: Arc<str>,
    pub module: Arc<str>,
    /// Its metaclass.
    pub meta: Item,
    pub bases: Vec<Item>,
    pub attrs: Vec<(Arc<str>, Item)>,
    /// See `Class::slots`.
    pub slots: Option<Vec<Arc<str>>>,
    /// Its own, or inherited.
    pub constructor: Option<Constructor>,
}

/// The data behind an instance.
#[derive(Debug)]
pub(super) enum PayloadNode {
    None,
    Value(Item),
    Exception {
        args: Item,
        trace: Vec<TraceEntry>,
        cause: Item,
        context: Item,
        suppress_context: bool,
        hint: Option<String>,
        advice: Option<String>,
        notes: Vec<Arc<str>>,
    },
    Native { data: Arc<dyn PortableNative>, children: Vec<Item> },
}

/// One of the iterators of the language.
#[derive(Debug)]
pub(super) enum IterNode {
    Exhausted(Type),
    List(Item, usize),
    Tuple(Item, usize),
    Str(Arc<str>, usize),
    Bytes(Arc<[u8]>, usize),
    Range { next: i64, step: i64, left: u64 },
    Dict { dict: Item, index: usize, len: usize, kind: DictViewKind, reversed: bool },
    Set { set: Item, place: usize, len: usize },
    Sequence { object: Item, index: i64, reversed: bool },
    ReversedList { list: Item, index: usize },
    Callable { function: Item, sentinel: Item },
    Map { function: Item, iters: Vec<Item> },
    Filter { function: Item, iter: Item },
    Zip { iters: Vec<Item>, strict: bool },
    Enumerate { iter: Item, index: Item },
    Native { data: Arc<dyn PortableIter>, children: Vec<Item> },
}

/// One object of a parcel.
#[derive(Debug)]
pub(super) enum Node {
    Str(Arc<str>),
    Wide(Wide),
    Big(Arc<BigInt>),
    Complex(f64, f64),
    Bytes(Arc<[u8]>),
    ByteArray(Vec<u8>),
    List(Vec<Item>),
    Tuple(Vec<Item>),
    Dict(Vec<(Item, Item)>),
    Set(Vec<Item>, bool),
    Slice([Item; 3]),
    Range(RangeObject),
    Cell(Item),
    Function(Box<FunctionNode>),
    NativeFunction { name: Arc<str>, function: NativeFn, method_of: Item, data: Item, module: Option<Arc<str>> },
    BoundMethod { receiver: Item, function: Item },
    Property([Item; 4]),
    StaticMethod(Item),
    ClassMethod(Item),
    Class(Box<ClassNode>),
    /// A class of an extension, known on every machine under this name.
    KnownClass { module: Arc<str>, name: Arc<str> },
    Instance {
        class: Item,
        attrs: Vec<(Arc<str>, Item)>,
        payload: PayloadNode,
        /// Its class keeps it under this name, as an enum keeps its members: where
        /// the class is known, it is that very object.
        member: Option<Arc<str>>,
    },
    Module(Arc<str>),
    Iter(IterNode),
    Generator { name: Arc<str>, qualname: Arc<str>, started: bool, frame: Option<Box<FrameNode>> },
    DictView(DictViewKind, Item),
    Super(Item, Item),
}

/// A copy of a value for other machines. Cheap to share, never changed.
#[derive(Debug)]
pub struct Parcel {
    pub(super) nodes: Vec<Node>,
    pub(super) root: Item,
    pub(super) bytes: usize,
}

impl Parcel {
    /// Bytes of the value, roughly.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.bytes
    }
}
