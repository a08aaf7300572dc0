from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple
import collections.abc
import copy

def attempt(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)

c = Counter("abracadabra")
print(c, c.most_common(2), c["z"], sorted(c.elements()), c.total(), Counter(a=1, b=2), Counter({"x": 3}), Counter())
c.update("aaa")
c.subtract(["b", "q"])
print(c, Counter("aab") + Counter("bc"), Counter("aab") - Counter("ab"), Counter("aab") & Counter("ab"), Counter("aab") | Counter("bbb"), +Counter(a=-1, b=2), -Counter(a=-1))
print(Counter("ab") == Counter("ba"), Counter("a") <= Counter("ab"), c.copy() == c, dict(c), Counter(["x"]) | Counter(), repr(Counter([1, 1, "a"])))
del c["nothing"]
attempt(lambda: Counter.fromkeys("ab"))
d = defaultdict(list)
d["a"].append(1)
d["b"]
print(d, dict(d), d.default_factory, "c" in d, d.get("c"), defaultdict(int, {"x": 1}, y=2), copy.copy(d), defaultdict(None))
attempt(lambda: defaultdict()["q"])
attempt(lambda: defaultdict(5))
nested = defaultdict(lambda: defaultdict(int))
nested["a"]["b"] += 1
print({k: dict(v) for k, v in nested.items()}, isinstance(d, dict), d | {"z": [2]})
o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o.move_to_end("a")
o.move_to_end("c", last=False)
print(o, o.popitem(), o.popitem(last=False), list(reversed(o)), OrderedDict(a=1) == {"a": 1}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(), OrderedDict.fromkeys("ab", 0))
attempt(lambda: OrderedDict().popitem())
attempt(lambda: o.move_to_end("zz"))
q = deque([1, 2, 3], maxlen=3)
q.append(4)
q.appendleft(0)
print(q, q.maxlen, len(q), q[0], q[-1], 2 in q, list(reversed(q)), deque("ab") + deque("c"), deque([1]) * 3, deque([1, 2]) == deque([1, 2]), deque([1]) < deque([2]), bool(deque()))
q = deque(range(5))
q.rotate(2)
print(q, q.pop(), q.popleft(), q.count(1), q.index(1), deque())
q.extend([7, 8]); q.extendleft([9, 10]); q.insert(1, "i"); q.remove(7); q.reverse(); del q[0]; q[0] = "z"
print(q, q.copy(), copy.deepcopy(q))
attempt(lambda: deque().pop())
attempt(lambda: deque([1])[5])
attempt(lambda: deque([1]).remove(2))
attempt(lambda: deque([1]).index(2))
attempt(lambda: deque(maxlen=-1))
attempt(lambda: deque([1], 1).insert(0, 1))
def mutate():
    q = deque([1, 2])
    for x in q:
        q.append(x)
attempt(mutate)
Point = namedtuple("Point", "x y")
p = Point(1, y=2)
print(p, p.x, p[1], p._asdict(), p._replace(x=5), Point._fields, Point._make([3, 4]), p == (1, 2), tuple(p), Point.__doc__, Point.__name__, hash(p) == hash((1, 2)))
x, y = p
print(x, y, isinstance(p, tuple), len(p), sorted([Point(2, 1), Point(1, 2)]), namedtuple("E", [])(), namedtuple("D", "a b c", defaults=[1, 2])(0), namedtuple("R", "a class a", rename=True)._fields)
attempt(lambda: Point(1))
attempt(lambda: Point(1, 2, 3))
attempt(lambda: Point(1, z=2))
attempt(lambda: p._replace(z=1))
attempt(lambda: Point._make([1]))
attempt(lambda: namedtuple("X", "a a"))
attempt(lambda: namedtuple("X", "a-b"))
attempt(lambda: namedtuple("X", "class"))
attempt(lambda: namedtuple("X", "_a"))
attempt(lambda: setattr(p, "x", 1))
class P3(Point):
    def norm(self):
        return self.x + self.y
print(P3(1, 2), P3(1, 2).norm(), P3(1, 2)._replace(y=9))
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
m["c"] = 5
print(m, m["a"], m["b"], len(m), list(m), m.maps, m.new_child({"a": 0})["a"], dict(m), m.parents, m.get("q", 0), "b" in m)
attempt(lambda: m["q"])
attempt(lambda: m.__delitem__("b"))
for kind in (collections.abc.Iterable, collections.abc.Sequence, collections.abc.Mapping, collections.abc.Hashable, collections.abc.Callable, collections.abc.Iterator):
    print(kind.__name__, [isinstance(v, kind) for v in ([], (), {}, "a", 1, iter([]), len)])
