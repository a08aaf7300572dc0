# The views of a dict follow it and work like sets.
# covers: dict views, set operators
d = {"a": 1, "b": 2, "c": 3}
keys, values, items = d.keys(), d.values(), d.items()
print(keys, values, items)
d["d"] = 4
print(keys, len(values), len(items), list(items)[-1])
del d["a"]
print(list(keys), list(values), list(items))
print("b" in keys, 2 in values, ("b", 2) in items, ("b", 3) in items, "zz" in keys)
print(sorted(keys & {"b", "x"}), sorted(keys | ["x"]), sorted(keys - {"b"}), sorted(keys ^ {"b", "z"}))
print(keys == {"b", "c", "d"}, keys >= {"b"}, keys < {"b", "c", "d", "e"}, keys.isdisjoint({"q"}), items == {("b", 2), ("c", 3), ("d", 4)})
print(sorted(items & {("b", 2)}), sorted({"a": 1}.items() | {"b": 2}.items()))
print(list(reversed(keys)), list(reversed(values)), list(reversed(items)))
print(sum(values), max(values), min(keys), sorted(values, reverse=True))
print([k.upper() for k in keys], [v * v for v in values], {k: v for k, v in items if v > 2})
print({}.keys(), {}.values(), {}.items(), bool({}.keys()), bool(keys))
print(type(keys).__name__, type(values).__name__, type(items).__name__)
print(type(iter(keys)).__name__, type(iter(values)).__name__, type(iter(items)).__name__)
for text in ["keys[0]", "keys.add('x')", "values == values", "keys + keys", "values & {1}", "next(keys)", "keys & 5", "hash(keys)", "values.foo", "d.keys().isdisjoint(5)"]:
    try:
        print(text, eval(text))
    except (TypeError, AttributeError) as error:
        print(text, "->", type(error).__name__, error)
it = iter(keys)
print(next(it), next(it), next(it), next(it, "end"))
it = iter(d)
next(it)
d["new"] = 0
try:
    next(it)
except RuntimeError as error:
    print(error)
d2 = {"x": 1, "y": 2}
first, second = d2.items()
print(first, second, dict(d2.items()) == d2, list(zip(d2.keys(), d2.values())))
