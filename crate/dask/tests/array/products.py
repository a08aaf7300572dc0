# Elementwise functions, products, blocks and functions of one's own.
import dask
import dask.array as da
import numpy as np

a = da.from_array(np.arange(12).reshape(3, 4), chunks=(2, 2))
x = da.arange(4, chunks=2)
f = da.from_array([0.5, 1.5, 2.5, 3.5], chunks=3)
for r in (x + f, a * x, a - a[:, :1], x + np.array([1, 2, 3, 4]), np.array([1, 2, 3, 4]) - x, [1, 2, 3, 4] * x, np.float64(2) * x, x // 3, -f, x << 1, x ^ 1, 7 - a, f ** 2, divmod(x, 3)[1], round(1.5) + x):
    r.visualize()
    print(r, r.compute().tolist())
for r in (da.exp(x * 0), np.sqrt(a), da.maximum(a, 5), np.minimum(x, f), da.where(x > 1, x, f), da.where(x > 1, 1.5, 2), x.clip(1, 2), f.round(), da.isnan(f), da.floor(f), da.logical_and(x > 0, x < 3), x.astype("float32"), f.astype(int), np.abs(-x), da.add(x, 1), da.power(x, 2)):
    r.visualize()
    print(r, r.compute().tolist())
for r in (a @ a.T, a @ x, x @ a.T, x @ x, a.dot(x), da.dot(x, x), da.tensordot(a, a, axes=((1,), (1,))), a @ np.ones((4, 2))):
    r.visualize()
    print(r, repr(r.compute()))


def scale(block, factor, shift=0):
    return block * factor + shift


for r in (x.map_blocks(scale, 3), x.map_blocks(scale, 2, shift=1), da.map_blocks(np.add, x, f.rechunk(2)), a.map_blocks(lambda b: b.astype(float)), x.map_blocks(scale, 2, name="double"), da.map_blocks(scale, a, 2, dtype=a.dtype), x.map_blocks(lambda b: b[:1], chunks=(1,), dtype=x.dtype)):
    r.visualize()
    print(r, r.compute().tolist())
for r in (x.blocks[1], a.blocks[0], a.blocks[:, 1], a.blocks[1, 0], x.blocks[[1, 0]]):
    r.visualize()
    print(r.shape, r.chunks, r.compute().tolist())
parts = a.to_delayed(optimize_graph=False)
print(parts.shape, [part.compute().tolist() for part in parts.ravel()], parts[1, 0].compute().tolist())
total = dask.delayed(sum)([part.sum() for part in x.to_delayed(optimize_graph=False)])
total.visualize()
print(total.compute(), dask.compute(x.sum(), a.max(), 5), dask.is_dask_collection(x))
p = (x + 1).persist()
p.visualize()
(p * 2).visualize()
print(p, (p * 2).compute())
for row in a:
    print(row.compute())
print(x.name == da.arange(4, chunks=2).name, x.name == da.arange(4, chunks=4).name, len(a.dask), sorted(a.__dask_keys__()[0][0][1:]))
print(x.sum().__dask_keys__()[0][1:], da.full((2, 2), 7, chunks=1).compute().tolist(), da.eye(3, chunks=2).compute().tolist(), da.linspace(0, 1, 5, chunks=2).compute(), da.zeros(3, chunks=2, dtype=int).compute(), da.ones((2,)).chunks)
print(da.arange(2, 10, 3, chunks=2).compute(), da.arange(0, 1, 0.25, chunks=3).compute(), da.from_array([[1, 2], [3, 4]], chunks=(1, 2)).chunks, da.from_array(np.arange(3)).chunks)
