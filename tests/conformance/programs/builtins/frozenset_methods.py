# Frozen sets: keys of dicts, members of sets.
# covers: frozenset methods, frozenset, set operators
f = frozenset([3, 1, 2])
print(f, frozenset(), frozenset({5}), len(f), 2 in f, 9 in f)
print(f | {4}, f & {1, 9}, f - {1}, f ^ {1, 7}, type(f | {4}).__name__, type({4} | f).__name__)
print(f == {1, 2, 3}, {1, 2, 3} == f, f <= {1, 2, 3, 4}, f > {1}, hash(f) == hash(frozenset([1, 2, 3])))
print(f.union([9]), f.intersection([1, 2]), f.difference([1]), f.symmetric_difference([1]), f.isdisjoint([0]), f.issubset(range(5)), f.issuperset([2]))
print(f.copy() is f, frozenset(f) is f, sorted(f, reverse=True))
d = {frozenset({1, 2}): "pair", frozenset(): "none"}
print(d[frozenset([2, 1])], d[frozenset()])
family = {frozenset([1]), frozenset([1, 2]), frozenset([2, 1])}
print(len(family), frozenset([1]) in family, {1} in family)
g = f
g |= {10}
print(sorted(g), f, g is f)
for text in ["f.add(1)", "f.remove(1)", "f.pop()", "f.update([1])", "f[0]", "frozenset(5)", "frozenset([[]])", "f + f", "f | [1]", "frozenset(1, 2)", "f.clear()"]:
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
def edges_of(graph):
    return {frozenset((a, b)) for a in graph for b in graph[a]}
graph = {1: [2, 3], 2: [1], 3: [1]}
print(sorted(sorted(e) for e in edges_of(graph)))
print(repr(frozenset("a")), str(frozenset([1])), bool(frozenset()), isinstance(f, set), isinstance(f, frozenset))
print(frozenset([1, 2]) < frozenset([1, 2, 3]), min(f), sum(f), list(map(str, frozenset([7]))))
