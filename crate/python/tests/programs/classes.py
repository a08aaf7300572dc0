def err(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

class A:
    """doc of A"""
    x = 1
    def __init__(self, v=0):
        self.v = v
    @property
    def double(self):
        "twice"
        return self.v * 2
    @double.setter
    def double(self, value):
        self.v = value // 2
    @staticmethod
    def make():
        return A(9)
    @classmethod
    def build(cls, v):
        return cls(v)

a = A(5)
print(a.double, A.make().v, A.build(3).v, a.__class__.__name__, type(a) is A, A.double.__doc__, A.__doc__)
a.double = 20; print(a.v)
err(setattr, a, "nope", 1)
print(getattr(a, "v"), getattr(a, "zz", "default"), hasattr(a, "v"), hasattr(a, "zz"), vars(a) == {"v": 10, "nope": 1})
err(getattr, a, "zz")
err(getattr, a, 5)
delattr(a, "nope"); print(hasattr(a, "nope"))
err(delattr, a, "nope")
class ReadOnly:
    @property
    def p(self):
        return 1
err(setattr, ReadOnly(), "p", 2)
print(callable(A), callable(a), callable(len), callable(5), callable(lambda: 0))

class Guard:
    def __setattr__(self, name, value):
        object.__setattr__(self, name, value * 2)
    def __getattr__(self, name):
        return "missing " + name
    def __init__(self):
        super().__init__()
        self.n = 4
g = Guard(); print(g.n, g.other)

class B(A):
    def __init__(self, v):
        super().__init__(v + 1)
        super(B, self).__init__(self.v + 1)
    def __repr__(self):
        return "B!" + super().__repr__()[:13]
    def __eq__(self, other):
        if not isinstance(other, B):
            return super().__eq__(other)
        return self.v == other.v
    def __hash__(self):
        return hash(self.v)
b = B(1); print(b.v, b, b == B(1), b == 5, b != B(1), b != B(2), hash(b) == hash(3), isinstance(b, A), issubclass(B, A), B.__mro__ == (B, A, object), B.mro() == [B, A, object])
err(object().__eq__, 5)
print(object() == object(), type(object()), type(type), type(5).__name__, type(None).__name__, type(len).__name__, type([].append).__name__)
err(A, 1, 2, 3)
err(object, 5)
class Plain: pass
err(Plain, 5)
C = type("C", (A,), {"y": 2, "f": lambda self: self.y + self.x}); c = C(); print(C.__name__, c.f(), C.__bases__ == (A,), isinstance(c, A))
err(type, 1, 2)
err(type, "X", 5, {})

class Stack(list):
    def push(self, x):
        self.append(x)
    def peek(self):
        return self[-1]
    def __len__(self):
        return super().__len__() + 100
s = Stack([1, 2]); s.push(3); print(s, s.peek(), len(s), isinstance(s, list), s + [4], s == [1, 2, 3], [x for x in s], s[1:], 2 in s, type(s).__name__, sorted(s, reverse=True), bool(s))
s.sort(reverse=True); print(s, s.index(3), s.copy(), list(reversed(s)))
s += [7]; print(s, type(s).__name__)

class Celsius(float):
    def __new__(cls, value):
        return super().__new__(cls, value + 0.5)
    def f(self):
        return self * 9 / 5 + 32
    def __add__(self, other):
        return Celsius(super().__add__(other))
t = Celsius(20); print(t, t.f(), t + 1, type(t + 1).__name__, t == 20.5, round(t), isinstance(t, float), hash(t) == hash(20.5), abs(t), int(t), -t)

class Name(str):
    def shout(self):
        return self.upper() + "!"
n = Name("bob"); print(n, n.shout(), n + "x", len(n), n == "bob", {n: 1}["bob"], repr(n), f"{n:>5}", n.split("o"), type(n.upper()).__name__, isinstance(n, str))

class Point(tuple):
    def __new__(cls, x, y):
        return tuple.__new__(cls, (x, y))
    @property
    def x(self):
        return self[0]
    def __add__(self, other):
        return Point(self.x + other.x, self[1] + other[1])
p = Point(1, 2); print(p, p.x, p + Point(3, 4), p == (1, 2), hash(p) == hash((1, 2)), len(p), list(p), type(p).__name__)
x, y = p; print(x, y)

class Count(int):
    def __repr__(self):
        return f"Count({int(self)})"
    def __add__(self, other):
        return Count(int(self) + other)
k = Count(5); print(k, k + 1, k * 2, k == 5, [10, 20, 30, 40, 50, 60][k], f"{k:03d}", str(k), "%d" % k, int.__repr__(k), k > 3, range(k))
print(Count("12"), Count(), int(Count(3)), float(Count(3)), bool(Count(0)))

class Vec:
    def __init__(self, *v): self.v = v
    def __abs__(self): return sum(self.v)
    def __round__(self, n=None): return ("round", n)
    def __len__(self): return len(self.v)
    def __getitem__(self, i): return self.v[i]
    def __reversed__(self): return iter(["rev"])
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __index__(self): return 2
    def __bool__(self): return False
    def __contains__(self, x): return x == "magic"
    def __format__(self, spec): return "<" + spec + ">"
    def __dir__(self): return ["b", "a"]
    def __divmod__(self, o): return "dm"
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __complex__(self): return 1j
    def __call__(self, *a, **k): return (a, k)
    def __bytes__(self): return b"vec"
v = Vec(1, 2, 3)
print(abs(v), round(v), round(v, 2), len(v), list(v), list(reversed(v)), int(v), float(v), bin(v), bool(v), "magic" in v, f"{v:abc}", format(v), dir(v), divmod(v, 1), pow(v, 2), pow(v, 2, 3), complex(v), v(1, a=2), bytes(v), [5, 6, 7][v], callable(v))
class Bad:
    def __len__(self): return -1
    def __int__(self): return "x"
    def __index__(self): return "x"
    def __bool__(self): return 5
    def __repr__(self): return 5
    def __str__(self): return 5
    def __iter__(self): return 5
    def __hash__(self): return "x"
    def __float__(self): return 1
for f in (len, int, bin, bool, repr, str, iter, hash, float, list):
    err(f, Bad())

class Meta1:
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
class M2(Meta1, tag="hi"): pass
print(M2.tag)
class Desc:
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, owner=None): return self if obj is None else ("got", self.name)
    def __set__(self, obj, value): obj.__dict__  # ignored
