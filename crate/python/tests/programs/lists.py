def err(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

a = [3, 1, 2]
a.append(4); a.extend([5, 6]); a.extend(x for x in (7, 8)); a.extend("ab"); print(a)
a.insert(0, "first"); a.insert(-1, "nearly"); a.insert(100, "last"); a.insert(-100, "front"); print(a)
print(a.pop(), a.pop(0), a.pop(-2), a)
err([].pop)
err(a.pop, 100)
err(a.pop, "x")
a.remove("first"); print(a, a.index(1), a.count(3))
err(a.remove, 99)
err(a.index, 99)
err(a.index, 3, 1)
err([1].append)
err([1].append, 1, 2)
err([1].extend, 5)
err([1].insert, 1)
b = a.copy(); b.clear(); print(len(b), len(a))
c = [1, 2, 3]; c.reverse(); print(c)
c.sort(); print(c); c.sort(reverse=True); print(c)
w = ["banana", "Apple", "cherry"]; w.sort(key=str.lower); print(w); w.sort(key=len); print(w)
print(sorted([(1, "b"), (1, "a"), (0, "z")]), sorted("hello"), sorted({3, 1, 2}), sorted([1.5, 1, True]), sorted([3, 1, 2], reverse=True), sorted(w, key=lambda s: s[-1]))
pairs = [(i % 3, i) for i in range(20)]
print(sorted(pairs, key=lambda p: p[0]))
print(sorted(pairs, key=lambda p: p[0], reverse=True))
err(sorted, [1, "a"])
err(sorted, ["a", 1])
err(sorted, [1, 2, "a", 3])
err(sorted, [1j, 2j])
err(sorted, 5)
err(sorted)
err(sorted, [1], foo=1)
err([2, 1].sort, 5)
err([1, 2].sort, key=5)
m = [3, 2, 1]
def grow(x):
    m.append(x)
    return x
err(m.sort, key=grow)
print(m)

class Item:
    calls = 0
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        Item.calls += 1
        return self.n < other.n
    def __repr__(self):
        return f"I{self.n}"

items = [Item((i * 7919) % 101) for i in range(100)]
items.sort()
print(items[:10], all(x.n <= y.n for x, y in zip(items, items[1:])), Item.calls < 1000)
import_order = [5, 3, 8, 1] * 50
print(sorted(import_order, key=lambda v: -v)[:5], sorted(range(1000), key=lambda v: (v * 7) % 1000)[:5])
class Boom:
    def __lt__(self, other):
        raise RuntimeError("boom")
bs = [Boom(), Boom(), Boom()]
err(bs.sort)
print(len(bs))
print(list(), list((1, 2)), list("ab"), list({1: 2}), list(range(3)), list(map(str, [1, 2])))
err(list, 5)
err(list, 1, 2)
print([1, 2] + [3], [0] * 3, 2 in [1, 2], [1, 2] == [1, 2], [1, 2] < [1, 3], [[1], [2]][1][0], [1, 2, 3][::2], [1, 2, 3][-2:])
err(lambda: [1] + (2,))
err(lambda: [1][5])
err(lambda: [1]["a"])
err(lambda: [1] < ["a"])
print(list.__len__([1, 2]), [1].__add__([2]), [1, 2].__getitem__(0), [1, 2].__contains__(1), [1].__eq__([1]), [1].__eq__((1,)), [2].__lt__([3]), [1].__mul__(2), [1].__rmul__(2))
err([1].__add__, (2,))
d = [1, 2, 3]; d.__setitem__(0, 9); d.__delitem__(1); print(d, d.__iadd__([5]), d.__imul__(2), d)
d[1:2] = ["x", "y"]; print(d); del d[::2]; print(d)
print(list(reversed([1, 2, 3])), list([1, 2].__reversed__()), [1, 2].__iter__().__next__())
print(repr([1, "a", None, [2.5]]), str([]), [1, [2, [3]]])
r = [1]; r.append(r); print(r)
print(tuple(), tuple([1, 2]), tuple("ab"), (1, 2, 1).count(1), (1, 2, 3).index(3), (1,) + (2,), (1, 2) * 2, (1, 2) < (1, 3))
err((1, 2).index, 5)
err((1, 2).index, 1, 1)
err(tuple, 5)
err(lambda: (1,) + [2])
err(lambda: (1, 2)[3])
err(hash, ([],))
print((1, 2).__len__(), (1, 2).__getitem__(slice(0, 1)), (1, 2).__eq__((1, 2)), (1, 2).__hash__() == hash((1, 2)), (1, 2).__contains__(2))
err(lambda: (1, 2).append(3))
print(range(5), range(1, 5), range(0, 10, 3), list(range(5, 0, -2)), len(range(10, 0, -3)), range(10)[2:5], range(10)[-1], 3 in range(5), range(3) == range(0, 3), range(5).index(3), range(5).count(9), range(1, 9, 2).start, range(1, 9, 2).stop, range(1, 9, 2).step)
err(range)
err(range, 1, 2, 0)
err(range, 1.5)
err(range(5).index, 9)
err(lambda: range(5)[9])
print(list(reversed(range(1, 10, 3))), range(5).__len__(), range(5).__contains__(2), hash(range(3)) == hash(range(0, 3, 1)))
print(slice(1, 2), slice(5), slice(1, 10, 2).indices(6), slice(None, None, -1).indices(3), slice(1, 2).start, slice(1, 2).step, slice(1, 2) == slice(1, 2))
err(slice)
err(slice(1, 2, 0).indices, 3)
