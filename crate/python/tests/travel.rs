//! Values of the standard library on another machine: each expression is computed on one, sent, and asked there.

use std::sync::Arc;

use taskyard_python::compile::compile;
use taskyard_python::error::Unwind;
use taskyard_python::portable::Parcel;
use taskyard_python::span::Source;
use taskyard_python::value::Value;
use taskyard_python::vm::{Limits, Vm, World};

struct Silent;

impl World for Silent {
    fn now_us(&self) -> f64 {
        0.0
    }
    fn sleep_us(&mut self, _us: f64) {}
    fn print(&mut self, _text: &str) {}
    fn seed(&self) -> u64 {
        7
    }
}

fn machine() -> Vm {
    Vm::new(Limits::default(), Box::new(Silent))
}

/// Runs a program and returns the text of its last expression.
fn run(vm: &mut Vm, text: &str) -> Result<String, String> {
    let code = compile(Arc::new(Source::new("program.py", text))).map_err(|errors| format!("{errors:?}"))?;
    let main = vm.main_module();
    let result = vm.run_module(&code, main).and_then(|_| {
        let last = vm.last_value();
        vm.repr(last)
    });
    result.map_err(|unwind| match unwind {
        Unwind::Raise(exc) => vm.traceback(exc).text,
        other => format!("{other:?}"),
    })
}

/// What `ask` (a program about `x`) answers where the value of `make` was sent to.
fn asked_elsewhere(make: &str, ask: &str, captured: bool) -> String {
    let mut here = machine();
    if let Err(error) = run(&mut here, make) {
        return error;
    }
    let value: Value = here.last_value();
    let parcel = match Parcel::pack(&mut here, value) {
        Ok(parcel) => parcel,
        Err(error) => return error.to_string(),
    };
    let mut there = machine();
    let value = match parcel.unpack(&mut there, captured) {
        Ok(value) => value,
        Err(error) => return format!("{error:?}"),
    };
    let main = there.main_module();
    there.module_set(main, "x", value);
    run(&mut there, ask).unwrap_or_else(|error| error)
}

#[test]
fn values_of_the_library_travel() {
    let cases = [
        ("def f(x: list[int], y: int | None = None) -> dict[str, int]: return x\nf", "x([1]), x.__annotations__", "([1], {'x': list[int], 'y': int | None, 'return': dict[str, int]})"),
        ("class S:\n    __slots__ = ('a', '__b')\n    def put(self): self.__b = self.a = 1\nS()", "x.put()\ntry: x.c = 1\nexcept AttributeError as e: error = str(e)\nerror", "\"'S' object has no attribute 'c'\""),
        ("from collections import Counter\nCounter('aab')", "x, x + x", "(Counter({'a': 2, 'b': 1}), Counter({'a': 4, 'b': 2}))"),
        ("from collections import deque\ndeque([1, 2], 3)", "x.append(5)\nx.append(6)\nx", "deque([2, 5, 6], maxlen=3)"),
        ("from collections import defaultdict\ndefaultdict(list, a=[1])", "x['b'].append(2)\ndict(x)", "{'a': [1], 'b': [2]}"),
        ("from collections import OrderedDict\nOrderedDict(a=1)", "x", "OrderedDict([('a', 1)])"),
        ("from collections import namedtuple\nP = namedtuple('P', 'u v')\nP(1, 2)", "x, x.v, x._replace(u=5)", "(P(u=1, v=2), 2, P(u=5, v=2))"),
        ("from functools import partial\npartial(int, base=2)", "x('101'), x.keywords", "(5, {'base': 2})"),
        ("from operator import itemgetter\nitemgetter(1, 0)", "x('ab')", "('b', 'a')"),
        ("from operator import methodcaller\nmethodcaller('split', sep=',')", "x('a,b')", "['a', 'b']"),
        ("from fractions import Fraction\nFraction(1, 3)", "from fractions import Fraction\nx + Fraction(1, 6), isinstance(x, Fraction)", "(Fraction(1, 2), True)"),
        ("import re\nre.compile(r'(\\d+)')", "x.findall('1a22')", "['1', '22']"),
        ("import re\nre.search('b(.)', 'abc')", "x.group(1), x.span()", "('c', (1, 3))"),
        ("import re\nre.finditer('.', 'ab')", "[m[0] for m in x]", "['a', 'b']"),
        ("import itertools\ni = itertools.count(5)\nnext(i)\ni", "next(x), next(x)", "(6, 7)"),
        ("import itertools\ni = itertools.product('ab', repeat=2)\nnext(i)\ni", "len(list(x))", "3"),
        ("import itertools\na, b = itertools.tee([1, 2])\nnext(a)\n[a, b]", "[list(i) for i in x]", "[[2], [1, 2]]"),
        ("import random\nr = random.Random(3)\nr.random()\nr", "import random\nr = random.Random(3)\nr.random()\nx.random() == r.random()", "True"),
        ("from dataclasses import dataclass\n@dataclass\nclass D:\n    a: int\n    b: list\nD(1, [2])", "x, x == type(x)(1, [2])", "(D(a=1, b=[2]), True)"),
        ("from enum import Enum\nclass C(Enum):\n    A = 1\nC.A", "x, type(x)(1) is x, type(x).A is x", "(<C.A: 1>, True, True)"),
        ("from types import SimpleNamespace\nSimpleNamespace(a=1)", "x.a", "1"),
        ("from abc import ABC, abstractmethod\nclass A(ABC):\n    @abstractmethod\n    def f(self): ...\nclass B(A):\n    def f(self):\n        return 5\nB()", "x.f()", "5"),
    ];
    for (make, ask, expect) in cases {
        assert_eq!(asked_elsewhere(make, ask, false), expect, "{make}");
    }
}

