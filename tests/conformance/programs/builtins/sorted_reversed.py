# sorted and reversed: keys, order of equals, what cannot be ordered.
# covers: sorted, reversed
print(sorted([3, 1, 2]), sorted("hello"), sorted({"b": 1, "a": 2}), sorted((2.5, 1, True)), sorted([]), sorted({3, 1}), sorted(range(3), reverse=True))
words = ["banana", "Fig", "apple", "date", "cherry"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=lambda w: (-len(w), w)), sorted(words, key=len, reverse=True))
people = [("Ann", 30), ("Bob", 25), ("Cy", 30), ("Di", 25)]
print(sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: p[1], reverse=True))
print(sorted([[2, 1], [1, 5], [1]]), sorted([(1, "b"), (1, "a")]), sorted(["10", "9", "1"]), sorted(["10", "9", "1"], key=int), sorted([True, 0, 2]))
print(list(reversed([1, 2, 3])), "".join(reversed("abc")), list(reversed(range(3))), list(reversed({"a": 1, "b": 2})), list(reversed((1,))), list(reversed([])))
r = reversed([1, 2])
print(next(r), list(r), list(r), type(reversed(range(2))).__name__)


class Card:
    order = "23456789TJQKA"

    def __init__(self, name):
        self.name = name

    def __lt__(self, other):
        return self.order.index(self.name) < self.order.index(other.name)

    def __repr__(self):
        return self.name


print(sorted(map(Card, "KA2TJ")), max(map(Card, "KA2")), min(map(Card, "KA2")), sorted(map(Card, "KA2"), reverse=True))
calls = []
print(sorted([3, 1, 2], key=lambda x: calls.append(x) or -x), calls)
for text in ["sorted(5)", "sorted([1, 'a'])", "sorted([None, 1])", "sorted([1j, 2])", "sorted()", "sorted([1], key=5)", "sorted([1, 2], lambda x: x)", "sorted([1], foo=1)", "reversed(5)", "reversed({1, 2})", "reversed()", "reversed(x for x in [])", "sorted([{}, {}])", "sorted([[1], ['a']])", "sorted([1], reverse='x')", "sorted([2, 1], reverse=None)", "sorted(['a', b'b'])", "reversed(map(str, []))"]:
    try:
        print(text, eval(text))
    except TypeError as error:
        print(text, "->", error)
data = [5, 2, 9]
copy = sorted(data)
print(data, copy, data.sort(), data)
print(sorted("The quick brown fox".split(), key=lambda w: w[-1]), sorted([0.0, -0.0, 1]), sorted([float("inf"), 1, -float("inf")]))
nested = {"b": {"z": 1, "a": 2}, "a": {}}
print({k: dict(sorted(v.items())) for k, v in sorted(nested.items())})
