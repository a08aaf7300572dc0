# deque, OrderedDict and defaultdict in full.
# covers: collections
from collections import OrderedDict, defaultdict, deque

d = deque([1, 2, 3], maxlen=3)
d.append(4)
d.appendleft(0)
print(d, d.maxlen, d[0], d[-1], d.count(2), d.index(2), 3 in d)
d.rotate(1)
d.extend([7, 8])
d.extendleft([1, 2])
print(d, list(reversed(d)), d == deque([2, 1, 7]), d.copy())
free = deque("abc")
free.insert(1, "x")
free.reverse()
free[0] = "C"
del free[1]
free.remove("a")
print(free, free + deque("z"), free * 2, free < deque("Z"), bool(deque()), free.pop(), free.popleft(), len(free))

od = OrderedDict(a=1, b=2, c=3)
od.move_to_end("a")
print(od, od.popitem(last=False), od.popitem(), list(od))
od = OrderedDict([("x", 1), ("y", 2)])
od.move_to_end("y", last=False)
print(od, od == {"x": 1, "y": 2}, od == OrderedDict(x=1, y=2), list(reversed(od)), od | {"z": 1}, od.setdefault("k", 5), od.pop("k"))
print(OrderedDict.fromkeys("ab"), OrderedDict(), list(od.items()), od.copy() is od)

groups = defaultdict(list)
for word in ["ant", "bee", "ape", "bat"]:
    groups[word[0]].append(word)
print(groups, groups.default_factory, groups.get("z"), len(groups), dict(groups), groups.copy(), groups | {"q": 1})
print(defaultdict(lambda: 7, a=1)["b"], defaultdict(int, [("k", 2)]), defaultdict(int, {"a": 1})["zz"])
tree = defaultdict(lambda: defaultdict(int))
tree["a"]["b"] += 5
print({key: dict(value) for key, value in tree.items()})


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: deque().pop())
attempt(lambda: deque([1]).remove(5))
attempt(lambda: deque([1])[5])
attempt(lambda: deque([1], -1))
attempt(lambda: [free.append(1) for _ in free])
attempt(lambda: OrderedDict().popitem())
attempt(lambda: od.move_to_end("none"))
attempt(lambda: defaultdict(None)["x"])
attempt(lambda: defaultdict(5))
