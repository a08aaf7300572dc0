# Copies, operators as functions, pretty printing, types.
# covers: copy, operator, pprint, types
import copy
import operator
import types
from pprint import pprint, pformat

a = [1, [2, 3], {"k": [4]}]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append(99)
a[2]["k"].append(98)
print(a, b, c, b[1] is a[1], c[1] is a[1])
loop = [1]
loop.append(loop)
d = copy.deepcopy(loop)
print(d, d[1] is d, copy.copy((1, 2)), copy.deepcopy({1: {2}}))
class Box:
    def __init__(self, v): self.v = v
    def __copy__(self): return Box(("copied", self.v))
    def __deepcopy__(self, memo): return Box(("deep", copy.deepcopy(self.v, memo)))
print(copy.copy(Box(1)).v, copy.deepcopy([Box([2])])[0].v)
print(operator.add(1, 2), operator.mul("a", 3), operator.itemgetter(1)("abc"), operator.itemgetter(0, 2)([5, 6, 7]), operator.attrgetter("v")(Box(9)), operator.methodcaller("upper")("x"), operator.contains([1], 1), operator.neg(5), operator.truth([]), operator.getitem({"a": 1}, "a"), operator.lt(1, 2), operator.not_(0), operator.floordiv(7, 2), operator.concat("a", "b"))
print(sorted([("a", 3), ("b", 1)], key=operator.itemgetter(1)), max([Box(1), Box(5)], key=operator.attrgetter("v")).v, list(map(operator.mul, [1, 2], [3, 4])))
data = {"name": "a long name that takes some room", "values": list(range(30)), "nested": {"deep": {"deeper": ["x" * 30, "y" * 30]}}, "t": (1,), "s": {3, 1}}
pprint(data)
pprint(data, width=40, depth=2)
pprint([1, 2, 3])
print(pformat({"b": 1, "a": 2}), pformat("x" * 100, width=50), pformat({"b": 1, "a": 2}, sort_dicts=False))
ns = types.SimpleNamespace(x=1, y="two")
ns.z = 3
print(ns, ns.x, ns == types.SimpleNamespace(x=1, y="two", z=3), type(print) is types.BuiltinFunctionType, isinstance(lambda: 0, types.FunctionType), isinstance((i for i in []), types.GeneratorType))
