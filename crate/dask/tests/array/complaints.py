# Errors in Dask's words.
import dask.array as da
import numpy as np

x = da.arange(6, chunks=3)
a = da.ones((4, 3), chunks=2)
attempts = [
    lambda: x[6],
    lambda: x[1, 2],
    lambda: a[0, 0, 0],
    lambda: x[[7]],
    lambda: x[np.array([True])],
    lambda: x + da.ones(4, chunks=2),
    lambda: a.reshape(5, 2),
    lambda: a.reshape(-1, -1),
    lambda: a.sum(axis=2),
    lambda: a.max(axis=-3),
    lambda: a.transpose(0),
    lambda: a.rechunk((3, 3, 3)),
    lambda: x.rechunk((4, 4)),
    lambda: x.rechunk({1: 2}),
    lambda: da.ones(10, chunks=(3, 3)),
    lambda: da.from_array(x),
    lambda: da.from_array([1, 2, 3], chunks=(1, 1)),
    lambda: da.from_array([1, 2, 3], chunks=(2, 2)),
    lambda: da.concatenate([]),
    lambda: da.concatenate([a, x]),
    lambda: da.concatenate([a, a], axis=2),
    lambda: da.stack([a, x]),
    lambda: x + "a",
    lambda: x + None,
    lambda: int(x),
    lambda: float(a),
    lambda: bool(x),
    lambda: len(x.sum()),
    lambda: x.foo,
    lambda: x.map_blocks(5),
    lambda: x[x > 2][0],
    lambda: da.arange(),
    lambda: da.ones(5, chunks=0),
    lambda: a[a[0] > 1, 0, 1],
    lambda: x.compute(scheduler="nope"),
    lambda: x.blocks[5],
    lambda: da.nope,
    lambda: len(x[x > 2]),
    lambda: x.sum(axis=(0, 1)),
    lambda: {x: 1},
]
for attempt in attempts:
    try:
        print("no error:", attempt())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def broken(block):
    if block[0] == 3:
        raise ValueError("three")
    return block


x.map_blocks(broken, dtype=x.dtype).compute()
