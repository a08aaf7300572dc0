# Scalars: their classes, texts, arithmetic with Python's numbers, conversions.
import numpy as np

a = np.array([1, 2, 3])
b = np.array([0.5, 1.5])
x = a[1]
print(type(x).__name__, repr(x), str(x), f"{x:5d}|{b[0]:.3f}|{x}", type(x) is np.int64)
print(repr(x + 1), repr(x / 2), repr(x * 1.5), repr(1 + x), repr(2.5 - b[0]), repr(-x), repr(abs(-x)), repr(x ** 2), repr(7 // x), repr(x % 2))
print(isinstance(b[0], float), isinstance(x, int), isinstance(x, np.integer), isinstance(b[0], np.floating), isinstance(x, np.number))
print(x == 2, x > 1, bool(x), int(x), float(x), hash(x) == hash(2), {2: "two"}[x], [10, 20, 30][x], range(x))
print(repr(np.bool_(True)), repr(np.True_) if hasattr(np, "True_") else "", not np.bool_(False), type(np.bool_(True)).__name__)
print(repr(np.float64(0.1) + 0.2), repr(np.int64(7)), repr(np.float32(0.1)), np.float32(0.1), repr(np.int32(5) + 1))
print(sum([a[0], a[1]]), repr(sum(a)), max(a), min(b), round(b[1], 0), round(np.float64(2.567), 2), repr(round(np.float64(2.5))))
print(x.item(), type(x.item()).__name__, b[0].item(), x.dtype, x.shape, x.ndim, np.int64(3).astype(float))
print(divmod(x, 2), repr(x & 3), repr(x | 4), repr(x ^ 1), repr(x << 2), repr(~x))
print([v for v in a], list(b), tuple(a), set([1]) == set(a[:1].tolist()), dict(zip(a.tolist(), "abc")))
print(sorted([np.int64(3), np.int64(1)]), repr(np.str_("hi")), np.array(["a", "bc"])[1].upper(), np.str_("x") + "y")
print(np.float64(1.0).is_integer(), np.float64(3.7).__int__(), 3 * np.float64(2), np.float64(1) / 3, "%.2f %d" % (b[0], x))
print(repr(np.int64(5) == "a"), x in [1, 2], x in (5,), np.isnan(np.nan), repr(np.sqrt(4)), repr(np.abs(-3)))
try:
    x[0]
except IndexError as error:
    print(error)
try:
    np.int64("x")
except ValueError as error:
    print(error)
try:
    x.foo
except AttributeError as error:
    print(error)
try:
    len(x)
except TypeError as error:
    print(type(error).__name__)
