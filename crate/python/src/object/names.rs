//! Interned names: attribute and variable names as small numbers.

use std::sync::Arc;

use rustc_hash::FxHashMap;

/// An interned name of one machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Sym(pub u32);

macro_rules! syms {
    ($($constant:ident $text:literal,)*) => {
        /// Names that the machine itself looks up.
        pub mod sym {
            use super::Sym;
            #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
            #[repr(u32)]
            enum Index { $($constant,)* }
            $(pub const $constant: Sym = Sym(Index::$constant as u32);)*
            pub(super) const TEXTS: &[&str] = &[$($text,)*];
        }
    };
}

syms! {
    INIT "__init__", NEW "__new__", CALL "__call__", REPR "__repr__", STR "__str__", FORMAT "__format__",
    EQ "__eq__", NE "__ne__", LT "__lt__", LE "__le__", GT "__gt__", GE "__ge__", HASH "__hash__",
    BOOL "__bool__", LEN "__len__", ITER "__iter__", NEXT "__next__", CONTAINS "__contains__",
    REVERSED "__reversed__", LENGTH_HINT "__length_hint__", MISSING "__missing__",
    GETITEM "__getitem__", SETITEM "__setitem__", DELITEM "__delitem__", CLASS_GETITEM "__class_getitem__",
    GETATTR "__getattr__", GETATTRIBUTE "__getattribute__", SETATTR "__setattr__", DELATTR "__delattr__",
    GET "__get__", SET "__set__", DELETE "__delete__", SET_NAME "__set_name__",
    ENTER "__enter__", EXIT "__exit__", INDEX "__index__", INT "__int__", FLOAT "__float__",
    COMPLEX "__complex__", ROUND "__round__", TRUNC "__trunc__", FLOOR "__floor__", CEIL "__ceil__",
    NEG "__neg__", POS "__pos__", INVERT "__invert__", ABS "__abs__", DIVMOD "__divmod__", RDIVMOD "__rdivmod__",
    ADD "__add__", SUB "__sub__", MUL "__mul__", MATMUL "__matmul__", TRUEDIV "__truediv__",
    FLOORDIV "__floordiv__", MOD "__mod__", POW "__pow__", LSHIFT "__lshift__", RSHIFT "__rshift__",
    AND "__and__", OR "__or__", XOR "__xor__",
    RADD "__radd__", RSUB "__rsub__", RMUL "__rmul__", RMATMUL "__rmatmul__", RTRUEDIV "__rtruediv__",
    RFLOORDIV "__rfloordiv__", RMOD "__rmod__", RPOW "__rpow__", RLSHIFT "__rlshift__", RRSHIFT "__rrshift__",
    RAND "__rand__", ROR "__ror__", RXOR "__rxor__",
    IADD "__iadd__", ISUB "__isub__", IMUL "__imul__", IMATMUL "__imatmul__", ITRUEDIV "__itruediv__",
    IFLOORDIV "__ifloordiv__", IMOD "__imod__", IPOW "__ipow__", ILSHIFT "__ilshift__", IRSHIFT "__irshift__",
    IAND "__iand__", IOR "__ior__", IXOR "__ixor__",
    NAME "__name__", QUALNAME "__qualname__", MODULE "__module__", DOC "__doc__", DICT "__dict__",
    CLASS "__class__", BASES "__bases__", MRO "__mro__", SLOTS "__slots__", ANNOTATIONS "__annotations__",
    DEFAULTS "__defaults__", KWDEFAULTS "__kwdefaults__", CODE "__code__", CLOSURE "__closure__",
    GLOBALS "__globals__", WRAPPED "__wrapped__", SELF "__self__", FUNC "__func__", BUILTINS "__builtins__",
    ARGS "args", CAUSE "__cause__", CONTEXT "__context__", SUPPRESS_CONTEXT "__suppress_context__",
    TRACEBACK "__traceback__", NOTES "__notes__", VALUE "value", MSG "msg", KEY "key", REVERSE "reverse",
    DEFAULT "default", SEP "sep", END "end", FILE "file", FLUSH "flush", START "start", STEP "step", STOP "stop",
    STRICT "strict", ENCODING "encoding", ERRORS "errors", BASE "base", REAL "real", IMAG "imag",
    INIT_SUBCLASS "__init_subclass__", SUBCLASSES "__subclasses__", INSTANCECHECK "__instancecheck__",
    SUBCLASSCHECK "__subclasscheck__", METACLASS "metaclass", ALL "__all__", MAIN "__main__", FILE_DUNDER "__file__",
    MATCH_ARGS "__match_args__", DIR "__dir__", SIZEOF "__sizeof__", COPY "__copy__", DEEPCOPY "__deepcopy__",
    FSET "setter", FGET "getter", FDEL "deleter", WRAPS "__wrapped__x", DATACLASS_FIELDS "__dataclass_fields__",
    POST_INIT "__post_init__", BYTES "__bytes__", ITEMS "items", KEYS "keys", VALUES "values",
    MRO_ENTRIES "__mro_entries__", PREPARE "__prepare__", CLASSCELL "__classcell__", ORIG_BASES "__orig_bases__",
    DASK_GRAPH "__dask_graph__", DASK_KEYS "__dask_keys__",
}

/// The names of one machine. The constants of [`sym`] come first.
#[derive(Debug)]
pub struct Interner {
    texts: Vec<Arc<str>>,
    by_text: FxHashMap<Arc<str>, Sym>,
}

impl Default for Interner {
    fn default() -> Self {
        let mut interner = Self { texts: Vec::new(), by_text: FxHashMap::default() };
        for text in sym::TEXTS {
            interner.intern(text);
        }
        interner
    }
}

impl Interner {
    pub fn intern(&mut self, text: &str) -> Sym {
        if let Some(&sym) = self.by_text.get(text) {
            return sym;
        }
        let text: Arc<str> = text.into();
        let sym = Sym(self.texts.len() as u32);
        self.texts.push(text.clone());
        self.by_text.insert(text, sym);
        sym
    }

    /// The symbol of a text that was interned before.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Sym> {
        self.by_text.get(text).copied()
    }

    #[must_use]
    pub fn text(&self, sym: Sym) -> &Arc<str> {
        &self.texts[sym.0 as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constants_keep_their_places() {
        let mut names = Interner::default();
        assert_eq!(names.intern("__init__"), sym::INIT);
        assert_eq!(names.intern("__xor__"), sym::XOR);
        assert_eq!(&**names.text(sym::KEYS), "keys");
        let fresh = names.intern("fresh");
        assert_eq!(names.find("fresh"), Some(fresh));
    }
}
