# Tuples: methods, packing, comparing, hashing.
# covers: tuple methods, tuple, sequence operators
t = (1, 2, 3, 2)
print(t.count(2), t.count(9), t.index(2), t.index(2, 2), len(t), t[0], t[-1], t[1:], t[::-1])
print((), (1,), (1, 2), tuple("abc"), tuple([1, 2]), tuple(range(3)), tuple(), tuple({"a": 1}))
print((1, 2) + (3,), (0,) * 3, 2 * ("a", "b"), () + (), (1,) * 0)
print((1, 2) < (1, 3), (1, 2) == (1, 2.0), (1, "a") != (1, "b"), (2,) > (1, 9), () < (0,))
print(2 in t, 5 not in t, min(t), max(t), sum(t), sorted(t), list(reversed(t)))
single = 5,
print(single, type(single).__name__, type((5)).__name__)
a, (b, c), *d = 1, (2, 3), 4, 5
print(a, b, c, d)
d = {(0, 0): "origin", (1, 2): "point"}
print(d[0, 0], d[(1, 2)], (0, 0) in d)
print(hash((1, 2)) == hash((1, 2)), {(1, 2), (1, 2)}, hash(()) == hash(()))
print(((1, 2), [3, 4], {"k": (5,)}), ("a",), ("it's", 'say "x"'))
def min_max(values):
    return min(values), max(values)
low, high = min_max([4, 2, 8])
print(low, high, min_max("hello"))
for text in ["t[9]", "t['a']", "t.append(1)", "t.index(9)", "t[0] = 1", "(1, 2) + [3]", "(1,) * 'a'", "hash(([],))", "t.count()", "tuple(5)", "tuple(1, 2)",
             "(1, 'a') < (1, 2)", "t.sort()", "t.index()", "(1, 2)[1.0]"]:
    try:
        exec(text) if " = " in text else print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
mutable = ([1], 2)
mutable[0].append(5)
print(mutable)
print(t is tuple(t), t == tuple(list(t)), (1, 2, 3).__len__(), isinstance(t, tuple))
print([x for x in zip((1, 2), "ab")], dict([(1, 2), (3, 4)]), [(i, c) for i, c in enumerate("ab")])
