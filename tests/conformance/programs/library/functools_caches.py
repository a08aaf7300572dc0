# Caches of functools: lru_cache, cache, cached_property.
# covers: functools
import functools


@functools.lru_cache(maxsize=2)
def square(x):
    "The square."
    print("computing", x)
    return x * x


print(square(1), square(2), square(1), square(3), square(2))
print(square.cache_info(), square.cache_parameters(), square.__name__, square.__doc__, square.__wrapped__(9))
square.cache_clear()
print(square.cache_info())


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(90), fib.cache_info())


@functools.lru_cache
def options(a, b=1):
    return a, b


options(1), options(1, b=1), options(a=1), options(1)
print(options.cache_info())


@functools.lru_cache(typed=True)
def typed(a):
    return type(a).__name__


print(typed(1), typed(1.0), typed(1), typed.cache_info().currsize, typed.cache_info().hits)


class Circle:
    def __init__(self, radius):
        self.radius = radius

    @functools.cached_property
    def area(self):
        print("computing the area")
        return 3 * self.radius**2

    @functools.lru_cache(maxsize=None)
    def times(self, n):
        return self.radius * n


circle = Circle(2)
print(circle.area, circle.area, circle.__dict__, circle.times(4))
del circle.area
print(circle.area)
try:
    square([1])
except TypeError as error:
    print(error)
try:
    functools.lru_cache(maxsize="many")
except TypeError as error:
    print(error)
