# What is equal for tokens.
import dask
from dask import delayed
from dask.base import tokenize


def f(x):
    return x


def g(x):
    return x


class Point:
    def __init__(self, x):
        self.x = x


t = tokenize
print(len(t(1)), t(1) == t(1), t(1) == t(2), t(1) == t("1"), t(1) == t(1.0), t(True) == t(1))
print(t([1, 2]) == t([1, 2]), t([1, 2]) == t((1, 2)), t([1, 2]) == t([2, 1]), t({1, 2}) == t({2, 1}))
print(t({"a": 1, "b": 2}) == t({"b": 2, "a": 1}), t({"a": 1}) == t({"a": 2}), t(None) == t(False))
print(t(f) == t(f), t(f) == t(g), t(len) == t(len), t(len) == t(max), t(int) == t(int), t(int) == t(float))
print(t(1, 2) == t([1, 2]), t(a=1) == t(a=1), t(a=1) == t(b=1), t("a") == t(b"a"), t("") == t("a"))
print(t(Point(1)) == t(Point(1)), t(Point(1)) == t(Point(2)), t(Point) == t(Point), t([]) == t([[]]))
a = delayed(f, pure=True)(1)
print(t(a) == t(delayed(f, pure=True)(1)), t(a) == t(delayed(f)(1)), a.key == delayed(f, pure=True)(1).key)
print((a + 1).key == (a + 1).key, (a + 1).key == (1 + a).key, (a + 1).key == (a + 2).key, a[0].key == a[0].key)
print(a.real.key == a.real.key, a.real.key == a.imag.key, len(a.key), len(delayed(f)(1).key), len(a.real.key))
print(a.bit_length(pure=True).key == a.bit_length(pure=True).key, a.bit_length().key == a.bit_length().key)
with dask.config.set(delayed_pure=True):
    print(delayed(f)(1).key == delayed(f)(1).key, dask.config.get("delayed_pure"))
    with dask.config.set({"delayed_pure": False}):
        print(delayed(f)(1).key == delayed(f)(1).key)
    print(dask.config.get("delayed_pure"))
print(dask.config.get("delayed_pure", None))
print(delayed([1, 2]).key.split("-")[0], delayed(f).key.split("-")[0], delayed(Point(1)).key.split("-")[0])
k = [delayed(f)(1).key for _ in range(3)]
print(len(set(k)), [len(part) for part in k[0].split("-")])
