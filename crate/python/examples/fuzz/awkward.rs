//! Values and classes that natives do not expect.

use super::numbers::Numbers;

/// Short texts of values, from plain to strange.
pub const ATOMS: &[&str] = &[
    "0", "1", "-1", "2", "3", "7", "10", "255", "256", "-5", "True", "False", "None", "...", "2**31", "2**32 - 1", "2**47",
    "-2**47", "2**48", "2**53 + 1", "2**63", "-2**63", "2**63 - 1", "2**64", "10**30", "-10**30", "10**400", "1 << 5000",
    "10**12", "10**6", "10**5", "0.0", "-0.0", "1.5", "-2.5", "1e16", "1e300", "5e-324", "1.7976931348623157e308",
    "float('nan')", "float('inf')", "float('-inf')", "0.1", "1e-7", "1j", "complex('nan')", "-0j", "(2+3j)",
    "''", "'a'", "'abc'", "'ß'", "'İ'", "'\\0'", "'🎉é'", "'\\ud800'", "'a b\\tc\\n'", "'%s %d'", "'{} {0!r:>{1}}'", "'x' * 1000",
    "'ab' * 50000", "'1'", "'-12'", "' 1_0 '", "'nan'", "'0x1f'", "'(a|b)*c'", "'{\"a\": [1, 2.5e3]}'", "'2024-02-29'",
    "'a,b\\n\"c\",d'", "'__class__'", "'utf-8'", "'big'", "'little'", "'strict'", "'ignore'", "'>10.3f'", "'%Y-%m-%d'", "'x' * 70",
    "b''", "b'abc'", "b'\\xff\\x00'", "bytearray(b'xyz')", "bytes(range(256))", "bytearray()", "memoryview(b'ab')",
    "[]", "[1]", "[1, 2, 3]", "[3, 1, 2]", "['b', 'a']", "[[1], [2]]", "[None]", "list(range(50))", "[1.5, 'a', None]", "[0] * 10000",
    "()", "(1,)", "(1, 2)", "('a', 1)", "((1, 2), (3, 4))", "(0,) * 3000", "{}", "{1: 2}", "{'a': 1, 'b': [2]}", "{(1, 2): {3}}",
    "dict.fromkeys(range(100))", "set()", "{1, 2}", "{'a', 1.5}", "frozenset()", "frozenset({1, 'b'})", "range(0)", "range(10)",
    "range(10**20)", "range(5, -5, -2)", "slice(None)", "slice(1, None, -1)", "slice(10**30)", "iter([1, 2])", "iter('ab')",
    "zip([1], 'a')", "enumerate('ab')", "reversed([1, 2])", "map(str, [1])", "filter(None, [0, 1])", "iter(int, 1)", "(i for i in range(3))",
    "int", "str", "list", "dict", "float", "object", "type", "tuple", "bool", "set", "bytes", "complex", "Exception", "ValueError('x', 1)",
    "KeyError()", "StopIteration(5)", "len", "print", "sorted", "abs", "max", "repr", "iter", "next", "id", "hash", "super", "isinstance",
    "property(len)", "staticmethod(len)", "classmethod(len)", "NotImplemented", "(lambda *a, **k: a)", "(lambda: 1 / 0)", "(lambda x: x)",
    "(lambda a, b: a)", "list[int]", "int | None", "globals()", "vars", "object()", "[].append", "'a'.join", "{}.get", "cycle", "cycle_dict",
];

/// Values that reach themselves, and a function to reach any method.
pub const PRELUDE: &str = "\
cycle = [1]; cycle.append(cycle)
cycle_dict = {'a': 1}; cycle_dict['me'] = cycle_dict
def poke(value, n, *args, **named):
    names = dir(value)
    name = names[n % len(names)]
    print(name)
    return getattr(value, name)(*args, **named)
def chain(value, n, *args):
    for i in range(3):
        value = poke(value, n + i, *args)
    return value
";

