# Comprehensions of all kinds, nested, with conditions.
# covers: comprehensions, generator expressions
print([n * n for n in range(6)], [n for n in range(20) if n % 2 if n % 3 == 0], [(a, b) for a in range(3) for b in range(a)])
print({c: ord(c) for c in "abc"}, {w: len(w) for w in ["one", "three"]}, {v: k for k, v in {"a": 1, "b": 2}.items()})
print(sorted({w[0] for w in ["apple", "avocado", "banana"]}), {n % 3 for n in range(9)})
print(sum(n for n in range(10)), max(len(w) for w in ["a", "abc"]), any(n > 3 for n in range(5)), list(n for n in "ab"), tuple(x * 2 for x in (1, 2)))
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [x for row in matrix for x in row], [[x * 2 for x in row if x % 2] for row in matrix])
print(["even" if n % 2 == 0 else "odd" for n in range(4)], [n if n else "zero" for n in range(3)], [y for x in [1, 2] for y in [x, x * 10] if y > 1])
x = "outside"
inside = [x for x in range(3)]
print(x, inside, [lambda: x for x in range(2)][0]())
print([f() for f in [lambda k=k: k for k in range(3)]])
gen = (n * 2 for n in range(3))
print(next(gen), list(gen), list(gen), type(gen).__name__)
words = "the quick brown fox jumps over the lazy dog".split()
print({n: [w for w in words if len(w) == n] for n in sorted({len(w) for w in words})})
print([(i, j) for i in range(4) for j in range(i, 4) if (i + j) % 3 == 0], [[]for _ in range(2)])
print([a + b for a, b in zip("ab", "cd")], [k for k, (v, *_) in {"x": (1, 2)}.items()], [n for n, in [(1,), (2,)]])
print([p for p in range(2, 40) if all(p % d for d in range(2, int(p**0.5) + 1))])
print([(a, b, c) for c in range(1, 21) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c])
print(dict(sorted({w: words.count(w) for w in words}.items(), key=lambda kv: (-kv[1], kv[0]))[:2]))


class C:
    n = 3
    squares = [i * i for i in range(n)]


print(C.squares)


def outer():
    factor = 10
    return [factor * n for n in range(3)], {n: factor for n in range(2)}


print(outer())
try:
    [1 / n for n in (1, 0)]
except ZeroDivisionError as error:
    print(error)
try:
    print([undefined for _ in [1]])
except NameError as error:
    print(error)
