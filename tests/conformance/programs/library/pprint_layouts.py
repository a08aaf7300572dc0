# Readable texts of nested values.
# covers: pprint
import collections
import dataclasses
import io
import pprint
import types

pprint.pprint({"key%d" % i: list(range(12)) for i in range(3)})
pprint.pprint([["a" * 30, "b" * 30], ["c" * 30]], width=40)
pprint.pprint("word " * 30)
pprint.pprint([1, [2, [3, [4, {"a": {"b": 1}}]]]], depth=2)
pprint.pprint(set(range(30)))
pprint.pprint(list(range(50)), compact=True)
pprint.pprint({"z": 1, "a": 2}, sort_dicts=False)
pprint.pp({"z": 1, "a": [1234567]}, underscore_numbers=True)
pprint.pprint([{"a": 1, "b": [1, 2]}, ("x" * 40, "y" * 40)], indent=4)
pprint.pprint(b"bytes " * 20, width=50)
pprint.pprint({1: 2, "a": 3, (1, 2): 4, None: [(), {}, [], set()]})


@dataclasses.dataclass
class Item:
    name: str
    parts: list


pprint.pprint(Item("n" * 40, list(range(20))))
pprint.pprint(collections.OrderedDict(("k%d" % i, "v" * 20) for i in range(4)))
pprint.pprint([collections.Counter("aab"), collections.defaultdict(int, a=1), collections.deque([1, 2])])
pprint.pprint(types.SimpleNamespace(a=1, b="x" * 80))
pprint.pprint(collections.ChainMap({"a": "x" * 50}, {"b": "y" * 40}))
print(pprint.PrettyPrinter(indent=2, width=30).pformat({"aaaaaaaaaa": "b" * 20, "c": {"d": "e" * 20}}))
out = io.StringIO()
pprint.pprint({"a": 1}, stream=out)
loop = [1]
loop.append(loop)
print(repr(out.getvalue()), pprint.isreadable(loop), pprint.isrecursive(loop), pprint.saferepr({"b": 1, "a": 2}))
