//! Whatever a program does, it ends in a Python exception or at a limit: no panic, no overflow of the native stack.
//! Every program here runs on a thread with the stack of a web worker.

mod common;

use common::{End, run_small};

/// Runs a program and compares how it ended: the end of the traceback, or the text of the halt.
fn check(program: &str, expect: &str) {
    let end = run_small(program);
    let text = match &end {
        End::Done => "done".to_owned(),
        End::Raised(text) => text.lines().last().unwrap_or_default().to_owned(),
        End::Halted(text) => text.clone(),
    };
    assert!(text.starts_with(expect), "{program}\n  expected {expect}\n  ended    {text}");
}

const STEPS: &str = "The program took more than";
const DEPTH: &str = "RecursionError: maximum recursion depth exceeded";
const MEMORY: &str = "MemoryError";

#[test]
fn loops_end() {
    for program in [
        "while True: pass",
        "while True: x = [1, 2, 3]",
        "for i in iter(int, 1): pass",
        "def g():\n    while True: yield 1\nfor x in g(): pass",
        "list(iter(int, 1))",
        "def g():\n    while True: yield 1\nsum(g())",
        "from itertools import count\nfor i in count(): pass",
        "def f(): f2()\ndef f2():\n    while True:\n        try: f()\n        except RecursionError: pass\nf()",
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
        "while True:\n    try: 1 / 0\n    except ZeroDivisionError: continue\n    finally: pass",
    ] {
        check(program, STEPS);
    }
}

#[test]
fn endless_values_need_too_much_memory() {
    for program in [
        "def g():\n    while True: yield 1\nlist(g())",
        "x = []\nwhile True: x.append(x[:])",
        "x = 'a'\nwhile True: x += x",
        "x = [1]\nwhile True: x += x",
        "x = b'a'\nwhile True: x += x",
        "x = (1,)\nwhile True: x += x",
        "x = 3\nwhile True: x *= x",
        "d = {}\nwhile True: d[len(d)] = 'x' * 100",
        "[0] * 10**12",
        "'a' * 10**12",
        "b'a' * 10**12",
        "(0,) * 10**12",
        "bytearray(10**12)",
        "bytes(10**12)",
        "list(range(10**12))",
        "tuple(range(10**12))",
        "set(range(10**12))",
        "sorted(range(10**12))",
        "1 << 10**12",
        "10 ** 10 ** 8",
        "2 ** 10 ** 12",
        "f'{1:1000000000000}'",
        "'%1000000000d' % 1",
        "'a'.ljust(10**12)",
        "'a'.center(10**12)",
        "'1'.zfill(10**12)",
        "f'{1.0:.1000000000f}'",
        "'{:>1000000000}'.format(1)",
        "'\\t'.expandtabs(10**12)",
        "('a' * 10**6).replace('a', 'b' * 10**6)",
        "('x' * 10**6).join(['a'] * 10**5)",
        "(1).to_bytes(10**12, 'big')",
        "x = [0] * 10**6\nx[0:0] = range(10**12)",
        "dict.fromkeys(range(10**12))",
        "','.join(map(str, range(10**12)))",
        "max(*range(10**12))",
        "print(*range(10**12))",
        "a, *b = range(10**12)",
        "[*range(10**12)]",
        "bytes(range(256)) * 10**11",
    ] {
        check_any(program, &[MEMORY, STEPS, "OverflowError", "ValueError"]);
    }
}

/// One of several ends.
fn check_any(program: &str, expect: &[&str]) {
    let text = match run_small(program) {
        End::Done => "done".to_owned(),
        End::Raised(text) => text.lines().last().unwrap_or_default().to_owned(),
        End::Halted(text) => text,
    };
    assert!(expect.iter().any(|expect| text.starts_with(expect)), "{program}\n  ended {text}");
}

#[test]
fn memory_errors_can_be_caught() {
    check("try: [0] * 10**12\nexcept MemoryError: pass\nelse: 1 / 0", "done");
    check(
        "def eat():\n    x = []\n    while True: x.append([0] * 1000)\nfor i in range(3):\n    try: eat()\n    except MemoryError: pass\n    else: 1 / 0",
        "done",
    );
}

