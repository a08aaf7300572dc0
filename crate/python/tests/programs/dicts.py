def err(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

d = {"a": 1, "b": 2}
print(d.get("a"), d.get("z"), d.get("z", 0), d.setdefault("c", 3), d.setdefault("a", 9), d)
print(d.pop("a"), d.pop("zz", None), d)
err(d.pop, "zz")
err(d.get)
print(d.popitem(), d)
err({}.popitem)
d.update({"x": 1}); d.update([("y", 2), ["z", 3]], w=4); d.update(v=5); print(d)
err(d.update, 5)
err(d.update, [1])
err(d.update, [(1, 2, 3)])
err(d.update, {}, {})
print(dict(), dict(a=1), dict([("a", 1)]), dict({"a": 1}, b=2), dict(zip("ab", [1, 2])))
err(dict, 5)
err(dict, [1, 2])
err(dict, ["abc"])
print(dict.fromkeys("ab"), dict.fromkeys([1, 2], 0))
print(d.keys(), d.values(), d.items(), list(d), len(d), "x" in d, d == dict(d))
print(list(d.items())[0], sorted(d.keys()), sum(d.values()), list(reversed(d)), list(reversed(d.items()))[0], list(reversed(d.values())))
print(d.keys() & {"x", "q"}, sorted(d.keys() | {"q"}), sorted(d.keys() - {"x", "y", "z", "w"}), d.keys().isdisjoint(["q"]), ("x", 1) in d.items(), {"a": 1}.keys() == {"a"})
c = d.copy(); c.clear(); print(c, bool(c), len(d))
print({"a": 1} | {"b": 2}, {"a": 1}.__or__({"a": 2}))
e = {"a": 1}; e |= [("b", 2)]; print(e)
err(lambda: {} | [])
err(lambda: {}["a"])
err(lambda: {}[[]])
err(lambda: {[]: 1})
print({"a": 1}.__getitem__("a"), {"a": 1}.__contains__("a"), {"a": 1}.__len__(), {"a": 1}.__eq__({"a": 1}), {"a": 1}.__eq__([]), list({"a": 1}.__iter__()))
f = {}; f.__setitem__("k", 1); f.__delitem__("k"); print(f)
err(f.__getitem__, "k")
err(f.__delitem__, "k")
g = {1: "a", 2: "b"}
def change():
    for k in g:
        g[k + 10] = 1
err(change)

class Counting(dict):
    def __missing__(self, key):
        self[key] = value = len(self)
        return value

k = Counting()
print(k["a"], k["b"], k["a"], k, k.get("zz"), isinstance(k, dict), type(k).__name__)

class Upper(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)
    def __getitem__(self, key):
        return super().__getitem__(key.upper())

u = Upper(); u["abc"] = 1; print(u, u["aBc"], len(u), list(u), "ABC" in u)
err(lambda: u["zz"])

class Init(dict):
    def __init__(self, n):
        super().__init__(n=n, m=n + 1)
        self.extra = "yes"

i = Init(5); print(i, i.extra, i == {"n": 5, "m": 6})

s = {3, 1, 2}
s.add(4); s.add(1); s.discard(9); s.remove(3); print(s, len(s), 4 in s)
err(s.remove, 99)
err(set().pop)
err(s.add, [])
print({1, 2} | {2, 3}, {1, 2} & {2, 3}, {1, 2} - {2}, {1, 2} ^ {2, 3}, {1} < {1, 2}, {1, 2} >= {1}, {1, 2} == {2, 1}, {1, 2}.isdisjoint({3}))
print({1}.union([2], (3,)), {1, 2, 3}.intersection([2, 3], [3]), {1, 2, 3}.difference([1], [2]), {1, 2}.symmetric_difference([2, 3]), {1}.issubset([1, 2]), {1, 2}.issuperset([1]))
t = {1, 2, 3}; t.update([4], [5]); t.intersection_update([1, 2, 4, 5]); t.difference_update([1]); t.symmetric_difference_update([2, 9]); print(t)
t |= {7}; t &= {7, 9}; t -= {9}; t ^= {8}; print(t, t.copy(), t.pop() in (7, 8))
err(lambda: {1} | [2])
err(lambda: {1} < [1])
t.clear(); print(t, set([1, 1]), set("a"), frozenset([1, 2]), frozenset(), frozenset({1}) | {2}, {1} | frozenset({2}), hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
err(set, 5)
err(frozenset([1]).__hash__)
print({frozenset([1]): "x"}[frozenset([1])], {1}.__len__(), {1}.__contains__(1), {1}.__or__({2}), {1}.__or__([2]), {1}.__eq__({1}), {1}.__le__({1, 2}), {1}.__sub__({1}))
print(set(range(20)), {"a"}, set() == frozenset())
print(repr({}), str({"a": [1, {"b": None}]}), {1: {2: {3: 4}}})
n = {}; n["self"] = n; print(n)
print(list(zip([1, 2], "ab", [True, False])), list(zip()), list(zip([1], [])), list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate("ab", start=1)))
err(lambda: list(zip([1, 2], [1], strict=True)))
err(lambda: list(zip([1], [1, 2], strict=True)))
err(zip, 1)
err(zip, [1], foo=1)
print(list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])), list(filter(None, [0, 1, "", "a"])), list(filter(lambda v: v > 1, [1, 2, 3])))
err(map)
err(map, str)
err(filter, None)
err(lambda: list(map(int, ["a"])))
it = iter([1, 2]); print(next(it), next(it), next(it, "end"))
err(next, it)
err(next, [1])
err(iter, 5)
err(iter, 5, 6)
values = [3, 2, 1, 0]
print(list(iter(values.pop, 3)), any([0, 1]), all([1, 0]), any([]), all([]), any(v > 2 for v in [1, 3]))
err(any, 5)
print(len([1]), len({}), len("abc"))
err(len, 5)
err(len)
err(len, [], [])
err(reversed, {1})
err(reversed, 5)
err(reversed, (v for v in []))
