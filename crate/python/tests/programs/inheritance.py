def err(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

class Base:
    def __init__(self, **kw):
        self.log = []
        for k, v in kw.items():
            setattr(self, k, v)
    def __getattribute__(self, name):
        if name == "secret":
            return "intercepted"
        return super().__getattribute__(name)
    def __setattr__(self, name, value):
        super().__setattr__(name, value)
        if name != "log":
            self.log.append(name)
    def __dir__(self):
        return list(super().__dir__()) + ["zzz"]
    def __format__(self, spec):
        return "F" + super().__format__(spec)
    def __str__(self):
        return "S" + super().__str__()[:7]
    def __hash__(self):
        return super().__hash__()
    def __eq__(self, o):
        return super().__eq__(o)
    def __ne__(self, o):
        return super().__ne__(o)
b = Base(x=1, y=2)
print(b.secret, b.x, b.log, "zzz" in dir(b), hash(b) == hash(b), b == b, b == Base(), b != Base(), b != b)
print(str(b)[:8])
err(format, b, "x")
del b.x
err(lambda: b.x)

class MyList(list):
    def __init__(self, *items):
        super().__init__(items)
        self.tag = "t"
    def __repr__(self): return "ML" + super().__repr__()
    def __getitem__(self, i): return super().__getitem__(i)
    def __setitem__(self, i, v): super().__setitem__(i, v * 2)
    def __iter__(self): return iter([100 + x for x in super().__iter__()])
    def __contains__(self, x): return x == "all" or super().__contains__(x)
    def __eq__(self, o): return super().__eq__(o)
    def __add__(self, o): return MyList(*(super().__add__(list(o))))
    def append(self, x):
        super().append(x)
        return self
m = MyList(1, 2, 3)
m[0] = 5
print(m, m.tag, m[0], m[1:], list(m), "all" in m, 2 in m, m == [10, 2, 3], len(m), m + [1], m.append(4), sum(m), sorted(m), max(m), [*m], tuple(m), list.__repr__(m), m * 2)
class MySet(set):
    def add(self, x):
        super().add(x * 10)
s = MySet([1, 2]); s.add(3); print(sorted(s), 30 in s, len(s), isinstance(s, set), sorted(s | {1}), type(s.copy()).__name__, s == {1, 2, 30})
class MyStr(str):
    def __new__(cls, v, extra):
        o = super().__new__(cls, v.upper())
        o.extra = extra
        return o
    def __init__(self, v, extra):
        self.more = extra * 2
    def __len__(self): return 99
    def __add__(self, o): return "plus"
    def __eq__(self, o): return True
    def __hash__(self): return str.__hash__(self)
t = MyStr("ab", 3); print(t, t.extra, t.more, len(t), t + "x", t == "anything", "x" + t, t.lower(), [t], {t: 1}, f"{t}", "%s" % t, ",".join([t, t]), str(t), type(str(t)).__name__)
class Err1(KeyError):
    def __init__(self, key, hint):
        super().__init__(key)
        self.hint = hint
    def __str__(self):
        return f"{super().__str__()} ({self.hint})"
class Err2(OSError): pass
for e in (Err1("k", "h"), Err2(2, "msg"), Err2("x")):
    try: raise e
    except LookupError as c: print("L", c, repr(c), c.args)
    except OSError as c: print("O", c, repr(c), c.args, c.errno)
class Mixin:
    def __init__(self, *a, **k):
        print("mixin", a, k)
        super().__init__(*a, **k)
class D(Mixin, dict):
    pass
d = D(a=1); print(d, d["a"], D.__mro__[1].__name__)
class L(Mixin, list): pass
print(L([1, 2]), L())
class EX(Mixin, ValueError): pass
print(repr(EX("m")))
class Temp:
    def __init__(self): self._t = 0
    t = property(lambda self: self._t, lambda self, v: setattr(self, "_t", v), lambda self: print("del t"), "the doc")
x = Temp(); x.t = 5; print(x.t, Temp.t.__doc__); del x.t
class Slots:
    __slots__ = ("a", "b")
    def __init__(self): self.a = 1
z = Slots(); print(z.a)
class Cached:
    def __init__(self, f): self.f = f; self.n = f.__name__
    def __get__(self, o, c=None):
        v = self.f(o)
        o.__dict__[self.n] = v
        print("computed")
        return v
class UC:
    @Cached
    def val(self): return 42
u = UC(); print(u.val, u.val, u.__dict__)
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n = self.n + 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(It()), next(It()), next(iter(It())), sum(It()), [*zip(It(), It())], dict(enumerate(It())))
class Seq:
    def __len__(self): return 3
    def __getitem__(self, i):
        if i >= 3: raise IndexError(i)
        return i * i
print(list(Seq()), list(reversed(Seq())), 4 in Seq(), max(Seq()), sorted(Seq(), reverse=True), tuple(Seq()))
class Num(int):
    def __new__(cls, v, unit=None):
        self = int.__new__(cls, v)
        self.unit = unit
        return self
    def __mul__(self, o): return Num(int.__mul__(self, o), self.unit)
    __rmul__ = __mul__
    def __lt__(self, o): return int.__gt__(self, o)
    def __bool__(self): return False
    def __hash__(self): return 7
    def __index__(self): return 1
n = Num(5, "kg"); print(n * 2, (n * 2).unit, 3 * n, type(3 * n).__name__, sorted([Num(1), Num(3), Num(2)]), bool(n), hash(n), n + 1, n == 5, {5: "five"}.get(n), [1, 2][Num(0)], "%d" % n, f"{n:>4}", int(n), n.bit_length(), -n, abs(n), n.real, round(n), max(n, 3), str(n), repr(n), divmod(n, 3), pow(n, 2), n // 2, 7 % n, n & 4, ~n, n << 1)
print(type("T", (), {"__len__": lambda s: 4})().__len__(), (lambda: 0).__call__(), len.__call__([1]), int.__call__("5") if hasattr(int, "__call__") else 5)
print(isinstance(3, (int, (str, float))), issubclass(bool, (int,)), isinstance([], list | None), isinstance(None, int | None))
def g():
    x = yield
    while True: x = yield x * 2
c = g(); next(c); print(c.send(2), c.send(5)); c.close()
print([i for i in map(lambda x: x + 1, filter(lambda x: x % 2, range(10)))], list(zip(*[(1, 2), (3, 4)])), dict(map(lambda k: (k, k * 2), "ab")))
print(sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1], reverse=True), min({"b": 1, "a": 2}, key={"b": 1, "a": 2}.get), sum(x * y for x, y in zip([1, 2], [3, 4])))
print("{:>10}|{:^10}|{:<10}|".format("a", "b", "c"), "{:.2f} {:+d} {:,}".format(3.14159, 5, 1234567), "{0!r:>5}".format("a"), "{:{}}".format("x", 4), "{name:*^{width}}".format(name="n", width=5))
