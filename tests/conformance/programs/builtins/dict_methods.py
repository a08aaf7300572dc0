# Every method of a dict, and what it refuses.
# covers: dict methods, dict order, dict
d = {"a": 1, "b": 2}
print(d.get("a"), d.get("z"), d.get("z", 0), d["a"], "a" in d, 1 in d, len(d))
print(d.keys(), d.values(), d.items())
print(d.setdefault("a", 9), d.setdefault("c", 3), d.setdefault("n"), d)
print(d.pop("n"), d.pop("zz", "default"), d.popitem(), d)
d.update({"b": 20, "x": 5})
d.update([("y", 6)], z=7)
d.update(w=8)
d.update()
print(d)
e = d.copy()
d.clear()
print(d, e, e == {**e}, list(e), list(reversed(e)), sorted(e, reverse=True))
print(dict.fromkeys("abc"), dict.fromkeys([1, 2], 0), dict(a=1), dict([(1, 2)]), dict({"k": 1}, l=2), dict(), dict(zip("ab", [1, 2])))
print({"a": 1} | {"b": 2}, {"a": 1, "b": 2} | {"a": 3}, {1: "x", 1.0: "y", True: "z"})
x = {"a": 1}
x |= [("b", 2)]
print(x)
m = {"one": 1, "two": 2}
m["one"] = "again"
del m["two"]
m["two"] = "last"
print(m, list(m.items()))
for text in ["d['k']", "d.pop('k')", "{}.popitem()", "d.update(5)", "d.update([1])", "d.update(['abc'])", "{[]: 1}", "{{}: 1}", "d.get()", "d.get([])", "dict(5)",
             "dict([1])", "dict(['abc'])", "d | 5", "d.foo", "dict(1, 2)", "d.setdefault()", "d + d", "d.keys()[0]", "{1: 2}.pop()", "dict.fromkeys(5)", "d[[]]",
             "dict(a=1, **{'a': 2})", "d < d", "{}[0]", "{'a': 1}['A']", "d.update({}, {})", "d.items(1)", "{1: 1}[(1, 2)]"]:
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
counts = {}
for word in "the cat the dog the end".split():
    counts[word] = counts.get(word, 0) + 1
print(counts, max(counts, key=counts.get), sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])))
groups = {}
for n in range(7):
    groups.setdefault(n % 3, []).append(n)
print(groups, {v: k for k, v in {"a": 1, "b": 2}.items()})
try:
    for k in counts:
        counts[k + "!"] = 1
except RuntimeError as error:
    print(error)
