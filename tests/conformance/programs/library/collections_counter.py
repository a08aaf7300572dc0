# Counter: counting, arithmetic, the most common.
# covers: collections
from collections import Counter

c = Counter("abracadabra")
print(c, c.most_common(2), c["z"], c.total(), list(c.elements()), sorted(c), len(c), "z" in c)
print(c + Counter("ab"), c - Counter("aaab"), c & Counter("aab"), c | Counter(z=4), +Counter(a=-1, b=1), -Counter(a=-1, b=1))
print(Counter(a=1) <= Counter(a=2), Counter(a=1) == Counter(a=1, b=0), Counter(a=3) > Counter(a=2), Counter(a=1, b=1) < Counter(a=2))
c.update("aaa")
c.subtract("bb")
print(c, c.most_common()[:-3:-1], c.copy() == c)
del c["nothing"]
c.update(a=5)
c["new"] += 2
print(c["a"], c["new"], c.pop("b"), Counter([1, 1, 2]), Counter({"a": 2}), Counter(), Counter(None), Counter(x=1, y=-2))
c1 = Counter(a=3, b=1)
c1 -= Counter(a=1)
c1 &= Counter(a=9)
c1 |= Counter(b=1)
c1 += Counter("zz")
print(c1, dict(Counter("ab")), Counter("aab").most_common(0), Counter("b a").most_common(), repr(Counter(b=1, a=1, c=2)))
text = "the cat sat on the mat and the dog sat too"
words = Counter(text.split())
print(words.most_common(3), max(words, key=words.get), sum(words.values()), {w: n for w, n in words.items() if n > 1})
print(Counter(map(len, text.split())), Counter(ch for ch in "Mississippi".lower()), Counter({"a": 1}) == {"a": 1})
for action in (lambda: Counter(5), lambda: Counter.fromkeys("ab"), lambda: Counter("a") + 5, lambda: list(Counter(a=0).elements())):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
