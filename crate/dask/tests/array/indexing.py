# Indices of all kinds, also on two and three axes.
import dask.array as da
import numpy as np

x = da.arange(10, chunks=(3, 4, 3))
a = da.from_array(np.arange(24).reshape(4, 6), chunks=(2, 3))
c = da.from_array(np.arange(24).reshape(2, 3, 4), chunks=(1, 2, 2))
for s in (x[:], x[1:9:3], x[-4:], x[::-2], x[8:2:-1], x[4:4], x[[0, 9, 3]], x[[1, 2]], x[np.array([True, False] * 5)], x[...], x[None, :, None]):
    print(s.shape, s.chunks, s.compute().tolist())
    s.visualize()
for s in (a[1:3], a[:, 4], a[::2, ::-1], a[-1, ...], a[[2, 0]], a[1:, [0, 5]], a[:, None, 2], a[a % 2 == 0], a[0, 0], a[None]):
    print(s.shape, s.chunks, s.compute().tolist())
    s.visualize()
for s in (c[0], c[..., 1], c[:, 1:, ::3], c[1, :, 2], c[:, :, [3, 0]]):
    print(s.shape, s.chunks, s.compute().tolist())
    s.visualize()
m = x[x > 3]
print(m, m.shape, m.chunks)
(m + 1).visualize()
(m * 2).compute(), m.sum().compute(), m.max().compute()
