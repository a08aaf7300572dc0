# Iteration by __iter__, __next__, __getitem__; unpacking own classes; __contains__.
# covers: iteration methods, conversion methods, container methods
class Pages:
    def __init__(self, n): self.n = n
    def __iter__(self):
        for i in range(self.n):
            yield f"page {i}"
class Squares:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
    def __getitem__(self, i):
        if isinstance(i, slice):
            return [self[j] for j in range(*i.indices(self.n))]
        if i < 0: i += self.n
        if not 0 <= i < self.n: raise IndexError("square out of range")
        return i * i
class Both:
    def __init__(self): self.left = 3
    def __iter__(self): return self
    def __next__(self):
        if not self.left: raise StopIteration
        self.left -= 1
        return self.left
s = Squares(5)
print(list(Pages(2)), [*Pages(1)], dict.fromkeys(Pages(2)), "page 1" in Pages(2), tuple(Pages(0)), sorted(Pages(2), reverse=True), max(Pages(3)))
print(list(s), s[-1], s[1:4], s[::-1], 9 in s, 8 in s, len(s), list(reversed(s)), sum(s), list(enumerate(s))[2], list(zip(s, s[1:])), bool(Squares(0)))
a, b, *c = s
print(a, b, c, list(Both()), [x for x in Both() if x], next(Both()), min(Both()))
it = iter(s)
print(next(it), next(it), list(it), list(map(str, Both())))
try:
    s[7]
except IndexError as error:
    print(error)
class Mapping:
    def keys(self): return ["a", "b"]
    def __getitem__(self, key): return key * 2
print({**Mapping()}, dict(Mapping()))
def show(**kw): return kw
print(show(**Mapping()))
class NoIter:
    __iter__ = None
class BadNext:
    def __iter__(self): return BadNext.__class__
for text in ["list(NoIter())", "iter(BadNext())", "5 in NoIter()", "{**Pages(1)}", "show(**5)", "reversed(Pages(2))", "len(Pages(2))", "Pages(2)[0]", "next(Pages(1))", "a, b = Pages(3)"]:
    try:
        exec(text)
    except (TypeError, ValueError) as error:
        print(text, "->", error)
