# Reductions of many blocks: trees over one and two axes, all kinds.
import dask.array as da
import numpy as np

x = da.from_array(np.arange(20) % 7, chunks=3)
a = da.from_array((np.arange(48) * 5 % 13).reshape(6, 8), chunks=(2, 1))
for r in (x.sum(), x.prod(), x.min(), x.max(), x.mean(), x.argmax(), x.argmin(), x.any(), x.all()):
    r.visualize()
    print(r, repr(r.compute()))
for r in (a.sum(axis=0), a.mean(axis=1), a.max(axis=(0, 1)), a.argmax(axis=1), a.argmin(), a.min(axis=1, keepdims=True), a.sum(keepdims=True)):
    r.visualize()
    print(r.shape, r.chunks, r.compute().tolist())
for r in (x.var(), x.std(ddof=1), a.std(axis=0)):
    r.visualize()
    print(np.round(r.compute(), 6))
for r in (a.sum(split_every=2), a.sum(axis=1, split_every={1: 3}), x.max(split_every=8), a.mean(axis=1, split_every=2)):
    r.visualize()
    print(r.compute())
for r in (x.cumsum(axis=0), a.cumsum(axis=1), da.cumsum(a, axis=0), x.cumprod(axis=0)):
    r.visualize()
    print(r, r.compute().tolist())
print(x.sum().dtype, (x > 2).sum().compute(), (x / 2).sum().dtype, x.mean().dtype, a.sum(dtype=float).compute())
np.sum(a, axis=0).compute(), da.max(x).compute()
