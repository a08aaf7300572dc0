# What the graph of a Delayed looks like from a program.
import dask
from dask import delayed


def inc(x):
    return x + 1


a = delayed(inc)(1, dask_key_name="a")
b = delayed(inc)(a, dask_key_name="b")
c = delayed(sum)([a, b], dask_key_name="c")
for name, value in {
    "a": a,
    "b": b,
    "list": delayed([a, 1], name="L"),
    "tuple": delayed((a, 1), name="T"),
    "dict": delayed({"k": a}, name="D"),
    "value": delayed(5, name="five"),
    "slice": delayed(slice(a, 2), name="sl"),
    "attribute": a.real,
    "keyword": delayed(inc)(x=a, dask_key_name="kw"),
    "plain list": delayed(inc)([1, 2], dask_key_name="pl"),
    "iterator": delayed(inc)(iter([a, 2]), dask_key_name="it"),
    "deep": delayed(inc)([[a], (a, {"x": a})], dask_key_name="deep"),
    "long": delayed(inc)(a, dask_key_name="a-long-name-of-a-task-that-needs-all-the-room"),
}.items():
    print(name, dict(value.dask), list(value.dask), list(value.dask.layers))
print(len(c.dask), list(c.dask), c.dask.keys(), "b" in c.dask, c.dask["a"], c.dask.get("z"))
print(type(c.dask).__name__, type(c.dask["a"]).__name__, type(delayed(1).dask))
print(b.dask["b"].dependencies, b.dask["b"].args, b.dask["b"].kwargs, b.dask["b"].key, a.dask["a"].dependencies)
print(b.dask["b"].func is inc, delayed(5, name="five").dask["five"].value)
print(b.__dask_keys__(), b.__dask_layers__(), b.key)
print({name: sorted(needs) for name, needs in c.dask.dependencies.items()})
kept = b.persist()
print(kept.dask, type(kept.dask).__name__, type(kept).__name__, kept)
print(dict(delayed(inc)(kept, dask_key_name="after").dask))
x, y = dask.optimize(a, b)
print(sorted(x.dask), sorted(y.dask), x.key, y.compute())
x.visualize()
for key, task in b.dask.items():
    print(key, task)