class HasDesc:
    d = Desc()
print(HasDesc().d, HasDesc.d.name)
print([m for m in dir(A) if not m.startswith("_")], "v" in dir(a), len.__name__, A.make.__name__, A.__init__.__qualname__)
print(isinstance(A.__dict__["make"], staticmethod), isinstance(A.__dict__["double"], property), A.__dict__["double"].fget(a))
print(int.__name__, [].append.__name__, type(a).__module__, A.__module__, int.__module__)
err(lambda: A.nope)
err(lambda: a.vv)
err(lambda: (5).foo)
err(lambda: None.foo)
def outer():
    return super()
err(outer)
class NoInit:
    def __new__(cls, *args):
        self = object.__new__(cls)
        self.args = args
        return self
print(NoInit(1, 2).args)
class WithCall:
    instances = []
    def __new__(cls, *a, **k):
        self = super().__new__(cls)
        cls.instances.append(self)
        return self
    def __init__(self, a, b=2):
        self.a, self.b = a, b
w = WithCall(1, b=5); print(w.a, w.b, len(WithCall.instances))
class Tracked:
    def __init__(self): self.__dict__.update(a=1, b=2)
tr = Tracked(); print(tr.a, tr.b, sorted(tr.__dict__), vars(tr))
tr.__dict__["c"] = 3; print(tr.c)
globals()["made"] = 42
print(made, "made" in globals(), globals()["tr"] is tr)
def plus(self, n):
    return self.v + n
bound = plus.__get__(a)
print(bound(5), plus.__get__(None, A) is plus, A.__dict__["make"].__get__(a)().v, A.__dict__["build"].__get__(a)(4).v, str.upper.__get__("x")())
class Deco:
    def __init__(self, f): self.f = f
    def __get__(self, obj, cls=None): return self.f.__get__(obj, cls)
    def __call__(self, *a): return self.f(*a)
class UsesDeco:
    @Deco
    def m(self, x): return (type(self).__name__, x)
print(UsesDeco().m(3), UsesDeco.__dict__["m"](UsesDeco(), 4))
