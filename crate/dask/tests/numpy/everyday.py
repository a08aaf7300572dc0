# Numbers of numpy in everyday Python, and small array programs.
import numpy as np
import json, math, statistics
a = np.arange(6).reshape(2, 3)
print(math.sqrt(np.float64(4)), math.floor(np.float64(2.5)), statistics.mean([np.float64(1), np.float64(2)]), max(np.array([1, 5, 2])), sum(np.array([1.5, 2.5])))
print("%s %d %.1f" % (np.int64(3), np.int64(4), np.float64(2.25)), "{:>6}|{:.2f}|{:,}".format(np.int64(5), np.float64(1.005), np.int64(12345)))
print(int(np.float64(3.9)), str(np.int64(3)), [np.int64(1)] * 2, json.dumps({"x": np.float64(1.5)}), np.int64(10) in {10: 1}, isinstance(np.bool_(True), bool))
for i, row in enumerate(a):
    for j, v in enumerate(row):
        a[i, j] = v * 2
print(a, a.sum() == 30, a[0] is a[0])
x, y = np.array([1, 2])
print(x, y, *np.arange(3), np.arange(3)[-1], list(zip(a[0], a[1])))
print(a.mean(axis=0, keepdims=True), np.mean([1, 2, 3]), np.std([1, 2, 3, 4]).round(3), np.linspace(0, 10, 3, dtype=int))
print(type(a), type(a).__name__, a.__class__.__name__, isinstance(a, np.ndarray), np.ndarray, np.float64, type(np.float64(1)))
print(np.array([[1, 2], [3, 4]]) @ np.array([1, 1]), np.eye(2, dtype=int), np.array([1, 2]) / 0 if False else "", np.array([1e-10, 1.0]), np.array([1.0, 1e6, 1e-3]))
print(np.array([True, False]) | np.array([False, False]), ~np.array([True]), np.array([1, 2]) == [1, 3], (np.array([1, 2]) == np.array([1, 2])).all())
b = np.array([3, 1, 2]); b[b.argsort()], b[::-1].copy(), b.tolist()
print(repr(b[b > 5]), np.array([]).sum(), np.zeros((2, 3, 2)).shape, np.ones(3) * np.arange(3)[:, None])
