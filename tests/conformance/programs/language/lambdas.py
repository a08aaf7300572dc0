# Small functions without a name.
# covers: lambda
square = lambda x: x * x
print(square(7), square.__name__)
print((lambda: 42)(), (lambda *a: a)(1, 2), (lambda **k: k)(a=1), (lambda a, *, b=2: (a, b))(1))
print((lambda x, /, y: x - y)(5, y=3))
print(list(map(lambda x: x + 1, range(4))))
print(list(filter(lambda w: len(w) > 2, ["a", "abc", "de", "long"])))
print(sorted(["pear", "fig", "apple"], key=lambda w: (len(w), w)))
print(max({"a": 3, "b": 7}.items(), key=lambda kv: kv[1]))
print(min([(1, 9), (2, 3)], key=lambda p: p[1]))
compose = lambda *fs: lambda x: x if not fs else fs[0](compose(*fs[1:])(x))
print(compose(lambda x: x + 1, lambda x: x * 2)(10))
fact = lambda n: 1 if n < 2 else n * fact(n - 1)
print(fact(20))
table = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b}
for op, f in table.items():
    print(6, op, 3, "=", f(6, 3))
adders = [lambda x, n=n: x + n for n in range(3)]
print([f(10) for f in adders])
curry = lambda a: lambda b: lambda c: a + b + c
print(curry(1)(2)(3))
print((lambda x: (yield x))(3).__next__())
y_combinator = lambda f: (lambda x: x(x))(lambda x: f(lambda *a: x(x)(*a)))
print(y_combinator(lambda self: lambda n: n if n < 2 else self(n - 1) + self(n - 2))(15))
print([(lambda: i)() for i in range(3)])
f = lambda: None
print(f(), f.__name__, f.__qualname__, f.__defaults__)
g = lambda a, b=2: a
try:
    (lambda x: x)()
except TypeError as error:
    print(error)
try:
    (lambda: 0)(1)
except TypeError as error:
    print(error)
pairs = [(3, "c"), (1, "z"), (2, "a")]
pairs.sort(key=lambda p: -p[0])
print(pairs)
print(*map(lambda a, b: a * b, [1, 2, 3], [4, 5, 6]))
print(g.__code__.co_varnames, g.__code__.co_argcount, g.__code__.co_name)