#[test]
fn deep_recursion_is_an_exception() {
    for program in [
        "def f(): f()\nf()",
        "def f(n): return f(n + 1) + 1\nf(0)",
        "class A:\n    def __repr__(self): return repr(self)\nrepr(A())",
        "class A:\n    def __str__(self): return f'{self}'\nstr(A())",
        "class A:\n    def __eq__(self, o): return self == o\nA() == A()",
        "class A:\n    def __lt__(self, o): return sorted([A(), A()])\nsorted([A(), A()])",
        "def key(x): return sorted([1, 2], key=key)\nkey(1)",
        "class A:\n    def __getattr__(self, name): return self.other\nA().x",
        "class A:\n    @property\n    def x(self): return self.x\nA().x",
        "class A:\n    def __getattribute__(self, n): return self.x\nA().x",
        "class A:\n    def __setattr__(self, n, v): self.x = v\nA().x = 1",
        "class A:\n    def __call__(self): return self()\nA()()",
        "class A:\n    def __init__(self): A()\nA()",
        "class A:\n    def __new__(cls): return A()\nA()",
        "class A:\n    def __iter__(self): return iter(self)\nlist(A())",
        "class A:\n    def __len__(self): return len(self)\nlen(A())",
        "class A:\n    def __hash__(self): return hash(self)\n{A(): 1}",
        "class A:\n    def __add__(self, o): return self + o\nA() + 1",
        "class A:\n    def __getitem__(self, k): return self[k]\nA()[0]",
        "class A:\n    def __contains__(self, k): return k in self\n1 in A()",
        "class A:\n    def __bool__(self): return bool(self)\nif A(): pass",
        "class A:\n    def __format__(self, s): return format(self, s)\nf'{A():x}'",
        "class A:\n    def __enter__(self):\n        with self: pass\n    def __exit__(self, *a): pass\nwith A(): pass",
        "class A:\n    def __next__(self): return next(self)\nnext(A())",
        "class A:\n    def __get__(self, o, c): return o.x\nclass B: x = A()\nB().x",
        "class A:\n    def __init_subclass__(cls): type('C', (cls,), {})\nclass B(A): pass",
        "def f():\n    class A: f()\nf()",
        "def d(x):\n    @d\n    def g(): pass\nd(1)",
        "def f(*a): f(*a, 1)\nf()",
        "def f(**k): f(**k)\nf(a=1)",
        "f = lambda: max([1], key=lambda x: f())\nf()",
        "f = lambda: list(map(lambda x: f(), [1]))\nf()",
        "f = lambda: [f() for x in [1]]\nf()",
        "def g():\n    yield from g()\nlist(g())",
        "def g():\n    for x in g(): yield x\nlist(g())",
        "f = lambda: eval('f()')\nf()",
        "x = []\nfor i in range(10**5): x = [x]\nrepr(x)",
        "x = ()\nfor i in range(10**5): x = (x,)\nhash(x)",
        "x = y = []\nfor i in range(10**5): x = [x]; y = [y]\nx == y",
        "x = y = ()\nfor i in range(10**5): x = (x,); y = (y,)\nx < y",
        "x = {}\nfor i in range(10**5): x = {1: x}\nstr(x)",
        "x = int\nfor i in range(10**5): x = list[x]\nrepr(x)",
        "x = int\nfor i in range(10**5): x = (x,)\nisinstance(1, x)",
        "x = iter([1])\nfor i in range(10**5): x = map(abs, x)\nlist(x)",
        "x = iter([1])\nfor i in range(10**5): x = filter(None, x)\nlist(x)",
        "x = iter([1])\nfor i in range(10**5): x = zip(x)\nlist(x)",
        "x = iter([1])\nfor i in range(10**5): x = enumerate(x)\nlist(x)",
        "x = ValueError()\nfor i in range(10**5): x = ValueError(x)\nstr(x)",
        "x = ValueError()\nfor i in range(10**5): x = ValueError(x)\nrepr(x)",
        "x = int\nfor i in range(10**5): x = (x,)\ntry: 1 / 0\nexcept x: pass",
        "x = ()\nfor i in range(10**5): x = (x,)\n'a'.startswith(x)",
        "x = []\nfor i in range(10**5): x = [x]\n'%s' % x",
    ] {
        check_any(program, &[DEPTH, "TypeError", "done"]);
    }
}

#[test]
fn deep_structures_are_built_and_dropped() {
    for program in [
        "x = []\nfor i in range(10**5): x = [x]",
        "class N: pass\nn = None\nfor i in range(10**5):\n    m = N(); m.next = n; n = m",
        "f = None\nfor i in range(10**5):\n    def g(f=f): return f\n    f = g",
        "e = None\nfor i in range(10**4):\n    try: raise ValueError(i) from e\n    except ValueError as x: e = x",
        "c = object\nfor i in range(300): c = type('C', (c,), {})\nc()",
    ] {
        check(program, "done");
    }
}

#[test]
fn nested_generators_go_deep() {
    check_any("def g(n):\n    if n: yield from g(n - 1)\n    yield n\nprint(sum(1 for x in g(1000)))", &[DEPTH, "done"]);
    check("def g(n):\n    if n: yield from g(n - 1)\n    yield n\nassert list(g(100)) == list(range(101))", "done");
}

