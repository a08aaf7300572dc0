//! The builtin types. Their classes are the first objects of each heap, so a
//! `Type` is also the reference of its class.

macro_rules! types {
    ($($variant:ident $name:literal : $base:ident,)*) => {
        /// A builtin type; `type as u32` is the place of its class in the heap.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u32)]
        pub enum Type { $($variant,)* }

        impl Type {
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// `type.__name__`
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The base class; `object` is its own.
            #[must_use]
            pub const fn base(self) -> Self {
                match self { $(Self::$variant => Self::$base,)* }
            }
        }
    };
}

types! {
    Object "object": Object,
    Type "type": Object,
    NoneType "NoneType": Object,
    NotImplementedType "NotImplementedType": Object,
    Ellipsis "ellipsis": Object,
    Int "int": Object,
    Bool "bool": Int,
    Float "float": Object,
    Complex "complex": Object,
    Str "str": Object,
    Bytes "bytes": Object,
    ByteArray "bytearray": Object,
    List "list": Object,
    Tuple "tuple": Object,
    Dict "dict": Object,
    Set "set": Object,
    FrozenSet "frozenset": Object,
    Slice "slice": Object,
    Range "range": Object,
    Cell "cell": Object,
    Function "function": Object,
    NativeFunction "builtin_function_or_method": Object,
    MethodDescriptor "method_descriptor": Object,
    Method "method": Object,
    Property "property": Object,
    StaticMethod "staticmethod": Object,
    ClassMethod "classmethod": Object,
    Super "super": Object,
    Module "module": Object,
    Generator "generator": Object,
    DictKeys "dict_keys": Object,
    DictValues "dict_values": Object,
    DictItems "dict_items": Object,
    Iterator "iterator": Object,
    ListIterator "list_iterator": Object,
    TupleIterator "tuple_iterator": Object,
    StrIterator "str_iterator": Object,
    RangeIterator "range_iterator": Object,
    DictKeyIterator "dict_keyiterator": Object,
    DictValueIterator "dict_valueiterator": Object,
    DictItemIterator "dict_itemiterator": Object,
    SetIterator "set_iterator": Object,
    CallableIterator "callable_iterator": Object,
    Map "map": Object,
    Filter "filter": Object,
    Zip "zip": Object,
    Enumerate "enumerate": Object,
    Reversed "reversed": Object,
    BaseException "BaseException": Object,
    Exception "Exception": BaseException,
    KeyboardInterrupt "KeyboardInterrupt": BaseException,
    SystemExit "SystemExit": BaseException,
    GeneratorExit "GeneratorExit": BaseException,
    ArithmeticError "ArithmeticError": Exception,
    FloatingPointError "FloatingPointError": ArithmeticError,
    OverflowError "OverflowError": ArithmeticError,
    ZeroDivisionError "ZeroDivisionError": ArithmeticError,
    AssertionError "AssertionError": Exception,
    AttributeError "AttributeError": Exception,
    BufferError "BufferError": Exception,
    EOFError "EOFError": Exception,
    ImportError "ImportError": Exception,
    ModuleNotFoundError "ModuleNotFoundError": ImportError,
    LookupError "LookupError": Exception,
    IndexError "IndexError": LookupError,
    KeyError "KeyError": LookupError,
    MemoryError "MemoryError": Exception,
    NameError "NameError": Exception,
    UnboundLocalError "UnboundLocalError": NameError,
    OSError "OSError": Exception,
    FileNotFoundError "FileNotFoundError": OSError,
    FileExistsError "FileExistsError": OSError,
    PermissionError "PermissionError": OSError,
    TimeoutError "TimeoutError": OSError,
    ConnectionError "ConnectionError": OSError,
    RuntimeError "RuntimeError": Exception,
    NotImplementedError "NotImplementedError": RuntimeError,
    RecursionError "RecursionError": RuntimeError,
    StopIteration "StopIteration": Exception,
    StopAsyncIteration "StopAsyncIteration": Exception,
    SyntaxError "SyntaxError": Exception,
    IndentationError "IndentationError": SyntaxError,
    TabError "TabError": IndentationError,
    SystemError "SystemError": Exception,
    TypeError "TypeError": Exception,
    ValueError "ValueError": Exception,
    UnicodeError "UnicodeError": ValueError,
    UnicodeDecodeError "UnicodeDecodeError": UnicodeError,
    UnicodeEncodeError "UnicodeEncodeError": UnicodeError,
    Warning "Warning": Exception,
    DeprecationWarning "DeprecationWarning": Warning,
    RuntimeWarning "RuntimeWarning": Warning,
    UserWarning "UserWarning": Warning,
    FutureWarning "FutureWarning": Warning,
    SyntaxWarning "SyntaxWarning": Warning,
}

impl Type {
    /// Whether this is `BaseException` or derives from it.
    #[must_use]
    pub fn is_exception(self) -> bool {
        let mut ty = self;
        while ty != Self::Object {
            if ty == Self::BaseException {
                return true;
            }
            ty = ty.base();
        }
        false
    }

    /// The type whose class lies at this place of the heap.
    #[must_use]
    pub fn at(place: u32) -> Option<Self> {
        Self::ALL.get(place as usize).copied()
    }
}
