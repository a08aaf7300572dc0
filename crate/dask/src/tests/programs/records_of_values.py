# Dataclasses, sets, generators and nested computing.
import dask
from dask import delayed
from collections import namedtuple, OrderedDict
from dataclasses import dataclass


@dataclass
class Pair:
    left: object
    right: object


Point = namedtuple("Point", "x y")


@delayed
def inc(x):
    return x + 1


@delayed
def show(*args, **kwargs):
    return repr(args) + repr(kwargs)


a, b = inc(1), inc(2)
print(show(Pair(a, [b]), Point(a, 2), {a}, slice(a, None), key=Pair(1, 2)).compute())
print(dask.compute(Pair(a, [b]), Point(a, 2), {a}, slice(1, 2), OrderedDict(k=a), (inc(n) for n in range(2))))
print(dask.compute(a, a, [a]))
print(delayed(Point(a, b)).compute(), delayed(Pair(a, b)).compute())
lazy = delayed(sum)(inc(n) for n in range(3))
print(type(lazy.compute()).__name__)


@delayed
def nested(n):
    return inc(n).compute() + dask.compute(inc(n), 5)[1]


print(nested(10).compute())


class Account:
    rate = delayed(lambda self, years: self.balance * years)

    def __init__(self):
        self.balance = 7


print(Account().rate(2).compute())
total = a
total += b
total *= 2
print(total.compute(), (-total).compute(), (total > 5).compute(), (1 < total).compute(), (10 // total).compute())
x, y = delayed(divmod, nout=2)(7, 3)
print(dask.compute(x, [y], {"k": x + y}))
p = dask.persist([a, {"b": b}], 5)
print(dask.compute(p))
