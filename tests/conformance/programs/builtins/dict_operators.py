# Dicts: union, comparing, unpacking, order of keys.
# covers: dict operators, dict order, set order
a, b = {"x": 1, "y": 2}, {"y": 20, "z": 30}
print(a | b, b | a, {**a, **b}, a == {"y": 2, "x": 1}, a != b, "x" in a, len(a | b))
c = dict(a)
c |= b
print(c, a, c is a, list(c), list(c.items())[0])
c |= [("w", 5)]
print(c)
order = {}
for key in ["b", "a", "c"]:
    order[key] = len(order)
order["b"] = 99
del order["a"]
order["a"] = 0
print(order, list(order), list(reversed(order)), next(iter(order)), order.popitem(), [*order])
print({3, 1, 2}, {i * 3 for i in range(5)}, set(range(6, 0, -1)), {10, 5, 0}, frozenset([4, 2]))
numbers = {8, 1, 16, 3}
numbers.add(2)
numbers.discard(8)
print(sorted(numbers), len(numbers), {-1, -2} == {-2, -1})
for text in ["a | 5", "a | [1]", "5 | a", "a & b", "a - b", "a + b", "a < b", "a * 2", "-a", "a ^ b", "a == 5", "a.keys() & b.keys() == {'y'}", "a.items() <= (a | {'q': 0}).items()"]:
    try:
        print(text, eval(text))
    except TypeError as error:
        print(text, "->", error)
class Lower(dict):
    def __setitem__(self, key, value): super().__setitem__(key.lower(), value)
    def __missing__(self, key): return "?"
l = Lower()
l["ABC"] = 1
l.update(DEF=2)
print(l, l["abc"], l["zzz"], type(l | {"x": 1}).__name__, l.get("nope"))
