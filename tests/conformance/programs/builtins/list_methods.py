# Every method of a list, and what it refuses.
# covers: list methods
a = [3, 1, 2]
a.append(4)
print(a)
a.extend([5, 6])
a.extend("ab")
a.extend({"k": 1})
print(a)
a.insert(0, "first")
a.insert(100, "last")
a.insert(-1, "before last")
print(a)
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove("a")
print(a, a.index(1), a.index(2, 1), a.count(3), a.count("zz"))
b = a.copy()
a.clear()
print(a, b, b is not a)
n = [5, 2, 9, 1]
n.sort()
print(n)
n.sort(reverse=True)
print(n)
n.sort(key=lambda v: v % 5)
print(n)
n.reverse()
print(n, n.sort(), n)
w = ["pear", "Fig", "apple", "fig"]
w.sort(key=str.lower)
print(w, sorted(w, key=len, reverse=True))
print([1, 2] + [3], [0] * 3, 2 * [1, 2], [1] * 0, [1] * -1)
print([1, 2] == [1, 2], [1] != [2], [1, 2] < [1, 3], len([1, [2, 3]]), 2 in [1, 2], max([3, 1]), [[]] * 2)
for text in ["[].pop()", "[1].pop(3)", "[1].remove(2)", "[1].index(5)", "[1].index(1, 1)", "[1].append()", "[1].append(1, 2)", "[1].extend(5)",
             "[1].insert(1)", "[1].insert('a', 1)", "[3, 'a'].sort()", "[1].sort(lambda x: x)", "[1] + (2,)", "[1] * 'a'", "[1] * 1.5", "[1].pop('a')",
             "[1]['a']", "[1][1.5]", "[1].foo", "[].sort(bad=1)", "[].sort(key=5)", "[1, 2].sort(key=5)", "list(5)", "list(1, 2)", "[].copy(1)", "[][0]", "[1].count()"]:
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 5
print(grid, [row[:] for row in grid], [*map(list, zip(*grid))])
nested = [1]
nested.append(nested)
print(nested, len(nested))
print(list("abc"), list(range(3)), list((1, 2)), list({"a": 1}), list(), [*range(2)])
