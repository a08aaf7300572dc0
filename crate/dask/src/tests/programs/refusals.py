# Wrong calls, all caught.
import dask
from dask import delayed


def inc(x):
    return x + 1


a = delayed(inc)(1, dask_key_name="a")
attempts = [
    lambda: a.compute(1),
    lambda: a.persist(1),
    lambda: dask.compute(a, get=3),
    lambda: a.visualize(color="x"),
    lambda: a.visualize(engine="x"),
    lambda: a.visualize("name.png", None),
    lambda: a.compute(scheduler="distributed"),
    lambda: a.compute(scheduler=5),
    lambda: a.compute(scheduler="Threads"),
    lambda: a.compute(scheduler="sync", num_workers=3, unknown=1),
    lambda: dask.get({"a": 1}, "b"),
    lambda: dask.core.get({"ab": 1}, "ab"),
    lambda: dask.core.get({"ab": 1}, "xy"),
    lambda: dask.core.get({("a", 0): 1}, ("a", 0)),
    lambda: dask.core.get({"a": 1, "b": (inc, "a")}, ["b", ["a"]]),
    lambda: dask.get(5, "a"),
    lambda: dask.get({"a": "a"}, "a"),
    lambda: dask.get({1: 2}, [1, [1.0, True]]),
    lambda: dask.get({"a": 1}, ["a", ("x",)]),
    lambda: dask.get({"a": 1}),
    lambda: dask.get(),
    lambda: dask.get({"a": 1}, {}),
    lambda: dask.get({"a": (inc, "b"), "b": (inc, "a")}, "a"),
    lambda: dask.get({"a": (inc, "a")}, "a"),
    lambda: dask.get({"a": "b", "b": "c", "c": "a"}, "a"),
    lambda: a.foo.compute(),
    lambda: a.foo(1).compute(),
    lambda: delayed(inc, nout=-1),
    lambda: delayed(inc, nout=True),
    lambda: delayed(inc, nout=1.5),
    lambda: delayed(1, 2, 3, 4, 5, 6),
    lambda: delayed(inc, purse=True),
    lambda: dask.config.get("nope"),
    lambda: dask.config.get("delayed_pure", 7),
    lambda: dask.visualize(),
    lambda: dask.compute(),
    lambda: dask.persist(1, 2),
    lambda: dask.optimize(3),
    lambda: dask.compute(iter([1, 2])),
    lambda: a(1).compute(),
    lambda: hash(a) == hash("a"),
    lambda: delayed(5).__name__,
    lambda: delayed(5)._obj_,
    lambda: list(a),
    lambda: dict(a),
    lambda: a + object,
    lambda: (a + object).compute(),
    lambda: round(a),
    lambda: a @ 1,
    lambda: divmod(a, 1),
    lambda: delayed(lambda: 1 / 0)().compute(),
]
for place, attempt in enumerate(attempts):
    try:
        print(place, attempt())
    except Exception as error:
        print(place, type(error).__name__, error)
