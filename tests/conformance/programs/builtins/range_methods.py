# Ranges: lazy, comparable, sliceable.
# covers: range methods, range
print(range(5), range(2, 8), range(0, 10, 3), range(5, 0, -1), range(0), range(0, 5, 1))
r = range(0, 20, 3)
print(list(r), len(r), r[0], r[-1], r[2:4], r[::-1], r.start, r.stop, r.step)
print(9 in r, 10 in r, 9.0 in r, "a" in r, r.index(9), r.count(9), r.count(1), -3 in r)
print(range(3) == range(0, 3, 1), range(0) == range(2, 2), range(0, 3, 2) == range(0, 4, 2), hash(range(3)) == hash(range(0, 3)), range(3) != [0, 1, 2])
print(list(reversed(range(4))), sum(range(101)), max(range(5)), min(range(5, 9)), list(range(10, 0, -3)), list(range(3, 3)), sorted(range(3), reverse=True))
print(bool(range(0)), bool(range(1)), list(zip(range(3), range(3, 6))), dict.fromkeys(range(2)), [*range(3)], tuple(range(2)), set(range(3)))
big = range(10**12)
print(len(big), big[10**11], 10**12 - 1 in big, 10**12 in big, big[-1], big[5:10**6].stop)
it = iter(range(3))
print(next(it), next(it), next(it), next(it, "done"), type(it).__name__, type(range(1)).__name__)
for text in ["range()", "range(1.5)", "range('a')", "range(1, 2, 0)", "range(1, 2, 3, 4)", "range(3)[5]", "range(3)['a']", "range(3).index(7)", "range(3) + range(2)", "range(3) < range(4)", "range(None)",
             "range(3).foo", "range(stop=5)", "range(3).index('a')", "range(3)()", "range(5).start = 1", "range(3).append(1)", "range([])", "range(1, '2')"]:
    try:
        exec(text) if " = " in text else print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
for i in range(3):
    for j in range(i):
        print((i, j), end=" ")
print()
print([i * 0.5 for i in range(4)], [x for x in range(20) if x % 7 == 0], list(enumerate(range(5, 7), start=1)))
class Index:
    def __index__(self):
        return 4
print(list(range(Index())), range(True), range(1, Index(), 2))
