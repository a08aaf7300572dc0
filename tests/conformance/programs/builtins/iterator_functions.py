# iter, next, enumerate, zip, map, filter.
# covers: iter, next, enumerate, zip, map, filter
it = iter([1, 2])
print(next(it), next(it), next(it, "end"), list(iter("ab")), iter(it) is it)
print(list(enumerate("ab")), list(enumerate(["x"], 5)), list(enumerate("ab", start=-1)), dict(enumerate("ab")))
print(list(zip([1, 2], "ab")), list(zip([1, 2, 3], "ab", (True,))), list(zip()), list(zip([1])), dict(zip("ab", [1, 2])), list(zip(*[(1, 2), (3, 4)])))
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(pow, [2, 3], [3, 2])), list(map(len, ["a", "bb"])), list(map(None.__class__, [])))
print(list(filter(None, [0, 1, "", "a", None])), list(filter(str.isdigit, "a1b2")), list(filter(lambda n: n % 2, range(6))))
print(list(zip("ab", [1, 2], strict=True)), type(map(str, [])).__name__, type(zip()).__name__, type(enumerate([])).__name__, type(filter(None, [])).__name__, type(iter([])).__name__, type(iter({})).__name__)
numbers = iter(range(10))
print([(a, b) for a, b in zip(numbers, numbers)], sum(map(int, "123")), max(enumerate([3, 9, 2]), key=lambda p: p[1]))
rolls = iter([4, 2, 6, 1])
print(list(iter(lambda: next(rolls), 6)), next(rolls))
m = map(lambda x: x * 2, [1, 2, 3])
print(next(m), 4 in m, list(m))
for text in ["next([])", "next(iter([]))", "next(5)", "next()", "iter(5)", "iter()", "iter(5, 1)", "enumerate(5)", "enumerate()", "list(zip(5))", "list(zip([1], 5))", "list(zip([1], [], strict=True))", "list(zip([], [1], strict=True))", "map(str)", "map()", "list(map(5, [1]))", "list(map(str, 5))", "filter(None)", "list(filter(5, [1]))",
             "list(map(int, ['1', 'x']))", "list(zip([1], strict=5))", "zip(foo=1)", "enumerate([], 'a')", "len(map(str, []))", "map(str, [])[0]", "zip([1])[0]", "list(map(lambda a: a, [1], [2]))", "next(iter([]), 1, 2)", "enumerate([], start=1.5)", "list(zip([1, 2], [1], [1, 2], strict=True))"]:
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
def pairwise(items):
    a, b = iter(items), iter(items)
    next(b, None)
    return zip(a, b)
print(list(pairwise("abcd")), list(pairwise([])), [y - x for x, y in pairwise([1, 4, 9])])
for i, (name, score) in enumerate(zip(["ann", "bob"], [90, 80]), 1):
    print(f"{i}. {name}: {score}")
