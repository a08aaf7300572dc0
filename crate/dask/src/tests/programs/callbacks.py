# Callbacks around several kinds of calls.
import dask
from dask import delayed
from dask.callbacks import Callback


def inc(x):
    return x + 1


def show(*args):
    return str(args)


class Keys(Callback):
    def __init__(self, name):
        self.name = name
        self.seen = []

    def _pretask(self, key, dsk, state):
        self.seen.append(key)

    def _finish(self, dsk, state, errored):
        print(self.name, self.seen, errored)


first = Keys("first")
with first as entered:
    print(entered is first)
    delayed(inc)(delayed(inc)(1, dask_key_name="a"), dask_key_name="b").compute()
    dask.get({"x": 1, "y": "x", "z": (inc, "y"), "unused": (inc, "z")}, ["z", "x"])
dask.get({"x": (inc, 1)}, "x")
print(first.seen)
only = Callback(pretask=lambda key, dsk, state: print("pre", key, sorted(dsk), dsk[key]))
with only:
    dask.get({"x": 1, "z": (inc, "x"), "s": (sum, ["x", "z", (inc, "z")]), "t": (show, "s", {"k": 1})}, ["s", "t"])
only.register()
delayed(inc)(1, dask_key_name="r").compute()
only.unregister()
delayed(inc)(1, dask_key_name="u").compute()
try:
    only.unregister()
except KeyError:
    print("not registered")


def fail(x):
    raise ValueError(x)


try:
    with Keys("bad"):
        dask.get({"f": (fail, 3)}, "f")
except ValueError as error:
    print("failed", error)
