# Functions of the module, dtypes and errors.
import numpy as np

a = np.array([[4.0, 1.0, 3.0], [2.0, 6.0, 5.0]])
print(np.dtype("int64"), repr(np.dtype(float)), a.dtype == float, a.dtype == "float64", a.dtype == np.float64, a.dtype == int)
print(a.dtype.name, a.dtype.kind, a.dtype.itemsize, np.array([1], dtype="int32").dtype, np.array([True]).dtype, np.array(["ab"]).dtype)
print({np.dtype("int64"): 1}[np.dtype(int)], str(a.dtype), repr(a.dtype), a.dtype != int)
print(np.zeros(2, dtype=int), np.ones_like(a, dtype=int), np.full_like(a, 2), np.zeros_like([1, 2]), np.identity(2), np.eye(2, 3, k=1))
print(np.linspace(0, 1, 4, endpoint=False), np.arange(5.0), np.arange(3, dtype=float), np.asarray(a) is a, np.array(a) is a)
print(np.sort([3, 1, 2]), np.argsort([3, 1, 2]), np.unique([1, 2, 1]), np.nonzero(np.array([0, 3, 0, 4])), np.count_nonzero(a > 2))
print(np.vstack([[1, 2], [3, 4]]), np.hstack([[1], [2, 3]]), np.expand_dims([1, 2], 0).shape, np.squeeze(np.ones((1, 3))).shape)
print(np.exp([0, 1]), np.log10([1, 100]), np.power(2, [1, 2]), np.mod([5, 7], 3), np.add(1, 2), repr(np.multiply(2, 3.5)))
print(np.isclose([1.0, 2.0], [1.0, 2.1]), np.allclose([1], [1]), np.array_equal([1, 2], [1, 2]), np.average([1, 2], weights=[3, 1]))
print(np.minimum([1, 5], [3, 2]), np.sign([-2, 0, 3]), np.ceil([1.2]), np.trunc([-1.7]), np.rint([0.5, 1.5]), np.logical_and([True], [False]))
print(np.transpose(a).shape, np.reshape(a, (3, 2)).tolist(), np.ravel(a), np.broadcast_to([1, 2], (2, 2)).tolist(), np.tensordot(a, a, 2))
print(np.dot([1, 2], [3, 4]), np.matmul([[1, 2]], [[3], [4]]), np.cumprod([1, 2, 3]), np.sum([[1, 2], [3, 4]], axis=0), np.prod([2, 3]))
print(np.round([1.256, 2.5], 1), np.around(2.5), a.clip(2, 4).tolist(), np.clip([1, 5], None, 3), np.diag([1, 2]), np.shape([[1]]), np.size(a))
print(np.where([True, False], 1, 2), np.where(np.array([0, 1, 1])), np.inf, np.nan, np.e, np.newaxis)
print(a.sum(dtype=int), a.std(ddof=1).round(4), a.min(axis=1, keepdims=True), a.astype("int32").dtype, a.swapaxes(0, 1).shape)
print(np.any([0, 1]), np.all([0, 1]), np.max([[1, 2]]), np.argmax([1, 9, 3]), np.var([1, 2, 3, 4]), np.float64(3), np.int32(4))
b = np.array([3, 1, 2])
b.sort()
print(b, 2 in b, 9 in b, b.tolist(), b.item(1), b.size, repr(b.astype(str)), b.any(), len(b), b.nbytes)
print((b == None).tolist(), b == [1, 2, 4], b != b, [1, 1, 1] + b, b + (1, 2, 3), 10 - b, 2 ** b, b @ b)
attempts = [
    lambda: b + None,
    lambda: b < None,
    lambda: b + "x",
    lambda: b.sum(axis=2),
    lambda: b.reshape(2, 2),
    lambda: np.array([[1, 2], [3]]),
    lambda: np.concatenate([[1], [[2]]]),
    lambda: np.arange(),
    lambda: np.zeros(-1),
    lambda: np.dot([1, 2], [1, 2, 3]),
    lambda: b.foo,
    lambda: np.foo,
    lambda: int(b),
    lambda: bool(b),
    lambda: [1, 2, 3][b],
    lambda: np.dtype("nope"),
    lambda: np.array([], dtype=float).max(),
    lambda: np.array(1)[0],
    lambda: b @ np.ones((2, 2)),
    lambda: iter(np.array(5)),
    lambda: len(np.array(5)),
    lambda: f"{b:.2f}",
    lambda: np.array([1, "a"]) + 1,
    lambda: b ** -1,
]
for attempt in attempts:
    try:
        print("no error:", attempt())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
