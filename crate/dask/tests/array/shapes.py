# Rechunking, reshaping, transposing, joining.
import dask.array as da
import numpy as np

a = da.from_array(np.arange(24).reshape(4, 6), chunks=(2, 3))
c = da.from_array(np.arange(24).reshape(2, 3, 4), chunks=(1, 2, 2))
for r in (a.rechunk(2), a.rechunk((4, 1)), a.rechunk({0: 1}), a.rechunk(((1, 3), (6,))), a.rechunk(-1), a.rechunk((3, None)), a.rechunk({1: -1})):
    r.visualize()
    print(r.chunks, r.sum().compute())
rows = da.ones((10, 10), chunks=(1, 10))
rows.rechunk((10, 1)).visualize()
for r in (a.reshape(24), a.reshape(4, 2, 3), a.reshape((2, 2, 6)), a.ravel(), c.reshape(6, 4), c.reshape(-1), a.reshape(4, 6, 1), c.reshape(2, 12), da.arange(12, chunks=5).reshape(3, 4)):
    r.visualize()
    print(r.shape, r.chunks, r.compute().tolist())
for r in (a.T, a.transpose(1, 0), c.transpose((2, 0, 1)), c.T, da.transpose(a), np.transpose(a)):
    r.visualize()
    print(r.shape, r.chunks, r.compute().tolist())
b = da.ones((4, 6), chunks=(4, 2), dtype=int)
for r in (da.concatenate([a, b]), da.concatenate([a, b], axis=1), da.concatenate([a, b * 0.5], axis=-1), da.stack([a, b]), da.stack([a, b], axis=2), da.stack([a, a, b], axis=-1), np.concatenate([a, a])):
    r.visualize()
    print(r, r.compute().sum())
print(a[None].squeeze().shape, a.flatten().chunks, a.T.rechunk((6, 4)).compute().shape)
a + b
