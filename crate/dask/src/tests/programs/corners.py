# Less common ways to say things.
import dask
from dask import delayed
from dask.delayed import Delayed, DelayedLeaf, DelayedAttr


@delayed(pure=True, nout=2)
def both(a, b=2):
    """Adds and multiplies."""
    return a + b, a * b


s, p = both(3)
print(both.__name__, both.__doc__, both.__wrapped__(1, b=5), len(both(1)), both(3).key == both(3).key)
print(dask.compute(s, p, both(3)), type(both).__name__, isinstance(s, Delayed), type(s) is Delayed)
dask.visualize(s, p, both(3))
decorate = delayed(nout=3)
print(list(decorate(lambda: (1, 2, 3))())[2].compute())
print(delayed(max)(1, 5, dask_key_name=("max", 0)), delayed(max)(1, 5, dask_key_name=("max", 0)).compute())
named = delayed(max, name="maximum")
print(named, named(1, 2, dask_key_name="m").compute(), named.dask)
print(delayed(named) is named, delayed(5) is delayed(5))


class Shape:
    def __init__(self, sides):
        self.sides = sides

    def scaled(self, k, *, shift=0):
        return Shape([s * k + shift for s in self.sides])

    def __getitem__(self, i):
        return self.sides[i]

    def __len__(self):
        return len(self.sides)

    def __call__(self, x):
        return sum(self.sides) * x


shape = delayed(Shape)([1, 2, 3])
big = shape.scaled(2, shift=shape[0])
print(big[1].compute(), big.sides.compute(), delayed(len)(big).compute(), big(10).compute(), shape.sides[-1].compute())
dask.visualize(big(10), big.sides)
print(type(big.sides).__name__, type(shape).__name__, type(delayed(Shape([1]))).__name__, big.sides.key[:8])
print((shape.sides + [4])[::2].compute(), (delayed("ab") * 3).compute(), ("x" + delayed("y")).compute())
print(delayed([3, 1, 2]).index(1).compute(), delayed({"a": 5})["a"].compute(), delayed({"a": 5}).get("z", 9).compute())
total = sum([delayed(1), 2, delayed(3)], start=10)
total.visualize()
print(total.compute(), total.key.split("-")[0])
lazy_args = [delayed(1), delayed(2)]
print(delayed(lambda *a, **k: (a, k))(*lazy_args, z=lazy_args).compute())
print(dask.compute({"a": [delayed(1), {2: delayed(3)}]}, [[]], None, ()))
print(dask.compute([delayed(1)], traverse=False)[0][0].compute(), dask.compute(delayed(1), traverse=False))
print(repr(delayed([delayed(1), 2], name="n")), delayed((1, 2)).compute(), delayed(None).compute(), delayed(...).compute())
k = dask.persist(shape.sides, {"d": shape[1]}, 7)
print(k[2], k[0].compute(), k[1]["d"].compute(), (k[0] + k[0]).compute())
dask.visualize(k[0] + k[1]["d"])
o = dask.optimize(shape[0] + shape[1], [shape[2]])
print(o[0].compute(), o[1][0].compute(), type(o[1]).__name__)
dask.visualize(o)
dask.visualize(delayed(sum)([o[0], 1]), o[1][0] + 1)
functions = [delayed(f) for f in (abs, min)]
print([f(-3, *rest).compute() for f, rest in zip(functions, [(), (-5,)])])
print(sorted([delayed(3), delayed(1)], key=lambda d: d.compute())[0].compute())
print([d.compute() for d in map(delayed(str.upper), "ab")])
print({d: 1 for d in [named]}[named], named in [named])
try:
    a, b, c = both(1)
except ValueError as error:
    print(error)


def outer(n):
    return delayed(sum)([delayed(pow)(k, 2) for k in range(n)]).compute()


print(delayed(outer)(4).compute())


@delayed
def gives_lazy():
    return delayed(1) + 1


print(gives_lazy().compute().compute())
with dask.config.set(scheduler="threads", num_workers=2):
    print(dask.config.get("scheduler"), s.compute())
s.compute(scheduler="processes"), dask.base.tokenize(s) == dask.base.tokenize(both(3)[0])
