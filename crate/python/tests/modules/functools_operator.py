import functools
import operator
from functools import lru_cache, partial, reduce, cached_property, singledispatch, total_ordering, wraps, cmp_to_key, cache

def attempt(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)

print(reduce(operator.add, [1, 2, 3], 10), reduce(lambda a, b: a * b, range(1, 6)), reduce(max, "hello"))
attempt(lambda: reduce(operator.add, []))
attempt(lambda: reduce(operator.add, 5))
p = partial(int, base=2)
print(p("101"), p.func, p.args, p.keywords, partial(p, "11")(), partial(print, 1, 2, sep="-"))
partial(print, 1, 2, sep="-")(3)
attempt(lambda: partial())
attempt(lambda: partial(5))

@lru_cache(maxsize=2)
def square(x):
    "Squares."
    print("computing", x)
    return x * x

print([square(x) for x in (1, 2, 1, 3, 2)], square.cache_info(), square.__name__, square.__doc__, square.__wrapped__(4))
square.cache_clear()
print(square.cache_info())

@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(120), fib.cache_info())

@lru_cache
def key(*args, **kwargs):
    return args, kwargs
print(key(1, a=2), key(1, a=2), key(1.0), key(1), key.cache_info())
attempt(lambda: key([1]))

def deco(f):
    @wraps(f)
    def inner(*args):
        "inner doc"
        return f(*args)
    return inner
@deco
def named():
    "named doc"
print(named.__name__, named.__doc__, named.__wrapped__ is not None)

@total_ordering
class V:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        return self.n == other.n
    def __lt__(self, other):
        return self.n < other.n
print(V(1) <= V(1), V(2) > V(1), V(2) >= V(3), V(1) < V(2))
def no_order():
    @total_ordering
    class W:
        pass
attempt(no_order)

class C:
    @cached_property
    def value(self):
        print("once")
        return 42
c = C()
print(c.value, c.value, c.__dict__)
@singledispatch
def show(x):
    return f"object {x}"
@show.register
def _(x: int):
    return f"int {x}"
@show.register(list)
def _(x):
    return f"list of {len(x)}"
print(show(1), show([1, 2]), show("a"), show(True))
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), max("abc", key=cmp_to_key(lambda a, b: (a > b) - (a < b))))

g = operator.itemgetter(1)
print(g([1, 2]), operator.itemgetter(0, 2)("abc"), operator.itemgetter("a")({"a": 5}), operator.itemgetter(slice(1, 3))([1, 2, 3, 4]))
print(operator.itemgetter(1), operator.itemgetter(1, "a"), operator.attrgetter("a.b", "c"), operator.methodcaller("f", 1, k=2))
print(operator.methodcaller("replace", "a", "b")("banana"), operator.attrgetter("real", "imag")(1 + 2j), operator.attrgetter("__class__.__name__")(5))
print(operator.add(1, 2), operator.floordiv(7, 2), operator.truediv(1, 4), operator.contains([1], 1), operator.concat([1], [2]), operator.countOf([1, 1, 2], 1), operator.indexOf("abc", "c"))
print(operator.not_(0), operator.truth([]), operator.is_(None, None), operator.neg(5), operator.inv(5), operator.lt(1, 2), operator.matmul.__name__, operator.__add__(1, 1), operator.index(True))
x = [1]
y = operator.iadd(x, [2])
operator.setitem(x, 0, 9)
operator.delitem(x, 1)
print(x, y is x, operator.length_hint(iter([1, 2, 3])), operator.call(int, "7"))
attempt(lambda: operator.itemgetter())
attempt(lambda: operator.add(1))
attempt(lambda: operator.concat(1, 2))
attempt(lambda: operator.itemgetter(5)([1]))
attempt(lambda: operator.methodcaller("nope")(1))
class M:
    def method(self, a, b):
        return a, b
    part = functools.partialmethod(method, 1)
print(M().part(2))