/// Special methods with their parameters.
const SPECIAL: &[(&str, &str)] = &[
    ("__eq__", "self, other"), ("__ne__", "self, other"), ("__lt__", "self, other"), ("__le__", "self, other"),
    ("__gt__", "self, other"), ("__ge__", "self, other"), ("__hash__", "self"), ("__bool__", "self"), ("__len__", "self"),
    ("__length_hint__", "self"), ("__iter__", "self"), ("__next__", "self"), ("__reversed__", "self"), ("__contains__", "self, x"),
    ("__getitem__", "self, k"), ("__setitem__", "self, k, v"), ("__delitem__", "self, k"), ("__missing__", "self, k"),
    ("__repr__", "self"), ("__str__", "self"), ("__format__", "self, spec"), ("__bytes__", "self"), ("__index__", "self"),
    ("__int__", "self"), ("__float__", "self"), ("__complex__", "self"), ("__round__", "self, n=0"), ("__trunc__", "self"),
    ("__floor__", "self"), ("__ceil__", "self"), ("__abs__", "self"), ("__neg__", "self"), ("__pos__", "self"), ("__invert__", "self"),
    ("__add__", "self, other"), ("__radd__", "self, other"), ("__iadd__", "self, other"), ("__sub__", "self, other"),
    ("__mul__", "self, other"), ("__rmul__", "self, other"), ("__truediv__", "self, other"), ("__mod__", "self, other"),
    ("__rmod__", "self, other"), ("__divmod__", "self, other"), ("__pow__", "self, other, m=None"), ("__matmul__", "self, other"),
    ("__and__", "self, other"), ("__or__", "self, other"), ("__ror__", "self, other"), ("__xor__", "self, other"),
    ("__lshift__", "self, other"), ("__call__", "self, *a, **k"), ("__enter__", "self"), ("__exit__", "self, *a"),
    ("__getattr__", "self, name"), ("__getattribute__", "self, name"), ("__setattr__", "self, name, v"), ("__delattr__", "self, name"),
    ("__get__", "self, o, t=None"), ("__set__", "self, o, v"), ("__set_name__", "self, o, n"), ("__del__", "self"),
    ("__init__", "self, *a, **k"), ("__new__", "cls, *a, **k"), ("__init_subclass__", "cls, **k"), ("__class_getitem__", "cls, k"),
    ("__instancecheck__", "self, o"), ("__subclasscheck__", "self, o"), ("__dir__", "self"), ("__sizeof__", "self"),
    ("__copy__", "self"), ("__deepcopy__", "self, memo"), ("__reduce__", "self"), ("__getstate__", "self"), ("__fspath__", "self"),
    ("__prepare__", "cls, *a"), ("keys", "self"), ("items", "self"), ("write", "self, s"), ("read", "self, n=1"), ("__match_args__", "self"),
];

/// What classes are derived from.
const BASES: &[&str] = &[
    "", "", "", "", "", "(list)", "(dict)", "(str)", "(int)", "(float)", "(tuple)", "(set)", "(Exception)", "(type)", "(bytes)", "(frozenset)",
    "(complex)", "(bytearray)", "(BaseException)", "(KeyError)", "(object)", "(property)", "(StopIteration)", "(range)",
];

/// What special methods do before they answer; `V` is one of the program's variables.
const DEEDS: &[&str] = &[
    "V.clear()", "V.append(self)", "V.pop()", "V[:] = [1] * 100", "V.extend(range(9))", "V.sort()", "del V[0]", "V.update({1: 2})", "V.add(3)",
    "V[self] = V", "V.insert(0, None)", "V = None", "self.x = V", "V.remove(1)", "raise ValueError('no')", "raise StopIteration", "next(V)",
    "V.reverse()", "V[0] = self", "V.discard(1)", "V.setdefault(2, self)", "repr(V)", "hash(self)", "self == V", "list(self)", "del self.x",
    "self.__class__ = int", "self.__dict__.clear()", "V.close()", "for i in range(2000): pass", "[[] for i in range(500)]",
];

const ANSWERS: &[&str] = &[
    "self", "None", "NotImplemented", "True", "False", "0", "1", "-1", "10**30", "2**63", "'x'", "''", "b'x'", "1.5", "float('nan')", "[]", "V", "V",
    "iter(V)", "iter([1, 2])", "len", "object()", "('a', 'b')", "type(self)", "repr(self)", "super().__repr__()", "3", "2", "self.x", "other",
    "yield self", "(yield 1)", "object.__new__(cls)", "k", "name", "int", "{}", "1j", "len(V)", "V == V", "self + 1",
];

/// A class whose special methods misbehave.
pub fn class(numbers: &mut Numbers, name: &str, variables: usize) -> String {
    let mut text = format!("class {name}{}:\n    x = 1\n", numbers.pick(BASES));
    for _ in 0..=numbers.below(5) {
        let (method, parameters) = SPECIAL[numbers.below(SPECIAL.len())];
        if method == "__slots__" || numbers.once_in(30) {
            text += &format!("    {method} = {}\n", numbers.pick(ATOMS));
            continue;
        }
        text += &format!("    def {method}({parameters}):\n");
        let variable = format!("v{}", numbers.below(variables));
        if !numbers.once_in(3) {
            let deed = numbers.pick(DEEDS).replace('V', &variable);
            if deed.starts_with(&format!("{variable} =")) {
                text += &format!("        global {variable}\n");
            }
            text += &format!("        {deed}\n");
        }
        let answer = numbers.pick(ANSWERS).replace('V', &variable);
        let verb = if answer.starts_with("yield") { "" } else { "return " };
        text += &format!("        {verb}{answer}\n");
    }
    text
}