#[test]
fn long_texts_of_numbers_are_refused() {
    check("int('9' * 10**6)", "ValueError: Exceeds the limit (4300 digits)");
    check("str(10 ** 5000)", "ValueError: Exceeds the limit (4300 digits)");
    check("f'{10 ** 5000}'", "ValueError: Exceeds the limit (4300 digits)");
    check("'%d' % 10 ** 5000", "ValueError: Exceeds the limit (4300 digits)");
    check("print(10 ** 5000)", "ValueError: Exceeds the limit (4300 digits)");
}

#[test]
fn containers_that_change_under_a_loop() {
    check("d = {1: 1}\nfor k in d: d[k + 1] = 1", "RuntimeError: dictionary changed size during iteration");
    check("d = {1: 1, 2: 2}\nfor k in d: del d[k]", "RuntimeError: dictionary changed size during iteration");
    check("s = {1}\nfor k in s: s.add(k + 1)", "RuntimeError: Set changed size during iteration");
    check("x = [1]\nfor i in x: x.append(i)", STEPS);
    check("x = [1, 2, 3]\nfor i in x: x.clear()", "done");
    check("x = [3, 1, 2]\nx.sort(key=lambda i: x.clear() or i)", "done");
    check("x = [3, 1, 2]\nx.sort(key=lambda i: x.append(i) or i)", "ValueError: list modified during sort");
    check("class A:\n    def __eq__(self, o):\n        d.clear()\n        return False\n    def __hash__(self): return 1\nd = {A(): 1}\nd[A()] = 1\nA() in d", "done");
    check("class A:\n    def __eq__(self, o):\n        s.clear()\n        return False\n    def __hash__(self): return 1\ns = {A()}\ns.add(A())\nA() in s", "done");
    check("class A:\n    def __eq__(self, o):\n        x.clear()\n        return False\nx = [A(), A(), A()]\nA() in x\nx.count(1)", "done");
    check("class A:\n    def __eq__(self, o):\n        x.clear()\n        return True\nx = [A(), A()]\nx.remove(A())", "done");
    check("class A:\n    def __index__(self):\n        x.clear()\n        return 1\nx = [1, 2, 3]\nx[A()]", "IndexError");
    check("class A:\n    def __index__(self):\n        x.clear()\n        return 1\nx = [1, 2, 3]\nx[A():] = [1]\nx.insert(A(), 2)", "done");
    check("class A:\n    def __repr__(self):\n        x.clear()\n        return 'A'\nx = [A(), A(), A()]\nrepr(x)", "done");
    check("x = [1, 2, 3]\nx[:] = (x.clear() or i for i in [4, 5])\nx.extend(x.clear() or i for i in [4, 5])", "done");
}

#[test]
fn failing_callbacks_leave_the_machine_usable() {
    check("x = list(range(10**5))\ntry: x.sort(key=lambda i: 1 // (i - 5000))\nexcept ZeroDivisionError: pass\nassert len(x) == 10**5", "done");
    check("class A:\n    def __lt__(self, o): raise ValueError\nx = [A() for i in range(1000)]\ntry: x.sort()\nexcept ValueError: pass\nassert len(x) == 1000", "done");
    check("def f():\n    try: f()\n    finally: pass\nfor i in range(20):\n    try: f()\n    except RecursionError: pass", "done");
    check("def g():\n    yield 1\nx = g()\nnext(x)\ntry: next(x)\nexcept StopIteration: pass\nx.close()\nlist(x)", "done");
    check("def g():\n    next(me)\n    yield\nme = g()\nnext(me)", "ValueError: generator already executing");
    check("def g():\n    try: yield 1\n    except GeneratorExit: yield 2\nx = g(); next(x); x.close()", "RuntimeError: generator ignored GeneratorExit");
    check("try:\n    raise ValueError\nfinally:\n    del ValueError_", "NameError");
    check("import builtins\ndel builtins.len\nlen([])", "");
    check("del print\n", "NameError");
    check("def f():\n    del f\nf()", "UnboundLocalError");
    check("class A: pass\na = A()\ndel a.__class__", "");
    check("print = 1\nprint()", "TypeError: 'int' object is not callable");
}

#[test]
fn output_is_bounded() {
    check("while True: print('x' * 1000)", "The program printed more than");
    check("print('x' * 10**7)", "The program printed more than");
    check("def f():\n    print('y' * 1000)\n    f()\nwhile True:\n    try: f()\n    except RecursionError: pass", "The program printed more than");
}
