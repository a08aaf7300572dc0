# What refers and what does not, in graphs written as dicts.
import dask
from collections import namedtuple
from dask.core import istask, flatten
from dask.optimization import cull
from dask.utils import key_split, funcname
from dask.threaded import get

Point = namedtuple("Point", "x y")


def same(*args):
    return args


class MyList(list):
    pass


dsk = {
    "x": 1,
    2: "two",
    2.5: "float",
    ("k", 0): 10,
    "set": {"x", 5},
    "frozen": frozenset(["x"]),
    "point": Point("x", 3),
    "mine": MyList(["x"]),
    "bool": (same, True, 2, 2.0, 2.5),
    "tuple": (same, ("k", 0), ("k", 1), [("k", 0)], (("k", 0),)),
    "dict": (same, {"x": "x"}, [{"x": "x"}]),
    "nested": (same, (same, "x", (same, 2)), [[(same, "x")]]),
    "alias": ("k", 0),
    "list": [1, [2, "y"]],
    "none": None,
    "empty": (),
    "emptylist": [],
    "fn": same,
    "args": (same,),
}
for key in dsk:
    value = get(dsk, key)
    print(key, sorted(value, key=str) if isinstance(value, (set, frozenset)) else value if key != "fn" else "", type(value).__name__)
print(get(dsk, [["x", ("k", 0)], 2.0]))
original = [1, 2]
got = dask.get({"a": original}, "a")
print(got == original, got is original)
print(istask((same, 1)), istask((1, same)), istask([same]), list(flatten([1, [2, [3]], (4, [5])])))
small, needs = cull({"a": 1, "b": (same, "a"), "c": (same, "a")}, ["b"])
print(sorted(small), {k: sorted(v) for k, v in sorted(needs.items())})
print([key_split(k) for k in ["x", "x-1", "hello-world-1", ("x-2", 1), "_(x)", "<lambda>", 5, None]])
print(funcname(same), funcname(lambda: 1), funcname(len))
r = dask.delayed(same)(1, dask_key_name="r")
merged = dict(r.dask)
merged["more"] = (same, "r", "x")
merged["x"] = 3
print(get(merged, ["more", "r"]))
print(dask.is_dask_collection(r), dask.is_dask_collection(dsk), dask.__version__[:4])
