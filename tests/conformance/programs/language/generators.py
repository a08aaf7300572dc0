# Generators: lazy, endless, piped.
# covers: generators, yield from
def countdown(n):
    print("start")
    while n:
        yield n
        n -= 1
    print("end")


g = countdown(2)
print(type(g).__name__, next(g), next(g), next(g, "default"), next(g, "again"))
for n in countdown(1):
    print(n)


def naturals():
    n = 0
    while True:
        yield n
        n += 1


def take(n, items):
    for _, item in zip(range(n), items):
        yield item


def squares(items):
    return (n * n for n in items)


print(list(take(5, squares(naturals()))))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


print(list(take(10, fib())), sum(take(4, naturals())))


def primes():
    found = []
    for n in naturals():
        if n > 1 and all(n % p for p in found):
            found.append(n)
            yield n


print(list(take(8, primes())))


def flatten(items):
    for item in items:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, [3, []], 4]])))


def both():
    result = yield from inner()
    yield f"inner returned {result}"
    yield from "xy"
    yield from range(2)


def inner():
    yield "a"
    return "done"


print(list(both()))


def with_return():
    yield 1
    return "value"


g = with_return()
next(g)
try:
    next(g)
except StopIteration as stop:
    print(repr(stop), stop.value)
a, b, *rest = countdown(4)
print(a, b, rest)
print(sorted(take(3, fib())), max(countdown(3)), 3 in naturals(), dict(zip("ab", fib())), " ".join(c for c in "abc"))


def broken():
    yield 1
    raise ValueError("inside")


g = broken()
print(next(g))
try:
    next(g)
except ValueError as error:
    print(error, list(g))
def empty():
    return
    yield
print(list(empty()), iter(g) is g, list(zip(fib(), "abc")))