#[test]
fn functions_made_by_the_library_travel() {
    let cases = [
        ("from functools import lru_cache\n@lru_cache\ndef f(n):\n    return n if n < 2 else f(n - 1) + f(n - 2)\nf", "x(80), x.cache_info().misses", "(23416728348467685, 81)"),
        ("from functools import wraps\ndef deco(g):\n    @wraps(g)\n    def inner(*args):\n        return g(*args) + 1\n    return inner\n@deco\ndef f(n):\n    return n\nf", "x(1), x.__name__", "(2, 'f')"),
        ("from contextlib import contextmanager\n@contextmanager\ndef c():\n    yield 5\nc", "(lambda m: (m.__enter__(), m.__exit__(None, None, None)))(x())", "(5, False)"),
        ("from collections import Counter\ndef f(t):\n    return Counter(t).most_common(1)\nf", "x('abb')", "[('b', 2)]"),
        ("import random\ndef f():\n    random.seed(1)\n    return random.randint(1, 10**6)\nf", "x() == __import__('random').Random(1).randint(1, 10**6)", "True"),
        ("import math, statistics\ndef f():\n    return math.floor(statistics.mean([1.5, 2.5]))\nf", "x()", "2"),
    ];
    for (make, ask, expect) in cases {
        assert_eq!(asked_elsewhere(make, ask, true), expect, "{make}");
    }
}

#[test]
fn a_locked_generator_stops_the_task_unless_it_seeds() {
    use taskyard_python::random_state::{is_seeded, lock, start_task};
    let mut vm = machine();
    start_task(&mut vm, 1);
    let first = run(&mut vm, "import random\nrandom.random()");
    start_task(&mut vm, 2);
    assert_ne!(first, run(&mut vm, "random.random()"), "tasks draw from different streams");
    start_task(&mut vm, 1);
    assert_eq!(first, run(&mut vm, "random.random()"), "the same seed gives the same stream");
    lock(&mut vm, true);
    assert_eq!(run(&mut vm, "random.random()"), Err("SharedWrite".to_owned()).map_err(|e: String| format!("Halt({e})")));
    assert!(run(&mut vm, "random.seed(5)\nrandom.random()").is_ok());
    assert!(is_seeded(&vm));
    assert!(run(&mut vm, "random.Random(1).random()").is_ok());
}
